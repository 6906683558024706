// SPDX-License-Identifier: GPL-3.0-or-later
// The slips of a hand on a keyboard. For beginnings only those that happen: every beginning more is one more
// list to read, and with hundreds of them a database would rather read the whole table.
#include "common/registration/name_typo.h"

#include <algorithm>

namespace simrs {
namespace {

constexpr qsizetype kShortest = 4;
/// The longest beginning that is looked up; longer ones would be filtered row by row.
constexpr qsizetype kLetters = 6;
/// Of the spellings of a word so many are varied, the most literal first.
constexpr qsizetype kSpellings = 2;

const char* neighboursOf(char letter) {
    static const char* const kBeside[26] = {"sqz",  "vgn", "xvd", "sfec", "wrd", "dgr", "fhtb", "gjyn", "uok",
                                            "hkum", "jli", "ko",  "nj",   "bmh", "ipl", "ol",   "wa",   "etf",
                                            "adw",  "ryg", "yij", "cbf",  "qes", "zcs", "tuh",  "xa"};
    return letter >= 'a' && letter <= 'z' ? kBeside[letter - 'a'] : "";
}

bool isVowel(QChar c) { return QStringLiteral("aeiou").contains(c); }

class Variants {
  public:
    explicit Variants(const QString& word) : m_word(word) { keep(word); }

    QStringList all() {
        for (qsizetype i = 1; i < std::min(m_word.size(), kLetters); ++i) {
            keep(m_word.left(i) + m_word.mid(i + 1));
            if (i + 1 < m_word.size())
                keep(m_word.left(i) + m_word.at(i + 1) + m_word.at(i) + m_word.mid(i + 2));
            for (const char* c = neighboursOf(m_word.at(i).toLatin1()); *c; ++c) put(i, *c, 1);
            for (const char vowel : {'a', 'e', 'i', 'o', 'u'}) {
                if (isVowel(m_word.at(i)))
                    put(i, vowel, 1);
                else if (!isVowel(m_word.at(i - 1)))
                    put(i, vowel, 0);
            }
        }
        return m_found;
    }

  private:
    void put(qsizetype at, char letter, qsizetype instead) {
        keep(m_word.left(at) + QLatin1Char(letter) + m_word.mid(at + instead));
    }
    void keep(const QString& word) {
        const QString beginning = word.left(kLetters);
        if (!m_found.contains(beginning)) m_found.append(beginning);
    }

    const QString& m_word;
    QStringList m_found;
};

}  // namespace

QStringList wordsOneLetterFrom(const QString& word) {
    QStringList out;
    const auto keep = [&](const QString& other) {
        if (!other.isEmpty() && other != word) out.append(other);
    };
    for (qsizetype i = 0; i <= word.size(); ++i) {
        const QString before = word.left(i);
        const QString behind = word.mid(i + 1);
        for (char c = 'a'; c <= 'z'; ++c) {
            keep(before + QLatin1Char(c) + word.mid(i));
            if (i < word.size()) keep(before + QLatin1Char(c) + behind);
        }
        if (i < word.size()) keep(before + behind);
        if (i + 1 < word.size()) keep(before + behind.at(0) + word.at(i) + behind.mid(1));
    }
    out.removeDuplicates();
    return out;
}

QList<QStringList> tokensOneLetterOff(const QList<QStringList>& tokens) {
    QList<QStringList> out;
    bool any = false;
    for (const QStringList& spellings : tokens) {
        QStringList meant;
        for (const QString& spelling : spellings.mid(0, kSpellings)) {
            if (spelling.size() >= kShortest) meant += Variants(spelling).all();
        }
        any = any || !meant.isEmpty();
        if (meant.isEmpty()) meant = spellings;
        meant.removeDuplicates();
        out.append(meant);
    }
    return any ? out : QList<QStringList>();
}

}  // namespace simrs
