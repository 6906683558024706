// SPDX-License-Identifier: GPL-3.0-or-later
// Planning a day. The shares are those of a class C city hospital, all estimates.
#include "server/demo/day_shape.h"

#include <QHash>
#include <algorithm>
#include <cmath>

#include "common/base/random.h"

namespace simrs {
namespace {

constexpr double kWeekdays[] = {1.20, 1.08, 1.02, 0.98, 0.82, 0.25, 0.0};  // Monday to Sunday
constexpr double kAfterHoliday = 1.25;
constexpr int kFriday = 5;
constexpr int kSaturday = 6;

/// Outpatients at the counter by hour, from 06.
constexpr int kHours[] = {9, 22, 24, 18, 13, 8, 4, 2};
constexpr int kFirstHour = 6;
/// Emergencies in periods of three hours, from 00.
constexpr int kEmergencyPeriods[] = {7, 6, 11, 15, 13, 14, 19, 15};

constexpr int kCancelledPercent = 2;
constexpr int kInternalPercent = 3;

struct Origin {
    CameBy how;
    int share;
};
constexpr Origin kOutpatientOrigins[] = {
    {CameBy::Control, 58}, {CameBy::Fktp, 30}, {CameBy::Own, 11}, {CameBy::OtherHospital, 1}};
constexpr Origin kNewOrigins[] = {{CameBy::Fktp, 68}, {CameBy::Own, 29}, {CameBy::OtherHospital, 3}};
constexpr Origin kEmergencyOrigins[] = {{CameBy::Own, 80},
                                        {CameBy::Fktp, 9},
                                        {CameBy::OtherHospital, 3},
                                        {CameBy::Ambulance, 5},
                                        {CameBy::Police, 3}};

template <std::size_t N>
std::size_t drawShare(Random& random, const int (&shares)[N], std::size_t count = N) {
    int sum = 0;
    for (std::size_t i = 0; i < count; ++i) sum += shares[i];
    auto point = static_cast<int>(random.below(static_cast<std::uint64_t>(sum)));
    std::size_t i = 0;
    while (point >= shares[i]) point -= shares[i++];
    return i;
}

template <std::size_t N>
CameBy drawOrigin(Random& random, const Origin (&origins)[N]) {
    auto point = static_cast<int>(random.below(100));
    for (const Origin& origin : origins) {
        if (point < origin.share) return origin.how;
        point -= origin.share;
    }
    return origins[0].how;
}

DayShape::Who whoOf(const QString& text) {
    if (text == QLatin1String("adult")) return DayShape::Who::Adult;
    if (text == QLatin1String("child")) return DayShape::Who::Child;
    if (text == QLatin1String("woman")) return DayShape::Who::Woman;
    if (text == QLatin1String("man")) return DayShape::Who::Man;
    return DayShape::Who::Any;
}

class Planner {
  public:
    Planner(const DayShape& shape, const DayOptions& options, const std::vector<PatientTraits>& patients,
            Random& random)
        : m_shape(shape),
          m_options(options),
          m_patients(patients),
          m_random(random),
          m_taken(patients.size(), false) {}

    std::vector<PlannedVisit> run() {
        for (const DayShape::Clinic& clinic : m_shape.clinics) arrivals(clinic);
        std::stable_sort(m_drafts.begin(), m_drafts.end(),
                         [](const Draft& a, const Draft& b) { return a.visit.minute < b.visit.minute; });
        const auto newcomers = std::count_if(m_drafts.begin(), m_drafts.end(),
                                             [](const Draft& d) { return d.visit.newPatient; });
        m_known = m_patients.size() - std::min(m_patients.size() / 2, static_cast<std::size_t>(newcomers));
        m_newFrom = m_known;
        for (Draft& draft : m_drafts) complete(draft);
        return m_out;
    }

  private:
    struct Draft {
        PlannedVisit visit;
        const DayShape::Clinic* clinic;
    };

    bool chance(int percent) { return static_cast<int>(m_random.below(100)) < percent; }

    int weekday() const { return m_options.asWeekday > 0 ? m_options.asWeekday : m_options.day.dayOfWeek(); }

    double factor(const DayShape::Clinic& clinic) const {
        if (clinic.emergency) return 1.0;
        if (m_options.holiday || weekday() == 7) return 0.0;
        // A quarter of a weekday on Saturdays, by the few clinics that are open: these see most of their
        // usual number.
        if (weekday() == kSaturday) return clinic.saturday ? saturdayFactor() : 0.0;
        return kWeekdays[weekday() - 1] * (m_options.afterHoliday ? kAfterHoliday : 1.0);
    }

    double saturdayFactor() const {
        double all = 0, open = 0;
        for (const DayShape::Clinic& clinic : m_shape.clinics) {
            if (clinic.emergency) continue;
            all += clinic.visits;
            if (clinic.saturday) open += clinic.visits;
        }
        return open > 0 ? kWeekdays[kSaturday - 1] * all / open : 0.0;
    }

