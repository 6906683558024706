// SPDX-License-Identifier: GPL-3.0-or-later
// Reads from the server's database what the judge needs.
#pragma once

#include "common/store/database.h"
#include "tests/campaign/history_judge.h"

namespace simrs::test {

/// Reads beside a server that may run; nothing may be changing meanwhile. `histories` say which questions to
/// answer. Ends the test when the database cannot be read.
ServerRecord readServer(const DatabaseConfig& database, const QList<History>& histories);

}  // namespace simrs::test
