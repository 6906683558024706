// SPDX-License-Identifier: GPL-3.0-or-later
// Every code on every paper is read back by a decoder that we did not write: from the picture at print
// resolution, from the PDF, and from what printers make of ZPL and ESC/POS. SIMRS_SHOTS=folder keeps the
// pictures.
#include <QBuffer>
#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include "app/kit/paper_escpos.h"
#include "app/kit/paper_paint.h"
#include "app/kit/paper_zpl.h"
#include "app/kit/theme.h"
#include "tests/paper/paper_printers.h"
#include "tests/paper/sample_papers.h"

using namespace simrs;
using namespace simrs::test;
using namespace simrs::paper;

namespace {

QString s(const char* text) { return QString::fromUtf8(text); }

/// What the declaration says that scanners read, sorted.
QStringList declared(const Paper& paper) {
    QStringList contents;
    for (const Column& column : paper.columns)
        for (const Block& block : column.blocks)
            if (const auto* code = std::get_if<Code>(&block)) contents.append(code->content);
    contents.sort();
    return contents;
}

}  // namespace

class ReadBackTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase() {
        applyTheme(*qApp, Theme::light());
        QVERIFY(m_folder.isValid());
        m_shots = qEnvironmentVariable("SIMRS_SHOTS");
        if (m_shots.isEmpty()) m_shots = m_folder.path();
        QDir().mkpath(m_shots);
    }

    void fromThePicture_data() { everyPaper(); }
    void fromThePicture() {
        const SamplePaper sample = paperOfRow();
        const QImage read = throughPng(imageOf(sample.paper), sample.name);
        QCOMPARE(read.size(), sizeInDots(sample.paper));
        QCOMPARE(codesOn(read), declared(sample.paper));
    }
    void fromThePdf_data() { everyPaper(); }
    void fromThePdf() {
        const SamplePaper sample = paperOfRow();
        const QString file = m_folder.filePath(sample.name + s(".pdf"));
        QFile pdf(file);
        QVERIFY(pdf.open(QIODevice::WriteOnly) && writePdf(pdf, sample.paper));
        pdf.close();
        const QString picture = m_folder.filePath(sample.name + s("-pdf"));
        // 203.2 dpi are 8 dots a millimetre.
        QProcess poppler;
        poppler.start(s("pdftoppm"), {s("-r"), s("203.2"), s("-png"), s("-singlefile"), file, picture});
        QVERIFY(poppler.waitForFinished(20'000));
        QCOMPARE(poppler.exitCode(), 0);
        QCOMPARE(codesOn(QImage(picture + s(".png"))), declared(sample.paper));
    }
    void fromALabelPrinter_data() { everyPaper(); }
    void fromALabelPrinter() {
        const SamplePaper sample = paperOfRow();
        const PrintedSheet sheet = labelPrinted(zplOf(sample.paper));
        QCOMPARE(sheet.faults, QStringList());
        const QSize dots = sizeInDots(sample.paper);
        QCOMPARE(sheet.image.size(), sample.paper.turned ? dots.transposed() : dots);
        QCOMPARE(codesOn(throughPng(sheet.image, sample.name + s("-zpl"))), declared(sample.paper));
    }
    void fromAReceiptPrinter_data() {
        QTest::addColumn<int>("at");
        QTest::addColumn<int>("dots");
        const QList<SamplePaper> papers = samplePapers();
        for (int at = 0; at < papers.size(); ++at)
            for (const int dots : {kNarrowRoll, kWideRoll})
                QTest::newRow(qPrintable(papers[at].name + QString::number(dots))) << at << dots;
    }
    void fromAReceiptPrinter() {
        QFETCH(int, dots);
        const SamplePaper sample = paperOfRow();
        const PrintedSheet sheet = receiptPrinted(escPosOf(sample.paper, dots), dots);
        QCOMPARE(sheet.faults, QStringList());
        QCOMPARE(codesOn(throughPng(sheet.image, sample.name + s("-escpos"))), declared(sample.paper));
    }

    /// The reader can say no: what is smeared or cut is not read.
    void theReaderSeesWhatIsBroken() {
        const Paper label = samplePapers().first().paper;
        QImage broken = imageOf(label);
        for (int y = 60; y < 90; ++y)
            for (int x = 0; x < broken.width(); ++x) broken.setPixelColor(x, y, Qt::black);
        QCOMPARE(codesOn(broken), QStringList());
    }
    /// Numbers of six and eight digits, and temporary ones.
    void otherNumbersAreRead() {
        for (const char* content : {"123456", "00000001", "99999999", "T-7KQ2MX-12", "261122-004512", "1"}) {
            for (const auto kind : {Code::Kind::Qr, Code::Kind::Code128}) {
                Paper paper;
                paper.mm = {80, 30};
                paper.marginMm = 4;
                paper.columns = {{1, {Code{kind, s(content), kind == Code::Kind::Qr ? 4 : 2, 72}}}};
                QVERIFY(!overflows(paper));
                QCOMPARE(codesOn(imageOf(paper)), QStringList{s(content)});
                QCOMPARE(codesOn(labelPrinted(zplOf(paper)).image), QStringList{s(content)});
                const PrintedSheet receipt = receiptPrinted(escPosOf(paper), kWideRoll);
                QCOMPARE(receipt.faults, QStringList());
                QCOMPARE(codesOn(receipt.image), QStringList{s(content)});
            }
        }
    }

  private:
    static void everyPaper() {
        QTest::addColumn<int>("at");
        const QList<SamplePaper> papers = samplePapers();
        for (int at = 0; at < papers.size(); ++at) QTest::newRow(qPrintable(papers[at].name)) << at;
    }
    static SamplePaper paperOfRow() {
        QFETCH(int, at);
        return samplePapers().at(at);
    }
    QImage throughPng(const QImage& image, const QString& name) const {
        const QString file = QDir(m_shots).filePath(name + s(".png"));
        return image.save(file) ? QImage(file) : QImage();
    }

    QTemporaryDir m_folder;
    QString m_shots;
};

QTEST_MAIN(ReadBackTest)
#include "read_back_test.moc"
