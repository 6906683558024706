// SPDX-License-Identifier: GPL-3.0-or-later
// The log: one JSON object a line on stderr. It never holds names, NIK or clinical text.
#pragma once

#include <QString>
#include <initializer_list>
#include <utility>

namespace simrs {

enum class LogLevel { Debug, Info, Warning, Error };

using LogFields = std::initializer_list<std::pair<const char*, QString>>;

/// Only lines of this level and above are written; Info until somebody says otherwise.
void setLogLevel(LogLevel level);
void log(LogLevel level, const char* category, const QString& message, LogFields fields = {});

}  // namespace simrs
