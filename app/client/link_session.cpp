// SPDX-License-Identifier: GPL-3.0-or-later
// The link's session: logging in, going on after a lost connection, logging out.
#include "app/client/link.h"
#include "common/base/log.h"

namespace simrs {
namespace {

/// The server had its word: asking again with the same token is of no use.
bool endsSession(ErrorCode code) {
    return code == ErrorCode::SessionExpired || code == ErrorCode::UserDisabled ||
           code == ErrorCode::DeviceUnknown || code == ErrorCode::DeviceFrozen ||
           code == ErrorCode::DeviceWiped || code == ErrorCode::LoginRefused ||
           code == ErrorCode::PermissionDenied;
}

constexpr int kLogOutMs = 1'000;

}  // namespace

bool Link::isActive() const {
    return m_phase == Phase::Active && m_session && !m_session->mustChangePassword;
}

bool Link::mayResume() const {
    return m_session && !isActive() && !m_failed && !m_session->mustChangePassword;
}

void Link::logIn(const QString& login, const QString& password, Then<SessionGrant> then) {
    if (!m_seat)
        return then(m_profileError ? Result<SessionGrant>(tl::unexpected<Error>(*m_profileError))
                                   : Result<SessionGrant>(fail(ErrorCode::NotConnected)));
    const bool again = m_logIn && m_logIn->sent;
    answerLogIn(Error{ErrorCode::TimedOut, {}, {}});  // An earlier one that is still under way.
    m_logIn = LogInJob{login, password, std::move(then)};
    const quint64 number = ++m_logInNumber;
    QTimer::singleShot(m_config.times.logInMs, this, [this, number] {
        if (number == m_logInNumber) logInTookTooLong();
    });
    if (m_session || again || m_phase == Phase::HandingIn) {
        // The server takes one log-in at a time on a connection, and nobody's once it is handed in to.
        endSession(false);
        restart();
    } else if (m_phase == Phase::Greeted) {
        sendLogIn();
    } else {
        reconnectNow();
    }
}

void Link::logInTookTooLong() {
    if (!m_logIn) return;
    const bool sent = m_logIn->sent;
    answerLogIn(sent ? Error{ErrorCode::TimedOut, {}, {}}
                     : m_error.value_or(Error{ErrorCode::NotConnected, {}, {}}));
    if (sent) restart();
}

void Link::answerLogIn(const Result<SessionGrant>& answer) {
    if (!m_logIn) return;
    const LogInJob job = std::move(*m_logIn);
    m_logIn.reset();
    job.then(answer);
}

void Link::answerLogIn(const Error& why) { answerLogIn(Result<SessionGrant>(tl::unexpected<Error>(why))); }

void Link::sendLogIn() {
    const auto signature = signWithDeviceKey(m_seat->key().privatePem, m_welcome.challenge);
    if (!signature) return answerLogIn(signature.error());
    m_logIn->sent = true;
    const LogIn request{m_logIn->login, m_logIn->password, m_seat->key().publicDer, *signature,
                        m_config.deviceName};
    askItself(kLogInType, encode(request), 2 * m_config.times.logInMs,
              [this, number = m_logInNumber](const Result<QByteArray>& bytes) {
                  if (number == m_logInNumber) onGrant(bytes);
              });
}

void Link::sendResume() {
    const auto signature = signWithDeviceKey(m_seat->key().privatePem, m_welcome.challenge);
    if (!signature) return endSession(true);
    askItself(kResumeType, encode(Resume{m_token, *signature}), m_config.times.connectMs,
              [this](const Result<QByteArray>& bytes) {
                  if (bytes) return onGrant(bytes);
                  if (bytes.error().code == ErrorCode::DeviceWiped) eraseCache();
                  if (endsSession(bytes.error().code)) return endSession(true);
                  lost(bytes.error());
              });
}

void Link::onGrant(const Result<QByteArray>& bytes) {
    if (!bytes && bytes.error().code == ErrorCode::DeviceWiped) eraseCache();
    if (!bytes) {
        answerLogIn(bytes.error());
        // Nobody works here any more; what was done here is the hospital's.
        const ErrorCode code = bytes.error().code;
        if (code == ErrorCode::DeviceFrozen || code == ErrorCode::DeviceWiped) handIn();
        return;
    }
    const auto grant = decode<SessionGrant>(*bytes);
    if (!grant) {
        answerLogIn(grant.error());
        return lost(grant.error());
    }
    m_session = *grant;
    if (!grant->token.isEmpty()) m_token = grant->token;
    m_session->token.clear();  // It stays on this thread.
    m_failed = false;
    m_error.reset();
    takeServerTime(grant->serverTime);
    if (const Status kept = m_seat->renewLease(grant->serverTime); !kept)
        log(LogLevel::Warning, "link", QStringLiteral("cannot keep the lease"),
            {{"detail", kept.error().detail}});
    m_listener.linkSession(m_session, false);
    setPhase(Phase::Active);
    answerLogIn(Result<SessionGrant>(*m_session));
    if (!m_session->mustChangePassword) beginWork();
}

void Link::beginWork() {
    m_answeredFromCache = false;
    m_commands.onActive();
    m_live.onActive();
    m_requests.onActive();
    tellStatus();
}

void Link::endSession(bool expired) {
    if (!m_session) return;
    m_session.reset();
    m_token.clear();
    m_listener.linkSession(std::nullopt, expired);
    m_requests.onLoggedOut();
    m_commands.onLoggedOut();
    if (expired) restart();
}

void Link::logOut() {
    answerLogIn(Error{ErrorCode::SessionExpired, {}, {}});
    if (!m_session) return;
    const bool told = isActive();
    endSession(false);
    if (!told) return restart();
    // The good-bye is best effort; whatever the server says, this connection ends.
    askItself(LogOut::info.type, encode(LogOut()), kLogOutMs, [this](const Result<QByteArray>&) {
        if (m_phase != Phase::Closed) QTimer::singleShot(0, this, [this] { restart(); });
    });
    m_live.onLost();
    m_commands.onLost();
    setPhase(Phase::Leaving);
}

void Link::changePassword(const ChangePassword& request, Then<QByteArray> then) {
    if (!m_session) return then(fail(ErrorCode::SessionExpired));
    if (m_phase != Phase::Active) return then(fail(ErrorCode::NotConnected));
    askItself(ChangePassword::info.type, encode(request), m_config.times.logInMs,
              [this, then = std::move(then)](const Result<QByteArray>& answer) {
                  const bool first = answer && m_session && m_session->mustChangePassword;
                  if (first) {
                      m_session->mustChangePassword = false;
                      m_listener.linkSession(m_session, false);
                  }
                  then(answer);
                  if (first && isActive()) beginWork();
              });
}

}  // namespace simrs
