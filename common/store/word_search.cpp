// SPDX-License-Identifier: GPL-3.0-or-later
// Finding rows by the beginnings of words: an inverted index of our own making on PostgreSQL, FTS5 on SQLite.
// Beside it stands a dictionary, the distinct words of all rows, kept by triggers: whether a word exists at
// all is asked hundreds of times for one typing error, and neither index can tell that quickly.
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <algorithm>

#include "common/store/dialect.h"

namespace simrs::dialect {
namespace {

/// How long the beginnings of words are that PostgreSQL's index holds, the longest first.
constexpr qsizetype kPrefixLengths[] = {6, 4, 3, 2, 1};
/// How much of each word a pair holds.
constexpr qsizetype kPairLetters = 3;
/// More alternatives than this are not worth a question of their own.
constexpr qsizetype kMostPairs = 12;

/// What PostgreSQL's index holds of a text: the beginnings of its words, and for each two words the first
/// letters of both. An inverted index over that answers "a word that begins with these letters" from one
/// list; one over trigrams needs several longer ones, and reads all words with the same first letter to know
/// where a word begins. The lists of common names are long even so, and that is what the pairs are for:
/// clerks mostly type parts of two words. Pairs go up to 32 words; a name has 16 at most.
const char* const kWordsFunction = R"(CREATE OR REPLACE FUNCTION search_words(words_of TEXT) RETURNS TEXT[]
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $body$
DECLARE
  words TEXT[] := string_to_array(words_of, ' ');
  held TEXT[] := '{}';
  word TEXT COLLATE "C";
  other TEXT COLLATE "C";
BEGIN
  FOR i IN 1 .. cardinality(words) LOOP
    held := held || ARRAY[left(words[i], 1), left(words[i], 2), left(words[i], 3), left(words[i], 4),
                          left(words[i], 6)];
    word := left(words[i], 3);
    FOR j IN 1 .. least(i, 32) - 1 LOOP
      other := left(words[j], 3);
      held := held || CASE WHEN word < other THEN word || '+' || other ELSE other || '+' || word END;
    END LOOP;
  END LOOP;
  RETURN held;
END
$body$)";

// The dictionary of PostgreSQL: %1 is the table, %2 the column. Its index is not unique, since two who bring
// the same new word at once must not wait for each other; that word then stands in it twice.
const char* const kDictionary[] = {
    "CREATE TABLE IF NOT EXISTS %1_search_words (word TEXT COLLATE \"C\" NOT NULL)",
    "CREATE INDEX IF NOT EXISTS %1_search_words_index ON %1_search_words (word)",
    R"(CREATE OR REPLACE FUNCTION %1_note_words() RETURNS TRIGGER LANGUAGE plpgsql AS $body$
BEGIN
  INSERT INTO %1_search_words SELECT DISTINCT new_word FROM unnest(string_to_array(NEW.%2, ' ')) AS new_word
    WHERE new_word <> '' AND NOT EXISTS (SELECT 1 FROM %1_search_words WHERE word = new_word);
  RETURN NULL;
END
$body$)",
    // Made once: putting it in place again would make every start wait for who writes.
    R"(DO $body$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_trigger WHERE tgrelid = '%1'::regclass AND tgname = '%1_search_w') THEN
    CREATE TRIGGER %1_search_w AFTER INSERT OR UPDATE OF %2 ON %1
      FOR EACH ROW EXECUTE FUNCTION %1_note_words();
  END IF;
END
$body$)",
    R"(INSERT INTO %1_search_words
  SELECT DISTINCT new_word FROM %1, unnest(string_to_array(%2, ' ')) AS new_word
    WHERE new_word <> '' AND NOT EXISTS (SELECT 1 FROM %1_search_words))"};

// The same of SQLite, which has no arrays but JSON's.
const char* const kWordsOfText = "json_each('[' || replace(json_quote(%1), ' ', '\",\"') || ']')";

