// SPDX-License-Identifier: GPL-3.0-or-later
// A stay on both engines: admitted from the emergency department or directly, moved, discharged; one patient
// lies in one bed.
#include <QTest>

#include <atomic>
#include <thread>

#include "common/registration/stay_requests.h"
#include "tests/server/server_rig.h"
#include "tests/support/test_postgres.h"

using namespace simrs;
using namespace simrs::test;

namespace {

template <Entity E>
E saved(DeskClient& head, E row) {
    const auto made = head.submit(SaveMaster<E>{E(), row});
    if (!made) qFatal("%s", failure(made));
    return made->row;
}

}  // namespace

class StaysTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase_data() {
        QTest::addColumn<bool>("postgres");
        QTest::newRow("sqlite") << false;
        QTest::newRow("postgres") << true;
    }
    void init() {
        QFETCH_GLOBAL(bool, postgres);
        auto& hospital = m_hospitals[postgres ? 1 : 0];
        if (!hospital) hospital = std::make_unique<World>(postgres);
        m = hospital.get();
    }

    void directlyThenMovedThenHome() {
        const PatientId patient = somebody(1);
        AdmitPatient command = admission(patient);
        const auto made = m->desk->submit(command);
        QVERIFY2(made, failure(made));
        QCOMPARE(made->visit.type, VisitType::Inpatient);
        QCOMPARE(made->visit.clinicId, m->ward.id);
        QVERIFY(made->visit.registrationNumber > 0);
        QVERIFY(made->ticket.id.isNull());
        const Stay stay = stayOf(made->visit.id);
        QCOMPARE(stay.given, CareClass::Class2);
        QVERIFY(stay.discharge == Discharge::StillHere);
        QCOMPARE(linesOf(m->ward.id, patient), 1);

        const auto moved = m->desk->submit(
            MoveStay{stay, m->other.id, {}, stay.leaderId, CareClass::Class1, QStringLiteral("naik kelas")});
        QVERIFY2(moved, failure(moved));
        QCOMPARE(linesOf(m->ward.id, patient), 0);
        QCOMPARE(linesOf(m->other.id, patient), 1);
        const VisitFile file = *m->desk->ask(GetVisit{made->visit.id});
        QCOMPARE(file.visit.clinicId, m->other.id);
        QCOMPARE(file.moves.size(), 2);
        QCOMPARE(file.moves.first().wardId, m->ward.id);
        QCOMPARE(file.moves.last().reason, QStringLiteral("naik kelas"));

        DischargePatient leave;
        leave.visitId = made->visit.id;
        leave.discharge = Discharge::Home;
        const auto left = m->desk->submit(leave);
        QVERIFY2(left, failure(left));
        QCOMPARE(linesOf({}, patient), 0);
        QVERIFY(!stayOf(made->visit.id).leftAt.isNull());
        QCOMPARE(m->desk->submit(leave).error().code, ErrorCode::StayEnded);
        QCOMPARE(m->desk->ask(GetPatient{patient})->stays.size(), 1);
    }

    void fromTheEmergencyDepartmentInOneEpisode() {
        const PatientId patient = somebody(2);
        RegisterVisit emergency;
        emergency.patientId = patient;
        emergency.type = VisitType::Emergency;
        emergency.clinicId = m->rig.masters().clinics.last().id;
        emergency.payerId = m->rig.masters().payers.first().id;
        const auto visit = m->desk->submit(emergency);
        QVERIFY2(visit, failure(visit));
        AdmitPatient command = admission(patient);
        command.fromVisit = visit->visit.id;
        command.episodeId = visit->visit.episodeId;
        const auto made = m->desk->submit(command);
        QVERIFY2(made, failure(made));
        QCOMPARE(made->visit.episodeId, visit->visit.episodeId);
        QCOMPARE(made->visit.inHospital, Newness::Returning);
        // He lies here already; somebody else's visit is not his way in.
        QCOMPARE(m->desk->submit(admission(patient)).error().code, ErrorCode::StillAdmitted);
        AdmitPatient strange = admission(somebody(3));
        strange.fromVisit = visit->visit.id;
        QCOMPARE(m->desk->submit(strange).error().code, ErrorCode::VisitUnknown);
        // A stay is billed with what led to it.
        AdmitPatient loose = admission(patient);
        loose.fromVisit = visit->visit.id;
        QCOMPARE(m->desk->submit(loose).error().args, QStringList{QStringLiteral("episode_id")});
    }

    void whatIsAskedAtTheDoorOfAWard() {
        AdmitPatient command = admission(somebody(4));
        command.wardId = m->rig.masters().clinics.first().id;
        QCOMPARE(m->desk->submit(command).error().code, ErrorCode::WardUnknown);
        command = admission(command.patientId);
        command.bedId = m->bed.id;
        command.wardId = m->other.id;
        QCOMPARE(m->desk->submit(command).error().code, ErrorCode::BedElsewhere);
        command = admission(command.patientId);
        command.leaderId = {};
        QCOMPARE(m->desk->submit(command).error().code, ErrorCode::FieldRequired);
        command = admission(command.patientId);
        command.given = CareClass::None;
        QCOMPARE(m->desk->submit(command).error().args, QStringList{QStringLiteral("given")});
    }

    void timesDecideWhichDeathItWas() {
        AdmitPatient command = admission(somebody(5));
        command.admittedAt = Instant(SystemClock().nowMs() - qint64{50} * 3'600'000);
        const auto made = m->desk->submit(command);
        QVERIFY2(made, failure(made));
        DischargePatient leave;
        leave.visitId = made->visit.id;
        leave.discharge = Discharge::DiedBefore48h;
        leave.leftAt = Instant(command.admittedAt.ms - 1);
        QCOMPARE(m->desk->submit(leave).error().code, ErrorCode::FieldOutOfRange);
        leave.leftAt = {};
        QVERIFY(m->desk->submit(leave));
        QCOMPARE(stayOf(made->visit.id).discharge, Discharge::DiedAfter48h);
    }

    /// Whoever has died is not registered again without a word.
    void aDeathIsNotedInTheFile() {
        const PatientId patient = somebody(7);
        const auto made = m->desk->submit(admission(patient));
        QVERIFY2(made, failure(made));
        DischargePatient leave;
        leave.visitId = made->visit.id;
        leave.discharge = Discharge::Withdrawn;
        QCOMPARE(m->desk->submit(leave).error().code, ErrorCode::FieldRequired);
        leave.discharge = Discharge::DiedBefore48h;
        QVERIFY(m->desk->submit(leave));
        QVERIFY(m->desk->ask(GetPatient{patient})->details.diedOn.isValid());
        RegisterVisit arrival;
        arrival.patientId = somebody(8);
        arrival.type = VisitType::Emergency;
        arrival.clinicId = m->rig.masters().clinics.last().id;
        arrival.payerId = m->rig.masters().payers.first().id;
        arrival.details.deadOnArrival = true;
        QVERIFY(m->desk->submit(arrival));
        QVERIFY(m->desk->ask(GetPatient{arrival.patientId})->details.diedOn.isValid());
    }

    void nobodyLeavesBeforeHeWasMoved() {
        AdmitPatient command = admission(somebody(9));
        command.admittedAt = Instant(SystemClock().nowMs() - 3'600'000);
        const auto made = m->desk->submit(command);
        QVERIFY2(made, failure(made));
        const Stay stay = stayOf(made->visit.id);
        QVERIFY(m->desk->submit(
            MoveStay{stay, m->other.id, {}, stay.leaderId, stay.given, QStringLiteral("penuh")}));
        DischargePatient leave;
        leave.visitId = made->visit.id;
        leave.discharge = Discharge::Home;
        leave.leftAt = Instant(command.admittedAt.ms + 60'000);
        QCOMPARE(m->desk->submit(leave).error().args, QStringList{QStringLiteral("left_at")});
        leave.leftAt = {};
        QVERIFY(m->desk->submit(leave));
    }

    void whatAStayStandsOnIsNotCancelled() {
        const QString reason = QStringLiteral("salah pasien");
        const PatientId patient = somebody(10);
        RegisterVisit emergency;
        emergency.patientId = patient;
        emergency.type = VisitType::Emergency;
        emergency.clinicId = m->rig.masters().clinics.last().id;
        emergency.payerId = m->rig.masters().payers.first().id;
        const auto visit = m->desk->submit(emergency);
        QVERIFY2(visit, failure(visit));
        AdmitPatient command = admission(patient);
        command.fromVisit = visit->visit.id;
        command.episodeId = visit->visit.episodeId;
        const auto made = m->desk->submit(command);
        QVERIFY2(made, failure(made));
        QCOMPARE(m->desk->submit(CancelVisit{visit->visit.id, {}, reason}).error().code,
                 ErrorCode::StillAdmitted);
        // The admission itself was the mistake: nobody lies there any more, and he can be admitted again.
        QVERIFY(m->desk->submit(CancelVisit{made->visit.id, {}, reason}));
        QCOMPARE(stayOf(made->visit.id).discharge, Discharge::Withdrawn);
        QCOMPARE(linesOf(m->ward.id, patient), 0);
        const auto again = m->desk->submit(command);
        QVERIFY2(again, failure(again));
        DischargePatient leave;
        leave.visitId = again->visit.id;
        leave.discharge = Discharge::Home;
        QVERIFY(m->desk->submit(leave));
        QCOMPARE(m->desk->submit(CancelVisit{again->visit.id, {}, reason}).error().code,
                 ErrorCode::StayEnded);
    }

    /// Two desks in one moment: one admits, the other is told.
    void admittedOnce() {
        for (int turn = 0; turn < 8; ++turn) {
            const PatientId patient = somebody(20 + turn);
            auto other = m->rig.client(Role::RegistrationClerk);
            std::atomic<int> made = 0, told = 0;
            const auto admit = [&](DeskClient& desk) {
                const auto done = desk.submit(admission(patient));
                if (done)
                    ++made;
                else if (done.error().code == ErrorCode::StillAdmitted)
                    ++told;
            };
            std::thread second([&] { admit(*other); });
            admit(*m->desk);
            second.join();
            QCOMPARE(made.load(), 1);
            QCOMPARE(told.load(), 1);
        }
    }

    void bedsAndWardsInUseStay() {
        const auto made = m->desk->submit(admission(somebody(40)));
        QVERIFY2(made, failure(made));
        auto head = m->rig.client(Role::HeadOfRegistration);
        const auto refused = [&](const auto& base, const auto& row) {
            const auto saved = head->submit(SaveMaster<std::decay_t<decltype(row)>>{base, row});
            return saved ? ErrorCode::None : saved.error().code;
        };
        Bed elsewhere = m->bed;
        elsewhere.clinicId = m->other.id;
        QCOMPARE(refused(m->bed, elsewhere), ErrorCode::PatientsLieThere);
        Bed off = m->bed;
        off.active = false;
        QCOMPARE(refused(m->bed, off), ErrorCode::PatientsLieThere);
        Clinic closed = m->ward;
        closed.active = false;
        QCOMPARE(refused(m->ward, closed), ErrorCode::PatientsLieThere);
        Clinic turned = m->ward;
        turned.kind = ClinicKind::Outpatient;
        turned.letter = QStringLiteral("W");
        QCOMPARE(refused(m->ward, turned), ErrorCode::FieldInvalid);
    }

    void aMoveNobodySawIsRefused() {
        const auto made = m->desk->submit(admission(somebody(6)));
        QVERIFY2(made, failure(made));
        const Stay seen = stayOf(made->visit.id);
        const QString reason = QStringLiteral("penuh");
        QVERIFY(m->desk->submit(MoveStay{seen, m->other.id, {}, seen.leaderId, seen.given, reason}));
        QCOMPARE(m->desk->submit(MoveStay{seen, m->ward.id, m->bed.id, seen.leaderId, seen.given, reason})
                     .error()
                     .code,
                 ErrorCode::ChangedMeanwhile);
        const Stay now = stayOf(made->visit.id);
        QCOMPARE(m->desk->submit(MoveStay{now, now.wardId, now.bedId, now.leaderId, now.given, reason})
                     .error()
                     .code,
                 ErrorCode::FieldRequired);
    }

    void cleanupTestCase() {
        for (auto& hospital : m_hospitals) hospital.reset();
    }

  private:
    /// A server with two wards and a bed.
    struct World {
        explicit World(bool postgres)
            : rig(postgres ? testDatabaseUrl(QStringLiteral("stays")) : QString(), 2) {
            auto head = rig.client(Role::HeadOfRegistration);
            ward.code = QStringLiteral("CEM");
            ward.name = QStringLiteral("Cempaka");
            ward.kind = ClinicKind::Ward;
            ward = saved(*head, ward);
            other.code = QStringLiteral("DAH");
            other.name = QStringLiteral("Dahlia");
            other.kind = ClinicKind::Ward;
            other = saved(*head, other);
            bed.code = QStringLiteral("CEM-01");
            bed.name = QStringLiteral("Kamar 1, bed 1");
            bed.clinicId = ward.id;
            bed.careClass = CareClass::Class2;
            bed = saved(*head, bed);
            desk = rig.client(Role::RegistrationClerk);
        }
        ServerRig rig;
        Clinic ward, other;
        Bed bed;
        std::unique_ptr<DeskClient> desk;
    };

    PatientId somebody(int number) {
        const auto patient = m->desk->submit(RegisterPatient{testPatient(number), {}});
        if (!patient) qFatal("%s", failure(patient));
        return patient->id;
    }
    AdmitPatient admission(const PatientId& patient) const {
        AdmitPatient command;
        command.patientId = patient;
        command.wardId = m->ward.id;
        command.bedId = m->bed.id;
        command.leaderId = m->rig.masters().doctors.first().id;
        command.payerId = m->rig.masters().payers.first().id;
        command.entitled = CareClass::Class3;
        command.given = CareClass::Class2;
        return command;
    }
    Stay stayOf(const VisitId& visit) {
        const auto file = m->desk->ask(GetVisit{visit});
        if (!file || file->stays.isEmpty()) qFatal("no stay");
        return file->stays.first();
    }
    qsizetype linesOf(const ClinicId& ward, const PatientId& patient) {
        const auto list = m->desk->ask(ListStays{ward});
        if (!list) qFatal("%s", failure(list));
        return std::count_if(list->lines.begin(), list->lines.end(),
                             [&](const StayLine& line) { return line.patientId == patient; });
    }

    std::unique_ptr<World> m_hospitals[2];
    World* m = nullptr;
};

QTEST_GUILESS_MAIN(StaysTest)
#include "stays_test.moc"
