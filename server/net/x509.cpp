// SPDX-License-Identifier: GPL-3.0-or-later
// Certificates by OpenSSL's C interface. Times come from the caller, so that tests can make them old.
#include "server/net/x509.h"

#include <arpa/inet.h>
#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/sha.h>
#include <openssl/x509v3.h>

#include <QRegularExpression>
#include <array>
#include <ctime>

namespace simrs::x509 {
namespace {

struct FreeRest {
    void operator()(BIO* bio) const { BIO_free(bio); }
    void operator()(X509_EXTENSION* extension) const { X509_EXTENSION_free(extension); }
    void operator()(GENERAL_NAMES* names) const { GENERAL_NAMES_free(names); }
    void operator()(BIGNUM* number) const { BN_free(number); }
};
using Bio = std::unique_ptr<BIO, FreeRest>;

QByteArray contentOf(BIO* bio) {
    char* bytes = nullptr;
    const long size = BIO_get_mem_data(bio, &bytes);
    return size > 0 ? QByteArray(bytes, static_cast<qsizetype>(size)) : QByteArray();
}

Bio bioOf(const QByteArray& bytes) {
    return Bio(BIO_new_mem_buf(bytes.constData(), static_cast<int>(bytes.size())));
}

// Without it OpenSSL asks for the password of an encrypted key on the terminal.
int noPassword(char*, int, int, void*) { return 0; }

bool setSerial(X509* certificate, const QByteArray& serial) {
    // Positive and not zero, as RFC 5280 wants it.
    QByteArray bytes = serial.isEmpty() ? QByteArray(1, '\1') : serial;
    bytes[0] = static_cast<char>((bytes[0] & 0x3f) | 0x40);
    const auto* data = reinterpret_cast<const unsigned char*>(bytes.constData());
    const std::unique_ptr<BIGNUM, FreeRest> number(BN_bin2bn(data, static_cast<int>(bytes.size()), nullptr));
    return number && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)) != nullptr;
}

bool setName(X509* certificate, const QString& commonName) {
    const QByteArray text = commonName.toUtf8();
    return X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate), "CN", MBSTRING_UTF8,
                                      reinterpret_cast<const unsigned char*>(text.constData()),
                                      static_cast<int>(text.size()), -1, 0) == 1;
}

bool addExtension(X509* certificate, X509* issuer, int nid, const QByteArray& value) {
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const std::unique_ptr<X509_EXTENSION, FreeRest> extension(
        X509V3_EXT_nconf_nid(nullptr, &context, nid, value.constData()));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

bool addExtensions(X509* certificate, X509* issuer, const Plan& plan) {
    const bool ca = plan.authority;
    bool good = addExtension(certificate, issuer, NID_subject_key_identifier, "hash") &&
                addExtension(certificate, issuer, NID_authority_key_identifier, "keyid") &&
                addExtension(certificate, issuer, NID_basic_constraints,
                             ca ? "critical,CA:TRUE,pathlen:0" : "critical,CA:FALSE") &&
                addExtension(certificate, issuer, NID_key_usage,
                             ca ? "critical,keyCertSign,cRLSign" : "critical,digitalSignature");
    if (!ca) good = good && addExtension(certificate, issuer, NID_ext_key_usage, "serverAuth");
    if (!plan.altNames.isEmpty()) {
        const QByteArray names = plan.altNames.join(QLatin1Char(',')).toLatin1();
        good = good && addExtension(certificate, issuer, NID_subject_alt_name, names);
    }
    return good;
}

QString addressText(const unsigned char* bytes, int size) {
    std::array<char, INET6_ADDRSTRLEN> text{};
    const int family = size == 4 ? AF_INET : AF_INET6;
    if (size != 4 && size != 16) return QString();
    if (!inet_ntop(family, bytes, text.data(), text.size())) return QString();
    return QString::fromLatin1(text.data());
}

}  // namespace

QString lastError() {
    const unsigned long code = ERR_peek_last_error();
    ERR_clear_error();
    if (code == 0) return QString();
    std::array<char, 256> text{};
    ERR_error_string_n(code, text.data(), text.size());
    return QString::fromLatin1(text.data());
}

Result<Key> makeKey() {
    Key key(EVP_EC_gen("P-256"));
    if (!key) return fail(ErrorCode::Internal, {}, lastError());
    return key;
}

