// SPDX-License-Identifier: GPL-3.0-or-later
// The way between a device and the server. A connection keeps the order and loses nothing until it breaks,
// except where it is told otherwise: it may be deaf in one direction, which neither end can tell from
// slowness, and it may lead over a relay, which takes a new connection to the server whenever it likes, says
// things twice, and says late what it was told long ago.
#pragma once

#include "tests/sync/sim_server.h"

namespace simrs::sim {

class SimWire {
  public:
    struct Ears {
        std::function<void(const ResultMessage&)> result;
        std::function<void(const FeedBatch&)> batch;
        std::function<void()> broken;  ///< The other end is gone.
    };
    SimWire(SimClock& clock, Random& random, Events& events, SimServer& server, const DeviceId& device,
            Ears ears);

    /// False where no server answers.
    bool open();
    void close();
    bool isOpen() const { return m_open; }
    void send(const CommandMessage& command);
    void send(const FollowFeed& follow);

    void setSlowestMs(std::int64_t ms) { m_slowestMs = ms; }
    /// What is sent this way vanishes.
    void setDeaf(bool up, bool down);
    /// From now on there is a relay in between.
    void setRelay(bool relay) { m_relay = relay; }
    /// The relay's own connection breaks and is made anew; the device does not notice.
    void relink();

  private:
    bool link();
    void broken(int link);
    std::int64_t arrival(std::int64_t& last);
    void carry(std::function<void()> deliver);
    template <class M>
    void bring(int link, const M& message, const std::function<void(const M&)>& take);

    SimClock& m_clock;
    Random& m_random;
    Events& m_events;
    SimServer& m_server;
    DeviceId m_device;
    Ears m_ears;
    bool m_open = false;
    bool m_relay = false;
    bool m_deafUp = false;
    bool m_deafDown = false;
    int m_link = 0;
    int m_connection = 0;
    std::int64_t m_slowestMs = 80;
    std::int64_t m_arrivesMs = 0;  // Nothing arrives before what was sent before it.
    std::int64_t m_comesMs = 0;
};

}  // namespace simrs::sim
