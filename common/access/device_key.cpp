// SPDX-License-Identifier: GPL-3.0-or-later
// P-256 through OpenSSL's EVP interface.
#include "common/access/device_key.h"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <memory>

namespace simrs {
namespace {

struct Free {
    void operator()(EVP_PKEY* p) const { EVP_PKEY_free(p); }
    void operator()(EVP_MD_CTX* p) const { EVP_MD_CTX_free(p); }
    void operator()(BIO* p) const { BIO_free(p); }
};
using Key = std::unique_ptr<EVP_PKEY, Free>;
using Digest = std::unique_ptr<EVP_MD_CTX, Free>;
using Memory = std::unique_ptr<BIO, Free>;

constexpr int kMaxKeyBytes = 512;

const unsigned char* bytesOf(const QByteArray& array) {
    return reinterpret_cast<const unsigned char*>(array.constData());
}

std::size_t sizeOf(const QByteArray& array) { return static_cast<std::size_t>(array.size()); }

}  // namespace

Result<DeviceKey> makeDeviceKey() {
    const Key key(EVP_EC_gen("P-256"));
    const Memory out(BIO_new(BIO_s_mem()));
    if (!key || !out ||
        PEM_write_bio_PrivateKey(out.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1)
        return fail(ErrorCode::Internal, {}, QStringLiteral("cannot make a key"));
    char* text = nullptr;
    const long size = BIO_get_mem_data(out.get(), &text);
    DeviceKey made{QByteArray(text, static_cast<qsizetype>(size)), {}};
    unsigned char* der = nullptr;
    const int derSize = i2d_PUBKEY(key.get(), &der);
    if (derSize <= 0) return fail(ErrorCode::Internal, {}, QStringLiteral("cannot write a key"));
    made.publicDer = QByteArray(reinterpret_cast<char*>(der), derSize);
    OPENSSL_free(der);
    return made;
}

Result<QByteArray> signWithDeviceKey(const QByteArray& privatePem, const QByteArray& message) {
    const Memory in(BIO_new_mem_buf(privatePem.constData(), static_cast<int>(privatePem.size())));
    const Key key(PEM_read_bio_PrivateKey(in.get(), nullptr, nullptr, nullptr));
    const Digest digest(EVP_MD_CTX_new());
    std::size_t size = 0;
    if (!key || !digest || EVP_DigestSignInit(digest.get(), nullptr, EVP_sha256(), nullptr, key.get()) != 1 ||
        EVP_DigestSign(digest.get(), nullptr, &size, bytesOf(message), sizeOf(message)) != 1)
        return fail(ErrorCode::Internal, {}, QStringLiteral("cannot sign"));
    QByteArray signature(static_cast<qsizetype>(size), '\0');
    if (EVP_DigestSign(digest.get(), reinterpret_cast<unsigned char*>(signature.data()), &size,
                       bytesOf(message), sizeOf(message)) != 1)
        return fail(ErrorCode::Internal, {}, QStringLiteral("cannot sign"));
    signature.truncate(static_cast<qsizetype>(size));
    return signature;
}

bool deviceSignatureHolds(const QByteArray& publicDer, const QByteArray& message,
                          const QByteArray& signature) {
    if (publicDer.isEmpty() || publicDer.size() > kMaxKeyBytes || signature.size() > kMaxKeyBytes)
        return false;
    const unsigned char* from = bytesOf(publicDer);
    const Key key(d2i_PUBKEY(nullptr, &from, static_cast<long>(publicDer.size())));
    // Only P-256: a peer must not choose a weaker or a costlier kind of key.
    if (!key || EVP_PKEY_get_base_id(key.get()) != EVP_PKEY_EC || EVP_PKEY_get_bits(key.get()) != 256)
        return false;
    const Digest digest(EVP_MD_CTX_new());
    return digest && EVP_DigestVerifyInit(digest.get(), nullptr, EVP_sha256(), nullptr, key.get()) == 1 &&
           EVP_DigestVerify(digest.get(), bytesOf(signature), sizeOf(signature), bytesOf(message),
                            sizeOf(message)) == 1;
}

}  // namespace simrs
