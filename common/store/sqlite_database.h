// SPDX-License-Identifier: GPL-3.0-or-later
// The embedded engine, through SQLite's own interface: Qt SQL describes every column of every statement anew
// each time it runs, which took most of the time of the small statements that a cache consists of.
#pragma once

#include <memory>
#include <unordered_map>

#include "common/store/database.h"

struct sqlite3;
struct sqlite3_stmt;

namespace simrs {

class SqliteDatabase final : public Database {
  public:
    explicit SqliteDatabase(const DatabaseConfig& config);  ///< Throws StoreFault.
    ~SqliteDatabase() override = default;

    void query(const QString& sql, const QVariantList& values,
               const std::function<void(const Row&)>& each) override;
    void queryOnce(const QString& sql, const QVariantList& values,
                   const std::function<void(const Row&)>& each) override;
    int execute(const QString& sql, const QVariantList& values) override;
    void later(const QString& sql, const QVariantList& values) override;
    void executeText(const QString& sql) override;
    void control(const QString& sql) override;
    void begin() override;
    int beginWith(const QString& sql, const QVariantList& values) override;
    void commit() override;
    void rollback() noexcept override;

  private:
    struct Closer {
        void operator()(sqlite3* file) const;
        void operator()(sqlite3_stmt* statement) const;
    };
    struct TextHash {
        std::size_t operator()(const QString& text) const { return qHash(text); }
    };
    using Statement = std::unique_ptr<sqlite3_stmt, Closer>;

    Statement prepare(const QString& sql);
    sqlite3_stmt* prepared(const QString& sql);
    void run(sqlite3_stmt* statement, const QVariantList& values,
             const std::function<void(const Row&)>& each);
    [[noreturn]] void fault();

    std::unique_ptr<sqlite3, Closer> m_file;
    std::unordered_map<QString, Statement, TextHash> m_prepared;
};

}  // namespace simrs
