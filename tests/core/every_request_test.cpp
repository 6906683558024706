// SPDX-License-Identifier: GPL-3.0-or-later
// Over every request: apply on two equal partial caches, and on two equal servers, gives the same rows and
// ids; undone it leaves the cache as it was, done again as after; and a fact never throws on any rows.
#include <QTest>

#include "common/core/case_item.h"
#include "common/hospital/hospital.h"
#include "common/inventory/requests.h"
#include "common/records/requests.h"
#include "common/registration/name_key.h"
#include "common/registration/registered_visit.h"
#include "common/registration/requests.h"
#include "common/store/store.h"

using namespace simrs;

namespace {

constexpr int kSeeds = 12;  // Each with both values of `assured`.
const Instant kNow(1'795'000'000'000);
const QDate kToday = dayIn(QStringLiteral("Asia/Jakarta"), kNow);

/// Rows of a small random hospital, parents before children.
struct World {
    QList<Clinic> clinics;
    QList<Doctor> doctors;
    QList<Payer> payers;
    QList<Patient> patients;
    QList<Visit> visits;
    QList<Ticket> tickets;
    QList<ClinicalNote> notes;
    QList<Allergy> allergies;
    QList<CommandId> registrations;  // Of the visits, in their order.
    QList<Item> items;
    QList<Depot> depots;
    QList<Lot> lots;
    QList<StockLine> lines;
    QList<StockRight> rights;
};

DeviceId ownDevice() { return DeviceId(Uuid::named("device")); }

template <class T>
const T& pick(Random& random, const QList<T>& list) {
    return list[static_cast<qsizetype>(random.below(static_cast<std::uint64_t>(list.size())))];
}

/// A patient that the desk would take.
void makeGood(Patient& patient) {
    patient.name = QStringLiteral("Siti Uji");
    patient.sex = Sex::Female;
    patient.birthDate = QDate(1985, 3, 12);
    patient.phone = QStringLiteral("08001234567");
    patient.address.clear();
    patient.motherName.clear();
    patient.card.clear();
    patient.nik.clear();
    patient.noNikReason = NoNikReason::Unknown;
}

/// Two depots with the same lots, and the device's own rights on them.
void addStock(World& world, Random& random) {
    for (int i = 0; i < 2; ++i) {
        Item item = randomInstance<Item>(random);
        item.code = QStringLiteral("I%1").arg(i);
        item.active = true;
        world.items.append(item);
        Depot depot = randomInstance<Depot>(random);
        depot.code = QStringLiteral("D%1").arg(i);
        depot.active = true;
        world.depots.append(depot);
    }
    for (const Item& item : world.items) {
        const QString batch = QStringLiteral("B1");
        // The second one has no date.
        const QDate expiry = world.lots.isEmpty() ? kToday.addDays(qint64(random.below(60)) - 10) : QDate();
        world.lots.append({lotId(item.id, batch), item.id, batch, expiry});
    }
    for (const Lot& lot : world.lots) {
        for (const Depot& depot : world.depots) {
            world.lines.append(
                {stockLineId(lot.id, depot.id), lot.id, depot.id, static_cast<qint64>(random.below(6))});
            StockRight right;
            right.id = stockRightId(lot.id, depot.id, ownDevice());
            right.lotId = lot.id;
            right.depotId = depot.id;
            right.deviceId = ownDevice();
            right.state = static_cast<RightState>(random.below(3));
            right.used = static_cast<qint64>(random.below(4));
            right.granted = right.used + static_cast<qint64>(random.below(6));
            if (random.below(4)) world.rights.append(right);
        }
    }
}

/// Of the patient at this place and his visit.
void addRecord(World& world, Random& random, int at) {
    ClinicalNote note = randomInstance<ClinicalNote>(random);
    note.visitId = at < 4 ? world.visits[at].id : VisitId();
    note.patientId = world.patients[at].id;
    note.corrects = at == 3 ? world.notes.first().id : ClinicalNoteId();
    world.notes.append(note);
    Allergy allergy = randomInstance<Allergy>(random);
    allergy.patientId = note.patientId;
    allergy.code.clear();
    allergy.substance = at % 2 ? QStringLiteral("Udang") : QStringLiteral("Amoksisilin");
    allergy.state = at < 4 ? AllergyEntry::Active : AllergyEntry::Removed;
    world.allergies.append(allergy);
}

World randomWorld(Random& random) {
    World world;
    addStock(world, random);
    for (int i = 0; i < 3; ++i) {
        Clinic clinic = randomInstance<Clinic>(random);
        clinic.code = QStringLiteral("C%1").arg(i);
        clinic.opensMinute = 0;
        clinic.closesMinute = 1440;
        clinic.letter = QString(QChar(static_cast<char16_t>(u'A' + i)));
        world.clinics.append(clinic);
        Doctor doctor = randomInstance<Doctor>(random);
        doctor.code = QStringLiteral("D%1").arg(i);
        doctor.clinicId = clinic.id;
        doctor.letter.clear();
        world.doctors.append(doctor);
        Payer payer = randomInstance<Payer>(random);
        payer.code = QStringLiteral("P%1").arg(i);
        world.payers.append(payer);
    }
    // The first of each can take a visit.
    world.clinics.first().active = world.doctors.first().active = world.payers.first().active = true;
    world.payers.first().needsCard = false;
    for (int i = 0; i < 6; ++i) {
        Patient patient = randomInstance<Patient>(random);
        makeGood(patient);
        patient.mrn = 1000 + i;
        patient.nik = i < 3 ? QStringLiteral("317301010180900%1").arg(i) : QString();
        patient.noNikReason = i < 3 ? NoNikReason::None : NoNikReason::Unknown;
        patient.nikContested = false;
        // The last leads to the first: parents before children.
        patient.mergedInto = i == 5 ? world.patients.first().id : PatientId();
        patient.nameKey = nameKey(patient.name);
        world.patients.append(patient);
        Visit visit = randomInstance<Visit>(random);
        world.registrations.append(
            CommandId(Uuid::named(QByteArray("registration") + QByteArray::number(i))));
        visit.id = registeredVisit(world.registrations.last());
        visit.patientId = patient.id;
        visit.registrationNumber = 2000 + i;
        visit.serviceDate = kToday;
        visit.clinicId = pick(random, world.clinics).id;
        visit.doctorId = pick(random, world.doctors).id;
        visit.payerId = pick(random, world.payers).id;
        visit.cancelReason = QStringLiteral("x");
        world.visits.append(visit);
        Ticket ticket = randomInstance<Ticket>(random);
        ticket.id = firstTicket(world.registrations.last());
        ticket.visitId = visit.id;
        ticket.patientId = patient.id;
        ticket.number = 3000 + i;
        world.tickets.append(ticket);
        addRecord(world, random, i);
    }
    return world;
}

/// The world's rows in a fresh in-memory store; on a partial one each row is held with probability one half.
class MemoryStore {
  public:
    MemoryStore(StoreForm form, const World& world, std::uint64_t subsetSeed)
        : m_random(7), m_store(memory(), form, {m_clock, m_random, nullptr}) {
        if (const Status made = m_store.migrate(hospitalEntities()); !made)
            qFatal("migrate: %s", qPrintable(made.error().detail));
        SeededRandom subset(subsetSeed);
        const bool whole = form == StoreForm::Server;
        const auto eachRow = [&](const auto& take) {
            const auto keep = [&] { return whole || subset.below(2) == 0; };
            const auto takeAll = [&](const auto& rows) {
                for (const auto& row : rows)
                    if (keep()) take(row);
            };
            takeAll(world.clinics);
            takeAll(world.doctors);
            takeAll(world.payers);
            takeAll(world.patients);
            takeAll(world.visits);
            takeAll(world.tickets);
            takeAll(world.notes);
            takeAll(world.allergies);
            takeAll(world.items);
            takeAll(world.depots);
            takeAll(world.lots);
            takeAll(world.lines);
            takeAll(world.rights);
        };
        const Status done = whole ? insertAll(eachRow) : holdAll(eachRow);
        if (!done) qFatal("world: %s", qPrintable(done.error().detail));
    }
    Store& store() { return m_store; }

