// SPDX-License-Identifier: GPL-3.0-or-later
// A roll in ESC/POS, the language of receipt printers.
#pragma once

#include <QByteArray>

#include "app/kit/paper.h"

namespace simrs::paper {

/// What print heads reach on rolls of 58 and 80 mm.
inline constexpr int kNarrowRoll = 384;
inline constexpr int kWideRoll = 576;

/// Columns one below the other: a receipt printer has lines, not places. Letters beyond Latin-1 are written
/// without their signs, whatever is left as "?". Cuts the paper at the end. `roll`: in dots; a paper that is
/// wider is written as narrow as the roll.
QByteArray escPosOf(const Paper& paper, int roll = kWideRoll);
/// What follows the number of bytes of a bar code: digits in pairs, wherever that is shorter. Exposed so that
/// a test can count its symbols.
QByteArray code128Bytes(const QByteArray& content);

}  // namespace simrs::paper
