// SPDX-License-Identifier: GPL-3.0-or-later
// Guessing is slow, also over many connections at once.
#include "server/exec/login_guard.h"

#include <QTest>

#include "common/base/limits.h"

using namespace simrs;

namespace {

class HandClock final : public Clock {
  public:
    std::int64_t nowMs() const override { return at; }
    std::int64_t monotonicMs() const override { return at; }
    std::int64_t at = 1000;
};

}  // namespace

class LoginGuardTest : public QObject {
    Q_OBJECT
    const QString m_login = QStringLiteral("rini");

  private Q_SLOTS:
    void manyAtOnceGuessNoMoreThanOne() {
        HandClock clock;
        LoginGuard guard(clock);
        int checked = 0;
        int blocked = 0;
        for (int i = 0; i < 500; ++i)
            guard.begin(m_login, [&](std::int64_t waitMs) { ++(waitMs == 0 ? checked : blocked); });
        QCOMPARE(checked, limits::kLoginAttempts);
        QCOMPARE(blocked, 0);
        for (int i = 0; i < limits::kLoginAttempts; ++i) guard.ended(m_login, LoginGuard::Verdict::Wrong);
        QCOMPARE(checked, limits::kLoginAttempts);
        QCOMPARE(blocked, 500 - limits::kLoginAttempts);
        // After the wait there are as many tries again.
        clock.at += limits::kLoginBlockMs;
        for (int i = 0; i < 10; ++i)
            guard.begin(m_login, [&](std::int64_t waitMs) { ++(waitMs == 0 ? checked : blocked); });
        QCOMPARE(checked, 2 * limits::kLoginAttempts);
    }

    void manyAtOnceWithTheRightPasswordAllGetIn() {
        HandClock clock;
        LoginGuard guard(clock);
        int checked = 0;
        for (int i = 0; i < 40; ++i)
            guard.begin(m_login, [&](std::int64_t waitMs) { checked += waitMs == 0; });
        for (int i = 0; i < 40; ++i) guard.ended(m_login, LoginGuard::Verdict::Right);
        QCOMPARE(checked, 40);
    }

    void whatWasNotJudgedDoesNotCount() {
        HandClock clock;
        LoginGuard guard(clock);
        int checked = 0;
        for (int i = 0; i < 20; ++i) {
            guard.begin(m_login, [&](std::int64_t waitMs) { checked += waitMs == 0; });
            guard.ended(m_login, LoginGuard::Verdict::None);
        }
        QCOMPARE(checked, 20);
    }

    void oneNameDoesNotHoldUpAnother() {
        HandClock clock;
        LoginGuard guard(clock);
        for (int i = 0; i < limits::kLoginAttempts; ++i) {
            guard.begin(m_login, [](std::int64_t) {});
            guard.ended(m_login, LoginGuard::Verdict::Wrong);
        }
        std::int64_t own = -1;
        std::int64_t other = -1;
        guard.begin(m_login, [&](std::int64_t waitMs) { own = waitMs; });
        guard.begin(QStringLiteral("budi"), [&](std::int64_t waitMs) { other = waitMs; });
        QCOMPARE(own, std::int64_t(limits::kLoginBlockMs));
        QCOMPARE(other, 0);
    }
};

QTEST_GUILESS_MAIN(LoginGuardTest)
#include "login_guard_test.moc"
