// SPDX-License-Identifier: GPL-3.0-or-later
// The registry over the store.
#include "common/access/device_registry.h"

#include <algorithm>

namespace simrs {
namespace {

constexpr int kMostDevices = 10'000;
constexpr int kMostKeys = 1'000;

Result<QList<DeviceUnit>> unitRows(Reader& reader, const DeviceId& device) {
    if (!reader.get<Device>(device)) return fail(ErrorCode::DeviceUnknown);
    const auto rows = reader.list(Where<DeviceUnit>().eq<&DeviceUnit::deviceId>(device).limit(kMostKeys));
    if (!rows) return fail(ErrorCode::Internal);
    return *rows;
}

void tellDevice(WishTx& tx, const DeviceId& device) {
    tx.addFeedRow(kDeviceNewsKind, device.uuid(), deviceKey(device), QByteArray(""));
}

}  // namespace

QString deviceKey(const DeviceId& device) { return QStringLiteral("device:") + device.toString(); }

QString unitKey(const Uuid& unit) { return QStringLiteral("unit:") + unit.toString(); }

Status checkKey(const QString& key) {
    const Uuid id = Uuid::fromString(key.section(QLatin1Char(':'), 1));
    for (const char* prefix : {"unit:", "depot:"}) {
        if (!id.isNull() && key == QLatin1String(prefix) + id.toString()) return {};
    }
    return fail(ErrorCode::UnitUnknown, {key});
}

Result<QStringList> heldKeys(Reader& reader, const DeviceId& device) {
    SIMRS_ASSIGN(const QList<DeviceUnit> rows, unitRows(reader, device));
    QStringList keys{kReferenceKey, deviceKey(device)};
    for (const DeviceUnit& row : rows) {
        if (row.held) keys.append(row.key);
    }
    keys.sort();
    return keys;
}

Result<DeviceState> deviceState(Reader& reader, const DeviceId& device) {
    const auto row = reader.get<Device>(device);
    if (!row) return fail(ErrorCode::DeviceUnknown);
    return row->state;
}

Status mayWork(DeviceState state) {
    switch (state) {
        case DeviceState::Active:
            return {};
        case DeviceState::Frozen:
            return fail(ErrorCode::DeviceFrozen);
        case DeviceState::Wiped:
            break;
    }
    return fail(ErrorCode::DeviceWiped);
}

Status giveKeys(WishTx& tx, const DeviceId& device, const QStringList& keys) {
    SIMRS_ASSIGN(const QList<DeviceUnit> rows, unitRows(tx, device));
    QStringList missing;
    for (const QString& key : keys) {
        SIMRS_TRY(checkKey(key));
        if (!missing.contains(key)) missing.append(key);
    }
    bool changed = false;
    for (const DeviceUnit& row : rows) {
        if (missing.removeAll(row.key) == 0 || row.held) continue;
        changed = tx.patch<DeviceUnit>(row.id, [](DeviceUnit& unit) { unit.held = true; }) || changed;
    }
    std::uint32_t slot = 0;
    for (const QString& key : missing)
        tx.insert(DeviceUnit{.id = tx.newId<DeviceUnit>(slot++), .deviceId = device, .key = key});
    if (changed || !missing.isEmpty()) tellDevice(tx, device);
    return {};
}

Status takeKeys(WishTx& tx, const DeviceId& device, const QStringList& keys) {
    SIMRS_ASSIGN(const QList<DeviceUnit> rows, unitRows(tx, device));
    bool changed = false;
    for (const DeviceUnit& row : rows) {
        if (!row.held || !keys.contains(row.key)) continue;
        changed = tx.patch<DeviceUnit>(row.id, [](DeviceUnit& unit) { unit.held = false; }) || changed;
    }
    if (changed) tellDevice(tx, device);
    return {};
}

Status setDeviceState(WishTx& tx, const DeviceId& device, DeviceState state) {
    const auto row = tx.get<Device>(device);
    if (!row) return fail(ErrorCode::DeviceUnknown);
    if (row->state == state) return {};
    tx.patch<Device>(device, [&](Device& held) { held.state = state; });
    tellDevice(tx, device);
    return {};
}

void forgetLastSeqs(WishTx& tx) {
    for (const Device& device : listDevices(tx))
        tx.patch<Device>(device.id, [](Device& row) { row.lastSeq = kAnySeq; });
}

QList<Device> listDevices(Reader& reader) {
    return reader.list(Where<Device>().orderBy<&Device::registeredAt>().limit(kMostDevices))
        .value_or(QList<Device>());
}

}  // namespace simrs
