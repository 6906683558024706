// SPDX-License-Identifier: GPL-3.0-or-later
// A database of an older program ends with the schema of a fresh one, to the last constraint, and keeps its
// rows; one of a newer program is not touched.
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include "common/access/device_registry.h"
#include "common/core/number_block.h"
#include "common/hospital/hospital.h"
#include "common/registration/requests.h"
#include "common/store/schema_steps.h"
#include "common/store/store.h"
#include "tests/support/test_postgres.h"

using namespace simrs;

class MigrationTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase_data() {
        QTest::addColumn<bool>("postgres");
        QTest::newRow("sqlite") << false;
        QTest::newRow("postgres") << true;
    }
    void init() {
        m_config = newDatabase();
        m_store.reset();
        if (!m_fresh[postgres()].isEmpty()) return;
        const DatabaseConfig fresh = newDatabase();
        QVERIFY(Store(fresh, StoreForm::Server, {m_clock, m_random}).migrate(hospitalEntities()));
        m_fresh[postgres()] = picture(fresh);
    }

    void versionOneEndsAsAFreshOne() {
        makeVersionOne();
        QVERIFY(picture(m_config) != m_fresh[postgres()]);
        QVERIFY(migrate());
        compare();
        QCOMPARE(number("SELECT version FROM schema_version"), kSchemaVersion);
        // Once more changes nothing.
        QVERIFY(migrate());
        compare();
    }

    void itsRowsAreKept() {
        makeVersionOne();
        const Uuid blocked = Uuid::named("blocked");
        const Uuid free = Uuid::named("free");
        for (const Uuid& id : {blocked, free})
            sql(QStringLiteral("INSERT INTO device (id, name, last_seq, blocked) VALUES (?, 'Loket', 7, ?)"),
                {id.toBytes(), id == blocked});
        sql(QStringLiteral("INSERT INTO patient (id, name, name_key, mrn) VALUES (?, 'Siti', 'siti', 12)"),
            {Uuid::named("siti").toBytes()});
        QVERIFY(migrate());
        compare();
        const auto state = [&](const Uuid& id) { return get<Device>(DeviceId(id))->state; };
        QCOMPARE(state(blocked), DeviceState::Frozen);
        QCOMPARE(state(free), DeviceState::Active);
        QCOMPARE(get<Device>(DeviceId(free))->lastSeq, 7);
        QList<Patient> found;
        QVERIFY(store().read([&](Reader& reader) -> Status {
            found = reader.search<Patient>({{QStringLiteral("sit")}}, {}).value_or(QList<Patient>());
            return {};
        }));
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().mrn, 12);
        // And it works: what is written is numbered in the feed.
        WriteContext context;
        context.writeId = Uuid::make(m_clock, m_random);
        QVERIFY(store().write(context, [&](WishTx& tx) {
            return giveKeys(tx, DeviceId(free), {unitKey(Uuid::named("clinic"))});
        }));
        QVERIFY(store().numberFeed()->head.seq > 0);
    }

    /// Version 3: villages of people who were there before are found.
    void oldVillagesAreSearched() {
        QVERIFY(migrate());
        const QByteArray id = Uuid::named("siti").toBytes();
        sql(QStringLiteral("INSERT INTO patient (id, name, name_key, mrn) VALUES (?, 'Siti', 'siti', 12)"),
            {id});
        sql(QStringLiteral("INSERT INTO patient_details (id, area) VALUES (?, 'Sukamaju,Cilodong,Depok')"),
            {id});
        QStringList before{QStringLiteral("DROP INDEX IF EXISTS patient_details_words"),
                           QStringLiteral("DROP TABLE patient_details_search_words")};
        if (postgres())
            before.append(QStringLiteral("DROP TRIGGER patient_details_search_w ON patient_details"));
        else
            before.append(QStringLiteral("DROP TABLE patient_details_search"));
        for (const char* trigger : {"i", "u", "d", "wi", "wu"})
            if (!postgres())
                before.append(QStringLiteral("DROP TRIGGER patient_details_search_") +
                              QLatin1String(trigger));
        for (const QString& drop : before) sql(drop);
        sql(QStringLiteral("ALTER TABLE patient_details DROP COLUMN place_words"), {});
        sql(QStringLiteral("UPDATE schema_version SET version = 2, mark = 0"), {});
        QVERIFY(migrate());
        compare();
        QList<Patient> found;
        QVERIFY(store().read([&](Reader& reader) -> Status {
            found = reader
                        .searchBeside<PatientDetails>({{QStringLiteral("sit")}}, {{QStringLiteral("cilod")}},
                                                      Where<Patient>())
                        .value_or(QList<Patient>());
            return {};
        }));
        QCOMPARE(found.size(), 1);
    }

    /// Whatever changes in the field tables, short of what needs a step: half of the columns are new, every
    /// second table, all constraints and indexes.
    void whatIsNewFollowsFromTheFieldTables() {
        QVERIFY(store().migrate(olderEntities()));
        QVERIFY(migrate());
        compare();
    }

    void constraintsThatAreNoMoreGo() {
        QVERIFY(migrate());
        sql(QStringLiteral("DROP INDEX visit_index1"));
        sql(QStringLiteral("CREATE INDEX visit_index1 ON visit (doctor_id)"));
        if (postgres()) sql(QStringLiteral("ALTER TABLE visit ADD CHECK (registration_number < 5)"));
        sql(QStringLiteral("UPDATE schema_version SET mark = 1"));
        QVERIFY(migrate());
        compare();
    }

    void aRowThatBreaksANewConstraintEndsIt() {
        QVERIFY(migrate());
        const EntityType& broken = entityType<NumberBlock>();
        sql(QStringLiteral("DROP TABLE number_block"));
        QStringList columns;
        for (const Field& f : broken.fields)
            columns.append(QString::fromLatin1(f.name) +
                           (f.ops->type == FieldType::Bytes
                                ? (postgres() ? QStringLiteral(" BYTEA") : QStringLiteral(" BLOB"))
                                : QStringLiteral(" BIGINT NOT NULL DEFAULT 0")));
        sql(QStringLiteral("CREATE TABLE number_block (%1, row_version BIGINT NOT NULL DEFAULT 1)")
                .arg(columns.join(QLatin1Char(','))));
        sql(QStringLiteral("INSERT INTO number_block (first_number, last_number) VALUES (5, 4)"));
        sql(QStringLiteral("UPDATE schema_version SET mark = 1"));
        const QStringList before = picture(m_config);
        const Status migrated = migrate();
        QVERIFY(!migrated);
        QCOMPARE(migrated.error().code, ErrorCode::ConstraintViolated);
        QCOMPARE(picture(m_config), before);
        QCOMPARE(number("SELECT last_number FROM number_block"), 4);
    }

    void aNewerDatabaseIsNotTouched() {
        QVERIFY(migrate());
        sql(QStringLiteral("UPDATE schema_version SET version = %1, mark = 1").arg(kSchemaVersion + 1));
        sql(QStringLiteral("ALTER TABLE visit ADD COLUMN colour TEXT"));
        sql(QStringLiteral("DROP INDEX visit_index1"));
        const QStringList before = picture(m_config);
        const Status migrated = migrate();
        QVERIFY(!migrated);
        QCOMPARE(migrated.error().code, ErrorCode::SchemaTooNew);
        QCOMPARE(migrated.error().args,
                 QStringList({QString::number(kSchemaVersion + 1), QString::number(kSchemaVersion)}));
        QCOMPARE(picture(m_config), before);
    }

    void stepsAscendAndEndAtTodaysVersion() {
        qint64 last = 1;
        for (const SchemaStep& step : schemaSteps()) {
            QVERIFY(step.version >= last);
            last = step.version;
        }
        QCOMPARE(last, kSchemaVersion);
    }

  private:
    static bool postgres() {
        QFETCH_GLOBAL(bool, postgres);
        return postgres;
    }
    DatabaseConfig newDatabase() {
        DatabaseConfig config;
        config.path = m_folder.filePath(QStringLiteral("m%1.db").arg(++m_number));
        if (postgres()) config = *parseDatabaseUrl(testDatabaseUrl(QStringLiteral("migration")));
        return config;
    }
    static std::unique_ptr<Database> open(const DatabaseConfig& config) {
        auto opened = Database::open(config);
        if (!opened) qFatal("%s", qPrintable(opened.error().detail));
        return std::move(*opened);
    }
    void sql(const QString& text, const QVariantList& values = {}) { open(m_config)->execute(text, values); }
    qint64 number(const char* text) {
        qint64 value = -1;
        open(m_config)->query(QString::fromLatin1(text), {},
                              [&](const Row& row) { value = row.value(0).toLongLong(); });
        return value;
    }
    Store& store() {
        if (!m_store)
            m_store =
                std::make_unique<Store>(m_config, StoreForm::Server, Store::Services{m_clock, m_random});
        return *m_store;
    }
    Status migrate() {
        m_store.reset();
        return store().migrate(hospitalEntities());
    }
    template <class E>
    std::optional<E> get(const IdOf<E>& id) {
        std::optional<E> found;
        const Status read = store().read([&](Reader& reader) -> Status {
            found = reader.get<E>(id);
            return {};
        });
        return read ? found : std::nullopt;
    }
    void makeVersionOne() {
        QFile golden(QStringLiteral(SIMRS_MIGRATION_FOLDER "/version_1_%1.sql")
                         .arg(postgres() ? QStringLiteral("postgres") : QStringLiteral("sqlite")));
        QVERIFY(golden.open(QIODevice::ReadOnly));
        const auto db = open(m_config);
        static const QRegularExpression end(QStringLiteral(";\\n(?=CREATE |$)"));
        for (const QString& statement : QString::fromUtf8(golden.readAll()).split(end, Qt::SkipEmptyParts))
            db->executeText(statement);
    }

    /// Columns, constraints and indexes of all tables, sorted: a column that was added later stands at the
    /// end of its table.
    static QStringList picture(const DatabaseConfig& config) {
        const auto db = open(config);
        QStringList out;
        const auto add = [&](const char* text) {
            db->query(QString::fromLatin1(text), {}, [&](const Row& row) {
                QStringList parts;
                for (int i = 0; i < 5; ++i) parts.append(row.value(i).toString().simplified());
                out.append(parts.join(QLatin1Char(' ')));
            });
        };
        if (config.engine == Engine::Postgres) {
            add("SELECT table_name || '.' || column_name, data_type, is_nullable, column_default, "
                "is_identity "
                "FROM information_schema.columns WHERE table_schema = current_schema()");
            add("SELECT c.relname, pg_get_constraintdef(k.oid), '', '', '' FROM pg_constraint k JOIN "
                "pg_class "
                "c ON c.oid = k.conrelid WHERE k.connamespace = current_schema()::regnamespace");
            add("SELECT indexdef, '', '', '', '' FROM pg_indexes WHERE schemaname = current_schema()");
        } else {
            add("SELECT m.name || '.' || c.name, c.type, c.\"notnull\", c.dflt_value, c.pk FROM "
                "sqlite_master m, "
                "pragma_table_info(m.name) c WHERE m.type = 'table'");
            add("SELECT name, sql, '', '', '' FROM sqlite_master WHERE type IN ('index', 'trigger')");
            db->query(QStringLiteral("SELECT name, sql FROM sqlite_master WHERE type = 'table'"), {},
                      [&](const Row& row) { out.append(rulesOf(row)); });
        }
        out.sort();
        return out;
    }
    /// CHECK and FOREIGN KEY clauses of a CREATE TABLE; none of ours holds a comma but in a list of columns.
    static QStringList rulesOf(const Row& row) {
        static const QRegularExpression rule(QStringLiteral("\\n? *(CHECK .*|FOREIGN KEY .*)"));
        QStringList rules;
        for (const QString& line : row.value(1).toString().split(QLatin1Char('\n'))) {
            QString text = line.simplified();
            while (text.endsWith(QLatin1Char(',')) || text.endsWith(QLatin1Char(' '))) text.chop(1);
            if (rule.match(line).hasMatch()) rules.append(row.value(0).toString() + QLatin1Char(' ') + text);
        }
        return rules;
    }
    void compare() {
        const QStringList is = picture(m_config);
        const QStringList should = m_fresh[postgres()];
        for (const QString& line : should) QVERIFY2(is.contains(line), qPrintable(line));
        for (const QString& line : is) QVERIFY2(should.contains(line), qPrintable(line));
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

    SystemClock m_clock;
    SystemRandom m_random;
    QTemporaryDir m_folder;
    int m_number = 0;
    DatabaseConfig m_config;
    std::map<bool, QStringList> m_fresh;  // Pictures, by engine.
    std::unique_ptr<Store> m_store;
    std::vector<std::unique_ptr<EntityInfo>> m_infos;
    std::vector<std::unique_ptr<EntityType>> m_types;
};

QTEST_GUILESS_MAIN(MigrationTest)
#include "migration_test.moc"
