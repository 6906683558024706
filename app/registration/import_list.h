// SPDX-License-Identifier: GPL-3.0-or-later
// The file of an import: what it was taken for, its first rows, and all of them in pieces. Everything here
// reads the disk and belongs on another thread than the screen's (off_thread.h).
#pragma once

#include <map>
#include <optional>

#include "app/registration/import_row.h"
#include "common/csv/csv_file.h"

namespace simrs {

/// A list as it was found.
struct ImportList {
    QString path;
    CsvForm form;
    QStringList header;
    QList<QStringList> samples;  ///< The cells of some first rows.
    qint64 bytes = 0;
};

/// `form` empty: found from the bytes. Errors: those of CsvFile::open.
Result<ImportList> openImportList(const QString& path, const std::optional<CsvForm>& form);

/// One row with its line. What is wrong with the row as a whole has no key: FileUnreadable where it cannot be
/// read, FieldTooLong where it has more cells than the first line.
struct ImportLine {
    qint64 line = 0;
    ImportRow row;
};

struct ImportPiece {
    QList<ImportLine> lines;
    qint64 bytesRead = 0;
    bool ended = false;  ///< Nothing comes behind these.
};

/// The rows of a list, in their order. One thread at a time.
class ImportReader {
  public:
    /// Errors: those of CsvFile::open.
    static Result<ImportReader> open(const ImportList& list, const QStringList& keys, QDate today);
    ImportPiece next(int most);

  private:
    ImportReader(CsvFile file, QStringList keys, QDate today)
        : m_file(std::move(file)), m_keys(std::move(keys)), m_today(today) {}
    ImportLine read(const CsvRow& row) const;

    CsvFile m_file;
    QStringList m_keys;
    QDate m_today;
};

/// What was not taken of a list, and why, in words.
struct RefusedLine {
    QString columns;
    QString reasons;
};
/// Writes the rows of these lines as they stand in the list, with line, columns and reasons before them:
/// corrected they can be run again. Errors: StorageFailed, those of CsvFile::open.
Status writeRefusedRows(const QString& path, const ImportList& list, const QStringList& titles,
                        const std::map<qint64, RefusedLine>& refused);
/// Any table. Errors: StorageFailed.
Status writeRows(const QString& path, const QStringList& titles, const QList<QStringList>& rows);

}  // namespace simrs
