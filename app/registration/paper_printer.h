// SPDX-License-Identifier: GPL-3.0-or-later
// Which printer of this computer each paper goes to, and the way there: every paper leaves through the print
// queue, in the language of its printer.
#pragma once

#include <functional>
#include <optional>

#include "app/kit/print_queue.h"
#include "app/kit/ticket_paper.h"
#include "app/shell/page.h"
#include "common/registration/paper_requests.h"

namespace simrs {

enum class PrintLanguage {
    PdfFile,  ///< Into a folder.
    System,   ///< A printer that the computer knows.
    EscPos,   ///< A receipt printer on the network.
    Zpl,      ///< A label printer on the network.
};

/// What this computer keeps of one paper.
struct PrinterChoice {
    PrintLanguage language = PrintLanguage::PdfFile;
    QString target;  ///< Folder (empty: the one of the settings), the printer's name, or "host:port".
    TicketWidth roll = TicketWidth::Mm80;  ///< Of a receipt printer, and of every ticket.
    bool operator==(const PrinterChoice&) const = default;
};

enum class TargetFault { None, FolderNotWhole, NameLacks, AddressBroken };

PrinterChoice printerOf(const Workbench& workbench, PaperKind kind);
void setPrinterOf(Workbench& workbench, PaperKind kind, const PrinterChoice& choice);
TargetFault faultOf(const PrinterChoice& choice);
/// Where it goes, as a person calls it: "PDF", "192.168.1.20:9100", "Laser_Loket".
QString printerName(const PrinterChoice& choice);
/// Bytes in the printer's language. Errors: those of writePdf.
Result<QByteArray> bytesOf(const paper::Paper& paper, const PrinterChoice& choice);

/// Whether the server knows of the first print from the registration itself.
enum class FirstPrint { Noted, KnownAlready };

class PaperPrinter {
  public:
    explicit PaperPrinter(Workbench& workbench) : m_workbench(workbench) {}

    /// Into the queue; returns the job's number. `fileName`: without folder and ending, of a PDF. `told`
    /// hears how every try ended. Errors: those of bytesOf.
    Result<quint64> print(PaperKind kind, const paper::Paper& paper, const QString& fileName,
                          std::function<void(const PrintJob&)> told = {});
    /// The same, and the server is told each time that the paper is out, or may be; in the name of who asked
    /// for it, also when he has signed out meanwhile.
    Result<quint64> printAndNote(const NotePrint& note, const paper::Paper& paper, const QString& fileName,
                                 std::function<void(const PrintJob&)> told = {},
                                 FirstPrint first = FirstPrint::Noted);
    QString folder(const PrinterChoice& choice) const;

  private:
    Workbench& m_workbench;
};

}  // namespace simrs
