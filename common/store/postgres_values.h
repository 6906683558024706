// SPDX-License-Identifier: GPL-3.0-or-later
// Values in PostgreSQL's binary form: whole numbers in network order, text as UTF-8, bytes as they are.
#pragma once

#include <QByteArray>
#include <QVariantList>
#include <vector>

struct pg_result;

namespace simrs {

/// The parameters of one statement, as libpq wants them. Points into itself: neither copied nor moved.
class PostgresParameters {
  public:
    explicit PostgresParameters(const QVariantList& values);
    PostgresParameters(const PostgresParameters&) = delete;
    PostgresParameters& operator=(const PostgresParameters&) = delete;

    int count() const { return static_cast<int>(m_types.size()); }
    const unsigned* types() const { return m_types.data(); }
    const char* const* values() const { return m_values.data(); }
    const int* lengths() const { return m_lengths.data(); }
    const int* formats() const { return m_formats.data(); }

  private:
    void add(const QVariant& value);

    QByteArrayList m_held;
    std::vector<unsigned> m_types;
    std::vector<const char*> m_values;
    std::vector<int> m_lengths;
    std::vector<int> m_formats;
};

/// One column of one row of a binary answer. Throws StoreFault for a type no table of ours has.
QVariant postgresValue(const pg_result* answer, int row, int column);

}  // namespace simrs
