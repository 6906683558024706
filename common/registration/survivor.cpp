// SPDX-License-Identifier: GPL-3.0-or-later
// Walking along the redirect, and back.
#include "common/registration/survivor.h"

namespace simrs {

std::optional<Patient> survivorOf(Reader& reader, const PatientId& id) {
    std::optional<Patient> found = reader.get<Patient>(id);
    for (int step = 0; found && !found->mergedInto.isNull(); ++step) {
        if (step == kMostFiles) return std::nullopt;
        found = reader.get<Patient>(found->mergedInto);
    }
    return found;
}

QList<PatientId> PatientFamily::ids() const {
    QList<PatientId> out{survivor.id};
    for (const Patient& patient : merged) out.append(patient.id);
    return out;
}

std::optional<PatientFamily> familyOf(Reader& reader, const PatientId& id) {
    const std::optional<Patient> survivor = survivorOf(reader, id);
    if (!survivor) return std::nullopt;
    PatientFamily family{*survivor, {}, true};
    QList<PatientId> open{survivor->id};
    while (!open.isEmpty() && family.merged.size() < kMostFiles) {
        const auto rows = reader.followers<Patient, Patient>(open.takeFirst());
        family.whole = family.whole && rows.has_value();
        for (const Patient& row : rows.value_or(QList<Patient>())) {
            family.merged.append(row);
            open.append(row.id);
        }
    }
    return family;
}

std::map<PatientId, PatientId> filesLeadingTo(Reader& reader, const QList<PatientId>& survivors) {
    std::map<PatientId, PatientId> leads;
    for (const PatientId& id : survivors) leads.emplace(id, id);
    QList<PatientId> open = survivors;
    for (int step = 0; !open.isEmpty() && step < kMostFiles; ++step) {
        const auto rows = reader.list(Where<Patient>().in<&Patient::mergedInto>(open));
        open.clear();
        for (const Patient& row : rows.value_or(QList<Patient>())) {
            const auto into = leads.find(row.mergedInto);
            if (into != leads.end() && leads.emplace(row.id, into->second).second) open.append(row.id);
        }
    }
    return leads;
}

std::optional<Patient> nikHolder(Reader& reader, const QString& nik, const PatientId& own) {
    if (nik.isEmpty()) return std::nullopt;
    const auto rows = reader.list(Where<Patient>().eq<&Patient::nik>(nik).limit(kMostFiles));
    for (const Patient& row : rows.value_or(QList<Patient>())) {
        if (row.id == own) continue;
        if (row.mergedInto.isNull()) return row;
        if (auto survivor = survivorOf(reader, row.id); survivor && survivor->id != own) return survivor;
    }
    return std::nullopt;
}

}  // namespace simrs
