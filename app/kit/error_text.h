// SPDX-License-Identifier: GPL-3.0-or-later
// What went wrong, in the words of the person at the counter, and what to do about it.
#pragma once

#include <QString>

#include "common/base/result.h"

namespace simrs {

/// One or two sentences in the language of the screen. Every code of errors.def has its own; arguments that
/// are missing leave a sentence that is still whole.
QString errorText(const Error& error);

}  // namespace simrs
