// SPDX-License-Identifier: GPL-3.0-or-later
// A call that one thread waits for, also beside a socket: an eventfd (Linux).
#pragma once

#include <atomic>

namespace simrs {

class WakeSignal {
  public:
    WakeSignal();
    ~WakeSignal();
    WakeSignal(const WakeSignal&) = delete;
    WakeSignal& operator=(const WakeSignal&) = delete;

    /// From any thread; cheap where it has been raised and not been taken yet.
    void raise();
    /// Waits until it is raised, `ms` at most; takes it. False when the time was over first.
    bool wait(int ms);
    /// Takes it without waiting. Whoever takes it looks at what there is to do only then.
    bool take();
    int handle() const { return m_handle; }  ///< Readable while it is raised.

  private:
    const int m_handle;
    std::atomic<bool> m_raised{false};
};

}  // namespace simrs
