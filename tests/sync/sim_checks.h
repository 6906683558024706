// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold, read from the files and from nothing that the sync itself remembers. Each gives sentences
// about what does not hold.
#pragma once

#include "tests/sync/sim_device.h"

namespace simrs::sim {

/// During the chaos: without its provisional rows a cache is the feed folded up to its position within its
/// keys, and undoing and redoing changes nothing. In a transaction that is rolled back.
QStringList checkCache(SimServer& server, SimDevice& device);

/// What a device has shown so far.
struct Shown {
    FollowFeed position;
    QHash<TicketId, qint64> numbers;
};

/// Whenever the cache shows something new: its position never goes back and never lies inside a transaction;
/// a command that has ended has its rows here; a queue number once shown stays.
QStringList checkShown(SimServer& server, SimDevice& device, Shown& shown);

/// At rest: every saved command is on the server once and in order, no fact was refused, the feed is complete
/// and without a gap, numbers are unique.
QStringList checkServer(SimServer& server, const std::vector<std::unique_ptr<SimDevice>>& devices);

/// At rest: the cache is the server's rows of the device's keys, no more and no less.
QStringList checkConverged(SimServer& server, SimDevice& device);

}  // namespace simrs::sim
