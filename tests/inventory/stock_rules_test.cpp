// SPDX-License-Identifier: GPL-3.0-or-later
// The stock on the server: what each request moves, what it refuses, and that the books add up after every
// one of them.
#include <QTest>

#include "common/core/case_item.h"
#include "common/inventory/freeze_rights.h"
#include "tests/inventory/stock_rig.h"

using namespace simrs;
using namespace simrs::test;

class StockRulesTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void init() {
        m_server = std::make_unique<StockServer>();
        m_ward = m_server->addDevice("ward");
        m_lot = m_server->receive(10);
    }
    void cleanup() {
        QCOMPARE(m_server->faults(), QString());
        m_server.reset();
    }

    void theSameBatchIsTheSameLot() {
        QCOMPARE(m_server->receive(5), m_lot);
        QCOMPARE(m_server->free(m_lot), 15);
        ReceiveStock goods = receipt();
        goods.batch = QStringLiteral("  b1 ");
        QVERIFY(m_server->submit(m_server->keeper(), goods));
        QCOMPARE(m_server->free(m_lot), 16);
        goods.expiry = QDate(2029, 1, 1);
        QCOMPARE(refusal(m_server->submit(m_server->keeper(), goods)), ErrorCode::LotDiffers);
        goods.batch = QStringLiteral("B2");
        QVERIFY(m_server->submit(m_server->keeper(), goods));
        QCOMPARE(m_server->all<Lot>().size(), 2);
        goods.depotId = m_server->other.id;
        QVERIFY(m_server->submit(m_server->keeper(), goods));
        QCOMPARE(m_server->all<Lot>().size(), 2);
        QCOMPARE(m_server->all<StockLine>().size(), 3);
    }

    void goodsThatCannotBe() {
        const auto refused = [&](const std::function<void(ReceiveStock&)>& change) {
            ReceiveStock goods = receipt();
            change(goods);
            return refusal(m_server->submit(m_server->keeper(), goods));
        };
        QCOMPARE(refused([](ReceiveStock& r) { r.itemId = {}; }), ErrorCode::ItemUnknown);
        QCOMPARE(refused([](ReceiveStock& r) { r.depotId = {}; }), ErrorCode::DepotUnknown);
        QCOMPARE(refused([](ReceiveStock& r) { r.batch.clear(); }), ErrorCode::FieldRequired);
        QCOMPARE(refused([](ReceiveStock& r) { r.quantity = 0; }), ErrorCode::FieldOutOfRange);
        QCOMPARE(refused([](ReceiveStock& r) { r.quantity = -3; }), ErrorCode::FieldOutOfRange);
        QCOMPARE(refused([](ReceiveStock& r) { r.quantity = limits::kQuantity + 1; }),
                 ErrorCode::FieldOutOfRange);
        QCOMPARE(refused([](ReceiveStock& r) { r.expiry = QDate(2020, 1, 1); }), ErrorCode::LotExpired);
        QCOMPARE(m_server->free(m_lot), 10);
    }

    void aTopUpGivesWhatThereIs() {
        const StockRightMade six = must(topUp(6));
        QCOMPARE(six.moved, 6);
        QCOMPARE(m_server->free(m_lot), 4);
        const StockRightMade rest = must(topUp(6));
        QCOMPARE(rest.moved, 4);
        QCOMPARE(rest.right.granted, 10);
        QCOMPARE(m_server->free(m_lot), 0);
        QCOMPARE(refusal(topUp(1)), ErrorCode::StockNoneFree);
        QCOMPARE(refusal(topUp(0)), ErrorCode::FieldOutOfRange);
        TopUpRight elsewhere = ask(1);
        elsewhere.depotId = m_server->other.id;
        QCOMPARE(refusal(m_server->submit(m_ward, elsewhere)), ErrorCode::StockNoneFree);
        elsewhere.lotId = LotId(Uuid::named("nothing"));
        QCOMPARE(refusal(m_server->submit(m_ward, elsewhere)), ErrorCode::LotUnknown);
    }

    void onlyTheOwnRightCounts() {
        must(topUp(5));
        const DeviceId stranger = m_server->addDevice("stranger");
        QCOMPARE(refusal(m_server->submit(stranger, handOut(1))), ErrorCode::StockRightUnknown);
        QCOMPARE(must(m_server->submit(m_ward, handOut(5))).left, 0);
        const auto more = m_server->submit(m_ward, handOut(1));
        QCOMPARE(refusal(more), ErrorCode::StockRightShort);
        QCOMPARE(more.error().args, QStringList{QStringLiteral("0")});
        QCOMPARE(m_server->right(m_lot, m_ward).used, 5);
    }

    void whatIsLeftGoesBack() {
        must(topUp(7));
        must(m_server->submit(m_ward, handOut(3)));
        const StockRightMade back = must(m_server->submit(m_ward, giveBack()));
        QCOMPARE(back.moved, 4);
        QCOMPARE(back.right.state, RightState::Returned);
        QCOMPARE(m_server->free(m_lot), 7);
        QCOMPARE(refusal(m_server->submit(m_ward, handOut(1))), ErrorCode::StockRightShort);
        QCOMPARE(refusal(m_server->submit(m_ward, giveBack())), ErrorCode::StockRightUnknown);
        QCOMPARE(must(topUp(2)).right.state, RightState::Active);
        QCOMPARE(must(m_server->submit(m_ward, handOut(2))).left, 0);
    }

    void anExpiredLotIsNotHandedOut() {
        must(topUp(5));
        m_server->write(
            [&](WishTx& tx) { tx.patch<Lot>(m_lot, [](Lot& lot) { lot.expiry = QDate(2026, 11, 1); }); });
        QCOMPARE(refusal(m_server->submit(m_ward, handOut(1))), ErrorCode::LotExpired);
        QCOMPARE(refusal(topUp(1)), ErrorCode::LotExpired);
        QVERIFY(m_server->submit(m_ward, taken(1)));  // It is out of the door.
    }

    void aBoxInTheHandIsWrittenDown() {
        QCOMPARE(must(m_server->submit(m_ward, taken(4))).left, 0);
        QCOMPARE(m_server->free(m_lot), 6);
        QCOMPARE(m_server->openCases(), 1);
        // More than the books know of: they show a surplus rather than a negative number.
        must(m_server->submit(m_ward, taken(9)));
        QCOMPARE(m_server->free(m_lot), 0);
        QCOMPARE(m_server->openCases(), 2);
        qint64 found = 0;
        for (const Movement& movement : m_server->all<Movement>()) {
            if (movement.kind == MovementKind::Adjust) found += movement.quantity;
            if (movement.kind == MovementKind::Issue) QCOMPARE(movement.witness, QStringLiteral("Ns. Dewi"));
        }
        QCOMPARE(found, 3);
        DispenseUnreserved alone = taken(1);
        alone.witness = QStringLiteral("  ");
        QCOMPARE(refusal(m_server->submit(m_ward, alone)), ErrorCode::WitnessRequired);
        alone = taken(1);
        alone.reason.clear();
        QCOMPARE(refusal(m_server->submit(m_ward, alone)), ErrorCode::ReasonRequired);
    }

    void aCountSettlesDiscrepancies() {
        must(m_server->submit(m_ward, taken(12)));
        QCOMPARE(m_server->openCases(), 1);
        QVERIFY(must(m_server->ask(StockOfDepot{m_server->depot.id})).lines.first().toCount);
        QCOMPARE(must(m_server->submit(m_server->keeper(), count(3))).line.free, 3);
        QCOMPARE(m_server->openCases(), 0);
        QVERIFY(!must(m_server->ask(StockOfDepot{m_server->depot.id})).lines.first().toCount);
        QCOMPARE(refusal(m_server->submit(m_server->keeper(), count(-1))), ErrorCode::FieldOutOfRange);
        // What was never received there can be found there, too.
        CountStock surprise = count(2);
        surprise.depotId = m_server->other.id;
        QCOMPARE(must(m_server->submit(m_server->keeper(), surprise)).line.free, 2);
    }

    void nobodyCountsWhatADeviceMayHaveHandedOut() {
        must(topUp(4));
        const auto early = m_server->submit(m_server->keeper(), count(10));
        QCOMPARE(refusal(early), ErrorCode::StockRightsOut);
        QCOMPARE(early.error().args, QStringList{QStringLiteral("4")});
        must(m_server->submit(m_ward, giveBack()));
        QVERIFY(m_server->submit(m_server->keeper(), count(10)));
    }

    void aFrozenDeviceIsCountedOut() {
        must(topUp(6));
        must(m_server->submit(m_ward, handOut(1)));
        int frozen = 0;
        m_server->write([&](WishTx& tx) { frozen = freezeRights(tx, m_ward); });
        QCOMPARE(frozen, 1);
        QCOMPARE(refusal(m_server->submit(m_ward, handOut(1))), ErrorCode::StockRightFrozen);
        QCOMPARE(refusal(m_server->submit(m_ward, giveBack())), ErrorCode::StockRightFrozen);
        QCOMPARE(refusal(topUp(1)), ErrorCode::StockRightFrozen);
        QCOMPARE(must(m_server->submit(m_server->keeper(), count(7))).line.free, 7);
        const StockRight after = m_server->right(m_lot, m_ward);
        QCOMPARE(after.granted, 1);
        QCOMPARE(after.state, RightState::Frozen);
        m_server->write([&](WishTx& tx) { QCOMPARE(thawRights(tx, m_ward), 1); });
        QCOMPARE(must(topUp(3)).right.granted, 4);
        QCOMPARE(must(m_server->submit(m_ward, handOut(3))).left, 0);
    }

    void queriesSayWhatIsWhere() {
        must(topUp(6));
        must(m_server->submit(m_ward, handOut(2)));
        const Shelf shelf = must(m_server->ask(StockOfDepot{m_server->depot.id}));
        QCOMPARE(shelf.lines.size(), 1);
        QCOMPARE(shelf.lines.first().line.free, 4);
        QCOMPARE(shelf.lines.first().promised, 4);
        QCOMPARE(shelf.lines.first().lot.batch, QStringLiteral("B1"));
        QVERIFY(!shelf.more);
        m_server->receive(1, QStringLiteral("B2"));
        QVERIFY(must(m_server->ask(StockOfDepot{m_server->depot.id, 1})).more);
        const HeldRights held = must(m_server->ask(RightsOfDevice{m_ward}));
        QCOMPARE(held.rights.size(), 1);
        QCOMPARE(leftUnder(held.rights.first().right), 4);
        QVERIFY(must(m_server->ask(RightsOfDevice{m_server->keeper()})).rights.isEmpty());
        // Who does not hold the hospital does not say "none".
        NullReader nothing;
        QCOMPARE(refusal(StockOfDepot::answer(nothing, Caller(), StockOfDepot{m_server->depot.id})),
                 ErrorCode::NotConnected);
        QCOMPARE(refusal(RightsOfDevice::answer(nothing, Caller(), RightsOfDevice{m_ward})),
                 ErrorCode::NotConnected);
    }

    void theBooksAreNotAlwaysRight() {
        must(topUp(6));
        must(m_server->submit(m_ward, handOut(2)));
        StockBooks books{m_server->all<StockLine>(), m_server->all<StockRight>(), m_server->all<Movement>()};
        QVERIFY(stockFaults(books).isEmpty());
        StockBooks lost = books;
        lost.movements.removeLast();
        QVERIFY(!stockFaults(lost).isEmpty());
        StockBooks twice = books;
        twice.movements.append(twice.movements.last());
        QVERIFY(!stockFaults(twice).isEmpty());
        StockBooks below = books;
        below.lines.first().free = -1;
        QVERIFY(stockFaults(below).size() >= 2);
        StockBooks over = books;
        over.rights.first().used = 7;
        over.lines.first().free += 5;
        QVERIFY(!stockFaults(over).isEmpty());
        StockBooks unowned = books;
        unowned.rights.clear();
        unowned.lines.first().free += 4;
        QVERIFY(!stockFaults(unowned).isEmpty());
    }

  private:
    ReceiveStock receipt() const {
        return {m_server->item.id, m_server->depot.id, QStringLiteral("B1"), QDate(2028, 1, 31), 1};
    }
    TopUpRight ask(qint64 quantity) const { return {m_lot, m_server->depot.id, quantity}; }
    Result<StockRightMade> topUp(qint64 quantity) { return m_server->submit(m_ward, ask(quantity)); }
    Dispense handOut(qint64 quantity) const { return {m_lot, m_server->depot.id, quantity, {}, {}}; }
    ReturnRight giveBack() const { return {m_lot, m_server->depot.id}; }
    DispenseUnreserved taken(qint64 quantity) const {
        return {
            m_lot, m_server->depot.id, quantity, {}, {}, QStringLiteral("syok"), QStringLiteral("Ns. Dewi")};
    }
    CountStock count(qint64 counted) const {
        return {m_lot, m_server->depot.id, counted, QStringLiteral("opname")};
    }
    template <class T>
    static ErrorCode refusal(const Result<T>& result) {
        return result ? ErrorCode::None : result.error().code;
    }

    std::unique_ptr<StockServer> m_server;
    DeviceId m_ward;
    LotId m_lot;
};

QTEST_GUILESS_MAIN(StockRulesTest)
#include "stock_rules_test.moc"
