// SPDX-License-Identifier: GPL-3.0-or-later
// Above every page: its title, the patient search, the state of the connection in words, the bell.
#pragma once

#include <QWidget>

#include "app/client/connection_status.h"
#include "app/kit/chip.h"

class QLabel;
class QToolButton;

namespace simrs {

class MessageLogModel;
class SearchField;

enum class LinkState { Connected, Connecting, Offline, PinMismatch };

/// What the chip says. `since` is a time ("10:42"), used offline; `waiting` the changes not yet sent.
struct LinkText {
    LinkState state = LinkState::Connecting;
    QString since;
    int waiting = 0;
    int refused = 0;       ///< Not yet seen by a person.
    QString asOf{};        ///< How old what is shown is, where it comes from this computer; else empty.
    int percent = -1;      ///< How much of this computer's own data has come; -1: all of it.
    bool stale = false;    ///< This computer's own data cannot be kept up to date.
    bool damaged = false;  ///< The file of unsent changes was, and no person has seen it yet.
};

/// What the chip says of a connection; `zone` is the hospital's.
LinkText linkText(const ConnectionStatus& status, const QString& zone);

/// The chip of a state, in words: "Connected", "Offline since 10:42 · 3 changes waiting".
ChipText linkChip(const LinkText& link);

class TopBar final : public QWidget {
    Q_OBJECT
  public:
    explicit TopBar(QWidget* parent = nullptr);

    void setTitle(const QString& title);
    QString title() const;
    void setLink(const LinkText& link);
    /// The bell counts what is unread here and opens the log.
    void setMessageLog(MessageLogModel* log);
    SearchField* search() const { return m_search; }
    /// Without the field F2 emits findPressed.
    void setSearchShown(bool shown);
    /// Any further icon button, left of the bell.
    void addButton(QToolButton* button);

  Q_SIGNALS:
    /// The connection chip was pressed: show what waits.
    void linkPressed();
    /// F2 while a page shows a search box of its own.
    void findPressed();

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QLabel* m_title;
    SearchField* m_search;
    Chip* m_chip;
    class BellButton* m_bell;
    LinkState m_state = LinkState::Connecting;
};

}  // namespace simrs
