// SPDX-License-Identifier: GPL-3.0-or-later
// A visit's rows. Their ids come from the registration, whichever command makes them.
#include "common/registration/registered_visit.h"

#include "common/base/planted_bug.h"
#include "common/core/raise_case.h"
#include "common/registration/death.h"
#include "common/registration/number_alias.h"
#include "common/registration/survivor.h"

namespace simrs {
namespace {

constexpr std::uint32_t kEpisodeKind = 43;

template <Entity E>
IdOf<E> idOfSlot(const CommandId& registration, std::uint32_t slot) {
    return IdOf<E>(Uuid::derive(registration.uuid(), entityInfo<E>.kind, slot));
}

}  // namespace

VisitId registeredVisit(const CommandId& registration) { return idOfSlot<Visit>(registration, 0); }
TicketId firstTicket(const CommandId& registration) { return idOfSlot<Ticket>(registration, 0); }
TicketId printedTicket(const CommandId& registration) { return idOfSlot<Ticket>(registration, 1); }

bool hasTicket(VisitType type) { return type == VisitType::Outpatient; }

bool standsOnKnownRows(FactTx& tx, const RegisterVisit& command) {
    return tx.firm<Patient>(command.patientId) && tx.get<Clinic>(command.clinicId) &&
           tx.get<Payer>(command.payerId) && (command.doctorId.isNull() || tx.get<Doctor>(command.doctorId));
}

void flagHomeless(FactTx& tx, const CommandContext& context, const CommandId& registration,
                  const RegisterVisit& command) {
    CaseItem item;
    item.kind = CaseKind::ActedAfterChange;
    item.subject = registeredVisit(registration).uuid();
    item.other = command.patientId.uuid();
    item.detail = encode(command);
    raiseCase(tx, context, item);
}

Visit visitRow(const CommandId& registration, const RegisterVisit& command) {
    Visit visit;
    visit.id = registeredVisit(registration);
    // The file that its author had before him, also where it leads to another by now: survivor.h.
    visit.patientId = command.patientId;
    visit.registrationNumber = command.registrationNumber;
    if (isPlanted(PlantedBug::NumberAtRedo)) visit.registrationNumber += nextPlantedTurn() * 1'000'000LL;
    visit.episodeId = command.episodeId.isNull()
                          ? EpisodeId(Uuid::derive(registration.uuid(), kEpisodeKind, 0))
                          : command.episodeId;
    visit.type = command.type;
    visit.serviceDate = command.serviceDate;
    visit.clinicId = command.clinicId;
    visit.doctorId = command.doctorId;
    visit.session = command.session;
    visit.payerId = command.payerId;
    visit.arrival = command.arrival;
    visit.arrivedAt = command.arrivedAt;
    visit.triagedAt = command.triagedAt;
    return visit;
}

void tellNewness(FactTx& tx, Visit& visit) {
    const auto family = tx.authority() ? familyOf(tx, visit.patientId) : std::nullopt;
    if (!family) return;
    const auto hasVisit = [&](bool inClinic) {
        Where<Visit> where;
        where.in<&Visit::patientId>(family->ids()).eq<&Visit::state>(VisitState::Registered);
        where.notEq<&Visit::id>(visit.id);
        if (inClinic) where.eq<&Visit::clinicId>(visit.clinicId);
        return !tx.list(where.limit(1)).value_or(QList<Visit>()).isEmpty();
    };
    const bool inClinic = hasVisit(true);
    visit.inClinic = inClinic ? Newness::Returning : Newness::New;
    visit.inHospital = inClinic || hasVisit(false) ? Newness::Returning : Newness::New;
}

namespace {

void insertDetails(FactTx& tx, const Visit& visit, VisitDetails details) {
    details.id = {};
    details.patientId = {};
    if (details == VisitDetails()) return;
    details.id = visit.id;
    details.patientId = visit.patientId;
    tx.insert(details);
}

}  // namespace

Visit insertVisit(FactTx& tx, const CommandContext& context, const CommandId& registration,
                  const RegisterVisit& command) {
    Visit visit = visitRow(registration, command);
    if (!command.temporaryNumber.isEmpty())
        visit.registrationNumber = finalNumber(tx, context, NumberKind::Registration);
    visit.registeredAt = context.at;
    visit.registeredBy = context.actor;
    tellNewness(tx, visit);
    tx.insert(visit);
    insertDetails(tx, visit, command.details);
    if (command.details.deadOnArrival) noteDeath(tx, visit.patientId, visit.serviceDate);
    if (!command.temporaryNumber.isEmpty()) {
        NumberAlias alias;
        alias.text = command.temporaryNumber;
        alias.kind = NumberKind::Registration;
        alias.patientId = visit.patientId;
        alias.visitId = visit.id;
        keepAlias(tx, context, alias);
    }
    return visit;
}

Ticket ticketOfVisit(const Visit& visit, const RegisterVisit& command) {
    Ticket ticket;
    ticket.visitId = visit.id;
    ticket.patientId = visit.patientId;
    ticket.clinicId = visit.clinicId;
    ticket.serviceDate = visit.serviceDate;
    ticket.series = command.series;
    ticket.letter = command.letter;
    return ticket;
}

}  // namespace simrs
