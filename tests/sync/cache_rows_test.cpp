// SPDX-License-Identifier: GPL-3.0-or-later
// A row of a cache: the newest version wins in whatever order they come, and it stays while a key holds it.
// The simulator cannot show the first by itself, since no picture runs ahead of the slice it comes with.
#include <QTest>

#include "common/hospital/hospital.h"
#include "common/registration/requests.h"
#include "common/store/cache_tx.h"
#include "common/store/store.h"

using namespace simrs;

class CacheRowsTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void init() {
        DatabaseConfig config;
        config.path = QStringLiteral(":memory:");
        m_cache = std::make_unique<Store>(config, StoreForm::Cache, Store::Services{m_clock, m_random});
        QVERIFY(m_cache->migrate(hospitalEntities()));
    }

    void theNewestVersionWins_data() {
        QTest::addColumn<QList<int>>("order");
        QTest::newRow("in order") << QList<int>{1, 2, 3};
        QTest::newRow("backwards") << QList<int>{3, 2, 1};
        QTest::newRow("twice") << QList<int>{2, 3, 3, 2};
    }
    void theNewestVersionWins() {
        QFETCH(QList<int>, order);
        QVERIFY(on([&](CacheTx& tx) {
            for (const int version : order) tx.put(row(version), key("a"));
        }));
        QCOMPARE(phone(), QStringLiteral("0800-3"));
    }

    /// What came by one key is not made older by another, and stays until both are gone.
    void aRowStaysWhileAKeyHoldsIt() {
        QVERIFY(on([&](CacheTx& tx) {
            tx.put(row(2), key("a"));
            tx.put(row(1), key("b"));
            tx.release(entityInfo<Patient>.kind, m_id.uuid(), key("a"));
        }));
        QCOMPARE(phone(), QStringLiteral("0800-2"));
        QVERIFY(on([&](CacheTx& tx) { tx.dropKey(key("b")); }));
        QVERIFY(phone().isNull());
    }

  private:
    static QString key(const char* unit) { return QStringLiteral("unit:") + QLatin1String(unit); }
    AnyRow row(int version) const {
        Patient patient;
        patient.id = m_id;
        patient.name = QStringLiteral("Siti Uji");
        patient.phone = QStringLiteral("0800-%1").arg(version);
        AnyRow made(entityType<Patient>());
        made.type().assign(made.edit(), &patient);
        made.version = version;
        return made;
    }
    bool on(const std::function<void(CacheTx&)>& work) {
        return m_cache
            ->onCache(hospitalEntities(),
                      [&](CacheTx& tx) -> Status {
                          work(tx);
                          return {};
                      })
            .has_value();
    }
    QString phone() {
        QString found;
        const bool read = on([&](CacheTx& tx) {
            if (const auto held = tx.get<Patient>(m_id)) found = held->phone;
        });
        return read ? found : QStringLiteral("cannot be read");
    }

    SystemClock m_clock;
    SystemRandom m_random;
    PatientId m_id{Uuid::named("patient")};
    std::unique_ptr<Store> m_cache;
};

QTEST_GUILESS_MAIN(CacheRowsTest)
#include "cache_rows_test.moc"
