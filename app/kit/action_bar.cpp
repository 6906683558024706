// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kit/action_bar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

#include "app/kit/button.h"
#include "app/kit/button_key.h"
#include "app/kit/form_grid.h"
#include "app/kit/icon.h"
#include "app/kit/label.h"
#include "app/kit/theme.h"

namespace simrs {

ActionBar::ActionBar(QWidget* parent) : QWidget(parent) {
    const Theme& t = theme();
    setFixedHeight(t.px(48) + 1);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(t.px(16), 1, t.px(16), 0);
    row->setSpacing(t.px(6));
    m_hints = new ElidingLabel;
    setLabelKind(m_hints, LabelKind::Hint);
    m_errors = new QLabel;
    m_errors->setTextFormat(Qt::RichText);  // its words come from FormGrid labels and are escaped
    m_errors->setTextInteractionFlags(Qt::LinksAccessibleByKeyboard | Qt::LinksAccessibleByMouse);
    m_errors->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_errors->setMinimumWidth(1);
    m_errors->hide();
    m_status = makeLabel(LabelKind::Hint, {});
    m_status->hide();
    row->addWidget(m_hints, 1);
    row->addWidget(m_errors, 1);
    row->addWidget(m_status);
    m_buttons = new QHBoxLayout;
    m_buttons->setSpacing(t.px(6));
    row->addSpacing(t.px(8));
    row->addLayout(m_buttons);
}

void ActionBar::setHints(const QString& hints) { m_hints->setText(hints); }

QPushButton* ActionBar::addSecondary(const QString& text, const QString& iconName, const QKeySequence& key) {
    auto* button = makeButton(ButtonKind::Secondary, text, iconName, this);
    if (!key.isEmpty()) bindKey(button, key);
    const int last = m_buttons->count() - (m_primary == nullptr ? 0 : 1);
    m_buttons->insertWidget(last, button);
    m_secondary.append({button, button->icon()});
    if (m_primary != nullptr) setTabOrder(button, m_primary);
    return button;
}

QPushButton* ActionBar::setPrimary(const QString& text, const QString& iconName, const QKeySequence& key) {
    if (m_primary == nullptr) {
        m_primary = makeButton(ButtonKind::Primary, text, iconName, this);
        m_buttons->addWidget(m_primary);
    }
    m_primary->setText(text);
    m_primary->setIcon(iconName.isEmpty() ? QIcon() : icon(iconName, IconTone::OnAccent));
    if (!key.isEmpty()) bindKey(m_primary, key);
    return m_primary;
}

void ActionBar::followErrors(FormGrid* form) {
    connect(form, &FormGrid::errorsChanged, this, [this, form] { showErrors(form); });
    connect(m_errors, &QLabel::linkActivated, form, &FormGrid::focusField);
    showErrors(form);
}

void ActionBar::forgetErrors(FormGrid* form) {
    disconnect(form, nullptr, this, nullptr);
    disconnect(m_errors, nullptr, form, nullptr);
    m_errors->hide();
    m_hints->show();
}

void ActionBar::setStatus(const QString& status) {
    m_status->setText(status);
    m_status->setVisible(!status.isEmpty());
}

void ActionBar::showErrors(FormGrid* form) {
    const QList<FieldError> errors = form->errors();
    m_errors->setVisible(!errors.isEmpty());
    m_hints->setVisible(errors.isEmpty());
    if (errors.isEmpty()) return;
    constexpr int named = 2;
    QStringList links;
    for (const FieldError& error : errors.mid(0, named))
        links.append(QStringLiteral("<a href=\"%1\" style=\"color:%2\">%3</a>")
                         .arg(error.key.toHtmlEscaped(), theme().danger.name(),
                              form->label(error.key).toHtmlEscaped()));
    const auto more = errors.size() - links.size();
    if (more > 0) links.append(tr("and %n more", nullptr, static_cast<int>(more)));
    m_errors->setText(QStringLiteral("<b style=\"color:%1\">%2</b>&nbsp; %3")
                          .arg(theme().danger.name(),
                               tr("%n field(s) to correct:", nullptr, static_cast<int>(errors.size())),
                               links.join(QStringLiteral(" · "))));
    m_errors->setAccessibleName(tr("%n field(s) to correct", nullptr, static_cast<int>(errors.size())));
}

bool ActionBar::event(QEvent* event) {
    if (event->type() == QEvent::LayoutRequest) fitButtons();
    return QWidget::event(event);
}

void ActionBar::resizeEvent(QResizeEvent*) { fitButtons(); }

void ActionBar::fitButtons() {
    const Theme& t = theme();
    const int room = width() - t.px(16 + 16 + 8) - (m_status->isHidden() ? 0 : m_status->sizeHint().width());
    int wanted = m_primary == nullptr || m_primary->isHidden() ? 0 : m_primary->sizeHint().width();
    for (const auto& [button, image] : m_secondary) {
        if (button->isHidden()) continue;
        wanted += button->sizeHint().width() + m_buttons->spacing();
        if (m_isTight && !image.isNull()) wanted += m_iconRoom;
    }
    const bool isTight = wanted > room;
    if (isTight == m_isTight) return;
    m_isTight = isTight;
    for (const auto& [button, image] : m_secondary) {
        const int before = button->sizeHint().width();
        button->setIcon(isTight ? QIcon() : image);
        if (isTight && !image.isNull()) m_iconRoom = before - button->sizeHint().width();
    }
    layout()->activate();
}

void ActionBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), theme().surface);
    painter.fillRect(QRect(0, 0, width(), 1), theme().divider);
}

}  // namespace simrs
