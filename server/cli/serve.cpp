// SPDX-License-Identifier: GPL-3.0-or-later
// Running the server until a signal ends it, and saying whether one runs.
#include <QCoreApplication>

#include "server/cli/commands.h"
#include "server/cli/data_folder.h"
#include "server/cli/stop_signals.h"

namespace simrs {
namespace {

QString readyText(const ServerConfig& config, const ServerAddress& address) {
    const QString rule(78, QLatin1Char('='));
    QString text = rule + QStringLiteral("\n SIMRS server %1\n").arg(QStringLiteral(SIMRS_VERSION));
    text += QStringLiteral("   clients      %1\n").arg(reachedAt(config.net.address, address.port));
    text += QStringLiteral("   health       http://%1/readyz\n")
                .arg(reachedAt(address.httpAddress, address.httpPort));
    text += QStringLiteral("   fingerprint  %1\n                %2\n")
                .arg(address.fingerprint.left(48), address.fingerprint.mid(48));
    if (!address.administratorSecret.isEmpty()) {
        text += QStringLiteral("\n FIRST START: the administrator's account. This is shown only now.\n");
        text += QStringLiteral("   user name        admin\n");
        text += QStringLiteral("   one-time secret  %1\n").arg(address.administratorSecret);
        text += QStringLiteral("   It must be changed at the first log-in.\n");
    }
    return text + rule;
}

/// Only the log level may change while the server runs.
void reload(const CliCall& call) {
    const Outcome<Settings> again =
        readSettings(call.line, call.services.environment, call.services.terminal);
    if (!again) {
        log(LogLevel::Warning, "server", QStringLiteral("settings not read again"),
            {{"error", again.error().words}});
        return;
    }
    setLogLevel(again->logLevel);
    log(LogLevel::Info, "server", QStringLiteral("log level read again"));
}

}  // namespace

Outcome<void> serve(const CliCall& call) {
    const Terminal& terminal = call.services.terminal;
    const ServerConfig& config = call.settings.server;
    if (call.line.has("check-config")) {
        terminal.say(call.settings.description);
        return {};
    }
    DataFolder folder(config.dataFolder);
    if (auto created = folder.create(); !created) return created;
    if (auto held = folder.hold(config.database); !held) return held;
    folder.removeNote();
    const StopSignals signals([] { QCoreApplication::quit(); }, [&call] { reload(call); });
    Server server(config);
    const Result<ServerAddress> address = server.start();
    if (!address) return leave(address.error());
    // Said before anything else can fail: the administrator's secret is shown only now.
    terminal.say(readyText(config, *address));
    if (auto written = folder.writeNote(*address); !written) return written;
    QCoreApplication::exec();
    folder.removeNote();
    server.stop(limits::kDrainMs);
    return {};
}

Outcome<void> showStatus(const CliCall& call) {
    const DataFolder folder(call.settings.server.dataFolder);
    const auto note = folder.readNote();
    if (!note)
        return leave(ExitCode::Unavailable,
                     QStringLiteral("no server runs on %1").arg(call.settings.server.dataFolder));
    if (!processRuns(note->pid))
        return leave(ExitCode::Unavailable,
                     QStringLiteral("no server runs on %1: process %2 has ended without tidying up")
                         .arg(call.settings.server.dataFolder)
                         .arg(note->pid));
    call.services.terminal.say(
        QStringLiteral("running      process %1\ndata         %2\nport         %3\nhealth       "
                       "http://%4/readyz\nfingerprint  %5")
            .arg(note->pid)
            .arg(call.settings.server.dataFolder)
            .arg(note->port)
            .arg(reachedAt(note->httpAddress, note->httpPort))
            .arg(note->fingerprint));
    return {};
}

}  // namespace simrs
