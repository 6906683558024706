// SPDX-License-Identifier: GPL-3.0-or-later
// libpq, with COPY in its text form.
#include "tests/bench/pq_link.h"

#include <QMetaType>
#include <vector>

#include "tests/bench/bench_options.h"

namespace simrs::bench {
namespace {

constexpr qsizetype kCopyBytes = 256 * 1024;

void appendCopied(QByteArray& out, const QVariant& value) {
    if (value.isNull()) {
        out += "\\N";
        return;
    }
    if (value.typeId() == QMetaType::QByteArray) {
        out += "\\\\x" + value.toByteArray().toHex();
        return;
    }
    if (value.typeId() == QMetaType::Bool) {
        out += value.toBool() ? 't' : 'f';
        return;
    }
    const QByteArray text = value.toString().toUtf8();
    for (const char c : text) {
        if (c == '\\' || c == '\t' || c == '\n' || c == '\r') out += '\\';
        out += c;
    }
}

std::vector<const char*> pointers(const QList<QByteArray>& values) {
    std::vector<const char*> out;
    out.reserve(static_cast<std::size_t>(values.size()));
    for (const QByteArray& value : values) out.push_back(value.constData());
    return out;
}

}  // namespace

PqLink::PqLink(const QString& url) : m_link(PQconnectdb(url.toUtf8().constData())) {
    if (PQstatus(m_link.get()) != CONNECTION_OK) giveUp(QString::fromUtf8(PQerrorMessage(m_link.get())));
}

PqResult PqLink::checked(PGresult* result, const QByteArray& sql) {
    PqResult held(result);
    const ExecStatusType status = PQresultStatus(result);
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && status != PGRES_COPY_IN)
        giveUp(QString::fromUtf8(PQerrorMessage(m_link.get())) + QString::fromUtf8(sql.left(300)));
    return held;
}

PqResult PqLink::run(const QByteArray& sql) { return checked(PQexec(m_link.get(), sql.constData()), sql); }

void PqLink::prepare(const char* name, const QByteArray& sql) {
    checked(PQprepare(m_link.get(), name, sql.constData(), 0, nullptr), sql);
}

PqResult PqLink::runPrepared(const char* name, const QList<QByteArray>& values) {
    return checked(PQexecPrepared(m_link.get(), name, static_cast<int>(values.size()),
                                  pointers(values).data(), nullptr, nullptr, 0),
                   name);
}

QByteArray PqLink::value(const QByteArray& sql) {
    const PqResult result = run(sql);
    return PQntuples(result.get()) > 0 ? QByteArray(PQgetvalue(result.get(), 0, 0)) : QByteArray();
}

void PqLink::beginCopy(const QByteArray& table, const QStringList& columns) {
    run("COPY " + table + " (" + columns.join(QLatin1Char(',')).toUtf8() + ") FROM STDIN");
}

void PqLink::copyRow(const QVariantList& values) {
    for (qsizetype i = 0; i < values.size(); ++i) {
        if (i > 0) m_copied += '\t';
        appendCopied(m_copied, values[i]);
    }
    m_copied += '\n';
    if (m_copied.size() < kCopyBytes) return;
    if (PQputCopyData(m_link.get(), m_copied.constData(), static_cast<int>(m_copied.size())) != 1)
        giveUp(QString::fromUtf8(PQerrorMessage(m_link.get())));
    m_copied.clear();
}

void PqLink::endCopy() {
    if (!m_copied.isEmpty())
        PQputCopyData(m_link.get(), m_copied.constData(), static_cast<int>(m_copied.size()));
    m_copied.clear();
    if (PQputCopyEnd(m_link.get(), nullptr) != 1) giveUp(QString::fromUtf8(PQerrorMessage(m_link.get())));
    while (PGresult* result = PQgetResult(m_link.get())) checked(result, "COPY");
}

}  // namespace simrs::bench
