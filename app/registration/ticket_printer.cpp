// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/ticket_printer.h"

#include <QCoreApplication>
#include <QPointer>

#include "app/kit/dialogs.h"
#include "app/kit/error_text.h"
#include "app/kit/print_words.h"
#include "app/kit/ticket_preview.h"
#include "app/shell/settings.h"

namespace simrs {
namespace {

/// The translation context of these texts.
struct TicketPrinting {
    Q_DECLARE_TR_FUNCTIONS(TicketPrinting)
};

/// "A-012_261122-004512"; a copy does not overwrite the first print.
QString fileName(const TicketText& ticket) {
    const QString copy = ticket.reprint ? QStringLiteral("_copy") : QString();
    return ticket.number + QLatin1Char('_') + ticket.registrationNumber + copy;
}

}  // namespace

TicketWidth TicketPrinter::width() const { return printerOf(m_workbench, PaperKind::Ticket).roll; }

void TicketPrinter::setWidth(TicketWidth width) {
    m_workbench.setSetting(settings::ticketWidth, width == TicketWidth::Mm58 ? 58 : 80);
}

quint64 TicketPrinter::print(const TicketText& ticket, QObject* context,
                             std::function<void(const TicketOutcome&)> then,
                             const std::optional<NotePrint>& note) {
    const auto told = [held = QPointer<QObject>(context), then](const PrintJob& job) {
        const bool isOut = job.state == PrintJob::State::Done;
        if (held) then({isOut, isOut ? QString() : printProblemText(job.problem)});
    };
    const paper::Paper sheet = ticketSheet(ticket, width());
    PaperPrinter printer(m_workbench);
    const Result<quint64> job =
        note ? printer.printAndNote(*note, sheet, fileName(ticket), told,
                                    ticket.reprint ? FirstPrint::Noted : FirstPrint::KnownAlready)
             : printer.print(PaperKind::Ticket, sheet, fileName(ticket), told);
    if (!job) then({false, errorText(job.error())});
    return job.value_or(0);
}

NotePrint ticketNote(const VisitPaper& paper) {
    return {paper.visit.patientId, paper.visit.id, PaperKind::Ticket};
}

void showTicketCopy(Workbench& workbench, QWidget* parent, const VisitPaper& paper) {
    const TicketText ticket = ticketPaper(paper, MasterNames(workbench.backend()), true);
    TicketPrinter printer(workbench);
    auto* preview = new TicketPreview(printer.width());
    preview->setTicket(ticket);
    const Question question{
        TicketPrinting::tr("Ticket %1").arg(ticket.number),
        TicketPrinting::tr("A copy is marked as one, so that it is not a second place in the queue."),
        TicketPrinting::tr("Print copy"), TicketPrinting::tr("Close")};
    if (!workbench.dialogs().edit(parent, question, preview, [] { return true; })) return;
    printer.print(
        ticket, parent,
        [&workbench, number = ticket.number](const TicketOutcome& outcome) {
            if (outcome.isOut) workbench.toast(TicketPrinting::tr("Copy of ticket %1 printed").arg(number));
        },
        ticketNote(paper));
}

}  // namespace simrs
