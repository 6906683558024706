// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/registration/patient_hits.h"

#include <algorithm>

#include "common/registration/number_alias.h"
#include "common/registration/place_words.h"
#include "common/registration/survivor.h"

namespace simrs {
namespace {

constexpr int kNumberHits = 50;

/// What the list needs; the rest of the file is a request of its own.
Patient shown(Patient patient) {
    patient.nameKey.clear();
    return patient;
}

}  // namespace

void addPatients(QList<Patient>& found, const std::optional<QList<Patient>>& rows) {
    if (!rows) return;
    if (found.isEmpty()) {
        found = *rows;
        return;
    }
    for (const Patient& row : *rows) {
        const bool known =
            std::any_of(found.begin(), found.end(), [&](const Patient& p) { return p.id == row.id; });
        if (!known) found.append(row);
    }
}

QList<Patient> patientsWithNumbers(Reader& reader, const PatientNumbers& numbers) {
    QList<Patient> found;
    const auto by = [&](Where<Patient>& where) { addPatients(found, reader.list(where)); };
    if (numbers.mrn > 0) {
        by(Where<Patient>().eq<&Patient::mrn>(numbers.mrn).limit(1));
        // A number of the system before this one.
        const auto old = reader.list(
            Where<NumberAlias>().eq<&NumberAlias::text>(QString::number(numbers.mrn)).limit(kNumberHits));
        QList<PatientId> ids;
        for (const NumberAlias& alias : old.value_or(QList<NumberAlias>())) ids.append(alias.patientId);
        if (!ids.isEmpty()) addPatients(found, reader.getMany<Patient>(ids));
    }
    if (!numbers.nik.isEmpty()) by(Where<Patient>().eq<&Patient::nik>(numbers.nik).limit(kNumberHits));
    if (!numbers.card.isEmpty()) by(Where<Patient>().eq<&Patient::card>(numbers.card).limit(kNumberHits));
    if (!numbers.phone.isEmpty()) by(Where<Patient>().eq<&Patient::phone>(numbers.phone).limit(kNumberHits));
    return found;
}

PatientHit hitOf(Reader& reader, const Patient& found) {
    PatientHit hit;
    hit.patient = shown(found);
    if (found.mergedInto.isNull()) return hit;
    const auto survivor = survivorOf(reader, found.id);
    if (!survivor) return hit;
    hit.patient = shown(*survivor);
    hit.foundAsMrn = found.mrn;
    return hit;
}

namespace {

void addVillages(Reader& reader, const QList<PatientId>& ids, QList<PatientHit>& hits) {
    std::map<PatientId, QString> villages;
    for (const PatientDetails& details : reader.getMany<PatientDetails>(ids))
        villages[details.id] = villageOf(details);
    for (PatientHit& hit : hits) hit.village = villages[hit.patient.id];
}

void addLastVisits(Reader& reader, const QList<PatientId>& survivors, QList<PatientHit>& hits) {
    const std::map<PatientId, PatientId> leads = filesLeadingTo(reader, survivors);
    QList<PatientId> ids;
    for (const auto& [id, survivor] : leads) ids.append(id);
    const auto last = reader.largest<&Visit::patientId, &Visit::serviceDate>(
        Where<Visit>().in<&Visit::patientId>(ids).notEq<&Visit::state>(VisitState::Cancelled));
    if (!last) return;
    std::map<PatientId, QDate> newest;
    for (const auto& [id, day] : *last) {
        QDate& held = newest[leads.at(id)];
        if (!held.isValid() || held < day) held = day;
    }
    for (PatientHit& hit : hits) hit.lastVisit = newest[hit.patient.id];
}

}  // namespace

void addVillagesAndVisits(Reader& reader, QList<PatientHit>& hits) {
    QList<PatientId> survivors;
    for (const PatientHit& hit : hits) survivors.append(hit.patient.id);
    if (survivors.isEmpty()) return;
    addVillages(reader, survivors, hits);
    addLastVisits(reader, survivors, hits);
}

QList<Uuid> patientsIn(const QList<PatientHit>& hits) {
    QList<Uuid> out;
    for (const PatientHit& hit : hits) out.append(hit.patient.id.uuid());
    return out;
}

}  // namespace simrs
