// SPDX-License-Identifier: GPL-3.0-or-later
// The check finds each planted fault, and nothing in a window that is well.
#include "app/kit/text_check.h"

#include <QApplication>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QStandardItemModel>
#include <QTest>

#include "app/kit/button.h"
#include "app/kit/chip.h"
#include "app/kit/choice_field.h"
#include "app/kit/data_table.h"
#include "app/kit/form_grid.h"
#include "app/kit/label.h"
#include "app/kit/text_field.h"
#include "app/kit/theme.h"

using namespace simrs;

namespace {

QString s(const char* text) { return QString::fromUtf8(text); }

struct Window {
    QWidget root;
    FormGrid* form = new FormGrid;
    TextField* first = new TextField;
    TextField* second = new TextField;
    ChoiceField* choice = new ChoiceField;
    QLabel* label = makeLabel(LabelKind::Body, s("Semua baik"));
    QPushButton* button = makeButton(ButtonKind::Secondary, s("Simpan"), s("save"));
    Chip* chip = new Chip({ChipKind::Ok, s("Selesai"), {}});
    DataTable* table = new DataTable(s("Tabel"));
    QStandardItemModel model;

    Window() {
        choice->addChoice(s("Umum"), 1);
        choice->setValue(1);
        form->addField(s("a"), s("Satu"), first, 2);
        form->addField(s("b"), s("Dua"), second, 2);
        form->addField(s("c"), s("Tiga"), choice, 2);
        model.setHorizontalHeaderLabels({s("Nama"), s("Status")});
        model.appendRow({new QStandardItem(s("Siti")), new QStandardItem(s("Baik"))});
        table->setModel(&model);
        table->setColumns({{150, 1}, {100}});
        auto* column = new QVBoxLayout(&root);
        for (QWidget* widget : QList<QWidget*>{form, label, chip, table, button}) column->addWidget(widget);
    }

    QList<TextFinding> check() {
        root.resize(700, 420);
        root.show();
        QCoreApplication::processEvents();
        return checkTexts(root);
    }

    bool finds(TextFault fault, const QString& part) {
        for (const TextFinding& finding : check())
            if (finding.fault == fault && finding.line().contains(part)) return true;
        return false;
    }
};

}  // namespace

class TextCheckTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Theme::light()); }

    void aGoodWindowIsSilent() {
        Window window;
        const auto found = window.check();
        QVERIFY2(found.isEmpty(), found.isEmpty() ? "" : qPrintable(found.first().line()));
    }

    void clippedLabel() {
        Window window;
        window.label->setFixedWidth(30);
        QVERIFY(window.finds(TextFault::Clipped, s("Semua baik")));
    }

    void labelTooLow() {
        Window window;
        window.label->setFixedHeight(8);
        QVERIFY(window.finds(TextFault::Clipped, s("height")));
    }

    void wrappedLabelTooLow() {
        Window window;
        window.label->setWordWrap(true);
        window.label->setText(QString(s("kata demi kata ")).repeated(20));
        window.label->setFixedHeight(18);
        QVERIFY(window.finds(TextFault::Clipped, s("kata demi")));
    }

    void clippedButton() {
        Window window;
        window.button->setFixedWidth(40);
        QVERIFY(window.finds(TextFault::Clipped, s("Simpan")));
    }

    void clippedChip() {
        Window window;
        window.chip->setFixedWidth(40);
        QVERIFY(window.finds(TextFault::Clipped, s("Selesai")));
    }

    void clippedChoice() {
        Window window;
        window.choice->addChoice(QString(s("Asuransi ")).repeated(10), 2);
        window.choice->setValue(2);
        QVERIFY(window.finds(TextFault::Clipped, s("Asuransi")));
    }

    /// A column that does not stretch is as wide as its title and its contents.
    void aHeaderAndACellGetTheirRoom() {
        Window window;
        window.model.setHorizontalHeaderLabels({s("Nama"), s("Status pelayanan hari ini")});
        window.model.item(0, 1)->setText(s("Sedang dilayani dokter"));
        QVERIFY(!window.finds(TextFault::Clipped, s("Status pelayanan")));
        QVERIFY(!window.finds(TextFault::Clipped, s("Sedang dilayani")));
    }

    void anErrorThatDoesNotFit() {
        Window window;
        window.form->setHint(s("a"), QString(s("Petunjuk ")).repeated(30));
        QVERIFY(!window.finds(TextFault::Clipped, s("Petunjuk")));
        window.form->setError(s("a"), QString(s("Perbaiki ")).repeated(30));
        QVERIFY(window.finds(TextFault::Clipped, s("Perbaiki")));
    }

    void mayElideIsRespected() {
        Window window;
        window.label->setFixedWidth(30);
        window.label->setProperty("mayElide", true);
        QVERIFY(!window.finds(TextFault::Clipped, s("Semua baik")));
    }

    void overlappingSiblings() {
        Window window;
        window.check();
        window.button->move(window.chip->pos());
        const auto found = checkTexts(window.root);
        QVERIFY(std::any_of(found.begin(), found.end(),
                            [](const TextFinding& f) { return f.fault == TextFault::Overlapping; }));
    }

    void namelessField() {
        Window window;
        window.root.layout()->addWidget(new QLineEdit);
        QVERIFY(window.finds(TextFault::Nameless, s("QLineEdit")));
    }

    void namelessIconButton() {
        Window window;
        auto* bare = new QToolButton;
        bare->setFocusPolicy(Qt::TabFocus);
        window.root.layout()->addWidget(bare);
        QVERIFY(window.finds(TextFault::Nameless, s("QToolButton")));
    }

    void tabOrderAgainstReading() {
        Window window;
        QWidget::setTabOrder(window.second, window.first);
        QVERIFY(window.finds(TextFault::TabOrder, s("FormSlot")));
    }

    void tabOrderAgainstReadingDownwards() {
        Window window;
        QWidget::setTabOrder(window.button, window.table);
        QVERIFY(window.finds(TextFault::TabOrder, s("DataTable")));
    }
};

QTEST_MAIN(TextCheckTest)
#include "text_check_test.moc"
