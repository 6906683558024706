// SPDX-License-Identifier: GPL-3.0-or-later
// migrate: brings the database up to date without serving.
#include "server/cli/opened_store.h"

namespace simrs {

Outcome<void> migrate(const CliCall& call) {
    const auto opened = openStore(call, StoreUse::MayCreate);
    if (!opened) return tl::unexpected(opened.error());
    call.services.terminal.say(QStringLiteral("the database is up to date"));
    return {};
}

}  // namespace simrs
