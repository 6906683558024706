// SPDX-License-Identifier: GPL-3.0-or-later
// From a page's wish to a stored result. What was never taken is answered at once; what was taken is never
// forgotten.
#include "app/client/command_lane.h"

#include <algorithm>

#include "app/client/device_prepare.h"
#include "app/client/held_rows.h"
#include "app/client/stored_command.h"
#include "common/base/log.h"
#include "common/registration/requests.h"

namespace simrs {
namespace {

/// Few at once, so that what may only be done now is not sent late behind a long queue.
constexpr int kWindow = 8;

bool isOnlineOnly(const OutboxEntry& entry) { return infoOf(entry.type).offline == Offline::OnlineOnly; }

Error refusalOf(const OutboxEntry& entry) {
    const auto result = decode<CommandResult>(entry.result);
    if (!result) return result.error();
    const auto outcome = outcomeOf(*result);
    return outcome ? Error{ErrorCode::None, {}, {}} : outcome.error();
}

}  // namespace

CommandLane::CommandLane(LaneHost& host, RequestLane& requests, const LinkTimes& times)
    : m_host(host),
      m_times(times),
      m_notes([this](const NoteReads& notes) { keep(notes); }),
      m_supply(host, requests, times, [this] { unpark(); }) {
    connect(&m_tick, &QTimer::timeout, this, [this] { tick(); });
}

void CommandLane::setSeat(Seat* seat) {
    m_notes.flush();
    m_core.reset();
    m_seat = seat;
    m_outbox = seat ? &seat->outbox() : nullptr;
    m_blocked.reset();
    m_answered.clear();
    m_seen.clear();
    m_supply.setOutbox(m_outbox);
    m_supply.setBlocked(false);
    const auto waiters = std::exchange(m_waiters, {});
    for (const auto& [id, waiting] : waiters) {
        for (const Waiter& waiter : waiting) waiter.then(fail(ErrorCode::TimedOut), false);
    }
    if (!m_outbox) return m_host.pendingChanged();
    // An earlier run ended before it could say whether these were done. They were not, and will not be.
    const QList<OutboxEntry> left = m_outbox->unsettled();
    for (const OutboxEntry& entry : left) {
        if (entry.state != OutboxState::Waiting || !isOnlineOnly(entry)) continue;
        if (const Status gone = m_outbox->withdraw(entry.id); !gone)
            log(LogLevel::Warning, "outbox", QStringLiteral("cannot withdraw"),
                {{"detail", gone.error().detail}});
    }
    openCore();
    m_host.pendingChanged();
}

void CommandLane::openCore() {
    const DeviceCore::Wire wire{
        [this](const CommandMessage& message) { m_host.send(FrameKind::Command, encode(message)); },
        [this](const FollowFeed& question) {
            if (!m_handsIn) m_host.send(FrameKind::Follow, encode(question));
        }};
    const DeviceCore::Ears ears{[this](const CommandResult& result) { ended(result); },
                                [this](const ResultMessage& message) { answered(message); },
                                [this] { m_host.cacheChanged(); }};
    m_core = std::make_unique<DeviceCore>(*m_outbox, m_seat->replica(), wire, ears,
                                          SessionTimes{.window = kWindow,
                                                       .firstPauseMs = m_times.backoffFirstMs,
                                                       .longestPauseMs = m_times.backoffMostMs});
    if (const Status opened = m_core->open(); !opened)
        log(LogLevel::Error, "outbox", QStringLiteral("outbox and cache cannot be brought together"),
            {{"detail", opened.error().detail}});
}

void CommandLane::setMasters(std::shared_ptr<const Masters> masters) {
    m_masters = std::move(masters);
    m_supply.setMasters(m_masters);
    unpark();
}

// ---- taking a command in
void CommandLane::submit(const SubmitJob& job, const Then& then) {
    if (!m_outbox) return then(fail(ErrorCode::NotConnected), false);
    if (answerKnown(job, then)) return;
    if (const Status admitted = admit(job); !admitted)
        return then(tl::unexpected<Error>(admitted.error()), false);
    attempt(job, then);
}

/// The same id twice is one command.
bool CommandLane::answerKnown(const SubmitJob& job, const Then& then) {
    for (Parked& parked : m_parked) {
        if (parked.job.id != job.id) continue;
        parked.then = [first = std::move(parked.then), then](const Result<QByteArray>& outcome,
                                                             bool refusal) {
            first(outcome, refusal);
            then(outcome, refusal);
        };
        return true;
    }
    if (const auto told = m_answered.find(job.id); told != m_answered.end()) {
        then(outcomeOf(told->second), told->second.error != 0);
        return true;
    }
    const auto known = m_outbox->find(job.id);
    if (!known) return then(tl::unexpected<Error>(known.error()), false), true;
    if (!known->has_value()) return false;
    if ((*known)->state == OutboxState::Waiting || (*known)->state == OutboxState::Sent) {
        await(job.id, then);
    } else if (const auto result = decode<CommandResult>((*known)->result)) {
        then(outcomeOf(*result), result->error != 0);
    } else {
        then(tl::unexpected<Error>(result.error()), false);
    }
    return true;
}

Status CommandLane::admit(const SubmitJob& job) const {
    if (m_blocked) return tl::unexpected<Error>(*m_blocked);
    const SessionGrant* session = m_host.session();
    if (!session) return fail(ErrorCode::SessionExpired);
    if (session->mustChangePassword) return fail(ErrorCode::PasswordMustChange);
    if (!PermissionSet::fromBits(static_cast<std::uint32_t>(session->permissions)).has(job.info.permission))
        return fail(ErrorCode::PermissionDenied);
    if (job.info.offline == Offline::OnlineOnly && !m_host.isActive() && !m_host.mayResume())
        return fail(ErrorCode::NotConnected);
    return {};
}

void CommandLane::attempt(const SubmitJob& job, const Then& then, bool asksForNumbers) {
    const SessionGrant* session = m_host.session();
    if (!session) return then(fail(ErrorCode::SessionExpired), false);
    // Without the masters prepare would leave out what it takes from them (a ticket's series).
    if (!m_masters && !m_core->holds(QStringLiteral("reference")))
        return park(job, then, {ErrorCode::NotConnected, {}, {}});
    CommandContext context;
    context.id = job.id;
    context.actor = session->user;
    context.device = m_seat->device();
    context.at = m_host.serverNow();
    context.zone = session->zone;
    context.today = dayIn(session->zone, context.at);
    // Nobody answers: whoever does something now is told "saved" at once.
    const bool alone = !m_host.isActive() && !m_host.mayResume();
    context.assured = job.info.tellsOfPaper ||
                      (alone && job.info.kind == RequestKind::Fact && job.info.offline == Offline::Local);
    const bool canAsk = asksForNumbers && !alone;
    const QList<HeldBlock> mark = m_outbox->numbers().mark();
    const Result<PreparedCommand> prepared = prepare(job, context, !canAsk);
    if (prepared) return append(job, *prepared, context, then);
    m_outbox->numbers().rewind(mark);
    if (prepared.error().code != ErrorCode::NumbersExhausted || !canAsk)
        return then(tl::unexpected<Error>(prepared.error()), false);
    park(job, then, prepared.error());
    m_supply.supply();
}

/// From the cache where it holds the reference rows, else from the masters of this connection.
Result<PreparedCommand> CommandLane::prepare(const SubmitJob& job, const CommandContext& context,
                                             bool mayStandIn) {
    Result<PreparedCommand> prepared = fail(ErrorCode::Internal);
    const QList<HeldBlock> mark = m_outbox->numbers().mark();
    const auto run = [&](Reader& rows) -> Status {
        m_outbox->numbers().rewind(mark);  // A read may be run again.
        DevicePrepare desk(context, rows, *m_outbox, mayStandIn);
        prepared = job.prepare(desk);
        return {};
    };
    if (m_core->holds(QStringLiteral("reference"))) {
        SIMRS_TRY(m_seat->cache().read(run));
    } else {
        HeldRows masters(m_masters);
        SIMRS_TRY(run(masters));
    }
    return prepared;
}

void CommandLane::append(const SubmitJob& job, const PreparedCommand& prepared, const CommandContext& context,
                         const Then& then) {
    OutboxEntry draft;
    draft.id = job.id;
    draft.type = job.info.type;
    draft.version = job.info.version;
    draft.actor = context.actor.uuid();
    draft.at = context.at;
    draft.assured = context.assured;
    draft.baseSeq = m_core->position().seq;
    draft.payload = prepared.payload;
    if (const Status kept = m_core->submit(draft, prepared.numbers, m_host.monotonicMs()); !kept)
        return then(tl::unexpected<Error>(kept.error()), false);
    m_host.pendingChanged();
    await(job.id, then);
    m_supply.supply();
}

void CommandLane::park(const SubmitJob& job, const Then& then, const Error& why) {
    const quint64 number = ++m_lastNumber;
    m_parked.push_back({number, job, then, why});
    QTimer::singleShot(m_times.answerMs, this, [this, number] {
        const auto found = std::find_if(m_parked.begin(), m_parked.end(),
                                        [&](const Parked& parked) { return parked.number == number; });
        if (found == m_parked.end()) return;
        const Parked late = std::move(*found);
        m_parked.erase(found);
        // Nobody waits longer than this for numbers: a temporary one stands in.
        if (late.why.code == ErrorCode::NumbersExhausted && admit(late.job))
            return attempt(late.job, late.then, false);
        late.then(tl::unexpected<Error>(late.why), false);
    });
}

void CommandLane::unpark() {
    const std::vector<Parked> parked = std::exchange(m_parked, {});
    for (const Parked& one : parked) {
        if (const Status admitted = admit(one.job); !admitted) {
            one.then(tl::unexpected<Error>(admitted.error()), false);
        } else {
            attempt(one.job, one.then);
        }
    }
}

// ---- waiting for its result
void CommandLane::await(const CommandId& id, Then then) {
    const quint64 number = ++m_lastNumber;
    m_waiters[id].push_back({number, std::move(then)});
    const bool hopeful = m_host.isActive() || m_host.mayResume();
    QTimer::singleShot(hopeful ? m_times.answerMs : 0, this, [this, id, number] { noAnswer(id, number); });
}

void CommandLane::noAnswer(const CommandId& id, quint64 number) {
    const auto found = m_waiters.find(id);
    if (found == m_waiters.end()) return;
    const auto waiter = std::find_if(found->second.begin(), found->second.end(),
                                     [&](const Waiter& one) { return one.number == number; });
    if (waiter == found->second.end()) return;
    const Then then = std::move(waiter->then);
    found->second.erase(waiter);
    if (found->second.empty()) m_waiters.erase(found);
    const OutboxEntry* entry = m_outbox ? m_outbox->unsettled(id) : nullptr;
    const bool mayWithdraw = entry && entry->state == OutboxState::Waiting && isOnlineOnly(*entry);
    if (mayWithdraw && m_core->withdraw(id)) {
        then(fail(ErrorCode::NotConnected), false);
        tell(id, fail(ErrorCode::NotConnected), false);
        m_host.pendingChanged();
    } else {
        then(fail(ErrorCode::TimedOut), false);
    }
}

/// False where nobody waited any more.
bool CommandLane::tell(const CommandId& id, const Result<QByteArray>& outcome, bool refusal) {
    const auto found = m_waiters.find(id);
    if (found == m_waiters.end()) return false;
    const std::vector<Waiter> waiters = std::move(found->second);
    m_waiters.erase(found);
    for (const Waiter& waiter : waiters) waiter.then(outcome, refusal);
    return true;
}

void CommandLane::acknowledge(const CommandId& id) {
    if (!m_outbox) return;
    // The outbox has it when its row comes; until then it is remembered here.
    if (m_answered.count(id) > 0)
        m_seen.insert(id);
    else if (const Status seen = m_outbox->acknowledge(id); !seen)
        log(LogLevel::Warning, "outbox", QStringLiteral("cannot acknowledge"),
            {{"detail", seen.error().detail}});
    m_host.pendingChanged();
}

void CommandLane::acknowledgeDamage() {
    if (!m_outbox) return;
    if (const Status seen = m_outbox->acknowledgeDamage(); !seen)
        log(LogLevel::Warning, "outbox", QStringLiteral("cannot acknowledge"),
            {{"detail", seen.error().detail}});
    m_host.pendingChanged();
}

Result<QByteArray> CommandLane::kept(const CommandId& id) const {
    const OutboxEntry* entry = m_outbox ? m_outbox->unsettled(id) : nullptr;
    if (!entry) return fail(ErrorCode::OutOfOrder, {id.toString()});
    return entry->payload;
}

/// Whether paper is out that says it was done.
bool CommandLane::isOnPaper(const CommandId& id) const {
    const QList<OutboxEntry>& entries = m_outbox->unsettled();
    return std::any_of(entries.cbegin(), entries.cend(), [&](const OutboxEntry& entry) {
        if (!infoOf(entry.type).tellsOfPaper) return false;
        if (entry.id == id) return true;
        const auto paper = decode<PrintReservedTicket>(entry.payload);
        return entry.type == PrintReservedTicket::info.type && paper && paper->registration == id;
    });
}

Status CommandLane::withdraw(const CommandId& id) {
    if (!m_outbox || isOnPaper(id)) return fail(ErrorCode::OutOfOrder, {id.toString()});
    SIMRS_TRY(m_core->withdraw(id));
    tell(id, fail(ErrorCode::NotConnected), false);
    m_host.pendingChanged();
    return {};
}

void CommandLane::noteRead(const QString& request, const UserId& user, const QList<Uuid>& patients) {
    m_notes.add({request, user, m_host.serverNow(), patients});
}

void CommandLane::keep(const NoteReads& notes) {
    keepDraft(notes.reads.first().user, NoteReads::info, encode(notes), false);
}

void CommandLane::keepFor(const UserId& author, const RequestInfo& info, const QByteArray& payload) {
    keepDraft(author, info, payload, true);
    m_host.pendingChanged();
}

void CommandLane::keepDraft(const UserId& author, const RequestInfo& info, const QByteArray& payload,
                            bool assured) {
    if (!m_core) return;
    OutboxEntry draft;
    draft.id = CommandId(m_host.newId());
    draft.type = info.type;
    draft.version = info.version;
    draft.actor = author.uuid();
    draft.at = m_host.serverNow();
    draft.assured = assured;
    draft.baseSeq = m_core->position().seq;
    draft.payload = payload;
    if (const Status kept = m_core->submit(draft, {}, m_host.monotonicMs()); !kept)
        log(LogLevel::Error, "outbox", QStringLiteral("cannot keep what was done"),
            {{"detail", kept.error().detail}, {"request", QString::fromLatin1(info.name)}});
}

PendingList CommandLane::pending() const {
    PendingList list;
    if (!m_outbox) return list;
    QList<OutboxEntry> entries = m_outbox->unsettled() + m_outbox->refused();
    std::sort(entries.begin(), entries.end(),
              [](const OutboxEntry& a, const OutboxEntry& b) { return a.position < b.position; });
    for (const OutboxEntry& entry : std::as_const(entries)) {
        // Nobody has done anything; but that the audit lacks something is told.
        if (entry.type == NoteReads::info.type && entry.state != OutboxState::Refused) continue;
        PendingCommand line{entry.id,
                            entry.type,
                            QString::fromLatin1(infoOf(entry.type).name),
                            entry.at,
                            entry.actor,
                            PendingState::Waiting,
                            {ErrorCode::None, {}, {}}};
        if (entry.state == OutboxState::Sent) line.state = PendingState::Sent;
        if (const auto told = m_answered.find(entry.id); told != m_answered.end()) {
            if (told->second.error == 0 || m_seen.contains(entry.id)) continue;
            line.state = PendingState::Refused;
            line.error = outcomeOf(told->second).error();
        }
        if (entry.state == OutboxState::Refused) {
            line.state = PendingState::Refused;
            line.error = refusalOf(entry);
        }
        list.append(line);
    }
    return list;
}

}  // namespace simrs
