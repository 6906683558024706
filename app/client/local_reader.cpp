// SPDX-License-Identifier: GPL-3.0-or-later
// One question after the other; SQLite lets it read while the link's thread writes.
#include "app/client/local_reader.h"

#include <QThread>

#include "common/hospital/hospital.h"
#include "common/store/store.h"

namespace simrs {

class LocalReader::Desk final : public QObject {
  public:
    Desk(const QString& path, const Clock& clock, Random& random)
        : m_store(configOf(path), StoreForm::Cache, {clock, random}) {}

    Result<QueryAnswer> answer(qint64 type, const QByteArray& payload, const Caller& caller) {
        const RequestEntry* entry = hospitalRequests().find(type);
        if (!entry || !entry->answer) return fail(ErrorCode::UnknownRequest);
        QueryAnswer answer;
        SIMRS_TRY(m_store.readHeld([&](Reader& reader) -> Status {
            SIMRS_ASSIGN(answer, entry->answer(reader, caller, payload));
            return {};
        }));
        return answer;
    }

  private:
    static DatabaseConfig configOf(const QString& path) {
        DatabaseConfig config;
        config.path = path;
        config.readOnly = true;
        return config;
    }
    Store m_store;
};

LocalReader::LocalReader(const QString& path, const Clock& clock, Random& random, QObject& context)
    : m_context(context),
      m_thread(std::make_unique<QThread>()),
      m_desk(std::make_unique<Desk>(path, clock, random)) {
    m_thread->setObjectName(QStringLiteral("reader"));
    m_desk->moveToThread(m_thread.get());
    m_thread->start();
}

LocalReader::~LocalReader() {
    // Its connection ends in the thread that has opened it.
    QMetaObject::invokeMethod(
        m_desk.get(),
        [this] {
            m_desk.reset();
            m_thread->quit();
        },
        Qt::QueuedConnection);
    m_thread->wait();
}

void LocalReader::ask(qint64 type, const QByteArray& payload, const Caller& caller, Then then) {
    QMetaObject::invokeMethod(
        m_desk.get(),
        [desk = m_desk.get(), type, payload, caller, context = &m_context, then = std::move(then)] {
            const Result<QueryAnswer> answer = desk->answer(type, payload, caller);
            QMetaObject::invokeMethod(
                context, [answer, then] { then(answer); }, Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

}  // namespace simrs
