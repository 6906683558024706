// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/driver.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QPainter>
#include <QPushButton>
#include <QTimer>
#include <QWindow>
#include <cstdio>

#include "app/kit/kit_style.h"
#include "app/kit/theme.h"

// Qt's own entry for key events from outside, exported for its test library: unlike an event sent to a widget
// it goes through shortcuts, popups and the focus.
QT_BEGIN_NAMESPACE
Q_GUI_EXPORT void qt_handleKeyEvent(QWindow* window, QEvent::Type type, int key,
                                    Qt::KeyboardModifiers modifiers, const QString& text = QString(),
                                    bool isRepeat = false, ushort count = 1);
QT_END_NAMESPACE

namespace simrs {

Driver::Driver(MainWindow& window, QString folder, std::function<QString(const QString&, int)> nameOf)
    : m_window(window), m_folder(std::move(folder)), m_nameOf(std::move(nameOf)) {}

void Driver::run(TourSteps steps, std::function<void(bool)> ended) {
    m_steps = std::move(steps);
    m_ended = std::move(ended);
    if (!QDir().mkpath(m_folder)) {
        std::fprintf(stderr, "cannot make the folder %s\n", qPrintable(m_folder));
        return later(0);
    }
    m_at = 0;
    begin();
}

void Driver::begin() {
    m_acted = false;
    m_settled = false;
    m_failure.clear();
    m_since.start();
    later(0);
}

void Driver::later(int ms) { QTimer::singleShot(ms, this, &Driver::look); }

void Driver::look() {
    if (m_at < 0) return finish(false);
    const TourStep& step = m_steps.at(m_at);
    // Without a window manager nobody hands the keyboard back when a question goes.
    if (QGuiApplication::focusWindow() == nullptr && m_since.elapsed() < step.deadlineMs) {
        m_window.activateWindow();
        return later(lookMs);
    }
    if (!m_acted) {
        m_acted = true;
        later(lookMs);  // before acting: a question that the keys bring up runs its own event loop
        if (step.act) step.act(*this);
        return;
    }
    const bool done = m_failure.isEmpty() && (!step.done || step.done(*this));
    if (!m_failure.isEmpty() || (!done && m_since.elapsed() > step.deadlineMs)) return finish(false);
    if (!done) return later(lookMs);
    if (!step.picture.isEmpty() && !m_settled) {
        m_settled = true;
        return later(settleMs);
    }
    if (!step.picture.isEmpty() && !save(m_nameOf(step.picture, ++m_pictures))) return finish(false);
    if (++m_at == m_steps.size()) return finish(true);
    begin();
}

void Driver::finish(bool good) {
    if (!good && m_at >= 0) {
        const TourStep& step = m_steps.at(m_at);
        const QWidget* focus = QApplication::focusWidget();
        std::fprintf(stderr, "step %d failed: %s: %s (page %s, focus in %s)\n", m_at + 1,
                     qPrintable(step.name),
                     qPrintable(m_failure.isEmpty() ? QStringLiteral("not seen in time") : m_failure),
                     qPrintable(m_window.currentPage()),
                     qPrintable(focus == nullptr ? QString() : focus->objectName()));
        save(m_nameOf(QStringLiteral("FAILED"), ++m_pictures));
    }
    if (m_ended) m_ended(good);
}

/// The window with the questions and menus that stand in front of it.
bool Driver::save(const QString& name) const {
    QPixmap picture = m_window.grab();
    QPainter painter(&picture);
    for (QWidget* other : QApplication::topLevelWidgets()) {
        if (other == &m_window || !other->isVisible() || !other->isWindow()) continue;
        const QPoint at = m_window.mapFromGlobal(other->mapToGlobal(QPoint(0, 0)));
        painter.drawPixmap(at, other->grab());
        painter.setPen(theme().border);  // the edge that a window manager would give it
        painter.drawRect(QRect(at, other->size()).adjusted(-1, -1, 0, 0));
    }
    painter.end();
    const QString path = QDir(m_folder).filePath(name + QStringLiteral(".png"));
    if (picture.save(path)) return true;
    std::fprintf(stderr, "cannot write %s\n", qPrintable(path));
    return false;
}

void Driver::press(int key, Qt::KeyboardModifiers modifiers) {
    QWindow* target = QGuiApplication::focusWindow();
    if (target == nullptr) target = m_window.windowHandle();
    const bool plain = !(modifiers & (Qt::ControlModifier | Qt::AltModifier));
    const QString text = plain && key < 0x80 ? QString(QChar(key)) : QString();
    qt_handleKeyEvent(target, QEvent::KeyPress, key, modifiers, text);
    qt_handleKeyEvent(QGuiApplication::focusWindow() != nullptr ? QGuiApplication::focusWindow() : target,
                      QEvent::KeyRelease, key, modifiers, text);
}

void Driver::type(const QString& text) {
    for (const QChar letter : text) {
        QWindow* target = QGuiApplication::focusWindow();
        if (target == nullptr) target = m_window.windowHandle();
        const int key = letter.unicode() < 0x80 ? letter.toUpper().unicode() : int(Qt::Key_unknown);
        const Qt::KeyboardModifiers shift = letter.isUpper() ? Qt::ShiftModifier : Qt::NoModifier;
        qt_handleKeyEvent(target, QEvent::KeyPress, key, shift, QString(letter));
        qt_handleKeyEvent(target, QEvent::KeyRelease, key, shift, QString(letter));
    }
}

QWidget* Driver::find(const QString& name) const {
    for (QWidget* top : QApplication::topLevelWidgets())
        for (QWidget* widget : top->findChildren<QWidget*>(name))
            if (widget->isVisible()) return widget;
    return nullptr;
}

bool Driver::isIn(const QString& name) const {
    for (const QWidget* at = QApplication::focusWidget(); at != nullptr; at = at->parentWidget())
        if (at->objectName() == name) return true;
    return false;
}

bool Driver::isAsked() const { return qobject_cast<QDialog*>(QApplication::activeModalWidget()) != nullptr; }

void Driver::agree() {
    const QWidget* question = QApplication::activeModalWidget();
    if (question == nullptr) return fail(QStringLiteral("nothing is asked"));
    for (QPushButton* button : question->findChildren<QPushButton*>()) {
        if (!button->property(buttonKindProperty).isValid()) continue;  // the way back is a plain button
        button->setFocus(Qt::TabFocusReason);
        return press(Qt::Key_Space);
    }
}

void Driver::go(const QString& name) {
    QWidget* widget = find(name);
    if (widget == nullptr) return fail(QStringLiteral("there is no %1 on the screen").arg(name));
    widget->setFocus(Qt::TabFocusReason);
}

}  // namespace simrs
