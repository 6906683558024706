// SPDX-License-Identifier: GPL-3.0-or-later
// The way into a session: hello, password or token, device key.
#include "common/access/device_key.h"
#include "common/access/password.h"
#include "common/base/log.h"
#include "server/exec/session.h"

namespace simrs {
namespace {
constexpr int kChallengeBytes = 32;
}

void ServerSession::greet(const QByteArray& payload) {
    const auto hello = decode<Hello>(payload);
    if (!hello || hello->device.isNull()) return breach(ErrorCode::MalformedFrame);
    if (hello->protocolMin > kProtocolMax || hello->protocolMax < kProtocolMin)
        return breach(ErrorCode::VersionUnsupported);
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
    reply(message->correlation, fail(ErrorCode::WrongState));
}

void ServerSession::logIn(const RequestMessage& message) {
    const auto request = decode<LogIn>(message.payload);
    if (!request) return breach(ErrorCode::MalformedFrame);
    const QString login = request->login.toLower();
    if (const std::int64_t wait = m_services.guard.waitMs(login); wait > 0)
        return reply(message.correlation,
                     fail(ErrorCode::LoginBlocked, {QString::number((wait + 999) / 1000)}));
    if (request->password.size() > limits::kPasswordMax ||
        !deviceSignatureHolds(request->devicePublicKey, m_challenge, request->signature))
        return reply(message.correlation, fail(ErrorCode::DeviceUnknown));
    m_loggingIn = true;
    const auto self = shared_from_this();
    const bool queued = m_services.pool.read([self, message, request = *request](Store& store) {
        const auto found = readCredentials(store, request.login);
        if (!found) {
            self->m_services.onIoThread([self, message, error = found.error()] {
                self->admit(message.correlation, {}, tl::unexpected<Error>(error));
            });
            return;
        }
        const bool hashing = self->m_services.passwords.run(
            [self, message, request, found = *found] { self->checkPassword(message, request, found); });
        if (!hashing)
            self->m_services.onIoThread(
                [self, message] { self->admit(message.correlation, {}, fail(ErrorCode::Overloaded)); });
    });
    if (!queued) admit(message.correlation, {}, fail(ErrorCode::Overloaded));
}

/// On a password thread.
void ServerSession::checkPassword(const RequestMessage& message, const LogIn& request,
                                  const Credentials& found) {
    const auto self = shared_from_this();
    const QString login = request.login.toLower();
    const auto end = [self, message, login](const Result<Principal>& outcome) {
        self->m_services.onIoThread([=] { self->admit(message.correlation, login, outcome); });
    };
    if (!passwordMatches(request.password, found.hash)) return end(fail(ErrorCode::LoginRefused));
    if (!found.active) return end(fail(ErrorCode::UserDisabled));
    const bool queued = m_services.pool.writeRaw([self, request, found, end](Store& store) {
        end(openSession(store, found.user, self->m_device, request, self->m_services.clock,
                        self->m_services.random));
    });
    if (!queued) end(fail(ErrorCode::Overloaded));
}

void ServerSession::resume(const RequestMessage& message) {
    const auto request = decode<Resume>(message.payload);
    if (!request) return breach(ErrorCode::MalformedFrame);
    m_loggingIn = true;
    const auto self = shared_from_this();
    const bool queued = m_services.pool.read([self, message, request = *request](Store& store) {
        const auto outcome =
            resumeSession(store, self->m_device, request, self->m_challenge, self->m_services.clock);
        self->m_services.onIoThread([=] { self->admit(message.correlation, {}, outcome); });
    });
    if (!queued) admit(message.correlation, {}, fail(ErrorCode::Overloaded));
}

/// I/O thread. `login` is empty where no password was judged.
void ServerSession::admit(qint64 correlation, const QString& login, const Result<Principal>& principal) {
    m_loggingIn = false;
    if (m_closed) return;
    if (!principal) {
        if (principal.error().code == ErrorCode::LoginRefused) {
            m_services.guard.failed(login);
            log(LogLevel::Warning, "login", QStringLiteral("refused"),
                {{"peer", m_connection->peerAddress()}});
        }
        return reply(correlation, tl::unexpected<Error>(principal.error()));
    }
    if (!login.isEmpty()) m_services.guard.succeeded(login);
    m_principal = *principal;
    m_permissions = static_cast<std::uint32_t>(principal->grant.permissions);
    m_permissionsReadMs = m_services.clock.monotonicMs();
    m_mustChangePassword = principal->grant.mustChangePassword;
    m_connection->setState(ConnectionState::Active);
    reply(correlation, encode(m_principal.grant));
    m_principal.grant.token.clear();
}

}  // namespace simrs
