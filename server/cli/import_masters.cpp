// SPDX-License-Identifier: GPL-3.0-or-later
// A hospital's own clinics, doctors and payers from CSV files: all or nothing. Rows are found by their code;
// those that no file names stay as they are.
#include <QCryptographicHash>
#include <QFileInfo>

#include "common/core/number_block.h"
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
void save(WishTx& tx, E row, const QHash<QString, IdOf<E>>& held) {
    const auto found = held.constFind(row.code);
    if (found == held.constEnd()) return tx.insert(row);
    row.id = *found;
    tx.patch<E>(row.id, [&](E& stored) { stored = row; });
}

/// Gives doctors the ids of clinics that were already there under another id; names those that are nowhere.
void findClinics(SeedMasters& masters, const QHash<QString, ClinicId>& held, const QString& file,
                 QList<SeedProblem>& problems) {
    QSet<QString> known;
    for (const Clinic& clinic : masters.clinics) known.insert(clinic.code);
    for (SeedDoctor& doctor : masters.doctors) {
        if (doctor.clinicCode.isEmpty()) continue;
        if (held.contains(doctor.clinicCode))
            doctor.row.clinicId = held.value(doctor.clinicCode);
        else if (!known.contains(doctor.clinicCode))
            problems.append({file, doctor.line, QStringLiteral("clinic_code"), ErrorCode::ClinicUnknown});
    }
}

void saveAll(WishTx& tx, const SeedMasters& masters) {
    if (masters.hospital) {
        if (!tx.patch<Hospital>(hospitalId(), [&](Hospital& row) { row = *masters.hospital; }))
            tx.insert(*masters.hospital);
    }
    const auto clinics = idsByCode<Clinic>(tx);
    for (const Clinic& clinic : masters.clinics) save(tx, clinic, clinics);
    const auto doctors = idsByCode<Doctor>(tx);
    for (const SeedDoctor& doctor : masters.doctors) save(tx, doctor.row, doctors);
    const auto payers = idsByCode<Payer>(tx);
    for (const Payer& payer : masters.payers) save(tx, payer, payers);
}

/// Letters of one file, of both, and of what was there before must not meet. Asked when all rows are saved.
void findLetters(WishTx& tx, const SeedMasters& masters, const MasterFiles& files,
                 QList<SeedProblem>& problems) {
    const QList<Clinic> clinics = tx.list(Where<Clinic>()).value_or(QList<Clinic>());
    const QList<Doctor> doctors = tx.list(Where<Doctor>()).value_or(QList<Doctor>());
    const auto ask = [&](const auto& saved, const QString& path, const QString& code, int line) {
        for (const auto& row : saved) {
            if (row.code == code && !checkLetterFree(row, clinics, doctors))
                problems.append(
                    {QFileInfo(path).fileName(), line, QStringLiteral("letter"), ErrorCode::LetterTaken});
        }
    };
    for (qsizetype i = 0; i < masters.clinics.size(); ++i)
        ask(clinics, files.clinics, masters.clinics[i].code, masters.clinicLines[i]);
    for (const SeedDoctor& doctor : masters.doctors)
        ask(doctors, files.doctors, doctor.row.code, doctor.line);
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
    for (const QString& path : {files.hospital, files.clinics, files.doctors, files.payers}) {
        if (path.isEmpty()) continue;
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

}  // namespace

Outcome<void> importMasters(const CliCall& call) {
    const MasterFiles files{call.line.value("hospital"), call.line.value("clinics"),
                            call.line.value("doctors"), call.line.value("payers")};
    if (files.hospital.isEmpty() && files.clinics.isEmpty() && files.doctors.isEmpty() &&
        files.payers.isEmpty())
        return leave(ExitCode::Usage,
                     QStringLiteral("name at least one file: --hospital, --clinics, --doctors, --payers"));
    QList<SeedProblem> problems;
    SeedMasters masters = readMasters(files, problems);
    if (!problems.isEmpty()) return tl::unexpected(problemsExit(problems));
    const auto opened = openStore(call, StoreUse::MayCreate);
    if (!opened) return tl::unexpected(opened.error());
    Store& store = (*opened)->store;
    const WriteContext context = writeContext(call, QStringLiteral("import_masters"), filesNote(files));
    const auto written = store.write(context, [&](WishTx& tx) -> Status {
        problems.clear();
        findClinics(masters, idsByCode<Clinic>(tx), QFileInfo(files.doctors).fileName(), problems);
        if (!problems.isEmpty()) return fail(ErrorCode::ClinicUnknown);
        saveAll(tx, masters);
        findLetters(tx, masters, files, problems);
        return problems.isEmpty() ? Status() : Status(fail(ErrorCode::LetterTaken));
    });
    if (!problems.isEmpty()) return tl::unexpected(problemsExit(problems));
    if (!written) return leave(written.error());
    if (const Status started = startNumbers(store, context, masters); !started) return leave(started.error());
    call.services.terminal.say(QStringLiteral("imported: %1 clinics, %2 doctors, %3 payers%4")
                                   .arg(masters.clinics.size())
                                   .arg(masters.doctors.size())
                                   .arg(masters.payers.size())
                                   .arg(masters.hospital ? QStringLiteral(", the hospital") : QString()));
    return {};
}

}  // namespace simrs
