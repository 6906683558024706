// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kit/form_slot.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include "app/kit/icon.h"
#include "app/kit/kit_style.h"
#include "app/kit/label.h"
#include "app/kit/theme.h"

namespace simrs {

namespace {

/// The small error mark before the error line.
class ErrorMark final : public QWidget {
  public:
    explicit ErrorMark(QWidget* parent) : QWidget(parent) { setFixedSize(theme().px(14), theme().px(16)); }

  protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const int edge = theme().px(13);
        paintIcon(painter, QRect(0, (height() - edge) / 2, edge, edge), QStringLiteral("circle-alert"),
                  theme().danger);
    }
};

}  // namespace

FormSlot::FormSlot(const QString& label, QWidget* field, bool required, QWidget* parent)
    : QWidget(parent), m_field(field), m_label(label), m_required(required) {
    const Theme& t = theme();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(t.px(3));

    auto* head = new QHBoxLayout;
    head->setSpacing(t.px(3));
    m_labelText = makeLabel(LabelKind::Field, label);
    m_labelText->setBuddy(field);
    m_labelText->setFixedHeight(t.px(17));
    m_mark = makeLabel(LabelKind::Error, QStringLiteral("*"));
    m_mark->setFixedHeight(t.px(17));
    head->addWidget(m_labelText);
    head->addWidget(m_mark);
    head->addStretch(1);
    column->addLayout(head);

    field->setParent(this);
    column->addWidget(field);

    auto* foot = new QHBoxLayout;
    foot->setSpacing(t.px(3));
    m_icon = new ErrorMark(this);
    m_line = new ElidingLabel;
    setLabelKind(m_line, LabelKind::Hint);
    m_line->setFixedHeight(t.px(17));
    m_line->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);  // its words never widen a column
    // What somebody has to correct is never cut: it takes a second line where one is not enough.
    m_problem = makeLabel(LabelKind::Error, {});
    m_problem->setWordWrap(true);
    m_problem->setMinimumHeight(t.px(17));
    m_problem->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Minimum);
    foot->addWidget(m_icon, 0, Qt::AlignTop);
    foot->addWidget(m_line, 1);
    foot->addWidget(m_problem, 1);
    column->addLayout(foot);
    column->addStretch(1);

    name();
    showLine();
}

void FormSlot::setLabel(const QString& label) {
    m_label = label;
    m_labelText->setText(label);
    name();
}

void FormSlot::setRequired(bool required) {
    m_required = required;
    name();
}

void FormSlot::setHint(const QString& hint) {
    m_hint = hint;
    showLine();
}

void FormSlot::setError(const QString& error) {
    m_error = error;
    m_field->setProperty(invalidProperty, !error.isEmpty());
    m_field->setAccessibleDescription(error.isEmpty() ? m_hint : error);
    m_field->update();
    showLine();
}

void FormSlot::name() {
    m_mark->setVisible(m_required);
    const QString spoken = m_required ? tr("%1, required").arg(m_label) : m_label;
    m_field->setAccessibleName(spoken);
}

void FormSlot::showLine() {
    const bool wrong = !m_error.isEmpty();
    m_icon->setVisible(wrong);
    m_line->setVisible(!wrong);
    m_problem->setVisible(wrong);
    m_line->setText(m_hint);
    m_problem->setText(m_error);
}

}  // namespace simrs
