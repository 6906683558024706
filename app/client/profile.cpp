// SPDX-License-Identifier: GPL-3.0-or-later
// Small files, for their owner only, replaced whole.
#include "app/client/profile.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <algorithm>

#include "app/client/pinning.h"
#include "common/base/log.h"
#include "common/hospital/hospital.h"
#include "common/store/cache_file.h"

namespace simrs {
namespace {

constexpr qint64 kSmallFileBytes = 64 * 1024;
/// How long a computer keeps its copy without a word from the server, and how often that is written down.
constexpr std::int64_t kLeaseMs = 30LL * 24 * 3600 * 1000;
constexpr std::int64_t kLeaseStepMs = 3600 * 1000;
constexpr auto kOwnerOnly = QFile::ReadOwner | QFile::WriteOwner;

Status makeFolder(const QString& folder) {
    if (!QDir().mkpath(folder)) return fail(ErrorCode::StorageFailed, {folder});
    if (!QFile::setPermissions(folder, kOwnerOnly | QFile::ExeOwner))
        return fail(ErrorCode::StorageFailed, {folder});
    return {};
}

Status writeFile(const QString& path, const QByteArray& bytes) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(kOwnerOnly) ||
        file.write(bytes) != bytes.size() || !file.commit())
        return fail(ErrorCode::StorageFailed, {QFileInfo(path).fileName()}, file.errorString());
    return {};
}

/// Nothing where there is no such file.
Result<QByteArray> readFile(const QString& path) {
    QFile file(path);
    if (!file.exists()) return QByteArray();
    if (!file.open(QIODevice::ReadOnly) || file.size() > kSmallFileBytes)
        return fail(ErrorCode::FileUnreadable, {QFileInfo(path).fileName()}, file.errorString());
    return file.readAll();
}

/// Errors: StorageFailed (args: the file) where one stays.
Status removeCache(const QString& folder) {
    QDir dir(folder);
    const QStringList files = dir.entryList({QStringLiteral("cache.db*")}, QDir::Files);
    for (const QString& file : files)
        if (!dir.remove(file)) return fail(ErrorCode::StorageFailed, {file});
    return {};
}

Result<QJsonObject> readObject(const QString& path) {
    SIMRS_ASSIGN(const QByteArray bytes, readFile(path));
    if (bytes.isEmpty()) return QJsonObject();
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    if (!document.isObject()) return fail(ErrorCode::FileUnreadable, {QFileInfo(path).fileName()});
    return document.object();
}

}  // namespace

// ---- profile
Result<std::unique_ptr<Profile>> Profile::open(const QString& folder) {
    SIMRS_TRY(makeFolder(folder));
    std::unique_ptr<Profile> profile(new Profile(folder));
    profile->m_lock = std::make_unique<QLockFile>(folder + QStringLiteral("/lock"));
    profile->m_lock->setStaleLockTime(0);
    if (!profile->m_lock->tryLock(0)) return fail(ErrorCode::StorageFailed, {QStringLiteral("locked")});
    SIMRS_ASSIGN(const QJsonObject kept, readObject(folder + QStringLiteral("/server.json")));
    PinnedServer& server = profile->m_server;
    server.host = kept.value(QStringLiteral("host")).toString();
    server.port = static_cast<quint16>(kept.value(QStringLiteral("port")).toInt(server.port));
    server.pin = normalPin(kept.value(QStringLiteral("pin")).toString());
    return profile;
}

Status Profile::keepServer(const PinnedServer& server) {
    if (server == m_server) return {};
    const QJsonObject object{{QStringLiteral("host"), server.host},
                             {QStringLiteral("port"), server.port},
                             {QStringLiteral("pin"), server.pin}};
    SIMRS_TRY(writeFile(m_folder + QStringLiteral("/server.json"), QJsonDocument(object).toJson()));
    m_server = server;
    return {};
}

QString Profile::seatFolder(const QString& pin) const {
    const QString name = QString(pin).remove(QLatin1Char(':')).toLower().left(16);
    return m_folder + QStringLiteral("/servers/") + name;
}

// ---- seat
Result<std::unique_ptr<Seat>> Seat::open(const QString& folder, const Clock& clock, Random& random) {
    SIMRS_TRY(makeFolder(folder));
    std::unique_ptr<Seat> seat(new Seat(folder));
    SIMRS_ASSIGN(seat->m_authorityPem, readFile(folder + QStringLiteral("/authority.pem")));
    SIMRS_TRY(seat->loadDevice());
    seat->m_outbox = std::make_unique<Outbox>(folder + QStringLiteral("/outbox.db"), clock, random);
    SIMRS_TRY(seat->m_outbox->open());
    SIMRS_TRY(seat->bindDevice(clock, random));
    if (seat->leaseIsOver(clock)) {
        log(LogLevel::Info, "profile", QStringLiteral("the cache's time is over"));
        SIMRS_TRY(removeCache(folder));
    }
    if (const Status opened = seat->openCache(clock, random); !opened) {
        // A full disk or a locked file says nothing about what is in it.
        const ErrorCode why = opened.error().code;
        if (why == ErrorCode::StorageFailed || why == ErrorCode::DatabaseUnavailable)
            return tl::unexpected<Error>(opened.error());
        // Only a copy of what the server has: better none than a wrong one.
        log(LogLevel::Warning, "profile", QStringLiteral("the cache is made anew"),
            {{"error", errorName(opened.error().code)}, {"detail", opened.error().detail}});
        SIMRS_TRY(seat->eraseCache(clock, random));
    }
    return seat;
}