    /// A device undoes what its own commands have done before it takes the server's rows.
    Status undo() {
        return m_store.onCache(hospitalEntities(), [](CacheTx& tx) -> Status {
            tx.undo();
            return {};
        });
    }
    QByteArray hash() {
        const auto hash = m_store.stateHash(hospitalEntities());
        return hash ? *hash : QByteArray();
    }

  private:
    template <class EachRow>
    Status insertAll(const EachRow& eachRow) {
        WriteContext context;
        context.writeId = Uuid::named("world");
        const auto done = m_store.write(context, [&](WishTx& tx) -> Status {
            eachRow([&](const auto& row) { tx.insert(row); });
            return {};
        });
        return done ? Status() : Status(tl::unexpected<Error>(done.error()));
    }
    /// As rows that came from a server.
    template <class EachRow>
    Status holdAll(const EachRow& eachRow) {
        return m_store.onCache(hospitalEntities(), [&](CacheTx& tx) -> Status {
            eachRow([&](const auto& row) {
                AnyRow held(entityType<std::decay_t<decltype(row)>>());
                held.type().assign(held.edit(), &row);
                held.version = 1;
                tx.put(held, QStringLiteral("unit:test"));
            });
            return {};
        });
    }
    static DatabaseConfig memory() {
        DatabaseConfig config;
        config.path = QStringLiteral(":memory:");
        return config;
    }
    class StillClock final : public Clock {
      public:
        std::int64_t nowMs() const override { return 1'795'000'000'000; }
        std::int64_t monotonicMs() const override { return 1000; }
    };
    StillClock m_clock;
    SeededRandom m_random;
    Store m_store;
};

/// A change of a row as its author saw it, or of one that has changed since.
template <Entity E>
QByteArray renamed(const QList<E>& rows, Random& random) {
    E base = pick(random, rows);
    E row = base;
    row.name = QStringLiteral("Nama Baru");
    if (random.below(3) == 0) base.name = QStringLiteral("Nama Lama");
    return encode(SaveMaster<E>{base, row});
}

/// About the record and about merged files.
std::optional<QByteArray> aimedAtRecords(qint64 type, const World& world, Random& random) {
    const PatientId patient = pick(random, world.patients).id;
    if (type == WriteNote::info.type)
        return encode(WriteNote{random.below(3) ? pick(random, world.visits).id : VisitId(),
                                random.below(3) ? patient : PatientId(), QStringLiteral("Demam\nBatuk")});
    if (type == CorrectNote::info.type) {
        const ClinicalNote note = pick(random, world.notes);
        return encode(CorrectNote{note.id, note.visitId, note.patientId, QStringLiteral("Demam tinggi"),
                                  QStringLiteral("salah")});
    }
    if (type == AddAllergy::info.type) {
        const QString substance = random.below(2) ? QStringLiteral("udang") : QStringLiteral("Debu");
        return encode(AddAllergy{patient, substance, {}, {}, AllergySeverity::Mild});
    }
    if (type == RemoveAllergy::info.type) {
        RemoveAllergy c{pick(random, world.allergies), {}, QStringLiteral("salah catat")};
        if (random.below(4) == 0) c.seen.reaction = QStringLiteral("lain");
        for (const Allergy& other : world.allergies)
            if (random.below(3)) c.others.append(other.id);
        return encode(c);
    }
    if (type == MergePatients::info.type)
        return encode(MergePatients{patient, pick(random, world.patients).id, QStringLiteral("sama")});
    const PatientId given = random.below(2) ? world.patients.last().id : patient;
    if (type == UnmergePatients::info.type) return encode(UnmergePatients{given, QStringLiteral("lain")});
    return std::nullopt;
}

RegisterVisit aimedVisit(const World& world, Random& random) {
    RegisterVisit c = randomInstance<RegisterVisit>(random);
    const bool good = random.below(2) == 0;
    const Clinic clinic = good ? world.clinics.first() : pick(random, world.clinics);
    const Doctor doctor = good ? world.doctors.first() : pick(random, world.doctors);
    c.patientId = pick(random, world.patients).id;
    c.clinicId = clinic.id;
    c.doctorId = good || random.below(4) ? doctor.id : DoctorId();
    c.payerId = good ? world.payers.first().id : pick(random, world.payers).id;
    c.serviceDate = kToday;
    if (good) {
        c.type = clinic.kind == ClinicKind::Emergency ? VisitType::Emergency : VisitType::Outpatient;
        c.series = ticketSeries(clinic, doctor, c.session);
        c.letter = ticketLetter(clinic, doctor);
        c.repeat = true;
    }
    c.registrationNumber += 100'000;
    c.reservedTicket = random.below(2) ? 501 : 0;
    if (random.below(3)) c.temporaryNumber.clear();
    return c;
}

PrintReservedTicket aimedPaper(const World& world, Random& random) {
    PrintReservedTicket c;
    c.visit = aimedVisit(world, random);
    c.visit.type = VisitType::Outpatient;
    c.visit.letter = QStringLiteral("A");
    c.visit.reservedTicket = 501;
    // The registration's rows are here, or it was refused; now and then the paper is another visit's.
    c.registration = CommandId(Uuid::fromBytes(random.bytes(16)));
    if (random.below(3) == 0) return c;
    const auto at = static_cast<qsizetype>(random.below(6));
    c.registration = world.registrations[at];
    if (random.below(4) == 0) return c;
    c.visit.patientId = world.visits[at].patientId;
    c.visit.registrationNumber = world.visits[at].registrationNumber;
    return c;
}

QByteArray aimedAtStock(const RequestEntry& entry, const World& world, Random& random) {
    const Lot& lot = pick(random, world.lots);
    const DepotId depot = pick(random, world.depots).id;
    const auto quantity = static_cast<qint64>(random.below(6));
    const PatientId patient = pick(random, world.patients).id;
    const VisitId visit = random.below(2) ? pick(random, world.visits).id : VisitId();
    const QString reason = QStringLiteral("uji");
    switch (entry.info.type) {
        case ReceiveStock::info.type: {
            const bool known = random.below(2) == 0;
            return encode(ReceiveStock{lot.itemId, depot, known ? lot.batch : QStringLiteral("B2"),
                                       known ? lot.expiry : kToday, quantity});
        }
        case CountStock::info.type:
            return encode(CountStock{lot.id, depot, quantity, reason});
        case TopUpRight::info.type:
            return encode(TopUpRight{lot.id, depot, quantity});
        case ReturnRight::info.type:
            return encode(ReturnRight{lot.id, depot});
        case Dispense::info.type:
            return encode(Dispense{lot.id, depot, quantity, patient, visit});
        case DispenseUnreserved::info.type:
            return encode(DispenseUnreserved{lot.id, depot, quantity, patient, visit, reason, reason});
        default:
            return entry.randomPayload(random);
    }
}

/// Random bytes rarely name rows that exist; a request about them is what matters.
QByteArray aimed(const RequestEntry& entry, const World& world, Random& random) {
    const qint64 type = entry.info.type;
    if (const auto payload = aimedAtRecords(type, world, random)) return *payload;
    if (type == RegisterVisit::info.type) return encode(aimedVisit(world, random));
    if (type == PrintReservedTicket::info.type) return encode(aimedPaper(world, random));
    if (type == RegisterPatient::info.type) {
        RegisterPatient c = randomInstance<RegisterPatient>(random);
        if (random.below(2)) makeGood(c.patient);
        c.patient.mrn += 100'000;
        if (random.below(3)) c.temporaryNumber.clear();
        c.patient.nik = random.below(2) ? pick(random, world.patients).nik : QString();
        return encode(c);
    }
    if (type == EditPatient::info.type) {
        const Patient from = pick(random, world.patients);
        Patient seen = random.below(2) ? from : randomInstance<Patient>(random);
        Patient wanted = seen;
        wanted.phone = QStringLiteral("0800%1").arg(random.below(1'000'000));
        wanted.nik = random.below(2) ? pick(random, world.patients).nik : seen.nik;
        wanted.name = random.below(2) ? QStringLiteral("Budi Baru") : seen.name;
        return encode(EditPatient{from.id, changesBetween(seen, wanted)});
    }
    if (type == CancelVisit::info.type)
        return encode(CancelVisit{pick(random, world.visits).id, pick(random, world.tickets).id,
                                  QStringLiteral("salah")});
    if (type == SaveMaster<Clinic>::info.type) return renamed(world.clinics, random);
    if (type == SaveMaster<Doctor>::info.type) return renamed(world.doctors, random);
    if (type == SaveMaster<Payer>::info.type) return renamed(world.payers, random);
    return aimedAtStock(entry, world, random);
}

struct Outcome {
    bool threw = false;
    bool refused = false;  // By the check.
    std::optional<Error> error;
    QByteArray reply;
    bool operator==(const Outcome&) const = default;
};

/// As the executor does it: what nobody was told yet is checked first.
Outcome run(Store& store, StoreForm form, const RequestEntry& entry, const CommandId& id,
            const QByteArray& payload, bool assured) {
    Outcome outcome;
    WriteContext context;
    context.writeId = id.uuid();
    context.request = QString::fromLatin1(entry.info.name);
    context.at = kNow;
    CommandContext command;
    command.id = id;
    command.actor = UserId(Uuid::named("user"));
    command.device = ownDevice();
    context.device = command.device.uuid();
    command.at = context.at;
    command.zone = context.zone;
    command.assured = assured;
    CommandContext checked = command;
    checked.now = context.at;
    checked.today = dayIn(context.zone, context.at);
    context.wish = entry.info.kind == RequestKind::Wish;
    const auto work = [&](WishTx& tx) -> Status {
        if (!assured) {
            Status good = entry.check(tx, checked, payload);
            outcome.refused = !good;
            if (!good) return good;
        }
        const Result<QByteArray> reply = entry.apply(tx, command, payload);
        if (!reply) return tl::unexpected<Error>(reply.error());
        outcome.reply = *reply;
        return {};
    };
    if (form == StoreForm::Server) {
        if (const auto done = store.write(context, work); !done) outcome.error = done.error();
    } else {
        const Status stored = store.onCache(hospitalEntities(), [&](CacheTx& tx) -> Status {
            if (const Status done = tx.provisionally(context, work); !done) outcome.error = done.error();
            return {};
        });
        if (!stored) outcome.error = stored.error();
    }
    outcome.threw = outcome.error && (outcome.error->code == ErrorCode::ConstraintViolated ||
                                      outcome.error->code == ErrorCode::Internal);
    return outcome;
}

}  // namespace

class EveryRequestTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void apply_data() {
        QTest::addColumn<qint64>("type");
        const int parts = qMax(1, qEnvironmentVariableIntValue("SIMRS_PARTS"));
        int at = qEnvironmentVariableIntValue("SIMRS_PART");
        for (const RequestEntry& entry : hospitalRequests().entries()) {
            if (entry.apply && at++ % parts == 0) QTest::newRow(entry.info.name) << qint64(entry.info.type);
        }
    }

    void apply() {
        QFETCH(qint64, type);
        const RequestEntry& entry = *hospitalRequests().find(type);
        int accepted = 0;
        for (int seed = 1; seed <= kSeeds; ++seed) {
            SeededRandom random(static_cast<std::uint64_t>(seed));
            const World world = randomWorld(random);
            const bool wild = seed % 4 == 0;  // Any bytes at all, beside requests about rows that exist.
            const QByteArray payload = wild ? entry.randomPayload(random) : aimed(entry, world, random);
            const CommandId id(Uuid::fromBytes(random.bytes(16)));
            for (const bool assured : {true, false}) {
                for (const StoreForm form : {StoreForm::Cache, StoreForm::Server}) {
                    MemoryStore one(form, world, static_cast<std::uint64_t>(seed));
                    MemoryStore two(form, world, static_cast<std::uint64_t>(seed));
                    QCOMPARE(one.hash(), two.hash());
                    const QByteArray before = one.hash();
                    const Outcome first = run(one.store(), form, entry, id, payload, assured);
                    const Outcome second = run(two.store(), form, entry, id, payload, assured);
                    const QByteArray where = QByteArray("seed ") + QByteArray::number(seed);
                    QVERIFY2(first == second, where);
                    QVERIFY2(one.hash() == two.hash() && !one.hash().isEmpty(), where);
                    if (form == StoreForm::Cache) {
                        const QByteArray after = one.hash();
                        QVERIFY2(one.undo() && one.hash() == before, where + " undo");
                        QVERIFY2(run(one.store(), form, entry, id, payload, assured) == first,
                                 where + " redo");
                        QVERIFY2(one.hash() == after, where + " redo's rows");
                    }
                    accepted += !assured && form == StoreForm::Server && !first.refused;
                    if (first.refused) continue;
                    if (entry.info.kind == RequestKind::Fact)
                        QVERIFY2(!first.error,
                                 where + (first.error ? first.error->detail.toUtf8() : QByteArray()));
                    else
                        QVERIFY2(!first.threw || form == StoreForm::Server, where);
                }
            }
        }
        QVERIFY2(accepted > 0, "no request passed its check: only refusals were tried");
    }
};

QTEST_GUILESS_MAIN(EveryRequestTest)
#include "every_request_test.moc"
