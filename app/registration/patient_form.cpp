// SPDX-License-Identifier: GPL-3.0-or-later
// A field is checked when it is left; an empty one only on saving, or every walk through the form would leave
// a trail of errors.
#include "app/registration/patient_form.h"

#include <QVBoxLayout>
#include <algorithm>

#include "app/kit/choice_field.h"
#include "app/kit/date_field.h"
#include "app/kit/error_text.h"
#include "app/kit/field_labels.h"
#include "app/kit/text_field.h"
#include "app/registration/desk_words.h"
#include "common/base/text.h"
#include "common/registration/search_text.h"

namespace simrs {
namespace {

namespace keys {
const QString nik = QStringLiteral("nik");
const QString reason = QStringLiteral("no_nik_reason");
const QString card = QStringLiteral("card");
const QString name = QStringLiteral("name");
const QString sapaan = QStringLiteral("sapaan");
const QString birth = QStringLiteral("birth_date");
const QString years = QStringLiteral("age_years");
const QString months = QStringLiteral("age_months");
const QString sex = QStringLiteral("sex");
const QString address = QStringLiteral("address");
const QString phone = QStringLiteral("phone");
const QString mother = QStringLiteral("mother_name");
const QString allergy = QStringLiteral("allergy_state");
}  // namespace keys

const QStringList readingOrder = {keys::nik,   keys::reason, keys::card,   keys::name, keys::sapaan,
                                  keys::birth, keys::years,  keys::months, keys::sex,  keys::address,
                                  keys::phone, keys::mother, keys::allergy};

QVariant number(auto value) { return static_cast<int>(value); }

template <class E>
E chosen(const ChoiceField* field, E fallback) {
    return field->value().isValid() ? static_cast<E>(field->value().toInt()) : fallback;
}

/// "birth_date" → "birthDateField".
QString objectNameOf(const QString& key) {
    const QStringList words = key.split(QLatin1Char('_'));
    QString name = words.first();
    for (const QString& word : words.mid(1)) name += word.left(1).toUpper() + word.mid(1);
    return name + QStringLiteral("Field");
}

QString problem(const Status& status) { return status ? QString() : errorText(status.error()); }

}  // namespace

PatientForm::PatientForm(QWidget* parent) : QWidget(parent), m_grid(new FormGrid) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_grid);
    column->addStretch(1);
    m_grid->addSection(tr("Identity"));
    m_nik = addText(keys::nik, 3, true);
    m_reason = addChoice(keys::reason, 3);
    m_name = addText(keys::name, 4, false, Need::Required);
    m_sapaan = addChoice(keys::sapaan, 2);
    m_birth = new DateField(QDate(), DateSense::Past);
    m_birth->setMaxLength(longestTyped);
    m_birth->setObjectName(objectNameOf(keys::birth));
    m_grid->addField(keys::birth, fieldLabel(keys::birth), m_birth, 2, Need::Required);
    m_years = addText(keys::years, 1, true);
    m_months = addText(keys::months, 1, true);
    m_grid->setLabel(keys::name, tr("Name as on the identity card"));
    m_grid->setLabel(keys::reason, tr("If there is no NIK, why"));
    m_grid->setLabel(keys::years, tr("or age: years"));
    m_grid->setLabel(keys::months, tr("months"));
    m_sex = addChoice(keys::sex, 2, Need::Required);
    m_grid->addSection(tr("Card, contact and safety"));
    m_card = addText(keys::card, 3, true);
    m_phone = addText(keys::phone, 3, false);
    m_address = addText(keys::address, 6, false);
    m_mother = addText(keys::mother, 3, false);
    m_allergy = addChoice(keys::allergy, 3);
    fillChoices();
    watch();
    setPatient({});
}

TextField* PatientForm::addText(const QString& key, int span, bool digits, Need need) {
    auto* field = new TextField(digits ? TextInput::Digits : TextInput::Free);
    field->setLongest(longestTyped);
    field->setObjectName(objectNameOf(key));
    m_grid->addField(key, fieldLabel(key), field, span, need);
    return field;
}

ChoiceField* PatientForm::addChoice(const QString& key, int span, Need need) {
    auto* field = new ChoiceField;
    field->setObjectName(objectNameOf(key));
    m_grid->addField(key, fieldLabel(key), field, span, need);
    return field;
}

