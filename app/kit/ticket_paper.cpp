// SPDX-License-Identifier: GPL-3.0-or-later
// Bars get at least two dots (0.25 mm), what a hand scanner reads reliably; where a bar code does not fit so,
// the QR code takes its place.
#include "app/kit/ticket_paper.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

#include "app/kit/paper_paint.h"

namespace simrs {

namespace {

using namespace paper;

constexpr int kLeastBarDots = 2;
constexpr int kMostBarDots = 3;
constexpr int kBars = 72;

struct Roll {
    double mm;
    double margin;  // What the print head does not reach.
    int printable;  // Dots.
    int factName;
    int qrModule;
};

Roll rollOf(TicketWidth width) {
    return width == TicketWidth::Mm58 ? Roll{58, 5, 384, 106, 5} : Roll{80, 4, 576, 150, 6};
}

/// The translation context of the words on the paper.
struct TicketPaper {
    Q_DECLARE_TR_FUNCTIONS(TicketPaper)
};

/// As many lines as the text is likely to need, without asking a font: the slip is as long everywhere.
Text centred(const Roll& roll, const QString& text, Size size, bool bold, int most = 1) {
    const int letters = std::max(1, roll.printable * 100 / (static_cast<int>(size) * 58));
    const int lines = static_cast<int>((text.size() + letters - 1) / letters);
    return {text, size, bold, Align::Centre, std::clamp(lines, 1, most)};
}

Block codeOf(const Roll& roll, const QString& content) {
    Code bars{Code::Kind::Code128, content, kLeastBarDots, kBars};
    const int modules = modulesOf(bars);
    const int fitting = modules > 0 ? roll.printable / (modules + 20) : 0;
    if (fitting < kLeastBarDots) return Code{Code::Kind::Qr, content, roll.qrModule, 0};
    bars.module = std::min(fitting, kMostBarDots);
    return bars;
}

}  // namespace

Paper ticketSheet(const TicketText& ticket, TicketWidth width) {
    const Roll roll = rollOf(width);
    const auto fact = [&](const QString& name, const QString& value) {
        return Fact{name, value, roll.factName};
    };
    Paper sheet;
    sheet.kind = QStringLiteral("ticket");
    sheet.title = TicketPaper::tr("Ticket %1").arg(ticket.number);
    sheet.mm = {roll.mm, 0};
    sheet.marginMm = roll.margin;
    Column all;
    all.blocks = {centred(roll, ticket.hospital, Size::Large, true, 2),
                  Gap{6},
                  centred(roll, TicketPaper::tr("QUEUE NUMBER"), Size::Small, false),
                  centred(roll, ticket.number, Size::Huge, true),
                  centred(roll, ticket.clinic, Size::Large, true, 2),
                  centred(roll, ticket.doctor, Size::Normal, false, 2),
                  centred(roll, ticket.session, Size::Normal, false),
                  Rule{},
                  fact(TicketPaper::tr("Name"), ticket.patientName),
                  fact(TicketPaper::tr("MRN"), ticket.mrn),
                  fact(TicketPaper::tr("Reg. no."), ticket.registrationNumber),
                  fact(TicketPaper::tr("Date"), ticket.dateText),
                  fact(TicketPaper::tr("Payer"), ticket.payer),
                  Rule{},
                  codeOf(roll, ticket.registrationNumber),
                  centred(roll, ticket.registrationNumber, Size::Small, false),
                  Gap{ticket.note.isEmpty() ? 0 : 8},
                  centred(roll, ticket.note, Size::Small, false, 4)};
    sheet.columns = {all};
    return ticket.reprint ? asCopy(sheet, TicketPaper::tr("COPY")) : sheet;
}

QSizeF ticketSizeMm(const TicketText& ticket, TicketWidth width) {
    return QSizeF(sizeInDots(ticketSheet(ticket, width))) / kDotsPerMm;
}

void paintTicket(QPainter& painter, const TicketText& ticket, TicketWidth width) {
    painter.save();
    painter.scale(1 / kDotsPerMm, 1 / kDotsPerMm);
    paint(painter, ticketSheet(ticket, width));
    painter.restore();
}

Status writeTicketPdf(QIODevice& device, const TicketText& ticket, TicketWidth width) {
    return writePdf(device, ticketSheet(ticket, width));
}

}  // namespace simrs
