// SPDX-License-Identifier: GPL-3.0-or-later
// What a device is given of the hospital.
#pragma once

#include <QStringList>

#include "common/base/id.h"
#include "common/store/reader.h"

namespace simrs {

/// The scope keys a device holds, sorted: its own, the reference data, and the units it was given.
QStringList heldKeys(Reader& reader, const DeviceId& device);

}  // namespace simrs
