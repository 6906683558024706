// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold, read from the files and from nothing that the sync itself remembers. Each gives sentences
// about what does not hold.
#pragma once

#include "tests/sync/sim_device.h"

namespace simrs::sim {

/// During the chaos: without its provisional rows a cache is the feed folded up to its position within its
/// keys, undoing and redoing changes nothing, no fact fails to be redone, and nothing runs on top of its own
/// outcome. In a transaction that is rolled back.
QStringList checkCache(SimDevice& device);

/// At rest: every saved command is on the server once and in order, no assured fact was refused, the feed is
/// complete and without a gap, numbers are unique, nothing waits any more.
QStringList checkServer(SimServer& server, const std::vector<std::unique_ptr<SimDevice>>& devices);

/// At rest: the books of the stock add up. `intact`: the server has lost nothing and no outbox has two
/// machines, so nobody has handed out more than he had a right to.
QStringList checkStock(SimServer& server, bool intact);

/// At rest: of two machines with one outbox, which had `common` commands before they parted, the server has
/// taken from at most one what they did since.
QStringList checkClones(SimServer& server, SimDevice& original, SimDevice& clone, qsizetype common);

/// At rest: the cache is the server's rows of the device's keys, no more and no less.
QStringList checkConverged(SimDevice& device);

}  // namespace simrs::sim
