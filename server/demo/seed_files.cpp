// SPDX-License-Identifier: GPL-3.0-or-later
// Reading master files, with every mistake named by its line and column.
#include "server/demo/seed_files.h"

#include <QFileInfo>
#include <QHash>
#include <QSet>
#include <QTimeZone>
#include <algorithm>
#include <array>

#include "common/base/text.h"
#include "server/demo/seed_rows.h"

namespace simrs {
namespace {

constexpr int kMinutesADay = 24 * 60;

QString columnName(const char* name) { return QString::fromLatin1(name); }

/// One file while it is read: its rows, and where its problems go.
class FileReading {
  public:
    FileReading(const QString& path, QList<SeedProblem>& problems)
        : m_name(QFileInfo(path).fileName()), m_problems(problems) {
        Result<SeedRows> read = SeedRows::read(path);
        if (read) {
            m_rows = std::move(*read);
            return;
        }
        const int line = read.error().args.size() > 1 ? read.error().args[1].toInt() : 0;
        m_problems.append({m_name, line, {}, ErrorCode::FileUnreadable});
    }

    /// Columns that must be there; without them nothing is read.
    bool has(std::initializer_list<const char*> columns) {
        bool all = true;
        for (const char* column : columns) {
            if (m_rows.size() == 0 || m_rows.hasColumn(columnName(column))) continue;
            m_problems.append({m_name, 1, columnName(column), ErrorCode::FieldRequired});
            all = false;
        }
        return all;
    }

    qsizetype size() const { return m_rows.size(); }
    int line(qsizetype row) const { return m_rows.line(row); }
    void problem(qsizetype row, const char* column, ErrorCode code) {
        m_problems.append({m_name, m_rows.line(row), columnName(column), code});
    }

    QString text(qsizetype row, const char* column) const { return m_rows.text(row, columnName(column)); }

    /// A text that keeps the rules of an entity's field.
    template <auto Member>
    QString text(qsizetype row, const char* column) {
        QString value = text(row, column);
        const auto& rules = fieldOf<Member>().rules;
        if (rules.required && value.isEmpty()) problem(row, column, ErrorCode::FieldRequired);
        if (value.size() > rules.max) problem(row, column, ErrorCode::FieldTooLong);
        if (cleanLine(value) != value) problem(row, column, ErrorCode::FieldInvalid);
        return value;
    }

    /// Tells what a rule of the registration room says of a row, by the column it is about.
    void keep(qsizetype row, const Status& rule) {
        if (rule) return;
        const QString field = rule.error().args.value(0);
        problem(row, field == QLatin1String("closes_minute") ? "closes" : "letter", rule.error().code);
    }

    bool flag(qsizetype row, const char* column) {
        QString value = text(row, column);
        if (value != QLatin1String("0") && value != QLatin1String("1"))
            problem(row, column, ErrorCode::FieldInvalid);
        return value == QLatin1String("1");
    }

    /// "HH:MM" as minutes; 23:59 and 24:00 mean the end of the day.
    qint64 minute(qsizetype row, const char* column) {
        const QStringList parts = text(row, column).split(QLatin1Char(':'));
        bool hourIsNumber = false;
        bool minuteIsNumber = false;
        const int hour = parts.value(0).toInt(&hourIsNumber);
        const int part = parts.value(1).toInt(&minuteIsNumber);
        const int all = hour * 60 + part;
        if (parts.size() != 2 || !hourIsNumber || !minuteIsNumber || hour < 0 || part < 0 || part > 59 ||
            all > kMinutesADay) {
            problem(row, column, ErrorCode::FieldInvalid);
            return 0;
        }
        return all == kMinutesADay - 1 ? kMinutesADay : all;
    }

    template <class T, std::size_t N>
    T choice(qsizetype row, const char* column, const std::array<std::pair<const char*, T>, N>& choices) {
        QString value = text(row, column);
        for (const auto& [name, meaning] : choices) {
            if (value == QLatin1String(name)) return meaning;
        }
        problem(row, column, ErrorCode::FieldInvalid);
        return choices.front().second;
    }

    /// Codes are written in capitals and stand in a file once.
    template <auto Member>
    QString code(qsizetype row) {
        QString value = text<Member>(row, "code");
        if (value != value.toUpper()) problem(row, "code", ErrorCode::FieldInvalid);
        if (m_codes.contains(value)) problem(row, "code", ErrorCode::CodeTaken);
        m_codes.insert(value);
        return value;
    }

  private:
    QString m_name;
    QList<SeedProblem>& m_problems;
    SeedRows m_rows;
    QSet<QString> m_codes;
};

constexpr std::array<std::pair<const char*, ClinicKind>, 2> kClinicKinds{
    {{"outpatient", ClinicKind::Outpatient}, {"emergency", ClinicKind::Emergency}}};
constexpr std::array<std::pair<const char*, TicketSeries>, 2> kSeries{
    {{"doctor_session", TicketSeries::DoctorAndSession}, {"clinic", TicketSeries::Clinic}}};
constexpr std::array<std::pair<const char*, PayerKind>, 8> kPayerKinds{
    {{"general", PayerKind::SelfPay},
     {"jkn", PayerKind::Jkn},
     {"local", PayerKind::LocalProgram},
     {"insurance", PayerKind::Insurance},
     {"company", PayerKind::Company},
     {"accident", PayerKind::TrafficAccident},
     {"work", PayerKind::WorkAccident},
     {"free", PayerKind::Free}}};

void readClinics(const QString& path, SeedMasters& out, QList<SeedProblem>& problems) {
    FileReading file(path, problems);
    if (!file.has({"code", "name", "kind", "letter", "ticket_per", "opens", "closes", "active"})) return;
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
        file.keep(i, checkClinicRules(row));
        out.clinics.append(row);
        out.clinicLines.append(file.line(i));
    }
}

QList<SeedDoctor> readDoctors(const QString& path, QList<SeedProblem>& problems) {
    FileReading file(path, problems);
    if (!file.has({"code", "name", "clinic_code", "letter", "active"})) return {};
    QList<SeedDoctor> out;
    for (qsizetype i = 0; i < file.size(); ++i) {
        SeedDoctor doctor;
        doctor.row.code = file.code<&Doctor::code>(i);
        doctor.row.id = masterId<Doctor>(doctor.row.code);
        doctor.row.name = file.text<&Doctor::name>(i, "name");
        doctor.row.letter = file.text(i, "letter");
        file.keep(i, checkLetter(doctor.row.letter));
        doctor.row.active = file.flag(i, "active");
        doctor.clinicCode = file.text(i, "clinic_code");
        doctor.line = file.line(i);
        if (!doctor.clinicCode.isEmpty()) doctor.row.clinicId = masterId<Clinic>(doctor.clinicCode);
        out.append(doctor);
    }
    return out;
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
    return {folder + QStringLiteral("/hospital.csv"), folder + QStringLiteral("/clinics.csv"),
            folder + QStringLiteral("/doctors.csv"), folder + QStringLiteral("/payers.csv")};
}

SeedMasters readMasters(const MasterFiles& files, QList<SeedProblem>& problems) {
    SeedMasters out;
    if (!files.hospital.isEmpty()) readHospital(files.hospital, out, problems);
    if (!files.clinics.isEmpty()) readClinics(files.clinics, out, problems);
    if (!files.doctors.isEmpty()) out.doctors = readDoctors(files.doctors, problems);
    if (!files.payers.isEmpty()) out.payers = readPayers(files.payers, problems);
    return out;
}

}  // namespace simrs
