// SPDX-License-Identifier: GPL-3.0-or-later
// What is written is what is read again; a spreadsheet runs nothing of it.
#include "common/csv/csv_writer.h"

#include <QTemporaryDir>
#include <QTest>

#include "common/csv/csv_file.h"

using namespace simrs;

class CsvWriterTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void whatIsWrittenIsRead() {
        const QStringList header{QStringLiteral("nama"), QStringLiteral("alamat"), QStringLiteral("hp")};
        const QList<QStringList> rows{
            {QStringLiteral("René"), QStringLiteral("Jl. \"Mawar\"; No. 5"), QStringLiteral("+62812345678")},
            {QStringLiteral("=cmd|' /C calc'!A0"), QStringLiteral("two\nlines"), QString()},
            {QStringLiteral("'Aisyah"), QStringLiteral("-"), QStringLiteral("''=x")},
            {QStringLiteral("@SUM(A1)"), QStringLiteral(" a b "), QStringLiteral("-12")}};
        CsvWriter writer(path());
        QVERIFY(writer.begin(header));
        for (const QStringList& row : rows) QVERIFY(writer.add(row));
        QVERIFY(!QFile::exists(path()));
        QVERIFY(writer.finish());
        auto file = CsvFile::open(path());
        QVERIFY(file);
        QCOMPARE(file->form(), (CsvForm{CsvForm::Encoding::Utf8, ';'}));
        QCOMPARE(file->header(), header);
        for (const QStringList& row : rows) {
            QStringList cells = file->next(1).first().cells;
            for (QString& cell : cells) cell = plainCell(cell);
            QCOMPARE(cells, row);
        }
    }

    void noCellIsAFormula() {
        for (const char* cell : {"=1", "=A1", "+1+1", "-x", "@A", "\tx", "="}) {
            const QByteArray row = csvRow({QString::fromLatin1(cell)});
            QVERIFY2(row.startsWith('\'') || row.startsWith("\"'"), row.constData());
        }
        // Numbers are none, and stay what they are.
        QCOMPARE(csvRow({QStringLiteral("+628123"), QStringLiteral("-5")}), QByteArray("+628123;-5\r\n"));
    }

    void whatIsNotFinishedIsNotThere() {
        const QString other = m_folder.filePath(QStringLiteral("other.csv"));
        {
            CsvWriter writer(other);
            QVERIFY(writer.begin({QStringLiteral("a")}));
        }
        QVERIFY(!QFile::exists(other));
        CsvWriter nowhere(QStringLiteral("/proc/no/such/list.csv"));
        const Status begun = nowhere.begin({QStringLiteral("a")});
        QVERIFY(!begun);
        QCOMPARE(begun.error().code, ErrorCode::StorageFailed);
    }

  private:
    QString path() const { return m_folder.filePath(QStringLiteral("list.csv")); }
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(CsvWriterTest)
#include "csv_writer_test.moc"
