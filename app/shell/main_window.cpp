// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/main_window.h"

#include <QApplication>
#include <QCloseEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QShortcut>
#include <QStackedLayout>
#include <QStackedWidget>
#include <algorithm>

#include "app/client/backend.h"
#include "app/kit/dialogs.h"
#include "app/kit/error_text.h"
#include "app/kit/icon.h"
#include "app/kit/print_words.h"
#include "app/kit/search_field.h"
#include "app/kit/theme.h"
#include "app/kit/toast.h"
#include "app/shell/languages.h"
#include "app/shell/login_page.h"
#include "app/shell/page_frame.h"
#include "app/shell/settings.h"
#include "app/shell/shell_words.h"
#include "app/shell/side_bar.h"
#include "app/shell/top_bar.h"

namespace simrs {
namespace {

const QString searchPage = QStringLiteral("search");
const QString pendingPage = QStringLiteral("pending");
const QString passwordPage = QStringLiteral("password");
const QString settingsPage = QStringLiteral("settings");

/// The nearest name above a widget, to find the same place in a page made anew.
QString placeOf(const QWidget* widget) {
    while (widget != nullptr && widget->objectName().isEmpty()) widget = widget->parentWidget();
    return widget == nullptr ? QString() : widget->objectName();
}

}  // namespace

MainWindow::MainWindow(const ShellParts& parts, PageList pages, const ClientOptions& options)
    : m_parts(parts),
      m_pages(std::move(pages)),
      m_demo(options.demo),
      m_log(parts.clock, parts.backend.zone()),
      m_layers(new QStackedLayout(this)) {
    setObjectName(QStringLiteral("mainWindow"));
    std::stable_sort(m_pages.begin(), m_pages.end(),
                     [](const PageInfo& a, const PageInfo& b) { return a.order < b.order; });
    const Settings& kept = parts.settings;
    m_look = {kept.value(settings::language, QStringLiteral("id")).toString(),
              kept.value(settings::theme, QStringLiteral("light")).toString(),
              kept.value(settings::scale, 100).toInt()};
    if (!options.language.isEmpty()) m_look.language = options.language;
    if (!options.theme.isEmpty()) m_look.theme = options.theme;
    applyLook();
    connect(&m_parts.settings, &Settings::changed, this, &MainWindow::settingChanged);
    connect(&m_parts.backend, &Backend::statusChanged, this, &MainWindow::showStatus);
    connect(&m_parts.backend, &Backend::sessionChanged, this, &MainWindow::takeSession);
    connect(&m_parts.backend, &Backend::sessionExpired, this, &MainWindow::showOverlay);
    connect(&m_parts.backend, &Backend::commandEnded, this, &MainWindow::commandEnded);
    connect(&m_prints, &PrintQueue::jobFailed, this, [this](const PrintJob& job) {
        report(tr("%1 was not printed. %2").arg(job.title, printProblemText(job.problem)), true);
    });
    auto* quit = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q), this);
    connect(quit, &QShortcut::activated, this, &QWidget::close);
    // Also where there is no side bar to sign out from.
    auto* leave = new QShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Q), this);
    connect(leave, &QShortcut::activated, this, &MainWindow::signOut);
    setMinimumSize(leastWidth, leastHeight);
    showEntrance();
}

MainWindow::~MainWindow() {
    m_host.reset();  // before the pages' workbench, which is this
    delete m_frame;
}

// ---- look
void MainWindow::applyLook() {
    m_parts.languages.use(m_look.language);
    auto* app = qobject_cast<QApplication*>(QCoreApplication::instance());
    applyTheme(*app, m_look.theme == QLatin1String("dark") ? Theme::night() : Theme::light(),
               m_look.scale / 100.0);
    setWindowTitle(QStringLiteral("SIMRS"));
}

void MainWindow::settingChanged(const QString& key) {
    const Settings& kept = m_parts.settings;
    if (key == settings::language)
        m_look.language = kept.value(key).toString();
    else if (key == settings::theme)
        m_look.theme = kept.value(key).toString();
    else if (key == settings::scale)
        m_look.scale = kept.value(key).toInt();
    else
        return;
    // Later: the widget that was pressed is one of those that go.
    QMetaObject::invokeMethod(this, &MainWindow::rebuild, Qt::QueuedConnection);
}

