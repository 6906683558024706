// SPDX-License-Identifier: GPL-3.0-or-later
// What is still to be done about the visits of the last days: the list that nobody has to keep in his head.
#include <QHash>
#include <QSet>

#include <algorithm>

#include "common/registration/survivor.h"
#include "common/registration/visit_requests.h"

namespace simrs {
namespace {

constexpr int kMostDays = 31;
/// A week of a busy hospital: 657 outpatients and 75 emergencies a day.
constexpr int kMostRead = 6000;
constexpr qint64 kHourMs = 60 * 60 * 1000;

/// What a list of visits needs to know of other rows, read once for all of them.
struct Around {
    QHash<VisitId, VisitDetails> details;
    QHash<PatientId, Patient> patients;      ///< By the file the visit names; the one that counts.
    QHash<PatientId, PatientDetails> asked;  ///< By the file that counts.
    QHash<PayerId, PayerKind> payers;
    qint64 sepHours = 0;
};

Around readAround(Reader& reader, const QList<Visit>& visits) {
    Around around;
    QList<VisitId> ids;
    QSet<PatientId> people;
    for (const Visit& visit : visits) {
        ids.append(visit.id);
        people.insert(visit.patientId);
    }
    for (const VisitDetails& row : reader.getMany<VisitDetails>(ids)) around.details.insert(row.id, row);
    QList<PatientId> counted;
    for (const Patient& patient : reader.getMany<Patient>(people.values())) {
        const auto survivor =
            patient.mergedInto.isNull() ? std::optional(patient) : survivorOf(reader, patient.id);
        around.patients.insert(patient.id, survivor.value_or(patient));
        counted.append(survivor.value_or(patient).id);
    }
    for (const PatientDetails& row : reader.getMany<PatientDetails>(counted))
        around.asked.insert(row.id, row);
    for (const Payer& payer : reader.list(Where<Payer>()).value_or(QList<Payer>()))
        around.payers.insert(payer.id, payer.kind);
    around.sepHours = reader.get<Hospital>(hospitalId()).value_or(Hospital()).sepHours;
    return around;
}

QList<VisitLack> lacksOf(const Visit& visit, const Around& around) {
    const VisitDetails details = around.details.value(visit.id);
    const PayerKind payer = around.payers.value(visit.payerId, PayerKind::SelfPay);
    const PatientId person = around.patients.value(visit.patientId).id;
    QList<VisitLack> lacks;
    if (payer == PayerKind::Jkn && details.sep.isEmpty()) lacks.append(VisitLack::Sep);
    if (payer == PayerKind::Undetermined) lacks.append(VisitLack::Payer);
    if (around.asked.value(person).unidentified) lacks.append(VisitLack::Identity);
    if (visit.type == VisitType::Emergency && visit.triagedAt.isNull()) lacks.append(VisitLack::Triage);
    if (visit.type == VisitType::Inpatient && details.consent == Consent::NotAsked)
        lacks.append(VisitLack::Consent);
    return lacks;
}

VisitLine lineOf(const Visit& visit, const Around& around) {
    const Patient patient = around.patients.value(visit.patientId);
    return {visit,       Ticket(),          patient.name, patient.sapaan,
            patient.sex, patient.birthDate, patient.mrn,  patient.id};
}

Instant dueAt(const Visit& visit, const QList<VisitLack>& lacks, const Around& around) {
    return lacks.contains(VisitLack::Sep) ? Instant(visit.registeredAt.ms + around.sepHours * kHourMs)
                                          : Instant();
}

}  // namespace

Result<UnfinishedVisits> ListUnfinished::answer(Reader& reader, const Caller&,
                                                const ListUnfinished& request) {
    if (!request.today.isValid()) return fail(ErrorCode::FieldRequired, {QStringLiteral("service_date")});
    const qint64 days = std::clamp<qint64>(request.days, 1, kMostDays);
    const auto visits = reader.list(Where<Visit>()
                                        .atLeast<&Visit::serviceDate>(request.today.addDays(1 - days))
                                        .atMost<&Visit::serviceDate>(request.today)
                                        .eq<&Visit::state>(VisitState::Registered)
                                        .orderBy<&Visit::serviceDate>(true)
                                        .limit(kMostRead));
    if (!visits) return fail(ErrorCode::NotHeldHere);
    const Around around = readAround(reader, *visits);
    UnfinishedVisits out;
    out.more = visits->size() == kMostRead;
    // A number of another program that is late for everybody must not hide whom nobody has named yet.
    for (const bool sepOnly : {false, true}) {
        for (const Visit& visit : *visits) {
            const QList<VisitLack> lacks = lacksOf(visit, around);
            if (lacks.isEmpty() || (lacks == QList{VisitLack::Sep}) != sepOnly) continue;
            if (out.visits.size() == limits::kListRows - 1) {
                out.more = true;
                break;
            }
            out.visits.append({lineOf(visit, around), lacks, dueAt(visit, lacks, around)});
        }
    }
    std::stable_sort(out.visits.begin(), out.visits.end(), [](const auto& a, const auto& b) {
        return a.line.visit.registeredAt < b.line.visit.registeredAt;
    });
    return out;
}

QList<Uuid> ListUnfinished::patients(const Reply& reply) {
    QSet<Uuid> seen;
    for (const UnfinishedVisit& visit : reply.visits) {
        seen.insert(visit.line.visit.patientId.uuid());
        if (!visit.line.patientId.isNull()) seen.insert(visit.line.patientId.uuid());
    }
    return seen.values();
}

}  // namespace simrs
