// SPDX-License-Identifier: GPL-3.0-or-later
// The desk's half and the server's half, without a wire between them.
#include "tests/sync/number_desk.h"

#include <QFile>

#include "common/hospital/hospital.h"
#include "common/registration/identity_rules.h"

namespace simrs::test {

DatabaseConfig memoryDatabase() {
    DatabaseConfig config;
    config.path = QStringLiteral(":memory:");
    return config;
}

// ---- the server ------------------------------------------------------------------------------------------
NumberHouse::NumberHouse(const DatabaseConfig& database, Executor::Trust trust)
    : store(database, StoreForm::Server, {clock, random, nullptr}),
      executor(hospitalRequests(), blocks, clock, trust) {
    if (const Status made = store.migrate(hospitalEntities()); !made)
        qFatal("migrate: %s", qPrintable(made.error().detail));
    clinic.id = ClinicId(Uuid::named("clinic"));
    clinic.code = QStringLiteral("INT");
    clinic.name = QStringLiteral("Penyakit Dalam");
    clinic.letter = QStringLiteral("A");
    doctor.id = DoctorId(Uuid::named("doctor"));
    doctor.code = QStringLiteral("D1");
    doctor.name = QStringLiteral("dr. A");
    doctor.clinicId = clinic.id;
    payer.id = PayerId(Uuid::named("payer"));
    payer.code = QStringLiteral("UMUM");
    payer.name = QStringLiteral("Umum");
    const Status seeded = write([&](WishTx& tx) -> Status {
        tx.insert(clinic);
        tx.insert(doctor);
        tx.insert(payer);
        return {};
    });
    if (!seeded) qFatal("seed: %s", qPrintable(seeded.error().detail));
}

Status NumberHouse::write(const std::function<Status(WishTx&)>& work) {
    WriteContext context;
    context.writeId = Uuid::make(clock, random);
    context.at = clock.now();
    const auto done = store.write(context, work);
    return done ? Status() : Status(tl::unexpected<Error>(done.error()));
}

DeviceId NumberHouse::addDevice(const QString& name) {
    Device device;
    device.id = DeviceId(Uuid::named(name.toUtf8()));
    device.name = name;
    if (!write([&](WishTx& tx) -> Status {
            tx.insert(device);
            return {};
        }))
        qFatal("no device");
    return device.id;
}

PatientId NumberHouse::addPatient(int number) {
    Patient patient;
    patient.id = PatientId(Uuid::named(QByteArray("patient") + QByteArray::number(number)));
    patient.name = QStringLiteral("Siti %1").arg(number);
    patient.mrn = 9'000'000 + number;
    if (!write([&](WishTx& tx) -> Status {
            tx.insert(patient);
            return {};
        }))
        qFatal("no patient");
    return patient.id;
}

void NumberHouse::setClinicActive(bool active) {
    const Status done = write([&](WishTx& tx) -> Status {
        tx.patch<Clinic>(clinic.id, [&](Clinic& row) { row.active = active; });
        return {};
    });
    if (!done) qFatal("no clinic");
}

ResultMessage NumberHouse::carryOut(const DeviceId& device, const CommandMessage& message) {
    const Author author{PermissionSet({Role::RegistrationClerk}), Uuid::named("clerk"), device, zone()};
    ResultMessage answer;
    store.writeOne(executor.job(store, message, author,
                                [&](const ResultMessage& result, const CommitReport&) { answer = result; }));
    return answer;
}

QList<PatientId> NumberHouse::found(const QString& text) {
    QList<PatientId> ids;
    const Status read = store.read([&](Reader& reader) -> Status {
        Caller caller;
        caller.now = clock.now();
        caller.zone = zone();
        SIMRS_ASSIGN(const FoundPatients found, FindPatients::answer(reader, caller, FindPatients{text}));
        for (const PatientHit& hit : found.hits) ids.append(hit.patient.id);
        return {};
    });
    if (!read) qFatal("search: %s", qPrintable(read.error().detail));
    return ids;
}

// ---- the desk --------------------------------------------------------------------------------------------
/// The masters, as the desk knows them; nothing of patients and visits.
class NumberDesk::Shelf final : public Reader {
  public:
    explicit Shelf(const NumberHouse& house) : m_house(house) {}
    bool authority() const override { return false; }

  protected:
    std::optional<AnyRow> fetch(const EntityType& type, const Uuid& id) override {
        if (id == m_house.clinic.id.uuid()) return copyOf(type, &m_house.clinic);
        if (id == m_house.doctor.id.uuid()) return copyOf(type, &m_house.doctor);
        if (id == m_house.payer.id.uuid()) return copyOf(type, &m_house.payer);
        return std::nullopt;
    }
    std::vector<AnyRow> fetchMany(const EntityType&, const QVariantList&) override { return {}; }
    std::optional<std::vector<AnyRow>> fetchList(const EntityType&, const Condition&) override {
        return std::nullopt;
    }
    std::optional<std::vector<AnyRow>> fetchSearch(const EntityType&, const WordSearch&,
                                                   const Condition&) override {
        return std::nullopt;
    }

  private:
    static AnyRow copyOf(const EntityType& type, const void* master) {
        AnyRow row(type);
        type.assign(row.edit(), master);
        return row;
    }
    const NumberHouse& m_house;
};

class NumberDesk::Slate final : public Prepare {
  public:
    Slate(NumberDesk& desk, CommandContext context)
        : m_desk(desk), m_context(std::move(context)), m_reader(desk.m_house) {}
    Reader& reader() override { return m_reader; }
    CommandContext context() const override { return m_context; }
    Result<qint64> takeNumber(NumberKind kind) override { return m_desk.outbox->numbers().take(kind); }
    std::optional<qint64> takeTicket(QDate day, const QString& letter) override {
        return m_desk.outbox->tickets().take(day, letter);
    }
    Result<QString> takeTemporary() override { return m_desk.outbox->takeTemporary(); }

