// SPDX-License-Identifier: GPL-3.0-or-later
// The desk's papers, each declared once: what stands on it, and on what.
#pragma once

#include "app/kit/paper.h"
#include "app/registration/visit_lines.h"
#include "common/registration/patient_details.h"

namespace simrs {

enum class WristbandSize { Adult, Child, Newborn };

/// A patient as papers show him.
struct PaperPatient {
    Patient patient;
    PatientDetails details;
    QDate today;
};

/// For the front of folders and tubes: 50 × 25 mm.
paper::Paper labelPaper(const PaperPatient& of, const MasterNames& names, int copies);
/// Around the wrist; the code holds the number alone. Blue for male and pink for female patients (hospital-
/// practice.md §1.4, 6). A newborn's names the mother.
paper::Paper wristbandPaper(const PaperPatient& of, const MasterNames& names, WristbandSize size);
/// Kartu berobat, 86 × 54 mm.
paper::Paper cardPaper(const PaperPatient& of, const MasterNames& names);
/// Goes with the paper file to the clinic: 80 mm roll. `shelf`: where the old file stands; may be empty.
paper::Paper tracerPaper(const VisitPaper& visit, const MasterNames& names, const QString& shelf);
/// What the clinic and the cashier stamp: A5.
paper::Paper visitFormPaper(const VisitPaper& visit, const PaperPatient& of, const MasterNames& names);
/// General consent with room for two signatures: A4.
paper::Paper consentPaper(const PaperPatient& of, const MasterNames& names);
/// The wristband by the age on that day.
WristbandSize wristbandSize(const Patient& patient, QDate today);

/// The same paper, marked as a copy.
paper::Paper asCopy(paper::Paper paper);

}  // namespace simrs
