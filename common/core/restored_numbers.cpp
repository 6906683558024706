// SPDX-License-Identifier: GPL-3.0-or-later
// Decision 0027 says how far the counters move and why.
#include "common/core/restored_numbers.h"

#include <algorithm>
#include <limits>
#include <map>

#include "common/core/ticket_range.h"
#include "common/store/bulk.h"

namespace simrs {
namespace {

// What is assumed to have been used at most on each day that the backup does not know of: so many times the
// busiest day it does know of, and never less than so much.
constexpr qint64 kBlockDays = 4;
constexpr qint64 kLeastBlocks = 100;
constexpr qint64 kTicketDays = 2;
constexpr qint64 kLeastTickets = 100;
constexpr qint64 kLeastRanges = 20;
constexpr qint64 kLeastOther = 1000;
/// The clocks of the two computers may be off.
constexpr std::int64_t kDoubtMs = 2 * 3'600'000;

struct Days {
    QDate first;
    QDate last;
    qint64 count() const { return first.daysTo(last) + 1; }
};

/// Tomorrow's ranges are granted today.
Days daysUnknown(const RestoreTimes& times) {
    const std::int64_t until = std::max(times.backup.ms, times.restore.ms);
    return {dayIn(times.zone, Instant(times.backup.ms - kDoubtMs)),
            dayIn(times.zone, Instant(until + kDoubtMs)).addDays(1)};
}

qint64 busiestDay(Reader& reader, NumberKind kind, const QString& zone) {
    std::map<QDate, qint64> days;
    const auto blocks =
        reader.list(Where<NumberBlock>().eq<&NumberBlock::kind>(kind).limit(std::numeric_limits<int>::max()));
    for (const NumberBlock& block : blocks.value_or(QList<NumberBlock>()))
        ++days[dayIn(zone, block.grantedAt)];
    qint64 most = 0;
    for (const auto& [day, count] : days) most = std::max(most, count);
    return most;
}

void skipBlocks(WishTx& tx, BulkLoader& loader, NumberKind kind, qint64 held, const RestoreTimes& times) {
    const qint64 used = kBlockDays * busiestDay(tx, kind, times.zone) * daysUnknown(times).count();
    const qint64 blocks = std::max({used, kLeastBlocks, times.skipBlocks});
    RestoredNumbers unknown;
    unknown.id = tx.newId<RestoredNumbers>(static_cast<std::uint32_t>(kind));
    unknown.kind = kind;
    unknown.first = held * blockSize(kind) + 1;
    unknown.last = (held + blocks) * blockSize(kind);
    unknown.restoredAt = times.restore;
    tx.insert(unknown);
    loader.setCounter(numberCounter(kind), held + blocks);
}

/// "ticket/2026-11-22/A": counts from 1 each day.
struct DailyCounter {
    QString series;
    QDate day;
    QString letter;
};

std::optional<DailyCounter> dailyCounter(const QString& name) {
    const QStringList parts = name.split(QLatin1Char('/'));
    if (parts.size() != 3) return std::nullopt;
    const QDate day = QDate::fromString(parts[1], Qt::ISODate);
    return day.isValid() ? std::optional<DailyCounter>({parts[0], day, parts[2]}) : std::nullopt;
}

void skipDaily(BulkLoader& loader, const QHash<QString, qint64>& counters, const QStringList& letters,
               const Days& days) {
    // The busiest day of each series and letter.
    std::map<std::pair<QString, QString>, qint64> busiest;
    for (const QString& letter : letters) {
        busiest[{QStringLiteral("ticket"), letter}] = 0;
        busiest[{QStringLiteral("ticket_range"), letter}] = 0;
    }
    QDate last = days.last;
    for (auto at = counters.cbegin(); at != counters.cend(); ++at) {
        const auto daily = dailyCounter(at.key());
        if (!daily) continue;
        qint64& most = busiest[{daily->series, daily->letter}];
        most = std::max(most, at.value());
        last = std::max(last, daily->day);
    }
    for (const auto& [which, most] : busiest) {
        const qint64 least = which.first == QLatin1String("ticket") ? kLeastTickets : kLeastRanges;
        for (QDate day = days.first; day <= last; day = day.addDays(1)) {
            const QString name =
                QStringList{which.first, day.toString(Qt::ISODate), which.second}.join(QLatin1Char('/'));
            loader.setCounter(name, counters.value(name) + std::max(kTicketDays * most, least));
        }
    }
}

}  // namespace

bool wasRestored(Reader& reader) {
    const auto any = reader.list(Where<RestoredNumbers>().limit(1));
    return any && !any->isEmpty();
}

bool mayHaveBeenGranted(Reader& reader, const NumberUse& use) {
    Where<RestoredNumbers> where;
    where.eq<&RestoredNumbers::kind>(use.kind)
        .atMost<&RestoredNumbers::first>(use.value)
        .atLeast<&RestoredNumbers::last>(use.value)
        .limit(1);
    // Of the days after the restore every range is known, but for tomorrow's that was granted before.
    if (use.kind == NumberKind::Ticket)
        where.atLeast<&RestoredNumbers::restoredAt>(
            Instant(use.day.addDays(-2).startOfDay(Qt::UTC).toMSecsSinceEpoch()));
    const auto ranges = reader.list(where);
    return ranges && !ranges->isEmpty();
}

void skipGivenNumbers(WishTx& tx, BulkLoader& loader, const QHash<QString, qint64>& counters,
                      const QStringList& letters, const RestoreTimes& times) {
    QSet<QString> moved;
    for (const NumberKind kind : {NumberKind::MedicalRecord, NumberKind::Registration}) {
        skipBlocks(tx, loader, kind, counters.value(numberCounter(kind)), times);
        moved.insert(numberCounter(kind));
    }
    RestoredNumbers tickets;
    tickets.id = tx.newId<RestoredNumbers>(static_cast<std::uint32_t>(NumberKind::Ticket));
    tickets.kind = NumberKind::Ticket;
    tickets.first = kFirstReservedTicket;
    tickets.last = kLastReservedTicket;
    tickets.restoredAt = times.restore;
    tx.insert(tickets);
    skipDaily(loader, counters, letters, daysUnknown(times));
    for (auto at = counters.cbegin(); at != counters.cend(); ++at) {
        if (!moved.contains(at.key()) && !dailyCounter(at.key()))
            loader.setCounter(at.key(), at.value() + kLeastOther);
    }
}

}  // namespace simrs
