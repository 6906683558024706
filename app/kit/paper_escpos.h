// SPDX-License-Identifier: GPL-3.0-or-later
// A roll in ESC/POS, the language of receipt printers.
#pragma once

#include <QByteArray>

#include "app/kit/paper.h"

namespace simrs::paper {

/// Columns one below the other: a receipt printer has lines, not places. Letters beyond Latin-1 are written
/// without their signs, whatever is left as "?". Cuts the paper at the end.
QByteArray escPosOf(const Paper& paper);

}  // namespace simrs::paper
