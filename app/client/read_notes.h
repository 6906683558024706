// SPDX-License-Identifier: GPL-3.0-or-later
// Gathers what was seen without the server, so that not every look at a page is a command of its own.
#pragma once

#include <QTimer>
#include <functional>

#include "common/core/note_reads.h"

namespace simrs {

class ReadNotes final : public QObject {
  public:
    /// `keep` is given them some seconds after the first, or when they are many; a crash before loses them.
    explicit ReadNotes(std::function<void(const NoteReads&)> keep);

    void add(const SeenPatients& seen);
    /// Now. Nothing where there are none.
    void flush();

  private:
    std::function<void(const NoteReads&)> m_keep;
    NoteReads m_notes;
    qsizetype m_patients = 0;
    QTimer m_timer;
};

}  // namespace simrs
