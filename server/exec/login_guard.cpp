// SPDX-License-Identifier: GPL-3.0-or-later
// Counting wrong passwords by login name.
#include "server/exec/login_guard.h"

#include "common/base/limits.h"

namespace simrs {
namespace {
constexpr qsizetype kNames = 10'000;  // Somebody who tries more names than this makes us forget, not grow.
}

std::int64_t LoginGuard::waitMs(const QString& login) const {
    const auto found = m_tries.constFind(login);
    if (found == m_tries.constEnd() || found->failures < limits::kLoginAttempts) return 0;
    return std::max<std::int64_t>(0, found->lastMs + limits::kLoginBlockMs - m_clock.monotonicMs());
}

void LoginGuard::failed(const QString& login) {
    if (m_tries.size() >= kNames && !m_tries.contains(login)) m_tries.clear();
    Tries& tries = m_tries[login];
    // After the wait a name gets a fresh set of tries.
    if (tries.failures >= limits::kLoginAttempts && waitMs(login) == 0) tries.failures = 0;
    ++tries.failures;
    tries.lastMs = m_clock.monotonicMs();
}

void LoginGuard::succeeded(const QString& login) { m_tries.remove(login); }

}  // namespace simrs
