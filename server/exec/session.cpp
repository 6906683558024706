// SPDX-License-Identifier: GPL-3.0-or-later
// A logged-in session's requests: permission, worker, answer.
#include "server/exec/session.h"

#include "common/base/log.h"

namespace simrs {
namespace {

/// A revoked right is noticed after at most so long.
constexpr std::int64_t kPermissionsAgeMs = 5'000;

class Handler final : public SessionHandler {
  public:
    explicit Handler(std::shared_ptr<ServerSession> session) : m_session(std::move(session)) {}
    void onFrame(Frame frame) override { m_session->onFrame(frame); }
    void onClosed() override { m_session->onClosed(); }

  private:
    std::shared_ptr<ServerSession> m_session;
};

}  // namespace

std::unique_ptr<SessionHandler> makeSession(std::shared_ptr<Connection> connection,
                                            const Services& services) {
    return std::make_unique<Handler>(std::make_shared<ServerSession>(std::move(connection), services));
}

ServerSession::ServerSession(std::shared_ptr<Connection> connection, const Services& services)
    : m_connection(std::move(connection)), m_services(services) {}

void ServerSession::onFrame(const Frame& frame) {
    switch (frame.kind) {
        case FrameKind::Hello:
            return greet(frame.payload);
        case FrameKind::Ping:
            return m_connection->send(FrameKind::Pong, encode(PongMessage{m_services.clock.now()}));
        case FrameKind::Request:
            return m_connection->state() == ConnectionState::Active ? request(frame.payload)
                                                                    : greetedRequest(frame.payload);
        case FrameKind::Command:
            return command(frame.payload);
        case FrameKind::Subscribe:
            return subscribe(frame.payload);
        case FrameKind::Unsubscribe:
            return unsubscribe(frame.payload);
        case FrameKind::Follow:
            return follow(frame.payload);
        default:
            return breach(ErrorCode::WrongState);
    }
}

void ServerSession::onClosed() {
    m_closed = true;
    for (const Watch& watch : std::as_const(m_watches)) m_services.publisher.unsubscribe(watch.number);
    m_watches.clear();
    if (m_feed) m_feed->close();
    m_commands.clear();
}

/// The peer broke the rules of the messages: it is told why, then cut off.
void ServerSession::breach(ErrorCode code) {
    m_connection->send(FrameKind::GoAway, encode(GoAwayMessage{static_cast<int>(code), {}, 0}));
    m_connection->close();
}

void ServerSession::reply(qint64 correlation, const Result<QByteArray>& answer) {
    ReplyMessage message{correlation, 0, {}, {}};
    if (answer) {
        message.payload = *answer;
    } else {
        message.error = static_cast<int>(answer.error().code);
        message.args = answer.error().args;
    }
    m_connection->send(FrameKind::Reply, encode(message));
}

Caller ServerSession::caller() const {
    Caller caller;
    caller.user = m_principal.grant.user;
    caller.device = m_principal.device;
    caller.session = m_principal.grant.session;
    caller.permissions = PermissionSet::fromBits(m_permissions);
    caller.now = m_services.clock.now();
    caller.zone = m_principal.grant.zone;
    caller.random = &m_services.random;
    return caller;
}

Result<PermissionSet> ServerSession::permissions(Store& store) {
    if (m_ended) return fail(ErrorCode::SessionExpired);
    if (onlyHandsIn()) return PermissionSet();
    const std::int64_t now = m_services.clock.monotonicMs();
    if (now - m_permissionsReadMs > kPermissionsAgeMs) {
        const auto fresh = sessionPermissions(store, m_principal.grant.session, m_services.clock.now());
        if (fresh) {
            m_permissions = fresh->bits();
            m_permissionsReadMs = now;
        } else if (fresh.error().code == ErrorCode::SessionExpired) {
            m_ended = true;
            return fail(ErrorCode::SessionExpired);
        }
        // A database that does not answer now answers the work itself as little.
    }
    return PermissionSet::fromBits(m_permissions);
}

Status ServerSession::mayRun(const RequestEntry* entry) const {
    if (!entry || (!entry->answer && !entry->perform)) return fail(ErrorCode::UnknownRequest);
    if (onlyHandsIn()) return fail(ErrorCode::WrongState);
    if (m_principal.expires < m_services.clock.now()) return fail(ErrorCode::SessionExpired);
    if (m_mustChangePassword && entry->info.permission != Permission::OwnAccount)
        return fail(ErrorCode::PasswordMustChange);
    return {};
}

void ServerSession::request(const QByteArray& payload) {
    const auto message = decode<RequestMessage>(payload);
    if (!message) return breach(ErrorCode::MalformedFrame);
    run(*message);
}

void ServerSession::run(const RequestMessage& message) {
    const RequestEntry* entry = m_services.requests.find(message.type);
    if (const Status may = mayRun(entry); !may)
        return reply(message.correlation, tl::unexpected<Error>(may.error()));
    m_connection->requestStarted();
    entry->answer ? query(*entry, message) : call(*entry, message);
}

Result<QueryAnswer> ServerSession::answerQuery(Store& store, const RequestEntry& entry,
                                               const QByteArray& payload, Shown* shown) {
    SIMRS_ASSIGN(const PermissionSet held, permissions(store));
    if (!held.has(entry.info.permission)) return fail(ErrorCode::PermissionDenied);
    QueryAnswer answer;
    const Caller asking = caller();
    SIMRS_TRY(store.read([&](Reader& reader) -> Status {
        SIMRS_ASSIGN(answer, entry.answer(reader, asking, payload));
        return {};
    }));
    // Nobody sees a patient without a trace: no room for the note, no answer.
    if (!noteRead(entry, asking, answer.patients, shown)) return fail(ErrorCode::Overloaded);
    if (answer.reply.size() > static_cast<qsizetype>(limits::kFrameReplyBytes) - 1024)
        return fail(ErrorCode::FrameTooLarge);
    return answer;
}

bool ServerSession::noteRead(const RequestEntry& entry, const Caller& asking, const QList<Uuid>& patients,
                             Shown* shown) {
    QList<Uuid> fresh = patients;
    std::unique_lock<std::mutex> lock;
    if (shown) {
        lock = std::unique_lock(shown->mutex);
        fresh.removeIf([&](const Uuid& patient) { return shown->patients.contains(patient); });
    }
    if (fresh.isEmpty()) return true;
    if (!m_services.audit.note({QString::fromLatin1(entry.info.name), asking.user.uuid(),
                                asking.device.uuid(), asking.now, fresh}))
        return false;
    if (!shown) return true;
    if (shown->patients.size() > limits::kListElements) shown->patients.clear();
    for (const Uuid& patient : fresh) shown->patients.insert(patient);
    return true;
}

void ServerSession::query(const RequestEntry& entry, const RequestMessage& message) {
    const std::int64_t since = m_services.clock.monotonicMs();
    const bool queued = m_services.pool.read(
        [self = shared_from_this(), &entry, message, since, shown = shownBy(message)](Store& store) {
            const Result<QueryAnswer> answer = self->answerQuery(store, entry, message.payload, shown.get());
            self->finish(entry, message.correlation,
                         answer ? Result<QByteArray>(answer->reply) : tl::unexpected<Error>(answer.error()),
                         since);
        });
    if (!queued) finish(entry, message.correlation, fail(ErrorCode::Overloaded), since);
}

/// A live list's first answer and its refreshes are the same question.
std::shared_ptr<ServerSession::Shown> ServerSession::shownBy(const RequestMessage& message) const {
    for (const Watch& watch : m_watches) {
        if (watch.type == message.type && watch.payload == message.payload) return watch.shown;
    }
    return nullptr;
}

void ServerSession::call(const RequestEntry& entry, const RequestMessage& message) {
    const std::int64_t since = m_services.clock.monotonicMs();
    const auto self = shared_from_this();
    const bool queued = m_services.pool.write([self, &entry, message, since](Store& store) {
        WriteJob job;
        const Caller asking = self->caller();
        const Result<PermissionSet> held = self->permissions(store);
        Status allowed = held ? Status() : tl::unexpected<Error>(held.error());
        if (held && !held->has(entry.info.permission)) allowed = fail(ErrorCode::PermissionDenied);
        job.context = {Uuid::make(self->m_services.clock, self->m_services.random),
                       QString::fromLatin1(entry.info.name),
                       asking.user.uuid(),
                       asking.device.uuid(),
                       asking.now,
                       asking.zone,
                       false,
                       {}};
        const auto answer = std::make_shared<QByteArray>();
        job.work = [&entry, message, asking, allowed, answer](WishTx& tx) -> Status {
            if (!allowed) return allowed;
            SIMRS_ASSIGN(*answer, entry.perform(tx, asking, message.payload));
            return {};
        };
        job.done = [self, &entry, message, since, answer](const Result<CommitReport>& committed) {
            self->finish(entry, message.correlation,
                         committed ? Result<QByteArray>(*answer) : tl::unexpected<Error>(committed.error()),
                         since);
        };
        return job;
    });
    if (!queued) finish(entry, message.correlation, fail(ErrorCode::Overloaded), since);
}

void ServerSession::finish(const RequestEntry& entry, qint64 correlation, const Result<QByteArray>& answer,
                           std::int64_t sinceMs) {
    const QByteArray outcome = answer ? QByteArray("done") : errorName(answer.error().code).toLatin1();
    m_services.metrics
        .counter("simrs_requests_total", "Requests by name and outcome",
                 {{"name", entry.info.name}, {"outcome", outcome}})
        .add();
    m_services.metrics
        .histogram("simrs_request_seconds", "From frame to answer",
                   {0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10}, {{"name", entry.info.name}})
        .observe(static_cast<double>(m_services.clock.monotonicMs() - sinceMs) / 1000.0);
    if (!answer && severityOf(answer.error().code) == Severity::Fault)
        log(LogLevel::Warning, "session", errorName(answer.error().code),
            {{"request", QString::fromLatin1(entry.info.name)}});
    if (answer && entry.info.type == ChangePassword::info.type) m_mustChangePassword = false;
    reply(correlation, answer);
    m_connection->requestDone();
    if (!answer && correlation < 0) {
        // A live query that could not be answered is none: its number is free again.
        m_services.onIoThread([self = shared_from_this(), number = -correlation] { self->endWatch(number); });
    }
    if (m_ended || (answer && entry.info.type == LogOut::info.type)) m_connection->close();
}

void ServerSession::subscribe(const QByteArray& payload) {
    const auto message = decode<SubscribeMessage>(payload);
    if (!message || message->subscription <= 0) return breach(ErrorCode::MalformedFrame);
    const qint64 number = message->subscription;
    const RequestEntry* entry = m_services.requests.find(message->type);
    Status may = mayRun(entry);
    if (may && !entry->topics) may = fail(ErrorCode::UnknownRequest);
    if (may && !PermissionSet::fromBits(m_permissions).has(entry->info.permission))
        may = fail(ErrorCode::PermissionDenied);
    if (may && (m_watches.size() >= limits::kSubscriptionsPerSession || m_watches.contains(number)))
        may = fail(ErrorCode::Overloaded);
    const Result<QStringList> topics =
        may ? entry->topics(message->payload) : tl::unexpected<Error>(may.error());
    if (!topics) return reply(-number, tl::unexpected<Error>(topics.error()));
    // Subscribed before it is read, so that no commit falls between the answer and the first "changed".
    const quint64 published = m_services.publisher.subscribe(*topics, [self = weak_from_this(), number] {
        if (const auto session = self.lock())
            session->m_connection->send(FrameKind::Changed, encode(ChangedMessage{number}));
    });
    m_watches.insert(number, {published, message->type, message->payload, std::make_shared<Shown>()});
    run({-number, message->type, message->payload});
}

void ServerSession::unsubscribe(const QByteArray& payload) {
    const auto message = decode<SubscribeMessage>(payload);
    if (!message) return breach(ErrorCode::MalformedFrame);
    endWatch(message->subscription);
}

void ServerSession::follow(const QByteArray& payload) {
    const auto question = decode<FollowFeed>(payload);
    if (!question) return breach(ErrorCode::MalformedFrame);
    if (onlyHandsIn()) return breach(ErrorCode::WrongState);
    if (m_ended || m_principal.expires < m_services.clock.now()) return m_connection->close();
    if (!m_feed) m_feed = std::make_shared<SessionFeed>(m_connection, m_services, m_principal.device);
    m_feed->follow(*question);
}

void ServerSession::endWatch(qint64 subscription) {
    m_services.publisher.unsubscribe(m_watches.take(subscription).number);
}

void ServerSession::command(const QByteArray& payload) {
    auto message = decode<CommandMessage>(payload);
    if (!message || message->id.isNull()) return breach(ErrorCode::MalformedFrame);
    if (m_principal.expires < m_services.clock.now() || m_mustChangePassword) {
        ResultMessage refused;
        refused.result.id = message->id;
        refused.result.seq = message->seq;
        refused.infrastructure = static_cast<int>(m_mustChangePassword ? ErrorCode::PasswordMustChange
                                                                       : ErrorCode::SessionExpired);
        return m_connection->send(FrameKind::Result, encode(refused));
    }
    m_connection->requestStarted();
    m_commands.push_back(std::move(*message));
    if (!m_commandRunning) nextCommand();
}

/// A device's commands run one after the other, in its order; other sessions run beside it.
void ServerSession::nextCommand() {
    m_commandRunning = !m_commands.empty() && !m_closed;
    if (!m_commandRunning) return;
    const CommandMessage next = std::move(m_commands.front());
    m_commands.pop_front();
    const auto self = shared_from_this();
    const bool queued = m_services.pool.write([self, next](Store& store) {
        return self->m_services.executor.job(
            store, next, self->authorOf(store, next),
            [self](const ResultMessage& message, const CommitReport& report) {
                self->finishCommand(message, report);
            });
    });
    if (queued) return;
    m_services.executor.notCarriedOut(m_principal.device, next);
    ResultMessage refused;
    refused.result.id = next.id;
    refused.result.seq = next.seq;
    refused.infrastructure = static_cast<int>(ErrorCode::Overloaded);
    finishCommand(refused, {});
}

Author ServerSession::authorOf(Store& store, const CommandMessage& command) {
    Author author{{}, command.actor, m_principal.device, m_principal.grant.zone};
    Result<PermissionSet> held = permissions(store);
    // Somebody else's work, uploaded by whoever is logged in now: judged by its author's rights.
    if (held && command.actor != m_principal.grant.user.uuid())
        held = authorPermissions(store, UserId(command.actor), m_principal.device);
    if (held) {
        author.permissions = *held;
    } else {
        author.unknown = held.error();
    }
    return author;
}

void ServerSession::finishCommand(const ResultMessage& message, const CommitReport& report) {
    const bool done = message.infrastructure == 0 && message.result.error == 0;
    m_services.metrics
        .counter("simrs_commands_total", "Commands by outcome",
                 {{"outcome", done ? QByteArray("done")
                                   : errorName(errorFromNumber(static_cast<int>(message.infrastructure != 0
                                                                                    ? message.infrastructure
                                                                                    : message.result.error)))
                                         .toLatin1()}})
        .add();
    m_connection->send(FrameKind::Result, encode(message));
    m_connection->requestDone();
    if (m_ended) m_connection->close();
    m_services.onIoThread([self = shared_from_this(), topics = report.topics] {
        if (!topics.isEmpty()) self->m_services.publisher.changed(topics);
        self->nextCommand();
    });
}

}  // namespace simrs
