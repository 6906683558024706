// SPDX-License-Identifier: GPL-3.0-or-later
// What a person typed, made fit to keep: composed form, no control or direction characters, no stray spaces.
#pragma once

#include <QString>

namespace simrs {

/// One line: NFC, control characters and bidirectional marks removed, runs of white space made one space,
/// trimmed.
QString cleanLine(const QString& typed);
/// Only the digits of a text ("3174-0123" → "31740123").
QString digitsOf(const QString& text);

}  // namespace simrs
