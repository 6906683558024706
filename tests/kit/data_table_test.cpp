// SPDX-License-Identifier: GPL-3.0-or-later
// The table says why it is empty, keeps its rows uniform, and is worked by keys.
#include "app/kit/data_table.h"

#include <QApplication>
#include <QHeaderView>
#include <QLabel>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>

#include "app/kit/chip.h"
#include "app/kit/data_header.h"
#include "app/kit/theme.h"

using namespace simrs;

namespace {

QString s(const char* text) { return QString::fromUtf8(text); }

struct Fixture {
    DataTable table{s("Antrean")};
    QStandardItemModel model;

    explicit Fixture(int rows) {
        model.setHorizontalHeaderLabels({s("No"), s("Nama"), s("Jumlah")});
        for (int row = 0; row < rows; ++row)
            model.appendRow(
                {new QStandardItem(s("A")), new QStandardItem(s("Siti\nN.")), new QStandardItem(s("1.234"))});
        table.setModel(&model);
        table.setColumns({{60}, {100, 1}, {80, 0, true}});
        table.resize(500, 240);
        table.show();
        table.activateWindow();
        QCoreApplication::processEvents();
    }

    QWidget* emptyState() { return table.findChild<EmptyState*>(); }
};

}  // namespace

class DataTableTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Theme::light()); }

    void emptyLoadingAndFilled() {
        Fixture f(0);
        f.table.setEmptyText(s("flask"), s("Belum ada hasil"), s("Hasil muncul di sini"));
        QVERIFY(f.emptyState()->isVisible());
        f.table.setLoading(true);
        QVERIFY(!f.emptyState()->isVisible());
        const QImage grey = f.table.viewport()->grab().toImage();
        QCOMPARE(grey.pixelColor(24, 15), theme().neutralSoft);  // a skeleton bar
        f.table.setLoading(false);
        QVERIFY(f.emptyState()->isVisible());
        f.model.appendRow(new QStandardItem(s("A")));
        QVERIFY(!f.emptyState()->isVisible());
        f.model.removeRow(0);
        QVERIFY(f.emptyState()->isVisible());
    }

    void noVerticalLinesAndUniformRows() {
        Fixture f(4);
        QVERIFY(!f.table.showGrid());
        QVERIFY(!f.table.alternatingRowColors());
        for (int row = 0; row < 4; ++row) QCOMPARE(f.table.rowHeight(row), 31);  // 30 and the divider
        f.table.clearFocus();
        f.table.setCurrentRow(3);
        const QImage image = f.table.viewport()->grab().toImage();
        QCOMPARE(image.pixelColor(250, 30), theme().divider);
        QCOMPARE(image.pixelColor(60, 5), theme().surface);    // where a column line would be
        QCOMPARE(image.pixelColor(250, 40), theme().surface);  // no zebra
    }

    void columnsFillTheWidth() {
        Fixture f(2);
        QCOMPARE(f.table.columnWidth(0), 60);
        QCOMPARE(f.table.columnWidth(2), 80);
        QCOMPARE(f.table.columnWidth(1), f.table.viewport()->width() - 140);
        QVERIFY(static_cast<DataHeader*>(f.table.horizontalHeader())->isNumberColumn(2));
    }

    void narrowTablesTakeFromTheStretchingColumn() {
        Fixture f(2);
        f.table.setColumns({{60}, {400, 1}, {80, 0, true}});
        f.table.resize(300, 240);
        QCOMPARE(f.table.columnWidth(0), 60);
        QCOMPARE(f.table.columnWidth(2), 80);
        QCOMPARE(f.table.columnWidth(1), f.table.viewport()->width() - 140);
    }

    void selectionIsSoftAndWholeRow() {
        Fixture f(3);
        f.table.clearFocus();
        f.table.setCurrentRow(1);
        QCOMPARE(f.table.currentRow(), 1);
        const QImage image = f.table.viewport()->grab().toImage();
        for (const int x : {55, 250, 420}) QCOMPARE(image.pixelColor(x, 31 + 5), theme().accentSoft);
    }

    void keysMoveAndActivate() {
        Fixture f(3);
        QSignalSpy activated(&f.table, &DataTable::rowActivated);
        QSignalSpy moved(&f.table, &DataTable::currentRowChanged);
        f.table.setFocus(Qt::TabFocusReason);
        QTRY_COMPARE(f.table.currentRow(), 0);
        QTest::keyClick(&f.table, Qt::Key_Down);
        QTest::keyClick(&f.table, Qt::Key_Return);
        QCOMPARE(activated.count(), 1);
        QCOMPARE(activated.first().first().toInt(), 1);
        QCOMPARE(moved.last().first().toInt(), 1);
    }

    void chipCellAsksForItsRoom() {
        Fixture f(1);
        const ChipText chip{ChipKind::Warning, s("Menunggu"), s("hourglass")};
        f.model.item(0, 1)->setData(QVariant::fromValue(chip), ChipRole);
        QStyleOptionViewItem option;
        option.font = f.table.font();
        QVERIFY(f.table.itemDelegate()->sizeHint(option, f.model.index(0, 1)).width() >=
                chipSize(chip, option.font).width());
        const QImage image = f.table.viewport()->grab().toImage();
        QCOMPARE(image.pixelColor(60 + 11 + 4, 15), theme().warningSoft);
    }
};

QTEST_MAIN(DataTableTest)
#include "data_table_test.moc"
