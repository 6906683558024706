// SPDX-License-Identifier: GPL-3.0-or-later
// Scores. A number alone is worth more than everything a name can gather; within names each word of the query
// takes the best word of the name that is still free, so that the order of the words does not matter.
#include "common/registration/match_rank.h"

#include <QStringView>
#include <QVarLengthArray>
#include <algorithm>

#include "common/base/text.h"
#include "common/registration/identity_rules.h"
#include "common/registration/name_key.h"

namespace simrs {
namespace {

constexpr int kMrn = 100'000;
constexpr int kNik = 100'000;
constexpr int kCard = 90'000;
constexpr int kPhone = 50'000;  // families share one
constexpr int kBirthDate = 600;
constexpr int kBirthYear = 300;

constexpr int kWordExact = 1000;
constexpr int kWordSounds = 800;
constexpr int kWordPrefix = 600;
constexpr int kWordPrefixSounds = 500;
constexpr int kWordTypo = 250;
constexpr int kWordShared = 100;
constexpr int kSamePlace = 60;  // the first word typed is mostly the first of the name
constexpr int kWholeName = 500;

struct WordFit {
    int score = 0;
    MatchReason reason = MatchReason::NameTypo;
};

/// One letter changed, lost, added, or two neighbours swapped.
bool oneLetterOff(QStringView a, QStringView b) {
    const QStringView shorter = a.size() <= b.size() ? a : b;
    const QStringView longer = a.size() <= b.size() ? b : a;
    if (longer.size() - shorter.size() > 1 || shorter.size() < 3) return false;
    qsizetype i = 0;
    while (i < shorter.size() && shorter.at(i) == longer.at(i)) ++i;
    if (longer.size() > shorter.size()) return shorter.mid(i) == longer.mid(i + 1);
    if (shorter.mid(i + 1) == longer.mid(i + 1)) return true;
    return i + 1 < shorter.size() && shorter.at(i) == longer.at(i + 1) && shorter.at(i + 1) == longer.at(i) &&
           shorter.mid(i + 2) == longer.mid(i + 2);
}

WordFit fitOf(const QString& typed, const QStringList& alternatives, QStringView word, QStringView token) {
    if (typed == word) return {kWordExact, MatchReason::NameExact};
    if (word.startsWith(typed)) {
        const auto part = static_cast<int>(100 * typed.size() / word.size());
        return {kWordPrefix + part, MatchReason::NamePrefix};
    }
    int best = 0;
    for (const QString& alternative : alternatives) {
        if (token == alternative) return {kWordSounds, MatchReason::NameSpelling};
        if (!token.startsWith(alternative)) continue;
        best = std::max(best, kWordPrefixSounds + static_cast<int>(100 * alternative.size() / token.size()));
    }
    if (best > 0) return {best, MatchReason::NameSpelling};
    // As typed or as it sounds: one wrong letter may change the sound of two.
    const bool typo =
        oneLetterOff(typed, word) || oneLetterOff(typed, word.left(typed.size())) ||
        std::any_of(alternatives.begin(), alternatives.end(), [&](const QString& alternative) {
            return oneLetterOff(alternative, token) ||
                   oneLetterOff(alternative, token.left(std::min(alternative.size(), token.size())));
        });
    return typo ? WordFit{kWordTypo, MatchReason::NameTypo} : WordFit{};
}

/// MRNs are numbers: the zeros before them are only how they are printed.
QString withoutZeros(const QString& digits) {
    const qint64 number = digits.toLongLong();
    return number > 0 ? QString::number(number) : QString();
}

using Order = QVarLengthArray<qsizetype, 16>;

/// "a al" for Al Ahmad: the longer word fits fewer words of the name, so it chooses first.
Order longestFirst(const PatientQuery& query) {
    Order order;
    for (qsizetype q = 0; q < query.nameTokens.size(); ++q) order.append(q);
    std::stable_sort(order.begin(), order.end(), [&](qsizetype a, qsizetype b) {
        return query.nameWords.value(a).size() > query.nameWords.value(b).size();
    });
    return order;
}

/// One candidate. Hundreds are ranked for every key a clerk presses, so nothing here copies a text it only
/// looks at.
class Ranking {
  public:
    Ranking(const PatientQuery& query, const Order& order, const MatchCandidate& candidate)
        : m_query(query), m_order(order), m_candidate(candidate) {}

    Match run() {
        numbers();
        const bool byNumber = m_match.score > 0;
        const bool named = names();
        // A name asked for and not found ends it, unless a number already found the patient.
        if (!m_query.nameTokens.isEmpty() && !named && !byNumber) return {};
        birth();
        std::sort(m_match.reasons.begin(), m_match.reasons.end());
        return m_match;
    }

