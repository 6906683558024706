// SPDX-License-Identifier: GPL-3.0-or-later
// One connection on the I/O thread: handshake, frames, deadlines, the send queue and an orderly end.
#include "server/net/connection.h"

#include <openssl/ssl.h>

#include <algorithm>
#include <array>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/write.hpp>
#include <deque>
#include <limits>
#include <utility>

#include "common/base/log.h"
#include "server/net/coroutines.h"
#include "server/net/io_core.h"

namespace simrs {
namespace {

constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t kLongestWaitMs = 3'600'000;
/// Small, because every idle connection holds one; a larger TLS record is read in several steps without a
/// system call.
constexpr std::size_t kChunkBytes = 4096;
/// Waiting frames go out in one write up to this size.
constexpr qsizetype kBatchBytes = 64 * 1024;

/// Handshaking and Open; Flushing: nothing is taken any more, the queue goes out; Lingering: the peer reads
/// our good-bye; Ended: the socket is closed.
enum class Phase { Handshaking, Open, Flushing, Lingering, Ended };

}  // namespace

struct Connection::Impl {
    Impl(std::shared_ptr<IoCore> ioCore, Tcp::socket socket, asio::ssl::context& tls, quint64 runningNumber);

    asio::awaitable<void> run(std::shared_ptr<Connection> me);
    asio::awaitable<void> watch(std::shared_ptr<Connection> me);
    asio::awaitable<bool> handshake(const std::shared_ptr<Connection>& me);
    asio::awaitable<void> readFrames();
    asio::awaitable<bool> deliver();
    asio::awaitable<void> awaitFarewell();
    asio::awaitable<void> awaitGate();

    void handle(Frame frame);
    void breach(const Error& error);
    void sendAway(const Error& error);
    void enqueue(FrameKind kind, const QByteArray& payload);
    void startWrite();
    void wrote(const boost::system::error_code& ec);
    void beginClose();
    void farewell();
    void cutNow();
    void startDrain();
    void end();
    void expire(bool atWrite);
    void setReadDeadline(std::int64_t ms);
    void watchUntil(std::int64_t& deadline, std::int64_t at);
    void wakeGate() { gate.cancel(); }
    void note(LogLevel level, const QString& message, const QString& detail) const;

    const std::shared_ptr<IoCore> core;
    asio::ssl::stream<Tcp::socket> stream;
    /// Sleeps until the nearest deadline.
    asio::steady_timer watchTimer;
    /// Never expires; cancelling it wakes the reading coroutine.
    asio::steady_timer gate;
    const quint64 number;
    QString peer;

    std::weak_ptr<Connection> self;
    std::unique_ptr<SessionHandler> handler;
    FrameReader reader{maxFrameBytes(ConnectionState::New)};
    ConnectionState state = ConnectionState::New;
    Phase phase = Phase::Handshaking;
    bool draining = false;
    int inFlight = 0;

    std::deque<QByteArray> queue;
    std::int64_t queuedBytes = 0;
    QByteArray batch;
    bool writing = false;
    bool shutdownPending = false;

    std::int64_t readDeadline = kNever;
    std::int64_t writeDeadline = kNever;
    std::int64_t wakeAt = 0;
};

Connection::Impl::Impl(std::shared_ptr<IoCore> ioCore, Tcp::socket socket, asio::ssl::context& tls,
                       quint64 runningNumber)
    : core(std::move(ioCore)),
      stream(std::move(socket), tls),
      watchTimer(core->io),
      gate(core->io, asio::steady_timer::time_point::max()),
      number(runningNumber) {
    boost::system::error_code ec;
    const auto endpoint = stream.next_layer().remote_endpoint(ec);
    auto address = endpoint.address();
    if (address.is_v6() && address.to_v6().is_v4_mapped()) {
        address = asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6());
    }
    peer = QString::fromStdString(address.to_string());
    stream.next_layer().set_option(Tcp::no_delay(true), ec);
    stream.next_layer().set_option(asio::socket_base::keep_alive(true), ec);
}

asio::awaitable<void> Connection::Impl::run(std::shared_ptr<Connection> me) {
    const bool opened = co_await handshake(me);
    if (opened) {
        co_await readFrames();
        beginClose();
        co_await awaitFarewell();
    }
    end();
}

