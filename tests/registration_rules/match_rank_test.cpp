// SPDX-License-Identifier: GPL-3.0-or-later
// The order of search results and their reasons.
#include "common/registration/match_rank.h"

#include <QElapsedTimer>
#include <QTest>

using namespace simrs;

namespace {

const QDate kToday(2026, 11, 22);

QString text(const char* utf8) { return QString::fromUtf8(utf8); }

MatchCandidate person(const char* name, QDate birthDate = {}, const char* mrn = "") {
    MatchCandidate out;
    out.name = text(name);
    out.birthDate = birthDate;
    out.mrn = text(mrn);
    return out;
}

QStringList namesInOrder(const char* typed, const QList<MatchCandidate>& candidates) {
    QStringList out;
    for (const Match& match : rankMatches(readSearchText(text(typed), kToday), candidates, 50)) {
        out.append(candidates.at(match.index).name);
    }
    return out;
}

Match match(const char* typed, const MatchCandidate& candidate) {
    return matchOf(readSearchText(text(typed), kToday), candidate);
}

}  // namespace

class MatchRankTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void exactBeforeSpellingBeforeBeginning() {
        const QList<MatchCandidate> candidates = {person("Soekarnowati"), person("Soekarno"),
                                                  person("Sukarno"), person("Sukarnowati"),
                                                  person("Sukarsih")};
        QCOMPARE(namesInOrder("sukarno", candidates),
                 QStringList({text("Sukarno"), text("Soekarno"), text("Sukarnowati"), text("Soekarnowati")}));
    }

    void wholeNameFirst() {
        const QList<MatchCandidate> candidates = {person("Siti Rahmawati Putri"), person("Siti Rahmawati"),
                                                  person("Nur Siti Rahmawati")};
        QCOMPARE(namesInOrder("siti rahmawati", candidates).first(), text("Siti Rahmawati"));
        QCOMPARE(namesInOrder("siti rahmawati", candidates).last(), text("Nur Siti Rahmawati"));
        QCOMPARE(namesInOrder("rahma siti", candidates).size(), 3);
    }

    void everyHitSaysWhy() {
        MatchCandidate candidate = person("Moch. Soedjono", QDate(1950, 3, 4), "00123456");
        candidate.nik = text("3671050403509001");
        candidate.card = text("0009991234567");
        candidate.phone = text("+62 800-1234567");
        using Reasons = QList<MatchReason>;
        QCOMPARE(match("00-12-34-56", candidate).reasons, Reasons{MatchReason::Mrn});
        QCOMPARE(match("123456", candidate).reasons, Reasons{MatchReason::Mrn});
        QCOMPARE(match("3671050403509001", candidate).reasons, Reasons{MatchReason::Nik});
        QCOMPARE(match("0009991234567", candidate).reasons, Reasons{MatchReason::Card});
        QCOMPARE(match("0800 1234567", candidate).reasons, Reasons{MatchReason::Phone});
        QCOMPARE(match("soedjono", candidate).reasons, Reasons{MatchReason::NameExact});
        QCOMPARE(match("soedj", candidate).reasons, Reasons{MatchReason::NamePrefix});
        QCOMPARE(match("muhammad sujono", candidate).reasons, Reasons{MatchReason::NameSpelling});
        QCOMPARE(match("sedjono", candidate).reasons, Reasons{MatchReason::NameTypo});
        QCOMPARE(match("wiratmajs", person("Wiratmaja")).reasons, Reasons{MatchReason::NameTypo});
        QCOMPARE(match("soedjono 1950", candidate).reasons,
                 (Reasons{MatchReason::NameExact, MatchReason::BirthYear}));
        QCOMPARE(match("04/03/1950", candidate).reasons, Reasons{MatchReason::BirthDate});
        QCOMPARE(match("soedjono sumiati", candidate).score, 0);
        QCOMPARE(match("654321", candidate).score, 0);
        // A number found outweighs a name that differs (the card was lent, or married since).
        QVERIFY(match("00123456 sumiati", candidate).score > 0);
    }

    void numbersOutweighNames() {
        MatchCandidate byPhone = person("Zubaedah");
        byPhone.phone = text("08001234567");
        const QList<MatchCandidate> candidates = {person("Siti Aminah", QDate(1980, 1, 1)), byPhone};
        QCOMPARE(namesInOrder("08001234567", candidates), QStringList(text("Zubaedah")));
    }

    void birthNarrows() {
        const QList<MatchCandidate> candidates = {person("Siti Aminah", QDate(1990, 1, 1)),
                                                  person("Siti Aminah", QDate(1980, 5, 5)),
                                                  person("Siti Aminah", QDate(1980, 1, 1), "000001")};
        const QList<Match> byYear =
            rankMatches(readSearchText(text("siti aminah 1980"), kToday), candidates, 50);
        QCOMPARE(byYear.size(), 3);
        QCOMPARE(byYear.last().index, 0);
        const QList<Match> byDate =
            rankMatches(readSearchText(text("siti aminah 01/01/1980"), kToday), candidates, 50);
        QCOMPARE(byDate.first().index, 2);
    }

    void wordsThatShareBeginnings() {
        QVERIFY(match("a al", person("Al Ahmad")).score > 0);
        QVERIFY(match("nur nurul", person("Nurul Nur")).score > 0);
        QVERIFY(match("al a", person("Al Ahmad")).score > 0);
        QVERIFY(match("siti siti", person("Siti Aminah")).score <
                match("siti aminah", person("Siti Aminah")).score);
    }

    void orderIsStable() {
        const QList<MatchCandidate> candidates = {person("Siti", {}, "000003"), person("Siti", {}, "000001"),
                                                  person("Siti", {}, "000002")};
        const QList<Match> matches = rankMatches(readSearchText(text("siti"), kToday), candidates, 2);
        QCOMPARE(matches.size(), 2);
        QCOMPARE(matches.at(0).index, 1);
        QCOMPARE(matches.at(1).index, 2);
    }

    void twoHundredCandidatesAreQuick() {
        QList<MatchCandidate> candidates;
        for (int i = 0; i < 200; ++i) {
            MatchCandidate candidate = person("Siti Nur Rahmawati", QDate(1980, 1, 1).addDays(i));
            candidate.nameKey = text("siti nur rahmawati");
            candidate.mrn = QString::number(100000 + i);
            candidates.append(candidate);
        }
        const PatientQuery query = readSearchText(text("sit rahm 1980"), kToday);
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 50; ++i) QCOMPARE(rankMatches(query, candidates, 50).size(), 50);
        const double micros = static_cast<double>(timer.nsecsElapsed()) / 1000.0 / 50;
        qInfo("200 candidates: %.0f us", micros);
        QVERIFY(micros < 20'000);
    }
};

QTEST_APPLESS_MAIN(MatchRankTest)
#include "match_rank_test.moc"
