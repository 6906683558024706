// SPDX-License-Identifier: GPL-3.0-or-later
// A surface that groups what belongs together: title, optional chip or button in its head, and a body.
#pragma once

#include <QWidget>

#include "app/kit/chip.h"

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace simrs {

/// Inset keeps 16 px around the body; Flush lets a table reach the edges below a divider.
enum class CardBody { Inset, Flush };

class Card final : public QWidget {
    Q_OBJECT
  public:
    explicit Card(const QString& title = {}, CardBody body = CardBody::Inset, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    /// A muted line under the title.
    void setSubtitle(const QString& subtitle);
    /// A chip at the right of the head; an empty one is hidden.
    void setHeaderChip(const ChipText& chip);
    /// Any widget at the right of the head, for example a quiet button. The card takes it over.
    void addHeaderWidget(QWidget* widget);
    /// Where the content goes: card->body()->addWidget(…).
    QVBoxLayout* body() const { return m_body; }

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    void showHead();

    CardBody m_kind;
    QWidget* m_head;
    QLabel* m_title;
    QLabel* m_subtitle;
    Chip* m_chip;
    QHBoxLayout* m_headRow;
    QVBoxLayout* m_body;
};

}  // namespace simrs
