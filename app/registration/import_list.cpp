// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/import_list.h"

#include "common/csv/csv_writer.h"

namespace simrs {
namespace {

constexpr int kSamples = 20;
constexpr int kRowsAtOnce = 500;

}  // namespace

Result<ImportList> openImportList(const QString& path, const std::optional<CsvForm>& form) {
    SIMRS_ASSIGN(CsvFile file, form ? CsvFile::open(path, *form) : CsvFile::open(path));
    ImportList list{path, file.form(), file.header(), {}, file.size()};
    for (const CsvRow& row : file.next(kSamples))
        if (!row.broken) list.samples.append(row.cells);
    return list;
}

Result<ImportReader> ImportReader::open(const ImportList& list, const QStringList& keys, QDate today) {
    SIMRS_ASSIGN(CsvFile file, CsvFile::open(list.path, list.form));
    return ImportReader(std::move(file), keys, today);
}

ImportPiece ImportReader::next(int most) {
    ImportPiece piece;
    for (const CsvRow& row : m_file.next(most)) piece.lines.append(read(row));
    piece.bytesRead = m_file.read();
    piece.ended = piece.lines.size() < most;
    return piece;
}

ImportLine ImportReader::read(const CsvRow& row) const {
    ImportLine line{row.line, {}};
    if (row.broken) {
        line.row.wrong.append({QString(), QString(), {ErrorCode::FileUnreadable, {}, {}}});
        return line;
    }
    line.row = readImportRow(row.cells, m_keys, m_today);
    const QString beyond = row.cells.mid(m_keys.size()).join(QLatin1Char(' ')).trimmed();
    if (!beyond.isEmpty()) line.row.dropped.append({QString(), beyond, {ErrorCode::FieldTooLong, {}, {}}});
    return line;
}

Status writeRefusedRows(const QString& path, const ImportList& list, const QStringList& titles,
                        const std::map<qint64, RefusedLine>& refused) {
    SIMRS_ASSIGN(CsvFile file, CsvFile::open(list.path, list.form));
    CsvWriter writer(path);
    SIMRS_TRY(writer.begin(titles + list.header));
    for (QList<CsvRow> rows = file.next(kRowsAtOnce); !rows.isEmpty(); rows = file.next(kRowsAtOnce)) {
        for (const CsvRow& row : rows) {
            const auto found = refused.find(row.line);
            if (found == refused.end()) continue;
            SIMRS_TRY(writer.add(
                QStringList{QString::number(row.line), found->second.columns, found->second.reasons} +
                row.cells));
        }
    }
    return writer.finish();
}

Status writeRows(const QString& path, const QStringList& titles, const QList<QStringList>& rows) {
    CsvWriter writer(path);
    SIMRS_TRY(writer.begin(titles));
    for (const QStringList& row : rows) SIMRS_TRY(writer.add(row));
    return writer.finish();
}

}  // namespace simrs
