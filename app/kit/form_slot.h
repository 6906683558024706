// SPDX-License-Identifier: GPL-3.0-or-later
// One cell of a FormGrid: label, field and the line below it, which is there before it is needed, so that
// nothing jumps unless an error takes two.
#pragma once

#include <QWidget>

class QLabel;

namespace simrs {

class FormSlot final : public QWidget {
    Q_OBJECT
  public:
    FormSlot(const QString& label, QWidget* field, bool required, QWidget* parent);

    QWidget* field() const { return m_field; }
    const QString& label() const { return m_label; }
    const QString& error() const { return m_error; }
    void setLabel(const QString& label);
    void setRequired(bool required);
    void setHint(const QString& hint);
    void setError(const QString& error);

  private:
    void name();
    void showLine();

    QWidget* m_field;
    QLabel* m_labelText;
    QLabel* m_mark;
    QLabel* m_line;     // the hint
    QLabel* m_problem;  // the error in its place
    QWidget* m_icon;
    QString m_label, m_hint, m_error;
    bool m_required;
};

}  // namespace simrs
