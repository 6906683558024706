// SPDX-License-Identifier: GPL-3.0-or-later
// The blocking client; time limits are the socket's own (SO_RCVTIMEO).
#include "tests/net/tls_client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <QCryptographicHash>
#include <array>
#include <csignal>

#include "common/base/limits.h"

namespace simrs::test {
namespace {

struct Free {
    void operator()(SSL_CTX* context) const { SSL_CTX_free(context); }
    void operator()(SSL* ssl) const { SSL_free(ssl); }
    void operator()(X509* certificate) const { X509_free(certificate); }
    void operator()(SSL_SESSION* session) const { SSL_SESSION_free(session); }
};

void setTimeout(int descriptor, int option, int ms) {
    const timeval time{ms / 1000, (ms % 1000) * 1000};
    setsockopt(descriptor, SOL_SOCKET, option, &time, sizeof(time));
}

QString fingerprintOf(X509* certificate) {
    unsigned char* der = nullptr;
    const int size = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate), &der);
    const QByteArray bytes(reinterpret_cast<const char*>(der), size);
    OPENSSL_free(der);
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex(':'))
        .toUpper();
}

QByteArray bytesOf(SSL_SESSION* session) {
    QByteArray bytes(i2d_SSL_SESSION(session, nullptr), '\0');
    auto* out = reinterpret_cast<unsigned char*>(bytes.data());
    i2d_SSL_SESSION(session, &out);
    return bytes;
}

int openPlain(quint16 port, int receiveBuffer) {
    const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (receiveBuffer > 0) {
        setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &receiveBuffer, sizeof(receiveBuffer));
    }
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) == 0)
        return descriptor;
    ::close(descriptor);
    return -1;
}

}  // namespace

struct TlsClient::Impl {
    std::unique_ptr<SSL_CTX, Free> context;
    std::unique_ptr<SSL, Free> ssl;
    int descriptor = -1;
    FrameReader reader{limits::kFrameReplyBytes};
    QByteArray session;
    bool ended = false;
    bool orderly = false;

    bool prepare(const TlsOptions& options);
    bool pinHolds(const QString& pin) const;
    Status fill(int timeoutMs);
};

TlsClient::TlsClient() : m_impl(std::make_unique<Impl>()) { std::signal(SIGPIPE, SIG_IGN); }
TlsClient::~TlsClient() { close(); }

bool TlsClient::Impl::prepare(const TlsOptions& options) {
    context.reset(SSL_CTX_new(TLS_client_method()));
    if (options.oldTls) SSL_CTX_set_max_proto_version(context.get(), TLS1_2_VERSION);
    SSL_CTX_set_session_cache_mode(context.get(), SSL_SESS_CACHE_CLIENT | SSL_SESS_CACHE_NO_INTERNAL_STORE);
    SSL_CTX_sess_set_new_cb(context.get(), [](SSL* peer, SSL_SESSION* made) {
        static_cast<Impl*>(SSL_get_app_data(peer))->session = bytesOf(made);
        return 0;
    });
    ssl.reset(SSL_new(context.get()));
    SSL_set_app_data(ssl.get(), this);
    SSL_set_tlsext_host_name(ssl.get(), "simrs-server");
    if (!options.session.isEmpty()) {
        const auto* bytes = reinterpret_cast<const unsigned char*>(options.session.constData());
        const std::unique_ptr<SSL_SESSION, Free> old(
            d2i_SSL_SESSION(nullptr, &bytes, options.session.size()));
        if (!old || SSL_set_session(ssl.get(), old.get()) != 1) return false;
    }
    return SSL_set_fd(ssl.get(), descriptor) == 1;
}

// A resumed session was pinned when it was made; the server then sends no certificates.
bool TlsClient::Impl::pinHolds(const QString& pin) const {
    if (pin.isEmpty() || SSL_session_reused(ssl.get()) == 1) return true;
    const std::unique_ptr<X509, Free> leaf(SSL_get1_peer_certificate(ssl.get()));
    STACK_OF(X509)* chain = SSL_get_peer_cert_chain(ssl.get());
    for (int i = 0; leaf && chain && i < sk_X509_num(chain); ++i) {
        X509* const one = sk_X509_value(chain, i);
        if (fingerprintOf(one) == pin) return X509_verify(leaf.get(), X509_get0_pubkey(one)) == 1;
    }
    return false;
}