    void arrivals(const DayShape::Clinic& clinic) {
        // No clinic sees the same number twice: up to 12 % more or less.
        const double noise = 0.88 + 0.24 * m_random.unit();
        const auto visits = static_cast<int>(std::lround(clinic.visits * factor(clinic) * noise));
        for (int i = 0; i < visits; ++i) {
            Draft draft;
            draft.clinic = &clinic;
            draft.visit.clinicCode = clinic.code;
            draft.visit.emergency = clinic.emergency;
            draft.visit.minute = arrival(clinic);
            draft.visit.newPatient = chance(clinic.newPercent);
            if (!clinic.doctors.isEmpty()) {
                draft.visit.doctorCode = clinic.doctors.at(static_cast<qsizetype>(
                    m_random.below(static_cast<std::uint64_t>(clinic.doctors.size()))));
            }
            m_drafts.push_back(draft);
        }
    }

    int arrival(const DayShape::Clinic& clinic) {
        const auto within = [this](int minutes) {
            return static_cast<int>(m_random.below(static_cast<std::uint64_t>(minutes)));
        };
        if (clinic.emergency)
            return static_cast<int>(drawShare(m_random, kEmergencyPeriods)) * 180 + within(180);
        // Doctors end at 11 on Fridays.
        const std::size_t hours = weekday() == kFriday ? 5 : std::size(kHours);
        return (kFirstHour + static_cast<int>(drawShare(m_random, kHours, hours))) * 60 + within(60);
    }

    void complete(Draft& draft) {
        PlannedVisit& visit = draft.visit;
        const DayShape::Payers& payers = visit.emergency ? m_shape.emergency : m_shape.outpatient;
        const bool jkn = chance(draft.clinic->jknPercent);
        const Weighted<QString>& list = jkn ? payers.jkn : payers.others;
        visit.payerCode = list.at(list.indexAt(m_random.below(list.sum())));
        const bool internal =
            !visit.emergency && !visit.newPatient && chance(kInternalPercent) && internalReferral(draft);
        if (!internal) {
            visit.patient = visit.newPatient ? newcomer(*draft.clinic, jkn) : -1;
            visit.newPatient = visit.patient >= 0;
            if (!visit.newPatient) visit.patient = knownPatient(*draft.clinic, jkn);
            if (visit.patient < 0) return;
            if (jkn && !m_patients[static_cast<std::size_t>(visit.patient)].hasCard)
                visit.payerCode = m_shape.selfPay;
            origin(visit);
        }
        if (chance(kCancelledPercent))
            visit.cancelMinute = visit.minute + 5 + static_cast<int>(m_random.below(55));
        // The whole day is planned whatever the time is, so that a later look finds the same morning.
        m_done.push_back(visit);
        if (visit.minute >= m_options.minuteNow) return;
        m_out.push_back(visit);
        if (visit.cancelMinute >= m_options.minuteNow) m_out.back().cancelMinute = -1;
    }

    void origin(PlannedVisit& visit) {
        if (visit.emergency)
            visit.cameBy = drawOrigin(m_random, kEmergencyOrigins);
        else if (visit.newPatient)
            visit.cameBy = drawOrigin(m_random, kNewOrigins);
        else
            visit.cameBy = drawOrigin(m_random, kOutpatientOrigins);
    }

    /// Another clinic sends one of its patients of this morning over.
    bool internalReferral(Draft& draft) {
        for (int tries = 0; tries < 8 && !m_done.empty(); ++tries) {
            const PlannedVisit& before = m_done[m_random.below(m_done.size())];
            const auto patient = static_cast<std::size_t>(before.patient);
            const bool possible = !before.emergency && before.cameBy != CameBy::Internal &&
                                  !wasAt(before.patient, draft.clinic->code) &&
                                  before.minute + 20 < draft.visit.minute && before.cancelMinute < 0 &&
                                  suits(*draft.clinic, m_patients[patient], false);
            if (!possible) continue;
            draft.visit.patient = before.patient;
            draft.visit.payerCode = before.payerCode;
            draft.visit.cameBy = CameBy::Internal;
            return true;
        }
        return false;
    }

    /// Nobody is sent to one clinic twice a day.
    bool wasAt(int patient, const QString& clinicCode) const {
        return std::any_of(m_done.begin(), m_done.end(), [&](const PlannedVisit& visit) {
            return visit.patient == patient && visit.clinicCode == clinicCode;
        });
    }

    bool suits(const DayShape::Clinic& clinic, const PatientTraits& patient, bool jkn) const {
        if (jkn && !patient.hasCard) return false;
        const int age = m_options.day.year() - patient.birthYear;
        switch (clinic.who) {
            case DayShape::Who::Any:
                return true;
            case DayShape::Who::Adult:
                return age >= 17;
            case DayShape::Who::Child:
                return age < 18;
            case DayShape::Who::Woman:
                return patient.sex == Sex::Female && age >= 15 && age <= 65;
            case DayShape::Who::Man:
                return patient.sex == Sex::Male && age >= 15;
        }
        return true;
    }

