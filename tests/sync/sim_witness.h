// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody who looks at every screen whenever it changes, and remembers what he saw. He reads the cache by
// SQL alone.
#pragma once

#include "tests/sync/sim_device.h"

namespace simrs::sim {

class Witness {
  public:
    /// A position never goes back and never lies inside a transaction; a command that has ended has its rows
    /// here; what is saved and not ended can be seen; a row never gets older and a queue number once shown
    /// stays with its ticket; and no number is ever shown for two of anything, whatever becomes of the
    /// server.
    QStringList look(SimDevice& device);

  private:
    struct Screen {
        Uuid epoch;
        qint64 seq = 0;
        bool settled = true;
        QHash<QByteArray, qint64> versions;  // Of patients, visits and tickets, by id.
        QHash<QByteArray, qint64> numbers;   // Of tickets.
    };
    struct Written {
        const Database* file = nullptr;
        qint64 rows = 0;
        bool operator==(const Written&) const = default;
    };
    struct Seen {
        Screen screen;
        Written written;  // When it was read.
        QSet<CommandId> ended;
    };
    Screen read(SimDevice& device, const Screen& before, QStringList& out);
    void number(const SimDevice& device, const QString& text, const QByteArray& whose, QStringList& out);

    std::map<const SimDevice*, Seen> m_seen;
    QHash<QString, QByteArray> m_numbers;  // By the text a person reads: whose it is.
};

}  // namespace simrs::sim
