// SPDX-License-Identifier: GPL-3.0-or-later
// Cleaning typed text.
#include "common/base/text.h"

namespace simrs {
namespace {

bool isUnwanted(QChar c) {
    return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format ||
           c.category() == QChar::Other_NotAssigned;
}

}  // namespace

QString cleanLine(const QString& typed) {
    QString out;
    out.reserve(typed.size());
    for (const QChar c : typed) {
        if (c.isSpace()) {
            out.append(QLatin1Char(' '));
        } else if (!isUnwanted(c)) {
            out.append(c);
        }
    }
    return out.normalized(QString::NormalizationForm_C).simplified();
}

QString digitsOf(const QString& text) {
    QString out;
    for (const QChar c : text) {
        if (c >= QLatin1Char('0') && c <= QLatin1Char('9')) out.append(c);
    }
    return out;
}

}  // namespace simrs
