// SPDX-License-Identifier: GPL-3.0-or-later
// A computer of the hospital through its real Backend, before a real server that can go away and come back.
#pragma once

#include "app/client/backend.h"
#include "tests/client/answer_of.h"
#include "tests/server/server_rig.h"

namespace simrs::test {

class OfflineDesk {
  public:
    explicit OfflineDesk(Role role = Role::HeadOfRegistration);
    ~OfflineDesk();

    ServerRig& server() { return *m_server; }
    Backend& backend() { return *m_backend; }
    QString folder() const { return m_folder.path(); }
    /// The computer as the server knows it; null where it is not the only one.
    DeviceId device();

    /// Starts the program; ends one that runs.
    void start();
    Result<SessionGrant> logIn();
    /// Both. False where that fails.
    bool open();
    void close() { m_backend.reset(); }
    /// The computer is given keys to hold, or loses them, as by the command line.
    bool giveKeys(const QStringList& keys);
    bool takeKeys(const QStringList& keys);
    QString unit(int clinic) const;
    /// Writes beside the server what has no page yet.
    bool write(const std::function<Status(WishTx&)>& work);
    template <class E>
    QList<E> rows(const Where<E>& where = {}) {
        QList<E> found;
        const auto store = m_server->store();
        const Status read = store->read([&](Reader& reader) -> Status {
            found = reader.list(where).value_or(QList<E>());
            return {};
        });
        return read ? found : QList<E>();
    }

    /// Opens, and gives a computer of the first two clinics a patient with a visit to the first.
    bool seat(PatientId& patient, VisitId& visit);
    bool leaveServer();
    void startServer();
    bool bringServerBack();
    /// The cache holds so many keys besides the computer's own and the reference rows, what is in them has
    /// come, and nothing waits.
    bool holds(int keys);
    /// Nothing waits any more.
    bool settles();

    template <class Q>
    Result<typename Q::Reply> ask(const Q& query) {
        return answerOf<typename Q::Reply>([&](auto then) { m_backend->ask(query, &m_context, then); });
    }
    /// Without a server the answer is TimedOut: it is kept.
    template <class C>
    Result<typename C::Reply> submit(const C& command) {
        return answerOf<typename C::Reply>([&](auto then) { m_backend->submit(command, &m_context, then); });
    }

    /// Through another computer, with a server.
    Result<PatientId> newPatient(const Patient& patient);
    RegisterVisit visit(const PatientId& patient, int clinic) const;

  private:
    LinkConfig config() const;

    Role m_role;
    QTemporaryDir m_folder;
    std::unique_ptr<ServerRig> m_server;
    QObject m_context;
    std::unique_ptr<Backend> m_backend;
};

}  // namespace simrs::test
