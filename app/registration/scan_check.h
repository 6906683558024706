// SPDX-License-Identifier: GPL-3.0-or-later
// What a scanner read from a fresh print: is it this patient's? A band that nobody can scan is found out
// here, not at the bedside.
#pragma once

#include "app/registration/papers.h"

namespace simrs {

enum class ScanVerdict { ThisPatient, ThisVisit, Another, Unreadable };

/// `scanned` as the scanner typed it, or a person.
ScanVerdict scanVerdict(const QString& scanned, const PaperContent& content, const MasterNames& names);

}  // namespace simrs