void PatientForm::fillChoices() {
    for (const auto reason :
         {NoNikReason::NotYetIssued, NoNikReason::Foreigner, NoNikReason::Newborn, NoNikReason::Unknown})
        m_reason->addChoice(noNikWord(reason), number(reason));
    for (int at = 0; at < enumCount(Sapaan()); ++at)
        m_sapaan->addChoice(sapaanWord(static_cast<Sapaan>(at)), at);
    for (const auto sex : {Sex::Male, Sex::Female, Sex::Undetermined})
        m_sex->addChoice(sexWord(sex), number(sex));
    for (int at = 0; at < enumCount(AllergyState()); ++at)
        m_allergy->addChoice(allergyWord(static_cast<AllergyState>(at)), at);
}

void PatientForm::watch() {
    connect(m_grid, &FormGrid::fieldLeft, this, &PatientForm::leave);
    // A reason is asked for only while there is no NIK; Enter then passes it by.
    connect(m_nik, &QLineEdit::textChanged, this, [this](const QString& typed) {
        m_reason->setEnabled(cleanLine(typed).isEmpty());
        if (checkNik(wanted().nik)) takeFromNik();
    });
    for (QLineEdit* field :
         {static_cast<QLineEdit*>(m_nik), static_cast<QLineEdit*>(m_card), static_cast<QLineEdit*>(m_name),
          static_cast<QLineEdit*>(m_birth), static_cast<QLineEdit*>(m_years),
          static_cast<QLineEdit*>(m_months), static_cast<QLineEdit*>(m_phone),
          static_cast<QLineEdit*>(m_address), static_cast<QLineEdit*>(m_mother)})
        connect(field, &QLineEdit::textChanged, this, &PatientForm::identityEdited);
    connect(m_birth, &DateField::dateChanged, this, [this] {
        proposeSapaan();
        showHints();
    });
    connect(m_sapaan, &ChoiceField::valueChosen, this, [this] { m_sapaanChosen = true; });
    connect(m_sex, &ChoiceField::valueChosen, this, [this] {
        proposeSapaan();
        Q_EMIT identityEdited();
    });
}

void PatientForm::setToday(QDate today) {
    m_today = today;
    m_birth->setToday(today);
}

void PatientForm::setPatient(const Patient& patient) {
    m_shown = patient;
    show(patient);
    m_untouched = typed();
    m_grid->clearErrors();
    showHints();
}

void PatientForm::show(const Patient& patient) {
    m_sapaanChosen = patient.sapaan != Sapaan::None || patient.mrn > 0;
    m_fromNik = true;  // what is shown is not overwritten by what the NIK says
    m_nik->setText(patient.nik);
    m_card->setText(patient.card);
    m_name->setText(patient.name);
    m_birth->setDate(patient.birthDate);
    m_years->clear();
    m_months->clear();
    m_address->setText(patient.address);
    m_phone->setText(patient.phone);
    m_mother->setText(patient.motherName);
    m_reason->setValue(patient.noNikReason == NoNikReason::None ? QVariant() : number(patient.noNikReason));
    m_sapaan->setValue(patient.sapaan == Sapaan::None && patient.mrn == 0 ? QVariant()
                                                                          : number(patient.sapaan));
    m_sex->setValue(patient.sex == Sex::Unknown || patient.sex == Sex::NotFilled ? QVariant()
                                                                                 : number(patient.sex));
    m_allergy->setValue(number(patient.allergyState));
    m_fromNik = false;
}

void PatientForm::prefill(const QString& searched) {
    const PatientQuery query = readSearchText(searched, m_today);
    m_nik->setText(query.nik);
    m_card->setText(query.card);
    m_phone->setText(query.phone);
    if (query.birthDate.isValid() && query.mrnDigits.isEmpty()) m_birth->setDate(query.birthDate);
    QStringList words;
    for (const QString& word : cleanLine(searched).split(QLatin1Char(' '), Qt::SkipEmptyParts))
        if (std::none_of(word.cbegin(), word.cend(), [](QChar c) { return c.isDigit(); }) &&
            !query.nameWords.isEmpty())
            words.append(word.left(1).toUpper() + word.mid(1));
    m_name->setText(words.join(QLatin1Char(' ')));
    m_untouched = typed();
    showHints();
}

void PatientForm::rebase(const Patient& fresh, const QStringList& clashes) {
    const QList<FieldChange> mine = changesBetween(m_shown, wanted());
    Patient merged = fresh;
    for (const FieldChange& change : mine)
        for (const Field& field : fieldSpan<Patient>())
            if (field.tag == change.tag) setFieldBytes(field, &merged, change.value);
    setPatient(fresh);
    const QStringList theirs = typed();
    show(merged);
    showHints();
    for (const QString& key : clashes) {
        const auto at = readingOrder.indexOf(key);
        if (at < 0) continue;
        const QString now = theirs.at(at);
        m_grid->setHint(
            key, now.isEmpty() ? tr("Somebody else has cleared it") : tr("Somebody else wrote: %1").arg(now));
    }
}

