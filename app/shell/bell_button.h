// SPDX-License-Identifier: GPL-3.0-or-later
// The bell with the number of unread messages on it.
#pragma once

#include <QToolButton>

namespace simrs {

class BellButton final : public QToolButton {
    Q_OBJECT
  public:
    explicit BellButton(QWidget* parent);
    void setUnread(int unread);

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    int m_unread = 0;
};

}  // namespace simrs
