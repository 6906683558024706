// SPDX-License-Identifier: GPL-3.0-or-later
// The database for one command, held so that nobody else writes one SQLite file meanwhile.
#pragma once

#include <memory>

#include "common/store/store.h"
#include "server/cli/commands.h"
#include "server/cli/data_folder.h"

namespace simrs {

struct OpenedStore {
    DataFolder folder;
    Store store;
};

enum class StoreUse {
    Existing,   ///< The database must be there.
    MayCreate,  ///< An embedded one is made.
    Alone,      ///< As MayCreate, and no server of this data folder may run, whatever the engine.
};

/// Opens and migrates. A running server on PostgreSQL is no hindrance; one on SQLite is: the file has one
/// writer.
Outcome<std::unique_ptr<OpenedStore>> openStore(const CliCall& call, StoreUse use);

/// Who writes, for the audit: the command line, its system user, and `note`.
WriteContext writeContext(const CliCall& call, const QString& request, const QString& note = {});

}  // namespace simrs
