// SPDX-License-Identifier: GPL-3.0-or-later
// Short forms of a patient for screens, tickets and logs of the program. No sentences: those are the
// client's.
#pragma once

#include <QString>

#include "common/registration/identity_rules.h"

namespace simrs {

/// "Tn.", "Ny.", "Nn.", "Sdr.", "An.", "By."; the same in every language. Sdr. serves men and women.
QString sapaanText(Sapaan sapaan);
/// "Ny. Siti Rahmawati".
QString addressedName(Sapaan sapaan, const QString& name);
/// Stars for all but the last four digits: "************0001". Texts of up to four characters become all
/// stars.
QString maskedNumber(const QString& number);
/// Up to three capitals for a ticket that others may read: "Siti Nur Rahmawati" → "SNR"; titles left out.
QString initials(const QString& name);

}  // namespace simrs
