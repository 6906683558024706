// SPDX-License-Identifier: GPL-3.0-or-later
// All words one letter off are looked up in the dictionary of the names; only those that exist are searched.
#include "common/registration/meant_words.h"

#include <QSet>
#include <algorithm>

#include "common/registration/name_key.h"
#include "common/registration/name_typo.h"
#include "common/registration/patient.h"
#include "common/store/reader.h"

namespace simrs {
namespace {

/// Of the spellings of a word so many are varied, the most literal first.
constexpr qsizetype kSpellings = 2;
/// Of the words of a query so many.
constexpr qsizetype kWords = 4;
/// A shorter word with another letter begins half of all names.
constexpr qsizetype kShortestBeginning = 4;
constexpr qsizetype kShortestWhole = 3;
constexpr qsizetype kLong = 5;

}  // namespace

bool MeantWords::findsNobody() {
    const auto isLong = [](const QStringList& token) {
        return std::all_of(token.begin(), token.end(),
                           [](const QString& spelling) { return spelling.size() >= kLong; });
    };
    return std::any_of(m_tokens.begin(), m_tokens.end(), isLong) && readWrong() && !m_wrong.isEmpty();
}

std::optional<QList<QList<QStringList>>> MeantWords::next() {
    if (!readWrong()) return std::nullopt;
    while (m_step != Step::End) {
        const Step step = m_step;
        m_step = static_cast<Step>(static_cast<int>(step) + 1);
        const Searches searches = step == Step::Wholes       ? wholes()
                                  : step == Step::Beginnings ? beginnings()
                                                             : all();
        if (!searches.isEmpty()) return searches;
    }
    return std::nullopt;
}

bool MeantWords::readWrong() {
    if (m_isRead) return *m_isRead;
    QStringList asked;
    for (const QStringList& token : m_tokens) asked += token;
    std::optional<QStringList> begins;
    if (!asked.isEmpty()) begins = m_reader.wordsHeld<Patient>(asked, WordPart::Beginning);
    m_isRead = begins.has_value();
    if (!begins) return false;
    const QSet<QString> known(begins->begin(), begins->end());
    for (qsizetype i = 0; i < std::min(m_tokens.size(), kWords); ++i) {
        const QStringList& token = m_tokens.at(i);
        if (std::none_of(token.begin(), token.end(), [&](const QString& one) { return known.contains(one); }))
            m_wrong.append(i);
    }
    return true;
}

/// Where all words begin some name, each of them may be the wrong one.
MeantWords::Searches MeantWords::wholes() {
    Searches out;
    QList<QStringList> search = m_tokens;
    for (const qsizetype i : std::as_const(m_wrong)) search[i] = heldWholes(m_words.value(i));
    if (!m_wrong.isEmpty()) {
        const bool complete = std::none_of(search.begin(), search.end(),
                                           [](const QStringList& words) { return words.isEmpty(); });
        if (complete) out.append(search);
        return out;
    }
    for (qsizetype i = 0; i < std::min(m_tokens.size(), kWords); ++i) {
        const QStringList words = heldWholes(m_words.value(i));
        if (words.isEmpty()) continue;
        out.append(m_tokens);
        out.last()[i] = words;
    }
    return out;
}

MeantWords::Searches MeantWords::beginnings() {
    QList<QStringList> search = m_tokens;
    for (const qsizetype i : std::as_const(m_wrong)) {
        search[i] = heldBeginnings(m_tokens.at(i));
        if (search.at(i).isEmpty()) return {};
    }
    return m_wrong.isEmpty() ? Searches() : Searches{search};
}

MeantWords::Searches MeantWords::all() {
    if (m_tokens.size() < 2 || m_tokens.size() == m_wrong.size()) return {};
    QList<QStringList> search = m_tokens;
    for (qsizetype i = 0; i < std::min(search.size(), kWords); ++i) {
        search[i] = heldWholes(m_words.value(i));
        if (!m_wrong.contains(i)) search[i] += m_tokens.at(i);
        if (search.at(i).isEmpty()) return {};
    }
    return {search};
}

/// How the words one letter off sound, as far as a name has such a word: one letter may change the sound of
/// two.
QStringList MeantWords::heldWholes(const QString& word) {
    if (word.size() < kShortestWhole) return {};
    QSet<QString> asked;
    for (const QString& other : wordsOneLetterFrom(word)) asked.insert(nameKey(other));
    asked.remove(nameKey(word));
    return m_reader.wordsHeld<Patient>(QStringList(asked.begin(), asked.end()), WordPart::Whole)
        .value_or(QStringList());
}

/// A beginning does not sound before it is a word: its spellings are varied as they are.
QStringList MeantWords::heldBeginnings(const QStringList& token) {
    QSet<QString> asked;
    for (const QString& spelling : token.mid(0, kSpellings)) {
        if (spelling.size() < kShortestBeginning) continue;
        for (const QString& other : wordsOneLetterFrom(spelling)) asked.insert(other);
    }
    if (asked.isEmpty()) return {};
    return m_reader.wordsHeld<Patient>(QStringList(asked.begin(), asked.end()), WordPart::Beginning)
        .value_or(QStringList());
}

}  // namespace simrs
