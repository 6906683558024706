// SPDX-License-Identifier: GPL-3.0-or-later
// A real NetServer on a free loopback port whose sessions do what the tests ask them to.
#pragma once

#include <QTemporaryDir>
#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "common/base/clock.h"
#include "common/base/random.h"
#include "server/net/certificates.h"
#include "server/net/net_server.h"
#include "tests/net/tls_client.h"

namespace simrs::test {

/// Hello makes a connection Greeted, the Request "login" makes it Active. Then, as Request: "hold" is
/// unanswered until releaseHeld(); "flood N SIZE" sends N Changed frames; "bye" sends three replies and
/// closes; "throw" throws; anything else is echoed. Ping gets Pong. GoAway carries the error's name.
class NetRig {
  public:
    explicit NetRig(NetConfig config = {});
    ~NetRig();

    TlsOptions options() const;
    std::unique_ptr<TlsClient> connected(TlsOptions options) const;
    std::unique_ptr<TlsClient> connected() const { return connected(options()); }
    std::unique_ptr<TlsClient> greeted() const;
    std::unique_ptr<TlsClient> active() const { return active(options()); }
    std::unique_ptr<TlsClient> active(const TlsOptions& options) const;

    /// Answers every held request, from the calling thread.
    void releaseHeld();
    int held() const;
    /// One held request without answering it.
    std::shared_ptr<Connection> takeHeld();
    void keep(const std::shared_ptr<Connection>& connection);

    QTemporaryDir folder;
    SystemClock clock;
    SystemRandom random;
    std::optional<Certificates> certificates;
    std::unique_ptr<NetServer> server;
    quint16 port = 0;
    std::atomic<int> sessions{0};
    std::atomic<int> closed{0};
    std::atomic<int> offThread{0};

  private:
    mutable std::mutex m_mutex;
    std::vector<std::shared_ptr<Connection>> m_held;
};

}  // namespace simrs::test
