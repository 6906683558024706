// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/import_run.h"

#include <QFileInfo>
#include <algorithm>

#include "app/registration/import_columns.h"
#include "app/registration/off_thread.h"
#include "common/registration/transfer_requests.h"

namespace simrs {
namespace {

constexpr int kAgainMs = 500;

/// The server names the field first where it names one.
QString columnOf(const Error& error) {
    const QString named = error.args.value(0);
    const QList<ImportColumn>& columns = importColumns();
    const bool known = std::any_of(columns.begin(), columns.end(),
                                   [&](const ImportColumn& column) { return column.key == named; });
    return known ? named : QString();
}

}  // namespace

ImportRun::ImportRun(Backend& backend, QObject* parent) : QObject(parent), m_backend(backend) {
    connect(&backend, &Backend::commandEnded, this, [this](const CommandOutcome& outcome) {
        if (outcome.late && !m_sent.isNull() && outcome.id == m_sent) answered(outcome.as<ImportPatients>());
    });
    // Not at the very moment of the connection: others waited as well.
    m_again.setInterval(kAgainMs);
    m_again.setSingleShot(true);
    connect(&backend, &Backend::statusChanged, this, [this] {
        if (m_awaitsConnection) m_again.start();
    });
    connect(&m_again, &QTimer::timeout, this, [this] {
        if (m_awaitsConnection && m_backend.status().state == OnlineState::Online) send();
    });
}

void ImportRun::start(const ImportList& list, const QStringList& keys) {
    if (isRunning()) return;
    m_list = list;
    m_keys = keys;
    m_reader.reset();
    m_piece = {QFileInfo(list.path).fileName().right(limits::kFileNameChars), {}};
    m_sent = {};
    m_awaitsConnection = m_lastPiece = false;
    m_bytesRead = m_bytesDone = 0;
    m_error = {ErrorCode::None, {}, {}};
    m_counts = {};
    m_refused.clear();
    m_leftOut.clear();
    m_since.start();
    ++m_run;
    enter(State::Running);
    offThread(
        this, [list, keys, today = m_backend.today()] { return ImportReader::open(list, keys, today); },
        [this, run = m_run](Result<ImportReader> reader) {
            if (run == m_run && isRunning()) opened(std::move(reader));
        });
}

void ImportRun::opened(Result<ImportReader> reader) {
    if (!reader) return fail(reader.error());
    m_reader = std::make_shared<ImportReader>(std::move(*reader));
    readOn();
}

void ImportRun::readOn() {
    offThread(
        this, [reader = m_reader] { return reader->next(limits::kImportPiece); },
        [this, run = m_run](const ImportPiece& piece) {
            if (run == m_run && isRunning()) take(piece);
        });
}

void ImportRun::take(const ImportPiece& piece) {
    m_piece.rows.clear();
    m_dropped.clear();
    m_bytesRead = piece.bytesRead;
    m_lastPiece = piece.ended;
    for (const ImportLine& line : piece.lines) {
        ++m_counts.rows;
        if (!line.row.wrong.isEmpty()) {
            refuse(line.line, line.row.wrong);
            continue;
        }
        m_piece.rows.append({line.line, line.row.number, line.row.patient, line.row.details});
        if (!line.row.dropped.isEmpty()) m_dropped.insert(line.line, line.row.dropped);
    }
    m_piece.rows.isEmpty() ? goOn() : send();
}

void ImportRun::send() {
    m_awaitsConnection = false;
    enter(State::Running);
    m_sent = m_backend.newCommandId();
    m_backend.submit(
        m_piece, this,
        [this, id = m_sent](const Result<ImportPatients::Reply>& reply) {
            if (id == m_sent) answered(reply);
        },
        m_sent);
}

void ImportRun::answered(const Result<ImportPatients::Reply>& reply) {
    const ErrorCode code = reply ? ErrorCode::None : reply.error().code;
    // It is on its way; its end comes later by itself.
    if (code == ErrorCode::TimedOut) {
        if (isRunning()) enter(State::Waiting);
        return;
    }
    m_sent = {};
    if (reply) {
        count(*reply);
        if (isRunning()) return goOn();
        return Q_EMIT changed();
    }
    if (!isRunning()) return;
    if (code != ErrorCode::NotConnected) return fail(reply.error());
    m_awaitsConnection = true;
    enter(State::Waiting);
    m_again.start();
}

void ImportRun::count(const ImportPatients::Reply& reply) {
    for (const ImportedRow& row : reply.rows) {
        const Error error{errorFromNumber(static_cast<int>(row.error)), row.args, {}};
        if (row.fate == ImportFate::Refused) {
            refuse(row.line, {{columnOf(error), {}, error}});
            continue;
        }
        ++m_counts.fates.at(static_cast<std::size_t>(row.fate));
        // Of somebody who is known nothing is taken, and nothing left out.
        if (row.fate != ImportFate::Made) continue;
        for (const ImportProblem& problem : m_dropped.value(row.line)) leaveOut(row.line, problem);
        if (row.error != 0) leaveOut(row.line, {QStringLiteral("nik"), {}, error});
    }
}

void ImportRun::leaveOut(qint64 line, const ImportProblem& problem) {
    m_leftOut.append({line, problem});
    ++m_counts.leftOut;
}

void ImportRun::refuse(qint64 line, const QList<ImportProblem>& problems) {
    ++m_counts.fates[static_cast<std::size_t>(ImportFate::Refused)];
    for (const ImportProblem& problem : problems) m_refused.append({line, problem});
}

void ImportRun::goOn() {
    m_bytesDone = m_bytesRead;
    if (!m_lastPiece) {
        enter(State::Running);
        return readOn();
    }
    enter(State::Done);
    Q_EMIT ended();
}

void ImportRun::stop() {
    if (!isRunning()) return;
    // What has not left this computer need not leave it any more.
    if (!m_sent.isNull()) m_backend.withdraw(m_sent, this, [](const Status&) {});
    m_awaitsConnection = false;
    enter(State::Stopped);
    Q_EMIT ended();
}

void ImportRun::enter(State state) {
    m_state = state;
    Q_EMIT changed();
}

void ImportRun::fail(const Error& error) {
    m_error = error;
    enter(State::Failed);
    Q_EMIT ended();
}

double ImportRun::share() const {
    if (m_state == State::Done) return 1;
    return m_list.bytes > 0 ? static_cast<double>(m_bytesDone) / static_cast<double>(m_list.bytes) : 0;
}

qint64 ImportRun::secondsLeft() const {
    constexpr double kFirstShare = 0.01;
    if (!isRunning() || share() < kFirstShare) return 0;
    return static_cast<qint64>(static_cast<double>(m_since.elapsed()) / 1000 * (1 - share()) / share());
}

}  // namespace simrs
