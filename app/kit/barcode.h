// SPDX-License-Identifier: GPL-3.0-or-later
// Bar codes and QR codes as bare modules, to be painted at a whole number of printer dots each.
#pragma once

#include <QBitArray>
#include <QString>
#include <optional>

namespace simrs {

/// Rows of modules, true is dark. A bar code has one row. No quiet zone is included.
struct BarcodeModules {
    int width = 0;
    int height = 0;
    QBitArray dark;

    bool at(int x, int y) const { return dark.testBit(y * width + x); }
};

/// Code 128 of printable ASCII; nothing for an empty or unsuitable text, or one above 40 characters.
std::optional<BarcodeModules> encodeCode128(const QString& text);
/// QR code, error correction M, of any text up to 300 bytes.
std::optional<BarcodeModules> encodeQr(const QString& text);

}  // namespace simrs
