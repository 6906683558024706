// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/store/cache_file.h"

#include <QFile>
#include <QFileInfo>

#include "common/store/sqlite_database.h"
#include "common/store/sqlite_pages.h"

namespace simrs {
namespace {

/// Read whole in a fraction of a second. What is wrong with a larger one shows when it is used.
constexpr qint64 kCheckedBytes = 64 * 1024 * 1024;

Status makeFile(const QString& path) {
    QFile file(path);
    if (file.exists() ||
        file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner))
        return {};
    return fail(ErrorCode::StorageFailed, {QFileInfo(path).fileName()}, file.errorString());
}

int number(Database& db, const QString& sql) {
    int value = 0;
    db.query(sql, {}, [&](const Row& row) { value = row.value(0).toInt(); });
    return value;
}

Result<CacheFile> lookInto(const QString& path) {
    DatabaseConfig config;
    config.path = path;
    try {
        SqliteDatabase db(config);
        const bool isEmpty = number(db, QStringLiteral("SELECT count(*) FROM sqlite_master")) == 0;
        if (isEmpty) {
            db.executeText(QStringLiteral("PRAGMA user_version = %1").arg(kCacheFormat));
            return CacheFile::New;
        }
        if (number(db, QStringLiteral("PRAGMA user_version")) != kCacheFormat) return CacheFile::OtherFormat;
        bool whole = true;
        if (QFileInfo(path).size() <= kCheckedBytes)
            db.query(QStringLiteral("PRAGMA quick_check(1)"), {},
                     [&](const Row& row) { whole = row.value(0).toString() == QLatin1String("ok"); });
        return whole ? CacheFile::Fits : CacheFile::Damaged;
    } catch (const StoreFault& fault) {
        if (isDamage(fault)) return CacheFile::Damaged;
        return tl::unexpected<Error>(errorOf(fault));
    }
}

}  // namespace

Result<CacheFile> prepareCacheFile(const QString& path) {
    SIMRS_TRY(makeFile(path));
    SIMRS_ASSIGN(const CacheFile found, lookInto(path));
    if (found == CacheFile::New || found == CacheFile::Fits) return found;
    SIMRS_TRY(removeSqliteFile(path));
    SIMRS_TRY(makeFile(path));
    SIMRS_ASSIGN(const CacheFile made, lookInto(path));
    return made == CacheFile::New
               ? Result<CacheFile>(found)
               : Result<CacheFile>(fail(ErrorCode::StorageFailed, {QFileInfo(path).fileName()}));
}

}  // namespace simrs
