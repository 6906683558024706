// SPDX-License-Identifier: GPL-3.0-or-later
// The desk's papers: in both languages of printers against golden files (SIMRS_WRITE_GOLDEN=1 writes them
// anew), with room for everything and white around every code, and saying what they have to say.
#include <QFile>
#include <QImage>
#include <QTest>

#include "app/kit/paper_escpos.h"
#include "app/kit/paper_paint.h"
#include "app/kit/paper_zpl.h"
#include "app/registration/patient_lines.h"
#include "app/registration/scan_check.h"
#include "tests/paper/sample_papers.h"

using namespace simrs;
using namespace simrs::test;
using namespace simrs::paper;

namespace {

QString s(const char* text) { return QString::fromUtf8(text); }

/// All that stands on a paper, one line each.
QString wordsOf(const Paper& paper) {
    QStringList words;
    for (const Column& column : paper.columns)
        for (const Block& block : column.blocks) {
            if (const auto* text = std::get_if<Text>(&block)) words.append(text->text);
            if (const auto* fact = std::get_if<Fact>(&block))
                words.append(fact->name + s(": ") + fact->value);
            if (const auto* banner = std::get_if<Banner>(&block)) words.append(banner->text);
            if (const auto* pair = std::get_if<Pair>(&block)) words += {pair->left.text, pair->right.text};
        }
    words.removeAll(QString());
    return words.join(QLatin1Char('\n'));
}

/// Where the code itself stands, in the middle of its place.
QRect codeRect(const Placed& placed, const Code& code) {
    const int wide = modulesOf(code) * code.module;
    const int high = code.kind == Code::Kind::Qr ? wide : code.height;
    return {placed.dots.x() + (placed.dots.width() - wide) / 2, placed.dots.y(), wide, high};
}

}  // namespace

class DeskPapersTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void isWrittenAsBefore_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("bytes");
        for (const SamplePaper& sample : samplePapers()) {
            QTest::newRow(qPrintable(sample.name + s(", ZPL")))
                << sample.name + s(".zpl") << zplOf(sample.paper);
            QTest::newRow(qPrintable(sample.name + s(", ESC/POS")))
                << sample.name + s(".escpos") << escPosOf(sample.paper);
        }
    }
    void isWrittenAsBefore() {
        QFETCH(QString, file);
        QFETCH(QByteArray, bytes);
        QFile golden(QStringLiteral(SIMRS_GOLDEN_PAPERS "/") + file);
        if (qEnvironmentVariableIsSet("SIMRS_WRITE_GOLDEN")) {
            QVERIFY(golden.open(QIODevice::WriteOnly));
            QCOMPARE(golden.write(bytes), bytes.size());
            return;
        }
        QVERIFY2(golden.open(QIODevice::ReadOnly), qPrintable(golden.fileName()));
        QCOMPARE(bytes, golden.readAll());
    }

    void everythingHasItsPlace() {
        for (const SamplePaper& sample : samplePapers()) {
            QVERIFY2(!overflows(sample.paper), qPrintable(sample.name));
            const QRect sheet(QPoint(0, 0), sizeInDots(sample.paper));
            const std::vector<Placed> placed = laidOut(sample.paper);
            for (std::size_t i = 0; i < placed.size(); ++i) {
                QVERIFY2(sheet.contains(placed[i].dots), qPrintable(sample.name));
                for (std::size_t other = 0; other < i; ++other)
                    QVERIFY2(!placed[i].dots.intersects(placed[other].dots), qPrintable(sample.name));
            }
        }
    }
    /// White that scanners need, at every side: nothing else stands there, and it is on the paper.
    void codesStandInTheWhite() {
        int codes = 0;
        for (const SamplePaper& sample : samplePapers()) {
            const std::vector<Placed> placed = laidOut(sample.paper);
            for (const Placed& one : placed) {
                const auto* code = std::get_if<Code>(one.block);
                if (code == nullptr) continue;
                ++codes;
                const int quiet = quietDots(*code);
                // Above and below bars nothing needs to be white.
                const int above = code->kind == Code::Kind::Qr ? std::min(quiet, 16) : 0;
                const QRect white = codeRect(one, *code).adjusted(-quiet, -above, quiet, 0);
                QVERIFY2(QRect(QPoint(0, 0), sizeInDots(sample.paper)).contains(white),
                         qPrintable(sample.name));
                for (const Placed& other : placed) {
                    const bool sameColumn = other.dots.x() == one.dots.x();
                    if (sameColumn || other.block == one.block) continue;
                    QVERIFY2(!other.dots.intersects(white), qPrintable(sample.name));
                }
            }
        }
        QVERIFY(codes > 20);
    }
    void longNamesAreNeverPrintedOverOneAnother() {
        PaperContent content = sampleContent();
        content.of.patient.name =
            QString(s("Wibisono Mangkuwardoyo ")).repeated(4).left(limits::kNameChars).trimmed();
        const MasterNames names = sampleNames();
        for (const PaperKind kind : {PaperKind::Label, PaperKind::Wristband, PaperKind::Card}) {
            const Paper paper = paperOf(kind, content, names);
            QVERIFY(!overflows(paper));
            // What is painted stays inside the block of the name, and is not nothing.
            const QImage long1 = imageOf(paper);
            PaperContent brief = content;
            brief.of.patient.name.clear();
            brief.of.patient.sapaan = Sapaan::None;
            const QImage none = imageOf(paperOf(kind, brief, names));
            QVERIFY(long1 != none);
        }
        QVERIFY(zplOf(paperOf(PaperKind::Label, content, names)).contains("Ny. Wibisono"));
    }

    void theWristbandNamesItsStock() {
        PaperContent content = sampleContent();
        const MasterNames names = sampleNames();
        QCOMPARE(paperOf(PaperKind::Wristband, content, names).stock, s("pink wristband, red clip: allergy"));
        QVERIFY(wordsOf(paperOf(PaperKind::Wristband, content, names)).contains(s("ALLERGY")));
        content.of.patient.sex = Sex::Male;
        content.of.patient.allergyState = AllergyState::NotAsked;
        QCOMPARE(paperOf(PaperKind::Wristband, content, names).stock, s("blue wristband"));
        content.of.patient.sex = Sex::Unknown;
        QVERIFY(paperOf(PaperKind::Wristband, content, names).stock.isEmpty());
    }
    void theSizeFollowsTheAge() {
        Patient patient;
        const QDate today(2026, 5, 12);
        patient.birthDate = today;
        QCOMPARE(wristbandSize(patient, today), WristbandSize::Newborn);
        patient.birthDate = today.addMonths(-1);
        QCOMPARE(wristbandSize(patient, today), WristbandSize::Child);
        patient.birthDate = today.addYears(-12).addDays(1);
        QCOMPARE(wristbandSize(patient, today), WristbandSize::Child);
        patient.birthDate = today.addYears(-12);
        QCOMPARE(wristbandSize(patient, today), WristbandSize::Adult);
        const MasterNames names = sampleNames();
        const auto length = [&](WristbandSize size) {
            return wristbandPaper(sampleContent().of, names, size).mm.width();
        };
        QVERIFY(length(WristbandSize::Adult) > length(WristbandSize::Child));
        QVERIFY(length(WristbandSize::Child) > length(WristbandSize::Newborn));
    }
    void aNewbornsBandSaysWhoseChildItIs() {
        const PaperContent newborn = sampleNewborn();
        const QString words = wordsOf(paperOf(PaperKind::Wristband, newborn, sampleNames()));
        QVERIFY(words.contains(s("By. Ny. Siti Nur Rahmawati")));
        QVERIFY(words.contains(s("Mother: Ny. Siti Nur Rahmawati · 00-12-34-56")));
        QVERIFY(words.contains(s("03:42")));
        QVERIFY(words.contains(s("child 2 of this birth")));
        QCOMPARE(paperOf(PaperKind::Wristband, newborn, sampleNames()).stock, s("blue wristband"));
        // A mother without a file is named all the same.
        PaperContent without = newborn;
        without.of.mother.reset();
        QVERIFY(wordsOf(paperOf(PaperKind::Wristband, without, sampleNames())).contains(s("Mother: Siti")));
    }
    void theCardsCodeHoldsTheNumberOnly() {
        const Paper card = paperOf(PaperKind::Card, sampleContent(), sampleNames());
        int codes = 0;
        for (const Column& column : card.columns)
            for (const Block& block : column.blocks)
                if (const auto* code = std::get_if<Code>(&block)) {
                    ++codes;
                    QCOMPARE(code->content, s("00123456"));
                }
        QCOMPARE(codes, 1);
    }
    void theTracerSaysWhereTheFileStands() {
        QCOMPARE(terminalDigits(s("00-12-34-56")), s("56-34-12-00"));
        QCOMPARE(terminalDigits({}), QString());
        const QString words = wordsOf(paperOf(PaperKind::Tracer, sampleContent(), sampleNames()));
        QVERIFY(words.contains(s("Shelf: 56-34-12-00")));
        QVERIFY(words.contains(s("Poliklinik Penyakit Dalam")));
    }
    void aGuessedBirthIsNoDate() {
        PaperContent content = sampleContent();
        content.of.patient.birthDate = QDate(1996, 11, 24);
        content.of.patient.birthEstimated = true;
        for (const PaperKind kind :
             {PaperKind::Label, PaperKind::Wristband, PaperKind::Card, PaperKind::Identity}) {
            const QString words = wordsOf(paperOf(kind, content, sampleNames()));
            QVERIFY2(words.contains(s("about 1996")), qPrintable(words));
            QVERIFY2(!words.contains(s("24 Nov")), qPrintable(words));
        }
        PatientFile file;
        file.patient = content.of.patient;
        const QDate today(2026, 11, 24);
        QCOMPARE(birthWords(file.patient), s("about 1996"));
        QVERIFY(birthLine(file.patient, today).startsWith(s("about 1996")));
        QCOMPARE(bannerOf(file, sampleNames(), today).birthDate, s("about 1996"));
    }
    void whatNobodyToldIsADottedLine() {
        PaperContent content = sampleContent();
        content.of.details.religion = Religion::NotAsked;
        const QString words = wordsOf(paperOf(PaperKind::Identity, content, sampleNames()));
        QVERIFY(words.contains(s("Religion: ....")));
        QVERIFY(words.contains(s("Marital status: Married")));
        QVERIFY(words.contains(s("Family card number: 9974011201800001")));
    }
    void whoIsResponsibleSigns() {
        PaperContent content = sampleContent();
        const auto signs = [&] { return wordsOf(paperOf(PaperKind::Consent, content, sampleNames())); };
        QVERIFY(signs().contains(s("Signed by: Budi Santoso (Husband or wife)")));
        content.visitDetails.responsibleName = s("Ratna Dewi");
        content.visitDetails.responsibleRelation = Relation::Child;
        QVERIFY(signs().contains(s("Signed by: Ratna Dewi (Child)")));
        content.visitDetails = {};
        content.of.details.contactName.clear();
        QVERIFY(signs().contains(s("Signed by: Ny. Siti Nur Rahmawati")));
    }
    void aCopySaysSoOnEveryPaper() {
        for (const PaperKind kind : kPaperKinds) {
            const Paper paper = paperOf(kind, sampleContent(), sampleNames());
            QVERIFY(!wordsOf(paper).contains(s("COPY")));
            const Paper copy = asCopy(paper);
            QVERIFY(wordsOf(copy).contains(s("COPY")));
            QVERIFY(zplOf(copy).contains("COPY") && escPosOf(copy).contains("COPY"));
            QVERIFY(!overflows(copy));
        }
    }
    void whatLacksAVisitIsNotPrinted() {
        PaperContent content = sampleContent();
        for (const PaperKind kind : kPaperKinds) QVERIFY(canPrint(kind, content));
        content.visit->ticket = {};
        QVERIFY(!canPrint(PaperKind::Ticket, content));
        content.visit.reset();
        for (const PaperKind kind : kPaperKinds)
            QCOMPARE(canPrint(kind, content), paperScope(kind) != PaperScope::Visit);
        content.of.patient.mrn = 0;
        for (const PaperKind kind : kPaperKinds) QVERIFY(!canPrint(kind, content));
    }
    /// Who came when there were no numbers left has a wristband all the same, and its code finds him.
    void aTemporaryNumberStandsInForTheOther() {
        PaperContent content = sampleContent();
        content.of.patient.mrn = 0;
        content.of.temporaryNumber = s("T-7KQ2MX-12");
        for (const PaperKind kind : kPaperKinds) QVERIFY(canPrint(kind, content));
        const MasterNames names = sampleNames();
        for (const PaperKind kind :
             {PaperKind::Wristband, PaperKind::Label, PaperKind::Card, PaperKind::Identity})
            QVERIFY(wordsOf(paperOf(kind, content, names)).contains(s("T-7KQ2MX-12")));
        QCOMPARE(numberCode(content.of, names, 6).content, s("T-7KQ2MX-12"));
        QCOMPARE(scanVerdict(s("T-7KQ2MX-12"), content, names), ScanVerdict::ThisPatient);
        // The number of the hospital counts as soon as it is there.
        content.of.patient.mrn = 123456;
        QCOMPARE(numberOf(content.of, names), s("00-12-34-56"));
    }

    void aScanIsComparedWithThePatient() {
        const PaperContent content = sampleContent();
        const MasterNames names = sampleNames();
        const auto verdict = [&](const char* scanned) { return scanVerdict(s(scanned), content, names); };
        QCOMPARE(verdict("00123456"), ScanVerdict::ThisPatient);
        QCOMPARE(verdict(" 00-12-34-56 "), ScanVerdict::ThisPatient);
        QCOMPARE(verdict("00123457"), ScanVerdict::Another);
        QCOMPARE(verdict("260512-004512"), ScanVerdict::ThisVisit);
        QCOMPARE(verdict("260512-004513"), ScanVerdict::Another);
        QCOMPARE(verdict(""), ScanVerdict::Unreadable);
        QCOMPARE(verdict("---"), ScanVerdict::Unreadable);
    }
};

QTEST_MAIN(DeskPapersTest)
#include "desk_papers_test.moc"
