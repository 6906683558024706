// SPDX-License-Identifier: GPL-3.0-or-later
// The window behind Dialogs. Only app/kit opens modal windows; pages use Dialogs.
#pragma once

#include <QDialog>
#include <functional>

#include "app/kit/dialogs.h"

class QPushButton;
class QVBoxLayout;

namespace simrs {

class QuestionDialog final : public QDialog {
    Q_OBJECT
  public:
    QuestionDialog(const Question& question, QWidget* parent);

    /// Puts a widget under the text.
    void setContent(QWidget* content);
    /// Asked before the action closes the window.
    void setAccept(std::function<bool()> accept) { m_accept = std::move(accept); }
    QPushButton* action() const { return m_action; }
    QPushButton* back() const { return m_back; }

    void accept() override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QVBoxLayout* m_column;
    QPushButton* m_action;
    QPushButton* m_back;
    std::function<bool()> m_accept;
};

}  // namespace simrs
