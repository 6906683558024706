// SPDX-License-Identifier: GPL-3.0-or-later
// One of a known list. Typing letters finds the entry, also by the start of any of its words; the wheel
// changes nothing.
#pragma once

#include <QComboBox>
#include <QElapsedTimer>
#include <QVariant>

namespace simrs {

struct Choice {
    QString text;
    QVariant value;
};

class ChoiceField final : public QComboBox {
    Q_OBJECT
  public:
    explicit ChoiceField(QWidget* parent = nullptr);

    /// Replaces the list and keeps the present value if it is still in it; else nothing is chosen.
    void setChoices(const QList<Choice>& choices);
    void addChoice(const QString& text, const QVariant& value);
    /// Invalid when nothing is chosen.
    QVariant value() const { return currentData(); }
    /// Chooses the entry of this value; an unknown value chooses nothing. Does not emit valueChosen.
    void setValue(const QVariant& value);
    /// The entry that typed letters mean: starting with them, then with a word that starts so, then
    /// containing them; −1 for none. Case does not count. A pure function of the list.
    int findTyped(const QString& letters) const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  Q_SIGNALS:
    /// The person chose another entry.
    void valueChosen(const QVariant& value);

  protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

  private:
    QString m_typed;
    QElapsedTimer m_sinceKey;  // letters more than 1.2 s apart begin a new search
};

}  // namespace simrs
