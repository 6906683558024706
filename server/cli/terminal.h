// SPDX-License-Identifier: GPL-3.0-or-later
// What the administrator sees and types: results on standard output, complaints on standard error.
#pragma once

#include <QByteArray>
#include <QString>

#include "server/cli/exit_code.h"

namespace simrs {

class Terminal {
  public:
    /// One line or more, at once.
    void say(const QString& text) const;
    void complain(const QString& text) const;
    /// Typed without echo, twice where somebody types; from a pipe one line.
    Outcome<QString> askPassword(const QString& login) const;
    /// A whole file. Errors: NoInput, Permission.
    static Outcome<QByteArray> wholeFile(const QString& path);
    /// The first line of a file, "-" for standard input. For passwords.
    Outcome<QString> firstLine(const QString& path) const;
};

}  // namespace simrs
