// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/side_bar.h"

#include <QLabel>
#include <QPainter>
#include <QShortcut>
#include <QVBoxLayout>

#include "app/kit/icon.h"
#include "app/kit/paint.h"
#include "app/kit/theme.h"
#include "app/shell/side_plates.h"

namespace simrs {

SideEntry::SideEntry(const QString& iconName, const QString& text, const QKeySequence& key, QWidget* parent)
    : QAbstractButton(parent), m_icon(iconName), m_key(key) {
    setText(text);
    setAccessibleName(text);
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    if (!key.isEmpty()) {
        auto* shortcut = new QShortcut(key, this);
        connect(shortcut, &QShortcut::activated, this, [this] { click(); });
    }
}

void SideEntry::setCollapsed(bool collapsed) {
    m_collapsed = collapsed;
    const QString keys = m_key.toString(QKeySequence::NativeText);
    setToolTip(!collapsed && hasRoomForKey() ? QString()
               : keys.isEmpty()              ? text()
                                             : QStringLiteral("%1 (%2)").arg(text(), keys));
    update();
}

void SideEntry::setCount(int count) {
    m_count = count;
    update();
}

/// The key gives way to the word; it is in the tool tip then.
bool SideEntry::hasRoomForKey() const {
    const Theme& t = theme();
    const QString key = m_key.toString(QKeySequence::NativeText);
    const int word = QFontMetrics(t.font(TextStep::Body, true)).horizontalAdvance(text());
    const int keyWidth = QFontMetrics(t.font(TextStep::Small)).horizontalAdvance(key);
    constexpr int besides = 12 + 18 + 10 + 10 + 8;  // margins, icon and gaps
    return word + keyWidth + t.px(besides) <= t.px(SideBar::openWidth - 16);
}

QSize SideEntry::sizeHint() const { return {theme().px(184), theme().px(34)}; }

int SideEntry::paintRight(QPainter& painter) const {
    const Theme& t = theme();
    const QString word = m_count > 0 ? QString::number(m_count) : m_key.toString(QKeySequence::NativeText);
    if (word.isEmpty() || (m_count == 0 && !hasRoomForKey())) return 0;
    const QFont small = t.font(TextStep::Small, m_count > 0);
    const int wide = QFontMetrics(small).horizontalAdvance(word);
    painter.setFont(small);
    if (m_count == 0) {
        painter.setPen(t.sideText);
        painter.drawText(rect().adjusted(0, 0, -t.px(10), 0), Qt::AlignVCenter | Qt::AlignRight, word);
        return wide;
    }
    const int high = t.px(18);
    const int across = std::max(high, wide + t.px(11));
    const QRect pill(width() - t.px(9) - across, (height() - high) / 2, across, high);
    paintRounded(painter, pill, high / 2.0, isChecked() ? t.side : t.sideActive, {}, 0);
    painter.setPen(t.sideActiveText);
    painter.drawText(pill, Qt::AlignCenter, word);
    return across;
}

void SideEntry::paintEvent(QPaintEvent*) {
    const Theme& t = theme();
    QPainter painter(this);
    const bool active = isChecked();
    const QColor ground = active ? t.sideActive : underMouse() || isDown() ? t.sideHover : QColor();
    paintRounded(painter, rect(), t.px(6), ground, {}, 0);
    const QColor ink = active ? t.sideActiveText : t.sideText;
    if (active)
        paintRounded(painter, QRectF(0, t.px(8), t.px(3), height() - 2 * t.px(8)), t.px(1.5),
                     t.accent.lighter(t.dark ? 100 : 170), {}, 0);
    const int edge = t.px(18);
    const int left = m_collapsed ? (width() - edge) / 2 : t.px(12);
    paintIcon(painter, QRect(left, (height() - edge) / 2, edge, edge), m_icon, ink);
    if (!m_collapsed) {
        const int x = left + edge + t.px(10);
        const int rightWidth = paintRight(painter);
        const QFont font = t.font(TextStep::Body, active);
        painter.setFont(font);
        painter.setPen(ink);
        const int room = width() - x - rightWidth - t.px(16);
        painter.drawText(QRect(x, 0, room, height()), Qt::AlignVCenter,
                         QFontMetrics(font).elidedText(text(), Qt::ElideRight, room));
    } else if (m_count > 0) {
        paintRounded(painter, QRect(left + edge - t.px(4), t.px(6), t.px(8), t.px(8)), t.px(4),
                     t.sideActiveText, {}, 0);
    }
    if (hasFocus()) paintRounded(painter, rect(), t.px(6), {}, t.sideActiveText, 2);
}

SideBar::SideBar(QWidget* parent) : QWidget(parent) {
    const Theme& t = theme();
    setAccessibleName(tr("Pages"));
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, t.px(8));
    all->setSpacing(0);
    m_brand = new BrandMark(this);
    all->addWidget(m_brand);
    m_column = new QVBoxLayout;
    m_column->setContentsMargins(t.px(8), 0, t.px(8), 0);
    m_column->setSpacing(t.px(2));
    all->addLayout(m_column);
    all->addStretch(1);
    m_user = new UserPlate(this);
    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(t.px(8), 0, t.px(8), 0);
    foot->addWidget(m_user);
    all->addLayout(foot);
    connect(m_user, &UserPlate::clicked, this, &SideBar::userPressed);
    setCollapsed(false);
}

