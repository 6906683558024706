// SPDX-License-Identifier: GPL-3.0-or-later
// A server's store with its executor, and desks with a real outbox each, for tests of numbers: what arrives,
// what is answered and what is printed is the test's to say.
#pragma once

#include <QHash>
#include <QTemporaryDir>

#include "common/core/executor.h"
#include "common/registration/requests.h"
#include "common/sync/outbox.h"

namespace simrs::test {

/// Stands still at 09:00 of a day in Jakarta until it is set.
class SetClock final : public Clock {
  public:
    std::int64_t nowMs() const override { return ms; }
    std::int64_t monotonicMs() const override { return ms; }
    std::int64_t ms = 1'795'000'000'000 / 86'400'000 * 86'400'000 + 2 * 3'600'000;
};

class NumberHouse {
  public:
    explicit NumberHouse(const DatabaseConfig& database, Executor::Trust trust = Executor::Trust::ChecksAll);

    static QString zone() { return QStringLiteral("Asia/Jakarta"); }
    QDate today() const { return dayIn(zone(), clock.now()); }
    DeviceId addDevice(const QString& name);
    PatientId addPatient(int number);
    void setClinicActive(bool active);

    ResultMessage carryOut(const DeviceId& device, const CommandMessage& message);
    template <CallRequest C>
    Result<typename C::Reply> call(const DeviceId& device, const C& request) {
        Result<typename C::Reply> reply = fail(ErrorCode::Internal);
        const auto done = write([&](WishTx& tx) -> Status {
            Caller caller;
            caller.device = device;
            caller.now = clock.now();
            caller.zone = zone();
            reply = C::perform(tx, caller, request);
            return reply ? Status() : Status(tl::unexpected<Error>(reply.error()));
        });
        if (!done && reply) qFatal("call: %s", qPrintable(done.error().detail));
        return reply;
    }
    /// The patients a text finds, in order.
    QList<PatientId> found(const QString& text);
    template <class E>
    QList<E> rows(const Where<E>& where) {
        QList<E> rows;
        const Status read = store.read([&](Reader& reader) -> Status {
            rows = reader.list(Where<E>(where).limit(100'000)).value_or(QList<E>());
            return {};
        });
        if (!read) qFatal("rows: %s", qPrintable(read.error().detail));
        return rows;
    }
    template <class E>
    QList<E> rows() {
        return rows(Where<E>());
    }
    Status write(const std::function<Status(WishTx&)>& work);

    SetClock clock;
    SeededRandom random{5};
    Store store;
    BlockBook blocks;
    Executor executor;
    Clinic clinic;
    Doctor doctor;
    Payer payer;
};

class NumberDesk {
  public:
    NumberDesk(NumberHouse& house, const QString& name);

    /// The program starts again over the same file.
    void restart();
    /// Its file is damaged while it does not run.
    void damage();
    /// Asks for everything that is missing, blocks and ranges, as the client does while it is connected.
    void supply();

    // What a person does. Null: it could not be prepared.
    CommandId registerPatient(int number);
    CommandId registerVisit(const PatientId& patient, bool assured);
    /// Prints the reserved number of a registration that waits; false where it holds none.
    bool print(const CommandId& registration);
    CommandId cancelVisit(const VisitId& visit);

    /// Sends what waits, in order; each command arrives so many times, and its answer is heard or lost.
    void send(int times = 1, bool heard = true);
    RegisterVisit kept(const CommandId& id);

    const DeviceId& id() const { return m_id; }
    std::unique_ptr<Outbox> outbox;
    /// What people carry: text and patient.
    QList<std::pair<QString, PatientId>> papers;
    /// Every result that came, by command.
    QHash<CommandId, CommandResult> results;

  private:
    class Shelf;
    class Slate;
    template <class R>
    CommandId submit(R command, bool assured);

    NumberHouse& m_house;
    QTemporaryDir m_folder{QStringLiteral("/dev/shm/simrs-desk-XXXXXX")};
    DeviceId m_id;
};

DatabaseConfig memoryDatabase();

}  // namespace simrs::test
