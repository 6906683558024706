// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of a note's text.
#include "common/records/clinical_note.h"

#include <algorithm>

namespace simrs {
namespace {

bool isForbidden(QChar c) {
    if (c == QLatin1Char('\n') || c == QLatin1Char('\t')) return false;
    const char16_t code = c.unicode();
    return c.category() == QChar::Other_Control || (code >= 0x202a && code <= 0x202e) ||
           (code >= 0x2066 && code <= 0x2069);
}

}  // namespace

QString tidyNote(const QString& typed) {
    QString text = typed.normalized(QString::NormalizationForm_C);
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(QLatin1Char('\r'), QLatin1Char('\n'));
    QStringList lines = text.split(QLatin1Char('\n'));
    for (QString& line : lines) {
        while (!line.isEmpty() && line.back().isSpace()) line.chop(1);
    }
    while (!lines.isEmpty() && lines.first().isEmpty()) lines.removeFirst();
    while (!lines.isEmpty() && lines.last().isEmpty()) lines.removeLast();
    return lines.join(QLatin1Char('\n'));
}

Status checkNote(const QString& text, const QString& field) {
    if (text.trimmed().isEmpty()) return fail(ErrorCode::FieldRequired, {field});
    if (text.size() > limits::kNoteChars)
        return fail(ErrorCode::FieldTooLong, {field, QString::number(limits::kNoteChars)});
    if (std::any_of(text.begin(), text.end(), isForbidden)) return fail(ErrorCode::FieldInvalid, {field});
    return {};
}

QList<ClinicalNote> correctionsOf(Reader& reader, const ClinicalNoteId& id) {
    return reader.list(Where<ClinicalNote>().eq<&ClinicalNote::corrects>(id)).value_or(QList<ClinicalNote>());
}

}  // namespace simrs
