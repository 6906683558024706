// SPDX-License-Identifier: GPL-3.0-or-later
// FIFO by device, check, apply, result: one transaction.
#include "common/core/executor.h"

namespace simrs {
namespace {

constexpr std::uint32_t kResultKind = 1;  // In the feed; entity kinds start at 10.

/// The device's row is locked by the same statement that moves its number on, so two nodes cannot run one
/// device.
const char* const kClaim = "UPDATE device SET last_seq = ? WHERE id = ? AND last_seq = ? AND blocked = FALSE";

/// An error that says nothing about the command itself: it must come again.
bool isInfrastructure(ErrorCode code) {
    return code == ErrorCode::DatabaseUnavailable || code == ErrorCode::StorageFailed ||
           code == ErrorCode::Internal || code == ErrorCode::OutOfOrder || code == ErrorCode::Overloaded ||
           code == ErrorCode::DeviceUnknown;
}

}  // namespace

bool BlockBook::granted(Reader& reader, const DeviceId& device, NumberKind kind, qint64 value) {
    const std::pair key(device.uuid(), static_cast<int>(kind));
    const auto known = [&] {
        const std::lock_guard lock(m_mutex);
        for (const Range& range : m_ranges[key]) {
            if (range.first <= value && value <= range.last) return true;
        }
        return false;
    };
    if (known()) return true;
    const auto blocks =
        reader.list(Where<NumberBlock>().eq<&NumberBlock::deviceId>(device).eq<&NumberBlock::kind>(kind));
    if (!blocks) return false;
    {
        const std::lock_guard lock(m_mutex);
        auto& ranges = m_ranges[key];
        ranges.clear();
        for (const NumberBlock& block : *blocks) ranges.push_back({block.first, block.last});
    }
    return known();
}

struct Executor::Run {
    CommandMessage command;
    Author author;
    const RequestEntry* entry;
    CommandContext context;
    ResultMessage message;
    std::optional<Error> refusal;  // Set by a failed attempt; the next one only records it.
    bool again = false;            // A constraint refused it once; the rules have been asked a second time.
};

Status Executor::replayed(WishTx& tx, Run& run) const {
    if (const auto stored = tx.get<CommandRecord>(run.command.id)) {
        SIMRS_ASSIGN(run.message.result, decode<CommandResult>(stored->result));
        return {};
    }
    const auto device = tx.get<Device>(run.author.device);
    if (!device || device->blocked) return fail(ErrorCode::DeviceUnknown);
    run.message.expectedSeq = device->lastSeq + 1;
    return fail(ErrorCode::OutOfOrder, {QString::number(device->lastSeq + 1)});
}

Result<QByteArray> Executor::outcome(WishTx& tx, const Run& run) const {
    if (run.refusal) return tl::unexpected<Error>(*run.refusal);
    if (!run.entry || !run.entry->apply) return fail(ErrorCode::UnknownRequest);
    if (!run.author.permissions.has(run.entry->info.permission)) return fail(ErrorCode::PermissionDenied);
    SIMRS_ASSIGN(const QList<NumberUse> numbers, run.entry->numbers(run.command.payload));
    for (const NumberUse& use : numbers) {
        if (!m_blocks.granted(tx, run.author.device, use.kind, use.value))
            return fail(ErrorCode::NumberNotGranted);
    }
    // The paper is out or "saved" was said: a fact that happened is recorded, whatever the rules would have
    // said.
    const bool recordOnly = run.command.assured && run.entry->info.kind == RequestKind::Fact;
    if (!recordOnly) {
        CommandContext checked = run.context;
        checked.now = m_clock.now();
        checked.today = dayIn(run.author.zone, checked.now);
        SIMRS_TRY(run.entry->check(tx, checked, run.command.payload));
    }
    return run.entry->apply(tx, run.context, run.command.payload);
}

void Executor::record(WishTx& tx, Run& run) const {
    const CommandMessage& command = run.command;
    CommandRecord stored;
    stored.id = command.id;
    stored.deviceId = run.author.device;
    stored.seq = command.seq;
    stored.type = command.type;
    stored.version = command.version;
    stored.actorId = UserId(run.author.actor);
    stored.at = command.at;
    stored.receivedAt = m_clock.now();
    stored.assured = command.assured;
    stored.payload = command.payload;
    stored.error = run.message.result.error;
    stored.result = encode(run.message.result);
    tx.insert(stored);
    tx.addFeedRow(kResultKind, command.id.uuid(), QStringLiteral("device:") + run.author.device.toString(),
                  stored.result);
}

Status Executor::carryOut(WishTx& tx, Run& run) const {
    if (tx.preambleRows == 0) return replayed(tx, run);
    run.message = {};
    // A command that came once under another number keeps its first result.
    if (run.again && tx.get<CommandRecord>(run.command.id)) return replayed(tx, run);
    CommandResult& result = run.message.result;
    result.id = run.command.id;
    result.seq = run.command.seq;
    const Result<QByteArray> done = outcome(tx, run);
    if (done) {
        result.reply = *done;
    } else if (isInfrastructure(done.error().code)) {
        return tl::unexpected<Error>(done.error());
    } else if (tx.hasChanges()) {
        // A wish changed its mind half-way: roll all of it back, then record the refusal alone.
        return tl::unexpected<Error>(done.error());
    } else {
        result.error = static_cast<int>(done.error().code);
        result.args = done.error().args;
    }
    record(tx, run);
    return {};
}

WriteJob Executor::job(Store& store, const CommandMessage& command, const Author& author, Answer answer) {
    auto run = std::make_shared<Run>();
    run->command = command;
    run->author = author;
    run->entry = m_requests.find(command.type);
    run->context = {command.id, UserId(author.actor), author.device, command.at, author.zone,
                    {},         command.assured,      {}};

    WriteJob job;
    job.context = {command.id.uuid(),
                   run->entry ? QString::fromLatin1(run->entry->info.name) : QStringLiteral("unknown"),
                   author.actor,
                   author.device.uuid(),
                   command.at,
                   author.zone,
                   true,
                   {}};
    job.preamble = {QString::fromLatin1(kClaim),
                    {command.seq, author.device.uuid().toBytes(), command.seq - 1}};
    job.work = [this, run](WishTx& tx) { return carryOut(tx, *run); };
    job.done = [this, run, &store, answer = std::move(answer)](Result<CommitReport> committed) {
        if (committed) return answer(run->message, *committed);
        settle(store, run, committed.error(), answer);
    };
    return job;
}

/// After a rollback: a clash with somebody who was faster is run once more, so that the rules can say who;
/// any other refusal is recorded by itself; a fault of the infrastructure is no result.
void Executor::settle(Store& store, const std::shared_ptr<Run>& run, const Error& error,
                      const Answer& answer) {
    const bool clash = error.code == ErrorCode::ConstraintViolated && !run->again;
    if (isInfrastructure(error.code) || (run->refusal && !clash)) {
        run->message = {};
        run->message.result.id = run->command.id;
        run->message.result.seq = run->command.seq;
        run->message.infrastructure = static_cast<int>(error.code);
        return answer(run->message, {});
    }
    run->again = true;
    if (!clash) run->refusal = error;
    WriteJob next = job(store, run->command, run->author, answer);
    next.work = [this, run](WishTx& tx) { return carryOut(tx, *run); };
    next.done = [this, run, &store, answer](Result<CommitReport> committed) {
        if (committed) return answer(run->message, *committed);
        settle(store, run, committed.error(), answer);
    };
    store.writeOne(std::move(next));
}

}  // namespace simrs
