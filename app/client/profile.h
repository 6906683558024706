// SPDX-License-Identifier: GPL-3.0-or-later
// What the client keeps on this computer for one user: the server's address and, for each server, a seat.
#pragma once

#include <QLockFile>
#include <QString>
#include <memory>

#include "app/client/connection_status.h"
#include "common/access/device_key.h"
#include "common/sync/outbox.h"
#include "common/sync/replica.h"

namespace simrs {

/// One server's share of the profile: who this device is to it, its authority, what it still has to be told,
/// and its part of the hospital. The last is only a copy: a cache that cannot be opened is made anew. A
/// device is bound to its outbox: where one of the two is missing a new device is made, because numbers and
/// sequence live with the outbox.
class Seat {
  public:
    /// Errors: StorageFailed, FileUnreadable (args: the file's name), OutOfOrder (args: "device" and the id
    /// in the outbox, where the outbox is another device's).
    static Result<std::unique_ptr<Seat>> open(const QString& folder, const Clock& clock, Random& random);

    const DeviceId& device() const { return m_device; }
    const DeviceKey& key() const { return m_key; }
    Outbox& outbox() { return *m_outbox; }
    Store& cache() { return *m_cache; }
    Replica& replica() { return *m_replica; }
    QString cachePath() const { return m_folder + QStringLiteral("/cache.db"); }
    const QByteArray& authorityPem() const { return m_authorityPem; }
    Status keepAuthority(const QByteArray& pem);
    /// The server has spoken to this device: its copy may be kept for another 30 days of server time.
    Status renewLease(Instant serverTime);
    /// That copy's time is over: nothing may be shown from it.
    bool leaseIsOver(const Clock& clock) const;
    /// When the copy was last known to be what the server has; null: never.
    Instant currentAt() const { return m_currentAt; }
    Status keepCurrentAt(Instant at);
    /// Erases what this computer holds of the hospital, never the outbox, and begins an empty copy.
    Status eraseCache(const Clock& clock, Random& random);
    /// Puts device and outbox aside under the device's name, whole, and drops the cache; the next open makes
    /// new ones. Closes the files: destroy the seat afterwards.
    Status putAside();
    /// The same for a seat that cannot be opened.
    static Status putFolderAside(const QString& folder, const QString& name);

  private:
    explicit Seat(QString folder) : m_folder(std::move(folder)) {}
    Status loadDevice();
    Status makeDevice(const Clock& clock, Random& random);
    Status bindDevice(const Clock& clock, Random& random);
    Status openCache(const Clock& clock, Random& random);
    void closeCache();
    Status keepDevice() const;

    QString m_folder;
    DeviceId m_device;
    DeviceKey m_key;
    std::unique_ptr<Outbox> m_outbox;
    std::unique_ptr<Store> m_cache;
    std::unique_ptr<Replica> m_replica;
    QByteArray m_authorityPem;
    Instant m_cacheUntil;  // Null: there is no copy yet.
    Instant m_currentAt;
    Instant m_serverTime;  // The largest seen: a clock set back does not lengthen the lease.
};

class Profile {
  public:
    /// Makes the folder (0700) where it is missing and locks it: one program at a time. Errors: StorageFailed
    /// (args: "locked" where another program uses it), FileUnreadable.
    static Result<std::unique_ptr<Profile>> open(const QString& folder);

    const PinnedServer& server() const { return m_server; }
    Status keepServer(const PinnedServer& server);
    /// The seat's folder of a pin.
    QString seatFolder(const QString& pin) const;

  private:
    explicit Profile(QString folder) : m_folder(std::move(folder)) {}
    QString m_folder;
    std::unique_ptr<QLockFile> m_lock;
    PinnedServer m_server;
};

}  // namespace simrs
