// SPDX-License-Identifier: GPL-3.0-or-later
// Two clinics that give no queue numbers by doctor, a payer, and numbers for everybody.
#include "tests/records/records_rig.h"

#include "common/hospital/hospital.h"

namespace simrs::test {
namespace {

DatabaseConfig fileIn(const QTemporaryDir& folder, const QString& name) {
    DatabaseConfig config;
    config.path = folder.filePath(name);
    return config;
}

template <class T>
void must(const T& done, const char* what) {
    if (!done) qFatal("rig: %s: %s", what, qPrintable(errorName(done.error().code)));
}

constexpr qint64 kBlock = 1'000'000;

}  // namespace

RecordsRig::RecordsRig(const std::optional<DatabaseConfig>& database)
    : m_executor(hospitalRequests(), m_blocks, m_clock, Executor::Trust::BelievesAssured),
      m_feed(hospitalEntities()) {
    m_store = std::make_unique<Store>(database.value_or(fileIn(m_folder, QStringLiteral("server.db"))),
                                      StoreForm::Server, Store::Services{m_clock, m_random, nullptr});
    must(m_store->migrate(hospitalEntities()), "migrate");
    must(write([&](WishTx& tx) -> Status {
             for (std::uint32_t i = 0; i < 3; ++i) {
                 Clinic clinic;
                 clinic.id = tx.newId<Clinic>(i);
                 clinic.code = QStringLiteral("P%1").arg(i);
                 clinic.name = QStringLiteral("Poli %1").arg(i);
                 clinic.letter = QString(QChar(static_cast<char16_t>(u'A' + i)));
                 clinic.ticketSeries = TicketSeries::Clinic;
                 clinic.opensMinute = 0;
                 clinic.closesMinute = 1440;
                 tx.insert(clinic);
                 m_clinics.append(clinic);
             }
             m_payer.id = tx.newId<Payer>();
             m_payer.code = QStringLiteral("UMUM");
             m_payer.name = QStringLiteral("Umum");
             tx.insert(m_payer);
             return {};
         }),
         "hospital");
    m_desk = addDevice(QStringLiteral("desk"));
}

Result<CommitReport> RecordsRig::write(const std::function<Status(WishTx&)>& work) {
    WriteContext context;
    context.writeId = Uuid::make(m_clock, m_random);
    context.request = QStringLiteral("test");
    context.at = m_clock.now();
    return m_store->write(context, work);
}

/// Every device may use every number: who has which is not the business of these tests.
DeviceId RecordsRig::addDevice(const QString& name) {
    DeviceId id;
    must(write([&](WishTx& tx) -> Status {
             Device device;
             device.id = id = tx.newId<Device>();
             device.name = name;
             tx.insert(device);
             std::uint32_t slot = 0;
             for (const NumberKind kind : {NumberKind::MedicalRecord, NumberKind::Registration}) {
                 NumberBlock block;
                 block.id = tx.newId<NumberBlock>(slot++);
                 block.kind = kind;
                 block.deviceId = id;
                 block.first = ++m_lastBlock;
                 block.last = kBlock;
                 tx.insert(block);
             }
             return {};
         }),
         "device");
    return id;
}

CommandContext RecordsRig::newContext(const DeviceId& device, const QString& who, bool assured) {
    m_clock.advance();
    CommandContext context;
    context.id = CommandId(Uuid::make(m_clock, m_random));
    context.actor = person(who);
    context.device = device;
    context.at = m_clock.now();
    context.zone = QStringLiteral("Asia/Jakarta");
    context.today = dayIn(context.zone, context.at);
    context.assured = assured;
    return context;
}

CommandMessage RecordsRig::messageOf(const CommandContext& context, qint64 type, const QByteArray& payload,
                                     qint64 seq) {
    CommandMessage message;
    message.id = context.id;
    message.seq = seq;
    message.type = type;
    message.actor = context.actor.uuid();
    message.at = context.at;
    message.assured = context.assured;
    message.payload = payload;
    return message;
}

ResultMessage RecordsRig::send(const CommandMessage& message, const DeviceId& device) {
    // As a session does: the author is who did it, whoever sends it.
    const Author author{PermissionSet::fromBits(~0U), message.actor, device, QStringLiteral("Asia/Jakarta")};
    ResultMessage answered;
    m_store->writeOne(
        m_executor.job(*m_store, message, author,
                       [&](const ResultMessage& result, const CommitReport&) { answered = result; }));
    return answered;
}

PatientId RecordsRig::patient(const QString& name, const QString& nik) {
    RegisterPatient command;
    command.patient.name = name;
    command.patient.sex = Sex::Female;
    // Nobody shares a day: whether two are one person is not what is tried here.
    command.patient.birthDate = QDate(1985, 3, 12).addDays(7 * m_patients++);
    command.patient.nik = nik;
    command.patient.noNikReason = nik.isEmpty() ? NoNikReason::Unknown : NoNikReason::None;
    const auto made = submit(command, QStringLiteral("loket"));
    must(made, "patient");
    return made->id;
}

Visit RecordsRig::visit(const PatientId& patient, int clinic) {
    RegisterVisit command;
    command.patientId = patient;
    command.clinicId = m_clinics[clinic].id;
    command.payerId = m_payer.id;
    command.repeat = true;
    command.series = ticketSeries(m_clinics[clinic], std::nullopt, command.session);
    command.letter = ticketLetter(m_clinics[clinic], std::nullopt);
    const auto made = submit(command, QStringLiteral("loket"));
    must(made, "visit");
    return made->visit;
}

QList<CaseItem> RecordsRig::cases() {
    QList<CaseItem> found;
    must(m_store->read([&](Reader& reader) {
        found = *reader.list(Where<CaseItem>().orderBy<&CaseItem::raisedAt>());
        return Status();
    }),
         "cases");
    return found;
}

RigDevice::RigDevice(RecordsRig& rig, const QString& name, const QStringList& keys)
    : m_rig(rig), m_id(rig.addDevice(name)), m_keys(keys) {
    DatabaseConfig memory;
    memory.path = QStringLiteral(":memory:");
    m_cache = std::make_unique<Store>(memory, StoreForm::Cache,
                                      Store::Services{rig.clock(), rig.random(), nullptr});
    m_replica = std::make_unique<Replica>(*m_cache, hospitalEntities(), hospitalRequests());
    m_replica->setDevice(m_id, QStringLiteral("Asia/Jakarta"));
    must(m_replica->open({}), "cache");
}

CommandContext RigDevice::newContext(const QString& who) { return m_rig.newContext(m_id, who, true); }

Status RigDevice::keep(const CommandContext& context, qint64 type, const QByteArray& payload) {
    OutboxEntry entry;
    entry.id = context.id;
    entry.type = type;
    entry.actor = context.actor.uuid();
    entry.at = context.at;
    entry.assured = true;
    entry.payload = payload;
    m_pending.append(entry);
    return m_replica->show(entry);
}

bool RigDevice::sync() {
    const QList<OutboxEntry> waiting = m_pending;
    for (const OutboxEntry& entry : waiting) {
        CommandContext context = m_rig.newContext(m_id, QString(), true);
        context.id = entry.id;
        context.actor = UserId(entry.actor);
        context.at = entry.at;
        const ResultMessage answer =
            m_rig.send(m_rig.messageOf(context, entry.type, entry.payload, ++m_lastSeq), m_id);
        if (answer.infrastructure != 0) return false;
    }
    return takeBatches() && m_pending.isEmpty();
}

bool RigDevice::takeBatches() {
    QStringList keys = m_keys;
    keys.append({QStringLiteral("reference"), deviceKey(m_id)});
    for (;;) {
        if (!m_rig.store().numberFeed()) return false;
        const auto at = m_replica->position();
        if (!at) return false;
        const auto batch = m_rig.feed().next(m_rig.store(), m_id, *at, keys);
        if (!batch) return false;
        if (!*batch) return true;
        const auto applied = m_replica->apply(**batch, m_pending);
        if (!applied || !applied->mine) return false;
        for (const Replica::Ended& ended : applied->results) {
            const CommandResult& result = ended.result;
            m_results.insert(result.id, result);
            m_pending.removeIf([&](const OutboxEntry& entry) { return entry.id == result.id; });
            if (!m_replica->forget({result.id})) return false;
        }
    }
}

std::optional<CommandResult> RigDevice::result(const CommandId& id) const {
    return m_results.contains(id) ? std::optional(m_results.value(id)) : std::nullopt;
}

}  // namespace simrs::test
