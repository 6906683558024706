// SPDX-License-Identifier: GPL-3.0-or-later
// What one run of the benchmarks is asked for, and how it gives up.
#pragma once

#include <QString>

namespace simrs::bench {

struct BenchOptions {
    qint64 patients = 2'000'000;
    /// A run that only shows that everything works: short samples, few clients. Its figures mean nothing.
    bool quick = false;
    bool postgres = true;
    bool sqlite = false;
    QString out = QStringLiteral("build/bench.tsv");
    QString only;    ///< One gauge by name; empty: all.
    QString folder;  ///< Where data folders, logs and the SQLite file are kept.

    int rounds() const { return 5; }
    int tries() const { return quick ? 1 : 3; }
    int clients() const { return quick ? 8 : 50; }
    int queries() const { return quick ? 20 : 200; }
    double sampleSeconds() const { return quick ? 0.2 : 5.0; }
    bool wants(const char* gauge) const { return only.isEmpty() || only == QLatin1String(gauge); }
};

/// Says why nothing can be measured and ends the program with 1.
[[noreturn]] void giveUp(const QString& why);

}  // namespace simrs::bench
