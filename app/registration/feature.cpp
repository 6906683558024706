// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/feature.h"

#include <QCoreApplication>

#include "app/registration/counter_queue_page.h"
#include "app/registration/desk_board_page.h"
#include "app/registration/dispenser_page.h"
#include "app/registration/emergency_page.h"
#include "app/registration/export_page.h"
#include "app/registration/import_page.h"
#include "app/registration/masters_page.h"
#include "app/registration/numbers_page.h"
#include "app/registration/pairs_page.h"
#include "app/registration/papers_page.h"
#include "app/registration/patient_form_page.h"
#include "app/registration/patient_page.h"
#include "app/registration/printers_page.h"
#include "app/registration/prints_page.h"
#include "app/registration/search_page.h"
#include "app/registration/stays_page.h"
#include "app/registration/unfinished_page.h"
#include "app/registration/visit_form_page.h"
#include "app/registration/visit_page.h"
#include "app/registration/visits_page.h"

namespace simrs {
namespace {

/// The translation context of the side bar's words.
struct Registration {
    Q_DECLARE_TR_FUNCTIONS(Registration)
};

using P = Permission;

constexpr Qt::Key kNoKey = Qt::Key_unknown;

/// One page. `title` is marked with QT_TRANSLATE_NOOP("Registration", …); `key` opens it with Alt.
template <class PageType>
PageInfo page(int order, const char* name, const char* icon, const char* title, Permission permission,
              bool inSideBar, Qt::Key key = kNoKey) {
    PageInfo info;
    info.key = QString::fromLatin1(name);
    info.icon = QString::fromLatin1(icon);
    info.title = [title] { return Registration::tr(title); };
    info.permission = permission;
    if (key != kNoKey) info.shortcut = QKeySequence(Qt::ALT | key);
    info.inSideBar = inSideBar;
    info.order = order;
    info.make = [](Workbench& workbench) -> Page* { return new PageType(workbench); };
    return info;
}

}  // namespace

/// One line a page, in the order of the side bar.
PageList registrationPages() {
    constexpr bool kSide = true, kInside = false;
    return {
        page<SearchPage>(10, "search", "search", QT_TRANSLATE_NOOP("Registration", "Find patient"),
                         P::FindPatient, kSide, Qt::Key_1),
        page<EmergencyPage>(15, "emergency", "ambulance", QT_TRANSLATE_NOOP("Registration", "Emergency"),
                            P::EnterPatient, kSide, Qt::Key_G),
        page<PatientPage>(20, "patient", "id-card", QT_TRANSLATE_NOOP("Registration", "Patient file"),
                          P::ViewPatient, kInside),
        page<PatientFormPage>(30, "patient-form", "user-plus",
                              QT_TRANSLATE_NOOP("Registration", "New patient"), P::EnterPatient, kInside),
        page<VisitFormPage>(40, "visit-form", "clipboard",
                            QT_TRANSLATE_NOOP("Registration", "Register visit"), P::EnterVisit, kInside),
        page<VisitPage>(45, "visit", "clipboard", QT_TRANSLATE_NOOP("Registration", "Visit"), P::ViewVisits,
                        kInside),
        page<VisitsPage>(50, "visits", "calendar-check", QT_TRANSLATE_NOOP("Registration", "Visits today"),
                         P::ViewVisits, kSide, Qt::Key_2),
        page<StaysPage>(52, "stays", "bed", QT_TRANSLATE_NOOP("Registration", "Wards"), P::ViewVisits, kSide,
                        Qt::Key_0),
        page<UnfinishedPage>(53, "unfinished", "hourglass", QT_TRANSLATE_NOOP("Registration", "Unfinished"),
                             P::ViewVisits, kSide),
        page<CounterQueuePage>(55, "counter-queue", "megaphone",
                               QT_TRANSLATE_NOOP("Registration", "Counter queue"), P::EnterVisit, kSide,
                               Qt::Key_4),
        page<DeskBoardPage>(56, "desk-board", "chart-bar", QT_TRANSLATE_NOOP("Registration", "Desk board"),
                            P::ViewVisits, kSide, Qt::Key_5),
        page<DispenserPage>(57, "dispenser", "ticket", QT_TRANSLATE_NOOP("Registration", "Ticket dispenser"),
                            P::TakeCounterTicket, kSide, Qt::Key_6),
        page<PairsPage>(60, "pairs", "users", QT_TRANSLATE_NOOP("Registration", "Duplicate files"),
                        P::MergePatients, kSide, Qt::Key_3),
        page<ImportPage>(70, "import", "upload", QT_TRANSLATE_NOOP("Registration", "Import patients"),
                         P::ImportPatients, kSide, Qt::Key_I),
        page<ExportPage>(71, "export", "download", QT_TRANSLATE_NOOP("Registration", "Export patients"),
                         P::ExportPatients, kInside),
        page<PapersPage>(73, "papers", "printer", QT_TRANSLATE_NOOP("Registration", "Papers"), P::ViewPatient,
                         kInside),
        page<PrintsPage>(74, "prints", "printer", QT_TRANSLATE_NOOP("Registration", "Print queue"), P::None,
                         kSide, Qt::Key_7),
        page<PrintersPage>(75, "printers", "settings", QT_TRANSLATE_NOOP("Registration", "Printers"), P::None,
                           kInside),
        page<MastersPage>(80, "masters", "layers", QT_TRANSLATE_NOOP("Registration", "Master data"),
                          P::ViewMasters, kSide, Qt::Key_8),
        page<NumbersPage>(85, "numbers", "list", QT_TRANSLATE_NOOP("Registration", "Book of MRNs"),
                          P::ViewNumbers, kSide, Qt::Key_B),
    };
}

}  // namespace simrs
