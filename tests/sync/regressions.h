// SPDX-License-Identifier: GPL-3.0-or-later
// Seeds that once found something, by what they found. A seed means another hospital whenever the simulator
// draws differently; what each of them found has a test of its own as well, which is named beside it.
#pragma once

#include <cstdint>

namespace simrs::sim {

struct Regression {
    std::uint64_t seed;
    const char* found;
};
inline constexpr Regression kRegressions[] = {
    {20, "results that came while the outbox's disk was full were never taken over: device_core_test"},
    {11, "all that was on its way was sent again for each answer, without end: client_session_test"},
    {24, "a device whose disk was full at a restore never began anew: device_core_test"},
    {1009, "each answer that a relay told twice became a question more, without end: client_session_test"},
    {2123, "answered before a restore and never sent again over a kept connection: client_session_test"},
    {5175, "the same"},
    {500239,
     "an edit on top of a command that has ended in the cache was taken for a second run: sim_checks"},
    {600096, "what had ended before a restore was looked for in the new feed: sim_witness"},
    {3000746, "what an old server had said emptied a copy of the new one's: client_session_test"},
    {3000292, "a row numbered while a question was answered was not known to the checks: sim_server"},
    {23, "one of two machines with one outbox was heard when its first command was lost: executor_test"},
};

}  // namespace simrs::sim
