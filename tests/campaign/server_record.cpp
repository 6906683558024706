// SPDX-License-Identifier: GPL-3.0-or-later
// From rows back to the commands that made them: the ids of rows follow from the ids of commands.
#include "tests/campaign/server_record.h"

#include <QHash>

#include "common/core/case_item.h"
#include "common/core/command_record.h"
#include "common/hospital/hospital.h"
#include "common/protocol/messages.h"
#include "common/registration/requests.h"
#include "common/store/store.h"
#include "tests/campaign/view_hash.h"

namespace simrs::test {
namespace {

constexpr int kEverything = 1'000'000;
constexpr std::uint32_t kCaseSlots = 4;

template <Entity E>
IdOf<E> madeBy(const CommandId& id, std::uint32_t slot = 0) {
    return IdOf<E>(Uuid::derive(id.uuid(), entityInfo<E>.kind, slot));
}

template <Entity E>
QList<E> all(Reader& reader) {
    const auto rows = reader.list(Where<E>().limit(kEverything));
    if (!rows) qFatal("the server's rows cannot be read");
    return *rows;
}

class Recorder {
  public:
    explicit Recorder(Reader& reader) : m_reader(reader) {}

    ServerRecord record(const QList<History>& histories) {
        m_log = all<CommandRecord>(m_reader);
        for (const User& user : all<User>(m_reader)) {
            if (!user.name.isEmpty()) m_record.persons.insert(user.id.uuid());
        }
        takeRows();
        for (const CommandRecord& command : std::as_const(m_log)) takeCommand(command);
        takeStrays();
        takeCases();
        for (const History& history : histories) answer(history);
        return m_record;
    }

  private:
    void takeRows();
    void takeCommand(const CommandRecord& command);
    int effectsOf(const CommandRecord& command);
    void takeEdit(const CommandRecord& command);
    void takeStrays();
    void takeCases();
    void answer(const History& history);

