// SPDX-License-Identifier: GPL-3.0-or-later
// Saves one row of any master. Rows are switched off, never deleted: visits refer to them.
#include <type_traits>

#include "common/base/text.h"
#include "common/registration/identity_rules.h"
#include "common/registration/master_requests.h"
#include "common/registration/stay.h"
#include "common/registration/visit.h"

namespace simrs {
namespace {

/// The general rules of a form over its field table: required texts are there, no text is too long.
Status checkFields(FieldSpan fields, const void* object) {
    for (const Field& f : fields) {
        if (f.ops->type != FieldType::Text) continue;
        const QString text = f.ops->show(f.get(object));
        const QString name = QString::fromLatin1(f.name);
        if (f.rules.required && text.isEmpty()) return fail(ErrorCode::FieldRequired, {name});
        if (text.size() > f.rules.max)
            return fail(ErrorCode::FieldTooLong, {name, QString::number(f.rules.max)});
        if (cleanLine(text) != text) return fail(ErrorCode::FieldInvalid, {name});
    }
    return {};
}

template <Entity E>
constexpr ErrorCode unknownRow() {
    if constexpr (std::is_same_v<E, Clinic>) return ErrorCode::ClinicUnknown;
    if constexpr (std::is_same_v<E, Doctor>) return ErrorCode::DoctorUnknown;
    if constexpr (std::is_same_v<E, Payer>) return ErrorCode::PayerUnknown;
    return ErrorCode::RowUnknown;
}

template <Entity E>
QList<E> allOf(Reader& reader) {
    return reader.list(Where<E>()).value_or(QList<E>());
}

/// A number that is called out at the counter is not one that is called out in a hall.
Status checkNoService(Reader& reader, const QString& letter) {
    for (const CounterService& service : allOf<CounterService>(reader))
        if (service.active && service.letter == letter)
            return fail(ErrorCode::LetterTaken, {letter, service.name});
    return {};
}

template <Entity E>
Status checkLetterIn(Reader& reader, const E& row) {
    if (!reader.authority()) return {};
    SIMRS_TRY(checkLetterFree(row, allOf<Clinic>(reader), allOf<Doctor>(reader)));
    return row.active && !row.letter.isEmpty() ? checkNoService(reader, row.letter) : Status();
}

Status checkRow(Reader& reader, const Clinic& clinic) {
    SIMRS_TRY(checkClinicRules(clinic));
    return checkLetterIn(reader, clinic);
}

Status checkRow(Reader& reader, const Doctor& doctor) {
    if (reader.authority() && !doctor.clinicId.isNull() && !reader.get<Clinic>(doctor.clinicId))
        return fail(ErrorCode::ClinicUnknown);
    SIMRS_TRY(checkLetter(doctor.letter));
    if (!doctor.nik.isEmpty()) SIMRS_TRY(checkNik(doctor.nik));
    return checkLetterIn(reader, doctor);
}

Status checkRow(Reader&, const Payer&) { return {}; }

/// The clinic or ward that a row names; null passes where it may.
Status checkUnit(Reader& reader, const ClinicId& unit, std::optional<ClinicKind> kind) {
    if (unit.isNull())
        return kind ? Status(fail(ErrorCode::FieldRequired, {QStringLiteral("clinic_id")})) : Status();
    const auto clinic = reader.get<Clinic>(unit);
    if (!clinic) return reader.authority() ? Status(fail(ErrorCode::ClinicUnknown)) : Status();
    if (kind && clinic->kind != *kind) return fail(ErrorCode::WardUnknown);
    return {};
}

Status checkRow(Reader& reader, const Bed& bed) { return checkUnit(reader, bed.clinicId, ClinicKind::Ward); }
Status checkRow(Reader& reader, const Staff& staff) {
    SIMRS_TRY(checkPhone(staff.phone));
    return checkUnit(reader, staff.clinicId, std::nullopt);
}
Status checkRow(Reader&, const Facility&) { return {}; }
Status checkRow(Reader&, const Holiday& holiday) {
    if (!holiday.day.isValid()) return fail(ErrorCode::FieldRequired, {QStringLiteral("day")});
    const bool keyed = holiday.code == holiday.day.toString(Qt::ISODate);
    return keyed ? Status() : Status(fail(ErrorCode::FieldInvalid, {QStringLiteral("day")}));
}

Status checkRow(Reader& reader, const CounterService& service) {
    SIMRS_TRY(checkLetter(service.letter));
    if (!reader.authority() || !service.active) return {};
    for (const CounterService& other : allOf<CounterService>(reader)) {
        if (other.active && other.id != service.id && other.letter == service.letter)
            return fail(ErrorCode::LetterTaken, {service.letter, other.name});
    }
    // As of a clinic that is none of those there are.
    Clinic hall;
    hall.letter = service.letter;
    return checkLetterFree(hall, allOf<Clinic>(reader), allOf<Doctor>(reader));
}

/// A day stands in the list once: it is the code.
template <Entity E>
void tidyKey(E& row) {
    if constexpr (std::is_same_v<E, Holiday>) row.code = row.day.toString(Qt::ISODate);
    // What holds no digit stays as typed, so that the rule can name it instead of it vanishing.
    if constexpr (requires { row.phone; }) {
        const QString canonical = canonicalPhone(row.phone);
        row.phone = canonical.isEmpty() ? cleanLine(row.phone) : canonical;
    }
    if constexpr (requires { row.letter; }) row.letter = cleanLine(row.letter).toUpper();
}

/// What somebody has typed; what follows from it is not merged but made anew.
template <Entity E>
QList<FieldChange> typedChanges(const SaveMaster<E>& command) {
    QList<FieldChange> changes = changesBetween(command.base, command.row);
    changes.removeIf([](const FieldChange& change) {
        const Field* field = fieldByTag(fieldSpan<E>(), static_cast<std::uint32_t>(change.tag));
        return field && field->rules.derived;
    });
    return changes;
}

/// Whether somebody lies there now.
bool hasStays(Reader& reader, Where<Stay> there) {
    const auto stays = reader.list(there.eq<&Stay::discharge>(Discharge::StillHere).limit(1));
    return !stays.value_or(QList<Stay>()).isEmpty();
}

/// What a row was before bounds what it may become: visits, beds and stays belong to it as it is.
Status checkChange(Reader& reader, const Clinic& held, const Clinic& row) {
    if ((held.kind == ClinicKind::Ward) != (row.kind == ClinicKind::Ward))
        return fail(ErrorCode::FieldInvalid, {QStringLiteral("kind")});
    const bool closes = held.active && !row.active && row.kind == ClinicKind::Ward;
    return closes && hasStays(reader, Where<Stay>().eq<&Stay::wardId>(row.id))
               ? fail(ErrorCode::PatientsLieThere)
               : Status();
}

Status checkChange(Reader& reader, const Bed& held, const Bed& row) {
    const bool goes = held.clinicId != row.clinicId || (held.active && !row.active);
    return goes && hasStays(reader, Where<Stay>().eq<&Stay::bedId>(row.id))
               ? fail(ErrorCode::PatientsLieThere)
               : Status();
}

template <Entity E>
Status checkChange(Reader&, const E&, const E&) {
    return {};
}

/// The row as it will stand there, against its own rules and all other rows.
template <Entity E>
Status checkWhole(Reader& reader, const E& row) {
    SIMRS_TRY(checkFields(fieldSpan<E>(), &row));
    SIMRS_TRY(checkRow(reader, row));
    if (!reader.authority()) return {};
    for (const E& other : allOf<E>(reader)) {
        if (other.code == row.code && other.id != row.id)
            return fail(ErrorCode::CodeTaken, {row.code, other.name});
    }
    return {};
}

}  // namespace

template <Entity E>
Status SaveMaster<E>::prepare(Prepare& prepare, SaveMaster& command) {
    command.row.code = cleanLine(command.row.code).toUpper();
    command.row.name = cleanLine(command.row.name);
    tidyKey(command.row);
    command.row.id = command.base.id.isNull() ? prepare.newId<E>() : command.base.id;
    return check(prepare.reader(), prepare.context(), command);
}

template <Entity E>
Status SaveMaster<E>::check(Reader& reader, const CommandContext& context, const SaveMaster& command) {
    const bool made = command.base.id.isNull();
    const IdOf<E> expected =
        made ? IdOf<E>(Uuid::derive(context.id.uuid(), entityInfo<E>.kind, 0)) : command.base.id;
    if (command.row.id != expected) return fail(ErrorCode::FieldInvalid, {QStringLiteral("id")});
    if (made) return checkWhole(reader, command.row);
    // Two people may each have changed a field: what counts is the row with both.
    auto row = reader.get<E>(command.row.id);
    const std::optional<E> held = row;
    if (!row) return reader.authority() ? Status(fail(unknownRow<E>())) : checkWhole(reader, command.row);
    SIMRS_ASSIGN(const MergeOutcome merged, mergeChanges(fieldSpan<E>(), &*row, typedChanges(command)));
    if (!merged.clashes.isEmpty()) return fail(ErrorCode::ChangedMeanwhile, merged.clashes);
    tidyKey(*row);
    SIMRS_TRY(checkChange(reader, *held, *row));
    return checkWhole(reader, *row);
}

template <Entity E>
Status SaveMaster<E>::apply(WishTx& tx, const CommandContext&, const SaveMaster& command) {
    if (command.base.id.isNull()) {
        tx.insert(command.row);
        return {};
    }
    const auto outcome = tx.merge<E>(command.row.id, typedChanges(command));
    if (!outcome) return tx.authority() ? Status(fail(unknownRow<E>())) : Status();
    if (!outcome->clashes.isEmpty()) return fail(ErrorCode::ChangedMeanwhile, outcome->clashes);
    if constexpr (std::is_same_v<E, Holiday>) tx.patch<E>(command.row.id, tidyKey<E>);
    return {};
}

template <Entity E>
typename SaveMaster<E>::Reply SaveMaster<E>::outcome(FactTx& tx, const SaveMaster& command) {
    return {tx.get<E>(command.row.id).value_or(command.row)};
}

template struct SaveMaster<Clinic>;
template struct SaveMaster<Doctor>;
template struct SaveMaster<Payer>;
template struct SaveMaster<Bed>;
template struct SaveMaster<Holiday>;
template struct SaveMaster<Facility>;
template struct SaveMaster<Staff>;
template struct SaveMaster<CounterService>;

}  // namespace simrs
