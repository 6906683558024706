// SPDX-License-Identifier: GPL-3.0-or-later
// Looks grants up once and keeps them.
#include "common/core/block_book.h"

#include <algorithm>
#include <utility>

#include "common/core/number_block.h"
#include "common/core/temporary_number.h"
#include "common/core/ticket_range.h"

namespace simrs {

bool BlockBook::knows(const Key& key, qint64 value) {
    const std::lock_guard lock(m_mutex);
    const auto found = m_ranges.find(key);
    if (found == m_ranges.end()) return false;
    return std::any_of(found->second.begin(), found->second.end(),
                       [&](const Range& range) { return range.first <= value && value <= range.last; });
}

std::optional<std::vector<BlockBook::Range>> BlockBook::readBlocks(Reader& reader, const DeviceId& device,
                                                                   NumberKind kind) {
    const auto blocks =
        reader.list(Where<NumberBlock>().eq<&NumberBlock::deviceId>(device).eq<&NumberBlock::kind>(kind));
    if (!blocks) return std::nullopt;
    std::vector<Range> ranges;
    for (const NumberBlock& block : *blocks) ranges.push_back({block.first, block.last});
    return ranges;
}

std::optional<std::vector<BlockBook::Range>> BlockBook::readRanges(Reader& reader, const DeviceId& device,
                                                                   const NumberUse& use) {
    const auto rows = reader.list(Where<TicketRange>()
                                      .eq<&TicketRange::deviceId>(device)
                                      .eq<&TicketRange::serviceDate>(use.day)
                                      .eq<&TicketRange::letter>(use.of));
    if (!rows) return std::nullopt;
    std::vector<Range> ranges;
    for (const TicketRange& row : *rows) ranges.push_back({row.first, row.last});
    return ranges;
}

/// A server runs for years; ranges of past days are asked for again where somebody still comes with one.
void BlockBook::forgetOldDays() {
    constexpr qint64 kDaysKept = 7;
    std::erase_if(m_ranges, [&](const auto& entry) {
        const qint64 day = std::get<2>(entry.first);
        return day != 0 && day < m_newestDay - kDaysKept;
    });
}

bool BlockBook::granted(Reader& reader, const DeviceId& device, const NumberUse& use) {
    if (use.kind == NumberKind::Temporary) return use.value > 0 && use.of == shortName(device);
    const bool ticket = use.kind == NumberKind::Ticket;
    if (ticket && !use.day.isValid()) return false;
    const Key key(device.uuid(), static_cast<int>(use.kind), ticket ? use.day.toJulianDay() : 0,
                  ticket ? use.of : QString());
    if (knows(key, use.value)) return true;
    const auto ranges = ticket ? readRanges(reader, device, use) : readBlocks(reader, device, use.kind);
    if (!ranges || ranges->empty()) return false;
    {
        const std::lock_guard lock(m_mutex);
        if (std::exchange(m_newestDay, std::max(m_newestDay, std::get<2>(key))) < m_newestDay)
            forgetOldDays();
        m_ranges[key] = *ranges;
    }
    return knows(key, use.value);
}

}  // namespace simrs
