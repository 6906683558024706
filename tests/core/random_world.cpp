// SPDX-License-Identifier: GPL-3.0-or-later
// Rows that refer to each other as they do in a hospital.
#include "tests/core/random_world.h"

#include "common/registration/name_key.h"
#include "common/registration/registered_visit.h"

namespace simrs::test {

DeviceId ownDevice() { return DeviceId(Uuid::named("device")); }

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

namespace {

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

/// Two rows of each of the longer lists.
void addLists(World& world, Random& random) {
    for (int i = 0; i < 2; ++i) {
        const auto row = [&]<class E>(E made) {
            made.id = IdOf<E>(Uuid::fromBytes(random.bytes(16)));
            made.code = QStringLiteral("L%1").arg(i);
            made.name = QStringLiteral("Nama %1").arg(i);
            return made;
        };
        world.staff.append(row(Staff()));
        world.facilities.append(row(Facility()));
        Holiday holiday = row(Holiday());
        holiday.day = kToday.addDays(i);
        holiday.code = holiday.day.toString(Qt::ISODate);
        world.holidays.append(holiday);
        CounterService service = row(CounterService());
        service.letter = i == 0 ? QStringLiteral("X") : QStringLiteral("Y");
        world.services.append(service);
    }
}

/// A ward with its bed, a patient who lies there and one who has left.
void addStays(World& world, Random& random) {
    for (int i = 0; i < 2; ++i) {
        Clinic ward = randomInstance<Clinic>(random);
        ward.code = QStringLiteral("W%1").arg(i);
        ward.kind = ClinicKind::Ward;
        ward.opensMinute = 0;
        ward.closesMinute = 1440;
        ward.letter.clear();
        ward.active = true;
        world.wards.append(ward);
        Bed bed = randomInstance<Bed>(random);
        bed.code = QStringLiteral("B%1").arg(i);
        bed.name = QStringLiteral("Bed %1").arg(i);
        bed.clinicId = ward.id;
        bed.active = true;
        world.beds.append(bed);
        Visit visit = randomInstance<Visit>(random);
        visit.patientId = world.patients[i + 3].id;
        visit.type = VisitType::Inpatient;
        visit.registrationNumber = 5000 + i;
        visit.serviceDate = kToday;
        visit.clinicId = ward.id;
        visit.doctorId = world.doctors.first().id;
        visit.payerId = world.payers.first().id;
        visit.state = VisitState::Registered;
        world.stayVisits.append(visit);
        Stay stay = randomInstance<Stay>(random);
        stay.id = visit.id;
        stay.patientId = visit.patientId;
        stay.wardId = ward.id;
        stay.bedId = bed.id;
        stay.leaderId = visit.doctorId;
        stay.given = CareClass::Class2;
        stay.fromVisit = {};
        stay.admittedAt = Instant(kNow.ms - 1000);
        stay.discharge = i == 0 ? Discharge::StillHere : Discharge::Home;
        stay.leftAt = i == 0 ? Instant() : kNow;
        world.stays.append(stay);
    }
    for (int i = 0; i < 3; ++i) {
        VisitDetails details;
        details.id = world.visits[i].id;
        details.patientId = world.visits[i].patientId;
        details.escortName = QStringLiteral("Pengantar %1").arg(i);
        world.details.append(details);
    }
}

/// Of the first service, as the counter has them today.
void addCounterTickets(World& world) {
    for (int i = 0; i < enumCount(CounterState()); ++i) {
        CounterTicket ticket;
        ticket.id = CounterTicketId(Uuid::named(QByteArray("counter") + QByteArray::number(i)));
        ticket.serviceDate = kToday;
        ticket.serviceId = world.services.first().id;
        ticket.letter = world.services.first().letter;
        ticket.number = 900 + i;
        ticket.state = static_cast<CounterState>(i);
        ticket.takenAt = Instant(kNow.ms - 1000);
        if (ticket.state != CounterState::Waiting) {
            ticket.calledAt = kNow;
            ticket.calls = ticket.turn = i;
            ticket.counter = kCounter;
        }
        world.counterTickets.append(ticket);
    }
}

/// Six patients with a visit, a ticket and a record each.
void addPeople(World& world, Random& random) {
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
        // Most can still be moved, and one came to the emergency department.
        if (i < 4) visit.openedAt = visit.arrivedAt = visit.triagedAt = {};
        if (i < 3) visit.state = VisitState::Registered;
        if (i < 2) visit.type = i == 0 ? VisitType::Outpatient : VisitType::Emergency;
        world.visits.append(visit);
        Ticket ticket = randomInstance<Ticket>(random);
        ticket.id = firstTicket(world.registrations.last());
        ticket.visitId = visit.id;
        ticket.patientId = patient.id;
        ticket.number = 3000 + i;
        world.tickets.append(ticket);
        addRecord(world, random, i);
    }
}

}  // namespace

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
        doctor.nik.clear();
        world.doctors.append(doctor);
        Payer payer = randomInstance<Payer>(random);
        payer.code = QStringLiteral("P%1").arg(i);
        world.payers.append(payer);
    }
    // The first of each can take a visit.
    world.clinics.first().active = world.doctors.first().active = world.payers.first().active = true;
    world.payers.first().needsCard = false;
    world.clinics.first().kind = random.below(3) ? ClinicKind::Outpatient : ClinicKind::Emergency;
    world.clinics[1].kind = ClinicKind::Emergency;
    world.clinics[1].active = true;
    addPeople(world, random);
    addStays(world, random);
    addLists(world, random);
    addCounterTickets(world);
    return world;
}

}  // namespace simrs::test
