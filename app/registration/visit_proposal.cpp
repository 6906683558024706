// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/visit_proposal.h"

#include <algorithm>

#include "app/registration/master_names.h"
#include "app/registration/patient_lines.h"

namespace simrs {
namespace {

bool practisesThere(const Masters& masters, const DoctorId& doctor, const ClinicId& clinic) {
    const Doctor* row = findDoctor(masters, doctor);
    return row != nullptr && row->active && row->clinicId == clinic;
}

bool mayPay(const Masters& masters, const PayerId& payer, const Patient& patient) {
    const Payer* row = findPayer(masters, payer);
    return row != nullptr && row->active && (!row->needsCard || !patient.card.isEmpty());
}

}  // namespace

QList<Doctor> doctorsOf(const Masters& masters, const ClinicId& clinic) {
    QList<Doctor> found;
    for (const Doctor& doctor : masters.doctors)
        if (doctor.active && doctor.clinicId == clinic) found.append(doctor);
    return found;
}

const Visit* controlVisit(const PatientFile& file, const Masters& masters, QDate today) {
    const Visit* last = newestVisit(file);
    if (last == nullptr || last->type != VisitType::Outpatient || last->arrival != Arrival::Control)
        return nullptr;
    if (last->serviceDate == today || last->serviceDate.daysTo(today) > controlDays) return nullptr;
    const Clinic* clinic = findClinic(masters, last->clinicId);
    return clinic != nullptr && clinic->active && clinic->kind == ClinicKind::Outpatient ? last : nullptr;
}

Proposed<ClinicId> proposedClinic(const PatientFile& file, const Masters& masters, QDate today) {
    const Visit* control = controlVisit(file, masters, today);
    return control == nullptr ? Proposed<ClinicId>()
                              : Proposed<ClinicId>{control->clinicId, ProposalReason::ControlVisit};
}

Proposed<DoctorId> proposedDoctor(const PatientFile& file, const Masters& masters, QDate today,
                                  const ClinicId& clinic, const DeskHabits& habits) {
    const Visit* control = controlVisit(file, masters, today);
    if (control != nullptr && control->clinicId == clinic &&
        practisesThere(masters, control->doctorId, clinic))
        return {control->doctorId, ProposalReason::ControlVisit};
    const QList<Doctor> doctors = doctorsOf(masters, clinic);
    if (doctors.size() == 1) return {doctors.first().id, ProposalReason::OnlyOne};
    const DoctorId habit = habits.doctors.value(clinic);
    if (practisesThere(masters, habit, clinic)) return {habit, ProposalReason::Habit};
    return {};
}

Proposed<PayerId> proposedPayer(const PatientFile& file, const Masters& masters, const DeskHabits& habits) {
    if (const Visit* last = newestVisit(file)) {
        if (mayPay(masters, last->payerId, file.patient)) return {last->payerId, ProposalReason::LastVisit};
        return {};
    }
    if (mayPay(masters, habits.payer, file.patient)) return {habits.payer, ProposalReason::Habit};
    return {};
}

}  // namespace simrs
