// SPDX-License-Identifier: GPL-3.0-or-later
// The frame all pages stand in: side bar, top bar, the pages in a stack. Which pages there are is the main
// window's business.
#pragma once

#include <QWidget>

class QStackedWidget;

namespace simrs {

class MessageLogModel;
class SideBar;
class ToastHost;
class TopBar;

class PageFrame final : public QWidget {
    Q_OBJECT
  public:
    /// `log` gets every toast and must outlive the frame.
    explicit PageFrame(MessageLogModel* log, QWidget* parent = nullptr);

    SideBar* sideBar() const { return m_side; }
    TopBar* topBar() const { return m_top; }
    QStackedWidget* stack() const { return m_stack; }
    /// Without side bar and top bar, or with them again.
    void setBare(bool bare);
    /// Toasts stand above the action bar of the page.
    ToastHost* toasts() const { return m_toasts; }

  protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    SideBar* m_side;
    TopBar* m_top;
    QStackedWidget* m_stack;
    ToastHost* m_toasts;
};

}  // namespace simrs