    Reader& m_reader;
    QList<CommandRecord> m_log;
    QHash<PatientId, Patient> m_patients;
    QHash<VisitId, Visit> m_visits;
    QHash<CaseItemId, CaseItem> m_cases;
    QHash<VisitId, int> m_cancels;
    ServerRecord m_record;
};

void Recorder::takeRows() {
    for (const Patient& patient : all<Patient>(m_reader)) {
        m_patients.insert(patient.id, patient);
        m_record.numbers.append(QStringLiteral("mrn %1").arg(patient.mrn));
    }
    for (const Visit& visit : all<Visit>(m_reader)) {
        m_visits.insert(visit.id, visit);
        m_record.numbers.append(QStringLiteral("visit %1").arg(visit.registrationNumber));
    }
    for (const Ticket& ticket : all<Ticket>(m_reader)) {
        if (!ticket.number) continue;
        m_record.numbers.append(QStringLiteral("ticket %1 %2 %3")
                                    .arg(ticket.serviceDate.toString(Qt::ISODate), ticket.letter)
                                    .arg(*ticket.number));
    }
    for (const CaseItem& one : all<CaseItem>(m_reader)) m_cases.insert(one.id, one);
}

void Recorder::takeCommand(const CommandRecord& command) {
    LoggedCommand logged;
    logged.id = command.id;
    logged.device = command.deviceId.uuid();
    logged.seq = command.seq;
    const RequestEntry* entry = hospitalRequests().find(command.type);
    logged.request = entry ? QString::fromLatin1(entry->info.name) : QString::number(command.type);
    logged.actor = command.actorId.uuid();
    logged.error = command.error;
    if (const auto result = decode<CommandResult>(command.result)) logged.reply = result->reply;
    logged.effects = effectsOf(command);
    m_record.commands.append(logged);
    if (command.type == EditPatient::info.type && command.error == 0) takeEdit(command);
}

int Recorder::effectsOf(const CommandRecord& command) {
    if (command.type == RegisterPatient::info.type) {
        const auto found = m_patients.constFind(madeBy<Patient>(command.id));
        if (found == m_patients.cend()) return 0;
        const auto registered = decode<RegisterPatient>(command.payload);
        if (!registered) qFatal("a registered patient's command cannot be read");
        for (const Field* field : {&fieldOf<&Patient::address>(), &fieldOf<&Patient::phone>()}) {
            const QString key = found->id.toString() + QLatin1Char(' ') + QString::fromLatin1(field->name);
            m_record.first.insert(key, fieldBytes(*field, &registered->patient));
            m_record.last.insert(key, fieldBytes(*field, &*found));
        }
        if (found->nikContested) m_record.collided.insert(command.id);
        return 1;
    }
    if (command.type == RegisterVisit::info.type) {
        const VisitId id = madeBy<Visit>(command.id);
        if (m_visits.contains(id)) return 1;
        // Its patient or clinic is not known here: kept whole as a case.
        if (command.error != 0 || !m_cases.contains(madeBy<CaseItem>(command.id))) return 0;
        m_record.collided.insert(command.id);
        return 1;
    }
    if (command.type == CancelVisit::info.type && command.error == 0) {
        const auto cancel = decode<CancelVisit>(command.payload);
        const bool cancelled = cancel && m_visits.value(cancel->visitId).state == VisitState::Cancelled;
        return cancelled ? ++m_cancels[cancel->visitId] : 0;
    }
    return command.error == 0 ? 1 : 0;
}

void Recorder::takeEdit(const CommandRecord& command) {
    const auto edit = decode<EditPatient>(command.payload);
    if (!edit) qFatal("an edit cannot be read");
    for (const FieldChange& change : edit->changes) {
        for (const Field& field : fieldSpan<Patient>()) {
            if (field.tag != change.tag) continue;
            m_record.edits.append({command.id,
                                   edit->id.toString() + QLatin1Char(' ') + QString::fromLatin1(field.name),
                                   change.base, change.value});
        }
    }
}

/// Rows that no done command has made.
void Recorder::takeStrays() {
    QSet<Uuid> made;
    for (const CommandRecord& command : std::as_const(m_log)) {
        if (command.error != 0) continue;
        made.insert(madeBy<Patient>(command.id).uuid());
        made.insert(madeBy<Visit>(command.id).uuid());
    }
    for (const Patient& patient : std::as_const(m_patients)) {
        if (!made.contains(patient.id.uuid()))
            m_record.strays.append(QStringLiteral("patient ") + patient.id.toString());
    }
    for (const Visit& visit : std::as_const(m_visits)) {
        if (!made.contains(visit.id.uuid()))
            m_record.strays.append(QStringLiteral("visit ") + visit.id.toString());
    }
}

void Recorder::takeCases() {
    for (const CommandRecord& command : std::as_const(m_log)) {
        for (std::uint32_t slot = 0; slot < kCaseSlots; ++slot) {
            const auto found = m_cases.find(madeBy<CaseItem>(command.id, slot));
            if (found == m_cases.end()) continue;
            m_record.cases.append({found->raisedBy.uuid(), command.id});
            m_cases.erase(found);
        }
    }
    for (const CaseItem& one : std::as_const(m_cases)) {
        // Recorded against a rule, because its author had been told "saved": the case names the command.
        const CommandId despite(one.subject);
        const bool known = std::any_of(m_log.cbegin(), m_log.cend(), [&](const CommandRecord& command) {
            return command.id == despite && command.assured && command.error == 0;
        });
        m_record.cases.append({one.raisedBy.uuid(), known ? despite : CommandId()});
        if (known) m_record.collided.insert(despite);
    }
}

void Recorder::answer(const History& history) {
    Caller caller;
    caller.zone = Hospital().zone;
    for (auto it = history.view.cbegin(); it != history.view.cend(); ++it) {
        if (m_record.answers.contains(it.key())) continue;
        const qsizetype space = it.key().indexOf(' ');
        const qint64 type = it.key().left(space).toLongLong();
        const RequestEntry* entry = hospitalRequests().find(type);
        if (!entry || !entry->answer) qFatal("a view of an unknown question");
        const auto shown = entry->answer(m_reader, caller, it.key().mid(space + 1));
        m_record.answers.insert(it.key(), shown ? viewHash(type, shown->reply) : QByteArray());
    }
}

}  // namespace

ServerRecord readServer(const DatabaseConfig& database, const QList<History>& histories) {
    const SystemClock clock;
    SystemRandom random;
    DatabaseConfig config = database;
    config.readOnly = true;
    Store store(config, StoreForm::Server, {clock, random, nullptr});
    ServerRecord record;
    const Status read = store.read([&](Reader& reader) -> Status {
        record = Recorder(reader).record(histories);
        return {};
    });
    if (!read) qFatal("the server's database cannot be read: %s", qPrintable(read.error().detail));
    return record;
}

}  // namespace simrs::test
