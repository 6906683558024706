// SPDX-License-Identifier: GPL-3.0-or-later
// An asynchronous answer, waited for.
#pragma once

#include <QTest>
#include <optional>

#include "common/base/result.h"

namespace simrs::test {

/// `begin` is handed what takes the answer. Error: Internal where none comes within 20 seconds.
template <class T, class F>
Result<T> answerOf(const F& begin) {
    std::optional<Result<T>> answer;
    begin([&](const Result<T>& result) { answer = result; });
    const bool came = QTest::qWaitFor([&] { return answer.has_value(); }, 20'000);
    return came ? *answer : Result<T>(fail(ErrorCode::Internal));
}

}  // namespace simrs::test
