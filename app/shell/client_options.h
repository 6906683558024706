// SPDX-License-Identifier: GPL-3.0-or-later
// The client's command line.
#pragma once

#include <QStringList>

#include "app/client/connection_status.h"

namespace simrs {

struct ClientOptions {
    PinnedServer server;  ///< An empty host: the profile's.
    QString profile;      ///< Folder; by default the person's own.
    QString tour;         ///< Folder for the pictures of the main job; empty: no tour.
    QString shots;        ///< Folder for a picture of every page; empty: none.
    bool demo = false;    ///< The sign-in page names the demo accounts.
    QString language;     ///< "id" or "en"; empty: as set on this computer.
    QString theme;        ///< "light" or "dark"; empty: as set on this computer.
    bool isScripted() const { return !tour.isEmpty() || !shots.isEmpty(); }
};

/// What the command line asks for. Prints the help, the version or what is wrong with the arguments and ends
/// the program where there is nothing to start.
ClientOptions readClientOptions(const QStringList& arguments);

}  // namespace simrs
