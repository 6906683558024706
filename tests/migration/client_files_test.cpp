// SPDX-License-Identifier: GPL-3.0-or-later
// A device's files of another program: a cache is thrown away and made anew, an outbox of a newer one is
// reported and not touched.
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "common/hospital/hospital.h"
#include "common/registration/requests.h"
#include "common/store/schema_steps.h"
#include "common/sync/replica.h"

using namespace simrs;

class ClientFilesTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aCacheOfThisProgramIsKept() {
        fillCache();
        QCOMPARE(clinics(), 1);
    }

    void aCacheOfANewerProgramIsMadeAnew() {
        fillCache();
        sql("cache.db", "UPDATE schema_version SET version = version + 1, mark = mark + 1");
        sql("cache.db", "ALTER TABLE clinic ADD COLUMN colour TEXT");
        QCOMPARE(clinics(), 0);
        QVERIFY(keys().isEmpty());
        fillCache();
        QCOMPARE(clinics(), 1);
    }

    /// A column that is added by this program has been in the server's rows before, and the cache has thrown
    /// it away.
    void aCacheOfAnOlderProgramIsMadeAnew() {
        fillCache();
        sql("cache.db", "DROP TABLE schema_version");
        sql("cache.db", "ALTER TABLE clinic DROP COLUMN letter");
        QCOMPARE(clinics(), 0);
        QVERIFY(keys().isEmpty());
    }

    void anOutboxOfANewerProgramIsReportedAndNotTouched() {
        {
            Outbox outbox(path("outbox.db"), m_clock, m_random);
            QVERIFY(outbox.open() && outbox.bind(DeviceId(Uuid::named("device"))));
            QVERIFY(outbox.append(draft(), {}, true));
        }
        sql("outbox.db", "UPDATE schema_version SET version = version + 1, mark = mark + 1");
        sql("outbox.db", "ALTER TABLE outbox_entry ADD COLUMN colour TEXT");
        const QByteArray before = bytes("outbox.db");
        QVERIFY(!before.isEmpty());
        {
            Outbox outbox(path("outbox.db"), m_clock, m_random);
            const Status opened = outbox.open();
            QVERIFY(!opened);
            QCOMPARE(opened.error().code, ErrorCode::SchemaTooNew);
            QVERIFY(outbox.unsettled().isEmpty());
        }
        QCOMPARE(bytes("outbox.db"), before);
        sql("outbox.db", "UPDATE schema_version SET version = version - 1");
        Outbox updated(path("outbox.db"), m_clock, m_random);
        QVERIFY(updated.open());
        QCOMPARE(updated.unsettled().size(), 1);
    }

    void anOutboxOfAnOlderProgramKeepsItsCommands() {
        {
            Outbox outbox(path("outbox.db"), m_clock, m_random);
            QVERIFY(outbox.open() && outbox.bind(DeviceId(Uuid::named("device"))));
            QVERIFY(outbox.append(draft(), {}, true));
        }
        sql("outbox.db", "DROP TABLE schema_version");
        sql("outbox.db", "ALTER TABLE outbox_entry DROP COLUMN base_seq");
        Outbox outbox(path("outbox.db"), m_clock, m_random);
        QVERIFY(outbox.open());
        QCOMPARE(outbox.unsettled().size(), 1);
        QCOMPARE(outbox.unsettled().first().payload, QByteArray("payload"));
    }

  private:
    QString path(const char* name) { return m_folder->filePath(QLatin1String(name)); }
    DatabaseConfig config(const char* name) {
        DatabaseConfig made;
        made.path = path(name);
        return made;
    }
    void sql(const char* name, const char* text) {
        const auto db = Database::open(config(name));
        (*db)->executeText(QString::fromLatin1(text));
    }
    QByteArray bytes(const char* name) {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    OutboxEntry draft() {
        OutboxEntry entry;
        entry.id = CommandId(Uuid::make(m_clock, m_random));
        entry.type = 204;
        entry.payload = "payload";
        return entry;
    }
    Status onCache(const std::function<Status(CacheTx&)>& work) {
        Store store(config("cache.db"), StoreForm::Cache, {m_clock, m_random});
        Replica replica(store, hospitalEntities(), hospitalRequests());
        SIMRS_TRY(replica.open({}));
        return store.onCache(replica.entities(), work);
    }
    void fillCache() {
        QVERIFY(onCache([](CacheTx& tx) -> Status {
            AnyRow row(entityType<Clinic>());
            Clinic clinic;
            clinic.id = ClinicId(Uuid::named("clinic"));
            row.type().assign(row.edit(), &clinic);
            row.version = 1;
            tx.addKey(QStringLiteral("reference"));
            tx.put(row, QStringLiteral("reference"));
            tx.setPosition({Uuid::named("epoch"), 5, true});
            return {};
        }));
    }
    qsizetype clinics() {
        qsizetype count = -1;
        const Status read = onCache([&](CacheTx& tx) -> Status {
            count = tx.all<Clinic>().size();
            return {};
        });
        return read ? count : -1;
    }
    QStringList keys() {
        QStringList held;
        const Status read = onCache([&](CacheTx& tx) -> Status {
            held = tx.keys();
            return {};
        });
        return read ? held : QStringList{QStringLiteral("unreadable")};
    }

    SystemClock m_clock;
    SystemRandom m_random;
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(ClientFilesTest)
#include "client_files_test.moc"
