// SPDX-License-Identifier: GPL-3.0-or-later
// Reading the search box. The text is cut at spaces; neighbouring words of digits are first tried as one
// number
// ("0812 3456 7890", "12 34 56", "17 08 1945"), then one by one; what is left is a name.
#include "common/registration/search_text.h"

#include <algorithm>

#include "common/base/text.h"
#include "common/registration/identity_rules.h"
#include "common/registration/name_key.h"

namespace simrs {
namespace {

constexpr int kSearchChars = 200;

/// Fullwidth and Arabic digits become plain ones; everything else stays.
QString withPlainDigits(const QString& text) {
    QString out = text;
    for (QChar& c : out) {
        if (c.isDigit()) c = QLatin1Char(static_cast<char>('0' + c.digitValue()));
    }
    return out;
}

bool isDigitChar(QChar c) { return c >= QLatin1Char('0') && c <= QLatin1Char('9'); }

/// Digits with what people write between them, at least one digit.
bool isNumberWord(const QString& word) {
    const bool allowed = std::all_of(word.begin(), word.end(), [](QChar c) {
        return isDigitChar(c) || QStringLiteral("+-./()").contains(c);
    });
    return allowed && std::any_of(word.begin(), word.end(), isDigitChar);
}

int monthOf(const QString& word) {
    static const QStringList names = {QStringLiteral("jan"), QStringLiteral("feb"), QStringLiteral("mar"),
                                      QStringLiteral("apr"), QStringLiteral("mei"), QStringLiteral("jun"),
                                      QStringLiteral("jul"), QStringLiteral("agu"), QStringLiteral("sep"),
                                      QStringLiteral("okt"), QStringLiteral("nov"), QStringLiteral("des")};
    static const QStringList wholes = {
        QStringLiteral("januari"), QStringLiteral("februari"), QStringLiteral("maret"),
        QStringLiteral("april"),   QStringLiteral("mei"),      QStringLiteral("juni"),
        QStringLiteral("juli"),    QStringLiteral("agustus"),  QStringLiteral("september"),
        QStringLiteral("oktober"), QStringLiteral("november"), QStringLiteral("desember")};
    const QString lower = word.toLower();
    const qsizetype at = std::max(names.indexOf(lower), wholes.indexOf(lower));
    return static_cast<int>(at) + 1;
}

/// Words that only say which number follows.
bool isLabel(const QString& word) {
    static const QStringList labels = {
        QStringLiteral("rm"),   QStringLiteral("mr"),   QStringLiteral("no"),    QStringLiteral("nomor"),
        QStringLiteral("norm"), QStringLiteral("mrn"),  QStringLiteral("nik"),   QStringLiteral("ktp"),
        QStringLiteral("hp"),   QStringLiteral("telp"), QStringLiteral("tlp"),   QStringLiteral("wa"),
        QStringLiteral("bpjs"), QStringLiteral("jkn"),  QStringLiteral("kartu"), QStringLiteral("lahir"),
        QStringLiteral("tgl"),  QStringLiteral("th")};
    QString bare = word.toLower();
    bare.remove(QLatin1Char('.')).remove(QLatin1Char(':'));
    return labels.contains(bare);
}

/// Words that say that an MRN follows, which then needs no zeros before it.
bool isMrnLabel(const QString& word) {
    QString bare = word.toLower();
    bare.remove(QLatin1Char('.')).remove(QLatin1Char(':'));
    return bare == QLatin1String("rm") || bare == QLatin1String("mr") || bare == QLatin1String("mrn") ||
           bare == QLatin1String("norm");
}

QStringList wordsOf(const QString& typed) {
    const QString text = withPlainDigits(cleanLine(typed.left(kSearchChars)));
    QStringList words;
    for (const QString& word : text.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        // "rm123456" and "NIK:3671…" are a label and a number.
        qsizetype digit = 0;
        while (digit < word.size() && !isDigitChar(word.at(digit))) ++digit;
        const bool glued =
            digit > 0 && digit < word.size() && isLabel(word.left(digit)) && isNumberWord(word.mid(digit));
        if (glued) words.append(word.left(digit));
        words.append(glued ? word.mid(digit) : word);
    }
    return words;
}

class Reader {
  public:
    explicit Reader(QDate today) : m_today(today) {}

