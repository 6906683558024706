// SPDX-License-Identifier: GPL-3.0-or-later
// The table of gauges: gauge, value, floor, ratio, goal, met. A line without a goal only tells a figure.
#pragma once

#include <QList>
#include <QString>

#include "tests/bench/interleave.h"

namespace simrs::bench {

class Report {
  public:
    /// More is better: met where ours / floor is at least `goal`.
    void atLeast(const QString& gauge, const Turns& turns, double goal);
    /// Less is better: met where ours / floor is at most `goal`.
    void atMost(const QString& gauge, const Turns& turns, double goal);
    /// A floor and no goal.
    void compare(const QString& gauge, const Turns& turns);
    /// A figure that is its own ratio.
    void share(const QString& gauge, double value, double goal);
    /// The same, and less is better.
    void under(const QString& gauge, double value, double goal);
    void tell(const QString& gauge, double value);

    /// The table as text, tab-separated, with its header.
    QString text() const;
    bool write(const QString& path) const;

  private:
    void add(const QStringList& cells) { m_rows.append(cells); }
    QList<QStringList> m_rows;
};

}  // namespace simrs::bench
