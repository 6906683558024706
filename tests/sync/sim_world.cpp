// SPDX-License-Identifier: GPL-3.0-or-later
// Chaos, healing, judgement.
#include "tests/sync/sim_world.h"

#include "tests/sync/clinic_day.h"
#include "tests/sync/random_work.h"

namespace simrs::sim {
namespace {

constexpr std::int64_t kChaosMs = 60'000;
constexpr std::int64_t kHealedMs = 180'000;  // By then everything must be quiet.
constexpr std::int64_t kQuickMs = 80;
constexpr std::int64_t kSlowMs = 3000;
constexpr int kMostViolations = 8;
constexpr std::int64_t kYearMs = 365LL * 24 * 60 * 60 * 1000;

bool oneIn(Random& random, std::uint64_t n) { return random.below(n) == 0; }
std::int64_t upTo(Random& random, std::uint64_t ms) {
    return 1 + static_cast<std::int64_t>(random.below(ms));
}

}  // namespace

World::World(std::uint64_t seed, FilePool& pool)
    : m_pool(pool),
      m_random(seed),
      m_events(m_clock),
      m_server(m_clock, m_random, m_events, pool, 1 + static_cast<int>(m_random.below(3))) {
    if (oneIn(m_random, 2))
        m_work = std::make_unique<RandomWork>();
    else
        m_work = std::make_unique<ClinicDay>();
    const int devices = 2 + static_cast<int>(m_random.below(oneIn(m_random, 8) ? 11 : 4));
    for (int i = 0; i < devices; ++i) addDevice();
    m_server.setOverloaded(true);
    m_copies = oneIn(m_random, 3);
    if (m_copies)
        m_server.keepCopies();
    else if (oneIn(m_random, 8))
        m_events.in(upTo(m_random, kChaosMs), [this] { cloneOne(); });
    planServer();
    planRelay();
}

void World::addDevice() {
    QStringList keys;
    for (const Clinic& clinic : m_server.clinics())
        if (m_random.below(2)) keys.append(QStringLiteral("unit:") + clinic.id.toString());
    for (const Depot& depot : m_server.depots())
        if (m_random.below(2)) keys.append(QStringLiteral("depot:") + depot.id.toString());
    m_devices.push_back(
        std::make_unique<SimDevice>(Surroundings{m_clock, m_random, m_events, m_pool, m_server}, keys));
    begin(*m_devices.back());
}

void World::begin(SimDevice& device) {
    device.wire().setRelay(oneIn(m_random, 4));
    device.wire().setSlowestMs(oneIn(m_random, 4) ? kSlowMs : kQuickMs);
    device.onChanged = [this](SimDevice& changed) {
        ++m_stats.looks;
        m_stats.violations += m_witness.look(changed);
    };
    planLife(device);
}

void World::planLife(SimDevice& device) {
    m_events.in(upTo(m_random, 1500), [this, &device] {
        if (!m_chaos) return;
        if (device.isOn()) m_stats.commands += m_work->act(device);
        trouble(device);
        if (device.isUnsettled() || oneIn(m_random, 25)) m_stats.violations += checkCache(device);
        if (m_stats.violations.size() < kMostViolations) planLife(device);
    });
}

void World::trouble(SimDevice& device) {
    switch (m_random.below(16)) {
        case 0:
        case 1:
            device.disconnect();
            break;
        case 2:
        case 3:
        case 4:
        case 5:
            device.connect();
            break;
        case 6:
            device.files().cutAt(1 + static_cast<int>(m_random.below(6)), oneIn(m_random, 2));
            ++m_stats.crashes;
            break;
        case 7:
            if (oneIn(m_random, 3))
                device.files().fillAt(1 + static_cast<int>(m_random.below(6)));
            else
                device.files().makeRoom();
            break;
        case 8:
            changeKeys(device);
            break;
        case 9:
            troubleWire(device);
            break;
        default:
            break;
    }
}

void World::troubleWire(SimDevice& device) {
    device.wire().setDeaf(oneIn(m_random, 4), oneIn(m_random, 4));
    if (oneIn(m_random, 3))
        device.clock().setOff((static_cast<std::int64_t>(m_random.below(21)) - 10) * kYearMs);
    else
        device.clock().setOff(0);
}

/// A desk moves to another clinic or depot.
void World::changeKeys(SimDevice& device) {
    QStringList keys = m_server.keys(device.id());
    const auto place = static_cast<qsizetype>(m_random.below(6));
    const QString key = place < 4 ? QStringLiteral("unit:") + m_server.clinics()[place].id.toString()
                                  : QStringLiteral("depot:") + m_server.depots()[place - 4].id.toString();
    if (!keys.removeOne(key)) keys.append(key);
    m_server.setKeys(device.id(), keys);
}

void World::planServer() {
    m_events.in(1000 + upTo(m_random, 12'000), [this] {
        if (!m_chaos) return;
        serverTrouble();
        planServer();
    });
}

void World::serverTrouble() {
    if (m_copies && oneIn(m_random, 2)) return m_server.backUp();
    const bool lost = m_copies && oneIn(m_random, 3) && m_server.restore();
    m_stats.restores += lost;
    ++m_stats.crashes;
    // A restored server's programs are all down.
    int node = static_cast<int>(m_random.below(static_cast<std::uint64_t>(m_server.nodes())));
    if (!lost) m_server.crash(node);
    const int last = lost ? m_server.nodes() - 1 : node;
    for (node = lost ? 0 : node; node <= last; ++node)
        m_events.in(upTo(m_random, 3000), [this, node] { m_server.start(node); });
}

/// Somebody has copied a disk to a second machine.
void World::cloneOne() {
    SimDevice& original = *m_devices.front();
    if (!m_chaos || !original.isOn()) return;
    m_original = &original;
    m_common = original.saved().size();
    m_devices.push_back(
        std::make_unique<SimDevice>(Surroundings{m_clock, m_random, m_events, m_pool, m_server}, original));
    begin(*m_devices.back());
    // Both go on at once: the closer they stay, the more alike their numbers are.
    for (const std::int64_t ms : {500, 1500, 3000})
        m_events.in(ms, [this] {
            m_original->connect();
            m_devices.back()->connect();
        });
}

/// Relays take new connections whenever they like, also when all is well.
void World::planRelay() {
    m_events.in(upTo(m_random, 5000), [this] {
        for (const auto& device : m_devices) device->wire().relink();
        if (m_chaos) planRelay();
    });
}

/// The network is back, the disks have room, the clocks are right, nobody types any more.
void World::heal() {
    m_chaos = false;
    m_server.setOverloaded(false);
    for (int node = 0; node < m_server.nodes(); ++node) m_server.start(node);
    for (const auto& device : m_devices) {
        device->files().clear();
        device->clock().setOff(0);
        device->wire().setDeaf(false, false);
        device->wire().setSlowestMs(kQuickMs);
    }
    planRelay();
    m_events.in(0, [this] { keepConnected(); });
}

void World::keepConnected() {
    for (const auto& device : m_devices) device->connect();
    m_events.in(1000, [this] { keepConnected(); });
}

RunStats World::run() {
    while (m_clock.monotonicMs() < kChaosMs && m_events.runNext(kChaosMs)) {
    }
    heal();
    while (m_clock.monotonicMs() < kHealedMs && m_events.runNext(kHealedMs)) {
    }
    m_server.settle();
    while (m_events.runNext(kHealedMs + 10'000)) {
    }
    if (m_stats.violations.isEmpty()) judge();
    return m_stats;
}

void World::judge() {
    m_stats.violations += checkServer(m_server, m_devices);
    m_stats.violations += checkStock(m_server, m_stats.restores == 0 && !m_original);
    if (m_original) m_stats.violations += checkClones(m_server, *m_original, *m_devices.back(), m_common);
    for (const auto& device : m_devices) {
        if (!device->isOn()) {
            m_stats.violations.append(QStringLiteral("a device never came up again"));
            continue;
        }
        m_stats.violations += m_witness.look(*device);
        m_stats.violations += checkCache(*device);
        // Of two machines with one outbox, one is not heard and shows what it could not send.
        if (!device->isCloned()) m_stats.violations += checkConverged(*device);
        for (const CommandResult& result : device->results()) m_stats.refused += result.error != 0;
    }
}

}  // namespace simrs::sim
