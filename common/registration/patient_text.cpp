// SPDX-License-Identifier: GPL-3.0-or-later
// Short forms of a patient.
#include "common/registration/patient_text.h"

#include <algorithm>

#include "common/registration/name_key.h"

namespace simrs {

QString sapaanText(Sapaan sapaan) {
    switch (sapaan) {
        case Sapaan::None:
            return {};
        case Sapaan::Tuan:
            return QStringLiteral("Tn.");
        case Sapaan::Nyonya:
            return QStringLiteral("Ny.");
        case Sapaan::Nona:
            return QStringLiteral("Nn.");
        case Sapaan::Saudara:
            return QStringLiteral("Sdr.");
        case Sapaan::Anak:
            return QStringLiteral("An.");
        case Sapaan::Bayi:
            return QStringLiteral("By.");
    }
    return {};
}

QString addressedName(Sapaan sapaan, const QString& name) {
    const QString before = sapaanText(sapaan);
    return before.isEmpty() ? name : before + QLatin1Char(' ') + name;
}

QString maskedNumber(const QString& number) {
    const qsizetype shown = number.size() > 4 ? 4 : 0;
    return QString(number.size() - shown, QLatin1Char('*')) + number.right(shown);
}

QString initials(const QString& name) {
    const QStringList words = nameWords(name);
    QString out;
    for (qsizetype i = 0; i < std::min<qsizetype>(words.size(), 3); ++i)
        out.append(words.at(i).at(0).toUpper());
    return out;
}

}  // namespace simrs
