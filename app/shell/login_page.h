// SPDX-License-Identifier: GPL-3.0-or-later
// The way in: which server, who, and a new password where one is due. Also laid over the window when a
// session ends while somebody works, so that nothing typed below is lost.
#pragma once

#include <QTimer>
#include <QWidget>

#include "app/client/backend.h"

class QLabel;
class QPushButton;

namespace simrs {

class Card;
class Chip;
class FormGrid;
class InlineProgress;
class PasswordForm;
class ServerForm;
class Settings;
class TextField;

class LoginPage final : public QWidget {
    Q_OBJECT
  public:
    enum class Role { Entrance, Overlay };

    /// An overlay lets only `login` in again; somebody else takes the way over otherPerson.
    LoginPage(Backend& backend, Settings& settings, Role role, const QString& login,
              QWidget* parent = nullptr);

    /// Names the demo accounts below the form.
    void showDemoHint();
    /// Puts the focus where the work begins.
    void begin();

  Q_SIGNALS:
    /// Somebody is in and has a password of his own.
    void entered();
    /// Overlay: somebody else wants to sign in; what is typed below would be lost.
    void otherPerson();
    void languageWanted(const QString& code);

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    enum class Step { Server, SignIn, Password };

    void build();
    QWidget* buildSignIn();
    QWidget* buildPassword();
    QWidget* buildFoot();
    void showStep(Step step);
    void showStatus();
    void signIn();
    void signedIn(const Result<SessionGrant>& grant);
    void refused(const Error& error);
    void countDown();
    void setBusy(bool busy);

    Backend& m_backend;
    Settings& m_settings;
    Role m_role;
    QString m_login;

    Card* m_card;
    QLabel *m_hospital = nullptr, *m_demo = nullptr, *m_problem = nullptr, *m_server = nullptr;
    QList<QWidget*> m_steps;  // by Step; one of them is shown
    Step m_step = Step::SignIn;
    ServerForm* m_serverForm = nullptr;
    FormGrid* m_grid = nullptr;
    TextField *m_user = nullptr, *m_password = nullptr;
    QPushButton *m_enter = nullptr, *m_change = nullptr;
    InlineProgress* m_progress = nullptr;
    Chip* m_chip = nullptr;
    PasswordForm* m_passwordForm = nullptr;
    QTimer m_second;
    int m_blockedSeconds = 0;
};

}  // namespace simrs
