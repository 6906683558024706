// SPDX-License-Identifier: GPL-3.0-or-later
// What is more than a command may hold is noted in parts.
#include "app/client/read_notes.h"

namespace simrs {
namespace {

constexpr int kGatherMs = 5'000;
constexpr int kReadsAtOnce = 100;

}  // namespace

ReadNotes::ReadNotes(std::function<void(const NoteReads&)> keep) : m_keep(std::move(keep)) {
    m_timer.setSingleShot(true);
    m_timer.setInterval(kGatherMs);
    connect(&m_timer, &QTimer::timeout, this, [this] { flush(); });
}

void ReadNotes::add(const SeenPatients& seen) {
    for (qsizetype from = 0; from < seen.patients.size(); from += limits::kListRows) {
        SeenPatients part = seen;
        part.patients = seen.patients.mid(from, limits::kListRows);
        m_patients += part.patients.size();
        m_notes.reads.append(part);
        if (m_notes.reads.size() >= kReadsAtOnce || m_patients >= limits::kListRows) flush();
    }
    if (!m_notes.reads.isEmpty() && !m_timer.isActive()) m_timer.start();
}

void ReadNotes::flush() {
    m_timer.stop();
    m_patients = 0;
    const NoteReads notes = std::exchange(m_notes, {});
    if (!notes.reads.isEmpty()) m_keep(notes);
}

}  // namespace simrs
