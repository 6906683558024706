// SPDX-License-Identifier: GPL-3.0-or-later
// The main job through a real server on both engines: find, register, visit, ticket, cancel, live list.
#include <QTest>

#include "tests/server/server_rig.h"
#include "tests/support/test_postgres.h"

using namespace simrs;
using namespace simrs::test;

class MainJobTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase_data() {
        QTest::addColumn<bool>("postgres");
        QTest::newRow("sqlite") << false;
        QTest::newRow("postgres") << true;
    }
    /// One server for each engine; every test has a clinic and a patient of its own.
    void init() {
        QFETCH_GLOBAL(bool, postgres);
        auto& rig = m_rigs[postgres ? 1 : 0];
        if (!rig) {
            rig = std::make_unique<ServerRig>(
                postgres ? testDatabaseUrl(QStringLiteral("mainjob")) : QString(), 8);
            m_desks[postgres ? 1 : 0] = rig->client(Role::RegistrationClerk);
        }
        m_rig = rig.get();
        m_desk = m_desks[postgres ? 1 : 0].get();
    }

    void registersAPatientAndAVisit() {
        const auto made = m_desk->submit(RegisterPatient{testPatient(1)});
        QVERIFY2(made, failure(made));
        QVERIFY(made->mrn > 0);
        const auto visit = m_desk->submit(visitOf(made->id, 0));
        QVERIFY2(visit, failure(visit));
        QCOMPARE(ticketText(visit->ticket.letter, visit->ticket.number), QStringLiteral("B-001"));
        const auto second = m_desk->submit(visitOf(made->id, 0));
        QVERIFY(!second);
        QCOMPARE(second.error().code, ErrorCode::AlreadyRegistered);
        RegisterVisit again = visitOf(made->id, 0);
        again.repeat = true;
        const auto third = m_desk->submit(again);
        QVERIFY2(third, failure(third));
        QCOMPARE(*third->ticket.number, 2);

        const auto found = m_desk->ask(FindPatients{QStringLiteral("sit uji1 1985")});
        QVERIFY2(found, failure(found));
        QCOMPARE(found->hits.size(), 1);
        QVERIFY(found->hits.first().reasons.contains(MatchReason::BirthYear));
        QVERIFY(found->hits.first().lastVisit.isValid());
        const auto file = m_desk->ask(GetPatient{made->id});
        QVERIFY2(file, failure(file));
        QCOMPARE(file->visits.size(), 2);
        QCOMPARE(file->tickets.size(), 2);
    }

    void twoClerksOneNik() {
        const auto first = m_desk->submit(RegisterPatient{testPatient(7)});
        QVERIFY2(first, failure(first));
        auto other = m_rig->client(Role::RegistrationClerk);
        const auto second = other->submit(RegisterPatient{testPatient(7)});
        QVERIFY(!second);
        QCOMPARE(second.error().code, ErrorCode::NikTaken);
        QCOMPARE(second.error().args.first(), first->id.toString());
        // The queue of the refused device goes on.
        const auto third = other->submit(RegisterPatient{testPatient(8)});
        QVERIFY2(third, failure(third));
    }

    void cancelsWithReason() {
        const auto patient = m_desk->submit(RegisterPatient{testPatient(2)});
        const auto visit = m_desk->submit(visitOf(patient->id, 1));
        QVERIFY2(visit, failure(visit));
        QVERIFY(!m_desk->submit(CancelVisit{visit->visit.id, visit->ticket.id, QStringLiteral("  ")}));
        const auto done =
            m_desk->submit(CancelVisit{visit->visit.id, visit->ticket.id, QStringLiteral("Salah poli")});
        QVERIFY2(done, failure(done));
        const auto twice =
            m_desk->submit(CancelVisit{visit->visit.id, visit->ticket.id, QStringLiteral("Salah poli")});
        QVERIFY(!twice);
        QCOMPARE(twice.error().code, ErrorCode::VisitCancelled);
        const auto next = m_desk->submit(visitOf(patient->id, 1));
        QVERIFY2(next, failure(next));
        QCOMPARE(*next->ticket.number, 2);  // The cancelled number is not given again.
    }

    void repeatedCommandGivesTheStoredResult() {
        const auto patient = m_desk->submit(RegisterPatient{testPatient(3)});
        QVERIFY2(patient, failure(patient));
        RegisterVisit intent = visitOf(patient->id, 2);
        const CommandId id = m_desk->newCommandId();
        QVERIFY(m_desk->prepare(id, [&](Prepare& p) { return RegisterVisit::prepare(p, intent); }));
        const CommandMessage message = m_desk->message(RegisterVisit::info.type, encode(intent), id);
        const auto first = m_desk->command(message);
        const auto again = m_desk->command(message);
        QVERIFY2(first && again, failure(again));
        QCOMPARE(*first, *again);
        CommandMessage gap =
            m_desk->message(RegisterVisit::info.type, encode(intent), m_desk->newCommandId());
        CommandMessage renumbered = message;
        renumbered.seq = gap.seq++;
        const auto known = m_desk->command(renumbered);
        QVERIFY2(known, failure(known));
        QCOMPARE(*known, *first);
        gap.seq += 5;
        const auto refused = m_desk->command(gap);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::OutOfOrder);
    }

    void liveListIsTold() {
        auto watcher = m_rig->client(Role::Manager);
        const QDate today = dayIn(m_rig->masters().hospital.zone, SystemClock().now());
        QVERIFY(watcher->subscribe(1, ListVisits::info.type, encode(ListVisits{today, {}, 100})));
        const auto patient = m_desk->submit(RegisterPatient{testPatient(4)});
        QVERIFY2(m_desk->submit(visitOf(patient->id, 3)), "visit");
        const auto changed = watcher->awaitChanged(5000);
        QVERIFY2(changed, failure(changed));
        QCOMPARE(*changed, 1);
        const auto list = watcher->ask(ListVisits{today, {}, 100});
        QVERIFY2(list, failure(list));
        QVERIFY(!list->lines.isEmpty());
        QCOMPARE(list->lines.first().patientName, QStringLiteral("Siti Uji4"));
    }

    void editsMergeByValue() {
        const auto made = m_desk->submit(RegisterPatient{testPatient(5)});
        const Patient seen = m_desk->ask(GetPatient{made->id})->patient;
        Patient wanted = seen;
        wanted.phone = QStringLiteral("08111111111");
        QVERIFY2(m_desk->submit(EditPatient{made->id, changesBetween(seen, wanted)}), "edit");
        Patient other = seen;
        other.address = QStringLiteral("Jl. Kenanga 9");
        QVERIFY2(m_desk->submit(EditPatient{made->id, changesBetween(seen, other)}), "other field");
        Patient clash = seen;
        clash.phone = QStringLiteral("08222222222");
        const auto refused = m_desk->submit(EditPatient{made->id, changesBetween(seen, clash)});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::ChangedMeanwhile);
        const Patient now = m_desk->ask(GetPatient{made->id})->patient;
        QCOMPARE(now.phone, QStringLiteral("08111111111"));
        QCOMPARE(now.address, QStringLiteral("Jl. Kenanga 9"));
    }

    void clinicClosedMeanwhile() {
        const auto patient = m_desk->submit(RegisterPatient{testPatient(6)});
        auto head = m_rig->client(Role::HeadOfRegistration);
        Clinic closed = m_rig->masters().clinics[4];
        closed.active = false;
        QVERIFY2(head->submit(SaveMaster<Clinic>{m_rig->masters().clinics[4], closed}), "close");
        const auto refused = m_desk->submit(visitOf(patient->id, 4));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::ClinicClosed);
    }

  private:
    template <class T>
    static const char* failure(const Result<T>& result) {
        static QByteArray text;
        text = result ? QByteArray("?")
                      : (errorName(result.error().code) + QLatin1Char(' ') +
                         result.error().args.join(QLatin1Char(',')))
                            .toUtf8();
        return text.constData();
    }
    RegisterVisit visitOf(const PatientId& patient, int clinic) const {
        RegisterVisit intent;
        intent.patientId = patient;
        intent.clinicId = m_rig->masters().clinics[clinic].id;
        intent.doctorId = m_rig->masters().doctors[clinic].id;
        intent.payerId = m_rig->masters().payers.first().id;
        return intent;
    }
    std::unique_ptr<ServerRig> m_rigs[2];
    std::unique_ptr<DeskClient> m_desks[2];
    ServerRig* m_rig = nullptr;
    DeskClient* m_desk = nullptr;
};

QTEST_GUILESS_MAIN(MainJobTest)
#include "main_job_test.moc"
