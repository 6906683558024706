// SPDX-License-Identifier: GPL-3.0-or-later
// The main job: a visit with its queue number, in one transaction.
#include "common/core/ticket_range.h"
#include "common/registration/number_alias.h"
#include "common/registration/registered_visit.h"

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

Status checkClinic(Reader& reader, const RegisterVisit& command) {
    const auto clinic = reader.get<Clinic>(command.clinicId);
    if (!clinic)
        return reader.authority() || command.clinicId.isNull() ? Status(fail(ErrorCode::ClinicUnknown))
                                                               : Status();
    if (!clinic->active) return fail(ErrorCode::ClinicClosed, {clinic->name});
    if ((clinic->kind == ClinicKind::Emergency) != (command.type == VisitType::Emergency))
        return fail(ErrorCode::VisitTypeInvalid);
    const auto doctor = reader.get<Doctor>(command.doctorId);
    if (!doctor) {
        const bool needed = hasTicket(command.type) && clinic->ticketSeries == TicketSeries::DoctorAndSession;
        if (command.doctorId.isNull() ? needed : reader.authority()) return fail(ErrorCode::DoctorUnknown);
    } else if (!doctor->active) {
        return fail(ErrorCode::DoctorInactive, {doctor->name});
    } else if (hasTicket(command.type) && doctor->clinicId != clinic->id) {
        return fail(ErrorCode::DoctorElsewhere, {doctor->name, clinic->name});
    }
    // Series and letter are the command's; a clinic whose setting changed in between is asked about again.
    if (hasTicket(command.type) && (command.series != ticketSeries(*clinic, doctor, command.session) ||
                                    command.letter != ticketLetter(*clinic, doctor)))
        return fail(ErrorCode::ChangedMeanwhile, {QStringLiteral("ticket_series")});
    return {};
}

Status checkPayer(Reader& reader, const RegisterVisit& command, const std::optional<Patient>& patient) {
    const auto payer = reader.get<Payer>(command.payerId);
    if (!payer)
        return reader.authority() || command.payerId.isNull() ? Status(fail(ErrorCode::PayerUnknown))
                                                              : Status();
    if (!payer->active) return fail(ErrorCode::PayerInactive, {payer->name});
    if (payer->needsCard && patient && patient->card.isEmpty())
        return fail(ErrorCode::PayerNeedsCard, {payer->name});
    return {};
}

Status checkRepeat(Reader& reader, const RegisterVisit& command) {
    if (command.repeat) return {};
    const auto visits = reader.list(Where<Visit>()
                                        .eq<&Visit::patientId>(command.patientId)
                                        .eq<&Visit::serviceDate>(command.serviceDate)
                                        .limit(20));
    for (const Visit& visit : visits.value_or(QList<Visit>())) {
        if (visit.clinicId == command.clinicId && visit.state == VisitState::Registered)
            return fail(ErrorCode::AlreadyRegistered, {visit.id.toString()});
    }
    return {};
}

}  // namespace

Status RegisterVisit::prepare(Prepare& prepare, RegisterVisit& command) {
    const CommandContext context = prepare.context();
    if (!command.serviceDate.isValid()) command.serviceDate = context.today;
    const auto clinic = prepare.reader().get<Clinic>(command.clinicId);
    const auto doctor = prepare.reader().get<Doctor>(command.doctorId);
    if (clinic && hasTicket(command.type)) {
        command.series = ticketSeries(*clinic, doctor, command.session);
        command.letter = ticketLetter(*clinic, doctor);
    }
    SIMRS_TRY(check(prepare.reader(), context, command));
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
    SIMRS_TRY(checkDay(context, command));
    const auto patient = reader.get<Patient>(command.patientId);
    if (!patient && reader.authority()) return fail(ErrorCode::PatientUnknown);
    SIMRS_TRY(checkClinic(reader, command));
    SIMRS_TRY(checkPayer(reader, command, patient));
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
