// SPDX-License-Identifier: GPL-3.0-or-later
// The settings file: sections, keys and values, one a line. Each keeps its line, so that a mistake can be
// shown.
#pragma once

#include <QList>
#include <QString>
#include <tl/expected.hpp>

namespace simrs {

struct IniEntry {
    QString section;
    QString key;
    QString value;
    int line = 0;
};

struct IniProblem {
    int line = 0;
    QString words;
};

/// "# …" and "; …" are comments only at the beginning of a line, so that a value may hold both.
tl::expected<QList<IniEntry>, IniProblem> parseIni(const QString& text);

}  // namespace simrs
