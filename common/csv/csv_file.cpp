// SPDX-License-Identifier: GPL-3.0-or-later
// libcsv knows quotes and separators; it is given one line of the file at a time, so that every row knows
// where it began and a quote that is never closed costs one row and not the rest of the file.
#include "common/csv/csv_file.h"

#include <csv.h>
#include <QFileInfo>
#include <QStringDecoder>
#include <algorithm>
#include <array>

namespace simrs {
namespace {

constexpr qint64 kPiece = 1 << 20;
const QByteArray kUtf8Mark = QByteArrayLiteral("\xef\xbb\xbf");

tl::unexpected<Error> unreadable(const QString& path, int line) {
    return fail(ErrorCode::FileUnreadable, {QFileInfo(path).fileName(), QString::number(line)});
}

/// Bytes that no text of one byte or more a letter holds: UTF-16, a spreadsheet's own file, a picture.
bool isNoText(const QByteArray& bytes) { return bytes.contains('\0'); }

char separatorOf(const QByteArray& line) {
    constexpr std::array<char, 4> kSeparators = {',', ';', '\t', '|'};
    std::array<int, kSeparators.size()> counts{};
    bool quoted = false;
    for (const char c : line) {
        if (c == '"') quoted = !quoted;
        for (std::size_t i = 0; i < kSeparators.size() && !quoted; ++i)
            counts.at(i) += c == kSeparators.at(i);
    }
    const auto most = std::max_element(counts.begin(), counts.end());
    return *most == 0 ? ',' : kSeparators.at(static_cast<std::size_t>(most - counts.begin()));
}

}  // namespace

/// libcsv's parser, and what it has found of one row.
struct CsvFile::Parser {
    explicit Parser(char separator) : m_separator(separator) { begin(); }
    ~Parser() { csv_free(&m_csv); }
    Parser(const Parser&) = delete;
    Parser& operator=(const Parser&) = delete;

    void begin() {
        if (m_begun) csv_free(&m_csv);
        m_begun = true;
        csv_init(&m_csv, 0);
        csv_set_delim(&m_csv, static_cast<unsigned char>(m_separator));
        // A tabulator or blank that separates is no blank to be trimmed.
        if (m_separator == '\t') csv_set_space_func(&m_csv, [](unsigned char c) { return c == ' ' ? 1 : 0; });
        cells.clear();
        ended = false;
        tooMuch = false;
    }
    /// False where libcsv gives up.
    bool take(const QByteArray& line) {
        const auto size = static_cast<std::size_t>(line.size());
        return csv_parse(&m_csv, line.constData(), size, cell, row, this) == size;
    }
    /// The last line of a file may lack its end. False where a quote is open.
    bool finish() {
        csv_set_opts(&m_csv, CSV_STRICT | CSV_STRICT_FINI);
        return csv_fini(&m_csv, cell, row, this) == 0 && ended;
    }
    /// A cell has grown beyond the limit and has not ended.
    bool isEndless() const { return m_csv.entry_pos > limits::kCsvCellBytes; }

    QList<QByteArray> cells;
    bool ended = false;
    bool tooMuch = false;

  private:
    static void cell(void* text, std::size_t size, void* self) {
        auto* parser = static_cast<Parser*>(self);
        const bool room = parser->cells.size() < limits::kCsvColumns && size <= limits::kCsvCellBytes;
        if (!room) parser->tooMuch = true;
        if (room)
            parser->cells.append(QByteArray(static_cast<const char*>(text), static_cast<qsizetype>(size)));
    }
    static void row(int, void* self) { static_cast<Parser*>(self)->ended = true; }

    char m_separator;
    bool m_begun = false;
    csv_parser m_csv{};
};

CsvFile::CsvFile() = default;
CsvFile::CsvFile(CsvFile&&) noexcept = default;
CsvFile& CsvFile::operator=(CsvFile&&) noexcept = default;
CsvFile::~CsvFile() = default;

Result<CsvFile> CsvFile::open(const QString& path) {
    SIMRS_ASSIGN(CsvFile opened, unread(path));
    QStringDecoder utf8(QStringDecoder::Utf8);
    CsvForm found;
    QByteArray piece;
    while (!(piece = opened.m_file->read(kPiece)).isEmpty()) {
        if (isNoText(piece)) return unreadable(path, 0);
        [[maybe_unused]] const QString decoded = utf8(piece);  // For its errors alone.
    }
    // A letter that is cut short by the end of the file is none, either.
    const QString end = utf8(QByteArrayLiteral("\n"));
    if (end.isEmpty() || utf8.hasError()) found.encoding = CsvForm::Encoding::Latin1;
    opened.m_file->seek(0);
    QByteArray first;
    if (!opened.readLine(first)) return unreadable(path, 0);
    found.separator = separatorOf(first);
    SIMRS_TRY(opened.begin(found));
    return opened;
}

Result<CsvFile> CsvFile::open(const QString& path, const CsvForm& form) {
    SIMRS_ASSIGN(CsvFile opened, unread(path));
    SIMRS_TRY(opened.begin(form));
    return opened;
}

Result<CsvFile> CsvFile::unread(const QString& path) {
    CsvFile opened;
    opened.m_file = std::make_unique<QFile>(path);
    if (!opened.m_file->open(QIODevice::ReadOnly)) return unreadable(path, 0);
    opened.m_size = opened.m_file->size();
    return opened;
}

Status CsvFile::begin(const CsvForm& form) {
    m_form = form;
    m_parser = std::make_unique<Parser>(form.separator);
    rewind();
    return m_header.isEmpty() ? Status(unreadable(m_file->fileName(), 1)) : Status();
}

void CsvFile::rewind() {
    m_file->seek(0);
    m_line = m_read = 0;
    CsvRow row;
    if (readRow(row) && !row.broken) m_header = row.cells;
}

bool CsvFile::readLine(QByteArray& line) {
    line = m_file->readLine(limits::kCsvLineBytes);
    if (line.isEmpty()) return false;
    m_read = m_file->pos();
    ++m_line;
    if (m_line == 1 && line.startsWith(kUtf8Mark)) line.remove(0, kUtf8Mark.size());
    return true;
}

/// The next row that holds anything; false at the end.
bool CsvFile::readRow(CsvRow& row) {
    QByteArray line;
    m_parser->begin();
    row = {m_line + 1, {}, false};
    qint64 afterFirst = -1;
    while (!m_parser->ended) {
        if (!readLine(line)) {
            if (afterFirst < 0) return false;
            row.broken = !m_parser->finish();
            break;
        }
        if (afterFirst < 0) afterFirst = m_read;
        if (!m_parser->take(line) || m_parser->tooMuch || m_parser->isEndless()) {
            row.broken = true;
            break;
        }
        const bool passedOver = !m_parser->ended && line.trimmed().isEmpty() && m_line == row.line;
        if (!passedOver) continue;
        row.line = m_line + 1;
        afterFirst = -1;
    }
    if (row.broken) {
        // On behind the line where it began: what a lost quote swallowed is read for itself.
        m_file->seek(afterFirst);
        m_read = afterFirst;
        m_line = row.line;
        return true;
    }
    for (const QByteArray& cell : m_parser->cells)
        row.cells.append(m_form.encoding == CsvForm::Encoding::Utf8 ? QString::fromUtf8(cell)
                                                                    : QString::fromLatin1(cell));
    return true;
}

QList<CsvRow> CsvFile::next(int most) {
    QList<CsvRow> rows;
    CsvRow row;
    while (rows.size() < most && readRow(row)) rows.append(row);
    return rows;
}

}  // namespace simrs
