// SPDX-License-Identifier: GPL-3.0-or-later
// Layout is in printer dots (8 per mm). Blocks are laid top to bottom by one function that either measures or
// paints, so the height of the paper and the painting cannot disagree. Bars get at least two dots (0.25 mm),
// what a hand scanner reads reliably; where a bar code does not fit so, the QR code takes its place.
#include "app/kit/ticket_paper.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QIODevice>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

#include "app/kit/barcode.h"
#include "app/kit/theme.h"

namespace simrs {

namespace {

constexpr double dotsPerMm = 8.0;
constexpr int dotsPerInch = 1200;  // of the PDF: fine enough that no edge is rounded visibly
constexpr int leastBarDots = 2;
constexpr int mostBarDots = 3;
constexpr int quietDots = 20;

struct Roll {
    int paper;      // dots over the whole paper
    int printable;  // dots the print head reaches
};

Roll rollOf(TicketWidth width) { return width == TicketWidth::Mm58 ? Roll{464, 384} : Roll{640, 576}; }

/// The translation context of the words on the paper.
struct TicketPaper {
    Q_DECLARE_TR_FUNCTIONS(TicketPaper)
};

/// Lays blocks down the paper; paints only with a painter.
class TicketLayout {
  public:
    TicketLayout(QPainter* painter, Roll roll) : m_painter(painter), m_roll(roll) {}

    double height() const { return m_y + 24; }
    bool isWide() const { return m_roll.printable > 400; }

    void gap(double dots) { m_y += dots; }

    void centred(const QString& line, double pixels, bool bold, int lines = 1) {
        if (line.isEmpty()) return;
        const QFont font = fontOf(pixels, bold);
        const QFontMetricsF metrics(font);
        const QString shown = lines == 1 ? metrics.elidedText(line, Qt::ElideRight, m_roll.printable) : line;
        const QRectF room(left(), m_y, m_roll.printable, metrics.lineSpacing() * lines);
        const int flags = static_cast<int>(Qt::AlignHCenter | Qt::AlignTop) |
                          (lines > 1 ? Qt::TextWordWrap : Qt::TextSingleLine);
        const double used = lines > 1
                                ? std::min(metrics.boundingRect(room, flags, shown).height(), room.height())
                                : metrics.lineSpacing();
        draw(font, QRectF(room.x(), m_y, room.width(), used), flags, shown);
        m_y += used;
    }

    /// A small word at the left and its value at the right of it.
    void fact(const QString& name, const QString& value) {
        if (value.isEmpty()) return;
        const QFont small = fontOf(20, false);
        const QFont strong = fontOf(22, true);
        const double column = isWide() ? 150 : 106;
        const double line = QFontMetricsF(strong).lineSpacing() + 1;
        draw(small, QRectF(left(), m_y, column - 6, line), static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter),
             name);
        const double room = m_roll.printable - column;
        draw(strong, QRectF(left() + column, m_y, room, line),
             static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter),
             QFontMetricsF(strong).elidedText(value, Qt::ElideRight, room));
        m_y += line;
    }

    void rule() {
        m_y += 10;
        if (m_painter != nullptr) {
            QPen pen(Qt::black, 2);
            pen.setDashPattern({3, 3});
            m_painter->setPen(pen);
            m_painter->drawLine(QPointF(left(), m_y), QPointF(left() + m_roll.printable, m_y));
        }
        m_y += 10;
    }

    /// White on black, for what must not be overlooked.
    void banner(const QString& line) {
        const QFont font = fontOf(24, true);
        const double tall = 34;
        if (m_painter != nullptr) m_painter->fillRect(QRectF(left(), m_y, m_roll.printable, tall), Qt::black);
        draw(font, QRectF(left(), m_y, m_roll.printable, tall), static_cast<int>(Qt::AlignCenter), line,
             Qt::white);
        m_y += tall + 8;
    }

    void code(const QString& content) {
        const auto bars = encodeCode128(content);
        const int fitting = bars ? (m_roll.printable - 2 * quietDots) / bars->width : 0;
        if (fitting >= leastBarDots) {
            modules(*bars, std::min(fitting, mostBarDots), 72);
            return;
        }
        if (const auto qr = encodeQr(content)) modules(*qr, isWide() ? 6 : 5, 0);
    }

  private:
    double left() const { return (m_roll.paper - m_roll.printable) / 2.0; }

    static QFont fontOf(double pixels, bool bold) {
        QFont font = theme().font(TextStep::Body, bold);
        font.setPixelSize(static_cast<int>(pixels));
        font.setHintingPreference(QFont::PreferNoHinting);
        return font;
    }

