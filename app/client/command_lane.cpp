// SPDX-License-Identifier: GPL-3.0-or-later
// From a page's wish to a stored result. What was never taken is answered at once; what was taken is never
// forgotten.
#include "app/client/command_lane.h"

#include <algorithm>

#include "app/client/held_rows.h"
#include "common/base/log.h"
#include "common/hospital/hospital.h"

namespace simrs {
namespace {

/// Commands on the wire without a result; the server carries them out in order.
constexpr int kWindow = 8;

RequestInfo infoOf(qint64 type) {
    const RequestEntry* entry = hospitalRequests().find(type);
    return entry ? entry->info : RequestInfo();
}

bool isOnlineOnly(const OutboxEntry& entry) { return infoOf(entry.type).offline == Offline::OnlineOnly; }

Result<QByteArray> outcomeOf(const CommandResult& result) {
    if (result.error == 0) return result.reply;
    return fail(errorFromNumber(static_cast<int>(result.error)), result.args);
}

Error refusalOf(const OutboxEntry& entry) {
    const auto result = decode<CommandResult>(entry.result);
    if (!result) return result.error();
    const auto outcome = outcomeOf(*result);
    return outcome ? Error{ErrorCode::None, {}, {}} : outcome.error();
}

/// What prepare may do, on the link's thread.
class DevicePrepare final : public Prepare {
  public:
    DevicePrepare(CommandContext context, std::shared_ptr<const Masters> masters, NumberBlocks& numbers)
        : m_context(std::move(context)), m_rows(std::move(masters)), m_numbers(numbers) {}
    Reader& reader() override { return m_rows; }
    CommandContext context() const override { return m_context; }
    Result<qint64> takeNumber(NumberKind kind) override { return m_numbers.take(kind); }

  private:
    CommandContext m_context;
    HeldRows m_rows;
    NumberBlocks& m_numbers;
};

}  // namespace

CommandLane::CommandLane(LaneHost& host, RequestLane& requests, const LinkTimes& times)
    : m_host(host), m_requests(requests), m_times(times) {
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, [this] { pump(); });
}

void CommandLane::setOutbox(Outbox* outbox, const DeviceId& device) {
    m_outbox = outbox;
    m_device = device;
    m_blocked.reset();
    m_supplying.fill(false);
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
    m_host.pendingChanged();
}

void CommandLane::setMasters(std::shared_ptr<const Masters> masters) {
    m_masters = std::move(masters);
    unpark();
}