    /// A patient of the first m_known; late ones come more often. -1 where none is left.
    int knownPatient(const DayShape::Clinic& clinic, bool jkn) {
        for (int tries = 0; tries < 200 && m_known > 0; ++tries) {
            const double recent = 1.0 - std::pow(m_random.unit(), 1.6);
            const auto at =
                std::min(m_known - 1, static_cast<std::size_t>(recent * static_cast<double>(m_known)));
            // After many tries a patient without card will do, but never a man in the women's clinic.
            if (m_taken[at] || !suits(clinic, m_patients[at], jkn && tries < 100)) continue;
            m_taken[at] = true;
            return static_cast<int>(at);
        }
        return -1;
    }

    /// The next of the newcomers who suits, a card preferred; -1 where none does.
    int newcomer(const DayShape::Clinic& clinic, bool jkn) {
        while (m_newFrom < m_patients.size() && m_taken[m_newFrom]) ++m_newFrom;
        for (const bool withCard : {jkn, false}) {
            for (std::size_t at = m_newFrom; at < m_patients.size(); ++at) {
                if (m_taken[at] || !suits(clinic, m_patients[at], withCard)) continue;
                m_taken[at] = true;
                return static_cast<int>(at);
            }
        }
        return -1;
    }

    const DayShape& m_shape;
    const DayOptions& m_options;
    const std::vector<PatientTraits>& m_patients;
    Random& m_random;
    std::vector<bool> m_taken;
    std::vector<Draft> m_drafts;
    std::vector<PlannedVisit> m_done;
    std::vector<PlannedVisit> m_out;
    std::size_t m_known = 0;
    std::size_t m_newFrom = 0;
};

QString column(const char* name) { return QLatin1String(name); }

void addPayers(DayShape& shape, const SeedRows& rows) {
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const QString code = rows.text(i, column("code"));
        const bool jkn = rows.text(i, column("kind")) == QLatin1String("jkn");
        if (rows.text(i, column("kind")) == QLatin1String("general")) shape.selfPay = code;
        const int outpatient = rows.number(i, column("outpatient_weight"));
        const int emergency = rows.number(i, column("emergency_weight"));
        (jkn ? shape.outpatient.jkn : shape.outpatient.others).add(code, outpatient);
        (jkn ? shape.emergency.jkn : shape.emergency.others).add(code, emergency);
    }
}

}  // namespace

Result<DayShape> DayShape::load(const QString& folder) {
    DayShape shape;
    SIMRS_ASSIGN(const SeedRows clinics, SeedRows::read(folder + QStringLiteral("/clinics.csv")));
    SIMRS_ASSIGN(const SeedRows doctors, SeedRows::read(folder + QStringLiteral("/doctors.csv")));
    SIMRS_ASSIGN(const SeedRows payers, SeedRows::read(folder + QStringLiteral("/payers.csv")));
    SIMRS_ASSIGN(const SeedRows days, SeedRows::read(folder + QStringLiteral("/day_shape.csv")));
    QHash<QString, QString> kinds;
    for (qsizetype i = 0; i < clinics.size(); ++i) {
        if (clinics.flag(i, column("active")))
            kinds.insert(clinics.text(i, column("code")), clinics.text(i, column("kind")));
    }
    QHash<QString, QStringList> doctorsOf;
    for (qsizetype i = 0; i < doctors.size(); ++i) {
        if (!doctors.flag(i, column("active"))) continue;
        doctorsOf[doctors.text(i, column("clinic_code"))].append(doctors.text(i, column("code")));
    }
    for (qsizetype i = 0; i < days.size(); ++i) {
        Clinic clinic;
        clinic.code = days.text(i, column("clinic_code"));
        if (!kinds.contains(clinic.code)) continue;
        clinic.emergency = kinds.value(clinic.code) == QLatin1String("emergency");
        clinic.doctors = doctorsOf.value(clinic.code);
        clinic.visits = days.number(i, column("visits"));
        clinic.saturday = days.flag(i, column("saturday"));
        clinic.jknPercent = days.number(i, column("jkn_percent"));
        clinic.newPercent = days.number(i, column("new_percent"));
        clinic.who = whoOf(days.text(i, column("who")));
        shape.clinics.push_back(clinic);
    }
    addPayers(shape, payers);
    const bool whole = shape.outpatient.jkn.sum() > 0 && shape.outpatient.others.sum() > 0 &&
                       shape.emergency.jkn.sum() > 0 && shape.emergency.others.sum() > 0 &&
                       !shape.selfPay.isEmpty();
    if (!whole) return fail(ErrorCode::FileUnreadable, {QStringLiteral("payers.csv"), QStringLiteral("0")});
    return shape;
}

std::vector<PlannedVisit> planDay(const DayShape& shape, const DayOptions& options,
                                  const std::vector<PatientTraits>& patients, Random& random) {
    return Planner(shape, options, patients, random).run();
}

}  // namespace simrs
