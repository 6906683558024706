// SPDX-License-Identifier: GPL-3.0-or-later
// Sees to it that the device holds numbers of its own: blocks, and ranges of queue numbers under every
// letter, for today and tomorrow.
#pragma once

#include <QObject>
#include <QTimer>
#include <array>
#include <functional>
#include <memory>

#include "app/client/lane_host.h"
#include "app/client/link_times.h"
#include "app/client/request_lane.h"
#include "common/registration/master_requests.h"
#include "common/sync/outbox.h"

namespace simrs {

class NumberSupply final : public QObject {
  public:
    /// `onBlock` is called when a block has come: whoever waits for numbers may try again.
    NumberSupply(LaneHost& host, RequestLane& requests, const LinkTimes& times,
                 std::function<void()> onBlock);

    /// Null while no server is chosen.
    void setOutbox(Outbox* outbox);
    void setMasters(std::shared_ptr<const Masters> masters);
    /// Nothing may be taken while this device and the server disagree.
    void setBlocked(bool blocked) { m_blocked = blocked; }
    /// Asks for what is missing, and goes on until nothing is; nothing while there is no connection. Called
    /// after every use of a number, and for tickets by itself once a minute: midnight asks for others.
    void supply();

  private:
    bool mayAsk(Permission permission) const;
    void supplyBlock(NumberKind kind);
    void suppliedBlock(NumberKind kind, const Result<QByteArray>& answer);
    void supplyTickets();
    void suppliedTickets(const TakeTicketRange& question, const Result<QByteArray>& answer);

    LaneHost& m_host;
    RequestLane& m_requests;
    const LinkTimes& m_times;
    std::function<void()> m_onBlock;
    Outbox* m_outbox = nullptr;
    std::shared_ptr<const Masters> m_masters;
    bool m_blocked = false;
    std::array<bool, 2> m_askingBlock{};  // By kind of block.
    bool m_askingTickets = false;
    QTimer m_timer;
};

}  // namespace simrs
