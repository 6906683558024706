// SPDX-License-Identifier: GPL-3.0-or-later
// The ticket's PDF is exactly as wide as the paper, its codes encode, and a copy says so.
#include "app/kit/ticket_paper.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <QTest>

#include "app/kit/barcode.h"
#include "app/kit/theme.h"

using namespace simrs;

namespace {

QString s(const char* text) { return QString::fromUtf8(text); }

TicketText ticketOf(const QString& registration) {
    return {s("RSUD Melati Kota Contoh"),
            s("Poli Penyakit Dalam"),
            s("dr. Rina Wulandari, Sp.PD"),
            s("Sesi pagi"),
            s("A-012"),
            s("Siti N."),
            s("00-12-45-67"),
            registration,
            s("05 Mei 2026 09:14"),
            s("JKN"),
            s("Mohon menunggu."),
            false};
}

QByteArray pdfOf(const TicketText& ticket, TicketWidth width) {
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    return writeTicketPdf(buffer, ticket, width) ? buffer.data() : QByteArray();
}

QImage imageOf(const TicketText& ticket, TicketWidth width) {
    const QSizeF mm = ticketSizeMm(ticket, width);
    QImage image((mm * 8).toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(8, 8);
    paintTicket(painter, ticket, width);
    return image;
}

int darkPixels(const QImage& image, int fromRow, int toRow) {
    int dark = 0;
    for (int y = fromRow; y < toRow; ++y)
        for (int x = 0; x < image.width(); ++x) dark += qGray(image.pixel(x, y)) < 128 ? 1 : 0;
    return dark;
}

/// The runs of one row between the first and last dark pixel, dark first.
QList<int> runsOf(const QImage& image, int row) {
    QList<int> runs;
    int run = 0;
    bool dark = true;
    for (int x = 0; x < image.width(); ++x) {
        const bool now = qGray(image.pixel(x, row)) < 128;
        if (runs.isEmpty() && run == 0 && !now) continue;
        if (now != dark) {
            runs.append(run);
            run = 0;
            dark = now;
        }
        ++run;
    }
    return runs;
}

}  // namespace

class TicketTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void pageIsThePaper_data() {
        QTest::addColumn<int>("width");
        QTest::addColumn<double>("millimetres");
        QTest::newRow("58") << static_cast<int>(TicketWidth::Mm58) << 58.0;
        QTest::newRow("80") << static_cast<int>(TicketWidth::Mm80) << 80.0;
    }

    void pageIsThePaper() {
        QFETCH(int, width);
        QFETCH(double, millimetres);
        const auto roll = static_cast<TicketWidth>(width);
        const TicketText ticket = ticketOf(s("260505-0031"));
        const QByteArray pdf = pdfOf(ticket, roll);
        QVERIFY(pdf.startsWith("%PDF-"));
        static const QRegularExpression box(s("/MediaBox \\[0 0 ([0-9.]+) ([0-9.]+)\\]"));
        const auto found = box.match(QString::fromLatin1(pdf));
        QVERIFY(found.hasMatch());
        constexpr double pointsPerMm = 72 / 25.4;
        QVERIFY(qAbs(found.captured(1).toDouble() - millimetres * pointsPerMm) < 1.0);
        QVERIFY(qAbs(found.captured(2).toDouble() - ticketSizeMm(ticket, roll).height() * pointsPerMm) < 1.0);
        QCOMPARE(pdf.count("/Type /Page\n"), 1);
    }

    void heightFollowsTheTexts() {
        TicketText longer = ticketOf(s("260505-0031"));
        TicketText shorter = longer;
        shorter.doctor.clear();
        shorter.note.clear();
        for (const auto roll : {TicketWidth::Mm58, TicketWidth::Mm80}) {
            QVERIFY(ticketSizeMm(shorter, roll).height() < ticketSizeMm(longer, roll).height());
            longer.note = QString(s("Panjang sekali ")).repeated(60);
            QVERIFY(ticketSizeMm(longer, roll).height() < 160);  // a runaway note does not run the roll out
        }
    }

