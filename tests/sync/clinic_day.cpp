// SPDX-License-Identifier: GPL-3.0-or-later
// The second generator, written from the list of requests and from how a desk works, not from the first one.
#include "tests/sync/clinic_day.h"

#include "common/records/requests.h"

namespace simrs::sim {
namespace {

constexpr std::size_t kRemembered = 12;

}  // namespace

/// Back to back while people wait; then the desk is quiet for a while.
bool ClinicDay::act(SimDevice& device) {
    Counter& counter = m_counters[&device];
    if (counter.patience == 0) counter.patience = static_cast<int>(device.random().below(9)) - 3;
    if (counter.patience < 0) {
        ++counter.patience;
        return false;
    }
    --counter.patience;
    bool saved = false;
    // A guest is not sent away between his registration and his visit.
    for (int steps = 0; steps < 3; ++steps) {
        if (counter.before.step == Guest::Step::Served) {
            counter.served.push_back(counter.before);
            if (counter.served.size() > kRemembered) counter.served.pop_front();
            counter.before = {};
            return comeBack(device, counter) || saved;
        }
        const bool done =
            counter.before.step == Guest::Step::Arrives ? welcome(device, counter) : send(device, counter);
        if (!done) return saved;
        saved = true;
    }
    return saved;
}

/// Half of the guests have been here before.
bool ClinicDay::welcome(SimDevice& device, Counter& counter) {
    const QList<Patient> known = device.rows<Patient>();
    if (!known.isEmpty() && device.random().below(2) == 0) {
        counter.before.patient = known.last().id;
        counter.before.step = Guest::Step::WantsVisit;
        return send(device, counter);
    }
    RegisterPatient command;
    command.patient.name = QStringLiteral("Tamu Loket");
    command.patient.sex = Sex::Female;
    command.patient.birthDate = QDate(1955, 5, 5);
    command.patient.noNikReason = NoNikReason::Unknown;
    if (!device.submit(command)) return false;
    // Until the server's word the patient is known by what the desk itself has just written.
    const CommandId last = device.saved().last();
    counter.before.patient = PatientId(Uuid::derive(last.uuid(), entityInfo<Patient>.kind, 0));
    counter.before.step = Guest::Step::WantsVisit;
    return true;
}

bool ClinicDay::send(SimDevice& device, Counter& counter) {
    const QList<Clinic>& clinics = device.server().clinics();
    RegisterVisit command;
    command.patientId = counter.before.patient;
    // One clinic has most of the guests: its counter is contested.
    command.clinicId = clinics[device.random().below(4) == 0 ? 1 : 0].id;
    command.payerId = device.server().payer().id;
    command.repeat = device.random().below(2) == 0;
    counter.before.step = Guest::Step::Served;
    if (!device.submit(command)) return false;
    const Uuid last = device.saved().last().uuid();
    counter.before.visit = VisitId(Uuid::derive(last, entityInfo<Visit>.kind, 0));
    counter.before.ticket = TicketId(Uuid::derive(last, entityInfo<Ticket>.kind, 0));
    examine(device, counter.before);
    handOut(device, counter.before);
    return true;
}

/// The nurse writes down how the guest is, and what he cannot bear.
void ClinicDay::examine(SimDevice& device, const Guest& guest) {
    WriteNote note;
    note.visitId = guest.visit;
    note.patientId = guest.patient;
    note.text = QStringLiteral("Nadi 80, suhu 36,7. Keadaan umum baik.");
    device.submit(note);
    if (device.random().below(6) != 0) return;
    AddAllergy allergy;
    allergy.patientId = guest.patient;
    allergy.substance = QStringLiteral("Amoksisilin");
    allergy.severity = AllergySeverity::Severe;
    device.submit(allergy);
}

/// The guest gets his medicine out of what the desk has a right to; when little is left the desk asks for
/// more, and now and then it gives the rest back.
void ClinicDay::handOut(SimDevice& device, const Guest& guest) {
    const LotId lot = device.server().lots().first().id;
    const DepotId depot = device.server().depots().first().id;
    qint64 left = 0;
    for (const StockRight& right : device.rows<StockRight>())
        if (right.lotId == lot && right.depotId == depot) left = leftUnder(right);
    if (left > 0) device.submit(Dispense{lot, depot, std::min<qint64>(left, 3), guest.patient, guest.visit});
    if (left < 4) device.submit(TopUpRight{lot, depot, 5});
    if (device.random().below(12) == 0) device.submit(ReturnRight{lot, depot});
}

/// Somebody who was served comes back: another telephone number, a wrong name, no time to wait.
bool ClinicDay::comeBack(SimDevice& device, Counter& counter) {
    const auto which = static_cast<std::size_t>(device.random().below(counter.served.size()));
    const Guest& guest = counter.served[which];
    switch (device.random().below(5)) {
        case 0:
            return !guest.visit.isNull() &&
                   device.submit(CancelVisit{guest.visit, guest.ticket, QStringLiteral("tidak jadi")});
        case 1:
        case 2:
            break;
        default:
            return false;
    }
    for (const Patient& held : device.rows<Patient>()) {
        if (held.id != guest.patient) continue;
        Patient corrected = held;
        corrected.phone = QStringLiteral("0811%1").arg(100'000 + device.random().below(900'000));
        if (device.random().below(2) == 0) corrected.name = held.name + QStringLiteral(" Binti Ali");
        return device.submit(EditPatient{held.id, changesBetween(held, corrected)});
    }
    return false;
}

}  // namespace simrs::sim
