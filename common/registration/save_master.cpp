// SPDX-License-Identifier: GPL-3.0-or-later
// Saves one row of any master. Rows are switched off, never deleted: visits refer to them.
#include "common/base/text.h"
#include "common/registration/master_requests.h"

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

/// A letter that can be called out, with a digit where a clinic's doctors share it: "E", "E2".
Status checkLetter(const QString& letter) {
    const bool good =
        letter.isEmpty() || (letter[0] >= QLatin1Char('A') && letter[0] <= QLatin1Char('Z') &&
                             (letter.size() == 1 || (letter.size() == 2 && letter[1].isDigit())));
    return good ? Status() : Status(fail(ErrorCode::FieldInvalid, {QStringLiteral("letter")}));
}

Status checkRow(Reader&, const Clinic& clinic) {
    if (clinic.opensMinute < 0 || clinic.closesMinute > 24 * 60 || clinic.opensMinute >= clinic.closesMinute)
        return fail(ErrorCode::FieldOutOfRange, {QStringLiteral("closes_minute")});
    return checkLetter(clinic.letter);
}

Status checkRow(Reader& reader, const Doctor& doctor) {
    if (reader.authority() && !doctor.clinicId.isNull() && !reader.get<Clinic>(doctor.clinicId))
        return fail(ErrorCode::ClinicUnknown);
    return checkLetter(doctor.letter);
}

Status checkRow(Reader&, const Payer&) { return {}; }

}  // namespace

template <Entity E>
Status SaveMaster<E>::prepare(Prepare& prepare, SaveMaster& command) {
    command.row.code = cleanLine(command.row.code).toUpper();
    command.row.name = cleanLine(command.row.name);
    command.row.id = command.base.id.isNull() ? prepare.newId<E>() : command.base.id;
    return check(prepare.reader(), prepare.context(), command);
}

template <Entity E>
Status SaveMaster<E>::check(Reader& reader, const CommandContext& context, const SaveMaster& command) {
    SIMRS_TRY(checkFields(fieldSpan<E>(), &command.row));
    SIMRS_TRY(checkRow(reader, command.row));
    const IdOf<E> expected = command.base.id.isNull()
                                 ? IdOf<E>(Uuid::derive(context.id.uuid(), entityInfo<E>.kind, 0))
                                 : command.base.id;
    if (command.row.id != expected) return fail(ErrorCode::FieldInvalid, {QStringLiteral("id")});
    if (!reader.authority()) return {};
    for (const E& other : reader.list(Where<E>()).value_or(QList<E>())) {
        if (other.code == command.row.code && other.id != command.row.id)
            return fail(ErrorCode::CodeTaken, {command.row.code, other.name});
    }
    return {};
}

template <Entity E>
Status SaveMaster<E>::apply(WishTx& tx, const CommandContext&, const SaveMaster& command) {
    if (command.base.id.isNull()) {
        tx.insert(command.row);
        return {};
    }
    const auto outcome = tx.merge<E>(command.row.id, changesBetween(command.base, command.row));
    if (outcome && !outcome->clashes.isEmpty()) return fail(ErrorCode::ChangedMeanwhile, outcome->clashes);
    return {};
}

template <Entity E>
typename SaveMaster<E>::Reply SaveMaster<E>::outcome(FactTx& tx, const SaveMaster& command) {
    return {tx.get<E>(command.row.id).value_or(command.row)};
}

template struct SaveMaster<Clinic>;
template struct SaveMaster<Doctor>;
template struct SaveMaster<Payer>;

}  // namespace simrs
