// SPDX-License-Identifier: GPL-3.0-or-later
// The bridge between the UI thread and the link's thread: tickets out, answers back through the event loop.
#include "app/client/backend.h"

#include <QThread>

#include "app/client/link.h"

namespace simrs {

/// Lives on the link's thread and owns the link there.
class LinkHome final : public QObject {
  public:
    std::unique_ptr<Link> link;
};

/// Brings what the link tells to the UI thread, in order.
class LinkRelay final : public LinkListener {
  public:
    explicit LinkRelay(Backend& backend) : m_backend(backend) {}

    void linkStatus(const ConnectionStatus& status) override {
        post([status](Backend& backend) { backend.takeStatus(status); });
    }
    void linkSession(const std::optional<SessionGrant>& session, bool expired) override {
        post([session, expired](Backend& backend) { backend.takeSession(session, expired); });
    }
    void linkMasters(const Masters& masters) override {
        post([masters](Backend& backend) { backend.takeMasters(masters); });
    }
    void linkPending(const PendingList& pending) override {
        post([pending](Backend& backend) { backend.takePending(pending); });
    }
    void linkEnded(const CommandOutcome& outcome) override {
        post([outcome](Backend& backend) { Q_EMIT backend.commandEnded(outcome); });
    }
    void linkServerTime(Instant serverTime, std::int64_t monotonicMs) override {
        post([=](Backend& backend) { backend.takeServerTime(serverTime, monotonicMs); });
    }
    void post(std::function<void(Backend&)> work) {
        QMetaObject::invokeMethod(
            &m_backend, [this, work = std::move(work)] { work(m_backend); }, Qt::QueuedConnection);
    }

