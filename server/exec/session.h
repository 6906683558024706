// SPDX-License-Identifier: GPL-3.0-or-later
// One client's session: greeting, log-in, then requests. Lives on the I/O thread; workers answer through it.
#pragma once

#include <QSet>
#include <atomic>
#include <deque>
#include <mutex>

#include "common/protocol/messages.h"
#include "server/exec/login.h"
#include "server/exec/services.h"
#include "server/exec/session_feed.h"
#include "server/net/connection.h"

namespace simrs {

class ServerSession : public std::enable_shared_from_this<ServerSession> {
  public:
    ServerSession(std::shared_ptr<Connection> connection, const Services& services);

    // I/O thread.
    void onFrame(const Frame& frame);
    void onClosed();

  private:
    // Greeting and log-in.
    void greet(const QByteArray& payload);
    void greetedRequest(const QByteArray& payload);
    void logIn(const RequestMessage& message);
    void readAndCheck(const RequestMessage& message, const LogIn& request);
    void checkPassword(const RequestMessage& message, const LogIn& request, const Credentials& found);
    void resume(const RequestMessage& message);
    void handIn(const RequestMessage& message);
    void admit(qint64 correlation, const Result<Principal>& principal, const QByteArray& grant = {});
    void becomeActive(const Principal& principal);
    void admitLater(qint64 correlation, const Result<Principal>& principal, const QByteArray& grant = {});

    // Requests of a logged-in session.
    void request(const QByteArray& payload);
    void run(const RequestMessage& message);
    void query(const RequestEntry& entry, const RequestMessage& message);
    void call(const RequestEntry& entry, const RequestMessage& message);
    void subscribe(const QByteArray& payload);
    void unsubscribe(const QByteArray& payload);
    void follow(const QByteArray& payload);
    void command(const QByteArray& payload);
    void nextCommand();
    Author authorOf(Store& store, const CommandMessage& command);
    void finishCommand(const ResultMessage& message, const CommitReport& report);

    /// Whom a live list has shown already; every refresh would otherwise note all of them again.
    struct Shown {
        std::mutex mutex;
        QSet<Uuid> patients;
    };
    struct Watch {
        quint64 number = 0;  ///< The publisher's.
        qint64 type = 0;
        QByteArray payload;
        std::shared_ptr<Shown> shown;
    };
    std::shared_ptr<Shown> shownBy(const RequestMessage& message) const;
    void endWatch(qint64 subscription);

    // Any thread.
    Result<QueryAnswer> answerQuery(Store& store, const RequestEntry& entry, const QByteArray& payload,
                                    Shown* shown);
    bool noteRead(const RequestEntry& entry, const Caller& asking, const QList<Uuid>& patients, Shown* shown);
    Caller caller() const;
    /// Error: SessionExpired, where somebody has ended the session meanwhile.
    Result<PermissionSet> permissions(Store& store);
    void reply(qint64 correlation, const Result<QByteArray>& answer);
    void finish(const RequestEntry& entry, qint64 correlation, const Result<QByteArray>& answer,
                std::int64_t sinceMs);
    void breach(ErrorCode code);
    /// Nobody is logged in: the device only sends what its outbox holds.
    bool onlyHandsIn() const { return m_principal.grant.user.isNull(); }
    Status mayRun(const RequestEntry* entry) const;

    std::shared_ptr<Connection> m_connection;
    Services m_services;
    DeviceId m_device;
    QByteArray m_challenge;
    QString m_program;
    bool m_loggingIn = false;
    QString m_judged;  ///< The login whose attempt the guard counts as under way.

    // Set once, before the connection becomes active; afterwards read by workers.
    Principal m_principal;
    std::atomic<bool> m_mustChangePassword{false};
    std::atomic<bool> m_ended{false};
    std::atomic<std::uint32_t> m_permissions{0};
    std::atomic<std::int64_t> m_permissionsReadMs{0};

    std::deque<CommandMessage> m_commands;  // The first one is with a worker when m_commandRunning.
    bool m_commandRunning = false;
    QHash<qint64, Watch> m_watches;
    std::shared_ptr<SessionFeed> m_feed;  // From the first question for the feed on.
    bool m_closed = false;
};

/// Makes the handler of a new connection.
std::unique_ptr<SessionHandler> makeSession(std::shared_ptr<Connection> connection, const Services& services);

}  // namespace simrs
