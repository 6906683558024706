// SPDX-License-Identifier: GPL-3.0-or-later
// A pipe to oneself: in a signal handler nothing but write() is allowed.
#include "server/cli/stop_signals.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>

namespace simrs {
namespace {

int g_pipe[2] = {-1, -1};

void onSignal(int number) {
    const int before = errno;
    const auto byte = static_cast<unsigned char>(number);
    [[maybe_unused]] const ssize_t written = ::write(g_pipe[1], &byte, 1);
    errno = before;
}

void catchSignal(int number) {
    struct sigaction action {};
    action.sa_handler = onSignal;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    sigaction(number, &action, nullptr);
}

}  // namespace

StopSignals::StopSignals(std::function<void()> stop, std::function<void()> reload)
    : m_stop(std::move(stop)), m_reload(std::move(reload)) {
    if (::pipe2(g_pipe, O_CLOEXEC | O_NONBLOCK) != 0) qFatal("no pipe for signals");
    m_notifier = std::make_unique<QSocketNotifier>(g_pipe[0], QSocketNotifier::Read);
    QObject::connect(m_notifier.get(), &QSocketNotifier::activated, m_notifier.get(), [this] { handle(); });
    for (const int number : {SIGTERM, SIGINT, SIGHUP}) catchSignal(number);
    // A client that goes away while it is written to is no reason to end.
    ::signal(SIGPIPE, SIG_IGN);
}

StopSignals::~StopSignals() {
    for (const int number : {SIGTERM, SIGINT, SIGHUP}) ::signal(number, SIG_DFL);
    m_notifier.reset();
    ::close(g_pipe[0]);
    ::close(g_pipe[1]);
}

void StopSignals::handle() {
    std::array<unsigned char, 16> numbers{};
    const ssize_t count = ::read(g_pipe[0], numbers.data(), numbers.size());
    for (ssize_t i = 0; i < count; ++i) {
        if (numbers[static_cast<std::size_t>(i)] == SIGHUP) {
            m_reload();
            continue;
        }
        ::signal(SIGTERM, SIG_DFL);
        ::signal(SIGINT, SIG_DFL);
        m_stop();
    }
}

}  // namespace simrs
