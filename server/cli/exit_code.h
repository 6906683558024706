// SPDX-License-Identifier: GPL-3.0-or-later
// How the program ends: exit codes of sysexits.h, and an error in words for the administrator at the
// terminal.
#pragma once

#include <QString>
#include <tl/expected.hpp>

#include "common/base/result.h"

namespace simrs {

enum class ExitCode {
    Ok = 0,
    Failure = 1,
    Usage = 64,
    NoInput = 66,
    Unavailable = 69,
    CannotCreate = 73,
    Permission = 77,
    Config = 78,
};

/// Why a command ends without having done its work.
struct Exit {
    ExitCode code = ExitCode::Failure;
    QString words;
};

template <class T>
using Outcome = tl::expected<T, Exit>;

[[nodiscard]] inline tl::unexpected<Exit> leave(ExitCode code, QString words) {
    return tl::unexpected<Exit>(Exit{code, std::move(words)});
}

/// The log text of the error's code with its arguments and detail, and the exit code that fits it.
Exit exitOf(const Error& error);
[[nodiscard]] inline tl::unexpected<Exit> leave(const Error& error) {
    return tl::unexpected<Exit>(exitOf(error));
}
/// "a field is longer than allowed", as errors.def says it.
QString errorWords(ErrorCode code);

}  // namespace simrs
