// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/counter_desk.h"

#include <algorithm>

#include "app/kit/error_text.h"
#include "app/registration/counter_words.h"
#include "app/shell/page.h"
#include "common/registration/requests.h"

namespace simrs {

CounterDesk::CounterDesk(Workbench& workbench, QObject* parent)
    : QObject(parent), m_workbench(workbench), m_command(workbench, this), m_link(workbench, this) {
    m_midnight.setInterval(60'000);
    connect(&m_midnight, &QTimer::timeout, this, &CounterDesk::lookAtDay);
    connect(&m_workbench.backend(), &Backend::commandEnded, this, &CounterDesk::commandEnded);
}

CounterDesk::~CounterDesk() = default;

QString CounterDesk::counter() const { return m_workbench.setting(settings::counterName).toString(); }

QList<CounterServiceId> CounterDesk::services() const {
    QList<CounterServiceId> out;
    const QStringList kept = m_workbench.setting(settings::counterServices).toStringList();
    for (const QString& id : kept) out.append(CounterServiceId(Uuid::fromString(id)));
    return out;
}

void CounterDesk::setPlace(const QString& counter, const QList<CounterServiceId>& services) {
    QStringList kept;
    for (const CounterServiceId& id : services) kept.append(id.toString());
    m_workbench.setSetting(settings::counterName, counter);
    m_workbench.setSetting(settings::counterServices, kept);
    m_current.reset();
    m_before.reset();
    m_problem.clear();
    if (m_queue) take(*m_queue);
    Q_EMIT changed();
}

void CounterDesk::watch(const QObject* who, bool looks) {
    looks ? void(m_watchers.insert(who)) : void(m_watchers.remove(who));
    if (m_watchers.isEmpty()) {
        m_live.reset();
        m_midnight.stop();
    } else if (!m_live) {
        follow();
        m_midnight.start();
    }
}

void CounterDesk::follow() {
    m_day = m_workbench.backend().today();
    ListCounterQueue query;
    query.day = m_day;
    m_live = m_workbench.backend().subscribe(query, this,
                                             [this](const Result<CounterQueue>& queue) { take(queue); });
}

void CounterDesk::lookAtDay() {
    if (m_day == m_workbench.backend().today()) return;
    m_queue.reset();
    m_current.reset();
    m_before.reset();
    follow();
    Q_EMIT changed();
}

void CounterDesk::take(const Result<CounterQueue>& queue) {
    if (!queue) return complain(queue.error());
    m_queue = *queue;
    std::optional<CounterTicket> here;
    for (const CounterTicket& ticket : m_queue->atCounter)
        if (!counter().isEmpty() && ticket.counter == counter()) here = ticket;
    setCurrent(here, here ? here->calledAt : Instant());
    Q_EMIT changed();
}

void CounterDesk::setCurrent(const std::optional<CounterTicket>& ticket, Instant since) {
    if (ticket && m_current && ticket->id == m_current->ticket.id) {
        m_current->ticket = *ticket;
        return;
    }
    if (m_current) m_before = m_current;
    m_current = ticket ? std::optional(Guest{*ticket, since}) : std::nullopt;
}

QList<CounterTicket> CounterDesk::waiting() const {
    if (!m_queue) return {};
    const QList<CounterServiceId> ours = services();
    QList<CounterTicket> out;
    for (const CounterTicket& ticket : m_queue->waiting)
        if (ours.isEmpty() || ours.contains(ticket.serviceId)) out.append(ticket);
    return out;
}

void CounterDesk::callNext() {
    send(m_command, CallCounterTicket{counter(), {}, services()}, tr("The next number"));
}

void CounterDesk::callAgain() {
    if (m_current) call(m_current->ticket.id);
}

void CounterDesk::call(const CounterTicketId& ticket) {
    send(m_command, CallCounterTicket{counter(), ticket, {}}, tr("The number"));
}

void CounterDesk::serveOrFinish() {
    if (!m_current) return;
    const CounterTicket& ticket = m_current->ticket;
    if (ticket.state == CounterState::Called)
        send(m_command, ServeCounterTicket{ticket.id, counter()}, counterNumber(ticket));
    else
        send(m_command, FinishCounterTicket{ticket.id, counter()}, counterNumber(ticket));
}

void CounterDesk::skip() {
    if (!m_current) return;
    const CounterTicket& ticket = m_current->ticket;
    send(m_command, SkipCounterTicket{ticket.id, counter()}, counterNumber(ticket));
}

template <class C>
void CounterDesk::send(FormCommand& way, const C& command, const QString& about) {
    if (!way.own().isNull()) return;
    m_problem.clear();
    if (&way == &m_command) m_pressedAt = m_workbench.backend().serverNow();
    way.send(
        command, about, [this](const Result<CounterTicketNow>& now) { tookCurrent(now); },
        [](const CounterTicketNow&) { return QString(); });
    Q_EMIT changed();
}

/// The answer comes before the list does; the next key is pressed meanwhile.
void CounterDesk::tookCurrent(const Result<CounterTicketNow>& now) {
    if (!now) return complain(now.error());
    if (isAtCounter(now->ticket) && now->ticket.counter == counter())
        setCurrent(now->ticket, m_pressedAt);
    else if (m_current && m_current->ticket.id == now->ticket.id)
        setCurrent(std::nullopt, {});
    Q_EMIT changed();
}

void CounterDesk::complain(const Error& error) {
    m_problem = error.code == ErrorCode::TimedOut ? tr("No answer from the server yet.") : errorText(error);
    Q_EMIT changed();
}

void CounterDesk::commandEnded(const CommandOutcome& outcome) {
    if (outcome.error || outcome.request != QLatin1String(RegisterVisit::info.name)) return;
    if (const auto made = outcome.as<RegisterVisit>()) link(made->visit);
}

/// The first visit that is registered after the call is his. A second one, for whoever came along, changes
/// nothing.
void CounterDesk::link(const Visit& visit) {
    const bool isCurrents = m_current && visit.registeredAt >= m_current->since;
    std::optional<Guest>& guest = isCurrents ? m_current : m_before;
    if (!guest || visit.registeredAt < guest->since || visit.serviceDate != guest->ticket.serviceDate) return;
    if (!guest->ticket.visitId.isNull()) return;
    const CounterTicketId ticket = guest->ticket.id;
    const bool isKnown = std::any_of(m_links.cbegin(), m_links.cend(),
                                     [&](const LinkCounterTicket& one) { return one.ticketId == ticket; });
    if (isKnown) return;
    m_links.append({ticket, counter(), visit.id});
    sendLinks();
}

/// A link that is still unanswered does not make the next number nobody's.
void CounterDesk::sendLinks() {
    if (m_links.isEmpty() || !m_link.own().isNull()) return;
    const LinkCounterTicket next = m_links.takeFirst();
    QString about = tr("The number");
    for (std::optional<Guest>* guest : {&m_current, &m_before}) {
        if (!*guest || (*guest)->ticket.id != next.ticketId) continue;
        (*guest)->ticket.visitId = next.visitId;
        about = counterNumber((*guest)->ticket);
    }
    const auto then = [this](const Result<CounterTicketNow>& now) {
        tookCurrent(now);
        // What is kept here is sent by itself: the next one need not wait for its end.
        if (!now && now.error().code == ErrorCode::TimedOut) m_link.leave();
        sendLinks();
    };
    m_link.send(next, about, then, [](const CounterTicketNow&) { return QString(); });
    Q_EMIT changed();
}

}  // namespace simrs
