// SPDX-License-Identifier: GPL-3.0-or-later
// simrs-sim: seed after seed, each a hospital of its own. Ends with "N seeds, N violations, N seeds/h".
#include <sqlite3.h>
#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <cstdio>

#include "common/base/log.h"
#include "common/base/random.h"
#include "tests/sync/regressions.h"
#include "tests/sync/sim_world.h"

namespace {

class Campaign {
  public:
    void run(std::uint64_t seed) {
        ++m_seeds;
        const simrs::sim::RunStats run = simrs::sim::World(seed, m_pool).run();
        m_sum.commands += run.commands;
        m_sum.refused += run.refused;
        m_sum.crashes += run.crashes;
        m_sum.restores += run.restores;
        m_sum.looks += run.looks;
        if (run.violations.isEmpty()) return;
        ++m_violations;
        std::printf("seed %llu: ./dev sim --seeds 1 --start %llu\n", static_cast<unsigned long long>(seed),
                    static_cast<unsigned long long>(seed));
        for (const QString& line : run.violations) std::printf("    %s\n", qPrintable(line));
        std::fflush(stdout);
    }
    int report(std::int64_t ms) const {
        const double hours = static_cast<double>(ms) / 3'600'000.0;
        std::printf("%d commands, %d refused, %d crashes, %d restores, %d screens looked at\n",
                    m_sum.commands, m_sum.refused, m_sum.crashes, m_sum.restores, m_sum.looks);
        std::printf("%lld seeds, %lld violations, %.0f seeds/h\n", m_seeds, m_violations,
                    static_cast<double>(m_seeds) / hours);
        return m_violations == 0 ? 0 : 1;
    }

  private:
    simrs::sim::FilePool m_pool;
    simrs::sim::RunStats m_sum;
    long long m_seeds = 0;
    long long m_violations = 0;
};

/// Small enough to be typed again.
std::uint64_t freshSeed() {
    simrs::SystemRandom random;
    return 1'000'000 + random.below(1'000'000'000);
}

}  // namespace

int main(int argc, char** argv) {
    // One thread: locks, and the counting of every byte, are for others.
    sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    sqlite3_config(SQLITE_CONFIG_LOOKASIDE, 1200, 200);
    QCoreApplication application(argc, argv);
    simrs::setLogLevel(simrs::LogLevel::Error);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOption(
        {QStringLiteral("seeds"), QStringLiteral("how many"), QStringLiteral("N"), QStringLiteral("1000")});
    parser.addOption({QStringLiteral("start"), QStringLiteral("the first, or fresh"), QStringLiteral("S"),
                      QStringLiteral("1")});
    parser.addOption({QStringLiteral("minutes"), QStringLiteral("begin no seed after so many minutes"),
                      QStringLiteral("M"), QStringLiteral("100000")});
    parser.addOption(
        {QStringLiteral("regressions"), QStringLiteral("first those that once found something")});
    parser.process(application);
    const QString start = parser.value(QStringLiteral("start"));
    const std::uint64_t first = start == QLatin1String("fresh") ? freshSeed() : start.toULongLong();
    const std::uint64_t last = first + parser.value(QStringLiteral("seeds")).toULongLong();
    const auto limitMs =
        static_cast<std::int64_t>(parser.value(QStringLiteral("minutes")).toDouble() * 60'000.0);
    QElapsedTimer timer;
    timer.start();
    Campaign campaign;
    if (parser.isSet(QStringLiteral("regressions")))
        for (const simrs::sim::Regression& known : simrs::sim::kRegressions) campaign.run(known.seed);
    for (std::uint64_t seed = first; seed < last && timer.elapsed() < limitMs; ++seed) campaign.run(seed);
    return campaign.report(timer.elapsed());
}
