// SPDX-License-Identifier: GPL-3.0-or-later
// One poll loop over all connections; what is held back stays in the relay's own buffers.
#include "tests/support/fault_proxy.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <QByteArray>
#include <algorithm>
#include <atomic>
#include <cerrno>
#include <list>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include "common/base/clock.h"
#include "common/base/random.h"

namespace simrs::test {
namespace {

constexpr int kHeldBytes = 256 * 1024;
constexpr int kReadBytes = 16 * 1024;
constexpr int kWritesARound = 64;
constexpr int kIdleMs = 200;
constexpr int kBusyMs = 2;

sockaddr_in loopback(quint16 port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    return address;
}

/// A socket that is closed with a reset where it is asked to.
class Socket {
  public:
    Socket() = default;
    explicit Socket(int fd) : m_fd(fd) {
        const int on = 1;
        ::fcntl(m_fd, F_SETFL, ::fcntl(m_fd, F_GETFL) | O_NONBLOCK);
        ::setsockopt(m_fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    }
    ~Socket() { close(); }
    Socket(Socket&& other) noexcept : m_fd(std::exchange(other.m_fd, -1)) {}
    Socket& operator=(Socket&& other) noexcept {
        if (this != &other) {
            close();
            m_fd = std::exchange(other.m_fd, -1);
        }
        return *this;
    }
    Socket(const Socket&) = delete;
    Socket& operator=(const Socket&) = delete;

    int fd() const { return m_fd; }
    bool isOpen() const { return m_fd >= 0; }
    void close() {
        if (m_fd >= 0) ::close(std::exchange(m_fd, -1));
    }
    void reset() {
        const linger hard{1, 0};
        if (m_fd >= 0) ::setsockopt(m_fd, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
        close();
    }
    void endWriting() const { ::shutdown(m_fd, SHUT_WR); }
    static Socket connectTo(quint16 port) {
        Socket socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
        const sockaddr_in address = loopback(port);
        const int begun = ::connect(socket.fd(), reinterpret_cast<const sockaddr*>(&address), sizeof address);
        if (begun != 0 && errno != EINPROGRESS) socket.close();
        return socket;
    }

  private:
    int m_fd = -1;
};

/// One way of one connection.
struct Way {
    QByteArray held;
    std::int64_t notBeforeMs = 0;
    bool ended = false;  // Its source has said that nothing more comes.
    bool told = false;   // So has its target been told.
};

struct Pair {
    Socket client;
    Socket server;
    Socket twin;  // The second arrival of a doubled connection; its answers go nowhere.
    Way up;
    Way down;
    bool spoiled = false;  // Bytes were swallowed: it cannot go on.
    bool broken = false;   // To be reset.
};

}  // namespace

class FaultProxy::Relay {
  public:
    Relay(quint16 target, std::uint64_t seed) : m_random(seed), m_target(target) {
        m_listener = Socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
        sockaddr_in address = loopback(0);
        socklen_t size = sizeof address;
        m_wake = Socket(::eventfd(0, EFD_CLOEXEC));
        if (::bind(m_listener.fd(), reinterpret_cast<sockaddr*>(&address), size) != 0 ||
            ::listen(m_listener.fd(), 128) != 0 ||
            ::getsockname(m_listener.fd(), reinterpret_cast<sockaddr*>(&address), &size) != 0 ||
            !m_wake.isOpen())
            qFatal("the proxy cannot listen");
        m_port = ntohs(address.sin_port);
        m_lastMs = m_clock.monotonicMs();
        m_thread = std::thread([this] { run(); });
    }
    ~Relay() {
        m_stop = true;
        wake();
        m_thread.join();
    }

    quint16 port() const { return m_port; }
    void setTarget(quint16 port) { m_target = port; }
    void setFaults(const LineFaults& faults) {
        const std::lock_guard lock(m_mutex);
        m_wanted = faults;
        wake();
    }
    void resetAll() {
        m_resetAll = true;
        wake();
    }
    LineCounts counts() const {
        const std::lock_guard lock(m_mutex);
        return m_told;
    }

  private:
    void wake() {
        const std::uint64_t one = 1;
        if (::write(m_wake.fd(), &one, sizeof one) < 0) qFatal("the proxy cannot be woken");
    }
    void run();
    void takeOrders();
    void refill(std::int64_t nowMs);
    void await();
    void accept();
    void serve(Pair& pair);
    void read(Pair& pair, const Socket& from, Way& way, bool isUp);
    void spoil(QByteArray& bytes);
    void write(Pair& pair, const Socket& to, Way& way, bool isUp);
    void feedTwin(Pair& pair, const QByteArray& bytes);
    static void drain(Socket& twin);
    bool isDue(const Way& way) const { return !way.held.isEmpty() && m_nowMs >= way.notBeforeMs; }
    bool chance(int percent) { return percent > 0 && m_random.below(100) < static_cast<unsigned>(percent); }

