// SPDX-License-Identifier: GPL-3.0-or-later
// Texts that nobody should type and somebody pastes, and what must hold whatever the form: it is refused in
// words at a field or stored as it stands; nothing typed is lost; nothing is stored by halves.
#pragma once

#include <QLineEdit>

#include "app/kit/form_grid.h"
#include "tests/ui/desk.h"

namespace simrs::test {

/// Adds the column "text" and a row for each.
void nonsenseRows();

class Nonsense {
  public:
    /// Pastes `text` into every line below `root` that a person can write into.
    Nonsense(QWidget* root, const QString& text);
    /// Into this line alone.
    Nonsense(QLineEdit* line, const QString& text);

    int lines() const { return static_cast<int>(m_typed.size()); }
    /// The first line that shows something else now; empty where none does.
    QString lost() const;

  private:
    void paste(QLineEdit* line, const QString& text);
    QList<std::pair<QLineEdit*, QString>> m_typed;
};

/// The error texts of all forms below `root`: fit to be read, or the test ends.
QStringList errorsOf(QWidget* root);
/// Rows and versions of everything that people make, read beside the server.
QString stateOf(const ServerRig& server);

}  // namespace simrs::test
