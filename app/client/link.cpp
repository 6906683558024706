// SPDX-License-Identifier: GPL-3.0-or-later
// Connecting, frames and deadlines; what concerns the session stands in link_session.cpp.
#include "app/client/link.h"

#include <algorithm>

#include "app/client/pinning.h"
#include "app/client/tls_wire.h"
#include "common/base/log.h"

namespace simrs {
namespace {

/// Numbers of the link's own requests, apart from those of the lanes.
constexpr qint64 kOwnRequests = qint64{1} << 48;
constexpr qint64 kMastersNumber = 1;
/// A connection that held so long begins the back-off anew.
constexpr std::int64_t kSteadyMs = 5'000;

}  // namespace

Link::Link(LinkConfig config, LinkListener& listener)
    : m_config(std::move(config)),
      m_listener(listener),
      m_clock(m_config.clock ? *m_config.clock : m_systemClock),
      m_lastOwn(kOwnRequests),
      m_requests(*this, m_config.times),
      m_live(*this, m_requests, m_config.times),
      m_commands(*this, m_requests, m_config.times) {
    WireListener& ear = *this;
    m_wire = m_config.makeWire ? m_config.makeWire(ear) : std::make_unique<TlsWire>(ear);
    for (QTimer* timer : {&m_retry, &m_deadline, &m_pong}) timer->setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, [this] { connectNow(); });
    connect(&m_deadline, &QTimer::timeout, this, [this] { lost({ErrorCode::TimedOut, {}, {}}); });
    connect(&m_ping, &QTimer::timeout, this, [this] { ping(); });
    connect(&m_pong, &QTimer::timeout, this, [this] { lost({ErrorCode::TimedOut, {}, {}}); });
    m_live.begin(kMastersNumber, GetMasters::info.type, encode(GetMasters()),
                 [this](const Result<QByteArray>& bytes) { onMasters(bytes); });
}

Link::~Link() {
    keepCurrentAt();
    m_wire->close();
}

// ---- connecting
void Link::start() {
    openProfile();
    openSeat();
    connectNow();
    tellStatus();
}

void Link::openProfile() {
    auto profile = Profile::open(m_config.profileFolder);
    if (!profile) {
        m_profileError = profile.error();
        return;
    }
    m_profile = std::move(*profile);
    m_server = m_profile->server();
    PinnedServer wanted = m_config.server;
    if (wanted.host.isEmpty()) return;
    wanted.pin = normalPin(wanted.pin);
    const bool same = wanted.host == m_server.host && wanted.port == m_server.port;
    if (wanted.pin.isEmpty() && same) wanted.pin = m_server.pin;
    m_server = wanted;
    if (const Status kept = m_profile->keepServer(wanted); !kept) m_profileError = kept.error();
}

void Link::closeSeat() {
    m_reader.reset();
    m_commands.setSeat(nullptr);
}

void Link::openSeat() {
    closeSeat();
    m_seat.reset();
    if (!m_profile || m_server.pin.isEmpty()) return;
    auto seat = Seat::open(m_profile->seatFolder(m_server.pin), m_clock, m_random);
    if (!seat) {
        m_profileError = seat.error();
        return;
    }
    m_profileError.reset();
    m_seat = std::move(*seat);
    useSeat();
}

void Link::useSeat() {
    m_commands.setSeat(m_seat.get());
    m_currentAt = m_seat->currentAt();
    m_reader = std::make_unique<LocalReader>(m_seat->cachePath(), m_clock, m_random, *this);
}

void Link::connectNow() {
    m_retry.stop();
    if (!m_seat || m_server.host.isEmpty() || m_phase != Phase::Closed) return;
    setPhase(Phase::Opening);
    m_wire->open(m_server, m_seat->authorityPem(), m_config.times.connectMs);
}

