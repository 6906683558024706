// SPDX-License-Identifier: GPL-3.0-or-later
// From when on what a device has been answered cannot be lost any more, so that its outbox need not keep it.
#pragma once

namespace simrs {

enum class Durable {
    Commit,  ///< The server's own disk is trusted.
    Backup,  ///< Only what the last finished backup holds; after a restore the devices send the rest again.
};

}  // namespace simrs
