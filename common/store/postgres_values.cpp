// SPDX-License-Identifier: GPL-3.0-or-later
// The few types the schema has (dialect::columnType), and those of the catalogue and of EXPLAIN.
#include "common/store/postgres_values.h"

#include <libpq-fe.h>
#include <QtEndian>

#include "common/store/database.h"

namespace simrs {
namespace {

// Numbers of built-in types are fixed: catalog/pg_type.dat of PostgreSQL.
enum TypeNumber : unsigned {
    kBool = 16,
    kBytes = 17,
    kName = 19,
    kInt8 = 20,
    kInt4 = 23,
    kText = 25,
    kVarchar = 1043
};

}  // namespace

PostgresParameters::PostgresParameters(const QVariantList& values) {
    const auto count = static_cast<std::size_t>(values.size());
    m_held.reserve(values.size());
    m_types.reserve(count);
    m_values.reserve(count);
    m_lengths.reserve(count);
    m_formats.assign(count, 1);
    for (const QVariant& value : values) add(value);
}

void PostgresParameters::add(const QVariant& value) {
    QByteArray bytes;
    switch (value.typeId()) {
        case QMetaType::Bool:
            m_types.push_back(kBool);
            bytes = QByteArray(1, value.toBool() ? '\1' : '\0');
            break;
        case QMetaType::Int:
        case QMetaType::UInt:
        case QMetaType::LongLong:
        case QMetaType::ULongLong:
            m_types.push_back(kInt8);
            bytes.resize(sizeof(qint64));
            qToBigEndian<qint64>(value.toLongLong(), bytes.data());
            break;
        case QMetaType::QByteArray:
            m_types.push_back(kBytes);
            bytes = value.toByteArray();
            break;
        case QMetaType::UnknownType:
            m_types.push_back(0);  // A null of whatever type the column has.
            break;
        default:
            m_types.push_back(kText);
            // PostgreSQL has no NUL in a text.
            bytes = value.toString().toUtf8();
            if (bytes.contains('\0')) bytes.replace(QByteArray(1, '\0'), QByteArray());
    }
    m_held.append(bytes);
    m_values.push_back(value.isNull() ? nullptr : m_held.last().constData());
    m_lengths.push_back(static_cast<int>(m_held.last().size()));
}

QVariant postgresValue(const pg_result* answer, int row, int column) {
    if (PQgetisnull(answer, row, column)) return {};
    const char* bytes = PQgetvalue(answer, row, column);
    const int length = PQgetlength(answer, row, column);
    switch (PQftype(answer, column)) {
        case kBool:
            return *bytes != 0;
        case kInt8:
            return QVariant::fromValue<qlonglong>(qFromBigEndian<qint64>(bytes));
        case kInt4:
            return QVariant::fromValue<qlonglong>(qFromBigEndian<qint32>(bytes));
        case kBytes:
            return QByteArray(bytes, length);
        case kText:
        case kName:
        case kVarchar:
            return QString::fromUtf8(bytes, length);
        default:
            throw StoreFault{
                StoreFault::Kind::Other, {}, QStringLiteral("column type %1").arg(PQftype(answer, column))};
    }
}

}  // namespace simrs
