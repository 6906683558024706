// SPDX-License-Identifier: GPL-3.0-or-later
// Walks through the real window as a person at the keyboard would, and leaves pictures: for the tour and the
// shots. Steps wait for what must be on the screen, with a deadline; nothing sleeps.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <functional>

#include "app/shell/main_window.h"

namespace simrs {

class Driver;

struct TourStep {
    QString name;                       ///< What happens: "sign in".
    std::function<void(Driver&)> act;   ///< Presses keys. May be empty.
    std::function<bool(Driver&)> done;  ///< Seen on the screen; empty: at once.
    QString picture = {};               ///< File name without number and ending; empty: no picture.
    int deadlineMs = 15'000;
};
using TourSteps = QList<TourStep>;

class Driver final : public QObject {
    Q_OBJECT
  public:
    static constexpr int lookMs = 25;     ///< Between two looks at the screen.
    static constexpr int settleMs = 120;  ///< From "done" to the picture: skeletons and carets come to rest.

    /// `nameOf` makes a file name (without ending) of a picture and its number from 1 on.
    Driver(MainWindow& window, QString folder, std::function<QString(const QString&, int)> nameOf);

    /// `ended` is told once whether every step succeeded; what failed stands on stderr and in a picture.
    void run(TourSteps steps, std::function<void(bool)> ended);

    MainWindow& window() { return m_window; }
    /// To the window that has the keyboard, through shortcuts and all.
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void type(const QString& text);
    /// The visible widget of this name in the page in front, a dialog or the window; null when there is none.
    QWidget* find(const QString& name) const;
    template <class W>
    W* find(const QString& name) const {
        return qobject_cast<W*>(find(name));
    }
    /// Whether the keyboard is in this widget, or below it.
    bool isIn(const QString& name) const;
    /// Whether a question stands in front of the window.
    bool isAsked() const;
    /// Presses the action of the question, not its way back.
    void agree();
    /// Focus to a widget by its name, as a mouse would.
    void go(const QString& name);
    /// The step cannot go on.
    void fail(const QString& why) { m_failure = why; }

  private:
    void look();
    void later(int ms);
    void begin();
    void finish(bool good);
    bool save(const QString& name) const;

    MainWindow& m_window;
    QString m_folder;
    std::function<QString(const QString&, int)> m_nameOf;
    TourSteps m_steps;
    std::function<void(bool)> m_ended;
    int m_at = -1;
    int m_pictures = 0;
    bool m_acted = false;
    bool m_settled = false;
    QString m_failure;
    QElapsedTimer m_since;
};

}  // namespace simrs
