// SPDX-License-Identifier: GPL-3.0-or-later
// A bare libpq connection: what the floors and the loading of the patients use. Every error ends the program.
#pragma once

#include <libpq-fe.h>

#include <QByteArray>
#include <QString>
#include <QVariantList>
#include <memory>

namespace simrs::bench {

struct FreePq {
    void operator()(PGconn* link) const { PQfinish(link); }
    void operator()(PGresult* result) const { PQclear(result); }
};
using PqResult = std::unique_ptr<PGresult, FreePq>;

class PqLink {
  public:
    explicit PqLink(const QString& url);

    /// One or more statements as text.
    PqResult run(const QByteArray& sql);
    void prepare(const char* name, const QByteArray& sql);
    PqResult runPrepared(const char* name, const QList<QByteArray>& values);
    /// The first column of the first row; empty where there is none.
    QByteArray value(const QByteArray& sql);

    /// The process that serves this connection.
    qint64 backend() const { return PQbackendPID(m_link.get()); }

    void beginCopy(const QByteArray& table, const QStringList& columns);
    void copyRow(const QVariantList& values);
    void endCopy();

  private:
    PqResult checked(PGresult* result, const QByteArray& sql);
    std::unique_ptr<PGconn, FreePq> m_link;
    QByteArray m_copied;  // Rows that wait to be sent.
};

}  // namespace simrs::bench
