// SPDX-License-Identifier: GPL-3.0-or-later
// Files that may be one person's: who is put before a person, who falls out of the list, and what is
// remembered.
#include <QTest>

#include "tests/records/records_rig.h"

using namespace simrs;
using namespace simrs::test;

namespace {

const QString kHead = QStringLiteral("kepala");

Patient person(const char* name, QDate birthDate, const char* nik = "") {
    Patient out;
    out.name = QString::fromUtf8(name);
    out.sex = Sex::Female;
    out.birthDate = birthDate;
    out.nik = QString::fromUtf8(nik);
    if (out.nik.isEmpty()) out.noNikReason = NoNikReason::Unknown;
    return out;
}

const QDate kBorn(1979, 4, 11);

}  // namespace

class PairsTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void init() { m_rig = std::make_unique<RecordsRig>(); }

    void whoIsProbablyKnownIsPutBeforeAPerson() {
        const PatientId old = made(person("Wulandari Puspitasari", kBorn));
        made(person("Bambang Kartika", kBorn));
        QVERIFY(pairs().isEmpty());
        const PatientId fresh = made(person("Wulandri Puspitasari", kBorn));
        const QList<PatientPair> found = pairs();
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().one.id, old);
        QCOMPARE(found.first().other.id, fresh);
        QVERIFY(found.first().evidence.contains(SameEvidence::NameSpelling));
        QCOMPARE(found.first().raisedBy, RecordsRig::person(QStringLiteral("loket")));
        QCOMPARE(m_rig->cases().size(), 1);
    }

    void twoPeopleAreRememberedAndNeverAskedAbout() {
        const PatientId old = made(person("Wulandari Puspitasari", kBorn));
        const PatientId fresh = made(person("Wulandri Puspitasari", kBorn));
        QVERIFY(m_rig->submit(TellApart{fresh, old, QStringLiteral("saudara kembar")}, kHead));
        QVERIFY(pairs().isEmpty());
        QVERIFY(m_rig->cases().first().settled);
        // Said again, the other way round: nothing more to say.
        QVERIFY(m_rig->submit(TellApart{old, fresh, QStringLiteral("kembar")}, kHead));
        FindSimilar query;
        query.draft = person("Wulandari Puspitasari", kBorn);
        query.self = old;
        QVERIFY(m_rig->ask(query)->hits.isEmpty());
        // A third one is asked about: nothing was said of her.
        made(person("Wulandari Puspitasri", kBorn));
        QCOMPARE(pairs().size(), 1);
    }

    void whatWasMergedFallsOutAndComesBackParted() {
        const PatientId old = made(person("Wulandari Puspitasari", kBorn));
        const PatientId fresh = made(person("Wulandri Puspitasari", kBorn));
        const QString reason = QStringLiteral("sama");
        QVERIFY(m_rig->submit(MergePatients{fresh, old, reason}, kHead));
        QVERIFY(pairs().isEmpty());
        QCOMPARE(m_rig->submit(TellApart{fresh, old, reason}, kHead).error().code, ErrorCode::MergedAlready);
        QVERIFY(m_rig->submit(UnmergePatients{fresh, reason}, kHead));
        QCOMPARE(pairs().size(), 1);
        QVERIFY(m_rig->submit(TellApart{fresh, old, reason}, kHead));
        QVERIFY(pairs().isEmpty());
    }

    /// However many were merged, the next ones are shown: an answered question does not stay in the way.
    void aMergeAnswersItsQuestion() {
        const PatientId old = made(person("Wulandari Puspitasari", kBorn));
        const PatientId fresh = made(person("Wulandri Puspitasari", kBorn));
        const PatientId third = made(person("Wulandari Puspitasary", kBorn));
        QVERIFY(m_rig->submit(MergePatients{fresh, old, QStringLiteral("sama")}, kHead));
        QVERIFY(m_rig->submit(MergePatients{third, old, QStringLiteral("sama")}, kHead));
        for (const CaseItem& item : m_rig->cases()) QVERIFY(item.settled);
    }

    /// Somebody unknown is named later, and turns out to have a file.
    void aCorrectionMayShowThatSomebodyIsKnown() {
        const PatientId old = made(person("Wulandari Puspitasari", kBorn));
        Patient stranger = person("Ny. X", QDate(1990, 7, 1));
        stranger.birthEstimated = true;
        const PatientId unknown = made(stranger);
        QVERIFY(pairs().isEmpty());
        const Patient seen = *m_rig->row<Patient>(unknown);
        Patient named = seen;
        named.name = QStringLiteral("Wulandari Puspitasari");
        named.birthDate = kBorn;
        named.birthEstimated = false;
        QVERIFY(m_rig->submit(EditPatient{unknown, changesBetween(seen, named)}, QStringLiteral("loket")));
        QCOMPARE(pairs().size(), 1);
        QCOMPARE(pairs().first().one.id, old);
        // Another correction does not ask once more.
        Patient again = *m_rig->row<Patient>(unknown);
        const Patient before = again;
        again.name = QStringLiteral("Wulandari Puspitasary");
        QVERIFY(m_rig->submit(EditPatient{unknown, changesBetween(before, again)}, QStringLiteral("loket")));
        QCOMPARE(m_rig->cases().size(), 1);
    }

    /// Two files have one NIK until somebody decides; meanwhile an allergy can be noted in either.
    void aContestedFileCanBeCorrected() {
        const char* const nik = "3671055104799001";
        auto far = m_rig->device(QStringLiteral("loket 2"), {m_rig->unit(0)});
        QVERIFY(far->sync());
        RegisterPatient offline;
        offline.patient = person("Ratna Dewi", kBorn, nik);
        const auto command = far->doOffline(offline, QStringLiteral("loket 2"));
        const PatientId online = made(person("Ratna Dewi", kBorn, nik));
        QVERIFY(far->sync());
        for (const PatientId& id :
             {online, PatientId(Uuid::derive(command->uuid(), entityInfo<Patient>.kind, 0))}) {
            const Patient seen = *m_rig->row<Patient>(id);
            Patient wanted = seen;
            wanted.phone = QStringLiteral("081234567890");
            const auto edited =
                m_rig->submit(EditPatient{id, changesBetween(seen, wanted)}, QStringLiteral("loket"));
            QVERIFY2(edited, edited ? "" : qPrintable(errorName(edited.error().code)));
        }
        // A third one does not get the NIK, and is told whose it is.
        const PatientId other = made(person("Ratna Sari", QDate(1980, 1, 1)));
        const Patient seen = *m_rig->row<Patient>(other);
        Patient wanted = seen;
        wanted.nik = QString::fromLatin1(nik);
        wanted.noNikReason = NoNikReason::None;
        const auto refused =
            m_rig->submit(EditPatient{other, changesBetween(seen, wanted)}, QStringLiteral("loket"));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::NikTaken);
        QCOMPARE(refused.error().args.size(), 2);
    }

    void whatWasSaidOfAFileHoldsForTheOneItLeadsTo() {
        const PatientId old = made(person("Wulandari Puspitasari", kBorn));
        const PatientId twin = made(person("Wulandri Puspitasari", kBorn));
        QVERIFY(m_rig->submit(TellApart{twin, old, QStringLiteral("kembar")}, kHead));
        const PatientId again = made(person("Wulandri Puspitasary", kBorn));
        QVERIFY(m_rig->submit(MergePatients{again, twin, QStringLiteral("sama")}, kHead));
        for (const PatientPair& pair : pairs()) QVERIFY(pair.one.id != old && pair.other.id != old);
    }

    void aContestedNikComesFirst() {
        made(person("Wulandari Puspitasari", kBorn));
        made(person("Wulandri Puspitasari", kBorn));
        const char* const nik = "3671055104799001";
        made(person("Kartika Sari", QDate(1990, 1, 2), nik));
        auto desk = m_rig->device(QStringLiteral("loket"), {m_rig->unit(0)});
        QVERIFY(desk->sync());
        RegisterPatient offline;
        offline.patient = person("Ratna Dewi", QDate(1960, 5, 6), nik);
        QVERIFY(desk->doOffline(offline, QStringLiteral("loket 2")));
        QVERIFY(desk->sync());
        const QList<PatientPair> found = pairs();
        QCOMPARE(found.size(), 2);
        QVERIFY(found.first().nikContested);
        QVERIFY(!found.last().nikContested);
    }

    /// Two counters, one NIK, one of them offline: both keep their paper, a person is asked, both papers find
    /// the patient, before somebody decides and after.
    void bothPapersOfOneNikResolve() {
        const char* const nik = "3671055104799001";
        auto far = m_rig->device(QStringLiteral("loket 2"), {m_rig->unit(0)});
        QVERIFY(far->sync());
        RegisterPatient offline;
        offline.patient = person("Ratna Dewi", kBorn, nik);
        const auto command = far->doOffline(offline, QStringLiteral("loket 2"));
        QVERIFY(command);
        const PatientId online = made(person("Ratna Dewi", kBorn, nik));
        QVERIFY(far->sync());
        const PatientId other(Uuid::derive(command->uuid(), entityInfo<Patient>.kind, 0));
        const auto one = m_rig->row<Patient>(online), two = m_rig->row<Patient>(other);
        QVERIFY(one && two && one->mrn != two->mrn);
        const QList<PatientPair> found = pairs();
        QCOMPARE(found.size(), 1);
        QVERIFY(found.first().nikContested);
        const auto finds = [&](qint64 mrn) {
            const auto hits = m_rig->ask(FindPatients{mrnFromNumber(mrn, 8)});
            return hits && hits->hits.size() == 1 ? hits->hits.first().patient.id : PatientId();
        };
        QCOMPARE(finds(one->mrn), online);
        QCOMPARE(finds(two->mrn), other);
        QVERIFY(m_rig->submit(MergePatients{other, online, QStringLiteral("sama")}, kHead));
        QVERIFY(pairs().isEmpty());
        QCOMPARE(finds(one->mrn), online);
        QCOMPARE(finds(two->mrn), online);
    }

    void nonsenseIsRefused() {
        const PatientId one = made(person("Wulandari Puspitasari", kBorn));
        const PatientId nobody(Uuid::named("nobody"));
        QCOMPARE(m_rig->submit(TellApart{one, nobody, QStringLiteral("x")}, kHead).error().code,
                 ErrorCode::PatientUnknown);
        QCOMPARE(m_rig->submit(TellApart{one, one, QStringLiteral("x")}, kHead).error().code,
                 ErrorCode::MergedAlready);
        QCOMPARE(m_rig->submit(TellApart{one, nobody, QStringLiteral("  ")}, kHead).error().code,
                 ErrorCode::ReasonRequired);
    }

  private:
    PatientId made(const Patient& patient) {
        RegisterPatient command;
        command.patient = patient;
        const auto done = m_rig->submit(command, QStringLiteral("loket"));
        if (!done) qFatal("not registered: %s", qPrintable(errorName(done.error().code)));
        return done->id;
    }
    QList<PatientPair> pairs() {
        const auto found = m_rig->ask(ListPairs());
        if (!found) qFatal("no list");
        return found->pairs;
    }
    std::unique_ptr<RecordsRig> m_rig;
};

QTEST_GUILESS_MAIN(PairsTest)
#include "pairs_test.moc"