// ---- taking a command in
// ------------------------------------------------------------------------------------
void CommandLane::submit(SubmitJob job, Then then) {
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

void CommandLane::attempt(const SubmitJob& job, const Then& then) {
    const SessionGrant* session = m_host.session();
    if (!session) return then(fail(ErrorCode::SessionExpired), false);
    // Without the masters prepare would leave out what it takes from them (a ticket's series).
    if (!m_masters) return park(job, then, {ErrorCode::NotConnected, {}, {}});
    CommandContext context;
    context.id = job.id;
    context.actor = session->user;
    context.device = m_device;
    context.at = m_host.serverNow();
    context.zone = session->zone;
    context.today = dayIn(session->zone, context.at);
    NumberBlocks& numbers = m_outbox->numbers();
    const QList<HeldBlock> mark = numbers.mark();
    DevicePrepare prepare(context, m_masters, numbers);
    const Result<PreparedCommand> prepared = job.prepare(prepare);
    if (prepared) return append(job, *prepared, context, then);
    numbers.rewind(mark);
    if (prepared.error().code != ErrorCode::NumbersExhausted || (!m_host.isActive() && !m_host.mayResume()))
        return then(tl::unexpected<Error>(prepared.error()), false);
    park(job, then, prepared.error());
    supplyNumbers();
}

void CommandLane::append(const SubmitJob& job, const PreparedCommand& prepared, const CommandContext& context,
                         const Then& then) {
    OutboxEntry draft;
    draft.id = job.id;
    draft.type = job.info.type;
    draft.version = job.info.version;
    draft.actor = context.actor.uuid();
    draft.at = context.at;
    draft.payload = prepared.payload;
    const bool now = m_host.isActive() && !m_again.isActive() && inFlight() < kWindow;
    const auto kept = m_outbox->append(draft, prepared.numbers, now);
    if (!kept) return then(tl::unexpected<Error>(kept.error()), false);
    m_host.pendingChanged();
    await(job.id, then);
    pump();
    supplyNumbers();
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
// ---------------------------------------------------------------------------------
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
    if (mayWithdraw && m_outbox->withdraw(id)) {
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
    if (const Status seen = m_outbox->acknowledge(id); !seen)
        log(LogLevel::Warning, "outbox", QStringLiteral("cannot acknowledge"),
            {{"detail", seen.error().detail}});
    m_host.pendingChanged();
}

Status CommandLane::withdraw(const CommandId& id) {
    if (!m_outbox) return fail(ErrorCode::OutOfOrder, {id.toString()});
    SIMRS_TRY(m_outbox->withdraw(id));
    tell(id, fail(ErrorCode::NotConnected), false);
    m_host.pendingChanged();
    return {};
}

PendingList CommandLane::pending() const {
    PendingList list;
    if (!m_outbox) return list;
    QList<OutboxEntry> entries = m_outbox->unsettled() + m_outbox->refused();
    std::sort(entries.begin(), entries.end(),
              [](const OutboxEntry& a, const OutboxEntry& b) { return a.position < b.position; });
    for (const OutboxEntry& entry : std::as_const(entries)) {
        PendingCommand line{entry.id,
                            entry.type,
                            QString::fromLatin1(infoOf(entry.type).name),
                            entry.at,
                            entry.actor,
                            PendingState::Waiting,
                            {ErrorCode::None, {}, {}}};
        if (entry.state == OutboxState::Sent) line.state = PendingState::Sent;
        if (entry.state == OutboxState::Refused) {
            line.state = PendingState::Refused;
            line.error = refusalOf(entry);
        }
        list.append(line);
    }
    return list;
}

// ---- sending
// ------------------------------------------------------------------------------------------------
void CommandLane::onActive() {
    if (!m_outbox) return;
    m_failures = 0;
    m_blocked.reset();
    if (const Status fits = m_outbox->compare(m_host.session()->lastSeq); !fits) {
        block(fits.error());
        return;
    }
    m_sentSeq = m_outbox->settledSeq();
    pump();
    supplyNumbers();
    unpark();
}

void CommandLane::onLost() { m_again.stop(); }

void CommandLane::onLoggedOut() {
    const std::vector<Parked> parked = std::exchange(m_parked, {});
    for (const Parked& one : parked) one.then(fail(ErrorCode::SessionExpired), false);
}

int CommandLane::inFlight() const {
    const QList<OutboxEntry>& entries = m_outbox->unsettled();
    return static_cast<int>(std::count_if(entries.cbegin(), entries.cend(), [&](const OutboxEntry& entry) {
        return entry.seq > 0 && entry.seq <= m_sentSeq;
    }));
}

void CommandLane::pump() {
    if (!m_outbox || m_blocked || m_again.isActive() || !m_host.isActive()) return;
    int room = kWindow - inFlight();
    if (room <= 0) return;
    const QList<OutboxEntry> before = m_outbox->unsettled();
    const bool someWait = std::any_of(before.cbegin(), before.cend(),
                                      [](const OutboxEntry& e) { return e.state == OutboxState::Waiting; });
    if (someWait) {
        if (const Status claimed = m_outbox->claim(room); !claimed) return pause();
        m_host.pendingChanged();
    }
    const QList<OutboxEntry> entries = m_outbox->unsettled();
    for (const OutboxEntry& entry : entries) {
        if (entry.seq <= m_sentSeq) continue;  // On its way, or Waiting (0).
        if (room-- == 0) return;
        m_sentSeq = entry.seq;
        m_host.send(FrameKind::Command, encode(CommandMessage{entry.id, entry.seq, entry.type, entry.version,
                                                              entry.actor, entry.at, entry.assured,
                                                              entry.baseSeq, entry.payload, entry.after}));
    }
}

void CommandLane::onResult(const ResultMessage& message) {
    if (!m_outbox) return;
    if (message.infrastructure != 0) return tryAgain(message);
    const OutboxEntry* held = m_outbox->unsettled(message.result.id);
    if (!held) return;  // The answer to a second sending.
    const qint64 type = held->type;
    const qint64 seq = held->seq;
    if (const Status stored = m_outbox->end(message.result); !stored) {
        log(LogLevel::Error, "outbox", QStringLiteral("cannot store a result"),
            {{"detail", stored.error().detail}});
        m_sentSeq = std::min(m_sentSeq, seq - 1);
        return pause();
    }
    m_failures = 0;
    const Result<QByteArray> outcome = outcomeOf(message.result);
    CommandOutcome ended{message.result.id, QString::fromLatin1(infoOf(type).name), std::nullopt,
                         message.result.reply, false};
    if (!outcome) ended.error = outcome.error();
    ended.late = !tell(ended.id, outcome, message.result.error != 0);
    m_host.pendingChanged();
    m_host.commandEnded(ended);
    pump();
}

/// The server could not carry it out now. Everything from there on is sent again, in order.
void CommandLane::tryAgain(const ResultMessage& message) {
    const OutboxEntry* held = m_outbox->unsettled(message.result.id);
    if (!held) return;
    const ErrorCode why = errorFromNumber(static_cast<int>(message.infrastructure));
    const qint64 expected = message.expectedSeq;
    if (why == ErrorCode::DeviceUnknown) return block({why, {}, {}});
    // It is behind what we have results for, or ahead of a command it has never seen.
    if (expected > 0 && (expected <= m_outbox->settledSeq() || expected > held->seq))
        return block({ErrorCode::OutOfOrder,
                      {QString::number(m_outbox->lastSeq()), QString::number(expected - 1)},
                      {}});
    m_sentSeq = std::min(m_sentSeq, (expected > 0 ? expected : held->seq) - 1);
    pause();
}

void CommandLane::pause() {
    if (m_again.isActive()) return;
    const int most = m_times.backoffMostMs;
    m_again.start(std::min(most, m_times.backoffFirstMs << std::min(m_failures, 10)));
    ++m_failures;
}

void CommandLane::block(const Error& why) {
    m_blocked = why;
    log(LogLevel::Error, "outbox", QStringLiteral("the server and this outbox disagree"),
        {{"error", errorName(why.code)}, {"seq", why.args.join(QLatin1Char('/'))}});
    unpark();
    m_host.pendingChanged();
}

// ---- numbers
// ------------------------------------------------------------------------------------------------
void CommandLane::supplyNumbers() {
    supply(NumberKind::MedicalRecord);
    supply(NumberKind::Registration);
}

void CommandLane::supply(NumberKind kind) {
    bool& running = m_supplying[static_cast<std::size_t>(kind)];
    if (running || !m_outbox || m_blocked || !m_host.isActive() || !m_outbox->numbers().wantsMore(kind))
        return;
    const auto permissions =
        PermissionSet::fromBits(static_cast<std::uint32_t>(m_host.session()->permissions));
    if (!permissions.has(TakeNumbers::info.permission)) return;
    running = true;
    const TakeNumbers question = m_outbox->numbers().question(kind);
    m_requests.ask(0, {TakeNumbers::info.type, encode(question), 10'000, true},
                   [this, kind, outbox = m_outbox](const Result<QByteArray>& answer) {
                       if (outbox == m_outbox) supplied(kind, answer);
                   });
}

void CommandLane::supplied(NumberKind kind, const Result<QByteArray>& answer) {
    m_supplying[static_cast<std::size_t>(kind)] = false;
    const auto block = answer ? decode<TakeNumbers::Reply>(*answer)
                              : Result<TakeNumbers::Reply>(tl::unexpected<Error>(answer.error()));
    const qint64 before = m_outbox->numbers().left(kind);
    if (block) {
        if (const Status kept = m_outbox->addBlock(kind, block->first, block->last); !kept)
            log(LogLevel::Error, "outbox", QStringLiteral("cannot keep a block of numbers"),
                {{"detail", kept.error().detail}});
    }
    if (m_outbox->numbers().left(kind) > before) {
        supply(kind);
        unpark();
    } else {
        QTimer::singleShot(m_times.liveRetryMs, this, [this, kind] { supply(kind); });
    }
}

}  // namespace simrs
