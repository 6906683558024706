// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/paper_printer.h"

#include <QBuffer>
#include <QDir>
#include <algorithm>
#include <memory>
#include <utility>

#include "app/client/backend.h"
#include "app/kit/paper_escpos.h"
#include "app/kit/paper_paint.h"
#include "app/kit/paper_zpl.h"
#include "app/registration/paper_words.h"
#include "app/registration/papers.h"
#include "app/shell/settings.h"

namespace simrs {
namespace {

const QString kLanguages[] = {QStringLiteral("pdf"), QStringLiteral("system"), QStringLiteral("escpos"),
                              QStringLiteral("zpl")};
constexpr int kLeastPort = 1;
constexpr int kMostPort = 65535;

QString settingKey(PaperKind kind, const char* what) {
    return QStringLiteral("printer/%1/%2").arg(paperKey(kind), QString::fromLatin1(what));
}

/// The ticket's width is older than the other papers' settings.
QString rollKey(PaperKind kind) {
    return kind == PaperKind::Ticket ? QString(settings::ticketWidth) : settingKey(kind, "roll");
}

/// "192.168.1.20", "printer-2:9101"; nothing for what is no address.
std::optional<PrinterAddress> addressOf(const QString& text) {
    const QString host = text.section(QLatin1Char(':'), 0, 0).trimmed();
    const bool isName = std::all_of(host.cbegin(), host.cend(), [](QChar c) {
        return c.isLetterOrNumber() || c == QLatin1Char('.') || c == QLatin1Char('-') ||
               c == QLatin1Char('_');
    });
    if (host.isEmpty() || !isName) return std::nullopt;
    PrinterAddress address{host};
    if (!text.contains(QLatin1Char(':'))) return address;
    bool isNumber = false;
    const int port = text.section(QLatin1Char(':'), 1).toInt(&isNumber);
    if (!isNumber || port < kLeastPort || port > kMostPort) return std::nullopt;
    address.port = static_cast<quint16>(port);
    return address;
}

/// A file's name, whatever stands in a number.
QString tame(QString name) {
    for (QChar& c : name)
        if (!c.isLetterOrNumber() && c != QLatin1Char('-') && c != QLatin1Char('_')) c = QLatin1Char('-');
    return name;
}

}  // namespace

PrinterChoice printerOf(const Workbench& workbench, PaperKind kind) {
    PrinterChoice choice;
    const QString language = workbench.setting(settingKey(kind, "language")).toString();
    for (int at = 0; at < 4; ++at)
        if (kLanguages[at] == language) choice.language = static_cast<PrintLanguage>(at);
    choice.target = workbench.setting(settingKey(kind, "target")).toString();
    choice.roll = workbench.setting(rollKey(kind), 80).toInt() == 58 ? TicketWidth::Mm58 : TicketWidth::Mm80;
    return choice;
}

void setPrinterOf(Workbench& workbench, PaperKind kind, const PrinterChoice& choice) {
    workbench.setSetting(settingKey(kind, "language"), kLanguages[static_cast<int>(choice.language)]);
    workbench.setSetting(settingKey(kind, "target"), choice.target);
    workbench.setSetting(rollKey(kind), choice.roll == TicketWidth::Mm58 ? 58 : 80);
}

TargetFault faultOf(const PrinterChoice& choice) {
    switch (choice.language) {
        case PrintLanguage::PdfFile:
            return choice.target.isEmpty() || QDir::isAbsolutePath(choice.target)
                       ? TargetFault::None
                       : TargetFault::FolderNotWhole;
        case PrintLanguage::System:
            return choice.target.isEmpty() ? TargetFault::NameLacks : TargetFault::None;
        case PrintLanguage::EscPos:
        case PrintLanguage::Zpl:
            break;
    }
    return addressOf(choice.target) ? TargetFault::None : TargetFault::AddressBroken;
}

QString printerName(const PrinterChoice& choice) {
    return choice.language == PrintLanguage::PdfFile ? QStringLiteral("PDF") : choice.target;
}

Result<QByteArray> bytesOf(const paper::Paper& paper, const PrinterChoice& choice) {
    if (choice.language == PrintLanguage::Zpl) return paper::zplOf(paper);
    if (choice.language == PrintLanguage::EscPos)
        return paper::escPosOf(paper,
                               choice.roll == TicketWidth::Mm58 ? paper::kNarrowRoll : paper::kWideRoll);
    QByteArray pdf;
    QBuffer buffer(&pdf);
    buffer.open(QIODevice::WriteOnly);
    SIMRS_TRY(paper::writePdf(buffer, paper));
    return pdf;
}

QString PaperPrinter::folder(const PrinterChoice& choice) const {
    if (choice.language == PrintLanguage::PdfFile && !choice.target.isEmpty()) return choice.target;
    const QString common = m_workbench.setting(settings::ticketFolder).toString();
    return common.isEmpty() ? defaultTicketFolder() : common;
}

Result<quint64> PaperPrinter::print(PaperKind kind, const paper::Paper& paper, const QString& fileName,
                                    std::function<void(const PrintJob&)> told) {
    const PrinterChoice choice = printerOf(m_workbench, kind);
    PrintOrder order;
    SIMRS_ASSIGN(order.bytes, bytesOf(paper, choice));
    order.title =
        paper.stock.isEmpty() ? paper.title : QStringLiteral("%1 (%2)").arg(paper.title, paper.stock);
    order.printer = printerName(choice);
    order.told = std::move(told);
    order.copy = [paper, choice] { return bytesOf(asCopy(paper), choice).value_or(QByteArray()); };
    switch (choice.language) {
        case PrintLanguage::PdfFile:
            order.target = {PrinterTarget::Way::File,
                            QDir(folder(choice)).filePath(tame(fileName) + QStringLiteral(".pdf")),
                            {}};
            break;
        case PrintLanguage::System:
            order.target = {PrinterTarget::Way::Spooler, choice.target, {}};
            break;
        case PrintLanguage::EscPos:
        case PrintLanguage::Zpl:
            order.target = {
                PrinterTarget::Way::Network, {}, addressOf(choice.target).value_or(PrinterAddress())};
            break;
    }
    return m_workbench.prints().add(std::move(order));
}

Result<quint64> PaperPrinter::printAndNote(const NotePrint& note, const paper::Paper& paper,
                                           const QString& fileName, std::function<void(const PrintJob&)> told,
                                           FirstPrint first) {
    const SessionGrant* session = m_workbench.backend().session();
    if (session == nullptr) return fail(ErrorCode::SessionExpired);
    const auto toNote = [workbench = &m_workbench, note, author = session->user, told = std::move(told),
                         isKnown =
                             std::make_shared<bool>(first == FirstPrint::KnownAlready)](const PrintJob& job) {
        const bool isOut = job.state == PrintJob::State::Done ||
                           (job.state == PrintJob::State::Failed && mayBeOut(job.problem));
        // Each time: a retry after a paper that may be out is another paper.
        if (isOut && !std::exchange(*isKnown, false)) workbench->backend().keepFor(author, note);
        if (told) told(job);
    };
    return print(note.paper, paper, fileName, toNote);
}

}  // namespace simrs
