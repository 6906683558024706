// SPDX-License-Identifier: GPL-3.0-or-later
// Work on files beside the screen: done on another thread, its result brought back to this one.
#pragma once

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>
#include <memory>

namespace simrs {

/// `then` gets what `work` gave, on the thread of the screen; not at all when `context` is gone by then.
template <class Work, class Then>
void offThread(QObject* context, Work work, Then then) {
    QThreadPool::globalInstance()->start([held = QPointer<QObject>(context), work, then] {
        using Found = decltype(work());
        const auto found = std::make_shared<Found>(work());
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [held, found, then] {
                if (held) then(std::move(*found));
            },
            Qt::QueuedConnection);
    });
}

}  // namespace simrs
