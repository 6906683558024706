// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/compare_model.h"

#include <algorithm>

#include "app/kit/date_text.h"
#include "app/kit/entity_field.h"
#include "app/kit/field_labels.h"
#include "app/kit/label.h"
#include "app/kit/table_delegate.h"
#include "app/registration/desk_words.h"
#include "common/registration/patient_text.h"

namespace simrs {
namespace {

const QString kNothing = QStringLiteral("–");

/// A patient's value in words; the enumerations of the identity have words of their own.
QString patientValue(const Field& field, const Patient& patient) {
    if (&field == &fieldOf<&Patient::sex>()) return sexWord(patient.sex);
    if (&field == &fieldOf<&Patient::sapaan>()) return sapaanWord(patient.sapaan);
    if (&field == &fieldOf<&Patient::noNikReason>())
        return patient.noNikReason == NoNikReason::None ? kNothing : noNikWord(patient.noNikReason);
    if (&field == &fieldOf<&Patient::allergyState>()) return allergyWord(patient.allergyState);
    if (&field == &fieldOf<&Patient::birthDate>()) return dateWords(patient.birthDate);
    return shownValue(entityType<Patient>(), field, &patient, {});
}

QString detailValue(const Field& field, const PatientDetails& details) {
    if (&field == &fieldOf<&PatientDetails::diedOn>())
        return details.diedOn.isValid() ? dateWords(details.diedOn) : kNothing;
    return shownValue(entityType<PatientDetails>(), field, &details, {});
}

bool isEmptyValue(const Field& field, const void* object, const EntityType& type) {
    const std::shared_ptr<void> fresh(type.make(), type.destroy);
    return field.ops->equal(field.get(object), field.get(fresh.get()));
}

QString titleOf(const PatientFile& file, const MasterNames& names) {
    return QStringLiteral("%1 · %2").arg(names.mrn(file.patient.mrn), file.patient.name);
}

}  // namespace

void CompareModel::setFiles(const PatientFile& stays, const PatientFile& givenUp, const MasterNames& names) {
    beginResetModel();
    m_rows.clear();
    m_stays = stays;
    m_givenUp = givenUp;
    m_staysTitle = titleOf(stays, names);
    m_givenUpTitle = titleOf(givenUp, names);
    for (const Field& field : fieldSpan<Patient>()) addField(entityType<Patient>(), field, false);
    Row* born = rowOf(fieldOf<&Patient::birthDate>());
    if (Row* guessed = rowOf(fieldOf<&Patient::birthEstimated>()); guessed && born)
        guessed->takesOther = born->takesOther;
    for (const Field& field : fieldSpan<PatientDetails>())
        addField(entityType<PatientDetails>(), field, true);
    const auto visits = [](const PatientFile& file) { return QString::number(file.visits.size()); };
    m_rows.append({nullptr, false, tr("Visits"), visits(stays), visits(givenUp), false});
    endResetModel();
}

void CompareModel::addField(const EntityType& type, const Field& field, bool ofDetails) {
    if (field.rules.derived) return;
    Row row;
    row.field = &field;
    row.ofDetails = ofDetails;
    row.label = fieldLabel(QString::fromLatin1(type.info->table), QString::fromLatin1(field.name));
    const void* mine = ofDetails ? static_cast<const void*>(&m_stays.details) : &m_stays.patient;
    const void* other = ofDetails ? static_cast<const void*>(&m_givenUp.details) : &m_givenUp.patient;
    row.stays = ofDetails ? detailValue(field, m_stays.details) : patientValue(field, m_stays.patient);
    row.givenUp = ofDetails ? detailValue(field, m_givenUp.details) : patientValue(field, m_givenUp.patient);
    const bool mineEmpty = isEmptyValue(field, mine, type);
    const bool otherEmpty = isEmptyValue(field, other, type);
    if (mineEmpty && otherEmpty) return;
    row.takesOther = mineEmpty && !otherEmpty && isTakenUnasked(field);
    m_rows.append(row);
}

/// "No" and "Indonesia" are answers, and that nobody knows a person is no fact about the one who is known.
bool CompareModel::isTakenUnasked(const Field& field) const {
    if (field.ops == &Ops<bool>::value) return false;
    for (const Field* never : {&fieldOf<&PatientDetails::country>(), &fieldOf<&PatientDetails::ageBand>(),
                               &fieldOf<&PatientDetails::foundPlace>(), &fieldOf<&PatientDetails::foundAt>()})
        if (&field == never) return false;
    if (&field == &fieldOf<&Patient::noNikReason>())
        return m_stays.patient.nik.isEmpty() && m_givenUp.patient.nik.isEmpty();
    return true;
}

CompareModel::Row* CompareModel::rowOf(const Field& field) {
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [&field](const Row& row) { return row.field == &field; });
    return found == m_rows.end() ? nullptr : &*found;
}

