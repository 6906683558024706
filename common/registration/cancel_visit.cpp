// SPDX-License-Identifier: GPL-3.0-or-later
// Cancelling a visit, with a reason. Its queue number is never given again.
#include "common/base/text.h"
#include "common/registration/requests.h"
#include "common/registration/stay.h"

namespace simrs {
namespace {

/// Not what somebody has written into, and not what a stay stands on (hospital-practice 1.4).
Status mayCancel(Reader& reader, const Visit& visit) {
    if (visit.state == VisitState::Cancelled) return fail(ErrorCode::VisitCancelled);
    if (!visit.openedAt.isNull()) return fail(ErrorCode::VisitOpened);
    const auto own = reader.get<Stay>(visit.id);
    if (own && own->discharge != Discharge::StillHere) return fail(ErrorCode::StayEnded);
    const auto stays = reader.list(
        Where<Stay>().eq<&Stay::patientId>(visit.patientId).eq<&Stay::discharge>(Discharge::StillHere));
    for (const Stay& stay : stays.value_or(QList<Stay>()))
        if (stay.fromVisit == visit.id) return fail(ErrorCode::StillAdmitted, {stay.id.toString()});
    return {};
}

/// An admission that is cancelled leaves nobody in a bed.
void withdrawStay(WishTx& tx, const CommandContext& context, const CancelVisit& command) {
    tx.patch<Stay>(command.visitId, [&](Stay& row) {
        row.discharge = Discharge::Withdrawn;
        row.leftAt = context.at;
        row.leftBy = context.actor;
        row.leftNote = command.reason;
    });
}

}  // namespace

Status CancelVisit::prepare(Prepare& prepare, CancelVisit& command) {
    command.reason = cleanLine(command.reason);
    return check(prepare.reader(), prepare.context(), command);
}

Status CancelVisit::check(Reader& reader, const CommandContext&, const CancelVisit& command) {
    SIMRS_TRY(checkReason(command.reason, QStringLiteral("cancel_reason")));
    const auto visit = reader.get<Visit>(command.visitId);
    if (!visit) return reader.authority() ? Status(fail(ErrorCode::VisitUnknown)) : Status();
    return mayCancel(reader, *visit);
}

Status CancelVisit::apply(WishTx& tx, const CommandContext& context, const CancelVisit& command) {
    const auto visit = tx.lock<Visit>(command.visitId);
    if (!visit) return tx.authority() ? Status(fail(ErrorCode::VisitUnknown)) : Status();
    SIMRS_TRY(mayCancel(tx, *visit));
    tx.patch<Visit>(command.visitId, [&](Visit& row) {
        row.state = VisitState::Cancelled;
        row.cancelReason = command.reason;
        row.cancelledAt = context.at;
        row.cancelledBy = context.actor;
    });
    withdrawStay(tx, context, command);
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
