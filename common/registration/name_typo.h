// SPDX-License-Identifier: GPL-3.0-or-later
// Words one letter off: all of them, for a dictionary that knows which exist, and those that a hand on a
// keyboard makes, as far as an index of beginnings can look them up.
#pragma once

#include <QList>
#include <QStringList>

namespace simrs {

/// All words of small letters that one letter more, less or another, or two swapped, make of this one; not
/// itself.
QStringList wordsOneLetterFrom(const QString& word);

/// For words of four letters or more the same entries as queryTokens() with beginnings of six letters that
/// are one letter off: one too many, two swapped, a key beside it, another vowel, a vowel left out. The first
/// letter is taken to be right. What is wrong behind the sixth letter is found by the first six. Empty where
/// no word is long enough.
QList<QStringList> tokensOneLetterOff(const QList<QStringList>& tokens);

}  // namespace simrs
