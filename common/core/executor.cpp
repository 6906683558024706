// SPDX-License-Identifier: GPL-3.0-or-later
// FIFO by device, check, apply, result: one transaction.
#include "common/core/executor.h"

#include "common/access/device_registry.h"
#include "common/base/log.h"
#include "common/base/planted_bug.h"
#include "common/core/case_item.h"
#include "common/core/restored_numbers.h"

namespace simrs {
namespace {

/// The device's row is locked by the same statement that moves its number on, so two nodes cannot run one
/// device. -1 is kAnySeq: any number follows it.
const char* const kClaim = "UPDATE device SET last_seq = ? WHERE id = ? AND last_seq IN (?, -1)";

/// What a device has sent at once is through by then, and is not waited for any longer: another node may have
/// carried out what this one could not.
constexpr std::int64_t kWaitMs = 10'000;

/// The same, and no other command stands where the one that this one follows should.
const char* const kClaimAfter =
    "UPDATE device SET last_seq = ? WHERE id = ? AND last_seq IN (?, -1) AND NOT EXISTS "
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

/// Who deals with what a rule says against a fact that has happened: those who know the matter.
Role handlerOf(Permission permission) {
    switch (permission) {
        case Permission::EnterNote:
        case Permission::CorrectNote:
        case Permission::EnterAllergy:
        case Permission::CorrectAllergy:
            return Role::Doctor;
        case Permission::DispenseStock:
        case Permission::EnterStock:
        case Permission::CorrectStock:
            return Role::StockKeeper;
        default:
            return Role::HeadOfRegistration;
    }
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
        if (!m_blocks.granted(tx, run.author.device, use) && !mayHaveBeenGranted(tx, use))
            return fail(ErrorCode::NumberNotGranted);
    }
    CommandContext checked = run.context;
    checked.now = m_clock.now();
    checked.today = dayIn(run.author.zone, checked.now);
    const Status fits = run.entry->check(tx, checked, payload);
    const bool recordsOnly = run.context.assured && run.entry->info.kind == RequestKind::Fact;
    if (!fits && (!recordsOnly || isInfrastructure(fits.error().code)))
        return tl::unexpected<Error>(fits.error());
    Result<QByteArray> done = run.entry->apply(tx, run.context, payload);
    if (!fits && done) flagDespite(tx, run, fits.error());
    return done;
}

/// It has happened, and its author was told "saved": recorded against the rule, and somebody looks at it.
/// Where the request has flagged it by itself, that says more.
void Executor::flagDespite(WishTx& tx, const Run& run, const Error& rule) const {
    constexpr std::uint32_t kSlot = 900;
    if (tx.get<CaseItem>(tx.newId<CaseItem>())) return;
    CaseItem item;
    item.id = tx.newId<CaseItem>(kSlot);
    item.kind = CaseKind::ActedAfterChange;
    item.handler = handlerOf(run.entry->info.permission);
    item.subject = run.command.id.uuid();
    item.fields = errorName(rule.code);
    item.detail = run.command.payload;
    item.raisedBy = run.context.actor;
    item.raisedAt = run.context.at;
    tx.insert(item);
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

Status Executor::carryOut(WishTx& tx, Run& run) {
    if (tx.preambleRows == 0) return replayed(tx, run);
    if (comesTooEarly(tx, run)) return fail(ErrorCode::OutOfOrder);
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
    // The client's word that its author was told "saved" (decision 0029).
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
        notCarriedOut(run->author.device, run->command);
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
    // An earlier one may only have been answered again.
    const auto waited = m_waited.find(run.author.device);
    if (waited != m_waited.end() && waited->second.seq <= run.command.seq) m_waited.erase(waited);
}

/// The one waited for may be carried out all the same: its commit went through though the answer was lost
/// with the database, or another node was faster. Then it has a record.
bool Executor::comesTooEarly(WishTx& tx, Run& run) {
    Waited waited;
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_waited.find(run.author.device);
        if (found == m_waited.end()) return false;
        waited = found->second;
    }
    if (waited.seq >= run.command.seq || waited.untilMs < m_clock.monotonicMs()) return false;
    if (isPlanted(PlantedBug::CloneBelieved)) return false;
    if (tx.get<CommandRecord>(waited.command)) return false;
    run.message.expectedSeq = waited.seq;
    return true;
}

void Executor::notCarriedOut(const DeviceId& device, const CommandMessage& command) {
    const std::lock_guard lock(m_mutex);
    Waited& waited = m_waited[device];
    const std::int64_t now = m_clock.monotonicMs();
    if (waited.untilMs < now || command.seq <= waited.seq) {
        waited.seq = command.seq;
        waited.command = command.id;
    }
    waited.untilMs = now + kWaitMs;
}

}  // namespace simrs
