// SPDX-License-Identifier: GPL-3.0-or-later
// A file of separated values as spreadsheets here open it by a double click: UTF-8 with its mark, semicolons.
// Under its name it stands only when it is whole.
#pragma once

#include <QSaveFile>
#include <QStringList>

#include "common/base/result.h"

namespace simrs {

/// One row with its end. A cell that a spreadsheet would take for a formula gets an apostrophe before it.
QByteArray csvRow(const QStringList& cells);
/// The cell without that apostrophe.
QString plainCell(const QString& cell);

class CsvWriter {
  public:
    explicit CsvWriter(const QString& path) : m_file(path) {}

    /// Errors of all three: StorageFailed (args: the path).
    Status begin(const QStringList& header);
    Status add(const QStringList& cells);
    /// Gives it its name. Without it nothing is left of the file.
    Status finish();

  private:
    Status failed() const {
        return fail(ErrorCode::StorageFailed, {m_file.fileName()}, m_file.errorString());
    }
    QSaveFile m_file;
};

}  // namespace simrs
