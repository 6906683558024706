// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/login_page.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/kit/busy.h"
#include "app/kit/button.h"
#include "app/kit/card.h"
#include "app/kit/chip.h"
#include "app/kit/error_text.h"
#include "app/kit/form_grid.h"
#include "app/kit/icon.h"
#include "app/kit/label.h"
#include "app/kit/text_field.h"
#include "app/kit/theme.h"
#include "app/shell/password_form.h"
#include "app/shell/server_form.h"
#include "app/shell/settings.h"
#include "app/shell/top_bar.h"

namespace simrs {
namespace {

const QString userKey = QStringLiteral("user");
const QString passwordKey = QStringLiteral("password");
constexpr int cardWidth = 460;    // px at scale 1
constexpr int longestLogin = 40;  // as the server keeps it

}  // namespace

LoginPage::LoginPage(Backend& backend, Settings& settings, Role role, const QString& login, QWidget* parent)
    : QWidget(parent), m_backend(backend), m_settings(settings), m_role(role), m_login(login) {
    setObjectName(role == Role::Entrance ? QStringLiteral("loginPage") : QStringLiteral("loginOverlay"));
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, &LoginPage::countDown);
    build();
    showStep(Step::SignIn);
    connect(&m_backend, &Backend::statusChanged, this, &LoginPage::showStatus);
    showStatus();
}

void LoginPage::build() {
    const Theme& t = theme();
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(t.px(24), t.px(24), t.px(24), t.px(16));
    all->addStretch(2);
    m_card = new Card;
    m_card->setFixedWidth(t.px(cardWidth));
    auto* product = makeLabel(LabelKind::Strong, QStringLiteral("SIMRS"));
    m_hospital = makeLabel(LabelKind::Title, {});
    m_hospital->setWordWrap(true);
    m_hospital->setObjectName(QStringLiteral("hospitalLabel"));
    m_card->body()->addWidget(product);
    m_card->body()->addWidget(m_hospital);
    m_card->body()->addSpacing(t.px(6));
    m_serverForm = new ServerForm(m_backend);
    m_steps = {m_serverForm, buildSignIn(), buildPassword()};
    for (QWidget* step : m_steps) m_card->body()->addWidget(step);
    all->addWidget(m_card, 0, Qt::AlignHCenter);
    all->addStretch(3);
    all->addWidget(buildFoot());
    connect(m_serverForm, &ServerForm::accepted, this, [this] { showStep(Step::SignIn); });
    connect(m_serverForm, &ServerForm::cancelled, this, [this] { showStep(Step::SignIn); });
}

QWidget* LoginPage::buildSignIn() {
    const Theme& t = theme();
    auto* step = new QWidget;
    auto* column = new QVBoxLayout(step);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(t.px(8));
    const bool over = m_role == Role::Overlay;
    auto* intro =
        makeLabel(over ? LabelKind::Body : LabelKind::Muted,
                  over ? tr("Your session has ended. Sign in again: everything you typed is still here.")
                       : tr("Sign in with your own account."));
    intro->setWordWrap(true);
    column->addWidget(intro);
    m_grid = new FormGrid;
    m_user = new TextField;
    m_user->setObjectName(QStringLiteral("userField"));
    m_user->setLongest(longestLogin);
    m_user->setText(over ? m_login : m_settings.value(settings::lastLogin).toString());
    m_user->setReadOnly(over);
    m_password = new TextField(TextInput::Password);
    m_password->setObjectName(QStringLiteral("passwordField"));
    m_password->setLongest(limits::kPasswordMax);
    m_grid->addField(userKey, tr("User name"), m_user, FormGrid::columns, Need::Required);
    m_grid->addField(passwordKey, tr("Password"), m_password, FormGrid::columns, Need::Required);
    column->addWidget(m_grid);
    m_problem = makeLabel(LabelKind::Error, {});
    m_problem->setObjectName(QStringLiteral("problemLabel"));
    m_problem->setWordWrap(true);
    m_problem->hide();
    column->addWidget(m_problem);
    m_progress = new InlineProgress;
    column->addWidget(m_progress);
    auto* buttons = new QHBoxLayout;
    m_change = makeButton(ButtonKind::Quiet, over ? tr("I am somebody else…") : tr("Another server…"));
    m_change->setObjectName(over ? QStringLiteral("otherPersonButton")
                                 : QStringLiteral("changeServerButton"));
    m_enter = makeButton(ButtonKind::Primary, tr("Sign in"), QStringLiteral("log-in"));
    m_enter->setObjectName(QStringLiteral("signInButton"));
    buttons->addWidget(m_change);
    buttons->addStretch(1);
    buttons->addWidget(m_enter);
    column->addLayout(buttons);
    connect(m_grid, &FormGrid::finished, this, &LoginPage::signIn);
    connect(m_enter, &QPushButton::clicked, this, &LoginPage::signIn);
    connect(m_change, &QPushButton::clicked, this, [this] {
        if (m_role == Role::Overlay) return Q_EMIT otherPerson();
        showStep(Step::Server);
        m_serverForm->begin(m_backend.status().server, true);
    });
    for (TextField* field : {m_user, m_password})
        connect(field, &QLineEdit::textEdited, m_grid, &FormGrid::clearErrors);
    return step;
}

