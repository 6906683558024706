// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a device's cache file can be used at all. It is only a copy of what the server has: one that is
// damaged or of another form is removed, never repaired.
#pragma once

#include <QString>

#include "common/base/result.h"

namespace simrs {

/// Another number for each change that adding columns does not carry over.
inline constexpr int kCacheFormat = 1;

enum class CacheFile {
    New,  ///< There was none.
    Fits,
    Damaged,      ///< Removed.
    OtherFormat,  ///< Of another version of the program, maybe a newer one: removed.
};
/// Before the cache is opened; leaves a file (0600) that can be. A large one is only looked into, not read
/// whole. Errors: StorageFailed (args: the file's name), DatabaseUnavailable (locked).
Result<CacheFile> prepareCacheFile(const QString& path);

}  // namespace simrs
