// SPDX-License-Identifier: GPL-3.0-or-later
// Gives a test its own fresh database on the throw-away PostgreSQL of this build folder.
#pragma once

#include <QString>

namespace simrs {

/// Creates an empty database and returns its URL (postgresql://user@127.0.0.1:port/database). Its name begins
/// with `name` (lower-case letters, digits, underscores) and is unique to this process and call. It is
/// dropped, with whoever is still connected, when the process ends. Ends the test at once if there is no
/// server: only tests registered with POSTGRES may call this, and only ctest starts the server.
QString testDatabaseUrl(const QString& name);

}  // namespace simrs