bool Seat::leaseIsOver(const Clock& clock) const {
    return !m_cacheUntil.isNull() && std::max(clock.now().ms, m_serverTime.ms) > m_cacheUntil.ms;
}

Status Seat::renewLease(Instant serverTime) {
    if (serverTime.ms < m_serverTime.ms + kLeaseStepMs) return {};
    m_serverTime = serverTime;
    m_cacheUntil = Instant(serverTime.ms + kLeaseMs);
    return keepDevice();
}

Status Seat::keepCurrentAt(Instant at) {
    if (at == m_currentAt) return {};
    m_currentAt = at;
    return keepDevice();
}

Status Seat::eraseCache(const Clock& clock, Random& random) {
    closeCache();
    SIMRS_TRY(removeCache(m_folder));
    return openCache(clock, random);
}

Status Seat::bindDevice(const Clock& clock, Random& random) {
    const DeviceId owner = m_outbox->device();
    if (!owner.isNull() && owner == m_device) return {};
    if (!owner.isNull()) {
        // A strange outbox: its commands are another device's and stay untouched.
        log(LogLevel::Warning, "profile", QStringLiteral("the outbox belongs to another device"));
        return fail(ErrorCode::OutOfOrder, {QStringLiteral("device"), owner.toString()});
    }
    // An outbox made anew from a damaged one is still this device's; one that is simply gone is not.
    if (!m_outbox->isAdrift() || m_device.isNull()) SIMRS_TRY(makeDevice(clock, random));
    return m_outbox->bind(m_device);
}

Status Seat::openCache(const Clock& clock, Random& random) {
    SIMRS_ASSIGN(const CacheFile found, prepareCacheFile(cachePath()));
    if (found == CacheFile::Damaged || found == CacheFile::OtherFormat)
        log(LogLevel::Warning, "profile", QStringLiteral("the cache is made anew"),
            {{"damaged", found == CacheFile::Damaged ? QStringLiteral("yes") : QStringLiteral("no")}});
    if (found != CacheFile::Fits) SIMRS_TRY(keepCurrentAt({}));
    DatabaseConfig config;
    config.path = cachePath();
    m_cache = std::make_unique<Store>(config, StoreForm::Cache, Store::Services{clock, random});
    m_replica = std::make_unique<Replica>(*m_cache, hospitalEntities(), hospitalRequests());
    m_replica->setDevice(m_device, QStringLiteral("Asia/Jakarta"));
    return m_replica->open(m_outbox->unsettled());
}

void Seat::closeCache() {
    m_replica.reset();
    m_cache.reset();
}

Status Seat::loadDevice() {
    SIMRS_ASSIGN(const QJsonObject kept, readObject(m_folder + QStringLiteral("/device.json")));
    m_device = DeviceId(Uuid::fromString(kept.value(QStringLiteral("device")).toString()));
    m_key.privatePem = kept.value(QStringLiteral("private_key")).toString().toLatin1();
    m_cacheUntil = Instant(kept.value(QStringLiteral("cache_until")).toInteger());
    m_serverTime = Instant(kept.value(QStringLiteral("server_time")).toInteger());
    m_currentAt = Instant(kept.value(QStringLiteral("cache_current")).toInteger());
    m_key.publicDer = QByteArray::fromBase64(kept.value(QStringLiteral("public_key")).toString().toLatin1());
    return {};
}

Status Seat::makeDevice(const Clock& clock, Random& random) {
    m_device = DeviceId(Uuid::make(clock, random));
    SIMRS_ASSIGN(m_key, makeDeviceKey());
    return keepDevice();
}

Status Seat::keepDevice() const {
    const QJsonObject object{{QStringLiteral("device"), m_device.toString()},
                             {QStringLiteral("private_key"), QString::fromLatin1(m_key.privatePem)},
                             {QStringLiteral("public_key"), QString::fromLatin1(m_key.publicDer.toBase64())},
                             {QStringLiteral("cache_until"), qint64{m_cacheUntil.ms}},
                             {QStringLiteral("server_time"), qint64{m_serverTime.ms}},
                             {QStringLiteral("cache_current"), qint64{m_currentAt.ms}}};
    return writeFile(m_folder + QStringLiteral("/device.json"), QJsonDocument(object).toJson());
}

Status Seat::keepAuthority(const QByteArray& pem) {
    SIMRS_TRY(writeFile(m_folder + QStringLiteral("/authority.pem"), pem));
    m_authorityPem = pem;
    return {};
}

Status Seat::putAside() {
    m_outbox.reset();
    closeCache();
    return putFolderAside(m_folder, m_device.toString());
}

Status Seat::putFolderAside(const QString& folder, const QString& name) {
    const QString aside = folder + QStringLiteral("/old-") + name;
    SIMRS_TRY(makeFolder(aside));
    SIMRS_TRY(removeCache(folder));
    const QDir dir(folder);
    const QStringList files =
        dir.entryList({QStringLiteral("outbox.db*"), QStringLiteral("device.json")}, QDir::Files);
    for (const QString& file : files) {
        if (!QFile::rename(dir.filePath(file), aside + QLatin1Char('/') + file))
            return fail(ErrorCode::StorageFailed, {file});
    }
    return {};
}

}  // namespace simrs
