// SPDX-License-Identifier: GPL-3.0-or-later
// The redirect of merged files: every read by a patient's id goes through here. Nothing is ever re-pointed,
// so that a merge can be taken back.
#pragma once

#include <map>

#include "common/registration/patient.h"
#include "common/store/reader.h"

namespace simrs {

/// More files than this one person cannot have; a longer chain is a fault.
inline constexpr int kMostFiles = 64;

/// The file that this id leads to: its own row, where it is not merged. Nothing where a row on the way is not
/// held here.
std::optional<Patient> survivorOf(Reader& reader, const PatientId& id);

/// All files of one person.
struct PatientFamily {
    Patient survivor;
    QList<Patient> merged;  ///< Files that lead to it, in no order.
    bool whole = true;      ///< False: there may be files that are not held here.

    QList<PatientId> ids() const;
};
/// Nothing where survivorOf() gives nothing.
std::optional<PatientFamily> familyOf(Reader& reader, const PatientId& id);

/// Of files that lead nowhere else, all ids that lead to them, and to which. Itself included. For lists.
std::map<PatientId, PatientId> filesLeadingTo(Reader& reader, const QList<PatientId>& survivors);

/// Who has this NIK already, by his file that counts; nothing where that is `own` or nobody, or where the
/// whole hospital cannot be seen. A file that was merged away holds its NIK for its survivor.
std::optional<Patient> nikHolder(Reader& reader, const QString& nik, const PatientId& own = {});

}  // namespace simrs
