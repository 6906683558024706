// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/newborn.h"

namespace simrs {

RegisterPatient newbornFile(const PatientFile& mother, QDate today) {
    RegisterPatient file;
    Patient& baby = file.patient;
    // Nyonya whatever her own form of address: it is how a child without a name is called.
    baby.name = QStringLiteral("Ny. ") + mother.patient.name;
    baby.sapaan = Sapaan::Bayi;
    baby.birthDate = today;
    baby.noNikReason = NoNikReason::Newborn;
    baby.motherName = mother.patient.name;
    baby.address = mother.patient.address;
    baby.phone = mother.patient.phone;
    const PatientDetails& details = mother.details;
    PatientDetails& born = file.details;
    born.motherId = mother.patient.id;
    born.motherNik = mother.patient.nik;
    born.bornHere = true;
    // Where she lives and what she believes is the child's until somebody says otherwise.
    born.rt = details.rt;
    born.rw = details.rw;
    born.area = details.area;
    born.areaCode = details.areaCode;
    born.postcode = details.postcode;
    born.country = details.country;
    born.familyCard = details.familyCard;
    born.religion = details.religion;
    born.contactName = mother.patient.name;
    born.contactRelation = Relation::Parent;
    born.contactPhone = mother.patient.phone;
    return file;
}

}  // namespace simrs
