// SPDX-License-Identifier: GPL-3.0-or-later
// Opens the port, accepts, runs the I/O thread and ends it.
#include "server/net/net_server.h"

#include <openssl/ssl.h>
#include <pthread.h>

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/post.hpp>
#include <optional>
#include <set>

#include "common/base/log.h"
#include "server/net/certificates.h"
#include "server/net/coroutines.h"
#include "server/net/io_core.h"

namespace simrs {
namespace {

/// Out of descriptors or memory: wait instead of spinning.
constexpr std::chrono::milliseconds kAcceptPause(100);

using TlsContext = std::shared_ptr<asio::ssl::context>;

Result<TlsContext> makeTls(const Certificates& certificates) {
    SSL_CTX* raw = SSL_CTX_new(TLS_server_method());
    if (!raw) return fail(ErrorCode::Internal, {}, QStringLiteral("SSL_CTX_new"));
    auto context = std::make_shared<asio::ssl::context>(raw);
    static constexpr unsigned char kSessions[] = "simrs";
    const bool good = SSL_CTX_set_min_proto_version(raw, TLS1_3_VERSION) == 1 &&
                      SSL_CTX_set_max_proto_version(raw, TLS1_3_VERSION) == 1 &&
                      SSL_CTX_set_session_id_context(raw, kSessions, sizeof(kSessions) - 1) == 1;
    if (!good) return fail(ErrorCode::Internal, {}, QStringLiteral("TLS 1.3 cannot be set"));
    // Tickets hold the session, so that the server keeps none. Early data stays off: it could be replayed.
    SSL_CTX_set_session_cache_mode(raw, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_max_early_data(raw, 0);
    SSL_CTX_set_mode(raw, SSL_MODE_RELEASE_BUFFERS);
    SIMRS_TRY(certificates.install(raw));
    return context;
}

/// Work that throws must not take all connections with it.
void runUntilDone(IoCore& core) {
    for (;;) {
        try {
            core.io.run();
            return;
        } catch (const std::exception& exception) {
            log(LogLevel::Error, "net", QStringLiteral("work on the I/O thread threw"),
                {{"error", QString::fromLatin1(exception.what())}});
        }
    }
}

}  // namespace

NetCounters NetTallies::read() const {
    NetCounters now;
    now.accepted = accepted;
    now.open = open;
    now.handshakesFailed = handshakesFailed;
    now.handshakesResumed = handshakesResumed;
    now.framesIn = framesIn;
    now.framesOut = framesOut;
    now.bytesIn = bytesIn;
    now.bytesOut = bytesOut;
    now.malformed = malformed;
    now.tooLarge = tooLarge;
    now.wrongState = wrongState;
    now.timeouts = timeouts;
    now.slowReaders = slowReaders;
    now.refusedOverLimit = refusedOverLimit;
    return now;
}

void IoCore::requireIoThread(const char* what) const {
    if (!onIoThread()) qFatal("%s was called outside the I/O thread", what);
}

void IoCore::post(std::function<void()> work) {
    const std::lock_guard lock(m_postMutex);
    if (!m_sealed) asio::post(io, std::move(work));
}

void IoCore::run(std::function<void()> work) {
    if (onIoThread()) {
        work();
    } else {
        post(std::move(work));
    }
}

void IoCore::seal() {
    {
        const std::lock_guard lock(m_postMutex);
        m_sealed = true;
    }
    // What was posted in the last moment finds only ended connections; running it lets them go.
    ioThread = std::this_thread::get_id();
    io.restart();
    io.poll();
    ioThread = std::thread::id();
}

struct NetServer::Impl {
    Impl(NetConfig config, const Certificates& given, SessionFactory factory)
        : core(std::make_shared<IoCore>(std::move(config), std::move(factory))), certificates(given) {}

    Status openPort();
    asio::awaitable<void> acceptLoop();
    void runTimer(int ms, std::function<void()> work);
    void endAll();

