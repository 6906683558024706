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
constexpr int kLeastPairs = 4;  // Digits in a row that are worth a change of the set.

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

/// Cut between words where there are any, at most so many lines; what is left out is told by two dots.
QStringList wrapped(const QString& text, int width, int lines) {
    QStringList out;
    QString rest = text.simplified();
    while (!rest.isEmpty() && out.size() < lines) {
        qsizetype cut = rest.size() <= width ? rest.size() : rest.lastIndexOf(QLatin1Char(' '), width);
        if (cut <= 0) cut = width;
        out.append(rest.left(cut));
        rest = rest.mid(cut).trimmed();
    }
    if (!rest.isEmpty() && width > 2) out.last() = out.last().left(width - 2) + QLatin1String("..");
    return out;
}

bool isDigit(char c) { return c >= '0' && c <= '9'; }

qsizetype digitsFrom(const QByteArray& content, qsizetype at) {
    qsizetype end = at;
    while (end < content.size() && isDigit(content[end])) ++end;
    return end - at;
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
    explicit Roll(int dots) : m_dots(std::max(dots, 20 * kLetterDots)) {
        // Reset; the code page of Western Europe.
        m_out = bytes({kEsc, '@', kEsc, 't', 16});
    }

    void operator()(const Text& text) {
        if (text.text.isEmpty()) return;
        Letters letters = lettersOf(text.size);
        const int lines = std::max(1, text.lines);
        const auto width = [&] {
            return m_dots / ((letters.small ? kSmallLetterDots : kLetterDots) * letters.times);
        };
        // Smaller letters are better than a number that is cut.
        while (letters.times > 1 && text.text.size() > width() * lines) --letters.times;
        style(letters, text.bold, text.align);
        for (const QString& line : wrapped(text.text, std::max(1, width()), lines))
            m_out += latin(line) + '\n';
    }
    void operator()(const Fact& fact) {
        if (fact.value.isEmpty()) return;
        const int all = m_dots / kLetterDots;
        const int forName = std::clamp(fact.room / kSmallLetterDots, 1, all / 3);
        style({}, false, Align::Left);
        m_out += latin(fact.name).left(forName - 1).leftJustified(forName, ' ') + bytes({kEsc, 'E', 1});
        // Twice as many lines as on a sheet: a roll is half as wide at the most.
        const int most = fact.lines > 1 ? fact.lines * 2 : 1;
        QByteArray indent;
        for (const QString& line : wrapped(fact.value, all - forName, most)) {
            m_out += indent + latin(line) + '\n';
            indent = QByteArray(forName, ' ');
        }
    }
    void operator()(const Pair& pair) {
        const int half = m_dots / kLetterDots / 2;
        if (pair.left.text.isEmpty() && pair.right.text.isEmpty()) return;
        style({}, pair.left.bold || pair.right.bold, Align::Left);
        m_out += latin(pair.left.text).left(half - 1).leftJustified(half, ' ') +
                 latin(pair.right.text).left(half) + '\n';
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
        int module = std::clamp(code.module, 2, kMostModule);
        while (module > 2 && modulesOf(code) * module > m_dots) --module;
        const QByteArray content = latin(code.content);
        if (code.kind == Code::Kind::Qr) return qr(content, module);
        const QByteArray data = code128Bytes(content);
        m_out += bytes({kGs, 'h', code.height, kGs, 'w', std::min(module, 6), kGs, 'H', 0, kGs, 'k', 73,
                        static_cast<int>(data.size())}) +
                 data + '\n';
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

QByteArray code128Bytes(const QByteArray& content) {
    QByteArray out;
    bool pairs = false;
    for (qsizetype at = 0; at < content.size();) {
        const qsizetype digits = digitsFrom(content, at);
        // An odd digit stands before the pairs, but at the very beginning, where it would cost a set.
        const bool even = digits % 2 == 0 || at == 0;
        const bool wanted = pairs ? digits >= 2 : digits >= kLeastPairs && even;
        if (out.isEmpty() || wanted != pairs) out += wanted ? "{C" : "{B";
        pairs = wanted;
        if (pairs) {
            out += static_cast<char>((content[at] - '0') * 10 + content[at + 1] - '0');
            at += 2;
        } else {
            // In a bar code "{" begins a command.
            out += content[at] == '{' ? QByteArray("{{") : content.mid(at, 1);
            ++at;
        }
    }
    return out;
}

QByteArray escPosOf(const Paper& paper, int roll) {
    const int margin = static_cast<int>(paper.marginMm * kDotsPerMm);
    QByteArray out;
    for (int copy = 0; copy < std::max(1, paper.copies); ++copy) {
        Roll printed(std::min(roll, sizeInDots(paper).width() - 2 * margin));
        for (const Column& column : paper.columns)
            for (const Block& block : column.blocks) std::visit(printed, block);
        out += printed.finished();
    }
    return out;
}

}  // namespace simrs::paper
