// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/registration/licence.h"

#include <algorithm>

namespace simrs {

LicenceState licenceState(QDate until, QDate today) {
    if (!until.isValid() || !today.isValid()) return LicenceState::NotRecorded;
    if (until < today) return LicenceState::Expired;
    return today.daysTo(until) <= kLicenceWarnDays ? LicenceState::Ending : LicenceState::Good;
}

QList<LicenceWarning> licenceWarnings(const Doctor& doctor, QDate today) {
    if (!doctor.active) return {};
    QList<LicenceWarning> warnings;
    const auto look = [&](const Field& field, QDate until) {
        const LicenceState state = licenceState(until, today);
        if (state == LicenceState::Ending || state == LicenceState::Expired)
            warnings.append({QString::fromLatin1(field.name), until, state});
    };
    look(fieldOf<&Doctor::licenceUntil>(), doctor.licenceUntil);
    look(fieldOf<&Doctor::registerUntil>(), doctor.registerUntil);
    std::stable_sort(warnings.begin(), warnings.end(),
                     [](const LicenceWarning& a, const LicenceWarning& b) { return a.until < b.until; });
    return warnings;
}

}  // namespace simrs
