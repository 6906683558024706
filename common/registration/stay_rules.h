// SPDX-License-Identifier: GPL-3.0-or-later
// Where a patient may lie and who may lead his stay: asked at admission and at every move.
#pragma once

#include "common/registration/stay_requests.h"

namespace simrs {

struct Lying {
    ClinicId wardId;
    BedId bedId;  ///< Null: none in particular.
    DoctorId leaderId;
    CareClass given = CareClass::None;
};

/// Errors: WardUnknown, BedElsewhere, DoctorUnknown, DoctorInactive, FieldRequired ("leader_id", "given").
Status checkLying(Reader& reader, const Lying& lying);
/// Where the stay is now as a row of its trace, without an id.
StayMove moveTo(const Stay& stay, const CommandContext& context);
/// That the stay runs. Errors: NotAdmitted, VisitCancelled, StayEnded.
Status checkRuns(const std::optional<Stay>& stay, const std::optional<Visit>& visit);

}  // namespace simrs
