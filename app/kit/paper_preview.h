// SPDX-License-Identifier: GPL-3.0-or-later
// A paper on the screen, painted by the very code that prints it: as large as there is room, never larger
// than a person needs to read it.
#pragma once

#include <QWidget>

#include "app/kit/paper.h"

namespace simrs {

class PaperPreview final : public QWidget {
    Q_OBJECT
  public:
    explicit PaperPreview(QWidget* parent = nullptr);

    void setPaper(const paper::Paper& paper);
    /// Nothing is shown.
    void clear();
    QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    paper::Paper m_paper;
};

}  // namespace simrs
