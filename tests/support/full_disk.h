// SPDX-License-Identifier: GPL-3.0-or-later
// A disk that fills up under the files SQLite has open in this process. Made before any of them is opened;
// one at a time.
#pragma once

#include <QString>

namespace simrs::test {

class FullDisk {
  public:
    FullDisk();
    ~FullDisk();
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;

    /// From now on nothing can be written to files whose path begins with this.
    void fill(const QString& path);
    void clear();
};

}  // namespace simrs::test
