// SPDX-License-Identifier: GPL-3.0-or-later
// One connection, on both engines: values come back as they went, and a connection outlives a failed
// statement, wherever in the waiting writes it stood.
#include <QTemporaryDir>
#include <QTest>

#include "common/store/database.h"
#include "tests/support/test_postgres.h"

using namespace simrs;

namespace {

const QString kInsert = QStringLiteral("INSERT INTO held (id, name, mark, amount) VALUES (?, ?, ?, ?)");

class DatabaseTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase_data() {
        QTest::addColumn<bool>("postgres");
        QTest::newRow("sqlite") << false;
        QTest::newRow("postgres") << true;
    }

    void init() {
        QFETCH_GLOBAL(bool, postgres);
        DatabaseConfig config;
        config.path = m_folder.filePath(QStringLiteral("d%1.db").arg(++m_number));
        if (postgres) config = *parseDatabaseUrl(testDatabaseUrl(QStringLiteral("database")));
        auto opened = Database::open(config);
        QVERIFY(opened);
        m_db = std::move(*opened);
        m_db->executeText(QStringLiteral("DROP TABLE IF EXISTS held"));
        m_db->executeText(
            QStringLiteral("CREATE TABLE held (id BIGINT PRIMARY KEY, name TEXT NOT NULL, mark %1, "
                           "amount BIGINT CHECK (amount >= 0), done BOOLEAN)")
                .arg(postgres ? QStringLiteral("BYTEA") : QStringLiteral("BLOB")));
    }

    void valuesComeBackAsTheyWent() {
        const QString text =
            QStringLiteral("d'Ärzte \\ ? $1 \"x\" ") + QChar(0x202e) + QStringLiteral("😀\n%");
        const QByteArray bytes("\0\xff\\x'\n", 6);
        m_db->execute(
            QStringLiteral(
                "INSERT INTO held (id, name, mark, amount, done) VALUES (?, ?, ?, ?, ?), (?, '?', ?, ?, ?)"),
            {qlonglong(1) << 62, text, bytes, 0, true, -1, QByteArray(""),
             QVariant(QMetaType(QMetaType::LongLong)), QVariant(QMetaType(QMetaType::Bool))});
        QList<QVariantList> rows;
        m_db->query(
            QStringLiteral("SELECT id, name, mark, amount, done FROM held WHERE id <> ? ORDER BY id DESC"),
            {7}, [&](const Row& row) {
                QVariantList values;
                for (int i = 0; i < 5; ++i) values.append(row.value(i));
                rows.append(values);
            });
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows[0][0].toLongLong(), qlonglong(1) << 62);
        QCOMPARE(rows[0][1].toString(), text);
        QCOMPARE(rows[0][2].toByteArray(), bytes);
        QVERIFY(!rows[0][3].isNull() && rows[0][3].toLongLong() == 0);
        QVERIFY(rows[0][4].toBool());
        QCOMPARE(rows[1][0].toLongLong(), -1);
        QCOMPARE(rows[1][1].toString(), QStringLiteral("?"));
        QVERIFY(!rows[1][2].isNull() && rows[1][2].toByteArray().isEmpty());
        QVERIFY(rows[1][3].isNull());
        QVERIFY(rows[1][4].isNull());
    }

    /// The first, the middle or the last of the waiting writes fails; or none, and the work changes its mind.
    void aFailedWriteLeavesTheConnectionUsable() {
        for (const int failing : {0, 1, 2}) {
            m_db->begin();
            const auto attempt = [&] {
                for (int i = 0; i < 3; ++i)
                    m_db->later(kInsert, {i, QStringLiteral("a"), {}, i == failing ? -1 : 1});
                m_db->later(QStringLiteral("UPDATE held SET name = ? WHERE id = ?"),
                            {QStringLiteral("b"), failing});
                m_db->commit();
            };
            QCOMPARE(faultOf(attempt), int(StoreFault::Kind::Constraint));
            m_db->rollback();
            QVERIFY(!m_db->isLost());
            QCOMPARE(count(), 0);
        }
        m_db->begin();
        m_db->later(kInsert, {1, QStringLiteral("a"), {}, 1});
        m_db->rollback();
        QCOMPARE(count(), 0);
        // The statements of the failed texts work now, in whatever order they were made known.
        m_db->begin();
        m_db->later(kInsert, {1, QStringLiteral("a"), {}, 1});
        m_db->later(QStringLiteral("UPDATE held SET name = ? WHERE id = ?"), {QStringLiteral("b"), 1});
        m_db->commit();
        QCOMPARE(count(), 1);
    }

    void aWaitingWriteThatFailsDoesNotBreakTheRollback() {
        m_db->begin();
        const int kind = faultOf([&] { m_db->later(kInsert, {1, QStringLiteral("a"), {}, -1}); });
        QFETCH_GLOBAL(bool, postgres);
        QCOMPARE(kind, postgres ? -1 : int(StoreFault::Kind::Constraint));
        m_db->rollback();
        QVERIFY(!m_db->isLost());
        m_db->execute(kInsert, {1, QStringLiteral("a"), {}, 1});
        QCOMPARE(count(), 1);
    }

    void aTextThatIsNoSqlFailsAlone() {
        const QString nonsense = QStringLiteral("SELECT FROM WHERE ?");
        for (int i = 0; i < 2; ++i) {
            QCOMPARE(faultOf([&] { m_db->query(nonsense, {1}, [](const Row&) {}); }),
                     int(StoreFault::Kind::Other));
            QCOMPARE(faultOf([&] { m_db->executeText(nonsense); }), int(StoreFault::Kind::Other));
        }
        QCOMPARE(count(), 0);
        QVERIFY(!m_db->isLost());
    }

    void aReadSeesTheWritesThatWait() {
        m_db->begin();
        for (int i = 0; i < 100; ++i) m_db->later(kInsert, {i, QString(2000, u'x'), {}, 1});
        QCOMPARE(count(), 100);
        m_db->commit();
        QCOMPARE(count(), 100);
    }

    void aClosedConnectionIsToldAsLost() {
        QFETCH_GLOBAL(bool, postgres);
        if (!postgres) return;  // SQLite answers in the same process.
        m_db->begin();
        m_db->later(kInsert, {1, QStringLiteral("a"), {}, 1});
        const int kind = faultOf([&] {
            m_db->query(QStringLiteral("SELECT pg_terminate_backend(pg_backend_pid())"), {},
                        [](const Row&) {});
        });
        QCOMPARE(kind, int(StoreFault::Kind::Lost));
        QVERIFY(m_db->isLost());
        m_db->rollback();
        QCOMPARE(faultOf([&] { m_db->begin(), m_db->commit(); }), int(StoreFault::Kind::Lost));
    }

  private:
    static int faultOf(const std::function<void()>& work) {
        try {
            work();
        } catch (const StoreFault& fault) {
            return int(fault.kind);
        }
        return -1;
    }
    qint64 count() {
        qint64 value = -1;
        m_db->query(QStringLiteral("SELECT count(*) FROM held"), {},
                    [&](const Row& row) { value = row.value(0).toLongLong(); });
        return value;
    }

    QTemporaryDir m_folder;
    int m_number = 0;
    std::unique_ptr<Database> m_db;
};

}  // namespace

QTEST_GUILESS_MAIN(DatabaseTest)
#include "database_test.moc"
