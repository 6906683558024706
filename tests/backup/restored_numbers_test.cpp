// SPDX-License-Identifier: GPL-3.0-or-later
// After a restore no number is given that may have been given after the backup, and a command that carries
// one of those is taken.
#include "common/core/restored_numbers.h"

#include <QBuffer>
#include <QTemporaryDir>
#include <QTest>

#include "common/access/device_registry.h"
#include "common/core/executor.h"
#include "common/hospital/hospital.h"
#include "common/registration/requests.h"
#include "common/store/backup.h"
#include "common/store/store.h"

using namespace simrs;

namespace {

constexpr std::int64_t kNow = 1'795'000'000'000;  // 2026-11-18, 14:26 in Jakarta.
constexpr std::int64_t kDayMs = 86'400'000;
const QString kZone = QStringLiteral("Asia/Jakarta");
const QString kLetter = QStringLiteral("B");

class SetClock final : public Clock {
  public:
    std::int64_t nowMs() const override { return at; }
    std::int64_t monotonicMs() const override { return at; }
    std::int64_t at = kNow;
};

DatabaseConfig fileConfig(const QString& path) {
    DatabaseConfig config;
    config.path = path;
    return config;
}

/// A server's database and what counts in it.
struct Ward {
    SetClock clock;
    SystemRandom random;
    Store store;

    explicit Ward(const QString& path)
        : store(fileConfig(path), StoreForm::Server, Store::Services{clock, random}) {
        if (!store.migrate(hospitalEntities())) qFatal("migrate");
    }
    void write(const std::function<Status(WishTx&)>& work) {
        WriteContext context;
        context.writeId = Uuid::make(clock, random);
        context.at = clock.now();
        const auto done = store.write(context, work);
        if (!done) qFatal("write: %s", qPrintable(errorName(done.error().code)));
    }
    TakeNumbers::Reply take(const DeviceId& device, NumberKind kind, qint64 known = 0) {
        TakeNumbers::Reply reply;
        write([&](WishTx& tx) -> Status {
            Caller caller;
            caller.device = device;
            caller.now = clock.now();
            SIMRS_ASSIGN(reply, TakeNumbers::perform(tx, caller, {kind, known}));
            return {};
        });
        return reply;
    }
    qint64 next(const QString& counter) {
        qint64 value = 0;
        write([&](WishTx& tx) -> Status {
            value = tx.next(counter).value_or(0);
            return {};
        });
        return value;
    }
    qint64 nextTicket() { return next(ticketCounter(dayIn(kZone, clock.now()), kLetter)); }
    bool believes(NumberKind kind, qint64 value) {
        bool found = false;
        write([&](WishTx& tx) -> Status {
            found = mayHaveBeenGranted(tx, {kind, value});
            return {};
        });
        return found;
    }
};

DeviceId desk(int i) { return DeviceId(Uuid::named("desk" + QByteArray::number(i))); }

}  // namespace

class RestoredNumbersTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_first = std::make_unique<Ward>(m_folder->filePath(QStringLiteral("first.db")));
        m_first->write([](WishTx& tx) -> Status {
            for (int i = 0; i < 4; ++i) {
                Device device;
                device.id = desk(i);
                tx.insert(device);
            }
            return {};
        });
        for (int i = 0; i < 4; ++i) {
            m_first->take(desk(i), NumberKind::MedicalRecord);
            m_first->take(desk(i), NumberKind::Registration);
        }
        for (int i = 0; i < 30; ++i) m_first->nextTicket();
        m_first->next(QStringLiteral("something/else"));
    }

    void noBlockIsGivenTwice() {
        const QByteArray file = backup();
        qint64 lastLost = 0;
        for (int i = 0; i < 90; ++i) {
            const auto block = m_first->take(desk(i % 4), NumberKind::Registration, lastLost);
            lastLost = block.last;
        }
        const auto second = restored(file, 0);
        // A device that holds a lost block knows its numbers, one that does not begins behind them all.
        for (const qint64 known : {lastLost, qint64(400)}) {
            const auto block = second->take(desk(0), NumberKind::Registration, known);
            QVERIFY2(block.first > lastLost, qPrintable(QString::number(block.first)));
            QVERIFY(!second->believes(NumberKind::Registration, block.first));
        }
        QVERIFY(second->believes(NumberKind::Registration, lastLost));
        QVERIFY(!second->believes(NumberKind::Registration, 400));
        QVERIFY(second->believes(NumberKind::Registration, 401));
        QVERIFY(!second->believes(NumberKind::MedicalRecord, 200));
        QVERIFY(second->believes(NumberKind::MedicalRecord, 201));
    }

    void moreIsSkippedWhenMoreTimeHasGone() {
        const QByteArray file = backup();
        const auto firstAfter = [&](std::int64_t ms, qint64 skip = 0) {
            return restored(file, ms, skip)->take(desk(1), NumberKind::Registration, 10'000'000).first;
        };
        // Four blocks a day was the busiest; never fewer than a hundred.
        QCOMPARE(firstAfter(0), 1 + (4 + 100) * 100);
        // 18th of November to the 19th of December, in which the ranges for the day after are granted too.
        QCOMPARE(firstAfter(30 * kDayMs), 1 + (4 + 4 * 4 * 32) * 100);
        QCOMPARE(firstAfter(0, 5000), 1 + (4 + 5000) * 100);
        // A clock that is set back makes it no less.
        QCOMPARE(firstAfter(-30 * kDayMs), 1 + (4 + 100) * 100);
    }

    void noQueueNumberIsGivenTwice() {
        const QByteArray file = backup();
        qint64 last = 0;
        for (int i = 0; i < 60; ++i) last = m_first->nextTicket();
        QVERIFY(restored(file, 0)->nextTicket() > last);
        m_first->clock.at = kNow + kDayMs;
        for (int i = 0; i < 60; ++i) last = m_first->nextTicket();
        QVERIFY(restored(file, kDayMs)->nextTicket() > last);
        // The letter of a clinic that had no ticket before the backup.
        const QString other = ticketCounter(dayIn(kZone, m_first->clock.now()), QStringLiteral("C"));
        for (int i = 0; i < 60; ++i) last = m_first->next(other);
        QVERIFY(restored(file, kDayMs)->next(other) > last);
        // Days that come begin at 1 again.
        const auto later = restored(file, kDayMs);
        later->clock.at = kNow + 3 * kDayMs;
        QCOMPARE(later->nextTicket(), 1);
    }

    void whateverElseIsCountedGoesOnFarBehind() {
        const QByteArray file = backup();
        for (int i = 0; i < 50; ++i) m_first->next(QStringLiteral("something/else"));
        QVERIFY(restored(file, 0)->next(QStringLiteral("something/else")) > 51);
    }

    /// A device remembers the numbers of commands that the backup does not know.
    void aDeviceGoesOnWithWhateverNumberItHas() {
        m_first->write([](WishTx& tx) -> Status {
            tx.patch<Device>(desk(1), [](Device& row) { row.lastSeq = 40; });
            return {};
        });
        const auto second = restored(backup(), 0);
        second->write([](WishTx& tx) -> Status {
            forgetLastSeqs(tx);
            return {};
        });
        QCOMPARE(send(*second, 57).infrastructure, 0);
        QCOMPARE(send(*second, 58).infrastructure, 0);
        // From then on its order counts again.
        QCOMPARE(send(*second, 60).infrastructure, qint64(ErrorCode::OutOfOrder));
        QCOMPARE(send(*second, 60).expectedSeq, 59);
    }

    /// What comes behind a command that could not be carried out just now does not overtake it.
    void theFirstNumberIsNotOvertaken() {
        const auto second = restored(backup(), 0);
        second->write([](WishTx& tx) -> Status {
            forgetLastSeqs(tx);
            return {};
        });
        BlockBook blocks;
        Executor executor(hospitalRequests(), blocks, second->clock);
        Author unreadable = author();
        unreadable.unknown = Error{ErrorCode::DatabaseUnavailable, {}, {}};
        const CommandMessage first = message(*second, 57);
        const CommandMessage next = message(*second, 58);
        QCOMPARE(run(*second, executor, first, unreadable).infrastructure,
                 qint64(ErrorCode::DatabaseUnavailable));
        QCOMPARE(run(*second, executor, next, author()).infrastructure, qint64(ErrorCode::OutOfOrder));
        QCOMPARE(run(*second, executor, next, author()).expectedSeq, 57);
        QCOMPARE(run(*second, executor, first, author()).infrastructure, 0);
        QCOMPARE(run(*second, executor, next, author()).infrastructure, 0);
    }

    void aCommandWithALostNumberIsTaken() {
        const QByteArray file = backup();
        const auto lost = m_first->take(desk(1), NumberKind::MedicalRecord, 200);
        const auto second = restored(file, 0);
        const auto outcome = [&](qint64 seq, qint64 mrn) { return send(*second, seq, mrn).result.error; };
        QVERIFY(outcome(1, lost.first) != qint64(ErrorCode::NumberNotGranted));
        // From another device's block, which the backup knows of.
        QCOMPARE(outcome(2, 1), qint64(ErrorCode::NumberNotGranted));
        QCOMPARE(outcome(3, 10'000'000), qint64(ErrorCode::NumberNotGranted));
    }

  private:
    static Author author() {
        Author author;
        author.permissions = PermissionSet::fromBits(~0U);
        author.device = desk(1);
        author.zone = kZone;
        return author;
    }
    static CommandMessage message(Ward& ward, qint64 seq, qint64 mrn = 0) {
        RegisterPatient intent;
        intent.patient.name = QStringLiteral("Siti Uji");
        intent.patient.sex = Sex::Female;
        intent.patient.birthDate = QDate(1985, 3, 12);
        intent.patient.noNikReason = NoNikReason::Unknown;
        intent.patient.mrn = mrn;
        CommandMessage made;
        made.id = CommandId(Uuid::make(ward.clock, ward.random));
        made.seq = seq;
        made.type = RegisterPatient::info.type;
        made.at = ward.clock.now();
        made.payload = encode(intent);
        return made;
    }
    static ResultMessage run(Ward& ward, Executor& executor, const CommandMessage& command,
                             const Author& by) {
        ResultMessage answer;
        ward.store.writeOne(executor.job(
            ward.store, command, by, [&](const ResultMessage& said, const CommitReport&) { answer = said; }));
        return answer;
    }
    static ResultMessage send(Ward& ward, qint64 seq, qint64 mrn = 0) {
        BlockBook blocks;
        Executor executor(hospitalRequests(), blocks, ward.clock);
        return run(ward, executor, message(ward, seq, mrn), author());
    }

    QByteArray backup() {
        QBuffer out;
        out.open(QIODevice::WriteOnly);
        BackupHead about;
        about.takenAt = m_first->clock.now();
        const auto db = Database::open(fileConfig(m_folder->filePath(QStringLiteral("first.db"))));
        if (!writeBackup(**db, hospitalEntities(), about, out, {})) qFatal("backup");
        return out.data();
    }

    std::unique_ptr<Ward> restored(const QByteArray& file, std::int64_t afterMs, qint64 skip = 0) {
        const QString path = m_folder->filePath(QStringLiteral("restored%1.db").arg(++m_number));
        QBuffer in;
        in.setData(file);
        in.open(QIODevice::ReadOnly);
        const auto head = checkBackup(in, {});
        RestoreOrder order;
        order.context.writeId = Uuid::make(m_first->clock, m_first->random);
        order.epoch = Uuid::make(m_first->clock, m_first->random);
        order.afterLoad = [&](WishTx& tx, BulkLoader& loader, const QHash<QString, qint64>& counters) {
            skipGivenNumbers(tx, loader, counters, {QStringLiteral("A"), QStringLiteral("C")},
                             {head->takenAt, Instant(kNow + afterMs), kZone, skip});
            return Status();
        };
        {
            const auto db = Database::open(fileConfig(path));
            const auto done = restoreBackup(**db, hospitalEntities(), in, order, {});
            if (!done) qFatal("restore: %s", qPrintable(done.error().detail));
        }
        auto ward = std::make_unique<Ward>(path);
        ward->clock.at = kNow + afterMs;
        return ward;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Ward> m_first;
    int m_number = 0;
};

QTEST_APPLESS_MAIN(RestoredNumbersTest)
#include "restored_numbers_test.moc"
