// SPDX-License-Identifier: GPL-3.0-or-later
// The strip at the bottom of a page: what the keys do, or what must be corrected; then the secondary buttons
// and one primary button.
#pragma once

#include <QIcon>
#include <QKeySequence>
#include <QList>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace simrs {

class FormGrid;

class ActionBar final : public QWidget {
    Q_OBJECT
  public:
    explicit ActionBar(QWidget* parent = nullptr);

    /// "Tab next field · Ctrl+S save". Elided when the window is narrow.
    void setHints(const QString& hints);
    /// Secondary buttons stand left of the primary one in the order they were added; keys act at once.
    QPushButton* addSecondary(const QString& text, const QString& iconName = {},
                              const QKeySequence& key = {});
    /// There is one; a second call, without a key, replaces its text and icon.
    QPushButton* setPrimary(const QString& text, const QString& iconName = {}, const QKeySequence& key = {});
    QPushButton* primary() const { return m_primary; }
    /// Lists the form's errors in place of the hints, each a link to its field, for as long as there are any.
    void followErrors(FormGrid* form);
    /// Another form comes to the front, or none.
    void forgetErrors(FormGrid* form);
    /// A muted word beside the buttons ("Saving…"); empty removes it.
    void setStatus(const QString& status);

  protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    /// Where the buttons need more room than there is, the secondary ones go without their icons.
    void fitButtons();
    void showErrors(FormGrid* form);

    QLabel* m_hints;
    QLabel* m_errors;
    QLabel* m_status;
    QHBoxLayout* m_buttons;
    QPushButton* m_primary = nullptr;
    QList<std::pair<QPushButton*, QIcon>> m_secondary;
    bool m_isTight = false;
    int m_iconRoom = 0;  // what an icon takes beside a button's text
};

}  // namespace simrs
