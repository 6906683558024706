// SPDX-License-Identifier: GPL-3.0-or-later
// Ids: 16 bytes, 48 bits of time first so that indexes grow at one end, each with its own type.
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <array>
#include <compare>
#include <cstdint>

namespace simrs {

class Clock;
class Random;

/// 16 bytes; all zero means "none".
class Uuid {
  public:
    constexpr Uuid() : m_bytes{} {}
    explicit Uuid(const std::array<std::uint8_t, 16>& bytes) : m_bytes(bytes) {}

    /// A UUIDv7 (RFC 9562): milliseconds since 1970, then random bits.
    static Uuid make(const Clock& clock, Random& random);
    /// The time bits of `base`, then a hash of all the parts: the same parts always give the same id.
    static Uuid derive(const Uuid& base, std::uint32_t kind, std::uint32_t slot);
    /// An id named by a text alone (master rows of a seed file); its time bits are zero.
    static Uuid named(QByteArrayView text);
    /// Exactly 16 bytes, else the null id.
    static Uuid fromBytes(QByteArrayView bytes);
    /// 32 hex digits with or without dashes, else the null id.
    static Uuid fromString(const QString& text);

    QByteArray toBytes() const;
    QString toString() const;
    bool isNull() const { return m_bytes == std::array<std::uint8_t, 16>{}; }
    const std::array<std::uint8_t, 16>& bytes() const { return m_bytes; }

    auto operator<=>(const Uuid&) const = default;

  private:
    std::array<std::uint8_t, 16> m_bytes;
};

/// An id of one kind of row; ids of different kinds do not convert into each other.
template <class Tag>
class TypedId {
  public:
    constexpr TypedId() = default;
    explicit TypedId(const Uuid& uuid) : m_uuid(uuid) {}

    const Uuid& uuid() const { return m_uuid; }
    bool isNull() const { return m_uuid.isNull(); }
    QString toString() const { return m_uuid.toString(); }

    auto operator<=>(const TypedId&) const = default;

  private:
    Uuid m_uuid;
};

size_t qHash(const Uuid& id, size_t seed = 0);
template <class Tag>
size_t qHash(const TypedId<Tag>& id, size_t seed = 0) {
    return qHash(id.uuid(), seed);
}

using CommandId = TypedId<struct CommandTag>;
using DeviceId = TypedId<struct DeviceTag>;

}  // namespace simrs
