// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked of a patient beside the identity: where he lives, what the law wants to be asked (Permenkes
// 24/2022 art. 14, KMK HK.01.07/MENKES/1423/2022), whom to call. A row of its own under the patient's id, so
// that searches and lists do not carry it.
#pragma once

#include "common/registration/patient.h"

namespace simrs {

// The numbers are stored and travel; append only. 0 is always "nobody asked". Of Education and Occupation
// KMK's code is one less, since its 0 means "none".
enum class Religion : int {
    NotAsked = 0,
    Islam = 1,
    Protestant = 2,  ///< Kristen
    Catholic = 3,
    Hindu = 4,
    Buddhist = 5,
    Confucian = 6,
    Belief = 7,  ///< Penghayat kepercayaan
    Other = 8,
};
enum class Education : int {
    NotAsked = 0,
    None = 1,
    Primary = 2,          ///< SD
    JuniorSecondary = 3,  ///< SLTP
    SeniorSecondary = 4,  ///< SLTA
    Diploma = 5,          ///< D1 to D3
    AppliedBachelor = 6,  ///< D4
    Bachelor = 7,         ///< S1
    Master = 8,           ///< S2
    Doctor = 9,           ///< S3
};
enum class Occupation : int {
    NotAsked = 0,
    None = 1,
    CivilServant = 2,     ///< PNS, ASN
    ArmedForces = 3,      ///< TNI, Polri
    StateEnterprise = 4,  ///< BUMN, BUMD
    Private = 5,          ///< Swasta, wirausaha
    Other = 6,
};
enum class MaritalStatus : int { NotAsked = 0, Single = 1, Married = 2, Divorced = 3, Widowed = 4 };
/// Not in KMK 1423; the kinds of UU 8/2016 art. 4.
enum class Disability : int {
    NotAsked = 0,
    None = 1,
    Physical = 2,
    Intellectual = 3,
    Mental = 4,
    Sight = 5,
    Hearing = 6,
    Speech = 7,
    Several = 8,
};
/// Who somebody is to the patient; KMK 1423.
enum class Relation : int {
    NotAsked = 0,
    Self = 1,
    Parent = 2,
    Child = 3,
    Spouse = 4,
    Relative = 5,
    Other = 6,
};
/// What is said of somebody whose age nobody knows; KMK 1423.
enum class AgeBand : int {
    NotAsked = 0,
    To5 = 1,
    To11 = 2,
    To17 = 3,
    To40 = 4,
    To65 = 5,
    Over65 = 6,
};
constexpr int enumCount(AgeBand) { return 7; }
constexpr int enumCount(Religion) { return 9; }
constexpr int enumCount(Education) { return 10; }
constexpr int enumCount(Occupation) { return 7; }
constexpr int enumCount(MaritalStatus) { return 5; }
constexpr int enumCount(Disability) { return 9; }
constexpr int enumCount(Relation) { return 7; }

namespace limits {
inline constexpr int kFamilyCardDigits = 16;
inline constexpr int kAreaDigits = 10;
inline constexpr int kAreaChars = 200;
inline constexpr int kPostcodeDigits = 5;
inline constexpr int kRtDigits = 3;
inline constexpr int kCountryLetters = 2;
inline constexpr int kOtherIdChars = 20;
inline constexpr int kShortTextChars = 60;
}  // namespace limits

/// The street of the identity card's address is Patient::address.
struct PatientDetails {
    PatientId id;
    QString rt;
    QString rw;
    QString area;      ///< Village, district, city, province as they were called then.
    QString areaCode;  ///< Ten digits; empty where the area was typed by hand.
    QString postcode;
    QString country = QStringLiteral("ID");  ///< ISO 3166, two letters.
    bool livesElsewhere = false;             ///< Otherwise the domicile is as on the identity card.
    QString homeAddress;
    QString homeRt;
    QString homeRw;
    QString homeArea;
    QString homeAreaCode;
    QString homePostcode;
    QString birthPlace;
    QString familyCard;  ///< Nomor kartu keluarga.
    QString otherId;     ///< Passport or KITAS of a foreigner.
    Religion religion = Religion::NotAsked;
    MaritalStatus maritalStatus = MaritalStatus::NotAsked;
    Education education = Education::NotAsked;
    Occupation occupation = Occupation::NotAsked;
    QString ethnicity;
    QString language;  ///< Empty: Indonesian serves.
    Disability disability = Disability::NotAsked;
    QString homePhone;
    QString contactName;  ///< Whom to call.
    Relation contactRelation = Relation::NotAsked;
    QString contactPhone;
    QString motherNik;
    bool prisoner = false;
    QDate diedOn;
    QString note;               ///< For the counter, never clinical.
    bool military = false;      ///< Serving, or of the family of somebody who does.
    bool unidentified = false;  ///< Nobody knows who it is; the name is a stand-in.
    AgeBand ageBand = AgeBand::NotAsked;
    QString foundPlace;
    Instant foundAt;
    PatientId motherId;                 ///< Of a newborn whose mother has a file here.
    std::optional<qint64> birthMinute;  ///< Minutes since midnight of the birth date.
    bool bornHere = false;
    qint64 birthOrder = 0;  ///< 1, 2, … of twins; 0: a single child, or not asked.
    QString placeWords;     ///< Of the domicile, for searches; see place_words.h.