QStringList sqliteDictionary(const QString& table, const QString& column) {
    const QString words = QString::fromLatin1(kWordsOfText);
    const QString note = QStringLiteral(
                             "BEGIN INSERT INTO %1_search_words SELECT DISTINCT value FROM %2 WHERE value <> "
                             "'' AND NOT EXISTS (SELECT 1 FROM %1_search_words WHERE word = value); END")
                             .arg(table, words.arg(QStringLiteral("new.") + column));
    return {
        QStringLiteral(
            "CREATE TABLE IF NOT EXISTS %1_search_words (word TEXT NOT NULL PRIMARY KEY) WITHOUT ROWID")
            .arg(table),
        QStringLiteral("CREATE TRIGGER IF NOT EXISTS %1_search_wi AFTER INSERT ON %1 %2").arg(table, note),
        QStringLiteral("CREATE TRIGGER IF NOT EXISTS %1_search_wu AFTER UPDATE OF %2 ON %1 %3")
            .arg(table, column, note),
        QStringLiteral("INSERT INTO %1_search_words SELECT DISTINCT value FROM %1, %2 WHERE value <> '' AND "
                       "NOT EXISTS (SELECT 1 FROM %1_search_words)")
            .arg(table, words.arg(table + QLatin1Char('.') + column))};
}

/// An element of an array's text form.
QString quoted(QString element) {
    element.replace(QLatin1Char('\\'), QStringLiteral("\\\\"))
        .replace(QLatin1Char('"'), QStringLiteral("\\\""));
    return QLatin1Char('"') + element + QLatin1Char('"');
}

}  // namespace

QStringList searchIndex(Engine engine, const QString& table, const QString& column) {
    if (engine == Engine::Postgres) {
        QStringList out{
            QString::fromLatin1(kWordsFunction),
            QStringLiteral("CREATE INDEX IF NOT EXISTS %1_words ON %1 USING gin (search_words(%2))")
                .arg(table, column)};
        for (const char* statement : kDictionary) {
            QString text = QString::fromLatin1(statement);
            out.append(text.replace(QStringLiteral("%1"), table).replace(QStringLiteral("%2"), column));
        }
        return out;
    }
    // An external-content index keeps no second copy of the words; triggers keep it in step with the table.
    const QString fts = QStringLiteral(
        "CREATE VIRTUAL TABLE IF NOT EXISTS %1_search USING fts5(%2, content='%1', "
        "content_rowid='rowid', tokenize='unicode61', prefix='2 3 4')");
    const QString insert = QStringLiteral(
        "CREATE TRIGGER IF NOT EXISTS %1_search_i AFTER INSERT ON %1 BEGIN "
        "INSERT INTO %1_search(rowid, %2) VALUES (new.rowid, new.%2); END");
    const QString update = QStringLiteral(
        "CREATE TRIGGER IF NOT EXISTS %1_search_u AFTER UPDATE OF %2 ON %1 BEGIN "
        "INSERT INTO %1_search(%1_search, rowid, %2) VALUES ('delete', old.rowid, old.%2); "
        "INSERT INTO %1_search(rowid, %2) VALUES (new.rowid, new.%2); END");
    const QString remove = QStringLiteral(
        "CREATE TRIGGER IF NOT EXISTS %1_search_d AFTER DELETE ON %1 BEGIN "
        "INSERT INTO %1_search(%1_search, rowid, %2) VALUES ('delete', old.rowid, old.%2); END");
    return QStringList{fts.arg(table, column), insert.arg(table, column), update.arg(table, column),
                       remove.arg(table, column)} +
           sqliteDictionary(table, column);
}

QStringList dropSearchIndex(Engine engine, const QString& table) {
    if (engine == Engine::Postgres)
        return {QStringLiteral("DROP INDEX IF EXISTS %1_words").arg(table),
                QStringLiteral("DROP TRIGGER IF EXISTS %1_search_w ON %1").arg(table),
                QStringLiteral("DROP TABLE IF EXISTS %1_search_words").arg(table)};
    QStringList out;
    for (const char* trigger : {"i", "u", "d", "wi", "wu"})
        out.append(QStringLiteral("DROP TRIGGER IF EXISTS %1_search_%2").arg(table, QLatin1String(trigger)));
    for (const char* kept : {"search", "search_words"})
        out.append(QStringLiteral("DROP TABLE IF EXISTS %1_%2").arg(table, QLatin1String(kept)));
    return out;
}

