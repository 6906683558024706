// SPDX-License-Identifier: GPL-3.0-or-later
// The frames' other end.
#include "tests/client/fake_server.h"

#include "common/access/device_key.h"

namespace simrs::test {
namespace {

const QByteArray kToken(32, 't');

template <Entity E>
E named(const char* name) {
    E row;
    row.id = IdOf<E>(Uuid::named(name));
    row.code = QString::fromLatin1(name);
    row.name = QString::fromLatin1(name);
    return row;
}

}  // namespace

FakeServer::FakeServer() : m_challenge(32, 'c') {
    m_masters.clinics = {named<Clinic>("dalam")};
    m_masters.clinics[0].letter = QStringLiteral("D");
    m_masters.doctors = {named<Doctor>("siti")};
    m_masters.doctors[0].clinicId = m_masters.clinics[0].id;
    m_masters.payers = {named<Payer>("umum")};
    m_masters.services = {named<CounterService>("prioritas")};
    m_masters.services[0].letter = QStringLiteral("C");
    m_masters.services[0].first = true;
    m_masters.hospital.id = hospitalId();
    m_masters.hospital.name = QStringLiteral("RSUD Uji");
}

WireMaker FakeServer::wires() {
    return [this](WireListener& listener) { return std::make_unique<FakeWire>(*this, listener); };
}

PinnedServer FakeServer::address() {
    return {QStringLiteral("server.test"), 7310,
            QStringList(32, QStringLiteral("AB")).join(QLatin1Char(':'))};
}

void FakeServer::set(const std::function<void(Behaviour&)>& change) {
    const std::lock_guard lock(m_mutex);
    change(m_behaviour);
}

QList<CommandMessage> FakeServer::executed() const {
    const std::lock_guard lock(m_mutex);
    return m_executed;
}

int FakeServer::commandFrames() const {
    const std::lock_guard lock(m_mutex);
    return m_commandFrames;
}

int FakeServer::requests(qint64 type) const {
    const std::lock_guard lock(m_mutex);
    return m_requests.value(type);
}

int FakeServer::subscriptions(qint64 type) const {
    const std::lock_guard lock(m_mutex);
    return m_subscribed.value(type);
}

int FakeServer::grants() const {
    const std::lock_guard lock(m_mutex);
    return m_grants;
}

QList<FrameKind> FakeServer::frames() const {
    const std::lock_guard lock(m_mutex);
    return m_frames;
}

void FakeServer::cut() {
    const std::lock_guard lock(m_mutex);
    if (m_wire) m_wire->cut();
}

void FakeServer::changed(qint64 type) {
    const std::lock_guard lock(m_mutex);
    for (auto it = m_live.cbegin(); it != m_live.cend(); ++it) {
        if (it.value() == type) push({FrameKind::Changed, encode(ChangedMessage{it.key()})});
    }
}

void FakeServer::goAway(ErrorCode error, qint64 reconnectMs) {
    const std::lock_guard lock(m_mutex);
    push({FrameKind::GoAway, encode(GoAwayMessage{static_cast<qint64>(error), {}, reconnectMs})});
}

void FakeServer::push(const Frame& frame) {
    if (m_wire) m_wire->deliver(frame);
}

// ---- frames
FakeServer::Out FakeServer::handle(const Frame& frame) {
    m_frames.append(frame.kind);
    switch (frame.kind) {
        case FrameKind::Hello: {
            m_loggedIn = false;
            m_live.clear();
            m_follower.reset();
            m_device = decode<Hello>(frame.payload)->device;
            Welcome welcome;
            welcome.protocol = 1;
            welcome.challenge = m_challenge;
            welcome.serverTime = Instant(1'800'000'000'000);
            welcome.hospital = QStringLiteral("RSUD Uji");
            return {{FrameKind::Welcome, encode(welcome)}};
        }
        case FrameKind::Ping:
            if (!m_behaviour.answersPings) return {};
            return {{FrameKind::Pong, encode(PongMessage{Instant(1'800'000'001'000)})}};
        case FrameKind::Request:
            return onRequest(*decode<RequestMessage>(frame.payload));
        case FrameKind::Command:
            return onCommand(*decode<CommandMessage>(frame.payload)) + answerFollower();
        case FrameKind::Follow:
            return onFollow(*decode<FollowFeed>(frame.payload));
        case FrameKind::Subscribe: {
            const auto message = *decode<SubscribeMessage>(frame.payload);
            if (m_live.contains(message.subscription))
                return {replyFrame(-message.subscription, fail(ErrorCode::Overloaded))};
            m_live[message.subscription] = message.type;
            ++m_subscribed[message.type];
            if (!m_behaviour.answersRequests) return {};
            return {replyFrame(-message.subscription, answerTo(message.type, message.payload))};
        }
        case FrameKind::Unsubscribe:
            m_live.remove(decode<SubscribeMessage>(frame.payload)->subscription);
            return {};
        default:
            return {};
    }
}

Frame FakeServer::replyFrame(qint64 correlation, const Result<QByteArray>& answer) {
    ReplyMessage reply;
    reply.correlation = correlation;
    if (answer) {
        reply.payload = *answer;
    } else {
        reply.error = static_cast<qint64>(answer.error().code);
        reply.args = answer.error().args;
    }
    return {FrameKind::Reply, encode(reply)};
}

FakeServer::Out FakeServer::onRequest(const RequestMessage& request) {
    ++m_requests[request.type];
    if (request.type == kLogInType) return {{FrameKind::Reply, encode(onLogIn(request))}};
    if (request.type == kResumeType) return {{FrameKind::Reply, encode(onResume(request))}};
    if (!m_loggedIn) return {replyFrame(request.correlation, fail(ErrorCode::WrongState))};
    if (!m_behaviour.answersRequests) return {};
    return {replyFrame(request.correlation, answerTo(request.type, request.payload))};
}

Result<QByteArray> FakeServer::answerTo(qint64 type, const QByteArray& payload) {
    if (type == LogOut::info.type || type == ChangePassword::info.type) {
        m_behaviour.mustChangePassword = false;
        return encode(Done());
    }
    if (m_behaviour.mustChangePassword) return fail(ErrorCode::PasswordMustChange);
    if (type == GetMasters::info.type) return encode(m_masters);
    if (type == TakeNumbers::info.type) {
        if (!m_behaviour.grantsNumbers) return fail(ErrorCode::DatabaseUnavailable);
        const qint64 first = m_nextBlock;
        m_nextBlock += 25;
        return encode(TakeNumbers::Reply{first, first + 24});
    }
    if (type == TakeTicketRange::info.type && m_behaviour.grantsNumbers) {
        const TakeTicketRange ask = *decode<TakeTicketRange>(payload);
        const qint64 first = std::max(ask.known + 1, kFirstReservedTicket);
        return encode(TakeTicketRange::Reply{first, first + kTicketRangeSize - 1});
    }
    if (m_behaviour.answer) return m_behaviour.answer(type, payload);
    return fail(ErrorCode::UnknownRequest);
}

SessionGrant FakeServer::grant() const {
    SessionGrant grant;
    grant.session = SessionId(Uuid::named("session"));
    grant.user = UserId(Uuid::named("user"));
    grant.userName = QStringLiteral("Ani");
    grant.login = QStringLiteral("ani");
    grant.permissions = m_behaviour.permissions.bits();
    grant.mustChangePassword = m_behaviour.mustChangePassword;
    grant.lastSeq = m_behaviour.lastSeqShown >= 0 ? m_behaviour.lastSeqShown : m_lastSeq;
    grant.zone = QStringLiteral("Asia/Jakarta");
    grant.serverTime = Instant(1'800'000'000'000);
    return grant;
}

ReplyMessage FakeServer::onLogIn(const RequestMessage& request) {
    const auto logIn = *decode<LogIn>(request.payload);
    ReplyMessage reply;
    reply.correlation = request.correlation;
    if (!deviceSignatureHolds(logIn.devicePublicKey, m_challenge, logIn.signature)) {
        reply.error = static_cast<qint64>(ErrorCode::DeviceUnknown);
    } else if (logIn.password != QStringLiteral("benar")) {
        reply.error = static_cast<qint64>(ErrorCode::LoginRefused);
    } else {
        m_publicKey = logIn.devicePublicKey;
        m_loggedIn = true;
        m_behaviour.sessionAlive = true;
        ++m_grants;
        SessionGrant granted = grant();
        granted.token = kToken;
        reply.payload = encode(granted);
    }
    return reply;
}

ReplyMessage FakeServer::onResume(const RequestMessage& request) {
    const auto resume = *decode<Resume>(request.payload);
    ReplyMessage reply;
    reply.correlation = request.correlation;
    const bool proven = deviceSignatureHolds(m_publicKey, m_challenge, resume.signature);
    if (!proven || resume.token != kToken || !m_behaviour.sessionAlive) {
        reply.error = static_cast<qint64>(ErrorCode::SessionExpired);
    } else {
        m_loggedIn = true;
        ++m_grants;
        reply.payload = encode(grant());
    }
    return reply;
}

/// A feed of nothing but results: the command with seq n is row n.
FakeServer::Out FakeServer::onFollow(const FollowFeed& question) {
    m_follower = question;
    return answerFollower();
}

FakeServer::Out FakeServer::answerFollower() {
    const QString key = QStringLiteral("device:") + m_device.toString();
    if (!m_follower || !m_behaviour.answersCommands) return {};
    const bool first = !m_follower->keys.contains(key);
    if (!first && m_follower->seq >= m_lastSeq) return {};
    FeedBatch batch;
    batch.epoch = Uuid::named("epoch");
    batch.fromEpoch = m_follower->epoch;
    batch.from = m_follower->seq;
    batch.to = m_lastSeq;
    batch.keys = m_follower->keys;
    if (first) batch.added = {key};
    for (const CommandResult& result : std::as_const(m_results)) {
        if (result.seq <= (first ? m_follower->settledSeq : m_follower->seq)) continue;
        batch.rows.append(
            {first ? 0 : result.seq, kResultKind, result.id.uuid(), 1, FeedOp::Insert, key, encode(result)});
    }
    m_follower.reset();
    return {{FrameKind::FeedBatch, encode(batch)}};
}

FakeServer::Out FakeServer::onCommand(const CommandMessage& command) {
    ++m_commandFrames;
    ResultMessage message;
    message.result.id = command.id;
    message.result.seq = command.seq;
    const auto known = m_results.constFind(command.id.uuid().toBytes());
    if (known != m_results.cend()) {
        message.result = *known;
    } else if (command.seq != m_lastSeq + 1) {
        message.infrastructure = static_cast<qint64>(ErrorCode::OutOfOrder);
        message.expectedSeq = m_lastSeq + 1;
    } else if (m_behaviour.failCommands > 0) {
        --m_behaviour.failCommands;
        message.infrastructure = static_cast<qint64>(ErrorCode::DatabaseUnavailable);
    } else {
        m_lastSeq = command.seq;
        const Error refusal =
            m_behaviour.refuse ? m_behaviour.refuse(command) : Error{ErrorCode::None, {}, {}};
        message.result.error = static_cast<qint64>(refusal.code);
        message.result.args = refusal.args;
        m_results[command.id.uuid().toBytes()] = message.result;
        m_executed.append(command);
    }
    if (!m_behaviour.answersCommands && message.infrastructure == 0) return {};
    return {{FrameKind::Result, encode(message)}};
}

// ---- the wire
void FakeWire::open(const PinnedServer& server, const QByteArray&, int) {
    close();
    const std::lock_guard lock(m_server.m_mutex);
    m_connection = ++m_lastConnection;
    const bool right = server == FakeServer::address();
    if (!m_server.m_behaviour.reachable || !right) {
        const Error why = right ? m_server.m_behaviour.openError : Error{ErrorCode::PinMismatch, {}, {}};
        return later([this, why] {
            m_connection = 0;
            m_listener.wireClosed(why);
        });
    }
    m_server.m_wire = this;
    later([this] { m_listener.wireOpened(); });
}

void FakeWire::send(FrameKind kind, const QByteArray& payload) {
    const std::lock_guard lock(m_server.m_mutex);
    if (m_connection == 0 || m_server.m_wire != this) return;
    for (const Frame& frame : m_server.handle({kind, payload})) deliver(frame);
}

void FakeWire::close() {
    const std::lock_guard lock(m_server.m_mutex);
    m_connection = 0;
    if (m_server.m_wire == this) m_server.m_wire = nullptr;
}

void FakeWire::fetchFingerprint(const QString&, quint16, int, std::function<void(Result<QString>)> then) {
    QMetaObject::invokeMethod(
        this, [then] { then(FakeServer::address().pin); }, Qt::QueuedConnection);
}

void FakeWire::deliver(const Frame& frame) {
    later([this, frame] { m_listener.wireFrame(frame); });
}

void FakeWire::cut() {
    m_server.m_wire = nullptr;
    later([this] {
        m_connection = 0;
        m_listener.wireClosed({ErrorCode::NotConnected, {}, {}});
    });
}

void FakeWire::later(std::function<void()> work) {
    QMetaObject::invokeMethod(
        this,
        [this, connection = m_connection.load(), work = std::move(work)] {
            if (connection != 0 && connection == m_connection) work();
        },
        Qt::QueuedConnection);
}

}  // namespace simrs::test
