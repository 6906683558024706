// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/top_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QShortcut>
#include <QToolButton>

#include "app/kit/date_text.h"
#include "app/kit/label.h"
#include "app/kit/message_log.h"
#include "app/kit/message_log_popup.h"
#include "app/kit/search_field.h"
#include "app/kit/theme.h"
#include "app/shell/bell_button.h"

namespace simrs {

namespace {

/// With its day, where that is not the day on which this state began.
QString asOfText(const ConnectionStatus& status, const QString& zone) {
    const QDate day = dayIn(zone, status.cacheAsOf);
    const QString minute = minuteText(minuteOfDayIn(zone, status.cacheAsOf));
    if (status.since.isNull() || dayIn(zone, status.since) == day) return minute;
    return dateFigures(day) + QLatin1Char(' ') + minute;
}

}  // namespace

LinkText linkText(const ConnectionStatus& status, const QString& zone) {
    LinkText link;
    link.waiting = status.waiting;
    link.refused = status.refused;
    link.damaged = status.outboxDamage.has_value();
    switch (status.state) {
        case OnlineState::Online:
        case OnlineState::LoginNeeded:
            link.state = LinkState::Connected;
            break;
        case OnlineState::Connecting:
            link.state = LinkState::Connecting;
            break;
        case OnlineState::PinMismatch:
            link.state = LinkState::PinMismatch;
            break;
        case OnlineState::Unpaired:
        case OnlineState::Offline:
            link.state = LinkState::Offline;
            break;
    }
    if (status.fromCache) link.asOf = asOfText(status, zone);
    link.stale = status.cacheError.has_value();
    if (status.cache.filling)
        link.percent = status.cache.rowsOfKey == 0
                           ? 0
                           : static_cast<int>(
                                 std::min<qint64>(99, 100 * status.cache.rowsCome / status.cache.rowsOfKey));
    if (status.since.isNull()) return link;
    link.since = minuteText(minuteOfDayIn(zone, status.since));
    return link;
}

ChipText linkChip(const LinkText& link) {
    if (link.damaged)
        return {ChipKind::Danger, TopBar::tr("Unsent changes damaged"), QStringLiteral("octagon-alert")};
    switch (link.state) {
        case LinkState::Connected:
            if (link.refused > 0)
                return {ChipKind::Warning, TopBar::tr("%n change(s) refused", nullptr, link.refused), {}};
            if (link.waiting > 0)
                return {ChipKind::Info, TopBar::tr("Connected · sending %n change(s)", nullptr, link.waiting),
                        QStringLiteral("refresh")};
            if (!link.asOf.isEmpty())
                return {ChipKind::Warning, TopBar::tr("Server slow · data as of %1").arg(link.asOf),
                        QStringLiteral("wifi")};
            if (link.stale)
                return {ChipKind::Warning, TopBar::tr("Connected · offline data not up to date"),
                        QStringLiteral("octagon-alert")};
            if (link.percent >= 0)
                return {ChipKind::Info, TopBar::tr("Connected · offline data %1%").arg(link.percent),
                        QStringLiteral("refresh")};
            return {ChipKind::Ok, TopBar::tr("Connected"), QStringLiteral("wifi")};
        case LinkState::Connecting:
            return {ChipKind::Info, TopBar::tr("Connecting…"), QStringLiteral("refresh")};
        case LinkState::PinMismatch:
            return {ChipKind::Danger, TopBar::tr("Server not trusted: call IT"),
                    QStringLiteral("octagon-alert")};
        case LinkState::Offline:
            break;
    }
    QString text =
        link.since.isEmpty() ? TopBar::tr("Offline") : TopBar::tr("Offline since %1").arg(link.since);
    if (!link.asOf.isEmpty()) text += QStringLiteral(" · ") + TopBar::tr("data as of %1").arg(link.asOf);
    if (link.waiting > 0)
        text += QStringLiteral(" · ") + TopBar::tr("%n change(s) waiting", nullptr, link.waiting);
    return {ChipKind::Warning, text, QStringLiteral("wifi-off")};
}

TopBar::TopBar(QWidget* parent) : QWidget(parent) {
    const Theme& t = theme();
    setFixedHeight(t.px(46) + 1);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(t.px(20), 0, t.px(14), 1);
    row->setSpacing(t.px(10));
    m_title = makeLabel(LabelKind::Title, {});
    m_search = new SearchField(tr("Find patient: name, MRN, NIK"), QStringLiteral("F2"));
    m_search->setMinimumWidth(t.px(220));
    m_search->setMaximumWidth(t.px(420));
    m_chip = new Chip(linkChip({}));
    m_chip->setClickable(true);
    QFont bold = m_chip->font();
    bold.setBold(true);
    m_chip->setFont(bold);
    m_bell = new BellButton(this);
    row->addWidget(m_title);
    row->addStretch(1);
    row->addWidget(m_search, 2);
    row->addWidget(m_chip);
    row->addWidget(m_bell);
    setTabOrder(m_search, m_chip);
    setTabOrder(m_chip, m_bell);
    auto* find = new QShortcut(QKeySequence(Qt::Key_F2), this);
    connect(find, &QShortcut::activated, this, [this] {
        if (m_search->isVisible()) return m_search->begin();
        Q_EMIT findPressed();
    });
    connect(m_chip, &Chip::clicked, this, &TopBar::linkPressed);
}

void TopBar::setTitle(const QString& title) { m_title->setText(title); }

QString TopBar::title() const { return m_title->text(); }

void TopBar::setSearchShown(bool shown) { m_search->setVisible(shown); }

void TopBar::setLink(const LinkText& link) {
    m_state = link.state;
    m_chip->setChip(linkChip(link));
    update();
}

void TopBar::setMessageLog(MessageLogModel* log) {
    connect(log, &MessageLogModel::unreadChanged, m_bell, &BellButton::setUnread);
    m_bell->setUnread(log->unread());
    auto* popup = new MessageLogPopup(log, this);
    connect(m_bell, &QToolButton::clicked, this, [this, popup] { popup->openBelow(m_bell); });
}

void TopBar::addButton(QToolButton* button) {
    auto* row = static_cast<QHBoxLayout*>(layout());
    row->insertWidget(row->count() - 1, button);
    setTabOrder(m_chip, button);
    setTabOrder(button, m_bell);
}

void TopBar::paintEvent(QPaintEvent*) {
    const Theme& t = theme();
    QPainter painter(this);
    painter.fillRect(rect(), t.surface);
    painter.fillRect(QRect(0, height() - 1, width(), 1), t.divider);
    // Offline is seen from across the room: 3 px over the whole width, beside the words of the chip.
    if (m_state == LinkState::Offline) painter.fillRect(QRect(0, height() - 3, width(), 3), t.warningLine);
    if (m_state == LinkState::PinMismatch) painter.fillRect(QRect(0, height() - 3, width(), 3), t.danger);
}

}  // namespace simrs
