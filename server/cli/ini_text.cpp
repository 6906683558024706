// SPDX-License-Identifier: GPL-3.0-or-later
// Reading the settings file.
#include "server/cli/ini_text.h"

#include <QHash>
#include <QStringList>

namespace simrs {

tl::expected<QList<IniEntry>, IniProblem> parseIni(const QString& text) {
    QList<IniEntry> entries;
    QHash<QString, int> seen;
    QString section;
    int number = 0;
    for (const QString& raw : text.split(QLatin1Char('\n'))) {
        ++number;
        const QString line = raw.trimmed();
        if (line.isEmpty() || line.startsWith(QLatin1Char('#')) || line.startsWith(QLatin1Char(';')))
            continue;
        if (line.startsWith(QLatin1Char('['))) {
            if (!line.endsWith(QLatin1Char(']')))
                return tl::unexpected(IniProblem{number, QStringLiteral("a section has no closing bracket")});
            section = line.mid(1, line.size() - 2).trimmed();
            continue;
        }
        const qsizetype equals = line.indexOf(QLatin1Char('='));
        if (equals < 1) return tl::unexpected(IniProblem{number, QStringLiteral("expected \"key = value\"")});
        const IniEntry entry{section, line.left(equals).trimmed(), line.mid(equals + 1).trimmed(), number};
        const QString name = entry.section + QLatin1Char('/') + entry.key;
        if (seen.contains(name)) {
            return tl::unexpected(IniProblem{
                number,
                QStringLiteral("\"%1\" stands on line %2 already").arg(entry.key).arg(seen.value(name))});
        }
        seen.insert(name, number);
        entries.append(entry);
    }
    return entries;
}

}  // namespace simrs
