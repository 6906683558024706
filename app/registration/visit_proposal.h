// SPDX-License-Identifier: GPL-3.0-or-later
// What the form of a visit may propose, and why. The clinic is the clerk's to choose: only a control visit
// that was agreed on proposes one. Pure.
#pragma once

#include <QHash>

#include "common/registration/requests.h"

namespace simrs {

/// What this clerk chose last, in this run of the program.
struct DeskHabits {
    PayerId payer;
    QHash<ClinicId, DoctorId> doctors;
};

enum class ProposalReason { None, ControlVisit, LastVisit, OnlyOne, Habit };

template <class Id>
struct Proposed {
    Id id;
    ProposalReason why = ProposalReason::None;
};

/// Older control visits say nothing about why the patient comes today.
inline constexpr int controlDays = 60;

/// The last visit, where it was a control visit of the last `controlDays` days at a clinic that is still
/// open.
const Visit* controlVisit(const PatientFile& file, const Masters& masters, QDate today);
Proposed<ClinicId> proposedClinic(const PatientFile& file, const Masters& masters, QDate today);
/// The doctor of the control visit, the clinic's only doctor, or the clerk's last choice there.
Proposed<DoctorId> proposedDoctor(const PatientFile& file, const Masters& masters, QDate today,
                                  const ClinicId& clinic, const DeskHabits& habits);
/// The payer of the last visit; for somebody new the clerk's last choice. Never one that needs a card the
/// patient has not.
Proposed<PayerId> proposedPayer(const PatientFile& file, const Masters& masters, const DeskHabits& habits);
/// Those who practise there now, in the order of the masters.
QList<Doctor> doctorsOf(const Masters& masters, const ClinicId& clinic);

}  // namespace simrs
