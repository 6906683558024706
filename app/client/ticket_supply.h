// SPDX-License-Identifier: GPL-3.0-or-later
// Sees to it that the device holds queue numbers of its own: under every letter, for today and tomorrow.
#pragma once

#include <QObject>
#include <QTimer>
#include <memory>

#include "app/client/lane_host.h"
#include "app/client/request_lane.h"
#include "common/registration/master_requests.h"
#include "common/sync/outbox.h"

namespace simrs {

class TicketSupply final : public QObject {
  public:
    TicketSupply(LaneHost& host, RequestLane& requests);

    /// Null while no server is chosen.
    void setOutbox(Outbox* outbox);
    void setMasters(std::shared_ptr<const Masters> masters);
    /// Nothing may be taken while this device and the server disagree.
    void setBlocked(bool blocked) { m_blocked = blocked; }
    /// Asks for the most urgent range that is missing, and goes on until none is; nothing while there is no
    /// connection. Called after every use of a number, and by itself once a minute: midnight asks for others.
    void supply();

  private:
    void supplied(const TakeTicketRange& question, const Result<QByteArray>& answer);

    LaneHost& m_host;
    RequestLane& m_requests;
    Outbox* m_outbox = nullptr;
    std::shared_ptr<const Masters> m_masters;
    bool m_blocked = false;
    bool m_running = false;
    QTimer m_timer;
};

}  // namespace simrs
