// SPDX-License-Identifier: GPL-3.0-or-later
// The first generator: one request drawn after the other.
#include "tests/sync/random_work.h"

#include "common/records/requests.h"
#include "common/registration/merge_requests.h"

namespace simrs::sim {
namespace {

template <class T>
const T& anyOf(Random& random, const QList<T>& list) {
    return list[static_cast<qsizetype>(random.below(static_cast<std::uint64_t>(list.size())))];
}

bool registerPatient(SimDevice& device) {
    static const QStringList kNames{QStringLiteral("Siti Aminah"), QStringLiteral("Budi Santoso"),
                                    QStringLiteral("Nur Hidayah"), QStringLiteral("Agus Salim"),
                                    QStringLiteral("Sri Wahyuni")};
    Random& random = device.random();
    RegisterPatient command;
    command.patient.name = anyOf(random, kNames);
    command.patient.sex = random.below(2) ? Sex::Female : Sex::Male;
    command.patient.birthDate = QDate(1980, 1, 1).addDays(static_cast<qint64>(random.below(9000)));
    command.patient.noNikReason = NoNikReason::Unknown;
    // Few NIKs: two desks register one person now and then.
    if (random.below(3) == 0) {
        command.patient.sex = Sex::Male;
        command.patient.birthDate = QDate(1980, 1, 1);
        command.patient.nik =
            QStringLiteral("31730101018000%1").arg(random.below(20), 2, 10, QLatin1Char('0'));
        command.patient.noNikReason = NoNikReason::None;
    }
    return device.submit(command);
}

bool editPatient(SimDevice& device) {
    const QList<Patient> seen = device.rows<Patient>();
    if (seen.isEmpty()) return false;
    Random& random = device.random();
    const Patient before = anyOf(random, seen);
    Patient wanted = before;
    switch (random.below(3)) {
        case 0:
            wanted.phone = QStringLiteral("0800%1").arg(random.below(1'000'000));
            break;
        case 1:
            wanted.address = QStringLiteral("Jl. Melati %1").arg(random.below(100));
            break;
        default:
            wanted.name = QStringLiteral("Siti Baru");
    }
    return device.submit(EditPatient{before.id, changesBetween(before, wanted)});
}

bool registerVisit(SimDevice& device) {
    const QList<Patient> seen = device.rows<Patient>();
    if (seen.isEmpty()) return false;
    RegisterVisit command;
    command.patientId = anyOf(device.random(), seen).id;
    command.clinicId = anyOf(device.random(), device.server().clinics()).id;
    command.payerId = device.server().payer().id;
    command.repeat = true;
    return device.submit(command);
}

bool moveStock(SimDevice& device) {
    Random& random = device.random();
    const auto place = static_cast<qsizetype>(random.below(2));
    const LotId lot = device.server().lots()[place].id;
    const DepotId depot = device.server().depots()[place].id;
    const auto quantity = 1 + static_cast<qint64>(random.below(4));
    switch (random.below(8)) {
        case 0:
        case 1:
            return device.submit(TopUpRight{lot, depot, 2 * quantity});
        case 2:
            return device.submit(ReturnRight{lot, depot});
        case 3:
            return device.submit(DispenseUnreserved{
                lot, depot, 1, {}, {}, QStringLiteral("hak habis"), QStringLiteral("Saksi")});
        default:
            return device.submit(Dispense{lot, depot, quantity, {}, {}});
    }
}

bool cancelVisit(SimDevice& device) {
    const QList<Visit> seen = device.rows<Visit>();
    if (seen.isEmpty()) return false;
    CancelVisit command;
    command.visitId = anyOf(device.random(), seen).id;
    command.reason = QStringLiteral("salah poli");
    return device.submit(command);
}

bool writeNote(SimDevice& device) {
    Random& random = device.random();
    const QList<ClinicalNote> notes = device.rows<ClinicalNote>();
    if (!notes.isEmpty() && random.below(3) == 0) {
        CorrectNote correction;
        correction.noteId = anyOf(random, notes).id;
        correction.text = QStringLiteral("TD %1/80").arg(100 + random.below(60));
        correction.reason = QStringLiteral("salah ketik");
        return device.submit(correction);
    }
    const QList<Visit> seen = device.rows<Visit>();
    if (seen.isEmpty()) return false;
    WriteNote note;
    note.visitId = anyOf(random, seen).id;
    note.text = QStringLiteral("Keluhan %1").arg(random.below(1000));
    return device.submit(note);
}

/// Few substances: two people add or remove the same one.
bool changeAllergies(SimDevice& device) {
    Random& random = device.random();
    const QList<Allergy> known = device.rows<Allergy>();
    if (!known.isEmpty() && random.below(2) == 0) {
        RemoveAllergy away;
        away.seen = anyOf(random, known);
        away.reason = QStringLiteral("tes kulit negatif");
        return device.submit(away);
    }
    const QList<Patient> seen = device.rows<Patient>();
    if (seen.isEmpty()) return false;
    AddAllergy command;
    command.patientId = anyOf(random, seen).id;
    command.substance = QStringLiteral("Zat %1").arg(random.below(4));
    return device.submit(command);
}

bool mergeFiles(SimDevice& device) {
    Random& random = device.random();
    const QList<Patient> seen = device.rows<Patient>();
    if (seen.size() < 2) return false;
    const Patient file = anyOf(random, seen);
    const QString reason = QStringLiteral("orang yang sama");
    if (!file.mergedInto.isNull()) return device.submit(UnmergePatients{file.id, reason});
    return device.submit(MergePatients{file.id, anyOf(random, seen).id, reason});
}

}  // namespace

bool RandomWork::act(SimDevice& device) {
    switch (device.random().below(14)) {
        case 8:
        case 9:
            return moveStock(device);
        case 10:
        case 11:
            return writeNote(device);
        case 12:
            return changeAllergies(device);
        case 13:
            return mergeFiles(device);
        case 0:
        case 1:
            return registerPatient(device);
        case 2:
        case 3:
            return editPatient(device);
        case 4:
            return cancelVisit(device);
        default:
            return registerVisit(device);
    }
}

}  // namespace simrs::sim
