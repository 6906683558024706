// SPDX-License-Identifier: GPL-3.0-or-later
// What the executor makes of faults: a gap in the device's numbers, an author who is not known here, a
// command that fails at every attempt, texts that are too long in the payload of somebody who says "assured".
#include "common/core/executor.h"

#include <QTest>

#include "common/access/device_registry.h"
#include "common/core/case_item.h"
#include "common/hospital/hospital.h"
#include "common/registration/requests.h"

using namespace simrs;

namespace {

constexpr qint64 kBrokenType = 9001;

/// A request whose statement no engine can run, as after a mistake in a migration.
RequestEntry broken() {
    RequestEntry entry;
    entry.info = {static_cast<std::uint32_t>(kBrokenType), "broken", Permission::EnterPatient,
                  RequestKind::Wish};
    entry.admit = [](QByteArrayView) -> Result<QList<NumberUse>> { return QList<NumberUse>(); };
    entry.check = [](Reader&, const CommandContext&, QByteArrayView) { return Status(); };
    entry.apply = [](WishTx&, const CommandContext&, QByteArrayView) -> Result<QByteArray> {
        throw StoreFault{StoreFault::Kind::Other, {}, QStringLiteral("no such table"), QStringLiteral("1")};
    };
    return entry;
}

}  // namespace

class ExecutorTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void init() {
        DatabaseConfig config;
        config.path = QStringLiteral(":memory:");
        m_store =
            std::make_unique<Store>(config, StoreForm::Server, Store::Services{m_clock, m_random, nullptr});
        QVERIFY(m_store->migrate(hospitalEntities()));
        m_blocks = std::make_unique<BlockBook>();
        m_executor = std::make_unique<Executor>(m_requests, *m_blocks, m_clock);
        WriteContext context;
        context.writeId = Uuid::named("seed");
        QVERIFY(m_store->write(context, [&](WishTx& tx) -> Status {
            Device row;
            row.id = m_author.device;
            tx.insert(row);
            NumberBlock block;
            block.id = tx.newId<NumberBlock>();
            block.deviceId = row.id;
            block.first = 1;
            block.last = 100;
            tx.insert(block);
            return {};
        }));
    }

    void aGapIsAnsweredWithTheNumberThatIsExpected() {
        const ResultMessage gap = run(command(5));
        QCOMPARE(gap.infrastructure, qint64(ErrorCode::OutOfOrder));
        QCOMPARE(gap.expectedSeq, 1);
        QCOMPARE(gap.result.seq, 5);
        QCOMPARE(run(command(1)).infrastructure, 0);
        QCOMPARE(run(command(4)).expectedSeq, 2);
    }

    void ofTwoMachinesWithOneOutboxOneIsHeard() {
        const CommandMessage first = command(1);
        QCOMPARE(run(first).infrastructure, 0);
        const CommandMessage mine = after(first, command(2));
        QCOMPARE(run(mine).infrastructure, 0);
        // The other machine's second command has the same number, and is not told to go on behind it.
        const CommandMessage other = after(first, command(2));
        const ResultMessage silenced = run(other);
        QCOMPARE(silenced.infrastructure, qint64(ErrorCode::OutOfOrder));
        QCOMPARE(silenced.expectedSeq, 0);
        QCOMPARE(silenced.result.id, other.id);
        // Nor is it heard when that command was lost on the way and its next one comes.
        QCOMPARE(run(after(other, command(3))).infrastructure, qint64(ErrorCode::OutOfOrder));
        QCOMPARE(run(after(mine, command(3))).infrastructure, 0);
        QCOMPARE(run(mine).infrastructure, 0);  // Its first result once more.
        DeviceState state = DeviceState::Active;
        QVERIFY(m_store->read([&](Reader& reader) -> Status {
            state = reader.get<Device>(m_author.device)->state;
            return {};
        }));
        QCOMPARE(state, DeviceState::Frozen);
    }

    void anAuthorWhoNeverWasHereIsRefused() {
        Author stranger = m_author;
        stranger.permissions = {};
        stranger.unknown = Error{ErrorCode::ActorNotOnDevice, {}, {}};
        const ResultMessage refused = run(command(1), stranger);
        QCOMPARE(refused.infrastructure, 0);
        QCOMPARE(refused.result.error, qint64(ErrorCode::ActorNotOnDevice));
    }

    /// The commit can go through while its answer is lost with the database: the next command finds the
    /// record.
    void nobodyWaitsForWhatIsCarriedOut() {
        Author author = m_author;
        author.unknown = Error{ErrorCode::DatabaseUnavailable, {}, {}};
        const CommandMessage first = command(1);
        QCOMPARE(run(first, author).infrastructure, qint64(ErrorCode::DatabaseUnavailable));
        Executor other(m_requests, *m_blocks, m_clock);
        QCOMPARE(runBy(other, first, m_author).infrastructure, 0);
        QCOMPARE(run(command(2)).infrastructure, 0);
    }

    /// After a restore any number may follow: what a full queue could not take is not overtaken all the same.
    void whatCouldNotBeTriedIsNotOvertaken() {
        WriteContext context;
        context.writeId = Uuid::named("restore");
        QVERIFY(m_store->write(context, [&](WishTx& tx) -> Status {
            tx.patch<Device>(m_author.device, [](Device& row) { row.lastSeq = kAnySeq; });
            return {};
        }));
        const CommandMessage fifth = command(5);
        const CommandMessage sixth = after(fifth, command(6));
        m_executor->notCarriedOut(m_author.device, fifth);
        const ResultMessage early = run(sixth);
        QCOMPARE(early.infrastructure, qint64(ErrorCode::OutOfOrder));
        QCOMPARE(early.expectedSeq, 5);
        QCOMPARE(run(fifth).infrastructure, 0);
        QCOMPARE(run(sixth).infrastructure, 0);
    }

    void anAuthorWhoCannotBeReadNowIsNotRefused() {
        Author author = m_author;
        author.unknown = Error{ErrorCode::DatabaseUnavailable, {}, {}};
        const CommandMessage message = command(1);
        QCOMPARE(run(message, author).infrastructure, qint64(ErrorCode::DatabaseUnavailable));
        const ResultMessage done = run(message);
        QCOMPARE(done.infrastructure, 0);
        QCOMPARE(done.result.error, 0);
    }

    void aCommandThatAlwaysFailsLetsItsDeviceGoOn() {
        CommandMessage message = command(1);
        message.type = kBrokenType;
        for (int i = 1; i < Executor::kInternalAttempts; ++i)
            QCOMPARE(run(message).infrastructure, qint64(ErrorCode::Internal));
        const ResultMessage last = run(message);
        QCOMPARE(last.infrastructure, 0);
        QCOMPARE(last.result.error, qint64(ErrorCode::Internal));
        QCOMPARE(run(message).result, last.result);
        QCOMPARE(run(command(2)).result.error, 0);
    }

    void nobodyGetsPastTheRulesBySayingAssured() {
        CommandMessage message = command(1);
        message.assured = true;
        RegisterPatient intent = *decode<RegisterPatient>(message.payload);
        intent.patient.name = QString(limits::kNameChars + 1, QLatin1Char('a'));
        message.payload = encode(intent);
        const ResultMessage tooLong = run(message);
        QCOMPARE(tooLong.result.error, qint64(ErrorCode::FieldTooLong));
        QCOMPARE(tooLong.result.args,
                 QStringList({QStringLiteral("name"), QString::number(limits::kNameChars)}));
        CommandMessage second = command(2);
        second.assured = true;
        intent.patient.name = QStringLiteral("Siti");
        intent.patient.nik = QStringLiteral("12");
        second.payload = encode(intent);
        QCOMPARE(run(second).result.error, qint64(ErrorCode::NikLength));
    }

    /// Whoever is logged in when it is sent, and however late that is.
    void whatWaitsForAPersonNamesTheAuthor() {
        const Uuid night = Uuid::named("night clerk");
        Author author = m_author;
        author.actor = night;
        QCOMPARE(run(command(1)).result.error, 0);
        CommandMessage same = command(2);
        same.actor = night;
        RegisterPatient intent = *decode<RegisterPatient>(same.payload);
        intent.patient.nik = decode<RegisterPatient>(command(1).payload)->patient.nik;
        same.payload = encode(intent);
        same.at = Instant(same.at.ms - 86'400'000);
        QCOMPARE(run(same, author).result.error, qint64(ErrorCode::NikTaken));
        // The same by a device whose word is believed.
        Executor believing(m_requests, *m_blocks, m_clock, Executor::Trust::BelievesAssured);
        CommandMessage late = same;
        late.id = CommandId(Uuid::make(m_clock, m_random));
        late.seq = 3;
        late.assured = true;
        m_store->writeOne(
            believing.job(*m_store, late, author, [](const ResultMessage&, const CommitReport&) {}));
        QVERIFY(m_store->read([&](Reader& reader) -> Status {
            const auto refused = reader.get<CommandRecord>(same.id);
            if (!refused || refused->actorId.uuid() != night) return fail(ErrorCode::Internal);
            const auto cases = reader.list(Where<CaseItem>());
            if (cases->size() != 1) return fail(ErrorCode::Internal);
            const CaseItem item = cases->first();
            const bool named = item.raisedBy.uuid() == night && item.raisedAt == late.at &&
                               item.handler == Role::HeadOfRegistration;
            return named ? Status() : Status(fail(ErrorCode::Internal));
        }));
    }

    void whatWasToldSavedIsKeptAgainstARuleAndLookedInto() {
        m_executor =
            std::make_unique<Executor>(m_requests, *m_blocks, m_clock, Executor::Trust::BelievesAssured);
        CommandMessage message = command(1);
        RegisterPatient intent = *decode<RegisterPatient>(message.payload);
        intent.patient.nik = QStringLiteral("12");
        message.payload = encode(intent);
        message.assured = true;
        QCOMPARE(run(message).result.error, 0);
        QList<CaseItem> cases;
        int patients = 0;
        QVERIFY(m_store->read([&](Reader& reader) -> Status {
            cases = reader.list(Where<CaseItem>()).value_or(QList<CaseItem>());
            patients = static_cast<int>(reader.list(Where<Patient>())->size());
            return {};
        }));
        QCOMPARE(patients, 1);
        QCOMPARE(cases.size(), 1);
        QCOMPARE(cases[0].fields, QStringLiteral("NikLength"));
        QCOMPARE(cases[0].subject, message.id.uuid());
        QCOMPARE(cases[0].raisedBy, UserId(m_author.actor));
        // Who has no right is refused all the same.
        Author stranger = m_author;
        stranger.permissions = {};
        message = command(2);
        message.assured = true;
        QCOMPARE(run(message, stranger).result.error, qint64(ErrorCode::PermissionDenied));
    }

    void everyCommandIsListedOnceWithItsOwnName() {
        QSet<qint64> types;
        QSet<QString> names;
        for (const RequestEntry& entry : hospitalRequests().entries()) {
            types.insert(entry.info.type);
            names.insert(QString::fromLatin1(entry.info.name));
        }
        QCOMPARE(types.size(), static_cast<qsizetype>(hospitalRequests().entries().size()));
        QCOMPARE(names.size(), types.size());
    }

    void whatIsAskedOfEveryCommandIsAskedByEachEntry() {
        for (const RequestEntry& entry : hospitalRequests().entries())
            QCOMPARE(entry.apply != nullptr, entry.admit != nullptr);
    }

  private:
    static CommandMessage after(const CommandMessage& forerunner, CommandMessage next) {
        next.after = forerunner.id;
        return next;
    }
    CommandMessage command(qint64 seq) {
        RegisterPatient intent;
        intent.patient.name = QStringLiteral("Siti Uji");
        intent.patient.sex = Sex::Female;
        intent.patient.birthDate = QDate(1985, 3, 12);
        intent.patient.nik = QStringLiteral("327301520385%1").arg(seq, 4, 10, QLatin1Char('0'));
        intent.patient.phone = QStringLiteral("08001234567");
        intent.patient.address = QStringLiteral("Jl. Melati No. 1");
        intent.patient.motherName = QStringLiteral("Aminah");
        intent.patient.mrn = seq;
        CommandMessage message;
        message.id = CommandId(Uuid::make(m_clock, m_random));
        message.seq = seq;
        message.type = RegisterPatient::info.type;
        message.actor = m_author.actor;
        message.at = m_clock.now();
        message.payload = encode(intent);
        return message;
    }
    ResultMessage run(const CommandMessage& message) { return run(message, m_author); }
    ResultMessage run(const CommandMessage& message, const Author& author) {
        return runBy(*m_executor, message, author);
    }
    ResultMessage runBy(Executor& executor, const CommandMessage& message, const Author& author) {
        ResultMessage answered;
        m_store->writeOne(
            executor.job(*m_store, message, author,
                         [&](const ResultMessage& result, const CommitReport&) { answered = result; }));
        return answered;
    }
    static RequestTable requests() {
        RequestTable made;
        made.add(RegistrationRequests());
        made.add(broken());
        return made;
    }

    SystemClock m_clock;
    SeededRandom m_random{3};
    RequestTable m_requests = requests();
    Author m_author{PermissionSet({Role::RegistrationClerk}), Uuid::named("clerk"),
                    DeviceId(Uuid::named("device")), QStringLiteral("Asia/Jakarta")};
    std::unique_ptr<Store> m_store;
    std::unique_ptr<BlockBook> m_blocks;
    std::unique_ptr<Executor> m_executor;
};

QTEST_GUILESS_MAIN(ExecutorTest)
#include "executor_test.moc"