Result<Certificate> make(const Plan& plan, EVP_PKEY* key, X509* issuer, EVP_PKEY* issuerKey) {
    Certificate made(X509_new());
    X509* const signer = issuer ? issuer : made.get();
    const bool good = made && X509_set_version(made.get(), 2) == 1 && setSerial(made.get(), plan.serial) &&
                      ASN1_TIME_set(X509_getm_notBefore(made.get()), plan.from.ms / 1000) &&
                      ASN1_TIME_set(X509_getm_notAfter(made.get()), plan.until.ms / 1000) &&
                      X509_set_pubkey(made.get(), key) == 1 && setName(made.get(), plan.commonName) &&
                      X509_set_issuer_name(made.get(), X509_get_subject_name(signer)) == 1 &&
                      addExtensions(made.get(), signer, plan) &&
                      X509_sign(made.get(), issuer ? issuerKey : key, EVP_sha256()) > 0;
    if (!good) return fail(ErrorCode::Internal, {}, lastError());
    return made;
}

QByteArray toPem(EVP_PKEY* key) {
    const Bio bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_PKCS8PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
    return contentOf(bio.get());
}

QByteArray toPem(X509* certificate) {
    const Bio bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(bio.get(), certificate);
    return contentOf(bio.get());
}

Key keyFromPem(const QByteArray& pem) {
    return Key(PEM_read_bio_PrivateKey(bioOf(pem).get(), nullptr, noPassword, nullptr));
}

Certificate certificateFromPem(const QByteArray& pem) {
    return Certificate(PEM_read_bio_X509(bioOf(pem).get(), nullptr, noPassword, nullptr));
}

Instant expiryOf(X509* certificate) {
    std::tm time{};
    if (ASN1_TIME_to_tm(X509_get0_notAfter(certificate), &time) != 1) return Instant();
    return Instant(static_cast<std::int64_t>(timegm(&time)) * 1000);
}

bool isSignedBy(X509* certificate, X509* authority) {
    const bool good = X509_verify(certificate, X509_get0_pubkey(authority)) == 1;
    ERR_clear_error();
    return good;
}

QString altName(const QString& typed) {
    const QByteArray text = typed.trimmed().toLatin1();
    std::array<unsigned char, 16> address{};
    if (inet_pton(AF_INET, text.constData(), address.data()) == 1) {
        return QStringLiteral("IP:") + addressText(address.data(), 4);
    }
    if (inet_pton(AF_INET6, text.constData(), address.data()) == 1) {
        return QStringLiteral("IP:") + addressText(address.data(), 16);
    }
    // The characters are narrow because the names travel through OpenSSL's configuration syntax.
    static const QRegularExpression host(
        QStringLiteral("^[a-z0-9]([a-z0-9-]{0,62})(\\.[a-z0-9][a-z0-9-]{0,62})*$"));
    const QString name = typed.trimmed().toLower();
    return name.size() <= 253 && host.match(name).hasMatch() ? QStringLiteral("DNS:") + name : QString();
}

QStringList altNamesOf(X509* certificate) {
    const std::unique_ptr<GENERAL_NAMES, FreeRest> names(
        static_cast<GENERAL_NAMES*>(X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr)));
    QStringList found;
    for (int i = 0; names && i < sk_GENERAL_NAME_num(names.get()); ++i) {
        const GENERAL_NAME* name = sk_GENERAL_NAME_value(names.get(), i);
        if (name->type != GEN_DNS && name->type != GEN_IPADD) continue;
        const ASN1_STRING* value = name->type == GEN_DNS ? name->d.dNSName : name->d.iPAddress;
        const unsigned char* bytes = ASN1_STRING_get0_data(value);
        const int size = ASN1_STRING_length(value);
        found += name->type == GEN_DNS ? QStringLiteral("DNS:") +
                                             QString::fromLatin1(reinterpret_cast<const char*>(bytes), size)
                                       : QStringLiteral("IP:") + addressText(bytes, size);
    }
    return found;
}

QByteArray keyHashOf(X509* certificate) {
    unsigned char* der = nullptr;
    const int size = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate), &der);
    if (size <= 0) return QByteArray();
    QByteArray hash(SHA256_DIGEST_LENGTH, '\0');
    SHA256(der, static_cast<std::size_t>(size), reinterpret_cast<unsigned char*>(hash.data()));
    OPENSSL_free(der);
    return hash;
}

}  // namespace simrs::x509
