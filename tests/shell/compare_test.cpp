// SPDX-License-Identifier: GPL-3.0-or-later
// What a merge takes from the file that is given up before anybody has pressed a key: only what the other
// does not know, and never an answer that looks like nothing.
#include <QTest>

#include "app/registration/compare_model.h"

using namespace simrs;

namespace {

QString s(const char* text) { return QString::fromLatin1(text); }

/// A file of which much is known.
PatientFile known() {
    PatientFile file;
    file.patient.id = PatientId(Uuid::named("known"));
    file.patient.mrn = 12;
    file.patient.name = s("Budi Santoso");
    file.patient.sex = Sex::Male;
    file.patient.birthDate = QDate(1971, 2, 3);
    file.patient.nik = s("3273010302710001");
    return file;
}

/// Somebody whom the police has brought; meanwhile his phone and a note are known.
PatientFile stranger() {
    PatientFile file;
    file.patient.id = PatientId(Uuid::named("stranger"));
    file.patient.mrn = 99;
    file.patient.name = s("X (Jl. Braga)");
    file.patient.sex = Sex::Male;
    file.patient.birthDate = QDate(1996, 11, 23);
    file.patient.birthEstimated = true;
    file.patient.noNikReason = NoNikReason::Unknown;
    file.patient.phone = s("081234567890");
    file.details.unidentified = true;
    file.details.ageBand = AgeBand::To40;
    file.details.foundPlace = s("Jl. Braga");
    file.details.foundAt = Instant(1'777'860'000'000);
    file.details.prisoner = true;
    file.details.military = true;
    file.details.bornHere = true;
    file.details.country = s("MY");
    file.details.note = s("tas hitam");
    return file;
}

int rowOf(const CompareModel& model, const QString& givenUp) {
    for (int row = 0; row < model.rowCount(); ++row)
        if (model.index(row, CompareModel::GivenUpColumn).data().toString() == givenUp) return row;
    return -1;
}

template <class E>
QStringList namesOf(const QList<FieldChange>& changes) {
    QStringList names;
    for (const FieldChange& change : changes)
        for (const Field& field : fieldSpan<E>())
            if (field.tag == change.tag) names.append(s(field.name));
    return names;
}

QStringList ofPatient(const CompareModel& model) { return namesOf<Patient>(model.patientChanges()); }
QStringList ofDetails(const CompareModel& model) { return namesOf<PatientDetails>(model.detailChanges()); }

}  // namespace

class CompareTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void onlyWhatTheOtherDoesNotKnow() {
        CompareModel model;
        model.setFiles(known(), stranger(), MasterNames());
        QCOMPARE(ofPatient(model), QStringList{s("phone")});
        QCOMPARE(ofDetails(model), QStringList{s("note")});
    }
    void whoeverWantsItTakesItByAKey() {
        CompareModel model;
        model.setFiles(known(), stranger(), MasterNames());
        const int row = rowOf(model, s("MY"));
        QVERIFY(model.isChoice(row) && !model.takesOther(row));
        model.toggle(row);
        QVERIFY(ofDetails(model).contains(s("country")));
    }
    void aBirthDateGoesWithItsGuess() {
        CompareModel model;
        model.setFiles(known(), stranger(), MasterNames());
        int date = -1;
        for (int row = 0; row < model.rowCount(); ++row)
            if (model.index(row, CompareModel::GivenUpColumn).data().toString().contains(s("1996")))
                date = row;
        QVERIFY(date >= 0);
        model.toggle(date);
        QStringList taken = ofPatient(model);
        QVERIFY(taken.contains(s("birth_date")) && taken.contains(s("birth_estimated")));
        model.toggle(date);
        taken = ofPatient(model);
        QVERIFY(!taken.contains(s("birth_date")) && !taken.contains(s("birth_estimated")));
    }
    void theGuessGoesWithADateThatIsTakenUnasked() {
        PatientFile without = known();
        without.patient.birthDate = {};
        CompareModel model;
        model.setFiles(without, stranger(), MasterNames());
        const QStringList taken = ofPatient(model);
        QVERIFY(taken.contains(s("birth_date")) && taken.contains(s("birth_estimated")));
    }
};

QTEST_MAIN(CompareTest)
#include "compare_test.moc"
