// SPDX-License-Identifier: GPL-3.0-or-later
// Every search looks at all areas: provinces, cities and districts first, so that what they answer is asked
// once for all their villages. That takes a few milliseconds, and needs no index that has to be kept.
#include "common/areas/area_list.h"

#include <QFile>
#include <QFileInfo>
#include <algorithm>
#include <string_view>

namespace simrs {
namespace {

using std::string_view;

constexpr std::array<qsizetype, 4> kDigits = {2, 4, 6, 10};
constexpr qsizetype kMostBytes = 16 * 1024 * 1024;
constexpr qsizetype kShortest = 3;
constexpr int kMostWords = 8;

char folded(char c) {
    if (c >= 'A' && c <= 'Z') return static_cast<char>(c - 'A' + 'a');
    const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    return kept ? c : ' ';
}

/// What people write before a name and no name begins with.
bool isKind(string_view word) {
    static constexpr std::array<string_view, 10> kinds = {"kel", "kelurahan", "desa", "kec",  "kecamatan",
                                                          "kab", "kabupaten", "kota", "prov", "provinsi"};
    return std::find(kinds.begin(), kinds.end(), word) != kinds.end();
}

/// How a word is found at the beginning of the words of a name, blanks passed over: "sukaasih" in "suka
/// asih".
enum class Fit { None, Begins, Whole };

Fit fitOf(string_view name, string_view word) {
    for (std::size_t start = 0; start < name.size(); ++start) {
        if (name[start] == ' ' || (start > 0 && name[start - 1] != ' ')) continue;
        std::size_t at = start;
        std::size_t letters = 0;
        while (at < name.size() && letters < word.size()) {
            if (name[at] == ' ') {
                ++at;
                continue;
            }
            if (name[at] != word[letters]) break;
            ++at;
            ++letters;
        }
        if (letters < word.size()) continue;
        return start == 0 && at == name.size() ? Fit::Whole : Fit::Begins;
    }
    return Fit::None;
}

tl::unexpected<Error> unreadable(const QString& name, qsizetype line) {
    return fail(ErrorCode::FileUnreadable, {name, QString::number(line)});
}

std::uint64_t numberOf(string_view digits) {
    std::uint64_t number = 0;
    for (const char c : digits) number = number * 10 + static_cast<std::uint64_t>(c - '0');
    return number;
}

}  // namespace

/// A village and how well it fits; larger is better.
struct AreaList::Found {
    const Entry* village = nullptr;
    int score = 0;
};

/// One reading of what was typed: some words, each of which has to be found.
class AreaList::Query {
  public:
    Query(const AreaList& list, const std::vector<std::string>& words, std::uint64_t home, int homeDigits)
        : m_list(list), m_words(words), m_home(home), m_homeDigits(homeDigits) {}

    void run(std::vector<Found>& found) const {
        std::array<std::vector<unsigned>, kVillage> above;
        for (int level = kProvince; level < kVillage; ++level) {
            const auto& entries = m_list.m_levels[static_cast<std::size_t>(level)];
            auto& masks = above[static_cast<std::size_t>(level)];
            masks.reserve(entries.size());
            for (const Entry& entry : entries) {
                const unsigned inherited =
                    level == kProvince
                        ? 0U
                        : above[static_cast<std::size_t>(level) - 1][static_cast<std::size_t>(entry.above)];
                masks.push_back(inherited | maskOf(entry, nullptr));
            }
        }
        const unsigned all = (1U << m_words.size()) - 1;
        for (const Entry& village : m_list.m_levels[kVillage]) {
            int score = 0;
            const unsigned own = maskOf(village, &score);
            if ((own | above[kDistrict][static_cast<std::size_t>(village.above)]) != all) continue;
            found.push_back({&village, score + nearness(village.code)});
        }
    }

