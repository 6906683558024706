// SPDX-License-Identifier: GPL-3.0-or-later
// Waiting that can be seen and ended. Nothing is shown for the first third of a second: most answers are
// there by then.
#pragma once

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace simrs {

/// A turning arc of 18 px.
class Spinner final : public QWidget {
    Q_OBJECT
  public:
    explicit Spinner(QWidget* parent = nullptr);
    QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

  private:
    QTimer m_turn;
    int m_angle = 0;
};

/// One line: spinner, what is being done, and "Cancel" if it can be ended. Hidden until start().
class InlineProgress final : public QWidget {
    Q_OBJECT
  public:
    explicit InlineProgress(QWidget* parent = nullptr);
    void start(const QString& text, bool canCancel);
    void stop();

  Q_SIGNALS:
    void cancelled();

  private:
    QLabel* m_text;
    QPushButton* m_cancel;
    QTimer m_delay;
};

/// Covers `area` and takes its input while something runs that the page cannot go on without.
class BusyOverlay final : public QWidget {
    Q_OBJECT
  public:
    static constexpr int delayMs = 300;

    explicit BusyOverlay(QWidget* area);
    /// Input is blocked at once, the veil appears after delayMs.
    void start(const QString& text, bool canCancel);
    void stop();

  Q_SIGNALS:
    void cancelled();

  protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    QWidget* m_area;
    QWidget* m_box;
    QLabel* m_text;
    QPushButton* m_cancel;
    QTimer m_delay;
    QPointer<QWidget> m_focusBefore;
};

}  // namespace simrs
