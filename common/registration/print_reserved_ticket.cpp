// SPDX-License-Identifier: GPL-3.0-or-later
// The reserved number is out on paper: it is the ticket now. What the server gave meanwhile is cancelled and
// stays findable.
#include "common/core/case_item.h"
#include "common/core/ticket_range.h"
#include "common/registration/registered_visit.h"

namespace simrs {
namespace {

/// Paper that tells of something that was refused or cancelled meanwhile: a person has to look at it.
void flagPaper(FactTx& tx, const CommandContext& context, const Visit& visit, const QString& field) {
    CaseItem item;
    item.id = tx.newId<CaseItem>();
    item.kind = CaseKind::ActedAfterChange;
    item.subject = visit.id.uuid();
    item.other = visit.patientId.uuid();
    item.fields = field;
    item.raisedBy = context.actor;
    item.raisedAt = context.at;
    tx.insert(item);
}

/// A paper tells of one visit. What names another person's is not this paper's.
bool isOf(const Visit& visit, const RegisterVisit& paper) {
    return visit.patientId == paper.patientId &&
           (!paper.temporaryNumber.isEmpty() || visit.registrationNumber == paper.registrationNumber);
}

/// In the queue that the paper names: it has not been moved.
bool standsThere(const Visit& visit, const RegisterVisit& paper) {
    return visit.clinicId == paper.clinicId && visit.doctorId == paper.doctorId &&
           visit.session == paper.session && visit.serviceDate == paper.serviceDate;
}

}  // namespace

Status PrintReservedTicket::prepare(Prepare& prepare, PrintReservedTicket& command) {
    return check(prepare.reader(), prepare.context(), command);
}

/// Nothing that has to do with rules: the paper is out.
Status PrintReservedTicket::check(Reader&, const CommandContext&, const PrintReservedTicket& command) {
    if (command.registration.isNull()) return fail(ErrorCode::VisitUnknown);
    if (!hasTicket(command.visit.type)) return fail(ErrorCode::VisitTypeInvalid);
    if (!isReservedTicket(command.visit.reservedTicket) || command.visit.letter.isEmpty())
        return fail(ErrorCode::NumbersExhausted);
    return command.visit.serviceDate.isValid() ? Status() : Status(fail(ErrorCode::ServiceDateInvalid));
}

void PrintReservedTicket::apply(FactTx& tx, const CommandContext& context,
                                const PrintReservedTicket& command) {
    auto visit = tx.get<Visit>(registeredVisit(command.registration));
    if (!visit && tx.authority()) {
        // The registration was refused. Its author could not know: the patient is here, with a paper.
        if (!standsOnKnownRows(tx, command.visit))
            return flagHomeless(tx, context, command.registration, command.visit);
        visit = insertVisit(tx, context, command.registration, command.visit);
        flagPaper(tx, context, *visit, QStringLiteral("visit"));
    }
    if (visit && !isOf(*visit, command.visit))
        return flagHomeless(tx, context, command.registration, command.visit);
    if (!visit) return;  // A device that does not hold it learns of the ticket from the server.
    const auto first = tx.get<Ticket>(firstTicket(command.registration));
    if (first && first->number == command.visit.reservedTicket) return;
    if (tx.get<Ticket>(printedTicket(command.registration))) return;
    // Of the queue that the paper names, wherever the visit has been moved since.
    Ticket ticket = ticketOfVisit(*visit, command.visit);
    ticket.id = printedTicket(command.registration);
    ticket.clinicId = command.visit.clinicId;
    ticket.serviceDate = command.visit.serviceDate;
    ticket.number = command.visit.reservedTicket;
    ticket.cancelled = visit->state == VisitState::Cancelled || !standsThere(*visit, command.visit);
    if (ticket.cancelled && tx.authority()) flagPaper(tx, context, *visit, QStringLiteral("ticket"));
    if (first) tx.patch<Ticket>(first->id, [](Ticket& row) { row.cancelled = true; });
    tx.insert(ticket);
}

VisitMade PrintReservedTicket::outcome(FactTx& tx, const PrintReservedTicket& command) {
    VisitMade made;
    made.visit = tx.get<Visit>(registeredVisit(command.registration)).value_or(Visit());
    auto ticket = tx.get<Ticket>(printedTicket(command.registration));
    if (!ticket) ticket = tx.get<Ticket>(firstTicket(command.registration));
    made.ticket = ticket.value_or(Ticket());
    return made;
}

QList<NumberUse> PrintReservedTicket::numbers(const PrintReservedTicket& command) {
    QList<NumberUse> used = RegisterVisit::numbers(command.visit);
    for (NumberUse& use : used) use.isAgain = true;
    return used;
}

}  // namespace simrs
