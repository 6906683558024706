// SPDX-License-Identifier: GPL-3.0-or-later
// The counter of this computer: its name, whom it serves, and the person who stands there. The call panel and
// the queue's page show the same one. A visit that is registered here meanwhile is linked to the number by
// itself.
#pragma once

#include <QSet>
#include <QTimer>
#include <memory>
#include <optional>

#include "app/shell/form_command.h"
#include "common/registration/counter_requests.h"

namespace simrs {

namespace settings {
inline constexpr QLatin1String counterName("counter/name");          ///< "Loket 2"
inline constexpr QLatin1String counterServices("counter/services");  ///< Ids as text; none: all
}  // namespace settings

class CounterDesk final : public QObject {
    Q_OBJECT
  public:
    explicit CounterDesk(Workbench& workbench, QObject* parent);
    ~CounterDesk() override;

    /// Empty until somebody has said so on this computer.
    QString counter() const;
    QList<CounterServiceId> services() const;
    void setPlace(const QString& counter, const QList<CounterServiceId>& services);

    /// The queue is followed while somebody looks at it.
    void watch(const QObject* who, bool looks);
    /// Null before the first answer.
    const CounterQueue* queue() const { return m_queue ? &*m_queue : nullptr; }
    /// Of those whom this counter serves, in the order in which they are called.
    QList<CounterTicket> waiting() const;
    /// Who is called to this counter or stands there; null: nobody.
    const CounterTicket* current() const { return m_current ? &m_current->ticket : nullptr; }
    bool isBusy() const { return !m_command.own().isNull(); }
    /// Of the last action, or of the list; empty where all is well.
    QString problem() const { return m_problem; }
    QDate day() const { return m_day; }

    void callNext();
    /// Whoever did not hear; nothing where nobody is called.
    void callAgain();
    void call(const CounterTicketId& ticket);
    /// He came; and where he was here already, he is done.
    void serveOrFinish();
    /// Nobody came.
    void skip();

  Q_SIGNALS:
    void changed();

  private:
    /// Somebody at the counter, and since when.
    struct Guest {
        CounterTicket ticket;
        Instant since;
    };
    void follow();
    void lookAtDay();
    void take(const Result<CounterQueue>& queue);
    void commandEnded(const CommandOutcome& outcome);
    void link(const Visit& visit);
    void sendLinks();
    void setCurrent(const std::optional<CounterTicket>& ticket, Instant since);
    void tookCurrent(const Result<CounterTicketNow>& now);
    void complain(const Error& error);
    template <class C>
    void send(FormCommand& way, const C& command, const QString& about);

    Workbench& m_workbench;
    FormCommand m_command;
    FormCommand m_link;
    QList<LinkCounterTicket> m_links;  // One after the other, the oldest first.
    std::unique_ptr<LiveQuery> m_live;
    QSet<const QObject*> m_watchers;
    QTimer m_midnight;  // looks once a minute whether a new day has begun
    QDate m_day;
    std::optional<CounterQueue> m_queue;
    std::optional<Guest> m_current;
    std::optional<Guest> m_before;  // whose visit may be answered when the next one is called already
    Instant m_pressedAt;
    QString m_problem;
};

}  // namespace simrs
