// SPDX-License-Identifier: GPL-3.0-or-later
// The hospital's tables on both engines: the DDL against its golden copies, the list of a day against its
// index, and the settings of a connection. SIMRS_WRITE_GOLDEN=1 writes the golden copies anew.
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "common/base/limits.h"
#include "common/hospital/hospital.h"
#include "common/registration/requests.h"
#include "common/store/dialect.h"
#include "common/store/schema.h"
#include "tests/support/test_postgres.h"

using namespace simrs;

class SchemaTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase_data() {
        QTest::addColumn<bool>("postgres");
        QTest::newRow("sqlite") << false;
        QTest::newRow("postgres") << true;
    }

    void theDdlIsTheGoldenOne() {
        const QString path = QStringLiteral(SIMRS_SCHEMA_FOLDER "/schema_%1.sql")
                                 .arg(postgres() ? QStringLiteral("postgres") : QStringLiteral("sqlite"));
        const QStringList statements = schemaStatements(engine(), hospitalEntities(), SchemaForm::Server);
        const QByteArray now = (statements.join(QStringLiteral(";\n")) + QStringLiteral(";\n")).toUtf8();
        QFile golden(path);
        if (qEnvironmentVariableIsSet("SIMRS_WRITE_GOLDEN")) {
            QVERIFY(golden.open(QIODevice::WriteOnly) && golden.write(now) == now.size());
            return;
        }
        QVERIFY(golden.open(QIODevice::ReadOnly));
        const QList<QByteArray> held = golden.readAll().split('\n');
        const QList<QByteArray> made = now.split('\n');
        for (qsizetype i = 0; i < std::max(held.size(), made.size()); ++i)
            QCOMPARE(made.value(i), held.value(i));
    }

    void aFileThatIsUpToDateIsOnlyLookedAt() {
        const auto db = open();
        QVERIFY(bringUpToDate(*db, hospitalEntities(), SchemaForm::Server));
        const qint64 before = db->counters().roundTrips;
        QVERIFY(bringUpToDate(*db, hospitalEntities(), SchemaForm::Server));
        if (!postgres()) QVERIFY(db->counters().roundTrips - before < 5);
        db->executeText(QStringLiteral("DROP INDEX ticket_unique1"));
        db->executeText(QStringLiteral("UPDATE schema_version SET mark = 1"));
        QVERIFY(bringUpToDate(*db, hospitalEntities(), SchemaForm::Server));
        db->executeText(QStringLiteral("DROP INDEX ticket_unique1"));  // It was made again.
    }

    void theListOfADayIsReadByItsIndex() {
        const auto db = open();
        QVERIFY(bringUpToDate(*db, hospitalEntities(), SchemaForm::Server));
        const Condition ofDay = Where<Visit>().eq<&Visit::serviceDate>(QDate(2026, 11, 22)).condition();
        const QString visits = plan(*db, entityType<Visit>(), ofDay);
        QVERIFY2(visits.contains(QStringLiteral("visit_index")), qPrintable(visits));
        const QString tickets =
            plan(*db, entityType<Ticket>(),
                 Where<Ticket>().eq<&Ticket::serviceDate>(QDate(2026, 11, 22)).condition());
        QVERIFY2(tickets.contains(QStringLiteral("ticket_unique")), qPrintable(tickets));
    }

    void whatFollowsARowIsReadByItsIndex() {
        const auto db = open();
        QVERIFY(bringUpToDate(*db, hospitalEntities(), SchemaForm::Server));
        const Uuid id = Uuid::named("one");
        for (const EntityType* type : hospitalEntities()) {
            for (const FollowRule& rule : type->info->follows) {
                if (!rule.column) continue;
                const QString text = plan(*db, *type, followersOf(*type, rule, id));
                // Under the id of the row itself the key is the index.
                const QString table = QString::fromLatin1(type->info->table);
                const bool byKey = qstrcmp(rule.column, "id") == 0;
                const bool indexed = byKey ? text.contains(table + QStringLiteral("_pkey")) ||
                                                 text.contains(QStringLiteral("autoindex_") + table)
                                           : text.contains(table + QStringLiteral("_index"));
                QVERIFY2(indexed, qPrintable(text));
            }
        }
        const QString merged =
            plan(*db, entityType<Patient>(),
                 Where<Patient>()
                     .in<&Patient::mergedInto>(QList<PatientId>{PatientId(id), PatientId()})
                     .condition());
        QVERIFY2(merged.contains(QStringLiteral("patient_index5")), qPrintable(merged));
    }

    void aConnectionHasItsLimits() {
        if (!postgres()) return;  // SQLite: decision 0019.
        const auto db = open();
        const auto setting = [&](const char* name) {
            QString value;
            db->query(QStringLiteral("SELECT setting FROM pg_settings WHERE name = ?"),
                      {QString::fromLatin1(name)}, [&](const Row& row) { value = row.value(0).toString(); });
            return value;
        };
        QCOMPARE(setting("statement_timeout"), QString::number(limits::kStatementMs));
        QVERIFY(setting("lock_timeout").toInt() < limits::kStatementMs);
        QCOMPARE(setting("standard_conforming_strings"), QStringLiteral("on"));
        db->executeText(QStringLiteral("SET statement_timeout = 50"));
        try {
            db->query(QStringLiteral("SELECT pg_sleep(5)"), {}, [](const Row&) {});
            QFAIL("the statement was not ended");
        } catch (const StoreFault& fault) {
            QCOMPARE(errorOf(fault).code, ErrorCode::DatabaseUnavailable);
            QCOMPARE(fault.state, QStringLiteral("57014"));
        }
    }

  private:
    static bool postgres() {
        QFETCH_GLOBAL(bool, postgres);
        return postgres;
    }
    static Engine engine() { return postgres() ? Engine::Postgres : Engine::Sqlite; }

    std::unique_ptr<Database> open() {
        DatabaseConfig config;
        config.path = m_folder.filePath(QStringLiteral("s%1.db").arg(++m_number));
        if (postgres()) config = *parseDatabaseUrl(testDatabaseUrl(QStringLiteral("schema")));
        auto opened = Database::open(config);
        if (!opened) qFatal("%s", qPrintable(opened.error().detail));
        return std::move(*opened);
    }

    static QString plan(Database& db, const EntityType& type, const Condition& where) {
        const bool postgres = db.engine() == Engine::Postgres;
        // The table is empty: reading all of it would be cheapest, were it allowed.
        if (postgres) db.executeText(QStringLiteral("SET enable_seqscan = off"));
        QString text;
        db.queryOnce((postgres ? QStringLiteral("EXPLAIN ") : QStringLiteral("EXPLAIN QUERY PLAN ")) +
                         tableText(type).selectAll + QStringLiteral(" WHERE ") + where.sql,
                     where.values, [&](const Row& row) {
                         text += row.value(postgres ? 0 : 3).toString() + QLatin1Char('\n');
                     });
        return text;
    }

    QTemporaryDir m_folder;
    int m_number = 0;
};

QTEST_GUILESS_MAIN(SchemaTest)
#include "schema_test.moc"
