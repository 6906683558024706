// SPDX-License-Identifier: GPL-3.0-or-later
// The floor under "register a visit": one prepared call a visit through libpq, several connections at once.
#pragma once

#include <QString>

namespace simrs::bench {

class VisitFloor {
  public:
    /// Makes tables and function of register_visit.sql in this database.
    VisitFloor(QString url, qint64 patients, int clinics);
    /// Registers for so long; visits per second.
    double run(double seconds);

  private:
    static constexpr int kConnections = 8;
    QString m_url;
    qint64 m_patients;
    int m_clinics;
    int m_runs = 0;
};

}  // namespace simrs::bench
