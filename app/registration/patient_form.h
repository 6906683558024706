// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of a patient in short form: what was typed, what is wrong or doubtful about it, and the patient
// it means. Knows no server.
#pragma once

#include <QWidget>

#include "app/kit/form_grid.h"
#include "common/registration/patient.h"

namespace simrs {

class ChoiceField;
class DateField;
class TextField;

class PatientForm final : public QWidget {
    Q_OBJECT
  public:
    /// Longer texts than any field takes can be typed or pasted: they are refused in words, never cut.
    static constexpr int longestTyped = 20'000;

    explicit PatientForm(QWidget* parent = nullptr);

    FormGrid* grid() const { return m_grid; }
    /// The hospital's day; bounds birth dates.
    void setToday(QDate today);
    /// Shows this patient (a default one: a new patient) and takes it as what editing starts from.
    void setPatient(const Patient& patient);
    const Patient& shown() const { return m_shown; }
    /// Puts what was searched for where it belongs: number, birth date, or name.
    void prefill(const QString& searched);
    /// Somebody else saved meanwhile: takes his values, except for the fields that were changed here.
    /// `clashes` are names of fields; each is told the value it now has.
    void rebase(const Patient& fresh, const QStringList& clashes);

    /// The patient as typed, tidied by the common rules.
    Patient wanted() const;
    /// What keeps it from being saved, in reading order.
    QList<FieldError> problems() const;
    bool isTouched() const { return typed() != m_untouched; }
    /// What is typed and passes its rule: enough to ask whether this patient is already known. Nothing typed
    /// gives an empty patient.
    Patient draft() const;
    /// The key of the field an error of the server belongs to; empty where it belongs to none.
    static QString fieldOf(const Error& error);

  Q_SIGNALS:
    /// Something by which a person is known again is another than before.
    void identityEdited();

  private:
    TextField* addText(const QString& key, int span, bool digits, Need need = Need::Optional);
    ChoiceField* addChoice(const QString& key, int span, Need need = Need::Optional);
    void fillChoices();
    void watch();
    void show(const Patient& patient);
    QStringList typed() const;
    QDate birthDate(bool* estimated) const;
    bool ageTyped() const;
    QString problemOf(const QString& key) const;
    QString birthProblem() const;
    QString ageProblem() const;
    void leave(const QString& key);
    void takeFromNik();
    void proposeSapaan();
    void showHints();

    FormGrid* m_grid;
    TextField *m_nik, *m_card, *m_name, *m_years, *m_months, *m_address, *m_phone, *m_mother;
    ChoiceField *m_reason, *m_sapaan, *m_sex, *m_allergy;
    DateField* m_birth;
    QDate m_today;
    Patient m_shown;
    QStringList m_untouched;
    bool m_sapaanChosen = false;
    bool m_fromNik = false;
};

}  // namespace simrs
