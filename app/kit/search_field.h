// SPDX-License-Identifier: GPL-3.0-or-later
// A search box that asks while one types: after a pause, or at once on Enter and on a scanner's suffix.
#pragma once

#include <QLineEdit>
#include <QTimer>

namespace simrs {

class SearchField final : public QLineEdit {
    Q_OBJECT
  public:
    /// `keyHint` is shown at the right ("F2"); the page makes the shortcut itself.
    explicit SearchField(const QString& placeholder, const QString& keyHint = {}, QWidget* parent = nullptr);

    /// Milliseconds without a key before searched is emitted; 120 by default.
    void setPauseMs(int pauseMs) { m_pause.setInterval(pauseMs); }
    /// Focus and select all, for F2.
    void begin();
    QSize sizeHint() const override;

  Q_SIGNALS:
    /// The trimmed text; empty when the box was cleared. Never the same text twice running, except on Enter.
    void searched(const QString& text);
    /// Enter: take the first or the selected result.
    void submitted(const QString& text);
    /// Arrow down: go into the results.
    void leftDownwards();

  protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    void ask();
    int hintWidth() const;

    QTimer m_pause;
    QString m_asked;
    QString m_keyHint;
};

}  // namespace simrs
