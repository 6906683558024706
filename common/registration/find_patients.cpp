// SPDX-License-Identifier: GPL-3.0-or-later
// The one search box: exact numbers first, then words; candidates are ranked here, never sorted in SQL.
#include <algorithm>

#include "common/registration/name_typo.h"
#include "common/registration/on_paper.h"
#include "common/registration/requests.h"

namespace simrs {
namespace {

constexpr int kNumberHits = 50;
/// Of so many words that were meant few exist. A planner that may stop after 200 rows would rather read the
/// whole table until it has them.
constexpr int kTypoCandidates = limits::kListRows;

void addTo(QList<Patient>& found, const std::optional<QList<Patient>>& rows) {
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

QList<Patient> byNumbers(Reader& reader, const PatientQuery& query) {
    QList<Patient> found;
    if (!query.mrnDigits.isEmpty())
        addTo(found, reader.list(Where<Patient>().eq<&Patient::mrn>(query.mrnDigits.toLongLong()).limit(1)));
    if (!query.nik.isEmpty())
        addTo(found, reader.list(Where<Patient>().eq<&Patient::nik>(query.nik).limit(kNumberHits)));
    if (!query.card.isEmpty())
        addTo(found, reader.list(Where<Patient>().eq<&Patient::card>(query.card).limit(kNumberHits)));
    if (!query.phone.isEmpty())
        addTo(found, reader.list(Where<Patient>().eq<&Patient::phone>(query.phone).limit(kNumberHits)));
    return found;
}

std::optional<QList<Patient>> byWords(Reader& reader, const PatientQuery& query,
                                      const QList<QStringList>& words, int limit) {
    Where<Patient> where;
    if (query.birthDate.isValid()) {
        where.eq<&Patient::birthDate>(query.birthDate);
    } else if (query.birthYear > 0) {
        where.atLeast<&Patient::birthDate>(QDate(query.birthYear, 1, 1))
            .atMost<&Patient::birthDate>(QDate(query.birthYear, 12, 31));
    }
    where.limit(limit);
    if (words.isEmpty())
        return query.birthDate.isValid() ? reader.list(where) : std::optional<QList<Patient>>();
    return reader.search<Patient>(words, where);
}

MatchCandidate candidateOf(const Patient& patient) {
    return {patient.name, patient.nameKey, patient.birthDate, QString::number(patient.mrn),
            patient.nik,  patient.card,    patient.phone};
}

/// What the list needs; the rest of the file is a request of its own.
Patient shown(Patient patient) {
    patient.nameKey.clear();
    return patient;
}

QList<PatientHit> bestOf(const PatientQuery& query, const QList<Patient>& candidates, int most) {
    QList<MatchCandidate> ranked;
    ranked.reserve(candidates.size());
    for (const Patient& patient : candidates) ranked.append(candidateOf(patient));
    QList<PatientHit> hits;
    for (const Match& match : rankMatches(query, ranked, most))
        hits.append({shown(candidates[match.index]), match.reasons, {}});
    return hits;
}

void addLastVisits(Reader& reader, QList<PatientHit>& hits) {
    QList<PatientId> ids;
    for (const PatientHit& hit : hits) ids.append(hit.patient.id);
    if (ids.isEmpty()) return;
    const auto last = reader.largest<&Visit::patientId, &Visit::serviceDate>(
        Where<Visit>().in<&Visit::patientId>(ids).notEq<&Visit::state>(VisitState::Cancelled));
    if (!last) return;
    for (PatientHit& hit : hits) {
        if (const auto found = last->find(hit.patient.id); found != last->end())
            hit.lastVisit = found->second;
    }
}

}  // namespace

Result<FoundPatients> FindPatients::answer(Reader& reader, const Caller& caller,
                                           const FindPatients& request) {
    FoundPatients found;
    for (const PatientId& id : patientsOnPaper(reader, request.text, dayIn(caller.zone, caller.now))) {
        if (const auto patient = reader.get<Patient>(id))
            found.hits.append({shown(*patient), {MatchReason::Paper}, {}});
    }
    if (!found.hits.isEmpty()) {
        addLastVisits(reader, found.hits);
        return found;
    }
    PatientQuery query = readSearchText(request.text, dayIn(caller.zone, caller.now));
    // MRNs are kept as numbers: compare without leading zeros.
    if (!query.mrnDigits.isEmpty()) query.mrnDigits = QString::number(query.mrnDigits.toLongLong());
    if (query.tooShort) {
        found.tooShort = true;
        return found;
    }
    QList<Patient> candidates = byNumbers(reader, query);
    const auto addWords = [&](const QList<QStringList>& tokens, int most) {
        const auto words = byWords(reader, query, tokens, most);
        found.more = words && words->size() >= most;
        addTo(candidates, words);
    };
    // "01011990" may be a number and a birth date: a file of that number does not hide the people of that
    // day.
    if (candidates.isEmpty() || !query.hasNumber() || query.birthDate.isValid())
        addWords(query.nameTokens, limits::kSearchCandidates);
    const int most = static_cast<int>(std::clamp<qint64>(request.limit, 1, limits::kSearchCandidates));
    found.hits = bestOf(query, candidates, most);
    if (found.hits.isEmpty()) {
        if (const auto meant = tokensOneLetterOff(query.nameTokens); !meant.isEmpty()) {
            addWords(meant, kTypoCandidates);
            found.hits = bestOf(query, candidates, most);
        }
    }
    addLastVisits(reader, found.hits);
    return found;
}

QList<Uuid> FindPatients::patients(const Reply& reply) {
    QList<Uuid> out;
    for (const PatientHit& hit : reply.hits) out.append(hit.patient.id.uuid());
    return out;
}

}  // namespace simrs
