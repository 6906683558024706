// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of visits and queue letters, and the words a clerk may have meant.
#include <QTest>
#include <QTimeZone>
#include <algorithm>

#include "common/registration/name_key.h"
#include "common/registration/name_typo.h"
#include "common/registration/requests.h"

using namespace simrs;

namespace {

QString s(const char* text) { return QString::fromUtf8(text); }

ErrorCode codeOf(const Status& status) { return status ? ErrorCode::None : status.error().code; }

Clinic clinic(const char* code, const char* letter) {
    Clinic out;
    out.id = ClinicId(Uuid::named(code));
    out.code = s(code);
    out.name = s(code);
    out.letter = s(letter);
    return out;
}

Doctor doctor(const char* code, const Clinic& of, const char* letter) {
    Doctor out;
    out.id = DoctorId(Uuid::named(code));
    out.code = s(code);
    out.name = s(code);
    out.clinicId = of.id;
    out.letter = s(letter);
    return out;
}

/// What the server says of a visit for `day` that was registered on that day at 08:00, when it arrives `at`.
ErrorCode arriving(QDate day, const QDateTime& at) {
    RegisterVisit command;
    command.patientId = PatientId(Uuid::named("p"));
    command.clinicId = ClinicId(Uuid::named("c"));
    command.payerId = PayerId(Uuid::named("y"));
    command.serviceDate = day;
    CommandContext context;
    context.zone = s("Asia/Jakarta");
    context.at = Instant(QDateTime(day, QTime(8, 0), QTimeZone(context.zone.toLatin1())).toMSecsSinceEpoch());
    context.now = Instant(at.toMSecsSinceEpoch());
    context.today = dayIn(context.zone, context.now);
    NullReader nothing;
    return codeOf(RegisterVisit::check(nothing, context, command));
}

bool meant(const char* typed, const char* name) {
    const QList<QStringList> groups = tokensOneLetterOff(queryTokens(s(typed)));
    const QStringList tokens = nameKey(s(name)).split(QLatin1Char(' '));
    return !groups.isEmpty() && std::all_of(groups.begin(), groups.end(), [&](const QStringList& group) {
        return std::any_of(group.begin(), group.end(), [&](const QString& beginning) {
            return std::any_of(tokens.begin(), tokens.end(),
                               [&](const QString& token) { return token.startsWith(beginning); });
        });
    });
}

}  // namespace

class VisitRulesTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void aVisitIsOfToday() {
        const QDate day(2026, 11, 22);
        const QTimeZone zone("Asia/Jakarta");
        QCOMPARE(arriving(day, QDateTime(day, QTime(23, 59), zone)), ErrorCode::None);
        // Registered before midnight, arrived a little after it.
        QCOMPARE(arriving(day, QDateTime(day.addDays(1), QTime(0, 14), zone)), ErrorCode::None);
        QCOMPARE(arriving(day, QDateTime(day.addDays(1), QTime(0, 16), zone)), ErrorCode::ServiceDateInvalid);
        // Whatever clock its author had: no number for yesterday.
        QCOMPARE(arriving(day, QDateTime(day.addDays(1), QTime(7, 0), zone)), ErrorCode::ServiceDateInvalid);
        QCOMPARE(arriving(day, QDateTime(day.addDays(-1), QTime(7, 0), zone)), ErrorCode::ServiceDateInvalid);
    }

    void seriesAndCounters() {
        Clinic internist = clinic("INT", "E");
        const Doctor own = doctor("D1", internist, "E1");
        const Doctor plain = doctor("D2", internist, "");
        QCOMPARE(ticketSeries(internist, own, PracticeSession::Morning), s("INT/D1/am/E1"));
        QCOMPARE(ticketSeries(internist, own, PracticeSession::Afternoon), s("INT/D1/pm/E1"));
        QCOMPARE(ticketSeries(internist, plain, PracticeSession::Morning), s("INT/D2/am/E"));
        internist.ticketSeries = TicketSeries::Clinic;
        QCOMPARE(ticketSeries(internist, own, PracticeSession::Morning), s("INT/E"));
        QCOMPARE(ticketLetter(internist, own), s("E"));
        // What is shown is counted by what is shown, not by whose queue it is.
        QCOMPARE(ticketCounter(QDate(2026, 11, 22), s("E1")), s("ticket/2026-11-22/E1"));
        QCOMPARE(ticketText(s("E1"), 12), s("E1-012"));
    }

    void letters() {
        for (const char* good : {"", "A", "Z", "E2", "E0"})
            QCOMPARE(codeOf(checkLetter(s(good))), ErrorCode::None);
        for (const char* bad : {"e", "EE", "1", "E12", "\u00c9", "E\u0662", " "})
            QCOMPARE(codeOf(checkLetter(s(bad))), ErrorCode::FieldInvalid);
        Clinic row = clinic("INT", "");
        QCOMPARE(codeOf(checkClinicRules(row)), ErrorCode::FieldRequired);
        row.active = false;
        QCOMPARE(codeOf(checkClinicRules(row)), ErrorCode::None);
        row = clinic("IGD", "");
        row.kind = ClinicKind::Emergency;
        QCOMPARE(codeOf(checkClinicRules(row)), ErrorCode::None);
        row.closesMinute = row.opensMinute;
        QCOMPARE(codeOf(checkClinicRules(row)), ErrorCode::FieldOutOfRange);
        row.closesMinute = 24 * 60 + 1;
        QCOMPARE(codeOf(checkClinicRules(row)), ErrorCode::FieldOutOfRange);
    }

    void aLetterBelongsToOneClinic() {
        const Clinic internist = clinic("INT", "E");
        Clinic closed = clinic("OLD", "O");
        closed.active = false;
        const Doctor first = doctor("D1", internist, "E1");
        const QList<Clinic> clinics{internist, closed};
        const QList<Doctor> doctors{first};
        QCOMPARE(codeOf(checkLetterFree(clinic("ANA", "E"), clinics, doctors)), ErrorCode::LetterTaken);
        QCOMPARE(codeOf(checkLetterFree(clinic("ANA", "E1"), clinics, doctors)), ErrorCode::LetterTaken);
        QCOMPARE(codeOf(checkLetterFree(clinic("ANA", "O"), clinics, doctors)), ErrorCode::None);
        QCOMPARE(codeOf(checkLetterFree(internist, clinics, doctors)), ErrorCode::None);
        const Clinic other = clinic("ANA", "F");
        QCOMPARE(codeOf(checkLetterFree(doctor("D2", other, "E1"), clinics, doctors)),
                 ErrorCode::LetterTaken);
        QCOMPARE(codeOf(checkLetterFree(doctor("D2", other, "E"), clinics, doctors)), ErrorCode::LetterTaken);
        QCOMPARE(codeOf(checkLetterFree(doctor("D2", internist, "E1"), clinics, doctors)), ErrorCode::None);
        QCOMPARE(codeOf(checkLetterFree(doctor("D2", other, ""), clinics, doctors)), ErrorCode::None);
        Doctor retired = doctor("D2", other, "E1");
        retired.active = false;
        QCOMPARE(codeOf(checkLetterFree(retired, clinics, doctors)), ErrorCode::None);
    }

    void allWordsOneLetterOff() {
        const QStringList words = wordsOneLetterFrom(s("siti"));
        for (const char* word : {"sii", "iti", "sit", "sitti", "isti", "siyi", "sitiz", "asiti", "suti"})
            QVERIFY2(words.contains(s(word)), word);
        for (const char* word : {"siti", "sito a", "tisi", ""}) QVERIFY2(!words.contains(s(word)), word);
        // 4 left out, 3 swapped, 4 x 25 others, 5 x 26 more of which each letter doubled comes twice.
        QCOMPARE(words.size(), 4 + 3 + 4 * 25 + 5 * 26 - 4);
    }

    void wordsOneLetterOff() {
        QVERIFY(meant("supryiadi", "Supriyadi"));   // two swapped
        QVERIFY(meant("suprijjadi", "Supriyadi"));  // another spelling, one too many
        QVERIFY(meant("rahmswati", "Rahmawati"));   // the key beside
        QVERIFY(meant("rahmawsti", "Rahmawati"));   // behind the sixth letter
        QVERIFY(meant("rhmawati", "Rahmawati"));    // a vowel left out
        QVERIFY(meant("siti rahmswati", "Siti Rahmawati"));
        QVERIFY(!meant("gunawan", "Rahmawati"));
        QVERIFY(tokensOneLetterOff(queryTokens(s("sit nur"))).isEmpty());
        for (const QStringList& group : tokensOneLetterOff(queryTokens(s("kusumaningtyas prawirodirdjo")))) {
            QVERIFY2(group.size() <= 120, qPrintable(QString::number(group.size())));
            for (const QString& beginning : group) QVERIFY(beginning.size() <= 6);
        }
    }
};

QTEST_GUILESS_MAIN(VisitRulesTest)
#include "visit_rules_test.moc"
