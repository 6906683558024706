// SPDX-License-Identifier: GPL-3.0-or-later
// Delays, one-way silence, the relay.
#include "tests/sync/sim_wire.h"

namespace simrs::sim {

SimWire::SimWire(SimClock& clock, Random& random, Events& events, SimServer& server, const DeviceId& device,
                 Ears ears)
    : m_clock(clock),
      m_random(random),
      m_events(events),
      m_server(server),
      m_device(device),
      m_ears(std::move(ears)) {}

bool SimWire::open() {
    if (!link()) return false;
    m_open = true;
    ++m_connection;
    return true;
}

bool SimWire::link() {
    m_link = m_server.connect(m_device);
    if (m_link == 0) return false;
    m_server.listen(
        m_link, {[this, link = m_link](const ResultMessage& message) { bring(link, message, m_ears.result); },
                 [this, link = m_link](const FeedBatch& batch) { bring(link, batch, m_ears.batch); },
                 [this, link = m_link] { broken(link); }});
    return true;
}

void SimWire::broken(int link) {
    if (link != m_link) return;
    m_link = 0;
    if (m_relay) return;
    m_open = false;
    m_ears.broken();
}

void SimWire::close() {
    if (!m_open) return;
    m_open = false;
    m_server.disconnect(std::exchange(m_link, 0));
}

void SimWire::relink() {
    if (!m_open || !m_relay) return;
    m_server.disconnect(m_link);
    link();
}

void SimWire::setDeaf(bool up, bool down) {
    m_deafUp = up;
    m_deafDown = down;
}

std::int64_t SimWire::arrival(std::int64_t& last) {
    const auto range = static_cast<std::uint64_t>(m_slowestMs);
    last = std::max(last, m_clock.monotonicMs() + 1 + static_cast<std::int64_t>(m_random.below(range)));
    return last;
}

void SimWire::carry(std::function<void()> deliver) {
    if (!m_open || m_deafUp) return;
    // What is on its way when the connection breaks may still arrive: the server forgets a link when it hears
    // of the end.
    m_events.at(arrival(m_arrivesMs), std::move(deliver));
}

void SimWire::send(const CommandMessage& command) {
    carry([this, link = m_link, command] { m_server.take(link, command); });
}

void SimWire::send(const FollowFeed& follow) {
    carry([this, link = m_link, follow] { m_server.take(link, follow); });
}

template <class M>
void SimWire::bring(int link, const M& message, const std::function<void(const M&)>& take) {
    if (m_deafDown || link != m_link) return;
    const auto deliver = [this, message, &take](int connection, bool late) {
        if (m_open && (late ? m_relay : connection == m_connection)) take(message);
    };
    m_events.at(arrival(m_comesMs), [deliver, connection = m_connection] { deliver(connection, false); });
    if (!m_relay) return;
    if (m_random.below(10) == 0)
        m_events.at(m_comesMs, [deliver, connection = m_connection] { deliver(connection, false); });
    if (m_random.below(10) == 0)
        m_events.in(static_cast<std::int64_t>(m_random.below(20'000)),
                    [deliver, connection = m_connection] { deliver(connection, true); });
}

}  // namespace simrs::sim
