// SPDX-License-Identifier: GPL-3.0-or-later
// Where a note goes: to its visit, to its patient, or before a person.
#pragma once

#include "common/core/raise_case.h"
#include "common/records/clinical_note.h"

namespace simrs {

/// Adds a note that names a visit, a patient or both, with the id of slot 0. Where the visit is not there, or
/// is only wished for, the note stands with the patient. On the server a visit or a note that its author knew
/// and that is missing becomes a case, and so does a note without a patient: whole, in `command`. True where
/// there is such a case, in slot 0.
bool placeNote(FactTx& tx, const CommandContext& context, ClinicalNote note, const QByteArray& command);

}  // namespace simrs
