// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/visit_cancelling.h"

#include <QCoreApplication>

#include "app/client/backend.h"
#include "app/kit/dialogs.h"

namespace simrs {
namespace {

/// The translation context of these texts.
struct VisitCancelling {
    Q_DECLARE_TR_FUNCTIONS(VisitCancelling)
};

}  // namespace

void cancelVisit(Workbench& workbench, QWidget* parent, const VisitPaper& paper,
                 std::function<void(Status)> then) {
    const MasterNames names(workbench.backend());
    Question question;
    question.title = VisitCancelling::tr("Cancel this visit?");
    question.text = paper.patientName + QLatin1Char('\n') + visitLine(paper.visit, names);
    if (!paper.ticket.id.isNull())
        question.text +=
            QLatin1Char('\n') +
            VisitCancelling::tr("Queue number %1 is never given again.").arg(ticketLine(paper.ticket));
    question.actionVerb = VisitCancelling::tr("Cancel visit");
    question.backVerb = VisitCancelling::tr("Keep visit");
    question.dangerous = true;
    const auto reason = workbench.dialogs().askReason(parent, question, VisitCancelling::tr("Reason"));
    if (!reason) return;
    CancelVisit command;
    command.visitId = paper.visit.id;
    command.ticketId = paper.ticket.id;
    command.reason = *reason;
    workbench.backend().submit(command, parent,
                               [&workbench, then = std::move(then)](const Result<Done>& result) {
                                   if (result) workbench.toast(VisitCancelling::tr("Visit cancelled"));
                                   then(result ? Status() : Status(tl::unexpected<Error>(result.error())));
                               });
}

}  // namespace simrs
