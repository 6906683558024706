// SPDX-License-Identifier: GPL-3.0-or-later
// Cleaning typed text.
#include "common/base/text.h"

namespace simrs {
namespace {

bool isUnwanted(QChar c) {
    return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format ||
           c.category() == QChar::Other_NotAssigned;
}

/// Half of a letter that was cut in two on its way here: no bytes of UTF-8 stand for it.
bool isHalf(const QString& text, qsizetype at) {
    const QChar c = text.at(at);
    if (c.isHighSurrogate()) return at + 1 == text.size() || !text.at(at + 1).isLowSurrogate();
    return c.isLowSurrogate() && (at == 0 || !text.at(at - 1).isHighSurrogate());
}

}  // namespace

QString cleanLine(const QString& typed) {
    QString out;
    out.reserve(typed.size());
    for (qsizetype at = 0; at < typed.size(); ++at) {
        const QChar c = typed.at(at);
        if (c.isSpace()) {
            out.append(QLatin1Char(' '));
        } else if (!isUnwanted(c) && !isHalf(typed, at)) {
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
