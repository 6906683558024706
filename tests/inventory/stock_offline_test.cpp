// SPDX-License-Identifier: GPL-3.0-or-later
// Stock without a connection, through the real outbox, replica and executor: a device hands out what it has a
// right to, to the last unit and not one more, whatever happens to its connection, its files and its scope.
#include <QTest>

#include "common/core/case_item.h"
#include "common/inventory/freeze_rights.h"
#include "tests/inventory/stock_rig.h"

using namespace simrs;
using namespace simrs::test;

class StockOfflineTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void init() {
        m_server = std::make_unique<StockServer>();
        m_lot = m_server->receive(20);
        m_bed = std::make_unique<Bedside>(*m_server, "bed");
        QVERIFY(m_bed->submit(topUp(3)));
        QCOMPARE(m_bed->lastResult().error, 0);
        QCOMPARE(m_bed->left(m_lot), 3);
        QCOMPARE(m_bed->differences(), QString());
    }
    void cleanup() {
        QCOMPARE(m_server->faults(), QString());
        m_bed.reset();
        m_server.reset();
    }

    void toTheLastUnitAndNotOneMore() {
        m_bed->disconnect();
        for (int left = 2; left >= 0; --left) {
            QVERIFY(m_bed->submit(handOut(1)));
            QCOMPARE(m_bed->left(m_lot), left);
        }
        QCOMPARE(refusal(m_bed->submit(handOut(1))), ErrorCode::StockRightShort);
        QCOMPARE(m_bed->pending(), 3);
        // The power goes: what is pending counts again.
        m_bed->restart();
        QCOMPARE(m_bed->left(m_lot), 0);
        QCOMPARE(refusal(m_bed->submit(handOut(1))), ErrorCode::StockRightShort);
        m_bed->connect();
        QCOMPARE(m_bed->pending(), 0);
        QCOMPARE(m_bed->lastResult().error, 0);
        QCOMPARE(m_bed->differences(), QString());
        QCOMPARE(m_server->right(m_lot, m_bed->id()).used, 3);
        QCOMPARE(m_server->free(m_lot), 17);
        QCOMPARE(m_server->openCases(), 0);
        QCOMPARE(issued(), 3);
    }

    void withARightAloneEvenWithoutTheDepot() {
        m_bed->disconnect();
        QVERIFY(m_bed->submit(handOut(2)));
        QCOMPARE(m_bed->all<Movement>().size(), 3);  // Receipt, top-up, and the own one.
        // The depot leaves the device's scope while the act is pending: its rows go, the right stays.
        m_bed->setHoldsDepot(false);
        m_server->receive(1);
        m_bed->connect();
        QCOMPARE(m_bed->all<StockLine>().size(), 0);
        QCOMPARE(m_bed->all<Movement>().size(), 0);
        QCOMPARE(m_bed->left(m_lot), 1);
        QCOMPARE(m_bed->all<Lot>().size(), 1);
        QCOMPARE(m_bed->differences(), QString());
        QCOMPARE(m_server->right(m_lot, m_bed->id()).used, 2);
        m_bed->disconnect();
        QVERIFY(m_bed->submit(handOut(1)));
        QCOMPARE(refusal(m_bed->submit(handOut(1))), ErrorCode::StockRightShort);
        m_bed->connect();
        QCOMPARE(m_bed->differences(), QString());
        QCOMPARE(issued(), 3);
    }

    void twoDevicesWithRightsOverOneLot() {
        Bedside second(*m_server, "second");
        QVERIFY(second.submit(topUp(2)));
        m_bed->disconnect();
        second.disconnect();
        QVERIFY(m_bed->submit(handOut(3)));
        QVERIFY(second.submit(handOut(2)));
        QCOMPARE(refusal(m_bed->submit(handOut(1))), ErrorCode::StockRightShort);
        QCOMPARE(refusal(second.submit(handOut(1))), ErrorCode::StockRightShort);
        second.connect();
        m_bed->connect();
        second.connect();
        QCOMPARE(issued(), 5);
        QCOMPARE(m_server->free(m_lot), 15);
        QCOMPARE(m_bed->differences(), QString());
        QCOMPARE(second.differences(), QString());
        // Neither holds the other's right, both see the depot's movements.
        QCOMPARE(m_bed->all<StockRight>().size(), 1);
        QCOMPARE(m_bed->all<Movement>().size(), second.all<Movement>().size());
    }

    void anAskedTopUpIsNoRightYet() {
        m_bed->disconnect();
        QVERIFY(m_bed->submit(topUp(50)));
        QCOMPARE(m_bed->pending(), 1);
        QCOMPARE(m_bed->left(m_lot), 3);
        QVERIFY(m_bed->submit(handOut(3)));
        QCOMPARE(refusal(m_bed->submit(handOut(1))), ErrorCode::StockRightShort);
        m_bed->connect();
        QCOMPARE(m_bed->left(m_lot), 17);  // All there was.
        QCOMPARE(m_server->free(m_lot), 0);
        m_bed->disconnect();
        QVERIFY(m_bed->submit(topUp(1)));
        m_bed->connect();
        QCOMPARE(m_bed->lastResult().error, qint64(ErrorCode::StockNoneFree));
        QCOMPARE(m_bed->differences(), QString());
    }

    void whatIsPromisedBackIsNotHandedOut() {
        m_bed->disconnect();
        QVERIFY(m_bed->submit(handOut(1)));
        QVERIFY(m_bed->submit(ReturnRight{m_lot, m_server->depot.id}));
        QCOMPARE(m_bed->left(m_lot), 0);
        QCOMPARE(refusal(m_bed->submit(handOut(1))), ErrorCode::StockRightShort);
        m_bed->connect();
        QCOMPARE(m_bed->lastResult().error, 0);
        QCOMPARE(m_server->free(m_lot), 19);
        QCOMPARE(m_server->right(m_lot, m_bed->id()).granted, 1);
        QCOMPARE(m_bed->differences(), QString());
        QCOMPARE(m_server->openCases(), 0);
    }

    void aBoxInTheHandIsWrittenDownOffline() {
        m_bed->disconnect();
        QVERIFY(m_bed->submit(handOut(3)));
        const DispenseUnreserved taken{
            m_lot, m_server->depot.id, 4, {}, {}, QStringLiteral("syok"), QStringLiteral("Ns. Dewi")};
        QVERIFY(m_bed->submit(taken));
        m_bed->connect();
        QCOMPARE(m_bed->lastResult().error, 0);
        QCOMPARE(m_server->free(m_lot), 13);
        QCOMPARE(m_server->openCases(), 1);
        QCOMPARE(issued(), 7);
        QCOMPARE(m_bed->differences(), QString());
    }

    void aFrozenRightStillCoversWhatWasDoneBefore() {
        m_bed->disconnect();
        QVERIFY(m_bed->submit(handOut(2)));
        m_server->write([&](WishTx& tx) { QCOMPARE(freezeRights(tx, m_bed->id()), 1); });
        m_bed->connect();
        QCOMPARE(m_bed->lastResult().error, 0);
        QCOMPARE(m_server->right(m_lot, m_bed->id()).used, 2);
        QCOMPARE(m_server->openCases(), 0);
        QCOMPARE(refusal(m_bed->submit(handOut(1))), ErrorCode::StockRightFrozen);
        QCOMPARE(m_bed->differences(), QString());
    }

    void whatComesAfterTheCountIsADiscrepancy() {
        m_bed->disconnect();
        QVERIFY(m_bed->submit(handOut(2)));
        m_server->write([&](WishTx& tx) { freezeRights(tx, m_bed->id()); });
        // The device was given up for lost, and the shelf counted: 18 were there.
        const CountStock count{m_lot, m_server->depot.id, 18, QStringLiteral("opname")};
        QVERIFY(m_server->submit(m_server->keeper(), count));
        m_bed->connect();
        QCOMPARE(m_bed->lastResult().error, 0);
        QCOMPARE(issued(), 2);
        QCOMPARE(m_server->free(m_lot), 18);
        QCOMPARE(m_server->openCases(), 1);
        QCOMPARE(m_bed->differences(), QString());
    }

    void nobodyHandsOutWhileTheCacheIsBehindItsOutbox() {
        m_bed->disconnect();
        m_bed->cacheDisk().full = true;
        QVERIFY(m_bed->submit(handOut(3)));  // Saved in the outbox; the cache could not take it.
        m_bed->cacheDisk().full = false;
        QCOMPARE(m_bed->left(m_lot), 3);
        QCOMPARE(refusal(m_bed->submit(handOut(1))), ErrorCode::StockNotSettled);
        m_bed->tick();
        QCOMPARE(m_bed->left(m_lot), 0);
        QCOMPARE(refusal(m_bed->submit(handOut(1))), ErrorCode::StockRightShort);
        m_bed->connect();
        QCOMPARE(issued(), 3);
        QCOMPARE(m_bed->differences(), QString());
    }

    void nobodyHandsOutBeforeTheRowsHaveSettled() {
        m_bed->disconnect();
        QVERIFY(m_bed->submit(handOut(3)));
        m_server->receive(1);
        m_bed->takeUnsettled();
        QCOMPARE(m_bed->left(m_lot), 3);  // What is pending does not show now.
        QCOMPARE(refusal(m_bed->submit(handOut(1))), ErrorCode::StockNotSettled);
        m_bed->connect();
        QCOMPARE(refusal(m_bed->submit(handOut(1))), ErrorCode::StockRightShort);
        QCOMPARE(issued(), 3);
        QCOMPARE(m_bed->differences(), QString());
    }

    void anotherDevicesRightIsNone() {
        Bedside second(*m_server, "second");
        second.disconnect();
        QCOMPARE(refusal(second.submit(handOut(1))), ErrorCode::StockRightUnknown);
        QCOMPARE(refusal(second.submit(ReturnRight{m_lot, m_server->depot.id})),
                 ErrorCode::StockRightUnknown);
    }

  private:
    TopUpRight topUp(qint64 quantity) const { return {m_lot, m_server->depot.id, quantity}; }
    Dispense handOut(qint64 quantity) const { return {m_lot, m_server->depot.id, quantity, {}, {}}; }
    qint64 issued() {
        qint64 sum = 0;
        for (const Movement& movement : m_server->all<Movement>())
            if (movement.kind == MovementKind::Issue) sum += movement.quantity;
        return sum;
    }
    static ErrorCode refusal(const Status& status) { return status ? ErrorCode::None : status.error().code; }

    std::unique_ptr<StockServer> m_server;
    std::unique_ptr<Bedside> m_bed;
    LotId m_lot;
};

QTEST_GUILESS_MAIN(StockOfflineTest)
#include "stock_offline_test.moc"
