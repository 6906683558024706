// SPDX-License-Identifier: GPL-3.0-or-later
// The shape of a day at the demo hospital: who comes when to which clinic, paid by whom. A pure plan;
// somebody else registers the visits.
#pragma once

#include <QDate>
#include <QString>
#include <QStringList>
#include <cstdint>
#include <vector>

#include "common/base/result.h"
#include "common/registration/identity_rules.h"
#include "server/demo/people.h"
#include "server/demo/seed_rows.h"

namespace simrs {

class Random;

enum class CameBy { Own, Fktp, OtherHospital, Internal, Control, Ambulance, Police };

/// What a clinic must know of a patient to find him believable.
struct PatientTraits {
    Sex sex = Sex::Unknown;
    int birthYear = 0;
    bool hasCard = false;
};

struct PlannedVisit {
    int minute = 0;  ///< of the day, when the clerk registers it
    QString clinicCode;
    QString doctorCode;  ///< empty where the clinic has no doctor of its own
    QString payerCode;
    int patient = 0;  ///< place in the list of patients
    bool emergency = false;
    bool newPatient = false;  ///< first visit to the hospital
    CameBy cameBy = CameBy::Own;
    int cancelMinute = -1;  ///< -1: not cancelled, or not yet
};

struct DayOptions {
    QDate day;
    int minuteNow = 24 * 60;  ///< only what has happened before
    bool holiday = false;     ///< only the emergency department works
    bool afterHoliday = false;
    /// 1 Monday to 7 Sunday where the day is to be taken as another one, so that a demo on a Sunday is not
    /// empty.
    int asWeekday = 0;
};

/// How busy the clinics are and who pays, read from the seed files.
struct DayShape {
    enum class Who { Any, Adult, Child, Woman, Man };
    struct Clinic {
        QString code;
        QStringList doctors;
        bool emergency = false;
        bool saturday = false;
        int visits = 0;
        int jknPercent = 0;
        int newPercent = 0;
        Who who = Who::Any;
    };
    struct Payers {
        Weighted<QString> jkn;
        Weighted<QString> others;
    };

    std::vector<Clinic> clinics;
    Payers outpatient;
    Payers emergency;
    QString selfPay;  ///< the payer of kind "general"

    /// Errors: FileUnreadable.
    static Result<DayShape> load(const QString& folder = kSeedFolder);
};

/// The visits up to `minuteNow`, by time. With the same seed an earlier `minuteNow` gives the beginning of
/// the same day. New patients are taken from the end of the list of patients, roughly in their order (their
/// MRNs were given today); a patient comes at most once a day but for internal referrals. Fewer patients than
/// visits: fewer visits.
std::vector<PlannedVisit> planDay(const DayShape& shape, const DayOptions& options,
                                  const std::vector<PatientTraits>& patients, Random& random);

}  // namespace simrs
