// SPDX-License-Identifier: GPL-3.0-or-later
// The one object pages talk to. It lives on the UI thread and never waits: questions and commands go to the
// link's thread, answers come back through the event loop.
#pragma once

#include <QObject>
#include <QPointer>
#include <functional>
#include <map>
#include <memory>

#include "app/client/connection_status.h"
#include "app/client/jobs.h"
#include "app/client/link_config.h"
#include "common/core/session_calls.h"
#include "common/registration/master_requests.h"

class QThread;

namespace simrs {

class Link;
class LinkHome;
class LinkRelay;
class Backend;

/// A question under way. Copies name the same question; destroying it cancels nothing.
class Cancel {
  public:
    Cancel() = default;
    /// The answer is not wanted any more: its callback is never called. Harmless at any time.
    void cancel();
    bool isRunning() const;

  private:
    friend class Backend;
    Cancel(Backend* backend, quint64 ticket) : m_backend(backend), m_ticket(ticket) {}
    QPointer<Backend> m_backend;
    quint64 m_ticket = 0;
};

/// A query that is asked again whenever its answer may have changed. Destroying it ends it.
class LiveQuery {
  public:
    ~LiveQuery();
    LiveQuery(const LiveQuery&) = delete;
    LiveQuery& operator=(const LiveQuery&) = delete;

    qint64 number() const { return m_number; }

  private:
    friend class Backend;
    LiveQuery(Backend* backend, qint64 number) : m_backend(backend), m_number(number) {}
    QPointer<Backend> m_backend;
    qint64 m_number;
};

/// Callbacks run on the UI thread, later, never from inside the call; not at all when `context` is gone by
/// then.
class Backend : public QObject {
    Q_OBJECT
  public:
    template <class T>
    using Then = std::function<void(Result<T>)>;

    explicit Backend(LinkConfig config, QObject* parent = nullptr);
    /// Ends the link's thread. What waits in the outbox is sent at the next start.
    ~Backend() override;

    // ---- questions ---------------------------------------------------------------------------------------
    /// Errors besides the query's own: NotConnected (no connection for 2 s), TimedOut, SessionExpired.
    template <QueryRequest Q>
    Cancel ask(const Q& query, QObject* context, Then<typename Q::Reply> then, int timeoutMs = 10'000) {
        return startAsk({Q::info.type, encode(query), timeoutMs, true}, context,
                        decoded<typename Q::Reply>(then));
    }

    /// Asks at once, again after every change (at most once a second) and after every reconnect, until the
    /// LiveQuery is destroyed. While there is no connection nothing is called; errors of the query are.
    template <QueryRequest Q>
    [[nodiscard]] std::unique_ptr<LiveQuery> subscribe(const Q& query, QObject* context,
                                                       Then<typename Q::Reply> then) {
        return startLive(Q::info.type, encode(query), context, decoded<typename Q::Reply>(then));
    }

    /// The server's own business (it is not repeated after a lost connection: TimedOut means "unknown").
    template <CallRequest C>
    Cancel call(const C& request, QObject* context, Then<typename C::Reply> then, int timeoutMs = 10'000) {
        return startAsk({C::info.type, encode(request), timeoutMs, false}, context,
                        decoded<typename C::Reply>(then));
    }

    // ---- commands ----------------------------------------------------------------------------------------
    /// Prepares the command (numbers, day, series) on the link's thread, writes it to the outbox and sends
    /// it. TimedOut: no answer in 3 s (at once while offline); the command stays pending, its result comes by
    /// commandEnded. Every other error: it was refused or never taken, nothing is pending. NotConnected: an
    /// online-only command that was not done and never will be by itself.
    /// The same `id` twice is one command: both callbacks get its one result. A null `id` makes a new one.
    template <CommandRequest C>
    CommandId submit(C command, QObject* context, Then<typename C::Reply> then, CommandId id = {}) {
        SubmitJob job;
        job.id = id.isNull() ? newCommandId() : id;
        job.info = C::info;
        job.prepare = [command = std::move(command)](Prepare& prepare) -> Result<PreparedCommand> {
            C sealed = command;
            SIMRS_TRY(C::prepare(prepare, sealed));
            return PreparedCommand{encode(sealed), C::numbers(sealed)};
        };
        return startSubmit(std::move(job), context, decoded<typename C::Reply>(then));
    }
    /// A command as it was prepared, numbers and all, while it has no result. Asked after `submit`, it tells
    /// that the command is kept on this computer. Error: OutOfOrder where it is not (any more).
    template <CommandRequest C>
    void kept(const CommandId& id, QObject* context, Then<C> then) {
        startKept(id, context, decoded<C>(std::move(then)));
    }
    /// Keeps what somebody has done here whose session may be over by now; it is sent in his name. It
    /// happened, so nothing is prepared and nobody refuses it; its end is told by commandEnded alone.
    template <CommandRequest C>
    void keepFor(const UserId& author, const C& command) {
        static_assert(C::info.kind == RequestKind::Fact && C::info.offline == Offline::Local);
        startKeep(author, C::info, encode(command));
    }
    /// For a form that keeps its id, so that pressing "save" twice is harmless.
    CommandId newCommandId();

