// SPDX-License-Identifier: GPL-3.0-or-later
// The one search box: what a clerk typed or scanned, sorted into numbers, a birth date or year, and words of
// a name.
#pragma once

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

namespace simrs {

/// More than one part may be set: "17081945" is an MRN of eight digits and a birth date. mrnDigits, nik, card
/// and phone each find a patient on their own, whichever is set; name words and the birth date or year narrow
/// each other.
struct PatientQuery {
    QString mrnDigits;              ///< 6 to 8 digits, dashes taken out; 1 to 5 behind a label ("rm 1234")
    QString nik;                    ///< 16 digits
    QString card;                   ///< 13 digits
    QString phone;                  ///< as canonicalPhone()
    QList<QStringList> nameTokens;  ///< queryTokens() of the words
    QStringList nameWords;          ///< queryWords() of the words, one for each entry of nameTokens
    int birthYear = 0;
    QDate birthDate;
    /// Nothing that would narrow a search enough: go on typing.
    bool tooShort = true;

    bool hasNumber() const;
    bool operator==(const PatientQuery& other) const = default;
};

/// Never fails; whatever was pasted, only the first 200 characters count. `today` bounds birth years and
/// dates.
PatientQuery readSearchText(const QString& typed, QDate today);

}  // namespace simrs
