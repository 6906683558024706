// SPDX-License-Identifier: GPL-3.0-or-later
// Where somebody lives, as a search finds it: "siti sukamaju" means one of many Siti by her village.
#pragma once

#include "common/registration/patient_details.h"
#include "common/registration/search_text.h"

namespace simrs {

/// What is stored beside the domicile and searched: the words of village and district, or of all that was
/// typed by hand.
QString placeWords(const PatientDetails& details);
/// The village of the domicile, for people to read; empty where none is known.
QString villageOf(const PatientDetails& details);

/// A reading of what was typed: the last words are where somebody lives.
struct PlaceReading {
    PatientQuery person;  ///< What is left.
    QList<QStringList> place;
};
/// The likeliest first; "desa", "kel." or "kec." between the words leaves one. Never without anything but a
/// place: a village alone has too many people.
QList<PlaceReading> placeReadings(const PatientQuery& query);

}  // namespace simrs