    /// What waits or was refused, oldest first.
    const PendingList& pending() const { return m_pending; }
    /// A person has seen that it was refused. Refusals told to a living callback are acknowledged by
    /// themselves.
    void acknowledge(const CommandId& id);
    /// A person has read that the outbox was damaged.
    void acknowledgeDamage();
    /// Takes back a command that was never sent. Error: OutOfOrder where it was sent already, or paper is out
    /// that says it was done.
    void withdraw(const CommandId& id, QObject* context, std::function<void(Status)> then);

    // ---- the session -------------------------------------------------------------------------------------
    /// Errors: LoginRefused, LoginBlocked, UserDisabled, DeviceUnknown, NotConnected, TimedOut.
    void logIn(const QString& login, const QString& password, QObject* context, Then<SessionGrant> then);
    void logOut();
    void changePassword(const QString& current, const QString& wanted, QObject* context, Then<Done> then);
    /// Null while nobody is logged in.
    const SessionGrant* session() const { return m_session ? &*m_session : nullptr; }
    bool may(Permission permission) const;

    // ---- the connection ----------------------------------------------------------------------------------
    const ConnectionStatus& status() const { return m_status; }
    /// Who answers there, without sending it anything: for a person to compare before accepting.
    void fetchFingerprint(const QString& host, quint16 port, QObject* context, Then<QString> then);
    /// A person has compared and accepted: from now on only this server is talked to. Each server has its own
    /// device and outbox in the profile, so going back to an earlier one loses nothing.
    void acceptServer(const PinnedServer& server);
    /// Tries again now, instead of after the back-off.
    void reconnectNow();
    /// The way out of `outboxError`: this profile becomes a new device; the old outbox is kept beside it. A
    /// person must log in again. Its open commands are listed nowhere any more: show them first.
    void startNewDevice();

    // ---- what the client knows ---------------------------------------------------------------------------
    /// Null until the first log-in.
    const Masters* masters() const { return m_masters ? &*m_masters : nullptr; }
    /// The server's time: its last word plus what has passed here since. The computer's before the first
    /// word.
    Instant serverNow() const;
    /// In the hospital's zone.
    QDate today() const;
    QString zone() const;

  Q_SIGNALS:
    void statusChanged(const simrs::ConnectionStatus& status);
    /// Logged in, logged out, or the rights changed.
    void sessionChanged();
    /// The server ended the session; a person must log in again. Nothing typed is lost.
    void sessionExpired();
    void mastersChanged();
    void pendingChanged();
    /// Every command that got its result, also those of an earlier run of the program.
    void commandEnded(const simrs::CommandOutcome& outcome);

  private:
    friend class Cancel;
    friend class LiveQuery;
    friend class LinkRelay;
    using BytesThen = std::function<void(Result<QByteArray>)>;
    struct Waiting {
        QPointer<QObject> context;
        BytesThen then;
    };

    template <class Reply>
    static BytesThen decoded(Then<Reply> then) {
        return [then = std::move(then)](Result<QByteArray> bytes) {
            then(bytes ? decode<Reply>(*bytes)
                       : Result<Reply>(tl::unexpected<Error>(std::move(bytes).error())));
        };
    }
    Cancel startAsk(AskJob job, QObject* context, BytesThen then);
    std::unique_ptr<LiveQuery> startLive(qint64 type, QByteArray payload, QObject* context, BytesThen then);
    CommandId startSubmit(SubmitJob job, QObject* context, BytesThen then);
    void startKept(const CommandId& id, QObject* context, BytesThen then);
    void startKeep(const UserId& author, const RequestInfo& info, QByteArray payload);
    quint64 expect(QObject* context, BytesThen then);
    /// May be called on any thread: brings an answer to a ticket.
    BytesThen toTicket(quint64 ticket);
    void answer(quint64 ticket, Result<QByteArray> bytes);
    void answerCommand(quint64 ticket, const CommandId& id, Result<QByteArray> bytes, bool refusal);
    void answerLive(qint64 number, const Result<QByteArray>& bytes);
    void endLive(qint64 number);
    void cancel(quint64 ticket);
    /// Runs `work` on the link's thread.
    void onLink(std::function<void(Link&)> work);

    void takeStatus(const ConnectionStatus& status);
    void takeSession(const std::optional<SessionGrant>& session, bool expired);
    void takeMasters(const Masters& masters);
    void takePending(const PendingList& pending);
    void takeServerTime(Instant serverTime, std::int64_t monotonicMs);

    SystemClock m_systemClock;
    const Clock* m_clock;
    SystemRandom m_random;
    std::unique_ptr<QThread> m_thread;
    std::unique_ptr<LinkHome> m_home;  // Lives on m_thread.
    std::unique_ptr<LinkRelay> m_relay;

    quint64 m_lastTicket = 0;
    std::map<quint64, Waiting> m_waiting;
    qint64 m_lastLive = 1;  // 1 is the link's own: the masters.
    std::map<qint64, Waiting> m_live;

    ConnectionStatus m_status;
    PendingList m_pending;
    std::optional<SessionGrant> m_session;
    std::optional<Masters> m_masters;
    Instant m_serverTime;
    std::int64_t m_serverTimeAtMs = 0;
};

}  // namespace simrs

Q_DECLARE_METATYPE(simrs::ConnectionStatus)
Q_DECLARE_METATYPE(simrs::CommandOutcome)
