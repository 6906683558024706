// SPDX-License-Identifier: GPL-3.0-or-later
// Reading the files of clinics, doctors, payers and the hospital itself.
#include "server/demo/seed_files.h"

#include <QTimeZone>

#include "common/registration/identity_rules.h"
#include "server/demo/seed_lists.h"
#include "server/demo/seed_reading.h"

namespace simrs {
namespace {

constexpr std::array<std::pair<const char*, ClinicKind>, 2> kClinicKinds{
    {{"outpatient", ClinicKind::Outpatient}, {"emergency", ClinicKind::Emergency}}};
constexpr std::array<std::pair<const char*, TicketSeries>, 2> kSeries{
    {{"doctor_session", TicketSeries::DoctorAndSession}, {"clinic", TicketSeries::Clinic}}};
constexpr std::array<std::pair<const char*, PayerKind>, 9> kPayerKinds{
    {{"general", PayerKind::SelfPay},
     {"jkn", PayerKind::Jkn},
     {"local", PayerKind::LocalProgram},
     {"insurance", PayerKind::Insurance},
     {"company", PayerKind::Company},
     {"accident", PayerKind::TrafficAccident},
     {"work", PayerKind::WorkAccident},
     {"free", PayerKind::Free},
     {"undetermined", PayerKind::Undetermined}}};

void readClinics(const QString& path, SeedMasters& out, QList<SeedProblem>& problems) {
    FileReading file(path, problems);
    if (!file.has({"code", "name", "kind", "letter", "ticket_per", "opens", "closes", "active"})) return;
    out.clinicsMapped = file.brings("report_row") || file.brings("satusehat_location");
    for (qsizetype i = 0; i < file.size(); ++i) {
        Clinic row;
        row.code = file.code<&Clinic::code>(i);
        row.id = masterId<Clinic>(row.code);
        row.name = file.text<&Clinic::name>(i, "name");
        row.kind = file.choice(i, "kind", kClinicKinds);
        row.letter = file.text(i, "letter");
        row.ticketSeries = file.choice(i, "ticket_per", kSeries);
        row.opensMinute = file.minute(i, "opens");
        row.closesMinute = file.minute(i, "closes");
        row.active = file.flag(i, "active");
        row.reportRow = file.text<&Clinic::reportRow>(i, "report_row");
        row.satusehatLocation = file.text<&Clinic::satusehatLocation>(i, "satusehat_location");
        file.keep(i, checkClinicRules(row));
        out.clinics.append(row);
        out.clinicLines.append(file.line(i));
    }
}

void readLicences(FileReading& file, qsizetype i, Doctor& row) {
    row.nik = file.text<&Doctor::nik>(i, "nik");
    if (!row.nik.isEmpty()) file.keep(i, "nik", checkNik(row.nik));
    row.licence = file.text<&Doctor::licence>(i, "licence");
    row.licenceUntil = file.date(i, "licence_until");
    row.registerUntil = file.date(i, "register_until");
    row.hfisCode = file.text<&Doctor::hfisCode>(i, "hfis_code");
    row.leadsStays = file.brings("leads_stays") && file.flag(i, "leads_stays");
}

void readDoctors(const QString& path, SeedMasters& out, QList<SeedProblem>& problems) {
    FileReading file(path, problems);
    if (!file.has({"code", "name", "clinic_code", "letter", "active"})) return;
    out.doctorsLicensed = file.brings("licence") || file.brings("nik");
    for (qsizetype i = 0; i < file.size(); ++i) {
        SeedDoctor doctor;
        doctor.row.code = file.code<&Doctor::code>(i);
        doctor.row.id = masterId<Doctor>(doctor.row.code);
        doctor.row.name = file.text<&Doctor::name>(i, "name");
        doctor.row.letter = file.text(i, "letter");
        file.keep(i, checkLetter(doctor.row.letter));
        doctor.row.active = file.flag(i, "active");
        readLicences(file, i, doctor.row);
        doctor.clinicCode = file.text(i, "clinic_code");
        doctor.line = file.line(i);
        if (!doctor.clinicCode.isEmpty()) doctor.row.clinicId = masterId<Clinic>(doctor.clinicCode);
        out.doctors.append(doctor);
    }
}

QList<Payer> readPayers(const QString& path, QList<SeedProblem>& problems) {
    FileReading file(path, problems);
    if (!file.has({"code", "name", "kind", "needs_card", "active"})) return {};
    QList<Payer> out;
    for (qsizetype i = 0; i < file.size(); ++i) {
        Payer row;
        row.code = file.code<&Payer::code>(i);
        row.id = masterId<Payer>(row.code);
        row.name = file.text<&Payer::name>(i, "name");
        row.kind = file.choice(i, "kind", kPayerKinds);
        row.needsCard = file.flag(i, "needs_card");
        row.active = file.flag(i, "active");
        out.append(row);
    }
    return out;
}

class HospitalReading {
  public:
    HospitalReading(FileReading& file, SeedMasters& out) : m_file(file), m_out(out) {}

