// SPDX-License-Identifier: GPL-3.0-or-later
// Live queries: subscribed on every connection, asked again after "changed", at most once a second.
#pragma once

#include <QObject>
#include <functional>
#include <map>

#include "app/client/request_lane.h"

namespace simrs {

class LiveLane final : public QObject {
  public:
    using Then = std::function<void(const Result<QByteArray>&)>;

    LiveLane(LaneHost& host, RequestLane& requests, const LinkTimes& times)
        : m_host(host), m_requests(requests), m_times(times) {}

    /// `number` is positive and the caller's; `then` is called for every answer until `end(number)`.
    void begin(qint64 number, qint64 type, QByteArray payload, Then then);
    void end(qint64 number);

    void onActive();
    void onLost();
    /// The first answer: a reply with correlation -number.
    void onFirstReply(const ReplyMessage& reply);
    void onChanged(qint64 number);
    /// What this computer holds has changed: lists that are shown from it are asked again.
    void onCacheChanged();

  private:
    struct Live {
        qint64 type = 0;
        QByteArray payload;
        Then then;
        std::int64_t askedAtMs = 0;
        bool subscribed = false;
        bool asking = false;
        bool stale = false;  // Changed while an answer was under way.
        bool scheduled = false;
    };
    void sendSubscribe(qint64 number, Live& live);
    void schedule(qint64 number, int ms);
    void askAgain(qint64 number);
    void askCache(qint64 number);
    void answered(qint64 number, const Result<QByteArray>& answer);

    LaneHost& m_host;
    RequestLane& m_requests;
    const LinkTimes& m_times;
    std::map<qint64, Live> m_live;
};

}  // namespace simrs