  private:
    /// Which words stand in this area's own name. `score` grows with how well they do.
    unsigned maskOf(const Entry& entry, int* score) const {
        constexpr int kWhole = 40;
        constexpr int kBegins = 20;
        const string_view name(m_list.m_folded.constData() + entry.name,
                               static_cast<std::size_t>(entry.size));
        unsigned mask = 0;
        for (std::size_t i = 0; i < m_words.size(); ++i) {
            const Fit fit = fitOf(name, m_words[i]);
            if (fit == Fit::None) continue;
            mask |= 1U << i;
            if (score) *score += fit == Fit::Whole ? kWhole : kBegins;
        }
        return mask;
    }
    int nearness(std::uint64_t code) const {
        constexpr int kLevelNearer = 3;
        int near = 0;
        std::uint64_t mine = m_home;
        int digits = m_homeDigits;
        for (; digits > 0 && digits != 2 && digits != 4 && digits != 6; --digits) mine /= 10;
        for (; digits >= 2; digits -= 2, mine /= 100) {
            std::uint64_t theirs = code;
            for (int i = digits; i < 10; ++i) theirs /= 10;
            if (theirs == mine) near = std::max(near, digits / 2);
        }
        return near * kLevelNearer;
    }

    const AreaList& m_list;
    const std::vector<std::string>& m_words;
    std::uint64_t m_home;
    int m_homeDigits;
};

Result<AreaList> AreaList::load(const QString& path) {
    QFile file(path);
    const QString name = QFileInfo(path).fileName();
    if (!file.open(QIODevice::ReadOnly) || file.size() > kMostBytes) return unreadable(name, 0);
    return read(file.readAll(), name);
}

Result<AreaList> AreaList::read(const QByteArray& packed, const QString& name) {
    constexpr qsizetype kLengthBytes = 4;
    // The length is asked for before anything of that size is made room for.
    if (packed.size() <= kLengthBytes) return unreadable(name, 0);
    qsizetype size = 0;
    for (qsizetype i = 0; i < kLengthBytes; ++i) size = (size << 8) | static_cast<unsigned char>(packed[i]);
    if (size == 0 || size > kMostBytes) return unreadable(name, 0);
    AreaList list;
    list.m_text = qUncompress(packed);
    if (list.m_text.size() != size) return unreadable(name, 0);
    list.m_folded = list.m_text;
    for (char& c : list.m_folded) c = folded(c);
    const string_view text(list.m_text.constData(), static_cast<std::size_t>(list.m_text.size()));
    qsizetype line = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        ++line;
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        string_view row = text.substr(begin, end - begin);
        const std::size_t level = std::min(row.find_first_not_of('\t'), row.size());
        if (level >= kLevels) return unreadable(name, line);
        row.remove_prefix(level);
        const std::size_t digits =
            static_cast<std::size_t>(kDigits[level] - (level > 0 ? kDigits[level - 1] : 0));
        const bool whole = row.size() > digits + 1 && row[digits] == ' ' &&
                           row.substr(0, digits).find_first_not_of("0123456789") == string_view::npos;
        if (!whole || (level > 0 && list.m_levels[level - 1].empty())) return unreadable(name, line);
        Entry entry;
        entry.code = numberOf(row.substr(0, digits));
        if (level > 0) {
            entry.above = static_cast<std::int32_t>(list.m_levels[level - 1].size()) - 1;
            std::uint64_t code = list.m_levels[level - 1].back().code;
            for (std::size_t i = 0; i < digits; ++i) code *= 10;
            entry.code += code;
        }
        if (!list.m_levels[level].empty() && list.m_levels[level].back().code >= entry.code)
            return unreadable(name, line);
        entry.name = static_cast<std::int32_t>(begin + level + digits + 1);
        entry.size = static_cast<std::int32_t>(row.size() - digits - 1);
        list.m_levels[level].push_back(entry);
        begin = end + 1;
    }
    if (list.m_levels[kVillage].empty()) return unreadable(name, line);
    return list;
}

const AreaList::Entry* AreaList::entry(const QString& code, Level* level) const {
    const auto found = std::find(kDigits.begin(), kDigits.end(), code.size());
    if (found == kDigits.end()) return nullptr;
    bool isNumber = false;
    const std::uint64_t wanted = code.toULongLong(&isNumber);
    if (!isNumber) return nullptr;
    *level = static_cast<Level>(found - kDigits.begin());
    const auto& entries = m_levels[static_cast<std::size_t>(*level)];
    const auto at = std::lower_bound(entries.begin(), entries.end(), wanted,
                                     [](const Entry& entry, std::uint64_t c) { return entry.code < c; });
    return at != entries.end() && at->code == wanted ? &*at : nullptr;
}