QStringList fillSearchIndex(Engine engine, const QString& table) {
    if (engine == Engine::Postgres) return {};
    return {QStringLiteral("INSERT INTO %1_search(%1_search) VALUES ('rebuild')").arg(table)};
}

namespace {

bool allLong(const QStringList& words) {
    return std::all_of(words.begin(), words.end(),
                       [](const QString& word) { return word.size() >= kPairLetters; });
}

/// The first letters of words, as pairs hold them.
QSet<QString> startsOf(const QStringList& words) {
    QSet<QString> out;
    for (const QString& word : words) out.insert(word.left(kPairLetters));
    return out;
}

QString pairOf(const QString& a, const QString& b) {
    // As the index orders them: by their bytes.
    return a.toUtf8() < b.toUtf8() ? a + QLatin1Char('+') + b : b + QLatin1Char('+') + a;
}

/// PostgreSQL's condition, group by group: the index is asked for what it holds, and what it finds for a
/// longer word than it holds is filtered.
class WordsCondition {
  public:
    explicit WordsCondition(const QString& column) : m_column(column) {}

    SearchCondition make(const QList<QStringList>& groups) {
        const auto [first, second] = bestPair(groups);
        for (qsizetype i = 0; i < groups.size(); ++i) {
            const bool paired = i == first || i == second;
            if (paired && longest(groups[i]) <= kPairLetters) continue;
            paired ? filter(groups[i]) : add(groups[i]);
        }
        SearchCondition out;
        out.narrow = first >= 0;
        if (!m_all.isEmpty()) ask(out, QStringLiteral(" @> ?"), m_all);
        for (const SearchCondition& part : {m_any, m_filter}) {
            if (part.sql.isEmpty()) continue;
            out.sql += (out.sql.isEmpty() ? QString() : QStringLiteral(" AND ")) + part.sql;
            out.values += part.values;
        }
        return out;
    }

  private:
    /// The two groups whose words are asked for together, already asked; -1 where there are none. They must
    /// not begin alike, or one word of a row could be meant by both.
    std::pair<qsizetype, qsizetype> bestPair(const QList<QStringList>& groups) {
        std::pair<qsizetype, qsizetype> best{-1, -1};
        QStringList pairs;
        for (qsizetype i = 0; i < groups.size(); ++i) {
            for (qsizetype j = i + 1; j < groups.size(); ++j) {
                if (!allLong(groups[i]) || !allLong(groups[j])) continue;
                const QSet<QString> a = startsOf(groups[i]);
                const QSet<QString> b = startsOf(groups[j]);
                const qsizetype count = a.size() * b.size();
                if (a.intersects(b) || count > kMostPairs || (!pairs.isEmpty() && count >= pairs.size()))
                    continue;
                best = {i, j};
                pairs.clear();
                for (const QString& one : a) {
                    for (const QString& other : b) pairs.append(quoted(pairOf(one, other)));
                }
            }
        }
        if (pairs.isEmpty()) return best;
        std::sort(pairs.begin(), pairs.end());
        askAny(pairs);
        return best;
    }

    void add(const QStringList& words) {
        QStringList held;
        bool cut = false;
        for (const QString& word : words) {
            const QString beginning = longestHeld(word);
            cut = cut || beginning != word;
            held.append(quoted(beginning));
        }
        held.removeDuplicates();
        askAny(held);
        if (cut) filter(words);
    }

    /// Words without alternatives are one question, "holds all of these", whose rarest list leads the scan.
    /// Alternatives are one question as well, "holds any of these": every OR would double the scans.
    void askAny(const QStringList& held) {
        if (held.size() == 1)
            m_all.append(held);
        else
            ask(m_any, QStringLiteral(" && ?"), held);
    }

