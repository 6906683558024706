// SPDX-License-Identifier: GPL-3.0-or-later
// One list of the masters page, as the page sees it. What it does not speak of cannot be done there.
#pragma once

#include <QWidget>

namespace simrs {

class FormGrid;

class MasterView : public QWidget {
    Q_OBJECT
  public:
    using QWidget::QWidget;

    /// Focus into the list.
    virtual void begin() = 0;
    /// Focus into the field that narrows the list down.
    virtual void narrow() = 0;
    /// Out of whatever is open beside the list, back into it. False: there was nothing open.
    virtual bool stepBack() { return false; }

    /// Where errors appear; null: nothing is typed here.
    virtual FormGrid* grid() const { return nullptr; }
    virtual bool mayEdit() const { return false; }
    virtual bool isDirty() const { return false; }
    virtual bool isSaving() const { return false; }
    virtual void makeNew() {}
    virtual void save() {}
    /// What was typed is given up.
    virtual void discard() {}

  Q_SIGNALS:
    /// What can be done now is another than before.
    void stateChanged();
    /// How many rows there are.
    void counted(int rows);
};

}  // namespace simrs