QString AreaList::name(const Entry& entry) const {
    return QString::fromUtf8(m_text.constData() + entry.name, entry.size);
}

Area AreaList::areaOf(const Entry& village) const {
    const Entry& district = m_levels[kDistrict][static_cast<std::size_t>(village.above)];
    const Entry& city = m_levels[kCity][static_cast<std::size_t>(district.above)];
    const Entry& province = m_levels[kProvince][static_cast<std::size_t>(city.above)];
    return {QString::number(village.code).rightJustified(kDigits[kVillage], QLatin1Char('0')), name(village),
            name(district), name(city), name(province)};
}

std::optional<Area> AreaList::find(const QString& code) const {
    Level level = kProvince;
    const Entry* found = entry(code, &level);
    return found && level == kVillage ? std::optional(areaOf(*found)) : std::nullopt;
}

QList<Area> AreaList::under(const QString& digits, int limit) const {
    const bool isCode = digits.size() >= kDigits[kProvince] && digits.size() <= kDigits[kVillage] &&
                        std::all_of(digits.begin(), digits.end(),
                                    [](QChar c) { return c >= QLatin1Char('0') && c <= QLatin1Char('9'); });
    if (!isCode) return {};
    const auto after = [](const Entry& entry, std::uint64_t code) { return entry.code < code; };
    const auto& villages = m_levels[kVillage];
    const QString first = digits.leftJustified(kDigits[kVillage], QLatin1Char('0'));
    const QString last = digits.leftJustified(kDigits[kVillage], QLatin1Char('9'));
    QList<Area> areas;
    for (auto at = std::lower_bound(villages.begin(), villages.end(), first.toULongLong(), after);
         at != villages.end() && at->code <= last.toULongLong() && areas.size() < limit; ++at)
        areas.append(areaOf(*at));
    return areas;
}

QString AreaList::nameOf(const QString& code) const {
    Level level = kProvince;
    const Entry* found = entry(code, &level);
    return found ? name(*found) : QString();
}

QList<Area> AreaList::search(const QString& typed, const QString& home, int limit) const {
    constexpr qsizetype kMostTyped = 200;
    std::vector<std::string> words;
    std::string word;
    qsizetype letters = 0;
    const QByteArray text = typed.left(kMostTyped).toUtf8() + ' ';
    for (const char c : text) {
        if (folded(c) != ' ') {
            word += folded(c);
            continue;
        }
        // "Kota" may be all that was typed so far.
        if (!word.empty() && !isKind(word) && words.size() < kMostWords) {
            letters += static_cast<qsizetype>(word.size());
            words.push_back(word);
        }
        word.clear();
    }
    if (letters < kShortest) return {};
    bool isNumber = false;
    const std::uint64_t near = home.toULongLong(&isNumber);
    const int nearDigits = isNumber && home.size() <= kDigits[kVillage] ? static_cast<int>(home.size()) : 0;
    std::vector<Found> found;
    Query(*this, words, near, nearDigits).run(found);
    // "batu ceper" for Batuceper.
    for (std::size_t i = 0; i + 1 < words.size() && found.empty(); ++i) {
        std::vector<std::string> joined = words;
        joined[i] += joined[i + 1];
        joined.erase(joined.begin() + static_cast<std::ptrdiff_t>(i) + 1);
        Query(*this, joined, near, nearDigits).run(found);
    }
    const auto better = [](const Found& a, const Found& b) {
        return a.score != b.score ? a.score > b.score : a.village->code < b.village->code;
    };
    const auto most = std::min<std::size_t>(found.size(), static_cast<std::size_t>(std::max(0, limit)));
    std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(most), found.end(), better);
    QList<Area> areas;
    for (std::size_t i = 0; i < most; ++i) areas.append(areaOf(*found[i].village));
    return areas;
}

}  // namespace simrs
