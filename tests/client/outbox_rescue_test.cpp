// SPDX-License-Identifier: GPL-3.0-or-later
// Outboxes broken on purpose: they always open, what can be read waits to be sent as it was written, the rest
// is told, the broken file is kept, and no number is given again.
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "common/base/random.h"
#include "common/sync/outbox.h"
#include "common/sync/outbox_rescue.h"

namespace simrs {
namespace {

const DeviceId kDevice(Uuid::named("device"));
constexpr int kCommands = 60;
constexpr int kEnded = 20;  // The first of them.

QByteArray readAll(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeAll(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

/// An outbox as a crash leaves it: some commands ended, some refused, some sent, the rest waiting.
struct Original {
    SqliteFiles files;
    QList<OutboxEntry> unsettled;
    QList<OutboxEntry> refused;
    QList<OutboxEntry> all;  ///< In the order of doing, as they were taken.

    /// `inLog`: most of it only in the write-ahead log; else all of it in the database.
    explicit Original(bool inLog) {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("outbox.db"));
        SystemClock clock;
        SystemRandom random;
        {
            Outbox outbox(path, clock, random);
            if (!outbox.open() || !outbox.bind(kDevice) ||
                !outbox.addBlock(NumberKind::MedicalRecord, 1, 100))
                qFatal("the outbox does not open");
            for (int i = 0; i < kCommands; ++i) add(outbox, clock, random, i);
            unsettled = outbox.unsettled();
            refused = outbox.refused();
            files = readSqliteFiles(path).value();
        }
        if (!inLog) files = readSqliteFiles(path).value();
    }

  private:
    void add(Outbox& outbox, const Clock& clock, Random& random, int number) {
        OutboxEntry draft;
        draft.id = CommandId(Uuid::make(clock, random));
        draft.type = 204;
        draft.actor = Uuid::named("ani");
        draft.at = clock.now();
        // Now and then one that needs pages of its own.
        draft.payload = random.bytes(number % 20 == 7 ? 9'000 : 200);
        const qint64 mrn = outbox.numbers().take(NumberKind::MedicalRecord).value();
        const auto kept = outbox.append(draft, {{NumberKind::MedicalRecord, mrn}}, number < 30);
        if (!kept) qFatal("the outbox does not take a command");
        all.append(*kept);
        if (number >= kEnded) return;
        const qint64 error = number % 5 == 4 ? 119 : 0;
        if (!outbox.end({kept->id, kept->seq, error, {}, "reply"})) qFatal("the outbox does not end it");
    }
};

/// A damaged one in a folder of its own, opened.
struct Reopened {
    QTemporaryDir folder;
    SystemClock clock;
    SystemRandom random;
    std::unique_ptr<Outbox> outbox;

    explicit Reopened(const SqliteFiles& files) {
        writeAll(path(), files.db);
        if (!files.wal.isEmpty()) writeAll(path() + QStringLiteral("-wal"), files.wal);
    }
    QString path() const { return folder.filePath(QStringLiteral("outbox.db")); }
    Status open() {
        outbox.reset();
        outbox = std::make_unique<Outbox>(path(), clock, random);
        return outbox->open();
    }
};

/// The command as its author gave it, whatever became of its sending.
QByteArray asWritten(const OutboxEntry& entry) { return sealOf(entry) + entry.payload; }

}  // namespace

class OutboxRescueTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void leavesAWholeFileAlone();
    void tellsWhatItCouldNotRead_data();
    void tellsWhatItCouldNotRead();
    void goesOnWhereTheServerStands();
    void givesNoNumberAgain();
    void readsALogBehindABrokenPlace();
    void readsRowsOfAnOlderForm();
    void survivesACrashWhileItIsMadeAnew();
    void isToldUntilSeen();

  private:
    int m_wanted = 0;
    int m_rescued = 0;
};

void OutboxRescueTest::leavesAWholeFileAlone() {
    for (const bool inLog : {true, false}) {
        const Original original(inLog);
        QCOMPARE(original.files.wal.isEmpty(), !inLog);
        QVERIFY(!hidesCommits(original.files.wal));
        Reopened again(original.files);
        QVERIFY(again.open());
        QVERIFY(!again.outbox->damage());
        QVERIFY(!again.outbox->isAdrift());
        QCOMPARE(again.outbox->unsettled(), original.unsettled);
        QCOMPARE(again.outbox->refused(), original.refused);
        QCOMPARE(QDir(again.folder.path()).entryList({QStringLiteral("*damaged*")}).size(), 0);
        // What the pages hold without the engine is the same.
        const RescuedOutbox rescued = rescueOutbox(original.files);
        QCOMPARE(rescued.unsettled, original.unsettled.size());
        QCOMPARE(rescued.lost, 0);
    }
}

void OutboxRescueTest::tellsWhatItCouldNotRead_data() {
    QTest::addColumn<QString>("how");
    QTest::addColumn<bool>("inLog");
    for (const char* how : {"byte", "bytes", "page", "head", "short", "text"}) {
        QTest::addRow("%s in the database", how) << QString::fromLatin1(how) << false;
        QTest::addRow("%s in the log", how) << QString::fromLatin1(how) << true;
    }
}

static QByteArray broken(QByteArray bytes, const QString& how, Random& random) {
    const auto somewhere = [&] {
        return static_cast<qsizetype>(random.below(static_cast<std::uint64_t>(bytes.size())));
    };
    const auto spoil = [&](qsizetype at) {
        bytes[at] = static_cast<char>(bytes[at] ^ static_cast<char>(1 + random.below(255)));
    };
    if (how == QLatin1String("byte")) {
        spoil(somewhere());
    } else if (how == QLatin1String("bytes")) {
        for (int i = 0; i < 20; ++i) spoil(somewhere());
    } else if (how == QLatin1String("page")) {
        const qsizetype at = somewhere() / 4096 * 4096;
        for (qsizetype i = at; i < std::min(at + 4096, bytes.size()); ++i) bytes[i] = 0;
    } else if (how == QLatin1String("head")) {
        for (qsizetype i = 0; i < 32; ++i) spoil(i);
    } else if (how == QLatin1String("short")) {
        bytes.truncate(somewhere());
    } else {
        bytes = QByteArray("This is a text, and no outbox at all. ").repeated(200);
    }
    return bytes;
}

void OutboxRescueTest::tellsWhatItCouldNotRead() {
    QFETCH(QString, how);
    QFETCH(bool, inLog);
    const Original original(inLog);
    QHash<CommandId, OutboxEntry> written;
    for (const OutboxEntry& entry : original.all) written.insert(entry.id, entry);
    const auto wanted = original.unsettled.size();
    const int rounds = qEnvironmentVariable("SIMRS_CAMPAIGN") == QLatin1String("full") ? 500 : 6;
    for (int round = 0; round < rounds; ++round) {
        SeededRandom random(static_cast<std::uint64_t>(round) + 1);
        SqliteFiles files = original.files;
        (inLog ? files.wal : files.db) = broken(inLog ? files.wal : files.db, how, random);
        Reopened again(files);
        const Status opened = again.open();
        QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().detail));
        // A log that ends early is what a crash leaves: an earlier moment, and nothing shows that there was
        // more.
        const bool looksCrashed = inLog && (how == QLatin1String("short") || how == QLatin1String("text"));
        qint64 position = 0;
        for (const OutboxEntry& entry : again.outbox->unsettled()) {
            QVERIFY2(written.contains(entry.id), "a command that nobody has given");
            QCOMPARE(asWritten(entry), asWritten(written.value(entry.id)));
            QVERIFY(entry.position > position);  // As they were given.
            position = entry.position;
            const bool ended = !looksCrashed && entry.position <= kEnded;
            QVERIFY2(!ended, "an ended command is open again");
        }
        const auto read = again.outbox->unsettled().size();
        m_wanted += static_cast<int>(wanted);
        m_rescued += static_cast<int>(read);
        const auto damage = again.outbox->damage();
        if (read != wanted && !looksCrashed)
            QVERIFY2(damage, qPrintable(QStringLiteral("round %1").arg(round)));
        if (!damage) continue;
        QCOMPARE(damage->code, ErrorCode::StorageFailed);
        QCOMPARE(damage->args.value(0), QStringLiteral("damaged"));
        QCOMPARE(damage->args.value(2).toInt(), read);
        QCOMPARE(readAll(again.folder.filePath(damage->args.value(1))), files.db);
        QCOMPARE(readAll(again.folder.filePath(damage->args.value(1)) + QStringLiteral("-wal")), files.wal);
        // And from here on it is an outbox like any other.
        QVERIFY(again.outbox->device().isNull());
        QVERIFY(again.outbox->bind(kDevice));
        QVERIFY(again.open());
        QCOMPARE(again.outbox->unsettled().size(), read);
        QCOMPARE(again.outbox->device(), kDevice);
    }
    if (QString::fromLatin1(QTest::currentDataTag()) == QLatin1String("text in the log"))
        qInfo("%d of %d commands read from broken files", m_rescued, m_wanted);
}

