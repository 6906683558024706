// SPDX-License-Identifier: GPL-3.0-or-later
// Words of places run through nameWords() on both sides, so that what is left out of a name is left out of
// both.
#include "common/registration/place_words.h"

#include <algorithm>

#include "common/registration/name_key.h"

namespace simrs {
namespace {

/// "Kebayoran Lama Selatan": nobody types more of it.
constexpr qsizetype kMostPlaceWords = 3;

const QString& homeOf(const PatientDetails& details) {
    return details.livesElsewhere ? details.homeArea : details.area;
}

/// Words that only say that a place follows.
bool isPlaceLabel(const QString& word) {
    static const QStringList labels = {QStringLiteral("desa"),    QStringLiteral("ds"),
                                       QStringLiteral("kel"),     QStringLiteral("kelurahan"),
                                       QStringLiteral("kec"),     QStringLiteral("kecamatan"),
                                       QStringLiteral("kampung"), QStringLiteral("kp"),
                                       QStringLiteral("gampong"), QStringLiteral("nagari")};
    return labels.contains(word);
}

PlaceReading readingFrom(const PatientQuery& query, qsizetype personWords, qsizetype placeFrom) {
    PlaceReading reading{query, {}};
    reading.person.nameWords = query.nameWords.mid(0, personWords);
    reading.person.nameTokens = query.nameTokens.mid(0, personWords);
    for (const QString& word : query.nameWords.mid(placeFrom)) reading.place.append({word});
    return reading;
}

}  // namespace

QString villageOf(const PatientDetails& details) {
    return homeOf(details).section(QLatin1Char(','), 0, 0).trimmed();
}

QString placeWords(const PatientDetails& details) {
    QString place = homeOf(details).section(QLatin1Char(','), 0, 1);
    return nameWords(place.replace(QLatin1Char(','), QLatin1Char(' '))).join(QLatin1Char(' '));
}

QList<PlaceReading> placeReadings(const PatientQuery& query) {
    const qsizetype words = query.nameWords.size();
    const bool born = query.birthDate.isValid() || query.birthYear > 0;
    const qsizetype fewest = born ? 0 : 1;
    for (qsizetype at = fewest; at + 1 < words; ++at)
        if (isPlaceLabel(query.nameWords.at(at))) return {readingFrom(query, at, at + 1)};
    QList<PlaceReading> out;
    for (qsizetype place = 1; place <= std::min(kMostPlaceWords, words - fewest); ++place)
        out.append(readingFrom(query, words - place, words - place));
    return out;
}

}  // namespace simrs
