// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of a patient's identity data, as pure functions: what is refused, what is only doubted, what
// follows from what. KMK HK.01.07/MENKES/1423/2022 (variables), Permenkes 24/2022 art. 14 (duties).
#pragma once

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>
#include <optional>

#include "common/base/result.h"

namespace simrs {

/// The codes of KMK 1423; they are stored and travel.
enum class Sex : int { Unknown = 0, Male = 1, Female = 2, Undetermined = 3, NotFilled = 4 };

/// Why a patient has no NIK. Stored and travels; append only.
enum class NoNikReason : int { None = 0, NotYetIssued = 1, Foreigner = 2, Newborn = 3, Unknown = 4 };

/// The form of address before a name; never part of the name. Stored and travels; append only.
enum class Sapaan : int { None = 0, Tuan = 1, Nyonya = 2, Nona = 3, Saudara = 4, Anak = 5, Bayi = 6 };

namespace limits {
inline constexpr int kNikDigits = 16;
inline constexpr int kCardDigits = 13;
inline constexpr int kNameChars = 100;
inline constexpr int kPhoneChars = 20;
inline constexpr int kAddressChars = 250;
inline constexpr int kReasonChars = 200;
inline constexpr int kOldestYears = 130;
}  // namespace limits

/// Doubts that a person may overrule: a NIK is never issued anew, so it may rightly disagree with a corrected
/// birth date or sex, and with a province that was split since.
enum class RuleWarning : int {
    NikDatePart = 1,     // args: the six digits
    NikSerialZero,       // no args
    NikProvince,         // args: the two digits
    NikBirthDate,        // args: birth date in the NIK as ISO text, birth date given as ISO text
    NikSex,              // no args
    BirthDateUnlikely,   // args: age in years; over 105
    NameSingleLetter,    // no args
    NameLooksLikeTitle,  // args: the word: a form of address or title stands in the name
};

struct Warning {
    RuleWarning rule;
    QStringList args;

    bool operator==(const Warning& other) const = default;
};

/// Completed years, and what is left in months and days.
struct Age {
    int years = 0;
    int months = 0;
    int days = 0;

    bool operator==(const Age& other) const = default;
};

// --- NIK
/// 9999999999999999, which KMK 1423 writes for "none"; stored as no NIK with a reason.
bool meansNoNik(const QString& nik);
/// Errors: NikLength (args: the number of digits), NikInvalid (other characters, or all digits the same).
Status checkNik(const QString& nik);
/// Exactly one of NIK and reason. Errors: NikOrReason and those of checkNik.
Status checkNikOrReason(const QString& nik, NoNikReason reason);
/// The doubts about a NIK that passes checkNik; a null birth date or a sex other than male and female is not
/// compared.
QList<Warning> nikWarnings(const QString& nik, QDate birthDate, Sex sex, QDate today);
/// Null where the date part is no date. The century is the latest that is not after `today`.
QDate birthDateFromNik(const QString& nik, QDate today);
/// Unknown where the date part is neither 01-31 nor 41-71.
Sex sexFromNik(const QString& nik);
/// Whether the Ministry of Home Affairs has or had a province of these two digits (54 was East Timor).
bool isProvinceCode(const QString& twoDigits);

// --- card, phone
/// Errors: CardLength (args: the number of digits). Empty passes.
Status checkCard(const QString& card);
/// The one form in which numbers are stored and compared: digits from 0 on ("+62 812-3456" → "08123456");
/// foreign numbers keep their "+". Empty where it holds no digit.
QString canonicalPhone(const QString& phone);
/// Errors: PhoneInvalid. 9 to 14 digits from 0, or + and 8 to 15 digits. Empty passes.
Status checkPhone(const QString& phone);

// --- birth
/// Errors: BirthDateOrAge (null), BirthDateFuture, BirthDateTooOld.
Status checkBirthDate(QDate birthDate, QDate today);
QList<Warning> birthDateWarnings(QDate birthDate, QDate today);
/// The age at `today`; zero before birth or with a null date. Born on 29 February, one year older on 28
/// February.
Age ageOn(QDate birthDate, QDate today);
/// The birth date of somebody who says to be so old today: ageOn() of it gives the same years and months.
QDate estimatedBirthDate(const Age& age, QDate today);

// --- name
/// A name as on the KTP: 1 to 100 characters, at least one letter; Latin letters, spaces, digits and . , ' -
/// / ( ). `field` goes into the arguments. Errors: FieldRequired, FieldTooLong (args: field, limit),
/// FieldInvalid.
Status checkName(const QString& name, const QString& field);
QList<Warning> nameWarnings(const QString& name);
/// Any free text of one line. Errors: FieldTooLong (args: field, limit), FieldInvalid (control characters).
Status checkText(const QString& text, const QString& field, int limit);
/// Why somebody does what others will ask about. Errors: ReasonRequired, those of checkText().
Status checkReason(const QString& reason, const QString& field = QStringLiteral("reason"));
/// What hospitals write by habit: By. before the first birthday, An. below 15, Sdr. for men below 18,
/// Nn. for women below 23, else Tn. and Ny. A proposal; the clerk may choose another.
Sapaan proposedSapaan(Sex sex, QDate birthDate, QDate today);

// --- numbers
/// "12-34-56" and "12-34-56-78" of 6 and 8 digits; anything else as it is.
QString mrnDisplay(const QString& mrn);
/// A running number as an MRN of so many digits: 1234 → "001234". Longer numbers keep all their digits.
QString mrnFromNumber(qint64 number, int digits);
/// An MRN that is kept as a number, as people read it: (123456, 8) → "00-12-34-56".
QString mrnDisplay(qint64 number, int digits);
/// The readable registration number: day of the visit and the hospital's running number, "261122-004512". The
/// running number alone is unique; the day helps the person who looks for the paper.
QString registrationNumber(QDate serviceDate, qint64 number);

}  // namespace simrs
