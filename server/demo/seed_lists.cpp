// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/seed_lists.h"

#include "common/registration/identity_rules.h"
#include "server/demo/seed_reading.h"

namespace simrs {
namespace {

constexpr std::array<std::pair<const char*, CareClass>, 7> kClasses{{{"none", CareClass::None},
                                                                     {"1", CareClass::Class1},
                                                                     {"2", CareClass::Class2},
                                                                     {"3", CareClass::Class3},
                                                                     {"vip", CareClass::Vip},
                                                                     {"kris", CareClass::Kris},
                                                                     {"intensive", CareClass::Intensive}}};
constexpr std::array<std::pair<const char*, FacilityKind>, 5> kFacilityKinds{
    {{"health_centre", FacilityKind::HealthCentre},
     {"primary_clinic", FacilityKind::PrimaryClinic},
     {"practice", FacilityKind::Practice},
     {"hospital", FacilityKind::Hospital},
     {"midwife", FacilityKind::Midwife}}};
constexpr std::array<std::pair<const char*, Profession>, 11> kProfessions{
    {{"clerk", Profession::Clerk},
     {"records_officer", Profession::RecordsOfficer},
     {"nurse", Profession::Nurse},
     {"midwife", Profession::Midwife},
     {"doctor", Profession::Doctor},
     {"pharmacist", Profession::Pharmacist},
     {"pharmacy_assistant", Profession::PharmacyAssistant},
     {"lab_analyst", Profession::LabAnalyst},
     {"radiographer", Profession::Radiographer},
     {"stock_keeper", Profession::StockKeeper},
     {"other", Profession::Other}}};

/// A ward is a clinic that never closes and gives no numbers; the codes of both are one list.
QList<Clinic> readWards(const QString& path, const QList<Clinic>& clinics, QList<SeedProblem>& problems) {
    FileReading file(path, problems);
    if (!file.has({"code", "name", "class", "kris", "report_row", "active"})) return {};
    QList<Clinic> out;
    for (qsizetype i = 0; i < file.size(); ++i) {
        Clinic row;
        row.code = file.code<&Clinic::code>(i);
        for (const Clinic& clinic : clinics)
            if (clinic.code == row.code) file.problem(i, "code", ErrorCode::CodeTaken);
        row.id = masterId<Clinic>(row.code);
        row.name = file.text<&Clinic::name>(i, "name");
        row.kind = ClinicKind::Ward;
        row.opensMinute = 0;
        row.closesMinute = 24 * 60;
        row.careClass = file.choice(i, "class", kClasses);
        row.kris = file.flag(i, "kris");
        row.reportRow = file.text<&Clinic::reportRow>(i, "report_row");
        row.satusehatLocation = file.text<&Clinic::satusehatLocation>(i, "satusehat_location");
        row.active = file.flag(i, "active");
        out.append(row);
    }
    return out;
}

template <class E>
void placeIn(FileReading& file, qsizetype i, const char* column, SeedInUnit<E>& seed) {
    seed.clinicCode = file.text(i, column);
    seed.line = file.line(i);
    if (!seed.clinicCode.isEmpty()) seed.row.clinicId = masterId<Clinic>(seed.clinicCode);
}

QList<SeedBed> readBeds(const QString& path, QList<SeedProblem>& problems) {
    FileReading file(path, problems);
    if (!file.has({"code", "name", "ward_code", "class", "active"})) return {};
    QList<SeedBed> out;
    for (qsizetype i = 0; i < file.size(); ++i) {
        SeedBed bed;
        bed.row.code = file.code<&Bed::code>(i);
        bed.row.id = masterId<Bed>(bed.row.code);
        bed.row.name = file.text<&Bed::name>(i, "name");
        bed.row.careClass = file.choice(i, "class", kClasses);
        bed.row.active = file.flag(i, "active");
        placeIn(file, i, "ward_code", bed);
        if (bed.clinicCode.isEmpty()) file.problem(i, "ward_code", ErrorCode::FieldRequired);
        out.append(bed);
    }
    return out;
}

QList<SeedStaff> readStaff(const QString& path, QList<SeedProblem>& problems) {
    FileReading file(path, problems);
    if (!file.has({"code", "name", "profession", "unit_code", "phone", "active"})) return {};
    QList<SeedStaff> out;
    for (qsizetype i = 0; i < file.size(); ++i) {
        SeedStaff staff;
        staff.row.code = file.code<&Staff::code>(i);
        staff.row.id = masterId<Staff>(staff.row.code);
        staff.row.name = file.text<&Staff::name>(i, "name");
        staff.row.profession = file.choice(i, "profession", kProfessions);
        staff.row.phone = canonicalPhone(file.text<&Staff::phone>(i, "phone"));
        file.keep(i, "phone", checkPhone(staff.row.phone));
        staff.row.active = file.flag(i, "active");
        placeIn(file, i, "unit_code", staff);
        out.append(staff);
    }
    return out;
}

QList<Facility> readFacilities(const QString& path, QList<SeedProblem>& problems) {
    FileReading file(path, problems);
    if (!file.has({"code", "name", "kind", "active"})) return {};
    QList<Facility> out;
    for (qsizetype i = 0; i < file.size(); ++i) {
        Facility row;
        row.code = file.code<&Facility::code>(i);
        row.id = masterId<Facility>(row.code);
        row.name = file.text<&Facility::name>(i, "name");
        row.kind = file.choice(i, "kind", kFacilityKinds);
        row.active = file.flag(i, "active");
        out.append(row);
    }
    return out;
}

QList<Holiday> readHolidays(const QString& path, QList<SeedProblem>& problems) {
    FileReading file(path, problems);
    if (!file.has({"day", "name", "joint_leave", "active"})) return {};
    QList<Holiday> out;
    for (qsizetype i = 0; i < file.size(); ++i) {
        Holiday row;
        row.day = file.date(i, "day");
        if (file.text(i, "day").isEmpty()) file.problem(i, "day", ErrorCode::FieldRequired);
        row.code = row.day.toString(Qt::ISODate);
        if (row.day.isValid()) file.once(i, "day", row.code);
        row.id = masterId<Holiday>(row.code);
        row.name = file.text<&Holiday::name>(i, "name");
        row.jointLeave = file.flag(i, "joint_leave");
        row.active = file.flag(i, "active");
        out.append(row);
    }
    return out;
}

void readServices(const QString& path, SeedMasters& out, QList<SeedProblem>& problems) {
    FileReading file(path, problems);
    if (!file.has({"code", "name", "letter", "first", "active"})) return;
    QSet<QString> letters;
    for (qsizetype i = 0; i < file.size(); ++i) {
        CounterService row;
        row.code = file.code<&CounterService::code>(i);
        row.id = masterId<CounterService>(row.code);
        row.name = file.text<&CounterService::name>(i, "name");
        row.letter = file.text<&CounterService::letter>(i, "letter");
        file.keep(i, checkLetter(row.letter));
        row.first = file.flag(i, "first");
        row.active = file.flag(i, "active");
        if (row.active && letters.contains(row.letter)) file.problem(i, "letter", ErrorCode::LetterTaken);
        if (row.active) letters.insert(row.letter);
        out.services.append(row);
        out.serviceLines.append(file.line(i));
    }
}

}  // namespace

void readLists(const MasterFiles& files, SeedMasters& out, QList<SeedProblem>& problems) {
    if (!files.wards.isEmpty()) out.wards = readWards(files.wards, out.clinics, problems);
    if (!files.beds.isEmpty()) out.beds = readBeds(files.beds, problems);
    if (!files.staff.isEmpty()) out.staff = readStaff(files.staff, problems);
    if (!files.facilities.isEmpty()) out.facilities = readFacilities(files.facilities, problems);
    if (!files.holidays.isEmpty()) out.holidays = readHolidays(files.holidays, problems);
    if (!files.services.isEmpty()) readServices(files.services, out, problems);
}

}  // namespace simrs
