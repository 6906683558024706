// SPDX-License-Identifier: GPL-3.0-or-later
// The words of the registration desk for what is stored as numbers: sexes, sessions, states, why a patient
// was found. In the language of the screen.
#pragma once

#include <QString>

#include "app/kit/chip.h"
#include "common/registration/requests.h"

namespace simrs {

QString sexWord(Sex sex);
/// "L" or "P" where columns are narrow; the word where neither is true.
QString sexLetter(Sex sex);
QString sapaanWord(Sapaan sapaan);
QString noNikWord(NoNikReason reason);
QString allergyWord(AllergyState state);
QString visitTypeWord(VisitType type);
QString arrivalWord(Arrival arrival);
QString sessionWord(PracticeSession session);
ChipText visitChip(VisitState state);
/// "name sounds alike", "birth year".
QString matchWord(MatchReason reason);
/// All reasons of a hit in one line: "name · birth year".
QString matchWords(const QList<MatchReason>& reasons);
/// "same birth date", "other sex".
QString evidenceWord(SameEvidence evidence);
/// What speaks for one person and what against, in one line.
QString evidenceWords(const QList<SameEvidence>& evidence);
/// A doubt about typed identity data, as a hint: nothing is refused.
QString warningWords(const Warning& warning);

}  // namespace simrs
