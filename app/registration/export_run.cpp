// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/export_run.h"

#include <QFileInfo>

#include "app/registration/export_row.h"
#include "app/registration/off_thread.h"

namespace simrs {
namespace {

/// A page of 500 from a busy server.
constexpr int kPageMs = 30'000;

}  // namespace

void ExportRun::start(const QString& path, const QString& reason) {
    if (isRunning()) return;
    m_path = path;
    m_reason = reason;
    m_last = {};
    m_count = 0;
    m_error = {ErrorCode::None, {}, {}};
    m_file = std::make_shared<CsvWriter>(path);
    ++m_run;
    m_state = State::Running;
    Q_EMIT changed();
    onFile([](CsvWriter& file) { return file.begin(exportHeader()); }, [this] { askNext(); });
}

void ExportRun::onFile(std::function<Status(CsvWriter&)> work, std::function<void()> then) {
    offThread(
        this, [file = m_file, work = std::move(work)] { return work(*file); },
        [this, run = m_run, then = std::move(then)](const Status& done) {
            if (run != m_run || !isRunning()) return;
            done ? then() : end(State::Failed, done.error());
        });
}

void ExportRun::askNext() {
    m_question = m_backend.ask(
        ExportPatients{m_last, limits::kExportRows}, this,
        [this](const Result<ExportPatients::Reply>& page) {
            if (m_state == State::Running) take(page);
        },
        kPageMs);
}

void ExportRun::take(const Result<ExportPatients::Reply>& page) {
    if (!page) return end(State::Failed, page.error());
    m_last = page->last;
    m_count += page->rows.size();
    Q_EMIT changed();
    onFile(
        [rows = page->rows](CsvWriter& file) -> Status {
            for (const ExportedPatient& row : rows) SIMRS_TRY(file.add(exportCells(row)));
            return {};
        },
        [this, more = page->more] { more ? askNext() : note(true); });
}

void ExportRun::note(bool whole) {
    if (whole) m_state = State::Noting;
    Q_EMIT changed();
    m_backend.submit(NoteExport{QFileInfo(m_path).fileName(), m_count, m_reason, whole}, this,
                     [this, whole, run = m_run](const Result<Done>& kept) {
                         if (whole && run == m_run)
                             noted(kept ? Status() : tl::unexpected<Error>(kept.error()));
                     });
}

/// Without an answer it waits in the outbox, and will be sent.
void ExportRun::noted(const Status& kept) {
    if (!kept && kept.error().code != ErrorCode::TimedOut) return end(State::Failed, kept.error());
    onFile([](CsvWriter& file) { return file.finish(); }, [this] { end(State::Done); });
}

/// What was read is known to the server; that no file came of it is noted too.
void ExportRun::stop() {
    if (m_state != State::Running) return;
    m_question.cancel();
    end(State::Stopped);
    if (m_count > 0) note(false);
}

void ExportRun::end(State state, const Error& error) {
    m_state = state;
    m_error = error;
    m_file.reset();
    Q_EMIT changed();
    Q_EMIT ended();
}

}  // namespace simrs
