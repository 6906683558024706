// SPDX-License-Identifier: GPL-3.0-or-later
// Questions that stop everything else. Pages get this interface, so that tests can answer without a window.
#pragma once

#include <QList>
#include <QString>
#include <functional>
#include <optional>

class QWidget;

namespace simrs {

/// A question with verbs on its buttons. Dangerous ones get a red button, which is never the default.
struct Question {
    QString title;
    QString text;
    QString actionVerb;     // "Cancel visit"
    QString backVerb = {};  // empty: "Back"
    bool dangerous = false;
};

class Dialogs {
  public:
    virtual ~Dialogs() = default;

    /// True when the person pressed the action.
    virtual bool confirm(QWidget* parent, const Question& question) = 0;
    /// Asks for a line of text as well (a reason); nothing when the person went back. Never an empty text.
    virtual std::optional<QString> askReason(QWidget* parent, const Question& question,
                                             const QString& label) = 0;
    /// Shows `content` (a FormGrid, say) in a dialog. The action closes it only if `accept` returns true,
    /// which it does not while a field is wrong. The dialog takes over and deletes `content`.
    virtual bool edit(QWidget* parent, const Question& question, QWidget* content,
                      const std::function<bool()>& accept) = 0;

    bool confirm(QWidget* parent, const QString& title, const QString& text, const QString& actionVerb) {
        return confirm(parent, Question{title, text, actionVerb});
    }
};

/// The real windows.
class WindowDialogs final : public Dialogs {
  public:
    using Dialogs::confirm;
    bool confirm(QWidget* parent, const Question& question) override;
    std::optional<QString> askReason(QWidget* parent, const Question& question,
                                     const QString& label) override;
    bool edit(QWidget* parent, const Question& question, QWidget* content,
              const std::function<bool()>& accept) override;
};

/// Answers from a list, for tests: `true`/`false`, and the reason to give. Keeps what was asked; an
/// unanswered question is answered "no".
class ScriptedDialogs final : public Dialogs {
  public:
    struct Answer {
        bool yes = false;
        QString reason = {};
    };

    using Dialogs::confirm;
    void willAnswer(const Answer& answer) { m_answers.append(answer); }
    const QList<Question>& asked() const { return m_asked; }
    bool confirm(QWidget* parent, const Question& question) override;
    std::optional<QString> askReason(QWidget* parent, const Question& question,
                                     const QString& label) override;
    bool edit(QWidget* parent, const Question& question, QWidget* content,
              const std::function<bool()>& accept) override;
    /// Called with the content of an edit before it is accepted, to fill in the fields.
    std::function<void(QWidget*)> onEdit;
    /// Called with the content that was not accepted; the dialog would stay open.
    std::function<void(QWidget*)> onRefused;

  private:
    Answer next(const Question& question);

    QList<Answer> m_answers;
    QList<Question> m_asked;
};

}  // namespace simrs