    std::shared_ptr<IoCore> core;
    Certificates certificates;
    TlsContext tls;
    std::optional<Tcp::acceptor> acceptor;
    std::optional<asio::executor_work_guard<asio::io_context::executor_type>> work;
    std::set<std::shared_ptr<asio::steady_timer>> timers;
    quint64 lastNumber = 0;
    bool ending = false;
    std::thread thread;
};

Status NetServer::Impl::openPort() {
    const QString where = QStringLiteral("%1:%2").arg(core->config.address).arg(core->config.port);
    boost::system::error_code ec;
    const auto address = asio::ip::make_address(core->config.address.toStdString(), ec);
    if (ec) return fail(ErrorCode::ConfigInvalid, {where}, QString::fromStdString(ec.message()));
    const Tcp::endpoint endpoint(address, core->config.port);
    acceptor.emplace(core->io);
    acceptor->open(endpoint.protocol(), ec);
    // A restarted server must not wait for the old connections' TIME_WAIT.
    if (!ec) acceptor->set_option(asio::socket_base::reuse_address(true), ec);
    if (!ec && address.is_v6()) acceptor->set_option(asio::ip::v6_only(!address.is_unspecified()), ec);
    if (!ec) acceptor->bind(endpoint, ec);
    if (!ec) acceptor->listen(asio::socket_base::max_listen_connections, ec);
    if (ec) {
        acceptor.reset();
        return fail(ErrorCode::ConfigInvalid, {where}, QString::fromStdString(ec.message()));
    }
    return {};
}

asio::awaitable<void> NetServer::Impl::acceptLoop() {
    while (acceptor->is_open()) {
        auto [ec, socket] = co_await acceptor->async_accept(kTuple);
        if (ec == asio::error::operation_aborted || !acceptor->is_open()) break;
        if (ec) {
            log(LogLevel::Warning, "net", QStringLiteral("accepting failed"),
                {{"error", QString::fromStdString(ec.message())}});
            asio::steady_timer pause(core->io, kAcceptPause);
            co_await pause.async_wait(kTuple);
            continue;
        }
        if (core->open.size() >= static_cast<std::size_t>(core->config.maxConnections)) {
            ++core->tallies.refusedOverLimit;
            socket.close(ec);
            continue;
        }
        ++core->tallies.accepted;
        startConnection(core, std::move(socket), *tls, ++lastNumber);
    }
}

void NetServer::Impl::runTimer(int ms, std::function<void()> task) {
    if (ending) return;
    auto timer = std::make_shared<asio::steady_timer>(core->io, std::chrono::milliseconds(ms));
    timers.insert(timer);
    timer->async_wait([this, timer, task = std::move(task)](boost::system::error_code ec) {
        timers.erase(timer);
        if (!ec && !ending) task();
    });
}

void NetServer::Impl::endAll() {
    ending = true;
    boost::system::error_code ignored;
    acceptor->close(ignored);
    for (const auto& timer : timers) timer->cancel();
    const auto open = core->open;
    for (const auto& [number, connection] : open) connection->close();
    work.reset();
}

NetServer::NetServer(NetConfig config, const Certificates& certificates, SessionFactory factory)
    : m_impl(std::make_unique<Impl>(std::move(config), certificates, std::move(factory))) {}

NetServer::~NetServer() { stop(); }

Result<quint16> NetServer::start() {
    if (m_impl->thread.joinable() || m_impl->ending) qFatal("NetServer::start was called twice");
    SIMRS_ASSIGN(m_impl->tls, makeTls(m_impl->certificates));
    SIMRS_TRY(m_impl->openPort());
    const quint16 port = m_impl->acceptor->local_endpoint().port();
    m_impl->work.emplace(m_impl->core->io.get_executor());
    asio::co_spawn(m_impl->core->io, m_impl->acceptLoop(), asio::detached);
    m_impl->thread = std::thread([core = m_impl->core] {
        core->ioThread = std::this_thread::get_id();
        pthread_setname_np(pthread_self(), "simrs-io");
        runUntilDone(*core);
    });
    return port;
}

void NetServer::post(std::function<void()> work) { m_impl->core->post(std::move(work)); }

void NetServer::postAfter(int ms, std::function<void()> work) {
    m_impl->core->run(
        [impl = m_impl.get(), ms, work = std::move(work)]() mutable { impl->runTimer(ms, std::move(work)); });
}

Status NetServer::useCertificates(const Certificates& certificates) {
    SIMRS_ASSIGN(TlsContext tls, makeTls(certificates));
    m_impl->core->run([impl = m_impl.get(), tls = std::move(tls)] { impl->tls = tls; });
    return {};
}

void NetServer::beginDrain() {
    m_impl->core->run([impl = m_impl.get()] {
        boost::system::error_code ignored;
        if (impl->acceptor) impl->acceptor->close(ignored);
        const auto open = impl->core->open;
        for (const auto& [number, connection] : open) connection->drain();
    });
}

void NetServer::stop() {
    if (!m_impl->thread.joinable()) return;
    if (m_impl->core->onIoThread()) qFatal("NetServer::stop was called on the I/O thread");
    m_impl->core->post([impl = m_impl.get()] { impl->endAll(); });
    m_impl->thread.join();
    m_impl->core->seal();
}

NetCounters NetServer::counters() const { return m_impl->core->tallies.read(); }

}  // namespace simrs