  private:
    Backend& m_backend;
};

void Cancel::cancel() {
    if (m_backend && m_ticket != 0) m_backend->cancel(m_ticket);
    m_ticket = 0;
}

bool Cancel::isRunning() const { return m_backend && m_backend->m_waiting.count(m_ticket) > 0; }

LiveQuery::~LiveQuery() {
    if (m_backend) m_backend->endLive(m_number);
}

// ---- life
Backend::Backend(LinkConfig config, QObject* parent)
    : QObject(parent),
      m_clock(config.clock ? config.clock : &m_systemClock),
      m_thread(std::make_unique<QThread>()),
      m_home(std::make_unique<LinkHome>()),
      m_relay(std::make_unique<LinkRelay>(*this)) {
    qRegisterMetaType<ConnectionStatus>();
    qRegisterMetaType<CommandOutcome>();
    m_status.server = config.server;
    m_thread->setObjectName(QStringLiteral("link"));
    m_home->moveToThread(m_thread.get());
    m_thread->start();
    QMetaObject::invokeMethod(
        m_home.get(),
        [home = m_home.get(), relay = m_relay.get(), config = std::move(config)]() mutable {
            home->link = std::make_unique<Link>(std::move(config), *relay);
            home->link->start();
        },
        Qt::QueuedConnection);
}

Backend::~Backend() {
    QMetaObject::invokeMethod(
        m_home.get(),
        [home = m_home.get(), thread = m_thread.get()] {
            home->link.reset();
            thread->quit();
        },
        Qt::QueuedConnection);
    m_thread->wait();
}

void Backend::onLink(std::function<void(Link&)> work) {
    QMetaObject::invokeMethod(
        m_home.get(), [home = m_home.get(), work = std::move(work)] { work(*home->link); },
        Qt::QueuedConnection);
}

// ---- tickets
quint64 Backend::expect(QObject* context, BytesThen then) {
    const quint64 ticket = ++m_lastTicket;
    m_waiting[ticket] = {context ? context : this, std::move(then)};
    return ticket;
}

void Backend::answer(quint64 ticket, Result<QByteArray> bytes) {
    const auto found = m_waiting.find(ticket);
    if (found == m_waiting.end()) return;
    const Waiting waiting = std::move(found->second);
    m_waiting.erase(found);
    if (waiting.context && waiting.then) waiting.then(std::move(bytes));
}

void Backend::answerCommand(quint64 ticket, const CommandId& id, Result<QByteArray> bytes, bool refusal) {
    const auto found = m_waiting.find(ticket);
    const bool heard = found != m_waiting.end() && found->second.context;
    answer(ticket, std::move(bytes));
    if (heard && refusal) acknowledge(id);
}

void Backend::cancel(quint64 ticket) {
    if (m_waiting.erase(ticket) > 0) onLink([ticket](Link& link) { link.requests().cancel(ticket); });
}

Backend::BytesThen Backend::toTicket(quint64 ticket) {
    return [relay = m_relay.get(), ticket](const Result<QByteArray>& bytes) {
        relay->post([ticket, bytes](Backend& backend) { backend.answer(ticket, bytes); });
    };
}

Cancel Backend::startAsk(AskJob job, QObject* context, BytesThen then) {
    const quint64 ticket = expect(context, std::move(then));
    onLink([ticket, job = std::move(job), back = toTicket(ticket)](Link& link) {
        link.requests().ask(ticket, job, back);
    });
    return {this, ticket};
}

std::unique_ptr<LiveQuery> Backend::startLive(qint64 type, QByteArray payload, QObject* context,
                                              BytesThen then) {
    const qint64 number = ++m_lastLive;
    m_live[number] = {context ? context : this, std::move(then)};
    onLink([number, type, payload = std::move(payload), relay = m_relay.get()](Link& link) {
        link.live().begin(number, type, payload, [relay, number](const Result<QByteArray>& bytes) {
            relay->post([number, bytes](Backend& backend) { backend.answerLive(number, bytes); });
        });
    });
    return std::unique_ptr<LiveQuery>(new LiveQuery(this, number));
}

void Backend::answerLive(qint64 number, const Result<QByteArray>& bytes) {
    const auto found = m_live.find(number);
    if (found == m_live.end()) return;
    if (!found->second.context) return endLive(number);
    const BytesThen then = found->second.then;  // It may end this very query.
    then(bytes);
}

void Backend::endLive(qint64 number) {
    if (m_live.erase(number) > 0) onLink([number](Link& link) { link.live().end(number); });
}

// ---- commands
CommandId Backend::newCommandId() { return CommandId(Uuid::make(*m_clock, m_random)); }

CommandId Backend::startSubmit(SubmitJob job, QObject* context, BytesThen then) {
    const CommandId id = job.id;
    const quint64 ticket = expect(context, std::move(then));
    onLink([ticket, id, job = std::move(job), relay = m_relay.get()](Link& link) {
        link.commands().submit(job, [relay, ticket, id](const Result<QByteArray>& bytes, bool refusal) {
            relay->post([ticket, id, bytes, refusal](Backend& backend) {
                backend.answerCommand(ticket, id, bytes, refusal);
            });
        });
    });
    return id;
}

void Backend::startKept(const CommandId& id, QObject* context, BytesThen then) {
    const quint64 ticket = expect(context, std::move(then));
    onLink([id, back = toTicket(ticket)](Link& link) { back(link.commands().kept(id)); });
}

void Backend::startKeep(const UserId& author, const RequestInfo& info, QByteArray payload) {
    onLink([author, info, payload = std::move(payload)](Link& link) {
        link.commands().keepFor(author, info, payload);
    });
}

void Backend::acknowledge(const CommandId& id) {
    onLink([id](Link& link) { link.commands().acknowledge(id); });
}

void Backend::acknowledgeDamage() {
    onLink([](Link& link) { link.commands().acknowledgeDamage(); });
}

void Backend::withdraw(const CommandId& id, QObject* context, std::function<void(Status)> then) {
    const quint64 ticket = expect(context, [then = std::move(then)](const Result<QByteArray>& bytes) {
        then(bytes ? Status() : Status(tl::unexpected<Error>(bytes.error())));
    });
    onLink([id, back = toTicket(ticket)](Link& link) {
        const Status done = link.commands().withdraw(id);
        back(done ? Result<QByteArray>(QByteArray())
                  : Result<QByteArray>(tl::unexpected<Error>(done.error())));
    });
}

// ---- the session
void Backend::logIn(const QString& login, const QString& password, QObject* context,
                    Then<SessionGrant> then) {
    const quint64 ticket = expect(context, decoded<SessionGrant>(std::move(then)));
    onLink([login, password, back = toTicket(ticket)](Link& link) {
        link.logIn(login, password, [back](const Result<SessionGrant>& grant) {
            back(grant ? Result<QByteArray>(encode(*grant))
                       : Result<QByteArray>(tl::unexpected<Error>(grant.error())));
        });
    });
}

void Backend::logOut() {
    onLink([](Link& link) { link.logOut(); });
}

void Backend::changePassword(const QString& current, const QString& wanted, QObject* context,
                             Then<Done> then) {
    const quint64 ticket = expect(context, decoded<Done>(std::move(then)));
    onLink([request = ChangePassword{current, wanted}, back = toTicket(ticket)](Link& link) {
        link.changePassword(request, back);
    });
}

bool Backend::may(Permission permission) const {
    return m_session &&
           PermissionSet::fromBits(static_cast<std::uint32_t>(m_session->permissions)).has(permission);
}

// ---- the connection
void Backend::fetchFingerprint(const QString& host, quint16 port, QObject* context, Then<QString> then) {
    const quint64 ticket = expect(context, [then = std::move(then)](const Result<QByteArray>& bytes) {
        then(bytes ? Result<QString>(QString::fromLatin1(*bytes))
                   : Result<QString>(tl::unexpected<Error>(bytes.error())));
    });
    onLink([host, port, back = toTicket(ticket)](Link& link) {
        link.fetchFingerprint(host, port, [back](const Result<QString>& found) {
            back(found ? Result<QByteArray>(found->toLatin1())
                       : Result<QByteArray>(tl::unexpected<Error>(found.error())));
        });
    });
}

void Backend::acceptServer(const PinnedServer& server) {
    onLink([server](Link& link) { link.acceptServer(server); });
}

void Backend::reconnectNow() {
    onLink([](Link& link) { link.reconnectNow(); });
}

void Backend::startNewDevice() {
    onLink([](Link& link) { link.startNewDevice(); });
}

// ---- what is known
Instant Backend::serverNow() const {
    return m_serverTime.isNull() ? m_clock->now()
                                 : Instant(m_serverTime.ms + m_clock->monotonicMs() - m_serverTimeAtMs);
}

QString Backend::zone() const {
    if (m_session && !m_session->zone.isEmpty()) return m_session->zone;
    return m_masters ? m_masters->hospital.zone : Hospital().zone;
}

QDate Backend::today() const { return dayIn(zone(), serverNow()); }

void Backend::takeStatus(const ConnectionStatus& status) {
    m_status = status;
    Q_EMIT statusChanged(m_status);
}

void Backend::takeSession(const std::optional<SessionGrant>& session, bool expired) {
    m_session = session;
    Q_EMIT sessionChanged();
    if (expired) Q_EMIT sessionExpired();
}

void Backend::takeMasters(const Masters& masters) {
    m_masters = masters;
    Q_EMIT mastersChanged();
}

void Backend::takePending(const PendingList& pending) {
    if (pending == m_pending) return;
    m_pending = pending;
    Q_EMIT pendingChanged();
}

void Backend::takeServerTime(Instant serverTime, std::int64_t monotonicMs) {
    m_serverTime = serverTime;
    m_serverTimeAtMs = monotonicMs;
}

}  // namespace simrs
