// SPDX-License-Identifier: GPL-3.0-or-later
// The window: the way in, then the frame with the pages of all features. It knows no page by name but the
// patient search, which the top bar asks, and the three of the shell.
#pragma once

#include <QPointer>
#include <memory>

#include "app/kit/message_log.h"
#include "app/kit/print_queue.h"
#include "app/shell/client_options.h"
#include "app/shell/page.h"
#include "app/shell/page_host.h"

class QStackedLayout;

namespace simrs {

class Languages;
class LoginPage;
class PageFrame;
class Settings;
struct CommandOutcome;

/// What the window works with; all of it outlives the window.
struct ShellParts {
    Backend& backend;
    Dialogs& dialogs;
    Settings& settings;
    Languages& languages;
    const Clock& clock;
};

class MainWindow final : public QWidget, public Workbench {
    Q_OBJECT
  public:
    static constexpr int leastWidth = 1280;
    static constexpr int leastHeight = 720;

    MainWindow(const ShellParts& parts, PageList pages, const ClientOptions& options);
    ~MainWindow() override;

    // Workbench
    Backend& backend() override { return m_parts.backend; }
    Dialogs& dialogs() override { return m_parts.dialogs; }
    PrintQueue& prints() override { return m_prints; }
    void open(const QString& page, const QVariant& argument = {}) override;
    void back() override;
    void toast(const QString& text) override;
    void report(const QString& text, bool problem) override;
    QVariant setting(const QString& key, const QVariant& fallback = {}) const override;
    void setSetting(const QString& key, const QVariant& value) override;

    const PageList& pages() const { return m_pages; }
    /// Empty before somebody is in.
    QString currentPage() const;
    bool isAllowed(const QString& page) const;
    /// Asks about what is not saved first.
    void signOut();

  protected:
    void resizeEvent(QResizeEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    struct Look {
        QString language;
        QString theme;
        int scale = 100;
    };

    void applyLook();
    /// Language, theme or size changed: everything on the screen is made anew.
    void rebuild();
    void showEntrance();
    void enter();
    void buildFrame();
    void fillSideBar();
    void dropFrame();
    void showOverlay();
    void dropOverlay();
    void takeSession();
    void showStatus();
    void pageShown(const QString& key);
    void showUserMenu();
    void settingChanged(const QString& key);
    void commandEnded(const CommandOutcome& outcome);

    ShellParts m_parts;
    PageList m_pages;
    bool m_demo;
    Look m_look;
    MessageLogModel m_log;
    PrintQueue m_prints;
    QStackedLayout* m_layers;
    LoginPage* m_entrance = nullptr;
    PageFrame* m_frame = nullptr;
    std::unique_ptr<PageHost> m_host;
    QPointer<LoginPage> m_overlay;
    QPointer<QWidget> m_focusBefore;
};

}  // namespace simrs
