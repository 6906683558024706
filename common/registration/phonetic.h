// SPDX-License-Identifier: GPL-3.0-or-later
// How a word of an Indonesian name sounds, as a transducer that reads from left to right. The rules: spelling
// before 1972 (oe=u, dj=j, tj=c, sj=sy, nj=ny, j=y, ch=kh), Arabic names (kh=ch=h, q=k, z=s, dh=d, sy=sh=s),
// f=v=ph=p as spoken in Sunda, glides (Setyo=Setiyo=Setijo=Setio, Suwarno=Suarno), ae=ai, ie=i, doubled
// letters as one. j and y become one sound, because an old "Jahja" is Yahya and an old "Wijono" is Wiyono.
// Used by name_key.cpp only.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "common/registration/name_key.h"

namespace simrs {

/// The transducer over one word.
class Phonetic {
  public:
    explicit Phonetic(std::string_view word) : m_in(word) {
        while (m_at < m_in.size()) step();
    }
    /// Reads only as far as the first `letters` letters go; what follows them decides how they sound.
    Phonetic(std::string_view word, std::size_t letters) : m_in(word) {
        while (m_at < letters) step();
    }
    std::string_view key() const { return {m_out.data(), m_size}; }

  private:
    static bool isVowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }
    static bool isGlide(char c) { return c == 'y' || c == 'j'; }
    char ahead(std::size_t n) const { return m_at + n < m_in.size() ? m_in[m_at + n] : '\0'; }
    char last() const { return m_size ? m_out[m_size - 1] : '\0'; }
    void put(char c) {
        if (last() == c && (c < '0' || c > '9')) return;
        m_out[m_size++] = c;
    }
    void take(std::size_t letters, char sound) {
        put(sound);
        m_at += letters;
    }
    void takeU(std::size_t letters) {
        take(letters, 'u');
        if (isVowel(ahead(0)) && ahead(0) != 'u') put('w');
    }
    void takeI() {
        // Arief is Arif, but Paniem is Paniyem.
        if (ahead(1) == 'e' && ahead(2) != 'm') return take(2, 'i');
        take(1, 'i');
        if (isVowel(ahead(0)) && ahead(0) != 'i') put('y');
    }
    void takeGlide(std::size_t letters) {
        const bool afterS = m_at > 0 && m_in[m_at - 1] == 's';
        m_at += letters;
        const char next = ahead(0);
        if (isGlide(next)) return;
        if (!isVowel(next)) return put(last() == 'i' ? 'y' : 'i');
        if (last() != '\0' && !isVowel(last()) && last() != 'y') {
            if (afterS) return;
            put('i');
        }
        put('y');
    }
    void takeC() {
        if (ahead(1) == 'h') {
            const char next = ahead(2);
            const char sound = next == 'r' || next == 'l' ? 'k' : next == 'i' || next == 'e' ? 'c' : 'h';
            return take(2, sound);
        }
        if (ahead(1) == 'k') return take(2, 'k');
        take(1, isVowel(ahead(1)) || isGlide(ahead(1)) ? 'c' : 'k');
    }
    void takeD() {
        if (ahead(1) == 'j' && isVowel(ahead(2))) return takeGlide(2);
        if (ahead(1) == 'z' && m_at == 0) return take(2, 's');
        takeSoft('d');
    }
    void takeT() {
        if (ahead(1) == 'j') return take(2, 'c');
        if (ahead(1) == 's' && m_at == 0) return take(2, 's');
        takeSoft('t');
    }
    /// A consonant that swallows an h: dh, th, sh, ph, gh, bh, zh.
    void takeSoft(char sound) { take(ahead(1) == 'h' ? 2 : 1, sound); }

    void step() {
        const char c = m_in[m_at];
        switch (c) {
            case 'o':
                return ahead(1) == 'e' || ahead(1) == 'o' ? takeU(2) : take(1, 'o');
            case 'u':
                return takeU(1);
            case 'i':
                return takeI();
            case 'e':
                return take(1, m_at > 0 && m_in[m_at - 1] == 'a' ? 'i' : 'e');
            case 'y':
                return takeGlide(1);
            case 'j':
                return takeGlide(ahead(1) == 'h' && isVowel(ahead(2)) ? 2 : 1);
            case 'c':
                return takeC();
            case 'd':
                return takeD();
            case 't':
                return takeT();
            case 'k':
                return ahead(1) == 'h' ? take(2, 'h') : take(1, 'k');
            case 'q':
                return take(1, 'k');
            case 'x':
                put('k');
                return take(1, 's');
            case 's':
            case 'z':
                return takeSoft('s');
            case 'f':
            case 'v':
                return take(1, 'p');
            case 'p':
            case 'g':
            case 'b':
                return takeSoft(c);
            default:
                return take(1, c);
        }
    }

    std::string_view m_in;
    std::size_t m_at = 0;
    std::array<char, 2 * kNameKeyWordLetters + 16> m_out;
    std::size_t m_size = 0;
};

}  // namespace simrs
