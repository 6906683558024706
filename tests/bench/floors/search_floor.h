// SPDX-License-Identifier: GPL-3.0-or-later
// The floor under "find a patient": the fixed statement over plain names, first 200 in any order, through
// libpq.
#pragma once

#include <QDate>
#include <vector>

#include "tests/bench/pq_link.h"

namespace simrs::bench {

class SearchFloor {
  public:
    explicit SearchFloor(const QString& url);
    /// Every patient whose plain name holds both parts, at most 200; `year` 0: of any age. Reads all nine
    /// columns; returns the MRNs.
    const std::vector<qint64>& find(const QByteArray& first, const QByteArray& second, int year = 0);

    qint64 backend() const { return m_link.backend(); }

    /// Nine columns as a program would hold them.
    struct Found {
        qint64 mrn = 0;
        QByteArray name;
        QByteArray plain;
        int sex = 0;
        QByteArray birthDate;
        QByteArray nik;
        QByteArray phone;
        QByteArray address;
        QByteArray mother;
    };

  private:
    PqLink m_link;
    std::vector<Found> m_found;
    std::vector<qint64> m_mrns;
};

}  // namespace simrs::bench
