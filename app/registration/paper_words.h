// SPDX-License-Identifier: GPL-3.0-or-later
// What the desk's papers are called: on the screen, in settings, in names of files.
#pragma once

#include <QString>

#include "common/registration/printed_paper.h"

namespace simrs {

/// "Patient label".
QString paperName(PaperKind kind);
/// "label": never translated.
QString paperKey(PaperKind kind);

}  // namespace simrs
