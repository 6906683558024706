// SPDX-License-Identifier: GPL-3.0-or-later
// The device registry over a store: keys, states, and what the feed says of their changes.
#include "common/access/device_registry.h"

#include <QTest>

#include "common/base/random.h"
#include "common/hospital/hospital.h"
#include "common/store/store.h"

using namespace simrs;

class DeviceRegistryTest : public QObject {
    Q_OBJECT

    SystemClock m_clock;
    SeededRandom m_random{1};
    std::unique_ptr<Store> m_store;
    const DeviceId m_desk{Uuid::named("desk")};
    const QString m_clinic = unitKey(Uuid::named("clinic"));
    const QString m_depot = QStringLiteral("depot:") + Uuid::named("depot").toString();

    Status write(const std::function<Status(WishTx&)>& work) {
        WriteContext context;
        context.writeId = Uuid::make(m_clock, m_random);
        context.at = m_clock.now();
        context.isCommand = false;
        const auto done = m_store->write(context, work);
        return done ? Status() : tl::unexpected<Error>(done.error());
    }
    Status give(const QStringList& keys) {
        return write([&](WishTx& tx) { return giveKeys(tx, m_desk, keys); });
    }
    Status take(const QStringList& keys) {
        return write([&](WishTx& tx) { return takeKeys(tx, m_desk, keys); });
    }
    Status set(DeviceState state) {
        return write([&](WishTx& tx) { return setDeviceState(tx, m_desk, state); });
    }
    template <class T>
    Result<T> ask(const std::function<Result<T>(Reader&)>& question) {
        Result<T> answer = fail(ErrorCode::Internal);
        const Status read = m_store->read([&](Reader& reader) -> Status {
            answer = question(reader);
            return {};
        });
        return read ? answer : tl::unexpected<Error>(read.error());
    }
    QStringList keys() {
        return ask<QStringList>([&](Reader& reader) { return heldKeys(reader, m_desk); })
            .value_or(QStringList());
    }
    qint64 head() { return m_store->feedState()->head.seq; }
    static ErrorCode codeOf(const Status& status) { return status ? ErrorCode::None : status.error().code; }

  private Q_SLOTS:
    void init() {
        DatabaseConfig config;
        config.path = QStringLiteral(":memory:");
        m_store = std::make_unique<Store>(config, StoreForm::Server, Store::Services{m_clock, m_random});
        QVERIFY(m_store->migrate(hospitalEntities()));
        QVERIFY(write([&](WishTx& tx) -> Status {
            Device device;
            device.id = m_desk;
            device.name = QStringLiteral("Loket 1");
            tx.insert(device);
            return {};
        }));
    }

    void everyDeviceHoldsItsOwnAndTheReference() {
        QCOMPARE(keys(), QStringList({deviceKey(m_desk), kReferenceKey}));
        const auto nobody = ask<QStringList>(
            [](Reader& reader) { return heldKeys(reader, DeviceId(Uuid::named("nobody"))); });
        QVERIFY(!nobody);
        QCOMPARE(nobody.error().code, ErrorCode::DeviceUnknown);
    }

    void givesAndTakes() {
        QVERIFY(give({m_clinic, m_depot, m_clinic}));
        QCOMPARE(keys(), QStringList({m_depot, deviceKey(m_desk), kReferenceKey, m_clinic}));
        QVERIFY(take({m_clinic, unitKey(Uuid::named("never given"))}));
        QCOMPARE(keys(), QStringList({m_depot, deviceKey(m_desk), kReferenceKey}));
        QVERIFY(give({m_clinic}));
        QCOMPARE(keys().size(), 4);
        qsizetype rows = 0;
        QVERIFY(m_store->read([&](Reader& reader) -> Status {
            rows = reader.list(Where<DeviceUnit>())->size();
            return {};
        }));
        QCOMPARE(rows, 2);
    }

    void onlyKeysThatCanBeGiven() {
        for (const QString& key : {QString(), QStringLiteral("unit:"), QStringLiteral("unit:P01"),
                                   kReferenceKey, deviceKey(m_desk), m_clinic.toUpper(),
                                   m_clinic + QLatin1Char('0'), m_clinic + QStringLiteral(":x")}) {
            QCOMPARE(codeOf(give({m_clinic, key})), ErrorCode::UnitUnknown);
            QCOMPARE(keys().size(), 2);
        }
    }

    void theFeedMovesWhenSomethingChangesAndOnlyThen() {
        const auto moves = [&](const Status& done) {
            static qint64 before = 0;
            const qint64 now = done ? head() : -1;
            return std::exchange(before, now) != now;
        };
        moves({});
        QVERIFY(moves(give({m_clinic})));
        QVERIFY(!moves(give({m_clinic})));
        QVERIFY(moves(take({m_clinic})));
        QVERIFY(!moves(take({m_clinic})));
        QVERIFY(moves(set(DeviceState::Frozen)));
        QVERIFY(!moves(set(DeviceState::Frozen)));
        QVERIFY(moves(set(DeviceState::Active)));
        const auto slice = m_store->feedSlice(0, {deviceKey(m_desk)}, 100);
        QCOMPARE(slice->rows.size(), 4UL);
        for (const NumberedRow& row : slice->rows) QCOMPARE(row.kind, kDeviceNewsKind);
    }

    void states() {
        const auto state = [&] {
            return *ask<DeviceState>([&](Reader& reader) { return deviceState(reader, m_desk); });
        };
        QCOMPARE(state(), DeviceState::Active);
        QVERIFY(mayWork(state()));
        QVERIFY(set(DeviceState::Frozen));
        QCOMPARE(codeOf(mayWork(state())), ErrorCode::DeviceFrozen);
        QVERIFY(set(DeviceState::Wiped));
        QCOMPARE(codeOf(mayWork(state())), ErrorCode::DeviceWiped);
        QVERIFY(set(DeviceState::Active));
        QVERIFY(mayWork(state()));
        QCOMPARE(codeOf(write([](WishTx& tx) {
                     return setDeviceState(tx, DeviceId(Uuid::named("nobody")), DeviceState::Frozen);
                 })),
                 ErrorCode::DeviceUnknown);
    }

    void devicesInTheOrderOfTheirFirstLogIn() {
        QVERIFY(write([&](WishTx& tx) -> Status {
            for (const char* name : {"late", "early"}) {
                Device device;
                device.id = DeviceId(Uuid::named(name));
                device.name = QLatin1String(name);
                device.registeredAt = Instant(device.name == QLatin1String("late") ? 2 : 1);
                tx.insert(device);
            }
            return {};
        }));
        QStringList names;
        QVERIFY(m_store->read([&](Reader& reader) -> Status {
            for (const Device& device : listDevices(reader)) names.append(device.name);
            return {};
        }));
        QCOMPARE(names,
                 QStringList({QStringLiteral("Loket 1"), QStringLiteral("early"), QStringLiteral("late")}));
    }
};

QTEST_APPLESS_MAIN(DeviceRegistryTest)
#include "device_registry_test.moc"
