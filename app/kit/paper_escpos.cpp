// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of letters of a fixed width: 12 dots for the normal ones, 9 for the small. Larger letters are whole
// multiples of the normal ones, as the printers have them.
#include "app/kit/paper_escpos.h"

#include <QStringList>

#include <algorithm>

namespace simrs::paper {
namespace {

constexpr char kEsc = 0x1b;
constexpr char kGs = 0x1d;
constexpr int kLetterDots = 12;
constexpr int kSmallLetterDots = 9;
constexpr int kMostModule = 16;

QByteArray bytes(std::initializer_list<int> values) {
    QByteArray out;
    for (const int value : values) out.append(static_cast<char>(value));
    return out;
}

/// One byte a letter, as the code page that is chosen at the beginning has it.
QByteArray latin(const QString& text) {
    QByteArray out;
    for (const QChar c : text.normalized(QString::NormalizationForm_C)) {
        if (c.isMark() || c < u' ') continue;
        const QString plain = c.unicode() < 0x100 ? QString(c) : c.decomposition().left(1);
        out += plain.isEmpty() || plain.at(0).unicode() >= 0x100 ? '?' : plain.at(0).toLatin1();
    }
    return out;
}

/// Cut between words where there are any, at most so many lines.
QStringList wrapped(const QString& text, int width, int lines) {
    QStringList out;
    QString rest = text.simplified();
    while (!rest.isEmpty() && out.size() < lines) {
        qsizetype cut = rest.size() <= width ? rest.size() : rest.lastIndexOf(QLatin1Char(' '), width);
        if (cut <= 0) cut = width;
        out.append(rest.left(cut));
        rest = rest.mid(cut).trimmed();
    }
    return out;
}

struct Letters {
    int times = 1;  // Wide and high.
    bool small = false;
};

Letters lettersOf(Size size) {
    switch (size) {
        case Size::Small:
            return {1, true};
        case Size::Normal:
            return {1, false};
        case Size::Large:
        case Size::Title:
            return {2, false};
        case Size::Huge:
            return {4, false};
    }
    return {};
}

class Roll {
  public:
    explicit Roll(int dots) : m_dots(dots) {
        // Reset; the code page of Western Europe.
        m_out = bytes({kEsc, '@', kEsc, 't', 16});
    }

    void operator()(const Text& text) {
        if (text.text.isEmpty()) return;
        const Letters letters = lettersOf(text.size);
        style(letters, text.bold, text.align);
        const int width = m_dots / ((letters.small ? kSmallLetterDots : kLetterDots) * letters.times);
        for (const QString& line : wrapped(text.text, std::max(1, width), std::max(1, text.lines)))
            m_out += latin(line) + '\n';
    }
    void operator()(const Fact& fact) {
        constexpr int kNameLetters = 10;
        if (fact.value.isEmpty()) return;
        style({}, false, Align::Left);
        m_out += latin(fact.name).left(kNameLetters).leftJustified(kNameLetters, ' ');
        m_out += bytes({kEsc, 'E', 1}) + latin(fact.value).left(m_dots / kLetterDots - kNameLetters) + '\n';
    }
    void operator()(const Rule&) {
        style({}, false, Align::Left);
        m_out += QByteArray(m_dots / kLetterDots, '-') + '\n';
    }
    void operator()(const Banner& banner) {
        if (banner.text.isEmpty()) return;
        style({}, true, Align::Centre);
        m_out += bytes({kGs, 'B', 1}) + ' ' + latin(banner.text) + ' ' + bytes({kGs, 'B', 0}) + '\n';
    }
    void operator()(const Code& code) {
        if (modulesOf(code) == 0) return;
        style({}, false, Align::Centre);
        const int module = std::clamp(code.module, 1, kMostModule);
        QByteArray content = latin(code.content);
        // In a bar code "{" begins a command.
        if (code.kind == Code::Kind::Code128) content.replace("{", "{{");
        if (code.kind == Code::Kind::Qr)
            qr(content, module);
        else
            m_out += bytes({kGs, 'h', code.height, kGs, 'w', std::clamp(module, 2, 6), kGs, 'H', 0, kGs, 'k',
                            73, static_cast<int>(content.size()) + 2, '{', 'B'}) +
                     content + '\n';
    }
    void operator()(const Gap& gap) { m_out += bytes({kEsc, 'J', std::clamp(gap.dots, 0, 255)}); }

    QByteArray finished() {
        // Feed to the knife and cut, leaving a bridge.
        return m_out + bytes({kEsc, 'd', 3, kGs, 'V', 66, 0});
    }

  private:
    void style(Letters letters, bool bold, Align align) {
        const int times = (letters.times - 1) * 0x11;
        m_out += bytes({kEsc, 'a', static_cast<int>(align), kEsc, 'M', letters.small ? 1 : 0, kEsc, 'E',
                        bold ? 1 : 0, kGs, '!', times});
    }
    /// Model 2, the module's size, error correction M, the content, print.
    void qr(const QByteArray& content, int module) {
        const auto size = static_cast<int>(content.size()) + 3;
        m_out +=
            bytes({kGs, '(', 'k', 4, 0, 49, 65, 50, 0,   kGs, '(', 'k',        3,          0,  49, 67, module,
                   kGs, '(', 'k', 3, 0, 49, 69, 49, kGs, '(', 'k', size % 256, size / 256, 49, 80, 48});
        m_out += content + bytes({kGs, '(', 'k', 3, 0, 49, 81, 48}) + '\n';
    }

    int m_dots;
    QByteArray m_out;
};

}  // namespace

QByteArray escPosOf(const Paper& paper) {
    const int margin = static_cast<int>(paper.marginMm * kDotsPerMm);
    QByteArray out;
    for (int copy = 0; copy < std::max(1, paper.copies); ++copy) {
        Roll roll(sizeInDots(paper).width() - 2 * margin);
        for (const Column& column : paper.columns)
            for (const Block& block : column.blocks) std::visit(roll, block);
        out += roll.finished();
    }
    return out;
}

}  // namespace simrs::paper
