// SPDX-License-Identifier: GPL-3.0-or-later
// The device registry from the command line.
#include <QTemporaryDir>
#include <QTest>

#include "common/access/device_registry.h"
#include "common/hospital/hospital.h"
#include "common/inventory/stock.h"
#include "common/registration/masters.h"
#include "common/store/store.h"
#include "tests/cli/server_process.h"

using namespace simrs;
using namespace simrs::test;

class DeviceCommandsTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    SystemClock m_clock;
    SystemRandom m_random;
    const DeviceId m_desk{Uuid::named("desk")};
    const ClinicId m_eyes{Uuid::named("eyes")};
    const QString m_depot = QStringLiteral("depot:") + Uuid::named("depot").toString();

    Run device(const QStringList& words) {
        return runServer(QStringList{QStringLiteral("device")} + words +
                         QStringList{QStringLiteral("--data"), m_dir->path()});
    }

    std::unique_ptr<Store> store() {
        DatabaseConfig config;
        config.path = m_dir->filePath(QStringLiteral("hospital.db"));
        Store::Services services{m_clock, m_random};
        services.entities = &hospitalEntities();
        return std::make_unique<Store>(config, StoreForm::Server, services);
    }

    void addDevice(const DeviceId& id, const QString& name) {
        const auto opened = store();
        QVERIFY(opened->migrate(hospitalEntities()));
        WriteContext context;
        context.writeId = Uuid::make(m_clock, m_random);
        QVERIFY(opened->write(context, [&](WishTx& tx) -> Status {
            Device device;
            device.id = id;
            device.name = name;
            device.registeredAt = Instant(1'792'000'000'000);
            tx.insert(device);
            return {};
        }));
    }

    void addClinic() {
        WriteContext context;
        context.writeId = Uuid::make(m_clock, m_random);
        QVERIFY(store()->write(context, [&](WishTx& tx) -> Status {
            Clinic clinic;
            clinic.id = m_eyes;
            clinic.code = QStringLiteral("MAT");
            clinic.name = QStringLiteral("Poli Mata");
            tx.insert(clinic);
            return {};
        }));
    }

    QStringList audited() {
        DatabaseConfig config;
        config.path = m_dir->filePath(QStringLiteral("hospital.db"));
        QStringList requests;
        const auto db = Database::open(config);
        (*db)->query(QStringLiteral("SELECT request FROM audit WHERE request LIKE 'device%' AND note LIKE "
                                    "'command line, uid%' ORDER BY number"),
                     {}, [&](const Row& row) { requests.append(row.value(0).toString()); });
        return requests;
    }

  private Q_SLOTS:
    void init() {
        m_dir = std::make_unique<QTemporaryDir>();
        addDevice(m_desk, QStringLiteral("Loket 1"));
        addClinic();
    }

    void unitsByCodeAndByKey() {
        const Run none = device({QStringLiteral("units"), QStringLiteral("Loket 1")});
        QVERIFY2(none.code == 0, qPrintable(none.err));
        QVERIFY(none.out.contains(QStringLiteral("holds no unit")));
        const Run added = device({QStringLiteral("units"), QStringLiteral("Loket 1"), QStringLiteral("--add"),
                                  QStringLiteral("MAT, ") + m_depot});
        QVERIFY2(added.code == 0, qPrintable(added.err));
        QVERIFY2(added.out.contains(QStringLiteral("MAT (Poli Mata)")), qPrintable(added.out));
        QVERIFY(added.out.contains(m_depot));
        const Run list = device({QStringLiteral("list")});
        QCOMPARE(list.out,
                 m_desk.toString() +
                     QStringLiteral("\tLoket 1\tactive\t2026-10-14T17:46:40Z\t0\tMAT,%1\n").arg(m_depot));
        const Run moved =
            device({QStringLiteral("units"), m_desk.toString(), QStringLiteral("--remove"),
                    m_depot + QStringLiteral(",MAT"), QStringLiteral("--add"), QStringLiteral("MAT")});
        QVERIFY2(moved.code == 0, qPrintable(moved.err));
        QVERIFY(!moved.out.contains(m_depot));
        QVERIFY(moved.out.contains(QStringLiteral("MAT")));
        QCOMPARE(audited(), QStringList({QStringLiteral("device_units"), QStringLiteral("device_units")}));
    }

    void mistakesChangeNothing() {
        const Run unit = device({QStringLiteral("units"), QStringLiteral("Loket 1"), QStringLiteral("--add"),
                                 QStringLiteral("MAT,XYZ")});
        QCOMPARE(unit.code, 1);
        QVERIFY2(unit.err.contains(QStringLiteral("\"XYZ\"")), qPrintable(unit.err));
        QVERIFY(device({QStringLiteral("units"), QStringLiteral("Loket 1")})
                    .out.contains(QStringLiteral("holds no unit")));
        for (const char* verb : {"units", "freeze", "thaw", "wipe"}) {
            const Run unknown = device({QLatin1String(verb), QStringLiteral("Loket 2")});
            QCOMPARE(unknown.code, 1);
            QVERIFY(unknown.err.contains(QStringLiteral("no device \"Loket 2\"")));
        }
        addDevice(DeviceId(Uuid::named("twin")), QStringLiteral("Loket 1"));
        const Run twice = device({QStringLiteral("freeze"), QStringLiteral("Loket 1")});
        QCOMPARE(twice.code, 1);
        QVERIFY2(twice.err.contains(QStringLiteral("2 devices")), qPrintable(twice.err));
        QCOMPARE(device({QStringLiteral("freeze")}).code, 64);
        QCOMPARE(audited(), QStringList());
    }

    void itsRightsToStockAreFrozenWithIt() {
        StockRight right;
        right.id = StockRightId(Uuid::named("right"));
        right.lotId = LotId(Uuid::named("lot"));
        right.deviceId = m_desk;
        right.granted = 5;
        WriteContext context;
        context.writeId = Uuid::make(m_clock, m_random);
        QVERIFY(store()->write(context, [&](WishTx& tx) -> Status {
            Item item;
            item.id = ItemId(Uuid::named("item"));
            tx.insert(item);
            tx.insert(Lot{right.lotId, item.id, QStringLiteral("B1"), {}});
            tx.insert(right);
            return {};
        }));
        const auto state = [&] {
            std::optional<StockRight> held;
            const Status read = store()->read([&](Reader& reader) -> Status {
                held = reader.get<StockRight>(right.id);
                return {};
            });
            return read && held ? held->state : RightState::Returned;
        };
        for (const auto& [verb, after] : {std::pair("freeze", RightState::Frozen),
                                          {"thaw", RightState::Active},
                                          {"wipe", RightState::Frozen}}) {
            QCOMPARE(device({QLatin1String(verb), QStringLiteral("Loket 1")}).code, 0);
            QCOMPARE(state(), after);
        }
    }

    void freezesThawsAndWipes() {
        const auto state = [&] {
            return device({QStringLiteral("list")}).out.section(QLatin1Char('\t'), 2, 2);
        };
        for (const auto& [verb, expected] :
             {std::pair("freeze", "frozen"), {"wipe", "wiped"}, {"thaw", "active"}}) {
            const Run run = device({QLatin1String(verb), QStringLiteral("Loket 1")});
            QVERIFY2(run.code == 0, qPrintable(run.err));
            QCOMPARE(state(), QLatin1String(expected));
        }
        QCOMPARE(audited(), QStringList({QStringLiteral("device_freeze"), QStringLiteral("device_wipe"),
                                         QStringLiteral("device_thaw")}));
    }
};

QTEST_GUILESS_MAIN(DeviceCommandsTest)
#include "device_commands_test.moc"
