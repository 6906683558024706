// SPDX-License-Identifier: GPL-3.0-or-later
// eventfd and poll.
#include "common/store/wake_signal.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <QtGlobal>
#include <cstdint>

namespace simrs {

WakeSignal::WakeSignal() : m_handle(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
    if (m_handle < 0) qFatal("no eventfd: too many open files");
}

WakeSignal::~WakeSignal() { ::close(m_handle); }

void WakeSignal::raise() {
    if (m_raised.exchange(true)) return;
    const std::uint64_t one = 1;
    // It cannot fail: the counter is far from its end.
    [[maybe_unused]] const auto written = ::write(m_handle, &one, sizeof one);
}

bool WakeSignal::take() {
    std::uint64_t count = 0;
    if (::read(m_handle, &count, sizeof count) != sizeof count) return false;
    // After the read: a call that comes in between belongs to this taking.
    m_raised = false;
    return true;
}

bool WakeSignal::wait(int ms) {
    pollfd one{m_handle, POLLIN, 0};
    ::poll(&one, 1, ms);
    return take();
}

}  // namespace simrs
