// SPDX-License-Identifier: GPL-3.0-or-later
// Fields by keyboard; the wheel changes nothing.
#include <QApplication>
#include <QDateEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QVBoxLayout>
#include <QWheelEvent>

#include "app/kit/choice_field.h"
#include "app/kit/date_field.h"
#include "app/kit/radio_row.h"
#include "app/kit/search_field.h"
#include "app/kit/text_field.h"
#include "app/kit/theme.h"

using namespace simrs;

namespace {

QString s(const char* text) { return QString::fromUtf8(text); }

void wheel(QWidget& on) {
    const QPointF at(on.width() / 2.0, on.height() / 2.0);
    QWheelEvent event(at, on.mapToGlobal(at), {}, {0, -120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                      false);
    QApplication::sendEvent(&on, &event);
}

}  // namespace

class FieldsTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Theme::light()); }

    void theWheelChangesNoValue() {
        QWidget window;
        auto* column = new QVBoxLayout(&window);
        ChoiceField choice;
        for (const char* text : {"Umum", "JKN", "Asuransi"}) choice.addChoice(s(text), s(text));
        QComboBox plain;
        plain.addItems({s("a"), s("b"), s("c")});
        QSpinBox number;
        number.setValue(5);
        QDateEdit date(QDate(2026, 5, 5));
        choice.setValue(s("JKN"));
        plain.setCurrentIndex(1);
        for (QWidget* field : QList<QWidget*>{&choice, &plain, &number, &date}) column->addWidget(field);
        window.show();
        for (QWidget* field : QList<QWidget*>{&choice, &plain, &number, &date}) {
            field->setFocus();
            wheel(*field);
        }
        QCOMPARE(choice.value().toString(), s("JKN"));
        QCOMPARE(plain.currentIndex(), 1);
        QCOMPARE(number.value(), 5);
        QCOMPARE(date.date(), QDate(2026, 5, 5));
    }

    void choicesAreFoundByLetters() {
        ChoiceField field;
        field.setChoices({{s("Penyakit Dalam"), 1},
                          {s("Anak"), 2},
                          {s("Bedah Anak"), 3},
                          {s("Bedah Umum"), 4},
                          {s("Gigi"), 5}});
        QVERIFY(!field.value().isValid());
        QCOMPARE(field.findTyped(s("an")), 1);
        QCOMPARE(field.findTyped(s("um")), 3);
        QCOMPARE(field.findTyped(s("igi")), 4);
        QCOMPARE(field.findTyped(s("x")), -1);
        QSignalSpy chosen(&field, &ChoiceField::valueChosen);
        field.show();
        QTest::keyClicks(&field, s("bedah u"));
        QCOMPARE(field.value().toInt(), 4);
        QVERIFY(chosen.count() >= 1);
        QCOMPARE(chosen.last().first().toInt(), 4);
    }

    void whoComesBackToAChoiceBeginsANewWord() {
        QWidget window;
        auto* column = new QVBoxLayout(&window);
        ChoiceField field;
        field.setChoices({{s("Anak"), 1}, {s("Bedah"), 2}});
        TextField other;
        column->addWidget(&field);
        column->addWidget(&other);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        field.setFocus();
        QTest::keyClicks(&field, s("b"));
        QCOMPARE(field.value().toInt(), 2);
        other.setFocus();
        field.setFocus();
        QTest::keyClicks(&field, s("a"));
        QCOMPARE(field.value().toInt(), 1);
    }

    void choicesKeepTheirValueWhenTheListChanges() {
        ChoiceField field;
        field.setChoices({{s("A"), 1}, {s("B"), 2}});
        field.setValue(2);
        field.setChoices({{s("C"), 3}, {s("B"), 2}});
        QCOMPARE(field.value().toInt(), 2);
        field.setChoices({{s("C"), 3}});
        QVERIFY(!field.value().isValid());
        field.setValue(99);
        QVERIFY(!field.value().isValid());
    }

    void dateIsRewrittenWhenLeft() {
        QWidget window;
        auto* column = new QVBoxLayout(&window);
        DateField date(QDate(2026, 5, 5), DateSense::Past);
        TextField other;
        column->addWidget(&date);
        column->addWidget(&other);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QSignalSpy changed(&date, &DateField::dateChanged);
        date.setFocus();
        QTest::keyClicks(&date, s("5 mei 90"));
        QVERIFY(!date.date().isValid());
        other.setFocus();
        QCOMPARE(date.text(), s("05/05/1990"));
        QCOMPARE(date.date(), QDate(1990, 5, 5));
        QCOMPARE(changed.count(), 1);
        date.setFocus();
        date.selectAll();
        QTest::keyClicks(&date, s("31/02/2020"));
        other.setFocus();
        QCOMPARE(date.text(), s("31/02/2020"));  // stays for correction
        QVERIFY(date.isUnreadable());
        QVERIFY(!date.date().isValid());
        date.setDate({});
        QVERIFY(!date.isUnreadable());
    }

    void eightFiguresAreKnownWhileTyping() {
        DateField date(QDate(2026, 5, 5), DateSense::Past);
        QTest::keyClicks(&date, s("0505199"));
        QVERIFY(!date.date().isValid());
        QTest::keyClicks(&date, s("0"));
        QCOMPARE(date.date(), QDate(1990, 5, 5));
    }

    void digitsTakePastedSeparators() {
        TextField nik(TextInput::Digits);
        nik.setLongest(16);
        nik.setText(s("3174-0163-0490-0012"));
        QCOMPARE(nik.digits(), s("3174016304900012"));
        nik.clear();
        QTest::keyClicks(&nik, s("12a3"));
        QCOMPARE(nik.text(), s("123"));
    }

    void nothingIsChosenToBeginWith() {
        RadioRow row;
        row.addChoice(s("Laki-laki"), 1);
        row.addChoice(s("Perempuan"), 2);
        QVERIFY(!row.value().isValid());
        row.setValue(2);
        QCOMPARE(row.value().toInt(), 2);
        row.setValue({});
        QVERIFY(!row.value().isValid());
    }

    void searchWaitsForAPauseAndAsksOnce() {
        SearchField search(s("Cari"), s("F2"));
        search.setPauseMs(20);
        QSignalSpy asked(&search, &SearchField::searched);
        QSignalSpy submitted(&search, &SearchField::submitted);
        QTest::keyClicks(&search, s("siti"));
        QTRY_COMPARE(asked.count(), 1);
        QCOMPARE(asked.first().first().toString(), s("siti"));
        QTest::keyClicks(&search, s(" "));
        QTest::qWait(60);
        QCOMPARE(asked.count(), 1);
        QTest::keyClicks(&search, s("n"));
        QTest::keyClick(&search, Qt::Key_Return);
        QCOMPARE(asked.count(), 2);
        QCOMPARE(submitted.first().first().toString(), s("siti n"));
        QTest::keyClick(&search, Qt::Key_Escape);
        QCOMPARE(asked.last().first().toString(), QString());
        QVERIFY(search.text().isEmpty());
    }
};

QTEST_MAIN(FieldsTest)
#include "fields_test.moc"
