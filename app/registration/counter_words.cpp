// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/counter_words.h"

#include <QCoreApplication>
#include <algorithm>

namespace simrs {
namespace {

/// The translation context of these words.
struct CounterWords {
    Q_DECLARE_TR_FUNCTIONS(CounterWords)
};

}  // namespace

QString counterNumber(const CounterTicket& ticket) { return ticketText(ticket.letter, ticket.number); }

ChipText counterChip(CounterState state) {
    switch (state) {
        case CounterState::Waiting:
            return {ChipKind::Neutral, CounterWords::tr("Waiting"), QStringLiteral("hourglass")};
        case CounterState::Called:
            return {ChipKind::Warning, CounterWords::tr("Called"), QStringLiteral("megaphone")};
        case CounterState::Serving:
            return {ChipKind::Info, CounterWords::tr("At the counter"), QStringLiteral("play")};
        case CounterState::Served:
            return {ChipKind::Ok, CounterWords::tr("Served"), {}};
        case CounterState::Skipped:
            return {ChipKind::Neutral, CounterWords::tr("Nobody came"), QStringLiteral("user-x")};
    }
    return {};
}

QString serviceName(const Masters* masters, const CounterServiceId& id) {
    if (masters != nullptr)
        for (const CounterService& service : masters->services)
            if (service.id == id) return service.name;
    return QStringLiteral("…");
}

QString spanText(qint64 seconds) {
    const qint64 minutes = seconds / 60;
    if (minutes < 1) return CounterWords::tr("less than 1 min");
    if (minutes < 60) return CounterWords::tr("%1 min").arg(minutes);
    return CounterWords::tr("%1 h %2 min", "hours and minutes")
        .arg(minutes / 60)
        .arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

QString spanText(const std::optional<qint64>& seconds) {
    return seconds ? spanText(*seconds) : QStringLiteral("–");
}

qint64 secondsBetween(Instant from, Instant to) { return std::max<qint64>(to.ms - from.ms, 0) / 1000; }

}  // namespace simrs
