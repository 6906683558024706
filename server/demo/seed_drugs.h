// SPDX-License-Identifier: GPL-3.0-or-later
// Reading the lists of drugs and rules (resources/clinical/README.md).
#pragma once

#include "common/prescribing/drug_book.h"
#include "server/demo/seed_files.h"

namespace simrs {

/// Where the starter lists stand inside the program.
inline const QString kClinicalFolder = QStringLiteral(":/clinical");

/// All problems of all files, not only the first one: also a rule that names a drug or a group that is in no
/// file.
DrugLists readDrugLists(const QString& folder, QList<SeedProblem>& problems);

}  // namespace simrs
