// SPDX-License-Identifier: GPL-3.0-or-later
// The result of anything that can fail: a value, or an error code with arguments. Exceptions do not cross a
// file.
#pragma once

#include <QString>
#include <QStringList>
#include <tl/expected.hpp>
#include <utility>

namespace simrs {

enum class ErrorCode : int {
    None = 0,
#define X(number, name, severity, retry, text) name = number,
#include "common/base/errors.def"
#undef X
};

enum class Severity { Notice, Fault, Breach };
enum class Retry { Never, Later, AfterLogin };

/// What went wrong. `args` travel to the client and fill its translated sentence; they may hold field names
/// and numbers, never clinical text. `detail` is for the log of the program it happened in and is never sent.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    QStringList args;
    QString detail;

    bool operator==(const Error& other) const { return code == other.code && args == other.args; }
};

template <class T>
using Result = tl::expected<T, Error>;
using Status = Result<void>;

[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, QStringList args = {}, QString detail = {}) {
    return tl::unexpected<Error>(Error{code, std::move(args), std::move(detail)});
}

/// The name of a code as it stands in errors.def, for logs and tests; "None" for none, "Unknown" for a newer
/// peer's code.
QString errorName(ErrorCode code);
Severity severityOf(ErrorCode code);
Retry retryOf(ErrorCode code);
/// A code from the wire; codes this build does not know become Internal.
ErrorCode errorFromNumber(int number);

}  // namespace simrs

/// Returns the error of `expression` from the enclosing function, else goes on.
#define SIMRS_TRY(expression)                                                                \
    do {                                                                                     \
        auto&& simrsTried = (expression);                                                    \
        if (!simrsTried) return tl::unexpected<simrs::Error>(std::move(simrsTried).error()); \
    } while (false)

#define SIMRS_JOIN2(a, b) a##b
#define SIMRS_JOIN(a, b) SIMRS_JOIN2(a, b)
/// `SIMRS_ASSIGN(auto row, store.read(…));` declares row with the value, or returns the error.
#define SIMRS_ASSIGN(declaration, expression)                                                      \
    auto SIMRS_JOIN(simrsResult, __LINE__) = (expression);                                         \
    if (!SIMRS_JOIN(simrsResult, __LINE__))                                                        \
        return tl::unexpected<simrs::Error>(std::move(SIMRS_JOIN(simrsResult, __LINE__)).error()); \
    declaration = std::move(*SIMRS_JOIN(simrsResult, __LINE__))
