// SPDX-License-Identifier: GPL-3.0-or-later
// The floor under "find what was meant": the words one letter off are looked up in a dictionary by trigrams,
// then the patients by these words and the other one, first 50 in any order, through libpq.
#pragma once

#include <vector>

#include "tests/bench/pq_link.h"

namespace simrs::bench {

class TypoFloor {
  public:
    /// Makes the dictionary and its index where they are missing.
    explicit TypoFloor(const QString& url);
    /// Patients with a word at most one letter from `typed` and the word `exact`, at most 50. Reads all nine
    /// columns.
    struct Found {
        qint64 mrn = 0;
        QByteArray plain;
    };
    const std::vector<Found>& find(const QByteArray& typed, const QByteArray& exact);

    qint64 backend() const { return m_link.backend(); }

  private:
    PqLink m_link;
    std::vector<Found> m_found;
};

}  // namespace simrs::bench
