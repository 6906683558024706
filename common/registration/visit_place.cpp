// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/registration/visit_place.h"

#include "common/registration/registered_visit.h"

namespace simrs {
namespace {

ClinicKind kindFor(VisitType type) {
    return type == VisitType::Emergency   ? ClinicKind::Emergency
           : type == VisitType::Inpatient ? ClinicKind::Ward
                                          : ClinicKind::Outpatient;
}

}  // namespace

Status checkPlace(Reader& reader, const VisitPlace& place) {
    const auto clinic = reader.get<Clinic>(place.clinicId);
    if (!clinic)
        return reader.authority() || place.clinicId.isNull() ? Status(fail(ErrorCode::ClinicUnknown))
                                                             : Status();
    if (!clinic->active) return fail(ErrorCode::ClinicClosed, {clinic->name});
    if (clinic->kind != kindFor(place.type)) return fail(ErrorCode::VisitTypeInvalid);
    const auto doctor = reader.get<Doctor>(place.doctorId);
    if (!doctor) {
        const bool needed = hasTicket(place.type) && clinic->ticketSeries == TicketSeries::DoctorAndSession;
        if (place.doctorId.isNull() ? needed : reader.authority()) return fail(ErrorCode::DoctorUnknown);
    } else if (!doctor->active) {
        return fail(ErrorCode::DoctorInactive, {doctor->name});
    } else if (hasTicket(place.type) && doctor->clinicId != clinic->id) {
        return fail(ErrorCode::DoctorElsewhere, {doctor->name, clinic->name});
    }
    // Series and letter are the command's; a clinic whose setting changed in between is asked about again.
    if (hasTicket(place.type) && (place.series != ticketSeries(*clinic, doctor, place.session) ||
                                  place.letter != ticketLetter(*clinic, doctor)))
        return fail(ErrorCode::ChangedMeanwhile, {QStringLiteral("ticket_series")});
    return {};
}

Status checkPayer(Reader& reader, const PayerId& payerId, const std::optional<Patient>& patient) {
    const auto payer = reader.get<Payer>(payerId);
    if (!payer)
        return reader.authority() || payerId.isNull() ? Status(fail(ErrorCode::PayerUnknown)) : Status();
    if (!payer->active) return fail(ErrorCode::PayerInactive, {payer->name});
    if (payer->needsCard && patient && patient->card.isEmpty())
        return fail(ErrorCode::PayerNeedsCard, {payer->name});
    return {};
}

void fillSeries(Reader& reader, VisitPlace& place) {
    const auto clinic = reader.get<Clinic>(place.clinicId);
    if (!clinic || !hasTicket(place.type)) return;
    const auto doctor = reader.get<Doctor>(place.doctorId);
    place.series = ticketSeries(*clinic, doctor, place.session);
    place.letter = ticketLetter(*clinic, doctor);
}

}  // namespace simrs