void Link::wireOpened() {
    setPhase(Phase::Greeting);
    m_deadline.start(m_config.times.connectMs);
    send(FrameKind::Hello, encode(Hello{kProtocolMin, kProtocolMax, {}, m_config.program, m_seat->device()}));
}

void Link::wireLearnedAuthority(const QByteArray& pem) {
    if (!m_seat) return;
    if (const Status kept = m_seat->keepAuthority(pem); !kept)
        log(LogLevel::Warning, "link", QStringLiteral("cannot keep the authority"),
            {{"detail", kept.error().detail}});
}

void Link::wireClosed(const Error& why) { lost(why); }

int Link::backoffMs() {
    const LinkTimes& times = m_config.times;
    if (m_comeBackMs >= 0) return std::exchange(m_comeBackMs, -1);
    // Somebody else at the server's address is asked again rarely.
    const bool strange =
        m_error && (m_error->code == ErrorCode::PinMismatch || m_error->code == ErrorCode::ClockAhead);
    const int grown = strange ? times.backoffMostMs : times.backoffFirstMs << std::min(m_attempts, 10);
    ++m_attempts;
    return static_cast<int>(std::min(grown, times.backoffMostMs) * (0.5 + 0.5 * m_random.unit()));
}

/// The end of an attempt or a connection, from whichever side; the next attempt is planned.
void Link::lost(const Error& why) {
    if (m_phase == Phase::Closed) return;
    const bool wasUp = m_phase != Phase::Opening && m_phase != Phase::Greeting;
    m_wire->close();
    for (QTimer* timer : {&m_deadline, &m_ping, &m_pong}) timer->stop();
    if (wasUp && m_clock.monotonicMs() - m_greetedAtMs > kSteadyMs) m_attempts = 0;
    keepCurrentAt();
    m_failed = !wasUp || m_error;  // A good-bye with a reason counts as a refusal.
    if (!wasUp || !m_error) m_error = why;
    m_phase = Phase::Closed;
    failItself({ErrorCode::NotConnected, {}, {}});
    if (!wasUp) answerLogIn(why);
    m_live.onLost();
    m_requests.onLost();
    m_commands.onLost();
    m_retry.start(backoffMs());
    tellStatus();
}

/// A connection without its past: after a log-out, and where the server to talk to has changed.
void Link::restart() {
    m_wire->close();
    for (QTimer* timer : {&m_retry, &m_deadline, &m_ping, &m_pong}) timer->stop();
    m_phase = Phase::Closed;
    m_failed = false;
    m_attempts = 0;
    m_comeBackMs = -1;
    m_error.reset();
    failItself({ErrorCode::NotConnected, {}, {}});
    m_live.onLost();
    m_requests.onLost();
    m_commands.onLost();
    connectNow();
    tellStatus();
}

void Link::reconnectNow() {
    m_attempts = 0;
    if (m_phase == Phase::Closed) connectNow();
}

void Link::fetchFingerprint(const QString& host, quint16 port, Then<QString> then) {
    m_wire->fetchFingerprint(host, port, m_config.times.connectMs, std::move(then));
}

void Link::acceptServer(const PinnedServer& server) {
    PinnedServer accepted = server;
    accepted.pin = normalPin(server.pin);
    if (!m_profile || accepted == m_server) return reconnectNow();
    const bool moved = accepted.pin == m_server.pin;  // The same hospital at another address.
    if (!moved) endSession(false);
    m_server = accepted;
    const Status kept = m_profile->keepServer(accepted);
    if (!moved) openSeat();
    if (!kept) m_profileError = kept.error();
    restart();
}

void Link::startNewDevice() {
    if (!m_profile || m_server.pin.isEmpty()) return;
    endSession(false);
    closeSeat();
    const QString folder = m_profile->seatFolder(m_server.pin);
    const Status aside =
        m_seat ? m_seat->putAside() : Seat::putFolderAside(folder, QStringLiteral("strange"));
    m_seat.reset();
    openSeat();
    if (!aside) m_profileError = aside.error();
    restart();
}

