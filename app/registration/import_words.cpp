// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/import_words.h"

#include <QCoreApplication>
#include <QStringList>

#include "app/kit/error_text.h"
#include "app/kit/field_labels.h"

namespace simrs {
namespace {

/// The translation context of these words.
struct ImportWords {
    Q_DECLARE_TR_FUNCTIONS(ImportWords)
};

QString reasonOfRow(const Error& error) {
    if (error.code == ErrorCode::FileUnreadable)
        return ImportWords::tr("cannot be read: a quotation mark is open, or it is too long");
    if (error.code == ErrorCode::FieldTooLong)
        return ImportWords::tr("has more cells than the first line: is there a separator within a text?");
    return errorText(error);
}

}  // namespace

QString importColumnWord(const QString& key) {
    if (key.isEmpty()) return ImportWords::tr("Whole row");
    // These are on no form and in no table.
    if (key == QLatin1String("number")) return ImportWords::tr("Old MRN");
    if (key == QLatin1String("age")) return ImportWords::tr("Age");
    if (key == QLatin1String("birth_estimated")) return ImportWords::tr("Birth date is an estimate");
    return fieldLabel(QStringLiteral("patient"), key);
}

QString importReason(const ImportProblem& problem) {
    if (problem.key.isEmpty()) return reasonOfRow(problem.error);
    switch (problem.error.code) {
        case ErrorCode::FieldRequired:
        case ErrorCode::BirthDateOrAge:
            return problem.value.isEmpty() ? ImportWords::tr("is missing")
                                           : ImportWords::tr("cannot be understood");
        case ErrorCode::FieldInvalid:
        case ErrorCode::FieldOutOfRange:
            return ImportWords::tr("cannot be understood");
        case ErrorCode::NikTaken:
            return ImportWords::tr("somebody else has it; the two files wait under “Duplicate files”");
        default:
            return errorText(problem.error);
    }
}

QString importReasons(const QList<ImportProblem>& problems) {
    QStringList words;
    for (const ImportProblem& problem : problems)
        words.append(ImportWords::tr("%1: %2").arg(importColumnWord(problem.key), importReason(problem)));
    return words.join(QStringLiteral(" · "));
}

std::map<qint64, RefusedLine> refusedLines(const QList<ImportTold>& told) {
    std::map<qint64, RefusedLine> lines;
    const QString comma = QStringLiteral(", ");
    for (const ImportTold& one : told) {
        RefusedLine& line = lines[one.line];
        if (!line.columns.isEmpty()) line.columns += comma;
        if (!line.reasons.isEmpty()) line.reasons += comma;
        line.columns += importColumnWord(one.problem.key);
        line.reasons += importReason(one.problem);
    }
    return lines;
}

QString importFateWord(ImportFate fate) {
    switch (fate) {
        case ImportFate::Made:
            return ImportWords::tr("New files");
        case ImportFate::KnownByNumber:
            return ImportWords::tr("Known by the number");
        case ImportFate::KnownByNik:
            return ImportWords::tr("Known by the NIK");
        case ImportFate::KnownByPerson:
            return ImportWords::tr("Known as a person");
        case ImportFate::Refused:
            return ImportWords::tr("Refused");
    }
    return {};
}

}  // namespace simrs
