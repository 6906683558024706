// SPDX-License-Identifier: GPL-3.0-or-later
// What else a clerk may have meant, for a search that found nothing: words one letter off, as far as an index
// of beginnings can look them up.
#pragma once

#include <QList>
#include <QStringList>

namespace simrs {

/// For words of four letters or more the same entries as queryTokens() with beginnings of six letters that
/// are one letter off: one too many, two swapped, a key beside it, another vowel, a vowel left out. The first
/// letter is taken to be right. What is wrong behind the sixth letter is found by the first six. Empty where
/// no word is long enough.
QList<QStringList> tokensOneLetterOff(const QList<QStringList>& tokens);

}  // namespace simrs
