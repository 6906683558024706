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
        {QStringLiteral("quantity"), QT_TRANSLATE_NOOP("FieldLabels", "Quantity")},
        {QStringLiteral("counted"), QT_TRANSLATE_NOOP("FieldLabels", "Counted")},
        {QStringLiteral("batch"), QT_TRANSLATE_NOOP("FieldLabels", "Lot number")},
        {QStringLiteral("witness"), QT_TRANSLATE_NOOP("FieldLabels", "Second person")},
        {QStringLiteral("login"), QT_TRANSLATE_NOOP("FieldLabels", "User name")},
        {QStringLiteral("password"), QT_TRANSLATE_NOOP("FieldLabels", "Password")},
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

}  // namespace

QString fieldLabel(const QString& table, const QString& field) {
    const QString word = wordOf(labels(), table, field);
    return word.isEmpty() ? readable(field) : word;
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
    };
    return wordOf(hints, table, field);
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
    return {};
}

}  // namespace simrs
