// SPDX-License-Identifier: GPL-3.0-or-later
// The hospital's tables on both engines: the DDL against its golden copies, an old database against a fresh
// one, the list of a day against its index, and the settings of a connection. SIMRS_WRITE_GOLDEN=1 writes the
// golden copies anew.
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

    void anOldDatabaseEndsWithTheColumnsOfAFreshOne() {
        const auto fresh = open();
        QVERIFY(bringUpToDate(*fresh, hospitalEntities(), SchemaForm::Server));
        const auto old = open();
        QVERIFY(bringUpToDate(*old, olderEntities(), SchemaForm::Server));
        QVERIFY(columns(*old) != columns(*fresh));
        QVERIFY(bringUpToDate(*old, hospitalEntities(), SchemaForm::Server));
        QCOMPARE(columns(*old), columns(*fresh));
        // Once more changes nothing.
        QVERIFY(bringUpToDate(*old, hospitalEntities(), SchemaForm::Server));
        QCOMPARE(columns(*old), columns(*fresh));
    }

    void anIndexWithANewConditionIsMadeAnew() {
        const auto db = open();
        // As before files could be merged.
        EntityInfo info = entityInfo<Patient>;
        info.unique = {"mrn", "nik WHERE nik <> '' AND NOT nik_contested"};
        info.index = {"nik"};
        info.foreign = {};
        EntityType older = entityType<Patient>();
        older.info = &info;
        older.fields = older.fields.first(older.fields.size() - 1);
        QVERIFY(bringUpToDate(*db, {&older}, SchemaForm::Server));
        QVERIFY(!indexText(*db).contains(QStringLiteral("merged_into")));
        QVERIFY(bringUpToDate(*db, hospitalEntities(), SchemaForm::Server));
        QVERIFY2(indexText(*db).contains(QStringLiteral("merged_into")), qPrintable(indexText(*db)));
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
                const QString index = QString::fromLatin1(type->info->table) + QStringLiteral("_index");
                QVERIFY2(text.contains(index), qPrintable(text));
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

    /// How the database says that the index over NIKs was made.
    static QString indexText(Database& db) {
        QString text;
        db.query(
            db.engine() == Engine::Postgres
                ? QStringLiteral("SELECT indexdef FROM pg_indexes WHERE schemaname = current_schema() AND "
                                 "indexname = 'patient_unique2'")
                : QStringLiteral("SELECT sql FROM sqlite_master WHERE name = 'patient_unique2'"),
            {}, [&](const Row& row) { text = row.value(0).toString(); });
        return text;
    }

    /// Every second table, with the first half of its columns and no constraint or index.
    EntityList olderEntities() {
        EntityList older;
        for (std::size_t i = 0; i < hospitalEntities().size(); i += 2) {
            const EntityType& now = *hospitalEntities()[i];
            auto info = std::make_unique<EntityInfo>();
            info->kind = now.info->kind;
            info->table = now.info->table;
            auto type = std::make_unique<EntityType>(now);
            type->info = info.get();
            type->fields = now.fields.first(1 + now.fields.size() / 2);
            older.push_back(type.get());
            m_infos.push_back(std::move(info));
            m_types.push_back(std::move(type));
        }
        return older;
    }

    /// "visit.id BYTEA NO", sorted: a column that was added later stands at the end of its table.
    static QStringList columns(Database& db) {
        QStringList out;
        const QString sql =
            db.engine() == Engine::Postgres
                ? QStringLiteral(
                      "SELECT column_name, data_type, is_nullable, column_default FROM "
                      "information_schema.columns WHERE table_schema = current_schema() AND "
                      "table_name = ?")
                : QStringLiteral("SELECT name, type, \"notnull\", dflt_value FROM pragma_table_info(?)");
        for (const EntityType* type : hospitalEntities()) {
            const QString table = QString::fromLatin1(type->info->table);
            db.query(sql, {table}, [&](const Row& row) {
                out.append(table + QLatin1Char('.') + row.value(0).toString() + QLatin1Char(' ') +
                           row.value(1).toString() + QLatin1Char(' ') + row.value(2).toString() +
                           QLatin1Char(' ') + row.value(3).toString());
            });
        }
        out.sort();
        return out;
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
    std::vector<std::unique_ptr<EntityInfo>> m_infos;
    std::vector<std::unique_ptr<EntityType>> m_types;
};

QTEST_GUILESS_MAIN(SchemaTest)
#include "schema_test.moc"