    PatientQuery read(const QString& typed) {
        const QStringList words = wordsOf(typed);
        for (qsizetype i = 0; i < words.size();) {
            const qsizetype end = endOfNumbers(words, i);
            if (end > i) {
                QStringList numbers = words.mid(i, end - i);
                if (i > 0 && isMrnLabel(words.at(i - 1)) && takeShortMrn(numbers)) numbers.removeFirst();
                if (!numbers.isEmpty()) takeNumbers(numbers);
                i = end;
            } else if (isLabel(words.at(i)) && i + 1 < words.size() && labelEnds(words, i)) {
                ++i;
            } else {
                m_name.append(words.at(i++));
            }
        }
        const QString name = m_name.join(QLatin1Char(' '));
        m_query.nameTokens = queryTokens(name);
        m_query.nameWords = queryWords(name);
        m_query.tooShort = !narrows(typed);
        return m_query;
    }

  private:
    /// Whether the labels from `i` on lead to a number.
    static bool labelEnds(const QStringList& words, qsizetype i) {
        while (i < words.size() && isLabel(words.at(i))) ++i;
        return i < words.size() && isNumberWord(words.at(i));
    }

    /// One past the last word of the numbers that start at `i`; "17 Agustus 1945" counts, a month alone does
    /// not.
    static qsizetype endOfNumbers(const QStringList& words, qsizetype i) {
        qsizetype end = i;
        while (end < words.size()) {
            const bool month = end > i && monthOf(words.at(end)) > 0 && end + 1 < words.size() &&
                               isNumberWord(words.at(end + 1));
            if (!isNumberWord(words.at(end)) && !month) break;
            ++end;
        }
        return end;
    }

    /// "rm 1234": one to five digits behind a label. Two digits may begin "12 34 56".
    bool takeShortMrn(const QStringList& words) {
        const QString& word = words.first();
        const bool digits = std::all_of(word.begin(), word.end(), isDigitChar);
        if (!digits || word.size() > 5 || (word.size() < 3 && words.size() > 1) || word.toInt() == 0)
            return false;
        m_query.mrnDigits = word;
        return true;
    }

    void takeNumbers(const QStringList& words) {
        const QString whole = words.join(QLatin1Char(' '));
        const bool wholeFits = !isNumberAndYear(words) && takeWhole(whole);
        if (words.size() == 1) return;
        for (const QString& word : words) {
            // A phone number in groups holds no year; "123456 1980" does.
            if (!wholeFits || digitsOf(word).size() >= 6) takeWhole(word);
        }
    }

    bool takeWhole(const QString& text) {
        const bool date = takeDate(text);
        return takeNumber(text) || date;
    }

    /// "081234567890 1975": a whole number and a birth year, though together they have the length of a NIK.
    bool isNumberAndYear(const QStringList& words) const {
        if (words.size() != 2) return false;
        const auto isYear = [this](const QString& word) {
            return word.size() == 4 && word.toInt() >= 1900 && word.toInt() <= m_today.year();
        };
        return (isYear(words.at(0)) && digitsOf(words.at(1)).size() >= 6) ||
               (isYear(words.at(1)) && digitsOf(words.at(0)).size() >= 6);
    }

    bool takeNumber(const QString& text) {
        const QString digits = digitsOf(text);
        const qsizetype count = digits.size();
        bool fits = true;
        if (count == limits::kNikDigits)
            m_query.nik = digits;
        else if (count == 4)
            fits = takeYear(digits.toInt());
        else if (count >= 6 && count <= 8 && !text.contains(QLatin1Char('/')))
            m_query.mrnDigits = digits;
        else
            fits = false;
        if (count == limits::kCardDigits) {
            m_query.card = digits;
            fits = true;
        }
        return takePhone(text, digits) || fits;
    }

