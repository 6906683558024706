// SPDX-License-Identifier: GPL-3.0-or-later
// A date typed on the keyboard, without separators if one likes. There is no calendar: for dates people know
// by heart typing is faster and makes fewer errors.
#pragma once

#include <QDate>
#include <QLineEdit>

#include "app/kit/date_text.h"

namespace simrs {

class DateField final : public QLineEdit {
    Q_OBJECT
  public:
    /// `today` completes two-digit years; pages take it from their clock in the hospital's zone.
    explicit DateField(QDate today, DateSense sense = DateSense::Any, QWidget* parent = nullptr);

    void setToday(QDate today) { m_today = today; }
    /// Invalid while the text is empty or cannot be read; see isUnreadable.
    QDate date() const { return m_date; }
    void setDate(QDate date);
    /// Something is typed and it is not a date.
    bool isUnreadable() const;
    QSize sizeHint() const override;

  Q_SIGNALS:
    /// After leaving the field or Enter, when the date is another than before; an invalid date means none.
    void dateChanged(QDate date);

  protected:
    void focusOutEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    void take();
    void set(QDate date);

    QDate m_today;
    DateSense m_sense;
    QDate m_date;
};

}  // namespace simrs
