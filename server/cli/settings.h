// SPDX-License-Identifier: GPL-3.0-or-later
// The server's settings: option before environment before settings file before default. A wrong value is
// named with the place it came from.
#pragma once

#include <QProcessEnvironment>
#include <QString>

#include "common/base/log.h"
#include "server/cli/options.h"
#include "server/cli/terminal.h"
#include "server/exec/server.h"

namespace simrs {

inline const QString kDefaultConfigFile = QStringLiteral("/etc/simrs/server.conf");

struct Settings {
    ServerConfig server;
    LogLevel logLevel = LogLevel::Info;
    QString configFile;  ///< Empty where none was read.
    QString
        description;  ///< All settings and where they came from, without the password; for --check-config.
};

/// Errors: Usage (a wrong option), Config (a wrong value elsewhere, an unknown key, with its line), NoInput
/// and Permission (a file that was named).
Outcome<Settings> readSettings(const CommandLine& line, const QProcessEnvironment& environment,
                               const Terminal& terminal);

}  // namespace simrs
