// SPDX-License-Identifier: GPL-3.0-or-later
// A simulated device: the real outbox, replica and session over files in memory, behind a wire that delays
// and breaks. A crash throws away everything but the files, wherever the fault plan says: before or after any
// commit.
#pragma once

#include <QTemporaryDir>

#include "common/sync/device_core.h"
#include "tests/sync/sim_server.h"

namespace simrs::sim {

/// Thrown out of a commit: the power is gone.
struct PowerCut {};

/// What goes wrong with the files of one device, and when.
class FilePlan final : public CommitWatch {
  public:
    /// The `nth` commit from now on is cut: before it happens, or right after.
    void cutAt(int nth, bool before) {
        m_cutIn = nth;
        m_before = before;
    }
    void setFull(bool full) { m_full = full; }
    void clear() {
        m_cutIn = 0;
        m_full = false;
    }
    /// Who looks at the files from outside meets no trouble.
    void pause(bool paused) { m_paused = paused; }
    void beforeCommit() override;
    void afterCommit() override;

  private:
    int m_cutIn = 0;  // Commits until the power goes; 0: it stays.
    bool m_before = false;
    bool m_cutAfter = false;  // The commit that is happening is the last.
    bool m_full = false;
    bool m_paused = false;
};

class SimDevice {
  public:
    SimDevice(SimClock& clock, Random& random, Events& events, SimServer& server, const QStringList& keys);

    // What a person does. False where the device could not keep it, and he was told so.
    bool registerPatient();
    bool editPatient();
    bool registerVisit();
    bool cancelVisit();

    void connect();
    void disconnect();
    void crash(std::int64_t downMs);
    bool isOn() const { return m_core != nullptr; }
    bool isConnected() const { return m_link != 0; }
    FilePlan& files() { return m_plan; }
    void setSlowestMs(std::int64_t ms) { m_slowestMs = ms; }

    const DeviceId& id() const { return m_id; }
    /// The commands whose author was told "saved", in that order.
    const QList<CommandId>& saved() const { return m_saved; }
    const QHash<CommandId, CommandResult>& results() const { return m_results; }
    Outbox* outbox() { return m_outbox.get(); }
    Store* cache() { return m_cache.get(); }
    Replica* replica() { return m_replica.get(); }
    /// Called whenever the cache shows something new.
    std::function<void(SimDevice&)> onChanged;

  private:
    class Desk;
    void start();
    void guarded(const std::function<void()>& work);
    template <class R>
    bool submit(R command);
    template <class E>
    std::optional<E> anyRow();
    void send(std::function<void()> deliver);
    void receive(int link, std::function<void()> take);
    void supplyNumbers();
    void tick();

    SimClock& m_clock;
    Random& m_random;
    Events& m_events;
    SimServer& m_server;
    QTemporaryDir m_folder;
    FilePlan m_plan;
    DeviceId m_id;
    std::unique_ptr<Outbox> m_outbox;
    std::unique_ptr<Store> m_cache;
    std::unique_ptr<Replica> m_replica;
    std::unique_ptr<DeviceCore> m_core;
    QList<CommandId> m_saved;
    QHash<CommandId, CommandResult> m_results;
    int m_link = 0;
    int m_life = 0;
    std::int64_t m_slowestMs = 80;
    std::int64_t m_arrivesMs = 0;  // A wire keeps the order: nothing arrives before what was sent before it.
    std::int64_t m_comesMs = 0;
};

}  // namespace simrs::sim
