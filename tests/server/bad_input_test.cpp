// SPDX-License-Identifier: GPL-3.0-or-later
// What a tired clerk, a broken program and a hostile peer send: each gets an error in words, and nothing is
// half done.
#include <QTest>

#include "common/base/text.h"
#include "common/hospital/hospital.h"
#include "tests/server/server_rig.h"

using namespace simrs;
using namespace simrs::test;

namespace {

QStringList nastyTexts() {
    return {QStringLiteral("'; DELETE FROM patient; --"),
            QString(10'000, QLatin1Char('A')),
            QStringLiteral("😀😀"),
            QStringLiteral("a\u0000b"),
            QString(QChar(0x202e)) + QStringLiteral("itiS"),
            QString(QChar(0x200f)),
            QStringLiteral("\\'\"%_?$1"),
            QStringLiteral("\t\n\r"),
            QStringLiteral("<b>tebal</b>")};
}

}  // namespace

class BadInputTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase() {
        m_rig = std::make_unique<ServerRig>();
        m_desk = m_rig->client(Role::RegistrationClerk);
    }
    void cleanupTestCase() {
        m_desk.reset();
        m_rig.reset();
    }

    void nonsenseInEveryFieldOfAPatient_data() {
        QTest::addColumn<int>("field");
        for (const Field& f : fieldsOf<Patient>) {
            if (f.ops->type == FieldType::Text && !f.rules.derived) QTest::newRow(f.name) << int(f.tag);
        }
    }

    void nonsenseInEveryFieldOfAPatient() {
        QFETCH(int, field);
        const Field& f = *fieldByTag(fieldSpan<Patient>(), static_cast<std::uint32_t>(field));
        for (const QString& nasty : nastyTexts()) {
            Patient patient = testPatient(++m_number);
            *static_cast<QString*>(f.edit(&patient)) = nasty;
            const qint64 before = patients();
            const auto made = m_desk->submit(RegisterPatient{patient, {}});
            if (!made) {
                QVERIFY2(severityOf(made.error().code) == Severity::Notice,
                         qPrintable(errorName(made.error().code)));
                QCOMPARE(patients(), before);
                continue;
            }
            // What was taken is clean: no control or direction characters, no longer than its field.
            const auto file = m_desk->ask(GetPatient{made->id});
            QVERIFY(file);
            const QString kept = *static_cast<const QString*>(f.get(&file->patient));
            QCOMPARE(kept, cleanLine(kept));
            QVERIFY(kept.size() <= f.rules.max);
        }
    }

    void theServerChecksWhatAClientMightNot() {
        const auto refused = [&](const std::function<void(Patient&)>& spoil) {
            Patient patient = testPatient(++m_number);
            patient.mrn = *m_desk->takeNumber(NumberKind::MedicalRecord);
            spoil(patient);
            const auto result = m_desk->command(m_desk->message(
                RegisterPatient::info.type, encode(RegisterPatient{patient, {}}), m_desk->newCommandId()));
            return result ? errorFromNumber(static_cast<int>(result->error)) : result.error().code;
        };
        QCOMPARE(refused([](Patient& p) { p.birthDate = QDate(2030, 1, 1); }), ErrorCode::BirthDateFuture);
        QCOMPARE(refused([](Patient& p) { p.birthDate = QDate(1800, 1, 1); }), ErrorCode::BirthDateTooOld);
        QCOMPARE(refused([](Patient& p) { p.birthDate = QDate(); }), ErrorCode::BirthDateOrAge);
        QCOMPARE(refused([](Patient& p) { p.nik.chop(1); }), ErrorCode::NikLength);
        QCOMPARE(refused([](Patient& p) { p.nik.clear(); }), ErrorCode::NikOrReason);
        QCOMPARE(refused([](Patient& p) { p.card = QStringLiteral("123"); }), ErrorCode::CardLength);
        QCOMPARE(refused([](Patient& p) { p.phone = QStringLiteral("12"); }), ErrorCode::PhoneInvalid);
        QCOMPARE(refused([](Patient& p) { p.name.clear(); }), ErrorCode::FieldRequired);
        QCOMPARE(refused([](Patient& p) { p.sex = Sex::Unknown; }), ErrorCode::FieldRequired);
        QCOMPARE(refused([](Patient& p) { p.mrn = 99'999'999; }), ErrorCode::NumberNotGranted);
        QCOMPARE(refused([](Patient& p) { p.name = QString(QChar(0x202e)) + QStringLiteral("x"); }),
                 ErrorCode::FieldInvalid);
    }

