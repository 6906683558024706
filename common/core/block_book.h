// SPDX-License-Identifier: GPL-3.0-or-later
// What the executor asks of every number in a command: was it granted to the device that sends it?
#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <tuple>
#include <vector>

#include "common/core/request.h"

namespace simrs {

/// Which numbers were granted to which device. Blocks and ranges are only ever added, so what is known stays
/// true. Thread-safe.
class BlockBook {
  public:
    bool granted(Reader& reader, const DeviceId& device, const NumberUse& use);

  private:
    struct Range {
        qint64 first;
        qint64 last;
    };
    /// Blocks by device and kind; ranges of tickets also by day and letter.
    using Key = std::tuple<Uuid, int, qint64, QString>;
    static std::optional<std::vector<Range>> readBlocks(Reader& reader, const DeviceId& device,
                                                        NumberKind kind);
    static std::optional<std::vector<Range>> readRanges(Reader& reader, const DeviceId& device,
                                                        const NumberUse& use);
    bool knows(const Key& key, qint64 value);
    void forgetOldDays();

    std::mutex m_mutex;
    std::map<Key, std::vector<Range>> m_ranges;
    qint64 m_newestDay = 0;  // Of a ticket, as a Julian day.
};

}  // namespace simrs
