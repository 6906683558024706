// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/paper/paper_printers.h"

#include <zbar.h>

#include <QHash>
#include <QPainter>
#include <algorithm>
#include <optional>

#include "app/kit/barcode.h"

namespace simrs::test {
namespace {

constexpr int kLetterHigh = 24;
constexpr int kLongest = 4000;  // Dots of a roll.

/// A code as it comes out at (x, y); `turned`: by 90 degrees to the right.
void paintCode(QPainter& painter, const BarcodeModules& code, QPoint at, int module, int high, bool turned) {
    for (int y = 0; y < code.height; ++y)
        for (int x = 0; x < code.width; ++x) {
            if (!code.at(x, y)) continue;
            const QRect dots(x * module, y * high, module, high);
            const QRect placed = turned ? QRect(0, dots.x(), dots.height(), dots.width()) : dots;
            painter.fillRect(placed.translated(at), Qt::black);
        }
}

/// Carries out one label, command by command.
class LabelPrinter {
  public:
    PrintedSheet print(const QByteArray& zpl) {
        QList<QByteArray> commands = zpl.split('^');
        commands.removeFirst();
        for (const QByteArray& command : commands) carryOut(command);
        return {m_image, m_faults};
    }

  private:
    static QList<int> numbers(const QByteArray& text) {
        QList<int> out;
        for (const QByteArray& part : text.split(',')) out.append(part.trimmed().toInt());
        return out;
    }
    static QByteArray unescaped(const QByteArray& text) {
        QByteArray out;
        for (qsizetype at = 0; at < text.size(); ++at) {
            if (text[at] != '_') {
                out += text[at];
                continue;
            }
            out += QByteArray::fromHex(text.mid(at + 1, 2));
            at += 2;
        }
        return out;
    }

    void carryOut(const QByteArray& command) {
        const QByteArray name = command.left(2);
        const QByteArray rest = command.mid(2);
        const QList<int> values = numbers(rest);
        if (name == "PW")
            m_size.setWidth(values[0]);
        else if (name == "LL")
            begin(values[0]);
        else if (name == "FO")
            m_at = {values[0], values[1]};
        else if (name == "A0")
            letters(rest);
        else if (name == "FB")
            m_field = {values[0], values[1]};
        else if (name == "BY")
            m_module = values[0];
        else if (name == "BQ")
            m_code = {'Q', numbers(rest.mid(1))[2], 0, false};
        else if (name == "BC")
            m_code = {'C', m_module, numbers(rest.mid(1))[1], rest.startsWith('R')};
        else if (name == "GB")
            box(values);
        else if (name == "FR")
            m_isReversed = true;
        else if (name == "FD")
            m_data = unescaped(rest);
        else if (name == "FS")
            end();
        else if (!QList<QByteArray>{"XA", "CI", "LH", "FH", "PQ", "XZ"}.contains(name))
            m_faults.append(QString::fromLatin1(command));
    }
    void begin(int length) {
        m_size.setHeight(length);
        m_image = QImage(m_size, QImage::Format_Grayscale8);
        m_image.fill(Qt::white);
    }
    void letters(const QByteArray& rest) {
        m_isTurned = rest.startsWith('R');
        m_letterHigh = numbers(rest.mid(2))[0];
    }
    void box(const QList<int>& values) {
        QPainter painter(&m_image);
        const QRect whole(m_at, QSize(values[0], values[1]));
        if (values[2] * 2 >= std::min(values[0], values[1])) return painter.fillRect(whole, Qt::black);
        painter.drawRect(whole);
    }
    void end() {
        if (m_data.isEmpty()) return;
        QPainter painter(&m_image);
        const QString text = QString::fromUtf8(m_data);
        if (m_code) {
            // "MA,": correction and mode.
            if (m_code->kind == 'Q' && !text.startsWith(QLatin1String("MA,"))) m_faults.append(text);
            const auto code = m_code->kind == 'Q' ? encodeQr(text.mid(3)) : encodeCode128(text);
            const int high = m_code->kind == 'Q' ? m_code->module : m_code->high;
            if (code) paintCode(painter, *code, m_at, m_code->module, high, m_code->isTurned);
        } else if (!m_isReversed) {
            const QSize upright(m_field.width(), m_letterHigh * m_field.height());
            painter.fillRect(QRect(m_at, m_isTurned ? upright.transposed() : upright), Qt::black);
        }
        m_code.reset();
        m_data.clear();
        m_isReversed = false;
    }

