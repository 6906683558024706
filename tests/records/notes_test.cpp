// SPDX-License-Identifier: GPL-3.0-or-later
// Notes are only ever added: both versions stay, whatever their authors knew of each other, and none is lost
// because the visit it names is not there.
#include <QTest>

#include "tests/records/records_rig.h"

using namespace simrs;
using namespace simrs::test;

class NotesTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void init() {
        m_rig = std::make_unique<RecordsRig>();
        m_patient = m_rig->patient(QStringLiteral("Siti Uji"));
        m_visit = m_rig->visit(m_patient);
    }

    void aCorrectionStandsBesideWhatItCorrects() {
        const auto first = write(QStringLiteral("Demam 3 hari\r\nBatuk \n"));
        QVERIFY(first);
        QCOMPARE(first->note.text, QStringLiteral("Demam 3 hari\nBatuk"));
        QCOMPARE(first->note.author, RecordsRig::person(QStringLiteral("dokter")));
        QCOMPARE(first->note.writtenAt, m_rig->clock().now());
        const auto second =
            correct(first->note.id, QStringLiteral("Demam 5 hari"), QStringLiteral("salah tulis"));
        QVERIFY(second);
        const auto list = m_rig->ask(ListNotes{m_visit.id, {}});
        QVERIFY(list && list->whole);
        QCOMPARE(list->lines.size(), 2);
        QCOMPARE(list->lines[0].note, first->note);
        QCOMPARE(list->lines[0].correctedBy, QList<ClinicalNoteId>{second->note.id});
        QCOMPARE(list->lines[1].note.corrects, first->note.id);
        QVERIFY(list->lines[1].correctedBy.isEmpty());
        QCOMPARE(ListNotes::patients(*list), QList<Uuid>{m_patient.uuid()});
    }

    void whatCannotBeKeptIsRefused() {
        QCOMPARE(write(QStringLiteral(" \n\t ")).error().code, ErrorCode::FieldRequired);
        QCOMPARE(write(QString(limits::kNoteChars + 1, QLatin1Char('x'))).error().code,
                 ErrorCode::FieldTooLong);
        QCOMPARE(write(QStringLiteral("a") + QChar(0x202e)).error().code, ErrorCode::FieldInvalid);
        QCOMPARE(m_rig->submit(WriteNote{{}, {}, QStringLiteral("x")}).error().code,
                 ErrorCode::FieldRequired);
        const VisitId nowhere(Uuid::named("nowhere"));
        QCOMPARE(m_rig->submit(WriteNote{nowhere, m_patient, QStringLiteral("x")}).error().code,
                 ErrorCode::VisitUnknown);
        const auto note = write(QStringLiteral("x"));
        QCOMPARE(correct(note->note.id, QStringLiteral("y"), QStringLiteral(" ")).error().code,
                 ErrorCode::ReasonRequired);
        QCOMPARE(correct(ClinicalNoteId(Uuid::named("none")), QStringLiteral("y"), QStringLiteral("z"))
                     .error()
                     .code,
                 ErrorCode::NoteUnknown);
        // The newest version is the one to correct.
        QVERIFY(correct(note->note.id, QStringLiteral("y"), QStringLiteral("z")));
        QCOMPARE(correct(note->note.id, QStringLiteral("v"), QStringLiteral("w")).error().code,
                 ErrorCode::ChangedMeanwhile);
        QVERIFY(m_rig->cases().isEmpty());
    }

    void twoPeopleWhoCorrectOneNoteAreBothKept() {
        const auto note = write(QStringLiteral("Demam 3 hari"));
        auto ward = m_rig->device(QStringLiteral("ward"), {m_rig->unit(0)});
        QVERIFY(ward->sync());
        const auto late = ward->doOffline(
            CorrectNote{note->note.id, {}, {}, QStringLiteral("Demam 4 hari"), QStringLiteral("kata ibu")},
            QStringLiteral("perawat"));
        QVERIFY(late);
        const auto early = correct(note->note.id, QStringLiteral("Demam 5 hari"), QStringLiteral("salah"));
        QVERIFY(early);
        QVERIFY(ward->sync());
        QCOMPARE(ward->result(*late)->error, 0);
        const auto list = ward->ask(ListNotes{m_visit.id, {}});
        QVERIFY(list && list->whole);
        QCOMPARE(list->lines.size(), 3);
        QCOMPARE(list->lines[0].correctedBy.size(), 2);
        // The device shows what the server has.
        QCOMPARE(m_rig->ask(ListNotes{m_visit.id, {}})->lines, list->lines);
        QCOMPARE(m_rig->cases().size(), 1);
        const CaseItem item = m_rig->cases().first();
        QCOMPARE(item.kind, CaseKind::CorrectedTwice);
        QCOMPARE(item.raisedBy, RecordsRig::person(QStringLiteral("perawat")));
        QCOMPARE(item.handler, Role::Doctor);
        QCOMPARE(item.other, early->note.id.uuid());
    }

    void aNoteWrittenOfflineIsShownThereAndArrives() {
        auto ward = m_rig->device(QStringLiteral("ward"), {m_rig->unit(0)});
        QVERIFY(ward->sync());
        const auto written =
            ward->doOffline(WriteNote{m_visit.id, {}, QStringLiteral("Nyeri")}, QStringLiteral("perawat"));
        QVERIFY(written);
        const auto shown = ward->ask(ListNotes{m_visit.id, {}});
        QCOMPARE(shown->lines.size(), 1);
        QVERIFY(m_rig->ask(ListNotes{m_visit.id, {}})->lines.isEmpty());
        QVERIFY(ward->sync());
        QCOMPARE(m_rig->ask(ListNotes{m_visit.id, {}})->lines, shown->lines);
        QCOMPARE(shown->lines[0].note.author, RecordsRig::person(QStringLiteral("perawat")));
        QCOMPARE(shown->lines[0].note.patientId, m_patient);
    }

    void aVisitThatIsNotHereLeavesTheNoteWithThePatient() {
        // The device holds the patient, but not this visit of his in another clinic.
        const Visit elsewhere = m_rig->visit(m_patient, 1);
        auto ward = m_rig->device(QStringLiteral("ward"), {m_rig->unit(0)});
        QVERIFY(ward->sync());
        QVERIFY(ward->held<Patient>(m_patient) && !ward->held<Visit>(elsewhere.id));
        QVERIFY(!ward->ask(ListNotes{elsewhere.id, {}})->whole);
        QVERIFY(ward->doOffline(WriteNote{elsewhere.id, m_patient, QStringLiteral("Dari poli lain")},
                                QStringLiteral("perawat")));
        const auto shown = ward->ask(ListNotes{{}, m_patient});
        QCOMPARE(shown->lines.size(), 1);
        QVERIFY(!shown->whole);
        // The server knows the visit.
        QVERIFY(ward->sync());
        QCOMPARE(m_rig->ask(ListNotes{elsewhere.id, {}})->lines.size(), 1);
        QVERIFY(m_rig->cases().isEmpty());
    }

    void aNoteOfAVisitThatNeverCameIsKeptForAPerson() {
        auto ward = m_rig->device(QStringLiteral("ward"), {m_rig->unit(0)});
        QVERIFY(ward->sync());
        const VisitId never(Uuid::named("never"));
        const auto id =
            ward->doOffline(WriteNote{never, m_patient, QStringLiteral("Sesak")}, QStringLiteral("perawat"));
        const auto lost =
            ward->doOffline(WriteNote{never, PatientId(Uuid::named("nobody")), QStringLiteral("Pingsan")},
                            QStringLiteral("perawat"));
        QVERIFY(id && lost);
        QVERIFY(ward->sync());
        QCOMPARE(ward->result(*id)->error, 0);
        QCOMPARE(ward->result(*lost)->error, 0);
        const auto list = m_rig->ask(ListNotes{{}, m_patient});
        QCOMPARE(list->lines.size(), 1);
        QVERIFY(list->lines[0].note.visitId.isNull());
        // It is held where its patient is.
        QCOMPARE(ward->ask(ListNotes{{}, m_patient})->lines.size(), 1);
        QCOMPARE(m_rig->cases().size(), 2);
        for (const CaseItem& item : m_rig->cases()) {
            QCOMPARE(item.kind, CaseKind::ActedAfterChange);
            QCOMPARE(item.raisedBy, RecordsRig::person(QStringLiteral("perawat")));
        }
        QCOMPARE(decode<WriteNote>(m_rig->cases().last().detail)->text, QStringLiteral("Pingsan"));
    }

  private:
    Result<NoteMade> write(const QString& text) { return m_rig->submit(WriteNote{m_visit.id, {}, text}); }
    Result<NoteMade> correct(const ClinicalNoteId& id, const QString& text, const QString& reason) {
        return m_rig->submit(CorrectNote{id, {}, {}, text, reason});
    }

    std::unique_ptr<RecordsRig> m_rig;
    PatientId m_patient;
    Visit m_visit;
};

QTEST_GUILESS_MAIN(NotesTest)
#include "notes_test.moc"
