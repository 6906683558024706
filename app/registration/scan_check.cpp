// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/scan_check.h"

#include <algorithm>

namespace simrs {
namespace {

/// Without the signs between the digits: a person may type them, a code may hold them.
QString bare(const QString& text) {
    QString out;
    for (const QChar c : text)
        if (c.isLetterOrNumber()) out += c.toUpper();
    return out;
}

}  // namespace

ScanVerdict scanVerdict(const QString& scanned, const PaperContent& content, const MasterNames& names) {
    const QString read = bare(scanned);
    if (read.isEmpty() || std::none_of(read.cbegin(), read.cend(), [](QChar c) { return c.isDigit(); }))
        return ScanVerdict::Unreadable;
    if (read == bare(numberOf(content.of, names))) return ScanVerdict::ThisPatient;
    if (content.visit && read == bare(ticketPaper(*content.visit, names, false).registrationNumber))
        return ScanVerdict::ThisVisit;
    return ScanVerdict::Another;
}

}  // namespace simrs
