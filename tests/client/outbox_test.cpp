// SPDX-License-Identifier: GPL-3.0-or-later
// The device's queue: durable before it is sent, in order, never renumbered silently; numbers never given
// twice.
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>

#include "common/base/random.h"
#include "common/core/temporary_number.h"
#include "common/sync/outbox.h"

namespace simrs {
namespace {

const DeviceId kDevice(Uuid::named("device"));

struct Rig {
    SystemClock clock;
    SystemRandom random;
    std::unique_ptr<Outbox> outbox;

    explicit Rig(const QString& folder) { reopen(folder); }
    void reopen(const QString& folder) {
        outbox.reset();
        outbox = std::make_unique<Outbox>(folder + QStringLiteral("/outbox.db"), clock, random);
        if (!outbox->open() || (outbox->device().isNull() && !outbox->bind(kDevice))) std::abort();
    }
    OutboxEntry draft() {
        OutboxEntry entry;
        entry.id = CommandId(Uuid::make(clock, random));
        entry.type = 204;
        entry.at = Instant(1'800'000'000'000);
        entry.payload = "payload";
        return entry;
    }
    OutboxEntry add(bool sendNow) { return outbox->append(draft(), {}, sendNow).value_or(OutboxEntry()); }
    CommandResult result(const OutboxEntry& entry, ErrorCode error = ErrorCode::None) {
        return {entry.id, entry.seq, static_cast<qint64>(error), {}, "reply"};
    }
};

}  // namespace

class OutboxTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void keepsWhatWasNeverSent();
    void isForItsOwnerOnly();
    void givesSeqInOrderAtFirstSending();
    void withdrawsOnlyWhatWasNeverSent();
    void endsOnceAndAnswersTheSameIdAgain();
    void keepsRefusalsUntilSeen();
    void keepsWhatTheServerMayLose();
    void knowsWhichCommandComesBefore();
    void tellsThatServerAndOutboxDisagree();
    void usesNumbersUpWithTheirCommand();
    void refusesForeignAndUsedNumbers();
    void neverGivesANumberTwiceAfterKill();
    void forgetsOldEndedCommands();
    void usesTicketsUpWithTheirCommand();
    void countsTemporaryNumbersForEver();
};

void OutboxTest::keepsWhatWasNeverSent() {
    QTemporaryDir folder;
    Rig rig(folder.path());
    const OutboxEntry first = rig.add(false);
    const OutboxEntry second = rig.add(true);  // Behind a waiting one it waits, too.
    QCOMPARE(second.seq, 0);
    rig.reopen(folder.path());
    QCOMPARE(rig.outbox->device(), kDevice);
    QCOMPARE(rig.outbox->unsettled(), (QList<OutboxEntry>{first, second}));
}

void OutboxTest::isForItsOwnerOnly() {
    QTemporaryDir folder;
    const Rig rig(folder.path());
    for (const char* name : {"/outbox.db", "/outbox.db-wal"}) {
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        const QString path = folder.path() + QString::fromLatin1(name);
        QVERIFY(QFile::exists(path));
        QVERIFY(!(QFile::permissions(path) & others));
    }
}

void OutboxTest::givesSeqInOrderAtFirstSending() {
    QTemporaryDir folder;
    Rig rig(folder.path());
    QCOMPARE(rig.add(true).seq, 1);
    for (int i = 0; i < 5; ++i) QCOMPARE(rig.add(false).seq, 0);
    QVERIFY(rig.outbox->claim(3));
    rig.reopen(folder.path());
    QList<qint64> seqs;
    for (const OutboxEntry& entry : rig.outbox->unsettled()) seqs.append(entry.seq);
    QCOMPARE(seqs, (QList<qint64>{1, 2, 3, 4, 0, 0}));
    QVERIFY(rig.outbox->claim(100));
    QCOMPARE(rig.outbox->unsettled().last().seq, 6);
    QCOMPARE(rig.outbox->lastSeq(), 6);
}

void OutboxTest::withdrawsOnlyWhatWasNeverSent() {
    QTemporaryDir folder;
    Rig rig(folder.path());
    const OutboxEntry sent = rig.add(true);
    const OutboxEntry waiting = rig.add(false);
    QCOMPARE(rig.outbox->withdraw(sent.id).error().code, ErrorCode::OutOfOrder);
    QVERIFY(rig.outbox->withdraw(waiting.id));
    QCOMPARE(rig.outbox->withdraw(waiting.id).error().code, ErrorCode::OutOfOrder);
    QCOMPARE(rig.add(true).seq, 2);  // No gap.
    rig.reopen(folder.path());
    QCOMPARE(rig.outbox->unsettled().size(), 2);
}

