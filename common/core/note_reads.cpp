// SPDX-License-Identifier: GPL-3.0-or-later
// The command's own audit row comes besides, where a row changes; here none does.
#include "common/core/note_reads.h"

namespace simrs {

void NoteReads::apply(FactTx& tx, const CommandContext& context, const NoteReads& command) {
    for (const SeenPatients& seen : command.reads)
        tx.noteRead({seen.request, seen.user.uuid(), context.device.uuid(), seen.at, seen.patients});
}

}  // namespace simrs
