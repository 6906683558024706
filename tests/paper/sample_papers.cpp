// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/paper/sample_papers.h"

#include "app/registration/paper_words.h"

namespace simrs::test {
namespace {

QString s(const char* text) { return QString::fromUtf8(text); }

const QDate kToday(2026, 5, 12);
constexpr Instant kNow{1'778'553'240'000};

template <class Id>
Id named(const char* name) {
    return Id(Uuid::named(name));
}

Masters sampleMasters() {
    Masters masters;
    masters.hospital.name = s("RSUD Kota Wanasari");
    masters.hospital.city = s("Wanasari");
    masters.hospital.letterhead = s("Jl. Pahlawan No. 1, Wanasari · Telp. (021) 555-0100");
    Clinic clinic;
    clinic.id = named<ClinicId>("clinic");
    clinic.name = s("Poliklinik Penyakit Dalam");
    Clinic ward;
    ward.id = named<ClinicId>("ward");
    ward.name = s("Ruang Cempaka");
    ward.kind = ClinicKind::Ward;
    masters.clinics = {clinic, ward};
    Doctor doctor;
    doctor.id = named<DoctorId>("doctor");
    doctor.name = s("dr. Rina Wulandari, Sp.PD");
    masters.doctors = {doctor};
    Payer payer;
    payer.id = named<PayerId>("payer");
    payer.name = s("JKN");
    masters.payers = {payer};
    return masters;
}

PatientDetails sampleDetails() {
    PatientDetails details;
    details.rt = s("003");
    details.rw = s("012");
    details.area = s("Kel. Melati, Kec. Wanasari Utara, Kota Wanasari, Jawa Barat");
    details.birthPlace = s("Wanasari");
    details.familyCard = s("9974011201800001");
    details.religion = Religion::Islam;
    details.maritalStatus = MaritalStatus::Married;
    details.education = Education::SeniorSecondary;
    details.occupation = Occupation::Private;
    details.ethnicity = s("Sunda");
    details.disability = Disability::None;
    details.contactName = s("Budi Santoso");
    details.contactRelation = Relation::Spouse;
    details.contactPhone = s("081298765432");
    return details;
}

VisitPaper visitOf(const Patient& patient, const QString& shownName) {
    VisitPaper paper;
    paper.visit.id = named<VisitId>("visit");
    paper.visit.patientId = patient.id;
    paper.visit.registrationNumber = 4512;
    paper.visit.serviceDate = kToday;
    paper.visit.clinicId = named<ClinicId>("clinic");
    paper.visit.doctorId = named<DoctorId>("doctor");
    paper.visit.payerId = named<PayerId>("payer");
    paper.visit.registeredAt = kNow;
    paper.ticket.id = named<TicketId>("ticket");
    paper.ticket.letter = s("A");
    paper.ticket.number = 12;
    paper.patientName = shownName;
    paper.mrn = patient.mrn;
    return paper;
}

}  // namespace

MasterNames sampleNames() {
    static const Masters masters = sampleMasters();
    return MasterNames(&masters);
}

PaperContent sampleContent() {
    PaperContent content;
    Patient& patient = content.of.patient;
    patient.id = named<PatientId>("siti");
    patient.mrn = 123'456;
    patient.name = s("Siti Nur Rahmawati");
    patient.sapaan = Sapaan::Nyonya;
    patient.sex = Sex::Female;
    patient.birthDate = QDate(1990, 4, 23);
    patient.nik = s("9974016304900001");
    patient.address = s("Jl. Melati No. 12");
    patient.phone = s("081234567890");
    patient.motherName = s("Sumiyati");
    patient.card = s("0001234567890");
    patient.allergyState = AllergyState::Known;
    patient.registeredAt = kNow;
    content.of.details = sampleDetails();
    content.of.today = kToday;
    content.visit = visitOf(patient, whoIs(content.of));
    content.labels = 4;
    content.shelf = terminalDigits(sampleNames().mrn(patient.mrn));
    return content;
}

PaperContent sampleNewborn() {
    PaperContent content = sampleContent();
    const Patient mother = content.of.patient;
    Patient& baby = content.of.patient;
    baby = {};
    baby.id = named<PatientId>("baby");
    baby.mrn = 123'457;
    baby.name = s("Ny. Siti Nur Rahmawati");
    baby.sapaan = Sapaan::Bayi;
    baby.sex = Sex::Male;
    baby.birthDate = kToday;
    baby.motherName = mother.name;
    content.of.details = {};
    content.of.details.motherId = mother.id;
    content.of.details.birthMinute = 3 * 60 + 42;
    content.of.details.birthOrder = 2;
    content.of.mother = mother;
    content.visit = visitOf(baby, whoIs(content.of));
    content.band = WristbandSize::Newborn;
    return content;
}

QList<SamplePaper> samplePapers() {
    const MasterNames names = sampleNames();
    PaperContent content = sampleContent();
    QList<SamplePaper> papers;
    for (const PaperKind kind : kPaperKinds) {
        papers.append({s("desk-") + paperKey(kind), paperOf(kind, content, names)});
        papers.append({s("desk-") + paperKey(kind) + s("-copy"), asCopy(paperOf(kind, content, names))});
    }
    content.roll = TicketWidth::Mm58;
    papers.append({s("desk-ticket-58"), paperOf(PaperKind::Ticket, content, names)});
    content.band = WristbandSize::Child;
    papers.append({s("desk-wristband-child"), paperOf(PaperKind::Wristband, content, names)});
    const PaperContent newborn = sampleNewborn();
    papers.append({s("desk-wristband-newborn"), paperOf(PaperKind::Wristband, newborn, names)});
    papers.append({s("desk-label-newborn"), paperOf(PaperKind::Label, newborn, names)});
    Stay stay;
    stay.id = content.visit->visit.id;
    stay.wardId = named<ClinicId>("ward");
    stay.leaderId = named<DoctorId>("doctor");
    stay.entitled = CareClass::Class2;
    stay.given = CareClass::Class1;
    content.stay = stay;
    content.cameFrom = named<ClinicId>("clinic");
    papers.append({s("desk-admission-stay"), paperOf(PaperKind::AdmissionLetter, content, names)});
    return papers;
}

}  // namespace simrs::test
