// SPDX-License-Identifier: GPL-3.0-or-later
// People at a desk, the wire, the power.
#include "tests/sync/sim_device.h"

#include "common/hospital/hospital.h"

namespace simrs::sim {
namespace {

DatabaseConfig fileIn(const QTemporaryDir& folder, const char* name) {
    DatabaseConfig config;
    config.path = folder.filePath(QLatin1String(name));
    return config;
}

}  // namespace

void FilePlan::beforeCommit() {
    if (m_paused) return;
    if (m_full) throw StoreFault{StoreFault::Kind::Full, {}, QStringLiteral("disk full"), {}};
    if (m_cutIn == 0 || --m_cutIn > 0) return;
    if (m_before) throw PowerCut();
    m_cutAfter = true;
}

void FilePlan::afterCommit() {
    if (std::exchange(m_cutAfter, false)) throw PowerCut();
}

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

SimDevice::SimDevice(SimClock& clock, Random& random, Events& events, SimServer& server,
                     const QStringList& keys)
    : m_clock(clock),
      m_random(random),
      m_events(events),
      m_server(server),
      m_folder(QStringLiteral("/dev/shm/simrs-sim-XXXXXX")),
      m_id(server.addDevice(keys)) {
    start();
}

/// Whatever a power cut interrupts stays undone; the device comes up again later.
void SimDevice::guarded(const std::function<void()>& work) {
    try {
        work();
    } catch (const PowerCut&) {
        crash(1 + static_cast<std::int64_t>(m_random.below(2000)));
    }
}

void SimDevice::start() {
    guarded([&] {
        m_outbox = std::make_unique<Outbox>(m_folder.filePath(QStringLiteral("outbox.db")), m_clock, m_random,
                                            &m_plan);
        m_cache = std::make_unique<Store>(fileIn(m_folder, "cache.db"), StoreForm::Cache,
                                          Store::Services{m_clock, m_random, nullptr, true, &m_plan});
        m_replica = std::make_unique<Replica>(*m_cache, hospitalEntities(), hospitalRequests());
        m_replica->setDevice(m_id, QStringLiteral("Asia/Jakarta"));
        Status opened = m_outbox->open();
        if (opened && m_outbox->device().isNull()) opened = m_outbox->bind(m_id);
        DeviceCore::Wire wire;
        wire.command = [this](const CommandMessage& command) {
            send([this, link = m_link, command] { m_server.take(link, command); });
        };
        wire.follow = [this](const FollowFeed& follow) {
            send([this, link = m_link, follow] { m_server.take(link, follow); });
        };
        DeviceCore::Ears ears;
        ears.ended = [this](const CommandResult& result) { m_results.insert(result.id, result); };
        ears.changed = [this] {
            if (onChanged) onChanged(*this);
        };
        auto core = std::make_unique<DeviceCore>(*m_outbox, *m_replica, wire, ears);
        if (opened) opened = core->open();
        if (!opened) {
            // A full disk: tried again by whoever sits there.
            m_events.in(1000, [this, life = ++m_life] {
                if (life == m_life) start();
            });
            return;
        }
        m_core = std::move(core);
        tick();
    });
}

void SimDevice::tick() {
    m_events.in(500, [this, life = m_life] {
        if (life != m_life || !m_core) return;
        guarded([&] {
            m_core->tick(m_clock.monotonicMs());
            tick();
        });
    });
}

void SimDevice::crash(std::int64_t downMs) {
    if (m_link != 0) m_server.disconnect(std::exchange(m_link, 0));
    ++m_life;
    m_core.reset();
    m_replica.reset();
    m_cache.reset();
    m_outbox.reset();
    m_plan.clear();
    m_events.in(downMs, [this, life = m_life] {
        if (life == m_life) start();
    });
}

void SimDevice::connect() {
    if (!m_core || m_link != 0 || !m_server.isUp()) return;
    SimServer::Link link;
    link.device = m_id;
    const int number = m_server.connect({});
    link.result = [this, number](const ResultMessage& message) {
        receive(number, [this, message] { m_core->received(message, m_clock.monotonicMs()); });
    };
    link.batch = [this, number](const FeedBatch& batch) {
        receive(number, [this, batch] { m_core->received(batch, m_clock.monotonicMs()); });
        // Now and then a second time: a relay that was not sure.
        if (m_random.below(20) == 0)
            receive(number, [this, batch] { m_core->received(batch, m_clock.monotonicMs()); });
    };
    m_server.listen(number, link);
    m_link = number;
    guarded([&] {
        supplyNumbers();
        m_core->opened(m_clock.monotonicMs());
    });
}

void SimDevice::disconnect() {
    if (m_link == 0) return;
    m_server.disconnect(std::exchange(m_link, 0));
    if (!m_core) return;
    guarded([&] { m_core->closed(m_clock.monotonicMs()); });
}

void SimDevice::send(std::function<void()> deliver) {
    if (m_link == 0) return;
    const auto range = static_cast<std::uint64_t>(m_slowestMs);
    m_arrivesMs =
        std::max(m_arrivesMs, m_clock.monotonicMs() + 1 + static_cast<std::int64_t>(m_random.below(range)));
    // What is on its way when the connection breaks may still arrive, or not: the link's number decides.
    m_events.at(m_arrivesMs, std::move(deliver));
}

void SimDevice::receive(int link, std::function<void()> take) {
    const auto range = static_cast<std::uint64_t>(m_slowestMs);
    m_comesMs =
        std::max(m_comesMs, m_clock.monotonicMs() + 1 + static_cast<std::int64_t>(m_random.below(range)));
    m_events.at(m_comesMs, [this, link, take = std::move(take)] {
        if (link == m_link && m_core) guarded(take);
    });
}

void SimDevice::supplyNumbers() {
    for (const NumberKind kind : {NumberKind::MedicalRecord, NumberKind::Registration}) {
        if (!m_outbox->numbers().wantsMore(kind)) continue;
        const auto [first, last] = m_server.grantBlock(m_id, kind);
        // A full disk: asked again at the next connection.
        if (!m_outbox->addBlock(kind, first, last)) return;
    }
}

template <class R>
bool SimDevice::submit(R command) {
    if (!m_core) return false;
    bool kept = false;
    CommandContext context;
    context.id = CommandId(Uuid::make(m_clock, m_random));
    context.actor = m_server.clerk();
    context.device = m_id;
    context.at = m_clock.now();
    context.zone = QStringLiteral("Asia/Jakarta");
    context.today = dayIn(context.zone, context.at);
    const bool assured = m_link == 0;
    context.assured = assured;
    guarded([&] {
        const QList<HeldBlock> mark = m_outbox->numbers().mark();
        const Status prepared = m_cache->read([&](Reader& reader) -> Status {
            Desk desk(reader, context, m_outbox->numbers());
            return R::prepare(desk, command);
        });
        if (!prepared) return m_outbox->numbers().rewind(mark);
        OutboxEntry draft;
        draft.id = context.id;
        draft.type = R::info.type;
        draft.version = R::info.version;
        draft.actor = context.actor.uuid();
        draft.at = context.at;
        draft.assured = assured;
        draft.payload = encode(command);
        kept = m_core->submit(draft, R::numbers(command), m_clock.monotonicMs()).has_value();
        if (!kept) m_outbox->numbers().rewind(mark);
    });
    if (kept) m_saved.append(context.id);
    return kept;
}

template <class E>
std::optional<E> SimDevice::anyRow() {
    if (!m_core) return std::nullopt;
    QList<E> rows;
    m_plan.pause(true);
    const Status read = m_cache->onCache(m_replica->entities(), [&](CacheTx& tx) -> Status {
        rows = tx.all<E>();
        return {};
    });
    m_plan.pause(false);
    if (!read || rows.isEmpty()) return std::nullopt;
    return rows[static_cast<qsizetype>(m_random.below(static_cast<std::uint64_t>(rows.size())))];
}

bool SimDevice::registerPatient() {
    static const char* const kNames[] = {"Siti Aminah", "Budi Santoso", "Nur Hidayah", "Agus Salim",
                                         "Sri Wahyuni"};
    RegisterPatient command;
    command.patient.name = QLatin1String(kNames[m_random.below(5)]);
    command.patient.sex = m_random.below(2) ? Sex::Female : Sex::Male;
    command.patient.birthDate = QDate(1980, 1, 1).addDays(static_cast<qint64>(m_random.below(9000)));
    command.patient.noNikReason = NoNikReason::Unknown;
    // Few NIKs: two desks register one person now and then.
    if (m_random.below(3) == 0) {
        command.patient.sex = Sex::Male;
        command.patient.birthDate = QDate(1980, 1, 1);
        command.patient.nik =
            QStringLiteral("31730101018000%1").arg(m_random.below(20), 2, 10, QLatin1Char('0'));
        command.patient.noNikReason = NoNikReason::None;
    }
    return submit(command);
}

bool SimDevice::editPatient() {
    const auto seen = anyRow<Patient>();
    if (!seen) return false;
    Patient wanted = *seen;
    switch (m_random.below(3)) {
        case 0:
            wanted.phone = QStringLiteral("0800%1").arg(m_random.below(1'000'000));
            break;
        case 1:
            wanted.address = QStringLiteral("Jl. Melati %1").arg(m_random.below(100));
            break;
        default:
            wanted.name = QStringLiteral("Siti Baru");
    }
    return submit(EditPatient{seen->id, changesBetween(*seen, wanted)});
}

bool SimDevice::registerVisit() {
    const auto patient = anyRow<Patient>();
    if (!patient) return false;
    RegisterVisit command;
    command.patientId = patient->id;
    const QList<Clinic>& clinics = m_server.clinics();
    command.clinicId =
        clinics[static_cast<qsizetype>(m_random.below(static_cast<std::uint64_t>(clinics.size())))].id;
    command.payerId = m_server.payer().id;
    command.repeat = true;
    return submit(command);
}

bool SimDevice::cancelVisit() {
    const auto visit = anyRow<Visit>();
    if (!visit) return false;
    CancelVisit command;
    command.visitId = visit->id;
    command.reason = QStringLiteral("salah poli");
    return submit(command);
}

}  // namespace simrs::sim
