// SPDX-License-Identifier: GPL-3.0-or-later
// Where a visit may be, and who may pay for it: asked when it is registered and when it is moved.
#pragma once

#include "common/registration/requests.h"

namespace simrs {

struct VisitPlace {
    VisitType type = VisitType::Outpatient;
    ClinicId clinicId;
    DoctorId doctorId;
    PracticeSession session = PracticeSession::Morning;
    QString series;  ///< Of its queue number, as its author's device made them.
    QString letter;
};

/// Errors: ClinicUnknown, ClinicClosed, VisitTypeInvalid, DoctorUnknown, DoctorInactive, DoctorElsewhere,
/// ChangedMeanwhile ("ticket_series": the clinic's setting changed in between).
Status checkPlace(Reader& reader, const VisitPlace& place);
/// Errors: PayerUnknown, PayerInactive, PayerNeedsCard.
Status checkPayer(Reader& reader, const PayerId& payerId, const std::optional<Patient>& patient);
/// All rules of a registration but those that ask about the patient's other visits.
Status checkVisitOf(Reader& reader, const CommandContext& context, const RegisterVisit& command,
                    const std::optional<Patient>& patient);
/// What series and letter a queue number there has now; empty where nobody queues or the clinic is not held.
void fillSeries(Reader& reader, VisitPlace& place);

}  // namespace simrs
