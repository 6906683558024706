// SPDX-License-Identifier: GPL-3.0-or-later
// Which queue number comes next, in memory.
#include "common/sync/ticket_ranges.h"

#include <algorithm>
#include <tuple>

namespace simrs {

void TicketRanges::load(const QList<HeldRange>& ranges) {
    m_ranges = ranges;
    std::sort(m_ranges.begin(), m_ranges.end(), [](const HeldRange& a, const HeldRange& b) {
        return std::tie(a.serviceDate, a.letter, a.first) < std::tie(b.serviceDate, b.letter, b.first);
    });
}

std::optional<qint64> TicketRanges::take(QDate day, const QString& letter) {
    for (HeldRange& range : m_ranges) {
        if (range.serviceDate == day && range.letter == letter && range.next <= range.last)
            return range.next++;
    }
    return std::nullopt;
}

qint64 TicketRanges::left(QDate day, const QString& letter) const {
    qint64 sum = 0;
    for (const HeldRange& range : m_ranges) {
        if (range.serviceDate == day && range.letter == letter) sum += range.last - range.next + 1;
    }
    return sum;
}

const HeldRange* TicketRanges::rangeOf(QDate day, const QString& letter, qint64 value) const {
    const auto found = std::find_if(m_ranges.cbegin(), m_ranges.cend(), [&](const HeldRange& range) {
        return range.serviceDate == day && range.letter == letter && range.first <= value &&
               value <= range.last;
    });
    return found == m_ranges.cend() ? nullptr : &*found;
}

TakeTicketRange TicketRanges::question(QDate day, const QString& letter) const {
    TakeTicketRange request{day, letter, m_adrift ? kLastReservedTicket : 0};
    for (const HeldRange& range : m_ranges) {
        if (range.serviceDate == day && range.letter == letter)
            request.known = std::max(request.known, range.last);
    }
    return request;
}

QList<TakeTicketRange> TicketRanges::wanted(QDate today, const QStringList& letters) const {
    QList<TakeTicketRange> missing;
    QList<TakeTicketRange> low;
    for (const QDate day : {today, today.addDays(1)}) {
        for (const QString& letter : letters) {
            const qint64 now = left(day, letter);
            if (now < kTicketsLow) (now == 0 ? missing : low).append(question(day, letter));
        }
    }
    return missing + low;
}

}  // namespace simrs
