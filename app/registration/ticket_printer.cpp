// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/ticket_printer.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QPointer>
#include <QSaveFile>
#include <QThreadPool>

#include "app/kit/dialogs.h"
#include "app/kit/error_text.h"
#include "app/kit/ticket_preview.h"
#include "app/shell/settings.h"

namespace simrs {
namespace {

/// The translation context of these texts.
struct TicketPrinting {
    Q_DECLARE_TR_FUNCTIONS(TicketPrinting)
};

/// "A-012_261122-004512.pdf"; a copy does not overwrite the first print.
QString fileName(const TicketText& ticket) {
    const QString copy = ticket.reprint ? QStringLiteral("_copy") : QString();
    return ticket.number + QLatin1Char('_') + ticket.registrationNumber + copy + QStringLiteral(".pdf");
}

Result<QString> writeFile(const QString& path, const QByteArray& pdf) {
    QDir().mkpath(QFileInfo(path).path());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size() || !file.commit())
        return fail(ErrorCode::StorageFailed, {path}, file.errorString());
    return path;
}

}  // namespace

TicketWidth TicketPrinter::width() const {
    return m_workbench.setting(settings::ticketWidth, 80).toInt() == 58 ? TicketWidth::Mm58
                                                                        : TicketWidth::Mm80;
}

void TicketPrinter::setWidth(TicketWidth width) {
    m_workbench.setSetting(settings::ticketWidth, width == TicketWidth::Mm58 ? 58 : 80);
}

QString TicketPrinter::folder() const {
    const QString chosen = m_workbench.setting(settings::ticketFolder).toString();
    return chosen.isEmpty() ? defaultTicketFolder() : chosen;
}

void TicketPrinter::print(const TicketText& ticket, QObject* context,
                          std::function<void(Result<QString>)> then) {
    QByteArray pdf;
    QBuffer buffer(&pdf);
    buffer.open(QIODevice::WriteOnly);
    const Status painted = writeTicketPdf(buffer, ticket, width());
    buffer.close();
    const QString path = QDir(folder()).filePath(fileName(ticket));
    const auto told = [workbench = &m_workbench, held = QPointer<QObject>(context), then = std::move(then),
                       number = ticket.number](const Result<QString>& result) {
        if (!result)
            workbench->report(
                TicketPrinting::tr("Ticket %1 was not printed. %2").arg(number, errorText(result.error())),
                true);
        if (held) then(result);
    };
    if (!painted) return told(tl::unexpected<Error>(painted.error()));
    QThreadPool::globalInstance()->start([path, pdf, told] {
        const Result<QString> result = writeFile(path, pdf);
        QMetaObject::invokeMethod(
            QCoreApplication::instance(), [told, result] { told(result); }, Qt::QueuedConnection);
    });
}

void showTicketCopy(Workbench& workbench, QWidget* parent, const TicketText& ticket) {
    TicketPrinter printer(workbench);
    auto* preview = new TicketPreview(printer.width());
    preview->setTicket(ticket);
    const Question question{
        TicketPrinting::tr("Ticket %1").arg(ticket.number),
        TicketPrinting::tr("A copy is marked as one, so that it is not a second place in the queue."),
        TicketPrinting::tr("Print copy"), TicketPrinting::tr("Close")};
    if (!workbench.dialogs().edit(parent, question, preview, [] { return true; })) return;
    printer.print(ticket, parent, [&workbench, number = ticket.number](const Result<QString>& path) {
        if (path) workbench.toast(TicketPrinting::tr("Copy of ticket %1 printed").arg(number));
    });
}

}  // namespace simrs
