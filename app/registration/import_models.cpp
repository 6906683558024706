// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/import_models.h"

#include <algorithm>

#include "app/kit/chip.h"
#include "app/kit/date_text.h"
#include "app/kit/label.h"
#include "app/kit/table_delegate.h"
#include "app/registration/desk_words.h"
#include "app/registration/import_words.h"
#include "common/registration/patient_text.h"

namespace simrs {

void ImportPreviewModel::setLines(const QList<ImportLine>& lines) {
    beginResetModel();
    m_lines = lines;
    endResetModel();
}

int ImportPreviewModel::refused() const {
    return static_cast<int>(std::count_if(m_lines.begin(), m_lines.end(),
                                          [](const ImportLine& line) { return !line.row.wrong.isEmpty(); }));
}

int ImportPreviewModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int ImportPreviewModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString ImportPreviewModel::text(const ImportLine& line, int column) {
    const Patient& patient = line.row.patient;
    switch (column) {
        case LineColumn:
            return QString::number(line.line);
        case NumberColumn:
            return line.row.number > 0 ? QString::number(line.row.number) : QString();
        case NameColumn:
            return addressedName(patient.sapaan, patient.name);
        case SexColumn:
            return patient.sex == Sex::Unknown ? QString() : sexLetter(patient.sex);
        case BornColumn:
            return patient.birthEstimated && patient.birthDate.isValid()
                       ? tr("about %1").arg(patient.birthDate.year())
                       : dateFigures(patient.birthDate);
        case NikColumn:
            return patient.nik;
        case WordsColumn:
            return importReasons(line.row.wrong.isEmpty() ? line.row.dropped : line.row.wrong);
        default:
            return {};
    }
}

QVariant ImportPreviewModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= m_lines.size()) return {};
    const ImportLine& line = m_lines.at(index.row());
    const bool refused = !line.row.wrong.isEmpty();
    switch (role) {
        case Qt::DisplayRole:
            return text(line, index.column());
        case Qt::ToolTipRole:
            return plainToolTip(text(line, index.column()));
        case ChipRole:
            if (index.column() != StateColumn) return {};
            if (refused) return QVariant::fromValue(ChipText{ChipKind::Danger, tr("Refused"), {}});
            if (!line.row.dropped.isEmpty())
                return QVariant::fromValue(ChipText{ChipKind::Warning, tr("Not all of it"), {}});
            return QVariant::fromValue(ChipText{ChipKind::Ok, tr("Taken"), {}});
        case StrongRole:
            return index.column() == NameColumn;
        case MutedRole:
            return index.column() == LineColumn || (index.column() == WordsColumn && !refused);
        default:
            return {};
    }
}

QVariant ImportPreviewModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case LineColumn:
            return tr("Line");
        case StateColumn:
            return tr("Becomes");
        case NumberColumn:
            return tr("Old MRN");
        case NameColumn:
            return tr("Name");
        case SexColumn:
            return tr("Sex");
        case BornColumn:
            return tr("Born");
        case NikColumn:
            return tr("NIK");
        default:
            return tr("What is wrong, or left out");
    }
}

void ImportToldModel::setTold(const QList<ImportTold>* told) {
    beginResetModel();
    m_told = told;
    m_shown = told == nullptr ? 0 : static_cast<int>(told->size());
    endResetModel();
}

void ImportToldModel::grow() {
    const int now = m_told == nullptr ? 0 : static_cast<int>(m_told->size());
    if (now < m_shown) return setTold(m_told);
    if (now == m_shown) return;
    beginInsertRows({}, m_shown, now - 1);
    m_shown = now;
    endInsertRows();
}

int ImportToldModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : m_shown; }

int ImportToldModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QStringList ImportToldModel::titles() {
    return {tr("Line"), tr("Column"), tr("What stands there"), tr("Why it was not taken")};
}

QStringList ImportToldModel::words(const ImportTold& told) {
    return {QString::number(told.line), importColumnWord(told.problem.key), told.problem.value,
            importReason(told.problem)};
}

QVariant ImportToldModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || m_told == nullptr || index.row() >= m_told->size()) return {};
    switch (role) {
        case Qt::DisplayRole:
            return words(m_told->at(index.row())).value(index.column());
        case Qt::ToolTipRole:
            return plainToolTip(words(m_told->at(index.row())).value(index.column()));
        case MutedRole:
            return index.column() == LineColumn;
        default:
            return {};
    }
}

QVariant ImportToldModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    return titles().value(section);
}

}  // namespace simrs
