// SPDX-License-Identifier: GPL-3.0-or-later
// What became of the rows of a list, in the words of the person who has to correct them.
#pragma once

#include <QString>
#include <map>

#include "app/registration/import_run.h"
#include "common/registration/import_requests.h"

namespace simrs {

/// "Birth date"; what concerns a row as a whole has no column: "Whole row".
QString importColumnWord(const QString& key);
/// "cannot be understood", "needs 16 digits": why a value, or a row, was not taken.
QString importReason(const ImportProblem& problem);
/// All problems in one line: "Birth date: is missing · Sex: cannot be understood".
QString importReasons(const QList<ImportProblem>& problems);
/// One entry for each refused line, with all of its reasons.
std::map<qint64, RefusedLine> refusedLines(const QList<ImportTold>& told);
/// "New", "Known by the number": what became of a row.
QString importFateWord(ImportFate fate);

}  // namespace simrs
