// SPDX-License-Identifier: GPL-3.0-or-later
// A server without sockets: it speaks the protocol's frames to the client's link inside the test's own
// process and does what the test tells it to.
#pragma once

#include <QMap>
#include <QObject>
#include <atomic>
#include <functional>
#include <mutex>

#include "app/client/wire.h"
#include "common/core/session_calls.h"
#include "common/protocol/messages.h"
#include "common/registration/requests.h"
#include "common/sync/feed_batch.h"

namespace simrs::test {

class FakeWire;

/// Shared by the test's thread and the link's; every public function is thread-safe. Outlives every Backend
/// it serves.
class FakeServer {
  public:
    FakeServer();

    WireMaker wires();
    static PinnedServer address();

    // What it does.
    struct Behaviour {
        bool reachable = true;
        Error openError{ErrorCode::NotConnected, {}, {}};
        bool answersRequests = true;
        bool answersPings = true;
        bool answersCommands = true;  ///< Else they are carried out and nothing is said.
        int failCommands = 0;         ///< So many command frames get DatabaseUnavailable.
        bool sessionAlive = true;     ///< Else Resume is refused.
        bool mustChangePassword = false;
        bool grantsNumbers = true;
        qint64 lastSeqShown = -1;  ///< Instead of the true one, in the grant.
        PermissionSet permissions{
            QList<Role>{Role::RegistrationClerk, Role::HeadOfRegistration, Role::Administrator}};
        /// The result of a command's first execution; error None: done.
        std::function<Error(const CommandMessage&)> refuse;
        /// Replies to requests and subscriptions other than those about session, numbers and masters.
        std::function<Result<QByteArray>(qint64 type, const QByteArray& payload)> answer;
    };
    void set(const std::function<void(Behaviour&)>& change);
    Masters masters() const { return m_masters; }
    /// Before anybody logs in.
    void addClinic(const Clinic& clinic) { m_masters.clinics.append(clinic); }

    // What it has seen.
    QList<CommandMessage> executed() const;  ///< In order, each command once.
    int commandFrames() const;
    int requests(qint64 type) const;
    int subscriptions(qint64 type) const;
    int grants() const;
    QList<FrameKind> frames() const;

    // What it starts by itself, to the connection of now.
    void cut();
    void changed(qint64 type);
    void goAway(ErrorCode error, qint64 reconnectMs);

  private:
    friend class FakeWire;
    using Out = QList<Frame>;
    Out handle(const Frame& frame);
    Out onRequest(const RequestMessage& request);
    Out onCommand(const CommandMessage& command);
    Out onFollow(const FollowFeed& question);
    Out answerFollower();
    ReplyMessage onLogIn(const RequestMessage& request);
    ReplyMessage onResume(const RequestMessage& request);
    SessionGrant grant() const;
    Result<QByteArray> answerTo(qint64 type, const QByteArray& payload);
    static Frame replyFrame(qint64 correlation, const Result<QByteArray>& answer);
    void push(const Frame& frame);

    mutable std::mutex m_mutex;
    FakeWire* m_wire = nullptr;
    Behaviour m_behaviour;
    Masters m_masters;
    QByteArray m_challenge;
    QByteArray m_publicKey;
    bool m_loggedIn = false;
    qint64 m_lastSeq = 0;
    qint64 m_nextBlock = 1;
    QMap<QByteArray, CommandResult> m_results;
    QList<CommandMessage> m_executed;
    int m_commandFrames = 0;
    int m_grants = 0;
    DeviceId m_device;
    std::optional<FollowFeed> m_follower;
    QMap<qint64, int> m_requests;
    QMap<qint64, int> m_subscribed;
    QMap<qint64, qint64> m_live;  // Subscription → type.
    QList<FrameKind> m_frames;
};

class FakeWire final : public QObject, public Wire {
  public:
    FakeWire(FakeServer& server, WireListener& listener) : m_server(server), m_listener(listener) {}
    ~FakeWire() override { close(); }
    void open(const PinnedServer& server, const QByteArray& authorityPem, int timeoutMs) override;
    void send(FrameKind kind, const QByteArray& payload) override;
    void close() override;
    void fetchFingerprint(const QString& host, quint16 port, int timeoutMs,
                          std::function<void(Result<QString>)> then) override;
    /// Any thread.
    void deliver(const Frame& frame);
    void cut();

  private:
    void later(std::function<void()> work);
    FakeServer& m_server;
    WireListener& m_listener;
    std::atomic<int> m_connection{0};  // 0: none. A frame for an earlier one is dropped.
    int m_lastConnection = 0;
};

}  // namespace simrs::test
