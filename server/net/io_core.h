// SPDX-License-Identifier: GPL-3.0-or-later
// What the I/O thread owns and the connections share. Only for the files of server/net: it brings Boost.Asio
// in.
#pragma once

#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <thread>

#include "common/base/clock.h"
#include "server/net/connection.h"
#include "server/net/net_config.h"
#include "server/net/net_counters.h"

namespace simrs {

namespace asio = boost::asio;
using Tcp = asio::ip::tcp;

/// NetCounters while they are counted: written on the I/O thread, read anywhere.
struct NetTallies {
    using Tally = std::atomic<std::uint64_t>;
    Tally accepted{0};
    Tally open{0};
    Tally handshakesFailed{0};
    Tally handshakesResumed{0};
    Tally framesIn{0};
    Tally framesOut{0};
    Tally bytesIn{0};
    Tally bytesOut{0};
    Tally malformed{0};
    Tally tooLarge{0};
    Tally wrongState{0};
    Tally timeouts{0};
    Tally slowReaders{0};
    Tally refusedOverLimit{0};

    NetCounters read() const;
};

/// Every connection holds it, so that the io_context outlives the last socket.
struct IoCore {
    IoCore(NetConfig netConfig, SessionFactory sessionFactory)
        : config(std::move(netConfig)), factory(std::move(sessionFactory)) {}

    bool onIoThread() const { return ioThread.load() == std::this_thread::get_id(); }
    /// Ends the program when a programmer calls from the wrong thread.
    void requireIoThread(const char* what) const;
    /// Thread-safe; dropped when sealed.
    void post(std::function<void()> work);
    /// Runs at once on the I/O thread, else posts.
    void run(std::function<void()> work);
    /// After the I/O thread has ended: lets go of what was still posted, takes nothing any more.
    void seal();

    const NetConfig config;
    const SessionFactory factory;
    const SystemClock clock;
    NetTallies tallies;
    std::atomic<std::thread::id> ioThread{};
    asio::io_context io{1};
    /// I/O thread. A connection stays here from accept to end.
    std::map<quint64, std::shared_ptr<Connection>> open;

  private:
    std::mutex m_postMutex;
    bool m_sealed = false;
};

/// I/O thread. Takes the accepted socket through handshake, session and end.
void startConnection(const std::shared_ptr<IoCore>& core, Tcp::socket socket, asio::ssl::context& tls,
                     quint64 number);

}  // namespace simrs
