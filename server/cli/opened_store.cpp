// SPDX-License-Identifier: GPL-3.0-or-later
// Opening the database for a command.
#include "server/cli/opened_store.h"

#include <unistd.h>

#include <QFileInfo>

#include "common/hospital/hospital.h"

namespace simrs {

Outcome<std::unique_ptr<OpenedStore>> openStore(const CliCall& call, StoreUse use) {
    const ServerConfig& config = call.settings.server;
    const bool embedded = config.database.engine == Engine::Sqlite;
    if (embedded && use == StoreUse::Existing && !QFileInfo::exists(config.database.path))
        return leave(ExitCode::NoInput,
                     QStringLiteral("there is no database at %1").arg(config.database.path));
    std::unique_ptr<OpenedStore> opened(new OpenedStore{
        DataFolder(config.dataFolder),
        Store(config.database, StoreForm::Server, {call.services.clock, call.services.random})});
    if (embedded || use == StoreUse::Alone) {
        if (const auto created = opened->folder.create(); !created) return tl::unexpected(created.error());
        if (const auto held = opened->folder.hold(config.database); !held)
            return tl::unexpected(held.error());
    }
    if (const Status migrated = opened->store.migrate(hospitalEntities()); !migrated)
        return leave(migrated.error());
    return opened;
}

WriteContext writeContext(const CliCall& call, const QString& request, const QString& note) {
    WriteContext context;
    context.writeId = Uuid::make(call.services.clock, call.services.random);
    context.request = request;
    context.at = call.services.clock.now();
    context.isCommand = false;
    context.note = QStringLiteral("command line, uid %1").arg(getuid());
    if (!note.isEmpty()) context.note += QStringLiteral("; ") + note;
    return context;
}

}  // namespace simrs
