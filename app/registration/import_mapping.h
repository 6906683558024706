// SPDX-License-Identifier: GPL-3.0-or-later
// Which column of a list holds what: proposed from the first line, changed by a person, each with the first
// value that stands there.
#pragma once

#include <QHash>
#include <QWidget>

#include "app/registration/import_list.h"

class QLabel;

namespace simrs {

class ChoiceField;
class FormGrid;

class ImportMapping final : public QWidget {
    Q_OBJECT
  public:
    explicit ImportMapping(QWidget* parent = nullptr);

    /// A list without a header empties the form.
    void setList(const ImportList& list);
    /// For each column of the list what it holds; nothing where it is left out.
    QStringList keys() const;
    bool hasName() const;
    FormGrid* grid() const { return m_grid; }
    /// Focus into the first field.
    void begin();

  Q_SIGNALS:
    /// A person chose another column.
    void changed();

  private:
    void choose(const QString& key, int column);
    void fillChoices();
    void showSamples();
    QString sampleOf(int column) const;

    FormGrid* m_grid;
    QLabel* m_unused;
    QHash<QString, ChoiceField*> m_fields;
    ImportList m_list;
};

}  // namespace simrs
