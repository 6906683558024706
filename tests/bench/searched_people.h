// SPDX-License-Identifier: GPL-3.0-or-later
// What the gauges of the search share: whom they look for, how often he is found, and what that costs.
#pragma once

#include <QList>
#include <vector>

#include "common/registration/patient.h"
#include "tests/bench/bench_options.h"
#include "tests/bench/server_process.h"

namespace simrs {
class Random;
}

namespace simrs::bench {

inline constexpr std::uint64_t kSearchSeed = 99;

/// As many patients as there are queries, with two words of three letters or more in their names.
QList<Patient> drawSearched(const BenchOptions& options, const QString& databaseUrl, Random& random);

/// The server and the database processes that serve it.
std::vector<qint64> processesOf(const ServerProcess& server, const QString& databaseUrl);
/// Processor milliseconds so far: of this process, then of each of the others.
std::vector<double> cpuNow(const std::vector<qint64>& others);

/// How often the wanted patient was in an answer.
struct Recall {
    qint64 asked = 0;
    qint64 found = 0;
    void count(bool isFound) {
        ++asked;
        found += isFound ? 1 : 0;
    }
    double share() const { return asked > 0 ? static_cast<double>(found) / static_cast<double>(asked) : 0; }
};

}  // namespace simrs::bench
