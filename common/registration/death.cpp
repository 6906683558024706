// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/registration/death.h"

#include "common/registration/survivor.h"

namespace simrs {

void noteDeath(FactTx& tx, const PatientId& patient, QDate day) {
    const auto survivor = survivorOf(tx, patient);
    if (!survivor) return;
    const bool noted = tx.patch<PatientDetails>(survivor->id, [&](PatientDetails& row) {
        if (row.diedOn.isNull()) row.diedOn = day;
    });
    // A patient from before there were details. A device may rightly not hold them.
    if (noted || !tx.authority()) return;
    PatientDetails details;
    details.id = survivor->id;
    details.diedOn = day;
    tx.insert(details);
}

}  // namespace simrs
