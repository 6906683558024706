// SPDX-License-Identifier: GPL-3.0-or-later
// What the demo hospital must be: believable rows that keep every rule of the desk, numbers the desk goes on
// from, nothing of a living person, nothing in the future, the same again from the same seed.
#include "server/demo/demo_hospital.h"

#include <QMap>
#include <QSet>
#include <QTest>

#include "common/access/accounts.h"
#include "common/access/password.h"
#include "common/base/random.h"
#include "common/core/number_block.h"
#include "common/hospital/hospital.h"
#include "common/registration/name_key.h"
#include "common/registration/visit.h"
#include "common/store/store.h"
#include "tests/support/test_postgres.h"

using namespace simrs;

namespace {

const QString kZone = QStringLiteral("Asia/Jakarta");
constexpr int kAll = 1'000'000;

struct Rows {
    QList<Patient> patients;
    QList<Visit> visits;
    QList<Ticket> tickets;
    bool operator==(const Rows&) const = default;
};

}  // namespace

class DemoHospitalTest : public QObject {
    Q_OBJECT

    SystemClock m_clock;
    SystemRandom m_random;
    std::unique_ptr<Store> m_store;

    static DatabaseConfig memory() {
        DatabaseConfig config;
        config.path = QStringLiteral(":memory:");
        return config;
    }
    DemoReport build(Instant now, qint64 patients = 1500, std::uint64_t seed = 7, bool visits = true,
                     const DatabaseConfig& config = memory()) {
        m_store = std::make_unique<Store>(config, StoreForm::Server, Store::Services{m_clock, m_random});
        if (!m_store->migrate(hospitalEntities())) qFatal("migrate");
        DemoOptions options;
        options.patients = patients;
        options.seed = seed;
        options.now = now;
        options.visits = visits;
        const auto report = buildDemoHospital(*m_store, options, m_random);
        if (!report)
            qFatal("%s %s", qPrintable(errorName(report.error().code)), qPrintable(report.error().detail));
        return *report;
    }
    Rows rows() {
        Rows out;
        const Status read = m_store->read([&](Reader& reader) -> Status {
            out.patients = *reader.list(Where<Patient>().orderBy<&Patient::mrn>().limit(kAll));
            out.visits = *reader.list(Where<Visit>().orderBy<&Visit::registrationNumber>().limit(kAll));
            out.tickets = *reader.list(Where<Ticket>()
                                           .orderBy<&Ticket::serviceDate>()
                                           .orderBy<&Ticket::series>()
                                           .orderBy<&Ticket::number>()
                                           .limit(kAll));
            return {};
        });
        if (!read) qFatal("read");
        return out;
    }
    template <class F>
    void write(const F& work) {
        const auto done = m_store->write({}, [&](WishTx& tx) -> Status {
            work(tx);
            return {};
        });
        if (!done) qFatal("write");
    }
    static Instant at(int year, int month, int day, int hour, int minute = 0) {
        return instantIn(kZone, QDate(year, month, day), hour * 60 + minute);
    }

  private Q_SLOTS:
    void everyPatientPassesTheDesk() {
        const Instant now = at(2026, 5, 5, 11);
        build(now);
        const QDate today(2026, 5, 5);
        QSet<QString> niks, cards;
        QSet<PatientId> ids;
        int unasked = 0;
        qint64 mrn = 0;
        for (const Patient& patient : rows().patients) {
            const Status good = checkPatient(patient, today);
            QVERIFY2(good, good ? "" : qPrintable(errorName(good.error().code) + patient.name));
            Patient tidied = patient;
            tidyPatient(tidied);
            QVERIFY(tidied == patient);
            QCOMPARE(patient.mrn, ++mrn);
            QCOMPARE(patient.nameKey, nameKey(patient.name));
            QVERIFY(patient.registeredAt <= now);
            QVERIFY(dayIn(kZone, patient.registeredAt) >= patient.birthDate);
            // No living person has such a number.
            if (!patient.nik.isEmpty())
                QVERIFY2(patient.nik.right(4) >= QStringLiteral("9000"), qPrintable(patient.nik));
            QVERIFY(patient.nik.isEmpty() || !niks.contains(patient.nik));
            QVERIFY(patient.card.isEmpty() ||
                    (patient.card.startsWith(QStringLiteral("000999")) && !cards.contains(patient.card)));
            QVERIFY(patient.phone.isEmpty() || patient.phone.startsWith(QStringLiteral("0800")));
            QVERIFY(!ids.contains(patient.id));
            niks.insert(patient.nik);
            cards.insert(patient.card);
            ids.insert(patient.id);
            unasked += patient.allergyState == AllergyState::NotAsked;
        }
        QCOMPARE(mrn, 1500);
        QVERIFY(unasked > 450 && unasked < 750);
    }

