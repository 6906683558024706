// SPDX-License-Identifier: GPL-3.0-or-later
// What the UI thread hands to the link's thread.
#pragma once

#include <functional>

#include "common/core/request.h"

namespace simrs {

struct AskJob {
    qint64 type = 0;
    QByteArray payload;
    int timeoutMs = 10'000;
    bool repeatable = true;  ///< A query: sent again after a lost connection. A call is not.
};

struct PreparedCommand {
    QByteArray payload;
    QList<NumberUse> numbers;
};

struct SubmitJob {
    CommandId id;
    RequestInfo info;
    /// Pure but for the numbers it takes; runs again when the device's numbers had run out.
    std::function<Result<PreparedCommand>(Prepare&)> prepare;
};

}  // namespace simrs
