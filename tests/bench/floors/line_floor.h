// SPDX-License-Identifier: GPL-3.0-or-later
// What a line costs by itself.
#pragma once

#include <QtGlobal>

namespace simrs::bench {

/// Seconds until so many bytes have come over a line of so many bytes a second, the same relay as ours.
double copySeconds(qint64 bytes, qint64 bytesPerSecond);

}  // namespace simrs::bench