    struct CodeWanted {
        char kind;
        int module;
        int high;
        bool isTurned;
    };
    QImage m_image;
    QStringList m_faults;
    QSize m_size, m_field;  // The field: width, and how many lines.
    QPoint m_at;
    std::optional<CodeWanted> m_code;
    QByteArray m_data;
    int m_module = 2, m_letterHigh = 20;
    bool m_isReversed = false, m_isTurned = false;
};

/// Carries out a roll, byte by byte.
class ReceiptPrinter {
  public:
    explicit ReceiptPrinter(int dots) : m_image(dots, kLongest, QImage::Format_Grayscale8) {
        m_image.fill(Qt::white);
    }
    PrintedSheet print(const QByteArray& bytes) {
        m_bytes = bytes;
        while (m_next < m_bytes.size() && !m_isCut) {
            const int c = take();
            if (c == 0x1b)
                escape(take());
            else if (c == 0x1d)
                group(take());
            else if (c == '\n')
                feedLine();
            else
                ++m_letters;
        }
        return {m_image.copy(0, 0, m_image.width(), std::min(m_y + 30, kLongest)), m_faults};
    }

  private:
    int take() { return m_next < m_bytes.size() ? static_cast<quint8>(m_bytes[m_next++]) : 0; }

    void escape(int what) {
        switch (what) {
            case '@':
                return;
            case 'a':
                m_align = take();
                return;
            case 'J':
                m_y += take();
                return;
            case 'd':
                m_y += take() * kLetterHigh;
                return;
            case 'M':
                m_isSmall = take() == 1;
                return;
            case 't':
            case 'E':
                take();
                return;
            default:
                m_faults.append(QStringLiteral("ESC %1").arg(what));
        }
    }
    void group(int what) {
        switch (what) {
            case '!':
                m_times = take() / 16 + 1;
                return;
            case 'h':
                m_high = take();
                return;
            case 'w':
                m_module = take();
                return;
            case 'B':
            case 'H':
                take();
                return;
            case 'V':
                m_isCut = true;
                return;
            case 'k':
                return bars();
            case '(':
                return symbol();
            default:
                m_faults.append(QStringLiteral("GS %1").arg(what));
        }
    }
    void feedLine() {
        const int wide = (m_isSmall ? 9 : 12) * m_times * m_letters;
        if (wide > m_image.width()) m_faults.append(QStringLiteral("a line of %1 dots").arg(wide));
        const int left = m_align == 0 ? 0 : (m_image.width() - wide) / 2;
        QPainter painter(&m_image);
        if (m_letters > 0) painter.fillRect(left, m_y, wide, kLetterHigh * m_times, Qt::black);
        m_y += m_letters > 0 ? (kLetterHigh + 6) * m_times : 0;
        m_letters = 0;
    }
    void show(const std::optional<BarcodeModules>& code, int module, int high) {
        if (!code) return m_faults.append(QStringLiteral("no code"));
        const int wide = code->width * module;
        if (wide > m_image.width()) m_faults.append(QStringLiteral("a code of %1 dots").arg(wide));
        QPainter painter(&m_image);
        paintCode(painter, *code, {(m_image.width() - wide) / 2, m_y + 4}, module, high, false);
        m_y += code->height * high + 8;
    }
    /// GS k 73 n: sets are chosen by "{B" and "{C", pairs of digits are one byte.
    void bars() {
        if (take() != 73) return m_faults.append(QStringLiteral("not Code 128"));
        const int last = take() + static_cast<int>(m_next);
        QByteArray content;
        int symbols = 0;
        char set = 0;
        while (m_next < last) {
            const int c = take();
            if (c == '{' && set != 'C') {
                const int next = take();
                if (next == '{')
                    content += '{';
                else
                    set = static_cast<char>(next);
            } else if (set == 'C' && c == '{') {
                set = static_cast<char>(take());
            } else {
                content += set == 'C' ? QByteArray::number(c).rightJustified(2, '0')
                                      : QByteArray(1, static_cast<char>(c));
            }
            ++symbols;
        }
        const auto code = encodeCode128(QString::fromLatin1(content));
        // The start is one of them, the check sign is another, the stop is two modules longer.
        const int modules = (symbols + 2) * 11 + 2;
        if (code && code->width != modules)
            m_faults.append(QStringLiteral("%1 modules, not %2").arg(modules).arg(code->width));
        show(code, m_module, m_high);
    }
    /// GS ( k: module, content, print.
    void symbol() {
        take();
        const int size = take() + take() * 256;
        take();
        const int function = take();
        if (function == 67) m_qrModule = static_cast<quint8>(m_bytes[m_next]);
        if (function == 80) m_qr = m_bytes.mid(m_next + 1, size - 3);
        if (function == 81) show(encodeQr(QString::fromLatin1(m_qr)), m_qrModule, m_qrModule);
        m_next += size - 2;
    }

