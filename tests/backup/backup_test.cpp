// SPDX-License-Identifier: GPL-3.0-or-later
// A backup of either engine restored into either: every row and version, and a feed that begins anew. What is
// cut off, changed or interrupted restores nothing.
#include "common/store/backup.h"

#include <QBuffer>
#include <QTemporaryDir>
#include <QTest>
#include <atomic>
#include <thread>

#include "common/access/device_registry.h"
#include "common/core/case_item.h"
#include "common/core/restored_numbers.h"
#include "common/hospital/hospital.h"
#include "common/registration/requests.h"
#include "common/store/schema_steps.h"
#include "common/store/store.h"
#include "tests/support/test_postgres.h"

using namespace simrs;

class BackupTest : public QObject {
    Q_OBJECT
    static constexpr int kPatients = 12;

  private Q_SLOTS:
    void initTestCase_data() {
        QTest::addColumn<bool>("fromPostgres");
        QTest::addColumn<bool>("toPostgres");
        QTest::newRow("sqlite to sqlite") << false << false;
        QTest::newRow("sqlite to postgres") << false << true;
        QTest::newRow("postgres to sqlite") << true << false;
        QTest::newRow("postgres to postgres") << true << true;
    }
    void init() {
        QFETCH_GLOBAL(bool, fromPostgres);
        QFETCH_GLOBAL(bool, toPostgres);
        DatabaseConfig& source = m_sources[fromPostgres];
        const bool isNew = source.path.isEmpty() && source.name.isEmpty();
        if (isNew) source = newDatabase(fromPostgres);
        m_from = source;
        m_source = std::make_unique<Store>(m_from, StoreForm::Server, Store::Services{m_clock, m_random});
        QVERIFY(m_source->migrate(hospitalEntities()));
        for (int i = 0; isNew && i < kPatients; ++i) QVERIFY(fill(i));
        // Making one takes PostgreSQL a while: an unused one is used again.
        if (m_toPostgres != toPostgres || !isEmpty()) emptyTarget();
        m_toPostgres = toPostgres;
    }

    void everyRowComesBack() {
        const QByteArray file = backup();
        const auto restored = restore(file);
        QVERIFY2(restored, restored ? "" : qPrintable(restored.error().detail));
        Store target(m_to, StoreForm::Server, {m_clock, m_random});
        QVERIFY(target.migrate(hospitalEntities()));
        EntityList entities = hospitalEntities();
        std::erase(entities, &entityType<RestoredNumbers>());
        QCOMPARE(*target.stateHash(entities), *m_source->stateHash(entities));
        for (const char* table : {"audit", "member", "counter"})
            QCOMPARE(rows(m_to, table) - (qstrcmp(table, "audit") == 0 ? 1 : 0), rows(m_from, table));
        QCOMPARE(text(m_to, "SELECT note FROM audit ORDER BY number DESC LIMIT 1"), QStringLiteral("file"));
        // Its own feed, and it goes on.
        QVERIFY(target.feedState()->head.epoch != m_source->feedState()->head.epoch);
        QVERIFY(
            write(target, [&](WishTx& tx) { return setDeviceState(tx, device(0), DeviceState::Frozen); }));
        QCOMPARE(target.numberFeed()->head.seq, 1);
        QCOMPARE(rows(m_to, "patient"), kPatients);
    }

    void theHeadSaysHowFarItReaches() {
        const qint64 seq = m_source->numberFeed()->head.seq;
        const QByteArray file = backup();
        QBuffer in;
        in.setData(file);
        in.open(QIODevice::ReadOnly);
        const auto head = checkBackup(in, {});
        QVERIFY(head);
        QCOMPARE(head->seq, seq);
        QCOMPARE(head->epoch, m_source->feedState()->head.epoch);
        QCOMPARE(head->schemaVersion, kSchemaVersion);
        QCOMPARE(head->program, QStringLiteral("test"));
    }

    void aDamagedFileRestoresNothing() {
        const QByteArray file = backup();
        SeededRandom random(1);
        QList<QByteArray> damaged = {{},
                                     QByteArray("SIMRS backup 1\n"),
                                     file.left(file.size() / 2),
                                     file.left(file.size() - 1),
                                     file + 'x'};
        for (int i = 0; i < 20; ++i) {
            QByteArray flipped = file;
            const auto at = static_cast<qsizetype>(random.below(static_cast<std::uint64_t>(file.size())));
            flipped[at] = static_cast<char>(flipped[at] ^ (1 << random.below(8)));
            damaged.append(flipped);
        }
        for (const QByteArray& bytes : damaged) {
            const auto restored = restore(bytes);
            QVERIFY(!restored);
            QCOMPARE(restored.error().code, ErrorCode::FileUnreadable);
            QVERIFY(isEmpty());
        }
    }

