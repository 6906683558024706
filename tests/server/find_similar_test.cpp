// SPDX-License-Identifier: GPL-3.0-or-later
// The comparison of a form with the hospital, through a real server on both engines: by which way each of the
// slips of a counter is found, and what is never shown.
#include <QTest>

#include "tests/server/server_rig.h"
#include "tests/support/test_postgres.h"

using namespace simrs;
using namespace simrs::test;

namespace {

QString text(const char* utf8) { return QString::fromUtf8(utf8); }

}  // namespace

class FindSimilarTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase_data() {
        QTest::addColumn<bool>("postgres");
        QTest::newRow("sqlite") << false;
        QTest::newRow("postgres") << true;
    }
    void init() {
        QFETCH_GLOBAL(bool, postgres);
        if (m_rig && m_postgres == postgres) return;
        m_desk.reset();
        m_rig.reset();
        m_postgres = postgres;
        m_rig =
            std::make_unique<ServerRig>(postgres ? testDatabaseUrl(QStringLiteral("similar")) : QString());
        m_desk = m_rig->client(Role::RegistrationClerk);
        m_known = wulan();
        const auto made = m_desk->submit(RegisterPatient{m_known, {}});
        QVERIFY2(made, failure(made));
        m_known.id = made->id;
        m_known.mrn = made->mrn;
        for (int number = 0; number < 30; ++number) {
            const auto other = m_desk->submit(RegisterPatient{testPatient(9'300 + number), {}});
            QVERIFY2(other, failure(other));
        }
    }

    void findsHerByWhatStayedTheSame_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QDate>("birth");
        QTest::addColumn<QString>("mother");
        const QDate born(1979, 4, 11);
        QTest::newRow("as she is") << text("Wulandari Puspitasari") << born << text("Kartini");
        QTest::newRow("a slip") << text("Wulandri Puspitasari") << born << QString();
        QTest::newRow("two slips") << text("Wulandri Puspitasary") << born << QString();
        QTest::newRow("old spelling") << text("Woelandari Poespitasari") << born << QString();
        QTest::newRow("swapped") << text("Puspitasari Wulandari") << born << QString();
        QTest::newRow("called Wulan") << text("Wulan") << born << text("Kartini");
        QTest::newRow("wrong year") << text("Wulandari Puspitasari") << QDate(1978, 4, 11) << QString();
        QTest::newRow("day and month") << text("Wulandari Puspitasari") << QDate(1979, 11, 4) << QString();
        QTest::newRow("a slip and another year")
            << text("Wulandsri Puspitasari") << QDate(1976, 4, 11) << text("Kartini");
    }
    void findsHerByWhatStayedTheSame() {
        QFETCH(QString, name);
        QFETCH(QDate, birth);
        QFETCH(QString, mother);
        FindSimilar query;
        query.draft.name = name;
        query.draft.birthDate = birth;
        query.draft.motherName = mother;
        query.draft.sex = Sex::Female;
        const auto found = m_desk->ask(query);
        QVERIFY2(found, failure(found));
        QVERIFY(!found->hits.isEmpty());
        const PatientHit& first = found->hits.first();
        QCOMPARE(first.patient.id, m_known.id);
        QVERIFY(first.likely);
        QVERIFY(!first.evidence.isEmpty());
        QVERIFY(first.reasons.isEmpty());
    }

    void aNumberAloneFindsHer() {
        for (const auto& [nik, card, phone] :
             {std::tuple(m_known.nik, QString(), QString()), std::tuple(QString(), m_known.card, QString()),
              std::tuple(QString(), QString(), text("+62 800 7654 321"))}) {
            FindSimilar query;
            query.draft.nik = nik;
            query.draft.card = card;
            query.draft.phone = phone;
            const auto found = m_desk->ask(query);
            QVERIFY2(found, failure(found));
            // A telephone is a household's, and says too little by itself.
            QCOMPARE(found->hits.size(), phone.isEmpty() ? 1 : 0);
            if (phone.isEmpty()) QVERIFY(found->hits.first().likely);
        }
    }

    void herDaughterIsAnotherPerson() {
        FindSimilar query;
        query.draft = wulan();
        query.draft.nik.clear();
        query.draft.card.clear();
        query.draft.name = text("Melati Puspitasari");
        query.draft.birthDate = QDate(2004, 9, 30);
        query.draft.motherName = m_known.name;
        const auto found = m_desk->ask(query);
        QVERIFY2(found, failure(found));
        for (const PatientHit& hit : found->hits) QVERIFY(!hit.likely);
    }

    void sheIsNotSimilarToHerself() {
        FindSimilar query;
        query.draft = m_known;
        query.self = m_known.id;
        const auto found = m_desk->ask(query);
        QVERIFY2(found, failure(found));
        QVERIFY(found->hits.isEmpty());
    }

    void nothingTypedFindsNobody() {
        const auto found = m_desk->ask(FindSimilar());
        QVERIFY2(found, failure(found));
        QVERIFY(found->hits.isEmpty());
        FindSimilar nonsense;
        nonsense.draft.name = QString(5'000, QChar(u'%'));
        nonsense.draft.nik = text("' OR 1=1 --");
        nonsense.limit = -7;
        const auto answer = m_desk->ask(nonsense);
        QVERIFY(!answer || answer->hits.isEmpty());
        QVERIFY(m_desk->ask(FindSimilar()));
    }

  private:
    static Patient wulan() {
        Patient patient = testPatient(1);
        patient.name = text("Wulandari Puspitasari");
        patient.birthDate = QDate(1979, 4, 11);
        patient.nik = text("3273015104790017");
        patient.card = text("0009990000017");
        patient.phone = text("08007654321");
        patient.motherName = text("Kartini");
        return patient;
    }

    bool m_postgres = false;
    std::unique_ptr<ServerRig> m_rig;
    std::unique_ptr<DeskClient> m_desk;
    Patient m_known;
};

QTEST_GUILESS_MAIN(FindSimilarTest)
#include "find_similar_test.moc"
