// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/patient_lines.h"

#include <QCoreApplication>
#include <algorithm>

#include "app/kit/date_text.h"
#include "app/registration/desk_words.h"
#include "common/registration/patient_text.h"

namespace simrs {
namespace {

/// The translation context of these texts.
struct PatientLines {
    Q_DECLARE_TR_FUNCTIONS(PatientLines)
};

BannerAllergy bannerAllergy(AllergyState state) {
    switch (state) {
        case AllergyState::Known:
            return BannerAllergy::Known;
        case AllergyState::NoneKnown:
            return BannerAllergy::NoneKnown;
        case AllergyState::NotAsked:
            break;
    }
    return BannerAllergy::NotAsked;
}

}  // namespace

BannerText bannerOf(const PatientFile& file, const MasterNames& names, QDate today) {
    const Patient& patient = file.patient;
    BannerText banner;
    banner.name = patient.name;
    banner.title = sapaanText(patient.sapaan);
    banner.sex = sexWord(patient.sex);
    // Of a guess neither months nor days are known.
    const int years = ageOn(patient.birthDate, today).years;
    banner.age = patient.birthEstimated && years > 0
                     ? PatientLines::tr("about %n year(s) (estimated)", nullptr, years)
                     : ageText(patient.birthDate, today);
    banner.birthDate = birthWords(patient);
    banner.mrn = names.mrn(patient.mrn);
    banner.nik = patient.nik;
    banner.allergy = bannerAllergy(patient.allergyState);
    // The short form holds that there are allergies, not which.
    banner.allergyText = PatientLines::tr("ask which");
    if (patient.nikContested)
        banner.chips.append({ChipKind::Warning, PatientLines::tr("NIK also held by another patient"), {}});
    banner.deceased = file.details.diedOn.isValid();
    const auto flag = [&banner](bool holds, const QString& text) {
        if (holds) banner.chips.append({ChipKind::Info, text, {}});
    };
    if (file.details.unidentified)
        banner.chips.append({ChipKind::Warning, PatientLines::tr("Not identified"), {}});
    flag(isForeigner(file.details), PatientLines::tr("Foreigner"));
    flag(file.details.military, PatientLines::tr("Military"));
    flag(file.details.prisoner, PatientLines::tr("Prisoner"));
    if (const Visit* last = newestVisit(file)) {
        banner.payer = names.payer(last->payerId);
        if (last->serviceDate == today) banner.visit = names.clinic(last->clinicId);
    }
    return banner;
}

QString birthWords(const Patient& patient) {
    return patient.birthEstimated && patient.birthDate.isValid()
               ? PatientLines::tr("about %1", "year of birth").arg(patient.birthDate.year())
               : dateWords(patient.birthDate);
}

QString birthLine(const Patient& patient, QDate today) {
    if (!patient.birthDate.isValid()) return PatientLines::tr("Birth date not known");
    const QString age = ageText(patient.birthDate, today);
    return birthWords(patient) + (age.isEmpty() ? QString() : QStringLiteral(" · ") + age);
}

QString patientLine(const Patient& patient, const MasterNames& names) {
    return QStringList{addressedName(patient.sapaan, patient.name), names.mrn(patient.mrn),
                       dateWords(patient.birthDate)}
        .join(QStringLiteral(" · "));
}

const Visit* newestVisit(const PatientFile& file, const std::function<bool(const Visit&)>& fits) {
    const auto at = std::find_if(file.visits.cbegin(), file.visits.cend(), [&fits](const Visit& visit) {
        return visit.state != VisitState::Cancelled && (!fits || fits(visit));
    });
    return at == file.visits.cend() ? nullptr : &*at;
}

const Ticket* ticketOf(const PatientFile& file, const VisitId& id) { return ticketOf(file.tickets, id); }

}  // namespace simrs
