// SPDX-License-Identifier: GPL-3.0-or-later
// Two to four exclusive answers side by side. Nothing is chosen to begin with: a preset answer is one nobody
// gave.
#pragma once

#include <QVariant>
#include <QWidget>

class QButtonGroup;

namespace simrs {

class RadioRow final : public QWidget {
    Q_OBJECT
  public:
    explicit RadioRow(QWidget* parent = nullptr);

    void addChoice(const QString& text, const QVariant& value);
    QVariant value() const;
    void setValue(const QVariant& value);

  Q_SIGNALS:
    void valueChosen(const QVariant& value);

  protected:
    bool event(QEvent* event) override;

  private:
    QButtonGroup* m_group;
    QList<QVariant> m_values;
};

}  // namespace simrs
