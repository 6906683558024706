// SPDX-License-Identifier: GPL-3.0-or-later
// What is known of pairs, and what puts one before a person.
#include "common/core/raise_case.h"
#include "common/registration/pair_requests.h"
#include "common/registration/survivor.h"

namespace simrs {
namespace {

/// More who were born on one day and are held in one hospital are those of a made-up date.
constexpr int kBornThatDay = 300;

}  // namespace

DistinctPairId distinctPairId(const PatientId& one, const PatientId& other) {
    const auto& [first, second] = std::minmax(one, other);
    return DistinctPairId(Uuid::named("distinct/" + first.uuid().toBytes() + second.uuid().toBytes()));
}

bool knownDistinct(Reader& reader, const PatientId& one, const PatientId& other) {
    if (reader.get<DistinctPair>(distinctPairId(one, other))) return true;
    // Said of a file that was merged since, or of one that is a part of it.
    const auto ones = familyOf(reader, one);
    const auto others = familyOf(reader, other);
    if (!ones || !others) return false;
    for (const PatientId& a : ones->ids())
        for (const PatientId& b : others->ids())
            if (reader.get<DistinctPair>(distinctPairId(a, b))) return true;
    return false;
}

std::optional<Patient> probablySame(Reader& reader, const Patient& patient) {
    if (!patient.birthDate.isValid()) return std::nullopt;
    const auto born =
        reader.list(Where<Patient>().eq<&Patient::birthDate>(patient.birthDate).limit(kBornThatDay));
    const IdentityTraits traits(patient);
    std::optional<Patient> best;
    int weight = kLikelySame - 1;
    for (const Patient& other : born.value_or(QList<Patient>())) {
        const bool own = other.id == patient.id || other.mergedInto == patient.id ||
                         (!patient.mergedInto.isNull() && patient.mergedInto == other.id);
        if (own) continue;
        const int found = traits.comparedWith(IdentityTraits(other)).weight;
        if (found <= weight || knownDistinct(reader, patient.id, other.id)) continue;
        weight = found;
        best = other;
    }
    return best;
}

namespace {

/// Cases that wait for somebody to look at two of these files.
QList<CaseItem> openPairs(FactTx& tx, const QList<PatientId>& files) {
    QList<Uuid> ids;
    for (const PatientId& id : files) ids.append(id.uuid());
    const auto open = tx.list(
        Where<CaseItem>().in<&CaseItem::subject>(ids).eq<&CaseItem::settled>(false).eq<&CaseItem::kind>(
            CaseKind::DuplicateIdentity));
    QList<CaseItem> out;
    for (const CaseItem& item : open.value_or(QList<CaseItem>()))
        if (ids.contains(item.other)) out.append(item);
    return out;
}

}  // namespace

void settlePairs(FactTx& tx, const QList<PatientId>& files) {
    for (const CaseItem& item : openPairs(tx, files))
        tx.patch<CaseItem>(item.id, [](CaseItem& row) { row.settled = true; });
}

void raisePair(FactTx& tx, const CommandContext& context, const PatientId& made, const PatientId& other,
               const QString& fields, std::uint32_t slot) {
    if (!openPairs(tx, {made, other}).isEmpty()) return;
    CaseItem duplicate;
    duplicate.kind = CaseKind::DuplicateIdentity;
    duplicate.subject = made.uuid();
    duplicate.other = other.uuid();
    duplicate.fields = fields;
    raiseCase(tx, context, duplicate, slot);
}

}  // namespace simrs
