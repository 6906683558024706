// SPDX-License-Identifier: GPL-3.0-or-later
// A person's allergies, or why there is no list: "none" and "not known" are never the same.
#include "common/records/requests.h"

namespace simrs {
namespace {

/// Whether any file says that there are some.
bool saysSome(const PatientFamily& family) {
    bool some = family.survivor.allergyState == AllergyState::Known;
    for (const Patient& file : family.merged) some = some || file.allergyState == AllergyState::Known;
    return some;
}

}  // namespace

Result<AllergyList> ListAllergies::answer(Reader& reader, const Caller&, const ListAllergies& request) {
    AllergyList list;
    const auto family = familyOf(reader, request.patientId);
    if (!family) return reader.authority() ? Result<AllergyList>(fail(ErrorCode::PatientUnknown)) : list;
    list.patientId = family->survivor.id;
    list.whole = family->whole && reader.showsPending();
    for (const PatientId& id : family->ids()) {
        const auto rows = reader.followers<Allergy, Patient>(id);
        list.whole = list.whole && rows.has_value();
        for (const Allergy& row : rows.value_or(QList<Allergy>())) {
            if (row.state == AllergyEntry::Active) list.allergies.append(row);
        }
    }
    if (!list.allergies.isEmpty() || saysSome(*family))
        list.answer = AllergyAnswer::Some;
    else if (list.whole && family->survivor.allergyState == AllergyState::NoneKnown)
        list.answer = AllergyAnswer::NoneKnown;
    return list;
}

QList<Uuid> ListAllergies::patients(const Reply& reply) {
    QList<Uuid> seen;
    if (!reply.patientId.isNull()) seen.append(reply.patientId.uuid());
    for (const Allergy& row : reply.allergies) {
        if (!seen.contains(row.patientId.uuid())) seen.append(row.patientId.uuid());
    }
    return seen;
}

QStringList ListAllergies::topics(const ListAllergies& request) {
    return {QStringLiteral("allergy/") + request.patientId.toString()};
}

}  // namespace simrs
