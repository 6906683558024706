// SPDX-License-Identifier: GPL-3.0-or-later
// The counters of the listening side under their names in the metrics.
#include "server/net/net_counters.h"

#include "server/net/metrics_text.h"

namespace simrs {
namespace {

struct Row {
    const char* name;
    const char* help;
    std::uint64_t NetCounters::*member;
};

constexpr Row kRows[] = {
    {"simrs_net_accepted_total", "Connections accepted", &NetCounters::accepted},
    {"simrs_net_handshakes_failed_total", "Connections that never came to TLS",
     &NetCounters::handshakesFailed},
    {"simrs_net_handshakes_resumed_total", "Handshakes that resumed a session",
     &NetCounters::handshakesResumed},
    {"simrs_net_frames_in_total", "Frames received", &NetCounters::framesIn},
    {"simrs_net_frames_out_total", "Frames queued for sending", &NetCounters::framesOut},
    {"simrs_net_bytes_in_total", "Bytes received, without TLS", &NetCounters::bytesIn},
    {"simrs_net_bytes_out_total", "Bytes sent, without TLS", &NetCounters::bytesOut},
    {"simrs_net_malformed_total", "Connections ended for a malformed frame", &NetCounters::malformed},
    {"simrs_net_too_large_total", "Connections ended for a frame too large", &NetCounters::tooLarge},
    {"simrs_net_wrong_state_total", "Connections ended for a frame in the wrong state",
     &NetCounters::wrongState},
    {"simrs_net_timeouts_total", "Connections ended at a deadline", &NetCounters::timeouts},
    {"simrs_net_slow_readers_total", "Connections cut for reading too slowly", &NetCounters::slowReaders},
    {"simrs_net_refused_over_limit_total", "Connections refused over the limit",
     &NetCounters::refusedOverLimit},
};

}  // namespace

void exposeNetCounters(MetricsText& metrics, std::function<NetCounters()> read) {
    metrics.readGauge("simrs_net_open_connections", "Connections open now",
                      [read] { return static_cast<double>(read().open); });
    for (const Row& row : kRows) {
        metrics.readCounter(row.name, row.help,
                            [read, member = row.member] { return static_cast<double>(read().*member); });
    }
}

}  // namespace simrs