    void draw(const QFont& font, const QRectF& rect, int flags, const QString& line,
              const QColor& ink = Qt::black) {
        if (m_painter == nullptr) return;
        m_painter->setFont(font);
        m_painter->setPen(ink);
        m_painter->drawText(rect, flags, line);
    }

    /// Each module `dots` wide; one-row codes are `tall` dots high. Runs are one rectangle, so that no seam
    /// shows.
    void modules(const BarcodeModules& code, int dots, int tall) {
        const double high = tall > 0 ? tall : dots;
        const double x0 = std::floor((m_roll.paper - code.width * dots) / 2.0);
        if (m_painter != nullptr) {
            m_painter->save();
            m_painter->setRenderHint(QPainter::Antialiasing, false);
            for (int y = 0; y < code.height; ++y)
                for (int x = 0; x < code.width;) {
                    int run = 0;
                    while (x + run < code.width && code.at(x + run, y)) ++run;
                    if (run > 0)
                        m_painter->fillRect(QRectF(x0 + x * dots, m_y + y * high, run * dots, high),
                                            Qt::black);
                    x += std::max(run, 1);
                }
            m_painter->restore();
        }
        m_y += code.height * high + 6;
    }

    QPainter* m_painter;
    Roll m_roll;
    double m_y = 24;
};

void lay(TicketLayout& paper, const TicketText& ticket) {
    const bool wide = paper.isWide();
    if (ticket.reprint) paper.banner(TicketPaper::tr("COPY"));
    paper.centred(ticket.hospital, wide ? 28 : 24, true, 2);
    paper.gap(6);
    paper.centred(TicketPaper::tr("QUEUE NUMBER"), 18, false);
    paper.centred(ticket.number, wide ? 120 : 96, true);
    paper.centred(ticket.clinic, wide ? 32 : 26, true, 2);
    paper.centred(ticket.doctor, wide ? 24 : 21, false, 2);
    paper.centred(ticket.session, wide ? 22 : 20, false);
    paper.rule();
    paper.fact(TicketPaper::tr("Name"), ticket.patientName);
    paper.fact(TicketPaper::tr("MRN"), ticket.mrn);
    paper.fact(TicketPaper::tr("Reg. no."), ticket.registrationNumber);
    paper.fact(TicketPaper::tr("Date"), ticket.dateText);
    paper.fact(TicketPaper::tr("Payer"), ticket.payer);
    paper.rule();
    if (!ticket.registrationNumber.isEmpty()) {
        paper.gap(4);
        paper.code(ticket.registrationNumber);
        paper.centred(ticket.registrationNumber, 18, false);
    }
    if (!ticket.note.isEmpty()) {
        paper.gap(8);
        paper.centred(ticket.note, 19, false, 4);
    }
}

}  // namespace

QSizeF ticketSizeMm(const TicketText& ticket, TicketWidth width) {
    const Roll roll = rollOf(width);
    TicketLayout paper(nullptr, roll);
    lay(paper, ticket);
    return {roll.paper / dotsPerMm, std::ceil(paper.height() / dotsPerMm)};
}

void paintTicket(QPainter& painter, const TicketText& ticket, TicketWidth width) {
    painter.save();
    painter.scale(1 / dotsPerMm, 1 / dotsPerMm);
    TicketLayout paper(&painter, rollOf(width));
    lay(paper, ticket);
    painter.restore();
}

Status writeTicketPdf(QIODevice& device, const TicketText& ticket, TicketWidth width) {
    if (!device.isWritable())
        return fail(ErrorCode::StorageFailed, {}, QStringLiteral("ticket device not writable"));
    QPdfWriter writer(&device);
    writer.setResolution(dotsPerInch);
    writer.setTitle(ticket.number);
    writer.setCreator(QStringLiteral("SIMRS"));
    const QPageSize page(ticketSizeMm(ticket, width), QPageSize::Millimeter, QStringLiteral("ticket"),
                         QPageSize::ExactMatch);
    if (!writer.setPageSize(page) || !writer.setPageMargins(QMarginsF(0, 0, 0, 0)))
        return fail(ErrorCode::Internal, {}, QStringLiteral("ticket page size refused"));
    QPainter painter;
    if (!painter.begin(&writer))
        return fail(ErrorCode::StorageFailed, {}, QStringLiteral("ticket device not writable"));
    painter.scale(dotsPerInch / 25.4, dotsPerInch / 25.4);
    paintTicket(painter, ticket, width);
    if (!painter.end()) return fail(ErrorCode::StorageFailed, {}, QStringLiteral("ticket not written"));
    return {};
}

}  // namespace simrs