// ---- frames
template <class Message>
void Link::on(const Frame& frame, void (Link::*act)(const Message&)) {
    const Result<Message> message = decode<Message>(frame.payload);
    if (!message) return lost(message.error());
    (this->*act)(*message);
}

void Link::wireFrame(const Frame& frame) {
    if (m_pong.isActive()) m_pong.stop();  // Whatever it says, it is alive.
    noteCurrent();
    if (m_phase == Phase::Greeting && frame.kind == FrameKind::Welcome) return on(frame, &Link::onWelcome);
    switch (frame.kind) {
        case FrameKind::Reply:
            return on(frame, &Link::onReply);
        case FrameKind::Result:
            return on(frame, &Link::onResult);
        case FrameKind::Changed:
            return on(frame, &Link::onChanged);
        case FrameKind::FeedBatch:
            return on(frame, &Link::onBatch);
        case FrameKind::Pong:
            return on(frame, &Link::onPong);
        case FrameKind::GoAway:
            return on(frame, &Link::onGoAway);
        default:
            return lost({ErrorCode::WrongState, {}, QStringLiteral("frame %1").arg(int(frame.kind))});
    }
}

void Link::onWelcome(const Welcome& welcome) {
    if (welcome.protocol < kProtocolMin || welcome.protocol > kProtocolMax)
        return lost({ErrorCode::VersionUnsupported, {}, {}});
    m_deadline.stop();
    m_welcome = welcome;
    m_greetedAtMs = m_clock.monotonicMs();
    m_ping.start(m_config.times.pingMs);
    takeServerTime(welcome.serverTime);
    setPhase(Phase::Greeted);
    if (m_session) return sendResume();
    m_failed = false;
    m_error.reset();
    tellStatus();
    if (m_logIn) return sendLogIn();
    handIn();
}

void Link::onReply(const ReplyMessage& reply) {
    if (const auto own = m_own.find(reply.correlation); own != m_own.end()) {
        const Then<QByteArray> then = std::move(own->second);
        m_own.erase(own);
        if (reply.error == 0) return then(reply.payload);
        return then(fail(errorFromNumber(static_cast<int>(reply.error)), reply.args));
    }
    if (std::exchange(m_answeredFromCache, false)) tellStatus();
    if (reply.correlation < 0) {
        m_live.onFirstReply(reply);
    } else {
        m_requests.onReply(reply);
    }
    if (reply.error == static_cast<qint64>(ErrorCode::SessionExpired) && m_session) endSession(true);
}

void Link::onResult(const ResultMessage& result) {
    if (result.infrastructure == static_cast<qint64>(ErrorCode::SessionExpired))
        return m_session ? endSession(true) : restart();
    m_commands.onResult(result);
}

void Link::onBatch(const FeedBatch& batch) {
    m_commands.onBatch(batch);
    noteCurrent();
}

void Link::onChanged(const ChangedMessage& changed) { m_live.onChanged(changed.subscription); }

void Link::onPong(const PongMessage& pong) { takeServerTime(pong.serverTime); }

void Link::onGoAway(const GoAwayMessage& away) {
    const ErrorCode code = away.error == 0 ? ErrorCode::None : errorFromNumber(static_cast<int>(away.error));
    if (code == ErrorCode::SessionExpired) return endSession(true);
    // TimedOut: nobody logged in for five minutes. The next connection is as good as this one was.
    if (code != ErrorCode::None && code != ErrorCode::TimedOut) m_error = Error{code, away.args, {}};
    if (away.reconnectMs > 0)
        m_comeBackMs = static_cast<int>(
            m_random.below(static_cast<std::uint64_t>(std::min<qint64>(away.reconnectMs, limits::kDrainMs))));
    setPhase(Phase::Leaving);
    m_commands.onLost();
    m_ping.stop();
    m_pong.stop();
    m_deadline.start(limits::kDrainMs);
}

