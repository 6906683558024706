// SPDX-License-Identifier: GPL-3.0-or-later
// Two threads for argon2, with a bounded queue: a storm of log-ins waits, it does not stop the workers.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace simrs {

class PasswordPool {
  public:
    PasswordPool();
    ~PasswordPool();
    /// Ends the threads; what waits is dropped and nothing is taken any more. Again does nothing.
    void close();
    /// Thread-safe; false when too many wait, and after close().
    bool run(std::function<void()> work);

  private:
    void loop();
    std::mutex m_mutex;
    std::condition_variable m_filled;
    std::deque<std::function<void()>> m_queue;
    std::vector<std::thread> m_threads;
    bool m_closed = false;
};

}  // namespace simrs
