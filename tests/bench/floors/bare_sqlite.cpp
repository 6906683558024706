// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/floors/bare_sqlite.h"

#include <sqlite3.h>

#include <QFile>
#include <QStringList>
#include <chrono>
#include <memory>
#include <vector>

#include "tests/bench/bench_options.h"
#include "tests/bench/cpu_time.h"

namespace simrs::bench {
namespace {

constexpr int kValuesAStatement = 900;

struct Closer {
    void operator()(sqlite3* file) const { sqlite3_close_v2(file); }
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    void operator()(sqlite3_value* value) const { sqlite3_value_free(value); }
};
using File = std::unique_ptr<sqlite3, Closer>;
using Statement = std::unique_ptr<sqlite3_stmt, Closer>;
using Value = std::unique_ptr<sqlite3_value, Closer>;

File openFile(const QString& path) {
    sqlite3* file = nullptr;
    if (sqlite3_open(path.toUtf8().constData(), &file) != SQLITE_OK) giveUp(path);
    return File(file);
}

void run(const File& file, const QString& sql) {
    if (sqlite3_exec(file.get(), sql.toUtf8().constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
        giveUp(QString::fromUtf8(sqlite3_errmsg(file.get())));
}

Statement prepare(const File& file, const QString& sql) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(file.get(), sql.toUtf8().constData(), -1, &statement, nullptr) != SQLITE_OK)
        giveUp(QString::fromUtf8(sqlite3_errmsg(file.get())));
    return Statement(statement);
}

File emptyFile(const QString& path) {
    for (const char* tail : {"", "-wal", "-shm"}) QFile::remove(path + QLatin1String(tail));
    File file = openFile(path);
    run(file, QStringLiteral("PRAGMA journal_mode=WAL"));
    run(file, QStringLiteral("PRAGMA synchronous=FULL"));
    return file;
}

/// One table's rows, in memory.
struct Table {
    QString name;
    int columns = 0;
    std::vector<Value> values;  // Row by row.
};

Table readTable(const File& file, const QString& name) {
    Table table;
    table.name = name;
    const Statement all = prepare(file, QStringLiteral("SELECT * FROM \"%1\"").arg(name));
    table.columns = sqlite3_column_count(all.get());
    while (sqlite3_step(all.get()) == SQLITE_ROW)
        for (int i = 0; i < table.columns; ++i)
            table.values.emplace_back(sqlite3_value_dup(sqlite3_column_value(all.get(), i)));
    return table;
}

QString insertOf(const Table& table, std::size_t rows) {
    const QString one = u'(' + QStringList(table.columns, QStringLiteral("?")).join(u',') + u')';
    return QStringLiteral("INSERT INTO \"%1\" VALUES %2")
        .arg(table.name, QStringList(static_cast<qsizetype>(rows), one).join(u','));
}

void writeTable(const File& file, const Table& table) {
    const auto columns = static_cast<std::size_t>(table.columns);
    const std::size_t atOnce = std::max<std::size_t>(1, kValuesAStatement / columns);
    const std::size_t rows = table.values.size() / columns;
    Statement statement;
    std::size_t prepared = 0;
    for (std::size_t done = 0; done < rows;) {
        const std::size_t now = std::min(atOnce, rows - done);
        if (now != prepared) statement = prepare(file, insertOf(table, now));
        prepared = now;
        for (std::size_t i = 0; i < now * columns; ++i)
            sqlite3_bind_value(statement.get(), static_cast<int>(i + 1),
                               table.values[done * columns + i].get());
        if (sqlite3_step(statement.get()) != SQLITE_DONE)
            giveUp(QString::fromUtf8(sqlite3_errmsg(file.get())));
        sqlite3_reset(statement.get());
        done += now;
    }
}

QStringList texts(const File& file, const QString& sql) {
    QStringList found;
    const Statement all = prepare(file, sql);
    while (sqlite3_step(all.get()) == SQLITE_ROW)
        found.append(QString::fromUtf8(reinterpret_cast<const char*>(sqlite3_column_text(all.get(), 0))));
    return found;
}

}  // namespace

double bareCommitSeconds(const QString& folder, int bytes, int commits) {
    const File file = emptyFile(folder + QStringLiteral("/bare_commit.db"));
    run(file, QStringLiteral("CREATE TABLE entry (id INTEGER PRIMARY KEY, payload BLOB)"));
    const Statement insert = prepare(file, QStringLiteral("INSERT INTO entry (payload) VALUES (?)"));
    const QByteArray payload(bytes, 'x');
    const auto began = std::chrono::steady_clock::now();
    for (int i = 0; i < commits; ++i) {
        sqlite3_bind_blob(insert.get(), 1, payload.constData(), bytes, SQLITE_STATIC);
        if (sqlite3_step(insert.get()) != SQLITE_DONE) giveUp(QString::fromUtf8(sqlite3_errmsg(file.get())));
        sqlite3_reset(insert.get());
    }
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count() / commits;
}

BareCopy bareInsert(const QString& from, const QString& folder) {
    const File source = openFile(from);
    const File target = emptyFile(folder + QStringLiteral("/bare_insert.db"));
    // Ordinary tables; the index of words is left out, which makes the floor the lower one.
    const QString ordinary = QStringLiteral(
        "FROM sqlite_master m JOIN pragma_table_list t ON t.name = m.tbl_name AND t.type = 'table' AND "
        "t.schema = 'main' WHERE m.sql NOT NULL AND m.name NOT LIKE 'sqlite_%' AND m.name NOT LIKE "
        "'%_search_words' AND m.type = '%1'");
    for (const char* kind : {"table", "index"})
        for (const QString& sql :
             texts(source, QStringLiteral("SELECT m.sql ") + ordinary.arg(QLatin1String(kind))))
            run(target, sql);
    std::vector<Table> tables;
    for (const QString& name :
         texts(source, QStringLiteral("SELECT m.name ") + ordinary.arg(QStringLiteral("table"))))
        tables.push_back(readTable(source, name));
    BareCopy copy;
    const double before = ownCpuSeconds();
    run(target, QStringLiteral("BEGIN"));
    for (const Table& table : tables) {
        writeTable(target, table);
        copy.rows += static_cast<qint64>(table.values.size()) / table.columns;
    }
    run(target, QStringLiteral("COMMIT"));
    copy.cpuSeconds = ownCpuSeconds() - before;
    return copy;
}

}  // namespace simrs::bench
