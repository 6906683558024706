// SPDX-License-Identifier: GPL-3.0-or-later
// What a line costs by itself.
#pragma once

#include <QtGlobal>

namespace simrs::bench {

struct LineCopy {
    double seconds = 0;
    double cpuSeconds = 0;  ///< Of this process: the relay and both ends.
};
/// So many bytes over a line of so many bytes a second, the same relay as ours.
LineCopy copyOverLine(qint64 bytes, qint64 bytesPerSecond);

}  // namespace simrs::bench
