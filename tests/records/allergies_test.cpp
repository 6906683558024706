// SPDX-License-Identifier: GPL-3.0-or-later
// The set of allergies: adding wins, taking away needs the entry as it was seen, and "none" is said only
// where it is true.
#include <QTest>

#include "tests/records/records_rig.h"

using namespace simrs;
using namespace simrs::test;

class AllergiesTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void init() {
        m_rig = std::make_unique<RecordsRig>();
        m_patient = m_rig->patient(QStringLiteral("Siti Uji"));
        m_rig->visit(m_patient);
    }

    void noneNotKnownAndAListAreThreeAnswers() {
        QCOMPARE(list().answer, AllergyAnswer::NotKnown);
        say(AllergyState::NoneKnown);
        QCOMPARE(list().answer, AllergyAnswer::NoneKnown);
        QVERIFY(add(QStringLiteral("Amoksisilin")));
        QCOMPARE(list().answer, AllergyAnswer::Some);
        QCOMPARE(list().allergies.size(), 1);
        QCOMPARE(m_rig->row<Patient>(m_patient)->allergyState, AllergyState::Known);
        // The last entry goes, and with it what was known.
        QVERIFY(m_rig->submit(RemoveAllergy{list().allergies.first(), {}, QStringLiteral("bukan alergi")}));
        QCOMPARE(list().answer, AllergyAnswer::NotKnown);
        QVERIFY(list().allergies.isEmpty());
        QCOMPARE(m_rig->ask(ListAllergies{PatientId(Uuid::named("nobody"))}).error().code,
                 ErrorCode::PatientUnknown);
    }

    void whoSaysThereAreSomeIsBelieved() {
        say(AllergyState::Known);
        QCOMPARE(list().answer, AllergyAnswer::Some);
        QVERIFY(list().allergies.isEmpty());
    }

    void aDeviceWithoutThePatientDoesNotKnow() {
        say(AllergyState::NoneKnown);
        auto here = m_rig->device(QStringLiteral("here"), {m_rig->unit(0)});
        auto elsewhere = m_rig->device(QStringLiteral("elsewhere"), {m_rig->unit(1)});
        QVERIFY(here->sync() && elsewhere->sync());
        QCOMPARE(here->ask(ListAllergies{m_patient})->answer, AllergyAnswer::NoneKnown);
        QVERIFY(here->ask(ListAllergies{m_patient})->whole);
        QCOMPARE(elsewhere->ask(ListAllergies{m_patient})->answer, AllergyAnswer::NotKnown);
        QVERIFY(!elsewhere->ask(ListAllergies{m_patient})->whole);
        // It lost the clinic: what it held is no answer any more.
        here->setKeys({});
        QVERIFY(here->sync());
        QCOMPARE(here->ask(ListAllergies{m_patient})->answer, AllergyAnswer::NotKnown);
    }

    void theSameOneTwiceIsRefusedAtADeskAndKeptFromDevices() {
        QVERIFY(add(QStringLiteral("Amoksisilin")));
        QCOMPARE(add(QStringLiteral(" amoksisilin ")).error().code, ErrorCode::AllergyKnown);
        QCOMPARE(add(QString()).error().code, ErrorCode::FieldRequired);
        auto one = synced(), two = synced();
        QVERIFY(
            one->doOffline(AddAllergy{m_patient, QStringLiteral("Udang"), {}, QStringLiteral("gatal"), {}},
                           QStringLiteral("perawat 1")));
        QVERIFY(
            two->doOffline(AddAllergy{m_patient, QStringLiteral("udang"), {}, QStringLiteral("sesak"), {}},
                           QStringLiteral("perawat 2")));
        QVERIFY(one->sync() && two->sync() && one->sync());
        QCOMPARE(list().allergies.size(), 3);
        QCOMPARE(one->ask(ListAllergies{m_patient})->allergies.size(), 3);
        // Somebody may take one of them away.
        QCOMPARE(m_rig->cases().size(), 1);
        QCOMPARE(m_rig->cases().first().fields, QStringLiteral("AllergyKnown"));
        QCOMPARE(m_rig->cases().first().handler, Role::Doctor);
        QCOMPARE(m_rig->cases().first().raisedBy, RecordsRig::person(QStringLiteral("perawat 2")));
    }

    void whatWasAddedAgainMeanwhileStaysAndIsFlagged() {
        QVERIFY(add(QStringLiteral("Amoksisilin")));
        auto ward = synced();
        auto other = synced();
        const Allergy seen = list().allergies.first();
        const auto removed = ward->doOffline(RemoveAllergy{seen, {}, QStringLiteral("salah catat")},
                                             QStringLiteral("dokter 1"));
        QVERIFY(removed);
        QVERIFY(ward->ask(ListAllergies{m_patient})->allergies.isEmpty());
        QVERIFY(ward->ask(ListAllergies{m_patient})->answer != AllergyAnswer::NoneKnown);
        // Somebody else, who cannot know, is told of it by the patient. His device refuses what it holds.
        QCOMPARE(other
                     ->doOffline(AddAllergy{m_patient, QStringLiteral("Amoksisilin"), {}, {}, {}},
                                 QStringLiteral("perawat"))
                     .error()
                     .code,
                 ErrorCode::AllergyKnown);
        auto far = m_rig->device(QStringLiteral("far"), {});
        QVERIFY(far->doOffline(
            AddAllergy{m_patient, QStringLiteral("AMOKSISILIN"), {}, QStringLiteral("syok"), {}},
            QStringLiteral("perawat")));
        QVERIFY(far->sync());
        QVERIFY(ward->sync());
        QCOMPARE(ward->result(*removed)->error, 0);
        QCOMPARE(list().allergies.size(), 1);
        QCOMPARE(list().allergies.first().reaction, QStringLiteral("syok"));
        QCOMPARE(ward->ask(ListAllergies{m_patient})->allergies, list().allergies);
        QCOMPARE(kept().size(), 1);
        const CaseItem item = kept().first();
        QCOMPARE(item.kind, CaseKind::AllergyKept);
        QCOMPARE(item.raisedBy, RecordsRig::person(QStringLiteral("dokter 1")));
        QCOMPARE(item.handler, Role::Doctor);
        QCOMPARE(item.other, list().allergies.first().id.uuid());
    }

    void whatHasChangedSinceStaysAndIsFlagged() {
        QVERIFY(add(QStringLiteral("Amoksisilin")));
        auto ward = synced();
        const Allergy seen = list().allergies.first();
        const auto removed =
            ward->doOffline(RemoveAllergy{seen, {}, QStringLiteral("salah")}, QStringLiteral("dokter 1"));
        QVERIFY(m_rig->write([&](WishTx& tx) -> Status {
            tx.patch<Allergy>(seen.id, [](Allergy& row) { row.severity = AllergySeverity::Severe; });
            return {};
        }));
        // At a desk it is refused, so that whoever asks sees the change first.
        QCOMPARE(m_rig->submit(RemoveAllergy{seen, {}, QStringLiteral("salah")}).error().args,
                 QStringList{QStringLiteral("severity")});
        QVERIFY(ward->sync());
        QCOMPARE(ward->result(*removed)->error, 0);
        QCOMPARE(list().allergies.size(), 1);
        QCOMPARE(ward->ask(ListAllergies{m_patient})->allergies, list().allergies);
        QCOMPARE(m_rig->cases().size(), 1);
        QCOMPARE(m_rig->cases().first().kind, CaseKind::AllergyKept);
        QCOMPARE(m_rig->cases().first().fields, QStringLiteral("severity"));
        QCOMPARE(m_rig->cases().first().raisedBy, RecordsRig::person(QStringLiteral("dokter 1")));
    }

    void anotherEntryThatWasSeenIsNoSurprise() {
        auto one = m_rig->device(QStringLiteral("one"), {}), two = m_rig->device(QStringLiteral("two"), {});
        for (RigDevice* device : {one.get(), two.get()})
            QVERIFY(device->doOffline(AddAllergy{m_patient, QStringLiteral("Udang"), {}, {}, {}},
                                      QStringLiteral("perawat")));
        QVERIFY(one->sync() && two->sync());
        auto ward = synced();
        const QList<Allergy> twice = list().allergies;
        QCOMPARE(twice.size(), 2);
        QCOMPARE(m_rig->submit(RemoveAllergy{twice[0], {}, QStringLiteral("dobel")}).error().code,
                 ErrorCode::ChangedMeanwhile);
        QVERIFY(
            ward->doOffline(RemoveAllergy{twice[0], {}, QStringLiteral("dobel")}, QStringLiteral("dokter")));
        QVERIFY(ward->sync());
        QCOMPARE(list().allergies, QList<Allergy>{twice[1]});
        QVERIFY(kept().isEmpty());
        QCOMPARE(m_rig->submit(RemoveAllergy{twice[0], {}, QStringLiteral("dobel")}).error().code,
                 ErrorCode::AllergyRemoved);
    }

    void theFormOfThePatientTakesNoEntryAway() {
        QVERIFY(add(QStringLiteral("Amoksisilin")));
        auto desk = synced();
        Patient seen = *m_rig->row<Patient>(m_patient);
        Patient wanted = seen;
        wanted.allergyState = AllergyState::NoneKnown;
        wanted.address = QStringLiteral("Jl. Melati 3");
        const EditPatient edit{m_patient, changesBetween(seen, wanted)};
        QCOMPARE(m_rig->submit(edit).error().code, ErrorCode::AllergiesNoted);
        QCOMPARE(desk->doOffline(edit, QStringLiteral("loket")).error().code, ErrorCode::AllergiesNoted);
        // From a device that did not hold the entry the rest of the form is taken, and a person told.
        auto far = m_rig->device(QStringLiteral("far"), {});
        QVERIFY(far->doOffline(edit, QStringLiteral("loket 2")));
        QVERIFY(far->sync());
        const Patient now = *m_rig->row<Patient>(m_patient);
        QCOMPARE(now.allergyState, AllergyState::Known);
        QCOMPARE(now.address, wanted.address);
        QCOMPARE(m_rig->cases().size(), 1);
        QCOMPARE(m_rig->cases().first().fields, QStringLiteral("allergy_state"));
        QCOMPARE(m_rig->cases().first().raisedBy, RecordsRig::person(QStringLiteral("loket 2")));
    }

    void anEntryForAPatientWhoIsNotThereIsKeptForAPerson() {
        auto far = m_rig->device(QStringLiteral("far"), {});
        const auto id =
            far->doOffline(AddAllergy{PatientId(Uuid::named("nobody")), QStringLiteral("Udang"), {}, {}, {}},
                           QStringLiteral("perawat"));
        QVERIFY(id && far->sync());
        QCOMPARE(far->result(*id)->error, 0);
        QCOMPARE(m_rig->cases().size(), 1);
        QCOMPARE(decode<AddAllergy>(m_rig->cases().first().detail)->substance, QStringLiteral("Udang"));
        QCOMPARE(m_rig->cases().first().raisedBy, RecordsRig::person(QStringLiteral("perawat")));
    }

  private:
    AllergyList list() { return m_rig->ask(ListAllergies{m_patient}).value_or(AllergyList()); }
    Result<AllergyMade> add(const QString& substance) {
        return m_rig->submit(AddAllergy{m_patient, substance, {}, {}, {}}, QStringLiteral("perawat"));
    }
    void say(AllergyState state) {
        const Patient seen = *m_rig->row<Patient>(m_patient);
        Patient wanted = seen;
        wanted.allergyState = state;
        QVERIFY(m_rig->submit(EditPatient{m_patient, changesBetween(seen, wanted)}));
    }
    /// Not those about an entry that was told twice.
    QList<CaseItem> kept() {
        QList<CaseItem> out;
        for (const CaseItem& item : m_rig->cases())
            if (item.kind == CaseKind::AllergyKept) out.append(item);
        return out;
    }
    std::unique_ptr<RigDevice> synced() {
        auto made = m_rig->device(QStringLiteral("ward"), {m_rig->unit(0)});
        return made->sync() ? std::move(made) : nullptr;
    }

    std::unique_ptr<RecordsRig> m_rig;
    PatientId m_patient;
};

QTEST_GUILESS_MAIN(AllergiesTest)
#include "allergies_test.moc"
