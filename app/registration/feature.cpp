// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/feature.h"

#include <QCoreApplication>

#include "app/registration/masters_page.h"
#include "app/registration/pairs_page.h"
#include "app/registration/patient_form_page.h"
#include "app/registration/patient_page.h"
#include "app/registration/search_page.h"
#include "app/registration/visit_form_page.h"
#include "app/registration/visits_page.h"

namespace simrs {
namespace {

/// The translation context of the side bar's words.
struct Registration {
    Q_DECLARE_TR_FUNCTIONS(Registration)
};

}  // namespace

PageList registrationPages() {
    PageList pages;
    pages.push_back({.key = QStringLiteral("search"),
                     .icon = QStringLiteral("search"),
                     .title = [] { return Registration::tr("Find patient"); },
                     .permission = Permission::FindPatient,
                     .shortcut = QKeySequence(Qt::ALT | Qt::Key_1),
                     .inSideBar = true,
                     .order = 10,
                     .make = [](Workbench& workbench) -> Page* { return new SearchPage(workbench); }});
    pages.push_back({.key = QStringLiteral("patient"),
                     .icon = QStringLiteral("id-card"),
                     .title = [] { return Registration::tr("Patient file"); },
                     .permission = Permission::ViewPatient,
                     .shortcut = {},
                     .inSideBar = false,
                     .order = 20,
                     .make = [](Workbench& workbench) -> Page* { return new PatientPage(workbench); }});
    pages.push_back({.key = QStringLiteral("patient-form"),
                     .icon = QStringLiteral("user-plus"),
                     .title = [] { return Registration::tr("New patient"); },
                     .permission = Permission::EnterPatient,
                     .shortcut = {},
                     .inSideBar = false,
                     .order = 30,
                     .make = [](Workbench& workbench) -> Page* { return new PatientFormPage(workbench); }});
    pages.push_back({.key = QStringLiteral("visit-form"),
                     .icon = QStringLiteral("clipboard"),
                     .title = [] { return Registration::tr("Register visit"); },
                     .permission = Permission::EnterVisit,
                     .shortcut = {},
                     .inSideBar = false,
                     .order = 40,
                     .make = [](Workbench& workbench) -> Page* { return new VisitFormPage(workbench); }});
    pages.push_back({.key = QStringLiteral("visits"),
                     .icon = QStringLiteral("calendar-check"),
                     .title = [] { return Registration::tr("Visits today"); },
                     .permission = Permission::ViewVisits,
                     .shortcut = QKeySequence(Qt::ALT | Qt::Key_2),
                     .inSideBar = true,
                     .order = 50,
                     .make = [](Workbench& workbench) -> Page* { return new VisitsPage(workbench); }});
    pages.push_back({.key = QStringLiteral("pairs"),
                     .icon = QStringLiteral("users"),
                     .title = [] { return Registration::tr("Duplicate files"); },
                     .permission = Permission::MergePatients,
                     .shortcut = QKeySequence(Qt::ALT | Qt::Key_3),
                     .inSideBar = true,
                     .order = 60,
                     .make = [](Workbench& workbench) -> Page* { return new PairsPage(workbench); }});
    pages.push_back({.key = QStringLiteral("masters"),
                     .icon = QStringLiteral("layers"),
                     .title = [] { return Registration::tr("Master data"); },
                     .permission = Permission::ViewMasters,
                     .shortcut = QKeySequence(Qt::ALT | Qt::Key_8),
                     .inSideBar = true,
                     .order = 80,
                     .make = [](Workbench& workbench) -> Page* { return new MastersPage(workbench); }});
    return pages;
}

}  // namespace simrs
