// SPDX-License-Identifier: GPL-3.0-or-later
// OpenSSL's keys and certificates with owners: making, reading and writing them. Only certificates.cpp uses
// it.
#pragma once

#include <openssl/evp.h>
#include <openssl/x509.h>

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <memory>

#include "common/base/clock.h"
#include "common/base/result.h"

namespace simrs::x509 {

struct Free {
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
    void operator()(X509* certificate) const { X509_free(certificate); }
};
using Key = std::unique_ptr<EVP_PKEY, Free>;
using Certificate = std::unique_ptr<X509, Free>;

struct Plan {
    QString commonName;
    /// Subject alternative names as `altName` gives them; an authority has none.
    QStringList altNames;
    /// 16 bytes.
    QByteArray serial;
    Instant from;
    Instant until;
    bool authority = false;
};

/// A new P-256 key.
Result<Key> makeKey();
/// A certificate of `key`, signed by `issuerKey`; without an issuer it signs itself.
Result<Certificate> make(const Plan& plan, EVP_PKEY* key, X509* issuer, EVP_PKEY* issuerKey);

QByteArray toPem(EVP_PKEY* key);
QByteArray toPem(X509* certificate);
/// The first key or certificate of the text, null when there is none. Never asks for a password.
Key keyFromPem(const QByteArray& pem);
Certificate certificateFromPem(const QByteArray& pem);

Instant expiryOf(X509* certificate);
/// True when `certificate` was signed by the key of `authority`.
bool isSignedBy(X509* certificate, X509* authority);
/// "DNS:name" or "IP:address" in its one spelling; empty when it is neither.
QString altName(const QString& typed);
QStringList altNamesOf(X509* certificate);
/// SHA-256 of the SubjectPublicKeyInfo.
QByteArray keyHashOf(X509* certificate);
/// OpenSSL's last words on this thread, for logs.
QString lastError();

}  // namespace simrs::x509
