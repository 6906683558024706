// SPDX-License-Identifier: GPL-3.0-or-later
// Words and exit codes of errors.
#include "server/cli/exit_code.h"

namespace simrs {
namespace {

ExitCode codeOf(ErrorCode code) {
    switch (code) {
        case ErrorCode::DatabaseUnavailable:
            return ExitCode::Unavailable;
        case ErrorCode::ConfigInvalid:
            return ExitCode::Config;
        case ErrorCode::StorageFailed:
            return ExitCode::CannotCreate;
        case ErrorCode::FileUnreadable:
            return ExitCode::NoInput;
        default:
            return ExitCode::Failure;
    }
}

}  // namespace

QString errorWords(ErrorCode code) {
    switch (code) {
        case ErrorCode::None:
            break;
#define X(number, name, severity, retry, text) \
    case ErrorCode::name:                      \
        return QStringLiteral(text);
#include "common/base/errors.def"
#undef X
    }
    return {};
}

Exit exitOf(const Error& error) {
    QString words = errorWords(error.code);
    if (!error.args.isEmpty())
        words += QStringLiteral(" (") + error.args.join(QStringLiteral(", ")) + QLatin1Char(')');
    if (!error.detail.isEmpty()) words += QStringLiteral(": ") + error.detail.trimmed();
    return {codeOf(error.code), words};
}

}  // namespace simrs
