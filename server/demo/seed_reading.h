// SPDX-License-Identifier: GPL-3.0-or-later
// One master file while it is read, with every mistake named by its line and column.
#pragma once

#include <QFileInfo>
#include <QSet>
#include <array>

#include "common/base/text.h"
#include "server/demo/seed_files.h"
#include "server/demo/seed_rows.h"

namespace simrs {

/// One file while it is read: its rows, and where its problems go.
class FileReading {
  public:
    FileReading(const QString& path, QList<SeedProblem>& problems)
        : m_name(QFileInfo(path).fileName()), m_problems(problems) {
        Result<SeedRows> read = SeedRows::read(path);
        if (read) {
            m_rows = std::move(*read);
            return;
        }
        const int line = read.error().args.size() > 1 ? read.error().args[1].toInt() : 0;
        m_problems.append({m_name, line, {}, ErrorCode::FileUnreadable});
    }

    /// Columns that must be there; without them nothing is read.
    bool has(std::initializer_list<const char*> columns) {
        bool all = true;
        for (const char* column : columns) {
            if (m_rows.size() == 0 || m_rows.hasColumn(columnName(column))) continue;
            m_problems.append({m_name, 1, columnName(column), ErrorCode::FieldRequired});
            all = false;
        }
        return all;
    }

    /// Of a column that a file may leave out.
    bool brings(const char* column) const { return m_rows.hasColumn(columnName(column)); }

    qsizetype size() const { return m_rows.size(); }
    int line(qsizetype row) const { return m_rows.line(row); }
    void problem(qsizetype row, const char* column, ErrorCode code) {
        m_problems.append({m_name, m_rows.line(row), columnName(column), code});
    }

    QString text(qsizetype row, const char* column) const { return m_rows.text(row, columnName(column)); }

    /// A text that keeps the rules of an entity's field.
    template <auto Member>
    QString text(qsizetype row, const char* column) {
        QString value = text(row, column);
        const auto& rules = fieldOf<Member>().rules;
        if (rules.required && value.isEmpty()) problem(row, column, ErrorCode::FieldRequired);
        if (value.size() > rules.max) problem(row, column, ErrorCode::FieldTooLong);
        if (cleanLine(value) != value) problem(row, column, ErrorCode::FieldInvalid);
        return value;
    }

    /// Tells what a rule of the registration room says of a row, by the column it is about.
    void keep(qsizetype row, const Status& rule) {
        if (rule) return;
        const QString field = rule.error().args.value(0);
        problem(row, field == QLatin1String("closes_minute") ? "closes" : "letter", rule.error().code);
    }
    void keep(qsizetype row, const char* column, const Status& rule) {
        if (!rule) problem(row, column, rule.error().code);
    }

    bool flag(qsizetype row, const char* column) {
        QString value = text(row, column);
        if (value != QLatin1String("0") && value != QLatin1String("1"))
            problem(row, column, ErrorCode::FieldInvalid);
        return value == QLatin1String("1");
    }

    /// "HH:MM" as minutes; 23:59 and 24:00 mean the end of the day.
    qint64 minute(qsizetype row, const char* column) {
        const QStringList parts = text(row, column).split(QLatin1Char(':'));
        bool hourIsNumber = false;
        bool minuteIsNumber = false;
        const int hour = parts.value(0).toInt(&hourIsNumber);
        const int part = parts.value(1).toInt(&minuteIsNumber);
        const int all = hour * 60 + part;
        if (parts.size() != 2 || !hourIsNumber || !minuteIsNumber || hour < 0 || part < 0 || part > 59 ||
            all > kMinutesADay) {
            problem(row, column, ErrorCode::FieldInvalid);
            return 0;
        }
        return all == kMinutesADay - 1 ? kMinutesADay : all;
    }

    /// 2026-08-17; empty for none.
    QDate date(qsizetype row, const char* column) {
        const QString value = text(row, column);
        const QDate read = QDate::fromString(value, Qt::ISODate);
        if (!value.isEmpty() && !read.isValid()) problem(row, column, ErrorCode::FieldInvalid);
        return read;
    }

    template <class T, std::size_t N>
    T choice(qsizetype row, const char* column, const std::array<std::pair<const char*, T>, N>& choices) {
        QString value = text(row, column);
        for (const auto& [name, meaning] : choices) {
            if (value == QLatin1String(name)) return meaning;
        }
        problem(row, column, ErrorCode::FieldInvalid);
        return choices.front().second;
    }

    /// Codes are written in capitals and stand in a file once.
    template <auto Member>
    QString code(qsizetype row) {
        QString value = text<Member>(row, "code");
        if (value != value.toUpper()) problem(row, "code", ErrorCode::FieldInvalid);
        once(row, "code", value);
        return value;
    }
    void once(qsizetype row, const char* column, const QString& value) {
        if (m_codes.contains(value)) problem(row, column, ErrorCode::CodeTaken);
        m_codes.insert(value);
    }

  private:
    static constexpr int kMinutesADay = 24 * 60;
    static QString columnName(const char* name) { return QString::fromLatin1(name); }

    QString m_name;
    QList<SeedProblem>& m_problems;
    SeedRows m_rows;
    QSet<QString> m_codes;
};

}  // namespace simrs
