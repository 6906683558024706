// SPDX-License-Identifier: GPL-3.0-or-later
// Slows down guessing: after five wrong passwords a login name waits a minute. I/O thread only.
#pragma once

#include <QHash>
#include <QString>
#include <deque>
#include <functional>

#include "common/base/clock.h"

namespace simrs {

class LoginGuard {
  public:
    /// What a check of a password came to; None when it was not made, or the account may not log in.
    enum class Verdict { Right, Wrong, None };
    /// Called with 0 when the password may be checked now, else with the milliseconds until the name may try
    /// again.
    using Go = std::function<void(std::int64_t waitMs)>;

    explicit LoginGuard(const Clock& clock) : m_clock(clock) {}
    /// Calls `go`, at once or when earlier attempts with this name have ended: never more are under way than
    /// wrong ones are still allowed, so that many connections guess no more than one. After go(0) comes
    /// ended().
    void begin(const QString& login, Go go);
    void ended(const QString& login, Verdict verdict);
    /// Lets go of those who wait; for the end of the server.
    void clear() { m_names.clear(); }

  private:
    struct Tries {
        int failures = 0;
        std::int64_t lastMs = 0;
        int underWay = 0;
        std::deque<Go> waiting;
    };
    std::int64_t waitMs(const Tries& tries) const;
    void letGo(const QString& login);

    const Clock& m_clock;
    QHash<QString, Tries> m_names;
};

}  // namespace simrs
