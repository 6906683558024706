// SPDX-License-Identifier: GPL-3.0-or-later
// A blocking client that speaks the whole protocol without a screen: for matrices, races, kills and
// benchmarks.
#pragma once

#include <optional>

#include "common/access/device_key.h"
#include "common/core/session_calls.h"
#include "common/protocol/messages.h"
#include "common/registration/requests.h"
#include "tests/net/tls_client.h"

namespace simrs::test {

/// What a computer keeps: its id, key and the number of its next command.
struct TestDevice {
    DeviceId id;
    DeviceKey key;
    qint64 nextSeq = 1;

    static TestDevice make();
};

class DeskClient {
  public:
    explicit DeskClient(TestDevice device = TestDevice::make()) : m_device(std::move(device)) {}

    Status connect(quint16 port, const QString& pin);
    Result<SessionGrant> logIn(const QString& login, const QString& password);
    Result<SessionGrant> resume(const QByteArray& token);

    /// Any request, its payload as bytes: for tests of all requests.
    Result<QByteArray> request(qint64 type, const QByteArray& payload);
    /// Sends a command frame and waits for its result. `infrastructure` errors come back as the error.
    Result<CommandResult> command(const CommandMessage& message);
    CommandMessage message(qint64 type, const QByteArray& payload, const CommandId& id);

    template <class Q>
    Result<typename Q::Reply> ask(const Q& query) {
        SIMRS_ASSIGN(const QByteArray bytes, request(Q::info.type, encode(query)));
        return decode<typename Q::Reply>(bytes);
    }

    /// Prepares on this side (numbers from the server's blocks), sends, waits.
    template <class C>
    Result<typename C::Reply> submit(C intent, std::optional<CommandId> id = std::nullopt) {
        const CommandId commandId = id.value_or(newCommandId());
        SIMRS_TRY(prepare(commandId, [&](Prepare& prepare) { return C::prepare(prepare, intent); }));
        SIMRS_ASSIGN(const CommandResult result, command(message(C::info.type, encode(intent), commandId)));
        if (result.error != 0) return fail(errorFromNumber(static_cast<int>(result.error)), result.args);
        return decode<typename C::Reply>(result.reply);
    }

    Status subscribe(qint64 subscription, qint64 type, const QByteArray& payload);
    /// Waits for a Changed frame of any subscription.
    Result<qint64> awaitChanged(int timeoutMs);

    CommandId newCommandId();
    TestDevice& device() { return m_device; }
    const SessionGrant& grant() const { return m_grant; }
    const Welcome& welcome() const { return m_welcome; }
    TlsClient& tls() { return *m_tls; }
    void setMasters(const Masters& masters) { m_masters = masters; }
    const Masters& masters() const { return m_masters; }
    Status prepare(const CommandId& id, const std::function<Status(Prepare&)>& work);
    Result<qint64> takeNumber(NumberKind kind);

  private:
    Result<Frame> await(FrameKind kind, int timeoutMs = 30'000);

    TestDevice m_device;
    std::unique_ptr<TlsClient> m_tls;
    Welcome m_welcome;
    SessionGrant m_grant;
    Masters m_masters;
    qint64 m_correlation = 0;
    std::map<int, std::pair<qint64, qint64>> m_blocks;  // next, last
    std::map<int, qint64> m_known;
    std::vector<qint64> m_changed;
    SystemClock m_clock;
    SystemRandom m_random;
};

/// Why something was refused, for the message of a test.
template <class T>
const char* failure(const Result<T>& result) {
    static QByteArray text;
    text =
        result
            ? QByteArray("?")
            : (errorName(result.error().code) + QLatin1Char(' ') + result.error().args.join(QLatin1Char(',')))
                  .toUtf8();
    return text.constData();
}

}  // namespace simrs::test