asio::awaitable<bool> Connection::Impl::handshake(const std::shared_ptr<Connection>& me) {
    const auto [ec] = co_await stream.async_handshake(asio::ssl::stream_base::server, kTuple);
    if (ec || phase != Phase::Handshaking) {
        ++core->tallies.handshakesFailed;
        note(LogLevel::Debug, QStringLiteral("handshake failed"), QString::fromStdString(ec.message()));
        co_return false;
    }
    if (SSL_session_reused(stream.native_handle()) == 1) ++core->tallies.handshakesResumed;
    phase = Phase::Open;
    setReadDeadline(core->config.greetingMs);
    try {
        handler = core->factory(me);
    } catch (const std::exception& exception) {
        note(LogLevel::Error, QStringLiteral("no session"), QString::fromLatin1(exception.what()));
    }
    co_return handler != nullptr;
}

asio::awaitable<void> Connection::Impl::readFrames() {
    std::array<char, kChunkBytes> chunk;
    for (;;) {
        const auto [ec, size] = co_await stream.async_read_some(asio::buffer(chunk), kTuple);
        if (ec) co_return;
        // What comes after our good-bye is thrown away; the peer sends it again elsewhere.
        if (phase != Phase::Open || draining) continue;
        core->tallies.bytesIn += size;
        const bool begins = reader.buffered() == 0;
        reader.feed(QByteArrayView(chunk.data(), static_cast<qsizetype>(size)));
        const bool delivered = co_await deliver();
        // A peer that sends byte by byte gains time only when a frame begins and when it is whole.
        const bool active = phase == Phase::Open && state == ConnectionState::Active;
        if (active && (begins || delivered)) setReadDeadline(core->config.idleMs);
    }
}

/// Hands out the whole frames that have come; answers whether there was one.
asio::awaitable<bool> Connection::Impl::deliver() {
    bool any = false;
    while (phase == Phase::Open && !draining) {
        Result<std::optional<Frame>> next = reader.next();
        if (!next) {
            breach(next.error());
            break;
        }
        if (!next->has_value()) break;
        any = true;
        ++core->tallies.framesIn;
        handle(std::move(**next));
        while (phase == Phase::Open && inFlight >= core->config.maxInFlight) {
            // It is we who are late, not the peer.
            if (state == ConnectionState::Active) readDeadline = kNever;
            co_await awaitGate();
        }
    }
    co_return any;
}

asio::awaitable<void> Connection::Impl::awaitGate() { co_await gate.async_wait(kTuple); }

void Connection::Impl::handle(Frame frame) {
    if (!allowedFromClient(state, frame.kind)) {
        const QString detail = QStringLiteral("frame kind %1 in state %2");
        breach(Error{ErrorCode::WrongState, {}, detail.arg(int(frame.kind)).arg(int(state))});
        return;
    }
    try {
        handler->onFrame(std::move(frame));
    } catch (const std::exception& exception) {
        note(LogLevel::Error, QStringLiteral("a session threw"), QString::fromLatin1(exception.what()));
        sendAway(Error{ErrorCode::Internal, {}, {}});
    }
}

void Connection::Impl::breach(const Error& error) {
    if (error.code == ErrorCode::FrameTooLarge) {
        ++core->tallies.tooLarge;
    } else if (error.code == ErrorCode::WrongState) {
        ++core->tallies.wrongState;
    } else {
        ++core->tallies.malformed;
    }
    note(LogLevel::Warning, QStringLiteral("the peer broke the rules"),
         errorName(error.code) + QStringLiteral(": ") + error.detail);
    sendAway(error);
}

void Connection::Impl::sendAway(const Error& error) {
    enqueue(FrameKind::GoAway, core->config.goAwayPayload ? core->config.goAwayPayload(error) : QByteArray());
    beginClose();
}

