// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/licence_words.h"

#include <QCoreApplication>

#include "app/kit/date_text.h"

namespace simrs {
namespace {

/// The translation context of these words.
struct LicenceWords {
    Q_DECLARE_TR_FUNCTIONS(LicenceWords)
};

}  // namespace

ChipText licenceChip(const LicenceWarning& warning) {
    const bool isRegister = warning.field == QString::fromLatin1(fieldOf<&Doctor::registerUntil>().name);
    const QString paper = isRegister ? QStringLiteral("STR") : QStringLiteral("SIP");
    if (warning.state == LicenceState::Expired)
        return {ChipKind::Danger,
                LicenceWords::tr("%1 expired %2", "SIP, date").arg(paper, dateWords(warning.until)),
                {}};
    return {ChipKind::Warning, paper + QLatin1Char(' ') + dateWords(warning.until), {}};
}

QString licenceHint(const LicenceWarning& warning) {
    return warning.state == LicenceState::Expired
               ? LicenceWords::tr("Expired: no practice until it is renewed")
               : LicenceWords::tr("Ends soon: renew it now");
}

QString licenceSummary(const QList<Doctor>& doctors, QDate today) {
    int expired = 0;
    int ending = 0;
    for (const Doctor& doctor : doctors) {
        const QList<LicenceWarning> warnings = licenceWarnings(doctor, today);
        if (warnings.isEmpty()) continue;
        ++(warnings.first().state == LicenceState::Expired ? expired : ending);
    }
    QStringList parts;
    if (expired > 0) parts.append(LicenceWords::tr("Licence expired: %1").arg(expired));
    if (ending > 0)
        parts.append(LicenceWords::tr("ends within %1 days: %2").arg(kLicenceWarnDays).arg(ending));
    return parts.join(QStringLiteral(" · "));
}

}  // namespace simrs
