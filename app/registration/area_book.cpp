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
                if (!self) return;
                self->m_list = list;
                if (list)
                    Q_EMIT self->ready();
                else
                    Q_EMIT self->failed();
            },
            Qt::QueuedConnection);
    });
}

QString AreaBook::home() const {
    constexpr qsizetype kCityDigits = 4;
    if (m_home.isEmpty() && !m_city.isEmpty()) {
        const QList<Area> there = m_list->search(m_city, {}, 1);
        m_home = there.isEmpty() ? QStringLiteral("0") : there.first().code.left(kCityDigits);
    }
    return m_home;
}

QList<Suggestion> AreaBook::suggestions(const QString& typed) const {
    if (!m_list) return {};
    QList<Suggestion> out;
    for (const Area& area : m_list->search(typed, home(), kShown))
        out.append(
            {QStringList({area.village, area.district, area.city, area.province}).join(QStringLiteral(", ")),
             area.code});
    return out;
}

QList<Area> AreaBook::look(const QString& typed, int limit) const {
    if (!m_list) return {};
    QString digits = typed;
    digits.remove(QLatin1Char('.')).remove(QLatin1Char(' '));
    const QList<Area> coded = m_list->under(digits, limit);
    return coded.isEmpty() ? m_list->search(typed, home(), limit) : coded;
}

}  // namespace simrs
