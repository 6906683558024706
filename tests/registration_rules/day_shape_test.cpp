// SPDX-License-Identifier: GPL-3.0-or-later
// A planned day looks like a day of the hospital, and the same morning comes again.
#include "server/demo/day_shape.h"

#include <QHash>
#include <QSet>
#include <QTest>

#include "common/base/random.h"

using namespace simrs;

namespace {

const QDate kTuesday(2026, 11, 24);

bool between(double value, double low, double high) { return value >= low && value <= high; }

bool sameVisit(const PlannedVisit& a, const PlannedVisit& b) {
    return a.minute == b.minute && a.clinicCode == b.clinicCode && a.doctorCode == b.doctorCode &&
           a.payerCode == b.payerCode && a.patient == b.patient && a.cameBy == b.cameBy &&
           a.newPatient == b.newPatient;
}

}  // namespace

class DayShapeTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() {
        const Result<DayShape> shape = DayShape::load();
        QVERIFY(shape.has_value());
        m_shape = *shape;
        SeededRandom random(5);
        People people(PeopleSeed::load().value(), random);
        for (int i = 0; i < 20'000; ++i) {
            const Person person = people.next(kTuesday);
            m_patients.push_back({person.sex, person.birthDate.year(), !person.card.isEmpty()});
        }
    }

    void aWeekday() {
        const std::vector<PlannedVisit> visits = plan({kTuesday});
        std::size_t emergency = 0, fresh = 0, jkn = 0, cancelled = 0, early = 0, internal = 0;
        for (const PlannedVisit& visit : visits) {
            if (visit.emergency) ++emergency;
            if (visit.newPatient) ++fresh;
            if (visit.payerCode.startsWith(QStringLiteral("JKN"))) ++jkn;
            if (visit.cancelMinute >= 0) ++cancelled;
            if (visit.cameBy == CameBy::Internal) ++internal;
            if (!visit.emergency && visit.minute < 9 * 60) ++early;
        }
        const auto all = static_cast<double>(visits.size());
        const auto outpatient = all - static_cast<double>(emergency);
        QVERIFY(between(outpatient, 600, 820));
        QVERIFY(between(static_cast<double>(emergency), 60, 90));
        QVERIFY(between(100.0 * static_cast<double>(fresh) / all, 11, 21));
        QVERIFY(between(100.0 * static_cast<double>(jkn) / all, 72, 90));
        QVERIFY(between(100.0 * static_cast<double>(early) / outpatient, 48, 62));
        QVERIFY(between(100.0 * static_cast<double>(cancelled) / all, 0.5, 4.5));
        QVERIFY(internal > 3);
    }

    void everyVisitIsPossible() {
        QHash<QString, const DayShape::Clinic*> clinics;
        for (const DayShape::Clinic& clinic : m_shape.clinics) clinics.insert(clinic.code, &clinic);
        QCOMPARE(clinics.size(), 21);
        int minute = 0;
        QSet<int> seen;
        QSet<std::pair<int, QString>> places;
        for (const PlannedVisit& visit : plan({kTuesday})) {
            const DayShape::Clinic* clinic = clinics.value(visit.clinicCode);
            QVERIFY(clinic);
            QVERIFY(visit.minute >= minute && visit.minute < 24 * 60);
            minute = visit.minute;
            QVERIFY(clinic->emergency || (visit.minute >= 6 * 60 && visit.minute < 14 * 60));
            QVERIFY(clinic->doctors.contains(visit.doctorCode));
            QVERIFY(visit.patient >= 0 && visit.patient < static_cast<int>(m_patients.size()));
            QVERIFY(visit.cameBy == CameBy::Internal || !seen.contains(visit.patient));
            seen.insert(visit.patient);
            QVERIFY(!places.contains({visit.patient, visit.clinicCode}));
            places.insert({visit.patient, visit.clinicCode});
            const PatientTraits& patient = m_patients[static_cast<std::size_t>(visit.patient)];
            if (visit.payerCode.startsWith(QStringLiteral("JKN"))) QVERIFY(patient.hasCard);
            if (clinic->who == DayShape::Who::Woman) QCOMPARE(patient.sex, Sex::Female);
            if (clinic->who == DayShape::Who::Child) QVERIFY(2026 - patient.birthYear < 18);
            QVERIFY(visit.cancelMinute < 0 || visit.cancelMinute > visit.minute);
            if (visit.newPatient) QVERIFY(visit.patient > 19'000);
        }
    }

    void theSameMorningComesAgain() {
        const std::vector<PlannedVisit> whole = plan({kTuesday});
        DayOptions atTen{kTuesday};
        atTen.minuteNow = 10 * 60;
        const std::vector<PlannedVisit> morning = plan(atTen);
        QVERIFY(morning.size() > 300 && morning.size() < whole.size());
        for (std::size_t i = 0; i < morning.size(); ++i) {
            QVERIFY(sameVisit(morning[i], whole[i]));
            QVERIFY(morning[i].minute < 600 && morning[i].cancelMinute < 600);
        }
    }

    void weekdaysDiffer() {
        const auto outpatients = [this](const DayOptions& options) {
            const std::vector<PlannedVisit> visits = plan(options);
            return std::count_if(visits.begin(), visits.end(),
                                 [](const PlannedVisit& v) { return !v.emergency; });
        };
        const QDate sunday(2026, 11, 22);
        QCOMPARE(outpatients({sunday}), 0);
        QVERIFY(between(static_cast<double>(outpatients({sunday.addDays(6)})), 120, 210));
        QVERIFY(outpatients({sunday.addDays(1)}) > outpatients({sunday.addDays(5)}));
        DayOptions holiday{kTuesday};
        holiday.holiday = true;
        QCOMPARE(outpatients(holiday), 0);
        DayOptions asTuesday{sunday};
        asTuesday.asWeekday = 2;
        QVERIFY(outpatients(asTuesday) > 500);
        DayOptions friday{sunday.addDays(5)};
        for (const PlannedVisit& visit : plan(friday)) QVERIFY(visit.emergency || visit.minute < 11 * 60);
    }

    void fewPatientsGiveFewVisits() {
        const std::vector<PatientTraits> few(m_patients.begin(), m_patients.begin() + 30);
        SeededRandom random(1);
        const std::vector<PlannedVisit> visits = planDay(m_shape, {kTuesday}, few, random);
        QVERIFY(!visits.empty() && visits.size() < 200);
        SeededRandom none(1);
        QVERIFY(planDay(m_shape, {kTuesday}, {}, none).empty());
    }

  private:
    std::vector<PlannedVisit> plan(const DayOptions& options) const {
        SeededRandom random(11);
        return planDay(m_shape, options, m_patients, random);
    }

    DayShape m_shape;
    std::vector<PatientTraits> m_patients;
};

QTEST_APPLESS_MAIN(DayShapeTest)
#include "day_shape_test.moc"
