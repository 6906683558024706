// SPDX-License-Identifier: GPL-3.0-or-later
// Putting right what was registered wrongly: another clinic, doctor, session, payer or day, with the reason.
#pragma once

#include <functional>

#include "app/registration/visit_lines.h"
#include "app/shell/page.h"
#include "common/registration/visit_requests.h"

namespace simrs {

/// Asks where to and why, and moves. `then` hears how it ended; not called when the person went back.
void moveVisit(Workbench& workbench, QWidget* parent, const VisitPaper& paper,
               std::function<void(const Result<VisitMade>&)> then);

}  // namespace simrs
