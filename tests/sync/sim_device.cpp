// SPDX-License-Identifier: GPL-3.0-or-later
// A desk, its files, its power.
#include "tests/sync/sim_device.h"

namespace simrs::sim {
namespace {

DatabaseConfig fileNamed(const char* name) {
    DatabaseConfig config;
    config.path = QLatin1String(name);
    return config;
}

const QString& zone() {
    static const QString zone = QStringLiteral("Asia/Jakarta");
    return zone;
}

}  // namespace

/// What prepare may read and take at this device.
class SimDevice::Desk final : public Prepare {
  public:
    Desk(Reader& reader, CommandContext context, NumberBlocks& numbers)
        : m_reader(reader), m_context(std::move(context)), m_numbers(numbers) {}
    Reader& reader() override { return m_reader; }
    CommandContext context() const override { return m_context; }
    Result<qint64> takeNumber(NumberKind kind) override { return m_numbers.take(kind); }

  private:
    Reader& m_reader;
    CommandContext m_context;
    NumberBlocks& m_numbers;
};

SimDevice::SimDevice(const Surroundings& around, const QStringList& keys)
    : SimDevice(around, around.server.addDevice(keys)) {}

SimDevice::SimDevice(const Surroundings& around, SimDevice& original) : SimDevice(around, original.id()) {
    for (const QString& name : {QStringLiteral("outbox.db"), QStringLiteral("cache.db")})
        m_files.restore(name, original.files().backup(name));
    m_cloned = original.m_cloned = true;
    crash(1);
}

SimDevice::SimDevice(const Surroundings& around, const DeviceId& id)
    : m_around(around),
      m_clock(around.clock),
      m_files(around.pool),
      m_id(id),
      m_wire(around.clock, around.random, around.events, around.server, m_id,
             {[this](const ResultMessage& message) {
                  if (m_core) guarded([&] { m_core->received(message, m_clock.monotonicMs()); });
              },
              [this](const FeedBatch& batch) {
                  if (m_core) guarded([&] { m_core->received(batch, m_clock.monotonicMs()); });
              },
              [this] {
                  if (m_core) guarded([&] { m_core->closed(m_clock.monotonicMs()); });
              }}) {
    start();
}

/// Whatever a power cut interrupts stays undone; the device comes up again later.
void SimDevice::guarded(const std::function<void()>& work) {
    try {
        work();
    } catch (const PowerCut&) {
        crash(1 + static_cast<std::int64_t>(m_around.random.below(2000)));
    }
}

Status SimDevice::openFiles() {
    m_outbox = std::make_unique<Outbox>(QStringLiteral("outbox.db"), m_clock, m_around.random, &m_files);
    m_cache = std::make_unique<Store>(fileNamed("cache.db"), StoreForm::Cache,
                                      Store::Services{m_clock, m_around.random, nullptr, true, &m_files});
    m_replica = std::make_unique<Replica>(*m_cache, hospitalEntities(), hospitalRequests());
    m_replica->setDevice(m_id, zone());
    SIMRS_TRY(m_outbox->open());
    return m_outbox->device().isNull() ? m_outbox->bind(m_id) : Status();
}

void SimDevice::start() {
    guarded([&] {
        Status opened = openFiles();
        DeviceCore::Wire wire{[this](const CommandMessage& command) { m_wire.send(command); },
                              [this](const FollowFeed& follow) { m_wire.send(follow); }};
        DeviceCore::Ears ears;
        ears.ended = [this](const CommandResult& result) { m_results.insert(result.id, result); };
        ears.changed = [this] {
            if (onChanged) onChanged(*this);
        };
        auto core = std::make_unique<DeviceCore>(*m_outbox, *m_replica, wire, ears);
        if (opened) opened = core->open();
        if (!opened) {
            // A full disk: tried again by whoever sits there.
            m_around.events.in(1000, [this, life = ++m_life] {
                if (life == m_life) start();
            });
            return;
        }
        m_core = std::move(core);
        tick();
        if (onChanged) onChanged(*this);
    });
}

void SimDevice::tick() {
    m_around.events.in(500, [this, life = m_life] {
        if (life != m_life || !m_core) return;
        guarded([&] { m_core->tick(m_clock.monotonicMs()); });
        if (life == m_life) tick();
    });
}

void SimDevice::crash(std::int64_t downMs) {
    m_wire.close();
    ++m_life;
    m_core.reset();
    m_replica.reset();
    m_cache.reset();
    m_outbox.reset();
    m_files.clear();
    m_around.events.in(downMs, [this, life = m_life] {
        if (life == m_life) start();
    });
}

void SimDevice::connect() {
    if (!m_core || m_wire.isOpen() || !m_wire.open()) return;
    guarded([&] {
        supplyNumbers();
        m_core->opened(m_clock.monotonicMs(), m_around.server.epoch());
    });
}

void SimDevice::disconnect() {
    if (!m_wire.isOpen()) return;
    m_wire.close();
    if (m_core) guarded([&] { m_core->closed(m_clock.monotonicMs()); });
}

void SimDevice::supplyNumbers() {
    for (const NumberKind kind : {NumberKind::MedicalRecord, NumberKind::Registration}) {
        if (!m_outbox->numbers().wantsMore(kind)) continue;
        const auto block = m_around.server.grantBlock(m_id, m_outbox->numbers().question(kind));
        // A full disk: asked again at the next connection.
        if (!m_outbox->addBlock(kind, block.first, block.last)) return;
    }
}

bool SimDevice::isUnsettled() {
    if (!m_core) return false;
    m_files.pause(true);
    const auto position = m_replica->position();
    m_files.pause(false);
    return position && position->unsettled;
}

CommandContext SimDevice::contextNow() {
    CommandContext context;
    context.id = CommandId(Uuid::make(m_clock, m_around.random));
    context.actor = m_around.server.clerk();
    context.device = m_id;
    context.at = m_clock.now();
    context.zone = zone();
    context.today = dayIn(context.zone, context.at);
    context.assured = !m_wire.isOpen();
    return context;
}

bool SimDevice::keep(const RequestInfo& info, const Preparing& prepare) {
    if (!m_core) return false;
    bool kept = false;
    const CommandContext context = contextNow();
    guarded([&] {
        OutboxEntry draft;
        QList<NumberUse> numbers;
        const QList<HeldBlock> mark = m_outbox->numbers().mark();
        const Status prepared = m_cache->read([&](Reader& reader) -> Status {
            Desk desk(reader, context, m_outbox->numbers());
            return prepare(desk, draft.payload, numbers);
        });
        if (!prepared) return m_outbox->numbers().rewind(mark);
        draft.id = context.id;
        draft.type = info.type;
        draft.version = info.version;
        draft.actor = context.actor.uuid();
        draft.at = context.at;
        draft.assured = context.assured;
        kept = m_core->submit(draft, numbers, m_clock.monotonicMs()).has_value();
        if (!kept) m_outbox->numbers().rewind(mark);
    });
    if (kept) m_saved.append(context.id);
    return kept;
}

}  // namespace simrs::sim
