// SPDX-License-Identifier: GPL-3.0-or-later
// The row hands its invalid mark and its name on to the buttons, which are what is painted and focused.
#include "app/kit/radio_row.h"

#include <QButtonGroup>
#include <QDynamicPropertyChangeEvent>
#include <QHBoxLayout>
#include <QRadioButton>

#include "app/kit/kit_style.h"
#include "app/kit/theme.h"

namespace simrs {

RadioRow::RadioRow(QWidget* parent) : QWidget(parent), m_group(new QButtonGroup(this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme().px(18));
    row->addStretch(1);
    setFixedHeight(theme().px(30));
    connect(m_group, &QButtonGroup::idClicked, this, [this](int id) { Q_EMIT valueChosen(m_values.at(id)); });
}

void RadioRow::addChoice(const QString& text, const QVariant& value) {
    auto* button = new QRadioButton(text, this);
    button->setAccessibleName(text);
    auto* row = static_cast<QHBoxLayout*>(layout());
    row->insertWidget(row->count() - 1, button);
    m_group->addButton(button, static_cast<int>(m_values.size()));
    m_values.append(value);
    if (m_values.size() == 1) setFocusProxy(button);
}

QVariant RadioRow::value() const {
    return m_group->checkedId() < 0 ? QVariant() : m_values.at(m_group->checkedId());
}

void RadioRow::setValue(const QVariant& value) {
    const auto at = m_values.indexOf(value);
    if (at >= 0) {
        m_group->button(static_cast<int>(at))->setChecked(true);
        return;
    }
    m_group->setExclusive(false);
    for (auto* button : m_group->buttons()) button->setChecked(false);
    m_group->setExclusive(true);
}

bool RadioRow::event(QEvent* event) {
    if (event->type() == QEvent::DynamicPropertyChange &&
        static_cast<QDynamicPropertyChangeEvent*>(event)->propertyName() == invalidProperty) {
        for (auto* button : m_group->buttons()) {
            button->setProperty(invalidProperty, property(invalidProperty));
            button->update();
        }
    }
    return QWidget::event(event);
}

}  // namespace simrs
