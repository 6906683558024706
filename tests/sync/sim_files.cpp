// SPDX-License-Identifier: GPL-3.0-or-later
// Databases in memory, their faults, their copies.
#include "tests/sync/sim_files.h"

#include <algorithm>

namespace simrs::sim {
namespace {

/// Tables with rows of their own, parents before children. What a search index keeps follows by triggers, and
/// what a file says of its schema stays.
QStringList tablesOf(Database& file) {
    QStringList tables;
    file.query(QStringLiteral("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE "
                              "'%!_search%' ESCAPE '!' AND name <> 'schema_version' ORDER BY rowid"),
               {}, [&](const Row& row) { tables.append(row.value(0).toString()); });
    return tables;
}

void emptyAll(Database& file) {
    QStringList tables = tablesOf(file);
    std::reverse(tables.begin(), tables.end());
    file.begin();
    for (const QString& table : tables) file.execute(QStringLiteral("DELETE FROM ") + table);
    file.commit();
}

}  // namespace

std::unique_ptr<Database> FilePool::take(const QString& name) {
    auto& free = m_free[name];
    if (!free.empty()) {
        auto file = std::move(free.back());
        free.pop_back();
        return file;
    }
    DatabaseConfig config;
    config.path = QStringLiteral(":memory:");
    auto made = Database::open(config);
    if (!made) qFatal("simulator: no file: %s", qPrintable(made.error().detail));
    return std::move(*made);
}

void FilePool::give(const QString& name, std::unique_ptr<Database> file) {
    emptyAll(*file);
    m_free[name].push_back(std::move(file));
}

SimFiles::~SimFiles() {
    for (auto& [name, file] : m_closed) m_pool.give(name, std::move(file));
}

Database* SimFiles::file(const QString& name) const {
    const auto found = m_open.find(name);
    return found == m_open.end() ? nullptr : found->second;
}

Backup SimFiles::backup(const QString& name) const {
    Backup backup;
    Database& from = *m_open.at(name);
    for (const QString& table : tablesOf(from)) {
        int columns = 0;
        from.query(QStringLiteral("SELECT count(*) FROM pragma_table_info(?)"), {table},
                   [&](const Row& row) { columns = row.value(0).toInt(); });
        QList<QVariantList> rows;
        from.query(QStringLiteral("SELECT * FROM %1 ORDER BY rowid").arg(table), {}, [&](const Row& row) {
            QVariantList values;
            for (int i = 0; i < columns; ++i) values.append(row.value(i));
            rows.append(values);
        });
        backup.tables.append({table, rows});
    }
    return backup;
}

void SimFiles::restore(const QString& name, const Backup& backup) {
    Database& to = *m_open.at(name);
    // A file that leads to another may come before it.
    to.executeText(QStringLiteral("PRAGMA foreign_keys = OFF"));
    emptyAll(to);
    to.begin();
    // SQLite keeps its own table of last numbers: a row may be there already by the time it is put back.
    for (const auto& [table, rows] : backup.tables) {
        for (const QVariantList& values : rows) {
            const QStringList marks(values.size(), QStringLiteral("?"));
            to.execute(QStringLiteral("INSERT INTO %1 VALUES (%2)").arg(table, marks.join(QLatin1Char(','))),
                       values);
        }
    }
    to.commit();
    to.executeText(QStringLiteral("PRAGMA foreign_keys = ON"));
}

void SimFiles::beforeCommit() {
    if (m_paused) return;
    if (m_fullIn > 0 && --m_fullIn == 0) m_full = true;
    m_wasFull = m_wasFull || m_full;
    if (m_full) throw StoreFault{StoreFault::Kind::Full, {}, QStringLiteral("disk full"), {}};
    if (m_cutIn == 0 || --m_cutIn > 0) return;
    if (m_before) throw PowerCut();
    m_cutAfter = true;
}

void SimFiles::afterCommit() {
    if (std::exchange(m_cutAfter, false)) throw PowerCut();
}

std::unique_ptr<Database> SimFiles::open(const DatabaseConfig& config) {
    const auto kept = m_closed.extract(config.path);
    auto file = kept ? std::move(kept.mapped()) : m_pool.take(config.path);
    m_open[config.path] = file.get();
    return file;
}

void SimFiles::closed(const DatabaseConfig& config, std::unique_ptr<Database> file) {
    m_open.erase(config.path);
    m_closed[config.path] = std::move(file);
}

}  // namespace simrs::sim
