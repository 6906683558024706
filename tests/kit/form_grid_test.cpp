// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing in a form moves when it complains, everything has a name, and Enter goes on.
#include "app/kit/form_grid.h"

#include <QApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

#include "app/kit/action_bar.h"
#include "app/kit/choice_field.h"
#include "app/kit/date_field.h"
#include "app/kit/page_scroll.h"
#include "app/kit/radio_row.h"
#include "app/kit/text_area.h"
#include "app/kit/text_field.h"
#include "app/kit/theme.h"

using namespace simrs;

namespace {

QString s(const char* text) { return QString::fromUtf8(text); }

struct Form {
    QWidget window;
    FormGrid* grid = new FormGrid;
    TextField* nik = new TextField(TextInput::Digits);
    TextField* name = new TextField;
    DateField* birth = new DateField(QDate(2026, 5, 5), DateSense::Past);
    RadioRow* sex = new RadioRow;
    ChoiceField* payer = new ChoiceField;

    Form() {
        sex->addChoice(s("L"), 1);
        sex->addChoice(s("P"), 2);
        payer->addChoice(s("Umum"), 1);
        payer->addChoice(s("JKN"), 2);
        grid->addSection(s("Identitas"));
        grid->addField(s("nik"), s("NIK"), nik, 3, Need::Required);
        grid->addField(s("name"), s("Nama"), name, 3);
        grid->addField(s("birth"), s("Tanggal lahir"), birth, 2);
        grid->addField(s("sex"), s("Jenis kelamin"), sex, 2);
        grid->addField(s("payer"), s("Penjamin"), payer, 2);
        auto* column = new QVBoxLayout(&window);
        column->addWidget(grid);
        column->addStretch(1);
        window.resize(800, 400);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
    }

    QList<QRect> places() {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        QCoreApplication::processEvents();
        QList<QRect> all;
        for (const QWidget* field : QList<QWidget*>{nik, name, birth, sex, payer})
            all.append(QRect(field->mapTo(&window, QPoint(0, 0)), field->size()));
        return all;
    }
};

}  // namespace

class FormGridTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Theme::light()); }

    void nothingMovesForHintOrError() {
        Form form;
        const QList<QRect> before = form.places();
        form.grid->setError(s("nik"), s("NIK harus 16 digit (kurang 1)"));
        form.grid->setHint(s("birth"), s("36 th"));
        form.grid->setError(s("sex"), s("Pilih satu"));
        QCOMPARE(form.places(), before);
        form.nik->setFocus();  // neither does the 2-px focus border
        QCOMPARE(form.places(), before);
        QCOMPARE(form.nik->height(), 30);
        form.grid->clearErrors();
        QCOMPARE(form.places(), before);
    }

    void fieldsOfARowStandInOneLine() {
        Form form;
        const QList<QRect> at = form.places();
        QCOMPARE(at[0].top(), at[1].top());
        QCOMPARE(at[2].top(), at[4].top());
        QVERIFY(at[2].top() > at[0].bottom());
        QVERIFY(qAbs(at[0].width() - at[1].width()) <= 2);
    }

    void namesAreSpokenWithTheNeed() {
        Form form;
        QCOMPARE(form.nik->accessibleName(), s("NIK, required"));
        QCOMPARE(form.name->accessibleName(), s("Nama"));
        form.grid->setNeed(s("name"), Need::Required);
        QCOMPARE(form.name->accessibleName(), s("Nama, required"));
        form.grid->setError(s("nik"), s("kurang 1"));
        QCOMPARE(form.nik->accessibleDescription(), s("kurang 1"));
    }

    void showErrorsFocusesTheFirstInReadingOrder() {
        Form form;
        form.name->setText(s("SITI"));
        form.payer->setFocus();
        const int shown = form.grid->showErrors(
            {{s("payer"), s("Pilih penjamin")}, {s("nik"), s("Isi NIK")}, {s("none"), s("?")}});
        QCOMPARE(shown, 2);
        QCOMPARE(QApplication::focusWidget(), form.nik);
        QCOMPARE(form.grid->errors().size(), 2);
        QCOMPARE(form.grid->errors().first().key, s("nik"));
        QCOMPARE(form.name->text(), s("SITI"));
        QVERIFY(form.nik->property("invalid").toBool());
        form.grid->clearError(s("nik"));
        QVERIFY(!form.nik->property("invalid").toBool());
    }

    void enterGoesToTheNextFieldAndNeverBeyondTheLast() {
        Form form;
        QSignalSpy finished(form.grid, &FormGrid::finished);
        form.nik->setFocus();
        QTest::keyClick(form.nik, Qt::Key_Return);
        QCOMPARE(QApplication::focusWidget(), form.name);
        form.birth->setEnabled(false);
        QTest::keyClick(form.name, Qt::Key_Enter, Qt::KeypadModifier);
        QVERIFY(form.sex->isAncestorOf(QApplication::focusWidget()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(QApplication::focusWidget(), form.payer);
        QTest::keyClick(form.payer, Qt::Key_Return);
        QCOMPARE(QApplication::focusWidget(), form.payer);
        QTRY_COMPARE(finished.count(), 1);
    }

    void enterMakesALineInATextArea() {
        FormGrid grid;
        auto* area = new TextArea;
        auto* after = new TextField;
        grid.addField(s("note"), s("Catatan"), area, 6);
        grid.addField(s("after"), s("Setelah"), after, 6);
        grid.show();
        area->setFocus();
        QTest::keyClick(area, Qt::Key_Return);
        QCOMPARE(area->toPlainText(), s("\n"));
    }

    void tabFollowsTheOrderOfTheForm() {
        Form form;
        form.nik->setFocus();
        QList<QWidget*> visited;
        for (int press = 0; press < 4; ++press) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            visited.append(QApplication::focusWidget());
        }
        QCOMPARE(visited[0], form.name);
        QCOMPARE(visited[1], form.birth);
        QVERIFY(form.sex->isAncestorOf(visited[2]));
        QCOMPARE(visited[3], form.payer);
    }

    void leavingAFieldIsTold() {
        Form form;
        QSignalSpy left(form.grid, &FormGrid::fieldLeft);
        form.nik->setFocus();
        QTest::keyClicks(form.nik, s("3174"));
        QCOMPARE(left.count(), 0);  // never while typing
        form.name->setFocus();
        QTRY_COMPARE(left.count(), 1);
        QCOMPARE(left.first().first().toString(), s("nik"));
        form.sex->setFocus();
        QTRY_COMPARE(left.count(), 2);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
        QCoreApplication::processEvents();
        QCOMPARE(left.count(), 2);  // from one answer to the next is still the same field
    }

    void aHiddenFieldKeepsItsPlace() {
        Form form;
        const QList<QRect> before = form.places();
        form.grid->setFieldShown(s("name"), false);
        QCOMPARE(form.places(), before);
        form.nik->setFocus();
        QTest::keyClick(form.nik, Qt::Key_Return);
        QCOMPARE(QApplication::focusWidget(), form.birth);
    }

    void theFocusedFieldIsScrolledIntoView() {
        auto* grid = new FormGrid;
        for (int row = 0; row < 20; ++row)
            grid->addField(QString::number(row), QString::number(row), new TextField, FormGrid::columns);
        PageScroll scroll(grid);
        scroll.resize(500, 300);
        scroll.show();
        scroll.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&scroll));
        grid->focusField(s("17"));
        const QWidget* field = grid->field(s("17"));
        const QRect at(field->mapTo(scroll.viewport(), QPoint(0, 0)), field->size());
        QVERIFY(scroll.viewport()->rect().contains(at.adjusted(0, -20, 0, 20)));
    }

    void theBarListsTheErrorsAsLinks() {
        Form form;
        auto* bar = new ActionBar;
        form.window.layout()->addWidget(bar);
        bar->setHints(s("Ctrl+S simpan"));
        bar->followErrors(form.grid);
        form.grid->setLabel(s("nik"), s("NIK <b>"));
        form.grid->showErrors({{s("nik"), s("Isi NIK")}, {s("payer"), s("Pilih")}});
        QCoreApplication::processEvents();
        QLabel* listed = nullptr;
        for (auto* label : bar->findChildren<QLabel*>())
            if (label->isVisible() && label->textFormat() == Qt::RichText) listed = label;
        QVERIFY(listed != nullptr);
        if (!listed) return;  // What QVERIFY does, and the analyser does not see.
        QVERIFY(listed->text().contains(s("NIK &lt;b&gt;")));
        Q_EMIT listed->linkActivated(s("payer"));
        QCOMPARE(QApplication::focusWidget(), form.payer);
        form.grid->clearErrors();
        QVERIFY(!listed->isVisible());
    }
};

QTEST_MAIN(FormGridTest)
#include "form_grid_test.moc"
