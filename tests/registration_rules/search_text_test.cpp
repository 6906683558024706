// SPDX-License-Identifier: GPL-3.0-or-later
// What the one search box makes of what is typed or scanned into it.
#include "common/registration/search_text.h"

#include <rapidcheck.h>
#include <QTest>

using namespace simrs;

namespace {

const QDate kToday(2026, 11, 22);

PatientQuery read(const char* typed) { return readSearchText(QString::fromUtf8(typed), kToday); }
QString text(const char* utf8) { return QString::fromUtf8(utf8); }

}  // namespace

class SearchTextTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void numbers() {
        QCOMPARE(read("123456").mrnDigits, text("123456"));
        QCOMPARE(read("12-34-56").mrnDigits, text("123456"));
        QCOMPARE(read("00 12 34 56").mrnDigits, text("00123456"));
        QCOMPARE(read("RM 12-34-56").mrnDigits, text("123456"));
        QCOMPARE(read("no.rm: 12-34-56").mrnDigits, text("123456"));
        QCOMPARE(read("rm123456").mrnDigits, text("123456"));
        // Behind a label nobody types the zeros.
        QCOMPARE(read("rm 1234").mrnDigits, text("1234"));
        QCOMPARE(read("No. RM: 7").mrnDigits, text("7"));
        QCOMPARE(read("norm 1980").mrnDigits, text("1980"));
        QCOMPARE(read("norm 1980").birthYear, 0);
        QCOMPARE(read("rm 1234 1980").mrnDigits, text("1234"));
        QCOMPARE(read("rm 1234 1980").birthYear, 1980);
        QCOMPARE(read("RM 12 34 56").mrnDigits, text("123456"));
        QVERIFY(read("nik 1234").mrnDigits.isEmpty() && read("1234").mrnDigits.isEmpty());
        QVERIFY(read("rm123456").nameTokens.isEmpty());
        QCOMPARE(read("3671056312809001").nik, text("3671056312809001"));
        QCOMPARE(read("3671 0563 1280 9001").nik, text("3671056312809001"));
        QCOMPARE(read("NIK:3671056312809001").nik, text("3671056312809001"));
        QCOMPARE(read("0009991234567").card, text("0009991234567"));
        QVERIFY(read("0009991234567").phone.isEmpty());
        QCOMPARE(read("0812 3456 7890").phone, text("081234567890"));
        QCOMPARE(read("+62 812-3456-7890").phone, text("081234567890"));
        QCOMPARE(read("6281234567890").phone, text("081234567890"));
        QCOMPARE(read("6281234567890").card, text("6281234567890"));
        QCOMPARE(read("81234567890").phone, text("081234567890"));
        QCOMPARE(read("\uff11\uff12\uff13\uff14\uff15\uff16").mrnDigits, text("123456"));
        for (const char* half : {"12345", "367105631280", "36710563128090011", "1"}) {
            QVERIFY2(read(half).tooShort && !read(half).hasNumber(), half);
        }
    }

    void eightDigitsMayBeTwoThings() {
        const PatientQuery query = read("17081945");
        QCOMPARE(query.mrnDigits, text("17081945"));
        QCOMPARE(query.birthDate, QDate(1945, 8, 17));
        QCOMPARE(read("99999999").birthDate, QDate());
        QCOMPARE(read("19450817").birthDate, QDate(1945, 8, 17));
    }

    void birthDates_data() {
        QTest::addColumn<QString>("typed");
        for (const char* typed :
             {"siti 17/08/1945", "siti 17-08-1945", "17.8.1945 siti", "siti 1945-08-17", "siti 17 08 1945",
              "siti 17 agustus 1945", "siti 17 Agu 1945", "siti 17/8/45", "siti lahir 17/08/1945"}) {
            QTest::newRow(typed) << QString::fromUtf8(typed);
        }
    }
    void birthDates() {
        QFETCH(QString, typed);
        const PatientQuery query = readSearchText(typed, kToday);
        QCOMPARE(query.birthDate, QDate(1945, 8, 17));
        QCOMPARE(query.nameWords, QStringList(text("siti")));
        QVERIFY(!query.tooShort);
    }

    void birthYears() {
        const PatientQuery query = read("rahma siti 1980");
        QCOMPARE(query.birthYear, 1980);
        QCOMPARE(query.nameWords, QStringList({text("rahma"), text("siti")}));
        QCOMPARE(read("siti 1899").birthYear, 0);
        QCOMPARE(read("siti 2027").birthYear, 0);
        QCOMPARE(read("siti 2026").birthYear, 2026);
        QVERIFY(read("1980").tooShort);
        QCOMPARE(read("123456 1980").mrnDigits, text("123456"));
        QCOMPARE(read("123456 1980").birthYear, 1980);
        QCOMPARE(read("siti 1975 081234567890").birthYear, 1975);
        QCOMPARE(read("siti 1975 081234567890").phone, text("081234567890"));
        QCOMPARE(read("0812 3456 1990").phone, text("081234561990"));
        QCOMPARE(read("0812 3456 1990").birthYear, 0);
        QCOMPARE(read("siti 30/02/1990").birthDate, QDate());
        QCOMPARE(read("siti 01/01/2030").birthDate, QDate());
        // Six digits in pairs are an MRN, not a date.
        QCOMPARE(read("12-03-56").birthDate, QDate());
    }

    void names() {
        QCOMPARE(read("sit rahm").nameTokens.size(), 2);
        QCOMPARE(read("sit rahm").nameTokens.at(1), QStringList(text("rahm")));
        QVERIFY(read("moh").nameTokens.at(0).contains(text("muhamad")));
        QCOMPARE(read("Mei Lan").nameWords, QStringList({text("mei"), text("lan")}));
        QCOMPARE(read("no rm").nameWords.size(), 2);
        QVERIFY(read("").tooShort && read("  ").tooShort && read("a").tooShort && read("si").tooShort);
        QVERIFY(!read("sit").tooShort && !read("ng ").tooShort && !read("ng 1980").tooShort &&
                !read("ng li").tooShort);
    }

    void hostileTextIsHarmless() {
        for (const char* typed :
             {"'; DROP TABLE patient; --", "%_%\\", "\" OR 1=1", "*:*", "\U0001f600\U0001f600\U0001f600",
              "\u202e\u200f\u200e", "NEAR(a b)", "((((", "^siti$"}) {
            const PatientQuery query = read(typed);
            for (const QStringList& alternatives : query.nameTokens) {
                for (const QString& one : alternatives) {
                    for (const QChar c : one) QVERIFY(c.isLetterOrNumber() && c.unicode() < 0x80);
                }
            }
        }
        QVERIFY(read("\U0001f600\U0001f600\U0001f600").tooShort);
        const QString nul = QStringLiteral("si") + QChar(0) + QStringLiteral("ti");
        QCOMPARE(readSearchText(nul, kToday).nameWords, QStringList(text("siti")));
        QVERIFY(readSearchText(QString(10'000, QLatin1Char('7')), kToday).tooShort);
        QVERIFY(readSearchText(QStringLiteral("ab ").repeated(4000), kToday).nameTokens.size() <= 16);
        const bool held = rc::check("any text gives a bounded query", [](const std::string& bytes) {
            const PatientQuery query =
                readSearchText(QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size())), kToday);
            RC_ASSERT(query.nameTokens.size() == query.nameWords.size());
            RC_ASSERT(query.nameTokens.size() <= 16);
            RC_ASSERT(query.mrnDigits.isEmpty() || query.mrnDigits.size() <= 8);
            RC_ASSERT(query.tooShort || query.hasNumber() || query.birthDate.isValid() ||
                      !query.nameTokens.isEmpty());
        });
        QVERIFY(held);
    }
};

QTEST_APPLESS_MAIN(SearchTextTest)
#include "search_text_test.moc"
