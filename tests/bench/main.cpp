// SPDX-License-Identifier: GPL-3.0-or-later
// simrs-bench: every gauge beside its floor, in one run, on one machine. Prints the raw figures and writes
// the table.
#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <cstdio>

#include "common/base/log.h"
#include "tests/bench/bench_hospital.h"
#include "tests/bench/gauges.h"

namespace simrs::bench {

void giveUp(const QString& why) {
    std::fflush(stdout);
    std::fprintf(stderr, "simrs-bench: %s\n", qPrintable(why.trimmed()));
    std::_Exit(1);
}

namespace {

QCommandLineOption option(const char* name, const char* text, const char* value = "",
                          const char* fallback = "") {
    return {QLatin1String(name), QLatin1String(text), QLatin1String(value), QLatin1String(fallback)};
}

BenchOptions readOptions() {
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Measures SIMRS against floors; writes a table."));
    parser.addHelpOption();
    parser.addOptions(
        {option("patients", "patients in the database", "N", "2000000"),
         option("quick", "short samples and few clients: shows that it works, measures nothing"),
         option("out", "the table", "FILE", "build/bench.tsv"),
         option("only", "one gauge: register-visit, search, typo, import, feed, device or bootstrap",
                "GAUGE"),
         option("engine", "postgres, sqlite or both", "NAME", "postgres")});
    parser.process(*QCoreApplication::instance());
    const auto value = [&](const char* name) { return parser.value(QLatin1String(name)); };
    BenchOptions options;
    options.patients = value("patients").toLongLong();
    options.quick = parser.isSet(QStringLiteral("quick"));
    options.out = value("out");
    options.only = value("only");
    options.postgres = value("engine") != QLatin1String("sqlite");
    options.sqlite = value("engine") != QLatin1String("postgres");
    options.folder = QFileInfo(options.out).absolutePath() + QStringLiteral("/bench-data");
    if (options.patients < 1000) giveUp(QStringLiteral("--patients: a number from 1000 on"));
    return options;
}

void measure(const BenchOptions& options, const QString& databaseUrl, Report& report) {
    // The search first: it reads, and does not stir up the disk for what comes next.
    if (options.wants("search")) gaugeSearch(options, databaseUrl, report);
    if (options.wants("typo")) gaugeTypos(options, databaseUrl, report);
    if (options.wants("register-visit")) gaugeRegisterVisit(options, databaseUrl, report);
    if (options.wants("import")) gaugeImport(options, databaseUrl, report);
}

}  // namespace
}  // namespace simrs::bench

int main(int argc, char** argv) {
    using namespace simrs::bench;
    const QCoreApplication application(argc, argv);
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    simrs::setLogLevel(simrs::LogLevel::Warning);
    const BenchOptions options = readOptions();
    QDir().mkpath(options.folder);
    Report report;
    const bool hospital = options.wants("search") || options.wants("typo") ||
                          options.wants("register-visit") || options.wants("import");
    if (options.postgres && hospital) measure(options, postgresHospital(options), report);
    if (options.postgres && options.wants("feed")) gaugeFeed(options, report);
    if (options.wants("device")) gaugeDevice(options, report);
    if (options.wants("bootstrap")) gaugeBootstrap(options, report);
    if (options.sqlite && hospital) measure(options, sqliteHospital(options), report);
    if (!report.write(options.out)) giveUp(QStringLiteral("%1 cannot be written").arg(options.out));
    std::printf("\n%s", qPrintable(report.text()));
    return 0;
}