QWidget* LoginPage::buildPassword() {
    const Theme& t = theme();
    auto* step = new QWidget;
    auto* column = new QVBoxLayout(step);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(t.px(8));
    column->addWidget(makeLabel(LabelKind::Section, tr("Choose a password of your own")));
    auto* why =
        makeLabel(LabelKind::Muted, tr("The first one was given to you by somebody else, who knows it."));
    why->setWordWrap(true);
    column->addWidget(why);
    m_passwordForm = new PasswordForm(m_backend);
    column->addWidget(m_passwordForm);
    auto* problem = makeLabel(LabelKind::Error, {});
    problem->setWordWrap(true);
    problem->hide();
    column->addWidget(problem);
    auto* buttons = new QHBoxLayout;
    auto* save = makeButton(ButtonKind::Primary, tr("Save and go on"), QStringLiteral("check"));
    save->setObjectName(QStringLiteral("savePasswordButton"));
    buttons->addStretch(1);
    buttons->addWidget(save);
    column->addLayout(buttons);
    connect(save, &QPushButton::clicked, m_passwordForm, &PasswordForm::submit);
    connect(m_passwordForm, &PasswordForm::busyChanged, save, &QWidget::setDisabled);
    connect(m_passwordForm, &PasswordForm::busyChanged, problem, &QWidget::hide);
    connect(m_passwordForm, &PasswordForm::failed, this, [problem](const QString& text) {
        problem->setText(text);
        problem->show();
    });
    connect(m_passwordForm, &PasswordForm::changed, this, &LoginPage::entered);
    return step;
}

QWidget* LoginPage::buildFoot() {
    auto* foot = new QWidget;
    auto* column = new QVBoxLayout(foot);
    column->setContentsMargins(0, 0, 0, 0);
    m_demo = makeLabel(LabelKind::Muted, {});
    m_demo->setAlignment(Qt::AlignCenter);
    m_demo->setWordWrap(true);
    m_demo->hide();
    column->addWidget(m_demo);
    auto* row = new QHBoxLayout;
    m_chip = new Chip;
    m_server = makeLabel(LabelKind::Hint, {});
    row->addWidget(m_chip);
    row->addWidget(m_server);
    row->addStretch(1);
    if (m_role == Role::Entrance) {
        const std::pair<QString, QString> languages[] = {
            {QStringLiteral("id"), QStringLiteral("Bahasa Indonesia")},
            {QStringLiteral("en"), QStringLiteral("English")}};
        for (const auto& [code, name] : languages) {
            auto* button = makeButton(ButtonKind::Quiet, name);
            button->setObjectName(code + QStringLiteral("LanguageButton"));
            connect(button, &QPushButton::clicked, this,
                    [this, code = code] { Q_EMIT languageWanted(code); });
            row->addWidget(button);
        }
    }
    column->addLayout(row);
    return foot;
}

void LoginPage::showDemoHint() {
    m_demo->setText(
        tr("Demo hospital with invented people. Accounts: loket1 to loket6, kepala, pmik, anjungan, perawat, "
           "dokter, gudang, manajer, admin, auditor; the password is wanasari- and the user name."));
    m_demo->show();
}

