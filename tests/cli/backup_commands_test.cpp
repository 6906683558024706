// SPDX-License-Identifier: GPL-3.0-or-later
// backup and restore as administrators meet them: beside a running server, into a new folder, and what is
// said where it cannot be.
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "common/hospital/hospital.h"
#include "common/store/store.h"
#include "tests/cli/server_process.h"
#include "tests/support/test_postgres.h"

using namespace simrs;
using namespace simrs::test;

class BackupCommandsTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    SystemClock m_clock;
    SystemRandom m_random;

    QString path(const QString& name) { return m_dir->filePath(name); }
    Run server(const QStringList& words, const QString& folder, const QString& database = {}) {
        QStringList all = words + QStringList{QStringLiteral("--data"), path(folder)};
        if (!database.isEmpty()) all += {QStringLiteral("--database"), database};
        return runServer(all);
    }
    Run backup(const QString& folder, const QString& file, const QString& database = {}) {
        return server({QStringLiteral("backup"), path(file)}, folder, database);
    }
    Run restore(const QString& folder, const QString& file, const QString& database = {}) {
        return server({QStringLiteral("restore"), path(file)}, folder, database);
    }
    Run addUser(const QString& login, const QString& folder, const QString& database = {}) {
        return server({QStringLiteral("user"), QStringLiteral("add"), login}, folder, database);
    }
    Run users(const QString& folder, const QString& database = {}) {
        return server({QStringLiteral("user"), QStringLiteral("list")}, folder, database);
    }
    std::unique_ptr<Store> store(const QString& folder, const QString& database = {}) {
        DatabaseConfig config;
        config.path = path(folder + QStringLiteral("/hospital.db"));
        if (!database.isEmpty()) config = *parseDatabaseUrl(database);
        auto opened = std::make_unique<Store>(config, StoreForm::Server, Store::Services{m_clock, m_random});
        if (!opened->migrate(hospitalEntities())) qFatal("the database cannot be opened");
        return opened;
    }

  private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void fromOneEngineIntoTheOther() {
        const QString from = testDatabaseUrl(QStringLiteral("backup_from"));
        const QString to = testDatabaseUrl(QStringLiteral("backup_to"));
        QCOMPARE(addUser(QStringLiteral("rini"), QStringLiteral("a"), from).code, 0);
        const Run first = backup(QStringLiteral("a"), QStringLiteral("one"), from);
        QVERIFY2(first.code == 0, qPrintable(first.err));
        QVERIFY2(first.err.contains(QStringLiteral("app_user: 1 rows")), qPrintable(first.err));
        const Run embedded = restore(QStringLiteral("b"), QStringLiteral("one"));
        QVERIFY2(embedded.code == 0, qPrintable(embedded.err));
        QVERIFY(users(QStringLiteral("b")).out.startsWith(QStringLiteral("rini\t")));
        QCOMPARE(backup(QStringLiteral("b"), QStringLiteral("two")).code, 0);
        const Run back = restore(QStringLiteral("c"), QStringLiteral("two"), to);
        QVERIFY2(back.code == 0, qPrintable(back.err));
        QVERIFY(users(QStringLiteral("c"), to).out.startsWith(QStringLiteral("rini\t")));
        // The mark is written beside a running server's database, too, and is of this feed alone.
        const auto marked = store(QStringLiteral("a"), from);
        QCOMPARE(*marked->durableMark(), marked->feedState()->head);
        QVERIFY(store(QStringLiteral("c"), to)->durableMark()->epoch.isNull());
    }

    void aRunningServerIsBackedUp() {
        RunningServer running(path(QStringLiteral("a")));
        QVERIFY(running.waitReady());
        const Run made = backup(QStringLiteral("a"), QStringLiteral("one"));
        QVERIFY2(made.code == 0, qPrintable(made.err));
        QVERIFY2(made.out.contains(QStringLiteral("the server runs")), qPrintable(made.out));
        QCOMPARE(running.terminate(), 0);
        QVERIFY(store(QStringLiteral("a"))->durableMark()->epoch.isNull());
        QCOMPARE(backup(QStringLiteral("a"), QStringLiteral("two")).code, 0);
        QVERIFY(!store(QStringLiteral("a"))->durableMark()->epoch.isNull());
        const Run restored = restore(QStringLiteral("b"), QStringLiteral("one"));
        QVERIFY2(restored.code == 0, qPrintable(restored.err));
        // No first start: the administrator is there already.
        RunningServer again(path(QStringLiteral("b")));
        QVERIFY(again.waitReady());
        QVERIFY(!again.output().contains(QStringLiteral("FIRST START")));
        QCOMPARE(again.terminate(), 0);
    }

    void theFileIsForItsOwnerOnly() {
        QCOMPARE(addUser(QStringLiteral("rini"), QStringLiteral("a")).code, 0);
        QCOMPARE(backup(QStringLiteral("a"), QStringLiteral("one")).code, 0);
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(path(QStringLiteral("one"))) & others));
        // Once more takes its place; nothing else is left beside it.
        QCOMPARE(backup(QStringLiteral("a"), QStringLiteral("one")).code, 0);
        QCOMPARE(QDir(m_dir->path()).entryList(QDir::Files | QDir::Hidden),
                 QStringList{QStringLiteral("one")});
    }

    void whatCannotBeRestoredLeavesNothing() {
        QCOMPARE(addUser(QStringLiteral("rini"), QStringLiteral("a")).code, 0);
        QCOMPARE(backup(QStringLiteral("a"), QStringLiteral("one")).code, 0);
        const Run occupied = restore(QStringLiteral("a"), QStringLiteral("one"));
        QCOMPARE(occupied.code, 1);
        QVERIFY2(occupied.err.contains(QStringLiteral("not empty")), qPrintable(occupied.err));
        QCOMPARE(restore(QStringLiteral("b"), QStringLiteral("missing")).code, 66);
        QFile file(path(QStringLiteral("one")));
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(file.size() / 2) && file.write("?", 1) == 1);
        file.close();
        const Run damaged = restore(QStringLiteral("b"), QStringLiteral("one"));
        QCOMPARE(damaged.code, 66);
        QVERIFY2(damaged.err.contains(QStringLiteral("SHA-256")), qPrintable(damaged.err));
        QVERIFY(!QFile::exists(path(QStringLiteral("b/hospital.db"))));
        QCOMPARE(backup(QStringLiteral("nowhere"), QStringLiteral("two")).code, 66);
        QCOMPARE(backup(QStringLiteral("a"), QStringLiteral("no/such/folder/two")).code, 73);
        QCOMPARE(server({QStringLiteral("restore"), path(QStringLiteral("one")),
                         QStringLiteral("--skip-blocks"), QStringLiteral("many")},
                        QStringLiteral("b"))
                     .code,
                 64);
    }

    void anotherProgramsTablesAreNotBackedUp() {
        QCOMPARE(addUser(QStringLiteral("rini"), QStringLiteral("a")).code, 0);
        DatabaseConfig config;
        config.path = path(QStringLiteral("a/hospital.db"));
        (*Database::open(config))->execute(QStringLiteral("UPDATE schema_version SET version = 99"));
        const Run newer = backup(QStringLiteral("a"), QStringLiteral("one"));
        QCOMPARE(newer.code, 1);
        QVERIFY2(newer.err.contains(QStringLiteral("newer program")), qPrintable(newer.err));
        QVERIFY(!QFile::exists(path(QStringLiteral("one"))));
        const Run users = server({QStringLiteral("user"), QStringLiteral("list")}, QStringLiteral("a"));
        QCOMPARE(users.code, 1);
        QVERIFY2(users.err.contains(QStringLiteral("newer version")), qPrintable(users.err));
    }
};

QTEST_GUILESS_MAIN(BackupCommandsTest)
#include "backup_commands_test.moc"
