// SPDX-License-Identifier: GPL-3.0-or-later
// The device's durable queue of commands. A command is in this file before a byte of it is sent, and stays
// until its result is in this file.
#pragma once

#include <QString>
#include <memory>

#include "common/protocol/messages.h"
#include "common/store/sqlite_pages.h"
#include "common/store/store.h"
#include "common/sync/number_blocks.h"
#include "common/sync/ticket_ranges.h"

namespace simrs {

enum class OutboxState {
    Waiting,  ///< Never sent; has no seq yet.
    Sent,     ///< Has its seq; may have been sent, its fate is not known.
    Done,     ///< Has its result; kept for a while, so that the same id again is answered, not done again.
    Refused,  ///< Has its result, which no person has seen yet.
};
constexpr int enumCount(OutboxState) { return 4; }

/// A command and what became of it. The seq is given when it is first sent, so that one withdrawn before
/// leaves no gap.
struct OutboxEntry {
    CommandId id;
    qint64 position = 0;  ///< The order of the person's doing.
    qint64 seq = 0;       ///< The order on the wire; 0 while Waiting.
    qint64 type = 0;
    qint64 version = 1;
    Uuid actor;
    Instant at;
    bool assured = false;
    qint64 baseSeq = 0;
    QByteArray payload;  ///< Emptied at the end: no patient stays on this disk longer than needed.
    OutboxState state = OutboxState::Waiting;
    QByteArray result;  ///< The encoded CommandResult.
    QByteArray seal;    ///< A hash of what never changes of it: damage to it is seen.
    /// Of an ended command that the server may still lose: the place in the feed by which a backup of the
    /// server has it. Until then its payload stays.
    qint64 endedSeq = 0;
    CommandId after;  ///< The command with the seq before, once it has its own.

    bool operator==(const OutboxEntry&) const = default;
};
template <>
inline constexpr std::array fieldsOf<OutboxEntry> = {
    field<&OutboxEntry::id>(1, "id"),
    field<&OutboxEntry::position>(2, "position"),
    field<&OutboxEntry::seq>(3, "seq"),
    field<&OutboxEntry::type>(4, "type"),
    field<&OutboxEntry::version>(5, "version"),
    field<&OutboxEntry::actor>(6, "actor"),
    field<&OutboxEntry::at>(7, "at"),
    field<&OutboxEntry::assured>(8, "assured"),
    field<&OutboxEntry::baseSeq>(9, "base_seq"),
    field<&OutboxEntry::payload>(10, "payload"),
    field<&OutboxEntry::state>(11, "state"),
    field<&OutboxEntry::result>(12, "result"),
    field<&OutboxEntry::seal>(13, "seal"),
    field<&OutboxEntry::endedSeq>(14, "ended_seq"),
    field<&OutboxEntry::after>(15, "after_id"),
};
static_assert(wellDescribed<OutboxEntry>());
template <>
inline constexpr EntityInfo entityInfo<OutboxEntry>{.kind = 900,
                                                    .table = "outbox_entry",
                                                    .conflict = ConflictClass::DeviceOnly,
                                                    .unique = {"position", "seq WHERE seq > 0"},
                                                    .index = {"state, position"},
                                                    .check = {"(state = 0) = (seq = 0)"}};

using OutboxHeadId = TypedId<struct OutboxHeadTag>;
OutboxHeadId outboxHeadId();
/// So many ended commands are remembered, that a form saved twice is answered and not carried out again.
inline constexpr qint64 kEndedKept = 200;

/// One row: whose outbox this is and how far it has come.
struct OutboxHead {
    OutboxHeadId id;
    DeviceId device;
    qint64 lastSeq = 0;  ///< The last seq given.
    qint64 lastPosition = 0;
    qint64 lastTemporary = 0;  ///< The last temporary number that a kept command carries.
    /// The file was made anew: which ranges of queue numbers it held is not known, so only new ones are asked
    /// for.
    bool ticketsAdrift = false;
    /// The file was made anew from what could be read: how far its numbers had come is the server's to say.
    bool adrift = false;
    bool sealed = false;  ///< Its commands have seals; those of earlier versions get them when it is opened.
    CommandId last;       ///< The command with the last seq; null where that is not known.

    bool operator==(const OutboxHead&) const = default;
};
template <>
inline constexpr std::array fieldsOf<OutboxHead> = {
    field<&OutboxHead::id>(1, "id"),
    field<&OutboxHead::device>(2, "device"),
    field<&OutboxHead::lastSeq>(3, "last_seq"),
    field<&OutboxHead::lastPosition>(4, "last_position"),
    field<&OutboxHead::lastTemporary>(5, "last_temporary"),
    field<&OutboxHead::ticketsAdrift>(6, "tickets_adrift"),
    field<&OutboxHead::adrift>(20, "adrift"),
    field<&OutboxHead::sealed>(21, "sealed"),
    field<&OutboxHead::last>(22, "last_id"),
};
static_assert(wellDescribed<OutboxHead>());
template <>
inline constexpr EntityInfo entityInfo<OutboxHead>{
    .kind = 901, .table = "outbox_head", .conflict = ConflictClass::DeviceOnly};

using OutboxDamageId = TypedId<struct OutboxDamageTag>;

/// The file was damaged once and made anew.
struct OutboxDamage {
    OutboxDamageId id;
    Instant at;
    QString copy;        ///< The name of the damaged file, which is kept beside.
    qint64 rescued = 0;  ///< Commands that could be read and will be sent.
    qint64 lost = 0;     ///< About so many could not; -1: nobody knows.
    bool seen = false;   ///< A person has read it.

