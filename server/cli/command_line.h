// SPDX-License-Identifier: GPL-3.0-or-later
// From the arguments to a command and from its outcome to an exit code.
#pragma once

#include <QStringList>

#include "server/cli/commands.h"

namespace simrs {

/// `arguments` begins with the program's name.
ExitCode runCommandLine(const QStringList& arguments, const CliServices& services);

}  // namespace simrs
