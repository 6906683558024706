// SPDX-License-Identifier: GPL-3.0-or-later
// Choosing the command.
#include "server/cli/command_line.h"

#include <QHash>

namespace simrs {
namespace {

using Command = Outcome<void> (*)(const CliCall&);

Command commandOf(const QString& name) {
    static const QHash<QString, Command> commands = {
        {QStringLiteral("serve"), serve},
        {QStringLiteral("status"), showStatus},
        {QStringLiteral("migrate"), migrate},
        {QStringLiteral("demo-data"), makeDemo},
        {QStringLiteral("import-masters"), importMasters},
        {QStringLiteral("backup"), backUp},
        {QStringLiteral("restore"), restore},
        {QStringLiteral("user add"), addUser},
        {QStringLiteral("user reset-password"), resetUserPassword},
        {QStringLiteral("user disable"), disableUser},
        {QStringLiteral("user enable"), enableUser},
        {QStringLiteral("user grant"), grantUserRoles},
        {QStringLiteral("user revoke"), revokeUserRoles},
        {QStringLiteral("user list"), listUsers},
        {QStringLiteral("device list"), listDevices},
        {QStringLiteral("device units"), changeDeviceUnits},
        {QStringLiteral("device freeze"), freezeDevice},
        {QStringLiteral("device thaw"), thawDevice},
        {QStringLiteral("device wipe"), wipeDevice},
    };
    return commands.value(name, nullptr);
}

ExitCode end(const Exit& exit, const Terminal& terminal) {
    terminal.complain(exit.words);
    if (exit.code == ExitCode::Usage) terminal.complain(QStringLiteral("--help lists what there is"));
    return exit.code;
}

}  // namespace

ExitCode runCommandLine(const QStringList& arguments, const CliServices& services) {
    const Outcome<CommandLine> line = parseCommandLine(arguments);
    if (!line) return end(line.error(), services.terminal);
    if (line->command == QLatin1String("help")) {
        services.terminal.say(helpText().trimmed());
        return ExitCode::Ok;
    }
    if (line->command == QLatin1String("version")) {
        services.terminal.say(QStringLiteral("simrs-server " SIMRS_VERSION));
        return ExitCode::Ok;
    }
    Outcome<Settings> settings = readSettings(*line, services.environment, services.terminal);
    if (!settings) return end(settings.error(), services.terminal);
    setLogLevel(settings->logLevel);
    const Command command = commandOf(line->command);
    if (!command) return end({ExitCode::Usage, line->command}, services.terminal);
    const Outcome<void> done = command(CliCall{*line, std::move(*settings), services});
    return done ? ExitCode::Ok : end(done.error(), services.terminal);
}

}  // namespace simrs
