// SPDX-License-Identifier: GPL-3.0-or-later
// A Backend before the fake server, with all waiting made short.
#pragma once

#include <QTemporaryDir>
#include <QTest>
#include <atomic>
#include <optional>

#include "app/client/backend.h"
#include "tests/client/fake_server.h"

namespace simrs::test {

/// The system's, and what a test has let pass.
class MovedClock final : public Clock {
  public:
    std::int64_t nowMs() const override { return m_clock.nowMs() + m_passed; }
    std::int64_t monotonicMs() const override { return m_clock.monotonicMs() + m_passed; }
    void pass(std::int64_t ms) { m_passed += ms; }

  private:
    SystemClock m_clock;
    std::atomic<std::int64_t> m_passed{0};
};

class BackendRig {
  public:
    BackendRig() { start(); }

    /// Ends the program and starts it again with the same profile.
    void start() {
        backend.reset();
        LinkConfig config;
        config.profileFolder = folder.path();
        config.server = FakeServer::address();
        config.makeWire = server.wires();
        config.clock = &clock;
        config.times = {.connectMs = 2'000,
                        .logInMs = 2'000,
                        .answerMs = 800,
                        .holdMs = 500,
                        .pingMs = 30'000,
                        .pongMs = 500,
                        .backoffFirstMs = 10,
                        .backoffMostMs = 50,
                        .liveGapMs = 100,
                        .liveRetryMs = 50};
        backend = std::make_unique<Backend>(std::move(config));
    }

    ErrorCode logIn(const QString& password = QStringLiteral("benar")) {
        std::optional<ErrorCode> answer;
        backend->logIn(QStringLiteral("ani"), password, &context,
                       [&](const Result<SessionGrant>& grant) { answer = codeOf(grant); });
        wait([&] { return answer.has_value(); });
        return answer.value_or(ErrorCode::Internal);
    }

    /// Logged in, with masters and numbers: ready to work.
    bool work() {
        return logIn() == ErrorCode::None &&
               wait([&] { return backend->masters() && server.requests(TakeNumbers::info.type) >= 2; });
    }

    RegisterVisit visit() const {
        const Masters masters = server.masters();
        RegisterVisit command;
        command.patientId = PatientId(Uuid::named("patient"));
        command.clinicId = masters.clinics[0].id;
        command.doctorId = masters.doctors[0].id;
        command.payerId = masters.payers[0].id;
        return command;
    }

    template <class T>
    static ErrorCode codeOf(const Result<T>& result) {
        return result ? ErrorCode::None : result.error().code;
    }

    static bool wait(const std::function<bool()>& condition, int ms = 5'000) {
        return QTest::qWaitFor(condition, ms);
    }

    bool state(OnlineState wanted) {
        return wait([&] { return backend->status().state == wanted; });
    }

    QTemporaryDir folder;
    MovedClock clock;
    FakeServer server;
    QObject context;
    std::unique_ptr<Backend> backend;
};

/// Counts answers and keeps the last code.
struct Heard {
    template <class T>
    std::function<void(Result<T>)> as() {
        return [this](const Result<T>& result) {
            ++count;
            code = BackendRig::codeOf(result);
        };
    }
    int count = 0;
    ErrorCode code = ErrorCode::Internal;
};

}  // namespace simrs::test