void MainWindow::rebuild() {
    const QString key = currentPage();
    const QString place = placeOf(focusWidget());
    const bool inside = m_frame != nullptr;
    dropFrame();
    applyLook();
    if (!inside) return showEntrance();
    buildFrame();
    m_host->openFresh(key);
    if (QWidget* before = m_frame->findChild<QWidget*>(place)) before->setFocus(Qt::TabFocusReason);
}

// ---- in and out
void MainWindow::showEntrance() {
    dropFrame();
    delete m_entrance;
    m_entrance = new LoginPage(m_parts.backend, m_parts.settings, LoginPage::Role::Entrance, {});
    m_layers->addWidget(m_entrance);
    m_layers->setCurrentWidget(m_entrance);
    if (m_demo) m_entrance->showDemoHint();
    connect(m_entrance, &LoginPage::entered, this, &MainWindow::enter);
    connect(m_entrance, &LoginPage::languageWanted, this,
            [this](const QString& code) { m_parts.settings.setValue(settings::language, code); });
    m_entrance->begin();
}

void MainWindow::enter() {
    if (m_frame != nullptr || m_parts.backend.session() == nullptr) return;
    if (m_entrance != nullptr) m_entrance->deleteLater();  // it is telling us
    m_entrance = nullptr;
    buildFrame();
    for (const PageInfo& page : m_pages)
        if (page.inSideBar && m_host->openFresh(page.key)) return;
}

void MainWindow::buildFrame() {
    m_frame = new PageFrame(&m_log);
    m_layers->addWidget(m_frame);
    m_layers->setCurrentWidget(m_frame);
    m_host = std::make_unique<PageHost>(m_pages, *this, m_frame->stack());
    connect(m_host.get(), &PageHost::shown, this, &MainWindow::pageShown);
    connect(m_frame->sideBar(), &SideBar::chosen, this, [this](const QString& key) {
        if (!m_host->openFresh(key)) m_frame->sideBar()->setCurrent(m_host->currentKey());
    });
    connect(m_frame->sideBar(), &SideBar::userPressed, this, &MainWindow::showUserMenu);
    TopBar* top = m_frame->topBar();
    connect(top, &TopBar::linkPressed, this, [this] { open(pendingPage); });
    connect(top, &TopBar::findPressed, this, [this] { open(searchPage); });
    connect(top->search(), &SearchField::submitted, this, [this, top](const QString& text) {
        if (text.isEmpty()) return;
        top->search()->clear();
        open(searchPage, text);
    });
    fillSideBar();
    showStatus();
}

void MainWindow::fillSideBar() {
    SideBar* side = m_frame->sideBar();
    side->removeEntries();
    for (const PageInfo& page : m_pages) {
        if (!page.inSideBar || !m_host->isAllowed(page.key)) continue;
        SideEntry* entry = side->addEntry(page.key, page.icon, page.title(), page.shortcut);
        entry->setObjectName(page.key + QStringLiteral("Entry"));
    }
    side->setCurrent(m_host->currentKey());
    if (const SessionGrant* session = m_parts.backend.session()) {
        QStringList roles;
        for (const Role role : session->roles) roles.append(roleWord(role));
        side->setUser(session->userName, roles.join(QStringLiteral(", ")));
    }
}

void MainWindow::dropFrame() {
    dropOverlay();
    m_host.reset();
    delete m_frame;
    m_frame = nullptr;
}

void MainWindow::takeSession() {
    if (m_frame == nullptr) return;
    if (m_parts.backend.session() != nullptr) return fillSideBar();
    // Ended by the server: the overlay comes with the next signal. By anything else: nobody is in.
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_frame != nullptr && m_overlay == nullptr && m_parts.backend.session() == nullptr)
                showEntrance();
        },
        Qt::QueuedConnection);
}

void MainWindow::showOverlay() {
    if (m_frame == nullptr || m_overlay != nullptr) return;
    m_focusBefore = focusWidget();
    m_frame->setEnabled(false);  // its shortcuts, too
    const QString login = m_parts.settings.value(settings::lastLogin).toString();
    m_overlay = new LoginPage(m_parts.backend, m_parts.settings, LoginPage::Role::Overlay, login, this);
    m_overlay->setGeometry(rect());
    m_overlay->show();
    m_overlay->raise();
    connect(m_overlay, &LoginPage::entered, this, &MainWindow::dropOverlay);
    connect(m_overlay, &LoginPage::otherPerson, this, [this] {
        if (m_host->mayLeave()) showEntrance();
    });
    m_overlay->begin();
}

