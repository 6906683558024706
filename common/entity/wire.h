// SPDX-License-Identifier: GPL-3.0-or-later
// The protobuf wire format (varint tags), written and read with bounds. Nothing here knows a field.
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <cstdint>
#include <optional>

namespace simrs {

enum class WireType : std::uint8_t { Varint = 0, Fixed64 = 1, Length = 2, Fixed32 = 5 };

class WireWriter {
  public:
    void varint(std::uint32_t tag, std::uint64_t value);
    void bytes(std::uint32_t tag, QByteArrayView value);
    const QByteArray& result() const { return m_out; }
    QByteArray take() { return std::move(m_out); }

  private:
    void raw(std::uint64_t value);
    QByteArray m_out;
};

/// Reads one message. Every read checks what is left first; after a failure `ok()` stays false.
class WireReader {
  public:
    explicit WireReader(QByteArrayView bytes, int depth = 0) : m_rest(bytes), m_depth(depth) {}

    /// The next field's tag and type; false at the end and at a fault (then ok() is false).
    bool next(std::uint32_t& tag, WireType& type);
    bool varint(std::uint64_t& value);
    bool bytes(QByteArrayView& value);
    bool skip(WireType type);
    bool ok() const { return m_ok; }
    bool fault() {
        m_ok = false;
        return false;
    }
    int depth() const { return m_depth; }

  private:
    QByteArrayView m_rest;
    int m_depth;
    bool m_ok = true;
};

}  // namespace simrs
