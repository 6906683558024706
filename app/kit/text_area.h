// SPDX-License-Identifier: GPL-3.0-or-later
// Several lines of plain text. Tab leaves it, Enter makes a line.
#pragma once

#include <QPlainTextEdit>

namespace simrs {

class TextArea final : public QPlainTextEdit {
    Q_OBJECT
  public:
    /// `lines` is the height shown without scrolling.
    explicit TextArea(int lines = 3, QWidget* parent = nullptr);
    QSize sizeHint() const override;

  private:
    int m_lines;
};

}  // namespace simrs
