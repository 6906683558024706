// SPDX-License-Identifier: GPL-3.0-or-later
// The real file of areas, found by what clerks type; and files that are broken.
#include "common/areas/area_list.h"

#include <QElapsedTimer>
#include <QTest>
#include <cstdio>

using namespace simrs;

namespace {

QString text(const char* utf8) { return QString::fromUtf8(utf8); }

QByteArray packed(const QByteArray& lines) { return qCompress(lines); }

}  // namespace

class AreaListTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase() {
        const auto list = AreaList::load(QStringLiteral(SIMRS_AREAS));
        QVERIFY(list);
        m_list = *list;
    }

    void holdsAllVillages() {
        QCOMPARE(m_list.villages(), 83'762);
        QCOMPARE(m_list.nameOf(text("36")), text("Banten"));
        QCOMPARE(m_list.nameOf(text("3671")), text("Kota Tangerang"));
        QCOMPARE(m_list.nameOf(text("367101")), text("Tangerang"));
        const Area sukarasa{text("3671011001"), text("Sukarasa"), text("Tangerang"), text("Kota Tangerang"),
                            text("Banten")};
        QCOMPARE(m_list.find(text("3671011001")), std::optional(sukarasa));
    }

    void unknownCodesAreNothing() {
        for (const char* code :
             {"", "3", "99", "367101", "0000000000", "36710110011", "abcdefghij", "-671011001"})
            QVERIFY2(!m_list.find(text(code)), code);
        for (const char* code : {"", "99", "abcd", "36710"})
            QVERIFY2(m_list.nameOf(text(code)).isEmpty(), code);
    }

    void findsByTheBeginningOfACode() {
        QCOMPARE(m_list.under(text("3671011001"), 10).size(), 1);
        QCOMPARE(m_list.under(text("3671011001"), 10).first().village, text("Sukarasa"));
        const QList<Area> district = m_list.under(text("367101"), 100);
        QVERIFY(district.size() > 3);
        for (const Area& area : district) QCOMPARE(area.code.left(6), text("367101"));
        QCOMPARE(m_list.under(text("36"), 7).size(), 7);
        for (const char* digits : {"", "3", "00", "36710110011", "36a", "sukarasa"})
            QVERIFY2(m_list.under(text(digits), 10).isEmpty(), digits);
        QVERIFY(m_list.under(text("36"), 0).isEmpty());
    }

    void findsByAnyPartInAnyOrder_data() {
        QTest::addColumn<QString>("typed");
        QTest::newRow("village") << text("sukarasa");
        QTest::newRow("beginnings") << text("sukar tang");
        QTest::newRow("district first") << text("tangerang, sukarasa");
        QTest::newRow("with kinds") << text("Kel. Sukarasa Kec. Tangerang Kota Tangerang");
        QTest::newRow("with the province") << text("BANTEN sukarasa");
        QTest::newRow("in two words") << text("suka rasa tangerang");
    }
    void findsByAnyPartInAnyOrder() {
        QFETCH(QString, typed);
        const QList<Area> found = m_list.search(typed, text("3671"), 20);
        QVERIFY(!found.isEmpty());
        QCOMPARE(found.first().code, text("3671011001"));
    }

    void blanksInNamesDoNotCount() {
        // Tanah Tinggi and Batuceper, both in Tangerang.
        QCOMPARE(m_list.search(text("tanahtinggi"), text("3671"), 5).first().village, text("Tanah Tinggi"));
        const QList<Area> found = m_list.search(text("batu ceper tangerang"), text("3671"), 50);
        QVERIFY(!found.isEmpty());
        QCOMPARE(found.first().district, text("Batuceper"));
    }

    void theNearestComesFirst() {
        const QList<Area> near = m_list.search(text("sukamaju"), text("3276"), 50);
        const QList<Area> far = m_list.search(text("sukamaju"), text("12"), 50);
        QVERIFY(near.size() > 5 && far.size() > 5);
        QCOMPARE(near.first().code.left(4), text("3276"));
        QCOMPARE(far.first().code.left(2), text("12"));
        QCOMPARE(near.first().village, text("Sukamaju"));
    }

    void tooLittleOrNonsenseFindsNothing() {
        for (const char* typed : {"", "  ", "su", "kota", "kel.", "???", "zzzzzz", "sukarasa xyzzy"})
            QVERIFY2(m_list.search(text(typed), {}, 20).isEmpty(), typed);
        QVERIFY(m_list.search(QString(100'000, QLatin1Char('a')), text("x"), 20).isEmpty());
        QVERIFY(m_list.search(text("sukarasa"), {}, 0).isEmpty());
        QVERIFY(m_list.search(text("sukarasa"), {}, -3).isEmpty());
    }

    void answersWithinAKeyPress() {
        QElapsedTimer timer;
        timer.start();
        constexpr int kTimes = 50;
        for (int i = 0; i < kTimes; ++i) m_list.search(text("suka tang"), text("3671"), 20);
        std::printf("%.1f ms a search\n", static_cast<double>(timer.elapsed()) / kTimes);
    }

    void brokenFilesAreSaid_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("line");
        QTest::newRow("empty") << QByteArray() << text("0");
        QTest::newRow("not packed") << QByteArray("36 Banten\n") << text("0");
        QTest::newRow("a length of gigabytes")
            << QByteArray("\x7f\xff\xff\xff") + packed("x").mid(4) << text("0");
        QTest::newRow("another length")
            << QByteArray("\x00\x00\x00\x09", 4) + packed("36 Banten\n").mid(4) << text("0");
        QTest::newRow("cut short") << packed(QByteArray(1'000, 'x')).chopped(5) << text("0");
        QTest::newRow("no village") << packed("36 Banten\n") << text("1");
        QTest::newRow("too deep") << packed("36 Banten\n\t71 Kota\n\t\t01 K\n\t\t\t1001 D\n\t\t\t\t1 E\n")
                                  << text("5");
        QTest::newRow("nothing above") << packed("\t71 Kota Tangerang\n") << text("1");
        QTest::newRow("letters in the code") << packed("3a Banten\n") << text("1");
        QTest::newRow("no name") << packed("36 \n") << text("1");
        QTest::newRow("an empty line") << packed("36 Banten\n\n") << text("2");
        QTest::newRow("twice") << packed("36 Banten\n36 Banten\n") << text("2");
    }
    void brokenFilesAreSaid() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, line);
        const auto list = AreaList::read(bytes, text("areas.z"));
        QVERIFY(!list);
        QCOMPARE(list.error().code, ErrorCode::FileUnreadable);
        QCOMPARE(list.error().args, QStringList({text("areas.z"), line}));
    }
    void aFileThatIsNotThereIsSaid() {
        const auto list = AreaList::load(text("/nowhere/areas.z"));
        QVERIFY(!list);
        QCOMPARE(list.error().args, QStringList({text("areas.z"), text("0")}));
    }

  private:
    AreaList m_list;
};

QTEST_GUILESS_MAIN(AreaListTest)
#include "area_list_test.moc"
