// SPDX-License-Identifier: GPL-3.0-or-later
// A number gets the visit it was taken for. The clerk who registers is often quicker than the key that says
// "he is here": the link says it, too.
#include "common/base/text.h"
#include "common/registration/counter_rules.h"

namespace simrs {
namespace {

/// As lockAtCounter; and one that this counter has ended without a visit, since its answer may come when the
/// next number is called already.
Result<std::optional<CounterTicket>> lockToLink(WishTx& tx, const LinkCounterTicket& command) {
    const auto ticket = tx.lock<CounterTicket>(command.ticketId);
    const bool ended =
        ticket && (ticket->state == CounterState::Served || ticket->state == CounterState::Skipped);
    const bool late = ended && ticket->visitId.isNull() && ticket->counter == command.counter;
    return late ? ticket : lockAtCounter(tx, command.ticketId, command.counter);
}

/// Whoever was registered did come.
void linkTo(CounterTicket& row, const VisitId& visit, Instant at) {
    row.visitId = visit;
    if (row.state == CounterState::Skipped) {
        row.servedAt = row.calledAt;
        row.doneAt = at;
        row.state = CounterState::Served;
    }
    if (row.servedAt.isNull()) row.servedAt = at;
    if (row.state == CounterState::Called) row.state = CounterState::Serving;
}

}  // namespace

Status LinkCounterTicket::prepare(Prepare& prepare, LinkCounterTicket& command) {
    command.counter = cleanLine(command.counter);
    return check(prepare.reader(), prepare.context(), command);
}

Status LinkCounterTicket::check(Reader&, const CommandContext&, const LinkCounterTicket& command) {
    if (command.visitId.isNull()) return fail(ErrorCode::VisitUnknown);
    return checkCounter(command.counter);
}

Status LinkCounterTicket::apply(WishTx& tx, const CommandContext& context, const LinkCounterTicket& command) {
    SIMRS_ASSIGN(const auto ticket, lockToLink(tx, command));
    if (!ticket) return {};
    if (!tx.get<Visit>(command.visitId))
        return tx.authority() ? Status(fail(ErrorCode::VisitUnknown)) : Status();
    tx.patch<CounterTicket>(command.ticketId,
                            [&](CounterTicket& row) { linkTo(row, command.visitId, context.at); });
    return {};
}

CounterTicketNow LinkCounterTicket::outcome(FactTx& tx, const LinkCounterTicket& command) {
    return ticketNow(tx, command.ticketId);
}

}  // namespace simrs
