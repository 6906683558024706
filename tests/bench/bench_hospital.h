// SPDX-License-Identifier: GPL-3.0-or-later
// The database everything is measured on: masters, accounts, patients and past visits, made once and kept.
#pragma once

#include <QString>

#include "tests/bench/bench_options.h"

namespace simrs::bench {

/// URL of the kept PostgreSQL database; makes it where it is missing or made by another version of the rows.
/// The server is the one of SIMRS_TEST_POSTGRES_DIR.
QString postgresHospital(const BenchOptions& options);
/// The same as an SQLite file in the folder.
QString sqliteHospital(const BenchOptions& options);
/// Where that PostgreSQL keeps its data, or a folder on the same disk that this process may write to.
QString postgresDisk();

}  // namespace simrs::bench