    void nothingIsPaintedBeyondThePrintHead() {
        TicketText ticket = ticketOf(s("260505-0031"));
        ticket.patientName = QString(s("Nama ")).repeated(30);
        ticket.clinic = QString(s("Poliklinik")).repeated(10);
        const QImage image = imageOf(ticket, TicketWidth::Mm58);
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < 36; ++x) {
                QVERIFY(qGray(image.pixel(x, y)) > 128);
                QVERIFY(qGray(image.pixel(image.width() - 1 - x, y)) > 128);
            }
    }

    void aCopySaysSo() {
        TicketText copy = ticketOf(s("260505-0031"));
        const QImage first = imageOf(copy, TicketWidth::Mm80);
        copy.reprint = true;
        const QImage second = imageOf(copy, TicketWidth::Mm80);
        QVERIFY(second.height() > first.height());
        QVERIFY(darkPixels(second, 0, 60) > 10000);  // the black band
        QVERIFY(darkPixels(first, 0, 60) < 5000);
    }

    void barsAreWholeDots() {
        const auto code = encodeCode128(s("260505-0031"));
        QVERIFY(code);
        const QImage image = imageOf(ticketOf(s("260505-0031")), TicketWidth::Mm80);
        bool found = false;
        for (int row = image.height() / 2; row < image.height() && !found; ++row) {
            const QList<int> runs = runsOf(image, row);
            // Letters may have as many, but not for 20 rows.
            if (runs.size() < 40 || runs != runsOf(image, std::min(row + 20, image.height() - 1))) continue;
            found = true;
            for (const int run : runs)
                QVERIFY2(run >= 2 && run % runs[1] == 0, qPrintable(QString::number(run)));
        }
        QVERIFY(found);
    }

    void code128IsThatOfTheStandard() {
        // "A" in set B: start B (211214), A (111323), checksum 34 (131123), stop (2331112): 11 + 11 + 11 + 13
        // modules.
        const auto code = encodeCode128(s("A"));
        QVERIFY(code);
        QCOMPARE(code->height, 1);
        QCOMPARE(code->width, 46);
        QString bits;
        for (int x = 0; x < code->width; ++x) bits += code->at(x, 0) ? QLatin1Char('1') : QLatin1Char('0');
        QCOMPARE(bits, s("11010010000"
                         "10100011000"
                         "10001011000"
                         "1100011101011"));
    }

    void codesRefuseWhatTheyCannotHold() {
        QVERIFY(!encodeCode128({}));
        QVERIFY(!encodeCode128(s("é")));
        QVERIFY(!encodeCode128(QString(41, QLatin1Char('1'))));
        QVERIFY(!encodeQr({}));
        QVERIFY(!encodeQr(QString(301, QLatin1Char('x'))));
        const auto qr = encodeQr(s("260505-0031"));
        QVERIFY(qr && qr->width == 21 && qr->height == 21);
        for (int at = 0; at < 7; ++at)
            QVERIFY(qr->at(at, 0) && qr->at(0, at) && qr->at(20 - at, 0));  // finder patterns
    }

    void whatDoesNotFitAsBarsBecomesQr() {
        // 58 mm: 384 dots; a long number needs more than 2 dots a bar allow.
        const QString number = s("RS-KOTA-CONTOH/RJ/2026/05/05/000031X");
        const QImage image = imageOf(ticketOf(number), TicketWidth::Mm58);
        int barRows = 0;
        for (int row = image.height() / 2; row < image.height(); ++row)
            barRows += runsOf(image, row).size() > 100 ? 1 : 0;
        QVERIFY2(barRows < 20, qPrintable(QString::number(barRows)));  // bars would be 72 rows high
        QVERIFY(ticketSizeMm(ticketOf(number), TicketWidth::Mm58).height() >
                ticketSizeMm(ticketOf(s("260505-1")), TicketWidth::Mm58).height());
    }

    void aClosedDeviceIsToldNotCrashed() {
        QBuffer closed;
        QVERIFY(!writeTicketPdf(closed, ticketOf(s("1")), TicketWidth::Mm58));
    }
};

QTEST_MAIN(TicketTest)
#include "ticket_test.moc"
