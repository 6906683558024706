// SPDX-License-Identifier: GPL-3.0-or-later
// A paper on the screen, in a PDF and on any printer that the system knows.
#pragma once

#include <QImage>

#include "app/kit/paper.h"
#include "common/base/result.h"

class QIODevice;
class QPainter;

namespace simrs::paper {

/// Into (0, 0) and sizeInDots(); one unit of the painter is a dot.
void paint(QPainter& painter, const Paper& paper);
/// Black on white, `scale` pixels a dot.
QImage imageOf(const Paper& paper, int scale = 1);
/// One page of exactly the paper's size. Errors: StorageFailed.
Status writePdf(QIODevice& device, const Paper& paper);

}  // namespace simrs::paper
