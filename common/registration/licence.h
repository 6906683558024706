// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a doctor's papers let him practise: the SIP for this hospital and the STR, by their last days.
#pragma once

#include <QDate>
#include <QList>
#include <QString>

#include "common/registration/masters.h"

namespace simrs {

/// A renewal takes weeks at the health office: what ends within so many days is said beforehand.
inline constexpr int kLicenceWarnDays = 90;

enum class LicenceState { NotRecorded, Good, Ending, Expired };

/// A licence is good on its last day, too.
LicenceState licenceState(QDate until, QDate today);

struct LicenceWarning {
    QString field;  ///< "licence_until" or "register_until".
    QDate until;
    LicenceState state = LicenceState::Good;

    bool operator==(const LicenceWarning&) const = default;
};

/// What has expired or ends soon, the worst first. Nothing of a doctor who does not work here any more, and
/// nothing of dates that nobody has recorded: an STR may be for life.
QList<LicenceWarning> licenceWarnings(const Doctor& doctor, QDate today);

}  // namespace simrs
