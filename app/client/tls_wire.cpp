// SPDX-License-Identifier: GPL-3.0-or-later
// The only sockets of the client.
#include "app/client/tls_wire.h"

#include <QNetworkProxy>
#include <QPointer>
#include <QSslConfiguration>
#include <QSslSocket>
#include <algorithm>

#include "app/client/pinning.h"
#include "common/base/limits.h"

namespace simrs {
namespace {

const QString kPeerName = QStringLiteral("simrs-server");
constexpr qint64 kReadBufferBytes = 1024 * 1024;

QSslConfiguration configuration(QSslSocket::PeerVerifyMode mode, const QList<QSslCertificate>& authorities) {
    QSslConfiguration made;
    made.setProtocol(QSsl::TlsV1_3);
    made.setPeerVerifyMode(mode);
    made.setCaCertificates(authorities);
    made.setSslOption(QSsl::SslOptionDisableSessionPersistence, true);
    return made;
}

/// The chain's authority: what signed the server's certificate, as the server itself sent it.
QByteArray authorityIn(const QList<QSslCertificate>& chain) {
    for (const QSslCertificate& certificate : chain) {
        if (certificate.isSelfSigned() && isSignedBy(chain.first().toDer(), certificate.toDer()))
            return certificate.toDer();
    }
    return {};
}

bool isAboutTime(const QSslError& error) {
    return error.error() == QSslError::CertificateExpired ||
           error.error() == QSslError::CertificateNotYetValid;
}

}  // namespace

TlsWire::TlsWire(WireListener& listener) : m_listener(listener), m_deadline(this) {
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] { end({ErrorCode::TimedOut, {}, {}}); });
}

TlsWire::~TlsWire() { drop(); }

void TlsWire::open(const PinnedServer& server, const QByteArray& authorityPem, int timeoutMs) {
    m_server = server;
    m_mayLearn = true;
    const QList<QSslCertificate> kept = QSslCertificate::fromData(authorityPem, QSsl::Pem);
    m_authorityDer = kept.isEmpty() ? QByteArray() : kept.first().toDer();
    const bool known = !m_authorityDer.isEmpty() && keyFingerprint(m_authorityDer) == m_server.pin;
    m_deadline.start(timeoutMs);
    begin(known ? Step::Verify : Step::Learn);
}

void TlsWire::begin(Step step) {
    drop();
    m_tlsErrors.clear();
    m_reader = FrameReader(limits::kFrameReplyBytes);
    auto* socket = new QSslSocket(this);
    m_socket = socket;
    if (step == Step::Learn) m_mayLearn = false;
    socket->setProxy(QNetworkProxy::NoProxy);
    socket->setReadBufferSize(kReadBufferBytes);
    socket->setSslConfiguration(
        step == Step::Learn
            ? configuration(QSslSocket::VerifyNone, {})
            : configuration(QSslSocket::VerifyPeer, {QSslCertificate(m_authorityDer, QSsl::Der)}));
    connect(socket, &QSslSocket::encrypted, this,
            [this, step] { later([this, step] { shookHands(step); }); });
    connect(socket, &QSslSocket::sslErrors, this,
            [this](const QList<QSslError>& errors) { m_tlsErrors = errors; });
    connect(socket, &QSslSocket::errorOccurred, this, [this, step, socket] {
        later([this, step, detail = socket->errorString()] { broke(step, detail); });
    });
    connect(socket, &QSslSocket::readyRead, this, [this] { read(); });
    socket->connectToHostEncrypted(m_server.host, m_server.port, kPeerName);
}

void TlsWire::shookHands(Step step) {
    if (step == Step::Learn) {
        learned();
    } else {
        verified();
    }
}

void TlsWire::learned() {
    const QList<QSslCertificate> chain = m_socket->peerCertificateChain();
    drop();
    const auto pinned = std::find_if(chain.cbegin(), chain.cend(), [&](const QSslCertificate& certificate) {
        return keyFingerprint(certificate.toDer()) == m_server.pin;
    });
    if (pinned == chain.cend())
        return end({ErrorCode::PinMismatch, {}, QStringLiteral("the key is another")});
    if (m_authorityDer != pinned->toDer()) {
        m_authorityDer = pinned->toDer();
        m_listener.wireLearnedAuthority(pinned->toPem());
    }
    begin(Step::Verify);
}

