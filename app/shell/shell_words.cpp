// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/shell_words.h"

#include <QCoreApplication>
#include <QHash>

namespace simrs {
namespace {

/// The translation context of these words.
struct ShellWords {
    Q_DECLARE_TR_FUNCTIONS(ShellWords)
};

}  // namespace

QString requestWord(const QString& request) {
    static const QHash<QString, const char*> words{
        {QStringLiteral("register_patient"), QT_TRANSLATE_NOOP("ShellWords", "Register a patient")},
        {QStringLiteral("edit_patient"), QT_TRANSLATE_NOOP("ShellWords", "Correct a patient")},
        {QStringLiteral("register_visit"), QT_TRANSLATE_NOOP("ShellWords", "Register a visit")},
        {QStringLiteral("print_reserved_ticket"),
         QT_TRANSLATE_NOOP("ShellWords", "Print a reserved queue number")},
        {QStringLiteral("cancel_visit"), QT_TRANSLATE_NOOP("ShellWords", "Cancel a visit")},
        {QStringLiteral("receive_unknown"), QT_TRANSLATE_NOOP("ShellWords", "Receive an unknown patient")},
        {QStringLiteral("note_triage"), QT_TRANSLATE_NOOP("ShellWords", "Note a triage")},
        {QStringLiteral("move_visit"), QT_TRANSLATE_NOOP("ShellWords", "Move a visit")},
        {QStringLiteral("edit_visit_details"), QT_TRANSLATE_NOOP("ShellWords", "Change what a visit says")},
        {QStringLiteral("admit_patient"), QT_TRANSLATE_NOOP("ShellWords", "Admit to a ward")},
        {QStringLiteral("move_stay"), QT_TRANSLATE_NOOP("ShellWords", "Move in the wards")},
        {QStringLiteral("discharge_patient"), QT_TRANSLATE_NOOP("ShellWords", "Discharge from a ward")},
        {QStringLiteral("tell_apart"), QT_TRANSLATE_NOOP("ShellWords", "Say that two files are two people")},
        {QStringLiteral("save_clinic"), QT_TRANSLATE_NOOP("ShellWords", "Save a clinic")},
        {QStringLiteral("save_doctor"), QT_TRANSLATE_NOOP("ShellWords", "Save a doctor")},
        {QStringLiteral("save_payer"), QT_TRANSLATE_NOOP("ShellWords", "Save a payer")},
        {QStringLiteral("save_bed"), QT_TRANSLATE_NOOP("ShellWords", "Save a bed")},
        {QStringLiteral("save_holiday"), QT_TRANSLATE_NOOP("ShellWords", "Save a holiday")},
        {QStringLiteral("save_facility"), QT_TRANSLATE_NOOP("ShellWords", "Save a facility")},
        {QStringLiteral("save_staff"), QT_TRANSLATE_NOOP("ShellWords", "Save a member of staff")},
        {QStringLiteral("save_counter_service"),
         QT_TRANSLATE_NOOP("ShellWords", "Save a service of the counter")},
        {QStringLiteral("import_masters"), QT_TRANSLATE_NOOP("ShellWords", "Import master data")},
        {QStringLiteral("save_photo"), QT_TRANSLATE_NOOP("ShellWords", "Keep a photo")},
        {QStringLiteral("merge_patients"), QT_TRANSLATE_NOOP("ShellWords", "Merge two patients")},
        {QStringLiteral("unmerge_patients"), QT_TRANSLATE_NOOP("ShellWords", "Part merged patients")},
        {QStringLiteral("write_note"), QT_TRANSLATE_NOOP("ShellWords", "Write a note")},
        {QStringLiteral("correct_note"), QT_TRANSLATE_NOOP("ShellWords", "Correct a note")},
        {QStringLiteral("add_allergy"), QT_TRANSLATE_NOOP("ShellWords", "Note an allergy")},
        {QStringLiteral("remove_allergy"), QT_TRANSLATE_NOOP("ShellWords", "Remove an allergy")},
        {QStringLiteral("receive_stock"), QT_TRANSLATE_NOOP("ShellWords", "Receive goods")},
        {QStringLiteral("count_stock"), QT_TRANSLATE_NOOP("ShellWords", "Count stock")},
        {QStringLiteral("top_up_right"), QT_TRANSLATE_NOOP("ShellWords", "Ask for offline stock")},
        {QStringLiteral("return_right"), QT_TRANSLATE_NOOP("ShellWords", "Give back offline stock")},
        {QStringLiteral("dispense"), QT_TRANSLATE_NOOP("ShellWords", "Hand out")},
        {QStringLiteral("dispense_unreserved"), QT_TRANSLATE_NOOP("ShellWords", "Hand out without a right")},
        {QStringLiteral("take_counter_ticket"), QT_TRANSLATE_NOOP("ShellWords", "Take a counter number")},
        {QStringLiteral("call_counter_ticket"), QT_TRANSLATE_NOOP("ShellWords", "Call a counter number")},
        {QStringLiteral("serve_counter_ticket"), QT_TRANSLATE_NOOP("ShellWords", "Serve a counter number")},
        {QStringLiteral("finish_counter_ticket"), QT_TRANSLATE_NOOP("ShellWords", "Finish a counter number")},
        {QStringLiteral("skip_counter_ticket"), QT_TRANSLATE_NOOP("ShellWords", "Skip a counter number")},
        {QStringLiteral("link_counter_ticket"),
         QT_TRANSLATE_NOOP("ShellWords", "Link a counter number to a visit")},
        {QStringLiteral("note_print"), QT_TRANSLATE_NOOP("ShellWords", "Note a print")},
        {QStringLiteral("import_patients"), QT_TRANSLATE_NOOP("ShellWords", "Import patients")},
        {QStringLiteral("note_export"), QT_TRANSLATE_NOOP("ShellWords", "Note an export")},
        {QStringLiteral("note_reads"), QT_TRANSLATE_NOOP("ShellWords", "Note who was seen")},
    };
    if (const char* word = words.value(request, nullptr)) return ShellWords::tr(word);
    QString readable = request;
    return readable.replace(QLatin1Char('_'), QLatin1Char(' '));
}

QString roleWord(Role role) {
    switch (role) {
        case Role::RegistrationClerk:
            return ShellWords::tr("Registration clerk");
        case Role::HeadOfRegistration:
            return ShellWords::tr("Head of registration");
        case Role::Manager:
            return ShellWords::tr("Manager");
        case Role::Administrator:
            return ShellWords::tr("Administrator");
        case Role::Auditor:
            return ShellWords::tr("Auditor");
        case Role::Nurse:
            return ShellWords::tr("Nurse");
        case Role::StockKeeper:
            return ShellWords::tr("Stock keeper");
        case Role::Doctor:
            return ShellWords::tr("Doctor");
        case Role::RecordsOfficer:
            return ShellWords::tr("Records officer");
        case Role::TicketDispenser:
            return ShellWords::tr("Ticket dispenser");
    }
    return {};
}

}  // namespace simrs
