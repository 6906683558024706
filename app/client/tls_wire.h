// SPDX-License-Identifier: GPL-3.0-or-later
// The line of the real program: TLS 1.3 to a server whose authority's key is pinned, and to nobody else.
#pragma once

#include <QObject>
#include <QSslError>
#include <QTimer>

#include "app/client/wire.h"

class QSslConfiguration;
class QSslSocket;

namespace simrs {

/// The first contact knows the fingerprint only: it shakes hands without trusting, finds the certificate with
/// the pinned key in the chain, hangs up without having sent anything, and comes back trusting that
/// certificate alone. Every configuration is the socket's own; the default one is never touched.
class TlsWire final : public QObject, public Wire {
  public:
    explicit TlsWire(WireListener& listener);
    ~TlsWire() override;

    void open(const PinnedServer& server, const QByteArray& authorityPem, int timeoutMs) override;
    void send(FrameKind kind, const QByteArray& payload) override;
    void close() override;
    void fetchFingerprint(const QString& host, quint16 port, int timeoutMs,
                          std::function<void(Result<QString>)> then) override;

  private:
    enum class Step { Learn, Verify };
    void begin(Step step);
    void shookHands(Step step);
    void learned();
    void verified();
    void broke(Step step, const QString& detail);
    void unproven();
    void read();
    void end(const Error& why);
    void drop();
    /// Runs later, unless the socket of now is gone by then.
    void later(const std::function<void()>& work);

    WireListener& m_listener;
    PinnedServer m_server;
    QByteArray m_authorityDer;
    bool m_mayLearn = false;  // Once an attempt, so that two servers behind one address cannot make a circle.
    QSslSocket* m_socket = nullptr;
    QList<QSslError> m_tlsErrors;
    FrameReader m_reader{limits::kFrameReplyBytes};
    QTimer m_deadline;
    bool m_open = false;
};

}  // namespace simrs
