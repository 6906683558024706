// SPDX-License-Identifier: GPL-3.0-or-later
// The command line as one table: parsing, the rules and --help all come from it.
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>
#include <span>

#include "server/cli/exit_code.h"

namespace simrs {

/// A setting: an option, an environment variable SIMRS_<SECTION>_<KEY> and a key of the settings file.
struct SettingRow {
    const char* option;
    const char* section;
    const char* key;
    const char* value;  ///< What it takes, for --help.
    const char* fallback;
    const char* commands;  ///< Which commands read it, separated by commas; "*" for all.
    const char* text;
};
std::span<const SettingRow> settingRows();
/// "SIMRS_NET_LISTEN"
QString environmentName(const SettingRow& row);

/// What was asked for: a command of the table, its arguments, its options.
struct CommandLine {
    QString command;  ///< "serve", "user add"
    QStringList arguments;
    QHash<QString, QString> values;  ///< By option; flags have an empty value.

    bool has(const char* option) const { return values.contains(QLatin1String(option)); }
    QString value(const char* option) const { return values.value(QLatin1String(option)); }
};

/// `arguments` begins with the program's name. All errors are of usage.
Outcome<CommandLine> parseCommandLine(const QStringList& arguments);
QString helpText();

}  // namespace simrs
