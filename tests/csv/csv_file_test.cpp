// SPDX-License-Identifier: GPL-3.0-or-later
// What spreadsheets and old programs write, and what nobody should.
#include "common/csv/csv_file.h"

#include <QTemporaryDir>
#include <QTest>

using namespace simrs;

namespace {

QString text(const char* utf8) { return QString::fromUtf8(utf8); }

QStringList cells(std::initializer_list<const char*> list) {
    QStringList out;
    for (const char* cell : list) out.append(text(cell));
    return out;
}

}  // namespace

class CsvFileTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void readsPlainRows() {
        CsvFile file = opened("no,nama\n1,Siti\r\n2, Budi Santoso \n");
        QCOMPARE(file.header(), cells({"no", "nama"}));
        QCOMPARE(file.next(10),
                 QList<CsvRow>({{2, cells({"1", "Siti"}), false}, {3, cells({"2", "Budi Santoso"}), false}}));
        QVERIFY(file.next(10).isEmpty());
        QCOMPARE(file.read(), file.size());
    }
    void knowsTheSeparator_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QChar>("separator");
        QTest::newRow("comma") << QByteArray("a,b,c\n1,2;2,3\n") << QChar(u',');
        QTest::newRow("semicolon") << QByteArray("a;b;c\n1;2,2;3\n") << QChar(u';');
        QTest::newRow("tabulator") << QByteArray("a\tb\tc\n1\t2,2\t3\n") << QChar(u'\t');
        QTest::newRow("bar") << QByteArray("a|b|c\n1|2,2|3\n") << QChar(u'|');
        QTest::newRow("within quotes it is none") << QByteArray("\"a,a,a,a\";b;c\n1;2,2;3\n") << QChar(u';');
    }
    void knowsTheSeparator() {
        QFETCH(QByteArray, bytes);
        QFETCH(QChar, separator);
        CsvFile file = opened(bytes);
        QCOMPARE(QChar::fromLatin1(file.form().separator), separator);
        QCOMPARE(file.header().size(), 3);
        QCOMPARE(file.next(1).first().cells.size(), 3);
    }
    void keepsEmptyCells() {
        QCOMPARE(opened("a,b,c\n,,\n1,,3\n").next(2).first().cells, cells({"", "", ""}));
        QCOMPARE(opened("a\tb\tc\n\t\t3\n").next(1).first().cells, cells({"", "", "3"}));
    }
    void readsQuotes() {
        CsvFile file = opened("a,b\n\"x, \"\"y\"\"\",\"two\nlines\"\nz,1\n");
        const QList<CsvRow> rows = file.next(10);
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows[0], (CsvRow{2, cells({"x, \"y\"", "two\nlines"}), false}));
        QCOMPARE(rows[1].line, 4);
    }
    void readsBothEncodings() {
        CsvFile utf8 = opened("nama\nRen\xc3\xa9\n");
        QCOMPARE(utf8.form().encoding, CsvForm::Encoding::Utf8);
        QCOMPARE(utf8.next(1).first().cells.first(), text("René"));
        CsvFile latin1 = opened("nama\nRen\xe9\n");
        QCOMPARE(latin1.form().encoding, CsvForm::Encoding::Latin1);
        QCOMPARE(latin1.next(1).first().cells.first(), text("René"));
        CsvFile cut = opened("nama\nRen\xe9");
        QCOMPARE(cut.form().encoding, CsvForm::Encoding::Latin1);
        QCOMPARE(cut.next(1).first().cells.first(), text("René"));
        CsvFile marked = opened("\xef\xbb\xbfnama,b\n1,2\n");
        QCOMPARE(marked.header().first(), text("nama"));
    }
    /// A letter of two bytes on the border of two pieces.
    void aLetterMayBeCutByThePieces() {
        QByteArray bytes("a\n");
        bytes += QByteArray((1 << 20) - 3 - bytes.size(), 'x').replace("xxxxxxxxxx", "xxxxxxxxx\n");
        bytes += "\xc3\xa9\xc3\xa9\xc3\xa9\n";
        QCOMPARE(opened(bytes).form().encoding, CsvForm::Encoding::Utf8);
    }
    void aPersonMaySayWhatItIs() {
        const QString path = written("nama;a\nRen\xc3\xa9;1,2\n");
        auto file = CsvFile::open(path, {CsvForm::Encoding::Latin1, ','});
        QVERIFY(file);
        QCOMPARE(file->header(), cells({"nama;a"}));
        QCOMPARE(file->next(1).first().cells, cells({"RenÃ©;1", "2"}));
        QCOMPARE(CsvFile::open(text("/nowhere/file.csv"), {}).error().code, ErrorCode::FileUnreadable);
        QCOMPARE(CsvFile::open(written(""), {}).error().args.last(), text("1"));
    }
    void emptyLinesArePassedOver() {
        const QList<CsvRow> rows = opened("a,b\n\n\r\n1,2\n\n3,4\n\n").next(10);
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows[0].line, 4);
        QCOMPARE(rows[1].line, 6);
    }
    void theLastLineMayLackItsEnd() {
        const QList<CsvRow> rows = opened("a,b\n1,2\n3,4").next(10);
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows[1], (CsvRow{3, cells({"3", "4"}), false}));
    }
    void aLostQuoteCostsOneRow() {
        CsvFile file = opened("a,b\n1,2\n\"3,4\n5,6\n7,8\n");
        const QList<CsvRow> rows = file.next(10);
        QCOMPARE(rows.size(), 4);
        QVERIFY(rows[1].broken);
        QCOMPARE(rows[1].line, 3);
        QCOMPARE(rows[2], (CsvRow{4, cells({"5", "6"}), false}));
        QCOMPARE(rows[3], (CsvRow{5, cells({"7", "8"}), false}));
    }
    void tooMuchIsARowOfItsOwn() {
        CsvFile wide = opened("a\n" + QByteArray(",").repeated(500) + "\n1\n");
        QList<CsvRow> rows = wide.next(10);
        QCOMPARE(rows.size(), 2);
        QVERIFY(rows[0].broken && rows[0].cells.isEmpty());
        QCOMPARE(rows[1].cells, cells({"1"}));
        CsvFile deep = opened("a\n" + QByteArray(50'000, 'x') + "\n1\n");
        rows = deep.next(10);
        QCOMPARE(rows.size(), 2);
        QVERIFY(rows[0].broken);
        QCOMPARE(rows[1].line, 3);
        CsvFile quoted = opened("a\n\"" + QByteArray("xxxx\n").repeated(20'000) + "\n1\n");
        rows = quoted.next(1);
        QVERIFY(rows[0].broken);
        QCOMPARE(quoted.next(1).first().line, 3);
    }
    void beginsAgain() {
        CsvFile file = opened("a,b\n1,2\n3,4\n");
        const QList<CsvRow> rows = file.next(10);
        file.rewind();
        QCOMPARE(file.next(10), rows);
        QCOMPARE(file.header(), cells({"a", "b"}));
    }
    void whatIsNoTextIsSaid_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("UTF-16") << QByteArray(
            "\xff\xfe"
            "a\0,\0b\0\n\0",
            10);
        QTest::newRow("a spreadsheet's own") << QByteArray("PK\x03\x04\0\0\0", 7);
    }
    void whatIsNoTextIsSaid() {
        QFETCH(QByteArray, bytes);
        const auto file = CsvFile::open(written(bytes));
        QVERIFY(!file);
        QCOMPARE(file.error().args, QStringList({text("file.csv"), text("0")}));
    }
    void aFileThatIsNotThereIsSaid() {
        QCOMPARE(CsvFile::open(text("/nowhere/file.csv")).error().code, ErrorCode::FileUnreadable);
        QCOMPARE(CsvFile::open(m_folder.path()).error().code, ErrorCode::FileUnreadable);
    }
    void aFirstLineThatCannotBeReadIsSaid() {
        QCOMPARE(CsvFile::open(written("\"never closed,b\n")).error().args.last(), text("1"));
    }

  private:
    QString written(const QByteArray& bytes) {
        QFile file(m_folder.filePath(text("file.csv")));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) qFatal("not written");
        return file.fileName();
    }
    CsvFile opened(const QByteArray& bytes) {
        auto file = CsvFile::open(written(bytes));
        if (!file) qFatal("not opened");
        return std::move(*file);
    }
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(CsvFileTest)
#include "csv_file_test.moc"
