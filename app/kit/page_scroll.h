// SPDX-License-Identifier: GPL-3.0-or-later
// Lets a page be taller than the window: a scroll area without a frame that follows the keyboard.
#pragma once

#include <QScrollArea>

namespace simrs {

/// Scrolls only up and down. Whatever takes the focus inside comes into view with its label and its error
/// line.
class PageScroll final : public QScrollArea {
    Q_OBJECT
  public:
    /// Takes over `content`, whose width follows the window.
    explicit PageScroll(QWidget* content, QWidget* parent = nullptr);
};

}  // namespace simrs
