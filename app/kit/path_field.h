// SPDX-License-Identifier: GPL-3.0-or-later
// A file: typed, pasted, or looked for in the system's own window.
#pragma once

#include "app/kit/text_field.h"

namespace simrs {

class PathField final : public TextField {
    Q_OBJECT
  public:
    enum class Use { Open, Save };

    /// `filter` as in file windows: "Lists (*.csv *.txt)". Whether a file may be written over is asked by who
    /// writes it, since a path may be typed.
    PathField(Use use, const QString& filter, QWidget* parent = nullptr);

    QString path() const;
    void setPath(const QString& path);
    /// Opens the window, as F3 and the mark in the field do.
    void browse();

  Q_SIGNALS:
    /// Another file than before: chosen in the window, or typed and left or entered.
    void chosen(const QString& path);

  protected:
    void keyPressEvent(QKeyEvent* event) override;

  private:
    void take();

    Use m_use;
    QString m_filter;
    QString m_taken;
};

}  // namespace simrs
