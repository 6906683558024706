// SPDX-License-Identifier: GPL-3.0-or-later
// Moving a visit: clinic, doctor, session, payer or day, with the reason and its trace.
#include "common/base/text.h"
#include "common/core/ticket_range.h"
#include "common/registration/registered_visit.h"
#include "common/registration/survivor.h"
#include "common/registration/visit_place.h"
#include "common/registration/visit_requests.h"

namespace simrs {
namespace {

bool isSamePlace(const Visit& visit, const MoveVisit& command) {
    return visit.clinicId == command.clinicId && visit.doctorId == command.doctorId &&
           visit.session == command.session && visit.serviceDate == command.serviceDate;
}

/// What its author saw is still so.
bool isAsSeen(const Visit& visit, const Visit& seen) {
    return visit.clinicId == seen.clinicId && visit.doctorId == seen.doctorId &&
           visit.session == seen.session && visit.payerId == seen.payerId &&
           visit.serviceDate == seen.serviceDate;
}

Status mayMove(const Visit& visit, const MoveVisit& command) {
    if (visit.state == VisitState::Cancelled) return fail(ErrorCode::VisitCancelled);
    if (!visit.openedAt.isNull()) return fail(ErrorCode::VisitOpened);
    if (visit.type == VisitType::Inpatient) return fail(ErrorCode::VisitTypeInvalid);
    if (!isAsSeen(visit, command.base)) return fail(ErrorCode::ChangedMeanwhile, {QStringLiteral("visit")});
    if (isSamePlace(visit, command) && visit.payerId == command.payerId)
        return fail(ErrorCode::FieldRequired, {QStringLiteral("changes")});
    return {};
}

/// Bookings reach a year ahead; a later day is a slip of the hand.
constexpr int kFarthestDays = 366;

Status checkDay(const Visit& visit, const CommandContext& context, QDate day) {
    if (day == visit.serviceDate || !context.today.isValid()) return {};
    if (day >= context.today && day <= context.today.addDays(kFarthestDays)) return {};
    return fail(ErrorCode::FieldOutOfRange, {QStringLiteral("service_date")});
}

/// He has no other visit there on that day.
Status checkAlone(Reader& reader, const Visit& visit, const MoveVisit& command) {
    if (visit.clinicId == command.clinicId && visit.serviceDate == command.serviceDate) return {};
    const auto family = familyOf(reader, visit.patientId);
    if (!family) return {};
    const auto there = reader.list(Where<Visit>()
                                       .in<&Visit::patientId>(family->ids())
                                       .eq<&Visit::serviceDate>(command.serviceDate)
                                       .eq<&Visit::clinicId>(command.clinicId)
                                       .eq<&Visit::state>(VisitState::Registered)
                                       .limit(2));
    for (const Visit& other : there.value_or(QList<Visit>()))
        if (other.id != visit.id) return fail(ErrorCode::AlreadyRegistered, {other.id.toString()});
    return {};
}

VisitPlace placeOf(const MoveVisit& command, VisitType type) {
    return {type, command.clinicId, command.doctorId, command.session, command.series, command.letter};
}

/// The trace: where it stood until now, and the number that is not valid any more.
VisitChange traceOf(const Visit& visit, const QString& ticket, const CommandContext& context,
                    const QString& reason) {
    VisitChange change;
    change.visitId = visit.id;
    change.patientId = visit.patientId;
    change.clinicId = visit.clinicId;
    change.doctorId = visit.doctorId;
    change.session = visit.session;
    change.payerId = visit.payerId;
    change.serviceDate = visit.serviceDate;
    change.ticket = ticket;
    change.reason = reason;
    change.at = context.at;
    change.by = context.actor;
    return change;
}

/// The old numbers are findable for ever and never given again; the new queue begins at its end.
void moveTicket(WishTx& tx, const MoveVisit& command, const Visit& visit, const QList<Ticket>& tickets) {
    for (const Ticket& ticket : tickets)
        if (!ticket.cancelled) tx.patch<Ticket>(ticket.id, [](Ticket& row) { row.cancelled = true; });
    if (!hasTicket(visit.type)) return;
    Ticket ticket;
    ticket.id = tx.newId<Ticket>();
    ticket.visitId = visit.id;
    ticket.patientId = visit.patientId;
    ticket.clinicId = command.clinicId;
    ticket.serviceDate = command.serviceDate;
    ticket.series = command.series;
    ticket.letter = command.letter;
    if (const auto count = tx.next(ticketCounter(command.serviceDate, command.letter)))
        ticket.number = ticketOfCount(*count);
    tx.insert(ticket);
}

}  // namespace

Status MoveVisit::prepare(Prepare& prepare, MoveVisit& command) {
    command.reason = cleanLine(command.reason);
    VisitPlace place = placeOf(command, command.base.type);
    fillSeries(prepare.reader(), place);
    command.series = place.series;
    command.letter = place.letter;
    return check(prepare.reader(), prepare.context(), command);
}

Status MoveVisit::check(Reader& reader, const CommandContext& context, const MoveVisit& command) {
    SIMRS_TRY(checkReason(command.reason));
    if (!command.serviceDate.isValid()) return fail(ErrorCode::ServiceDateInvalid);
    const auto visit = reader.get<Visit>(command.visitId);
    if (!visit) return reader.authority() ? Status(fail(ErrorCode::VisitUnknown)) : Status();
    SIMRS_TRY(mayMove(*visit, command));
    SIMRS_TRY(checkDay(*visit, context, command.serviceDate));
    SIMRS_TRY(checkAlone(reader, *visit, command));
    // A clinic that was closed meanwhile may keep whom it has: only what is chosen anew is asked about.
    if (!isSamePlace(*visit, command)) SIMRS_TRY(checkPlace(reader, placeOf(command, visit->type)));
    if (visit->payerId != command.payerId)
        SIMRS_TRY(checkPayer(reader, command.payerId, survivorOf(reader, visit->patientId)));
    return {};
}

Status MoveVisit::apply(WishTx& tx, const CommandContext& context, const MoveVisit& command) {
    const auto visit = tx.lock<Visit>(command.visitId);
    if (!visit) return tx.authority() ? Status(fail(ErrorCode::VisitUnknown)) : Status();
    SIMRS_TRY(mayMove(*visit, command));
    const auto tickets =
        tx.list(Where<Ticket>().eq<&Ticket::visitId>(command.visitId)).value_or(QList<Ticket>());
    const Ticket* old = ticketOf(tickets, command.visitId);
    const bool queuesAnew = !isSamePlace(*visit, command);
    VisitChange change =
        traceOf(*visit, old == nullptr || !queuesAnew ? QString() : ticketText(old->letter, old->number),
                context, command.reason);
    change.id = tx.newId<VisitChange>();
    tx.insert(change);
    tx.patch<Visit>(command.visitId, [&](Visit& row) {
        row.clinicId = command.clinicId;
        row.doctorId = command.doctorId;
        row.session = command.session;
        row.payerId = command.payerId;
        row.serviceDate = command.serviceDate;
    });
    if (visit->clinicId != command.clinicId) {
        Visit moved = *visit;
        moved.clinicId = command.clinicId;
        tellNewness(tx, moved);
        tx.patch<Visit>(command.visitId, [&](Visit& row) { row.inClinic = moved.inClinic; });
    }
    if (queuesAnew) moveTicket(tx, command, *visit, tickets);
    return {};
}

VisitMade MoveVisit::outcome(FactTx& tx, const MoveVisit& command) {
    VisitMade made;
    made.visit = tx.get<Visit>(command.visitId).value_or(Visit());
    const auto tickets = tx.list(Where<Ticket>().eq<&Ticket::visitId>(command.visitId));
    if (const Ticket* ticket = ticketOf(tickets.value_or(QList<Ticket>()), command.visitId))
        made.ticket = *ticket;
    return made;
}

}  // namespace simrs
