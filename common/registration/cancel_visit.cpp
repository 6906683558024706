// SPDX-License-Identifier: GPL-3.0-or-later
// Cancelling a visit, with a reason. Its queue number is never given again.
#include "common/base/text.h"
#include "common/registration/requests.h"

namespace simrs {

Status CancelVisit::prepare(Prepare& prepare, CancelVisit& command) {
    command.reason = cleanLine(command.reason);
    return check(prepare.reader(), prepare.context(), command);
}

Status CancelVisit::check(Reader& reader, const CommandContext&, const CancelVisit& command) {
    if (cleanLine(command.reason).isEmpty()) return fail(ErrorCode::ReasonRequired);
    SIMRS_TRY(checkText(command.reason, QStringLiteral("cancel_reason"), limits::kReasonChars));
    const auto visit = reader.get<Visit>(command.visitId);
    if (!visit) return reader.authority() ? Status(fail(ErrorCode::VisitUnknown)) : Status();
    if (visit->state == VisitState::Cancelled) return fail(ErrorCode::VisitCancelled);
    return {};
}

Status CancelVisit::apply(WishTx& tx, const CommandContext& context, const CancelVisit& command) {
    const auto visit = tx.lock<Visit>(command.visitId);
    if (!visit) return tx.authority() ? Status(fail(ErrorCode::VisitUnknown)) : Status();
    if (visit->state == VisitState::Cancelled) return fail(ErrorCode::VisitCancelled);
    tx.patch<Visit>(command.visitId, [&](Visit& row) {
        row.state = VisitState::Cancelled;
        row.cancelReason = command.reason;
        row.cancelledAt = context.at;
        row.cancelledBy = context.actor;
    });
    // A device may not hold all tickets, and takes what its author saw; the server knows.
    const auto tickets = tx.list(Where<Ticket>().eq<&Ticket::visitId>(command.visitId));
    QList<TicketId> ids;
    for (const Ticket& ticket : tickets.value_or(QList<Ticket>())) ids.append(ticket.id);
    if (const auto seen = tickets ? std::nullopt : tx.get<Ticket>(command.ticketId);
        seen && seen->visitId == command.visitId)
        ids.append(seen->id);
    for (const TicketId& id : ids) tx.patch<Ticket>(id, [](Ticket& row) { row.cancelled = true; });
    return {};
}

}  // namespace simrs
