// SPDX-License-Identifier: GPL-3.0-or-later
// Few rows that every command reads (clinics, doctors, payers), kept in memory beside the database.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <vector>

#include "common/base/clock.h"
#include "common/store/entity_table.h"

namespace simrs {

/// Shared by all workers of one server; thread-safe. A snapshot is dropped by a commit of this process that
/// touched its table, and after one second in any case, so that another node's change is seen soon.
class ReferenceRows {
  public:
    using Rows = std::map<Uuid, AnyRow>;

    explicit ReferenceRows(const Clock& clock) : m_clock(clock) {}

    /// All rows of a reference entity; throws StoreFault when they must be read and cannot.
    std::shared_ptr<const Rows> rows(Database& db, const EntityType& type);
    void forget(std::uint32_t kind);

  private:
    struct Snapshot {
        std::shared_ptr<const Rows> rows;
        std::int64_t loadedMs = 0;
        std::uint64_t generation = 0;
    };
    const Clock& m_clock;
    std::mutex m_mutex;
    std::map<std::uint32_t, Snapshot> m_snapshots;
};

}  // namespace simrs
