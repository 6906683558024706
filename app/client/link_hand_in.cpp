// SPDX-License-Identifier: GPL-3.0-or-later
// What waits is handed in with nobody logged in: after a shift that ended without the network, and by a
// computer that nobody may work on any more.
#include "app/client/link.h"
#include "common/base/log.h"

namespace simrs {

/// Nothing where somebody is logged in or about to be, or nothing waits. A log-in begins another connection.
void Link::handIn() {
    if (m_phase != Phase::Greeted || m_session || m_logIn || !m_commands.hasUnanswered()) return;
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
        return setPhase(Phase::Greeted);
    }
    takeServerTime(grant->serverTime);
    if (grant->state == DeviceState::Wiped) eraseCache();
    m_commands.onHandIn(*grant);
}

}  // namespace simrs