void OutboxTest::endsOnceAndAnswersTheSameIdAgain() {
    QTemporaryDir folder;
    Rig rig(folder.path());
    const OutboxEntry entry = rig.add(true);
    QVERIFY(rig.outbox->end(rig.result(entry)));
    QVERIFY(rig.outbox->end(rig.result(entry)));
    QCOMPARE(rig.outbox->end(rig.result(rig.draft())).error().code, ErrorCode::OutOfOrder);
    rig.reopen(folder.path());
    QVERIFY(rig.outbox->unsettled().isEmpty());
    const auto kept = rig.outbox->find(entry.id);
    QVERIFY(kept && kept->has_value());
    QCOMPARE((*kept)->state, OutboxState::Done);
    QVERIFY((*kept)->payload.isEmpty());
    QCOMPARE(decode<CommandResult>((*kept)->result)->reply, QByteArray("reply"));
    OutboxEntry again = rig.draft();
    again.id = entry.id;
    QCOMPARE(rig.outbox->append(again, {}, true).error().code, ErrorCode::ConstraintViolated);
}

void OutboxTest::keepsWhatTheServerMayLose() {
    QTemporaryDir folder;
    Rig rig(folder.path());
    const OutboxEntry first = rig.add(true);
    const OutboxEntry second = rig.add(true);
    const OutboxEntry third = rig.add(true);
    QVERIFY(rig.outbox->end(rig.result(first), 10));
    QVERIFY(rig.outbox->end(rig.result(second, ErrorCode::ClinicClosed), 20));
    QVERIFY(rig.outbox->end(rig.result(third), 30));
    QVERIFY(rig.outbox->forgetUpTo(20));
    QVERIFY(rig.outbox->find(first.id).value()->payload.isEmpty());
    QVERIFY(!rig.outbox->find(second.id).value()->payload.isEmpty());  // Until a person has seen it.
    // The server stands before what is still kept: it can be sent again. Further back it cannot.
    QVERIFY(rig.outbox->compare(2));
    QCOMPARE(rig.outbox->compare(1).error().code, ErrorCode::OutOfOrder);
    rig.reopen(folder.path());
    QVERIFY(rig.outbox->compare(2));
    QVERIFY(rig.outbox->unsettled().isEmpty());
    QVERIFY(rig.outbox->reopen());
    QCOMPARE(rig.outbox->unsettled(), QList<OutboxEntry>{third});
    QCOMPARE(rig.outbox->settledSeq(), 2);
    QVERIFY(rig.outbox->reopen());
    QCOMPARE(rig.outbox->unsettled().size(), 1);
}

void OutboxTest::knowsWhichCommandComesBefore() {
    QTemporaryDir folder;
    Rig rig(folder.path());
    const OutboxEntry first = rig.add(true);
    QVERIFY(first.after.isNull());
    const OutboxEntry second = rig.add(false);
    const OutboxEntry third = rig.add(true);
    rig.reopen(folder.path());
    QVERIFY(rig.outbox->claim(5));
    QCOMPARE(rig.outbox->unsettled(second.id)->after, first.id);
    QCOMPARE(rig.outbox->unsettled(third.id)->after, second.id);
}

void OutboxTest::keepsRefusalsUntilSeen() {
    QTemporaryDir folder;
    Rig rig(folder.path());
    const OutboxEntry entry = rig.add(true);
    QVERIFY(rig.outbox->end(rig.result(entry, ErrorCode::ClinicClosed)));
    rig.reopen(folder.path());
    QVERIFY(rig.outbox->unsettled().isEmpty());
    QCOMPARE(rig.outbox->refused().size(), 1);
    QVERIFY(rig.outbox->acknowledge(entry.id));
    rig.reopen(folder.path());
    QVERIFY(rig.outbox->refused().isEmpty());
}

void OutboxTest::tellsThatServerAndOutboxDisagree() {
    QTemporaryDir folder;
    Rig rig(folder.path());
    QVERIFY(rig.outbox->compare(0));
    QVERIFY(!rig.outbox->compare(1));  // The server is ahead of a new or restored outbox.
    const OutboxEntry first = rig.add(true);
    rig.add(true);
    QVERIFY(rig.outbox->compare(0));  // Neither arrived, or the first, or both.
    QVERIFY(rig.outbox->compare(1));
    QVERIFY(rig.outbox->compare(2));
    QCOMPARE(rig.outbox->compare(3).error().args, (QStringList{QStringLiteral("2"), QStringLiteral("3")}));
    QVERIFY(rig.outbox->end(rig.result(first)));
    QVERIFY(!rig.outbox->compare(0));  // The server has lost what it had confirmed.
    QCOMPARE(rig.outbox->settledSeq(), 1);
}