    void setting(qsizetype i) {
        Hospital& hospital = *m_out.hospital;
        const QString key = m_file.text(i, "key");
        if (m_seen.contains(key)) m_file.problem(i, "key", ErrorCode::CodeTaken);
        m_seen.insert(key);
        if (key == QLatin1String("name")) {
            hospital.name = m_file.text<&Hospital::name>(i, "value");
        } else if (key == QLatin1String("city")) {
            hospital.city = m_file.text<&Hospital::city>(i, "value");
        } else if (key == QLatin1String("zone")) {
            hospital.zone = m_file.text<&Hospital::zone>(i, "value");
            if (!QTimeZone::isTimeZoneIdAvailable(hospital.zone.toLatin1()))
                m_file.problem(i, "value", ErrorCode::FieldInvalid);
        } else if (key == QLatin1String("mrn_digits")) {
            hospital.mrnDigits = number(i, 6, 8);
            if (hospital.mrnDigits == 7) m_file.problem(i, "value", ErrorCode::FieldOutOfRange);
        } else if (key == QLatin1String("mrn_start")) {
            hospital.mrnStart = number(i, 1, 99'999'999);
        } else if (key == QLatin1String("registration_start")) {
            m_out.registrationStart = number(i, 1, 999'999'999);
        } else if (key == QLatin1String("sep_hours")) {
            hospital.sepHours = number(i, 1, 14 * 24);
        } else if (key == QLatin1String("afternoon_from")) {
            hospital.afternoonMinute = m_file.minute(i, "value");
        } else if (key.startsWith(QLatin1String("letterhead_"))) {
            if (!hospital.letterhead.isEmpty()) hospital.letterhead += QLatin1Char('\n');
            hospital.letterhead += m_file.text(i, "value");
            if (hospital.letterhead.size() > fieldOf<&Hospital::letterhead>().rules.max)
                m_file.problem(i, "value", ErrorCode::FieldTooLong);
        } else {
            m_file.problem(i, "key", ErrorCode::FieldInvalid);
        }
    }

    bool complete() const { return m_seen.contains(QStringLiteral("name")); }

  private:
    qint64 number(qsizetype i, qint64 low, qint64 high) {
        bool isNumber = false;
        const qint64 value = m_file.text(i, "value").toLongLong(&isNumber);
        if (isNumber && value >= low && value <= high) return value;
        m_file.problem(i, "value", ErrorCode::FieldOutOfRange);
        return low;
    }

    FileReading& m_file;
    SeedMasters& m_out;
    QSet<QString> m_seen;
};

void readHospital(const QString& path, SeedMasters& out, QList<SeedProblem>& problems) {
    FileReading file(path, problems);
    if (!file.has({"key", "value"}) || file.size() == 0) return;
    out.hospital = Hospital();
    out.hospital->id = hospitalId();
    HospitalReading reading(file, out);
    for (qsizetype i = 0; i < file.size(); ++i) reading.setting(i);
    if (!reading.complete())
        problems.append({QFileInfo(path).fileName(), 0, QStringLiteral("name"), ErrorCode::FieldRequired});
}

}  // namespace

MasterFiles MasterFiles::inFolder(const QString& folder) {
    const auto file = [&](const char* name) { return folder + QLatin1Char('/') + QLatin1String(name); };
    return {file("hospital.csv"),        file("clinics.csv"),    file("doctors.csv"),
            file("payers.csv"),          file("wards.csv"),      file("beds.csv"),
            file("staff.csv"),           file("facilities.csv"), file("holidays.csv"),
            file("counter_services.csv")};
}

QStringList MasterFiles::named() const {
    QStringList paths{hospital, clinics, doctors, payers, wards, beds, staff, facilities, holidays, services};
    paths.removeAll(QString());
    return paths;
}

SeedMasters readMasters(const MasterFiles& files, QList<SeedProblem>& problems) {
    SeedMasters out;
    if (!files.hospital.isEmpty()) readHospital(files.hospital, out, problems);
    if (!files.clinics.isEmpty()) readClinics(files.clinics, out, problems);
    if (!files.doctors.isEmpty()) readDoctors(files.doctors, out, problems);
    if (!files.payers.isEmpty()) out.payers = readPayers(files.payers, problems);
    readLists(files, out, problems);
    return out;
}

}  // namespace simrs
