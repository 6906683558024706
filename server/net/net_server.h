// SPDX-License-Identifier: GPL-3.0-or-later
// The listening side: one port, TLS 1.3, one I/O thread for all connections.
#pragma once

#include <functional>
#include <memory>

#include "common/base/result.h"
#include "server/net/connection.h"
#include "server/net/net_config.h"
#include "server/net/net_counters.h"

namespace simrs {

class Certificates;

class NetServer {
  public:
    NetServer(NetConfig config, const Certificates& certificates, SessionFactory factory);
    /// Stops.
    ~NetServer();

    /// Opens the port and starts the I/O thread; answers the bound port. Once. Errors: ConfigInvalid (address
    /// or port cannot be used, certificates do not fit).
    Result<quint16> start();
    /// Thread-safe. Runs `work` on the I/O thread; dropped after stop(). Before start() it waits for it.
    void post(std::function<void()> work);
    /// Thread-safe. The same after `ms`; dropped at stop().
    void postAfter(int ms, std::function<void()> work);
    /// Thread-safe. Connections that come from now on get these certificates.
    Status useCertificates(const Certificates& certificates);
    /// Thread-safe. Stops accepting and drains every connection; counters().open says how many are left.
    void beginDrain();
    /// Closes what is left (at most NetConfig::closeMs), joins the I/O thread. Not from the I/O thread.
    void stop();
    /// Thread-safe.
    NetCounters counters() const;

  private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

}  // namespace simrs
