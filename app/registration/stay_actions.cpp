// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/stay_actions.h"

#include <QCoreApplication>

#include "app/client/backend.h"
#include "app/kit/choice_field.h"
#include "app/kit/dialogs.h"
#include "app/kit/form_grid.h"
#include "app/kit/text_field.h"
#include "app/registration/patient_lines.h"
#include "app/registration/stay_form.h"
#include "app/registration/visit_words.h"
#include "common/base/text.h"

namespace simrs {
namespace {

/// The translation context of these texts.
struct StayActions {
    Q_DECLARE_TR_FUNCTIONS(StayActions)
};

const QString kHow = QStringLiteral("discharge");
const QString kNote = QStringLiteral("left_note");

template <class Reply>
Status statusOf(const Result<Reply>& result) {
    return result ? Status() : Status(tl::unexpected<Error>(result.error()));
}

/// Where he went and how, with a line to it.
struct LeavingForm {
    FormGrid* grid = new FormGrid;
    ChoiceField* how = new ChoiceField;
    TextField* note = new TextField;

    LeavingForm() {
        how->setObjectName(QStringLiteral("dischargeField"));
        note->setObjectName(QStringLiteral("leftNoteField"));
        note->setAtMost(limits::kReasonChars);
        for (int at = 1; at < enumCount(Discharge()); ++at) {
            // Which of the two deaths it was is counted from the times.
            if (at == static_cast<int>(Discharge::DiedAfter48h)) continue;
            // That follows from cancelling the visit.
            if (at == static_cast<int>(Discharge::Withdrawn)) continue;
            how->addChoice(at == static_cast<int>(Discharge::DiedBefore48h)
                               ? StayActions::tr("Died")
                               : dischargeWord(static_cast<Discharge>(at)),
                           at);
        }
        how->setValue({});
        grid->addField(kHow, StayActions::tr("How the patient left"), how, 3, Need::Required);
        grid->addField(kNote, StayActions::tr("Note"), note, FormGrid::columns);
    }
};

}  // namespace

void admitPatient(Workbench& workbench, QWidget* parent, const Patient& patient,
                  const std::optional<VisitFile>& from, StayThen then) {
    Backend& backend = workbench.backend();
    if (backend.masters() == nullptr) return then(fail(ErrorCode::NotConnected));
    auto* form = new StayForm(*backend.masters(), nullptr);
    if (from) form->propose(from->details.classEntitled, from->visit.payerId);
    Question question;
    question.title = StayActions::tr("Admit to a ward");
    question.text = patientLine(patient, MasterNames(backend));
    question.actionVerb = StayActions::tr("Admit");
    AdmitPatient command;
    command.patientId = patient.id;
    if (from) {
        command.fromVisit = from->visit.id;
        command.episodeId = from->visit.episodeId;
    }
    const auto accept = [form, &command] {
        if (!form->fits()) return false;
        form->fill(command);
        return true;
    };
    if (!workbench.dialogs().edit(parent, question, form, accept)) return;
    backend.submit(command, parent, [&workbench, then = std::move(then)](const Result<VisitMade>& made) {
        if (made) workbench.toast(StayActions::tr("Admitted"));
        then(statusOf(made));
    });
}

void moveStay(Workbench& workbench, QWidget* parent, const QString& who, const Stay& stay, StayThen then) {
    Backend& backend = workbench.backend();
    if (backend.masters() == nullptr) return then(fail(ErrorCode::NotConnected));
    auto* form = new StayForm(*backend.masters(), &stay);
    Question question;
    question.title = StayActions::tr("Move in the ward");
    question.text = who + QLatin1Char('\n') + stayLine(stay, MasterNames(backend));
    question.actionVerb = StayActions::tr("Move");
    MoveStay command;
    command.base = stay;
    const auto accept = [form, &command] {
        if (!form->fits()) return false;
        form->fill(command);
        return true;
    };
    if (!workbench.dialogs().edit(parent, question, form, accept)) return;
    backend.submit(command, parent, [&workbench, then = std::move(then)](const Result<Done>& done) {
        if (done) workbench.toast(StayActions::tr("Moved"));
        then(statusOf(done));
    });
}

void dischargePatient(Workbench& workbench, QWidget* parent, const QString& who, const Stay& stay,
                      StayThen then) {
    LeavingForm form;
    Question question;
    question.title = StayActions::tr("Discharge this patient?");
    question.text = who + QLatin1Char('\n') + stayLine(stay, MasterNames(workbench.backend()));
    question.actionVerb = StayActions::tr("Discharge");
    question.backVerb = StayActions::tr("Stays here");
    question.dangerous = true;
    DischargePatient command;
    command.visitId = stay.id;
    const auto accept = [form, &command] {
        command.discharge = static_cast<Discharge>(form.how->value().toInt());
        command.note = cleanLine(form.note->text());
        QList<FieldError> problems;
        if (!form.how->value().isValid())
            problems.append({kHow, StayActions::tr("Choose how the patient left")});
        return form.grid->showErrors(problems) == 0;
    };
    if (!workbench.dialogs().edit(parent, question, form.grid, accept)) return;
    workbench.backend().submit(command, parent,
                               [&workbench, then = std::move(then)](const Result<Done>& done) {
                                   if (done) workbench.toast(StayActions::tr("Discharged"));
                                   then(statusOf(done));
                               });
}

}  // namespace simrs
