// SPDX-License-Identifier: GPL-3.0-or-later
// The phonetic key of an Indonesian name: what is stored and indexed, and the same transformation for what a
// clerk has typed so far. The key is for finding only; what is shown is always the name as written.
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace simrs {

/// Only so many characters of a name, and so many letters of one word, take part.
inline constexpr int kNameKeyChars = 200;
inline constexpr int kNameKeyWordLetters = 32;

/// Normalised phonetic tokens, separated by one space, in the order of the name: only a-z and 0-9.
/// "Tn. Moch. Soejono, S.Pd" → "muhamad suyono". Empty where the name has no Latin letter or digit. Keys are
/// stored: whoever lets a name have another key also makes the stored ones anew.
QString nameKey(const QString& name);

/// The words behind the tokens of nameKey(), one for one: lower-case ASCII without phonetics, titles dropped.
/// "Tn. Moch. Soejono, S.Pd" → {"moch", "soejono"}.
QStringList nameWords(const QString& name);

/// What was typed so far, one entry for each word, each a list of alternative key prefixes; the literal
/// first. Promise: the beginning (2 letters or more) of a word of a name, in the spelling of that name, gives
/// at least one alternative that begins the word's token in nameKey(). "soed" → {"sud", "suy"}, since
/// "Soedjono" is "suyono".
QList<QStringList> queryTokens(const QString& typed);

/// The words behind the entries of queryTokens(), one for one, as in nameWords().
QStringList queryWords(const QString& typed);

}  // namespace simrs
