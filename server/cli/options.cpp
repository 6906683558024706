// SPDX-License-Identifier: GPL-3.0-or-later
// The table of commands, options and settings.
#include "server/cli/options.h"

#include <QCommandLineParser>

#include "common/access/permission.h"

namespace simrs {
namespace {

struct CommandRow {
    const char* name;
    const char* arguments;
    int fewest;
    int most;
    const char* text;
};

constexpr int kAny = 64;

constexpr CommandRow kCommands[] = {
    {"serve", "", 0, 0, "run the server (what happens without a command)"},
    {"migrate", "", 0, 0, "bring the database's tables up to date"},
    {"status", "", 0, 0, "say whether the server of the data folder runs, and where"},
    {"user add", "LOGIN", 1, 1, "make an account; without a password file its one-time secret is printed"},
    {"user reset-password", "LOGIN", 1, 1,
     "give a new one-time secret or password and end the user's sessions"},
    {"user disable", "LOGIN", 1, 1, "let nobody in with this account any more"},
    {"user enable", "LOGIN", 1, 1, "let a disabled account in again"},
    {"user grant", "LOGIN ROLE...", 2, kAny, "give roles"},
    {"user revoke", "LOGIN ROLE...", 2, kAny, "take roles away"},
    {"user list", "", 0, 0, "list accounts, tab-separated: login, name, state, roles"},
    {"backup", "FILE", 1, 1, "write the whole database into one file, as of now; the server may run"},
    {"restore", "FILE", 1, 1, "fill an empty database from a backup of either engine; all or nothing"},
    {"device list", "", 0, 0,
     "list devices, tab-separated: id, name, state, first log-in, last command, units"},
    {"device units", "DEVICE", 1, 1, "show the units of a device (its id or its only name), or change them"},
    {"device freeze", "DEVICE", 1, 1, "let it only hand in what was saved on it: no log-in, no data"},
    {"device thaw", "DEVICE", 1, 1, "let a frozen or wiped device work again"},
    {"device wipe", "DEVICE", 1, 1, "freeze it, and tell it to erase its copies when it comes by"},
    {"import-masters", "", 0, 0,
     "read clinics, doctors, wards and the other masters from CSV files, all or nothing"},
    {"demo-data", "", 0, 0, "fill an unused database with the invented demo hospital"},
};

/// Options that are no settings.
struct OptionRow {
    const char* name;
    const char* value;  ///< Null: a flag.
    const char* commands;
    const char* text;
};

constexpr OptionRow kOptions[] = {
    {"config", "FILE", "*", "settings file (/etc/simrs/server.conf where it exists)"},
    {"check-config", nullptr, "serve", "check the settings, print them, end"},
    {"name", "NAME", "user add", "the person's name"},
    {"role", "ROLE,...", "user add", "roles of the new account"},
    {"password-file", "FILE", "user add,user reset-password",
     "first line is the password; - reads standard input"},
    {"ask-password", nullptr, "user add,user reset-password", "ask for the password at the terminal"},
    {"add", "UNIT,...", "device units", "units it is to hold: a clinic's code, unit:ID or depot:ID"},
    {"remove", "UNIT,...", "device units", "units it is to hold no longer"},
    {"skip-blocks", "N", "restore", "skip at least N blocks of numbers that may have been given since"},
    {"hospital", "FILE", "import-masters", "CSV with key, value"},
    {"clinics", "FILE", "import-masters", "CSV of clinics"},
    {"doctors", "FILE", "import-masters", "CSV of doctors"},
    {"payers", "FILE", "import-masters", "CSV of payers"},
    {"wards", "FILE", "import-masters", "CSV of wards"},
    {"beds", "FILE", "import-masters", "CSV of beds"},
    {"staff", "FILE", "import-masters", "CSV of people who work there"},
    {"facilities", "FILE", "import-masters", "CSV of facilities that send patients"},
    {"holidays", "FILE", "import-masters", "CSV of holidays"},
    {"counter-services", "FILE", "import-masters", "CSV of what the ticket dispenser offers"},
    {"patients", "N", "demo-data", "synthetic patients (20000)"},
    {"seed", "S", "demo-data", "the same seed and time give the same hospital (1)"},
    {"now", "ISO", "demo-data", "the time of the living day, in the hospital's zone (the real time)"},
    {"day-only", nullptr, "demo-data", "only give a demo hospital of an earlier day its visits of today"},
    {"no-visits", nullptr, "demo-data", "patients without visits"},
};

constexpr SettingRow kSettings[] = {
    {"data", "server", "data", "DIR", "/var/lib/simrs", "*",
     "certificates, server.json, the embedded database"},
    {"workers", "server", "workers", "N", "0", "serve", "database workers; 0 chooses for the engine"},
    {"durable", "server", "durable", "WHEN", "commit", "serve,restore",
     "what a device may forget: what is committed, or (backup) what the last one holds"},
    {"listen", "net", "listen", "ADDR:PORT", "127.0.0.1:7310", "serve",
     "where clients connect; port 0 is any"},
    {"names", "net", "names", "NAME,...", "", "serve",
     "more names and addresses in the server's certificate"},
    {"http", "http", "listen", "ADDR:PORT", "127.0.0.1:7311", "serve",
     "health and metrics; leave it on loopback"},
    {"database", "database", "url", "URL", "sqlite", "*",
     "sqlite[:PATH] or postgresql://user@host:port/name"},
    {"database-password-file", "database", "password_file", "FILE", "", "*",
     "first line is PostgreSQL's password"},
    {"log-level", "log", "level", "LEVEL", "info", "*", "debug, info, warning or error"},
};

QString latin(const char* text) { return QString::fromLatin1(text); }

bool belongsTo(const char* commands, const QString& command) {
    return qstrcmp(commands, "*") == 0 || latin(commands).split(QLatin1Char(',')).contains(command);
}

void addOptions(QCommandLineParser& parser) {
    parser.addOption({{QStringLiteral("h"), QStringLiteral("help")}, QString()});
    parser.addOption({{QStringLiteral("v"), QStringLiteral("version")}, QString()});
    for (const OptionRow& row : kOptions) {
        QCommandLineOption option(latin(row.name));
        if (row.value) option.setValueName(latin(row.value));
        parser.addOption(option);
    }
    for (const SettingRow& row : kSettings) {
        QCommandLineOption option(latin(row.option));
        option.setValueName(latin(row.value));
        parser.addOption(option);
    }
}

Outcome<void> chooseCommand(const QStringList& words, CommandLine& out) {
    if (words.isEmpty()) {
        out.command = QStringLiteral("serve");
        return {};
    }
    for (const CommandRow& row : kCommands) {
        const QStringList name = latin(row.name).split(QLatin1Char(' '));
        if (words.mid(0, name.size()) != name) continue;
        out.command = latin(row.name);
        out.arguments = words.mid(name.size());
        if (out.arguments.size() >= row.fewest && out.arguments.size() <= row.most) return {};
        const QString wanted = row.most == 0 ? QStringLiteral("no argument") : latin(row.arguments);
        return leave(ExitCode::Usage, QStringLiteral("\"%1\" takes %2").arg(out.command, wanted));
    }
    return leave(ExitCode::Usage,
                 QStringLiteral("unknown command \"%1\"").arg(words.mid(0, 2).join(QLatin1Char(' '))));
}

Outcome<void> takeOption(const QCommandLineParser& parser, const char* name, const char* commands,
                         bool isFlag, CommandLine& out) {
    const QString option = latin(name);
    if (!parser.isSet(option)) return {};
    if (!belongsTo(commands, out.command))
        return leave(ExitCode::Usage,
                     QStringLiteral("--%1 does not belong to \"%2\"").arg(option, out.command));
    out.values.insert(option, isFlag ? QString() : parser.value(option));
    return {};
}

QString line(const QString& left, const char* right) {
    constexpr int kLeft = 34;
    const QString text = QStringLiteral("  ") + left;
    if (text.size() >= kLeft)
        return text + QLatin1Char('\n') + QString(kLeft, QLatin1Char(' ')) + latin(right) + QLatin1Char('\n');
    return text.leftJustified(kLeft) + latin(right) + QLatin1Char('\n');
}

QString settingsHelp() {
    QString out = QStringLiteral(
        "\nSettings (option, then environment, then settings file, then the default in brackets):\n");
    for (const SettingRow& row : kSettings) {
        out += line(QStringLiteral("--%1 %2").arg(latin(row.option), latin(row.value)), row.text);
        const QString fallback = *row.fallback ? QStringLiteral(" [%1]").arg(latin(row.fallback)) : QString();
        out += QString(34, QLatin1Char(' ')) +
               QStringLiteral("%1, [%2] %3%4\n")
                   .arg(environmentName(row), latin(row.section), latin(row.key), fallback);
    }
    return out +
           QStringLiteral(
               "  PostgreSQL's password comes from that file or from SIMRS_DATABASE_PASSWORD, never from an "
               "option.\n");
}

}  // namespace

std::span<const SettingRow> settingRows() { return kSettings; }

QString environmentName(const SettingRow& row) {
    return QStringLiteral("SIMRS_%1_%2").arg(latin(row.section), latin(row.key)).toUpper();
}

Outcome<CommandLine> parseCommandLine(const QStringList& arguments) {
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(arguments)) return leave(ExitCode::Usage, parser.errorText());
    CommandLine out;
    for (const char* only : {"help", "version"}) {
        if (!parser.isSet(latin(only))) continue;
        out.command = latin(only);
        return out;
    }
    if (const auto chosen = chooseCommand(parser.positionalArguments(), out); !chosen)
        return tl::unexpected(chosen.error());
    for (const OptionRow& row : kOptions) {
        if (const auto taken = takeOption(parser, row.name, row.commands, !row.value, out); !taken)
            return tl::unexpected(taken.error());
    }
    for (const SettingRow& row : kSettings) {
        if (const auto taken = takeOption(parser, row.option, row.commands, false, out); !taken)
            return tl::unexpected(taken.error());
    }
    return out;
}

