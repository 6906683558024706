// SPDX-License-Identifier: GPL-3.0-or-later
// What both engines have in common: opening, errors, savepoints.
#include "common/store/database.h"

#include <QUrl>

#include "common/store/postgres_database.h"
#include "common/store/sqlite_database.h"
#include "common/store/wake_signal.h"

namespace simrs {

Error errorOf(const StoreFault& fault) {
    switch (fault.kind) {
        case StoreFault::Kind::Constraint:
            return {ErrorCode::ConstraintViolated, {}, fault.text};
        case StoreFault::Kind::Full:
            return {ErrorCode::StorageFailed, {}, fault.text};
        case StoreFault::Kind::Retry:
        case StoreFault::Kind::Lost:
        case StoreFault::Kind::TooSlow:
            return {ErrorCode::DatabaseUnavailable, {}, fault.text};
        case StoreFault::Kind::Other:
            break;
    }
    return {ErrorCode::Internal, {}, fault.text};
}

Result<DatabaseConfig> parseDatabaseUrl(const QString& url) {
    DatabaseConfig config;
    if (url.startsWith(QStringLiteral("sqlite:"))) {
        config.path = url.mid(7);
        if (config.path.isEmpty()) return fail(ErrorCode::ConfigInvalid, {QStringLiteral("database")});
        return config;
    }
    const QUrl parsed(url, QUrl::StrictMode);
    if (parsed.scheme() != QStringLiteral("postgresql") || parsed.host().isEmpty() ||
        parsed.path().size() < 2)
        return fail(ErrorCode::ConfigInvalid, {QStringLiteral("database")});
    config.engine = Engine::Postgres;
    config.host = parsed.host();
    config.port = parsed.port(5432);
    config.name = parsed.path().mid(1);
    config.user = parsed.userName();
    config.password = parsed.password();
    return config;
}

Result<std::unique_ptr<Database>> Database::open(const DatabaseConfig& config) {
    try {
        if (config.engine == Engine::Postgres) return std::make_unique<PostgresDatabase>(config);
        return std::make_unique<SqliteDatabase>(config);
    } catch (const StoreFault& fault) {
        return fail(ErrorCode::DatabaseUnavailable, {}, fault.text);
    }
}

void Database::awaitNews(const QString&, WakeSignal& wake, int ms) { wake.wait(ms); }

void Database::savepoint() { control(QStringLiteral("SAVEPOINT command")); }
void Database::releaseSavepoint() { control(QStringLiteral("RELEASE command")); }

void Database::rollbackToSavepoint() noexcept {
    try {
        control(QStringLiteral("ROLLBACK TO command"));
        control(QStringLiteral("RELEASE command"));
    } catch (const StoreFault&) {
        // The transaction is gone with its savepoint; the commit will say so.
    }
}

void Database::endRead() noexcept {
    try {
        control(QStringLiteral("ROLLBACK"));
    } catch (const StoreFault&) {
        // There was no transaction any more.
    }
}

}  // namespace simrs