void LoginPage::begin() {
    if (m_backend.session() != nullptr && m_backend.session()->mustChangePassword)
        return showStep(Step::Password);
    const PinnedServer& server = m_backend.status().server;
    if (m_backend.status().state == OnlineState::Unpaired) {
        showStep(Step::Server);
        return m_serverForm->begin(server, false);
    }
    showStep(Step::SignIn);
}

void LoginPage::showStep(Step step) {
    m_step = step;
    for (int at = 0; at < m_steps.size(); ++at) m_steps.at(at)->setVisible(at == static_cast<int>(step));
    if (step == Step::SignIn) (m_user->text().isEmpty() ? m_user : m_password)->setFocus(Qt::TabFocusReason);
}

void LoginPage::showStatus() {
    const ConnectionStatus& status = m_backend.status();
    m_hospital->setText(status.hospital.isEmpty() ? tr("Hospital information system") : status.hospital);
    m_server->setText(status.server.host.isEmpty()
                          ? QString()
                          : QStringLiteral("%1:%2").arg(status.server.host).arg(status.server.port));
    m_chip->setVisible(status.state != OnlineState::Unpaired);
    m_chip->setChip(linkChip(linkText(status, m_backend.zone())));
    if (status.state == OnlineState::Unpaired && m_step == Step::SignIn) return begin();
    if (status.state == OnlineState::PinMismatch) {
        m_problem->setText(errorText({ErrorCode::PinMismatch, {}, {}}));
    } else if (status.error && severityOf(status.error->code) != Severity::Notice &&
               status.error->code != ErrorCode::NotConnected && status.error->code != ErrorCode::TimedOut) {
        m_problem->setText(errorText(*status.error));
    } else {
        return;
    }
    m_problem->show();
}

void LoginPage::signIn() {
    if (!m_enter->isEnabled()) return;
    const QString login = m_user->text().trimmed().toLower();
    QList<FieldError> errors;
    if (login.isEmpty()) errors.append({userKey, tr("Type your user name")});
    if (m_password->text().isEmpty()) errors.append({passwordKey, tr("Type your password")});
    if (m_grid->showErrors(errors) > 0) return;
    m_login = login;
    m_problem->hide();
    setBusy(true);
    m_backend.logIn(login, m_password->text(), this,
                    [this](const Result<SessionGrant>& grant) { signedIn(grant); });
}

void LoginPage::signedIn(const Result<SessionGrant>& grant) {
    setBusy(false);
    if (!grant) return refused(grant.error());
    m_settings.setValue(settings::lastLogin, m_login);
    const QString typed = m_password->text();
    m_password->clear();
    if (!grant->mustChangePassword) return Q_EMIT entered();
    showStep(Step::Password);
    m_passwordForm->begin(typed);
}

void LoginPage::refused(const Error& error) {
    const bool silent = error.code == ErrorCode::NotConnected || error.code == ErrorCode::TimedOut;
    m_problem->setText(
        silent ? tr("The server does not answer. Check the network cable; signing in needs the server.")
               : errorText(error));
    m_problem->show();
    if (error.code == ErrorCode::LoginBlocked) {
        m_blockedSeconds = error.args.value(0).toInt();
        m_enter->setEnabled(m_blockedSeconds <= 0);
        if (m_blockedSeconds > 0) m_second.start();
    }
    m_password->setFocus(Qt::TabFocusReason);
    m_password->selectAll();
}

void LoginPage::countDown() {
    if (--m_blockedSeconds > 0) {
        m_problem->setText(errorText({ErrorCode::LoginBlocked, {QString::number(m_blockedSeconds)}, {}}));
        return;
    }
    m_second.stop();
    m_problem->hide();
    m_enter->setEnabled(true);
}

void LoginPage::setBusy(bool busy) {
    m_enter->setEnabled(!busy);
    m_grid->setEnabled(!busy);
    m_change->setEnabled(!busy);
    if (busy)
        m_progress->start(tr("Signing in…"), false);
    else
        m_progress->stop();
}

void LoginPage::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    QColor ground = theme().window;
    constexpr int veil = 224;  // of 255: what lies below is seen to be there and cannot be read
    if (m_role == Role::Overlay) ground.setAlpha(veil);
    painter.fillRect(rect(), ground);
}

}  // namespace simrs