QString helpText() {
    QString out = QStringLiteral("Usage: simrs-server [COMMAND] [OPTIONS]\n\nCommands:\n");
    for (const CommandRow& row : kCommands) {
        const QString name =
            latin(row.name) + (*row.arguments ? QLatin1Char(' ') + latin(row.arguments) : QString());
        out += line(name, row.text);
    }
    out += QStringLiteral("\nOptions:\n");
    for (const OptionRow& row : kOptions) {
        const QString name = QStringLiteral("--") + latin(row.name) +
                             (row.value ? QLatin1Char(' ') + latin(row.value) : QString());
        out += line(name, row.text);
    }
    out += line(QStringLiteral("-h, --help"), "print this and end") +
           line(QStringLiteral("-v, --version"), "print the version and end");
    out += settingsHelp();
    QStringList roles;
    for (const Role role : kRoles) roles.append(roleName(role));
    // In two lines: a terminal is 80 to 120 wide.
    const qsizetype half = roles.size() / 2;
    out += QStringLiteral("\nRoles: ") + roles.mid(0, half).join(QStringLiteral(", ")) +
           QStringLiteral(",\n       ") + roles.mid(half).join(QStringLiteral(", ")) + QLatin1Char('\n');
    out += QStringLiteral(
        "\nExit codes: 0 done, 1 failed, 64 wrong usage, 66 no input, 69 database unavailable or server "
        "not running,\n  73 cannot be created, 77 not permitted, 78 wrong setting.\n"
        "Signals: SIGTERM and SIGINT let what is under way finish (at most 20 s), SIGHUP reads the log "
        "level again.\n");
    return out;
}

}  // namespace simrs
