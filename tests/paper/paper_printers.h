// SPDX-License-Identifier: GPL-3.0-or-later
// A label printer and a receipt printer of the tests: they carry out what the bytes say and show what comes
// out. Letters are black bars as wide as their field, the worst that may stand beside a code. And a reader of
// codes that nobody of this project has written (zbar).
#pragma once

#include <QImage>
#include <QStringList>

namespace simrs::test {

struct PrintedSheet {
    QImage image;
    QStringList faults;  ///< What the printer did not understand.
};

/// One label in ZPL II.
PrintedSheet labelPrinted(const QByteArray& zpl);
/// A roll of so many dots in ESC/POS, up to the first cut.
PrintedSheet receiptPrinted(const QByteArray& bytes, int dots);

/// The contents of all QR codes and Code 128 bars on a picture, sorted.
QStringList codesOn(const QImage& image);

}  // namespace simrs::test
