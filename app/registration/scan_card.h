// SPDX-License-Identifier: GPL-3.0-or-later
// Where a scanner's reading of a fresh print is compared with whose paper it is.
#pragma once

#include <QWidget>
#include <functional>

#include "app/registration/papers.h"

class QKeyEvent;
class QLabel;

namespace simrs {

class Backend;
class Chip;
class TextField;

class ScanCard final : public QWidget {
    Q_OBJECT
  public:
    /// `content`: what the papers in front are about.
    ScanCard(std::function<PaperContent()> content, const Backend& backend);

    void clear();
    /// The first sign of a scan that began elsewhere on the page.
    void begin(QKeyEvent* key);

  private:
    void check();

    std::function<PaperContent()> m_content;
    const Backend& m_backend;
    TextField* m_scan;
    Chip* m_verdict;
    QLabel* m_text;
};

}  // namespace simrs