    void everyVisitKeepsTheRules() {
        const Instant now = at(2026, 5, 5, 11);
        const DemoReport report = build(now);
        const Rows all = rows();
        QMap<PatientId, Patient> patients;
        for (const Patient& patient : all.patients) patients.insert(patient.id, patient);
        QMap<VisitId, Ticket> tickets;
        for (const Ticket& ticket : all.tickets) tickets.insert(ticket.visitId, ticket);
        QCOMPARE(tickets.size(), all.tickets.size());
        QSet<std::pair<PatientId, QString>> once;
        qint64 number = 0, today = 0, cancelled = 0, newToday = 0;
        write([&](WishTx& tx) {
            for (const Visit& visit : all.visits) {
                const Patient patient = patients.value(visit.patientId);
                const Clinic clinic = *tx.get<Clinic>(visit.clinicId);
                QCOMPARE(visit.registrationNumber, ++number);
                QVERIFY(visit.registeredAt <= now && visit.cancelledAt <= now);
                QCOMPARE(dayIn(kZone, visit.registeredAt), visit.serviceDate);
                QVERIFY(patient.registeredAt <= visit.registeredAt);
                QVERIFY(!tx.get<Payer>(visit.payerId)->needsCard || !patient.card.isEmpty());
                QVERIFY(tx.get<User>(visit.registeredBy).has_value());
                QCOMPARE(visit.state == VisitState::Cancelled, !visit.cancelReason.isEmpty());
                QCOMPARE(visit.type == VisitType::Emergency, clinic.kind == ClinicKind::Emergency);
                QCOMPARE(visit.type == VisitType::Outpatient, tickets.contains(visit.id));
                const QString key = visit.serviceDate.toString(Qt::ISODate) + clinic.code;
                QVERIFY(!once.contains({visit.patientId, key}));
                once.insert({visit.patientId, key});
                today += visit.serviceDate == QDate(2026, 5, 5);
                cancelled += visit.state == VisitState::Cancelled;
                newToday += visit.serviceDate == QDate(2026, 5, 5) &&
                            dayIn(kZone, patient.registeredAt) == visit.serviceDate;
                if (visit.type != VisitType::Outpatient) continue;
                const Ticket ticket = tickets.value(visit.id);
                const auto doctor = tx.get<Doctor>(visit.doctorId);
                QVERIFY(doctor && doctor->clinicId == clinic.id);
                QCOMPARE(ticket.series, ticketSeries(clinic, doctor, visit.session));
                QCOMPARE(ticket.letter, ticketLetter(clinic, doctor));
                QCOMPARE(ticket.cancelled, visit.state == VisitState::Cancelled);
                QCOMPARE(ticket.patientId, visit.patientId);
            }
        });
        QCOMPARE(number, report.visits);
        QCOMPARE(today, report.visitsToday);
        QVERIFY(today > 40 && cancelled > 10 && newToday > 2);
    }

    void theDeskGoesOnFromTheNumbers() {
        build(at(2026, 5, 5, 11));
        const Rows all = rows();
        QMap<std::pair<QDate, QString>, qint64> last;
        for (const Ticket& ticket : all.tickets) {
            // 1 to n in each series of each day, without gaps.
            const std::pair key(ticket.serviceDate, ticket.series);
            QCOMPARE(*ticket.number, ++last[key]);
        }
        QVERIFY(last.size() > 100);
        write([&](WishTx& tx) {
            for (auto it = last.cbegin(); it != last.cend(); ++it) {
                const QString counter =
                    QStringLiteral("ticket/%1/%2").arg(it.key().first.toString(Qt::ISODate), it.key().second);
                QCOMPARE(*tx.next(counter), it.value() + 1);
            }
            const qint64 mrnBlock = *tx.next(numberCounter(NumberKind::MedicalRecord));
            QCOMPARE((mrnBlock - 1) * blockSize(NumberKind::MedicalRecord) + 1, 1501);
            const qint64 visitBlock = *tx.next(numberCounter(NumberKind::Registration));
            const qint64 first = (visitBlock - 1) * blockSize(NumberKind::Registration) + 1;
            QVERIFY(first > all.visits.last().registrationNumber);
            QVERIFY(first <= all.visits.last().registrationNumber + blockSize(NumberKind::Registration));
        });
    }

