// SPDX-License-Identifier: GPL-3.0-or-later
// Taking an allergy away, as its author saw it. In doubt it stays.
#include "common/base/text.h"
#include "common/core/raise_case.h"
#include "common/records/requests.h"

namespace simrs {
namespace {

QStringList differences(const Allergy& seen, const Allergy& now) {
    QStringList names;
    for (const FieldChange& change : changesBetween(seen, now)) {
        const Field* f = fieldByTag(fieldSpan<Allergy>(), static_cast<std::uint32_t>(change.tag));
        names.append(QString::fromLatin1(f->name));
    }
    return names;
}

/// Entries that mean the same and stand, in any file of the person, but the one to be removed.
QList<Allergy> othersOf(Reader& reader, const Allergy& removed) {
    QList<Allergy> others;
    const auto family = familyOf(reader, removed.patientId);
    if (!family) return others;
    for (const Allergy& row : activeAllergies(reader, *family).value_or(QList<Allergy>())) {
        if (row.id != removed.id && substanceKey(row) == substanceKey(removed)) others.append(row);
    }
    return others;
}

/// One that its author had not seen.
std::optional<Allergy> unseenOther(Reader& reader, const RemoveAllergy& command) {
    for (const Allergy& row : othersOf(reader, command.seen)) {
        if (!command.others.contains(row.id)) return row;
    }
    return std::nullopt;
}

void keep(FactTx& tx, const CommandContext& context, const RemoveAllergy& command, const QStringList& fields,
          const Uuid& other) {
    CaseItem item;
    item.kind = CaseKind::AllergyKept;
    item.handler = Role::Doctor;
    item.subject = command.seen.id.uuid();
    item.other = other;
    item.fields = fields.join(QLatin1Char(','));
    item.detail = encode(command);
    raiseCase(tx, context, item);
}

/// With the last entry goes what was known: that there are none is said by whoever asks the patient again.
void forgetAnswer(FactTx& tx, const PatientId& id) {
    const auto family = familyOf(tx, id);
    if (!family) return;
    const auto active = activeAllergies(tx, *family);
    if (!active || !active->isEmpty()) return;
    for (const PatientId& file : family->ids())
        tx.patch<Patient>(file, [](Patient& row) {
            if (row.allergyState == AllergyState::Known) row.allergyState = AllergyState::NotAsked;
        });
}

}  // namespace

Status RemoveAllergy::prepare(Prepare& prepare, RemoveAllergy& command) {
    command.reason = cleanLine(command.reason);
    for (const Allergy& row : othersOf(prepare.reader(), command.seen)) {
        if (!command.others.contains(row.id)) command.others.append(row.id);
    }
    return check(prepare.reader(), prepare.context(), command);
}

Status RemoveAllergy::check(Reader& reader, const CommandContext&, const RemoveAllergy& command) {
    SIMRS_TRY(checkReason(command.reason));
    const auto now = reader.get<Allergy>(command.seen.id);
    if (!now)
        return reader.authority() || command.seen.id.isNull() ? Status(fail(ErrorCode::AllergyUnknown))
                                                              : Status();
    if (now->state == AllergyEntry::Removed) return fail(ErrorCode::AllergyRemoved);
    if (*now != command.seen) return fail(ErrorCode::ChangedMeanwhile, differences(command.seen, *now));
    if (unseenOther(reader, command)) return fail(ErrorCode::ChangedMeanwhile, {QStringLiteral("substance")});
    return {};
}

void RemoveAllergy::apply(FactTx& tx, const CommandContext& context, const RemoveAllergy& command) {
    // Whoever adds one at this moment holds the row of the file that counts, and is waited for.
    if (const auto patient = tx.authority() ? survivorOf(tx, command.seen.patientId) : std::nullopt)
        tx.patch<Patient>(patient->id, [](Patient&) {});
    QStringList changed;
    PatientId patientId;
    const bool held = tx.patch<Allergy>(command.seen.id, [&](Allergy& row) {
        if (row.state == AllergyEntry::Removed) return;  // Somebody else did the same.
        if (row != command.seen) {
            changed = differences(command.seen, row);
            return;
        }
        row.state = AllergyEntry::Removed;
        row.removedBy = context.actor;
        row.removedAt = context.at;
        row.removeReason = command.reason;
        patientId = row.patientId;
    });
    const auto other = unseenOther(tx, command);
    // The check looked before the rows were locked. Whoever was told nothing yet is asked again, and refused.
    if (held && (!changed.isEmpty() || other) && !context.assured && tx.authority()) tx.runAgain();
    if (!held || !changed.isEmpty()) return keep(tx, context, command, changed, Uuid());
    if (patientId.isNull()) return;
    if (other) keep(tx, context, command, {QStringLiteral("substance")}, other->id.uuid());
    forgetAnswer(tx, patientId);
}

}  // namespace simrs
