// SPDX-License-Identifier: GPL-3.0-or-later
// The patient's banner never shows a blank, and never calls "not asked" or "unavailable" none.
#include "app/kit/patient_banner.h"

#include <QApplication>
#include <QLabel>
#include <QSet>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include "app/kit/theme.h"

using namespace simrs;

namespace {

QString s(const char* text) { return QString::fromUtf8(text); }

QStringList textsOf(const QWidget& widget) {
    QStringList texts;
    for (const auto* label : widget.findChildren<QLabel*>())
        if (label->isVisibleTo(&widget)) texts.append(label->text());
    for (const auto* chip : widget.findChildren<Chip*>()) texts.append(chip->chip().text);
    return texts;
}

}  // namespace

class BannerTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Theme::light()); }

    void nothingKnownIsSaidSo() {
        PatientBanner banner;
        banner.show();
        for (const QString& text : textsOf(banner)) QVERIFY(!text.trimmed().isEmpty());
        QCOMPARE(textsOf(banner).filter(s("not known")).size(), 5);  // name, person line, MRN, NIK, payer
        QVERIFY(textsOf(banner).contains(s("Allergies: not asked yet")));
    }

    void allergyStatesDiffer() {
        QSet<QString> words;
        QSet<QString> icons;
        for (const auto state : {BannerAllergy::Known, BannerAllergy::NoneKnown, BannerAllergy::NotAsked,
                                 BannerAllergy::Unavailable}) {
            const ChipText chip = PatientBanner::allergyChip(state, s("10:42"));
            QVERIFY(!chip.text.isEmpty());
            words.insert(chip.text);
            icons.insert(chipIcon(chip));
            QCOMPARE(chip.kind == ChipKind::Danger, state == BannerAllergy::Known);
            QCOMPARE(chip.text.contains(s("No known")), state == BannerAllergy::NoneKnown);
        }
        QCOMPARE(words.size(), 4);
        QCOMPARE(icons.size(), 4);
    }

    void nikIsMaskedUntilThePageReveals() {
        BannerText patient;
        patient.name = s("SITI");
        patient.nik = s("3174016304900012");
        PatientBanner banner;
        banner.setPatient(patient);
        banner.show();
        QVERIFY(textsOf(banner).join(QLatin1Char('|')).contains(s("0012")));
        QVERIFY(!textsOf(banner).join(QLatin1Char('|')).contains(s("3174")));
        QSignalSpy asked(&banner, &PatientBanner::nikRevealRequested);
        banner.findChild<QToolButton*>()->click();
        QCOMPARE(asked.count(), 1);
        QVERIFY(!textsOf(banner).join(QLatin1Char('|')).contains(s("3174")));  // not before it is recorded
        banner.revealNik();
        QVERIFY(textsOf(banner).contains(s("3174 0163 0490 0012")));
        banner.setPatient(patient);
        QVERIFY(!textsOf(banner).join(QLatin1Char('|')).contains(s("3174")));
    }

    void masks() {
        QCOMPARE(maskedNik(s("3174016304900012")), s("•••• •••• •••• 0012"));
        QCOMPARE(maskedNik(s("1234")), s("••••"));
        QCOMPARE(maskedNik({}), QString());
    }

    void whatWarnsIsNeverShortened() {
        QWidget page;
        PatientBanner banner(&page);
        BannerText text;
        text.name = s("X (24-11 00.09)");
        text.sex = s("Laki-laki");
        text.age = s("30 th 0 bln");
        text.birthDate = s("sekitar 24 Nov 1996 (perkiraan)");
        text.mrn = s("00-02-00-02");
        text.payer = s("Belum ditentukan, diputuskan kemudian");
        text.visit = s("Instalasi Gawat Darurat");
        text.chips = {{ChipKind::Warning, s("Belum teridentifikasi"), {}}};
        banner.setPatient(text);
        page.show();
        for (const int width : {1400, 1076, 900}) {
            banner.resize(width, banner.height());
            QCoreApplication::processEvents();
            const auto chips = banner.findChildren<Chip*>();
            QCOMPARE(chips.size(), 2);
            for (const Chip* chip : chips) {
                QVERIFY(chip->width() >= chip->sizeHint().width());
                QVERIFY(banner.rect().contains(QRect(chip->mapTo(&banner, QPoint()), chip->size())));
            }
            for (const auto* label : banner.findChildren<QLabel*>()) {
                if (label->text() != text.mrn && label->text() != text.name) continue;
                QVERIFY(label->width() >= label->sizeHint().width());
            }
        }
    }

    void deceasedIsWordAndPattern() {
        BannerText patient;
        patient.name = s("SITI");
        PatientBanner banner;
        banner.setPatient(patient);
        banner.resize(1100, banner.height());
        const QImage alive = banner.grab().toImage();
        patient.deceased = true;
        banner.setPatient(patient);
        const QImage dead = banner.grab().toImage();
        QVERIFY(textsOf(banner).filter(s("DECEASED")).size() == 1);
        QSet<QRgb> colours;
        for (int x = 600; x < 640; ++x) colours.insert(dead.pixel(x, 4));
        QVERIFY(colours.size() > 1);  // hatched
        colours.clear();
        for (int x = 600; x < 640; ++x) colours.insert(alive.pixel(x, 4));
        QCOMPARE(colours.size(), 1);
    }
};

QTEST_MAIN(BannerTest)
#include "banner_test.moc"
