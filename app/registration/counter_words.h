// SPDX-License-Identifier: GPL-3.0-or-later
// How the counter's queue reads on the screen.
#pragma once

#include <QString>
#include <optional>

#include "app/kit/chip.h"
#include "common/registration/counter_ticket.h"
#include "common/registration/master_requests.h"

namespace simrs {

/// "B-012".
QString counterNumber(const CounterTicket& ticket);
ChipText counterChip(CounterState state);
/// "…" for one that is not known (yet).
QString serviceName(const Masters* masters, const CounterServiceId& id);
/// "less than 1 min", "12 min", "1 h 05 min".
QString spanText(qint64 seconds);
/// The same, or "–" for nothing.
QString spanText(const std::optional<qint64>& seconds);
/// From one moment to another; never below zero, since clocks differ.
qint64 secondsBetween(Instant from, Instant to);

}  // namespace simrs