void CompareModel::clear() {
    beginResetModel();
    m_rows.clear();
    m_staysTitle.clear();
    m_givenUpTitle.clear();
    endResetModel();
}

bool CompareModel::isChoice(int row) const {
    return row >= 0 && row < m_rows.size() && m_rows.at(row).field && m_rows.at(row).differs();
}

void CompareModel::toggle(int row) {
    if (!isChoice(row)) return;
    const bool takes = !m_rows.at(row).takesOther;
    m_rows[row].takesOther = takes;
    Row* born = rowOf(fieldOf<&Patient::birthDate>());
    Row* guessed = rowOf(fieldOf<&Patient::birthEstimated>());
    const bool isBirth = &m_rows[row] == born || &m_rows[row] == guessed;
    if (isBirth && born && guessed && born->differs()) born->takesOther = guessed->takesOther = takes;
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int CompareModel::differences() const {
    return static_cast<int>(std::count_if(m_rows.cbegin(), m_rows.cend(),
                                          [](const Row& row) { return row.field && row.differs(); }));
}

template <class E>
E CompareModel::merged(const E& stays, const E& givenUp, bool details) const {
    E out = stays;
    for (const Row& row : m_rows)
        if (row.field && row.ofDetails == details && row.takesOther)
            setFieldBytes(*row.field, &out, fieldBytes(*row.field, &givenUp));
    return out;
}

QList<FieldChange> CompareModel::patientChanges() const {
    Patient wanted = merged(m_stays.patient, m_givenUp.patient, false);
    // A NIK that is taken over leaves no reason for having none, and the other way round.
    if (!wanted.nik.isEmpty()) wanted.noNikReason = NoNikReason::None;
    return changesBetween(m_stays.patient, wanted);
}

QList<FieldChange> CompareModel::detailChanges() const {
    return changesBetween(m_stays.details, merged(m_stays.details, m_givenUp.details, true));
}

int CompareModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int CompareModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant CompareModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const Row& row = m_rows.at(index.row());
    const QString text = index.column() == FieldColumn   ? row.label
                         : index.column() == StaysColumn ? row.stays
                                                         : row.givenUp;
    const bool other = index.column() == GivenUpColumn;
    const bool taken = index.column() != FieldColumn && row.differs() && row.field && other == row.takesOther;
    switch (role) {
        case Qt::DisplayRole:
            return text;
        case Qt::ToolTipRole:
            return plainToolTip(text);
        case Qt::AccessibleTextRole:
            return taken ? tr("%1, will stand in the file").arg(text) : text;
        case Qt::DecorationRole:
            return taken ? QVariant(QStringLiteral("check")) : QVariant();
        case StrongRole:
            return taken;
        case MutedRole:
            return index.column() == FieldColumn || !row.differs() || !taken;
        default:
            return {};
    }
}

QVariant CompareModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    if (section == FieldColumn) return tr("Field");
    const QString& title = section == StaysColumn ? m_staysTitle : m_givenUpTitle;
    if (!title.isEmpty()) return title;
    return section == StaysColumn ? tr("File that stays") : tr("File that is given up");
}

}  // namespace simrs
