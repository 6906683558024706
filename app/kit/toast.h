// SPDX-License-Identifier: GPL-3.0-or-later
// Short news that something went well: a dark pill at the bottom left, above the action bar, for four
// seconds. Errors are never toasts; they stand where the person has to act.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QString>

class QWidget;

namespace simrs {

class MessageLogModel;

class ToastHost final : public QObject {
    Q_OBJECT
  public:
    static constexpr int shownMs = 4000;
    static constexpr int justNowMs = 500;  ///< A page tells its news, then opens the next.

    /// Shows toasts at the bottom left of `area`, above its visible ActionBar if it has one, and writes them
    /// to `log`, which may be null.
    ToastHost(QWidget* area, MessageLogModel* log);

    /// A second toast takes the place of the first. `iconName` empty means the check mark.
    void show(const QString& text, const QString& iconName = {});
    /// The person goes on to something else: news of before goes away; those of just now stay.
    void pageChanged();
    /// The pill on the screen, or null.
    QWidget* current() const { return m_current; }

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    QWidget* layer() const;
    void place();

    QWidget* m_area;
    MessageLogModel* m_log;
    QPointer<QWidget> m_current;
    QElapsedTimer m_since;
};

}  // namespace simrs
