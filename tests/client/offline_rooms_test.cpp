// SPDX-License-Identifier: GPL-3.0-or-later
// What is done without the server in every room, and what others did meanwhile: nobody's work is lost, what
// does not fit together is put before a person. Through the real Backend and a real server.
#include "common/access/device_registry.h"
#include "common/core/case_item.h"
#include "common/inventory/requests.h"
#include "common/records/requests.h"
#include "common/registration/merge_requests.h"
#include "tests/client/offline_desk.h"

namespace simrs {

using test::OfflineDesk;

class OfflineRoomsTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void twoPeopleEditOnePatient();
    void oneNikTwoPatients();
    void aNoteWrittenAway();
    void anAllergyAddedWhileItWasRemoved();
    void filesMergedMeanwhile();
    void theLastUnitOfARight();

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
    const auto other = desk.server().client(Role::HeadOfRegistration);
    QVERIFY(other->submit(edit([](Patient& patient) {
        patient.address = s("Jl. Kenanga 9");
        patient.motherName = s("Aminah Uji");
    })));
    // The desk has not heard of it.
    QVERIFY(desk.leaveServer());
    QCOMPARE(desk.submit(edit([](Patient& patient) {
                     patient.phone = s("08119876543");
                     patient.motherName = s("Aminah Luring");
                 }))
                 .error()
                 .code,
             ErrorCode::TimedOut);
    QCOMPARE(desk.ask(GetPatient{id})->patient.phone, s("08119876543"));
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

void OfflineRoomsTest::anAllergyAddedWhileItWasRemoved() {
    OfflineDesk desk(Role::Doctor);
    PatientId patient;
    VisitId visit;
    QVERIFY(desk.seat(patient, visit));
    AddAllergy penicillin;
    penicillin.patientId = patient;
    penicillin.substance = s("Penisilin");
    penicillin.severity = AllergySeverity::Severe;
    QVERIFY(desk.submit(penicillin));
    QVERIFY(desk.settles());
    QTest::qWait(400);
    QVERIFY(desk.leaveServer());
    const auto before = desk.ask(ListAllergies{patient});
    QVERIFY(before);
    QCOMPARE(before->allergies.size(), 1);
    RemoveAllergy away;
    away.seen = before->allergies.first();
    away.reason = s("tes kulit negatif");
    QCOMPARE(desk.submit(away).error().code, ErrorCode::TimedOut);
    const auto provisional = desk.ask(ListAllergies{patient});
    QVERIFY(provisional);
    QVERIFY(provisional->allergies.isEmpty());
    // Not "none": that says only who has asked the patient.
    QVERIFY(provisional->answer != AllergyAnswer::NoneKnown);
    // Meanwhile a nurse hears of it again.
    desk.server().start();
    const auto nurse = desk.server().client(Role::Nurse);
    penicillin.substance = s("penisilin");
    penicillin.reaction = s("sesak");
    const auto again = nurse->submit(penicillin);
    if (!again) QCOMPARE(again.error().code, ErrorCode::AllergyKnown);
    penicillin.substance = s("Amoksisilin");
    QVERIFY(nurse->submit(penicillin));
    QVERIFY(desk.bringServerBack());
    QVERIFY(desk.settles());
    const auto after = desk.ask(ListAllergies{patient});
    QVERIFY(after);
    QStringList active;
    for (const Allergy& allergy : after->allergies) active.append(allergy.substance);
    QVERIFY2(active.contains(s("Amoksisilin")), qPrintable(active.join(u',')));
    QCOMPARE(after->answer, AllergyAnswer::Some);
}

void OfflineRoomsTest::filesMergedMeanwhile() {
    OfflineDesk desk;
    PatientId given;
    VisitId visit;
    QVERIFY(desk.seat(given, visit));
    const auto kept = desk.newPatient(test::testPatient(2));
    QVERIFY(kept);
    QVERIFY(desk.leaveServer());
    QCOMPARE(desk.submit(desk.visit(given, 0)).error().code, ErrorCode::TimedOut);
    desk.server().start();
    const auto head = desk.server().client(Role::HeadOfRegistration);
    MergePatients merge;
    merge.patientId = given;
    merge.into = *kept;
    merge.reason = s("orang yang sama");
    QVERIFY(head->submit(merge));
    QVERIFY(desk.bringServerBack());
    QVERIFY(desk.settles());
    // The old file leads to the one that stays, with the visit that was registered meanwhile.
    const auto file = desk.ask(GetPatient{given});
    QVERIFY(file);
    QCOMPARE(file->patient.id, *kept);
    QCOMPARE(file->askedFor, given);
    QCOMPARE(file->visits.size(), 2);
    // And without the server.
    QVERIFY(desk.holds(2));
    QVERIFY(desk.leaveServer());
    const auto alone = desk.ask(GetPatient{given});
    QVERIFY(alone);
    QCOMPARE(alone->patient.id, *kept);
    QCOMPARE(alone->visits.size(), 2);
}

void OfflineRoomsTest::theLastUnitOfARight() {
    OfflineDesk desk(Role::Nurse);
    QVERIFY(desk.open());
    Item item;
    item.id = ItemId(Uuid::named("item"));
    item.code = s("PCT500");
    item.name = s("Parasetamol 500 mg");
    item.unit = s("tablet");
    Depot depot;
    depot.id = DepotId(Uuid::named("depot"));
    depot.code = s("D1");
    depot.name = s("Depo Rawat Jalan");
    const DeviceId own = desk.device();
    QVERIFY(desk.write([&](WishTx& tx) -> Status {
        tx.insert(item);
        tx.insert(depot);
        return giveKeys(tx, own, {s("depot:") + depot.id.toString()});
    }));
    const auto keeper = desk.server().client(Role::StockKeeper);
    ReceiveStock goods;
    goods.itemId = item.id;
    goods.depotId = depot.id;
    goods.batch = s("B1");
    goods.expiry = QDate(2030, 1, 31);
    goods.quantity = 3;
    const auto shelf = keeper->submit(goods);
    QVERIFY(shelf);
    const LotId lot = shelf->line.lotId;
    const auto right = desk.submit(TopUpRight{lot, depot.id, 2});
    QVERIFY(right);
    QCOMPARE(right->moved, 2);
    QVERIFY(desk.holds(1));
    QVERIFY(desk.leaveServer());
    const auto handOut = [&] {
        Dispense one;
        one.lotId = lot;
        one.depotId = depot.id;
        one.quantity = 1;
        return desk.submit(one);
    };
    QCOMPARE(handOut().error().code, ErrorCode::TimedOut);
    QCOMPARE(handOut().error().code, ErrorCode::TimedOut);
    QCOMPARE(handOut().error().code, ErrorCode::StockRightShort);
    QCOMPARE(desk.backend().status().waiting, 2);
    QVERIFY(desk.bringServerBack());
    QVERIFY(desk.settles());
    // One is left, and it was free all the time.
    const auto lines = desk.rows(Where<StockLine>());
    QCOMPARE(lines.size(), 1);
    QCOMPARE(lines[0].free, 1);
    const auto rights = desk.rows(Where<StockRight>());
    QCOMPARE(rights.size(), 1);
    QCOMPARE(rights[0].granted - rights[0].used, 0);
    QVERIFY(cases(desk, CaseKind::StockDiscrepancy).isEmpty());
}

}  // namespace simrs

QTEST_GUILESS_MAIN(simrs::OfflineRoomsTest)
#include "offline_rooms_test.moc"