/// Qt has verified the chain; what it is known to get wrong is checked once more by the key itself.
void TlsWire::verified() {
    const QList<QSslCertificate> chain = m_socket->peerCertificateChain();
    const bool proven = m_tlsErrors.isEmpty() && m_socket->sslHandshakeErrors().isEmpty() &&
                        !chain.isEmpty() && m_socket->sessionProtocol() == QSsl::TlsV1_3 &&
                        keyFingerprint(m_authorityDer) == m_server.pin &&
                        isSignedBy(chain.first().toDer(), m_authorityDer);
    if (!proven) return unproven();
    m_deadline.stop();
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket->setSocketOption(QAbstractSocket::KeepAliveOption, 1);
    m_open = true;
    m_listener.wireOpened();
}

void TlsWire::broke(Step step, const QString& detail) {
    if (step == Step::Verify && !m_open && !m_tlsErrors.isEmpty()) return unproven();
    end({ErrorCode::NotConnected, {}, detail});
}

void TlsWire::unproven() {
    const bool onlyTime =
        !m_tlsErrors.isEmpty() && std::all_of(m_tlsErrors.cbegin(), m_tlsErrors.cend(), isAboutTime);
    const QString detail = m_tlsErrors.isEmpty() ? QString() : m_tlsErrors.first().errorString();
    // The authority may have renewed its certificate with the same key.
    if (m_mayLearn) return begin(Step::Learn);
    end({onlyTime ? ErrorCode::ClockAhead : ErrorCode::PinMismatch, {}, detail});
}

void TlsWire::read() {
    if (!m_open) return;
    const QPointer<QSslSocket> socket = m_socket;
    m_reader.feed(socket->readAll());
    while (socket && socket == m_socket) {
        const Result<std::optional<Frame>> frame = m_reader.next();
        if (!frame) return end(frame.error());
        if (!frame->has_value()) return;
        m_listener.wireFrame(**frame);
    }
}

void TlsWire::send(FrameKind kind, const QByteArray& payload) {
    if (m_open) m_socket->write(encodeFrame(kind, payload));
}

void TlsWire::close() {
    m_deadline.stop();
    if (m_open) {
        // What was written last (a log-out) may still go out; nobody listens any more.
        QSslSocket* socket = std::exchange(m_socket, nullptr);
        m_open = false;
        disconnect(socket, nullptr, this, nullptr);
        connect(socket, &QSslSocket::disconnected, socket, &QObject::deleteLater);
        QTimer::singleShot(1000, socket, &QObject::deleteLater);
        socket->disconnectFromHost();
    }
    drop();
}

void TlsWire::end(const Error& why) {
    m_deadline.stop();
    drop();
    m_listener.wireClosed(why);
}

void TlsWire::drop() {
    m_open = false;
    if (!m_socket) return;
    QSslSocket* socket = std::exchange(m_socket, nullptr);
    disconnect(socket, nullptr, this, nullptr);
    socket->abort();
    socket->deleteLater();
}

void TlsWire::later(const std::function<void()>& work) {
    QMetaObject::invokeMethod(
        this,
        [this, work, socket = QPointer<QSslSocket>(m_socket)] {
            if (socket && socket == m_socket) work();
        },
        Qt::QueuedConnection);
}

void TlsWire::fetchFingerprint(const QString& host, quint16 port, int timeoutMs,
                               std::function<void(Result<QString>)> then) {
    auto* socket = new QSslSocket(this);
    socket->setProxy(QNetworkProxy::NoProxy);
    socket->setSslConfiguration(configuration(QSslSocket::VerifyNone, {}));
    const auto finish = [this, socket, then = std::move(then)](const Result<QString>& answer) {
        disconnect(socket, nullptr, this, nullptr);
        QMetaObject::invokeMethod(
            this,
            [socket, then, answer] {
                socket->abort();
                socket->deleteLater();
                then(answer);
            },
            Qt::QueuedConnection);
    };
    connect(socket, &QSslSocket::encrypted, this, [socket, finish] {
        const QByteArray authority = authorityIn(socket->peerCertificateChain());
        finish(authority.isEmpty() ? Result<QString>(fail(ErrorCode::PinMismatch))
                                   : keyFingerprint(authority));
    });
    connect(socket, &QSslSocket::errorOccurred, this,
            [socket, finish] { finish(fail(ErrorCode::NotConnected, {}, socket->errorString())); });
    auto* deadline = new QTimer(socket);
    deadline->setSingleShot(true);
    connect(deadline, &QTimer::timeout, this, [finish] { finish(fail(ErrorCode::TimedOut)); });
    deadline->start(timeoutMs);
    socket->connectToHostEncrypted(host, port, kPeerName);
}

}  // namespace simrs
