// SPDX-License-Identifier: GPL-3.0-or-later
// What a clerk may have meant whose search found nobody: words one letter off that some patient's name holds.
#pragma once

#include <QList>
#include <QStringList>
#include <optional>

namespace simrs {

class Reader;

class MeantWords {
  public:
    /// As of queryTokens() and queryWords().
    MeantWords(Reader& reader, const QList<QStringList>& tokens, const QStringList& words)
        : m_reader(reader), m_tokens(tokens), m_words(words) {}

    /// Whether as typed nobody can be found, since one of the long words begins no name. Short ones mostly
    /// do, and are not asked about.
    bool findsNobody();
    /// What to search for next, each entry like queryTokens(). The likeliest first: the words that begin no
    /// name are wrong, with another letter they are a whole word; then they are the beginning of one; then
    /// any word is wrong. Nothing at the end.
    std::optional<QList<QList<QStringList>>> next();
    /// Whether the last ones were whole words, which are few.
    bool areWhole() const { return m_step == Step::Beginnings; }

  private:
    enum class Step { Wholes, Beginnings, All, End };
    using Searches = QList<QList<QStringList>>;

    bool readWrong();
    Searches wholes();
    Searches beginnings();
    Searches all();
    QStringList heldWholes(const QString& word);
    QStringList heldBeginnings(const QStringList& token);

    Reader& m_reader;
    const QList<QStringList>& m_tokens;
    const QStringList& m_words;
    Step m_step = Step::Wholes;
    std::optional<bool> m_isRead;  // Whether the dictionary could be asked.
    QList<qsizetype> m_wrong;      // Places of words that begin no name.
};

}  // namespace simrs