Status TlsClient::connect(const TlsOptions& options) {
    m_impl->descriptor = openPlain(options.port, options.receiveBuffer);
    if (m_impl->descriptor < 0) return fail(ErrorCode::NotConnected, {}, QStringLiteral("refused"));
    setTimeout(m_impl->descriptor, SO_RCVTIMEO, options.timeoutMs);
    setTimeout(m_impl->descriptor, SO_SNDTIMEO, options.timeoutMs);
    ERR_clear_error();
    if (!m_impl->prepare(options) || SSL_connect(m_impl->ssl.get()) != 1) {
        return fail(ErrorCode::NotConnected, {}, QStringLiteral("no handshake"));
    }
    if (!m_impl->pinHolds(options.pin)) return fail(ErrorCode::PinMismatch);
    return {};
}

Status TlsClient::send(FrameKind kind, QByteArrayView payload) { return sendRaw(encodeFrame(kind, payload)); }

Status TlsClient::sendRaw(QByteArrayView bytes) {
    if (!m_impl->ssl) return fail(ErrorCode::NotConnected);
    ERR_clear_error();
    std::size_t written = 0;
    const int good =
        SSL_write_ex(m_impl->ssl.get(), bytes.data(), static_cast<std::size_t>(bytes.size()), &written);
    if (good != 1) return fail(ErrorCode::NotConnected, {}, QStringLiteral("cannot write"));
    return {};
}

Status TlsClient::Impl::fill(int timeoutMs) {
    if (ended || !ssl) return fail(ErrorCode::NotConnected);
    setTimeout(descriptor, SO_RCVTIMEO, std::max(timeoutMs, 1));
    std::array<char, 16 * 1024> chunk;
    std::size_t size = 0;
    ERR_clear_error();
    const int good = SSL_read_ex(ssl.get(), chunk.data(), chunk.size(), &size);
    if (good == 1) {
        reader.feed(QByteArrayView(chunk.data(), static_cast<qsizetype>(size)));
        return {};
    }
    const int why = SSL_get_error(ssl.get(), good);
    if (why == SSL_ERROR_WANT_READ) return fail(ErrorCode::TimedOut);
    ended = true;
    orderly = why == SSL_ERROR_ZERO_RETURN;
    return fail(ErrorCode::NotConnected);
}

Result<Frame> TlsClient::receive(int timeoutMs) {
    for (;;) {
        SIMRS_ASSIGN(std::optional<Frame> frame, m_impl->reader.next());
        if (frame) return std::move(*frame);
        SIMRS_TRY(m_impl->fill(timeoutMs));
    }
}

bool TlsClient::awaitEnd(int timeoutMs) {
    for (;;) {
        const Result<Frame> frame = receive(timeoutMs);
        if (!frame) return frame.error().code != ErrorCode::TimedOut;
    }
}

bool TlsClient::endedOrderly() const { return m_impl->orderly; }

void TlsClient::halfClose() {
    SSL_shutdown(m_impl->ssl.get());
    ::shutdown(m_impl->descriptor, SHUT_WR);
}

void TlsClient::close() {
    m_impl->ssl.reset();
    if (m_impl->descriptor >= 0) ::close(m_impl->descriptor);
    m_impl->descriptor = -1;
}

bool TlsClient::resumed() const { return SSL_session_reused(m_impl->ssl.get()) == 1; }
QByteArray TlsClient::session() const { return m_impl->session; }
int TlsClient::descriptor() const { return m_impl->descriptor; }

int connectPlain(quint16 port) { return openPlain(port, 0); }

bool awaitPlainEnd(int descriptor, int timeoutMs) {
    setTimeout(descriptor, SO_RCVTIMEO, timeoutMs);
    std::array<char, 4096> chunk;
    for (;;) {
        const ssize_t size = ::recv(descriptor, chunk.data(), chunk.size(), 0);
        if (size == 0) return true;
        if (size < 0) return errno != EAGAIN && errno != EWOULDBLOCK;
    }
}

}  // namespace simrs::test
