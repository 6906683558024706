// SPDX-License-Identifier: GPL-3.0-or-later
// One block of a kind and one range at a time, the most urgent first.
#include "app/client/number_supply.h"

#include "common/base/log.h"
#include "common/registration/visit.h"

namespace simrs {
namespace {

constexpr int kAgainMs = 60'000;

}  // namespace

NumberSupply::NumberSupply(LaneHost& host, RequestLane& requests, const LinkTimes& times,
                           std::function<void()> onBlock)
    : m_host(host), m_requests(requests), m_times(times), m_onBlock(std::move(onBlock)) {
    m_timer.setInterval(kAgainMs);
    connect(&m_timer, &QTimer::timeout, this, [this] { supplyTickets(); });
    m_timer.start();
}

void NumberSupply::setOutbox(Outbox* outbox) {
    m_outbox = outbox;
    m_askingBlock.fill(false);
    m_askingTickets = false;
}

void NumberSupply::setMasters(std::shared_ptr<const Masters> masters) {
    m_masters = std::move(masters);
    supplyTickets();
}

void NumberSupply::supply() {
    supplyBlock(NumberKind::MedicalRecord);
    supplyBlock(NumberKind::Registration);
    supplyTickets();
}

bool NumberSupply::mayAsk(Permission permission) const {
    return m_outbox && !m_blocked && m_host.isActive() &&
           PermissionSet::fromBits(static_cast<std::uint32_t>(m_host.session()->permissions)).has(permission);
}

void NumberSupply::supplyBlock(NumberKind kind) {
    bool& asking = m_askingBlock[static_cast<std::size_t>(kind)];
    if (asking || !mayAsk(TakeNumbers::info.permission) || !m_outbox->numbers().wantsMore(kind)) return;
    asking = true;
    const TakeNumbers question = m_outbox->numbers().question(kind);
    m_requests.ask(0, {TakeNumbers::info.type, encode(question), 10'000, true},
                   [this, kind, outbox = m_outbox](const Result<QByteArray>& answer) {
                       if (outbox == m_outbox) suppliedBlock(kind, answer);
                   });
}

void NumberSupply::suppliedBlock(NumberKind kind, const Result<QByteArray>& answer) {
    m_askingBlock[static_cast<std::size_t>(kind)] = false;
    const auto block = answer ? decode<TakeNumbers::Reply>(*answer)
                              : Result<TakeNumbers::Reply>(tl::unexpected<Error>(answer.error()));
    const qint64 before = m_outbox->numbers().left(kind);
    if (block) {
        if (const Status kept = m_outbox->addBlock(kind, block->first, block->last); !kept)
            log(LogLevel::Error, "outbox", QStringLiteral("cannot keep a block of numbers"),
                {{"detail", kept.error().detail}});
    }
    if (m_outbox->numbers().left(kind) > before) {
        supplyBlock(kind);
        m_onBlock();
    } else {
        QTimer::singleShot(m_times.liveRetryMs, this, [this, kind] { supplyBlock(kind); });
    }
}

void NumberSupply::supplyTickets() {
    if (m_askingTickets || !m_masters || !mayAsk(TakeTicketRange::info.permission)) return;
    const SessionGrant& session = *m_host.session();
    const QList<TakeTicketRange> wanted = m_outbox->tickets().wanted(
        dayIn(session.zone, m_host.serverNow()), ticketLetters(m_masters->clinics, m_masters->doctors));
    if (wanted.isEmpty()) return;
    m_askingTickets = true;
    const TakeTicketRange& question = wanted.first();
    m_requests.ask(0, {TakeTicketRange::info.type, encode(question), 10'000, true},
                   [this, question, outbox = m_outbox](const Result<QByteArray>& answer) {
                       if (outbox == m_outbox) suppliedTickets(question, answer);
                   });
}

void NumberSupply::suppliedTickets(const TakeTicketRange& question, const Result<QByteArray>& answer) {
    m_askingTickets = false;
    const auto range = answer ? decode<TakeTicketRange::Reply>(*answer)
                              : Result<TakeTicketRange::Reply>(tl::unexpected<Error>(answer.error()));
    if (!range || m_outbox->tickets().rangeOf(question.serviceDate, question.letter, range->first))
        return;  // The timer asks again.
    if (const Status kept =
            m_outbox->addRange(question.serviceDate, question.letter, range->first, range->last);
        !kept) {
        log(LogLevel::Error, "outbox", QStringLiteral("cannot keep a range of queue numbers"),
            {{"detail", kept.error().detail}});
        return;
    }
    supplyTickets();
}

}  // namespace simrs
