// SPDX-License-Identifier: GPL-3.0-or-later
// A visit in words: its times and flags, what it lacks, what a clerk should know before he saves. In the
// language of the screen.
#pragma once

#include "app/kit/chip.h"
#include "app/kit/entity_field.h"
#include "app/registration/master_names.h"
#include "common/registration/stay_requests.h"

namespace simrs {

QString newnessWord(Newness newness);
/// Of a stored number of a field of one of a few: "3" of "stay.given" → "Class 3"; "–" for the first.
QString choiceWord(const char* table, const char* field, int value);
QString careClassWord(CareClass careClass);
QString dischargeWord(Discharge discharge);
/// "SEP to follow", "payer undetermined".
ChipText lackChip(VisitLack lack);
/// What the warning says and what may be done about it.
QString warningWords(VisitWarning warning, const VisitDetails& details);
/// The names for the ids in a visit's details.
References visitReferences(const Masters& masters);
QString bedWord(const Masters& masters, const BedId& id);
/// "Cempaka · Kamar 1, bed 1 · Class 2 · dr. …".
QString stayLine(const Stay& stay, const MasterNames& names);
/// Where the visit stood before a change: "until 10:42 Poli Saraf · dr. … · A-012".
QString changeLine(const VisitChange& change, const MasterNames& names);

}  // namespace simrs