    bool operator==(const PatientDetails&) const = default;
};
template <>
inline constexpr std::array fieldsOf<PatientDetails> = {
    field<&PatientDetails::id>(1, "id", {.derived = true}),
    field<&PatientDetails::rt>(2, "rt", {.max = limits::kRtDigits, .personal = true}),
    field<&PatientDetails::rw>(3, "rw", {.max = limits::kRtDigits, .personal = true}),
    field<&PatientDetails::area>(4, "area", {.max = limits::kAreaChars, .personal = true}),
    field<&PatientDetails::areaCode>(5, "area_code", {.max = limits::kAreaDigits, .personal = true}),
    field<&PatientDetails::postcode>(6, "postcode", {.max = limits::kPostcodeDigits, .personal = true}),
    field<&PatientDetails::country>(7, "country", {.max = limits::kCountryLetters}),
    field<&PatientDetails::livesElsewhere>(8, "lives_elsewhere"),
    field<&PatientDetails::homeAddress>(9, "home_address", {.max = limits::kAddressChars, .personal = true}),
    field<&PatientDetails::homeRt>(10, "home_rt", {.max = limits::kRtDigits, .personal = true}),
    field<&PatientDetails::homeRw>(11, "home_rw", {.max = limits::kRtDigits, .personal = true}),
    field<&PatientDetails::homeArea>(12, "home_area", {.max = limits::kAreaChars, .personal = true}),
    field<&PatientDetails::homeAreaCode>(13, "home_area_code",
                                         {.max = limits::kAreaDigits, .personal = true}),
    field<&PatientDetails::homePostcode>(14, "home_postcode",
                                         {.max = limits::kPostcodeDigits, .personal = true}),
    field<&PatientDetails::birthPlace>(15, "birth_place", {.max = limits::kShortTextChars, .personal = true}),
    field<&PatientDetails::familyCard>(
        16, "family_card", {.max = limits::kFamilyCardDigits, .identity = true, .personal = true}),
    field<&PatientDetails::otherId>(17, "other_id",
                                    {.max = limits::kOtherIdChars, .identity = true, .personal = true}),
    field<&PatientDetails::religion>(18, "religion"),
    field<&PatientDetails::maritalStatus>(19, "marital_status"),
    field<&PatientDetails::education>(20, "education"),
    field<&PatientDetails::occupation>(21, "occupation"),
    field<&PatientDetails::ethnicity>(22, "ethnicity", {.max = limits::kShortTextChars}),
    field<&PatientDetails::language>(23, "language", {.max = limits::kShortTextChars}),
    field<&PatientDetails::disability>(24, "disability"),
    field<&PatientDetails::homePhone>(25, "home_phone", {.max = limits::kPhoneChars, .personal = true}),
    field<&PatientDetails::contactName>(26, "contact_name", {.max = limits::kNameChars, .personal = true}),
    field<&PatientDetails::contactRelation>(27, "contact_relation"),
    field<&PatientDetails::contactPhone>(28, "contact_phone", {.max = limits::kPhoneChars, .personal = true}),
    field<&PatientDetails::motherNik>(29, "mother_nik",
                                      {.max = limits::kNikDigits, .identity = true, .personal = true}),
    field<&PatientDetails::prisoner>(30, "prisoner"),
    field<&PatientDetails::diedOn>(31, "died_on", {.identity = true, .personal = true}),
    field<&PatientDetails::note>(32, "note", {.max = limits::kReasonChars}),
    field<&PatientDetails::military>(33, "military"),
    field<&PatientDetails::unidentified>(34, "unidentified"),
    field<&PatientDetails::ageBand>(35, "age_band"),
    field<&PatientDetails::foundPlace>(36, "found_place", {.max = limits::kAreaChars, .personal = true}),
    field<&PatientDetails::foundAt>(37, "found_at"),
    field<&PatientDetails::motherId>(38, "mother_id", {.derived = true}),
    field<&PatientDetails::birthMinute>(39, "birth_minute"),
    field<&PatientDetails::bornHere>(40, "born_here"),
    field<&PatientDetails::birthOrder>(41, "birth_order"),
    field<&PatientDetails::placeWords>(42, "place_words", {.personal = true, .derived = true}),
};
static_assert(wellDescribed<PatientDetails>());
template <>
inline constexpr EntityInfo entityInfo<PatientDetails>{
    .kind = 45,
    .table = "patient_details",
    .conflict = ConflictClass::FieldMerge,
    .index = {"family_card WHERE family_card <> ''", "mother_id WHERE mother_id IS NOT NULL"},
    .foreign = {{{"id", "patient"}}},
    .searchColumn = "place_words",
    .scope = {ScopeRule::Form::Follows},
    .follows = {{{"id", entityType<Patient>}}},
    .personColumn = "id"};

bool isForeigner(const PatientDetails& details);

/// Cleans what was typed: as tidyPatient(); a domicile that is the identity card's is left empty, RT and RW
/// get their zeros.
void tidyDetails(PatientDetails& details);
/// What a registered patient must fulfil beside checkPatient(). Errors: those of identity_rules.h and
/// FieldDigits (args: the field, the digits it needs, the digits it has).
Status checkDetails(const PatientDetails& details, const Patient& patient, QDate today);
/// The fields that the law wants to be asked and nobody has asked yet, by their names, in reading order; of
/// both rows. They never hold up a registration.
QStringList notAskedYet(const Patient& patient, const PatientDetails& details);

}  // namespace simrs
