// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of identity data. The form of the NIK: province, regency, district of first issue (2 digits
// each), DDMMYY with 40 added to a woman's day, serial from 0001; it has no check digit.
#include "common/registration/identity_rules.h"

#include <algorithm>

#include "common/base/text.h"
#include "common/registration/name_key.h"

namespace simrs {
namespace {

bool allDigits(const QString& text) {
    return std::all_of(text.begin(), text.end(),
                       [](QChar c) { return c >= QLatin1Char('0') && c <= QLatin1Char('9'); });
}

bool allSame(const QString& text) {
    return std::all_of(text.begin(), text.end(), [&](QChar c) { return c == text.at(0); });
}

struct NikDate {
    int day = 0;  // 40 taken off
    int month = 0;
    int yearOfCentury = 0;
    bool woman = false;

    bool possible() const { return day >= 1 && day <= 31 && month >= 1 && month <= 12; }
};

NikDate dateOf(const QString& nik) {
    NikDate date;
    if (nik.size() != limits::kNikDigits) return date;
    const int day = nik.mid(6, 2).toInt();
    date.woman = day > 40;
    date.day = date.woman ? day - 40 : day;
    date.month = nik.mid(8, 2).toInt();
    date.yearOfCentury = nik.mid(10, 2).toInt();
    return date;
}

void warnOfBirthDate(QList<Warning>& out, const QString& nik, QDate birthDate, QDate today) {
    const NikDate date = dateOf(nik);
    if (date.day == birthDate.day() && date.month == birthDate.month() &&
        date.yearOfCentury == birthDate.year() % 100) {
        return;
    }
    const QString told = birthDateFromNik(nik, today).toString(Qt::ISODate);
    out.append({RuleWarning::NikBirthDate, {told, birthDate.toString(Qt::ISODate)}});
}

bool isNameChar(QChar c) {
    if (c.isLetter()) return c.script() == QChar::Script_Latin;
    if (c.isMark()) return c.script() == QChar::Script_Inherited;
    if (c >= QLatin1Char('0') && c <= QLatin1Char('9')) return true;
    return QStringLiteral(" .,'-/()\u2018\u2019\u02bc").contains(c);
}

bool isControl(QChar c) {
    return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format ||
           c.category() == QChar::Separator_Line || c.category() == QChar::Separator_Paragraph;
}

}  // namespace

bool meansNoNik(const QString& nik) { return nik == QStringLiteral("9999999999999999"); }

Status checkNik(const QString& nik) {
    if (!allDigits(nik)) return fail(ErrorCode::NikInvalid);
    if (nik.size() != limits::kNikDigits) return fail(ErrorCode::NikLength, {QString::number(nik.size())});
    if (allSame(nik)) return fail(ErrorCode::NikInvalid);
    return {};
}

Status checkNikOrReason(const QString& nik, NoNikReason reason) {
    if (nik.isEmpty() == (reason == NoNikReason::None)) return fail(ErrorCode::NikOrReason);
    return nik.isEmpty() ? Status() : checkNik(nik);
}

QList<Warning> nikWarnings(const QString& nik, QDate birthDate, Sex sex, QDate today) {
    QList<Warning> out;
    if (!checkNik(nik)) return out;
    if (!isProvinceCode(nik.left(2))) out.append({RuleWarning::NikProvince, {nik.left(2)}});
    if (nik.endsWith(QStringLiteral("0000"))) out.append({RuleWarning::NikSerialZero, {}});
    const NikDate date = dateOf(nik);
    if (!date.possible()) {
        out.append({RuleWarning::NikDatePart, {nik.mid(6, 6)}});
        return out;
    }
    if (birthDate.isValid()) warnOfBirthDate(out, nik, birthDate, today);
    if ((sex == Sex::Male && date.woman) || (sex == Sex::Female && !date.woman)) {
        out.append({RuleWarning::NikSex, {}});
    }
    return out;
}

QDate birthDateFromNik(const QString& nik, QDate today) {
    if (!checkNik(nik)) return {};
    const NikDate date = dateOf(nik);
    if (!date.possible()) return {};
    for (int century = today.year() / 100 * 100; century >= 1800; century -= 100) {
        const QDate born(century + date.yearOfCentury, date.month, date.day);
        // 29 February is no date in 1900, but was one in 2000.
        if (born.isValid() && born <= today) return born;
    }
    return {};
}

Sex sexFromNik(const QString& nik) {
    if (!checkNik(nik)) return Sex::Unknown;
    const NikDate date = dateOf(nik);
    if (date.day < 1 || date.day > 31) return Sex::Unknown;
    return date.woman ? Sex::Female : Sex::Male;
}

bool isProvinceCode(const QString& twoDigits) {
    // Sumatra 11-19 and 21, Java 31-36, Bali and Nusa Tenggara 51-54, Kalimantan 61-65, Sulawesi 71-76,
    // Maluku 81-82, Papua 91-96.
    bool isNumber = false;
    const int code = twoDigits.toInt(&isNumber);
    if (!isNumber || twoDigits.size() != 2) return false;
    const auto within = [code](int from, int to) { return code >= from && code <= to; };
    return within(11, 19) || code == 21 || within(31, 36) || within(51, 54) || within(61, 65) ||
           within(71, 76) || within(81, 82) || within(91, 96);
}

Status checkCard(const QString& card) {
    if (card.isEmpty() || (card.size() == limits::kCardDigits && allDigits(card))) return {};
    return fail(ErrorCode::CardLength, {QString::number(digitsOf(card).size())});
}

QString canonicalPhone(const QString& phone) {
    const QString digits = digitsOf(phone);
    if (digits.isEmpty()) return {};
    const bool plus = phone.trimmed().startsWith(QLatin1Char('+'));
    if (digits.startsWith(QStringLiteral("62")) && (plus || digits.size() >= 10)) {
        // "+62 (0)812": the zero in brackets is written by habit.
        const QString rest = digits.mid(2);
        return rest.startsWith(QLatin1Char('0')) ? rest : QLatin1Char('0') + rest;
    }
    return plus ? QLatin1Char('+') + digits : digits;
}

Status checkPhone(const QString& phone) {
    if (phone.isEmpty()) return {};
    const bool onlyPhoneChars = std::all_of(phone.begin(), phone.end(), [](QChar c) {
        return (c >= QLatin1Char('0') && c <= QLatin1Char('9')) || QStringLiteral(" +-.()/").contains(c);
    });
    const QString canonical = canonicalPhone(phone);
    const bool foreign = canonical.startsWith(QLatin1Char('+'));
    const bool national = canonical.size() >= 9 && canonical.size() <= 14 &&
                          canonical.at(0) == QLatin1Char('0') && canonical.at(1) >= QLatin1Char('2');
    const bool plausible = foreign ? canonical.size() >= 9 && canonical.size() <= 16 : national;
    if (!onlyPhoneChars || !plausible || phone.size() > limits::kPhoneChars)
        return fail(ErrorCode::PhoneInvalid);
    return {};
}

Status checkBirthDate(QDate birthDate, QDate today) {
    if (!birthDate.isValid()) return fail(ErrorCode::BirthDateOrAge);
    if (birthDate > today) return fail(ErrorCode::BirthDateFuture);
    if (birthDate < today.addYears(-limits::kOldestYears)) return fail(ErrorCode::BirthDateTooOld);
    return {};
}

QList<Warning> birthDateWarnings(QDate birthDate, QDate today) {
    const int years = ageOn(birthDate, today).years;
    if (years <= 105) return {};
    return {{RuleWarning::BirthDateUnlikely, {QString::number(years)}}};
}

Age ageOn(QDate birthDate, QDate today) {
    if (!birthDate.isValid() || !today.isValid() || birthDate > today) return {};
    int months = (today.year() - birthDate.year()) * 12 + today.month() - birthDate.month();
    if (birthDate.addMonths(months) > today) --months;
    return {months / 12, months % 12, static_cast<int>(birthDate.addMonths(months).daysTo(today))};
}

QDate estimatedBirthDate(const Age& age, QDate today) {
    return today.addMonths(-(age.years * 12 + age.months)).addDays(-age.days);
}

Status checkName(const QString& name, const QString& field) {
    if (name.trimmed().isEmpty()) return fail(ErrorCode::FieldRequired, {field});
    if (name.size() > limits::kNameChars) {
        return fail(ErrorCode::FieldTooLong, {field, QString::number(limits::kNameChars)});
    }
    const bool printable = std::all_of(name.begin(), name.end(), isNameChar);
    const bool hasLetter = std::any_of(name.begin(), name.end(), [](QChar c) { return c.isLetter(); });
    if (!printable || !hasLetter) return fail(ErrorCode::FieldInvalid, {field});
    return {};
}

QList<Warning> nameWarnings(const QString& name) {
    QList<Warning> out;
    const QString first = name.trimmed().section(QLatin1Char(' '), 0, 0);
    const QStringList words = nameWords(name);
    if (words.size() == 1 && words.first().size() == 1) out.append({RuleWarning::NameSingleLetter, {}});
    // nameWords() leaves titles out, so a first word that is missing there was one.
    const QStringList alone = nameWords(first + QStringLiteral(" zzz"));
    if (!words.isEmpty() && name.trimmed().contains(QLatin1Char(' ')) && alone.size() == 1) {
        out.append({RuleWarning::NameLooksLikeTitle, {first}});
    }
    return out;
}

Status checkText(const QString& text, const QString& field, int limit) {
    if (text.size() > limit) return fail(ErrorCode::FieldTooLong, {field, QString::number(limit)});
    if (std::any_of(text.begin(), text.end(), isControl)) return fail(ErrorCode::FieldInvalid, {field});
    return {};
}

Status checkReason(const QString& reason, const QString& field) {
    if (cleanLine(reason).isEmpty()) return fail(ErrorCode::ReasonRequired);
    return checkText(reason, field, limits::kReasonChars);
}

Sapaan proposedSapaan(Sex sex, QDate birthDate, QDate today) {
    constexpr int kUnknownYears = 99;
    const int years = birthDate.isValid() ? ageOn(birthDate, today).years : kUnknownYears;
    if (years < 1) return Sapaan::Bayi;
    if (years < 15) return Sapaan::Anak;
    if (sex == Sex::Male) return years < 18 ? Sapaan::Saudara : Sapaan::Tuan;
    if (sex == Sex::Female) return years < 23 ? Sapaan::Nona : Sapaan::Nyonya;
    return Sapaan::None;
}

QString mrnDisplay(const QString& mrn) {
    if ((mrn.size() != 6 && mrn.size() != 8) || !allDigits(mrn)) return mrn;
    QStringList pairs;
    for (qsizetype i = 0; i < mrn.size(); i += 2) pairs.append(mrn.mid(i, 2));
    return pairs.join(QLatin1Char('-'));
}

QString mrnFromNumber(qint64 number, int digits) {
    return QString::number(number).rightJustified(digits, QLatin1Char('0'));
}

QString mrnDisplay(qint64 number, int digits) { return mrnDisplay(mrnFromNumber(number, digits)); }

QString registrationNumber(QDate serviceDate, qint64 number) {
    return serviceDate.toString(QStringLiteral("yyMMdd")) + QLatin1Char('-') + mrnFromNumber(number, 6);
}

}  // namespace simrs