void SideBar::setHospital(const QString& name) { m_brand->setHospital(name); }

void SideBar::setUser(const QString& name, const QString& role) { m_user->setUser(name, role); }

void SideBar::addGroup(const QString& title) {
    const Theme& t = theme();
    auto* label = new QLabel(title, this);
    label->setTextFormat(Qt::PlainText);
    label->setProperty("step", QStringLiteral("side"));
    label->setContentsMargins(t.px(12), t.px(12), 0, t.px(4));
    label->setVisible(!m_collapsed);
    m_column->addWidget(label);
    m_groups.append(label);
}

SideEntry* SideBar::addEntry(const QString& key, const QString& iconName, const QString& text,
                             const QKeySequence& shortcut) {
    auto* entry = new SideEntry(iconName, text, shortcut, this);
    entry->setCollapsed(m_collapsed);
    m_column->addWidget(entry);
    if (m_items.isEmpty()) {  // a new widget stands last in the window: bring it to its place before the user
                              // plate
        setTabOrder(m_user, entry);
        setTabOrder(entry, m_user);
    } else {
        setTabOrder(m_items.last().entry, entry);
    }
    m_items.append({key, entry});
    connect(entry, &SideEntry::clicked, this, [this, key] {
        setCurrent(key);
        Q_EMIT chosen(key);
    });
    return entry;
}

void SideBar::removeEntries() {
    for (const Item& item : m_items) delete item.entry;
    m_items.clear();
    qDeleteAll(m_groups);
    m_groups.clear();
}

void SideBar::setCurrent(const QString& key) {
    for (const Item& item : m_items) item.entry->setChecked(item.key == key);
}

SideEntry* SideBar::entry(const QString& key) const {
    for (const Item& item : m_items)
        if (item.key == key) return item.entry;
    return nullptr;
}

void SideBar::setCollapsed(bool collapsed) {
    m_collapsed = collapsed;
    setFixedWidth(theme().px(collapsed ? collapsedWidth : openWidth));
    m_brand->setCollapsed(collapsed);
    m_user->setCollapsed(collapsed);
    for (const Item& item : m_items) item.entry->setCollapsed(collapsed);
    for (auto* group : m_groups) group->setVisible(!collapsed);
}

void SideBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), theme().side);
    if (theme().dark) painter.fillRect(QRect(width() - 1, 0, 1, height()), theme().divider);
}

}  // namespace simrs
