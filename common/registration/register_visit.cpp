// SPDX-License-Identifier: GPL-3.0-or-later
// The main job: a visit with its queue number, in one transaction.
#include "common/core/ticket_range.h"
#include "common/registration/number_alias.h"
#include "common/registration/registered_visit.h"
#include "common/registration/survivor.h"
#include "common/registration/visit_place.h"

namespace simrs {
namespace {

/// A registration that began before midnight may arrive a little after it, by the server's clock: nobody gets
/// a number for yesterday from a computer that was off the line over night.
constexpr std::int64_t kMidnightGraceMs = 15 * 60 * 1000;

Status checkDay(const CommandContext& context, const RegisterVisit& command) {
    if (!context.today.isValid() || command.serviceDate == context.today) return {};
    const bool justPast =
        dayIn(context.zone, Instant(context.now.ms - kMidnightGraceMs)) == command.serviceDate;
    return justPast ? Status() : Status(fail(ErrorCode::ServiceDateInvalid));
}

/// Times of an emergency, in their order. An outpatient has none but the registration's.
Status checkTimes(const CommandContext& context, const RegisterVisit& command) {
    const auto broken = [](const char* field) {
        return fail(ErrorCode::FieldOutOfRange, {QString::fromLatin1(field)});
    };
    const Instant arrived = command.arrivedAt, triaged = command.triagedAt;
    if (arrived.isNull() && triaged.isNull()) return {};
    if (command.type != VisitType::Emergency) return broken("arrived_at");
    if (!arrived.isNull() && arrived > context.at) return broken("arrived_at");
    if (!triaged.isNull() && (triaged > context.at || (!arrived.isNull() && triaged < arrived)))
        return broken("triaged_at");
    return {};
}

/// A visit continues an episode of the same person's, or begins one: SEP and bill go by it.
Status checkEpisode(Reader& reader, const RegisterVisit& command) {
    if (command.episodeId.isNull() || !reader.authority()) return {};
    const auto family = familyOf(reader, command.patientId);
    const auto visits = reader.list(Where<Visit>()
                                        .in<&Visit::patientId>(family ? family->ids() : QList<PatientId>())
                                        .eq<&Visit::episodeId>(command.episodeId)
                                        .limit(1));
    return visits && !visits->isEmpty() ? Status()
                                        : fail(ErrorCode::FieldInvalid, {QStringLiteral("episode_id")});
}

Status checkRepeat(Reader& reader, const RegisterVisit& command) {
    if (command.repeat) return {};
    const auto family = familyOf(reader, command.patientId);
    const auto visits =
        reader.list(Where<Visit>()
                        .in<&Visit::patientId>(family ? family->ids() : QList<PatientId>{command.patientId})
                        .eq<&Visit::serviceDate>(command.serviceDate)
                        .limit(20));
    for (const Visit& visit : visits.value_or(QList<Visit>())) {
        if (visit.clinicId == command.clinicId && visit.state == VisitState::Registered)
            return fail(ErrorCode::AlreadyRegistered, {visit.id.toString()});
    }
    return {};
}

}  // namespace

Status checkVisitOf(Reader& reader, const CommandContext& context, const RegisterVisit& command,
                    const std::optional<Patient>& patient) {
    SIMRS_TRY(checkDay(context, command));
    SIMRS_TRY(checkTimes(context, command));
    SIMRS_TRY(checkVisitDetails(command.details, command.serviceDate));
    SIMRS_TRY(checkPlace(reader, {command.type, command.clinicId, command.doctorId, command.session,
                                  command.series, command.letter}));
    if (const PayerId& second = command.details.secondPayerId; !second.isNull())
        if (reader.authority() && !reader.get<Payer>(second)) return fail(ErrorCode::PayerUnknown);
    return checkPayer(reader, command.payerId, patient);
}

Status RegisterVisit::prepare(Prepare& prepare, RegisterVisit& command) {
    const CommandContext context = prepare.context();
    if (!command.serviceDate.isValid()) command.serviceDate = context.today;
    tidyVisitDetails(command.details);
    if (command.details.membership != Membership::NotChecked)
        command.details.membershipCheckedAt = context.at;
    VisitPlace place{command.type,    command.clinicId, command.doctorId,
                     command.session, command.series,   command.letter};
    fillSeries(prepare.reader(), place);
    command.series = place.series;
    command.letter = place.letter;
    SIMRS_TRY(check(prepare.reader(), context, command));
    return takeVisitNumbers(prepare, command);
}

Status takeVisitNumbers(Prepare& prepare, RegisterVisit& command) {
    SIMRS_TRY(takeOrStandIn(prepare, NumberKind::Registration, command.registrationNumber,
                            command.temporaryNumber));
    command.reservedTicket = 0;
    if (hasTicket(command.type) && !command.letter.isEmpty())
        command.reservedTicket = prepare.takeTicket(command.serviceDate, command.letter).value_or(0);
    return {};
}

Status RegisterVisit::check(Reader& reader, const CommandContext& context, const RegisterVisit& command) {
    if (command.type != VisitType::Outpatient && command.type != VisitType::Emergency)
        return fail(ErrorCode::VisitTypeInvalid);
    const auto patient = survivorOf(reader, command.patientId);
    if (!patient && reader.authority()) return fail(ErrorCode::PatientUnknown);
    SIMRS_TRY(checkVisitOf(reader, context, command, patient));
    SIMRS_TRY(checkEpisode(reader, command));
    return checkRepeat(reader, command);
}

void RegisterVisit::apply(FactTx& tx, const CommandContext& context, const RegisterVisit& command) {
    if (tx.authority() && !standsOnKnownRows(tx, command))
        return flagHomeless(tx, context, context.id, command);
    const Visit visit = insertVisit(tx, context, context.id, command);
    if (!hasTicket(command.type)) return;
    Ticket ticket = ticketOfVisit(visit, command);
    ticket.id = firstTicket(context.id);
    if (context.assured && command.reservedTicket > 0) {
        // He was told this one.
        ticket.number = command.reservedTicket;
    } else if (const auto count = tx.next(ticketCounter(command.serviceDate, command.letter))) {
        // Last, so that the counter is locked for as short as possible.
        ticket.number = ticketOfCount(*count);
    }
    tx.insert(ticket);
}

QList<NumberUse> RegisterVisit::numbers(const RegisterVisit& command) {
    QList<NumberUse> used{
        numberUsed(NumberKind::Registration, command.registrationNumber, command.temporaryNumber)};
    if (command.reservedTicket != 0)
        used.append({NumberKind::Ticket, command.reservedTicket, command.serviceDate, command.letter});
    return used;
}

VisitMade RegisterVisit::outcome(FactTx& tx, const RegisterVisit& command) {
    VisitMade made;
    made.visit = tx.get<Visit>(tx.newId<Visit>()).value_or(Visit());
    if (hasTicket(command.type)) made.ticket = tx.get<Ticket>(tx.newId<Ticket>()).value_or(Ticket());
    return made;
}

}  // namespace simrs
