// SPDX-License-Identifier: GPL-3.0-or-later
// What of an address is searched, and which words of a search may be a place.
#include <QTest>

#include "common/registration/place_words.h"

using namespace simrs;

class PlaceWordsTest : public QObject {
    Q_OBJECT

    static QList<PlaceReading> readingsOf(const char* typed) {
        return placeReadings(readSearchText(QString::fromUtf8(typed), QDate(2026, 4, 1)));
    }
    /// "siti rahma | sukamaju": the person's words, then the place's.
    static QString told(const PlaceReading& reading) {
        QStringList place;
        for (const QStringList& word : reading.place) place.append(word.join(QLatin1Char('/')));
        return reading.person.nameWords.join(QLatin1Char(' ')) + QStringLiteral(" | ") +
               place.join(QLatin1Char(' '));
    }
    static QStringList allTold(const char* typed) {
        QStringList out;
        for (const PlaceReading& reading : readingsOf(typed)) out.append(told(reading));
        return out;
    }

  private Q_SLOTS:
    void wordsOfVillageAndDistrict() {
        PatientDetails details;
        QCOMPARE(placeWords(details), QString());
        details.area =
            QStringLiteral("Kebayoran Lama Selatan, Kebayoran Lama, Kota Jakarta Selatan, DKI Jakarta");
        QCOMPARE(placeWords(details), QStringLiteral("kebayoran lama selatan kebayoran lama"));
        QCOMPARE(villageOf(details), QStringLiteral("Kebayoran Lama Selatan"));
        // Where somebody lives, not where the identity card says.
        details.livesElsewhere = true;
        details.homeArea = QStringLiteral("Sukamaju Cilodong");
        QCOMPARE(placeWords(details), QStringLiteral("sukamaju cilodong"));
        QCOMPARE(villageOf(details), QStringLiteral("Sukamaju Cilodong"));
    }

    void aPlaceIsWhatComesLast() {
        QCOMPARE(allTold("siti rahma sukamaju"), QStringList({QStringLiteral("siti rahma | sukamaju"),
                                                              QStringLiteral("siti | rahma sukamaju")}));
        QCOMPARE(allTold("siti rahma kebayoran lama selatan").size(), 3);
        QCOMPARE(allTold("siti"), QStringList());
        QCOMPARE(allTold(""), QStringList());
    }

    void aLabelLeavesOneReading() {
        for (const char* typed :
             {"siti rahma desa suka maju", "siti rahma Kel. suka maju", "siti rahma KEC suka maju"})
            QCOMPARE(allTold(typed), QStringList({QStringLiteral("siti rahma | suka maju")}));
        // Kelvin, half typed.
        QCOMPARE(allTold("kel wijaya"), QStringList({QStringLiteral("kel | wijaya")}));
    }

    void aBirthYearIsPersonEnough() {
        QCOMPARE(allTold("sukamaju 1975"), QStringList({QStringLiteral(" | sukamaju")}));
        QCOMPARE(readingsOf("sukamaju 1975").first().person.birthYear, 1975);
        QCOMPARE(allTold("desa sukamaju 1975"), QStringList({QStringLiteral(" | sukamaju")}));
    }
};

QTEST_APPLESS_MAIN(PlaceWordsTest)
#include "place_words_test.moc"
