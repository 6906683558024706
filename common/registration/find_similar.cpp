// SPDX-License-Identifier: GPL-3.0-or-later
// Is this person known already? Candidates come by everything that may have stayed the same: a number, the
// birth date, the name; each of them is then compared whole, by the rule of same_person.h.
#include <QSet>

#include <algorithm>

#include "common/registration/name_key.h"
#include "common/registration/name_typo.h"
#include "common/registration/patient_hits.h"
#include "common/registration/requests.h"
#include "common/registration/same_person.h"
#include "common/registration/survivor.h"

namespace simrs {
namespace {

/// A name of one common word and nothing else would find half the hospital.
constexpr qsizetype kShortestName = 3;
/// A birth year is misheard or mistyped by so much at most, where the name alone is common.
constexpr int kYearsAround = 10;

Where<Patient> bornAround(QDate birthDate) {
    Where<Patient> where;
    if (birthDate.isValid())
        where.atLeast<&Patient::birthDate>(birthDate.addYears(-kYearsAround))
            .atMost<&Patient::birthDate>(birthDate.addYears(kYearsAround));
    where.limit(limits::kSearchCandidates);
    return where;
}

void addBornThen(Reader& reader, QDate birthDate, QList<Patient>& found) {
    if (!birthDate.isValid()) return;
    addPatients(
        found,
        reader.list(Where<Patient>().eq<&Patient::birthDate>(birthDate).limit(limits::kSearchCandidates)));
}

/// Everybody the comparison may be about. Words one letter off only where nothing else was found: they cost
/// most.
class Candidates {
  public:
    Candidates(Reader& reader, const Patient& draft)
        : m_reader(reader), m_draft(draft), m_words(queryTokens(draft.name)) {}

    QList<Patient> byWhatStays() {
        QList<Patient> found =
            patientsWithNumbers(m_reader, {0, m_draft.nik, m_draft.card, canonicalPhone(m_draft.phone)});
        addBornThen(m_reader, m_draft.birthDate, found);
        if (m_draft.name.size() >= kShortestName && !m_words.isEmpty())
            addPatients(found, m_reader.search<Patient>(m_words, bornAround(m_draft.birthDate)));
        return found;
    }
    QList<Patient> bySlips() {
        QList<Patient> found;
        const auto meant = tokensOneLetterOff(m_words);
        if (!meant.isEmpty())
            addPatients(found, m_reader.search<Patient>(meant, bornAround(m_draft.birthDate)));
        return found;
    }

  private:
    Reader& m_reader;
    const Patient& m_draft;
    QList<QStringList> m_words;
};

struct Compared {
    const Patient* file = nullptr;
    Sameness sameness;
};

/// A number has one holder: whose it is must be seen, however different the rest (a sibling's card).
bool holdsNumberOf(const Patient& draft, const Patient& file) {
    return (!draft.card.isEmpty() && draft.card == file.card) ||
           (!draft.nik.isEmpty() && draft.nik == file.nik);
}

/// Those worth a line, the likeliest first.
QList<Compared> compared(const Patient& draft, const QList<Patient>& candidates) {
    const IdentityTraits traits(draft);
    QList<Compared> out;
    for (const Patient& file : candidates) {
        const Sameness sameness = traits.comparedWith(IdentityTraits(file));
        if (sameness.weight >= kMaybeSame || holdsNumberOf(draft, file)) out.append({&file, sameness});
    }
    std::stable_sort(out.begin(), out.end(), [](const Compared& a, const Compared& b) {
        if (a.sameness.weight != b.sameness.weight) return a.sameness.weight > b.sameness.weight;
        return a.file->mrn < b.file->mrn;
    });
    return out;
}

/// The files of one person are one line; those of the file that is being corrected are none.
QList<PatientHit> listed(Reader& reader, const QList<Compared>& found, const PatientId& self, int most) {
    const auto own = survivorOf(reader, self);
    QSet<PatientId> seen{self, own ? own->id : self};
    QList<PatientHit> hits;
    for (const Compared& one : found) {
        if (hits.size() >= most) break;
        PatientHit hit = hitOf(reader, *one.file);
        if (seen.contains(hit.patient.id)) continue;
        if (!self.isNull() && knownDistinct(reader, self, hit.patient.id)) continue;
        seen.insert(hit.patient.id);
        hit.evidence = one.sameness.evidence;
        hit.likely = one.sameness.weight >= kLikelySame;
        hits.append(hit);
    }
    return hits;
}

}  // namespace

Result<FoundPatients> FindSimilar::answer(Reader& reader, const Caller&, const FindSimilar& request) {
    FoundPatients found;
    Patient draft = request.draft;
    tidyPatient(draft);
    draft.nameKey.clear();
    const int most = static_cast<int>(std::clamp<qint64>(request.limit, 1, limits::kSearchShown));
    Candidates candidates(reader, draft);
    QList<Patient> files = candidates.byWhatStays();
    found.hits = listed(reader, compared(draft, files), request.self, most);
    if (found.hits.isEmpty() || !found.hits.first().likely) {
        addPatients(files, candidates.bySlips());
        found.hits = listed(reader, compared(draft, files), request.self, most);
    }
    addVillagesAndVisits(reader, found.hits);
    return found;
}

QList<Uuid> FindSimilar::patients(const Reply& reply) { return patientsIn(reply.hits); }

}  // namespace simrs