    void onlyIntoAnEmptyDatabase() {
        const QByteArray file = backup();
        QVERIFY(Store(m_to, StoreForm::Server, {m_clock, m_random}).migrate(hospitalEntities()));
        const auto restored = restore(file);
        QVERIFY(!restored);
        QCOMPARE(restored.error().code, ErrorCode::ConfigInvalid);
        QCOMPARE(rows(m_to, "patient"), 0);
    }

    void aNewerFileIsRefused() {
        QBuffer out;
        out.open(QIODevice::WriteOnly);
        const auto db = open(m_from);
        db->execute(QStringLiteral("UPDATE schema_version SET version = %1").arg(kSchemaVersion + 1));
        const auto written = writeBackup(*db, hospitalEntities(), {}, out, {});
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::SchemaTooNew);
        db->execute(QStringLiteral("UPDATE schema_version SET version = %1, mark = 1").arg(kSchemaVersion));
        QCOMPARE(writeBackup(*db, hospitalEntities(), {}, out, {}).error().code, ErrorCode::ConfigInvalid);
        QVERIFY(m_source->migrate(hospitalEntities()));
    }

    /// At every point where it can be.
    void anInterruptedRestoreLeavesNothing() {
        const QByteArray file = backup();
        int asked = 0;
        QVERIFY(restore(file, {{}, [&] { return ++asked < 0; }}));
        emptyTarget();
        QVERIFY(asked > 5);
        for (int until = 1; until <= asked; until += 1 + asked / 7) {
            int left = until;
            const auto restored = restore(file, {{}, [&] { return --left <= 0; }});
            QVERIFY(!restored);
            QCOMPARE(restored.error().code, ErrorCode::TimedOut);
            QVERIFY(isEmpty());
        }
        QVERIFY(restore(file));
    }

    void afterAFailedLoadNothingIsThere() {
        const auto restored = restore(backup(), {}, [](WishTx&, BulkLoader&, const QHash<QString, qint64>&) {
            return Status(fail(ErrorCode::ClinicUnknown));
        });
        QVERIFY(!restored);
        QCOMPARE(restored.error().code, ErrorCode::ClinicUnknown);
        QVERIFY(isEmpty());
    }

    /// Each transaction writes two rows; a backup amid them has both or none.
    void itIsOfOneMoment() {
        std::atomic<bool> ending{false};
        std::thread writer([&] {
            SystemRandom random;
            Store store(m_from, StoreForm::Server, {m_clock, random});
            for (int i = 1000; !ending; ++i) {
                const auto one = CaseItemId(Uuid::make(m_clock, random));
                const auto other = CaseItemId(Uuid::make(m_clock, random));
                WriteContext context;
                context.writeId = Uuid::make(m_clock, random);
                const auto done = store.write(context, [&](WishTx& tx) -> Status {
                    CaseItem item;
                    item.id = one;
                    tx.insert(item);
                    item.id = other;
                    tx.insert(item);
                    return {};
                });
                if (!done) qFatal("the writer failed");
            }
        });
        QList<QByteArray> files;
        for (int i = 0; i < 3; ++i) files.append(backup());
        ending = true;
        writer.join();
        for (const QByteArray& file : files) {
            QVERIFY(restore(file));
            QCOMPARE(rows(m_to, "case_item") % 2, 0);
            emptyTarget();
        }
        QVERIFY(rows(m_from, "case_item") > 0);
    }

  private:
    DatabaseConfig newDatabase(bool postgres) {
        DatabaseConfig config;
        config.path = m_folder.filePath(QStringLiteral("b%1.db").arg(++m_number));
        if (postgres) config = *parseDatabaseUrl(testDatabaseUrl(QStringLiteral("backup")));
        return config;
    }
    void emptyTarget() {
        QFETCH_GLOBAL(bool, toPostgres);
        m_to = newDatabase(toPostgres);
    }
    static std::unique_ptr<Database> open(const DatabaseConfig& config) {
        auto opened = Database::open(config);
        if (!opened) qFatal("%s", qPrintable(opened.error().detail));
        return std::move(*opened);
    }
    bool write(Store& store, const std::function<Status(WishTx&)>& work) {
        WriteContext context;
        context.writeId = Uuid::make(m_clock, m_random);
        context.at = m_clock.now();
        return store.write(context, work).has_value();
    }
    static DeviceId device(int i) { return DeviceId(Uuid::named("device" + QByteArray::number(i))); }

    /// Texts of all kinds, nulls, empty and binary bytes, negative and large numbers.
    bool fill(int i) {
        const QString nasty[] = {QStringLiteral("Siti \"'; 😀"), QString(), QStringLiteral("Àß\n\t"),
                                 QString(5000, QLatin1Char('x'))};
        return write(*m_source, [&](WishTx& tx) -> Status {
            Device desk;
            desk.id = device(i);
            desk.publicKey = QByteArray("\0\1\377'\\", 5) + QByteArray::number(i);
            desk.lastSeq = std::numeric_limits<qint64>::max() - i;
            tx.insert(desk);
            Patient patient;
            patient.id = tx.newId<Patient>();
            patient.name = nasty[i % 4];
            patient.nameKey = QStringLiteral("siti uji");
            patient.mrn = 100 + i;
            patient.birthDate = i % 2 == 0 ? QDate(1950, 1, 31) : QDate();
            tx.insert(patient);
            Visit visit;
            visit.id = tx.newId<Visit>();
            visit.patientId = patient.id;
            visit.registrationNumber = 1000 + i;
            visit.serviceDate = QDate(2026, 11, 22);
            visit.clinicId = ClinicId(Uuid::named("clinic"));
            tx.insert(visit);
            if (i % 3 == 0)
                tx.patch<Visit>(visit.id, [](Visit& row) { row.payerId = PayerId(row.id.uuid()); });
            Ticket ticket;
            ticket.id = tx.newId<Ticket>();
            ticket.visitId = visit.id;
            ticket.letter = QStringLiteral("A");
            ticket.serviceDate = visit.serviceDate;
            if (i % 2 == 0) ticket.number = i + 1;
            tx.insert(ticket);
            tx.next(QStringLiteral("counter/%1").arg(i % 7));
            return {};
        });
    }

    QByteArray backup() {
        QBuffer out;
        out.open(QIODevice::WriteOnly);
        BackupHead about;
        about.program = QStringLiteral("test");
        about.takenAt = m_clock.now();
        DatabaseConfig readOnly = m_from;
        readOnly.readOnly = true;
        const auto written = writeBackup(*open(readOnly), hospitalEntities(), about, out, {});
        if (!written) qFatal("backup: %s", qPrintable(written.error().detail));
        return out.data();
    }

    Result<BackupHead> restore(
        const QByteArray& file, const BackupWatch& watch = {},
        const AfterLoad& afterLoad = [](WishTx&, BulkLoader&, const QHash<QString, qint64>&) {
            return Status();
        }) {
        QBuffer in;
        in.setData(file);
        in.open(QIODevice::ReadOnly);
        SIMRS_TRY(checkBackup(in, watch));
        RestoreOrder order;
        order.context.writeId = Uuid::make(m_clock, m_random);
        order.context.note = QStringLiteral("file");
        order.context.at = m_clock.now();
        order.epoch = Uuid::make(m_clock, m_random);
        order.afterLoad = [&](WishTx& tx, BulkLoader& loader, const QHash<QString, qint64>& counters) {
            RestoredNumbers unknown;
            unknown.id = tx.newId<RestoredNumbers>();
            tx.insert(unknown);
            return afterLoad(tx, loader, counters);
        };
        return restoreBackup(*open(m_to), hospitalEntities(), in, order, watch);
    }

    qint64 rows(const DatabaseConfig& config, const char* table) {
        return text(config, qPrintable(QStringLiteral("SELECT count(*) FROM %1").arg(QLatin1String(table))))
            .toLongLong();
    }
    QString text(const DatabaseConfig& config, const char* sql) {
        QString value;
        open(config)->query(QString::fromLatin1(sql), {},
                            [&](const Row& row) { value = row.value(0).toString(); });
        return value;
    }
    bool isEmpty() { return isEmptyDatabase(*open(m_to)).value_or(false); }

    SystemClock m_clock;
    SystemRandom m_random;
    QTemporaryDir m_folder;
    int m_number = 0;
    std::map<bool, DatabaseConfig> m_sources;
    std::optional<bool> m_toPostgres;
    DatabaseConfig m_from;
    DatabaseConfig m_to;
    std::unique_ptr<Store> m_source;
};

QTEST_GUILESS_MAIN(BackupTest)
#include "backup_test.moc"
