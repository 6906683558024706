// SPDX-License-Identifier: GPL-3.0-or-later
// One field a block. ^FH makes "_5E" of a caret, so that no name can end the label. Widths of letters are
// guessed, since the printer's font is its own: what may be too long is written narrower, before it is cut.
#include "app/kit/paper_zpl.h"

#include <QStringList>

#include <algorithm>

namespace simrs::paper {
namespace {

constexpr int kNarrowest = 60;  // Letters, in hundredths of their width.

QByteArray number(int value) { return QByteArray::number(value); }

QByteArray escaped(const QString& text) {
    QByteArray out;
    for (const char c : text.toUtf8()) {
        const bool isSign = c == '^' || c == '~' || c == '_' || c == '\\' || (c >= 0 && c < ' ');
        out += isSign ? '_' + QByteArray(1, c).toHex().toUpper() : QByteArray(1, c);
    }
    return out;
}

/// Hundredths of the font's width that a letter of the scalable font takes, a little more rather than less.
int hundredthsOf(QChar c) {
    static const QString narrow = QStringLiteral("ijltfrI.,:;'`|!()[]-/ ");
    static const QString wide = QStringLiteral("mwMW@%&");
    if (narrow.contains(c)) return 34;
    if (wide.contains(c)) return 88;
    return c.isUpper() || c.isDigit() ? 64 : 55;
}

int widthOf(const QString& text, int letters) {
    int hundredths = 0;
    for (const QChar c : text) hundredths += hundredthsOf(c);
    return hundredths * letters / 100;
}

/// How many lines the printer makes of it, between words.
int linesOf(const QString& text, int letters, int room) {
    int lines = 1;
    int used = 0;
    for (const QString& word : text.split(QLatin1Char(' '))) {
        const int wide = widthOf(word + QLatin1Char(' '), letters);
        if (used > 0 && used + wide > room) {
            ++lines;
            used = 0;
        }
        used += wide;
        lines += used > room ? used / room : 0;
    }
    return lines;
}

struct Fitted {
    QString text;
    int letters;
};

/// A printer writes what is too long over itself: nobody can read it then.
Fitted fitted(const QString& text, int letters, int room, int lines) {
    const auto fits = [&](const QString& shown, int wide) { return linesOf(shown, wide, room) <= lines; };
    int wide = letters;
    while (wide > letters * kNarrowest / 100 && !fits(text, wide)) --wide;
    QString shown = text;
    for (qsizetype left = text.size(); left > 0 && !fits(shown, wide); --left)
        shown = text.left(left - 1).trimmed() + QLatin1String("..");
    return {shown, wide};
}

const char* letter(Align align) { return align == Align::Left ? "L" : align == Align::Centre ? "C" : "R"; }

struct ZplOf {
    QRect dots;
    int turnedIn = 0;  // Height of a paper that is written turned; 0: it is not.

    char way() const { return turnedIn > 0 ? 'R' : 'N'; }
    /// What stands upright in `rect`; turned to the right, its left edge is up and its top is at the right.
    QByteArray at(const QRect& rect) const {
        const QPoint place =
            turnedIn > 0 ? QPoint(turnedIn - rect.y() - rect.height(), rect.x()) : rect.topLeft();
        return "^FO" + number(place.x()) + ',' + number(place.y());
    }
    QByteArray box(const QRect& rect, int thick) const {
        const QSize size = turnedIn > 0 ? rect.size().transposed() : rect.size();
        return at(rect) + "^GB" + number(size.width()) + ',' + number(size.height()) + ',' + number(thick) +
               "^FS\n";
    }
    QByteArray field(const QRect& rect, const Text& text, const char* before = "") const {
        const int height = static_cast<int>(text.size);
        const int lines = std::max(1, text.lines);
        // The scalable font has no bold: wider letters stand out.
        const Fitted shown = fitted(text.text, text.bold ? height : height * 9 / 10, rect.width(), lines);
        const QRect used(rect.x(), rect.y(), rect.width(), height * lines);
        return at(used) + before + "^A0" + way() + ',' + number(height) + ',' + number(shown.letters) +
               "^FB" + number(rect.width()) + ',' + number(lines) + ",0," + letter(text.align) + ",0^FH^FD" +
               escaped(shown.text) + "^FS\n";
    }

    QByteArray operator()(const Text& text) const { return field(dots, text); }
    QByteArray operator()(const Fact& fact) const {
        const QRect name(dots.x(), dots.y(), fact.room, dots.height());
        return field(name, {fact.name, smaller(fact.size)}) +
               field(dots.adjusted(fact.room, 0, 0, 0),
                     {fact.value, fact.size, true, Align::Left, fact.lines});
    }
    QByteArray operator()(const Pair& pair) const {
        const int half = dots.width() / 2;
        QByteArray out;
        if (!pair.left.text.isEmpty())
            out += field(QRect(dots.x(), dots.y(), half - 4, dots.height()), pair.left);
        if (!pair.right.text.isEmpty()) out += field(dots.adjusted(half, 0, 0, 0), pair.right);
        return out;
    }
    QByteArray operator()(const Rule&) const {
        return box(QRect(dots.x(), dots.y() + dots.height() / 2, dots.width(), 2), 2);
    }
    QByteArray operator()(const Banner& banner) const {
        const int high = static_cast<int>(Size::Large) + 4;
        return box(QRect(dots.x(), dots.y(), dots.width(), high), high) +
               field(dots.translated(0, 6), {banner.text, Size::Normal, true, Align::Centre}, "^FR");
    }
    QByteArray operator()(const Code& code) const {
        const int wide = modulesOf(code) * code.module;
        const int left = dots.x() + std::max(0, (dots.width() - wide) / 2);
        const QByteArray content =
            "^FH^FD" + QByteArray(code.kind == Code::Kind::Qr ? "MA," : "") + escaped(code.content) + "^FS\n";
        if (code.kind == Code::Kind::Qr)
            return at(QRect(left, dots.y(), wide, wide)) + "^BQN,2," + number(code.module) + content;
        // "A": the printer chooses the sets, as the layout counted them.
        return at(QRect(left, dots.y(), wide, code.height)) + "^BY" + number(code.module) + "^BC" + way() +
               ',' + number(code.height) + ",N,N,N,A" + content;
    }
    QByteArray operator()(const Gap&) const { return {}; }
};

}  // namespace

QByteArray zplOf(const Paper& paper) {
    const QSize upright = sizeInDots(paper);
    const QSize size = paper.turned ? upright.transposed() : upright;
    QByteArray zpl = "^XA^CI28^PW" + number(size.width()) + "^LL" + number(size.height()) + "^LH0,0\n";
    for (const Placed& placed : laidOut(paper))
        zpl += std::visit(ZplOf{placed.dots, paper.turned ? upright.height() : 0}, *placed.block);
    return zpl + "^PQ" + number(std::max(1, paper.copies)) + "^XZ\n";
}

}  // namespace simrs::paper
