// SPDX-License-Identifier: GPL-3.0-or-later
// Keeping the device registry from the command line. Every change is audited and told to the feed, so that a
// device that is connected hears of it within seconds.
#include "common/access/device_registry.h"
#include "common/registration/masters.h"
#include "server/cli/opened_store.h"

namespace simrs {
namespace {

/// Not ErrorCode::DeviceUnknown, which says that a key does not match.
tl::unexpected<Exit> noSuchDevice(const QString& named) {
    return leave(ExitCode::Failure, QStringLiteral("there is no device \"%1\"").arg(named));
}

/// By its id, or by its name where only one has it.
Outcome<Device> findDevice(Store& store, const QString& named) {
    QList<Device> devices;
    if (const Status read = store.read([&](Reader& reader) -> Status {
            devices = listDevices(reader);
            return {};
        });
        !read)
        return leave(read.error());
    QList<Device> found;
    for (const Device& device : devices) {
        if (device.id == DeviceId(Uuid::fromString(named))) return device;
        if (device.name == named) found.append(device);
    }
    if (found.size() > 1)
        return leave(ExitCode::Failure,
                     QStringLiteral("%1 devices are called \"%2\": name one by its id, as \"device list\" "
                                    "shows it")
                         .arg(found.size())
                         .arg(named));
    if (found.isEmpty()) return noSuchDevice(named);
    return found.first();
}

QList<Clinic> clinicsOf(Reader& reader) { return reader.list(Where<Clinic>()).value_or(QList<Clinic>()); }

/// A clinic's code, else a key as it stands. Error of usage: no such clinic or key.
Outcome<QStringList> keysOf(const QString& option, const QList<Clinic>& clinics) {
    QStringList keys;
    for (const QString& part : option.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        QString key = part.trimmed();
        for (const Clinic& clinic : clinics) {
            if (clinic.code == key) key = unitKey(clinic.id.uuid());
        }
        if (!checkKey(key))
            return leave(ExitCode::Failure, QStringLiteral("there is no clinic \"%1\", nor is it unit:ID or "
                                                           "depot:ID; nothing was changed")
                                                .arg(part.trimmed()));
        keys.append(key);
    }
    return keys;
}

/// "P01 (Poli Umum)" for a clinic's key, the key itself for others; nothing for what every device holds.
QStringList shownUnits(const QStringList& keys, const QList<Clinic>& clinics, bool names) {
    QStringList units;
    for (const QString& key : keys) {
        if (key == kReferenceKey || key.startsWith(QLatin1String("device:"))) continue;
        QString shown = key;
        for (const Clinic& clinic : clinics) {
            if (unitKey(clinic.id.uuid()) != key) continue;
            shown = names ? QStringLiteral("%1 (%2)").arg(clinic.code, clinic.name) : clinic.code;
        }
        units.append(shown);
    }
    units.sort();
    return units;
}

QString stateName(DeviceState state) {
    switch (state) {
        case DeviceState::Active:
            return QStringLiteral("active");
        case DeviceState::Frozen:
            return QStringLiteral("frozen");
        case DeviceState::Wiped:
            break;
    }
    return QStringLiteral("wiped");
}

Status sayUnits(Reader& reader, const Device& device, const Terminal& terminal) {
    SIMRS_ASSIGN(const QStringList keys, heldKeys(reader, device.id));
    const QStringList units = shownUnits(keys, clinicsOf(reader), true);
    terminal.say(units.isEmpty()
                     ? QStringLiteral("%1 holds no unit").arg(device.name)
                     : QStringLiteral("%1 holds:\n  ").arg(device.name) + units.join(QStringLiteral("\n  ")));
    return {};
}

Outcome<void> changeState(const CliCall& call, const char* request, DeviceState state, const QString& said) {
    const auto opened = openStore(call, StoreUse::Existing);
    if (!opened) return tl::unexpected(opened.error());
    Store& store = (*opened)->store;
    const Outcome<Device> device = findDevice(store, call.line.arguments.first());
    if (!device) return tl::unexpected(device.error());
    const auto written = store.write(writeContext(call, QString::fromLatin1(request)),
                                     [&](WishTx& tx) { return setDeviceState(tx, device->id, state); });
    if (!written) return leave(written.error());
    call.services.terminal.say(said.arg(device->name));
    return {};
}

}  // namespace

Outcome<void> listDevices(const CliCall& call) {
    const auto opened = openStore(call, StoreUse::Existing);
    if (!opened) return tl::unexpected(opened.error());
    const Status read = (*opened)->store.read([&](Reader& reader) -> Status {
        const QList<Clinic> clinics = clinicsOf(reader);
        for (const Device& device : simrs::listDevices(reader)) {
            SIMRS_ASSIGN(const QStringList keys, heldKeys(reader, device.id));
            call.services.terminal.say(QStringList{
                device.id.toString(), device.name, stateName(device.state),
                QDateTime::fromMSecsSinceEpoch(device.registeredAt.ms, Qt::UTC).toString(Qt::ISODate),
                QString::number(device.lastSeq), shownUnits(keys, clinics, false).join(QLatin1Char(','))}
                                           .join(QLatin1Char('\t')));
        }
        return {};
    });
    return read ? Outcome<void>() : leave(read.error());
}

Outcome<void> changeDeviceUnits(const CliCall& call) {
    const auto opened = openStore(call, StoreUse::Existing);
    if (!opened) return tl::unexpected(opened.error());
    Store& store = (*opened)->store;
    const Outcome<Device> device = findDevice(store, call.line.arguments.first());
    if (!device) return tl::unexpected(device.error());
    QList<Clinic> clinics;
    const Status read = store.read([&](Reader& reader) -> Status {
        clinics = clinicsOf(reader);
        return {};
    });
    if (!read) return leave(read.error());
    const Outcome<QStringList> added = keysOf(call.line.value("add"), clinics);
    if (!added) return tl::unexpected(added.error());
    Outcome<QStringList> removed = keysOf(call.line.value("remove"), clinics);
    if (!removed) return tl::unexpected(removed.error());
    // Named in both: it stays.
    removed->removeIf([&](const QString& key) { return added->contains(key); });
    if (!added->isEmpty() || !removed->isEmpty()) {
        const auto written =
            store.write(writeContext(call, QStringLiteral("device_units")), [&](WishTx& tx) -> Status {
                SIMRS_TRY(takeKeys(tx, device->id, *removed));
                return giveKeys(tx, device->id, *added);
            });
        if (!written) return leave(written.error());
    }
    const Status said =
        store.read([&](Reader& reader) { return sayUnits(reader, *device, call.services.terminal); });
    return said ? Outcome<void>() : leave(said.error());
}

Outcome<void> freezeDevice(const CliCall& call) {
    return changeState(call, "device_freeze", DeviceState::Frozen,
                       QStringLiteral("%1 is frozen: it may only hand in what was saved on it"));
}

Outcome<void> thawDevice(const CliCall& call) {
    return changeState(call, "device_thaw", DeviceState::Active, QStringLiteral("%1 may work again"));
}

Outcome<void> wipeDevice(const CliCall& call) {
    return changeState(
        call, "device_wipe", DeviceState::Wiped,
        QStringLiteral("%1 is frozen and erases its copies when it comes by; what was saved on it and not "
                       "yet sent is kept and taken"));
}

}  // namespace simrs
