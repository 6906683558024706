// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the books add up. Pure: for tests, for the simulator and for whoever audits a hospital.
#pragma once

#include "common/inventory/stock.h"
#include "common/store/reader.h"

namespace simrs {

/// The rows of a whole hospital.
struct StockBooks {
    QList<StockLine> lines;
    QList<StockRight> rights;
    QList<Movement> movements;
};

/// One sentence for each rule that is broken; empty where the books are right. For each lot in each depot,
/// received − issued ± adjusted = free + Σ (granted − used), and nothing is negative; for each right, what
/// was moved into it is granted and what was issued under it is used, never more than granted.
QStringList stockFaults(const StockBooks& books);

/// Nothing where the reader does not hold the whole hospital.
std::optional<StockBooks> readStockBooks(Reader& reader);

}  // namespace simrs