void Connection::Impl::enqueue(FrameKind kind, const QByteArray& payload) {
    if (phase != Phase::Open) return;
    queue.push_back(encodeFrame(kind, payload));
    queuedBytes += queue.back().size();
    ++core->tallies.framesOut;
    const bool tooMany = queue.size() > static_cast<std::size_t>(core->config.maxSendFrames);
    const bool tooMuch = queue.size() > 1 && queuedBytes > core->config.maxSendBytes;
    if (tooMany || tooMuch) {
        ++core->tallies.slowReaders;
        note(LogLevel::Warning, QStringLiteral("the peer reads too slowly"), QString());
        cutNow();
        return;
    }
    startWrite();
}

void Connection::Impl::startWrite() {
    if (writing || queue.empty() || phase == Phase::Ended) return;
    batch = std::move(queue.front());
    queue.pop_front();
    while (!queue.empty() && batch.size() + queue.front().size() <= kBatchBytes) {
        batch.append(queue.front());
        queue.pop_front();
    }
    queuedBytes -= batch.size();
    writing = true;
    watchUntil(writeDeadline, core->clock.monotonicMs() + core->config.idleMs);
    const auto bytes = asio::buffer(batch.constData(), static_cast<std::size_t>(batch.size()));
    asio::async_write(stream, bytes, [me = self.lock()](const boost::system::error_code& ec, std::size_t) {
        me->impl().wrote(ec);
    });
}

void Connection::Impl::wrote(const boost::system::error_code& ec) {
    writing = false;
    writeDeadline = kNever;
    if (!ec) core->tallies.bytesOut += static_cast<std::uint64_t>(batch.size());
    batch.clear();
    if (ec) {
        cutNow();
    } else if (!queue.empty()) {
        startWrite();
    } else if (phase == Phase::Flushing) {
        farewell();
    }
}

void Connection::Impl::beginClose() {
    if (phase == Phase::Handshaking) return cutNow();
    if (phase != Phase::Open) return;
    phase = Phase::Flushing;
    setReadDeadline(core->config.closeMs);
    wakeGate();
    if (!writing) farewell();
}

/// Tells the peer that nothing more comes, and waits for it to say the same: closing with unread input would
/// reset the connection and could take our last frame from it.
void Connection::Impl::farewell() {
    phase = Phase::Lingering;
    shutdownPending = true;
    stream.async_shutdown([me = self.lock()](const boost::system::error_code&) {
        Impl& impl = me->impl();
        boost::system::error_code ignored;
        impl.shutdownPending = false;
        impl.stream.next_layer().shutdown(Tcp::socket::shutdown_send, ignored);
        impl.wakeGate();
    });
}

/// After TLS has no more to read: swallows the rest until the peer closes and our side is out.
asio::awaitable<void> Connection::Impl::awaitFarewell() {
    std::array<char, kChunkBytes> chunk;
    bool inputEnded = false;
    while (phase == Phase::Flushing || phase == Phase::Lingering) {
        if (!inputEnded) {
            const auto [ec, size] = co_await stream.next_layer().async_read_some(asio::buffer(chunk), kTuple);
            inputEnded = static_cast<bool>(ec);
        } else if (phase == Phase::Lingering && !shutdownPending) {
            break;
        } else {
            co_await awaitGate();
        }
    }
}

void Connection::Impl::cutNow() {
    if (phase == Phase::Ended) return;
    phase = Phase::Ended;
    boost::system::error_code ignored;
    stream.next_layer().close(ignored);
    watchTimer.cancel();
    wakeGate();
}

void Connection::Impl::startDrain() {
    if (phase == Phase::Handshaking) return cutNow();
    if (phase != Phase::Open || draining) return;
    const Error why{ErrorCode::None, {}, QStringLiteral("the server stops")};
    enqueue(FrameKind::GoAway, core->config.goAwayPayload ? core->config.goAwayPayload(why) : QByteArray());
    draining = true;
    if (inFlight == 0) beginClose();
}

void Connection::Impl::end() {
    cutNow();
    const std::unique_ptr<SessionHandler> last = std::move(handler);
    try {
        if (last) last->onClosed();
    } catch (const std::exception& exception) {
        note(LogLevel::Error, QStringLiteral("a session threw"), QString::fromLatin1(exception.what()));
    }
    queue.clear();
    queuedBytes = 0;
    --core->tallies.open;
    core->open.erase(number);
}

