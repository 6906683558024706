// SPDX-License-Identifier: GPL-3.0-or-later
// A paper that left a printer: which one, about whom, how often before. A second one is marked as a copy, and
// whoever asks can be told who printed it where.
#pragma once

#include "common/registration/visit.h"

namespace simrs {

using PrintedPaperId = TypedId<struct PrintedPaperTag>;

/// The numbers are stored and travel; append only.
enum class PaperKind {
    Ticket,  ///< Nomor antrean poli.
    Label,
    Wristband,
    Card,       ///< Kartu berobat.
    VisitForm,  ///< What clinic and cashier stamp.
    Tracer,
    Consent,          ///< General consent.
    Identity,         ///< Ringkasan identitas, RM 1.
    AdmissionLetter,  ///< Surat pengantar rawat inap.
};
constexpr int enumCount(PaperKind) { return 9; }
inline constexpr PaperKind kPaperKinds[] = {
    PaperKind::Label,     PaperKind::Wristband,       PaperKind::Card,
    PaperKind::VisitForm, PaperKind::Tracer,          PaperKind::Consent,
    PaperKind::Identity,  PaperKind::AdmissionLetter, PaperKind::Ticket};

/// What a paper is about: the patient alone; one visit of his; or the visit, where there is one (every visit
/// gets labels of its own).
enum class PaperScope { Patient, Visit, VisitIfAny };
PaperScope paperScope(PaperKind kind);

struct PrintedPaper {
    PrintedPaperId id;
    PatientId patientId;
    VisitId visitId;  ///< Null: about no visit.
    PaperKind paper = PaperKind::Label;
    qint64 copy = 1;  ///< 1 is the original.
    Instant at;
    UserId by;
    DeviceId deviceId;

    bool operator==(const PrintedPaper&) const = default;
};
template <>
inline constexpr std::array fieldsOf<PrintedPaper> = {
    field<&PrintedPaper::id>(1, "id"),
    field<&PrintedPaper::patientId>(2, "patient_id"),
    field<&PrintedPaper::visitId>(3, "visit_id"),
    field<&PrintedPaper::paper>(4, "paper"),
    field<&PrintedPaper::copy>(5, "copy"),
    field<&PrintedPaper::at>(6, "printed_at"),
    field<&PrintedPaper::by>(7, "printed_by"),
    field<&PrintedPaper::deviceId>(8, "device_id"),
};
static_assert(wellDescribed<PrintedPaper>());
template <>
inline constexpr EntityInfo entityInfo<PrintedPaper>{.kind = 54,
                                                     .table = "printed_paper",
                                                     .conflict = ConflictClass::AppendOnly,
                                                     .index = {"patient_id"},
                                                     .check = {"copy > 0"},
                                                     .foreign = {{{"patient_id", "patient"}}},
                                                     .scope = {ScopeRule::Form::Follows},
                                                     .follows = {{{"patient_id", entityType<Patient>}}},
                                                     .personColumn = "patient_id"};

}  // namespace simrs