void OutboxRescueTest::goesOnWhereTheServerStands() {
    const Original original(false);
    SqliteFiles files = original.files;
    for (int i = 0; i < 16; ++i) files.db[i] = 'x';
    Reopened again(files);
    QVERIFY(again.open());
    QVERIFY(again.outbox->isAdrift());
    QCOMPARE(again.outbox->unsettled().size(), original.unsettled.size());
    QVERIFY(again.outbox->bind(kDevice));
    QVERIFY(again.outbox->claim(8));  // Nothing has a seq before the server has spoken.
    QCOMPARE(again.outbox->unsettled().first().seq, 0);
    // The server has taken some of those that were sent, and will know them by their ids.
    QVERIFY(again.outbox->compare(24));
    QVERIFY(!again.outbox->isAdrift());
    QVERIFY(again.outbox->claim(3));
    QCOMPARE(again.outbox->unsettled()[0].seq, 25);
    QCOMPARE(again.outbox->unsettled()[2].seq, 27);
    QCOMPARE(again.outbox->unsettled()[3].seq, 0);
    QVERIFY(again.open());
    QCOMPARE(again.outbox->lastSeq(), 27);
    QVERIFY(!again.outbox->compare(90));
    // Ended ones are still answered.
    const auto ended = again.outbox->find(original.refused.first().id);
    QVERIFY(ended && ended->has_value());
    QCOMPARE(again.outbox->refused().size(), original.refused.size());
}