void OutboxTest::usesNumbersUpWithTheirCommand() {
    QTemporaryDir folder;
    Rig rig(folder.path());
    QCOMPARE(rig.outbox->numbers().take(NumberKind::Registration).error().code, ErrorCode::NumbersExhausted);
    QVERIFY(rig.outbox->addBlock(NumberKind::Registration, 101, 125));
    QVERIFY(rig.outbox->addBlock(NumberKind::Registration, 101, 125));  // The lost answer, answered again.
    QVERIFY(rig.outbox->addBlock(NumberKind::Registration, 201, 225));
    QVERIFY(rig.outbox->addBlock(NumberKind::MedicalRecord, 7, 9));
    QCOMPARE(rig.outbox->numbers().left(NumberKind::Registration), 50);
    QVERIFY(rig.outbox->numbers().wantsMore(NumberKind::MedicalRecord));
    QCOMPARE(rig.outbox->numbers().question(NumberKind::Registration).known, 225);
    for (qint64 expected = 101; expected <= 126; ++expected) {
        const qint64 value = rig.outbox->numbers().take(NumberKind::Registration).value_or(0);
        QCOMPARE(value, expected == 126 ? 201 : expected);
        QVERIFY(rig.outbox->append(rig.draft(), {{NumberKind::Registration, value}}, true));
    }
    rig.reopen(folder.path());
    QCOMPARE(rig.outbox->numbers().take(NumberKind::Registration).value_or(0), 202);
    QCOMPARE(rig.outbox->numbers().take(NumberKind::MedicalRecord).value_or(0), 7);
}

void OutboxTest::refusesForeignAndUsedNumbers() {
    QTemporaryDir folder;
    Rig rig(folder.path());
    QVERIFY(rig.outbox->addBlock(NumberKind::MedicalRecord, 1, 50));
    const auto append = [&](qint64 value) {
        return rig.outbox->append(rig.draft(), {{NumberKind::MedicalRecord, value}}, true);
    };
    QCOMPARE(append(51).error().code, ErrorCode::NumberNotGranted);
    QVERIFY(append(3));
    QCOMPARE(append(3).error().code, ErrorCode::NumberNotGranted);
    QCOMPARE(append(2).error().code, ErrorCode::NumberNotGranted);
    QCOMPARE(rig.outbox->unsettled().size(), 1);
    QCOMPARE(rig.outbox->addBlock(NumberKind::MedicalRecord, 9, 3).error().code, ErrorCode::MalformedFrame);
}