    QImage m_image;
    QStringList m_faults;
    QByteArray m_bytes, m_qr;
    qsizetype m_next = 0;
    int m_y = 4, m_letters = 0, m_times = 1, m_align = 0, m_high = 72, m_module = 2, m_qrModule = 4;
    bool m_isCut = false, m_isSmall = false;
};

}  // namespace

PrintedSheet labelPrinted(const QByteArray& zpl) { return LabelPrinter().print(zpl); }

PrintedSheet receiptPrinted(const QByteArray& bytes, int dots) { return ReceiptPrinter(dots).print(bytes); }

QStringList codesOn(const QImage& image) {
    using namespace zbar;
    const QImage grey = image.convertToFormat(QImage::Format_Grayscale8);
    QByteArray pixels;
    for (int y = 0; y < grey.height(); ++y)
        pixels.append(reinterpret_cast<const char*>(grey.constScanLine(y)), grey.width());
    zbar_image_scanner_t* scanner = zbar_image_scanner_create();
    zbar_image_scanner_set_config(scanner, ZBAR_NONE, ZBAR_CFG_ENABLE, 0);
    for (const auto kind : {ZBAR_QRCODE, ZBAR_CODE128})
        zbar_image_scanner_set_config(scanner, kind, ZBAR_CFG_ENABLE, 1);
    zbar_image_t* picture = zbar_image_create();
    zbar_image_set_format(picture, zbar_fourcc('Y', '8', '0', '0'));
    zbar_image_set_size(picture, static_cast<unsigned>(grey.width()), static_cast<unsigned>(grey.height()));
    zbar_image_set_data(picture, pixels.constData(), static_cast<unsigned long>(pixels.size()), nullptr);
    QStringList found;
    if (zbar_scan_image(scanner, picture) >= 0)
        for (const zbar_symbol_t* symbol = zbar_image_first_symbol(picture); symbol != nullptr;
             symbol = zbar_symbol_next(symbol))
            found.append(QString::fromUtf8(zbar_symbol_get_data(symbol),
                                           static_cast<qsizetype>(zbar_symbol_get_data_length(symbol))));
    zbar_image_destroy(picture);
    zbar_image_scanner_destroy(scanner);
    found.sort();
    return found;
}

}  // namespace simrs::test