void OutboxRescueTest::givesNoNumberAgain() {
    const Original original(false);
    SqliteFiles files = original.files;
    files.db.truncate(files.db.size() / 2);
    Reopened again(files);
    QVERIFY(again.open());
    NumberBlocks& numbers = again.outbox->numbers();
    QCOMPARE(numbers.take(NumberKind::MedicalRecord).error().code, ErrorCode::NumbersExhausted);
    QVERIFY(numbers.wantsMore(NumberKind::MedicalRecord));
    // Whatever the server holds for this device counts as known: it gives a new block, not an old one again.
    QVERIFY(numbers.question(NumberKind::MedicalRecord).known > 1'000'000'000'000);
    QVERIFY(again.outbox->addBlock(NumberKind::MedicalRecord, 501, 550));
    QCOMPARE(numbers.take(NumberKind::MedicalRecord).value_or(0), 501);
    QVERIFY(numbers.question(NumberKind::MedicalRecord).known > 1'000'000'000'000);
}

void OutboxRescueTest::readsALogBehindABrokenPlace() {
    const Original original(true);
    SqliteFiles files = original.files;
    // In the first third: the engine would believe the commits before it, and forget all others.
    files.wal[files.wal.size() / 3] = static_cast<char>(~files.wal[files.wal.size() / 3]);
    QVERIFY(hidesCommits(files.wal));
    Reopened again(files);
    QVERIFY(again.open());
    QVERIFY(again.outbox->damage());
    QVERIFY(again.outbox->unsettled().size() >= original.unsettled.size() - 5);
}