  private:
    void add(int score, MatchReason reason) {
        m_match.score += score;
        if (!m_match.reasons.contains(reason)) m_match.reasons.append(reason);
    }

    void numbers() {
        const auto same = [](const QString& asked, const QString& held) {
            return !asked.isEmpty() && asked == held;
        };
        if (!m_query.mrnDigits.isEmpty() &&
            same(withoutZeros(m_query.mrnDigits), withoutZeros(digitsOf(m_candidate.mrn))))
            add(kMrn, MatchReason::Mrn);
        if (same(m_query.nik, m_candidate.nik)) add(kNik, MatchReason::Nik);
        if (same(m_query.card, m_candidate.card)) add(kCard, MatchReason::Card);
        if (!m_query.phone.isEmpty() && m_query.phone == canonicalPhone(m_candidate.phone)) {
            add(kPhone, MatchReason::Phone);
        }
    }

    void birth() {
        if (m_query.birthDate.isValid() && m_query.birthDate == m_candidate.birthDate) {
            add(kBirthDate, MatchReason::BirthDate);
        }
        if (m_query.birthYear > 0 && m_candidate.birthDate.isValid() &&
            m_query.birthYear == m_candidate.birthDate.year()) {
            add(kBirthYear, MatchReason::BirthYear);
        }
    }

    /// False where a word of the query is nowhere in the name.
    bool names() {
        if (m_query.nameTokens.isEmpty()) return false;
        m_key = m_candidate.nameKey.isEmpty() ? nameKey(m_candidate.name) : m_candidate.nameKey;
        m_words = nameWords(m_candidate.name);
        m_tokens = QStringView(m_key).split(QLatin1Char(' '), Qt::SkipEmptyParts);
        m_taken.resize(m_tokens.size());
        std::fill(m_taken.begin(), m_taken.end(), false);
        qsizetype found = 0;
        for (const qsizetype q : m_order) {
            if (takeBest(q))
                ++found;
            else if (!shared(q))
                return false;
        }
        if (found > 0 && found == m_tokens.size()) m_match.score += kWholeName;
        return true;
    }

    QStringView wordAt(qsizetype i) const {
        return i < m_words.size() ? QStringView(m_words.at(i)) : m_tokens.at(i);
    }

    /// Where every fitting word of the name is taken, two words of the query may lean on one; that is worth
    /// little.
    bool shared(qsizetype q) {
        const QString typed = m_query.nameWords.value(q);
        for (qsizetype i = 0; i < m_tokens.size(); ++i) {
            const WordFit fit = fitOf(typed, m_query.nameTokens.at(q), wordAt(i), m_tokens.at(i));
            if (fit.score == 0) continue;
            add(kWordShared, fit.reason);
            return true;
        }
        return false;
    }

    bool takeBest(qsizetype q) {
        WordFit best;
        qsizetype at = -1;
        const QString typed = m_query.nameWords.value(q);
        for (qsizetype i = 0; i < m_tokens.size(); ++i) {
            if (m_taken.at(i)) continue;
            WordFit fit = fitOf(typed, m_query.nameTokens.at(q), wordAt(i), m_tokens.at(i));
            if (fit.score > 0 && i == q) fit.score += kSamePlace;
            if (fit.score <= best.score) continue;
            best = fit;
            at = i;
        }
        if (at < 0) return false;
        m_taken[at] = true;
        add(best.score, best.reason);
        return true;
    }

    const PatientQuery& m_query;
    const Order& m_order;
    const MatchCandidate& m_candidate;
    QStringList m_words;          // Of the name as written.
    QString m_key;                // How they sound,
    QList<QStringView> m_tokens;  // cut into its words.
    QVarLengthArray<bool, 16> m_taken;
    Match m_match;
};

}  // namespace

Match matchOf(const PatientQuery& query, const MatchCandidate& candidate) {
    return Ranking(query, longestFirst(query), candidate).run();
}

QList<Match> rankMatches(const PatientQuery& query, const QList<MatchCandidate>& candidates, int limit) {
    QList<Match> out;
    const Order order = longestFirst(query);
    for (qsizetype i = 0; i < candidates.size(); ++i) {
        Match match = Ranking(query, order, candidates.at(i)).run();
        if (match.score == 0) continue;
        match.index = static_cast<int>(i);
        out.append(match);
    }
    std::stable_sort(out.begin(), out.end(), [&](const Match& a, const Match& b) {
        if (a.score != b.score) return a.score > b.score;
        const MatchCandidate& first = candidates.at(a.index);
        const MatchCandidate& second = candidates.at(b.index);
        return first.name != second.name ? first.name < second.name : first.mrn < second.mrn;
    });
    return out.mid(0, limit);
}

}  // namespace simrs
