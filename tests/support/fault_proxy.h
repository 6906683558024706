// SPDX-License-Identifier: GPL-3.0-or-later
// A bad line on purpose: a TCP relay on loopback with faults drawn from a seed. For campaigns of real
// processes and for measurements over a slow line.
#pragma once

#include <memory>

#include <QtGlobal>
#include <cstdint>

namespace simrs::test {

/// What the line does to what passes. All off: bytes pass unchanged, as fast as they come.
struct LineFaults {
    bool tiny = false;     ///< Every write carries one byte.
    bool split = false;    ///< Writes of random lengths.
    int stallPercent = 0;  ///< So many reads of a hundred are held back for up to stallMs.
    int stallMs = 0;
    int resetPercent = 0;  ///< So many reads of a hundred end in a reset (RST) of both sides.
    int duplicatePercent =
        0;                    ///< So many new connections of a hundred reach the server twice, byte for byte.
    int flipsPerMillion = 0;  ///< So many bytes of a million arrive with one bit changed.
    /// One-way black holes: these bytes vanish, the other way goes on. The connection is reset when the hole
    /// is gone, since it has lost bytes.
    bool swallowUp = false;
    bool swallowDown = false;
    /// Nothing passes and nobody new gets through; afterwards connections go on where they were, as TCP does.
    bool cut = false;
    qint64 bytesPerSecond = 0;  ///< Each way, shared by all connections; 0: no limit.

    bool operator==(const LineFaults&) const = default;
};

struct LineCounts {
    qint64 connections = 0;
    qint64 duplicates = 0;
    qint64 bytesUp = 0;  ///< Delivered to the server.
    qint64 bytesDown = 0;
    qint64 swallowed = 0;
    qint64 flips = 0;
    qint64 stalls = 0;
    qint64 resets = 0;
};

/// Runs on a thread of its own from construction to destruction. All methods may be called on any thread and
/// work at once.
class FaultProxy {
  public:
    /// Listens on a free port of 127.0.0.1 and relays to `target` there. Ends the test when it cannot.
    FaultProxy(quint16 target, std::uint64_t seed);
    /// Resets whatever is still connected.
    ~FaultProxy();
    FaultProxy(const FaultProxy&) = delete;
    FaultProxy& operator=(const FaultProxy&) = delete;

    quint16 port() const;
    /// Where new connections go from now on.
    void setTarget(quint16 port);
    void setFaults(const LineFaults& faults);
    void heal() { setFaults({}); }
    /// Resets every connection that is open now.
    void resetAll();
    LineCounts counts() const;

  private:
    class Relay;
    std::unique_ptr<Relay> m_relay;
};

}  // namespace simrs::test