void OutboxRescueTest::readsRowsOfAnOlderForm() {
    // A version that knew no seal: its rows count, for want of better.
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("outbox.db"));
    SystemClock clock;
    SystemRandom random;
    OutboxEntry entry;
    entry.id = CommandId(Uuid::make(clock, random));
    entry.position = 1;
    entry.type = 204;
    entry.payload = "payload";
    DatabaseConfig config;
    config.path = path;
    {
        const auto db = Database::open(config);
        QVERIFY(db);
        (*db)->executeText(
            QStringLiteral("CREATE TABLE outbox_entry (id BLOB PRIMARY KEY, position BIGINT, seq BIGINT, "
                           "type BIGINT, version "
                           "BIGINT, actor BLOB, at BIGINT, assured BOOLEAN, base_seq BIGINT, payload BLOB, "
                           "state BIGINT, result "
                           "BLOB, row_version BIGINT)"));
        (*db)->execute(QStringLiteral("INSERT INTO outbox_entry VALUES (?, 1, 0, 204, 1, x'', 0, 0, 0, ?, 0, "
                                      "x'', 1)"),
                       {entry.id.uuid().toBytes(), entry.payload});
        (*db)->executeText(
            QStringLiteral("ALTER TABLE outbox_entry ADD COLUMN seal BLOB NOT NULL DEFAULT x''"));
        entry.position = 2;
        entry.id = CommandId(Uuid::make(clock, random));
        (*db)->execute(QStringLiteral("INSERT INTO outbox_entry VALUES (?, 2, 0, 204, 1, x'', 0, 0, 0, ?, 0, "
                                      "x'', 1, ?)"),
                       {entry.id.uuid().toBytes(), entry.payload, sealOf(entry)});
        (*db)->execute(
            QStringLiteral("INSERT INTO outbox_entry VALUES (?, 3, 0, 204, 1, x'', 0, 0, 0, ?, 0, "
                           "x'', 1, ?)"),
            {Uuid::make(clock, random).toBytes(), entry.payload, sealOf(entry)});  // Another's seal.
    }
    const RescuedOutbox rescued = rescueOutbox(readSqliteFiles(path).value());
    QCOMPARE(rescued.entries.size(), 2);
    QCOMPARE(rescued.entries[1].id, entry.id);
    QCOMPARE(rescued.entries[1].payload, entry.payload);
}

void OutboxRescueTest::survivesACrashWhileItIsMadeAnew() {
    const Original original(false);
    SqliteFiles files = original.files;
    files.db[0] = 'x';
    Reopened whole(files);
    QVERIFY(whole.open());
    const auto wanted = whole.outbox->unsettled().size();
    whole.outbox.reset();
    const QByteArray fresh = readAll(whole.path());
    // The old file is gone, the new one not yet in its place.
    Reopened half(SqliteFiles{});
    QVERIFY(QFile::remove(half.path()));
    writeAll(freshOutbox(half.path()), fresh);
    writeAll(half.path() + QStringLiteral("-wal"), "what is left of the old one's log");
    QVERIFY(half.open());
    QCOMPARE(half.outbox->unsettled().size(), wanted);
    QVERIFY(half.outbox->damage());
    QVERIFY(!QFile::exists(freshOutbox(half.path())));
    // Both are there: the old one counts, and is read again.
    Reopened early(files);
    writeAll(freshOutbox(early.path()), fresh.left(5'000));
    QVERIFY(early.open());
    QCOMPARE(early.outbox->unsettled().size(), wanted);
    QVERIFY(!QFile::exists(freshOutbox(early.path())));
}

void OutboxRescueTest::isToldUntilSeen() {
    const Original original(false);
    SqliteFiles files = original.files;
    files.db[0] = 'x';
    Reopened again(files);
    QVERIFY(again.open());
    QVERIFY(again.open());
    QVERIFY(again.outbox->damage());
    QVERIFY(again.outbox->acknowledgeDamage());
    QVERIFY(!again.outbox->damage());
    QVERIFY(again.open());
    QVERIFY(!again.outbox->damage());
    const QString copy =
        QDir(again.folder.path()).entryList({QStringLiteral("outbox-damaged-*.db")}).value(0);
    QVERIFY(!copy.isEmpty());  // The copy stays.
    QVERIFY(!(QFile::permissions(again.folder.filePath(copy)) & (QFile::ReadGroup | QFile::ReadOther)));
}

}  // namespace simrs

QTEST_GUILESS_MAIN(simrs::OutboxRescueTest)
#include "outbox_rescue_test.moc"