  private:
    NumberDesk& m_desk;
    CommandContext m_context;
    Shelf m_reader;
};

NumberDesk::NumberDesk(NumberHouse& house, const QString& name)
    : m_house(house), m_id(house.addDevice(name)) {
    restart();
}

void NumberDesk::restart() {
    outbox.reset();
    outbox = std::make_unique<Outbox>(m_folder.filePath(QStringLiteral("outbox.db")), m_house.clock,
                                      m_house.random);
    if (!outbox->open() || (outbox->device().isNull() && !outbox->bind(m_id))) qFatal("no outbox");
}

void NumberDesk::damage() {
    outbox.reset();
    QFile file(m_folder.filePath(QStringLiteral("outbox.db")));
    // The pages behind the first: tables are there, their rows are not.
    if (!file.open(QIODevice::ReadWrite) || !file.seek(4096) || file.write(QByteArray(4096 * 6, 'x')) < 0)
        qFatal("cannot damage");
    file.close();
    restart();
}

void NumberDesk::supply() {
    for (const NumberKind kind : {NumberKind::MedicalRecord, NumberKind::Registration}) {
        if (!outbox->numbers().wantsMore(kind)) continue;
        const auto block = m_house.call(m_id, outbox->numbers().question(kind));
        if (!block || !outbox->addBlock(kind, block->first, block->last)) qFatal("no block");
    }
    for (;;) {
        const auto wanted =
            outbox->tickets().wanted(m_house.today(), ticketLetters({m_house.clinic}, {m_house.doctor}));
        if (wanted.isEmpty()) return;
        const TakeTicketRange& ask = wanted.first();
        const auto range = m_house.call(m_id, ask);
        if (!range || !outbox->addRange(ask.serviceDate, ask.letter, range->first, range->last))
            qFatal("no range");
    }
}

template <class R>
CommandId NumberDesk::submit(R command, bool assured) {
    CommandContext context;
    context.id = CommandId(Uuid::make(m_house.clock, m_house.random));
    context.actor = UserId(Uuid::named("clerk"));
    context.device = m_id;
    context.at = m_house.clock.now();
    context.zone = NumberHouse::zone();
    context.today = m_house.today();
    context.assured = assured;
    Slate slate(*this, context);
    if (!R::prepare(slate, command)) return {};
    OutboxEntry draft;
    draft.id = context.id;
    draft.type = R::info.type;
    draft.actor = context.actor.uuid();
    draft.at = context.at;
    draft.assured = assured;
    draft.payload = encode(command);
    return outbox->append(draft, R::numbers(command), false) ? context.id : CommandId();
}

CommandId NumberDesk::registerPatient(int number) {
    RegisterPatient command;
    command.patient.name = QStringLiteral("Budi %1").arg(number);
    command.patient.sex = Sex::Male;
    command.patient.birthDate = QDate(1980, 1, 1);
    command.patient.noNikReason = NoNikReason::Unknown;
    const CommandId id = submit(command, true);
    if (const OutboxEntry* entry = outbox->unsettled(id)) {
        const QString text = decode<RegisterPatient>(entry->payload)->temporaryNumber;
        const PatientId patient(Uuid::derive(id.uuid(), entityInfo<Patient>.kind, 0));
        if (!text.isEmpty()) papers.append({text, patient});
    }
    return id;
}

CommandId NumberDesk::registerVisit(const PatientId& patient, bool assured) {
    RegisterVisit command;
    command.patientId = patient;
    command.clinicId = m_house.clinic.id;
    command.doctorId = m_house.doctor.id;
    command.payerId = m_house.payer.id;
    command.repeat = true;
    return submit(command, assured);
}

RegisterVisit NumberDesk::kept(const CommandId& id) {
    const OutboxEntry* entry = outbox->unsettled(id);
    return entry ? *decode<RegisterVisit>(entry->payload) : RegisterVisit();
}

bool NumberDesk::print(const CommandId& registration) {
    const RegisterVisit visit = kept(registration);
    if (submit(PrintReservedTicket{registration, visit}, true).isNull()) return false;
    papers.append({ticketText(visit.letter, visit.reservedTicket), visit.patientId});
    papers.append({visit.temporaryNumber.isEmpty()
                       ? registrationNumber(visit.serviceDate, visit.registrationNumber)
                       : visit.temporaryNumber,
                   visit.patientId});
    return true;
}

CommandId NumberDesk::cancelVisit(const VisitId& visit) {
    CancelVisit command;
    command.visitId = visit;
    command.reason = QStringLiteral("salah poli");
    return submit(command, false);
}

void NumberDesk::send(int times, bool heard) {
    if (!outbox->claim(1000)) qFatal("claim");
    const QList<OutboxEntry> waiting = outbox->unsettled();
    for (int time = 0; time < times; ++time) {
        for (const OutboxEntry& entry : waiting) {
            CommandMessage message{entry.id, entry.seq,     entry.type,    entry.version, entry.actor,
                                   entry.at, entry.assured, entry.baseSeq, entry.payload, entry.after};
            const ResultMessage answer = m_house.carryOut(m_id, message);
            if (answer.infrastructure != 0) qFatal("infrastructure %lld", qlonglong(answer.infrastructure));
            const auto before = results.constFind(entry.id);
            if (before != results.cend() && !(*before == answer.result)) qFatal("another answer");
            results.insert(entry.id, answer.result);
        }
    }
    for (const OutboxEntry& entry : waiting)
        if (heard && !outbox->end(results.value(entry.id))) qFatal("end");
}

}  // namespace simrs::test
