// SPDX-License-Identifier: GPL-3.0-or-later
// The transaction door on both engines: rows, versions, feed, audit, constraints, search, missing columns.
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include "common/store/dialect.h"
#include "common/store/store.h"
#include "tests/entity/described.h"
#include "tests/support/test_postgres.h"

using namespace simrs;
using namespace simrs::test;

class StoreTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase_data() {
        QTest::addColumn<bool>("postgres");
        QTest::newRow("sqlite") << false;
        QTest::newRow("postgres") << true;
    }

    void init() {
        QFETCH_GLOBAL(bool, postgres);
        m_config = DatabaseConfig();
        m_config.path = m_folder.filePath(QStringLiteral("t%1.db").arg(++m_number));
        if (postgres) m_config = *parseDatabaseUrl(testDatabaseUrl(QStringLiteral("store")));
        m_store =
            std::make_unique<Store>(m_config, StoreForm::Server, Store::Services{m_clock, m_random, nullptr});
        const Status migrated = m_store->migrate(entities());
        QVERIFY2(migrated, migrated ? "" : qPrintable(migrated.error().detail));
    }

    void whatIsWrittenIsRead() {
        SeededRandom random(1);
        for (int i = 0; i < 50; ++i) {
            Thing thing = valid(random, i);
            QVERIFY(insert(thing));
            const auto read = get(thing.id);
            QVERIFY(read);
            QVERIFY2(*read == thing, qPrintable(showFields(fieldSpan<Thing>(), &*read)));
        }
    }

    void nastyTextsStayTexts() {
        SeededRandom random(2);
        int i = 0;
        for (const QString& nasty :
             {QStringLiteral("'; DROP TABLE thing; --"), QStringLiteral("\\x00 \\' \" $1 ? ?"),
              QStringLiteral("😀 𝕊"), QString(QChar(0x202e)) + QStringLiteral("abc"),
              QString(10'000, QLatin1Char('x')), QStringLiteral("%_\\%")}) {
            Thing thing = valid(random, i++);
            thing.note = nasty;
            QVERIFY(insert(thing));
            QCOMPARE(get(thing.id)->note, nasty);
        }
    }

    void patchesCountVersionsAndTellFeedAndAudit() {
        SeededRandom random(3);
        const Thing thing = valid(random, 1);
        QVERIFY(insert(thing));
        QVERIFY(write([&](WishTx& tx) -> Status {
            tx.patch<Thing>(thing.id, [](Thing& row) { row.count = 77; });
            tx.patch<Thing>(thing.id, [](Thing& row) { row.note = QStringLiteral("twice in one"); });
            return {};
        }));
        QCOMPARE(get(thing.id)->count, 77);
        QCOMPARE(number(QStringLiteral("SELECT row_version FROM thing")), 2);
        QCOMPARE(number(QStringLiteral("SELECT count(*) FROM feed")), 2);
        QCOMPARE(number(QStringLiteral("SELECT count(*) FROM feed WHERE version = 2 AND op = 2")), 1);
        QCOMPARE(number(QStringLiteral("SELECT count(*) FROM audit WHERE patient IS NOT NULL")), 2);
    }

    void aFieldThatIsChangedBackIsBack() {
        SeededRandom random(3);
        Thing thing = valid(random, 1);
        thing.count = 5;
        QVERIFY(insert(thing));
        QVERIFY(write([&](WishTx& tx) -> Status {
            tx.patch<Thing>(thing.id, [](Thing& row) { row.count = 77; });
            // Who lists rows sees the change: it has been sent.
            if (tx.list(Where<Thing>().eq<&Thing::count>(77))->size() != 1) return fail(ErrorCode::Internal);
            tx.patch<Thing>(thing.id, [](Thing& row) { row.count = 5; });
            return {};
        }));
        QCOMPARE(*get(thing.id), thing);
        QCOMPARE(number(QStringLiteral("SELECT row_version FROM thing")), 1);
        QCOMPARE(number(QStringLiteral("SELECT count(*) FROM feed")), 1);
    }

    void anErrorRollsEverythingBack() {
        SeededRandom random(4);
        const Thing thing = valid(random, 1);
        const auto failed = write([&](WishTx& tx) -> Status {
            tx.insert(thing);
            tx.next(QStringLiteral("c"));
            return fail(ErrorCode::ReasonRequired);
        });
        QVERIFY(!failed);
        QCOMPARE(failed.error().code, ErrorCode::ReasonRequired);
        QVERIFY(!get(thing.id));
        QCOMPARE(number(QStringLiteral("SELECT count(*) FROM counter")), 0);
        QCOMPARE(number(QStringLiteral("SELECT count(*) FROM feed")), 0);
    }

    void constraintsAreTheLastLine() {
        SeededRandom random(5);
        Thing one = valid(random, 1);
        Thing two = valid(random, 2);
        two.name = one.name;
        QVERIFY(insert(one));
        const auto twice = insert(two);
        QVERIFY(!twice);
        QCOMPARE(twice.error().code, ErrorCode::ConstraintViolated);
        Thing negative = valid(random, 3);
        negative.count = -1;
        QCOMPARE(insert(negative).error().code, ErrorCode::ConstraintViolated);
        // The connection is good for the next transaction.
        QVERIFY(insert(valid(random, 4)));
    }

    void aGroupSharesACommitButNotAFailure() {
        SeededRandom random(6);
        const Thing one = valid(random, 1);
        Thing clash = valid(random, 2);
        clash.name = one.name;
        const Thing three = valid(random, 3);
        std::vector<bool> done;
        std::vector<WriteJob> jobs;
        for (const Thing& thing : {one, clash, three}) {
            jobs.push_back(
                {context(),
                 {},
                 [thing](WishTx& tx) -> Status {
                     tx.insert(thing);
                     return {};
                 },
                 [&](const Result<CommitReport>& outcome) { done.push_back(outcome.has_value()); }});
        }
        m_store->writeGroup(std::move(jobs));
        QCOMPARE(done, (std::vector<bool>{true, false, true}));
        QVERIFY(get(one.id) && !get(clash.id) && get(three.id));
    }

    void aGroupWithAnImpossibleStatementFailsAlone() {
        SeededRandom random(11);
        const Thing one = valid(random, 1);
        const Thing three = valid(random, 3);
        std::vector<ErrorCode> done;
        std::vector<WriteJob> jobs;
        const auto add = [&](const std::function<Status(WishTx&)>& work) {
            jobs.push_back({context(), {}, work, [&](const Result<CommitReport>& outcome) {
                                done.push_back(outcome ? ErrorCode::None : outcome.error().code);
                            }});
        };
        const auto inserting = [](const Thing& thing) {
            return [thing](WishTx& tx) -> Status {
                tx.insert(thing);
                return {};
            };
        };
        add(inserting(one));
        add([](WishTx&) -> Status {
            throw StoreFault{StoreFault::Kind::Other, {}, QStringLiteral("no such table")};
        });
        add(inserting(three));
        m_store->writeGroup(std::move(jobs));
        QCOMPARE(done, (std::vector<ErrorCode>{ErrorCode::None, ErrorCode::Internal, ErrorCode::None}));
        QVERIFY(get(one.id) && get(three.id));
    }

    /// The answer to a COMMIT is lost and the work is found done at the second attempt: whoever waits for its
    /// topics must still be told.
    void aLostAnswerToACommitStillTellsItsTopics() {
        QFETCH_GLOBAL(bool, postgres);
        if (!postgres) return;  // SQLite answers in the same process.
        SeededRandom random(12);
        const Thing thing = valid(random, 1);
        int runs = 0;
        const auto outcome = write([&](WishTx& tx) -> Status {
            if (++runs > 1) return {};
            tx.insert(thing);
            const auto other = Database::open(m_config);
            (*other)->query(QStringLiteral("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE "
                                           "datname = current_database() AND pid <> pg_backend_pid()"),
                            {}, [](const Row&) {});
            return {};
        });
        QVERIFY(outcome);
        QCOMPARE(runs, 2);
        QCOMPARE(outcome->topics, QSet<QString>{QStringLiteral("thing/") + thing.day.toString(Qt::ISODate)});
    }

    void countersNeverGiveANumberTwice() {
        QSet<qint64> given;
        for (int i = 0; i < 20; ++i) {
            QVERIFY(write([&](WishTx& tx) -> Status {
                given.insert(*tx.next(QStringLiteral("ticket")));
                given.insert(*tx.next(QStringLiteral("ticket")));
                return {};
            }));
        }
        QCOMPARE(given.size(), 40);
        QVERIFY(given.contains(1) && given.contains(40));
    }

    void searchesWordsByPrefixInAnyOrder() {
        SeededRandom random(7);
        Thing siti = valid(random, 1);
        siti.note = QStringLiteral("siti rahmawati");
        Thing other = valid(random, 2);
        other.note = QStringLiteral("masiti rahman%");
        QVERIFY(insert(siti) && insert(other));
        QCOMPARE(found({{QStringLiteral("rahm")}, {QStringLiteral("sit")}}), QList<ThingId>{siti.id});
        QCOMPARE(found({{QStringLiteral("sit"), QStringLiteral("zul")}, {QStringLiteral("rahmaw")}}),
                 QList<ThingId>{siti.id});
        QVERIFY(found({{QStringLiteral("sit")}, {QStringLiteral("rahmat")}}).isEmpty());
        // Both parts may mean one word of the name.
        QCOMPARE(found({{QStringLiteral("siti")}, {QStringLiteral("sit")}}), QList<ThingId>{siti.id});
        QCOMPARE(found({{QStringLiteral("r")}, {QStringLiteral("siti")}, {QStringLiteral("rahma")}}),
                 QList<ThingId>{siti.id});
        QCOMPARE(found({{QStringLiteral("rahman%")}}).size(), 1);
        QVERIFY(found({{QStringLiteral("%")}}).isEmpty());
        QCOMPARE(found({{QStringLiteral("zzz"), QStringLiteral("mas")}}), QList<ThingId>{other.id});
        // An edited name is found by its new words only.
        QVERIFY(write([&](WishTx& tx) -> Status {
            tx.patch<Thing>(siti.id, [](Thing& row) { row.note = QStringLiteral("dewi"); });
            return {};
        }));
        QCOMPARE(found({{QStringLiteral("dew")}}), QList<ThingId>{siti.id});
        QVERIFY(found({{QStringLiteral("sit")}}).isEmpty());
    }

    void knowsWhichWordsExist() {
        SeededRandom random(17);
        Thing siti = valid(random, 1);
        siti.note = QStringLiteral("siti rahmawati");
        Thing odd = valid(random, 2);
        odd.note = QStringLiteral("siti \"quoted\\\" {a,b}");
        QVERIFY(insert(siti) && insert(odd));
        const QStringList asked{QStringLiteral("siti"),      QStringLiteral("sit"),
                                QStringLiteral("rahmawati"), QStringLiteral("rahmawatiq"),
                                QStringLiteral("ra%"),       QString()};
        QCOMPARE(held(asked, WordPart::Whole),
                 (QStringList{QStringLiteral("rahmawati"), QStringLiteral("siti")}));
        QCOMPARE(held({asked.mid(0, 5)}, WordPart::Beginning),
                 (QStringList{QStringLiteral("rahmawati"), QStringLiteral("sit"), QStringLiteral("siti")}));
        QCOMPARE(held({QStringLiteral("\"quoted\\\""), QStringLiteral("{a,b}"), QStringLiteral("{a")},
                      WordPart::Whole),
                 (QStringList{QStringLiteral("\"quoted\\\""), QStringLiteral("{a,b}")}));
        QVERIFY(held({}, WordPart::Whole).isEmpty());
        QVERIFY(write([&](WishTx& tx) -> Status {
            tx.patch<Thing>(siti.id, [](Thing& row) { row.note = QStringLiteral("dewi siti"); });
            return {};
        }));
        QCOMPARE(held({QStringLiteral("dewi")}, WordPart::Whole), QStringList{QStringLiteral("dewi")});
        QCOMPARE(number(QStringLiteral("SELECT count(*) FROM thing_search_words WHERE word = 'siti'")), 1);
    }

    void aDatabaseWithoutADictionaryGetsOne() {
        SeededRandom random(18);
        Thing thing = valid(random, 1);
        thing.note = QStringLiteral("jarum  jerami");
        QVERIFY(insert(thing));
        {
            const auto db = Database::open(m_config);
            QVERIFY(db);
            for (const QString& drop : dialect::dropSearchIndex((*db)->engine(), QStringLiteral("thing")))
                if (drop.contains(QStringLiteral("search_w"))) (*db)->executeText(drop);
            (*db)->executeText(QStringLiteral("UPDATE schema_version SET mark = 1"));
        }
        QVERIFY(m_store->migrate(entities()));
        QVERIFY(m_store->migrate(entities()));
        QCOMPARE(held({QStringLiteral("jarum"), QStringLiteral("jerami")}, WordPart::Whole).size(), 2);
        QCOMPARE(number(QStringLiteral("SELECT count(*) FROM thing_search_words")), 2);
    }

    void searchesByItsIndexAlone_data() {
        QTest::addColumn<QList<QStringList>>("words");
        const auto group = [](const char* words) {
            return QString::fromLatin1(words).split(QLatin1Char(' '));
        };
        QTest::newRow("one word") << QList<QStringList>{group("siti")};
        QTest::newRow("a short and a long word") << QList<QStringList>{group("s"), group("rahmawati")};
        QTest::newRow("two words") << QList<QStringList>{group("sit"), group("rahm")};
        QTest::newRow("spellings") << QList<QStringList>{group("muh moh"), group("risk rish")};
    }
    void searchesByItsIndexAlone() {
        QFETCH(const QList<QStringList>, words);
        auto db = Database::open(m_config);
        QVERIFY(db);
        const bool postgres = (*db)->engine() == Engine::Postgres;
        const auto condition =
            dialect::searchCondition((*db)->engine(), QStringLiteral("thing"), QStringLiteral("note"), words);
        // The table is empty: reading all of it would be cheapest, were it allowed.
        if (postgres) (*db)->executeText(QStringLiteral("SET enable_seqscan = off"));
        QString plan;
        (*db)->queryOnce((postgres ? QStringLiteral("EXPLAIN ") : QStringLiteral("EXPLAIN QUERY PLAN ")) +
                             QStringLiteral("SELECT id FROM thing WHERE ") + condition.sql,
                         condition.values, [&](const Row& row) {
                             plan += row.value(postgres ? 0 : 3).toString() + QLatin1Char('\n');
                         });
        QVERIFY2(plan.contains(postgres ? QStringLiteral("Bitmap Index Scan on thing_words")
                                        : QStringLiteral("VIRTUAL TABLE INDEX")),
                 qPrintable(plan));
        QVERIFY2(!plan.contains(QStringLiteral("Seq Scan")), qPrintable(plan));
    }

    void looksIntoItsDictionaryByTheIndex() {
        auto db = Database::open(m_config);
        QVERIFY(db);
        const bool postgres = (*db)->engine() == Engine::Postgres;
        for (const bool beginnings : {false, true}) {
            const auto question =
                dialect::wordsQuestion((*db)->engine(), QStringLiteral("thing"),
                                       {QStringLiteral("siti"), QStringLiteral("sari")}, beginnings);
            if (postgres) (*db)->executeText(QStringLiteral("SET enable_seqscan = off"));
            QString plan;
            (*db)->queryOnce((postgres ? QStringLiteral("EXPLAIN ") : QStringLiteral("EXPLAIN QUERY PLAN ")) +
                                 question.sql,
                             question.values, [&](const Row& row) {
                                 plan += row.value(postgres ? 0 : 3).toString() + QLatin1Char('\n');
                             });
            QVERIFY2(plan.contains(postgres ? QStringLiteral("thing_search_words_index")
                                            : QStringLiteral("SEARCH thing_search_words USING PRIMARY KEY")),
                     qPrintable(plan));
        }
    }

    void anOldDatabaseGetsItsMissingColumns() {
        QVERIFY(insertedBeforeColumn());
        QVERIFY(m_store->migrate(entities()));
        QCOMPARE(number(QStringLiteral("SELECT count(*) FROM thing WHERE note = ''")), 1);
    }

    void aBulkLoadIsSearchableAndCountedOnce() {
        SeededRandom random(8);
        QList<Thing> things;
        for (int i = 0; i < 100; ++i) things.append(valid(random, i));
        things[42].note = QStringLiteral("jarum jerami");
        WriteContext bulk = context();
        bulk.note = QStringLiteral("test");
        QVERIFY(m_store->load(bulk, [&](BulkLoader& loader) -> Status {
            loader.begin({&entityType<Thing>()});
            for (const Thing& thing : things) loader.add(thing);
            loader.setCounter(QStringLiteral("c"), 9);
            loader.end();
            return {};
        }));
        QCOMPARE(number(QStringLiteral("SELECT count(*) FROM thing")), 100);
        QCOMPARE(number(QStringLiteral("SELECT count(*) FROM audit")), 1);
        QCOMPARE(found({{QStringLiteral("jar")}}), QList<ThingId>{things[42].id});
        QCOMPARE(held({QStringLiteral("jerami")}, WordPart::Whole).size(), 1);
    }

    void manyAreReadHoweverManyAListWouldShow() {
        SeededRandom random(10);
        QList<ThingId> ids;
        QVERIFY(m_store->load(context(), [&](BulkLoader& loader) -> Status {
            loader.begin({&entityType<Thing>()});
            for (int i = 0; i < 2 * limits::kListRows + 5; ++i) {
                const Thing thing = valid(random, i);
                loader.add(thing);
                ids.append(thing.id);
            }
            loader.end();
            return {};
        }));
        QSet<ThingId> read;
        const auto take = [&](Reader& reader) -> Status {
            for (const Thing& thing : reader.getMany<Thing>(ids)) read.insert(thing.id);
            return reader.getMany<Thing>({}).isEmpty() ? Status() : fail(ErrorCode::Internal);
        };
        QVERIFY(m_store->read(take));
        QCOMPARE(read.size(), ids.size());
        read.clear();
        QVERIFY(write(take));
        QCOMPARE(read.size(), ids.size());
    }

    void aCacheHasNoAuthorityAndNoForeignRules() {
        DatabaseConfig memory;
        memory.path = QStringLiteral(":memory:");
        Store cache(memory, StoreForm::Cache, {m_clock, m_random, nullptr});
        QVERIFY(cache.migrate(entities()));
        SeededRandom random(9);
        const Thing thing = valid(random, 1);
        QVERIFY(cache.write(context(), [&](WishTx& tx) -> Status {
            tx.insert(thing);
            if (tx.next(QStringLiteral("x")) || tx.list(Where<Thing>())) return fail(ErrorCode::Internal);
            return tx.patch<Thing>(ThingId(Uuid::named("absent")), [](Thing&) {})
                       ? Status(fail(ErrorCode::Internal))
                       : Status();
        }));
    }

  private:
    static EntityList entities() { return {&entityType<Thing>()}; }
    WriteContext context() {
        WriteContext made;
        made.writeId = Uuid::make(m_clock, m_random);
        made.request = QStringLiteral("test");
        return made;
    }
    Thing valid(Random& random, int number) {
        Thing thing = randomInstance<Thing>(random);
        thing.name = QStringLiteral("thing %1").arg(number);
        return thing;
    }
    Result<CommitReport> write(const std::function<Status(WishTx&)>& work) {
        return m_store->write(context(), work);
    }
    Result<CommitReport> insert(const Thing& thing) {
        return write([&](WishTx& tx) -> Status {
            tx.insert(thing);
            return {};
        });
    }
    std::optional<Thing> get(const ThingId& id) {
        std::optional<Thing> found;
        const Status read = m_store->read([&](Reader& reader) -> Status {
            found = reader.get<Thing>(id);
            return {};
        });
        return read ? found : std::nullopt;
    }
    QList<ThingId> found(const QList<QStringList>& words) {
        QList<ThingId> ids;
        const Status read = m_store->read([&](Reader& reader) -> Status {
            for (const Thing& thing : reader.search<Thing>(words, Where<Thing>()).value_or(QList<Thing>()))
                ids.append(thing.id);
            return {};
        });
        return read ? ids : QList<ThingId>{ThingId(Uuid::named("failed"))};
    }
    QStringList held(const QStringList& words, WordPart part) {
        QStringList out;
        const Status read = m_store->read([&](Reader& reader) -> Status {
            out = reader.wordsHeld<Thing>(words, part).value_or(QStringList{QStringLiteral("not held")});
            return {};
        });
        out.sort();
        return read ? out : QStringList{QStringLiteral("failed")};
    }
    qint64 number(const QString& sql) {
        const auto db = Database::open(m_config);
        qint64 value = -1;
        if (db) (*db)->query(sql, {}, [&](const Row& row) { value = row.value(0).toLongLong(); });
        return value;
    }
    bool insertedBeforeColumn() {
        SeededRandom random(10);
        if (!insert(valid(random, 1))) return false;
        const auto db = Database::open(m_config);
        if (!db) return false;
        for (const QString& drop : dialect::dropSearchIndex((*db)->engine(), QStringLiteral("thing")))
            (*db)->executeText(drop);
        (*db)->executeText(QStringLiteral("ALTER TABLE thing DROP COLUMN note"));
        (*db)->executeText(QStringLiteral("UPDATE schema_version SET mark = 1"));
        return true;
    }

    QTemporaryDir m_folder;
    int m_number = 0;
    DatabaseConfig m_config;
    SystemClock m_clock;
    SystemRandom m_random;
    std::unique_ptr<Store> m_store;
};

QTEST_GUILESS_MAIN(StoreTest)
#include "store_test.moc"
