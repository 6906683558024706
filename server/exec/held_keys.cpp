// SPDX-License-Identifier: GPL-3.0-or-later
// From the device's registry.
#include "server/exec/held_keys.h"

#include "common/sync/feed_service.h"

namespace simrs {

QStringList heldKeys(Reader&, const DeviceId& device) {
    QStringList keys{FeedService::deviceKey(device), QStringLiteral("reference")};
    keys.sort();
    return keys;
}

}  // namespace simrs
