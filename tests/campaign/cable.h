// SPDX-License-Identifier: GPL-3.0-or-later
// A network of its own with one cable to this machine, which can be pulled. Needs the right to make network
// namespaces.
#pragma once

#include <QStringList>

namespace simrs::test {

class Cable {
  public:
    /// Ends the test when it cannot be made.
    Cable();
    /// Both ends are gone afterwards.
    ~Cable();
    Cable(const Cable&) = delete;
    Cable& operator=(const Cable&) = delete;

    /// This machine, as seen from the other end.
    QString address() const { return m_address; }
    /// The command that runs a program at the other end.
    QStringList atOtherEnd(const QStringList& command) const;
    void pull();
    void plugIn();

  private:
    QString m_name;
    QString m_address;
};

}  // namespace simrs::test
