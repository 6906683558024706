// SPDX-License-Identifier: GPL-3.0-or-later
// Names, severity and retry advice of the error codes, all read from errors.def.
#include "common/base/result.h"

namespace simrs {
namespace {

struct ErrorRow {
    ErrorCode code;
    const char* name;
    Severity severity;
    Retry retry;
};

constexpr ErrorRow kErrors[] = {
#define X(number, name, severity, retry, text) {ErrorCode::name, #name, Severity::severity, Retry::retry},
#include "common/base/errors.def"
#undef X
};

const ErrorRow* rowOf(ErrorCode code) {
    for (const ErrorRow& row : kErrors) {
        if (row.code == code) return &row;
    }
    return nullptr;
}

}  // namespace

QString errorName(ErrorCode code) {
    if (code == ErrorCode::None) return QStringLiteral("None");
    const ErrorRow* row = rowOf(code);
    return row ? QString::fromLatin1(row->name) : QStringLiteral("Unknown");
}

Severity severityOf(ErrorCode code) {
    const ErrorRow* row = rowOf(code);
    return row ? row->severity : Severity::Fault;
}

Retry retryOf(ErrorCode code) {
    const ErrorRow* row = rowOf(code);
    return row ? row->retry : Retry::Never;
}

ErrorCode errorFromNumber(int number) {
    const auto code = static_cast<ErrorCode>(number);
    return number == 0 || rowOf(code) ? code : ErrorCode::Internal;
}

}  // namespace simrs
