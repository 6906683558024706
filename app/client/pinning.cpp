// SPDX-License-Identifier: GPL-3.0-or-later
// Keys and signatures of certificates.
#include "app/client/pinning.h"

#include <openssl/x509.h>

#include <QCryptographicHash>
#include <QStringList>
#include <memory>

namespace simrs {
namespace {

struct FreeCertificate {
    void operator()(X509* certificate) const { X509_free(certificate); }
};
using CertificatePointer = std::unique_ptr<X509, FreeCertificate>;

CertificatePointer parsed(const QByteArray& der) {
    auto bytes = reinterpret_cast<const unsigned char*>(der.constData());
    return CertificatePointer(d2i_X509(nullptr, &bytes, static_cast<long>(der.size())));
}

QString inPairs(const QByteArray& hex) {
    QStringList pairs;
    for (qsizetype i = 0; i < hex.size(); i += 2) pairs.append(QString::fromLatin1(hex.mid(i, 2)));
    return pairs.join(QLatin1Char(':'));
}

}  // namespace

QString keyFingerprint(const QByteArray& certificateDer) {
    const CertificatePointer certificate = parsed(certificateDer);
    if (!certificate) return {};
    unsigned char* key = nullptr;
    const int size = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate.get()), &key);
    if (size <= 0) return {};
    const QByteArray hash = QCryptographicHash::hash(QByteArrayView(reinterpret_cast<const char*>(key), size),
                                                     QCryptographicHash::Sha256);
    OPENSSL_free(key);
    return inPairs(hash.toHex().toUpper());
}

QString normalPin(const QString& typed) {
    QString digits = typed.simplified();
    digits.remove(QLatin1Char(':')).remove(QLatin1Char(' '));
    const QByteArray bytes = QByteArray::fromHex(digits.toLatin1());
    return digits.size() == 64 && bytes.size() == 32 ? inPairs(bytes.toHex().toUpper()) : QString();
}

bool isSignedBy(const QByteArray& certificateDer, const QByteArray& authorityDer) {
    const CertificatePointer certificate = parsed(certificateDer);
    const CertificatePointer authority = parsed(authorityDer);
    if (!certificate || !authority) return false;
    EVP_PKEY* key = X509_get0_pubkey(authority.get());
    return key && X509_verify(certificate.get(), key) == 1;
}

}  // namespace simrs
