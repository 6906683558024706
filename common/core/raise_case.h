// SPDX-License-Identifier: GPL-3.0-or-later
// Putting a case before a person, in the name of whoever did what it is about.
#pragma once

#include "common/core/case_item.h"
#include "common/core/request.h"

namespace simrs {

/// Adds the case with the id of `slot`, raised by the author of the command when he acted: also where it
/// arrives late, sent by somebody else.
void raiseCase(FactTx& tx, const CommandContext& context, CaseItem item, std::uint32_t slot = 0);

}  // namespace simrs
