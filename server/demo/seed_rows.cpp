// SPDX-License-Identifier: GPL-3.0-or-later
// Reading a seed file.
#include "server/demo/seed_rows.h"

#include <QFile>
#include <QFileInfo>

namespace simrs {
namespace {

struct Cells {
    QList<QStringList> rows;
    QList<int> lines;  ///< on which each row begins
};

/// One pass over the text; quotes may hold commas, line ends and doubled quotes.
Cells cellsOf(const QString& text) {
    Cells out;
    QStringList row;
    QString cell;
    bool quoted = false;
    bool any = false;
    int line = 1;
    int firstLine = 1;
    const auto endRow = [&] {
        row.append(cell);
        if (any) {
            out.rows.append(row);
            out.lines.append(firstLine);
        }
        row.clear();
        cell.clear();
        any = false;
        firstLine = line;
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c == QLatin1Char('\n')) ++line;
        if (quoted) {
            const bool doubled =
                c == QLatin1Char('"') && i + 1 < text.size() && text.at(i + 1) == QLatin1Char('"');
            if (doubled) ++i;
            if (c == QLatin1Char('"') && !doubled)
                quoted = false;
            else
                cell.append(c);
        } else if (c == QLatin1Char('"')) {
            quoted = any = true;
        } else if (c == QLatin1Char(',')) {
            row.append(cell);
            cell.clear();
            any = true;
        } else if (c == QLatin1Char('\n')) {
            endRow();
        } else if (c != QLatin1Char('\r')) {
            cell.append(c);
            any = true;
        }
    }
    endRow();
    return out;
}

}  // namespace

Result<SeedRows> SeedRows::read(const QString& path) {
    QFile file(path);
    const QString name = QFileInfo(path).fileName();
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::FileUnreadable, {name, QStringLiteral("0")}, file.errorString());
    }
    QString text = QString::fromUtf8(file.readAll());
    // Spreadsheets write a byte order mark.
    if (text.startsWith(QChar(QChar::ByteOrderMark))) text.remove(0, 1);
    return parse(text, name);
}

Result<SeedRows> SeedRows::parse(const QString& text, const QString& fileName) {
    const Cells read = cellsOf(text);
    const QList<QStringList>& cells = read.rows;
    if (cells.isEmpty()) return fail(ErrorCode::FileUnreadable, {fileName, QStringLiteral("1")});
    SeedRows out;
    for (qsizetype i = 0; i < cells.first().size(); ++i)
        out.m_columns.insert(cells.first().at(i).trimmed(), i);
    for (qsizetype line = 1; line < cells.size(); ++line) {
        if (cells.at(line).size() != cells.first().size()) {
            return fail(ErrorCode::FileUnreadable, {fileName, QString::number(read.lines.at(line))});
        }
        out.m_rows.append(cells.at(line));
        out.m_lines.append(read.lines.at(line));
    }
    return out;
}

QString SeedRows::text(qsizetype row, const QString& column) const {
    const auto at = m_columns.constFind(column);
    return at == m_columns.constEnd() ? QString() : m_rows.at(row).at(*at).trimmed();
}

}  // namespace simrs
