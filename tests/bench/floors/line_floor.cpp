// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/floors/line_floor.h"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <QByteArray>
#include <array>
#include <chrono>
#include <thread>

#include "tests/bench/bench_options.h"
#include "tests/bench/cpu_time.h"
#include "tests/net/tls_client.h"
#include "tests/support/fault_proxy.h"

namespace simrs::bench {
namespace {

int listenOnLoopback(quint16& port) {
    const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* plain = reinterpret_cast<sockaddr*>(&address);
    if (listener < 0 || ::bind(listener, plain, size) != 0 || ::listen(listener, 1) != 0 ||
        ::getsockname(listener, plain, &size) != 0)
        giveUp(QStringLiteral("no port on loopback"));
    port = ntohs(address.sin_port);
    return listener;
}

void sendAll(int listener, qint64 bytes) {
    const int peer = ::accept(listener, nullptr, nullptr);
    const QByteArray chunk(64 * 1024, 'x');
    while (bytes > 0) {
        const auto size = static_cast<std::size_t>(std::min<qint64>(bytes, chunk.size()));
        const ssize_t sent = ::send(peer, chunk.constData(), size, MSG_NOSIGNAL);
        if (sent <= 0) break;
        bytes -= sent;
    }
    ::close(peer);
}

}  // namespace

LineCopy copyOverLine(qint64 bytes, qint64 bytesPerSecond) {
    const double cpuBefore = ownCpuSeconds();
    quint16 port = 0;
    const int listener = listenOnLoopback(port);
    test::FaultProxy line(port, 1);
    test::LineFaults slow;
    slow.bytesPerSecond = bytesPerSecond;
    line.setFaults(slow);
    std::thread sender([&] { sendAll(listener, bytes); });
    const auto began = std::chrono::steady_clock::now();
    const int socket = test::connectPlain(line.port());
    std::array<char, 64 * 1024> chunk{};
    qint64 come = 0;
    while (come < bytes) {
        const ssize_t size = ::recv(socket, chunk.data(), chunk.size(), 0);
        if (size <= 0) giveUp(QStringLiteral("the line broke"));
        come += size;
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
    ::close(socket);
    sender.join();
    ::close(listener);
    return {took.count(), ownCpuSeconds() - cpuBefore};
}

}  // namespace simrs::bench
