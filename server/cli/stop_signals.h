// SPDX-License-Identifier: GPL-3.0-or-later
// Unix signals as calls on the main thread.
#pragma once

#include <QSocketNotifier>
#include <functional>
#include <memory>

namespace simrs {

/// One at a time. SIGTERM and SIGINT call `stop` once; a second one ends the program at once, as it would
/// have without this. SIGHUP calls `reload`.
class StopSignals {
  public:
    StopSignals(std::function<void()> stop, std::function<void()> reload);
    ~StopSignals();
    StopSignals(const StopSignals&) = delete;
    StopSignals& operator=(const StopSignals&) = delete;

  private:
    void handle();

    std::function<void()> m_stop;
    std::function<void()> m_reload;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

}  // namespace simrs
