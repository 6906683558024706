// SPDX-License-Identifier: GPL-3.0-or-later
// Varints and length-delimited fields.
#include "common/entity/wire.h"

namespace simrs {

void WireWriter::raw(std::uint64_t value) {
    while (value >= 0x80) {
        m_out.append(static_cast<char>((value & 0x7f) | 0x80));
        value >>= 7;
    }
    m_out.append(static_cast<char>(value));
}

void WireWriter::varint(std::uint32_t tag, std::uint64_t value) {
    raw((static_cast<std::uint64_t>(tag) << 3) | static_cast<std::uint64_t>(WireType::Varint));
    raw(value);
}

void WireWriter::bytes(std::uint32_t tag, QByteArrayView value) {
    raw((static_cast<std::uint64_t>(tag) << 3) | static_cast<std::uint64_t>(WireType::Length));
    raw(static_cast<std::uint64_t>(value.size()));
    m_out.append(value);
}

bool WireReader::varint(std::uint64_t& value) {
    value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
        if (m_rest.isEmpty()) return fault();
        const auto byte = static_cast<std::uint8_t>(m_rest.front());
        m_rest = m_rest.sliced(1);
        if (shift == 63 && byte > 1) return fault();
        value |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
        if ((byte & 0x80) == 0) return true;
    }
    return fault();
}

bool WireReader::next(std::uint32_t& tag, WireType& type) {
    if (!m_ok || m_rest.isEmpty()) return false;
    std::uint64_t key = 0;
    if (!varint(key)) return false;
    const std::uint64_t number = key >> 3;
    if (number == 0 || number > 0x1fffffff) return fault();
    tag = static_cast<std::uint32_t>(number);
    switch (key & 7) {
        case 0:
            type = WireType::Varint;
            return true;
        case 1:
            type = WireType::Fixed64;
            return true;
        case 2:
            type = WireType::Length;
            return true;
        case 5:
            type = WireType::Fixed32;
            return true;
        default:
            return fault();
    }
}

bool WireReader::bytes(QByteArrayView& value) {
    std::uint64_t size = 0;
    if (!varint(size)) return false;
    if (size > static_cast<std::uint64_t>(m_rest.size())) return fault();
    value = m_rest.first(static_cast<qsizetype>(size));
    m_rest = m_rest.sliced(static_cast<qsizetype>(size));
    return true;
}

bool WireReader::skip(WireType type) {
    std::uint64_t number = 0;
    QByteArrayView ignored;
    const auto drop = [&](qsizetype size) {
        if (m_rest.size() < size) return fault();
        m_rest = m_rest.sliced(size);
        return true;
    };
    switch (type) {
        case WireType::Varint:
            return varint(number);
        case WireType::Length:
            return bytes(ignored);
        case WireType::Fixed64:
            return drop(8);
        case WireType::Fixed32:
            return drop(4);
    }
    return fault();
}

}  // namespace simrs
