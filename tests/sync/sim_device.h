// SPDX-License-Identifier: GPL-3.0-or-later
// A simulated device: the real outbox, replica and session over files in memory, behind a wire that delays
// and breaks. A crash throws away everything but the files, wherever the fault plan says: before or after any
// commit.
#pragma once

#include "common/hospital/hospital.h"
#include "common/sync/device_core.h"
#include "tests/sync/sim_wire.h"

namespace simrs::sim {

/// What all devices of a world stand in.
struct Surroundings {
    SimClock& clock;
    Random& random;
    Events& events;
    FilePool& pool;
    SimServer& server;
};

class SimDevice {
  public:
    SimDevice(const Surroundings& around, const QStringList& keys);
    /// Another machine with copies of its files: somebody has cloned the disk.
    SimDevice(const Surroundings& around, SimDevice& original);

    /// A person does something: prepared where he sits, written to the outbox. False where the rules or the
    /// disk said no, and he was told so.
    template <class R>
    bool submit(R command);
    /// What the person sees.
    template <class E>
    QList<E> rows();

    void connect();
    void disconnect();
    void crash(std::int64_t downMs);
    bool isOn() const { return m_core != nullptr; }
    SimWire& wire() { return m_wire; }
    SimFiles& files() { return m_files; }
    DeskClock& clock() { return m_clock; }
    Random& random() { return m_around.random; }
    SimServer& server() { return m_around.server; }

    const DeviceId& id() const { return m_id; }
    /// There are two machines of this name.
    bool isCloned() const { return m_cloned; }
    /// Its rows may be newer than its position.
    bool isUnsettled();
    /// The commands whose author was told "saved", in that order.
    const QList<CommandId>& saved() const { return m_saved; }
    const QHash<CommandId, CommandResult>& results() const { return m_results; }
    Outbox* outbox() { return m_outbox.get(); }
    Store* cache() { return m_cache.get(); }
    Replica* replica() { return m_replica.get(); }
    /// Called whenever the cache shows something new.
    std::function<void(SimDevice&)> onChanged;

  private:
    SimDevice(const Surroundings& around, const DeviceId& id);
    class Desk;
    void start();
    Status openFiles();
    void guarded(const std::function<void()>& work);
    void supplyNumbers();
    void tick();
    CommandContext contextNow();
    /// Fills the payload and says which numbers it took.
    using Preparing = std::function<Status(Prepare& desk, QByteArray& payload, QList<NumberUse>& numbers)>;
    bool keep(const RequestInfo& info, const Preparing& prepare);

    Surroundings m_around;
    DeskClock m_clock;
    SimFiles m_files;
    DeviceId m_id;
    SimWire m_wire;
    std::unique_ptr<Outbox> m_outbox;
    std::unique_ptr<Store> m_cache;
    std::unique_ptr<Replica> m_replica;
    std::unique_ptr<DeviceCore> m_core;
    QList<CommandId> m_saved;
    QHash<CommandId, CommandResult> m_results;
    int m_life = 0;
    bool m_cloned = false;
};

template <class R>
bool SimDevice::submit(R command) {
    return keep(R::info, [&](Prepare& desk, QByteArray& payload, QList<NumberUse>& numbers) -> Status {
        SIMRS_TRY(R::prepare(desk, command));
        payload = encode(command);
        numbers = R::numbers(command);
        return {};
    });
}

template <class E>
QList<E> SimDevice::rows() {
    QList<E> rows;
    if (!m_core) return rows;
    m_files.pause(true);
    const Status read = m_cache->onCache(m_replica->entities(), [&](CacheTx& tx) -> Status {
        rows = tx.all<E>();
        return {};
    });
    m_files.pause(false);
    return read ? rows : QList<E>();
}

}  // namespace simrs::sim
