// SPDX-License-Identifier: GPL-3.0-or-later
// simrs-sim: seed after seed, each a hospital of its own. Ends with "N seeds, N violations, N seeds/h".
#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <cstdio>

#include "common/base/log.h"
#include "tests/sync/sim_world.h"

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    simrs::setLogLevel(simrs::LogLevel::Error);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOption(
        {QStringLiteral("seeds"), QStringLiteral("how many"), QStringLiteral("N"), QStringLiteral("1000")});
    parser.addOption(
        {QStringLiteral("start"), QStringLiteral("the first"), QStringLiteral("S"), QStringLiteral("1")});
    parser.process(application);
    const qint64 seeds = parser.value(QStringLiteral("seeds")).toLongLong();
    const qint64 start = parser.value(QStringLiteral("start")).toLongLong();
    QElapsedTimer timer;
    timer.start();
    qint64 violations = 0;
    simrs::sim::RunStats sum;
    for (qint64 seed = start; seed < start + seeds; ++seed) {
        const simrs::sim::RunStats run = simrs::sim::World(static_cast<std::uint64_t>(seed)).run();
        sum.commands += run.commands;
        sum.refused += run.refused;
        sum.crashes += run.crashes;
        sum.batches += run.batches;
        if (run.violations.isEmpty()) continue;
        ++violations;
        std::printf("seed %lld: ./dev sim --seeds 1 --start %lld\n", static_cast<long long>(seed),
                    static_cast<long long>(seed));
        for (const QString& line : run.violations) std::printf("    %s\n", qPrintable(line));
        std::fflush(stdout);
    }
    const double hours = static_cast<double>(timer.elapsed()) / 3'600'000.0;
    std::printf("%d commands, %d refused, %d crashes, %d changes shown\n", sum.commands, sum.refused,
                sum.crashes, sum.batches);
    std::printf("%lld seeds, %lld violations, %.0f seeds/h\n", static_cast<long long>(seeds),
                static_cast<long long>(violations), static_cast<double>(seeds) / hours);
    return violations == 0 ? 0 : 1;
}