    bool takePhone(const QString& text, const QString& digits) {
        const bool plus = text.startsWith(QLatin1Char('+'));
        const bool national = digits.startsWith(QLatin1Char('0')) || digits.startsWith(QStringLiteral("62"));
        // "812…" is how a mobile number reads in a list that lost its leading zeros.
        const bool bare = digits.startsWith(QLatin1Char('8')) && digits.size() >= 10 && digits.size() <= 12;
        if (!plus && !national && !bare) return false;
        const QString phone = canonicalPhone(
            bare && !plus ? QLatin1Char('0') + digits : (plus ? QStringLiteral("+") : QString()) + digits);
        if (phone.size() < 9 || !checkPhone(phone)) return false;
        m_query.phone = phone;
        return true;
    }

    bool takeYear(int year) {
        if (year < 1900 || year > m_today.year()) return false;
        m_query.birthYear = year;
        return true;
    }

    bool takeDay(int year, int month, int day) {
        const QDate date(year, month, day);
        if (!date.isValid() || year < 1900 || date > m_today) return false;
        m_query.birthDate = date;
        return true;
    }

    bool takeDate(const QString& text) {
        QStringList parts;
        QString part;
        int lettersAt = -1;
        for (const QString& word : text.split(QLatin1Char(' '))) {
            if (const int month = monthOf(word); month > 0) {
                lettersAt = static_cast<int>(parts.size());
                parts.append(QString::number(month));
                continue;
            }
            part = word;
            for (const char separator : {'/', '-', '.'})
                part.replace(QLatin1Char(separator), QLatin1Char(' '));
            parts.append(part.split(QLatin1Char(' '), Qt::SkipEmptyParts));
        }
        if (parts.size() == 1 && parts.first().size() == 8) return takeEight(parts.first());
        if (parts.size() != 3 || lettersAt == 0) return false;
        const int a = parts.at(0).toInt(), b = parts.at(1).toInt(), c = parts.at(2).toInt();
        if (parts.at(0).size() == 4) return takeDay(a, b, c);
        if (parts.at(2).size() == 4) return takeDay(c, b, a);
        // Two digits of a year only where the writing says that it is a date: 12-34-56 is an MRN.
        if (parts.at(2).size() != 2 || !(text.contains(QLatin1Char('/')) || lettersAt == 1)) return false;
        return takeDay(2000 + c, b, a) || takeDay(1900 + c, b, a);
    }

    bool takeEight(const QString& digits) {
        return takeDay(digits.mid(4).toInt(), digits.mid(2, 2).toInt(), digits.left(2).toInt()) ||
               takeDay(digits.left(4).toInt(), digits.mid(4, 2).toInt(), digits.mid(6).toInt());
    }

    /// Three letters in one word, or two words of two, or two letters with a year or a space that ends them.
    bool narrows(const QString& typed) const {
        if (m_query.hasNumber() || m_query.birthDate.isValid()) return true;
        qsizetype longest = 0;
        int twos = 0;
        for (const QString& word : m_query.nameWords) {
            longest = std::max(longest, word.size());
            if (word.size() >= 2) ++twos;
        }
        const bool ended = m_query.birthYear > 0 || (!typed.isEmpty() && typed.back().isSpace());
        return longest >= 3 || twos >= 2 || (longest == 2 && ended);
    }

    QDate m_today;
    PatientQuery m_query;
    QStringList m_name;
};

}  // namespace

bool PatientQuery::hasNumber() const {
    return !mrnDigits.isEmpty() || !nik.isEmpty() || !card.isEmpty() || !phone.isEmpty();
}

PatientQuery readSearchText(const QString& typed, QDate today) { return Reader(today).read(typed); }

}  // namespace simrs
