// SPDX-License-Identifier: GPL-3.0-or-later
// FIFO by device, check, apply, result: one transaction.
#include "common/core/executor.h"

#include "common/access/device_registry.h"
#include "common/base/log.h"
#include "common/base/planted_bug.h"
#include "common/core/restored_numbers.h"

namespace simrs {
namespace {

constexpr std::uint32_t kResultKind = 1;  // In the feed; entity kinds start at 10.

/// The device's row is locked by the same statement that moves its number on, so two nodes cannot run one
/// device.
const char* const kClaim = "UPDATE device SET last_seq = ? WHERE id = ? AND last_seq = ?";

/// The same, and no other command stands where the one that this one follows should.
const char* const kClaimAfter =
    "UPDATE device SET last_seq = ? WHERE id = ? AND last_seq = ? AND NOT EXISTS "
    "(SELECT 1 FROM command c WHERE c.device_id = device.id AND c.seq = device.last_seq AND c.id <> ?)";

/// For the planted bug alone.
const char* const kClaimAny = "UPDATE device SET last_seq = ? WHERE id = ? AND last_seq > ?";

/// An error that says nothing about the command itself: it must come again. VersionUnsupported: a newer
/// program wrote it, and this server is still to be updated.
bool isInfrastructure(ErrorCode code) {
    return code == ErrorCode::DatabaseUnavailable || code == ErrorCode::StorageFailed ||
           code == ErrorCode::Internal || code == ErrorCode::OutOfOrder || code == ErrorCode::Overloaded ||
           code == ErrorCode::DeviceUnknown || code == ErrorCode::SessionExpired ||
           code == ErrorCode::VersionUnsupported;
}

Preamble claim(const CommandMessage& command, const DeviceId& device) {
    const QVariantList values{command.seq, device.uuid().toBytes(), command.seq - 1};
    if (isPlanted(PlantedBug::NoFifoCheck))
        return {QString::fromLatin1(kClaimAny), {command.seq, device.uuid().toBytes(), -1}};
    if (command.after.isNull() || isPlanted(PlantedBug::CloneBelieved))
        return {QString::fromLatin1(kClaim), values};
    return {QString::fromLatin1(kClaimAfter), values + QVariantList{command.after.uuid().toBytes()}};
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
    if (!device) return fail(ErrorCode::DeviceUnknown);
    const bool isGap = run.command.seq > device->lastSeq + 1;
    if (!isGap && !isPlanted(PlantedBug::CloneBelieved)) return quarantine(tx, run);
    run.message.expectedSeq = device->lastSeq + 1;
    return fail(ErrorCode::OutOfOrder, {QString::number(device->lastSeq + 1)});
}

/// Another command has this number already, or stands where this one's forerunner should: two machines count
/// on from one outbox, a cloned disk or an old copy of it. Only the one whose chain goes on is heard, and no
/// new work is begun on either before a person has decided; what the other holds stays in its outbox.
Status Executor::quarantine(WishTx& tx, Run& run) const {
    SIMRS_TRY(setDeviceState(tx, run.author.device, DeviceState::Frozen));
    run.message.result.id = run.command.id;
    run.message.result.seq = run.command.seq;
    run.message.infrastructure = static_cast<int>(ErrorCode::OutOfOrder);
    log(LogLevel::Error, "command", QStringLiteral("two machines share one outbox"),
        {{"device", run.author.device.toString()}, {"command", run.command.id.toString()}});
    return {};
}

Result<QByteArray> Executor::outcome(WishTx& tx, const Run& run) const {
    if (run.refusal) return tl::unexpected<Error>(*run.refusal);
    if (run.author.unknown) return tl::unexpected<Error>(*run.author.unknown);
    if (!run.entry || !run.entry->apply) return fail(ErrorCode::UnknownRequest);
    if (!run.author.permissions.has(run.entry->info.permission)) return fail(ErrorCode::PermissionDenied);
    SIMRS_ASSIGN(const QByteArray payload,
                 run.entry->currentPayload(run.command.version, run.command.payload));
    SIMRS_ASSIGN(const QList<NumberUse> numbers, run.entry->admit(payload));
    for (const NumberUse& use : numbers) {
        if (!m_blocks.granted(tx, run.author.device, use.kind, use.value) &&
            !mayHaveBeenGranted(tx, use.kind, use.value))
            return fail(ErrorCode::NumberNotGranted);
    }
    CommandContext checked = run.context;
    checked.now = m_clock.now();
    checked.today = dayIn(run.author.zone, checked.now);
    const bool recordsOnly = run.context.assured && run.entry->info.kind == RequestKind::Fact;
    if (!recordsOnly) SIMRS_TRY(run.entry->check(tx, checked, payload));
    return run.entry->apply(tx, run.context, payload);
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
    if (isPlanted(PlantedBug::ResultNotInFeed)) return;
    tx.addFeedRow(kResultKind, command.id.uuid(), deviceKey(run.author.device), stored.result);
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
    } else if (!run.refusal && isInfrastructure(done.error().code)) {
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
    run->context.id = command.id;
    run->context.actor = UserId(author.actor);
    run->context.device = author.device;
    run->context.at = command.at;
    run->context.zone = author.zone;
    // The client's word that its author was told "saved" is kept with the command and, until clients work
    // offline, believed in nothing (decision 0018).
    run->context.assured = m_trust == Trust::BelievesAssured && command.assured;
    return jobOf(store, run, std::move(answer));
}

WriteJob Executor::jobOf(Store& store, const std::shared_ptr<Run>& run, Answer answer) {
    const CommandMessage& command = run->command;
    WriteJob job;
    job.context.writeId = command.id.uuid();
    job.context.request = run->entry ? QString::fromLatin1(run->entry->info.name) : QStringLiteral("unknown");
    job.context.actor = run->author.actor;
    job.context.device = run->author.device.uuid();
    job.context.at = command.at;
    job.context.zone = run->author.zone;
    job.preamble = claim(command, run->author.device);
    job.work = [this, run](WishTx& tx) { return carryOut(tx, *run); };
    job.done = [this, run, &store, answer = std::move(answer)](Result<CommitReport> committed) {
        if (!committed) return settle(store, run, committed.error(), answer);
        forgetFailures(*run);
        answer(run->message, *committed);
    };
    return job;
}

/// After a rollback: a clash with somebody who was faster is run once more, so that the rules can say who;
/// any other refusal is recorded by itself; a fault of the infrastructure is no result.
void Executor::settle(Store& store, const std::shared_ptr<Run>& run, const Error& error,
                      const Answer& answer) {
    const bool clash = error.code == ErrorCode::ConstraintViolated && !run->again;
    const bool hopeless =
        error.code == ErrorCode::Internal && !run->refusal && countFailure(*run) >= kInternalAttempts;
    if ((isInfrastructure(error.code) && !hopeless) || (run->refusal && !clash)) {
        const qint64 expected = error.code == ErrorCode::OutOfOrder ? run->message.expectedSeq : 0;
        run->message = {};
        run->message.result.id = run->command.id;
        run->message.result.seq = run->command.seq;
        run->message.infrastructure = static_cast<int>(error.code);
        run->message.expectedSeq = expected;
        return answer(run->message, {});
    }
    run->again = true;
    if (!clash) run->refusal = error;
    store.writeOne(jobOf(store, run, answer));
}

int Executor::countFailure(const Run& run) {
    int attempts = 0;
    {
        const std::lock_guard lock(m_mutex);
        Failing& failing = m_failing[run.author.device];
        if (failing.command != run.command.id) failing = {run.command.id, 0};
        attempts = ++failing.attempts;
    }
    // The fault's own words may quote a row; the store has logged its state.
    log(LogLevel::Error, "command", QStringLiteral("failed"),
        {{"request", run.entry ? QString::fromLatin1(run.entry->info.name) : QStringLiteral("unknown")},
         {"command", run.command.id.toString()},
         {"device", run.author.device.toString()},
         {"attempts", QString::number(attempts)}});
    return attempts;
}

void Executor::forgetFailures(const Run& run) {
    const std::lock_guard lock(m_mutex);
    m_failing.erase(run.author.device);
}

}  // namespace simrs
