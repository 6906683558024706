// SPDX-License-Identifier: GPL-3.0-or-later
// Planning the past weeks backwards: a day's new patients are the last ones of the list, so the day before
// has a shorter list.
#include "server/demo/demo_history.h"

#include <algorithm>
#include <cmath>

#include "common/base/random.h"

namespace simrs {
namespace {

constexpr int kNightFrom = 18 * 60;
constexpr int kNightTo = 6 * 60;
constexpr int kShownAtNight = 10 * 60;
constexpr int kWholeDay = 24 * 60;
/// A demo on a Sunday shows the clinics of a Wednesday.
constexpr int kInsteadOfSunday = 3;
constexpr int kSunday = 7;
constexpr int kSaturday = 6;
/// Share of the visits that is made up for days before the last complete ones.
constexpr double kThinned = 0.3;
/// With fewer patients than this a day has fewer visits, so that not everybody comes every day.
constexpr double kPatientsOfFullDays = 10'000;
/// A busy day brings at most so many times the mean number of new patients.
constexpr double kBusiest = 1.7;

DayShape scaled(const DayShape& shape, double factor, bool newPatients) {
    DayShape out = shape;
    for (DayShape::Clinic& clinic : out.clinics) {
        clinic.visits = static_cast<int>(std::ceil(clinic.visits * factor));
        if (!newPatients) clinic.newPercent = 0;
    }
    return out;
}

double newPatientsADay(const DayShape& shape) {
    double sum = 0;
    for (const DayShape::Clinic& clinic : shape.clinics) sum += clinic.visits * clinic.newPercent / 100.0;
    return sum;
}

DayOptions optionsOf(const DemoMoment& moment, QDate day) {
    DayOptions options;
    options.day = day;
    if (day != moment.day) return options;
    options.minuteNow = moment.minuteAsOf;
    if (day.dayOfWeek() == kSunday) options.asWeekday = kInsteadOfSunday;
    return options;
}

/// Takes out what cannot be; before dawn the morning that is shown is pressed into the hours there were.
DemoDay finished(QDate day, std::vector<PlannedVisit> visits, const DemoMoment& moment,
                 const std::vector<std::int32_t>& birthDays) {
    const auto patients = static_cast<int>(birthDays.size());
    const auto julian = static_cast<std::int32_t>(day.toJulianDay());
    std::erase_if(visits, [&](const PlannedVisit& visit) {
        return visit.patient >= patients || birthDays[static_cast<std::size_t>(visit.patient)] >= julian;
    });
    if (day == moment.day && moment.minuteAsOf > moment.minuteNow) {
        for (PlannedVisit& visit : visits) {
            visit.minute = visit.minute * moment.minuteNow / moment.minuteAsOf;
            if (visit.cancelMinute >= 0)
                visit.cancelMinute = visit.cancelMinute * moment.minuteNow / moment.minuteAsOf;
        }
    }
    return {day, std::move(visits)};
}

/// Plans a day that is not over. The places kept for those who come later are filled with nobody, so that the
/// last patients of the list are those who were new this morning.
std::vector<PlannedVisit> planUnfinished(const DayShape& shape, const DayOptions& options,
                                         std::vector<PatientTraits>& patients, Random& random) {
    const std::uint64_t seed = random.next();
    const std::size_t count = patients.size();
    SeededRandom first(seed);
    std::size_t last = 0;
    for (const PlannedVisit& visit : planDay(shape, options, patients, first)) {
        if (visit.newPatient) last = std::max(last, static_cast<std::size_t>(visit.patient) + 1);
    }
    if (last == 0 || last == count) {
        SeededRandom again(seed);
        return planDay(shape, options, patients, again);
    }
    for (std::size_t i = last; i < count; ++i) patients.push_back(patients[i]);
    SeededRandom second(seed);
    std::vector<PlannedVisit> visits = planDay(shape, options, patients, second);
    patients.resize(count);
    return visits;
}

/// Where the day's new patients begin in the list.
std::size_t firstNewcomer(const std::vector<PlannedVisit>& visits, std::size_t otherwise) {
    std::size_t first = otherwise;
    for (const PlannedVisit& visit : visits) {
        if (visit.newPatient) first = std::min(first, static_cast<std::size_t>(visit.patient));
    }
    return first;
}

}  // namespace

DemoMoment demoMoment(QDate day, int minuteNow) {
    const bool night = minuteNow >= kNightFrom || minuteNow < kNightTo;
    return {day, minuteNow, night ? kShownAtNight : minuteNow};
}

DemoDay planToday(const DayShape& shape, const DemoMoment& moment, const std::vector<PatientTraits>& patients,
                  const std::vector<std::int32_t>& birthDays, Random& random) {
    const double size = std::min(1.0, static_cast<double>(patients.size()) / kPatientsOfFullDays);
    return finished(moment.day,
                    planDay(scaled(shape, size, false), optionsOf(moment, moment.day), patients, random),
                    moment, birthDays);
}

std::vector<DemoDay> planHistory(const DayShape& shape, const DemoMoment& moment,
                                 std::vector<PatientTraits>&& patients, std::size_t firstPossiblyNew,
                                 const std::vector<std::int32_t>& birthDays, Random& random) {
    const double size = std::min(1.0, static_cast<double>(patients.size()) / kPatientsOfFullDays);
    std::vector<DemoDay> days;
    int workingDays = 0;
    for (int back = 0; back < kDemoDays && !patients.empty(); ++back) {
        const QDate day = moment.day.addDays(-back);
        const double share = workingDays <= kFullWorkingDays ? size : size * kThinned;
        if (back == 0 || day.dayOfWeek() < kSaturday) ++workingDays;
        const double wanted = newPatientsADay(shape) * share * kBusiest + 1;
        const bool newPatients =
            static_cast<double>(patients.size()) - wanted >= static_cast<double>(firstPossiblyNew);
        const DayShape busy = scaled(shape, share, newPatients);
        const DayOptions options = optionsOf(moment, day);
        std::vector<PlannedVisit> visits = options.minuteNow < kWholeDay
                                               ? planUnfinished(busy, options, patients, random)
                                               : planDay(busy, options, patients, random);
        const std::size_t known = firstNewcomer(visits, patients.size());
        days.push_back(finished(day, std::move(visits), moment, birthDays));
        patients.resize(known);
    }
    std::reverse(days.begin(), days.end());
    return days;
}

}  // namespace simrs
