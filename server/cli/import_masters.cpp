// SPDX-License-Identifier: GPL-3.0-or-later
// A hospital's own clinics, doctors, payers, wards and other lists from CSV files: all or nothing. Rows are
// found by their code; those that no file names stay as they are.
#include <QCryptographicHash>
#include <QFileInfo>

#include "common/core/number_block.h"
#include "common/registration/visit.h"
#include "server/cli/opened_store.h"
#include "server/demo/seed_files.h"

namespace simrs {
namespace {

template <Entity E>
QHash<QString, IdOf<E>> idsByCode(WishTx& tx) {
    QHash<QString, IdOf<E>> ids;
    for (const E& row : tx.list(Where<E>()).value_or(QList<E>())) ids.insert(row.code, row.id);
    return ids;
}

template <Entity E>
void save(WishTx& tx, E row, const QHash<QString, IdOf<E>>& held,
          const std::function<void(E& fresh, const E& stored)>& keep = {}) {
    const auto found = held.constFind(row.code);
    if (found == held.constEnd()) return tx.insert(row);
    row.id = *found;
    tx.patch<E>(row.id, [&](E& stored) {
        if (keep) keep(row, stored);
        stored = row;
    });
}

template <Entity E>
void saveList(WishTx& tx, const QList<E>& rows) {
    const auto held = idsByCode<E>(tx);
    for (const E& row : rows) save(tx, row, held);
}

template <Entity E>
void saveList(WishTx& tx, const QList<SeedInUnit<E>>& rows,
              const std::function<void(E& fresh, const E& stored)>& keep = {}) {
    const auto held = idsByCode<E>(tx);
    for (const SeedInUnit<E>& seed : rows) save(tx, seed.row, held, keep);
}

/// What a file has no column for stays as it is.
void keepMapping(Clinic& fresh, const Clinic& stored) {
    fresh.reportRow = stored.reportRow;
    fresh.satusehatLocation = stored.satusehatLocation;
}
void keepLicences(Doctor& fresh, const Doctor& stored) {
    fresh.nik = stored.nik;
    fresh.licence = stored.licence;
    fresh.licenceUntil = stored.licenceUntil;
    fresh.registerUntil = stored.registerUntil;
    fresh.hfisCode = stored.hfisCode;
    fresh.leadsStays = stored.leadsStays;
}

/// Where rows name clinics and wards: the file of these, and what the database holds.
class Units {
  public:
    Units(WishTx& tx, const SeedMasters& masters) {
        for (const Clinic& row : tx.list(Where<Clinic>()).value_or(QList<Clinic>()))
            m_held.insert(row.code, row);
        for (const Clinic& row : masters.clinics) m_coming.insert(row.code, row.kind);
        for (const Clinic& row : masters.wards) m_coming.insert(row.code, row.kind);
    }

    /// Gives rows the ids of units that were already there under another id; names those that are nowhere.
    template <class E>
    void place(QList<SeedInUnit<E>>& rows, const char* column, const QString& path,
               QList<SeedProblem>& problems) const {
        constexpr bool inWard = std::is_same_v<E, Bed>;
        for (SeedInUnit<E>& seed : rows) {
            if (seed.clinicCode.isEmpty()) continue;
            const auto held = m_held.constFind(seed.clinicCode);
            if (held != m_held.constEnd()) seed.row.clinicId = held->id;
            const auto kind = kindOf(seed.clinicCode);
            if (kind && (!inWard || *kind == ClinicKind::Ward)) continue;
            problems.append({QFileInfo(path).fileName(), seed.line, QString::fromLatin1(column),
                             inWard ? ErrorCode::WardUnknown : ErrorCode::ClinicUnknown});
        }
    }
    /// A clinic does not become a ward, nor a ward a clinic: visits and beds belong to it as what it is.
    bool changesKind(const Clinic& row) const {
        const auto held = m_held.constFind(row.code);
        return held != m_held.constEnd() &&
               (held->kind == ClinicKind::Ward) != (row.kind == ClinicKind::Ward);
    }

