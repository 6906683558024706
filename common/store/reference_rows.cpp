// SPDX-License-Identifier: GPL-3.0-or-later
// Loading and dropping snapshots of reference tables.
#include "common/store/reference_rows.h"

namespace simrs {
namespace {
constexpr std::int64_t kMaxAgeMs = 1000;
}

std::shared_ptr<const ReferenceRows::Rows> ReferenceRows::rows(Database& db, const EntityType& type) {
    const std::uint32_t kind = type.info->kind;
    std::uint64_t generation = 0;
    {
        const std::lock_guard lock(m_mutex);
        const Snapshot& held = m_snapshots[kind];
        if (held.rows && m_clock.monotonicMs() - held.loadedMs < kMaxAgeMs) return held.rows;
        generation = held.generation;
    }
    auto loaded = std::make_shared<Rows>();
    for (AnyRow& row : selectRows(db, type, {})) loaded->emplace(idOf(type, row.object()), std::move(row));
    const std::lock_guard lock(m_mutex);
    Snapshot& held = m_snapshots[kind];
    // A change committed while this was read makes it too old to keep; it is still good for the one who
    // asked.
    if (held.generation == generation) {
        held.rows = loaded;
        held.loadedMs = m_clock.monotonicMs();
    }
    return loaded;
}

void ReferenceRows::forget(std::uint32_t kind) {
    const std::lock_guard lock(m_mutex);
    Snapshot& held = m_snapshots[kind];
    held.rows.reset();
    ++held.generation;
}

}  // namespace simrs
