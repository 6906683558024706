// SPDX-License-Identifier: GPL-3.0-or-later
// A file of comma separated values as spreadsheets and other programs write it: read piece by piece, whatever
// its size, separator and encoding. What cannot be read is a row of its own, with its line; the rest goes on.
#pragma once

#include <QFile>
#include <QString>
#include <QStringList>
#include <memory>

#include "common/base/result.h"

namespace simrs {

namespace limits {
inline constexpr int kCsvColumns = 200;
inline constexpr int kCsvCellBytes = 20'000;
inline constexpr int kCsvLineBytes = 1'000'000;
}  // namespace limits

/// What the file was taken for, from its bytes: UTF-8 unless some of them are not; the separator that stands
/// most often in its first line.
struct CsvForm {
    enum class Encoding { Utf8, Latin1 };
    Encoding encoding = Encoding::Utf8;
    char separator = ',';  ///< Comma, semicolon, tabulator or bar.

    bool operator==(const CsvForm&) const = default;
};

struct CsvRow {
    qint64 line = 0;    ///< Where it begins, from 1.
    QStringList cells;  ///< Without surrounding blanks and quotes; those of a broken row are empty.
    /// A quote that is never closed, or more than the limits allow.
    bool broken = false;

    bool operator==(const CsvRow&) const = default;
};

class CsvFile {
  public:
    /// Errors: FileUnreadable (args: the file's name, 0): it is not there, empty, or UTF-16 and the like; a
    /// first line (args: …, 1) that cannot be read.
    static Result<CsvFile> open(const QString& path);
    /// The same, taken for what a person says that it is.
    static Result<CsvFile> open(const QString& path, const CsvForm& form);
    CsvFile(CsvFile&&) noexcept;
    CsvFile& operator=(CsvFile&&) noexcept;
    ~CsvFile();

    const CsvForm& form() const { return m_form; }
    /// The cells of the first line.
    const QStringList& header() const { return m_header; }
    /// The next rows, at most so many; empty lines are passed over. Nothing at the end.
    QList<CsvRow> next(int most);
    /// To the first row again.
    void rewind();
    /// For a bar of progress; in bytes.
    qint64 size() const { return m_size; }
    qint64 read() const { return m_read; }

  private:
    struct Parser;
    CsvFile();
    static Result<CsvFile> unread(const QString& path);
    Status begin(const CsvForm& form);
    bool readRow(CsvRow& row);
    bool readLine(QByteArray& line);

    std::unique_ptr<QFile> m_file;
    std::unique_ptr<Parser> m_parser;
    CsvForm m_form;
    QStringList m_header;
    qint64 m_size = 0;
    qint64 m_read = 0;
    qint64 m_line = 0;  // Lines read so far.
};

}  // namespace simrs
