// SPDX-License-Identifier: GPL-3.0-or-later
// The main job through a real server on both engines: find, register, visit, ticket, cancel, live list.
#include <QTest>
#include <QThread>
#include <algorithm>
#include <future>

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
        const auto made = m_desk->submit(RegisterPatient{testPatient(1), {}});
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
        const auto first = m_desk->submit(RegisterPatient{testPatient(7), {}});
        QVERIFY2(first, failure(first));
        auto other = m_rig->client(Role::RegistrationClerk);
        const auto second = other->submit(RegisterPatient{testPatient(7), {}});
        QVERIFY(!second);
        QCOMPARE(second.error().code, ErrorCode::NikTaken);
        QCOMPARE(second.error().args.first(), first->id.toString());
        // The queue of the refused device goes on.
        const auto third = other->submit(RegisterPatient{testPatient(8), {}});
        QVERIFY2(third, failure(third));
    }

    void cancelsWithReason() {
        const auto patient = m_desk->submit(RegisterPatient{testPatient(2), {}});
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
        const auto patient = m_desk->submit(RegisterPatient{testPatient(3), {}});
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
        const auto patient = m_desk->submit(RegisterPatient{testPatient(4), {}});
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
        const auto made = m_desk->submit(RegisterPatient{testPatient(5), {}});
        const Patient seen = m_desk->ask(GetPatient{made->id})->patient;
        Patient wanted = seen;
        wanted.phone = QStringLiteral("08001111111");
        QVERIFY2(m_desk->submit(EditPatient{made->id, changesBetween(seen, wanted)}), "edit");
        Patient other = seen;
        other.address = QStringLiteral("Jl. Kenanga 9");
        QVERIFY2(m_desk->submit(EditPatient{made->id, changesBetween(seen, other)}), "other field");
        Patient clash = seen;
        clash.phone = QStringLiteral("08002222222");
        const auto refused = m_desk->submit(EditPatient{made->id, changesBetween(seen, clash)});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::ChangedMeanwhile);
        const Patient now = m_desk->ask(GetPatient{made->id})->patient;
        QCOMPARE(now.phone, QStringLiteral("08001111111"));
        QCOMPARE(now.address, QStringLiteral("Jl. Kenanga 9"));
    }

    /// Whom two series of one letter call is never called twice by the same text.
    void twoSeriesOfOneLetterShareItsNumbers() {
        const auto patient = m_desk->submit(RegisterPatient{testPatient(20), {}});
        RegisterVisit morning = visitOf(patient->id, 5);
        morning.session = PracticeSession::Morning;
        RegisterVisit afternoon = visitOf(patient->id, 5);
        afternoon.session = PracticeSession::Afternoon;
        afternoon.repeat = true;
        const auto first = m_desk->submit(morning);
        const auto second = m_desk->submit(afternoon);
        QVERIFY2(first && second, failure(second));
        QVERIFY(first->ticket.series != second->ticket.series);
        QCOMPARE(ticketText(first->ticket.letter, first->ticket.number), QStringLiteral("G-001"));
        QCOMPARE(ticketText(second->ticket.letter, second->ticket.number), QStringLiteral("G-002"));
        // The proof is the database's.
        WriteContext context;
        context.writeId = Uuid::named("twice");
        const auto twice = m_rig->store()->write(context, [&](WishTx& tx) -> Status {
            Ticket copy = first->ticket;
            copy.id = tx.newId<Ticket>();
            copy.series = QStringLiteral("ELSEWHERE");
            tx.insert(copy);
            return {};
        });
        QVERIFY(!twice);
        QCOMPARE(twice.error().code, ErrorCode::ConstraintViolated);
    }

    void theLetterIsTheMasters() {
        const auto patient = m_desk->submit(RegisterPatient{testPatient(21), {}});
        RegisterVisit intent = visitOf(patient->id, 5);
        const CommandId id = m_desk->newCommandId();
        QVERIFY(m_desk->prepare(id, [&](Prepare& p) { return RegisterVisit::prepare(p, intent); }));
        intent.letter = QStringLiteral("X");
        const auto refused = m_desk->command(m_desk->message(RegisterVisit::info.type, encode(intent), id));
        QVERIFY2(refused, failure(refused));
        QCOMPARE(static_cast<ErrorCode>(refused->error), ErrorCode::ChangedMeanwhile);
    }

    void cancellingAVisitCancelsItsTicket() {
        const auto patient = m_desk->submit(RegisterPatient{testPatient(22), {}});
        const auto visit = m_desk->submit(visitOf(patient->id, 6));
        QVERIFY2(visit, failure(visit));
        QVERIFY(m_desk->submit(CancelVisit{visit->visit.id, {}, QStringLiteral("Salah poli")}));
        const auto file = m_desk->ask(GetPatient{patient->id});
        QVERIFY2(file, failure(file));
        QCOMPARE(file->tickets.size(), 1);
        QVERIFY(file->tickets.first().cancelled);
    }

    /// Somebody who came for years: the visits shown and their tickets belong together.
    void everyVisitShownHasItsTicket() {
        const auto patient = m_desk->submit(RegisterPatient{testPatient(23), {}});
        QVERIFY2(patient, failure(patient));
        WriteContext context;
        context.writeId = Uuid::named("years");
        const auto written = m_rig->store()->write(context, [&](WishTx& tx) -> Status {
            for (std::uint32_t i = 0; i < 230; ++i) {
                Visit visit;
                visit.id = tx.newId<Visit>(i);
                visit.patientId = patient->id;
                visit.registrationNumber = 900'000 + i;
                visit.serviceDate = QDate(2020, 1, 1).addDays(i);
                visit.clinicId = m_rig->masters().clinics[6].id;
                visit.doctorId = m_rig->masters().doctors[6].id;
                visit.payerId = m_rig->masters().payers.first().id;
                tx.insert(visit);
                Ticket ticket;
                ticket.id = tx.newId<Ticket>(i);
                ticket.visitId = visit.id;
                ticket.patientId = patient->id;
                ticket.clinicId = visit.clinicId;
                ticket.serviceDate = visit.serviceDate;
                ticket.series = QStringLiteral("P07/H");
                ticket.letter = QStringLiteral("H");
                ticket.number = 1;
                tx.insert(ticket);
            }
            return {};
        });
        QVERIFY2(written, failure(written));
        const auto file = m_desk->ask(GetPatient{patient->id});
        QVERIFY2(file, failure(file));
        QCOMPARE(file->visits.first().serviceDate, QDate(2020, 1, 1).addDays(229));
        QSet<VisitId> withTicket;
        for (const Ticket& ticket : file->tickets) withTicket.insert(ticket.visitId);
        QCOMPARE(file->visits.size(), 200);
        for (const Visit& visit : file->visits) QVERIFY(withTicket.contains(visit.id));
        const auto list = m_desk->ask(ListVisits{QDate(2020, 2, 1), {}, 100});
        QVERIFY2(list, failure(list));
        QCOMPARE(list->lines.size(), 1);
        QCOMPARE(list->lines.first().ticket.number, std::optional<qint64>(1));
    }

    /// The check of an edit passes, then somebody else is faster: the clerk hears it instead of "saved".
    void anEditThatLosesARaceIsRefused() {
        const auto made = m_desk->submit(RegisterPatient{testPatient(24), {}});
        const Patient seen = m_desk->ask(GetPatient{made->id})->patient;
        Patient wanted = seen;
        wanted.phone = QStringLiteral("08002222222");
        const auto store = m_rig->store();
        std::future<Result<PatientMade>> edit;
        WriteContext context;
        context.writeId = Uuid::named("faster");
        const auto faster = store->write(context, [&](WishTx& tx) -> Status {
            tx.patch<Patient>(made->id, [](Patient& row) { row.phone = QStringLiteral("08001111111"); });
            edit = std::async(std::launch::async, [&] {
                return m_desk->submit(EditPatient{made->id, changesBetween(seen, wanted)});
            });
            QThread::msleep(400);  // The other has checked by now and waits for the row.
            return {};
        });
        QVERIFY2(faster, failure(faster));
        const auto refused = edit.get();
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::ChangedMeanwhile);
        QCOMPARE(m_desk->ask(GetPatient{made->id})->patient.phone, QStringLiteral("08001111111"));
    }

    void mastersAreJudgedAsTheyWillStand() {
        auto head = m_rig->client(Role::HeadOfRegistration);
        const Clinic base = m_rig->masters().clinics[7];  // 08:00 to 13:00
        Clinic later = base;
        later.opensMinute = 12 * 60;
        QVERIFY2(head->submit(SaveMaster<Clinic>{base, later}), "opens later");
        Clinic shorter = base;
        shorter.closesMinute = 11 * 60;  // Good with the opening its author saw, and with no other.
        const auto empty = head->submit(SaveMaster<Clinic>{base, shorter});
        QVERIFY(!empty);
        QCOMPARE(empty.error().code, ErrorCode::FieldOutOfRange);
        Clinic taken = base;
        taken.letter = m_rig->masters().clinics[0].letter;
        const auto letter = head->submit(SaveMaster<Clinic>{base, taken});
        QVERIFY(!letter);
        QCOMPARE(letter.error().code, ErrorCode::LetterTaken);
        QCOMPARE(letter.error().args, QStringList({taken.letter, m_rig->masters().clinics[0].name}));
        Payer nobody = m_rig->masters().payers.first();
        nobody.id = PayerId(Uuid::named("nobody"));
        Payer renamed = nobody;
        renamed.name = QStringLiteral("Lain");
        const auto unknown = head->submit(SaveMaster<Payer>{nobody, renamed});
        QVERIFY(!unknown);
        QCOMPARE(unknown.error().code, ErrorCode::PayerUnknown);
    }

    /// Of people with one name, the one who lives there; and a new home is found as soon as it is noted.
    void findsByVillage() {
        const auto living = [&](int number, const char* area) {
            RegisterPatient command{testPatient(number), {}};
            command.patient.name = QStringLiteral("Zulaikah Permatasari");
            command.patient.birthDate = QDate(1960 + number % 40, 1, 1);
            command.details.area = QString::fromLatin1(area);
            return m_desk->submit(command);
        };
        const auto one = living(31, "Pondok Rangon, Cipayung, Kota Jakarta Timur, DKI Jakarta");
        const auto other = living(32, "Sukatani, Tapos, Kota Depok, Jawa Barat");
        QVERIFY2(one, failure(one));
        QVERIFY2(other, failure(other));
        const auto foundBy = [&](const char* typed) {
            const auto found = m_desk->ask(FindPatients{QString::fromLatin1(typed)});
            return found ? found->hits : QList<PatientHit>();
        };
        for (const char* typed : {"zulaikah pondok", "permata zulai pondok rangon", "zulaikah desa rangon",
                                  "zulaikah kec cipayung", "rangon 1991"}) {
            const QList<PatientHit> hits = foundBy(typed);
            QVERIFY2(hits.size() == 1 && hits.first().patient.id == one->id, typed);
            QVERIFY2(hits.first().reasons.contains(MatchReason::Village), typed);
            QCOMPARE(hits.first().village, QStringLiteral("Pondok Rangon"));
        }
        QCOMPARE(foundBy("zulaikah").size(), 2);
        QVERIFY(foundBy("zulaikah tanjungpriuk").isEmpty());
        PatientDetails before, after;
        before.area = QStringLiteral("Sukatani, Tapos, Kota Depok, Jawa Barat");
        after.area = QStringLiteral("Tanjungpriuk");
        EditPatient moves;
        moves.id = other->id;
        moves.detailChanges = changesBetween(before, after);
        const auto moved = m_desk->submit(moves);
        QVERIFY2(moved, failure(moved));
        QCOMPARE(foundBy("zulaikah tanjungpriuk").size(), 1);
        QVERIFY(foundBy("zulaikah sukatani").isEmpty());
    }

    void findsWhatWasMeant() {
        Patient patient = testPatient(25);
        patient.name = QStringLiteral("Wiratmaja Kusumo");
        patient.birthDate = QDate(1990, 1, 1);
        const auto made = m_desk->submit(RegisterPatient{patient, {}});
        QVERIFY2(made, failure(made));
        for (const char* typed :
             {"wirtamaja", "wiratmajs kusumo", "wirstmaja 1990", "kusimo wiratmaja", "wratmaja ksumo",
              "wiramaja kusumo", "iratmaja kus", "wiretm", "wiratmajax", "qiratmaja kusumi"}) {
            const auto found = m_desk->ask(FindPatients{QString::fromLatin1(typed)});
            QVERIFY2(found, failure(found));
            QVERIFY2(found->hits.size() == 1 && found->hits.first().patient.id == made->id, typed);
            QVERIFY2(found->hits.first().reasons.contains(MatchReason::NameTypo), typed);
        }
        // A date that is a number as well finds both, the number first.
        WriteContext context;
        context.writeId = Uuid::named("numbered");
        const PatientId numbered(Uuid::derive(context.writeId, entityInfo<Patient>.kind, 0));
        QVERIFY(m_rig->store()->write(context, [&](WishTx& tx) -> Status {
            Patient other = testPatient(26);
            other.id = numbered;
            other.mrn = 1011990;
            tx.insert(other);
            return {};
        }));
        const auto both = m_desk->ask(FindPatients{QStringLiteral("01011990")});
        QVERIFY2(both, failure(both));
        QCOMPARE(both->hits.size(), 2);
        QCOMPARE(both->hits.first().patient.id, numbered);
        const auto named = m_desk->ask(FindPatients{QStringLiteral("wiratmaja 01011990")});
        QVERIFY2(named, failure(named));
        QVERIFY(std::any_of(named->hits.begin(), named->hits.end(),
                            [&](const PatientHit& hit) { return hit.patient.id == made->id; }));
        const auto labelled = m_desk->ask(FindPatients{QStringLiteral("rm %1").arg(made->mrn)});
        QVERIFY2(labelled, failure(labelled));
        QVERIFY(!labelled->hits.isEmpty() && labelled->hits.first().patient.id == made->id);
    }

    void clinicClosedMeanwhile() {
        const auto patient = m_desk->submit(RegisterPatient{testPatient(6), {}});
        auto head = m_rig->client(Role::HeadOfRegistration);
        Clinic closed = m_rig->masters().clinics[4];
        closed.active = false;
        QVERIFY2(head->submit(SaveMaster<Clinic>{m_rig->masters().clinics[4], closed}), "close");
        const auto refused = m_desk->submit(visitOf(patient->id, 4));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::ClinicClosed);
    }

  private:
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
