// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kit/toast.h"

#include <QEvent>
#include <QPainter>
#include <QTimer>
#include <QWidget>

#include "app/kit/action_bar.h"
#include "app/kit/icon.h"
#include "app/kit/message_log.h"
#include "app/kit/paint.h"
#include "app/kit/theme.h"

namespace simrs {

namespace {

class Pill final : public QWidget {
  public:
    Pill(QWidget* parent, int most, const QString& text, const QString& iconName)
        : QWidget(parent), m_text(text), m_icon(iconName) {
        setAccessibleName(text);
        setAttribute(Qt::WA_TransparentForMouseEvents);
        const Theme& t = theme();
        const int wanted = t.px(12 + 17 + 9) + fontMetrics().horizontalAdvance(text) + t.px(16) + 2;
        resize(std::min(wanted, most), t.px(38));
    }

  protected:
    void paintEvent(QPaintEvent*) override {
        const Theme& t = theme();
        QPainter painter(this);
        paintRounded(painter, rect(), t.px(8), t.toast, {}, 0);
        const int edge = t.px(17);
        paintIcon(painter, QRect(t.px(12), (height() - edge) / 2, edge, edge), m_icon, t.toastOk);
        painter.setPen(t.toastText);
        const QRect room = rect().adjusted(t.px(38), 0, -t.px(14), 0);
        painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft,
                         fontMetrics().elidedText(m_text, Qt::ElideRight, room.width()));
    }

  private:
    QString m_text, m_icon;
};

}  // namespace

ToastHost::ToastHost(QWidget* area, MessageLogModel* log) : QObject(area), m_area(area), m_log(log) {
    area->installEventFilter(this);
}

void ToastHost::show(const QString& text, const QString& iconName) {
    delete m_current;
    if (m_log != nullptr) m_log->add(ChipKind::Ok, text);
    // Beside the area, not in it: a page that comes to the front there would cover it.
    m_current = new Pill(layer(), m_area->width() - 2 * theme().px(16), text,
                         iconName.isEmpty() ? QStringLiteral("circle-check") : iconName);
    place();
    m_current->show();
    m_current->raise();
    m_since.start();
    QTimer::singleShot(shownMs, m_current, &QWidget::deleteLater);
}

void ToastHost::pageChanged() {
    if (m_current != nullptr && m_since.elapsed() > justNowMs) delete m_current;
}

bool ToastHost::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_area && event->type() == QEvent::Resize) place();
    return false;
}

QWidget* ToastHost::layer() const {
    return m_area->parentWidget() == nullptr ? m_area : m_area->parentWidget();
}

void ToastHost::place() {
    if (m_current == nullptr) return;
    const int margin = theme().px(14);
    int bottom = m_area->height();
    for (const auto* bar : m_area->findChildren<ActionBar*>())
        if (bar->isVisibleTo(m_area)) bottom = std::min(bottom, bar->mapTo(m_area, QPoint(0, 0)).y());
    const QPoint place(theme().px(16), bottom - m_current->height() - margin);
    m_current->move(layer() == m_area ? place : m_area->mapToParent(place));
}

}  // namespace simrs