QStringList PatientForm::typed() const {
    return {m_nik->text(),           m_reason->currentText(), m_card->text(),  m_name->text(),
            m_sapaan->currentText(), m_birth->text(),         m_years->text(), m_months->text(),
            m_sex->currentText(),    m_address->text(),       m_phone->text(), m_mother->text(),
            m_allergy->currentText()};
}

bool PatientForm::ageTyped() const { return !m_years->digits().isEmpty() || !m_months->digits().isEmpty(); }

QDate PatientForm::birthDate(bool* estimated) const {
    // The text and not the field's date: Ctrl+S comes while the focus is still in it.
    if (!m_birth->text().trimmed().isEmpty()) {
        const QDate date = readDate(m_birth->text(), m_today, DateSense::Past).value_or(QDate());
        *estimated = m_shown.birthEstimated && date == m_shown.birthDate;
        return date;
    }
    *estimated = ageTyped();
    if (!ageTyped() || !ageProblem().isEmpty()) return {};
    return estimatedBirthDate({m_years->digits().toInt(), m_months->digits().toInt(), 0}, m_today);
}

Patient PatientForm::wanted() const {
    Patient patient = m_shown;
    patient.nik = m_nik->text();
    patient.noNikReason =
        m_reason->isEnabledTo(this) ? chosen(m_reason, NoNikReason::None) : NoNikReason::None;
    patient.card = m_card->text();
    patient.name = m_name->text();
    patient.sapaan = chosen(m_sapaan, Sapaan::None);
    patient.birthDate = birthDate(&patient.birthEstimated);
    patient.sex = chosen(m_sex, m_shown.sex);
    patient.address = m_address->text();
    patient.phone = m_phone->text();
    patient.motherName = m_mother->text();
    patient.allergyState = chosen(m_allergy, AllergyState::NotAsked);
    tidyPatient(patient);
    return patient;
}

QString PatientForm::ageProblem() const {
    const QString years = m_years->text().trimmed();
    const QString months = m_months->text().trimmed();
    if (years.size() > m_years->digits().size() || months.size() > m_months->digits().size())
        return tr("Whole numbers only");
    if (m_years->digits().size() > 4 || m_years->digits().toInt() > limits::kOldestYears)
        return tr("At most %1 years").arg(limits::kOldestYears);
    if (m_months->digits().size() > 4 || m_months->digits().toInt() > 12 * 2) return tr("At most 24 months");
    return {};
}

QString PatientForm::birthProblem() const {
    if (m_birth->text().trimmed().isEmpty() && ageTyped()) return {};
    if (!m_birth->text().trimmed().isEmpty() && !readDate(m_birth->text(), m_today, DateSense::Past)) {
        // A day after today reads as a date of no past year.
        const auto ahead = readDate(m_birth->text(), m_today, DateSense::Any);
        if (ahead && *ahead > m_today) return errorText({ErrorCode::BirthDateFuture, {}, {}});
        return tr("Not a date: type it as 23041990");
    }
    bool estimated = false;
    return problem(checkBirthDate(birthDate(&estimated), m_today));
}

QString PatientForm::problemOf(const QString& key) const {
    const Patient patient = wanted();
    if (key == keys::nik) return problem(checkNikOrReason(patient.nik, patient.noNikReason));
    if (key == keys::card) return problem(checkCard(patient.card));
    if (key == keys::name) return problem(checkName(patient.name, keys::name));
    if (key == keys::birth) return birthProblem();
    if (key == keys::years) return ageProblem();
    if (key == keys::sex)
        return patient.sex == Sex::Unknown || patient.sex == Sex::NotFilled
                   ? errorText({ErrorCode::FieldRequired, {keys::sex}, {}})
                   : QString();
    if (key == keys::address)
        return problem(checkText(patient.address, keys::address, limits::kAddressChars));
    if (key == keys::phone) return problem(checkPhone(patient.phone));
    if (key == keys::mother && !patient.motherName.isEmpty())
        return problem(checkName(patient.motherName, keys::mother));
    return {};
}

QList<FieldError> PatientForm::problems() const {
    QList<FieldError> found;
    for (const QString& key : readingOrder)
        if (const QString text = problemOf(key); !text.isEmpty()) found.append({key, text});
    return found;
}

