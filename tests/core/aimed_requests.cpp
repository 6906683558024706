// SPDX-License-Identifier: GPL-3.0-or-later
// Requests of the desk, the record and the stock, about rows of the world.
#include "common/registration/registered_visit.h"
#include "tests/core/random_world.h"

namespace simrs::test {
namespace {

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

}  // namespace

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
        c.details = {};
        c.episodeId = {};
        c.arrivedAt = c.triagedAt = {};
    }
    c.registrationNumber += 100'000;
    c.reservedTicket = random.below(2) ? 501 : 0;
    if (random.below(3)) c.temporaryNumber.clear();
    return c;
}

namespace {

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

}  // namespace

QByteArray aimed(const RequestEntry& entry, const World& world, Random& random) {
    const qint64 type = entry.info.type;
    if (const auto payload = aimedAtRecords(type, world, random)) return *payload;
    if (const auto payload = aimedAtLists(type, world, random)) return *payload;
    if (const auto payload = aimedAtCounter(type, world, random)) return *payload;
    if (const auto payload = aimedAtVisits(type, world, random)) return *payload;
    if (type == RegisterVisit::info.type) return encode(aimedVisit(world, random));
    if (type == PrintReservedTicket::info.type) return encode(aimedPaper(world, random));
    if (type == RegisterPatient::info.type) {
        RegisterPatient c = randomInstance<RegisterPatient>(random);
        if (random.below(2)) {
            makeGood(c.patient);
            c.details = {};
        }
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
    return aimedAtStock(entry, world, random);
}

}  // namespace simrs::test
