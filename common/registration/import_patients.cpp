// SPDX-License-Identifier: GPL-3.0-or-later
// Every row is asked three things before it makes anybody: is it a patient by the rules of the desk, who has
// its numbers already, and who else may be the same person.
#include <QSet>

#include "common/registration/import_requests.h"
#include "common/registration/masters.h"
#include "common/registration/name_key.h"
#include "common/registration/number_alias.h"
#include "common/registration/pair_requests.h"
#include "common/registration/place_words.h"
#include "common/registration/survivor.h"

namespace simrs {
namespace {

/// The aliases of old numbers are their digits, without zeros before them.
QString aliasOf(qint64 number) { return QString::number(number); }

template <Entity E>
std::optional<E> first(Reader& reader, Where<E> where) {
    const auto rows = reader.list(where.limit(1));
    return rows && !rows->isEmpty() ? std::optional(rows->first()) : std::nullopt;
}

/// Whoever has the number, as his own or as an older one.
QList<Patient> holdersOf(Reader& reader, qint64 number) {
    QList<Patient> found;
    if (const auto own = first(reader, Where<Patient>().eq<&Patient::mrn>(number))) found.append(*own);
    const auto aliases = reader.list(Where<NumberAlias>()
                                         .eq<&NumberAlias::text>(aliasOf(number))
                                         .eq<&NumberAlias::kind>(NumberKind::MedicalRecord));
    for (const NumberAlias& alias : aliases.value_or(QList<NumberAlias>()))
        if (const auto patient = reader.get<Patient>(alias.patientId)) found.append(*patient);
    return found;
}

ImportedRow known(Reader& reader, const ImportedPatient& row, ImportFate fate, const Patient& patient) {
    const auto survivor = survivorOf(reader, patient.id);
    return {row.line, fate, patient.id, survivor ? survivor->mrn : patient.mrn, 0, {}};
}

/// All that a row of a list says of somebody; a list that is run again says the same, however little it is.
bool saysTheSame(const Patient& row, const Patient& held) {
    return nameKey(row.name) == held.nameKey && row.birthDate == held.birthDate && row.sex == held.sex &&
           row.phone == held.phone && row.address == held.address && row.motherName == held.motherName &&
           row.card == held.card;
}

/// Whoever was made of the same words before, among however many of the same name and birth date.
std::optional<Patient> madeBefore(Reader& reader, const Patient& row) {
    return first(reader, Where<Patient>()
                             .eq<&Patient::birthDate>(row.birthDate)
                             .eq<&Patient::nameKey>(nameKey(row.name))
                             .eq<&Patient::sex>(row.sex)
                             .eq<&Patient::address>(row.address)
                             .eq<&Patient::phone>(row.phone)
                             .eq<&Patient::motherName>(row.motherName)
                             .eq<&Patient::card>(row.card));
}

/// Two people in the list have one NIK, as when a child was taken down with its mother's: everything but the
/// NIK speaks against their being one.
bool isSomebodyElse(Patient row, Patient holder) {
    row.nik.clear();
    holder.nik.clear();
    return samePerson(row, holder).weight < 0;
}

/// Who has the row's NIK and may well be meant.
std::optional<Patient> knownByNik(Reader& reader, const Patient& row) {
    auto holder = nikHolder(reader, row.nik);
    return holder && !isSomebodyElse(row, *holder) ? holder : std::nullopt;
}

/// What becomes of a row, before it makes anybody.
ImportedRow fateOf(Reader& reader, const ImportedPatient& row, QDate day) {
    Status allowed = checkPatient(row.patient, day);
    if (allowed) allowed = checkDetails(row.details, row.patient, day);
    if (!allowed)
        return {row.line,
                ImportFate::Refused,
                {},
                0,
                static_cast<qint64>(allowed.error().code),
                allowed.error().args};
    if (const auto holder = knownByNik(reader, row.patient))
        return known(reader, row, ImportFate::KnownByNik, *holder);
    if (row.number > 0) {
        for (const Patient& holder : holdersOf(reader, row.number))
            if (samePerson(row.patient, holder).weight >= kMaybeSame || saysTheSame(row.patient, holder))
                return known(reader, row, ImportFate::KnownByNumber, holder);
    } else {
        auto same = madeBefore(reader, row.patient);
        if (!same) same = probablySame(reader, row.patient);
        if (same) return known(reader, row, ImportFate::KnownByPerson, *same);
    }
    return {row.line, ImportFate::Made, {}, 0, 0, {}};
}

/// A NIK that was left out, because somebody else has it, is told.
ImportedRow madeOf(const ImportedPatient& row, const Patient& made) {
    const bool lacksNik = made.nik != row.patient.nik;
    return {row.line,
            ImportFate::Made,
            made.id,
            made.mrn,
            lacksNik ? static_cast<qint64>(ErrorCode::NikTaken) : 0,
            {}};
}

void keepOldNumber(FactTx& tx, const CommandContext& context, const ImportedPatient& row, std::uint32_t slot,
                   const PatientId& id) {
    NumberAlias alias;
    alias.id = tx.newId<NumberAlias>(slot);
    alias.text = aliasOf(row.number);
    alias.patientId = id;
    alias.deviceId = context.device;
    alias.givenAt = context.at;
    tx.insert(alias);
}

/// An old number stays the patient's own where no block reaches down to it, not even one of the days before
/// the hospital's numbers were set to begin higher, and where nobody has it.
bool mayKeep(FactTx& tx, qint64 number) {
    const auto hospital = first(tx, Where<Hospital>());
    return number > 0 && hospital && number < hospital->mrnStart &&
           !first(tx, Where<Patient>().eq<&Patient::mrn>(number)) &&
           !first(tx, Where<NumberAlias>().eq<&NumberAlias::text>(aliasOf(number))) &&
           !first(tx, Where<NumberBlock>()
                          .eq<&NumberBlock::kind>(NumberKind::MedicalRecord)
                          .atMost<&NumberBlock::first>(number)
                          .atLeast<&NumberBlock::last>(number));
}

void make(FactTx& tx, const CommandContext& context, const ImportedPatient& row, std::uint32_t slot) {
    Patient patient = row.patient;
    patient.id = tx.newId<Patient>(slot);
    const bool kept = mayKeep(tx, row.number);
    patient.mrn = kept ? row.number : finalNumber(tx, context, NumberKind::MedicalRecord);
    patient.nameKey = nameKey(patient.name);
    patient.nikContested = false;
    patient.registeredAt = context.at;
    patient.mergedInto = {};
    // Both files have papers, with a number each: whether they are one person's is looked into later.
    if (const auto holder = nikHolder(tx, patient.nik)) {
        patient.nik.clear();
        patient.noNikReason = NoNikReason::Unknown;
        raisePair(tx, context, patient.id, holder->id, QStringLiteral("nik"), slot);
    } else if (const auto same = probablySame(tx, patient)) {
        raisePair(tx, context, patient.id, same->id, QStringLiteral("person"), slot);
    }
    tx.insert(patient);
    PatientDetails details = row.details;
    details.id = patient.id;
    details.placeWords = placeWords(details);
    tx.insert(details);
    if (row.number > 0 && !kept) keepOldNumber(tx, context, row, slot, patient.id);
}

}  // namespace

Status ImportPatients::prepare(Prepare& prepare, ImportPatients& command) {
    for (ImportedPatient& row : command.rows) {
        tidyPatient(row.patient);
        tidyDetails(row.details);
    }
    return check(prepare.reader(), prepare.context(), command);
}

Status ImportPatients::check(Reader&, const CommandContext&, const ImportPatients& command) {
    if (command.rows.isEmpty()) return fail(ErrorCode::FieldRequired, {QStringLiteral("rows")});
    return {};
}

Status ImportPatients::apply(WishTx& tx, const CommandContext& context, const ImportPatients& command) {
    const QDate day = dayIn(context.zone, context.at);
    std::uint32_t slot = 0;
    for (const ImportedPatient& row : command.rows) {
        const ImportedRow found = fateOf(tx, row, day);
        if (found.fate == ImportFate::Made) make(tx, context, row, slot);
        // Who is known by his NIK is found by the number of the list as well.
        const bool newNumber =
            found.fate == ImportFate::KnownByNik && row.number > 0 && holdersOf(tx, row.number).isEmpty();
        if (newNumber) keepOldNumber(tx, context, row, slot, found.patientId);
        ++slot;
    }
    return {};
}

/// Asked after apply has run: whoever is there under this command's id was made by it.
ImportPatients::Reply ImportPatients::outcome(FactTx& tx, const ImportPatients& command) {
    Reply reply;
    const QDate day = dayIn(tx.context().zone, tx.context().at);
    std::uint32_t slot = 0;
    for (const ImportedPatient& row : command.rows) {
        const auto made = tx.get<Patient>(tx.newId<Patient>(slot++));
        reply.rows.append(made ? madeOf(row, *made) : fateOf(tx, row, day));
    }
    return reply;
}

}  // namespace simrs
