// SPDX-License-Identifier: GPL-3.0-or-later
// An emergency nobody knows: the file and the visit in one, so that neither can be there without the other.
#include "common/registration/registered_visit.h"
#include "common/registration/visit_place.h"
#include "common/registration/visit_requests.h"

namespace simrs {
namespace {

RegisterVisit visitOf(const ReceiveUnknown& command, const PatientId& patient) {
    RegisterVisit visit = command.visit;
    visit.patientId = patient;
    return visit;
}

}  // namespace

Status ReceiveUnknown::prepare(Prepare& prepare, ReceiveUnknown& command) {
    const CommandContext context = prepare.context();
    command.person.details.unidentified = true;
    command.visit.type = VisitType::Emergency;
    command.visit.patientId = prepare.newId<Patient>();
    if (!command.visit.serviceDate.isValid()) command.visit.serviceDate = context.today;
    if (command.visit.arrivedAt.isNull()) command.visit.arrivedAt = context.at;
    tidyVisitDetails(command.visit.details);
    SIMRS_TRY(RegisterPatient::prepare(prepare, command.person));
    SIMRS_TRY(check(prepare.reader(), context, command));
    return takeVisitNumbers(prepare, command.visit);
}

Status ReceiveUnknown::check(Reader& reader, const CommandContext& context, const ReceiveUnknown& command) {
    if (command.visit.type != VisitType::Emergency) return fail(ErrorCode::VisitTypeInvalid);
    SIMRS_TRY(RegisterPatient::check(reader, context, command.person));
    return checkVisitOf(reader, context, command.visit, command.person.patient);
}

void ReceiveUnknown::apply(FactTx& tx, const CommandContext& context, const ReceiveUnknown& command) {
    RegisterPatient::apply(tx, context, command.person);
    insertVisit(tx, context, context.id, visitOf(command, tx.newId<Patient>()));
}

EmergencyMade ReceiveUnknown::outcome(FactTx& tx, const ReceiveUnknown& command) {
    return {RegisterPatient::outcome(tx, command.person), tx.get<Visit>(tx.newId<Visit>()).value_or(Visit())};
}

QList<NumberUse> ReceiveUnknown::numbers(const ReceiveUnknown& command) {
    return RegisterPatient::numbers(command.person) + RegisterVisit::numbers(command.visit);
}

}  // namespace simrs
