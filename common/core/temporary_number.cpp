// SPDX-License-Identifier: GPL-3.0-or-later
// Crockford's alphabet of 32: no I, L, O and U.
#include "common/core/temporary_number.h"

#include <QRegularExpression>

namespace simrs {
namespace {

const char* const kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr int kLetters = 6;

}  // namespace

QString shortName(const DeviceId& device) {
    // The first bits of an id are its time: devices set up together share them.
    const Uuid hashed = Uuid::named(device.uuid().toBytes());
    QString text;
    std::uint64_t bits = 0;
    for (std::size_t i = 8; i < 16; ++i) bits = bits << 8U | hashed.bytes()[i];
    for (int i = 0; i < kLetters; ++i, bits >>= 5U) text.append(QLatin1Char(kAlphabet[bits & 31U]));
    return text;
}

QString temporaryText(const TemporaryNumber& number) {
    return QStringLiteral("T-%1-%2").arg(number.device).arg(number.count);
}

std::optional<TemporaryNumber> readTemporary(const QString& text) {
    static const QRegularExpression form(QStringLiteral("^T-([0-9A-Z]{6})-([1-9][0-9]{0,11})$"));
    const auto match = form.match(text.trimmed().toUpper());
    if (!match.hasMatch()) return std::nullopt;
    QString device = match.captured(1);
    device.replace(QLatin1Char('O'), QLatin1Char('0'));
    device.replace(QLatin1Char('I'), QLatin1Char('1'));
    device.replace(QLatin1Char('L'), QLatin1Char('1'));
    return TemporaryNumber{device, match.captured(2).toLongLong()};
}

}  // namespace simrs
