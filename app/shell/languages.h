// SPDX-License-Identifier: GPL-3.0-or-later
// The language of the screen. The source is English; even English has a file, for its plurals.
#pragma once

#include <QString>
#include <QTranslator>

namespace simrs {

class Languages final {
  public:
    Languages() = default;
    Languages(const Languages&) = delete;
    Languages& operator=(const Languages&) = delete;
    ~Languages();

    /// "id" or "en"; anything else is Indonesian. Texts already on the screen stay as they are: the window
    /// builds its pages again.
    void use(const QString& code);
    const QString& current() const { return m_current; }

  private:
    QString m_current;
    QTranslator m_own;
    QTranslator m_toolkit;  // Qt's own words, where this Qt has them
};

}  // namespace simrs
