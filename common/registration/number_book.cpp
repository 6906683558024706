// SPDX-License-Identifier: GPL-3.0-or-later
// A number is used when a file has it, whether that file leads to another one or not. Devices give their
// numbers in order: what is unused below a later one is missing, and somebody will ask why.
#include <map>
#include <set>

#include "common/core/command_record.h"
#include "common/core/restored_numbers.h"
#include "common/protocol/messages.h"
#include "common/registration/number_alias.h"
#include "common/registration/survivor.h"
#include "common/registration/transfer_requests.h"
#include "common/registration/visit_requests.h"

namespace simrs {
namespace {

using Numbers = std::set<qint64>;

constexpr NumberKind kKind = NumberKind::MedicalRecord;
/// More blocks than this no device holds before it has begun them.
constexpr int kBlocksAhead = 8;

/// One statement over the index of the numbers, however large the block.
Numbers usedBetween(Reader& reader, qint64 first, qint64 last) {
    const auto found = reader.largest<&Patient::mrn, &Patient::mrn>(
        Where<Patient>().atLeast<&Patient::mrn>(first).atMost<&Patient::mrn>(last));
    Numbers used;
    if (found)
        for (const auto& [number, same] : *found) used.insert(number);
    return used;
}

/// Of blocks in descending order. Blocks that follow one another are asked for together; between others may
/// lie everything that another system has given.
Numbers usedIn(Reader& reader, const QList<NumberBlock>& blocks) {
    Numbers used;
    for (qsizetype from = 0; from < blocks.size();) {
        qsizetype to = from;
        while (to + 1 < blocks.size() && blocks[to + 1].last + 1 == blocks[to].first) ++to;
        used.merge(usedBetween(reader, blocks[to].first, blocks[from].last));
        from = to + 1;
    }
    return used;
}

class Book {
  public:
    explicit Book(Reader& reader) : m_reader(reader) {}

    BookedBlock entry(const NumberBlock& block, const Numbers& usedOfPage) {
        BookedBlock out;
        out.block = block;
        if (const auto user = m_reader.get<User>(block.grantedTo)) out.grantedTo = user->name;
        if (const auto device = m_reader.get<Device>(block.deviceId)) out.deviceName = device->name;
        const Numbers used(usedOfPage.lower_bound(block.first), usedOfPage.upper_bound(block.last));
        out.used = static_cast<qint64>(used.size());
        const qint64 reached = lastUsed(block, used);
        for (qint64 number = block.first; number <= block.last; ++number) {
            if (used.count(number) > 0) continue;
            const UnusedNumber why = number < reached ? UnusedNumber::PassedOver : UnusedNumber::Ahead;
            const bool goesOn =
                !out.unused.isEmpty() && out.unused.last().last == number - 1 && out.unused.last().why == why;
            if (goesOn)
                out.unused.last().last = number;
            else
                out.unused.append({number, number, why});
        }
        return out;
    }

  private:
    /// The largest number that the block's device has given. The server begins a block only when the one
    /// before is used up.
    qint64 lastUsed(const NumberBlock& block, const Numbers& used) {
        if (block.deviceId.isNull()) return used.empty() ? 0 : *used.rbegin();
        const auto known = m_lastUsed.find(block.deviceId);
        if (known != m_lastUsed.end()) return known->second;
        const auto newest = m_reader.list(Where<NumberBlock>()
                                              .eq<&NumberBlock::deviceId>(block.deviceId)
                                              .eq<&NumberBlock::kind>(kKind)
                                              .orderBy<&NumberBlock::first>(true)
                                              .limit(kBlocksAhead));
        qint64 last = 0;
        for (const NumberBlock& held : newest.value_or(QList<NumberBlock>())) {
            const Numbers given = usedBetween(m_reader, held.first, held.last);
            if (given.empty()) continue;
            last = *given.rbegin();
            break;
        }
        return m_lastUsed[block.deviceId] = last;
    }

