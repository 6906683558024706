// SPDX-License-Identifier: GPL-3.0-or-later
// The script: mostly registering, some corrections of what others correct too, some late cancellations.
#include "tests/campaign/counter.h"

#include <algorithm>
#include <set>

#include "tests/campaign/view_hash.h"

namespace simrs::test {
namespace {

constexpr int kMostWaiting = 30;
constexpr int kMostOpen = 8;
constexpr int kListed = 40;
constexpr int kViewTries = 20;
constexpr int kCheckMs = 20;
constexpr int kRetryMs = 150;

QString fieldKey(const PatientId& id, const Field& field) {
    return id.toString() + QLatin1Char(' ') + QString::fromLatin1(field.name);
}

/// Numbers that this command has given, as they stand on the papers.
template <class C>
QStringList numbersOf(const typename C::Reply&) {
    return {};
}

template <>
QStringList numbersOf<RegisterPatient>(const PatientMade& made) {
    return {QStringLiteral("mrn %1").arg(made.mrn)};
}

template <>
QStringList numbersOf<RegisterVisit>(const VisitMade& made) {
    QStringList numbers{QStringLiteral("visit %1").arg(made.visit.registrationNumber)};
    const Ticket& ticket = made.ticket;
    if (!ticket.id.isNull() && ticket.number)
        numbers.append(QStringLiteral("ticket %1 %2 %3")
                           .arg(ticket.serviceDate.toString(Qt::ISODate), ticket.letter)
                           .arg(*ticket.number));
    return numbers;
}

}  // namespace

Counter::Counter(Config config)
    : m_config(std::move(config)),
      m_random(m_config.seed),
      m_history(m_config.history),
      m_backend(m_config.link) {
    m_act.setSingleShot(true);
    connect(&m_act, &QTimer::timeout, this, [this] { act(); });
    connect(&m_settle, &QTimer::timeout, this, [this] { settle(); });
    connect(&m_backend, &Backend::commandEnded, this, [this](const CommandOutcome& one) { ended(one); });
    connect(&m_backend, &Backend::sessionExpired, this, [this] { logIn(); });
    connect(&m_backend, &Backend::mastersChanged, this, [this] { ready(); });
    logIn();
}

void Counter::logIn() {
    m_backend.logIn(m_config.login, m_config.password, this, [this](const Result<SessionGrant>& grant) {
        if (grant) return ready();
        QTimer::singleShot(kRetryMs, this, [this] { logIn(); });
    });
}

void Counter::ready() {
    if (m_ready || !m_backend.session() || !m_backend.masters()) return;
    m_ready = true;
    ListVisits today;
    today.serviceDate = m_backend.today();
    today.limit = kListed;
    m_live = m_backend.subscribe(today, this, [this](const Result<VisitList>& list) {
        if (list) knowVisits(*list);
    });
    Q_EMIT said("ready");
    if (m_gapMs > 0) act();
}

void Counter::obey(const QByteArray& order) {
    const QList<QByteArray> words = order.trimmed().split(' ');
    if (words.first() == "work") {
        m_gapMs = words.value(1).toInt();
        m_settle.stop();
        if (m_ready) m_act.start(0);
    } else if (words.first() == "settle") {
        m_gapMs = 0;
        m_act.stop();
        m_history.settling();
        m_settleBeganMs = m_clock.monotonicMs();
        m_settleMostMs = words.value(1).toInt();
        m_settle.start(kCheckMs);
    } else if (words.first() == "view") {
        view(words.value(1) == "held");
    } else if (words.first() == "quit") {
        Q_EMIT quitting();
    }
}

// ---- acts
int Counter::waiting() const {
    const PendingList& pending = m_backend.pending();
    return static_cast<int>(std::count_if(pending.begin(), pending.end(), [](const PendingCommand& one) {
        return one.state != PendingState::Refused;
    }));
}

void Counter::act() {
    if (m_gapMs <= 0) return;
    m_act.start(1 + static_cast<int>(m_random.below(2 * static_cast<std::uint64_t>(m_gapMs))));
    if (waiting() >= kMostWaiting || m_open >= kMostOpen) return;
    const auto what = m_random.below(100);
    if (m_patients.empty() || what < 20) return registerPatient();
    if (what < 50) return registerVisit();
    if (what < 72) return editPatient();
    if (what < 82) return cancelVisit();
    readPatient(anyPatient());
}

QString Counter::ownText(const char* what) {
    // 40 random bits: no two counters, lives or runs ever write the same.
    return QStringLiteral("%1 %2%3").arg(QLatin1String(what), QString(QChar(u'A' + m_config.number % 26)),
                                         QString::number(m_random.next() & 0xff'ffff'ffffU, 36).toUpper());
}

Patient Counter::newPatient() {
    Patient patient;
    patient.name = QStringLiteral("Siti Uji%1").arg(m_random.below(1'000'000));
    patient.sapaan = Sapaan::Nyonya;
    patient.sex = Sex::Female;
    // Of different days: nobody is put before a person for looking like somebody else.
    patient.birthDate = QDate(1940, 1, 1).addDays(static_cast<qint64>(m_random.below(25'000)));
    if (chance(25)) {
        // One of a few: many are somebody else's already.
        patient.nik = QStringLiteral("327301520385%1").arg(1 + m_random.below(12), 4, 10, QLatin1Char('0'));
    } else {
        patient.noNikReason = NoNikReason::NotYetIssued;
    }
    patient.phone = QStringLiteral("08%1").arg(m_random.below(10'000'000'000), 10, 10, QLatin1Char('0'));
    patient.address = ownText("Jl. Melati");
    patient.motherName = QStringLiteral("Aminah");
    return patient;
}

template <CommandRequest C>
void Counter::submit(const C& command, Told draft, std::function<void(const typename C::Reply&)> then) {
    draft.id = m_backend.newCommandId();
    draft.request = QString::fromLatin1(C::info.name);
    if (!draft.field.isEmpty()) m_edits[draft.id] = draft;
    ++m_open;
    m_backend.submit(
        command, this,
        [this, draft, then = std::move(then)](const Result<typename C::Reply>& reply) {
            --m_open;
            Told told = draft;
            if (reply) {
                told.reply = encode(*reply);
                told.numbers = numbersOf<C>(*reply);
            } else {
                told.word = reply.error().code == ErrorCode::TimedOut ? Word::Saved : Word::Not;
                told.error = static_cast<int>(reply.error().code);
            }
            m_history.told(told);
            if (reply && then) then(*reply);
        },
        draft.id);
}

/// What nobody waited for any more. A refusal is told by the list of what was refused, not here.
void Counter::ended(const CommandOutcome& outcome) {
    if (!outcome.late || outcome.error) return;
    Told told;
    if (const auto edit = m_edits.find(outcome.id); edit != m_edits.end()) told = edit->second;
    told.id = outcome.id;
    told.request = outcome.request;
    told.reply = outcome.reply;
    if (outcome.request == QLatin1String(RegisterPatient::info.name)) {
        if (const auto made = outcome.as<RegisterPatient>()) {
            told.numbers = numbersOf<RegisterPatient>(*made);
            know(made->id);
        }
    } else if (outcome.request == QLatin1String(RegisterVisit::info.name)) {
        if (const auto made = outcome.as<RegisterVisit>()) told.numbers = numbersOf<RegisterVisit>(*made);
    }
    m_history.told(told);
}

void Counter::registerPatient() {
    RegisterPatient command;
    command.patient = newPatient();
    submit(command, {}, [this](const PatientMade& made) { know(made.id); });
}

void Counter::registerVisit() {
    const Masters* masters = m_backend.masters();
    RegisterVisit command;
    command.patientId = anyPatient();
    // A clinic that has a doctor, and a payer that asks for no card.
    const Doctor& doctor = masters->doctors[static_cast<qsizetype>(
        m_random.below(static_cast<std::uint64_t>(masters->doctors.size())))];
    command.doctorId = doctor.id;
    command.clinicId = doctor.clinicId;
    for (const Payer& payer : masters->payers) {
        if (!payer.needsCard) command.payerId = payer.id;
    }
    command.repeat = chance(90);
    submit(command, {});
}

/// Corrects what it has read, maybe a while ago and maybe with an own edit still under way.
void Counter::editPatient() {
    const PatientId id = anyPatient();
    const auto held = m_files.find(id);
    if (held == m_files.end()) return readPatient(id);
    Patient wanted = held->second;
    const bool address = chance(70);
    if (address) {
        wanted.address = ownText("Jl. Kenanga");
    } else {
        wanted.phone = QStringLiteral("08%1").arg(m_random.below(10'000'000'000), 10, 10, QLatin1Char('0'));
    }
    EditPatient command;
    command.id = id;
    command.changes = changesBetween(held->second, wanted);
    if (command.changes.size() != 1) return;
    Told draft;
    draft.field = fieldKey(id, address ? fieldOf<&Patient::address>() : fieldOf<&Patient::phone>());
    draft.value = command.changes.first().value;
    // Read again half of the time, so that some correct from what they saw last.
    if (chance(50)) {
        m_files.erase(held);
    } else {
        held->second = wanted;
    }
    submit(command, draft);
}

void Counter::cancelVisit() {
    if (m_visits.empty()) return;
    const VisitLine& line = m_visits[m_random.below(m_visits.size())];
    CancelVisit command;
    command.visitId = line.visit.id;
    command.ticketId = line.ticket.id;
    command.reason = QStringLiteral("Pasien pulang");
    submit(command, {});
}

void Counter::readPatient(const PatientId& id) {
    ++m_open;
    const qint64 question = m_history.asked();
    m_backend.ask(
        GetPatient{id}, this,
        [this, id, question](const Result<PatientFile>& file) {
            --m_open;
            if (!file) return;
            const Patient& patient = file->patient;
            for (const Field* field : {&fieldOf<&Patient::address>(), &fieldOf<&Patient::phone>()})
                m_history.seen(question, fieldKey(id, *field), fieldBytes(*field, &patient),
                               m_backend.status().fromCache);
            m_files[id] = patient;
        },
        2'000);
}

// ---- what it knows
void Counter::knowVisits(const VisitList& list) {
    m_visits.assign(list.lines.begin(), list.lines.end());
    for (const VisitLine& line : m_visits) know(line.visit.patientId);
}

void Counter::know(const PatientId& id) {
    if (std::find(m_patients.begin(), m_patients.end(), id) == m_patients.end()) m_patients.push_back(id);
}

/// Of the newest, so that counters meet at the same ones.
PatientId Counter::anyPatient() {
    if (m_patients.empty()) return {};
    constexpr std::size_t kNewest = 12;
    const std::size_t from = m_patients.size() > kNewest ? m_patients.size() - kNewest : 0;
    return m_patients[from + m_random.below(m_patients.size() - from)];
}

// ---- coming to rest
void Counter::settle() {
    const std::int64_t passed = m_clock.monotonicMs() - m_settleBeganMs;
    const bool rests = m_ready && m_open == 0 && waiting() == 0 &&
                       m_backend.status().state == OnlineState::Online && m_backend.status().waiting == 0;
    if (!rests && passed < m_settleMostMs) return;
    m_settle.stop();
    if (!rests) sayWhy();
    m_history.left(m_backend.pending());
    if (rests) m_history.settled(passed);
    Q_EMIT said(rests ? "settled" : "stuck");
}

/// For whoever looks for the reason.
void Counter::sayWhy() const {
    const ConnectionStatus& status = m_backend.status();
    const auto words = [](const std::optional<Error>& error) {
        return error ? errorName(error->code) + QLatin1Char(' ') + error->args.join(QLatin1Char('/'))
                     : QStringLiteral("none");
    };
    qWarning("counter %d is stuck: state %d, ready %d, session %d, open %d, waiting %d, error %s, outbox %s",
             m_config.number, static_cast<int>(status.state), m_ready, m_backend.session() != nullptr, m_open,
             waiting(), qPrintable(words(status.error)), qPrintable(words(status.outboxError)));
}

void Counter::view(bool held) {
    m_questions.clear();
    m_viewTries = 0;
    m_viewHeld = held;
    ListVisits today;
    today.serviceDate = m_backend.today();
    today.limit = limits::kListRows;
    m_questions.emplace_back(ListVisits::info.type, encode(today));
    // A computer holds the patients of its units' visits; others it need not know.
    std::set<PatientId> shown;
    for (const VisitLine& line : m_visits) shown.insert(line.visit.patientId);
    const std::size_t from = m_patients.size() > kListed && !held ? m_patients.size() - kListed : 0;
    for (std::size_t i = from; i < m_patients.size(); ++i) {
        if (!held || shown.count(m_patients[i]) > 0)
            m_questions.emplace_back(GetPatient::info.type, encode(GetPatient{m_patients[i]}));
    }
    viewNext();
}

/// One question after the other. Online each is asked again until it is answered.
void Counter::viewNext() {
    const bool cut = m_backend.status().state != OnlineState::Online;
    if (m_viewHeld && !cut) return QTimer::singleShot(kCheckMs, this, [this] { viewNext(); });
    if (m_questions.empty() || m_viewTries > kViewTries) {
        Q_EMIT said("viewed");
        return;
    }
    const auto [type, payload] = m_questions.back();
    const auto take = [this, type = type, payload = payload](const auto& answer) {
        if (answer || m_viewHeld) {
            m_history.viewed((m_viewHeld ? kHeldView : QByteArray()) + questionOf(type, payload),
                             answer ? viewHash(type, encode(*answer)) : QByteArray("no answer"));
            m_questions.pop_back();
        } else {
            ++m_viewTries;
        }
        QTimer::singleShot(answer ? 0 : kRetryMs, this, [this] { viewNext(); });
    };
    if (type == ListVisits::info.type) {
        m_backend.ask(
            *decode<ListVisits>(payload), this, [take](const Result<VisitList>& r) { take(r); }, 3'000);
    } else {
        m_backend.ask(
            *decode<GetPatient>(payload), this, [take](const Result<PatientFile>& r) { take(r); }, 3'000);
    }
}

}  // namespace simrs::test
