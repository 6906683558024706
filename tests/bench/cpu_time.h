// SPDX-License-Identifier: GPL-3.0-or-later
// Processor time, which tells what a thing costs even while others use the machine.
#pragma once

#include <QtGlobal>
#include <vector>

namespace simrs::bench {

/// Seconds that all threads of a process have run so far.
double cpuSecondsOf(qint64 pid);
double cpuSecondsOf(const std::vector<qint64>& pids);
/// Of this process, and of the whole machine.
double ownCpuSeconds();
double machineCpuSeconds();

}  // namespace simrs::bench
