// SPDX-License-Identifier: GPL-3.0-or-later
// A paper in ZPL II, the language of label and wristband printers.
#pragma once

#include <QByteArray>

#include "app/kit/paper.h"

namespace simrs::paper {

/// Texts in UTF-8, each in a field of its own at the place of the layout. Whatever stands in a text, it stays
/// a text: signs that begin a command are written by their codes.
QByteArray zplOf(const Paper& paper);

}  // namespace simrs::paper
