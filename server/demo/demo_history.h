// SPDX-License-Identifier: GPL-3.0-or-later
// The demo hospital's past weeks and its day so far, as a plan: which visits on which day, and which patients
// were new then. A pure function of the patients and the seed.
#pragma once

#include <QDate>
#include <cstdint>
#include <vector>

#include "server/demo/day_shape.h"

namespace simrs {

/// What the day is like when somebody looks at it.
struct DemoMoment {
    QDate day;           ///< Today in the hospital's zone.
    int minuteNow = 0;   ///< The real time; nothing may lie behind it.
    int minuteAsOf = 0;  ///< Up to where the day is planned: by day now, at night as at 10.00.
};

/// At night (from 18.00 to 06.00) a hospital has little to show: the day is as it was at 10.00.
DemoMoment demoMoment(QDate day, int minuteNow);

struct DemoDay {
    QDate day;
    std::vector<PlannedVisit> visits;  ///< By time; minutes never behind DemoMoment::minuteNow.
};

/// How far back visits go, and how many of these days are complete; earlier ones are thinned.
inline constexpr int kDemoDays = 60;
inline constexpr int kFullWorkingDays = 14;

/// Today alone, all of its patients known to the hospital before. Visits of one patient before he was born do
/// not happen: `birthDays` are Julian days, one for each patient.
DemoDay planToday(const DayShape& shape, const DemoMoment& moment, const std::vector<PatientTraits>& patients,
                  const std::vector<std::int32_t>& birthDays, Random& random);

/// The last kDemoDays days, oldest first, today among them. Patients stand in the order of their MRNs; only
/// those from `firstPossiblyNew` on may be new patients of one of these days, and nobody visits before his
/// own first visit. Takes `patients` apart.
std::vector<DemoDay> planHistory(const DayShape& shape, const DemoMoment& moment,
                                 std::vector<PatientTraits>&& patients, std::size_t firstPossiblyNew,
                                 const std::vector<std::int32_t>& birthDays, Random& random);

}  // namespace simrs
