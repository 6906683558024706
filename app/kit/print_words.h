// SPDX-License-Identifier: GPL-3.0-or-later
// How a job of the print queue is, in the words of the person at the counter.
#pragma once

#include "app/kit/chip.h"
#include "app/kit/print_queue.h"

namespace simrs {

/// What went wrong and what to do about it.
QString printProblemText(PrintProblem problem);
/// "Waiting", "Printing", "Printed", "Not printed".
ChipText printStateChip(const PrintJob& job);

}  // namespace simrs
