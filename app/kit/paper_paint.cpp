// SPDX-License-Identifier: GPL-3.0-or-later
// Codes are painted module by module, a whole number of dots each, so that no printer has to round them.
#include "app/kit/paper_paint.h"

#include <QFontMetricsF>
#include <QIODevice>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QStringList>

#include <algorithm>

#include "app/kit/barcode.h"
#include "app/kit/theme.h"

namespace simrs::paper {
namespace {

constexpr int kPdfDotsPerInch = 1200;  // Fine enough that no edge is rounded visibly.
constexpr double kMmPerInch = 25.4;

QFont fontOf(Size size, bool bold) {
    QFont font = theme().font(TextStep::Body, bold);
    font.setPixelSize(static_cast<int>(size));
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

Qt::Alignment sideOf(Align align) {
    return align == Align::Left ? Qt::AlignLeft : align == Align::Centre ? Qt::AlignHCenter : Qt::AlignRight;
}

/// Between words, as wide as there is room.
QStringList brokenUp(const QFont& font, int width, const QString& text) {
    const QFontMetricsF metrics(font);
    QStringList rows;
    for (const QString& word : text.simplified().split(QLatin1Char(' '))) {
        const QString longer = rows.isEmpty() ? word : rows.last() + QLatin1Char(' ') + word;
        if (!rows.isEmpty() && metrics.horizontalAdvance(longer) <= width)
            rows.last() = longer;
        else
            rows.append(word);
    }
    return rows;
}

/// Letters that fit are better than a name that is cut: down to this part of their size.
constexpr double kLeastLetters = 0.65;

struct Painted {
    QPainter& painter;
    QRect dots;

    void line(QFont font, const QRect& room, Qt::Alignment align, const QString& text,
              const QColor& ink = Qt::black) const {
        const int least = static_cast<int>(font.pixelSize() * kLeastLetters);
        while (font.pixelSize() > least && QFontMetricsF(font).horizontalAdvance(text) > room.width())
            font.setPixelSize(font.pixelSize() - 1);
        painter.setFont(font);
        painter.setPen(ink);
        const QString shown = QFontMetricsF(font).elidedText(text, Qt::ElideRight, room.width());
        painter.drawText(QRectF(room), static_cast<int>(align | Qt::AlignVCenter) | Qt::TextSingleLine,
                         shown);
    }
    /// Each in its share of the room, wherever the font would put it; what is left out is told by a sign.
    void lines(QFont font, const QRect& room, Qt::Alignment align, const QString& text, int most) const {
        const int least = static_cast<int>(font.pixelSize() * kLeastLetters);
        QStringList rows = brokenUp(font, room.width(), text);
        while (font.pixelSize() > least && rows.size() > most) {
            font.setPixelSize(font.pixelSize() - 1);
            rows = brokenUp(font, room.width(), text);
        }
        if (rows.size() > most) rows = rows.mid(0, most - 1) << rows.mid(most - 1).join(QLatin1Char(' '));
        const int high = room.height() / most;
        for (int row = 0; row < rows.size(); ++row)
            line(font, QRect(room.x(), room.y() + row * high, room.width(), high), align, rows.at(row));
    }

    void operator()(const Text& text) const {
        const QFont font = fontOf(text.size, text.bold);
        if (text.lines <= 1) return line(font, dots, sideOf(text.align), text.text);
        lines(font, dots, sideOf(text.align), text.text, text.lines);
    }
    void operator()(const Fact& fact) const {
        const QRect value = dots.adjusted(fact.room, 0, 0, 0);
        const QRect first(dots.x(), dots.y(), fact.room, dots.height() / std::max(1, fact.lines));
        line(fontOf(smaller(fact.size), false), first.adjusted(0, 0, -4, 0), Qt::AlignLeft, fact.name);
        if (fact.lines <= 1) return line(fontOf(fact.size, true), value, Qt::AlignLeft, fact.value);
        lines(fontOf(fact.size, true), value, Qt::AlignLeft, fact.value, fact.lines);
    }
    void operator()(const Pair& pair) const {
        const int half = dots.width() / 2;
        Painted{painter, QRect(dots.x(), dots.y(), half - 4, dots.height())}(pair.left);
        Painted{painter, QRect(dots.x() + half, dots.y(), half, dots.height())}(pair.right);
    }
    void operator()(const Rule&) const {
        QPen pen(Qt::black, 2);
        pen.setDashPattern({3, 3});
        painter.setPen(pen);
        const int y = dots.y() + dots.height() / 2;
        painter.drawLine(dots.left(), y, dots.right(), y);
    }
    void operator()(const Banner& banner) const {
        const QRect bar(dots.x(), dots.y(), dots.width(), static_cast<int>(Size::Large) + 4);
        painter.fillRect(bar, Qt::black);
        line(fontOf(Size::Normal, true), bar, Qt::AlignHCenter, banner.text, Qt::white);
    }
    void operator()(const Code& code) const {
        const bool isQr = code.kind == Code::Kind::Qr;
        const auto modules = isQr ? encodeQr(code.content) : encodeCode128(code.content);
        if (!modules) return;
        const int high = isQr ? code.module : code.height;
        const int wide = modules->width * code.module;
        const int left = dots.x() + std::max(0, (dots.width() - wide) / 2);
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing, false);
        for (int y = 0; y < modules->height; ++y) {
            for (int x = 0; x < modules->width;) {
                int run = 0;
                while (x + run < modules->width && modules->at(x + run, y)) ++run;
                if (run > 0)
                    painter.fillRect(left + x * code.module, dots.y() + y * high, run * code.module, high,
                                     Qt::black);
                x += std::max(run, 1);
            }
        }
        painter.restore();
    }
    void operator()(const Gap&) const {}
};

}  // namespace

void paint(QPainter& painter, const Paper& paper) {
    painter.save();
    for (const Placed& placed : laidOut(paper)) std::visit(Painted{painter, placed.dots}, *placed.block);
    painter.restore();
}

QImage imageOf(const Paper& paper, int scale) {
    QImage image(sizeInDots(paper) * scale, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(scale, scale);
    paint(painter, paper);
    return image;
}

Status writePdf(QIODevice& device, const Paper& paper) {
    if (!device.isWritable())
        return fail(ErrorCode::StorageFailed, {}, QStringLiteral("the paper's file is not writable"));
    QPdfWriter writer(&device);
    writer.setResolution(kPdfDotsPerInch);
    writer.setTitle(paper.title);
    writer.setCreator(QStringLiteral("SIMRS"));
    const QSizeF mm = QSizeF(sizeInDots(paper)) / kDotsPerMm;
    const QPageSize page(mm, QPageSize::Millimeter, paper.kind, QPageSize::ExactMatch);
    if (!writer.setPageSize(page) || !writer.setPageMargins(QMarginsF(0, 0, 0, 0)))
        return fail(ErrorCode::Internal, {}, QStringLiteral("the paper's size was refused"));
    QPainter painter;
    if (!painter.begin(&writer))
        return fail(ErrorCode::StorageFailed, {}, QStringLiteral("the paper's file is not writable"));
    const double dots = kPdfDotsPerInch / kMmPerInch / kDotsPerMm;
    painter.scale(dots, dots);
    for (int copy = 0; copy < std::max(1, paper.copies); ++copy) {
        if (copy > 0) writer.newPage();
        paint(painter, paper);
    }
    if (!painter.end())
        return fail(ErrorCode::StorageFailed, {}, QStringLiteral("the paper was not written"));
    return {};
}

}  // namespace simrs::paper
