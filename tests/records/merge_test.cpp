// SPDX-License-Identifier: GPL-3.0-or-later
// Two files of one person: every request that takes a patient's id follows the redirect, nothing is
// re-pointed, and what is parted again is as it was.
#include <QTest>

#include "common/inventory/requests.h"
#include "common/registration/counter_requests.h"
#include "common/registration/paper_requests.h"
#include "common/registration/patient_photo.h"
#include "common/registration/stay_requests.h"
#include "common/registration/transfer_requests.h"
#include "tests/records/records_rig.h"

using namespace simrs;
using namespace simrs::test;

namespace {

/// Names of the requests of a list with a field that is a patient's id.
template <DeclaredRequest... R>
QStringList takingPatients(RequestList<R...>) {
    QStringList names;
    const auto add = [&](FieldSpan fields, const char* name) {
        for (const Field& f : fields) {
            if (f.ops == &Ops<PatientId>::value) return names.append(QString::fromLatin1(name));
        }
    };
    (add(fieldSpan<R>(), R::info.name), ...);
    return names;
}

}  // namespace

class MergeTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void init() {
        m_rig = std::make_unique<RecordsRig>();
        m_old = m_rig->patient(QStringLiteral("Siti Aminah"), QStringLiteral("3173016203850001"));
        m_kept = m_rig->patient(QStringLiteral("Sitti Aminnah"));
    }

    /// A new request with a patient's id stands here, with its own proof below, or this fails.
    void everyRequestWithAPatientIsProved() {
        QStringList known{
            // Proved below, by their names.
            QStringLiteral("get_patient"), QStringLiteral("find_similar"), QStringLiteral("edit_patient"),
            QStringLiteral("register_visit"), QStringLiteral("write_note"), QStringLiteral("correct_note"),
            QStringLiteral("list_notes"), QStringLiteral("add_allergy"), QStringLiteral("list_allergies"),
            QStringLiteral("merge_patients"), QStringLiteral("unmerge_patients"),
            QStringLiteral("tell_apart"),                                   // pairs_test
            QStringLiteral("admit_patient"), QStringLiteral("note_print"),  // merged_tables_test
            QStringLiteral("papers_printed"),                               // printed_papers_test
            QStringLiteral("save_photo"), QStringLiteral("get_photo"),      // master_history_test
            QStringLiteral("export_patients"),                              // transfer_test

            // Written for the file that is named; nobody reads stock by a patient.
            QStringLiteral("dispense"), QStringLiteral("dispense_unreserved")};
        QStringList found = takingPatients(RegistrationRequests()) + takingPatients(VisitRequests()) +
                            takingPatients(StayRequests()) + takingPatients(CounterRequests()) +
                            takingPatients(PaperRequests()) + takingPatients(PhotoRequests()) +
                            takingPatients(TransferRequests()) + takingPatients(RecordsRequests()) +
                            takingPatients(InventoryRequests());
        known.sort();
        found.sort();
        QCOMPARE(found, known);
    }

    void getPatientAnswersTheFileThatStaysAndSaysSo() {
        const Visit before = m_rig->visit(m_old);
        const Visit other = m_rig->visit(m_kept);
        QVERIFY(merge(m_old, m_kept));
        const auto file = m_rig->ask(GetPatient{m_old});
        QVERIFY(file);
        QCOMPARE(file->patient.id, m_kept);
        QCOMPARE(file->askedFor, m_old);
        QCOMPARE(file->merged.size(), 1);
        QCOMPARE(file->merged.first().mrn, m_rig->row<Patient>(m_old)->mrn);
        QCOMPARE(file->visits.size(), 2);
        QCOMPARE(file->tickets.size(), 2);
        QVERIFY(GetPatient::patients(*file).contains(m_old.uuid()));
        // Nothing was re-pointed.
        QCOMPARE(m_rig->row<Visit>(before.id)->patientId, m_old);
        QVERIFY(m_rig->ask(GetPatient{m_kept})->askedFor.isNull());
        QCOMPARE(m_rig->ask(GetPatient{m_kept})->visits.size(), 2);
        Q_UNUSED(other)
    }

    void theDaysListShowsTheNameOfTheFileThatStays() {
        const Visit visit = m_rig->visit(m_old);
        QVERIFY(merge(m_old, m_kept));
        const auto day = m_rig->ask(ListVisits{visit.serviceDate, {}, 100});
        QCOMPARE(day->lines.size(), 1);
        QCOMPARE(day->lines.first().patientName, QStringLiteral("Sitti Aminnah"));
        QCOMPARE(day->lines.first().patientId, m_kept);
        QVERIFY(ListVisits::patients(*day).contains(m_kept.uuid()));
    }

    void searchesFindTheFileThatStaysByTheWordsOfBoth() {
        const Visit visit = m_rig->visit(m_old);
        const QString oldMrn =
            QString::number(m_rig->row<Patient>(m_old)->mrn).rightJustified(8, QLatin1Char('0'));
        QVERIFY(merge(m_old, m_kept));
        for (const QString& text :
             {oldMrn, QStringLiteral("3173016203850001"), QStringLiteral("siti aminah 1985"),
              registrationNumber(visit.serviceDate, visit.registrationNumber)}) {
            const auto found = m_rig->ask(FindPatients{text, 50});
            QVERIFY(found);
            QCOMPARE(found->hits.size(), 1);
            QCOMPARE(found->hits.first().patient.id, m_kept);
            QCOMPARE(found->hits.first().lastVisit, visit.serviceDate);
        }
        QCOMPARE(m_rig->ask(FindPatients{oldMrn, 50})->hits.first().foundAsMrn,
                 m_rig->row<Patient>(m_old)->mrn);
    }

    void aComparisonShowsTheFileThatStaysAndLeavesOutOnesOwn() {
        FindSimilar query;
        query.draft = *m_rig->row<Patient>(m_old);
        QCOMPARE(m_rig->ask(query)->hits.size(), 2);
        QVERIFY(merge(m_old, m_kept));
        const auto found = m_rig->ask(query);
        QCOMPARE(found->hits.size(), 1);
        QCOMPARE(found->hits.first().patient.id, m_kept);
        QCOMPARE(found->hits.first().foundAsMrn, m_rig->row<Patient>(m_old)->mrn);
        QVERIFY(found->hits.first().likely);
        for (const PatientId& self : {m_old, m_kept}) {
            query.self = self;
            QVERIFY(m_rig->ask(query)->hits.isEmpty());
        }
    }

    void aVisitRegisteredOfflineIsFoundUnderTheFileThatStays() {
        m_rig->visit(m_old);
        auto desk = m_rig->device(QStringLiteral("desk"), {m_rig->unit(0)});
        QVERIFY(desk->sync());
        RegisterVisit command;
        command.patientId = m_old;
        command.clinicId = m_rig->clinic(0).id;
        command.payerId = m_rig->payer().id;
        command.repeat = true;
        const auto done = desk->doOffline(command, QStringLiteral("loket 2"));
        QVERIFY(done);
        QVERIFY(merge(m_old, m_kept));
        QVERIFY(desk->sync());
        QCOMPARE(desk->result(*done)->error, 0);
        QCOMPARE(m_rig->ask(GetPatient{m_kept})->visits.size(), 2);
        QVERIFY(m_rig->cases().isEmpty());
        // The device has the file that stays, though no visit of its own names it.
        QCOMPARE(desk->ask(GetPatient{m_old})->patient.id, m_kept);
        // Who has a visit today under the other file has one.
        command.repeat = false;
        command.patientId = m_kept;
        command.series = ticketSeries(m_rig->clinic(0), std::nullopt, command.session);
        command.letter = ticketLetter(m_rig->clinic(0), std::nullopt);
        QCOMPARE(m_rig->submit(command).error().code, ErrorCode::AlreadyRegistered);
    }

    void anEditGoesToTheFileThatStaysByTheValuesItsAuthorSaw() {
        const Patient seen = *m_rig->row<Patient>(m_old);
        QVERIFY(merge(m_old, m_kept));
        Patient wanted = seen;
        wanted.address = QStringLiteral("Jl. Melati 3");
        const auto edited = m_rig->submit(EditPatient{m_old, changesBetween(seen, wanted)});
        QVERIFY(edited);
        QCOMPARE(edited->id, m_kept);
        QCOMPARE(m_rig->row<Patient>(m_kept)->address, wanted.address);
        QVERIFY(m_rig->row<Patient>(m_old)->address.isEmpty());
        // The name he saw is not the name of the file that stays.
        wanted = seen;
        wanted.name = QStringLiteral("Siti Aminah Baru");
        const EditPatient rename{m_old, changesBetween(seen, wanted)};
        QCOMPARE(m_rig->submit(rename).error().code, ErrorCode::ChangedMeanwhile);
        auto far = m_rig->device(QStringLiteral("far"), {});
        QVERIFY(far->doOffline(rename, QStringLiteral("loket 3")) && far->sync());
        QCOMPARE(m_rig->row<Patient>(m_kept)->name, QStringLiteral("Sitti Aminnah"));
        QCOMPARE(m_rig->cases().size(), 1);
        QCOMPARE(m_rig->cases().first().kind, CaseKind::EditClash);
        QCOMPARE(m_rig->cases().first().subject, m_kept.uuid());
        QCOMPARE(m_rig->cases().first().raisedBy, RecordsRig::person(QStringLiteral("loket 3")));
    }

    void notesOfBothFilesAreRead() {
        const Visit visit = m_rig->visit(m_old);
        const auto note = m_rig->submit(WriteNote{visit.id, {}, QStringLiteral("Sebelum")});
        QVERIFY(merge(m_old, m_kept));
        QVERIFY(m_rig->submit(WriteNote{{}, m_old, QStringLiteral("Untuk berkas lama")}));
        QVERIFY(m_rig->submit(
            CorrectNote{note->note.id, {}, {}, QStringLiteral("Baru"), QStringLiteral("salah")}));
        QCOMPARE(m_rig->ask(ListNotes{{}, m_kept})->lines.size(), 3);
        QCOMPARE(m_rig->ask(ListNotes{{}, m_old})->lines, m_rig->ask(ListNotes{{}, m_kept})->lines);
        QCOMPARE(m_rig->row<ClinicalNote>(note->note.id)->patientId, m_old);
    }

    void allergiesOfBothFilesAreReadAndNoneIsNeverSaid() {
        const Patient seen = *m_rig->row<Patient>(m_kept);
        Patient wanted = seen;
        wanted.allergyState = AllergyState::NoneKnown;
        QVERIFY(m_rig->submit(EditPatient{m_kept, changesBetween(seen, wanted)}));
        QVERIFY(m_rig->submit(AddAllergy{m_old, QStringLiteral("Udang"), {}, {}, {}}));
        QVERIFY(merge(m_old, m_kept));
        QCOMPARE(m_rig->row<Patient>(m_kept)->allergyState, AllergyState::Known);
        for (const PatientId& id : {m_old, m_kept}) {
            const auto list = m_rig->ask(ListAllergies{id});
            QCOMPARE(list->answer, AllergyAnswer::Some);
            QCOMPARE(list->allergies.size(), 1);
            QCOMPARE(list->patientId, m_kept);
        }
        QCOMPARE(m_rig->submit(AddAllergy{m_kept, QStringLiteral("udang"), {}, {}, {}}).error().code,
                 ErrorCode::AllergyKnown);
        // Late, for the file that was given up, by somebody who did not know: every file says there are some.
        auto far = m_rig->device(QStringLiteral("far"), {});
        QVERIFY(
            far->doOffline(AddAllergy{m_old, QStringLiteral("Debu"), {}, {}, {}}, QStringLiteral("perawat")));
        QVERIFY(far->sync());
        QCOMPARE(m_rig->ask(ListAllergies{m_kept})->allergies.size(), 2);
    }

    void aDeviceWithOneFileIsGivenTheOther() {
        m_rig->visit(m_kept, 0);
        m_rig->visit(m_old, 1);
        QVERIFY(m_rig->submit(AddAllergy{m_old, QStringLiteral("Udang"), {}, {}, {}}));
        auto ward = m_rig->device(QStringLiteral("ward"), {m_rig->unit(0)});
        auto other = m_rig->device(QStringLiteral("other"), {m_rig->unit(1)});
        QVERIFY(ward->sync() && other->sync());
        QCOMPARE(ward->ask(ListAllergies{m_kept})->answer, AllergyAnswer::NotKnown);
        QVERIFY(merge(m_old, m_kept));
        QVERIFY(ward->sync() && other->sync());
        QCOMPARE(ward->ask(ListAllergies{m_kept})->allergies.size(), 1);
        QVERIFY(ward->ask(ListAllergies{m_kept})->whole);
        QCOMPARE(other->ask(ListAllergies{m_old})->patientId, m_kept);
        QCOMPARE(other->ask(GetPatient{m_old})->patient.id, m_kept);
        // So is one that comes later, and one that joins a third clinic by the file that was given up.
        m_rig->visit(m_old, 2);
        auto late = m_rig->device(QStringLiteral("late"), {m_rig->unit(2)});
        QVERIFY(late->sync());
        QCOMPARE(late->ask(ListAllergies{m_kept})->allergies.size(), 1);
        QVERIFY(m_rig->submit(AddAllergy{m_kept, QStringLiteral("Debu"), {}, {}, {}}));
        QVERIFY(late->sync() && ward->sync());
        QCOMPARE(late->ask(ListAllergies{m_old})->allergies.size(), 2);
        QCOMPARE(ward->ask(ListAllergies{m_old})->allergies.size(), 2);
    }

    void chainsLeadToTheLastFileAndNeverInACircle() {
        const PatientId third = m_rig->patient(QStringLiteral("St Aminah"));
        QVERIFY(merge(m_old, m_kept));
        QCOMPARE(merge(m_old, third).error().code, ErrorCode::MergedAlready);
        QCOMPARE(merge(m_kept, m_kept).error().code, ErrorCode::MergeIntoItself);
        QCOMPARE(merge(m_kept, m_old).error().code, ErrorCode::MergeIntoItself);
        const auto done = merge(third, m_old);
        QVERIFY(done);
        QCOMPARE(done->survivor, m_kept);
        QCOMPARE(m_rig->row<Patient>(third)->mergedInto, m_kept);
        const PatientId last = m_rig->patient(QStringLiteral("Aminah"));
        QVERIFY(merge(m_kept, last));
        for (const PatientId& id : {m_old, m_kept, third, last})
            QCOMPARE(m_rig->ask(GetPatient{id})->patient.id, last);
        QCOMPARE(m_rig->ask(GetPatient{last})->merged.size(), 3);
        QCOMPARE(merge(last, third).error().code, ErrorCode::MergeIntoItself);
        QCOMPARE(
            m_rig->submit(MergePatients{last, PatientId(Uuid::named("x")), QStringLiteral("y")}).error().code,
            ErrorCode::PatientUnknown);
        QCOMPARE(m_rig->submit(MergePatients{m_old, last, QStringLiteral(" ")}).error().code,
                 ErrorCode::ReasonRequired);
    }

    void oneNikBelongsToOneFileThatCounts() {
        const QString nik = QStringLiteral("3173016203850001");
        // Registered offline with the NIK of the other: both kept, one contested.
        auto far = m_rig->device(QStringLiteral("far"), {});
        RegisterPatient twice;
        twice.patient = *m_rig->row<Patient>(m_old);
        twice.patient.id = {};
        const auto late = far->doOffline(twice, QStringLiteral("loket 2"));
        QVERIFY(late && far->sync());
        QCOMPARE(m_rig->cases().size(), 1);
        QCOMPARE(m_rig->cases().first().kind, CaseKind::DuplicateIdentity);
        QCOMPARE(m_rig->cases().first().raisedBy, RecordsRig::person(QStringLiteral("loket 2")));
        const PatientId contested(m_rig->cases().first().subject);
        QVERIFY(m_rig->row<Patient>(contested)->nikContested);
        QVERIFY(merge(m_old, contested));
        QVERIFY(!m_rig->row<Patient>(contested)->nikContested);
        // Whoever comes with it again is shown the file that stays.
        RegisterPatient again = twice;
        const auto taken = m_rig->submit(again);
        QCOMPARE(taken.error().code, ErrorCode::NikTaken);
        QCOMPARE(taken.error().args.first(), contested.toString());
        // The file that was given up holds it for its survivor, even where that has none.
        QVERIFY(merge(contested, m_kept));
        QCOMPARE(m_rig->submit(again).error().args.value(0), m_kept.toString());
        QVERIFY(m_rig->row<Patient>(m_kept)->nik.isEmpty());
        const Patient seen = *m_rig->row<Patient>(m_kept);
        Patient wanted = seen;
        wanted.nik = nik;
        wanted.noNikReason = NoNikReason::None;
        QVERIFY(m_rig->submit(EditPatient{m_kept, changesBetween(seen, wanted)}));
        // Parted again, two files have it: one is contested.
        QVERIFY(unmerge(contested));
        QVERIFY(m_rig->row<Patient>(contested)->nikContested);
        QVERIFY(!m_rig->row<Patient>(m_kept)->nikContested);
    }

    void whatIsPartedAgainIsAsItWasAndAPersonIsAsked() {
        const Visit before = m_rig->visit(m_old);
        QCOMPARE(unmerge(m_old).error().code, ErrorCode::NotMerged);
        QVERIFY(merge(m_old, m_kept));
        const Visit between = m_rig->visit(m_kept);
        QVERIFY(unmerge(m_old));
        QCOMPARE(m_rig->ask(GetPatient{m_old})->patient.id, m_old);
        QCOMPARE(m_rig->ask(GetPatient{m_old})->visits, QList<Visit>{before});
        QCOMPARE(m_rig->ask(GetPatient{m_kept})->visits, QList<Visit>{between});
        // Whose is what was written meanwhile, and are they two people or one?
        QSet<CaseKind> kinds;
        for (const CaseItem& item : m_rig->cases()) {
            kinds.insert(item.kind);
            QCOMPARE(item.subject, m_old.uuid());
            QCOMPARE(item.other, m_kept.uuid());
            QCOMPARE(item.raisedBy, RecordsRig::person(QStringLiteral("kepala")));
            QCOMPARE(item.handler, Role::HeadOfRegistration);
        }
        QCOMPARE(kinds, QSet<CaseKind>({CaseKind::Unmerged, CaseKind::DuplicateIdentity}));
    }

  private:
    Result<MergePatients::Reply> merge(const PatientId& given, const PatientId& into) {
        return m_rig->submit(MergePatients{given, into, QStringLiteral("orang yang sama")},
                             QStringLiteral("kepala"));
    }
    Result<Done> unmerge(const PatientId& given) {
        return m_rig->submit(UnmergePatients{given, QStringLiteral("dua orang")}, QStringLiteral("kepala"));
    }

    std::unique_ptr<RecordsRig> m_rig;
    PatientId m_old;
    PatientId m_kept;
};

QTEST_GUILESS_MAIN(MergeTest)
#include "merge_test.moc"
