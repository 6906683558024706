// SPDX-License-Identifier: GPL-3.0-or-later
// The thread that numbers the feed on PostgreSQL, one per node; any number of nodes may have one at once. It
// also hears what the others have numbered. SQLite's writer numbers by itself and needs none.
#pragma once

#include <functional>
#include <memory>

#include "common/store/store.h"

namespace simrs {

struct SequencerFigures {
    qint64 head = 0;
    /// Since when rows have been waiting for a number, as far as this node knows; 0: none wait.
    qint64 waitingMs = 0;
    qint64 passes = 0;  ///< Numberings by this node.
};

class Sequencer {
  public:
    /// `moved` is told each new head, on the sequencer's thread, whoever has numbered.
    using Moved = std::function<void(const FeedHead&)>;
    Sequencer(DatabaseConfig database, Store::Services services, Moved moved = {});
    /// Stops.
    ~Sequencer();

    /// Connects, in its own thread.
    Status start();
    /// Numbers what is there, if the database answers, and ends the thread.
    void stop();
    /// After a commit of this node. Thread-safe and cheap; before start and after stop it does nothing.
    void wake();

    SequencerFigures figures() const;

  private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

}  // namespace simrs
