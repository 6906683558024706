// SPDX-License-Identifier: GPL-3.0-or-later
// A blocking TLS client on bare OpenSSL, for tests: it can also do what a proper client never would.
#pragma once

#include <QByteArray>
#include <QString>
#include <memory>

#include "common/base/result.h"
#include "common/protocol/frame.h"

namespace simrs::test {

struct TlsOptions {
    quint16 port = 0;
    /// Fingerprint of the authority's key as Certificates gives it; empty is not checked.
    QString pin;
    int timeoutMs = 10'000;
    /// Offers TLS 1.2 at most.
    bool oldTls = false;
    /// From `session()` of an earlier client: resume it.
    QByteArray session;
    /// Bytes of SO_RCVBUF; 0 = the system's.
    int receiveBuffer = 0;
};

class TlsClient {
  public:
    TlsClient();
    ~TlsClient();
    TlsClient(const TlsClient&) = delete;
    TlsClient& operator=(const TlsClient&) = delete;

    /// To 127.0.0.1. Errors: NotConnected, PinMismatch.
    Status connect(const TlsOptions& options);
    Status send(FrameKind kind, QByteArrayView payload = {});
    Status sendRaw(QByteArrayView bytes);
    /// Errors: TimedOut; NotConnected when the server has ended.
    Result<Frame> receive(int timeoutMs = 10'000);
    /// Swallows frames until the server ends; false when it does not in time.
    bool awaitEnd(int timeoutMs = 10'000);
    /// True when the server ended with TLS's good-bye, false when it just cut the line.
    bool endedOrderly() const;
    /// Says that nothing more comes; reading goes on.
    void halfClose();
    /// Without good-bye.
    void close();

    bool resumed() const;
    /// The newest ticket; it comes with the first read.
    QByteArray session() const;
    /// For what this class does not do.
    int descriptor() const;

  private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

/// A plain TCP connection to 127.0.0.1; -1 when refused. The caller closes it.
int connectPlain(quint16 port);
/// True when the peer ends the plain connection in time, whatever it sends before.
bool awaitPlainEnd(int descriptor, int timeoutMs);

}  // namespace simrs::test
