// SPDX-License-Identifier: GPL-3.0-or-later
// One message that stays where the work is until it is settled: icon, words, at most one button. For what is
// neither the fault of one field nor good news.
#pragma once

#include <QWidget>

#include "app/kit/chip.h"

class QLabel;
class QPushButton;

namespace simrs {

class NoticeStrip final : public QWidget {
    Q_OBJECT
  public:
    explicit NoticeStrip(QWidget* parent = nullptr);

    /// Shows the strip; `action` empty means no button.
    void setNotice(ChipKind kind, const QString& text, const QString& action = {});
    void clear();
    QString text() const;
    QPushButton* button() const { return m_button; }

  Q_SIGNALS:
    void action();

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QLabel* m_text;
    QPushButton* m_button;
    ChipKind m_kind = ChipKind::Info;
};

}  // namespace simrs
