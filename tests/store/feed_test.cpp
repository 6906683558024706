// SPDX-License-Identifier: GPL-3.0-or-later
// The feed on both engines: who numbers, in which order, what a slice holds and where it ends, epochs,
// waiting for news, and the indexes behind all of it.
#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <atomic>
#include <thread>

#include "common/store/dialect.h"
#include "common/store/store.h"
#include "common/store/wake_signal.h"
#include "tests/entity/described.h"
#include "tests/support/test_postgres.h"

using namespace simrs;
using namespace simrs::test;

namespace {

const QString kRed = QStringLiteral("unit:red");
const QString kBlue = QStringLiteral("unit:blue");

}  // namespace

class FeedTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase_data() {
        QTest::addColumn<bool>("postgres");
        QTest::newRow("sqlite") << false;
        QTest::newRow("postgres") << true;
    }

    void init() {
        m_config = DatabaseConfig();
        m_config.path = m_folder.filePath(QStringLiteral("f%1.db").arg(++m_number));
        if (postgres()) m_config = *parseDatabaseUrl(testDatabaseUrl(QStringLiteral("feed")));
        m_store = makeStore(false);
        QVERIFY(m_store->migrate(entities()));
    }

    void theWriterNumbersOnSqliteAndASequencerOnPostgres() {
        m_store = makeStore(true);
        QVERIFY(insertThing(1) && insertThing(2));
        const auto state = m_store->feedState();
        QVERIFY(state);
        QCOMPARE(state->unnumbered, postgres());
        QCOMPARE(state->head.seq, postgres() ? 0 : 2);
        const auto after = m_store->numberFeed();
        QVERIFY(after && !after->unnumbered);
        QCOMPARE(after->head.seq, 2);
    }

    void aGroupIsNumberedInItsOrder() {
        m_store = makeStore(true);
        std::vector<WriteJob> jobs;
        QList<Uuid> ids;
        for (int i = 1; i <= 3; ++i) {
            const Thing thing = newThing(i);
            ids.append(thing.id.uuid());
            jobs.push_back({context(), {}, inserting(thing), [](const Result<CommitReport>&) {}});
        }
        m_store->writeGroup(std::move(jobs));
        QVERIFY(m_store->numberFeed());
        QList<Uuid> told;
        for (const NumberedRow& row : slice(0, {scopeOf(Colour::Red)}, 100).rows) told.append(row.id);
        QCOMPARE(told, ids);
    }

    void aRowTellsWhatHappened() {
        const Thing thing = newThing(1);
        QVERIFY(write(inserting(thing)));
        QVERIFY(write([&](WishTx& tx) -> Status {
            tx.patch<Thing>(thing.id, [](Thing& row) { row.count = 7; });
            return {};
        }));
        QVERIFY(m_store->numberFeed());
        const FeedSlice told = slice(0, {scopeOf(Colour::Red)}, 100);
        QCOMPARE(told.rows.size(), std::size_t{2});
        const NumberedRow& row = told.rows[1];
        QCOMPARE(row.seq, 2);
        QCOMPARE(row.n, 1);
        QCOMPARE(row.kind, entityInfo<Thing>.kind);
        QCOMPARE(row.id, thing.id.uuid());
        QCOMPARE(row.version, 2);
        QCOMPARE(row.op, RowOp::Update);
        QCOMPARE(row.scope, scopeOf(Colour::Red));
        const auto held = decode<Thing>(row.payload);
        QVERIFY(held);
        QCOMPARE(held->count, 7);
    }

    /// Rows of a transaction that began earlier and of one that began later, mixed: each stays whole, the
    /// earlier one first.
    void transactionsStayWhole() {
        const auto db = open();
        const Uuid one = Uuid::named("one");
        const Uuid two = Uuid::named("two");
        add(*db, two, 1, kRed);
        add(*db, one, 2, kRed);
        add(*db, two, 3, kBlue);
        add(*db, one, 1, kBlue);
        add(*db, two, 2, kRed);
        QVERIFY(m_store->numberFeed());
        QCOMPARE(places(slice(0, {kRed, kBlue}, 100)), QStringLiteral("two1 two2 two3 one1 one2"));
        // What comes later is behind, whoever wrote it.
        add(*db, two, 4, kRed);
        QVERIFY(m_store->numberFeed());
        QCOMPARE(places(slice(5, {kRed, kBlue}, 100)), QStringLiteral("two4"));
    }

    void aSliceEndsWithATransaction() {
        const auto db = open();
        for (const char* tx : {"a", "b", "c"}) {
            for (int n = 1; n <= 4; ++n) add(*db, Uuid::named(tx), n, n % 2 == 0 ? kRed : kBlue);
        }
        QVERIFY(m_store->numberFeed());
        const FeedSlice first = slice(0, {kRed}, 1);
        QCOMPARE(places(first), QStringLiteral("a2 a4"));
        QCOMPARE(first.to, 4);
        QVERIFY(first.more);
        const FeedSlice second = slice(first.to, {kRed}, 2);
        QCOMPARE(places(second), QStringLiteral("b2 b4"));
        QCOMPARE(second.to, 8);
        // A place amid a transaction's numbers is the end of it, too: the rest of c is not red.
        const FeedSlice rest = slice(8, {kBlue}, 1);
        QCOMPARE(places(rest), QStringLiteral("c1 c3"));
        QCOMPARE(rest.to, 12);
        QVERIFY(!rest.more);
        const FeedSlice all = slice(0, {kRed, kBlue}, 5);
        QCOMPARE(places(all), QStringLiteral("a1 a2 a3 a4 b1 b2 b3 b4"));
        QVERIFY(all.more);
        QCOMPARE(slice(0, {kRed, kBlue}, 12).rows.size(), std::size_t{12});
        QVERIFY(!slice(0, {kRed, kBlue}, 12).more);
    }

    void aSliceOfNothingReachesTheHead() {
        const auto db = open();
        add(*db, Uuid::named("a"), 1, kRed);
        QVERIFY(m_store->numberFeed());
        for (const QStringList& scopes : {QStringList(), QStringList{QStringLiteral("unit:none")}}) {
            const FeedSlice none = slice(0, scopes, 10);
            QVERIFY(none.rows.empty() && !none.more);
            QCOMPARE(none.to, 1);
        }
        QCOMPARE(slice(1, {kRed}, 10).to, 1);
        // A cursor from a life that this feed does not know.
        QCOMPARE(slice(9, {kRed}, 10).to, 1);
    }

    void manyScopesAreReadInOneOrder() {
        const auto db = open();
        QStringList scopes;
        for (int i = 0; i < 120; ++i) {
            scopes.append(QStringLiteral("unit:%1").arg(i));
            add(*db, Uuid::named(QByteArray::number(i)), 1, scopes.last());
        }
        QVERIFY(m_store->numberFeed());
        qint64 from = 0;
        qint64 expected = 0;
        while (from < 120) {
            const FeedSlice part = slice(from, scopes, 7);
            QCOMPARE(part.rows.size(), static_cast<std::size_t>(std::min<qint64>(7, 120 - from)));
            for (const NumberedRow& row : part.rows) QCOMPARE(row.seq, ++expected);
            from = part.to;
        }
        QCOMPARE(expected, 120);
    }

    /// The bug that gave this its name: the transaction with the smaller numbers commits last.
    void whatCommitsLateIsToldLater() {
        if (!postgres()) return;  // SQLite has one writer.
        const auto late = open();
        late->begin();
        add(*late, Uuid::named("late"), 1, kRed);
        const auto early = open();
        add(*early, Uuid::named("early"), 1, kRed);
        QCOMPARE(m_store->numberFeed()->head.seq, 1);
        const FeedSlice first = slice(0, {kRed}, 10);
        QCOMPARE(places(first), QStringLiteral("early1"));
        late->commit();
        QVERIFY(m_store->feedState()->unnumbered);
        QCOMPARE(m_store->numberFeed()->head.seq, 2);
        QCOMPARE(places(slice(first.to, {kRed}, 10)), QStringLiteral("late1"));
    }

    /// Two at once: the second waits, and then sees what the first has numbered and what came meanwhile.
    void aSecondSequencerLooksAfterItsLock() {
        if (!postgres()) return;
        const auto db = open();
        add(*db, Uuid::named("a"), 1, kRed);
        const auto first = open();
        first->begin();
        numberFeed(*first);
        first->query(QStringLiteral("SELECT 1"), {}, [](const Row&) {});  // All of it has arrived.
        std::atomic<qint64> reached{0};
        std::thread second([&] {
            const auto other = makeStore(false);
            const auto state = other->numberFeed();
            reached = state ? state->head.seq : -1;
        });
        QTRY_VERIFY(
            count(QStringLiteral("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' "
                                 "AND datname = current_database()")) > 0);
        add(*db, Uuid::named("b"), 1, kRed);
        QCOMPARE(reached.load(), 0);
        first->commit();
        second.join();
        QCOMPARE(reached.load(), 2);
        QCOMPARE(places(slice(0, {kRed}, 10)), QStringLiteral("a1 b1"));
    }

    void anEpochLastsUntilAnotherIsBegun() {
        const Uuid epoch = m_store->feedState()->head.epoch;
        QVERIFY(!epoch.isNull());
        QVERIFY(insertThing(1) && m_store->numberFeed());
        QVERIFY(m_store->migrate(entities()));
        QCOMPARE(makeStore(false)->feedState()->head, (FeedHead{epoch, 1}));
        QVERIFY(m_store->beginFeedEpoch());
        const FeedHead next = m_store->feedState()->head;
        QVERIFY(next.epoch != epoch && !next.epoch.isNull());
        QCOMPARE(next.seq, 1);
        QCOMPARE(slice(0, {scopeOf(Colour::Red)}, 10).epoch, next.epoch);
    }

    void onlyWhatABackupHasIsDurable() {
        QVERIFY(insertThing(1) && m_store->numberFeed());
        QCOMPARE(m_store->feedState()->durable, 1);  // Nobody makes backups.
        const FeedHead head = m_store->feedState()->head;
        QVERIFY(m_store->setDurableMark(head));
        QVERIFY(insertThing(2) && m_store->numberFeed());
        QCOMPARE(m_store->feedState()->head.seq, 2);
        QCOMPARE(m_store->feedState()->durable, 1);
        QVERIFY(m_store->beginFeedEpoch());
        QCOMPARE(m_store->feedState()->durable, 0);
    }

    void aBulkLoadBeginsAnEpoch() {
        const Uuid epoch = m_store->feedState()->head.epoch;
        QVERIFY(m_store->load(context(), [&](BulkLoader& loader) -> Status {
            loader.begin({&entityType<Thing>()});
            loader.add(newThing(1));
            loader.end();
            return {};
        }));
        QVERIFY(m_store->feedState()->head.epoch != epoch);
    }

    void whatIsRolledBackHasNoNumber() {
        m_store = makeStore(true);
        QVERIFY(!write([&](WishTx& tx) -> Status {
            tx.insert(newThing(1));
            return fail(ErrorCode::ReasonRequired);
        }));
        QVERIFY(insertThing(2) && m_store->numberFeed());
        QCOMPARE(m_store->feedState()->head.seq, 1);
    }

    void aFeedFromBeforeTheSequencerIsMadeAnew() {
        const auto db = open();
        const QString bytes = dialect::columnType(db->engine(), FieldType::Bytes);
        db->executeText(QStringLiteral("DROP TABLE feed"));
        db->executeText(QStringLiteral("UPDATE schema_version SET mark = 1"));
        db->executeText(
            QStringLiteral("CREATE TABLE feed (tx %1 NOT NULL, n BIGINT NOT NULL, seq BIGINT)").arg(bytes));
        db->executeText(
            QStringLiteral("CREATE UNIQUE INDEX feed_unnumbered ON feed (tx, n) WHERE seq IS NULL"));
        QVERIFY(makeStore(false)->migrate(entities()));
        m_store = makeStore(true);
        QVERIFY(insertThing(1) && m_store->numberFeed());
        QCOMPARE(m_store->feedState()->head.seq, 1);
    }

    void newsEndTheWaiting() {
        WakeSignal wake;
        QVERIFY(m_store->feedState());
        m_store->awaitFeed(wake, 1);  // Listens from here on.
        QElapsedTimer watch;
        watch.start();
        wake.raise();
        wake.raise();
        m_store->awaitFeed(wake, 20'000);
        QVERIFY(watch.elapsed() < 10'000);
        QVERIFY(!wake.take());
        if (!postgres()) return;
        QVERIFY(insertThing(1));
        std::thread other([&] { makeStore(false)->numberFeed(); });
        m_store->awaitFeed(wake, 20'000);
        other.join();
        QVERIFY(watch.elapsed() < 10'000);
        // One's own news do not end it.
        QVERIFY(insertThing(2) && m_store->numberFeed());
        watch.restart();
        m_store->awaitFeed(wake, 50);
        QVERIFY(watch.elapsed() >= 45);
    }

    void everyStatementHasItsIndex() {
        const auto db = open();
        if (postgres()) db->executeText(QStringLiteral("SET enable_seqscan = off"));
        const QString waiting = plan(
            *db, QStringLiteral("SELECT number FROM feed WHERE seq IS NULL ORDER BY number LIMIT 1"), {});
        QVERIFY2(waiting.contains(QStringLiteral("feed_unnumbered")), qPrintable(waiting));
        const QString piece = plan(*db, feedSliceStatement(2), {kRed, 1, 9, 5, kBlue, 1, 9, 5, 5});
        QCOMPARE(piece.count(QStringLiteral("feed_scope")), 2);
        const QString head = plan(*db, feedAdvanceStatement(), {});
        QVERIFY2(head.contains(QStringLiteral("feed_seq")), qPrintable(head));
        // A sequencer's own connection: the settings of its turn hold.
        const auto own = open();
        own->begin();
        for (const QString& statement : dialect::feedTurn(own->engine())) own->later(statement, {});
        const QString numbering = plan(*own, feedNumberingStatement(), {});
        QVERIFY2(numbering.contains(QStringLiteral("feed_unnumbered")), qPrintable(numbering));
        if (postgres()) QCOMPARE(numbering.count(QStringLiteral("Index Scan using feed_unnumbered")), 2);
        QVERIFY2(!numbering.contains(QStringLiteral("Nested Loop")), qPrintable(numbering));
        const QRegularExpression whole(QStringLiteral("Seq Scan on feed |SCAN feed(\\n|$)"));
        for (const QString& text : {waiting, piece, numbering, head})
            QVERIFY2(!text.contains(whole), qPrintable(text));
    }

  private:
    static bool postgres() {
        QFETCH_GLOBAL(bool, postgres);
        return postgres;
    }
    static EntityList entities() { return {&entityType<Thing>()}; }
    static QString scopeOf(Colour colour) { return QStringLiteral("unit:%1").arg(static_cast<int>(colour)); }
    std::unique_ptr<Store> makeStore(bool numbersFeed) {
        return std::make_unique<Store>(m_config, StoreForm::Server,
                                       Store::Services{m_clock, m_random, nullptr, numbersFeed});
    }
    std::unique_ptr<Database> open() {
        auto opened = Database::open(m_config);
        if (!opened) qFatal("%s", qPrintable(opened.error().detail));
        return std::move(*opened);
    }
    WriteContext context() {
        WriteContext made;
        made.writeId = Uuid::make(m_clock, m_random);
        made.request = QStringLiteral("test");
        return made;
    }
    Thing newThing(int number) {
        Thing thing;
        thing.id = ThingId(Uuid::make(m_clock, m_random));
        thing.name = QStringLiteral("thing %1").arg(number);
        return thing;
    }
    static std::function<Status(WishTx&)> inserting(const Thing& thing) {
        return [thing](WishTx& tx) -> Status {
            tx.insert(thing);
            return {};
        };
    }
    Result<CommitReport> write(const std::function<Status(WishTx&)>& work) {
        return m_store->write(context(), work);
    }
    Result<CommitReport> insertThing(int number) { return write(inserting(newThing(number))); }

    static void add(Database& db, const Uuid& tx, int n, const QString& scope) {
        db.execute(QStringLiteral("INSERT INTO feed (tx, n, entity, id, version, op, scope, payload) VALUES "
                                  "(?, ?, 90, ?, 1, 1, ?, ?)"),
                   {tx.toBytes(), n, Uuid::named("row").toBytes(), scope, QByteArray("p")});
    }
    FeedSlice slice(qint64 from, const QStringList& scopes, int most) {
        auto found = m_store->feedSlice(from, scopes, most);
        return found ? *found : FeedSlice{{}, -1, false, {}};
    }
    /// "a1 a2 b1": the transactions by their names, and the places in them.
    static QString places(const FeedSlice& slice) {
        QStringList out;
        for (const NumberedRow& row : slice.rows) {
            for (const char* name : {"a", "b", "c", "one", "two", "late", "early"}) {
                if (row.tx == Uuid::named(name)) out.append(QLatin1String(name) + QString::number(row.n));
            }
        }
        return out.join(QLatin1Char(' '));
    }
    qint64 count(const QString& sql) {
        qint64 value = -1;
        open()->query(sql, {}, [&](const Row& row) { value = row.value(0).toLongLong(); });
        return value;
    }
    static QString plan(Database& db, const QString& sql, const QVariantList& values) {
        QString text;
        db.queryOnce(
            (postgres() ? QStringLiteral("EXPLAIN ") : QStringLiteral("EXPLAIN QUERY PLAN ")) + sql, values,
            [&](const Row& row) { text += row.value(postgres() ? 0 : 3).toString() + QLatin1Char('\n'); });
        return text;
    }

    QTemporaryDir m_folder;
    int m_number = 0;
    DatabaseConfig m_config;
    SystemClock m_clock;
    SystemRandom m_random;
    std::unique_ptr<Store> m_store;
};

QTEST_GUILESS_MAIN(FeedTest)
#include "feed_test.moc"
