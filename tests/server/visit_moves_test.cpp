// SPDX-License-Identifier: GPL-3.0-or-later
// What happens to a visit after its registration, on both engines: moved with its trace, completed later, an
// emergency before anybody has papers.
#include <QTest>

#include "common/records/requests.h"
#include "common/registration/visit_requests.h"
#include "tests/server/server_rig.h"
#include "tests/support/test_postgres.h"

using namespace simrs;
using namespace simrs::test;

namespace {

const QString kReason = QStringLiteral("salah poli");

RegisterPatient stranger(Sex sex) {
    RegisterPatient person;
    person.patient.name = QStringLiteral("Tn. X");
    person.patient.sex = sex;
    person.patient.birthDate = QDate(1990, 7, 1);
    person.patient.birthEstimated = true;
    person.patient.noNikReason = NoNikReason::Unknown;
    person.details.ageBand = AgeBand::To40;
    person.details.foundPlace = QStringLiteral("Jl. Merdeka");
    return person;
}

}  // namespace

class VisitMovesTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase_data() {
        QTest::addColumn<bool>("postgres");
        QTest::newRow("sqlite") << false;
        QTest::newRow("postgres") << true;
    }
    void init() {
        QFETCH_GLOBAL(bool, postgres);
        auto& rig = m_rigs[postgres ? 1 : 0];
        if (!rig) {
            rig = std::make_unique<ServerRig>(postgres ? testDatabaseUrl(QStringLiteral("moves")) : QString(),
                                              8);
            m_desks[postgres ? 1 : 0] = rig->client(Role::RegistrationClerk);
        }
        m_rig = rig.get();
        m_desk = m_desks[postgres ? 1 : 0].get();
    }

    void aMoveGivesANewNumberAndKeepsTheOldFindable() {
        const Visit visit = registered(10, 0);
        const auto moved = m_desk->submit(moveTo(visit, 1));
        QVERIFY2(moved, failure(moved));
        QCOMPARE(moved->visit.id, visit.id);
        QCOMPARE(moved->visit.registrationNumber, visit.registrationNumber);
        QCOMPARE(moved->visit.clinicId, clinic(1).id);
        QCOMPARE(moved->ticket.letter, QStringLiteral("C"));
        QCOMPARE(*moved->ticket.number, 1);
        const VisitFile file = *m_desk->ask(GetVisit{visit.id});
        QCOMPARE(file.tickets.size(), 2);
        QCOMPARE(file.changes.size(), 1);
        QCOMPARE(file.changes.first().clinicId, clinic(0).id);
        QCOMPARE(file.changes.first().ticket, QStringLiteral("B-001"));
        QCOMPARE(file.changes.first().reason, kReason);
        QCOMPARE(file.changes.first().by, m_desk->grant().user);
        // The number is not given to the next one.
        const Visit next = registered(11, 0);
        const VisitFile other = *m_desk->ask(GetVisit{next.id});
        QCOMPARE(*other.tickets.first().number, 2);
        // What a paper says still finds the patient.
        const auto found = m_desk->ask(FindPatients{QStringLiteral("B-001")});
        QVERIFY2(found, failure(found));
        QCOMPARE(found->hits.size(), 1);
        QCOMPARE(found->hits.first().patient.id, visit.patientId);
    }

    void anotherPayerKeepsTheNumber() {
        const Visit visit = registered(12, 2);
        const Ticket before = m_desk->ask(GetVisit{visit.id})->tickets.first();
        MoveVisit command = moveTo(visit, 2);
        command.payerId = m_rig->masters().payers.last().id;
        // JKN needs a card.
        QCOMPARE(m_desk->submit(command).error().code, ErrorCode::PayerNeedsCard);
        const Patient seen = m_desk->ask(GetPatient{visit.patientId})->patient;
        Patient wanted = seen;
        wanted.card = QStringLiteral("0009990000012");
        QVERIFY(m_desk->submit(EditPatient{visit.patientId, changesBetween(seen, wanted)}));
        const auto moved = m_desk->submit(command);
        QVERIFY2(moved, failure(moved));
        QCOMPARE(moved->visit.payerId, command.payerId);
        QCOMPARE(moved->ticket, before);
        QVERIFY(m_desk->ask(GetVisit{visit.id})->changes.first().ticket.isEmpty());
    }

    void whatCannotBeMoved() {
        const Visit visit = registered(13, 3);
        MoveVisit command = moveTo(visit, 4);
        command.reason = QStringLiteral("  ");
        QCOMPARE(m_desk->submit(command).error().code, ErrorCode::ReasonRequired);
        QCOMPARE(m_desk->submit(moveTo(visit, 3)).error().code, ErrorCode::FieldRequired);
        MoveVisit back = moveTo(visit, 4);
        back.serviceDate = visit.serviceDate.addDays(-1);
        QCOMPARE(m_desk->submit(back).error().args, QStringList{QStringLiteral("service_date")});
        back.serviceDate = visit.serviceDate.addYears(36);
        QCOMPARE(m_desk->submit(back).error().args, QStringList{QStringLiteral("service_date")});
        MoveVisit elsewhere = moveTo(visit, 4);
        elsewhere.doctorId = m_rig->masters().doctors[5].id;
        QCOMPARE(m_desk->submit(elsewhere).error().code, ErrorCode::DoctorElsewhere);
        // Somebody else was faster.
        QVERIFY(m_desk->submit(moveTo(visit, 4)));
        QCOMPARE(m_desk->submit(moveTo(visit, 5)).error().code, ErrorCode::ChangedMeanwhile);
        const Visit now = m_desk->ask(GetVisit{visit.id})->visit;
        QVERIFY(m_desk->submit(CancelVisit{visit.id, {}, kReason}));
        QCOMPARE(m_desk->submit(moveTo(now, 5)).error().code, ErrorCode::VisitCancelled);
    }

    void notAfterSomebodyHasWrittenIntoIt() {
        const Visit visit = registered(14, 3);
        auto doctor = m_rig->client(Role::Doctor);
        const auto note = doctor->submit(WriteNote{visit.id, visit.patientId, QStringLiteral("Demam")});
        QVERIFY2(note, failure(note));
        const Visit now = m_desk->ask(GetVisit{visit.id})->visit;
        QVERIFY(!now.openedAt.isNull());
        QCOMPARE(m_desk->submit(moveTo(now, 4)).error().code, ErrorCode::VisitOpened);
        QVERIFY(doctor->submit(WriteNote{visit.id, visit.patientId, QStringLiteral("Lagi")}));
        QCOMPARE(m_desk->ask(GetVisit{visit.id})->visit.openedAt, now.openedAt);
    }

    void whatSomebodyHasWrittenIntoIsNotCancelled() {
        const Visit visit = registered(25, 3);
        auto doctor = m_rig->client(Role::Doctor);
        QVERIFY(doctor->submit(WriteNote{visit.id, visit.patientId, QStringLiteral("Demam")}));
        QCOMPARE(m_desk->submit(CancelVisit{visit.id, {}, kReason}).error().code, ErrorCode::VisitOpened);
    }

    /// A move asks what a registration asks.
    void notToWhereHeIsAlready() {
        const Visit one = registered(26, 3);
        const auto other = m_desk->submit(visitOf(one.patientId, 4));
        QVERIFY2(other, failure(other));
        QCOMPARE(m_desk->submit(moveTo(one, 4)).error().code, ErrorCode::AlreadyRegistered);
        QVERIFY(m_desk->submit(CancelVisit{other->visit.id, {}, kReason}));
        const auto moved = m_desk->submit(moveTo(one, 4));
        QVERIFY2(moved, failure(moved));
        QCOMPARE(moved->visit.inClinic, Newness::New);
    }

    void newInAClinicIsToldAnewByAMove() {
        const Visit first = registered(27, 5);
        const auto second = m_desk->submit(visitOf(first.patientId, 4));
        QVERIFY2(second, failure(second));
        QVERIFY(m_desk->submit(moveTo(first, 3)));
        RegisterVisit third = visitOf(first.patientId, 2);
        const auto made = m_desk->submit(third);
        QVERIFY2(made, failure(made));
        QCOMPARE(made->visit.inClinic, Newness::New);
        MoveVisit tomorrow = moveTo(made->visit, 4);
        tomorrow.serviceDate = made->visit.serviceDate.addDays(1);
        const auto moved = m_desk->submit(tomorrow);
        QVERIFY2(moved, failure(moved));
        QCOMPARE(moved->visit.inClinic, Newness::Returning);
    }

    /// An episode is one person's.
    void nobodyElsesEpisode() {
        const Visit one = registered(28, 3);
        RegisterVisit other = visitOf(registered(29, 4).patientId, 5);
        other.episodeId = one.episodeId;
        QCOMPARE(m_desk->submit(other).error().args, QStringList{QStringLiteral("episode_id")});
        RegisterVisit own = visitOf(one.patientId, 5);
        own.episodeId = one.episodeId;
        QVERIFY(m_desk->submit(own));
    }

    void toAnotherDay() {
        const Visit visit = registered(15, 5);
        MoveVisit command = moveTo(visit, 5);
        command.serviceDate = visit.serviceDate.addDays(3);
        const auto moved = m_desk->submit(command);
        QVERIFY2(moved, failure(moved));
        QCOMPARE(moved->visit.serviceDate, command.serviceDate);
        QCOMPARE(moved->ticket.serviceDate, command.serviceDate);
        QCOMPARE(*moved->ticket.number, 1);
    }

    void newAndReturningAreTwoThings() {
        const Visit first = registered(16, 0);
        QCOMPARE(first.inHospital, Newness::New);
        QCOMPARE(first.inClinic, Newness::New);
        const auto second = m_desk->submit(visitOf(first.patientId, 1));
        QVERIFY2(second, failure(second));
        QCOMPARE(second->visit.inHospital, Newness::Returning);
        QCOMPARE(second->visit.inClinic, Newness::New);
        RegisterVisit again = visitOf(first.patientId, 0);
        again.repeat = true;
        const auto third = m_desk->submit(again);
        QCOMPARE(third->visit.inClinic, Newness::Returning);
        // A visit that was cancelled was none.
        const Visit lone = registered(17, 0);
        QVERIFY(m_desk->submit(CancelVisit{lone.id, {}, kReason}));
        const auto anew = m_desk->submit(visitOf(lone.patientId, 0));
        QCOMPARE(anew->visit.inHospital, Newness::New);
    }

    void careBeforePaper() {
        ReceiveUnknown command;
        command.person = stranger(Sex::Male);
        command.visit.clinicId = emergency().id;
        command.visit.payerId = m_rig->masters().payers.first().id;
        const auto made = m_desk->submit(command);
        QVERIFY2(made, failure(made));
        QVERIFY(made->patient.mrn > 0);
        QCOMPARE(made->visit.patientId, made->patient.id);
        QCOMPARE(made->visit.type, VisitType::Emergency);
        QVERIFY(!made->visit.arrivedAt.isNull());
        QVERIFY(made->visit.triagedAt.isNull());
        QVERIFY(made->visit.registeredAt >= made->visit.arrivedAt);
        const PatientFile file = *m_desk->ask(GetPatient{made->patient.id});
        QVERIFY(file.details.unidentified);
        QCOMPARE(file.details.ageBand, AgeBand::To40);
        QVERIFY(file.tickets.isEmpty());
        QCOMPARE(lacksOf(made->visit.id), (QList<VisitLack>{VisitLack::Identity, VisitLack::Triage}));

        const auto triaged = m_desk->submit(NoteTriage{made->visit.id, {}});
        QVERIFY2(triaged, failure(triaged));
        const Instant when = m_desk->ask(GetVisit{made->visit.id})->visit.triagedAt;
        QVERIFY(!when.isNull());
        // The first time counts.
        QVERIFY(m_desk->submit(NoteTriage{made->visit.id, {}}));
        QCOMPARE(m_desk->ask(GetVisit{made->visit.id})->visit.triagedAt, when);
        QCOMPARE(lacksOf(made->visit.id), QList<VisitLack>{VisitLack::Identity});

        // He turns out to be somebody: the same file, with a name.
        Patient named = file.patient;
        named.name = QStringLiteral("Slamet Riyanto");
        PatientDetails known = file.details;
        known.unidentified = false;
        QVERIFY(m_desk->submit(EditPatient{file.patient.id, changesBetween(file.patient, named),
                                           changesBetween(file.details, known)}));
        QVERIFY(lacksOf(made->visit.id).isEmpty());
        QCOMPARE(m_desk->ask(GetVisit{made->visit.id})->patient.name, named.name);
    }

    void anUnknownIsAnEmergency() {
        ReceiveUnknown command;
        command.person = stranger(Sex::Female);
        command.visit.clinicId = clinic(0).id;
        command.visit.payerId = m_rig->masters().payers.first().id;
        QCOMPARE(m_desk->submit(command).error().code, ErrorCode::VisitTypeInvalid);
        const Visit visit = registered(18, 0);
        QCOMPARE(m_desk->submit(NoteTriage{visit.id, {}}).error().code, ErrorCode::VisitTypeInvalid);
    }

    void theSepComesLater() {
        const auto patient = m_desk->submit(RegisterPatient{withCard(19), {}});
        RegisterVisit command = visitOf(patient->id, 0);
        command.payerId = m_rig->masters().payers.last().id;
        command.details.membership = Membership::Active;
        command.details.referralNumber = QStringLiteral("0137u0501126p000514 ");
        const auto made = m_desk->submit(command);
        QVERIFY2(made, failure(made));
        const VisitFile file = *m_desk->ask(GetVisit{made->visit.id});
        QCOMPARE(file.details.referralNumber, QStringLiteral("0137U0501126P000514"));
        QVERIFY(!file.details.membershipCheckedAt.isNull());
        QCOMPARE(lacksOf(made->visit.id), QList<VisitLack>{VisitLack::Sep});
        VisitDetails wanted = file.details;
        wanted.sep = QStringLiteral("0137U0501126V00051");
        const auto refused =
            m_desk->submit(EditVisitDetails{made->visit.id, changesBetween(file.details, wanted)});
        QCOMPARE(refused.error().code, ErrorCode::FieldInvalid);
        wanted.sep = QStringLiteral("0137U0501126V000514");
        const auto kept =
            m_desk->submit(EditVisitDetails{made->visit.id, changesBetween(file.details, wanted)});
        QVERIFY2(kept, failure(kept));
        QVERIFY(lacksOf(made->visit.id).isEmpty());
        // A second one who still saw none is told.
        VisitDetails other = file.details;
        other.sep = QStringLiteral("0137U0501126V000515");
        QCOMPARE(m_desk->submit(EditVisitDetails{made->visit.id, changesBetween(file.details, other)})
                     .error()
                     .code,
                 ErrorCode::ChangedMeanwhile);
    }

    void aVisitWithoutDetailsGetsThem() {
        const Visit visit = registered(24, 6);
        VisitDetails wanted;
        wanted.escortName = QStringLiteral("Budi");
        const auto kept = m_desk->submit(EditVisitDetails{visit.id, changesBetween(VisitDetails(), wanted)});
        QVERIFY2(kept, failure(kept));
        const VisitFile file = *m_desk->ask(GetVisit{visit.id});
        QCOMPARE(file.details.escortName, wanted.escortName);
        QCOMPARE(file.details.patientId, visit.patientId);
    }

    void cleanupTestCase() {
        for (auto& desk : m_desks) desk.reset();
        for (auto& rig : m_rigs) rig.reset();
    }

  private:
    const Clinic& clinic(int at) const { return m_rig->masters().clinics[at]; }
    const Clinic& emergency() const { return m_rig->masters().clinics.last(); }
    static Patient withCard(int number) {
        Patient patient = testPatient(number);
        patient.card = QStringLiteral("00099900000%1").arg(number, 2, 10, QLatin1Char('0'));
        return patient;
    }
    RegisterVisit visitOf(const PatientId& patient, int at) const {
        RegisterVisit command;
        command.patientId = patient;
        command.clinicId = clinic(at).id;
        command.doctorId = m_rig->masters().doctors[at].id;
        command.payerId = m_rig->masters().payers.first().id;
        return command;
    }
    MoveVisit moveTo(const Visit& visit, int at) const {
        MoveVisit command;
        command.visitId = visit.id;
        command.base = visit;
        command.clinicId = clinic(at).id;
        command.doctorId = m_rig->masters().doctors[at].id;
        command.session = visit.session;
        command.payerId = visit.payerId;
        command.serviceDate = visit.serviceDate;
        command.reason = kReason;
        return command;
    }
    Visit registered(int number, int at) {
        const auto patient = m_desk->submit(RegisterPatient{testPatient(number), {}});
        if (!patient) qFatal("%s", failure(patient));
        const auto visit = m_desk->submit(visitOf(patient->id, at));
        if (!visit) qFatal("%s", failure(visit));
        return visit->visit;
    }
    QList<VisitLack> lacksOf(const VisitId& visit) {
        const QDate today = dayIn(m_rig->masters().hospital.zone, SystemClock().now());
        const auto list = m_desk->ask(ListUnfinished{today, 7});
        if (!list) qFatal("%s", failure(list));
        for (const UnfinishedVisit& one : list->visits)
            if (one.line.visit.id == visit) return one.lacks;
        return {};
    }

    std::unique_ptr<ServerRig> m_rigs[2];
    std::unique_ptr<DeskClient> m_desks[2];
    ServerRig* m_rig = nullptr;
    DeskClient* m_desk = nullptr;
};

QTEST_GUILESS_MAIN(VisitMovesTest)
#include "visit_moves_test.moc"
