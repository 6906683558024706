// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/csv/csv_writer.h"

#include <QDir>
#include <QFileInfo>
#include <algorithm>

namespace simrs {
namespace {

constexpr QChar kSeparator = u';';

/// "=1+1", "@SUM(…)": what stands in a name could run in a spreadsheet. "+62…" and "-5" are numbers.
bool looksLikeFormula(const QString& cell) {
    if (cell.isEmpty()) return false;
    const bool sign = cell.front() == u'+' || cell.front() == u'-';
    if (!sign) return QStringLiteral("=@\t\r").contains(cell.front());
    return cell.size() == 1 ||
           std::any_of(cell.begin() + 1, cell.end(), [](QChar c) { return !c.isDigit(); });
}

}  // namespace

QByteArray csvRow(const QStringList& cells) {
    QString row;
    for (const QString& cell : cells) {
        if (&cell != &cells.front()) row += kSeparator;
        QString text = looksLikeFormula(cell) || plainCell(cell) != cell ? u'\'' + cell : cell;
        const bool quoted = text.contains(kSeparator) || text.contains(u'"') || text.contains(u'\n') ||
                            text.contains(u'\r') || text.trimmed() != text;
        row += quoted ? u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"' : text;
    }
    return row.toUtf8() + "\r\n";
}

QString plainCell(const QString& cell) {
    if (!cell.startsWith(u'\'')) return cell;
    const QString rest = cell.mid(1);
    return looksLikeFormula(rest) || plainCell(rest) != rest ? rest : cell;
}

Status CsvWriter::begin(const QStringList& header) {
    QDir().mkpath(QFileInfo(m_file.fileName()).path());
    if (!m_file.open(QIODevice::WriteOnly) || m_file.write("\xef\xbb\xbf") != 3) return failed();
    return add(header);
}

Status CsvWriter::add(const QStringList& cells) {
    const QByteArray row = csvRow(cells);
    return m_file.write(row) == row.size() ? Status() : failed();
}

Status CsvWriter::finish() { return m_file.commit() ? Status() : failed(); }

}  // namespace simrs