    static qsizetype longest(const QStringList& words) {
        qsizetype size = 0;
        for (const QString& word : words) size = std::max(size, word.size());
        return size;
    }
    static QString longestHeld(const QString& word) {
        const auto fits = [&](qsizetype length) { return length <= word.size(); };
        const auto* length = std::find_if(std::begin(kPrefixLengths), std::end(kPrefixLengths), fits);
        return length == std::end(kPrefixLengths) ? word : word.left(*length);
    }
    void ask(SearchCondition& part, const QString& question, const QStringList& elements) const {
        if (!part.sql.isEmpty()) part.sql += QStringLiteral(" AND ");
        part.sql += QStringLiteral("search_words(%1)").arg(m_column) + question;
        part.values.append(QLatin1Char('{') + elements.join(QLatin1Char(',')) + QLatin1Char('}'));
    }
    void filter(const QStringList& words) {
        QStringList beginnings;
        for (const QString& word : words) {
            beginnings.append(QStringLiteral("strpos(' ' || %1, ?) > 0").arg(m_column));
            m_filter.values.append(QLatin1Char(' ') + word);
        }
        if (!m_filter.sql.isEmpty()) m_filter.sql += QStringLiteral(" AND ");
        m_filter.sql += QLatin1Char('(') + beginnings.join(QStringLiteral(" OR ")) + QLatin1Char(')');
    }

    QString m_column;
    QStringList m_all;
    SearchCondition m_any;
    SearchCondition m_filter;
};

}  // namespace

SearchCondition searchCondition(Engine engine, const QString& table, const QString& column,
                                const QList<QStringList>& words) {
    SearchCondition out;
    QStringList groups;
    QList<QStringList> asked;
    for (const QStringList& alternatives : words) {
        if (alternatives.isEmpty()) continue;
        QStringList parts;
        for (const QString& word : alternatives)
            parts.append(QLatin1Char('"') + QString(word).remove(QLatin1Char('"')) + QStringLiteral("\"*"));
        groups.append(QLatin1Char('(') + parts.join(QStringLiteral(" OR ")) + QLatin1Char(')'));
        asked.append(alternatives);
    }
    if (groups.isEmpty()) {
        out.sql = QStringLiteral("1 = 0");
    } else if (engine == Engine::Postgres) {
        out = WordsCondition(column).make(asked);
    } else {
        out.sql = QStringLiteral("rowid IN (SELECT rowid FROM %1_search WHERE %1_search MATCH ?)").arg(table);
        out.values.append(groups.join(QStringLiteral(" AND ")));
    }
    return out;
}

WordsQuestion wordsQuestion(Engine engine, const QString& table, const QStringList& words, bool beginnings) {
    if (engine == Engine::Sqlite) {
        const QJsonDocument asked(QJsonArray::fromStringList(words));
        return {QStringLiteral("SELECT value FROM json_each(?) WHERE EXISTS (SELECT 1 FROM %1_search_words "
                               "WHERE %2)")
                    .arg(table, beginnings ? QStringLiteral("word >= value AND word < value || char(1114111)")
                                           : QStringLiteral("word = value")),
                {QString::fromUtf8(asked.toJson(QJsonDocument::Compact))}};
    }
    QStringList asked;
    for (const QString& word : words) asked.append(quoted(word));
    const QVariantList bound{QLatin1Char('{') + asked.join(QLatin1Char(',')) + QLatin1Char('}')};
    if (!beginnings)
        return {QStringLiteral("SELECT word FROM %1_search_words WHERE word = ANY (CAST(? AS TEXT[]))")
                    .arg(table),
                bound};
    // Written so that there is one way to answer it: a look into the index for each word.
    return {
        QStringLiteral("SELECT asked FROM unnest(CAST(? AS TEXT[])) AS asked CROSS JOIN LATERAL (SELECT word "
                       "FROM %1_search_words WHERE word >= asked AND word < asked || chr(1114111) ORDER BY "
                       "word LIMIT 1) AS held")
            .arg(table),
        bound};
}

}  // namespace simrs::dialect
