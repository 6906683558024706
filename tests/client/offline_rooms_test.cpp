// SPDX-License-Identifier: GPL-3.0-or-later
// What is done without the server in every room, and what others did meanwhile: nobody's work is lost, what
// does not fit together is put before a person. Through the real Backend and a real server.
#include "common/core/case_item.h"
#include "common/records/requests.h"
#include "tests/client/offline_desk.h"

namespace simrs {

using test::OfflineDesk;

class OfflineRoomsTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void twoPeopleEditOnePatient();
    void oneNikTwoPatients();
    void aNoteWrittenAway();

  private:
    static QList<CaseItem> cases(OfflineDesk& desk, CaseKind kind) {
        return desk.rows(Where<CaseItem>().eq<&CaseItem::kind>(kind));
    }
};

namespace {

QString s(const char* text) { return QString::fromUtf8(text); }

}  // namespace

void OfflineRoomsTest::twoPeopleEditOnePatient() {
    OfflineDesk desk;
    PatientId id;
    VisitId visit;
    QVERIFY(desk.seat(id, visit));
    const auto seen = desk.ask(GetPatient{id});
    QVERIFY(seen);
    const auto edit = [&](const std::function<void(Patient&)>& change) {
        Patient wanted = seen->patient;
        change(wanted);
        return EditPatient{id, changesBetween(seen->patient, wanted)};
    };
    QVERIFY(desk.leaveServer());
    QCOMPARE(desk.submit(edit([](Patient& patient) {
                     patient.phone = s("08119876543");
                     patient.motherName = s("Aminah Luring");
                 }))
                 .error()
                 .code,
             ErrorCode::TimedOut);
    QCOMPARE(desk.ask(GetPatient{id})->patient.phone, s("08119876543"));
    // The server hears of this one first; the desk, which is still away, does not.
    desk.server().start();
    QVERIFY(desk.server().client(Role::HeadOfRegistration)->submit(edit([](Patient& patient) {
        patient.address = s("Jl. Kenanga 9");
        patient.motherName = s("Aminah Uji");
    })));
    QVERIFY(desk.bringServerBack());
    QVERIFY(desk.settles());
    const auto both = desk.ask(GetPatient{id});
    QVERIFY(both);
    QCOMPARE(both->patient.address, s("Jl. Kenanga 9"));
    QCOMPARE(both->patient.phone, s("08119876543"));
    QCOMPARE(both->patient.motherName, s("Aminah Uji"));
    const auto clash = cases(desk, CaseKind::EditClash);
    QCOMPARE(clash.size(), 1);
    QCOMPARE(clash[0].fields, s("mother_name"));
    QVERIFY(!clash[0].raisedBy.isNull());
}

void OfflineRoomsTest::oneNikTwoPatients() {
    OfflineDesk desk;
    QVERIFY(desk.open());
    QVERIFY(desk.holds(0));
    QVERIFY(desk.leaveServer());
    RegisterPatient newcomer;
    newcomer.patient = test::testPatient(7);
    QCOMPARE(desk.submit(newcomer).error().code, ErrorCode::TimedOut);
    desk.server().start();
    Patient same = test::testPatient(7);
    same.name = s("Siti Uji Lain");
    QVERIFY(desk.newPatient(same));
    QVERIFY(desk.bringServerBack());
    QVERIFY(desk.settles());
    const auto both = desk.rows(Where<Patient>().eq<&Patient::nik>(same.nik));
    QCOMPARE(both.size(), 2);
    QVERIFY(both[0].nikContested != both[1].nikContested);
    QVERIFY(both[0].mrn != both[1].mrn);
    QCOMPARE(cases(desk, CaseKind::DuplicateIdentity).size(), 1);
}

void OfflineRoomsTest::aNoteWrittenAway() {
    OfflineDesk desk(Role::Nurse);
    PatientId patient;
    VisitId visit;
    QVERIFY(desk.seat(patient, visit));
    WriteNote note;
    note.visitId = visit;
    note.text = s("TD 120/80, nadi 80. Pasien tenang.");
    const auto online = desk.submit(note);
    QVERIFY(online);
    QVERIFY(desk.settles());
    QVERIFY(desk.leaveServer());
    note.text = s("Keluhan pusing berkurang.");
    QCOMPARE(desk.submit(note).error().code, ErrorCode::TimedOut);
    CorrectNote correction;
    correction.noteId = online->note.id;
    correction.text = s("TD 130/80, nadi 80. Pasien tenang.");
    correction.reason = s("salah ketik");
    QCOMPARE(desk.submit(correction).error().code, ErrorCode::TimedOut);
    const auto provisional = desk.ask(ListNotes{visit, {}});
    QVERIFY(provisional);
    QCOMPARE(provisional->lines.size(), 3);
    // A doctor corrects the same note; neither correction goes under.
    desk.server().start();
    const auto doctor = desk.server().client(Role::Doctor);
    correction.visitId = visit;
    correction.patientId = patient;
    correction.text = s("TD 125/80, nadi 80.");
    QVERIFY(doctor->submit(correction));
    QVERIFY(desk.bringServerBack());
    QVERIFY(desk.settles());
    const auto after = desk.ask(ListNotes{visit, {}});
    QVERIFY(after);
    QCOMPARE(after->lines.size(), 4);
    QCOMPARE(after->lines[0].correctedBy.size(), 2);
    QCOMPARE(cases(desk, CaseKind::CorrectedTwice).size(), 1);
}

}  // namespace simrs

QTEST_GUILESS_MAIN(simrs::OfflineRoomsTest)
#include "offline_rooms_test.moc"
