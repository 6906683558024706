// SPDX-License-Identifier: GPL-3.0-or-later
// Two steps. First a name is cut into words of lower-case ASCII letters, titles and forms of address dropped.
// Then each word runs through the transducer of phonetic.h, which looks at most two letters ahead, so that
// the beginning of a word is the beginning of its key, but for the few endings that queryTokens() lists as
// alternatives.
#include "common/registration/name_key.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "common/registration/phonetic.h"

namespace simrs {
namespace {

using std::string_view;

struct Word {
    std::array<char, kNameKeyWordLetters> letters;
    int size = 0;
    bool dotAfter = false;  // "Tn." and not "tn"

    string_view text() const { return {letters.data(), static_cast<std::size_t>(size)}; }
    void append(char c) {
        if (size < kNameKeyWordLetters) letters[static_cast<std::size_t>(size++)] = c;
    }
};

constexpr int kMaxWords = 16;

struct Words {
    std::array<Word, kMaxWords> list;
    int size = 0;

    Word& add() {
        Word& word = list[static_cast<std::size_t>(size++)];
        word.size = 0;
        word.dotAfter = false;
        return word;
    }
    bool full() const { return size == kMaxWords; }
    Word& at(int i) { return list[static_cast<std::size_t>(i)]; }
    const Word& at(int i) const { return list[static_cast<std::size_t>(i)]; }
};

bool oneOf(string_view word, std::initializer_list<string_view> list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

/// Forms of address and titles before a name. The second list is dropped only with its dot: "An Nisa" is a
/// name.
bool isTitleBefore(const Word& word) {
    if (word.size > 5) return false;
    static const std::initializer_list<string_view> plain = {"tn", "ny",  "nn",  "sdr",  "sdri", "bpk",
                                                             "dr", "drg", "drs", "dra",  "drh",  "ir",
                                                             "h",  "hj",  "kh",  "prof", "alm",  "almh"};
    static const std::initializer_list<string_view> dotted = {"an", "by", "ibu", "bapak", "ust", "pdt"};
    return oneOf(word.text(), plain) || (word.dotAfter && oneOf(word.text(), dotted));
}

/// "bin", "binti" and the like between a name and the father's name.
bool isConnector(const Word& word) {
    return oneOf(word.text(), {"bin", "binti", "binte", "alias"}) || (word.dotAfter && word.text() == "bt");
}

/// Degrees after a name, dots left out: "S.Pd" → "spd". Specialists are sp + anything: "Sp.PD-KGH".
bool isDegree(string_view letters) {
    if (letters.substr(0, 2) == "sp" && letters.size() <= 9) return true;
    return oneOf(letters,
                 {"sh",   "se",   "st",    "ssi",  "skom", "skm",   "skep", "skeb", "sfarm",  "sag",
                  "ssos", "sip",  "sikom", "ssn",  "ssy",  "shum",  "sstp", "sst",  "str",    "strkeb",
                  "mm",   "msi",  "mpd",   "mkom", "mkes", "mkm",   "mh",   "mhum", "mt",     "ma",
                  "mars", "mba",  "msc",   "mag",  "magh", "mfarm", "mkep", "amd",  "amdkeb", "amdkep",
                  "ns",   "ners", "apt",   "lc",   "phd",  "ba",    "bsc",  "amf",  "sgz",    "stp"});
}

/// The halves of a degree written apart after a comma: "S. Pd".
bool isHalfDegree(string_view letters) {
    return oneOf(letters, {"s", "m", "a", "pd", "si", "kom", "kes", "hum", "sos", "ag", "farm", "kep", "keb",
                           "md", "gz"});
}

/// Letters of other alphabets than a-z, as far as Latin goes; nothing for the rest.
const char* latinOf(QChar c) {
    switch (c.unicode()) {
        case 0x00df:
            return "ss";
        case 0x00c6:
        case 0x00e6:
            return "ae";
        case 0x0152:
        case 0x0153:
            return "oe";
        case 0x00d8:
        case 0x00f8:
            return "o";
        case 0x0110:
        case 0x0111:
        case 0x00d0:
        case 0x00f0:
            return "d";
        case 0x0141:
        case 0x0142:
            return "l";
        case 0x0131:
            return "i";
        case 0x00de:
        case 0x00fe:
            return "th";
        case 0x0126:
        case 0x0127:
            return "h";
        default:
            return "";
    }
}

bool isApostrophe(ushort u) {
    return u == '\'' || u == '`' || u == 0x2018 || u == 0x2019 || u == 0x02bc || u == 0x02bb || u == 0x00b4;
}

char plainLower(ushort u) {
    if (u >= 'a' && u <= 'z') return static_cast<char>(u);
    if (u >= 'A' && u <= 'Z') return static_cast<char>(u - 'A' + 'a');
    if (u >= '0' && u <= '9') return static_cast<char>(u);
    return 0;
}

enum class Kind { Letter, Nothing, Break };

/// Appends what `c` is in plain letters; says Break where it ends a word.
Kind foldInto(Word& word, QChar c) {
    const ushort u = c.unicode();
    if (const char plain = plainLower(u)) {
        word.append(plain);
        return Kind::Letter;
    }
    if (isApostrophe(u)) return Kind::Nothing;
    if (u < 0x80) return Kind::Break;
    if (c.isMark() || c.category() == QChar::Other_Format) return Kind::Nothing;
    QString parts = c.decomposition();
    while (!parts.isEmpty() && parts.at(0).unicode() >= 0x80 && !parts.at(0).decomposition().isEmpty())
        parts = parts.at(0).decomposition();
    if (!parts.isEmpty()) {
        if (const char plain = plainLower(parts.at(0).unicode())) {
            word.append(plain);
            return Kind::Letter;
        }
    }
    const char* latin = latinOf(c);
    if (*latin == 0) return Kind::Break;
    for (; *latin; ++latin) word.append(*latin);
    return Kind::Letter;
}

/// A run of characters between spaces and commas: "S.Pd" is one chunk of two words.
struct Chunk {
    int firstWord = 0;
    bool innerDot = false;
    bool afterComma = false;
};

/// Takes a finished chunk's words back where they are only a degree after a name.
void dropDegree(Words& words, const Chunk& chunk) {
    if (chunk.firstWord == 0 || chunk.firstWord == words.size || !(chunk.innerDot || chunk.afterComma))
        return;
    std::array<char, 12> letters;
    std::size_t size = 0;
    for (int w = chunk.firstWord; w < words.size; ++w) {
        for (const char c : words.at(w).text()) {
            if (size == letters.size()) return;
            letters[size++] = c;
        }
    }
    const string_view all(letters.data(), size);
    if (isDegree(all) || (chunk.afterComma && isHalfDegree(all))) words.size = chunk.firstWord;
}

/// All words of a text, degrees left out.
void cut(const QString& text, Words& words) {
    Chunk chunk;
    Word* word = nullptr;
    bool dotBefore = false;
    const qsizetype length = std::min<qsizetype>(text.size(), kNameKeyChars);
    for (qsizetype i = 0; i < length; ++i) {
        const QChar c = text.at(i);
        const ushort u = c.unicode();
        if (!word && (plainLower(u) || u >= 0x80)) {
            if (words.full()) break;
            word = &words.add();
        }
        const Kind kind = word ? foldInto(*word, c) : Kind::Break;
        if (kind == Kind::Letter && dotBefore && word->size == 1 && words.size - 1 > chunk.firstWord) {
            chunk.innerDot = true;
        }
        if (kind != Kind::Break) continue;
        if (word && word->size == 0)
            --words.size;
        else if (word && u == '.')
            word->dotAfter = true;
        word = nullptr;
        dotBefore = u == '.';
        if (u == '.' || u == '-' || u == '/') continue;
        dropDegree(words, chunk);
        chunk.firstWord = words.size;
        chunk.innerDot = false;
        if (u == ',') chunk.afterComma = true;
    }
    if (word && word->size == 0) --words.size;
    dropDegree(words, chunk);
}

/// The words of a name, or of a query, that count. In a query the last word may be the beginning of a longer
/// one, so it is a title only with its dot.
void nameParts(const QString& text, bool query, Words& kept) {
    Words all;
    cut(text, all);
    for (int i = 0; i < all.size; ++i) {
        const Word& word = all.at(i);
        const bool unfinished = query && i == all.size - 1 && !word.dotAfter;
        const bool drop = !unfinished && (kept.size == 0 ? isTitleBefore(word) : isConnector(word));
        if (!drop) kept.add() = word;
    }
    // Somebody may be called just "H" or "Ny": then nothing is dropped.
    if (kept.size == 0) kept = all;
}

constexpr string_view kMuhammad = "muhamad";

bool isMuhammadShort(string_view word) {
    return oneOf(word, {"muh", "moh", "mhd", "mohd", "muhd", "mch", "moch", "much", "mhmd", "mohm", "muhm"});
}

/// Chandra is Candra, though ch before a is h elsewhere (Chairul, Achmad).
constexpr string_view kChandra = "chandr";

Word withoutSecondLetter(const Word& word) {
    Word out;
    for (int i = 0; i < word.size; ++i) {
        if (i != 1) out.append(word.letters[static_cast<std::size_t>(i)]);
    }
    return out;
}

/// Calls `use` with the token of the word at `place` of `count` words.
template <class Use>
void tokenOf(const Word& word, int place, int count, Use use) {
    const string_view text = word.text();
    if (text[0] == 'm' && (isMuhammadShort(text) || (text == "m" && place == 0 && count > 1)))
        return use(kMuhammad);
    if (text == "st" && place == 0 && count > 1) return use("siti");
    if (text == "abd") return use("abdul");
    if (text.substr(0, kChandra.size()) == kChandra)
        return use(Phonetic(withoutSecondLetter(word).text()).key());
    const Phonetic phonetic(text);
    if (oneOf(phonetic.key(), {"mohamad", "mohamed", "muhamed"})) return use(kMuhammad);
    use(phonetic.key());
}

bool begins(string_view whole, string_view part) { return whole.substr(0, part.size()) == part; }

using Prefixes = std::vector<std::string>;

void addPrefix(Prefixes& list, string_view prefix) {
    if (!prefix.empty() && std::find(list.begin(), list.end(), prefix) == list.end())
        list.emplace_back(prefix);
}

/// Leaves out what a shorter alternative covers.
void prune(Prefixes& list) {
    Prefixes kept;
    for (const std::string& one : list) {
        const bool covered = std::any_of(list.begin(), list.end(), [&](const std::string& other) {
            return other.size() < one.size() && begins(one, other);
        });
        if (!covered) kept.push_back(one);
    }
    list = std::move(kept);
}

/// Runs the word with every continuation that can change how its last letters sound.
template <class Use>
void forEachContinuation(const Word& word, Use use) {
    std::array<char, kNameKeyWordLetters + 2> text;
    std::memcpy(text.data(), word.letters.data(), static_cast<std::size_t>(word.size));
    const auto size = static_cast<std::size_t>(word.size);
    use(string_view(text.data(), size));
    for (char a = 'a'; a <= 'z'; ++a) {
        text[size] = a;
        use(string_view(text.data(), size + 1));
        if (a != 'h' && a != 'j' && a != 'o') continue;
        for (char b = 'a'; b <= 'z'; ++b) {
            text[size + 1] = b;
            use(string_view(text.data(), size + 2));
        }
    }
}

/// "sy" alone sounds like a bare "s": says "sa", "se", "si" … instead, where that is not too many.
void lengthen(const Word& word, Prefixes& list) {
    constexpr std::size_t kAtMost = 6;
    if (word.size < 2 || list.empty() || list.front().size() > 1 || list.size() > 1) return;
    Prefixes longer;
    forEachContinuation(word,
                        [&](string_view text) { addPrefix(longer, Phonetic(text).key().substr(0, 2)); });
    prune(longer);
    if (longer.size() <= kAtMost) list = std::move(longer);
}

void addSynonyms(const Word& word, Prefixes& list) {
    const string_view text = word.text();
    const bool mohamad = std::any_of(list.begin(), list.end(), [](const std::string& one) {
        return one.size() > 1 && (begins("mohamad", one) || begins("mohamed", one) || begins("muhamed", one));
    });
    const bool shortened =
        begins("mhd", text) || begins("mch", text) || begins("mhmd", text) || isMuhammadShort(text);
    if (text.size() > 1 && (mohamad || shortened)) addPrefix(list, kMuhammad);
    if (text == "st") addPrefix(list, "siti");
    if (text.size() > 2 && begins(kChandra, text)) {
        const Word without = withoutSecondLetter(word);
        addPrefix(list, Phonetic(without.text()).key());
    }
}

QStringList alternativesOf(const Word& typed) {
    const bool chandra = typed.text().substr(0, kChandra.size()) == kChandra;
    const Word word = chandra ? withoutSecondLetter(typed) : typed;
    const auto letters = static_cast<std::size_t>(word.size);
    Prefixes list;
    if (string_view("cdkotjyh").find(word.text().back()) == string_view::npos) {
        addPrefix(list, Phonetic(word.text()).key());
    } else {
        forEachContinuation(word, [&](string_view text) { addPrefix(list, Phonetic(text, letters).key()); });
    }
    prune(list);
    lengthen(word, list);
    addSynonyms(word, list);
    prune(list);
    QStringList out;
    for (const std::string& one : list)
        out.append(QString::fromLatin1(one.data(), static_cast<qsizetype>(one.size())));
    return out;
}

QStringList textsOf(const Words& words) {
    QStringList out;
    for (int i = 0; i < words.size; ++i)
        out.append(QString::fromLatin1(words.at(i).letters.data(), words.at(i).size));
    return out;
}

}  // namespace

QString nameKey(const QString& name) {
    Words words;
    nameParts(name, false, words);
    std::array<char, kMaxWords*(2 * kNameKeyWordLetters + 17)> out;
    std::size_t size = 0;
    for (int i = 0; i < words.size; ++i) {
        tokenOf(words.at(i), i, words.size, [&](string_view token) {
            if (size > 0) out[size++] = ' ';
            std::memcpy(out.data() + size, token.data(), token.size());
            size += token.size();
        });
    }
    return QString::fromLatin1(out.data(), static_cast<qsizetype>(size));
}

QStringList nameWords(const QString& name) {
    Words words;
    nameParts(name, false, words);
    return textsOf(words);
}

QList<QStringList> queryTokens(const QString& typed) {
    Words words;
    nameParts(typed, true, words);
    QList<QStringList> out;
    for (int i = 0; i < words.size; ++i) out.append(alternativesOf(words.at(i)));
    return out;
}

QStringList queryWords(const QString& typed) {
    Words words;
    nameParts(typed, true, words);
    return textsOf(words);
}

}  // namespace simrs
