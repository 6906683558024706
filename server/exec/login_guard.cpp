// SPDX-License-Identifier: GPL-3.0-or-later
// Counting wrong passwords by login name.
#include "server/exec/login_guard.h"

#include <algorithm>

#include "common/base/limits.h"

namespace simrs {
namespace {
constexpr qsizetype kNames = 10'000;  // Somebody who tries more names than this makes us forget, not grow.
}

std::int64_t LoginGuard::waitMs(const Tries& tries) const {
    if (tries.failures < limits::kLoginAttempts) return 0;
    return std::max<std::int64_t>(0, tries.lastMs + limits::kLoginBlockMs - m_clock.monotonicMs());
}

void LoginGuard::begin(const QString& login, Go go) {
    if (m_names.size() >= kNames && !m_names.contains(login))
        m_names.removeIf([](const auto& name) { return name->underWay == 0; });
    m_names[login].waiting.push_back(std::move(go));
    letGo(login);
}

void LoginGuard::ended(const QString& login, Verdict verdict) {
    const auto found = m_names.find(login);
    if (found == m_names.end()) return;
    --found->underWay;
    if (verdict == Verdict::Right) found->failures = 0;
    if (verdict == Verdict::Wrong) {
        ++found->failures;
        found->lastMs = m_clock.monotonicMs();
    }
    letGo(login);
}

void LoginGuard::letGo(const QString& login) {
    for (;;) {
        // Looked up each time: whoever is let go may come back here at once.
        const auto found = m_names.find(login);
        if (found == m_names.end()) return;
        const std::int64_t wait = waitMs(*found);
        // After the wait a name gets a fresh set of tries.
        if (wait == 0 && found->failures >= limits::kLoginAttempts) found->failures = 0;
        if (found->waiting.empty()) {
            if (found->underWay == 0 && found->failures == 0) m_names.erase(found);
            return;
        }
        if (wait == 0 && found->failures + found->underWay >= limits::kLoginAttempts) return;
        const Go go = std::move(found->waiting.front());
        found->waiting.pop_front();
        if (wait == 0) ++found->underWay;
        go(wait);
    }
}

}  // namespace simrs
