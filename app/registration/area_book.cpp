// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/area_book.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include "common/base/log.h"

namespace simrs {

QString AreaBook::defaultFile() {
    return QCoreApplication::applicationDirPath() + QStringLiteral("/../share/simrs/areas.z");
}

AreaBook::AreaBook(const QString& file, QObject* parent) : QObject(parent) {
    QThreadPool::globalInstance()->start([file, self = QPointer<AreaBook>(this)] {
        auto read = AreaList::load(file);
        auto list = read ? std::make_shared<const AreaList>(std::move(*read)) : nullptr;
        if (!list) log(LogLevel::Warning, "areas", QStringLiteral("no areas are proposed"), {{"file", file}});
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [self, list] {
                if (!self || !list) return;
                self->m_list = list;
                Q_EMIT self->ready();
            },
            Qt::QueuedConnection);
    });
}

QList<Suggestion> AreaBook::suggestions(const QString& typed) const {
    constexpr qsizetype kCityDigits = 4;
    if (!m_list) return {};
    if (m_home.isEmpty() && !m_city.isEmpty()) {
        const QList<Area> there = m_list->search(m_city, {}, 1);
        m_home = there.isEmpty() ? QStringLiteral("0") : there.first().code.left(kCityDigits);
    }
    QList<Suggestion> out;
    for (const Area& area : m_list->search(typed, m_home, kShown))
        out.append(
            {QStringList({area.village, area.district, area.city, area.province}).join(QStringLiteral(", ")),
             area.code});
    return out;
}

}  // namespace simrs
