// SPDX-License-Identifier: GPL-3.0-or-later
// Turns, medians, repeats.
#include "tests/bench/interleave.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace simrs::bench {
namespace {

constexpr double kSpreadMax = 0.25;

/// For each name the figures of all rounds.
using Series = std::vector<std::vector<double>>;

void take(Series& series, const std::vector<double>& figures) {
    if (figures.size() != series.size()) giveUp(QStringLiteral("a sample has the wrong number of figures"));
    for (std::size_t i = 0; i < figures.size(); ++i) series[i].push_back(figures[i]);
}

void print(const QString& name, const char* side, const std::vector<double>& figures) {
    std::printf("  %-22s %-6s", qPrintable(name), side);
    for (const double figure : figures) std::printf(" %10.4g", figure);
    std::printf("   median %.4g\n", medianOf(figures));
}

double spreadOf(const std::vector<double>& figures) {
    const auto [least, most] = std::minmax_element(figures.begin(), figures.end());
    const double middle = medianOf(figures);
    return middle > 0 ? (*most - *least) / middle : 0;
}

}  // namespace

double medianOf(std::vector<double> values) { return quantileOf(std::move(values), 0.5); }

double quantileOf(std::vector<double> values, double share) {
    if (values.empty()) return 0;
    std::sort(values.begin(), values.end());
    const double place = std::ceil(share * static_cast<double>(values.size())) - 1;
    return values[static_cast<std::size_t>(std::clamp(place, 0.0, static_cast<double>(values.size() - 1)))];
}

std::vector<Turns> interleave(const BenchOptions& options, const QStringList& names, const Sample& ours,
                              const Sample& floor) {
    const auto count = static_cast<std::size_t>(names.size());
    std::vector<Turns> best(count);
    ours();
    floor();
    for (int attempt = 1; attempt <= options.tries(); ++attempt) {
        Series ourSeries(count);
        Series floorSeries(count);
        for (int round = 0; round < options.rounds(); ++round) {
            take(ourSeries, ours());
            take(floorSeries, floor());
        }
        bool steady = true;
        for (std::size_t i = 0; i < count; ++i) {
            const QString& name = names[static_cast<qsizetype>(i)];
            print(name, "ours", ourSeries[i]);
            print(name, "floor", floorSeries[i]);
            const Turns turns{medianOf(ourSeries[i]), medianOf(floorSeries[i]), spreadOf(floorSeries[i])};
            std::printf("  %-22s ratio  %.3f, the floor's spread is %.0f %%\n", qPrintable(name),
                        turns.ratio(), 100 * turns.floorSpread);
            if (attempt == 1 || turns.floorSpread < best[i].floorSpread) best[i] = turns;
            steady = steady && turns.floorSpread <= kSpreadMax;
        }
        std::fflush(stdout);
        if (steady) break;
        if (attempt < options.tries()) std::printf("  the floor was not steady: once more\n");
    }
    return best;
}

}  // namespace simrs::bench
