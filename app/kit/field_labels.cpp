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

QString wordOf(const Words& words, const QString& table, const QString& field) {
    const char* found = words.value(table + QLatin1Char('.') + field, words.value(field, nullptr));
    return found == nullptr ? QString() : FieldLabels::tr(found);
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

}  // namespace

QString fieldLabel(const QString& table, const QString& field) {
    for (const Words* words : {&labels(), &patientLabels()})
        if (const QString word = wordOf(*words, table, field); !word.isEmpty()) return word;
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
    };
    const char* found = sections.value(table + QLatin1Char('.') + field, nullptr);
    return found == nullptr ? QString() : FieldLabels::tr(found);
}

QStringList fieldChoices(const QString& table, const QString& field) {
    const QString key = table + QLatin1Char('.') + field;
    if (key == QLatin1String("clinic.kind"))
        return {FieldLabels::tr("Outpatient"), FieldLabels::tr("Emergency")};
    if (key == QLatin1String("clinic.ticket_series"))
        return {FieldLabels::tr("Per doctor and session"), FieldLabels::tr("Per clinic")};
    if (key == QLatin1String("payer.kind"))
        return {FieldLabels::tr("Self-pay"),      FieldLabels::tr("JKN (BPJS)"),
                FieldLabels::tr("Local program"), FieldLabels::tr("Insurance"),
                FieldLabels::tr("Company"),       FieldLabels::tr("Traffic accident"),
                FieldLabels::tr("Work accident"), FieldLabels::tr("Free of charge")};
    return table == QLatin1String("patient_details") ? patientChoices(field) : QStringList();
}

}  // namespace simrs
