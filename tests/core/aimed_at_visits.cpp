// SPDX-License-Identifier: GPL-3.0-or-later
// Moves, stays and emergencies, about rows of the world.
#include "common/registration/visit_place.h"
#include "tests/core/random_world.h"

namespace simrs::test {
namespace {

MoveVisit aimedMove(const World& world, Random& random) {
    MoveVisit c;
    c.base = random.below(2) ? world.visits.first() : pick(random, world.visits);
    c.visitId = c.base.id;
    const bool good = random.below(3) != 0;
    const Clinic& clinic = good ? world.clinics.first() : pick(random, world.clinics);
    const Doctor& doctor = good ? world.doctors.first() : pick(random, world.doctors);
    c.clinicId = clinic.id;
    c.doctorId = doctor.id;
    c.session = random.below(2) ? PracticeSession::Morning : PracticeSession::Afternoon;
    c.payerId = good ? world.payers.first().id : pick(random, world.payers).id;
    c.serviceDate = kToday.addDays(static_cast<qint64>(random.below(3)));
    c.reason = QStringLiteral("salah poli");
    c.series = ticketSeries(clinic, doctor, c.session);
    c.letter = ticketLetter(clinic, doctor);
    if (random.below(4) == 0) c.base.clinicId = pick(random, world.clinics).id;
    return c;
}

ReceiveUnknown aimedStranger(const World& world, Random& random) {
    ReceiveUnknown c;
    c.visit = aimedVisit(world, random);
    c.visit.type = VisitType::Emergency;
    for (const Clinic& clinic : world.clinics)
        if (clinic.kind == ClinicKind::Emergency && clinic.active) c.visit.clinicId = clinic.id;
    c.visit.details = {};
    c.visit.arrivedAt = Instant(kNow.ms - 1000);
    c.visit.triagedAt = {};
    c.visit.reservedTicket = 0;
    c.visit.doctorId = {};
    makeGood(c.person.patient);
    c.person.patient.mrn = 100'000 + static_cast<qint64>(random.below(1000));
    c.person.details.unidentified = true;
    return c;
}

AdmitPatient aimedAdmission(const World& world, Random& random) {
    AdmitPatient c;
    c.patientId = pick(random, world.patients).id;
    c.fromVisit = random.below(3) == 0 ? pick(random, world.visits).id : VisitId();
    c.wardId = pick(random, world.wards).id;
    c.bedId = random.below(2) ? pick(random, world.beds).id : BedId();
    c.leaderId = world.doctors.first().id;
    c.payerId = world.payers.first().id;
    c.given = CareClass::Class3;
    c.admittedAt = Instant(kNow.ms - 500);
    c.serviceDate = kToday;
    c.registrationNumber = 100'000 + static_cast<qint64>(random.below(1000));
    return c;
}

EditVisitDetails aimedDetails(const World& world, Random& random) {
    const auto at = static_cast<qsizetype>(random.below(6));
    VisitDetails seen = at < world.details.size() ? world.details[at] : VisitDetails();
    if (random.below(3) == 0) seen.escortName = QStringLiteral("Lain");
    VisitDetails wanted = seen;
    wanted.escortName = QStringLiteral("Budi");
    wanted.membership = Membership::Active;
    return {world.visits[at].id, changesBetween(seen, wanted)};
}

}  // namespace

std::optional<QByteArray> aimedAtVisits(qint64 type, const World& world, Random& random) {
    switch (type) {
        case MoveVisit::info.type:
            return encode(aimedMove(world, random));
        case ReceiveUnknown::info.type:
            return encode(aimedStranger(world, random));
        case NoteTriage::info.type:
            return encode(NoteTriage{pick(random, world.visits).id, kNow});
        case EditVisitDetails::info.type:
            return encode(aimedDetails(world, random));
        case AdmitPatient::info.type:
            return encode(aimedAdmission(world, random));
        case MoveStay::info.type: {
            const Stay stay = pick(random, world.stays);
            return encode(MoveStay{
                stay, world.wards.last().id, {}, stay.leaderId, CareClass::Class1, QStringLiteral("penuh")});
        }
        case DischargePatient::info.type:
            return encode(DischargePatient{pick(random, world.stays).id, Discharge::Home, kNow, {}});
        default:
            return std::nullopt;
    }
}

}  // namespace simrs::test
