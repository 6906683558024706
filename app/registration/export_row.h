// SPDX-License-Identifier: GPL-3.0-or-later
// A patient as a row of a list: the documented columns of an import (docs/import.md), so that what one
// hospital writes another one reads.
#pragma once

#include <QStringList>

#include "common/registration/transfer_requests.h"

namespace simrs {

/// The columns' keys, in the order of the documentation.
QStringList exportHeader();
/// The cells under them.
QStringList exportCells(const ExportedPatient& row);

}  // namespace simrs