void Link::askItself(qint64 type, const QByteArray& payload, int timeoutMs, Then<QByteArray> then) {
    const qint64 number = ++m_lastOwn;
    m_own[number] = std::move(then);
    QTimer::singleShot(timeoutMs, this, [this, number] {
        const auto found = m_own.find(number);
        if (found == m_own.end()) return;
        const Then<QByteArray> late = std::move(found->second);
        m_own.erase(found);
        late(fail(ErrorCode::TimedOut));
    });
    send(FrameKind::Request, encode(RequestMessage{number, type, payload}));
}

void Link::failItself(const Error& why) {
    const auto own = std::exchange(m_own, {});
    for (const auto& [number, then] : own) then(tl::unexpected<Error>(why));
}

void Link::ping() {
    if (m_phase != Phase::Greeted && m_phase != Phase::HandingIn && m_phase != Phase::Active) return;
    send(FrameKind::Ping, {});
    if (!m_pong.isActive()) m_pong.start(m_config.times.pongMs);
}

void Link::send(FrameKind kind, const QByteArray& payload) { m_wire->send(kind, payload); }

// ---- what is told
void Link::takeServerTime(Instant serverTime) {
    if (serverTime.isNull()) return;
    m_serverTime = serverTime;
    m_serverTimeAtMs = m_clock.monotonicMs();
    m_listener.linkServerTime(m_serverTime, m_serverTimeAtMs);
}

Instant Link::serverNow() const {
    return m_serverTime.isNull() ? m_clock.now()
                                 : Instant(m_serverTime.ms + m_clock.monotonicMs() - m_serverTimeAtMs);
}

void Link::setPhase(Phase phase) {
    m_phase = phase;
    tellStatus();
}

OnlineState Link::onlineState() const {
    if (m_profileError) return OnlineState::Offline;
    if (m_server.host.isEmpty() || m_server.pin.isEmpty()) return OnlineState::Unpaired;
    if (m_phase == Phase::Active) return OnlineState::Online;
    const bool greeted = m_phase == Phase::Greeted || m_phase == Phase::HandingIn;
    if (greeted && !m_session) return OnlineState::LoginNeeded;
    if (m_failed && m_error && m_error->code == ErrorCode::PinMismatch) return OnlineState::PinMismatch;
    return m_failed ? OnlineState::Offline : OnlineState::Connecting;
}

void Link::tellStatus() {
    ConnectionStatus status;
    status.state = onlineState();
    status.server = m_server;
    status.hospital = m_welcome.hospital;
    status.error = m_profileError ? m_profileError : m_error;
    status.outboxError = m_commands.blocked();
    const PendingList pending = m_commands.pending();
    status.refused =
        static_cast<int>(std::count_if(pending.cbegin(), pending.cend(), [](const PendingCommand& command) {
            return command.state == PendingState::Refused;
        }));
    status.waiting = static_cast<int>(pending.size()) - status.refused;
    status.cache = m_commands.cacheStatus();
    status.fromCache = m_answeredFromCache;
    if (m_answeredFromCache) status.cacheAsOf = m_currentAt;
    if (const DeviceCore* core = m_commands.core()) status.cacheError = core->trouble();
    if (m_seat) status.outboxDamage = m_seat->outbox().damage();
    status.since = m_toldOnce && status.state == m_told.state ? m_told.since : serverNow();
    if (m_toldOnce && status == m_told) return;
    m_toldOnce = true;
    m_told = status;
    m_listener.linkStatus(status);
}

void Link::pendingChanged() {
    m_listener.linkPending(m_commands.pending());
    tellStatus();
}

void Link::onMasters(const Result<QByteArray>& bytes) {
    if (!bytes) return;
    auto masters = decode<Masters>(*bytes);
    if (!masters) return lost(masters.error());
    m_listener.linkMasters(*masters);
    m_commands.setMasters(std::make_shared<const Masters>(std::move(*masters)));
}

}  // namespace simrs
