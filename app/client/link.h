// SPDX-License-Identifier: GPL-3.0-or-later
// The connection's state machine, on a thread of its own: connects, greets, logs in, resumes, reconnects. It
// owns the socket and the outbox, so that no other thread waits for either.
#pragma once

#include <QObject>
#include <QTimer>
#include <functional>
#include <map>
#include <memory>

#include "app/client/command_lane.h"
#include "app/client/link_config.h"
#include "app/client/live_lane.h"
#include "app/client/local_reader.h"
#include "app/client/profile.h"
#include "app/client/request_lane.h"

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

/// Made, used and destroyed on one thread with an event loop. A session outlives a lost connection: it is
/// resumed by its token, which is kept in memory only.
class Link final : public QObject, private WireListener, private LaneHost {
  public:
    template <class T>
    using Then = std::function<void(Result<T>)>;

    Link(LinkConfig config, LinkListener& listener);
    ~Link() override;

    /// Opens the profile and begins to connect.
    void start();

    RequestLane& requests() { return m_requests; }
    LiveLane& live() { return m_live; }
    CommandLane& commands() { return m_commands; }

    void logIn(const QString& login, const QString& password, Then<SessionGrant> then);
    void logOut();
    void changePassword(const ChangePassword& request, Then<QByteArray> then);
    void fetchFingerprint(const QString& host, quint16 port, Then<QString> then);
    void acceptServer(const PinnedServer& server);
    void reconnectNow();
    void startNewDevice();

  private:
    /// HandingIn: nobody is logged in, and what waits is sent all the same. Leaving: the server has said
    /// good-bye; its last answers are awaited, nothing new is sent.
    enum class Phase { Closed, Opening, Greeting, Greeted, HandingIn, Active, Leaving };
    struct LogInJob {
        QString login;
        QString password;
        Then<SessionGrant> then;
        bool sent = false;
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
    const SessionGrant* session() const override { return m_session ? &*m_session : nullptr; }
    Instant serverNow() const override;
    std::int64_t monotonicMs() const override { return m_clock.monotonicMs(); }
    Uuid newId() override { return Uuid::make(m_clock, m_random); }
    void pendingChanged() override;
    void cacheChanged() override { m_live.onCacheChanged(); }
    bool hasCache() const override;
    void askCache(const AskJob& job, std::function<void(const Result<QByteArray>&)> then) override;
    void commandEnded(const CommandOutcome& outcome) override { m_listener.linkEnded(outcome); }

    void eraseCache();
    void noteCurrent();
    void keepCurrentAt();
    void noteCacheRead(const QString& request, const Caller& caller, const QList<Uuid>& patients);

    // Connecting
    void openProfile();
    void openSeat();
    void closeSeat();
    void useSeat();
    void connectNow();
    void lost(const Error& why);
    void restart();
    int backoffMs();

    // Frames
    template <class Message>
    void on(const Frame& frame, void (Link::*act)(const Message&));
    void onWelcome(const Welcome& welcome);
    void onReply(const ReplyMessage& reply);
    void onResult(const ResultMessage& result);
    void onChanged(const ChangedMessage& changed);
    void onBatch(const FeedBatch& batch);
    void onPong(const PongMessage& pong);
    void onGoAway(const GoAwayMessage& away);
    /// A request of the link itself, outside the lanes.
    void askItself(qint64 type, const QByteArray& payload, int timeoutMs, Then<QByteArray> then);
    void failItself(const Error& why);
    void ping();

    // The session
    void sendLogIn();
    void logInTookTooLong();
    void sendResume();
    void onGrant(const Result<QByteArray>& bytes);
    void beginWork();
    void endSession(bool expired);
    void answerLogIn(const Result<SessionGrant>& answer);
    void answerLogIn(const Error& why);
    void handIn();
    void onHandIn(const Result<QByteArray>& bytes);

    void onMasters(const Result<QByteArray>& bytes);
    void takeServerTime(Instant serverTime);
    void setPhase(Phase phase);
    void tellStatus();
    OnlineState onlineState() const;

    LinkConfig m_config;
    LinkListener& m_listener;
    SystemClock m_systemClock;
    const Clock& m_clock;
    SystemRandom m_random;
    std::unique_ptr<Profile> m_profile;
    std::unique_ptr<Seat> m_seat;
    std::unique_ptr<Wire> m_wire;
    PinnedServer m_server;

    Phase m_phase = Phase::Closed;
    bool m_failed = false;  // The last attempt failed: Offline rather than Connecting.
    int m_attempts = 0;
    std::int64_t m_greetedAtMs = 0;
    int m_comeBackMs = -1;  // As a good-bye has asked for.
    Welcome m_welcome;
    QByteArray m_token;
    std::optional<SessionGrant> m_session;
    std::optional<LogInJob> m_logIn;
    quint64 m_logInNumber = 0;
    quint64 m_handInNumber = 0;
    std::map<qint64, Then<QByteArray>> m_own;
    qint64 m_lastOwn;
    std::optional<Error> m_error;
    std::optional<Error> m_profileError;
    ConnectionStatus m_told;
    bool m_toldOnce = false;
    Instant m_serverTime;
    std::int64_t m_serverTimeAtMs = 0;

    QTimer m_retry;
    QTimer m_deadline;
    QTimer m_ping;
    QTimer m_pong;
    RequestLane m_requests;
    LiveLane m_live;
    CommandLane m_commands;
    std::unique_ptr<LocalReader> m_reader;
    Instant m_currentAt;  // When this computer's copy was last known to be the server's.
    bool m_answeredFromCache = false;
};

}  // namespace simrs
