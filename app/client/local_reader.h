// SPDX-License-Identifier: GPL-3.0-or-later
// Answers questions from the cache, on a thread of its own with a connection that only reads.
#pragma once

#include <QObject>
#include <functional>
#include <memory>

#include "common/core/request_table.h"

class QThread;

namespace simrs {

class LocalReader {
  public:
    using Then = std::function<void(const Result<QueryAnswer>&)>;

    /// The file must be there and have its tables. Answers come on the thread of `context`, which outlives
    /// the reader.
    LocalReader(const QString& path, const Clock& clock, Random& random, QObject& context);
    /// Waits for the question under way; later ones are dropped.
    ~LocalReader();

    /// Errors: the query's; UnknownRequest where this is no query.
    void ask(qint64 type, const QByteArray& payload, const Caller& caller, Then then);

  private:
    class Desk;
    QObject& m_context;
    std::unique_ptr<QThread> m_thread;
    std::unique_ptr<Desk> m_desk;  // Lives on m_thread.
};

}  // namespace simrs