void PatientForm::leave(const QString& key) {
    const auto* line = qobject_cast<QLineEdit*>(m_grid->field(key));
    const bool empty = line != nullptr && line->text().trimmed().isEmpty();
    m_grid->setError(key, empty ? QString() : problemOf(key));
    if (key == keys::months) m_grid->setError(keys::years, ageProblem());
    if (key == keys::years || key == keys::months || key == keys::reason) {
        // The other half of an either-or may have settled an error.
        for (const QString& other : {keys::birth, keys::nik})
            if (!m_grid->errorText(other).isEmpty()) m_grid->setError(other, problemOf(other));
    }
    proposeSapaan();
    showHints();
}

void PatientForm::takeFromNik() {
    if (m_fromNik) return;
    const QString nik = wanted().nik;
    if (m_birth->text().trimmed().isEmpty() && !ageTyped()) m_birth->setDate(birthDateFromNik(nik, m_today));
    if (!m_sex->value().isValid()) {
        const Sex sex = sexFromNik(nik);
        if (sex != Sex::Unknown) m_sex->setValue(number(sex));
    }
    proposeSapaan();
    showHints();
}

void PatientForm::proposeSapaan() {
    if (m_sapaanChosen) return;
    const Patient patient = wanted();
    const Sapaan proposed = proposedSapaan(patient.sex, patient.birthDate, m_today);
    m_sapaan->setValue(proposed == Sapaan::None ? QVariant() : number(proposed));
}

void PatientForm::showHints() {
    const Patient patient = wanted();
    const auto first = [](const QList<Warning>& warnings) {
        return warnings.isEmpty() ? QString() : warningWords(warnings.first());
    };
    m_grid->setHint(keys::nik, patient.nik.isEmpty() ? tr("16 digits, or say why there is none")
                                                     : first(nikWarnings(patient.nik, patient.birthDate,
                                                                         patient.sex, m_today)));
    m_grid->setHint(keys::name, first(nameWarnings(patient.name)));
    m_grid->setHint(keys::card, tr("13 digits"));
    QString birth;
    if (patient.birthDate.isValid()) {
        const QString doubt = first(birthDateWarnings(patient.birthDate, m_today));
        birth = patient.birthEstimated ? tr("Estimated: %1").arg(dateWords(patient.birthDate))
                                       : dateWords(patient.birthDate) + QStringLiteral(" · ") +
                                             ageText(patient.birthDate, m_today);
        if (!doubt.isEmpty()) birth = doubt;
    }
    m_grid->setHint(keys::birth, birth);
    const bool both = ageTyped() && !m_birth->text().trimmed().isEmpty();
    m_grid->setHint(keys::years, both ? tr("Not used") : QString());
    m_grid->setHint(keys::sapaan, m_sapaanChosen ? QString() : tr("Proposed by sex and age"));
    m_grid->setHint(keys::allergy,
                    patient.allergyState == AllergyState::NotAsked ? tr("Ask, if you can") : QString());
}

Patient PatientForm::draft() const {
    const Patient typed = wanted();
    Patient draft;
    if (checkNik(typed.nik)) draft.nik = typed.nik;
    if (checkCard(typed.card)) draft.card = typed.card;
    if (checkPhone(typed.phone)) draft.phone = typed.phone;
    if (checkName(typed.name, keys::name)) draft.name = typed.name;
    if (checkName(typed.motherName, keys::mother)) draft.motherName = typed.motherName;
    if (checkText(typed.address, keys::address, limits::kAddressChars)) draft.address = typed.address;
    if (checkBirthDate(typed.birthDate, m_today)) {
        draft.birthDate = typed.birthDate;
        draft.birthEstimated = typed.birthEstimated;
    }
    draft.sex = typed.sex;
    return draft;
}

QString PatientForm::fieldOf(const Error& error) {
    switch (error.code) {
        case ErrorCode::FieldRequired:
        case ErrorCode::FieldTooLong:
        case ErrorCode::FieldInvalid:
        case ErrorCode::FieldOutOfRange:
            return error.args.value(0);
        case ErrorCode::NikLength:
        case ErrorCode::NikInvalid:
        case ErrorCode::NikOrReason:
        case ErrorCode::NikTaken:
            return keys::nik;
        case ErrorCode::BirthDateFuture:
        case ErrorCode::BirthDateTooOld:
        case ErrorCode::BirthDateOrAge:
            return keys::birth;
        case ErrorCode::CardLength:
            return keys::card;
        case ErrorCode::PhoneInvalid:
            return keys::phone;
        default:
            return {};
    }
}

}  // namespace simrs
