// SPDX-License-Identifier: GPL-3.0-or-later
// demo-data: a hospital to look at, or today's visits of one.
#include <QDateTime>

#include "server/cli/opened_store.h"
#include "server/demo/demo_hospital.h"

namespace simrs {
namespace {

Outcome<void> readNow(const CliCall& call, DemoOptions& options) {
    options.now = call.services.clock.now();
    if (!call.line.has("now")) return {};
    const QDateTime given = QDateTime::fromString(call.line.value("now"), Qt::ISODate);
    if (!given.isValid())
        return leave(ExitCode::Usage,
                     QStringLiteral("--now: \"%1\" is no ISO time").arg(call.line.value("now")));
    if (given.timeSpec() != Qt::LocalTime) {
        options.now = Instant(given.toMSecsSinceEpoch());
        return {};
    }
    const Result<QString> zone = demoZone(options.seedFolder);
    if (!zone) return leave(zone.error());
    options.now = instantIn(*zone, given.date(), given.time().msecsSinceStartOfDay() / 60'000);
    return {};
}

Outcome<DemoOptions> readOptions(const CliCall& call) {
    DemoOptions options;
    bool isNumber = true;
    if (call.line.has("patients")) options.patients = call.line.value("patients").toLongLong(&isNumber);
    if (!isNumber || options.patients < 1 || options.patients > kMostDemoPatients)
        return leave(ExitCode::Usage,
                     QStringLiteral("--patients: a number from 1 to %1").arg(kMostDemoPatients));
    if (call.line.has("seed")) options.seed = call.line.value("seed").toULongLong(&isNumber);
    if (!isNumber) return leave(ExitCode::Usage, QStringLiteral("--seed: a number"));
    options.visits = !call.line.has("no-visits");
    if (const auto now = readNow(call, options); !now) return tl::unexpected(now.error());
    const Terminal& terminal = call.services.terminal;
    options.progress = [&terminal](qint64 done) {
        terminal.complain(QStringLiteral("%1 patients").arg(done));
    };
    return options;
}

QString reportText(const DemoReport& report, double seconds) {
    return QStringLiteral("%1: %2 patients, %3 visits, %4 of them on %5 (%6 s)")
        .arg(report.hospital)
        .arg(report.patients)
        .arg(report.visits)
        .arg(report.visitsToday)
        .arg(report.day.toString(Qt::ISODate))
        .arg(seconds, 0, 'f', 1);
}

QString accountsText() {
    QString text = QStringLiteral("\nDemo accounts (their passwords are no secret):\n");
    for (const DemoAccount& account : demoAccounts()) {
        text += QStringLiteral("  %1 %2 %3\n")
                    .arg(account.login, -8)
                    .arg(account.password, -18)
                    .arg(roleName(account.role));
    }
    text.chop(1);
    return text;
}

}  // namespace

Outcome<void> makeDemo(const CliCall& call) {
    const Outcome<DemoOptions> options = readOptions(call);
    if (!options) return tl::unexpected(options.error());
    const auto opened = openStore(call, StoreUse::Alone);
    if (!opened) return tl::unexpected(opened.error());
    Store& store = (*opened)->store;
    const std::int64_t began = call.services.clock.monotonicMs();
    const bool whole = !call.line.has("day-only");
    if (whole) {
        const Result<bool> unused = isUnused(store);
        if (!unused) return leave(unused.error());
        if (!*unused)
            return leave(
                ExitCode::CannotCreate,
                QStringLiteral("the database already holds a hospital; demo data goes into an unused one"));
    }
    const Result<DemoReport> report =
        whole ? buildDemoHospital(store, *options, call.services.random) : refreshDemoDay(store, *options);
    if (!report && report.error().code == ErrorCode::UserUnknown)
        return leave(ExitCode::CannotCreate, QStringLiteral("the database holds no demo hospital"));
    if (!report) return leave(report.error());
    const double seconds = static_cast<double>(call.services.clock.monotonicMs() - began) / 1000;
    const bool nothing = !whole && report->visits == 0;
    call.services.terminal.say(
        nothing ? QStringLiteral("nothing added on %1: it has visits, or nobody has come yet")
                      .arg(report->day.toString(Qt::ISODate))
                : reportText(*report, seconds));
    if (whole) call.services.terminal.say(accountsText());
    return {};
}

}  // namespace simrs