asio::awaitable<void> Connection::Impl::watch(std::shared_ptr<Connection> me) {
    Q_UNUSED(me)
    while (phase != Phase::Ended) {
        const std::int64_t now = core->clock.monotonicMs();
        const std::int64_t nearest = std::min(readDeadline, writeDeadline);
        if (nearest <= now) {
            expire(writeDeadline <= now);
            continue;
        }
        wakeAt = nearest;
        watchTimer.expires_after(std::chrono::milliseconds(std::min(nearest - now, kLongestWaitMs)));
        co_await watchTimer.async_wait(kTuple);
    }
}

void Connection::Impl::expire(bool atWrite) {
    if (atWrite && phase == Phase::Open) {
        ++core->tallies.slowReaders;
        return cutNow();
    }
    const bool open = phase == Phase::Open;
    if (open || phase == Phase::Handshaking) ++core->tallies.timeouts;
    if (!open) return cutNow();
    note(LogLevel::Info, QStringLiteral("nothing came in time"), QString());
    sendAway(Error{ErrorCode::TimedOut, {}, {}});
}

void Connection::Impl::setReadDeadline(std::int64_t ms) {
    watchUntil(readDeadline, core->clock.monotonicMs() + ms);
}

/// A later deadline costs nothing: the watcher wakes at the old one and looks again.
void Connection::Impl::watchUntil(std::int64_t& deadline, std::int64_t at) {
    deadline = at;
    if (at < wakeAt) watchTimer.cancel();
}

void Connection::Impl::note(LogLevel level, const QString& message, const QString& detail) const {
    log(level, "net", message, {{"connection", QString::number(number)}, {"peer", peer}, {"detail", detail}});
}

SessionHandler::~SessionHandler() = default;

Connection::Connection(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
Connection::~Connection() = default;

void Connection::send(FrameKind kind, QByteArray payload) {
    m_impl->core->run([me = shared_from_this(), kind, payload = std::move(payload)] {
        me->m_impl->enqueue(kind, payload);
    });
}

void Connection::close() {
    m_impl->core->run([me = shared_from_this()] { me->m_impl->beginClose(); });
}

void Connection::cut() {
    m_impl->core->run([me = shared_from_this()] { me->m_impl->cutNow(); });
}

void Connection::drain() {
    m_impl->core->run([me = shared_from_this()] { me->m_impl->startDrain(); });
}

void Connection::setState(ConnectionState state) {
    m_impl->core->requireIoThread("Connection::setState");
    m_impl->state = state;
    m_impl->reader.setMax(maxFrameBytes(state));
    if (m_impl->phase != Phase::Open) return;
    const NetConfig& config = m_impl->core->config;
    if (state == ConnectionState::Greeted) m_impl->setReadDeadline(config.loginMs);
    if (state == ConnectionState::Active) m_impl->setReadDeadline(config.idleMs);
}

ConnectionState Connection::state() const {
    m_impl->core->requireIoThread("Connection::state");
    return m_impl->state;
}

const QString& Connection::peerAddress() const { return m_impl->peer; }
quint64 Connection::number() const { return m_impl->number; }

void Connection::requestStarted() {
    m_impl->core->requireIoThread("Connection::requestStarted");
    ++m_impl->inFlight;
}

void Connection::requestDone() {
    m_impl->core->run([me = shared_from_this()] {
        Impl& impl = *me->m_impl;
        if (--impl.inFlight < 0) qFatal("Connection::requestDone without requestStarted");
        if (impl.draining && impl.inFlight == 0) impl.beginClose();
        impl.wakeGate();
    });
}

void startConnection(const std::shared_ptr<IoCore>& core, Tcp::socket socket, asio::ssl::context& tls,
                     quint64 number) {
    auto impl = std::make_unique<Connection::Impl>(core, std::move(socket), tls, number);
    auto connection = std::make_shared<Connection>(std::move(impl));
    Connection::Impl& inner = connection->impl();
    inner.self = connection;
    inner.setReadDeadline(core->config.handshakeMs);
    core->open.emplace(number, connection);
    ++core->tallies.open;
    asio::co_spawn(core->io, inner.run(connection), [connection](const std::exception_ptr& thrown) {
        if (thrown) connection->impl().end();
    });
    asio::co_spawn(core->io, inner.watch(connection), asio::detached);
}

}  // namespace simrs
