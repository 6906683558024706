// SPDX-License-Identifier: GPL-3.0-or-later
// What the connection floor is told at the start.
#pragma once

#include "app/client/connection_status.h"
#include "app/client/link_times.h"
#include "app/client/wire.h"

namespace simrs {

struct LinkConfig {
    QString profileFolder;  ///< Per user; made with 0700.
    QString program = QStringLiteral("simrs-client " SIMRS_VERSION);
    QString deviceName;   ///< Shown to administrators: the computer's name.
    PinnedServer server;  ///< From the command line; an empty host means the profile's.
    LinkTimes times;
    const Clock* clock = nullptr;  ///< Thread-safe, outlives the Backend; null: the system's.
    WireMaker makeWire;            ///< Empty: TLS.
};

}  // namespace simrs
