// SPDX-License-Identifier: GPL-3.0-or-later
// Chaos, healing, judgement.
#include "tests/sync/sim_world.h"

#include "common/core/case_item.h"
#include "tests/sync/sim_checks.h"

namespace simrs::sim {
namespace {

constexpr std::int64_t kChaosMs = 60'000;
constexpr std::int64_t kHealedMs = 180'000;  // By then everything must be quiet.
constexpr int kMostViolations = 8;

bool oneIn(Random& random, std::uint64_t n) { return random.below(n) == 0; }

}  // namespace

World::World(std::uint64_t seed)
    : m_seed(seed), m_random(seed), m_events(m_clock), m_server(m_clock, m_random, m_events) {
    const int devices = 2 + static_cast<int>(m_random.below(4));
    for (int i = 0; i < devices; ++i) {
        QStringList keys;
        for (const Clinic& clinic : m_server.clinics())
            if (m_random.below(2)) keys.append(QStringLiteral("unit:") + clinic.id.toString());
        m_devices.push_back(std::make_unique<SimDevice>(m_clock, m_random, m_events, m_server, keys));
        m_devices.back()->onChanged = [this](SimDevice& device) {
            ++m_stats.batches;
            m_stats.violations += checkShown(m_server, device, m_shown[device.id()]);
        };
        planLife(*m_devices.back());
    }
    m_server.setOverloaded(true);
    planServer();
}

void World::planLife(SimDevice& device) {
    m_events.in(1 + static_cast<std::int64_t>(m_random.below(1500)), [this, &device] {
        if (!m_chaos) return;
        act(device);
        trouble(device);
        if (oneIn(m_random, 25)) m_stats.violations += checkCache(m_server, device);
        if (m_stats.violations.size() < kMostViolations) planLife(device);
    });
}

void World::act(SimDevice& device) {
    if (!device.isOn()) return;
    bool saved = false;
    switch (m_random.below(8)) {
        case 0:
        case 1:
            saved = device.registerPatient();
            break;
        case 2:
        case 3:
            saved = device.editPatient();
            break;
        case 4:
            saved = device.cancelVisit();
            break;
        default:
            saved = device.registerVisit();
    }
    m_stats.commands += saved;
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
            device.files().setFull(oneIn(m_random, 3));
            break;
        case 8: {
            QStringList keys = m_server.keys(device.id());
            const Clinic& clinic = m_server.clinics()[static_cast<qsizetype>(m_random.below(4))];
            const QString key = QStringLiteral("unit:") + clinic.id.toString();
            if (!keys.removeOne(key)) keys.append(key);
            m_server.setKeys(device.id(), keys);
            break;
        }
        default:
            break;
    }
}

void World::planServer() {
    m_events.in(2000 + static_cast<std::int64_t>(m_random.below(20'000)), [this] {
        if (!m_chaos) return;
        ++m_stats.crashes;
        m_server.crash();
        for (const auto& device : m_devices) device->disconnect();
        m_events.in(1 + static_cast<std::int64_t>(m_random.below(3000)), [this] { m_server.start(); });
        planServer();
    });
}

/// The network is back, the disks have room, nobody types any more.
void World::heal() {
    m_chaos = false;
    m_server.setOverloaded(false);
    if (!m_server.isUp()) m_server.start();
    for (const auto& device : m_devices) device->files().clear();
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
    if (!m_stats.violations.isEmpty()) return m_stats;
    m_stats.violations += checkServer(m_server, m_devices);
    for (const auto& device : m_devices) {
        if (!device->isOn()) {
            m_stats.violations.append(QStringLiteral("a device never came up again"));
            continue;
        }
        m_stats.violations += checkCache(m_server, *device);
        m_stats.violations += checkConverged(m_server, *device);
        for (const CommandResult& result : device->results()) m_stats.refused += result.error != 0;
    }
    return m_stats;
}

}  // namespace simrs::sim
