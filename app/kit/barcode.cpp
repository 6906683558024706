// SPDX-License-Identifier: GPL-3.0-or-later
// The only file that names libzint.
#include "app/kit/barcode.h"

#include <zint.h>

#include <memory>

namespace simrs {

namespace {

constexpr int longestCode128 = 40;
constexpr int longestQr = 300;
constexpr int correctionM = 2;

struct SymbolDeleter {
    void operator()(zint_symbol* symbol) const { ZBarcode_Delete(symbol); }
};

std::optional<BarcodeModules> encode(const QByteArray& bytes, int symbology, int option) {
    const std::unique_ptr<zint_symbol, SymbolDeleter> symbol(ZBarcode_Create());
    if (!symbol) return std::nullopt;
    symbol->symbology = symbology;
    symbol->option_1 = option;
    symbol->input_mode = UNICODE_MODE;
    const auto* source = reinterpret_cast<const unsigned char*>(bytes.constData());
    if (ZBarcode_Encode(symbol.get(), source, static_cast<int>(bytes.size())) >= ZINT_ERROR)
        return std::nullopt;
    BarcodeModules modules;
    modules.width = symbol->width;
    modules.height = symbol->rows;
    modules.dark.resize(static_cast<qsizetype>(modules.width) * modules.height);
    for (int y = 0; y < modules.height; ++y)
        for (int x = 0; x < modules.width; ++x)
            if ((symbol->encoded_data[y][x / 8] >> (x % 8)) & 1) modules.dark.setBit(y * modules.width + x);
    return modules;
}

}  // namespace

std::optional<BarcodeModules> encodeCode128(const QString& text) {
    if (text.isEmpty() || text.size() > longestCode128) return std::nullopt;
    for (const QChar c : text)
        if (c.unicode() < 0x20 || c.unicode() > 0x7e) return std::nullopt;
    return encode(text.toLatin1(), BARCODE_CODE128, -1);
}

std::optional<BarcodeModules> encodeQr(const QString& text) {
    const QByteArray bytes = text.toUtf8();
    if (bytes.isEmpty() || bytes.size() > longestQr) return std::nullopt;
    return encode(bytes, BARCODE_QRCODE, correctionM);
}

}  // namespace simrs
