// SPDX-License-Identifier: GPL-3.0-or-later
// The gauges. Each starts a server of its own over the hospital's database and adds its lines to the report.
#pragma once

#include "tests/bench/bench_options.h"
#include "tests/bench/report.h"

namespace simrs::bench {

/// Visits a second by TLS clients against one libpq call a visit. On SQLite the floor is the disk's
/// fdatasync.
void gaugeRegisterVisit(const BenchOptions& options, const QString& databaseUrl, Report& report);
/// One search at a time, from request to answer over TLS, against the fixed statement; and whether the wanted
/// patient is in the answer. On SQLite without a floor.
void gaugeSearch(const BenchOptions& options, const QString& databaseUrl, Report& report);
/// The same with one letter wrong in the first word and the second word whole, against a dictionary of words
/// in the database.
void gaugeTypos(const BenchOptions& options, const QString& databaseUrl, Report& report);

/// A desk that searches and registers while a list of another system is taken in, against the same desk
/// alone; and rows a second. In a copy of the hospital.
void gaugeImport(const BenchOptions& options, const QString& databaseUrl, Report& report);

/// Writers with a sequencer and a follower of the feed against writers and a follower that needs none. Only
/// PostgreSQL, in databases of its own.
void gaugeFeed(const BenchOptions& options, Report& report);

/// On a computer of a ward: a command until it is on the disk against one bare commit, and the processor time
/// of news that come while 2,000 commands wait.
void gaugeDevice(const BenchOptions& options, Report& report);
/// A ward's rows over a line of 10 Mbit/s: the time against that of copying as many bytes, and the processor
/// time of a row against a bare insert.
void gaugeBootstrap(const BenchOptions& options, Report& report);

}  // namespace simrs::bench