    void sameSeedSameHospital() {
        build(at(2026, 5, 5, 11), 600);
        const Rows first = rows();
        build(at(2026, 5, 5, 11), 600);
        QVERIFY(rows() == first);
        build(at(2026, 5, 5, 11), 600, 8);
        QVERIFY(!(rows() == first));
    }

    void sameOnBothEngines() {
        build(at(2026, 5, 5, 11), 300);
        const Rows first = rows();
        const auto config = parseDatabaseUrl(testDatabaseUrl(QStringLiteral("demo")));
        QVERIFY(config.has_value());
        build(at(2026, 5, 5, 11), 300, 7, true, *config);
        QVERIFY(rows() == first);
    }

    void aDayAtAnyTime_data() {
        QTest::addColumn<Instant>("now");
        QTest::addColumn<int>("fewest");
        QTest::newRow("Tuesday morning") << at(2026, 5, 5, 8) << 15;
        QTest::newRow("Tuesday noon") << at(2026, 5, 5, 13) << 60;
        QTest::newRow("night, as at ten") << at(2026, 5, 5, 23) << 40;
        QTest::newRow("before dawn, as at ten") << at(2026, 5, 5, 3) << 40;
        QTest::newRow("just after midnight") << at(2026, 5, 5, 0, 1) << 40;
        QTest::newRow("Sunday") << at(2026, 5, 3, 11) << 40;
    }
    void aDayAtAnyTime() {
        QFETCH(Instant, now);
        QFETCH(int, fewest);
        const DemoReport report = build(now);
        QCOMPARE(report.day, dayIn(kZone, now));
        QVERIFY2(report.visitsToday >= fewest, qPrintable(QString::number(report.visitsToday)));
        const Rows all = rows();
        for (const Visit& visit : all.visits) {
            QVERIFY(visit.serviceDate <= report.day);
            QVERIFY(visit.registeredAt <= now && visit.cancelledAt <= now);
        }
        for (const Patient& patient : all.patients) QVERIFY(patient.registeredAt <= now);
    }

    void nightIsShownAsAtTen() {
        const DemoReport ten = build(at(2026, 5, 5, 10));
        const DemoReport night = build(at(2026, 5, 5, 22));
        QVERIFY(qAbs(ten.visitsToday - night.visitsToday) <= ten.visitsToday / 10);
    }

    void noVisits() {
        const DemoReport report = build(at(2026, 5, 5, 11), 200, 1, false);
        QCOMPARE(report.visits, 0);
        QCOMPARE(rows().patients.size(), 200);
        QVERIFY(rows().visits.isEmpty());
    }

    void oneDayMore() {
        build(at(2026, 5, 5, 11));
        const Rows before = rows();
        DemoOptions options;
        options.now = at(2026, 5, 7, 11);
        const auto report = refreshDemoDay(*m_store, options);
        QVERIFY(report.has_value());
        QVERIFY(report->visitsToday > 40);
        const Rows after = rows();
        QCOMPARE(after.patients.size(), before.patients.size());
        QCOMPARE(after.visits.size(), before.visits.size() + report->visits);
        QSet<qint64> numbers;
        for (const Visit& visit : after.visits) {
            QVERIFY(!numbers.contains(visit.registrationNumber));
            numbers.insert(visit.registrationNumber);
            QVERIFY(visit.registeredAt <= options.now);
        }
        const auto again = refreshDemoDay(*m_store, options);
        QVERIFY(again && again->visits == 0);
    }

    void accountsLogIn() {
        build(at(2026, 5, 5, 11), 50);
        QSet<Role> roles;
        write([&](WishTx& tx) {
            const QList<Account> accounts = listAccounts(tx);
            QCOMPARE(accounts.size(), demoAccounts().size());
            for (const Account& account : accounts) {
                for (const DemoAccount& demo : demoAccounts()) {
                    if (demo.login != account.user.login) continue;
                    QVERIFY(checkNewPassword(demo.password, demo.login));
                    QVERIFY(passwordMatches(demo.password, account.user.passwordHash));
                    QVERIFY(!account.user.mustChangePassword && account.user.active);
                    QCOMPARE(account.roles, QList<Role>{demo.role});
                    roles.insert(demo.role);
                }
            }
        });
        QCOMPARE(roles.size(), qsizetype(std::size(kRoles)));
        QVERIFY(!*isUnused(*m_store));
    }
};

QTEST_GUILESS_MAIN(DemoHospitalTest)
#include "demo_hospital_test.moc"
