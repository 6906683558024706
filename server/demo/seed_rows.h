// SPDX-License-Identifier: GPL-3.0-or-later
// Reading a seed file: comma separated, quoted as in RFC 4180, column names in the first row.
#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include "common/base/result.h"

namespace simrs {

/// Where the seed files stand inside the program.
inline const QString kSeedFolder = QStringLiteral(":/seed");

class SeedRows {
  public:
    /// Errors: FileUnreadable (args: file name, line; line 0 where the file itself cannot be read). A row
    /// must have as many values as the first one.
    static Result<SeedRows> read(const QString& path);
    static Result<SeedRows> parse(const QString& text, const QString& fileName);

    qsizetype size() const { return m_rows.size(); }
    bool hasColumn(const QString& column) const { return m_columns.contains(column); }
    /// The line of the file on which a row begins, from 1.
    int line(qsizetype row) const { return m_lines.at(row); }
    /// Empty where there is no such column.
    QString text(qsizetype row, const QString& column) const;
    int number(qsizetype row, const QString& column) const { return text(row, column).toInt(); }
    bool flag(qsizetype row, const QString& column) const { return text(row, column) == QLatin1String("1"); }

  private:
    QHash<QString, qsizetype> m_columns;
    QList<QStringList> m_rows;
    QList<int> m_lines;
};

}  // namespace simrs
