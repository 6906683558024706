// SPDX-License-Identifier: GPL-3.0-or-later
// The main job under load: 50 desks, 40 clinics, audit on.
#include <chrono>
#include <cstdio>
#include <thread>

#include "tests/bench/bench_hospital.h"
#include "tests/bench/cpu_time.h"
#include "tests/bench/floors/disk_floor.h"
#include "tests/bench/floors/visit_floor.h"
#include "tests/bench/gauges.h"
#include "tests/bench/people_rows.h"
#include "tests/bench/pq_link.h"
#include "tests/bench/visit_load.h"

namespace simrs::bench {
namespace {

constexpr double kGoal = 0.35;

/// What one sample cost besides time, a visit.
struct Cost {
    double roundTrips = 0;
    double rows = 0;
    double serverCpu = 0;  ///< Seconds.
    double clientCpu = 0;
    double machineCpu = 0;
    double p99Ms = 0;
};

class Ours {
  public:
    Ours(const BenchOptions& options, const QString& databaseUrl)
        : m_options(options),
          m_server(options.folder + QStringLiteral("/server_visits"), databaseUrl),
          m_load(m_server, options.clients(), options.patients) {}

    double run() {
        const Cost before = now();
        const qint64 visits = m_load.registered();
        const double rate = m_load.run(m_options.sampleSeconds());
        const auto count = static_cast<double>(m_load.registered() - visits);
        const Cost after = now();
        m_cost = {
            (after.roundTrips - before.roundTrips) / count, (after.rows - before.rows) / count,
            (after.serverCpu - before.serverCpu) / count,   (after.clientCpu - before.clientCpu) / count,
            (after.machineCpu - before.machineCpu) / count, quantileOf(m_load.latencies(), 0.99)};
        std::printf(
            "    %6.0f visits/s, p50 %.1f ms, p99 %.1f ms; a visit: %.2f round trips, %.2f rows, CPU us %.0f "
            "server + %.0f clients of %.0f in all; %lld asked again\n",
            rate, quantileOf(m_load.latencies(), 0.5), m_cost.p99Ms, m_cost.roundTrips, m_cost.rows,
            m_cost.serverCpu * 1e6, m_cost.clientCpu * 1e6, m_cost.machineCpu * 1e6,
            static_cast<long long>(m_load.alreadyRegistered()));
        return rate;
    }

    const Cost& cost() const { return m_cost; }
    qint64 registered() const { return m_load.registered(); }

  private:
    Cost now() const {
        return {m_server.metric("simrs_database_round_trips_total"),
                m_server.metric("simrs_rows_written_total"),
                cpuSecondsOf(m_server.pid()),
                ownCpuSeconds(),
                machineCpuSeconds(),
                0};
    }

    const BenchOptions& m_options;
    ServerProcess m_server;
    VisitLoad m_load;
    Cost m_cost;
};

void tellCost(const QString& gauge, const Cost& cost, Report& report) {
    report.tell(gauge + QStringLiteral(" round trips each"), cost.roundTrips);
    report.tell(gauge + QStringLiteral(" rows written each"), cost.rows);
    report.tell(gauge + QStringLiteral(" server CPU us each"), cost.serverCpu * 1e6);
    report.tell(gauge + QStringLiteral(" all CPU us each"), cost.machineCpu * 1e6);
    report.tell(gauge + QStringLiteral(" p99 ms"), cost.p99Ms);
}

/// Rows that PostgreSQL itself has counted as inserted or changed, but for the floor's.
double rowsInPostgres(const QString& databaseUrl) {
    // A backend hands its counts over at most once a second.
    std::this_thread::sleep_for(std::chrono::milliseconds(1500));
    return PqLink(databaseUrl)
        .value(
            "SELECT coalesce(sum(n_tup_ins + n_tup_upd), 0) FROM pg_stat_user_tables WHERE relname NOT LIKE "
            "'floor%'")
        .toDouble();
}

void onSqlite(const BenchOptions& options, const QString& databaseUrl, Report& report) {
    const QString gauge = QStringLiteral("register-visit sqlite");
    Ours ours(options, databaseUrl);
    const auto turns = interleave(
        options, {gauge}, [&] { return std::vector{ours.run()}; },
        [&] { return std::vector{fdatasyncRate(options.folder, options.sampleSeconds() / 5)}; });
    report.compare(gauge, turns[0]);
    tellCost(gauge, ours.cost(), report);
}

}  // namespace

void gaugeRegisterVisit(const BenchOptions& options, const QString& databaseUrl, Report& report) {
    std::printf("\nregister-visit on %s: %d TLS clients, %d clinics, visits a second\n",
                qPrintable(databaseUrl.section(QLatin1Char(':'), 0, 0)), options.clients(), kClinics);
    if (databaseUrl.startsWith(QStringLiteral("sqlite:"))) return onSqlite(options, databaseUrl, report);
    const QString gauge = QStringLiteral("register-visit");
    VisitFloor floor(databaseUrl, options.patients, kClinics);
    Ours ours(options, databaseUrl);
    const QString disk = postgresDisk();
    std::vector<double> syncs;
    const double rowsBefore = rowsInPostgres(databaseUrl);
    const auto turns = interleave(
        options, {gauge}, [&] { return std::vector{ours.run()}; },
        [&] {
            const double rate = floor.run(options.sampleSeconds());
            syncs.push_back(fdatasyncRate(disk, options.sampleSeconds() / 5));
            std::printf("    %6.0f floor calls/s, %.0f fdatasync/s of 8 kB\n", rate, syncs.back());
            return std::vector{rate};
        });
    report.atLeast(gauge, turns[0], kGoal);
    report.tell(QStringLiteral("fdatasync 8 kB a second"), medianOf(syncs));
    tellCost(gauge, ours.cost(), report);
    report.tell(gauge + QStringLiteral(" rows changed in PostgreSQL each"),
                (rowsInPostgres(databaseUrl) - rowsBefore) / static_cast<double>(ours.registered()));
}

}  // namespace simrs::bench
