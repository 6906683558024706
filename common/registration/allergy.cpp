// SPDX-License-Identifier: GPL-3.0-or-later
// Reading the set of a person's allergies.
#include "common/registration/allergy.h"

namespace simrs {

QString substanceKey(const Allergy& allergy) {
    return allergy.code.isEmpty() ? QStringLiteral("text/") + allergy.substance.simplified().toCaseFolded()
                                  : QStringLiteral("code/") + allergy.code;
}

std::optional<QList<Allergy>> activeAllergies(Reader& reader, const PatientFamily& family) {
    QList<Allergy> active;
    bool whole = family.whole;
    for (const PatientId& id : family.ids()) {
        const auto rows = reader.followers<Allergy, Patient>(id);
        whole = whole && rows.has_value();
        for (const Allergy& row : rows.value_or(QList<Allergy>())) {
            if (row.state == AllergyEntry::Active) active.append(row);
        }
    }
    return whole ? std::optional(active) : std::nullopt;
}

}  // namespace simrs
