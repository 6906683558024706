// SPDX-License-Identifier: GPL-3.0-or-later
// What the listening side counts. `open` goes up and down, everything else only up.
#pragma once

#include <cstdint>
#include <functional>

namespace simrs {

class MetricsText;

struct NetCounters {
    std::uint64_t accepted = 0;
    std::uint64_t open = 0;
    /// TLS did not come about: plain text, an old version, a peer that went away.
    std::uint64_t handshakesFailed = 0;
    std::uint64_t handshakesResumed = 0;
    std::uint64_t framesIn = 0;
    std::uint64_t framesOut = 0;
    /// Of frames, without TLS.
    std::uint64_t bytesIn = 0;
    std::uint64_t bytesOut = 0;
    std::uint64_t malformed = 0;
    std::uint64_t tooLarge = 0;
    std::uint64_t wrongState = 0;
    std::uint64_t timeouts = 0;
    std::uint64_t slowReaders = 0;
    std::uint64_t refusedOverLimit = 0;
};

/// Adds simrs_net_… to the metrics; `read` is called at every scrape, on the scraping thread.
void exposeNetCounters(MetricsText& metrics, std::function<NetCounters()> read);

}  // namespace simrs
