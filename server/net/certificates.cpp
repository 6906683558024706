// SPDX-License-Identifier: GPL-3.0-or-later
// Loads or makes the authority and the server's certificate. Each lives in one file that is replaced as a
// whole, so that a power cut leaves the old pair or the new one, never a key without its certificate.
#include "server/net/certificates.h"

#include <openssl/ssl.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include "common/base/log.h"
#include "common/base/random.h"
#include "server/net/x509.h"

namespace simrs {
namespace {

constexpr std::int64_t kDayMs = 86'400'000;
constexpr std::int64_t kAuthorityDays = 3653;
constexpr std::int64_t kServerDays = 365;
constexpr std::int64_t kRenewDays = 30;
/// Certificates are dated back a day for clients whose clock is behind.
constexpr std::int64_t kBackdateMs = kDayMs;
constexpr int kSerialBytes = 16;
constexpr qint64 kMaxFileBytes = 64 * 1024;
constexpr QFile::Permissions kOwnerOnly = QFile::ReadOwner | QFile::WriteOwner;

struct Pair {
    x509::Key key;
    x509::Certificate certificate;
};

Instant later(Instant from, std::int64_t days) { return Instant(from.ms + days * kDayMs); }

Status writePrivate(const QString& path, const QByteArray& content) {
    QSaveFile file(path);
    const bool good = file.open(QIODevice::WriteOnly) && file.setPermissions(kOwnerOnly) &&
                      file.write(content) == content.size() && file.commit();
    if (!good) return fail(ErrorCode::StorageFailed, {path}, file.errorString());
    return {};
}

Result<QByteArray> readPrivate(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return fail(ErrorCode::FileUnreadable, {path}, file.errorString());
    const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup |
                                      QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    if (file.permissions() & others) {
        log(LogLevel::Warning, "net", QStringLiteral("a key file was open to others; closed it"),
            {{"file", path}});
        if (!file.setPermissions(kOwnerOnly)) return fail(ErrorCode::StorageFailed, {path});
    }
    return file.read(kMaxFileBytes);
}

Result<Pair> makePair(const x509::Plan& plan, const Pair* issuer) {
    SIMRS_ASSIGN(x509::Key key, x509::makeKey());
    SIMRS_ASSIGN(x509::Certificate made,
                 x509::make(plan, key.get(), issuer ? issuer->certificate.get() : nullptr,
                            issuer ? issuer->key.get() : nullptr));
    return Pair{std::move(key), std::move(made)};
}

Result<Pair> loadPair(const QString& path) {
    SIMRS_ASSIGN(const QByteArray pem, readPrivate(path));
    Pair pair{x509::keyFromPem(pem), x509::certificateFromPem(pem)};
    const bool good =
        pair.key && pair.certificate && X509_check_private_key(pair.certificate.get(), pair.key.get());
    if (!good) return fail(ErrorCode::FileUnreadable, {path}, x509::lastError());
    return pair;
}

/// Why the server's certificate must be made anew; empty when it may stay.
QString reasonToRenew(const Pair& server, const Pair& authority, const QStringList& wanted, Instant now) {
    if (!x509::isSignedBy(server.certificate.get(), authority.certificate.get())) {
        return QStringLiteral("it is not of this authority");
    }
    if (x509::expiryOf(server.certificate.get()) < later(now, kRenewDays))
        return QStringLiteral("it expires soon");
    const QStringList held = x509::altNamesOf(server.certificate.get());
    for (const QString& name : wanted) {
        if (!held.contains(name)) return QStringLiteral("it lacks the name ") + name;
    }
    return QString();
}

Result<QStringList> altNames(const QStringList& typed) {
    QStringList found;
    const QStringList standard{QStringLiteral("simrs-server"), QStringLiteral("localhost"),
                               QStringLiteral("127.0.0.1")};
    for (const QString& name : standard + typed) {
        const QString alt = x509::altName(name);
        if (alt.isEmpty()) return fail(ErrorCode::ConfigInvalid, {name}, QStringLiteral("not a host name"));
        if (!found.contains(alt)) found += alt;
    }
    return found;
}

}  // namespace

struct Certificates::Impl {
    Pair authority;
    Pair server;
    bool madeAuthority = false;
    bool madeServer = false;

