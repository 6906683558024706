// SPDX-License-Identifier: GPL-3.0-or-later
// The message log under the bell.
#pragma once

#include <QFrame>

namespace simrs {

class MessageLogModel;

class MessageLogPopup final : public QFrame {
    Q_OBJECT
  public:
    explicit MessageLogPopup(MessageLogModel* log, QWidget* parent);
    /// Opens with its top right corner below `anchor` and marks everything read.
    void openBelow(QWidget* anchor);

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    MessageLogModel* m_log;
};

}  // namespace simrs
