// SPDX-License-Identifier: GPL-3.0-or-later
// What is written down of a patient nobody knows: the name that stands in, the age that was guessed.
#pragma once

#include "common/registration/requests.h"

namespace simrs {

struct Stranger {
    Sex sex = Sex::Unknown;
    AgeBand band = AgeBand::NotAsked;
    QString place;
    Instant at;
};

/// "18 to 40 years".
QString ageBandWord(AgeBand band);
/// The middle of a band, in years; a guess, and marked as one.
int guessedYears(AgeBand band);
/// Tn. X or Ny. X with where or when he was found, so that two of them can be told apart; without a NIK.
/// `time` as it is read in the hospital's zone.
RegisterPatient strangerFile(const Stranger& stranger, QDate today, const QString& time);
/// Another one with the same name: "X2 (05-05 10.24)" for the second.
QString nthStranger(const QString& name, int nth);
/// The last time it was that minute since midnight: 23:50 said at 00:20 was yesterday's.
Instant lastMinute(const QString& zone, Instant now, int minute);
/// The payer "not determined yet"; where the hospital has none, the first who pays himself.
PayerId undeterminedPayer(const Masters& masters);

}  // namespace simrs
