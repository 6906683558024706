// SPDX-License-Identifier: GPL-3.0-or-later
// A patient as texts: for the banner, for lists, for questions.
#pragma once

#include <functional>

#include "app/kit/patient_banner.h"
#include "app/registration/master_names.h"
#include "common/registration/requests.h"

namespace simrs {

/// Name, who they are and the visit of `today`, if there is one that was not cancelled.
BannerText bannerOf(const PatientFile& file, const MasterNames& names, QDate today);
/// "05 Mei 1990"; of a guess the year alone, which nobody takes for a date: "about 1990".
QString birthWords(const Patient& patient);
/// "23 Apr 1990 · 36 y 6 mo"; of a guess as birthWords.
QString birthLine(const Patient& patient, QDate today);
/// "Ny. Siti Rahmawati · 00-12-34-56 · 23 Apr 1990": enough to tell two people of one name apart.
QString patientLine(const Patient& patient, const MasterNames& names);
/// The newest visit that was not cancelled and that `fits`; null when there is none.
const Visit* newestVisit(const PatientFile& file, const std::function<bool(const Visit&)>& fits = {});
/// The ticket of a visit; null where it has none.
const Ticket* ticketOf(const PatientFile& file, const VisitId& id);

}  // namespace simrs