    Reader& m_reader;
    std::map<DeviceId, qint64> m_lastUsed;
};

template <class R>
bool carries(const CommandRecord& command, qint64 number) {
    if (command.type != R::info.type) return false;
    const auto read = decode<R>(command.payload);
    if (!read) return false;
    const QList<NumberUse> numbers = R::numbers(*read);
    return std::any_of(numbers.begin(), numbers.end(),
                       [&](const NumberUse& use) { return use.kind == kKind && use.value == number; });
}

/// A registration of the device that carried the number and was refused.
bool tellRefusal(Reader& reader, const DeviceId& device, NumberStory& story) {
    const auto commands = reader.list(Where<CommandRecord>()
                                          .eq<&CommandRecord::deviceId>(device)
                                          .notEq<&CommandRecord::error>(0)
                                          .orderBy<&CommandRecord::seq>(true));
    for (const CommandRecord& command : commands.value_or(QList<CommandRecord>())) {
        if (!carries<RegisterPatient>(command, story.number) &&
            !carries<ReceiveUnknown>(command, story.number))
            continue;
        story.fate = NumberFate::Refused;
        story.at = command.at;
        story.error = command.error;
        if (const auto result = decode<CommandResult>(command.result)) story.args = result->args;
        return true;
    }
    return false;
}

void tellPatient(Reader& reader, const Patient& patient, NumberStory& story) {
    const Patient now = survivorOf(reader, patient.id).value_or(patient);
    story.patientId = now.id;
    story.patientName = now.name;
    story.mrn = now.mrn;
    story.at = patient.registeredAt;
}

/// Of a number that no file has as its own.
void tellUnused(Reader& reader, const QList<BookedBlock>& blocks, NumberStory& story) {
    if (!blocks.isEmpty()) {
        for (const UnusedRange& range : blocks.first().unused) {
            if (story.number < range.first || range.last < story.number) continue;
            story.fate = range.why == UnusedNumber::Ahead ? NumberFate::Ahead : NumberFate::PassedOver;
        }
        tellRefusal(reader, blocks.first().block.deviceId, story);
        return;
    }
    const auto old = reader.list(Where<NumberAlias>()
                                     .eq<&NumberAlias::text>(QString::number(story.number))
                                     .eq<&NumberAlias::kind>(kKind)
                                     .limit(1));
    const auto patient = old && !old->isEmpty() ? reader.get<Patient>(old->first().patientId) : std::nullopt;
    if (patient) {
        story.fate = NumberFate::OldSystem;
        tellPatient(reader, *patient, story);
        return;
    }
    story.fate =
        mayHaveBeenGranted(reader, {kKind, story.number}) ? NumberFate::Restored : NumberFate::NeverGiven;
}

NumberStory storyOf(Reader& reader, qint64 number, const QList<BookedBlock>& blocks) {
    NumberStory story;
    story.number = number;
    const auto own = reader.list(Where<Patient>().eq<&Patient::mrn>(number).limit(1));
    if (!own || own->isEmpty()) {
        tellUnused(reader, blocks, story);
        return story;
    }
    const Patient& patient = own->first();
    story.fate = patient.mergedInto.isNull() ? NumberFate::Used : NumberFate::Merged;
    tellPatient(reader, patient, story);
    return story;
}

}  // namespace

Result<NumberPage> NumberBook::answer(Reader& reader, const Caller&, const NumberBook& request) {
    const auto most = static_cast<int>(std::clamp<qint64>(request.limit, 1, limits::kBookBlocks));
    Where<NumberBlock> where;
    where.eq<&NumberBlock::kind>(kKind).orderBy<&NumberBlock::first>(true);
    if (request.number > 0)
        where.atMost<&NumberBlock::first>(request.number)
            .atLeast<&NumberBlock::last>(request.number)
            .limit(1);
    else
        where.limit(most + 1);
    if (request.before > 0) where.atMost<&NumberBlock::first>(request.before - 1);
    const auto found = reader.list(where);
    if (!found || !reader.authority()) return fail(ErrorCode::NotHeldHere);
    NumberPage page;
    page.more = found->size() > most;
    const QList<NumberBlock> blocks = found->mid(0, most);
    const Numbers used = usedIn(reader, blocks);
    Book book(reader);
    for (const NumberBlock& block : blocks) page.blocks.append(book.entry(block, used));
    if (request.number > 0) page.story = storyOf(reader, request.number, page.blocks);
    return page;
}

QList<Uuid> NumberBook::patients(const Reply& reply) {
    const Uuid shown = reply.story.patientId.uuid();
    return shown.isNull() ? QList<Uuid>() : QList<Uuid>{shown};
}

}  // namespace simrs
