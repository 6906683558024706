// SPDX-License-Identifier: GPL-3.0-or-later
// Cancelling a visit from wherever one is shown: the question, the reason, the command.
#pragma once

#include <functional>

#include "app/registration/visit_lines.h"
#include "app/shell/page.h"

namespace simrs {

/// Asks for the reason and sends the command. `then` runs only when something was sent: done, or why not;
/// TimedOut means that it waits in the outbox.
void cancelVisit(Workbench& workbench, QWidget* parent, const VisitPaper& paper,
                 std::function<void(Status)> then);

}  // namespace simrs
