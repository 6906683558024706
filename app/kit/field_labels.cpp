// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kit/field_labels.h"

#include <QCoreApplication>
#include <QHash>

namespace simrs {
namespace {

/// The translation context of these words.
struct FieldLabels {
    Q_DECLARE_TR_FUNCTIONS(FieldLabels)
};

using Words = QHash<QString, const char*>;

const Words& labels() {
    static const Words words{
        {QStringLiteral("code"), QT_TRANSLATE_NOOP("FieldLabels", "Code")},
        {QStringLiteral("name"), QT_TRANSLATE_NOOP("FieldLabels", "Name")},
        {QStringLiteral("letter"), QT_TRANSLATE_NOOP("FieldLabels", "Queue letter")},
        {QStringLiteral("active"), QT_TRANSLATE_NOOP("FieldLabels", "In use")},
        {QStringLiteral("clinic.kind"), QT_TRANSLATE_NOOP("FieldLabels", "Type of clinic")},
        {QStringLiteral("ticket_series"), QT_TRANSLATE_NOOP("FieldLabels", "Queue numbers")},
        {QStringLiteral("opens_minute"), QT_TRANSLATE_NOOP("FieldLabels", "Opens at")},
        {QStringLiteral("closes_minute"), QT_TRANSLATE_NOOP("FieldLabels", "Closes at")},
        {QStringLiteral("clinic_id"), QT_TRANSLATE_NOOP("FieldLabels", "Clinic")},
        {QStringLiteral("doctor_id"), QT_TRANSLATE_NOOP("FieldLabels", "Doctor")},
        {QStringLiteral("payer_id"), QT_TRANSLATE_NOOP("FieldLabels", "Payer")},
        {QStringLiteral("payer.kind"), QT_TRANSLATE_NOOP("FieldLabels", "Type of payer")},
        {QStringLiteral("needs_card"), QT_TRANSLATE_NOOP("FieldLabels", "Card number needed")},
        {QStringLiteral("sapaan"), QT_TRANSLATE_NOOP("FieldLabels", "Form of address")},
        {QStringLiteral("sex"), QT_TRANSLATE_NOOP("FieldLabels", "Sex")},
        {QStringLiteral("birth_date"), QT_TRANSLATE_NOOP("FieldLabels", "Birth date")},
        {QStringLiteral("birth_estimated"), QT_TRANSLATE_NOOP("FieldLabels", "Birth date estimated")},
        {QStringLiteral("nik"), QT_TRANSLATE_NOOP("FieldLabels", "NIK")},
        {QStringLiteral("no_nik_reason"), QT_TRANSLATE_NOOP("FieldLabels", "Reason for no NIK")},
        {QStringLiteral("phone"), QT_TRANSLATE_NOOP("FieldLabels", "Phone")},
        {QStringLiteral("address"), QT_TRANSLATE_NOOP("FieldLabels", "Address")},
        {QStringLiteral("mother_name"), QT_TRANSLATE_NOOP("FieldLabels", "Mother's name")},
        {QStringLiteral("card"), QT_TRANSLATE_NOOP("FieldLabels", "BPJS card number")},
        {QStringLiteral("allergy_state"), QT_TRANSLATE_NOOP("FieldLabels", "Allergies")},
        {QStringLiteral("reason"), QT_TRANSLATE_NOOP("FieldLabels", "Reason")},
        {QStringLiteral("cancel_reason"), QT_TRANSLATE_NOOP("FieldLabels", "Reason")},
        {QStringLiteral("service_date"), QT_TRANSLATE_NOOP("FieldLabels", "Date of visit")},
        {QStringLiteral("substance"), QT_TRANSLATE_NOOP("FieldLabels", "Substance")},
        {QStringLiteral("reaction"), QT_TRANSLATE_NOOP("FieldLabels", "Reaction")},
        {QStringLiteral("severity"), QT_TRANSLATE_NOOP("FieldLabels", "Severity")},
        {QStringLiteral("state"), QT_TRANSLATE_NOOP("FieldLabels", "State")},
        {QStringLiteral("text"), QT_TRANSLATE_NOOP("FieldLabels", "Text")},
        {QStringLiteral("visit_id"), QT_TRANSLATE_NOOP("FieldLabels", "Visit")},
        {QStringLiteral("quantity"), QT_TRANSLATE_NOOP("FieldLabels", "Quantity")},
        {QStringLiteral("counted"), QT_TRANSLATE_NOOP("FieldLabels", "Counted")},
        {QStringLiteral("batch"), QT_TRANSLATE_NOOP("FieldLabels", "Lot number")},
        {QStringLiteral("witness"), QT_TRANSLATE_NOOP("FieldLabels", "Second person")},
        {QStringLiteral("counter"), QT_TRANSLATE_NOOP("FieldLabels", "Counter")},
        {QStringLiteral("login"), QT_TRANSLATE_NOOP("FieldLabels", "User name")},
        {QStringLiteral("password"), QT_TRANSLATE_NOOP("FieldLabels", "Password")},
    };
    return words;
}

/// Of what is asked of a patient beside the identity, and of lists from other systems.
const Words& patientLabels() {
    static const Words words{
        {QStringLiteral("rt"), QT_TRANSLATE_NOOP("FieldLabels", "RT")},
        {QStringLiteral("rw"), QT_TRANSLATE_NOOP("FieldLabels", "RW")},
        {QStringLiteral("area"), QT_TRANSLATE_NOOP("FieldLabels", "Village, district, city")},
        {QStringLiteral("area_code"), QT_TRANSLATE_NOOP("FieldLabels", "Area code")},
        {QStringLiteral("postcode"), QT_TRANSLATE_NOOP("FieldLabels", "Postcode")},
        {QStringLiteral("country"), QT_TRANSLATE_NOOP("FieldLabels", "Nationality")},
        {QStringLiteral("lives_elsewhere"), QT_TRANSLATE_NOOP("FieldLabels", "Lives elsewhere")},
        {QStringLiteral("home_address"), QT_TRANSLATE_NOOP("FieldLabels", "Domicile address")},
        {QStringLiteral("home_rt"), QT_TRANSLATE_NOOP("FieldLabels", "RT")},
        {QStringLiteral("home_rw"), QT_TRANSLATE_NOOP("FieldLabels", "RW")},
        {QStringLiteral("home_area"), QT_TRANSLATE_NOOP("FieldLabels", "Village, district, city")},
        {QStringLiteral("home_area_code"), QT_TRANSLATE_NOOP("FieldLabels", "Area code")},
        {QStringLiteral("home_postcode"), QT_TRANSLATE_NOOP("FieldLabels", "Postcode")},
        {QStringLiteral("birth_place"), QT_TRANSLATE_NOOP("FieldLabels", "Place of birth")},
        {QStringLiteral("family_card"), QT_TRANSLATE_NOOP("FieldLabels", "Family card number")},
        {QStringLiteral("other_id"), QT_TRANSLATE_NOOP("FieldLabels", "Passport or KITAS")},
        {QStringLiteral("religion"), QT_TRANSLATE_NOOP("FieldLabels", "Religion")},
        {QStringLiteral("marital_status"), QT_TRANSLATE_NOOP("FieldLabels", "Marital status")},
        {QStringLiteral("education"), QT_TRANSLATE_NOOP("FieldLabels", "Education")},
        {QStringLiteral("occupation"), QT_TRANSLATE_NOOP("FieldLabels", "Occupation")},
        {QStringLiteral("ethnicity"), QT_TRANSLATE_NOOP("FieldLabels", "Ethnicity")},
        {QStringLiteral("language"), QT_TRANSLATE_NOOP("FieldLabels", "Language")},
        {QStringLiteral("disability"), QT_TRANSLATE_NOOP("FieldLabels", "Disability")},
        {QStringLiteral("home_phone"), QT_TRANSLATE_NOOP("FieldLabels", "Home phone")},
        {QStringLiteral("contact_name"), QT_TRANSLATE_NOOP("FieldLabels", "Person responsible")},
        {QStringLiteral("contact_relation"), QT_TRANSLATE_NOOP("FieldLabels", "Relation to the patient")},
        {QStringLiteral("contact_phone"), QT_TRANSLATE_NOOP("FieldLabels", "Their phone")},
        {QStringLiteral("mother_nik"), QT_TRANSLATE_NOOP("FieldLabels", "Mother's NIK")},
        {QStringLiteral("prisoner"), QT_TRANSLATE_NOOP("FieldLabels", "Prisoner")},
        {QStringLiteral("died_on"), QT_TRANSLATE_NOOP("FieldLabels", "Died on")},
        {QStringLiteral("note"), QT_TRANSLATE_NOOP("FieldLabels", "Note for the counter")},
        {QStringLiteral("number"), QT_TRANSLATE_NOOP("FieldLabels", "Old MRN")},
        {QStringLiteral("age"), QT_TRANSLATE_NOOP("FieldLabels", "Age")},
    };
    return words;
}

/// Of the lists of the hospital.
const Words& hospitalLabels() {
    static const Words words{
        {QStringLiteral("care_class"), QT_TRANSLATE_NOOP("FieldLabels", "Class")},
        {QStringLiteral("kris"), QT_TRANSLATE_NOOP("FieldLabels", "KRIS standard")},
        {QStringLiteral("clinic.report_row"), QT_TRANSLATE_NOOP("FieldLabels", "Row of RL 3.5")},
        {QStringLiteral("ward.report_row"), QT_TRANSLATE_NOOP("FieldLabels", "Bed type of RL 1.3")},
        {QStringLiteral("satusehat_location"), QT_TRANSLATE_NOOP("FieldLabels", "SATUSEHAT location")},
        {QStringLiteral("bed.clinic_id"), QT_TRANSLATE_NOOP("FieldLabels", "Ward")},
        {QStringLiteral("staff.clinic_id"), QT_TRANSLATE_NOOP("FieldLabels", "Clinic or ward")},
        {QStringLiteral("ward.name"), QT_TRANSLATE_NOOP("FieldLabels", "Name of the ward")},
        {QStringLiteral("licence"), QT_TRANSLATE_NOOP("FieldLabels", "SIP number")},
        {QStringLiteral("licence_until"), QT_TRANSLATE_NOOP("FieldLabels", "SIP valid until")},
        {QStringLiteral("register_until"), QT_TRANSLATE_NOOP("FieldLabels", "STR valid until")},
        {QStringLiteral("hfis_code"), QT_TRANSLATE_NOOP("FieldLabels", "HFIS code")},
        {QStringLiteral("leads_stays"), QT_TRANSLATE_NOOP("FieldLabels", "May be DPJP")},
        {QStringLiteral("day"), QT_TRANSLATE_NOOP("FieldLabels", "Date")},
        {QStringLiteral("joint_leave"), QT_TRANSLATE_NOOP("FieldLabels", "Joint leave")},
        {QStringLiteral("facility.kind"), QT_TRANSLATE_NOOP("FieldLabels", "Type of facility")},
        {QStringLiteral("facility.code"), QT_TRANSLATE_NOOP("FieldLabels", "BPJS code")},
        {QStringLiteral("profession"), QT_TRANSLATE_NOOP("FieldLabels", "Profession")},
        {QStringLiteral("staff.code"), QT_TRANSLATE_NOOP("FieldLabels", "Staff number")},
        {QStringLiteral("counter_service.letter"), QT_TRANSLATE_NOOP("FieldLabels", "Letter of the counter")},
        {QStringLiteral("goes_first"), QT_TRANSLATE_NOOP("FieldLabels", "Called first")},
        {QStringLiteral("sep_hours"), QT_TRANSLATE_NOOP("FieldLabels", "Hours until the SEP")},
    };
    return words;
}

/// Of newborns, people without identity and soldiers.
const Words& newbornLabels() {
    static const Words words{
        {QStringLiteral("military"), QT_TRANSLATE_NOOP("FieldLabels", "Military, or family of")},
        {QStringLiteral("unidentified"), QT_TRANSLATE_NOOP("FieldLabels", "Without identity")},
        {QStringLiteral("age_band"), QT_TRANSLATE_NOOP("FieldLabels", "Age, estimated")},
        {QStringLiteral("found_place"), QT_TRANSLATE_NOOP("FieldLabels", "Found at")},
        {QStringLiteral("found_at"), QT_TRANSLATE_NOOP("FieldLabels", "Found on")},
        {QStringLiteral("mother_id"), QT_TRANSLATE_NOOP("FieldLabels", "Mother")},
        {QStringLiteral("birth_minute"), QT_TRANSLATE_NOOP("FieldLabels", "Time of birth")},
        {QStringLiteral("born_here"), QT_TRANSLATE_NOOP("FieldLabels", "Born here")},
        {QStringLiteral("birth_order"), QT_TRANSLATE_NOOP("FieldLabels", "Which of twins")},
    };
    return words;
}

/// Of what is asked about a visit.
const Words& visitLabels() {
    static const Words words{
        {QStringLiteral("second_payer_id"), QT_TRANSLATE_NOOP("FieldLabels", "Second payer")},
        {QStringLiteral("member_kind"), QT_TRANSLATE_NOOP("FieldLabels", "Kind of member")},
        {QStringLiteral("class_entitled"), QT_TRANSLATE_NOOP("FieldLabels", "Class entitled to")},
        {QStringLiteral("first_facility"), QT_TRANSLATE_NOOP("FieldLabels", "First facility (FKTP)")},
        {QStringLiteral("membership"), QT_TRANSLATE_NOOP("FieldLabels", "Membership")},
        {QStringLiteral("membership_checked_at"), QT_TRANSLATE_NOOP("FieldLabels", "Membership checked")},
        {QStringLiteral("sep"), QT_TRANSLATE_NOOP("FieldLabels", "SEP number")},
        {QStringLiteral("control_letter"), QT_TRANSLATE_NOOP("FieldLabels", "Control letter, SPRI")},
        {QStringLiteral("purpose"), QT_TRANSLATE_NOOP("FieldLabels", "Purpose of the visit")},
        {QStringLiteral("procedure_code"), QT_TRANSLATE_NOOP("FieldLabels", "Procedure")},
        {QStringLiteral("support_code"), QT_TRANSLATE_NOOP("FieldLabels", "Support service")},
        {QStringLiteral("assessment_code"), QT_TRANSLATE_NOOP("FieldLabels", "Assessment")},
        {QStringLiteral("cataract"), QT_TRANSLATE_NOOP("FieldLabels", "Cataract")},
        {QStringLiteral("referral_number"), QT_TRANSLATE_NOOP("FieldLabels", "Referral number")},
        {QStringLiteral("referral_date"), QT_TRANSLATE_NOOP("FieldLabels", "Date of referral")},
        {QStringLiteral("referral_until"), QT_TRANSLATE_NOOP("FieldLabels", "Referral valid until")},
        {QStringLiteral("referral_facility"), QT_TRANSLATE_NOOP("FieldLabels", "Referring facility")},
        {QStringLiteral("referral_diagnosis"), QT_TRANSLATE_NOOP("FieldLabels", "Diagnosis of the referral")},
        {QStringLiteral("accident"), QT_TRANSLATE_NOOP("FieldLabels", "Accident")},
        {QStringLiteral("accident_date"), QT_TRANSLATE_NOOP("FieldLabels", "Date of the accident")},
        {QStringLiteral("accident_place"), QT_TRANSLATE_NOOP("FieldLabels", "Place of the accident")},
        {QStringLiteral("police_report"), QT_TRANSLATE_NOOP("FieldLabels", "Police report")},
        {QStringLiteral("responsible_name"), QT_TRANSLATE_NOOP("FieldLabels", "Person responsible")},
        {QStringLiteral("responsible_relation"), QT_TRANSLATE_NOOP("FieldLabels", "Relation to the patient")},
        {QStringLiteral("responsible_phone"),
         QT_TRANSLATE_NOOP("FieldLabels", "Phone of the person responsible")},
        {QStringLiteral("responsible_address"),
         QT_TRANSLATE_NOOP("FieldLabels", "Address of the person responsible")},
        {QStringLiteral("escort_name"), QT_TRANSLATE_NOOP("FieldLabels", "Escort")},
        {QStringLiteral("escort_phone"), QT_TRANSLATE_NOOP("FieldLabels", "Phone of the escort")},
        {QStringLiteral("consent"), QT_TRANSLATE_NOOP("FieldLabels", "General consent")},
        {QStringLiteral("emergency_case"), QT_TRANSLATE_NOOP("FieldLabels", "Kind of case")},
        {QStringLiteral("injury"), QT_TRANSLATE_NOOP("FieldLabels", "Injury")},
        {QStringLiteral("dead_on_arrival"), QT_TRANSLATE_NOOP("FieldLabels", "Dead on arrival")},
        {QStringLiteral("ticket"), QT_TRANSLATE_NOOP("FieldLabels", "Queue number")},
        {QStringLiteral("session"), QT_TRANSLATE_NOOP("FieldLabels", "Session")},
        {QStringLiteral("changed_at"), QT_TRANSLATE_NOOP("FieldLabels", "Changed on")},
        {QStringLiteral("changed_by"), QT_TRANSLATE_NOOP("FieldLabels", "Changed by")},
        {QStringLiteral("arrived_at"), QT_TRANSLATE_NOOP("FieldLabels", "Arrived")},
        {QStringLiteral("triaged_at"), QT_TRANSLATE_NOOP("FieldLabels", "Triage")},
        {QStringLiteral("opened_at"), QT_TRANSLATE_NOOP("FieldLabels", "Opened")},
    };
    return words;
}

/// Of a stay in a ward and its moves.
const Words& stayLabels() {
    static const Words words{
        {QStringLiteral("ward_id"), QT_TRANSLATE_NOOP("FieldLabels", "Ward")},
        {QStringLiteral("bed_id"), QT_TRANSLATE_NOOP("FieldLabels", "Bed")},
        {QStringLiteral("leader_id"), QT_TRANSLATE_NOOP("FieldLabels", "DPJP")},
        {QStringLiteral("entitled"), QT_TRANSLATE_NOOP("FieldLabels", "Class entitled to")},
        {QStringLiteral("given"), QT_TRANSLATE_NOOP("FieldLabels", "Class given")},
        {QStringLiteral("from_visit"), QT_TRANSLATE_NOOP("FieldLabels", "Comes from")},
        {QStringLiteral("admitted_at"), QT_TRANSLATE_NOOP("FieldLabels", "Admitted on")},
        {QStringLiteral("discharge"), QT_TRANSLATE_NOOP("FieldLabels", "Way of leaving")},
        {QStringLiteral("left_at"), QT_TRANSLATE_NOOP("FieldLabels", "Left on")},
        {QStringLiteral("left_by"), QT_TRANSLATE_NOOP("FieldLabels", "Discharged by")},
        {QStringLiteral("left_note"), QT_TRANSLATE_NOOP("FieldLabels", "Note on leaving")},
        {QStringLiteral("moved_at"), QT_TRANSLATE_NOOP("FieldLabels", "Moved on")},
        {QStringLiteral("moved_by"), QT_TRANSLATE_NOOP("FieldLabels", "Moved by")},
    };
    return words;
}

QString wordOf(const Words& words, const QString& key) {
    const char* found = words.value(key, nullptr);
    return found == nullptr ? QString() : FieldLabels::tr(found);
}

/// What is said of this table's field, else of every field of the name.
QString wordOf(const Words& words, const QString& table, const QString& field) {
    const QString own = wordOf(words, table + QLatin1Char('.') + field);
    return own.isEmpty() ? wordOf(words, field) : own;
}

/// "ticket_series" → "Ticket series".
QString readable(const QString& field) {
    QString words = field;
    words.replace(QLatin1Char('_'), QLatin1Char(' '));
    if (!words.isEmpty()) words[0] = words[0].toUpper();
    return words;
}

/// Of what the law wants to be asked of a patient; the first is always "nobody asked".
QStringList patientChoices(const QString& field) {
    const QString notAsked = FieldLabels::tr("Not asked yet");
    if (field == QLatin1String("religion"))
        return {notAsked,
                FieldLabels::tr("Islam"),
                FieldLabels::tr("Protestant"),
                FieldLabels::tr("Catholic"),
                FieldLabels::tr("Hindu"),
                FieldLabels::tr("Buddhist"),
                FieldLabels::tr("Confucian"),
                FieldLabels::tr("Traditional belief"),
                FieldLabels::tr("Other", "religion")};
    if (field == QLatin1String("marital_status"))
        return {notAsked, FieldLabels::tr("Single"), FieldLabels::tr("Married"), FieldLabels::tr("Divorced"),
                FieldLabels::tr("Widowed")};
    if (field == QLatin1String("education"))
        return {notAsked,
                FieldLabels::tr("No school"),
                FieldLabels::tr("Primary (SD)"),
                FieldLabels::tr("Junior secondary (SMP)"),
                FieldLabels::tr("Senior secondary (SMA)"),
                FieldLabels::tr("Diploma 1 to 3"),
                FieldLabels::tr("Diploma 4"),
                FieldLabels::tr("Bachelor (S1)"),
                FieldLabels::tr("Master (S2)"),
                FieldLabels::tr("Doctor (S3)")};
    if (field == QLatin1String("occupation"))
        return {notAsked,
                FieldLabels::tr("None", "occupation"),
                FieldLabels::tr("Civil servant"),
                FieldLabels::tr("Armed forces, police"),
                FieldLabels::tr("State enterprise"),
                FieldLabels::tr("Private, self-employed"),
                FieldLabels::tr("Other", "occupation")};
    if (field == QLatin1String("disability"))
        return {notAsked,
                FieldLabels::tr("None", "disability"),
                FieldLabels::tr("Physical"),
                FieldLabels::tr("Intellectual"),
                FieldLabels::tr("Mental"),
                FieldLabels::tr("Sight"),
                FieldLabels::tr("Hearing"),
                FieldLabels::tr("Speech"),
                FieldLabels::tr("Several")};
    if (field == QLatin1String("contact_relation"))
        return {notAsked,
                FieldLabels::tr("The patient"),
                FieldLabels::tr("Parent"),
                FieldLabels::tr("Child"),
                FieldLabels::tr("Husband or wife"),
                FieldLabels::tr("Relative"),
                FieldLabels::tr("Other", "relation")};
    return {};
}

/// Of somebody whose age nobody knows.
QStringList ageChoices() {
    return {FieldLabels::tr("Not asked yet"),  FieldLabels::tr("Up to 5 years"),
            FieldLabels::tr("6 to 11 years"),  FieldLabels::tr("12 to 17 years"),
            FieldLabels::tr("18 to 40 years"), FieldLabels::tr("41 to 65 years"),
            FieldLabels::tr("Over 65 years")};
}

/// Of the lists of the hospital.
QStringList hospitalChoices(const QString& key) {
    if (key == QLatin1String("facility.kind"))
        return {FieldLabels::tr("Health centre (puskesmas)"), FieldLabels::tr("Primary clinic"),
                FieldLabels::tr("Doctor's practice"), FieldLabels::tr("Hospital"),
                FieldLabels::tr("Midwife's practice")};
    if (key == QLatin1String("staff.profession"))
        return {FieldLabels::tr("Clerk"),
                FieldLabels::tr("Records officer (PMIK)"),
                FieldLabels::tr("Nurse"),
                FieldLabels::tr("Midwife"),
                FieldLabels::tr("Doctor", "profession"),
                FieldLabels::tr("Pharmacist"),
                FieldLabels::tr("Pharmacy assistant (TTK)"),
                FieldLabels::tr("Laboratory analyst"),
                FieldLabels::tr("Radiographer"),
                FieldLabels::tr("Stock keeper"),
                FieldLabels::tr("Other", "profession")};
    return {};
}

/// What a patient is entitled to or lies in.
QStringList classChoices() {
    return {FieldLabels::tr("No class"), FieldLabels::tr("Class 1"), FieldLabels::tr("Class 2"),
            FieldLabels::tr("Class 3"),  FieldLabels::tr("VIP"),     FieldLabels::tr("KRIS"),
            FieldLabels::tr("Intensive")};
}

/// Of what is asked about a visit.
QStringList visitChoices(const QString& field) {
    const QString notAsked = FieldLabels::tr("Not asked yet");
    if (field == QLatin1String("member_kind"))
        return {notAsked,
                FieldLabels::tr("PBI (APBN)"),
                FieldLabels::tr("PBI (APBD)"),
                FieldLabels::tr("PPU"),
                FieldLabels::tr("PBPU"),
                FieldLabels::tr("BP")};
    if (field == QLatin1String("membership"))
        return {FieldLabels::tr("Not checked yet"), FieldLabels::tr("Active", "membership"),
                FieldLabels::tr("Not active", "membership")};
    if (field == QLatin1String("purpose"))
        return {FieldLabels::tr("Usual visit"), FieldLabels::tr("Procedure"),
                FieldLabels::tr("Consultation")};
    if (field == QLatin1String("accident"))
        return {FieldLabels::tr("No accident"), FieldLabels::tr("Traffic accident"),
                FieldLabels::tr("Traffic accident at work"), FieldLabels::tr("Work accident")};
    if (field == QLatin1String("consent"))
        return {notAsked, FieldLabels::tr("Given", "consent"), FieldLabels::tr("Refused", "consent")};
    if (field == QLatin1String("emergency_case"))
        return {notAsked,
                FieldLabels::tr("Surgical"),
                FieldLabels::tr("Not surgical"),
                FieldLabels::tr("Obstetric"),
                FieldLabels::tr("Child", "case"),
                FieldLabels::tr("Psychiatric")};
    if (field == QLatin1String("injury"))
        return {FieldLabels::tr("No injury"), FieldLabels::tr("In traffic"), FieldLabels::tr("At work"),
                FieldLabels::tr("At home"), FieldLabels::tr("By violence")};
    if (field == QLatin1String("responsible_relation"))
        return patientChoices(QStringLiteral("contact_relation"));
    return {};
}

QStringList dischargeChoices() {
    return {FieldLabels::tr("Still here"),          FieldLabels::tr("Went home"),
            FieldLabels::tr("Referred on"),         FieldLabels::tr("Against advice (APS)"),
            FieldLabels::tr("Absconded"),           FieldLabels::tr("Died before 48 hours"),
            FieldLabels::tr("Died after 48 hours"), FieldLabels::tr("Admission cancelled")};
}

}  // namespace

QString fieldLabel(const QString& table, const QString& field) {
    for (const QString& key : {table + QLatin1Char('.') + field, field})
        for (const Words* words : {&labels(), &patientLabels(), &hospitalLabels(), &newbornLabels(),
                                   &visitLabels(), &stayLabels()})
            if (QString word = wordOf(*words, key); !word.isEmpty()) return word;
    return readable(field);
}

QString fieldLabel(const QString& field) { return fieldLabel(QString(), field); }

QString fieldHint(const QString& table, const QString& field) {
    static const Words hints{
        {QStringLiteral("clinic.code"), QT_TRANSLATE_NOOP("FieldLabels", "BPJS code, where there is one")},
        {QStringLiteral("clinic.letter"),
         QT_TRANSLATE_NOOP("FieldLabels", "A to Z, called before the number")},
        {QStringLiteral("doctor.letter"), QT_TRANSLATE_NOOP("FieldLabels", "Empty: the clinic's letter")},
        {QStringLiteral("doctor.name"), QT_TRANSLATE_NOOP("FieldLabels", "With titles, as on the door")},
        {QStringLiteral("doctor.clinic_id"),
         QT_TRANSLATE_NOOP("FieldLabels", "Empty: practises in no clinic")},
        {QStringLiteral("active"), QT_TRANSLATE_NOOP("FieldLabels", "Off: not offered any more")},
        {QStringLiteral("ward.code"), QT_TRANSLATE_NOOP("FieldLabels", "Short, before its bed numbers")},
        {QStringLiteral("ward.care_class"), QT_TRANSLATE_NOOP("FieldLabels", "Of most of its beds")},
        {QStringLiteral("bed.code"), QT_TRANSLATE_NOOP("FieldLabels", "Once in the whole hospital")},
        {QStringLiteral("satusehat_location"), QT_TRANSLATE_NOOP("FieldLabels", "Empty: not mapped yet")},
        {QStringLiteral("register_until"), QT_TRANSLATE_NOOP("FieldLabels", "Empty: for life")},
        {QStringLiteral("facility.code"), QT_TRANSLATE_NOOP("FieldLabels", "Eight characters")},
        {QStringLiteral("staff.code"), QT_TRANSLATE_NOOP("FieldLabels", "NIP, or the hospital's own")},
        {QStringLiteral("counter_service.letter"),
         QT_TRANSLATE_NOOP("FieldLabels", "A to Z, no clinic has it")},
        {QStringLiteral("goes_first"),
         QT_TRANSLATE_NOOP("FieldLabels", "Priority: every third call is one of the others")},
        {QStringLiteral("country"), QT_TRANSLATE_NOOP("FieldLabels", "Two letters, ID for Indonesia")},
        {QStringLiteral("language"), QT_TRANSLATE_NOOP("FieldLabels", "Empty: Indonesian serves")},
    };
    return wordOf(hints, table, field);
}

QString fieldSection(const QString& table, const QString& field) {
    static const Words sections{
        {QStringLiteral("patient_details.rt"),
         QT_TRANSLATE_NOOP("FieldLabels", "Address on the identity card")},
        {QStringLiteral("patient_details.lives_elsewhere"), QT_TRANSLATE_NOOP("FieldLabels", "Domicile")},
        {QStringLiteral("patient_details.birth_place"),
         QT_TRANSLATE_NOOP("FieldLabels", "About the patient")},
        {QStringLiteral("patient_details.contact_name"),
         QT_TRANSLATE_NOOP("FieldLabels", "Who is responsible")},
        {QStringLiteral("patient_details.mother_nik"), QT_TRANSLATE_NOOP("FieldLabels", "Other")},
        {QStringLiteral("doctor.nik"), QT_TRANSLATE_NOOP("FieldLabels", "Licence")},
        {QStringLiteral("visit_details.second_payer_id"), QT_TRANSLATE_NOOP("FieldLabels", "Who pays")},
        {QStringLiteral("visit_details.referral_number"), QT_TRANSLATE_NOOP("FieldLabels", "Referral")},
        {QStringLiteral("visit_details.accident"), QT_TRANSLATE_NOOP("FieldLabels", "Accident")},
        {QStringLiteral("visit_details.responsible_name"),
         QT_TRANSLATE_NOOP("FieldLabels", "Who is responsible, who came along")},
        {QStringLiteral("visit_details.emergency_case"), QT_TRANSLATE_NOOP("FieldLabels", "Emergency")},
    };
    const char* found = sections.value(table + QLatin1Char('.') + field, nullptr);
    return found == nullptr ? QString() : FieldLabels::tr(found);
}

QStringList fieldChoices(const QString& table, const QString& field) {
    const QString key = table + QLatin1Char('.') + field;
    if (key == QLatin1String("clinic.kind"))
        return {FieldLabels::tr("Outpatient"), FieldLabels::tr("Emergency"), FieldLabels::tr("Ward")};
    if (key == QLatin1String("clinic.ticket_series"))
        return {FieldLabels::tr("Per doctor and session"), FieldLabels::tr("Per clinic")};
    if (key == QLatin1String("payer.kind"))
        return {FieldLabels::tr("Self-pay"),       FieldLabels::tr("JKN (BPJS)"),
                FieldLabels::tr("Local program"),  FieldLabels::tr("Insurance"),
                FieldLabels::tr("Company"),        FieldLabels::tr("Traffic accident"),
                FieldLabels::tr("Work accident"),  FieldLabels::tr("Free of charge"),
                FieldLabels::tr("Not decided yet")};
    if (key == QLatin1String("stay.discharge")) return dischargeChoices();
    if (field == QLatin1String("age_band")) return ageChoices();
    for (const char* name : {"care_class", "class_entitled", "entitled", "given"})
        if (field == QLatin1String(name)) return classChoices();
    if (table == QLatin1String("visit_details")) return visitChoices(field);
    return table == QLatin1String("patient_details") ? patientChoices(field) : hospitalChoices(key);
}

}  // namespace simrs