  private:
    std::optional<ClinicKind> kindOf(const QString& code) const {
        if (m_coming.contains(code)) return m_coming.value(code);
        const auto held = m_held.constFind(code);
        return held == m_held.constEnd() ? std::nullopt : std::optional(held->kind);
    }
    QHash<QString, Clinic> m_held;
    QHash<QString, ClinicKind> m_coming;
};

void findUnits(WishTx& tx, SeedMasters& masters, const MasterFiles& files, QList<SeedProblem>& problems) {
    const Units units(tx, masters);
    for (const auto& [rows, path] :
         {std::pair(masters.clinics, files.clinics), {masters.wards, files.wards}}) {
        for (const Clinic& row : rows)
            if (units.changesKind(row))
                problems.append(
                    {QFileInfo(path).fileName(), 0, QStringLiteral("code"), ErrorCode::CodeTaken});
    }
    units.place(masters.doctors, "clinic_code", files.doctors, problems);
    units.place(masters.beds, "ward_code", files.beds, problems);
    units.place(masters.staff, "unit_code", files.staff, problems);
}

void saveAll(WishTx& tx, const SeedMasters& masters) {
    if (masters.hospital) {
        if (!tx.patch<Hospital>(hospitalId(), [&](Hospital& row) { row = *masters.hospital; }))
            tx.insert(*masters.hospital);
    }
    const auto clinics = idsByCode<Clinic>(tx);
    for (const Clinic& clinic : masters.clinics)
        save<Clinic>(tx, clinic, clinics, masters.clinicsMapped ? nullptr : keepMapping);
    for (const Clinic& ward : masters.wards) save(tx, ward, clinics);
    saveList<Doctor>(tx, masters.doctors, masters.doctorsLicensed ? nullptr : keepLicences);
    saveList(tx, masters.payers);
    saveList<Bed>(tx, masters.beds);
    saveList<Staff>(tx, masters.staff);
    saveList(tx, masters.facilities);
    saveList(tx, masters.holidays);
    saveList(tx, masters.services);
}

/// Letters of one file, of several, and of what was there before must not meet. Asked when all rows are
/// saved.
void findLetters(WishTx& tx, const SeedMasters& masters, const MasterFiles& files,
                 QList<SeedProblem>& problems) {
    const QList<Clinic> clinics = tx.list(Where<Clinic>()).value_or(QList<Clinic>());
    const QList<Doctor> doctors = tx.list(Where<Doctor>()).value_or(QList<Doctor>());
    const QList<CounterService> services = tx.list(Where<CounterService>()).value_or(QList<CounterService>());
    const QStringList called = ticketLetters(clinics, doctors);
    const auto taken = [&](const QString& path, int line) {
        problems.append({QFileInfo(path).fileName(), line, QStringLiteral("letter"), ErrorCode::LetterTaken});
    };
    const auto ask = [&](const auto& saved, const QString& path, const QString& code, int line) {
        for (const auto& row : saved)
            if (row.code == code && !checkLetterFree(row, clinics, doctors)) taken(path, line);
    };
    for (qsizetype i = 0; i < masters.clinics.size(); ++i)
        ask(clinics, files.clinics, masters.clinics[i].code, masters.clinicLines[i]);
    for (const SeedDoctor& doctor : masters.doctors)
        ask(doctors, files.doctors, doctor.row.code, doctor.line);
    // A letter of the counter that a clinic has is told of once, by the file that was read.
    for (const CounterService& service : services) {
        if (!service.active || !called.contains(service.letter)) continue;
        qsizetype at = 0;
        while (at < masters.services.size() && masters.services[at].code != service.code) ++at;
        if (at < masters.services.size())
            taken(files.services, masters.serviceLines[at]);
        else
            taken(files.clinics.isEmpty() ? files.doctors : files.clinics, 0);
    }
}

Exit problemsExit(const QList<SeedProblem>& problems) {
    QStringList lines;
    ExitCode code = ExitCode::Failure;
    for (const SeedProblem& problem : problems) {
        QString line = problem.file;
        if (problem.line > 0) line += QStringLiteral(" line %1").arg(problem.line);
        if (!problem.column.isEmpty()) line += QStringLiteral(", ") + problem.column;
        lines.append(line + QStringLiteral(": ") + errorWords(problem.code));
        if (problem.code == ErrorCode::FileUnreadable && problem.line == 0) code = ExitCode::NoInput;
    }
    lines.append(QStringLiteral("nothing was imported"));
    return {code, lines.join(QLatin1Char('\n'))};
}

QString filesNote(const MasterFiles& files) {
    QStringList notes;
    for (const QString& path : files.named()) {
        const Outcome<QByteArray> text = Terminal::wholeFile(path);
        const QByteArray hash =
            QCryptographicHash::hash(text.value_or(QByteArray()), QCryptographicHash::Sha256);
        notes.append(QFileInfo(path).fileName() + QStringLiteral(" sha256 ") +
                     QString::fromLatin1(hash.toHex()));
    }
    return notes.join(QStringLiteral(", "));
}

/// A hospital goes on from its last numbers: blocks begin behind them. Counters are never set back.
Status startNumbers(Store& store, const WriteContext& context, const SeedMasters& masters) {
    if (!masters.hospital) return {};
    return store.load(context, [&](BulkLoader& loader) -> Status {
        const auto skip = [&](NumberKind kind, qint64 first) {
            const qint64 blocks = (first - 1 + blockSize(kind) - 1) / blockSize(kind);
            if (blocks > 0) loader.setCounter(numberCounter(kind), blocks);
        };
        skip(NumberKind::MedicalRecord, masters.hospital->mrnStart);
        skip(NumberKind::Registration, masters.registrationStart);
        return {};
    });
}

QString countsOf(const SeedMasters& masters) {
    QStringList counts;
    const auto count = [&](qsizetype rows, const char* what, bool always = false) {
        if (rows > 0 || always) counts.append(QStringLiteral("%1 %2").arg(rows).arg(QLatin1String(what)));
    };
    count(masters.clinics.size(), "clinics", true);
    count(masters.doctors.size(), "doctors", true);
    count(masters.payers.size(), "payers", true);
    count(masters.wards.size(), "wards");
    count(masters.beds.size(), "beds");
    count(masters.staff.size(), "staff");
    count(masters.facilities.size(), "facilities");
    count(masters.holidays.size(), "holidays");
    count(masters.services.size(), "services of the counter");
    if (masters.hospital) counts.append(QStringLiteral("the hospital"));
    return counts.join(QStringLiteral(", "));
}

}  // namespace

Outcome<void> importMasters(const CliCall& call) {
    const MasterFiles files{call.line.value("hospital"), call.line.value("clinics"),
                            call.line.value("doctors"),  call.line.value("payers"),
                            call.line.value("wards"),    call.line.value("beds"),
                            call.line.value("staff"),    call.line.value("facilities"),
                            call.line.value("holidays"), call.line.value("counter-services")};
    if (files.named().isEmpty())
        return leave(
            ExitCode::Usage,
            QStringLiteral("name at least one file: --hospital, --clinics, --doctors, --payers, --wards, "
                           "--beds, --staff, --facilities, --holidays, --counter-services"));
    QList<SeedProblem> problems;
    SeedMasters masters = readMasters(files, problems);
    if (!problems.isEmpty()) return tl::unexpected(problemsExit(problems));
    const auto opened = openStore(call, StoreUse::MayCreate);
    if (!opened) return tl::unexpected(opened.error());
    Store& store = (*opened)->store;
    const WriteContext context = writeContext(call, QStringLiteral("import_masters"), filesNote(files));
    const auto written = store.write(context, [&](WishTx& tx) -> Status {
        problems.clear();
        findUnits(tx, masters, files, problems);
        if (!problems.isEmpty()) return fail(ErrorCode::ClinicUnknown);
        saveAll(tx, masters);
        findLetters(tx, masters, files, problems);
        return problems.isEmpty() ? Status() : Status(fail(ErrorCode::LetterTaken));
    });
    if (!problems.isEmpty()) return tl::unexpected(problemsExit(problems));
    if (!written) return leave(written.error());
    if (const Status started = startNumbers(store, context, masters); !started) return leave(started.error());
    call.services.terminal.say(QStringLiteral("imported: ") + countsOf(masters));
    return {};
}

}  // namespace simrs
