// SPDX-License-Identifier: GPL-3.0-or-later
// Two things measured in turns (A B A B …), so that a slow minute of the machine slows both.
#pragma once

#include <QStringList>
#include <functional>
#include <vector>

#include "tests/bench/bench_options.h"

namespace simrs::bench {

/// One sample: a figure for each name.
using Sample = std::function<std::vector<double>()>;

struct Turns {
    double ours = 0;  ///< Median of the rounds.
    double floor = 0;
    double floorSpread = 0;  ///< (largest - smallest) / median of the floor's rounds.
    double ratio() const { return floor > 0 ? ours / floor : 0; }
};

double medianOf(std::vector<double> values);
/// The value that `share` (0 to 1) of the values do not exceed.
double quantileOf(std::vector<double> values, double share);

/// Runs ours and floor in turns after one unmeasured turn each, prints every raw figure, and repeats all of
/// it where the floor's spread is over 25 %. Returns, for each name, the try with the steadiest floor.
std::vector<Turns> interleave(const BenchOptions& options, const QStringList& names, const Sample& ours,
                              const Sample& floor);

}  // namespace simrs::bench