void MainWindow::dropOverlay() {
    if (m_overlay == nullptr) return;
    m_overlay->hide();
    m_overlay->deleteLater();
    m_overlay = nullptr;
    if (m_frame != nullptr) m_frame->setEnabled(true);
    if (m_focusBefore) m_focusBefore->setFocus(Qt::TabFocusReason);
}

void MainWindow::signOut() {
    if (m_host == nullptr || !m_host->mayLeave()) return;
    m_parts.backend.logOut();
    showEntrance();
}

void MainWindow::showUserMenu() {
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("userMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [this, menu](const char* iconName, const QString& text,
                                  const std::function<void()>& then) {
        QAction* action = menu->addAction(icon(QString::fromLatin1(iconName)), text);
        connect(action, &QAction::triggered, this, then, Qt::QueuedConnection);  // the menu is gone by then
    };
    add("key", tr("Change password…"), [this] { open(passwordPage); });
    add("settings", tr("Settings"), [this] { open(settingsPage); });
    menu->addSeparator();
    add("log-out", tr("Sign out"), [this] { signOut(); });
    const QWidget* side = m_frame->sideBar();
    const QSize size = menu->sizeHint();
    menu->popup(side->mapToGlobal(QPoint(theme().px(8), side->height() - theme().px(60) - size.height())));
}

void MainWindow::closeEvent(QCloseEvent* event) {
    event->setAccepted(m_host == nullptr || m_host->mayLeave());
}

/// Esc goes back where nothing else wanted it.
void MainWindow::keyPressEvent(QKeyEvent* event) {
    const bool isBack = event->key() == Qt::Key_Escape || event->matches(QKeySequence::Back);
    if (!isBack || m_overlay != nullptr) return QWidget::keyPressEvent(event);
    back();
}

void MainWindow::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (m_overlay) m_overlay->setGeometry(rect());
}

// ---- what pages and backend tell
void MainWindow::showStatus() {
    if (m_frame == nullptr) return;
    const ConnectionStatus& status = m_parts.backend.status();
    m_frame->topBar()->setLink(linkText(status, m_parts.backend.zone()));
    if (!status.hospital.isEmpty()) m_frame->sideBar()->setHospital(status.hospital);
}

void MainWindow::pageShown(const QString& key) {
    m_frame->sideBar()->setCurrent(key);
    const Page* page = m_host->current();
    m_frame->setBare(page->isBare());
    m_frame->topBar()->setTitle(page->title());
    m_frame->topBar()->setSearchShown(key != searchPage && m_host->isAllowed(searchPage));
    setWindowTitle(QStringLiteral("%1 · SIMRS").arg(page->title()));
}

void MainWindow::commandEnded(const CommandOutcome& outcome) {
    if (!outcome.late) return;
    const QString what = requestWord(outcome.request);
    if (outcome.error)
        report(tr("Refused: %1. %2").arg(what, errorText(*outcome.error)), true);
    else
        report(tr("Done meanwhile: %1").arg(what), false);
}

void MainWindow::open(const QString& page, const QVariant& argument) {
    if (m_host) m_host->open(page, argument);
}

void MainWindow::back() {
    if (m_host) m_host->back();
}

void MainWindow::toast(const QString& text) {
    if (m_frame != nullptr) m_frame->toasts()->show(text);
}

void MainWindow::report(const QString& text, bool problem) {
    m_log.add(problem ? ChipKind::Danger : ChipKind::Info, text);
}

QVariant MainWindow::setting(const QString& key, const QVariant& fallback) const {
    if (key == settings::language) return m_look.language;
    if (key == settings::theme) return m_look.theme;
    if (key == settings::scale) return m_look.scale;
    return m_parts.settings.value(key, fallback);
}

void MainWindow::setSetting(const QString& key, const QVariant& value) {
    m_parts.settings.setValue(key, value);
}

QString MainWindow::currentPage() const { return m_host ? m_host->currentKey() : QString(); }

bool MainWindow::isAllowed(const QString& page) const { return m_host && m_host->isAllowed(page); }

}  // namespace simrs
