// SPDX-License-Identifier: GPL-3.0-or-later
// Admission to a ward: an inpatient visit, its stay and the first of its moves.
#include "common/registration/number_alias.h"
#include "common/registration/registered_visit.h"
#include "common/registration/stay_rules.h"
#include "common/registration/survivor.h"
#include "common/registration/visit_place.h"

namespace simrs {
namespace {

/// The visit's part of an admission, for the rows that every registration makes.
RegisterVisit visitOf(const AdmitPatient& command) {
    RegisterVisit visit;
    visit.patientId = command.patientId;
    visit.type = VisitType::Inpatient;
    visit.clinicId = command.wardId;
    visit.doctorId = command.leaderId;
    visit.payerId = command.payerId;
    visit.arrival = command.fromVisit.isNull() ? Arrival::WalkIn : Arrival::InternalReferral;
    visit.episodeId = command.episodeId;
    visit.serviceDate = command.serviceDate;
    visit.registrationNumber = command.registrationNumber;
    visit.temporaryNumber = command.temporaryNumber;
    visit.details.classEntitled = command.entitled;
    return visit;
}

Status checkOrigin(Reader& reader, const AdmitPatient& command) {
    if (command.fromVisit.isNull())
        return command.episodeId.isNull() ? Status()
                                          : fail(ErrorCode::FieldInvalid, {QStringLiteral("episode_id")});
    const auto from = reader.get<Visit>(command.fromVisit);
    if (!from) return reader.authority() ? Status(fail(ErrorCode::VisitUnknown)) : Status();
    if (from->state == VisitState::Cancelled) return fail(ErrorCode::VisitCancelled);
    const auto family = familyOf(reader, command.patientId);
    if (family && !family->ids().contains(from->patientId)) return fail(ErrorCode::VisitUnknown);
    if (from->episodeId != command.episodeId)
        return fail(ErrorCode::FieldInvalid, {QStringLiteral("episode_id")});
    return {};
}

Status checkNotHere(Reader& reader, const PatientId& patientId) {
    const auto family = familyOf(reader, patientId);
    if (!family) return {};
    const auto stays = reader.list(Where<Stay>()
                                       .in<&Stay::patientId>(family->ids())
                                       .eq<&Stay::discharge>(Discharge::StillHere)
                                       .limit(8));
    for (const Stay& stay : stays.value_or(QList<Stay>())) {
        const auto visit = reader.get<Visit>(stay.id);
        if (visit && visit->state == VisitState::Registered)
            return fail(ErrorCode::StillAdmitted, {stay.id.toString()});
    }
    return {};
}

/// Two desks may admit at once: one waits here for the other's commit, and is asked again.
void waitForOthers(FactTx& tx, const CommandContext& context, const PatientId& patientId) {
    const auto patient = tx.authority() ? survivorOf(tx, patientId) : std::nullopt;
    if (!patient) return;
    tx.patch<Patient>(patient->id, [](Patient&) {});
    if (!context.assured && !checkNotHere(tx, patientId)) tx.runAgain();
}

}  // namespace

Status AdmitPatient::prepare(Prepare& prepare, AdmitPatient& command) {
    const CommandContext context = prepare.context();
    if (command.admittedAt.isNull()) command.admittedAt = context.at;
    if (!command.serviceDate.isValid()) command.serviceDate = dayIn(context.zone, command.admittedAt);
    if (const auto from = prepare.reader().get<Visit>(command.fromVisit)) command.episodeId = from->episodeId;
    SIMRS_TRY(check(prepare.reader(), context, command));
    return takeOrStandIn(prepare, NumberKind::Registration, command.registrationNumber,
                         command.temporaryNumber);
}

Status AdmitPatient::check(Reader& reader, const CommandContext& context, const AdmitPatient& command) {
    const auto patient = survivorOf(reader, command.patientId);
    if (!patient && reader.authority()) return fail(ErrorCode::PatientUnknown);
    if (command.admittedAt.isNull() || command.admittedAt > context.at)
        return fail(ErrorCode::FieldOutOfRange, {QStringLiteral("admitted_at")});
    if (!command.serviceDate.isValid() || command.serviceDate != dayIn(context.zone, command.admittedAt))
        return fail(ErrorCode::FieldOutOfRange, {QStringLiteral("service_date")});
    SIMRS_TRY(checkLying(reader, {command.wardId, command.bedId, command.leaderId, command.given}));
    SIMRS_TRY(checkPayer(reader, command.payerId, patient));
    SIMRS_TRY(checkOrigin(reader, command));
    return checkNotHere(reader, command.patientId);
}

void AdmitPatient::apply(FactTx& tx, const CommandContext& context, const AdmitPatient& command) {
    const RegisterVisit visit = visitOf(command);
    if (tx.authority() && !standsOnKnownRows(tx, visit)) return flagHomeless(tx, context, context.id, visit);
    waitForOthers(tx, context, command.patientId);
    const Visit made = insertVisit(tx, context, context.id, visit);
    Stay stay;
    stay.id = made.id;
    stay.patientId = made.patientId;
    stay.wardId = command.wardId;
    stay.bedId = command.bedId;
    stay.leaderId = command.leaderId;
    stay.entitled = command.entitled;
    stay.given = command.given;
    stay.fromVisit = command.fromVisit;
    stay.admittedAt = command.admittedAt;
    tx.insert(stay);
    StayMove move = moveTo(stay, context);
    move.id = tx.newId<StayMove>();
    move.at = command.admittedAt;
    tx.insert(move);
}

VisitMade AdmitPatient::outcome(FactTx& tx, const AdmitPatient&) {
    return {tx.get<Visit>(tx.newId<Visit>()).value_or(Visit()), {}};
}

QList<NumberUse> AdmitPatient::numbers(const AdmitPatient& command) {
    return {numberUsed(NumberKind::Registration, command.registrationNumber, command.temporaryNumber)};
}

}  // namespace simrs
