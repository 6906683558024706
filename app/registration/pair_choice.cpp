// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/pair_choice.h"

#include <QCoreApplication>

#include "app/client/backend.h"
#include "app/kit/dialogs.h"
#include "app/registration/file_finder.h"
#include "app/registration/patient_lines.h"
#include "app/shell/page.h"

namespace simrs {
namespace {

/// The translation context of these texts.
struct PairChoices {
    Q_DECLARE_TR_FUNCTIONS(PairChoices)
};

}  // namespace

void chooseOtherFile(Workbench& workbench, QWidget* parent, const Patient& mine,
                     const std::function<void(const PatientId&)>& then) {
    auto* finder = new FileFinder(workbench.backend(), mine.id);
    Question question;
    question.title = PairChoices::tr("Which other file is this person's?");
    question.text = patientLine(mine, MasterNames(workbench.backend()));
    question.actionVerb = PairChoices::tr("Compare the two files");
    PatientId chosen;
    const bool done = workbench.dialogs().edit(parent, question, finder, [&] {
        chosen = finder->chosen();
        return !chosen.isNull();
    });
    if (done) then(chosen);
}

}  // namespace simrs
