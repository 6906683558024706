// SPDX-License-Identifier: GPL-3.0-or-later
// The embedded engine, through Qt SQL.
#pragma once

#include <QSqlDatabase>
#include <QSqlQuery>
#include <unordered_map>

#include "common/store/database.h"

namespace simrs {

class SqliteDatabase final : public Database {
  public:
    explicit SqliteDatabase(const DatabaseConfig& config);  ///< Throws StoreFault.
    ~SqliteDatabase() override;

    void query(const QString& sql, const QVariantList& values,
               const std::function<void(const Row&)>& each) override;
    void queryOnce(const QString& sql, const QVariantList& values,
                   const std::function<void(const Row&)>& each) override;
    int execute(const QString& sql, const QVariantList& values) override;
    void later(const QString& sql, const QVariantList& values) override;
    void executeText(const QString& sql) override;
    void begin() override;
    int beginWith(const QString& sql, const QVariantList& values) override;
    void commit() override;
    void rollback() noexcept override;

  private:
    struct TextHash {
        std::size_t operator()(const QString& text) const { return qHash(text); }
    };
    QSqlQuery& run(const QString& sql, const QVariantList& values);
    [[noreturn]] void fault(const QSqlQuery& query);
    void close();

    QString m_name;  // Of Qt's connection.
    QSqlDatabase m_db;
    std::unordered_map<QString, std::unique_ptr<QSqlQuery>, TextHash> m_prepared;
};

}  // namespace simrs