    bool operator==(const OutboxDamage&) const = default;
};
template <>
inline constexpr std::array fieldsOf<OutboxDamage> = {
    field<&OutboxDamage::id>(1, "id"),     field<&OutboxDamage::at>(2, "at"),
    field<&OutboxDamage::copy>(3, "copy"), field<&OutboxDamage::rescued>(4, "rescued"),
    field<&OutboxDamage::lost>(5, "lost"), field<&OutboxDamage::seen>(6, "seen"),
};
static_assert(wellDescribed<OutboxDamage>());
template <>
inline constexpr EntityInfo entityInfo<OutboxDamage>{
    .kind = 909, .table = "outbox_damage", .conflict = ConflictClass::DeviceOnly};

/// One file, one connection, one thread.
class Outbox {
  public:
    Outbox(QString path, const Clock& clock, Random& random, CommitWatch* watch = nullptr);

    /// Makes the file (0600) where it is missing and reads it. A damaged one is put aside whole, and a new
    /// one made of what can still be read of it. Error: StorageFailed and the store's.
    Status open();
    /// What a person has to be told of a damaged file, until seen: StorageFailed (args: "damaged", the name
    /// of the copy, how many commands were read and wait, about how many could not be read or -1).
    std::optional<Error> damage() const;
    Status acknowledgeDamage();
    /// Null in a new file.
    const DeviceId& device() const { return m_head.device; }
    /// The file was made anew from a damaged one, and the server has not said yet where it stands.
    bool isAdrift() const { return m_head.adrift; }
    /// Once, in a file without a device.
    Status bind(const DeviceId& device);

    /// Writes the command and uses up its numbers in one transaction; durable when it returns. With `sendNow`
    /// it gets its seq at once, unless an earlier one is still Waiting. Only the fields up to `payload` are
    /// taken. Errors: NumberNotGranted (not from a block of this device, or used), ConstraintViolated (the id
    /// is there already), the store's.
    Result<OutboxEntry> append(const OutboxEntry& draft, const QList<NumberUse>& numbers, bool sendNow);
    /// Gives the next waiting entries their seq, at most so many, before they are sent.
    Status claim(int most);
    /// Stores a result: ends the command. Nothing where it has ended already. `endedSeq`: where in the feed
    /// it ended, or 0 where the server does not lose it. Error: OutOfOrder where this is no command of this
    /// outbox.
    Status end(const CommandResult& result, qint64 endedSeq = 0);
    /// A backup of the server has everything up to here: what has ended by then is kept no longer.
    Status forgetUpTo(qint64 durableSeq);
    /// The server may have been restored from a backup: what has ended and is still kept is unsettled again,
    /// to be sent once more. Where the server has it, its id keeps it from being done twice.
    Status reopen();
    /// A person has seen the refusal.
    Status acknowledge(const CommandId& id);
    /// Removes a command that was never sent. Error: OutOfOrder where it was, or is not here.
    Status withdraw(const CommandId& id);
    Status addBlock(NumberKind kind, qint64 first, qint64 last);
    /// Also forgets the ranges of days long past.
    Status addRange(QDate day, const QString& letter, qint64 first, qint64 last);

    /// Also ended ones that are still kept.
    Result<std::optional<OutboxEntry>> find(const CommandId& id);
    /// Waiting and sent, in the order of doing.
    const QList<OutboxEntry>& unsettled() const { return m_unsettled; }
    const QList<OutboxEntry>& refused() const { return m_refused; }
    const OutboxEntry* unsettled(const CommandId& id) const;
    qint64 lastSeq() const { return m_head.lastSeq; }
    /// The last seq whose result is here.
    qint64 settledSeq() const;
    /// The last seq that is never sent again: the server has it for good.
    qint64 settledForGood() const;
    /// Whether the server's last seq fits, or everything after it can be sent again; kAnySeq does, and a file
    /// made anew takes it over. Error: OutOfOrder (args: our last seq, the server's): this file or the server
    /// was restored from an older copy; nothing may be sent and no number taken before a person decides.
    Status compare(qint64 serverLastSeq);

    NumberBlocks& numbers() { return m_numbers; }
    TicketRanges& tickets() { return m_tickets; }
    /// Counted by this device alone, never the same again; for when the blocks are used up.
    QString takeTemporary();

  private:
    WriteContext context(const char* what) const;
    Status write(const char* what, const std::function<Status(WishTx&)>& work, Preamble preamble = {});
    Status openFile();
    Status openStore();
    Status makeAnew(const SqliteFiles& damaged);
    Status sealAll();
    Status load();
    struct Kept {
        qint64 seq;
        qint64 endedSeq;
    };
    /// The next seq, and the command it follows.
    static void giveSeq(OutboxHead& head, OutboxEntry& entry);
    Status useNumbers(WishTx& tx, const QList<NumberUse>& numbers, OutboxHead& head) const;
    Status useBlock(WishTx& tx, const NumberUse& use) const;
    Status useRange(WishTx& tx, const NumberUse& use) const;
    OutboxEntry* editUnsettled(const CommandId& id);

    QString m_path;
    const Clock& m_clock;
    Random& m_random;
    CommitWatch* m_watch;
    std::unique_ptr<Store> m_store;
    OutboxHead m_head;
    QList<OutboxDamage> m_damages;  // Those that nobody has seen.
    QList<OutboxEntry> m_unsettled;
    QList<OutboxEntry> m_refused;
    QList<Kept> m_kept;  // Ended, and the server may still lose them; by seq.
    NumberBlocks m_numbers;
    TicketRanges m_tickets;
    qint64 m_lastTemporary = 0;  // Ahead of the file by what was taken and not kept.
};

}  // namespace simrs
