// SPDX-License-Identifier: GPL-3.0-or-later
// What was printed: counted for the same paper about the same, told by devices that were cut off.
#include <QTest>

#include "common/registration/paper_requests.h"
#include "tests/records/records_rig.h"

using namespace simrs;
using namespace simrs::test;

class PrintedPapersTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void init() {
        m_rig = std::make_unique<RecordsRig>();
        m_patient = m_rig->patient(QStringLiteral("Siti Uji"));
        m_visit = m_rig->visit(m_patient).id;
    }

    void copiesAreCountedForTheSamePaperAboutTheSame() {
        QCOMPARE(printed(PaperKind::Label, m_visit).copy, 1);
        QCOMPARE(printed(PaperKind::Label, m_visit).copy, 2);
        // Another paper, another visit, another patient begin anew.
        QCOMPARE(printed(PaperKind::Wristband, m_visit).copy, 1);
        QCOMPARE(printed(PaperKind::Label, m_rig->visit(m_patient, 1).id).copy, 1);
        QCOMPARE(printed(PaperKind::Label, {}).copy, 1);
        const PatientId other = m_rig->patient(QStringLiteral("Budi Uji"));
        QCOMPARE(m_rig->submit(NotePrint{other, {}, PaperKind::Card})->row.copy, 1);
        // A card is the patient's, whichever visit it is printed at.
        QCOMPARE(printed(PaperKind::Card, m_visit).copy, 1);
        QVERIFY(printed(PaperKind::Card, {}).visitId.isNull());
        QCOMPARE(printed(PaperKind::Card, {}).copy, 3);
        // The first ticket came with the registration.
        QCOMPARE(printed(PaperKind::Ticket, m_visit).copy, 2);
    }

    /// A visit's label is the same label, whichever of his files he is known by since.
    void aMergeDoesNotMakeACopyAnOriginal() {
        const PatientId kept = m_rig->patient(QStringLiteral("Siti Uji Lama"));
        QCOMPARE(printed(PaperKind::Label, m_visit).copy, 1);
        QCOMPARE(printed(PaperKind::Card, {}).copy, 1);
        QVERIFY(
            m_rig->submit(MergePatients{m_patient, kept, QStringLiteral("sama")}, QStringLiteral("kepala")));
        const auto known = m_rig->ask(PapersPrinted{kept, m_visit});
        QCOMPARE(timesPrinted(known->papers, PaperKind::Label, m_visit), 1);
        QCOMPARE(m_rig->submit(NotePrint{kept, m_visit, PaperKind::Label})->row.copy, 2);
        // A card with another number is another card.
        QCOMPARE(m_rig->submit(NotePrint{kept, {}, PaperKind::Card})->row.copy, 1);
        // Somebody else's visit is not on this patient's paper.
        const PatientId other = m_rig->patient(QStringLiteral("Budi Uji"));
        QCOMPARE(m_rig->submit(NotePrint{other, m_visit, PaperKind::Label}).error().code,
                 ErrorCode::VisitUnknown);
    }

    void whoAndWhereIsKept() {
        const auto noted = m_rig->submit(NotePrint{m_patient, {}, PaperKind::Consent}, QStringLiteral("ani"));
        QVERIFY(noted);
        QCOMPARE(noted->row.by, RecordsRig::person(QStringLiteral("ani")));
        QVERIFY(!noted->row.deviceId.isNull() && !noted->row.at.isNull());
        QCOMPARE(m_rig->row<PrintedPaper>(noted->row.id), std::optional(noted->row));
    }

    void onlyTheAskedVisitsPapersAreTold() {
        const VisitId other = m_rig->visit(m_patient, 1).id;
        printed(PaperKind::Label, m_visit);
        printed(PaperKind::Label, other);
        printed(PaperKind::Card, {});
        const auto answer = m_rig->ask(PapersPrinted{m_patient, m_visit});
        QVERIFY(answer && answer->whole);
        QCOMPARE(answer->papers.size(), 2);
        // The latest first.
        QCOMPARE(answer->papers.first().paper, PaperKind::Card);
        QCOMPARE(timesPrinted(answer->papers, PaperKind::Label, m_visit), 1);
        QCOMPARE(PapersPrinted::patients(*answer), QList<Uuid>{m_patient.uuid()});
        QCOMPARE(m_rig->ask(PapersPrinted{m_patient, {}})->papers.size(), 1);
        QCOMPARE(m_rig->ask(PapersPrinted{PatientId(Uuid::named("nobody")), {}}).error().code,
                 ErrorCode::PatientUnknown);
    }

    void aDeskIsToldWhatIsWrong() {
        QCOMPARE(m_rig->submit(NotePrint{m_patient, {}, PaperKind::Tracer}).error().code,
                 ErrorCode::FieldRequired);
        QCOMPARE(m_rig->submit(NotePrint{PatientId(Uuid::named("nobody")), {}, PaperKind::Card}).error().code,
                 ErrorCode::PatientUnknown);
        QCOMPARE(
            m_rig->submit(NotePrint{m_patient, VisitId(Uuid::named("none")), PaperKind::Label}).error().code,
            ErrorCode::VisitUnknown);
    }

    /// Both were off the line and printed: both are told, and the second by the server's count is a copy.
    void devicesThatWereCutOffTellLater() {
        auto one = m_rig->device(QStringLiteral("one"), {m_rig->unit(0)});
        auto two = m_rig->device(QStringLiteral("two"), {m_rig->unit(0)});
        QVERIFY(one->sync() && two->sync());
        QVERIFY(one->ask(PapersPrinted{m_patient, m_visit})->whole);
        QVERIFY(one->doOffline(NotePrint{m_patient, m_visit, PaperKind::Wristband}, QStringLiteral("ani")));
        QVERIFY(two->doOffline(NotePrint{m_patient, m_visit, PaperKind::Wristband}, QStringLiteral("budi")));
        // It shows here at once: the next print is a copy without any server.
        const auto here = one->ask(PapersPrinted{m_patient, m_visit});
        QCOMPARE(timesPrinted(here->papers, PaperKind::Wristband, m_visit), 1);
        QVERIFY(one->sync() && two->sync() && one->sync());
        const auto all = m_rig->ask(PapersPrinted{m_patient, m_visit});
        QCOMPARE(all->papers.size(), 2);
        QCOMPARE(QSet<qint64>({all->papers[0].copy, all->papers[1].copy}), QSet<qint64>({1, 2}));
        QCOMPARE(one->ask(PapersPrinted{m_patient, m_visit})->papers, all->papers);
    }

    void aDeviceWithoutThePatientDoesNotKnow() {
        auto elsewhere = m_rig->device(QStringLiteral("elsewhere"), {m_rig->unit(1)});
        QVERIFY(elsewhere->sync());
        printed(PaperKind::Card, {});
        const auto answer = elsewhere->ask(PapersPrinted{m_patient, {}});
        QVERIFY(answer && answer->papers.isEmpty() && !answer->whole);
        QVERIFY(elsewhere->doOffline(NotePrint{m_patient, {}, PaperKind::Card}, QStringLiteral("ani")));
        QVERIFY(elsewhere->sync());
        QCOMPARE(m_rig->ask(PapersPrinted{m_patient, {}})->papers.size(), 2);
    }

    /// Paper about somebody whose registration never came: kept before a person, never lost.
    void paperAboutNobodyIsACase() {
        auto device = m_rig->device(QStringLiteral("one"), {m_rig->unit(0)});
        QVERIFY(device->sync());
        const NotePrint note{PatientId(Uuid::named("never came")), {}, PaperKind::Label};
        QVERIFY(device->doOffline(note, QStringLiteral("ani")));
        QVERIFY(device->sync());
        QCOMPARE(m_rig->cases().size(), 1);
        QCOMPARE(m_rig->cases().first().kind, CaseKind::ActedAfterChange);
        QCOMPARE(m_rig->cases().first().other, note.patientId.uuid());
    }

  private:
    PrintedPaper printed(PaperKind kind, const VisitId& visit) {
        const auto noted = m_rig->submit(NotePrint{m_patient, visit, kind});
        return noted ? noted->row : PrintedPaper();
    }
    std::unique_ptr<RecordsRig> m_rig;
    PatientId m_patient;
    VisitId m_visit;
};

QTEST_GUILESS_MAIN(PrintedPapersTest)
#include "printed_papers_test.moc"
