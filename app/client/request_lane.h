// SPDX-License-Identifier: GPL-3.0-or-later
// Questions and calls on their way: numbers, deadlines, and waiting for a connection that was just lost. A
// question that the server does not answer in time is answered from what this computer holds.
#pragma once

#include <QObject>
#include <functional>
#include <map>

#include "app/client/jobs.h"
#include "app/client/lane_host.h"
#include "app/client/link_times.h"
#include "common/protocol/messages.h"

namespace simrs {

class RequestLane final : public QObject {
  public:
    using Then = std::function<void(Result<QByteArray>)>;

    RequestLane(LaneHost& host, const LinkTimes& times) : m_host(host), m_times(times) {}

    /// `key` is the asker's own, for cancel; 0 for none.
    void ask(quint64 key, AskJob job, Then then);
    void cancel(quint64 key);

    void onActive();
    void onLost();
    /// Nobody is logged in any more: everything waiting ends with SessionExpired.
    void onLoggedOut();
    void onReply(const ReplyMessage& reply);

  private:
    struct Running {
        quint64 key = 0;
        AskJob job;
        Then then;
        bool sent = false;  // On this connection.
        bool askedCache = false;
    };
    void pump();
    void holdFor(qint64 number);
    void askCacheAfter(qint64 number, int ms);
    void askCache(qint64 number);
    void finish(qint64 number, Result<QByteArray> answer);

    LaneHost& m_host;
    const LinkTimes& m_times;
    std::map<qint64, Running> m_running;  // By correlation, ascending: the order of asking.
    qint64 m_last = 0;
};

}  // namespace simrs