void OutboxTest::neverGivesANumberTwiceAfterKill() {
    QTemporaryDir folder;
    {
        Rig rig(folder.path());
        QVERIFY(rig.outbox->addBlock(NumberKind::Registration, 1, 100'000));
    }
    QSet<qint64> given;
    QList<QByteArray> ids;
    for (int round = 0; round < 5; ++round) {
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--take"), folder.path()});
        QVERIFY(child.waitForStarted());
        QByteArray out;
        while (out.count('\n') < 10 + round * 7) {
            QVERIFY(child.waitForReadyRead(10'000));
            out += child.readAllStandardOutput();
        }
        child.kill();
        QVERIFY(child.waitForFinished());
        out += child.readAllStandardOutput();
        for (const QByteArray& line : out.left(out.lastIndexOf('\n')).split('\n')) {
            const qint64 number = line.split(' ').at(0).toLongLong();
            QVERIFY2(!given.contains(number), line.constData());
            given.insert(number);
            ids.append(line.split(' ').at(1));
        }
    }
    Rig rig(folder.path());
    // Whatever was told to somebody is in the outbox, in order.
    QSet<QByteArray> kept;
    qint64 position = 0;
    for (const OutboxEntry& entry : rig.outbox->unsettled()) {
        kept.insert(entry.id.uuid().toBytes().toHex());
        QVERIFY(entry.position > position);
        QCOMPARE(entry.seq, entry.position);
        position = entry.position;
    }
    for (const QByteArray& id : std::as_const(ids)) QVERIFY(kept.contains(id));
}

void OutboxTest::forgetsOldEndedCommands() {
    QTemporaryDir folder;
    Rig rig(folder.path());
    const OutboxEntry first = rig.add(true);
    QVERIFY(rig.outbox->end(rig.result(first)));
    for (int i = 0; i < 205; ++i) QVERIFY(rig.outbox->end(rig.result(rig.add(true))));
    QVERIFY(!rig.outbox->find(first.id)->has_value());
    QCOMPARE(rig.outbox->lastSeq(), 206);
}

void OutboxTest::usesTicketsUpWithTheirCommand() {
    QTemporaryDir folder;
    Rig rig(folder.path());
    const QDate day(2026, 11, 22);
    const QString letter = QStringLiteral("A");
    const NumberUse first{NumberKind::Ticket, 501, day, letter};
    QCOMPARE(rig.outbox->append(rig.draft(), {first}, true).error().code, ErrorCode::NumberNotGranted);
    QVERIFY(rig.outbox->addRange(day, letter, 501, 540));
    QVERIFY(rig.outbox->addRange(day, letter, 501, 540));  // The lost answer, answered again.
    QCOMPARE(rig.outbox->addRange(day, letter, 9, 3).error().code, ErrorCode::MalformedFrame);
    QCOMPARE(rig.outbox->tickets().left(day, letter), 40);
    QCOMPARE(rig.outbox->tickets().take(day, letter), std::optional<qint64>(501));
    QVERIFY(rig.outbox->append(rig.draft(), {first}, true));
    QCOMPARE(rig.outbox->append(rig.draft(), {first}, true).error().code, ErrorCode::NumberNotGranted);
    NumberUse again = first;
    again.isAgain = true;
    QVERIFY(rig.outbox->append(rig.draft(), {again}, true));
    QCOMPARE(rig.outbox->tickets().take(day, letter), std::optional<qint64>(502));
    rig.reopen(folder.path());  // 502 was seen by nobody.
    QCOMPARE(rig.outbox->tickets().take(day, letter), std::optional<qint64>(502));
    // Ranges of days long past are forgotten, those of yesterday are not.
    QVERIFY(rig.outbox->addRange(day.addDays(1), letter, 501, 540));
    QCOMPARE(rig.outbox->tickets().left(day, letter), 38);
    QVERIFY(rig.outbox->addRange(day.addDays(kRangeDaysKept + 1), letter, 501, 540));
    QCOMPARE(rig.outbox->tickets().left(day, letter), 0);
    rig.reopen(folder.path());
    QCOMPARE(rig.outbox->tickets().left(day, letter), 0);
    QCOMPARE(rig.outbox->tickets().left(day.addDays(1), letter), 40);
}

void OutboxTest::countsTemporaryNumbersForEver() {
    QTemporaryDir folder;
    Rig rig(folder.path());
    const auto use = [&](const QString& text) {
        const auto read = readTemporary(text);
        return NumberUse{NumberKind::Temporary, read ? read->count : 0, {}, read ? read->device : QString()};
    };
    const QString first = rig.outbox->takeTemporary();
    QCOMPARE(readTemporary(first), (std::optional<TemporaryNumber>({shortName(kDevice), 1})));
    QVERIFY(rig.outbox->append(rig.draft(), {use(first)}, true));
    QCOMPARE(rig.outbox->append(rig.draft(), {use(first)}, true).error().code, ErrorCode::NumberNotGranted);
    const QString second = rig.outbox->takeTemporary();
    QVERIFY(second != first);
    rig.reopen(folder.path());
    QCOMPARE(rig.outbox->takeTemporary(), second);  // Nobody has seen it.
    QVERIFY(rig.outbox->append(rig.draft(), {use(rig.outbox->takeTemporary())}, true));  // A gap is no harm.
    rig.reopen(folder.path());
    QCOMPARE(readTemporary(rig.outbox->takeTemporary())->count, 4);
    const NumberUse foreign{NumberKind::Temporary, 9, {}, QStringLiteral("AAAAAA")};
    QCOMPARE(rig.outbox->append(rig.draft(), {foreign}, true).error().code, ErrorCode::NumberNotGranted);
}

/// The child: takes numbers for commands and says so, until it is killed.
static int takeForEver(const QString& folder) {
    Rig rig(folder);
    QTextStream out(stdout);
    for (;;) {
        const auto value = rig.outbox->numbers().take(NumberKind::Registration);
        const OutboxEntry draft = rig.draft();
        if (!value || !rig.outbox->append(draft, {{NumberKind::Registration, *value}}, true)) return 1;
        out << *value << ' ' << draft.id.uuid().toBytes().toHex() << Qt::endl;
    }
}

}  // namespace simrs

int main(int argc, char** argv) {
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments.at(1) == QStringLiteral("--take"))
        return simrs::takeForEver(arguments.at(2));
    simrs::OutboxTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "outbox_test.moc"
