// SPDX-License-Identifier: GPL-3.0-or-later
// System and seeded randomness.
#include "common/base/random.h"

#include <QRandomGenerator>
#include <algorithm>
#include <cstring>

namespace simrs {

void Random::fill(void* out, std::size_t size) {
    auto* bytes = static_cast<unsigned char*>(out);
    while (size > 0) {
        const std::uint64_t word = next();
        const std::size_t part = std::min(size, sizeof word);
        std::memcpy(bytes, &word, part);
        bytes += part;
        size -= part;
    }
}

std::uint64_t Random::below(std::uint64_t bound) {
    // The high half of a 128-bit product is even enough for bounds far below 2^64.
    return static_cast<std::uint64_t>((static_cast<unsigned __int128>(next()) * bound) >> 64);
}

double Random::unit() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }

QByteArray Random::bytes(int size) {
    QByteArray out(size, Qt::Uninitialized);
    fill(out.data(), static_cast<std::size_t>(size));
    return out;
}

std::uint64_t SystemRandom::next() { return QRandomGenerator::system()->generate64(); }

void SystemRandom::fill(void* out, std::size_t size) { Random::fill(out, size); }

std::uint64_t SeededRandom::next() {
    std::uint64_t z = (m_state += 0x9e3779b97f4a7c15ULL);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
}

}  // namespace simrs