    void searchesForAnythingAnswer() {
        for (const QString& nasty : nastyTexts())
            QVERIFY2(m_desk->ask(FindPatients{nasty, 50}), qPrintable(nasty.left(40)));
        for (const QString& text :
             {QStringLiteral("%%%"), QStringLiteral("sit' OR 1=1"), QStringLiteral("\" OR \"")})
            QVERIFY(m_desk->ask(FindPatients{text, -5})->hits.size() <= 1);
        QVERIFY(m_desk->ask(FindPatients{QString(), 50})->tooShort);
    }

    void unknownThingsAreNamed() {
        QCOMPARE(m_desk->ask(GetPatient{PatientId(Uuid::named("nobody"))}).error().code,
                 ErrorCode::PatientUnknown);
        QCOMPARE(m_desk->request(99'999, {}).error().code, ErrorCode::UnknownRequest);
        RegisterVisit visit;
        visit.patientId = PatientId(Uuid::named("nobody"));
        visit.clinicId = m_rig->masters().clinics.first().id;
        visit.doctorId = m_rig->masters().doctors.first().id;
        visit.payerId = m_rig->masters().payers.first().id;
        QCOMPARE(m_desk->submit(visit).error().code, ErrorCode::PatientUnknown);
        QVERIFY(!m_desk->submit(CancelVisit{VisitId(Uuid::named("none")), {}, QStringLiteral("x")}));
    }

    void unreadableMessagesEndTheConnectionWithAReason() {
        auto rude = m_rig->client(Role::Manager);
        QVERIFY(rude->tls().send(FrameKind::Request, QByteArray::fromHex("0aff")));
        const auto last = rude->tls().receive();
        QVERIFY(last);
        QCOMPARE(last->kind, FrameKind::GoAway);
        QCOMPARE(decode<GoAwayMessage>(last->payload)->error, int(ErrorCode::MalformedFrame));
        QVERIFY(rude->tls().awaitEnd());
        // Everybody else works on.
        QVERIFY(m_desk->ask(GetMasters{}));
    }

    void randomPayloadsOfEveryRequestNeverStopTheServer() {
        SeededRandom random(77);
        for (const RequestEntry& entry : hospitalRequests().entries()) {
            if (entry.info.type == LogOut::info.type) continue;
            for (int i = 0; i < 20; ++i) {
                QByteArray payload = entry.randomPayload(random);
                for (std::uint64_t flips = random.below(4); flips > 0 && !payload.isEmpty(); --flips)
                    payload[static_cast<qsizetype>(random.below(
                        static_cast<std::uint64_t>(payload.size())))] = static_cast<char>(random.below(256));
                if (entry.apply) {
                    const auto result =
                        m_desk->command(m_desk->message(entry.info.type, payload, m_desk->newCommandId()));
                    QVERIFY2(result, result ? "" : qPrintable(errorName(result.error().code)));
                } else {
                    const auto answer = m_desk->request(entry.info.type, payload);
                    QVERIFY2(answer || severityOf(answer.error().code) != Severity::Fault, entry.info.name);
                }
            }
        }
        QVERIFY(m_desk->ask(GetMasters{}));
    }

  private:
    qint64 patients() {
        const auto db = Database::open(
            *parseDatabaseUrl(QStringLiteral("sqlite:") + m_rig->folder() + QStringLiteral("/hospital.db")));
        qint64 rows = -1;
        (*db)->query(QStringLiteral("SELECT count(*) FROM patient"), {},
                     [&](const Row& row) { rows = row.value(0).toLongLong(); });
        return rows;
    }
    std::unique_ptr<ServerRig> m_rig;
    std::unique_ptr<DeskClient> m_desk;
    int m_number = 0;
};

QTEST_GUILESS_MAIN(BadInputTest)
#include "bad_input_test.moc"
