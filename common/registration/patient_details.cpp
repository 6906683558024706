// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of the details.
#include "common/registration/patient_details.h"

#include <algorithm>

#include "common/base/text.h"

namespace simrs {
namespace {

const QString kIndonesia = QStringLiteral("ID");

QString named(const Field& field) { return QString::fromLatin1(field.name); }

bool isDigits(const QString& text) {
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// Empty, or exactly so many digits.
template <auto Member>
Status checkDigits(const PatientDetails& details, int digits) {
    const QString& text = details.*Member;
    if (text.isEmpty() || (text.size() == digits && isDigits(text))) return {};
    return fail(ErrorCode::FieldDigits,
                {named(fieldOf<Member>()), QString::number(digits), QString::number(digitsOf(text).size())});
}

template <auto Member>
Status checkLine(const PatientDetails& details) {
    const Field& field = fieldOf<Member>();
    return checkText(details.*Member, named(field), field.rules.max);
}

template <auto Member>
Status checkNumber(const PatientDetails& details) {
    const Status checked = checkPhone(details.*Member);
    return checked ? checked : fail(ErrorCode::FieldInvalid, {named(fieldOf<Member>())});
}

Status checkAddresses(const PatientDetails& details) {
    SIMRS_TRY((checkDigits<&PatientDetails::rt>(details, limits::kRtDigits)));
    SIMRS_TRY((checkDigits<&PatientDetails::rw>(details, limits::kRtDigits)));
    SIMRS_TRY(checkLine<&PatientDetails::area>(details));
    SIMRS_TRY((checkDigits<&PatientDetails::areaCode>(details, limits::kAreaDigits)));
    SIMRS_TRY((checkDigits<&PatientDetails::postcode>(details, limits::kPostcodeDigits)));
    SIMRS_TRY(checkLine<&PatientDetails::homeAddress>(details));
    SIMRS_TRY((checkDigits<&PatientDetails::homeRt>(details, limits::kRtDigits)));
    SIMRS_TRY((checkDigits<&PatientDetails::homeRw>(details, limits::kRtDigits)));
    SIMRS_TRY(checkLine<&PatientDetails::homeArea>(details));
    SIMRS_TRY((checkDigits<&PatientDetails::homeAreaCode>(details, limits::kAreaDigits)));
    return checkDigits<&PatientDetails::homePostcode>(details, limits::kPostcodeDigits);
}

Status checkCountry(const PatientDetails& details) {
    const bool letters = std::all_of(details.country.begin(), details.country.end(),
                                     [](QChar c) { return c >= u'A' && c <= u'Z'; });
    if (letters && details.country.size() == limits::kCountryLetters) return {};
    return fail(ErrorCode::FieldInvalid, {named(fieldOf<&PatientDetails::country>())});
}

/// A passport's number: letters and digits of the machine-readable line.
Status checkOtherId(const PatientDetails& details) {
    const bool fits = std::all_of(details.otherId.begin(), details.otherId.end(), [](QChar c) {
        return (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
    });
    if (fits && details.otherId.size() <= limits::kOtherIdChars) return {};
    return fail(ErrorCode::FieldInvalid, {named(fieldOf<&PatientDetails::otherId>())});
}

Status checkContact(const PatientDetails& details) {
    const QString name = named(fieldOf<&PatientDetails::contactName>());
    if (!details.contactName.isEmpty()) return checkName(details.contactName, name);
    const bool rest = !details.contactPhone.isEmpty() || details.contactRelation != Relation::NotAsked;
    return rest ? Status(fail(ErrorCode::FieldRequired, {name})) : Status();
}

Status checkDeath(const PatientDetails& details, const Patient& patient, QDate today) {
    if (details.diedOn.isNull()) return {};
    const bool possible = details.diedOn.isValid() && details.diedOn <= today &&
                          (!patient.birthDate.isValid() || details.diedOn >= patient.birthDate);
    return possible ? Status()
                    : fail(ErrorCode::FieldOutOfRange, {named(fieldOf<&PatientDetails::diedOn>())});
}

/// "4" and "04" are RT 004; more digits stay, for the rule to name them.
void fillZeros(QString& number) {
    number = cleanLine(number);
    if (!number.isEmpty() && isDigits(number)) number = number.rightJustified(limits::kRtDigits, u'0');
}

void tidyNumber(QString& number) { number = cleanLine(number).remove(u' ').remove(u'-').remove(u'.'); }

void tidyPhone(QString& phone) {
    const QString canonical = canonicalPhone(phone);
    phone = canonical.isEmpty() ? cleanLine(phone) : canonical;
}

}  // namespace

bool isForeigner(const PatientDetails& details) { return details.country != kIndonesia; }

void tidyDetails(PatientDetails& details) {
    for (QString* line : {&details.area, &details.homeAddress, &details.homeArea, &details.birthPlace,
                          &details.ethnicity, &details.language, &details.contactName, &details.note})
        *line = cleanLine(*line);
    for (QString* number : {&details.postcode, &details.homePostcode, &details.areaCode,
                            &details.homeAreaCode, &details.familyCard, &details.motherNik, &details.otherId})
        tidyNumber(*number);
    for (QString* number : {&details.rt, &details.rw, &details.homeRt, &details.homeRw}) fillZeros(*number);
    for (QString* phone : {&details.homePhone, &details.contactPhone}) tidyPhone(*phone);
    details.otherId = details.otherId.toUpper();
    details.country = cleanLine(details.country).toUpper();
    if (details.country.isEmpty()) details.country = kIndonesia;
    if (meansNoNik(details.motherNik)) details.motherNik.clear();
    if (details.area.isEmpty()) details.areaCode.clear();
    if (!details.livesElsewhere) {
        for (QString* home : {&details.homeAddress, &details.homeRt, &details.homeRw, &details.homeArea,
                              &details.homeAreaCode, &details.homePostcode})
            home->clear();
    }
    if (details.homeArea.isEmpty()) details.homeAreaCode.clear();
}

Status checkDetails(const PatientDetails& details, const Patient& patient, QDate today) {
    SIMRS_TRY(checkAddresses(details));
    SIMRS_TRY(checkCountry(details));
    SIMRS_TRY(checkLine<&PatientDetails::birthPlace>(details));
    SIMRS_TRY((checkDigits<&PatientDetails::familyCard>(details, limits::kFamilyCardDigits)));
    SIMRS_TRY(checkOtherId(details));
    SIMRS_TRY(checkLine<&PatientDetails::ethnicity>(details));
    SIMRS_TRY(checkLine<&PatientDetails::language>(details));
    SIMRS_TRY(checkNumber<&PatientDetails::homePhone>(details));
    SIMRS_TRY(checkContact(details));
    SIMRS_TRY(checkNumber<&PatientDetails::contactPhone>(details));
    SIMRS_TRY((checkDigits<&PatientDetails::motherNik>(details, limits::kNikDigits)));
    SIMRS_TRY(checkLine<&PatientDetails::note>(details));
    return checkDeath(details, patient, today);
}

QStringList notAskedYet(const Patient& patient, const PatientDetails& details) {
    QStringList missing;
    const auto want = [&](const Field& field, bool known) {
        if (!known) missing.append(named(field));
    };
    want(fieldOf<&Patient::nik>(), !patient.nik.isEmpty() || !details.otherId.isEmpty() ||
                                       patient.noNikReason == NoNikReason::NotYetIssued ||
                                       patient.noNikReason == NoNikReason::Newborn);
    want(fieldOf<&Patient::motherName>(), !patient.motherName.isEmpty());
    want(fieldOf<&Patient::address>(), !patient.address.isEmpty());
    want(fieldOf<&PatientDetails::area>(), !details.area.isEmpty() || isForeigner(details));
    want(fieldOf<&Patient::phone>(), !patient.phone.isEmpty() || !details.contactPhone.isEmpty());
    want(fieldOf<&PatientDetails::birthPlace>(), !details.birthPlace.isEmpty());
    want(fieldOf<&PatientDetails::religion>(), details.religion != Religion::NotAsked);
    want(fieldOf<&PatientDetails::maritalStatus>(), details.maritalStatus != MaritalStatus::NotAsked);
    want(fieldOf<&PatientDetails::education>(), details.education != Education::NotAsked);
    want(fieldOf<&PatientDetails::occupation>(), details.occupation != Occupation::NotAsked);
    return missing;
}

}  // namespace simrs
