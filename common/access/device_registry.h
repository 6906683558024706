// SPDX-License-Identifier: GPL-3.0-or-later
// The computers of the hospital: which keys each of them holds, and whether it may work. A key names the
// rows that a device is given: "unit:<clinic id>", "depot:<id>"; "reference" and "device:<its id>" are every
// device's own.
#pragma once

#include <QStringList>

#include "common/access/user.h"
#include "common/store/tx.h"

namespace simrs {

using DeviceUnitId = TypedId<struct DeviceUnitTag>;

/// A key that was given to a device. Rows are never deleted: `held` says whether it holds it now.
struct DeviceUnit {
    DeviceUnitId id;
    DeviceId deviceId;
    QString key;
    bool held = true;

    bool operator==(const DeviceUnit&) const = default;
};
template <>
inline constexpr std::array fieldsOf<DeviceUnit> = {
    field<&DeviceUnit::id>(1, "id"),
    field<&DeviceUnit::deviceId>(2, "device_id"),
    field<&DeviceUnit::key>(3, "key", {.max = 60}),
    field<&DeviceUnit::held>(4, "held"),
};
static_assert(wellDescribed<DeviceUnit>());
template <>
inline constexpr EntityInfo entityInfo<DeviceUnit>{.kind = 18,
                                                   .table = "device_unit",
                                                   .conflict = ConflictClass::ServerOnly,
                                                   .unique = {"device_id, key"},
                                                   .foreign = {{{"device_id", "device"}}},
                                                   .audited = true};

/// In the feed, beside results the only row that is no entity: something about the device itself has changed.
/// It carries nothing; it moves the head, so that who serves the device looks at its keys and state again.
inline constexpr std::uint32_t kDeviceNewsKind = 2;

inline const QString kReferenceKey = QStringLiteral("reference");
QString deviceKey(const DeviceId& device);
QString unitKey(const Uuid& unit);
/// "unit:" or "depot:" and an id. Error: UnitUnknown with the key.
Status checkKey(const QString& key);

/// Every key the device holds, its own and "reference" among them, sorted. Errors: DeviceUnknown; Internal
/// where the reader does not hold the registry.
Result<QStringList> heldKeys(Reader& reader, const DeviceId& device);
/// Error: DeviceUnknown.
Result<DeviceState> deviceState(Reader& reader, const DeviceId& device);
/// DeviceFrozen or DeviceWiped where it may only hand in what it holds.
Status mayWork(DeviceState state);

// What the command line does. Each of them tells the feed where it changes something.

/// Keys already held stay as they are. Errors: DeviceUnknown, UnitUnknown.
Status giveKeys(WishTx& tx, const DeviceId& device, const QStringList& keys);
/// Keys not held are no error. Error: DeviceUnknown.
Status takeKeys(WishTx& tx, const DeviceId& device, const QStringList& keys);
/// Error: DeviceUnknown.
Status setDeviceState(WishTx& tx, const DeviceId& device, DeviceState state);

/// Device::lastSeq where a restored server cannot know it: commands that were answered after the backup are
/// lost, and the device remembers that they had numbers. It goes on with whatever number it comes with.
inline constexpr qint64 kAnySeq = -1;
/// Says so of every device.
void forgetLastSeqs(WishTx& tx);

/// All devices, the first registered first.
QList<Device> listDevices(Reader& reader);

}  // namespace simrs
