// SPDX-License-Identifier: GPL-3.0-or-later
// The argon2 threads.
#include "server/exec/password_pool.h"

namespace simrs {
namespace {
constexpr int kThreads = 2;
constexpr std::size_t kWaiting = 512;
}  // namespace

PasswordPool::PasswordPool() {
    for (int i = 0; i < kThreads; ++i) m_threads.emplace_back([this] { loop(); });
}

PasswordPool::~PasswordPool() { close(); }

void PasswordPool::close() {
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
        m_queue.clear();
    }
    m_filled.notify_all();
    for (std::thread& thread : m_threads) thread.join();
    m_threads.clear();
}

bool PasswordPool::run(std::function<void()> work) {
    {
        const std::lock_guard lock(m_mutex);
        if (m_closed || m_queue.size() >= kWaiting) return false;
        m_queue.push_back(std::move(work));
    }
    m_filled.notify_one();
    return true;
}

void PasswordPool::loop() {
    for (;;) {
        std::function<void()> work;
        {
            std::unique_lock lock(m_mutex);
            m_filled.wait(lock, [this] { return m_closed || !m_queue.empty(); });
            if (m_closed) return;
            work = std::move(m_queue.front());
            m_queue.pop_front();
        }
        work();
    }
}

}  // namespace simrs
