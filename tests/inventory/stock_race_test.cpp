// SPDX-License-Identifier: GPL-3.0-or-later
// Several servers' workers over one stock, on both engines: what they give away together is what there was,
// and the books add up whatever they do at once.
#include <QTest>
#include <thread>

#include "common/inventory/freeze_rights.h"
#include "tests/inventory/stock_rig.h"
#include "tests/support/test_postgres.h"

using namespace simrs;
using namespace simrs::test;

class StockRaceTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase_data() {
        QTest::addColumn<bool>("postgres");
        QTest::newRow("sqlite") << false;
        QTest::newRow("postgres") << true;
    }

    void init() {
        QFETCH_GLOBAL(bool, postgres);
        m_folder = std::make_unique<QTemporaryDir>();
        m_config = {};
        m_config.path = m_folder->filePath(QStringLiteral("hospital.db"));
        if (postgres) m_config = *parseDatabaseUrl(testDatabaseUrl(QStringLiteral("stock")));
        for (std::uint64_t i = 0; i < kWorkers; ++i)
            m_workers.push_back(std::make_unique<StockServer>(m_config, 100 + i));
    }
    void cleanup() {
        m_workers.clear();
        m_folder.reset();
    }

    void topUpsTogetherGiveWhatThereWas() {
        constexpr qint64 kStock = 7;
        for (int round = 0; round < 30; ++round) {
            const LotId lot = m_workers.front()->receive(kStock, QStringLiteral("R%1").arg(round));
            std::vector<qint64> got(kWorkers, 0);
            inThreads([&](std::size_t i) {
                StockServer& server = *m_workers[i];
                const DeviceId device = server.addDevice("device" + QByteArray::number(int(i)));
                for (;;) {
                    const auto made = server.submit(device, TopUpRight{lot, server.depot.id, 3});
                    if (!made) {
                        if (made.error().code != ErrorCode::StockNoneFree) got[i] = -1'000'000;
                        return;
                    }
                    got[i] += made->moved;
                }
            });
            qint64 sum = 0;
            for (const qint64 part : got) sum += part;
            QCOMPARE(sum, kStock);
            QCOMPARE(m_workers.front()->free(lot), 0);
        }
        QCOMPARE(m_workers.front()->faults(), QString());
    }

    void theBooksAddUpWhateverHappensAtOnce() {
        const LotId lot = m_workers.front()->receive(60);
        std::vector<QString> wrong(kWorkers);
        std::vector<int> done(kWorkers, 0);
        inThreads([&](std::size_t i) {
            SeededRandom random(i + 1);
            for (int n = 0; n < 60 && wrong[i].isEmpty(); ++n) {
                const Status status = act(*m_workers[i], i, lot, random);
                done[i] += status.has_value();
                if (!status && !isStockRefusal(status.error().code))
                    wrong[i] = errorName(status.error().code);
            }
        });
        for (const QString& fault : wrong) QCOMPARE(fault, QString());
        for (const int count : done) QVERIFY(count > 5);
        QCOMPARE(m_workers.front()->faults(), QString());
    }

    void aNewLotArrivesTwiceAtOnce() {
        for (int n = 0; n < 10; ++n) {
            const QString batch = QStringLiteral("N%1").arg(n);
            inThreads([&](std::size_t i) { m_workers[i]->receive(5, batch); });
        }
        for (const StockLine& line : m_workers.front()->all<StockLine>())
            QCOMPARE(line.free, qint64(5 * kWorkers));
        QCOMPARE(m_workers.front()->faults(), QString());
    }

  private:
    static constexpr std::size_t kWorkers = 3;

    static void inThreads(const std::function<void(std::size_t)>& work) {
        std::vector<std::thread> threads;
        for (std::size_t i = 0; i < kWorkers; ++i) threads.emplace_back(work, i);
        for (std::thread& thread : threads) thread.join();
    }

    static bool isStockRefusal(ErrorCode code) {
        return code == ErrorCode::StockNoneFree || code == ErrorCode::StockRightUnknown ||
               code == ErrorCode::StockRightShort || code == ErrorCode::StockRightFrozen ||
               code == ErrorCode::StockRightsOut;
    }

    template <class T>
    static Status statusOf(const Result<T>& result) {
        return result ? Status() : Status(tl::unexpected<Error>(result.error()));
    }

    /// One thing that one of this worker's two devices does.
    static Status act(StockServer& server, std::size_t worker, const LotId& lot, Random& random) {
        const DeviceId device = server.addDevice("device" + QByteArray::number(int(worker)) +
                                                 QByteArray::number(int(random.below(2))));
        const DepotId depot = server.depot.id;
        const auto quantity = static_cast<qint64>(1 + random.below(4));
        switch (random.below(9)) {
            case 0:
            case 1:
            case 2:
                return statusOf(server.submit(device, TopUpRight{lot, depot, quantity}));
            case 3:
            case 4:
                return statusOf(server.submit(device, Dispense{lot, depot, quantity, {}, {}}));
            case 5:
                return statusOf(server.submit(device, ReturnRight{lot, depot}));
            case 6:
                return statusOf(server.submit(
                    device,
                    DispenseUnreserved{
                        lot, depot, quantity, {}, {}, QStringLiteral("syok"), QStringLiteral("Ns. Dewi")}));
            case 7:
                return statusOf(
                    server.submit(device, CountStock{lot, depot, 40 + quantity, QStringLiteral("opname")}));
            default: {
                const bool thaw = random.below(2) == 0;
                server.write([&](WishTx& tx) { thaw ? thawRights(tx, device) : freezeRights(tx, device); });
                return {};
            }
        }
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    DatabaseConfig m_config;
    std::vector<std::unique_ptr<StockServer>> m_workers;
};

QTEST_GUILESS_MAIN(StockRaceTest)
#include "stock_race_test.moc"
