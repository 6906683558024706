// SPDX-License-Identifier: GPL-3.0-or-later
// Everything in which the two engines differ, in one place: types, options, errors, introspection, search.
#pragma once

#include <QString>
#include <QStringList>

#include "common/entity/field.h"
#include "common/store/database.h"

namespace simrs::dialect {

QString columnType(Engine engine, FieldType type);
QString autoNumber(Engine engine);  ///< A column type that counts up by itself, and the primary key.
/// A column type that counts up by itself; on SQLite that can only be the primary key.
QString runningNumber(Engine engine);
/// In an INSERT, between columns and VALUES, where such a column is given a number; and what makes it count
/// on behind the last one.
QString withGivenNumbers(Engine engine);
QStringList countOn(Engine engine, const QString& table, qint64 last);
/// Gives a row for each table of the database.
QString anyTable(Engine engine);
/// What comes before the numbering of the feed, so that one numbers at a time, and after it, so that who
/// listens to kFeedChannel hears of it. SQLite has one writer and no listeners.
QStringList feedTurn(Engine engine);
QStringList feedNews(Engine engine);
inline constexpr char kFeedChannel[] = "simrs_feed";
QStringList openingStatements(const DatabaseConfig& config);
/// For the transaction of a bulk load: it takes as long as it takes.
QStringList bulkStatements(Engine engine);
QString beginStatement(Engine engine, bool readOnly);
StoreFault::Kind postgresFault(const QString& state);  ///< By SQLSTATE.
StoreFault::Kind sqliteFault(int code);                ///< By SQLite's extended result code.
/// Gives one row a column: its name, for each column of table `?`.
QString columnsOfTable(Engine engine);
QString literal(const QVariant& value);  ///< PostgreSQL text form of a bound value.
/// Statements that make `column` of `table` searchable by word prefixes, and keep a dictionary of its words.
QStringList searchIndex(Engine engine, const QString& table, const QString& column);
QStringList dropSearchIndex(Engine engine, const QString& table);
/// Statements that take in the rows that were there before the index was.
QStringList fillSearchIndex(Engine engine, const QString& table);
/// A condition "every group has a word that begins with one of its alternatives", and its values.
struct SearchCondition {
    QString sql;
    QVariantList values;
    /// So few rows are to be expected that no other index is worth reading beside it.
    bool narrow = false;
};
SearchCondition searchCondition(Engine engine, const QString& table, const QString& column,
                                const QList<QStringList>& words);
/// A statement that gives those of some words that are in the dictionary, or begin a word of it.
struct WordsQuestion {
    QString sql;
    QVariantList values;
};
WordsQuestion wordsQuestion(Engine engine, const QString& table, const QStringList& words, bool beginnings);
QString lockClause(Engine engine);  ///< Appended to a SELECT whose row will be changed.
/// Appended to a SELECT whose row nobody may change until the commit.
QString steadyClause(Engine engine);

}  // namespace simrs::dialect