    Status openAuthority(const QString& path, Instant now, Random& random);
    Status openServer(const QString& path, const QStringList& names, Instant now, Random& random);
    Status makeServer(const QString& path, const QStringList& names, Instant now, Random& random);
};

Status Certificates::Impl::openAuthority(const QString& path, Instant now, Random& random) {
    if (QFileInfo::exists(path)) {
        SIMRS_ASSIGN(authority, loadPair(path));
        if (x509::expiryOf(authority.certificate.get()) <= now) {
            return fail(ErrorCode::ConfigInvalid, {path}, QStringLiteral("the authority has expired"));
        }
        return {};
    }
    x509::Plan plan;
    plan.commonName = QStringLiteral("SIMRS hospital authority");
    plan.serial = random.bytes(kSerialBytes);
    plan.from = Instant(now.ms - kBackdateMs);
    plan.until = later(now, kAuthorityDays);
    plan.authority = true;
    SIMRS_ASSIGN(authority, makePair(plan, nullptr));
    madeAuthority = true;
    return writePrivate(path, x509::toPem(authority.key.get()) + x509::toPem(authority.certificate.get()));
}

Status Certificates::Impl::openServer(const QString& path, const QStringList& names, Instant now,
                                      Random& random) {
    if (!QFileInfo::exists(path)) return makeServer(path, names, now, random);
    Result<Pair> loaded = loadPair(path);
    const QString reason = loaded ? reasonToRenew(*loaded, authority, names, now) : loaded.error().detail;
    if (loaded && reason.isEmpty()) {
        server = std::move(*loaded);
        return {};
    }
    log(LogLevel::Info, "net", QStringLiteral("the server's certificate is made anew"), {{"reason", reason}});
    return makeServer(path, names, now, random);
}

Status Certificates::Impl::makeServer(const QString& path, const QStringList& names, Instant now,
                                      Random& random) {
    x509::Plan plan;
    plan.commonName = QStringLiteral("simrs-server");
    plan.altNames = names;
    plan.serial = random.bytes(kSerialBytes);
    plan.from = Instant(now.ms - kBackdateMs);
    plan.until = std::min(later(now, kServerDays), x509::expiryOf(authority.certificate.get()));
    SIMRS_ASSIGN(server, makePair(plan, &authority));
    madeServer = true;
    return writePrivate(path, x509::toPem(server.key.get()) + x509::toPem(server.certificate.get()) +
                                  x509::toPem(authority.certificate.get()));
}

Certificates::Certificates(std::shared_ptr<const Impl> impl) : m_impl(std::move(impl)) {}

Result<Certificates> Certificates::open(const QString& folder, const QStringList& names, const Clock& clock,
                                        Random& random) {
    SIMRS_ASSIGN(const QStringList wanted, altNames(names));
    if (!QFileInfo::exists(folder)) {
        if (!QDir().mkpath(folder)) return fail(ErrorCode::StorageFailed, {folder});
        QFile::setPermissions(folder, kOwnerOnly | QFile::ExeOwner);
    }
    const QDir dir(folder);
    const Instant now = clock.now();
    auto impl = std::make_shared<Impl>();
    SIMRS_TRY(impl->openAuthority(dir.filePath(QStringLiteral("ca.pem")), now, random));
    SIMRS_TRY(impl->openServer(dir.filePath(QStringLiteral("server.pem")), wanted, now, random));
    return Certificates(std::move(impl));
}

QString Certificates::fingerprint() const {
    const QByteArray hash = x509::keyHashOf(m_impl->authority.certificate.get());
    return QString::fromLatin1(hash.toHex(':')).toUpper();
}

QByteArray Certificates::authorityPem() const { return x509::toPem(m_impl->authority.certificate.get()); }
Instant Certificates::serverExpires() const { return x509::expiryOf(m_impl->server.certificate.get()); }
bool Certificates::madeAuthority() const { return m_impl->madeAuthority; }
bool Certificates::madeServer() const { return m_impl->madeServer; }

Status Certificates::install(ssl_ctx_st* context) const {
    const bool good = SSL_CTX_use_certificate(context, m_impl->server.certificate.get()) == 1 &&
                      SSL_CTX_use_PrivateKey(context, m_impl->server.key.get()) == 1 &&
                      SSL_CTX_add1_chain_cert(context, m_impl->authority.certificate.get()) == 1 &&
                      SSL_CTX_check_private_key(context) == 1;
    if (!good) return fail(ErrorCode::ConfigInvalid, {QStringLiteral("certificate")}, x509::lastError());
    return {};
}

}  // namespace simrs
