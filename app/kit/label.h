// SPDX-License-Identifier: GPL-3.0-or-later
// Texts by what they are, so that no page sets a font or colour.
#pragma once

#include <QLabel>

namespace simrs {

enum class LabelKind { Body, Strong, Muted, Field, Hint, Error, Section, Title, Name, Value };

/// A plain-text label (never rich text, since patient names go into it) in one of the type steps.
QLabel* makeLabel(LabelKind kind, const QString& text, QWidget* parent = nullptr);
void setLabelKind(QLabel* label, LabelKind kind);

/// A tool tip that shows a text as it is: Qt takes texts with tags in them for HTML.
QString plainToolTip(const QString& text);

/// A label that shortens its text with an ellipsis to the width it gets and then shows all of it as a tool
/// tip. For secondary texts only; names, drugs and doses wrap or get the room they need.
class ElidingLabel final : public QLabel {
    Q_OBJECT
  public:
    explicit ElidingLabel(const QString& text = {}, QWidget* parent = nullptr);
    QSize minimumSizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;
    /// The whole text as a tool tip while it is cut off; asked when it is wanted, for the text of now.
    bool event(QEvent* event) override;
};

}  // namespace simrs