    SystemClock m_clock;
    SeededRandom m_random;
    Socket m_listener;
    Socket m_wake;
    quint16 m_port = 0;
    std::atomic<quint16> m_target;
    std::atomic<bool> m_stop = false;
    std::atomic<bool> m_resetAll = false;

    mutable std::mutex m_mutex;
    LineFaults m_wanted;  // Under the mutex, as the next one.
    LineCounts m_told;

    // The thread's own.
    LineFaults m_faults;
    LineCounts m_counts;
    std::list<Pair> m_pairs;
    std::int64_t m_nowMs = 0;
    std::int64_t m_lastMs = 0;
    qint64 m_credit[2] = {0, 0};  // Bytes that may pass now, up and down.
    std::thread m_thread;
};

void FaultProxy::Relay::run() {
    while (!m_stop) {
        m_nowMs = m_clock.monotonicMs();
        takeOrders();
        refill(m_nowMs);
        if (!m_faults.cut) {
            accept();
            for (Pair& pair : m_pairs) serve(pair);
        }
        m_pairs.remove_if([this](Pair& pair) {
            const bool over = pair.up.told && pair.down.told;
            if (pair.broken) {
                pair.client.reset();
                pair.server.reset();
                ++m_counts.resets;
            }
            return over || pair.broken;
        });
        {
            const std::lock_guard lock(m_mutex);
            m_told = m_counts;
        }
        await();
    }
    for (Pair& pair : m_pairs) {
        pair.client.reset();
        pair.server.reset();
    }
}

void FaultProxy::Relay::takeOrders() {
    const std::lock_guard lock(m_mutex);
    const bool holeGone =
        (m_faults.swallowUp && !m_wanted.swallowUp) || (m_faults.swallowDown && !m_wanted.swallowDown);
    m_faults = m_wanted;
    const bool all = m_resetAll.exchange(false);
    for (Pair& pair : m_pairs) pair.broken = pair.broken || all || (holeGone && pair.spoiled);
}

void FaultProxy::Relay::refill(std::int64_t nowMs) {
    const std::int64_t passed = nowMs - std::exchange(m_lastMs, nowMs);
    for (qint64& credit : m_credit) {
        // A fiftieth of a second may be saved up: a line has some buffer, and the loop some delay.
        const qint64 most = std::max<qint64>(1500, m_faults.bytesPerSecond / 50);
        credit = std::min(most, credit + m_faults.bytesPerSecond * passed / 1000);
    }
}

void FaultProxy::Relay::await() {
    std::vector<pollfd> wanted{{m_wake.fd(), POLLIN, 0}};
    int waitMs = kIdleMs;
    if (!m_faults.cut) {
        wanted.push_back({m_listener.fd(), POLLIN, 0});
        for (const Pair& pair : m_pairs) {
            const auto add = [&](const Socket& socket, const Way& in, const Way& out) {
                short events = 0;
                if (!in.ended && in.held.size() < kHeldBytes) events |= POLLIN;
                if (isDue(out) && m_faults.bytesPerSecond == 0) events |= POLLOUT;
                if (!out.held.isEmpty() && (events & POLLOUT) == 0) waitMs = kBusyMs;
                // A socket that only hangs up would wake the loop for ever.
                if (events != 0) wanted.push_back({socket.fd(), events, 0});
            };
            add(pair.client, pair.up, pair.down);
            add(pair.server, pair.down, pair.up);
        }
    }
    ::poll(wanted.data(), wanted.size(), waitMs);
    std::uint64_t news = 0;
    if ((wanted[0].revents & POLLIN) != 0 && ::read(m_wake.fd(), &news, sizeof news) < 0)
        qFatal("the proxy cannot read its orders");
}

void FaultProxy::Relay::accept() {
    for (;;) {
        const int fd = ::accept4(m_listener.fd(), nullptr, nullptr, SOCK_CLOEXEC);
        if (fd < 0) return;
        Pair pair;
        pair.client = Socket(fd);
        pair.server = Socket::connectTo(m_target);
        ++m_counts.connections;
        if (!pair.server.isOpen()) {
            pair.client.reset();
            continue;
        }
        if (chance(m_faults.duplicatePercent)) {
            pair.twin = Socket::connectTo(m_target);
            ++m_counts.duplicates;
        }
        m_pairs.push_back(std::move(pair));
    }
}

void FaultProxy::Relay::serve(Pair& pair) {
    if (pair.broken) return;
    read(pair, pair.client, pair.up, true);
    read(pair, pair.server, pair.down, false);
    write(pair, pair.server, pair.up, true);
    write(pair, pair.client, pair.down, false);
    if (pair.twin.isOpen()) drain(pair.twin);
}

void FaultProxy::Relay::read(Pair& pair, const Socket& from, Way& way, bool isUp) {
    if (pair.broken || way.ended || way.held.size() >= kHeldBytes) return;
    QByteArray bytes(kReadBytes, Qt::Uninitialized);
    const auto got = ::recv(from.fd(), bytes.data(), static_cast<std::size_t>(bytes.size()), 0);
    if (got < 0) {
        // ENOTCONN: the server's side is still being connected.
        if (errno != EAGAIN && errno != EINTR && errno != ENOTCONN) pair.broken = true;
        return;
    }
    if (got == 0) {
        way.ended = true;
        return;
    }
    bytes.truncate(got);
    if (isUp ? m_faults.swallowUp : m_faults.swallowDown) {
        m_counts.swallowed += got;
        pair.spoiled = true;
        return;
    }
    if (chance(m_faults.resetPercent)) {
        pair.broken = true;
        return;
    }
    spoil(bytes);
    if (isUp && pair.twin.isOpen()) feedTwin(pair, bytes);
    if (chance(m_faults.stallPercent)) {
        ++m_counts.stalls;
        way.notBeforeMs = m_nowMs + 1 +
                          static_cast<std::int64_t>(
                              m_random.below(static_cast<std::uint64_t>(std::max(1, m_faults.stallMs))));
    }
    way.held += bytes;
}

void FaultProxy::Relay::spoil(QByteArray& bytes) {
    if (m_faults.flipsPerMillion <= 0) return;
    for (char& byte : bytes) {
        if (m_random.below(1'000'000) >= static_cast<unsigned>(m_faults.flipsPerMillion)) continue;
        byte = static_cast<char>(byte ^ (1 << m_random.below(8)));
        ++m_counts.flips;
    }
}

void FaultProxy::Relay::write(Pair& pair, const Socket& to, Way& way, bool isUp) {
    for (int i = 0; i < kWritesARound && !pair.broken && isDue(way); ++i) {
        qint64 most = way.held.size();
        if (m_faults.tiny) most = 1;
        if (m_faults.split) most = 1 + static_cast<qint64>(m_random.below(static_cast<std::uint64_t>(most)));
        qint64& credit = m_credit[isUp ? 0 : 1];
        if (m_faults.bytesPerSecond > 0) most = std::min(most, credit);
        if (most <= 0) return;
        const auto sent = ::send(to.fd(), way.held.constData(), static_cast<std::size_t>(most), MSG_NOSIGNAL);
        if (sent < 0) {
            if (errno != EAGAIN && errno != EINTR && errno != ENOTCONN) pair.broken = true;
            return;
        }
        if (m_faults.bytesPerSecond > 0) credit -= sent;
        (isUp ? m_counts.bytesUp : m_counts.bytesDown) += sent;
        way.held.remove(0, sent);
        // Pieces without any pause would arrive as one.
        const bool pauses = m_random.below(m_faults.tiny ? 32 : 2) == 0;
        if ((m_faults.tiny || m_faults.split) && pauses) way.notBeforeMs = m_nowMs + 1;
    }
    if (way.ended && !way.told && way.held.isEmpty()) {
        to.endWriting();
        way.told = true;
    }
}

/// As far as it takes them at once: what a second arrival misses only makes it odder.
void FaultProxy::Relay::feedTwin(Pair& pair, const QByteArray& bytes) {
    const auto sent =
        ::send(pair.twin.fd(), bytes.constData(), static_cast<std::size_t>(bytes.size()), MSG_NOSIGNAL);
    if (sent < 0 && errno != EAGAIN && errno != EINTR && errno != ENOTCONN) pair.twin.reset();
}

void FaultProxy::Relay::drain(Socket& twin) {
    char nowhere[kReadBytes];
    if (::recv(twin.fd(), nowhere, sizeof nowhere, 0) == 0) twin.close();
}

FaultProxy::FaultProxy(quint16 target, std::uint64_t seed) : m_relay(std::make_unique<Relay>(target, seed)) {}
FaultProxy::~FaultProxy() = default;
quint16 FaultProxy::port() const { return m_relay->port(); }
void FaultProxy::setTarget(quint16 port) { m_relay->setTarget(port); }
void FaultProxy::setFaults(const LineFaults& faults) { m_relay->setFaults(faults); }
void FaultProxy::resetAll() { m_relay->resetAll(); }
LineCounts FaultProxy::counts() const { return m_relay->counts(); }

}  // namespace simrs::test
