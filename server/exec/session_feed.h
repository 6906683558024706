// SPDX-License-Identifier: GPL-3.0-or-later
// One device's questions for the feed: each is answered once, now or when there is something for it.
#pragma once

#include <atomic>
#include <memory>
#include <optional>

#include "common/sync/feed_service.h"
#include "server/exec/services.h"
#include "server/net/connection.h"

namespace simrs {

/// Lives on the I/O thread; workers answer through it.
class SessionFeed : public std::enable_shared_from_this<SessionFeed> {
  public:
    SessionFeed(std::shared_ptr<Connection> connection, const Services& services, const DeviceId& device);

    /// A later question replaces an earlier one: a device asks again when it has waited for long.
    void follow(const FollowFeed& question);
    void close();

  private:
    void ask();
    Result<std::optional<FeedBatch>> answer(Store& store, const FollowFeed& question) const;
    void answered(const Result<std::optional<FeedBatch>>& batch);
    void told();
    void stopWaiting();

    std::shared_ptr<Connection> m_connection;
    Services m_services;
    DeviceId m_device;
    FeedService m_feed;
    std::optional<FollowFeed> m_question;
    quint64 m_waiting = 0;  // The fan-out's number; 0: does not wait.
    bool m_asking = false;
    bool m_again = false;  // Something came while a worker was reading, or the question is another.
    bool m_closed = false;
};

}  // namespace simrs
