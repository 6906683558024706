// SPDX-License-Identifier: GPL-3.0-or-later
// What waits is handed in with nobody logged in: after a shift that ended without the network, and by a
// computer that nobody may work on any more.
#include "app/client/link.h"
#include "common/base/log.h"

namespace simrs {

namespace {
/// The hospital's word on this computer is heard again so often.
constexpr int kAgainMs = 300'000;
}  // namespace

/// Nothing where somebody is logged in or about to be, and where this computer has nothing to lose: neither
/// work that waits nor a copy that the hospital may want erased. A log-in begins another connection.
void Link::handIn() {
    const bool concerned = m_commands.hasUnanswered() || m_commands.holdsKeys();
    if (m_phase != Phase::Greeted || m_session || m_logIn || !concerned) return;
    const auto signature = signWithDeviceKey(m_seat->key().privatePem, m_welcome.challenge);
    if (!signature) return;
    setPhase(Phase::HandingIn);
    askItself(kHandInType, encode(HandIn{*signature}), m_config.times.connectMs,
              [this](const Result<QByteArray>& bytes) { onHandIn(bytes); });
}

void Link::onHandIn(const Result<QByteArray>& bytes) {
    if (m_phase != Phase::HandingIn) return;
    const auto grant =
        bytes ? decode<HandInGrant>(*bytes) : Result<HandInGrant>(tl::unexpected(bytes.error()));
    if (!grant) {
        log(LogLevel::Warning, "link", QStringLiteral("what waits cannot be handed in"),
            {{"error", errorName(grant.error().code)}});
        // A late answer would make this connection one that takes no log-in.
        const bool answered = !bytes && bytes.error().code != ErrorCode::TimedOut;
        return answered ? setPhase(Phase::Greeted) : lost(grant.error());
    }
    takeServerTime(grant->serverTime);
    if (grant->state == DeviceState::Wiped) eraseCache();
    m_commands.onHandIn(*grant);
    QTimer::singleShot(kAgainMs, this, [this, number = ++m_handInNumber] {
        if (number == m_handInNumber && m_phase == Phase::HandingIn) restart();
    });
}

}  // namespace simrs
