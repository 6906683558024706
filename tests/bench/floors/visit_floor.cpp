// SPDX-License-Identifier: GPL-3.0-or-later
// Eight threads, eight connections, as fast as the database answers.
#include "tests/bench/floors/visit_floor.h"

#include <QFile>
#include <chrono>
#include <thread>
#include <vector>

#include "common/base/random.h"
#include "tests/bench/bench_options.h"
#include "tests/bench/people_rows.h"
#include "tests/bench/pq_link.h"

namespace simrs::bench {

VisitFloor::VisitFloor(QString url, qint64 patients, int clinics)
    : m_url(std::move(url)), m_patients(patients), m_clinics(clinics) {
    QFile file(QStringLiteral(SIMRS_BENCH_FLOORS "/register_visit.sql"));
    if (!file.open(QIODevice::ReadOnly)) giveUp(file.fileName());
    PqLink link(m_url);
    link.run("SET client_min_messages = warning");
    link.run(file.readAll());
    link.run("TRUNCATE floor_visit, floor_audit, floor_change");
}

double VisitFloor::run(double seconds) {
    using Clock = std::chrono::steady_clock;
    std::vector<qint64> done(kConnections, 0);
    std::vector<PqLink> links;
    for (int i = 0; i < kConnections; ++i) {
        links.emplace_back(m_url).prepare("visit", "SELECT register_visit($1, $2, $3, $4)");
    }
    ++m_runs;
    const Clock::time_point began = Clock::now();
    const Clock::time_point until = began + std::chrono::microseconds(static_cast<qint64>(seconds * 1e6));
    std::vector<std::thread> threads;
    for (int i = 0; i < kConnections; ++i) {
        threads.emplace_back([&, i] {
            SeededRandom random(static_cast<std::uint64_t>(m_runs * kConnections + i));
            const auto at = static_cast<std::size_t>(i);
            while (Clock::now() < until) {
                links[at].runPrepared(
                    "visit", {QByteArray::number(drawPatient(m_patients, random)),
                              QByteArray::number(random.below(static_cast<std::uint64_t>(m_clinics))), "1",
                              QByteArray::number(i)});
                ++done[at];
            }
        });
    }
    for (std::thread& thread : threads) thread.join();
    const double took = std::chrono::duration<double>(Clock::now() - began).count();
    qint64 sum = 0;
    for (const qint64 visits : done) sum += visits;
    return static_cast<double>(sum) / took;
}

}  // namespace simrs::bench
