// SPDX-License-Identifier: GPL-3.0-or-later
// Typed conditions of a list read: columns are named by members, values are bound, order and limit are
// explicit.
#pragma once

#include <QList>
#include <QString>
#include <QVariantList>

#include "common/entity/entity_info.h"
#include "common/entity/type_ops.h"

namespace simrs {

/// A condition with the entity's type erased; `sql` is empty for "all rows".
struct Condition {
    QString sql;
    QVariantList values;
    QString order;
    int limit = 0;  ///< 0 = the room's own limit (limits::kListRows).

    void add(const char* column, const char* comparison, QVariant value);
    void addIn(const char* column, const QVariantList& values);
};

template <Entity E>
class Where {
  public:
    template <auto M, class T>
    Where& eq(const T& value) {
        return compare<M>("= ?", value);
    }
    template <auto M, class T>
    Where& notEq(const T& value) {
        return compare<M>("<> ?", value);
    }
    template <auto M, class T>
    Where& atLeast(const T& value) {
        return compare<M>(">= ?", value);
    }
    template <auto M, class T>
    Where& atMost(const T& value) {
        return compare<M>("<= ?", value);
    }
    template <auto M, class T>
    Where& in(const QList<T>& values) {
        QVariantList bound;
        for (const T& value : values) bound.append(detail::sqlOf(value));
        m_condition.addIn(fieldOf<M>().name, bound);
        return *this;
    }
    template <auto M>
    Where& orderBy(bool descending = false) {
        if (!m_condition.order.isEmpty()) m_condition.order += QStringLiteral(", ");
        m_condition.order += QString::fromLatin1(fieldOf<M>().name);
        if (descending) m_condition.order += QStringLiteral(" DESC");
        return *this;
    }
    Where& limit(int rows) {
        m_condition.limit = rows;
        return *this;
    }
    const Condition& condition() const { return m_condition; }

  private:
    template <auto M, class T>
    Where& compare(const char* comparison, const T& value) {
        m_condition.add(fieldOf<M>().name, comparison, detail::sqlOf(value));
        return *this;
    }
    Condition m_condition;
};

}  // namespace simrs
