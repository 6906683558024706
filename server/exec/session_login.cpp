// SPDX-License-Identifier: GPL-3.0-or-later
// The way into a session: hello, password or token, device key.
#include "common/access/device_key.h"
#include "common/access/password.h"
#include "common/base/log.h"
#include "common/base/text.h"
#include "server/exec/session.h"

namespace simrs {
namespace {
constexpr int kChallengeBytes = 32;
constexpr qsizetype kProgramShown = 80;

/// What the guard is told: only a wrong password counts against a name.
LoginGuard::Verdict verdictOf(const Result<Principal>& principal) {
    if (principal) return LoginGuard::Verdict::Right;
    return principal.error().code == ErrorCode::LoginRefused ? LoginGuard::Verdict::Wrong
                                                             : LoginGuard::Verdict::None;
}

}  // namespace

void ServerSession::greet(const QByteArray& payload) {
    const auto hello = decode<Hello>(payload);
    if (!hello || hello->device.isNull()) return breach(ErrorCode::MalformedFrame);
    m_program = cleanLine(hello->program).left(kProgramShown);
    if (hello->protocolMin > kProtocolMax || hello->protocolMax < kProtocolMin) {
        log(LogLevel::Warning, "login", QStringLiteral("version not supported"),
            {{"peer", m_connection->peerAddress()}, {"program", m_program}});
        return breach(ErrorCode::VersionUnsupported);
    }
    m_device = hello->device;
    m_challenge = m_services.random.bytes(kChallengeBytes);
    Welcome welcome;
    welcome.protocol = std::min(hello->protocolMax, kProtocolMax);
    welcome.features = {QStringLiteral("live-queries")};
    welcome.program = QStringLiteral("simrs-server " SIMRS_VERSION);
    welcome.challenge = m_challenge;
    welcome.serverTime = m_services.clock.now();
    welcome.hospital = m_services.hospitalName;
    m_connection->setState(ConnectionState::Greeted);
    m_connection->send(FrameKind::Welcome, encode(welcome));
}

void ServerSession::greetedRequest(const QByteArray& payload) {
    const auto message = decode<RequestMessage>(payload);
    if (!message) return breach(ErrorCode::MalformedFrame);
    // One attempt at a time; a second one before the answer is not a person.
    if (m_loggingIn) return breach(ErrorCode::WrongState);
    if (message->type == kLogInType) return logIn(*message);
    if (message->type == kResumeType) return resume(*message);
    if (message->type == kHandInType) return handIn(*message);
    reply(message->correlation, fail(ErrorCode::WrongState));
}

void ServerSession::logIn(const RequestMessage& message) {
    const auto request = decode<LogIn>(message.payload);
    if (!request) return breach(ErrorCode::MalformedFrame);
    if (request->password.size() > limits::kPasswordMax ||
        !deviceSignatureHolds(request->devicePublicKey, m_challenge, request->signature))
        return reply(message.correlation, fail(ErrorCode::DeviceUnknown));
    m_loggingIn = true;
    m_connection->requestStarted();
    const QString login = request->login.toLower();
    m_services.guard.begin(
        login, [self = shared_from_this(), message, request = *request, login](std::int64_t waitMs) {
            if (waitMs > 0)
                return self->admit(message.correlation,
                                   fail(ErrorCode::LoginBlocked, {QString::number((waitMs + 999) / 1000)}));
            self->m_judged = login;
            if (self->m_closed) return self->admit(message.correlation, fail(ErrorCode::NotConnected));
            self->readAndCheck(message, request);
        });
}

void ServerSession::readAndCheck(const RequestMessage& message, const LogIn& request) {
    const auto self = shared_from_this();
    const bool queued = m_services.pool.read([self, message, request](Store& store) {
        const auto found = readCredentials(store, request.login);
        if (!found) return self->admitLater(message.correlation, tl::unexpected<Error>(found.error()));
        const bool hashing = self->m_services.passwords.run(
            [self, message, request, found = *found] { self->checkPassword(message, request, found); });
        if (!hashing) self->admitLater(message.correlation, fail(ErrorCode::Overloaded));
    });
    if (!queued) admit(message.correlation, fail(ErrorCode::Overloaded));
}

/// On a password thread.
void ServerSession::checkPassword(const RequestMessage& message, const LogIn& request,
                                  const Credentials& found) {
    const auto self = shared_from_this();
    const qint64 correlation = message.correlation;
    if (!passwordMatches(request.password, found.hash))
        return admitLater(correlation, fail(ErrorCode::LoginRefused));
    if (!found.active) return admitLater(correlation, fail(ErrorCode::UserDisabled));
    const bool queued = m_services.pool.writeRaw([self, request, found, correlation](Store& store) {
        self->admitLater(correlation, openSession(store, found.user, self->m_device, request,
                                                  self->m_services.clock, self->m_services.random));
    });
    if (!queued) admitLater(correlation, fail(ErrorCode::Overloaded));
}

void ServerSession::resume(const RequestMessage& message) {
    const auto request = decode<Resume>(message.payload);
    if (!request) return breach(ErrorCode::MalformedFrame);
    m_loggingIn = true;
    m_connection->requestStarted();
    const auto self = shared_from_this();
    const bool queued = m_services.pool.read([self, message, request = *request](Store& store) {
        self->admitLater(message.correlation, resumeSession(store, self->m_device, request, self->m_challenge,
                                                            self->m_services.clock));
    });
    if (!queued) admit(message.correlation, fail(ErrorCode::Overloaded));
}

void ServerSession::handIn(const RequestMessage& message) {
    const auto request = decode<HandIn>(message.payload);
    if (!request) return breach(ErrorCode::MalformedFrame);
    m_loggingIn = true;
    m_connection->requestStarted();
    const auto self = shared_from_this();
    const bool queued = m_services.pool.read([self, message, request = *request](Store& store) {
        const auto admitted =
            admitHandIn(store, self->m_device, request, self->m_challenge, self->m_services.clock);
        if (!admitted) return self->admitLater(message.correlation, tl::unexpected<Error>(admitted.error()));
        self->admitLater(message.correlation, admitted->principal, encode(admitted->grant));
    });
    if (!queued) admit(message.correlation, fail(ErrorCode::Overloaded));
}

/// Any thread.
void ServerSession::admitLater(qint64 correlation, const Result<Principal>& principal,
                               const QByteArray& grant) {
    m_services.onIoThread([self = shared_from_this(), correlation, principal, grant] {
        self->admit(correlation, principal, grant);
    });
}

/// I/O thread. The end of every attempt. `grant` is the answer where it is not the session's.
void ServerSession::admit(qint64 correlation, const Result<Principal>& principal, const QByteArray& grant) {
    m_loggingIn = false;
    if (!m_closed) {
        if (principal) {
            becomeActive(*principal);
            reply(correlation, grant.isNull() ? encode(m_principal.grant) : grant);
            m_principal.grant.token.clear();
        } else {
            log(LogLevel::Warning, "login", errorName(principal.error().code),
                {{"peer", m_connection->peerAddress()}, {"program", m_program}});
            reply(correlation, tl::unexpected<Error>(principal.error()));
        }
    }
    m_connection->requestDone();
    const QString login = std::exchange(m_judged, {});
    if (!login.isEmpty()) m_services.guard.ended(login, verdictOf(principal));
}

void ServerSession::becomeActive(const Principal& principal) {
    m_principal = principal;
    m_permissions = static_cast<std::uint32_t>(principal.grant.permissions);
    m_permissionsReadMs = m_services.clock.monotonicMs();
    m_mustChangePassword = principal.grant.mustChangePassword;
    m_connection->setState(ConnectionState::Active);
    log(LogLevel::Info, "login", QStringLiteral("in"),
        {{"peer", m_connection->peerAddress()},
         {"program", m_program},
         {"user_id", principal.grant.user.toString()}});
}

}  // namespace simrs
