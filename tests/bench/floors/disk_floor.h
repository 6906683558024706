// SPDX-License-Identifier: GPL-3.0-or-later
// How often a second the disk takes 8 kB for good: no commit of one connection can be faster than this.
#pragma once

#include <QString>

namespace simrs::bench {

/// Appends 8 kB and calls fdatasync, for so long, in a file of its own in `folder`; syncs per second.
double fdatasyncRate(const QString& folder, double seconds);

}  // namespace simrs::bench
