// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/languages.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace simrs {

Languages::~Languages() {
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_toolkit);
}

void Languages::use(const QString& code) {
    m_current = code == QLatin1String("en") ? code : QStringLiteral("id");
    QLocale::setDefault(m_current == QLatin1String("en") ? QLocale(QLocale::English, QLocale::UnitedKingdom)
                                                         : QLocale(QLocale::Indonesian, QLocale::Indonesia));
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_toolkit);
    if (m_toolkit.load(QStringLiteral("qtbase_") + m_current,
                       QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_toolkit);
    if (m_own.load(QStringLiteral(":/i18n/simrs_%1.qm").arg(m_current)))
        QCoreApplication::installTranslator(&m_own);
}

}  // namespace simrs
