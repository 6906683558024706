// SPDX-License-Identifier: GPL-3.0-or-later
// The connection's state machine, on a thread of its own: connects, greets, logs in, resumes, reconnects. It
// owns the socket and the outbox, so that no other thread waits for either.
#pragma once

#include <QObject>
#include <QTimer>
#include <functional>
#include <memory>

#include "app/client/command_lane.h"
#include "app/client/connection_status.h"
#include "app/client/link_config.h"
#include "app/client/live_lane.h"
#include "app/client/profile.h"
#include "app/client/request_lane.h"
#include "common/core/session_calls.h"
#include "common/protocol/messages.h"
#include "common/registration/master_requests.h"

namespace simrs {

/// What the link tells; called on its thread.
class LinkListener {
  public:
    virtual ~LinkListener() = default;
    virtual void linkStatus(const ConnectionStatus& status) = 0;
    virtual void linkSession(const std::optional<SessionGrant>& session, bool expired) = 0;
    virtual void linkMasters(const Masters& masters) = 0;
    virtual void linkPending(const PendingList& pending) = 0;
    virtual void linkEnded(const CommandOutcome& outcome) = 0;
    virtual void linkServerTime(Instant serverTime, std::int64_t monotonicMs) = 0;
};

class Link final : public QObject, private WireListener, private LaneHost {
  public:
    using BytesThen = std::function<void(Result<QByteArray>)>;

    Link(LinkConfig config, LinkListener& listener);
    ~Link() override;

    /// Opens the profile and begins to connect.
    void start();

    RequestLane& requests() { return m_requests; }
    LiveLane& live() { return m_live; }
    CommandLane& commands() { return m_commands; }

    void logIn(const QString& login, const QString& password, std::function<void(Result<SessionGrant>)> then);
    void logOut();
    void changePassword(const ChangePassword& request, BytesThen then);
    void fetchFingerprint(const QString& host, quint16 port, std::function<void(Result<QString>)> then);
    void acceptServer(const ServerAddress& server);
    void reconnectNow();
    void startNewDevice();

  private:
    enum class Phase { Closed, Opening, Greeting, Greeted, LoggingIn, Active };
    struct LogInJob {
        LogIn request;
        std::function<void(Result<SessionGrant>)> then;
    };

    // WireListener
    void wireOpened() override;
    void wireFrame(const Frame& frame) override;
    void wireClosed(const Error& why) override;
    void wireLearnedAuthority(const QByteArray& pem) override;
    // LaneHost
    bool isActive() const override;
    bool mayResume() const override;
    void send(FrameKind kind, const QByteArray& payload) override;
    const SessionGrant* session() const override;
    Instant serverNow() const override;
    std::int64_t monotonicMs() const override;
    void pendingChanged() override;
    void commandEnded(const CommandOutcome& outcome) override;
    void protocolBroken(const Error& why) override;

    Status openSeat();
    void connectNow();
    void retryAfter(int ms);
    void lost(const Error& why);
    void onWelcome(const Frame& frame);
    void onReply(const Frame& frame);
    void onResult(const Frame& frame);
    void onChanged(const Frame& frame);
    void onPong(const Frame& frame);
    void onGoAway(const Frame& frame);
    void greeted();
    void sendLogIn();
    void sendResume();
    void onGrant(const ReplyMessage& reply);
    void beginWork();
    void endSession(bool expired);
    void onMasters(const Result<QByteArray>& bytes);
    void failLogIn(const Error& error);
    void ping();
    void takeServerTime(Instant serverTime);
    void setPhase(Phase phase);
    void tellStatus();
    OnlineState onlineState() const;

    LinkConfig m_config;
    LinkListener& m_listener;
    const Clock& m_clock;
    SystemRandom m_random;
    std::unique_ptr<Profile> m_profile;
    std::unique_ptr<Seat> m_seat;
    std::unique_ptr<Wire> m_wire;

    Phase m_phase = Phase::Closed;
    bool m_failedSinceOpen = false;  // Offline rather than Connecting.
    int m_attempts = 0;
    Welcome m_welcome;
    QByteArray m_token;
    std::optional<SessionGrant> m_session;
    std::optional<LogInJob> m_logIn;
    quint64 m_logInNumber = 0;
    bool m_awaitsPong = false;
    std::optional<Error> m_error;
    std::optional<Error> m_profileError;
    Instant m_stateSince;
    ConnectionStatus m_told;
    Instant m_serverTime;
    std::int64_t m_serverTimeAtMs = 0;

    QTimer m_retry;
    QTimer m_deadline;
    QTimer m_ping;
    RequestLane m_requests;
    LiveLane m_live;
    CommandLane m_commands;
};

}  // namespace simrs
