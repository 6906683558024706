// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/prints_model.h"

#include <algorithm>

#include "app/kit/label.h"
#include "app/kit/print_words.h"
#include "app/kit/table_delegate.h"

namespace simrs {

void PrintsModel::setJobs(const QList<PrintJob>& jobs) {
    const bool same = std::equal(jobs.cbegin(), jobs.cend(), m_jobs.cbegin(), m_jobs.cend(),
                                 [](const PrintJob& a, const PrintJob& b) { return a.id == b.id; });
    if (!same) beginResetModel();
    m_jobs = jobs;
    if (!same)
        endResetModel();
    else if (!m_jobs.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

const PrintJob* PrintsModel::job(int row) const {
    return row >= 0 && row < m_jobs.size() ? &m_jobs.at(row) : nullptr;
}

int PrintsModel::rowOf(quint64 id) const {
    for (int row = 0; row < m_jobs.size(); ++row)
        if (m_jobs.at(row).id == id) return row;
    return -1;
}

int PrintsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_jobs.size());
}

int PrintsModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString PrintsModel::text(const PrintJob& job, int column) {
    switch (column) {
        case PaperColumn:
            return job.title;
        case PrinterColumn:
            return job.printer;
        case StateColumn:
            return printStateChip(job).text;
        case TriesColumn:
            return job.tries > 0 ? QString::number(job.tries) : QString();
        default:
            break;
    }
    const bool wrong =
        job.state == PrintJob::State::Failed || (job.state == PrintJob::State::Waiting && job.tries > 0);
    return wrong ? printProblemText(job.problem) : QString();
}

QVariant PrintsModel::data(const QModelIndex& index, int role) const {
    const PrintJob* const found = index.isValid() ? job(index.row()) : nullptr;
    if (found == nullptr) return {};
    switch (role) {
        case Qt::DisplayRole:
            return text(*found, index.column());
        case Qt::ToolTipRole:
            return plainToolTip(text(*found, index.column()));
        case ChipRole:
            return index.column() == StateColumn ? QVariant::fromValue(printStateChip(*found)) : QVariant();
        case StrongRole:
            return index.column() == PaperColumn && found->state != PrintJob::State::Done;
        case MutedRole:
            return found->state == PrintJob::State::Done;
        default:
            return {};
    }
}

QVariant PrintsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case PaperColumn:
            return tr("Paper");
        case PrinterColumn:
            return tr("Printer");
        case StateColumn:
            return tr("State");
        case TriesColumn:
            return tr("Tries");
        default:
            return tr("What is wrong");
    }
}

}  // namespace simrs
