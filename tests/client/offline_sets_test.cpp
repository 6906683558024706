// SPDX-License-Identifier: GPL-3.0-or-later
// Sets, merged files and stock without the server, and what others did meanwhile. Through the real Backend
// and a real server.
#include "common/access/device_registry.h"
#include "common/core/case_item.h"
#include "common/inventory/requests.h"
#include "common/records/requests.h"
#include "common/registration/merge_requests.h"
#include "tests/client/offline_desk.h"

namespace simrs {

using test::OfflineDesk;

class OfflineSetsTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void anAllergyAddedWhileItWasRemoved();
    void filesMergedMeanwhile();
    void theLastUnitOfARight();
};

namespace {

QString s(const char* text) { return QString::fromUtf8(text); }

}  // namespace

void OfflineSetsTest::anAllergyAddedWhileItWasRemoved() {
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
    AddAllergy latex;
    latex.patientId = patient;
    latex.substance = s("Lateks");
    latex.severity = AllergySeverity::Moderate;
    QCOMPARE(desk.submit(latex).error().code, ErrorCode::TimedOut);
    // Meanwhile a nurse hears of others, and one of them, the same as was added away, is taken back at once.
    desk.server().start();
    const auto nurse = desk.server().client(Role::Nurse);
    penicillin.substance = s("Amoksisilin");
    QVERIFY(nurse->submit(penicillin));
    QVERIFY(nurse->submit(latex));
    const auto doctor = desk.server().client(Role::Doctor);
    const auto known = doctor->ask(ListAllergies{patient});
    QVERIFY(known);
    for (const Allergy& allergy : known->allergies)
        if (allergy.substance == latex.substance) away.seen = allergy;
    QCOMPARE(away.seen.substance, latex.substance);
    QVERIFY(doctor->submit(away));
    QVERIFY(desk.bringServerBack());
    QVERIFY(desk.settles());
    // Gone is what its remover saw; what was added where nobody saw the removal stands.
    const auto after = desk.ask(ListAllergies{patient});
    QVERIFY(after);
    QStringList active;
    for (const Allergy& allergy : after->allergies) active.append(allergy.substance);
    active.sort();
    QCOMPARE(active, (QStringList{s("Amoksisilin"), s("Lateks")}));
    QCOMPARE(after->answer, AllergyAnswer::Some);
}

void OfflineSetsTest::filesMergedMeanwhile() {
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

void OfflineSetsTest::theLastUnitOfARight() {
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
    QVERIFY(desk.rows(Where<CaseItem>().eq<&CaseItem::kind>(CaseKind::StockDiscrepancy)).isEmpty());
}

}  // namespace simrs

QTEST_GUILESS_MAIN(simrs::OfflineSetsTest)
#include "offline_sets_test.moc"
