// SPDX-License-Identifier: GPL-3.0-or-later
// Making, deriving and reading ids.
#include "common/base/id.h"

#include <QCryptographicHash>
#include <QHashFunctions>
#include <algorithm>

#include "common/base/clock.h"
#include "common/base/planted_bug.h"
#include "common/base/random.h"

namespace simrs {
namespace {

Uuid fromHash(const QByteArray& hash, const Uuid& timeSource) {
    std::array<std::uint8_t, 16> bytes{};
    std::copy_n(timeSource.bytes().begin(), 6, bytes.begin());
    for (std::size_t i = 6; i < 16; ++i)
        bytes[i] = static_cast<std::uint8_t>(hash[static_cast<qsizetype>(i)]);
    return Uuid(bytes);
}

void appendNumber(QByteArray& out, std::uint32_t value) {
    for (int shift = 24; shift >= 0; shift -= 8) out.append(static_cast<char>((value >> shift) & 0xff));
}

}  // namespace

Uuid Uuid::make(const Clock& clock, Random& random) {
    std::array<std::uint8_t, 16> bytes{};
    random.fill(bytes.data(), bytes.size());
    const auto ms = static_cast<std::uint64_t>(clock.nowMs());
    for (std::size_t i = 0; i < 6; ++i) bytes[i] = static_cast<std::uint8_t>(ms >> (40 - 8 * i));
    bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0f) | 0x70);
    bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3f) | 0x80);
    return Uuid(bytes);
}

Uuid Uuid::derive(const Uuid& base, std::uint32_t kind, std::uint32_t slot) {
    QByteArray input = base.toBytes();
    appendNumber(input, kind);
    appendNumber(input, slot);
    if (isPlanted(PlantedBug::IdsNotDerived)) appendNumber(input, nextPlantedTurn());
    return fromHash(QCryptographicHash::hash(input, QCryptographicHash::Sha256), base);
}

Uuid Uuid::named(QByteArrayView text) {
    return fromHash(QCryptographicHash::hash(text, QCryptographicHash::Sha256), Uuid());
}

Uuid Uuid::fromBytes(QByteArrayView bytes) {
    if (bytes.size() != 16) return Uuid();
    std::array<std::uint8_t, 16> out{};
    std::transform(bytes.begin(), bytes.end(), out.begin(),
                   [](char c) { return static_cast<std::uint8_t>(c); });
    return Uuid(out);
}

Uuid Uuid::fromString(const QString& text) {
    const QByteArray hex = QString(text).remove(QLatin1Char('-')).toLatin1();
    return hex.size() == 32 ? fromBytes(QByteArray::fromHex(hex)) : Uuid();
}

QByteArray Uuid::toBytes() const {
    return QByteArray(reinterpret_cast<const char*>(m_bytes.data()), static_cast<qsizetype>(m_bytes.size()));
}

QString Uuid::toString() const { return QString::fromLatin1(toBytes().toHex()); }

size_t qHash(const Uuid& id, size_t seed) { return qHashBits(id.bytes().data(), id.bytes().size(), seed); }

}  // namespace simrs
