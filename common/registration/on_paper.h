// SPDX-License-Identifier: GPL-3.0-or-later
// Whose a printed number is. What was once on paper finds its patient for ever, also when it was cancelled or
// replaced; queue numbers, which begin anew every day, do so with their day, or within a week without it.
#pragma once

#include "common/registration/visit.h"
#include "common/store/reader.h"

namespace simrs {

/// How many days a queue number is looked for, today among them.
inline constexpr int kTicketDays = 7;

/// The patients of a temporary number ("T-7KQ2MX-12"), a registration number ("261122-004512") or a queue
/// number ("A-012", the newest first, or "A-012 22/11/2026"); nobody where the text is none of these.
QList<PatientId> patientsOnPaper(Reader& reader, const QString& text, QDate today);

}  // namespace simrs
