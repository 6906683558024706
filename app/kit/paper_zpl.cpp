// SPDX-License-Identifier: GPL-3.0-or-later
// One field a block. ^FH makes "_5E" of a caret, so that no name can end the label.
#include "app/kit/paper_zpl.h"

#include <algorithm>

namespace simrs::paper {
namespace {

QByteArray number(int value) { return QByteArray::number(value); }

QByteArray escaped(const QString& text) {
    QByteArray out;
    for (const char c : text.toUtf8()) {
        const bool isSign = c == '^' || c == '~' || c == '_' || c == '\\' || (c >= 0 && c < ' ');
        out += isSign ? '_' + QByteArray(1, c).toHex().toUpper() : QByteArray(1, c);
    }
    return out;
}

QByteArray at(const QRect& dots) { return "^FO" + number(dots.x()) + ',' + number(dots.y()); }

QByteArray font(Size size, bool bold) {
    const int height = static_cast<int>(size);
    // The scalable font has no bold: wider letters stand out.
    return "^A0N," + number(height) + ',' + number(bold ? height : height * 9 / 10);
}

const char* letter(Align align) { return align == Align::Left ? "L" : align == Align::Centre ? "C" : "R"; }

QByteArray field(const QRect& dots, Size size, bool bold, Align align, int lines, const QString& text) {
    return at(dots) + font(size, bold) + "^FB" + number(dots.width()) + ',' + number(lines) + ",0," +
           letter(align) + ",0^FH^FD" + escaped(text) + "^FS\n";
}

struct ZplOf {
    QRect dots;

    QByteArray operator()(const Text& text) const {
        return field(dots, text.size, text.bold, text.align, std::max(1, text.lines), text.text);
    }
    QByteArray operator()(const Fact& fact) const {
        const QRect name(dots.x(), dots.y(), kFactName, dots.height());
        const QRect value = dots.adjusted(kFactName, 0, 0, 0);
        return field(name, Size::Small, false, Align::Left, 1, fact.name) +
               field(value, Size::Normal, true, Align::Left, 1, fact.value);
    }
    QByteArray operator()(const Rule&) const {
        const QRect line = dots.translated(0, dots.height() / 2);
        return at(line) + "^GB" + number(line.width()) + ",2,2^FS\n";
    }
    QByteArray operator()(const Banner& banner) const {
        const int high = static_cast<int>(Size::Large) + 4;
        const QByteArray size = number(dots.width()) + ',' + number(high) + ',' + number(high);
        return at(dots) + "^GB" + size + "^FS\n" + "^FR" +
               field(dots.translated(0, 4), Size::Normal, true, Align::Centre, 1, banner.text);
    }
    QByteArray operator()(const Code& code) const {
        if (code.kind == Code::Kind::Qr)
            return at(dots) + "^BQN,2," + number(code.module) + "^FH^FDMA," + escaped(code.content) + "^FS\n";
        const int wide = modulesOf(code) * code.module;
        const QRect bars = dots.translated(std::max(0, (dots.width() - wide) / 2), 0);
        return at(bars) + "^BY" + number(code.module) + "^BCN," + number(code.height) + ",N,N,N^FH^FD" +
               escaped(code.content) + "^FS\n";
    }
    QByteArray operator()(const Gap&) const { return {}; }
};

}  // namespace

QByteArray zplOf(const Paper& paper) {
    const QSize size = sizeInDots(paper);
    QByteArray zpl = "^XA^CI28^PW" + number(size.width()) + "^LL" + number(size.height()) + "^LH0,0\n";
    for (const Placed& placed : laidOut(paper)) zpl += std::visit(ZplOf{placed.dots}, *placed.block);
    return zpl + "^PQ" + number(std::max(1, paper.copies)) + "^XZ\n";
}

}  // namespace simrs::paper
