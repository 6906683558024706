// SPDX-License-Identifier: GPL-3.0-or-later
// The desk's papers, each declared once: what stands on it, and on what.
#pragma once

#include <optional>

#include "app/kit/paper.h"
#include "app/registration/visit_lines.h"
#include "common/registration/patient_details.h"
#include "common/registration/printed_paper.h"
#include "common/registration/stay.h"
#include "common/registration/visit_details.h"

namespace simrs {

enum class WristbandSize { Adult, Child, Newborn };

/// A patient as papers show him.
struct PaperPatient {
    Patient patient;
    PatientDetails details;
    QDate today;
    std::optional<Patient> mother = {};  ///< Of a newborn whose mother has a file here.
    QString temporaryNumber = {};        ///< In place of the MRN until the server has given one.
};

/// What may stand on the papers of a patient, and what was chosen for this print.
struct PaperContent {
    PaperPatient of;
    std::optional<VisitPaper> visit = {};
    VisitDetails visitDetails = {};
    std::optional<Stay> stay = {};
    ClinicId cameFrom = {};  ///< Of a stay: the clinic that sent him to the ward; null: none.
    WristbandSize band = WristbandSize::Adult;
    int labels = 1;
    QString shelf = {};  ///< Where the old paper file stands.
    TicketWidth roll = TicketWidth::Mm80;
};
/// Whether there is all that this paper is about: a visit, a queue number.
bool canPrint(PaperKind kind, const PaperContent& content);
paper::Paper paperOf(PaperKind kind, const PaperContent& content, const MasterNames& names);

/// For the front of folders and tubes: 50 × 25 mm.
paper::Paper labelPaper(const PaperPatient& of, const MasterNames& names, int copies);
/// Around the wrist; the code holds the number alone. Blue for male and pink for female patients (hospital-
/// practice.md §1.4, 6). A newborn's names the mother, with her number.
paper::Paper wristbandPaper(const PaperPatient& of, const MasterNames& names, WristbandSize size);
/// Kartu berobat, 86 × 54 mm.
paper::Paper cardPaper(const PaperPatient& of, const MasterNames& names);
/// Goes with the paper file to the clinic: 80 mm roll. `shelf`: where the old file stands; may be empty.
paper::Paper tracerPaper(const VisitPaper& visit, const MasterNames& names, const QString& shelf);
/// What the clinic and the cashier stamp: A5.
paper::Paper visitFormPaper(const PaperContent& content, const MasterNames& names);
/// General consent with room for two signatures: A4.
paper::Paper consentPaper(const PaperContent& content, const MasterNames& names);
/// Ringkasan identitas (RM 1), the first sheet of a record: A4.
paper::Paper identityPaper(const PaperPatient& of, const MasterNames& names);
/// Surat pengantar rawat inap, with room for what the doctor writes by hand: A5.
paper::Paper admissionPaper(const PaperContent& content, const MasterNames& names);

/// The wristband by the age on that day.
WristbandSize wristbandSize(const Patient& patient, QDate today);
/// Where a file stands that is kept by its last digits (terminal digit filing): "56-34-12-00".
QString terminalDigits(const QString& mrn);

/// The same paper, marked as a copy.
paper::Paper asCopy(paper::Paper paper);

// Of the sheets, which are written in a file of their own.
/// His MRN, or what stands in for it; empty where there is neither.
QString numberOf(const PaperPatient& of, const MasterNames& names);
/// What a scanner reads: the number alone, so that a lost paper tells nothing.
paper::Code numberCode(const PaperPatient& of, const MasterNames& names, int module);
/// "Ny. Siti Rahmawati".
QString whoIs(const PaperPatient& of);
/// "23 Apr 1990 (F)".
QString bornAndSex(const PaperPatient& of);

}  // namespace simrs
