// SPDX-License-Identifier: GPL-3.0-or-later
// Slows down guessing: after five wrong passwords a login name waits a minute. I/O thread only.
#pragma once

#include <QHash>
#include <QString>

#include "common/base/clock.h"

namespace simrs {

class LoginGuard {
  public:
    explicit LoginGuard(const Clock& clock) : m_clock(clock) {}
    /// Milliseconds until this name may try again; 0 = now.
    std::int64_t waitMs(const QString& login) const;
    void failed(const QString& login);
    void succeeded(const QString& login);

  private:
    struct Tries {
        int failures = 0;
        std::int64_t lastMs = 0;
    };
    const Clock& m_clock;
    QHash<QString, Tries> m_tries;
};

}  // namespace simrs
