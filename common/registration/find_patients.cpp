// SPDX-License-Identifier: GPL-3.0-or-later
// The one search box: exact numbers first, then words; candidates are ranked here, never sorted in SQL.
#include <QSet>

#include <algorithm>

#include "common/registration/meant_words.h"
#include "common/registration/on_paper.h"
#include "common/registration/patient_hits.h"
#include "common/registration/place_words.h"
#include "common/registration/requests.h"

namespace simrs {
namespace {

/// For beginnings that were meant. A planner that may stop after 200 rows would rather read the whole table
/// until it has them.
constexpr int kTypoCandidates = limits::kListRows;

QList<Patient> byNumbers(Reader& reader, const PatientQuery& query) {
    return patientsWithNumbers(reader, {query.mrnDigits.toLongLong(), query.nik, query.card, query.phone});
}

Where<Patient> bornAs(const PatientQuery& query) {
    Where<Patient> where;
    if (query.birthDate.isValid()) {
        where.eq<&Patient::birthDate>(query.birthDate);
    } else if (query.birthYear > 0) {
        where.atLeast<&Patient::birthDate>(QDate(query.birthYear, 1, 1))
            .atMost<&Patient::birthDate>(QDate(query.birthYear, 12, 31));
    }
    return where;
}

std::optional<QList<Patient>> byWords(Reader& reader, const PatientQuery& query,
                                      const QList<QStringList>& words, int limit) {
    Where<Patient> where = bornAs(query);
    where.limit(limit);
    if (words.isEmpty())
        return query.birthDate.isValid() ? reader.list(where) : std::optional<QList<Patient>>();
    return reader.search<Patient>(words, where);
}

MatchCandidate candidateOf(const Patient& patient) {
    return {patient.name, patient.nameKey, patient.birthDate, QString::number(patient.mrn),
            patient.nik,  patient.card,    patient.phone};
}

QList<PatientHit> bestOf(Reader& reader, const PatientQuery& query, const QList<Patient>& candidates,
                         int most) {
    QList<MatchCandidate> ranked;
    ranked.reserve(candidates.size());
    for (const Patient& patient : candidates) ranked.append(candidateOf(patient));
    QList<PatientHit> hits;
    QSet<PatientId> listed;
    for (const Match& match : rankMatches(query, ranked, most)) {
        PatientHit hit = hitOf(reader, candidates[match.index]);
        hit.reasons = match.reasons;
        if (listed.contains(hit.patient.id)) continue;
        listed.insert(hit.patient.id);
        hits.append(hit);
    }
    return hits;
}

bool isListed(const QList<PatientHit>& hits, const PatientId& id) {
    return std::any_of(hits.begin(), hits.end(), [&](const PatientHit& hit) { return hit.patient.id == id; });
}

/// Nothing of the query is in the file of somebody who is found by the number of the system before this one:
/// it stands on his old papers alone.
void addByOldNumber(Reader& reader, const PatientQuery& query, const QList<Patient>& numbered,
                    QList<PatientHit>& hits) {
    for (const Patient& patient : numbered) {
        const MatchCandidate own = candidateOf(patient);
        const bool isOwn = own.mrn == query.mrnDigits || (!query.nik.isEmpty() && own.nik == query.nik) ||
                           (!query.card.isEmpty() && own.card == query.card) ||
                           (!query.phone.isEmpty() && own.phone == query.phone);
        if (isOwn) continue;
        PatientHit hit = hitOf(reader, patient);
        hit.reasons = {MatchReason::Paper};
        if (!isListed(hits, hit.patient.id)) hits.append(hit);
    }
}

/// Nobody is called so: the last words may be where somebody lives.
void findByPlace(Reader& reader, const PatientQuery& query, int most, FoundPatients& found) {
    for (const PlaceReading& reading : placeReadings(query)) {
        const auto living = reader.searchBeside<PatientDetails>(reading.person.nameTokens, reading.place,
                                                                bornAs(reading.person));
        if (!living || living->isEmpty()) continue;
        found.more = living->size() >= limits::kSearchCandidates;
        found.hits = bestOf(reader, reading.person, *living, most);
        for (PatientHit& hit : found.hits) hit.reasons.append(MatchReason::Village);
        return;
    }
}

}  // namespace

Result<FoundPatients> FindPatients::answer(Reader& reader, const Caller& caller,
                                           const FindPatients& request) {
    FoundPatients found;
    for (const PatientId& id : patientsOnPaper(reader, request.text, dayIn(caller.zone, caller.now))) {
        const auto patient = reader.get<Patient>(id);
        if (!patient) continue;
        PatientHit hit = hitOf(reader, *patient);
        hit.reasons = {MatchReason::Paper};
        if (!isListed(found.hits, hit.patient.id)) found.hits.append(hit);
    }
    if (!found.hits.isEmpty()) {
        addVillagesAndVisits(reader, found.hits);
        return found;
    }
    PatientQuery query = readSearchText(request.text, dayIn(caller.zone, caller.now));
    // MRNs are kept as numbers: compare without leading zeros.
    if (!query.mrnDigits.isEmpty()) query.mrnDigits = QString::number(query.mrnDigits.toLongLong());
    if (query.tooShort) {
        found.tooShort = true;
        return found;
    }
    const QList<Patient> numbered = byNumbers(reader, query);
    QList<Patient> candidates = numbered;
    const auto addWords = [&](const QList<QStringList>& tokens, int most) {
        const auto words = byWords(reader, query, tokens, most);
        found.more = words && words->size() >= most;
        addPatients(candidates, words);
    };
    // "01011990" may be a number and a birth date: a file of that number does not hide the people of that
    // day.
    MeantWords meant(reader, query.nameTokens, query.nameWords);
    if ((candidates.isEmpty() || !query.hasNumber() || query.birthDate.isValid()) && !meant.findsNobody())
        addWords(query.nameTokens, limits::kSearchCandidates);
    const int most = static_cast<int>(std::clamp<qint64>(request.limit, 1, limits::kSearchCandidates));
    found.hits = bestOf(reader, query, candidates, most);
    addByOldNumber(reader, query, numbered, found.hits);
    if (found.hits.isEmpty()) findByPlace(reader, query, most, found);
    while (found.hits.isEmpty()) {
        const auto searches = meant.next();
        if (!searches) break;
        // Whole words that exist: whoever bears them is as good as the next.
        for (const QList<QStringList>& words : *searches)
            addWords(words, meant.areWhole() ? most : kTypoCandidates);
        found.hits = bestOf(reader, query, candidates, most);
    }
    addVillagesAndVisits(reader, found.hits);
    return found;
}

QList<Uuid> FindPatients::patients(const Reply& reply) { return patientsIn(reply.hits); }

}  // namespace simrs
