// SPDX-License-Identifier: GPL-3.0-or-later
// One range at a time, the most urgent first.
#include "app/client/ticket_supply.h"

#include "common/base/log.h"
#include "common/registration/visit.h"

namespace simrs {
namespace {

constexpr int kAgainMs = 60'000;

}  // namespace

TicketSupply::TicketSupply(LaneHost& host, RequestLane& requests) : m_host(host), m_requests(requests) {
    m_timer.setInterval(kAgainMs);
    connect(&m_timer, &QTimer::timeout, this, [this] { supply(); });
    m_timer.start();
}

void TicketSupply::setOutbox(Outbox* outbox) {
    m_outbox = outbox;
    m_running = false;
}

void TicketSupply::setMasters(std::shared_ptr<const Masters> masters) {
    m_masters = std::move(masters);
    supply();
}

void TicketSupply::supply() {
    if (m_running || m_blocked || !m_outbox || !m_masters || !m_host.isActive()) return;
    const SessionGrant& session = *m_host.session();
    if (!PermissionSet::fromBits(static_cast<std::uint32_t>(session.permissions))
             .has(TakeTicketRange::info.permission))
        return;
    const QList<TakeTicketRange> wanted = m_outbox->tickets().wanted(
        dayIn(session.zone, m_host.serverNow()), ticketLetters(m_masters->clinics, m_masters->doctors));
    if (wanted.isEmpty()) return;
    m_running = true;
    const TakeTicketRange& question = wanted.first();
    m_requests.ask(0, {TakeTicketRange::info.type, encode(question), 10'000, true},
                   [this, question, outbox = m_outbox](const Result<QByteArray>& answer) {
                       if (outbox == m_outbox) supplied(question, answer);
                   });
}

void TicketSupply::supplied(const TakeTicketRange& question, const Result<QByteArray>& answer) {
    m_running = false;
    const auto range = answer ? decode<TakeTicketRange::Reply>(*answer)
                              : Result<TakeTicketRange::Reply>(tl::unexpected<Error>(answer.error()));
    if (!range || range->first <= question.known) return;  // The timer asks again.
    if (const Status kept =
            m_outbox->addRange(question.serviceDate, question.letter, range->first, range->last);
        !kept) {
        log(LogLevel::Error, "outbox", QStringLiteral("cannot keep a range of queue numbers"),
            {{"detail", kept.error().detail}});
        return;
    }
    supply();
}

}  // namespace simrs
