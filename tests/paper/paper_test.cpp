// SPDX-License-Identifier: GPL-3.0-or-later
// Papers in the languages of printers, against golden files (SIMRS_WRITE_GOLDEN=1 writes them anew), and what
// no name on a paper may do.
#include "app/kit/paper.h"

#include <QFile>
#include <QTest>

#include "app/kit/paper_escpos.h"
#include "app/kit/paper_zpl.h"

using namespace simrs;
using namespace simrs::paper;

namespace {

QString text(const char* utf8) { return QString::fromUtf8(utf8); }

Paper ticket() {
    Paper paper;
    paper.kind = text("ticket");
    paper.mm = {80, 0};
    paper.marginMm = 4;
    paper.columns = {
        {1,
         {Banner{text("SALINAN")}, Text{text("RSUD Kota Contoh"), Size::Large, true, Align::Centre, 2},
          Text{text("NOMOR ANTREAN"), Size::Small, false, Align::Centre},
          Text{text("A-012"), Size::Huge, true, Align::Centre},
          Text{text("Poliklinik Penyakit Dalam dan Konsultasi Gizi Klinik"), Size::Large, true, Align::Centre,
               2},
          Rule{}, Fact{text("Nama"), text("Ny. Qomariah D'Angelo-Núñez")}, Fact{text("Penjamin"), {}},
          Fact{text("No. RM"), text("00-12-34-56")}, Rule{},
          Code{Code::Kind::Code128, text("261122-004512"), 2, 72}, Gap{8},
          Text{text("Harap menunggu di depan poli."), Size::Small, false, Align::Centre, 3}}}};
    return paper;
}

Paper label() {
    Paper paper;
    paper.kind = text("label");
    paper.mm = {50, 25};
    paper.columns = {{1, {Code{Code::Kind::Qr, text("00123456"), 4}}},
                     {3,
                      {Text{text("00-12-34-56"), Size::Large, true},
                       Text{text("Ny. Siti Rahmawati"), Size::Normal, true, Align::Left, 2},
                       Text{text("23 Apr 1990 (P)"), Size::Small}}}};
    paper.copies = 4;
    return paper;
}

}  // namespace

class PaperTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void isWrittenAsBefore_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("ticket, ESC/POS") << text("ticket.escpos") << escPosOf(ticket());
        QTest::newRow("ticket, ZPL") << text("ticket.zpl") << zplOf(ticket());
        QTest::newRow("label, ZPL") << text("label.zpl") << zplOf(label());
        QTest::newRow("label, ESC/POS") << text("label.escpos") << escPosOf(label());
    }
    void isWrittenAsBefore() {
        QFETCH(QString, file);
        QFETCH(QByteArray, bytes);
        QFile golden(QStringLiteral(SIMRS_GOLDEN_PAPERS "/") + file);
        if (qEnvironmentVariableIsSet("SIMRS_WRITE_GOLDEN")) {
            QVERIFY(golden.open(QIODevice::WriteOnly));
            golden.write(bytes);
            return;
        }
        QVERIFY2(golden.open(QIODevice::ReadOnly), qPrintable(golden.fileName()));
        QCOMPARE(bytes, golden.readAll());
    }

    void blocksStandBelowEachOtherWithinThePaper() {
        for (const Paper& paper : {ticket(), label()}) {
            const QRect sheet(QPoint(0, 0), sizeInDots(paper));
            QVERIFY(!overflows(paper));
            const std::vector<Placed> placed = laidOut(paper);
            QVERIFY(placed.size() > 3);
            for (std::size_t i = 0; i < placed.size(); ++i) {
                QVERIFY(sheet.contains(placed[i].dots));
                for (std::size_t other = 0; other < i; ++other)
                    QVERIFY(!placed[i].dots.intersects(placed[other].dots));
            }
        }
    }
    void emptyBlocksLeaveNoGap() {
        Paper with = ticket();
        Paper without = ticket();
        with.columns[0].blocks.push_back(Fact{text("Dokter"), {}});
        with.columns[0].blocks.push_back(Text{});
        with.columns[0].blocks.push_back(Code{});
        QCOMPARE(sizeInDots(with), sizeInDots(without));
        QCOMPARE(zplOf(with), zplOf(without));
        QCOMPARE(escPosOf(with), escPosOf(without));
    }
    void tooMuchIsSaid() {
        Paper paper = label();
        for (int i = 0; i < 20; ++i) paper.columns[1].blocks.push_back(Text{text("mehr")});
        QVERIFY(overflows(paper));
        QCOMPARE(sizeInDots(paper).height(), 200);
    }

    /// A name that holds commands of the printer stays a name.
    void noTextIsACommand() {
        Paper paper = label();
        for (const char* name :
             {"^XZ^XA^FDx^FS", "~JA", "_5E", "a\\&b", "\x1b@\x1dV\x01", "\x10\x04", "日本 Ω"}) {
            paper.columns[1].blocks[1] = Text{text(name), Size::Normal, true};
            const QByteArray zpl = zplOf(paper);
            QCOMPARE(zpl.count("^XA"), 1);
            QCOMPARE(zpl.count("^XZ"), 1);
            QVERIFY(!zpl.contains('~') && !zpl.contains('\\'));
            QVERIFY(zpl.startsWith("^XA") && zpl.endsWith("^XZ\n"));
            // Only our own commands begin with these bytes; each name adds none.
            Paper plain = paper;
            plain.columns[1].blocks[1] = Text{text("x"), Size::Normal, true};
            for (const char c : {'\x1b', '\x1d', '\x10'})
                QCOMPARE(escPosOf(paper).count(c), escPosOf(plain).count(c));
        }
    }
    void lettersWithoutAPlaceAreWrittenPlainly() {
        Paper paper;
        paper.mm = {58, 0};
        paper.columns = {{1, {Text{text("Núñez Đặng 日"), Size::Normal}}}};
        const QByteArray bytes = escPosOf(paper);
        QVERIFY(
            bytes.contains("N\xfa\xf1"
                           "ez"));
        QVERIFY(bytes.contains('?'));
        QVERIFY(!bytes.contains("\xc3"));
    }
    void longTextsAreCutBetweenWords() {
        Paper paper;
        paper.mm = {58, 0};
        paper.columns = {{1,
                          {Text{text("satu dua tiga empat lima enam tujuh delapan sembilan sepuluh"),
                                Size::Normal, false, Align::Left, 2}}}};
        const QByteArray bytes = escPosOf(paper);
        QVERIFY(bytes.contains("satu dua tiga empat lima enam tujuh\n"));
        QVERIFY(bytes.contains("delapan sembilan sepuluh\n"));
        paper.columns[0].blocks[0] = Text{QString(500, u'x'), Size::Normal, false, Align::Left, 1};
        QVERIFY(!escPosOf(paper).contains(QByteArray(60, 'x')));
    }
};

QTEST_GUILESS_MAIN(PaperTest)
#include "paper_test.moc"
