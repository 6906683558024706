// SPDX-License-Identifier: GPL-3.0-or-later
// The words are the file's, not the screen's: they are the same in every language, and import_row reads them.
#include "app/registration/export_row.h"

#include "app/registration/import_columns.h"
#include "common/registration/patient_text.h"

namespace simrs {
namespace {

QString latin(const char* text) { return QString::fromLatin1(text); }

/// Nothing for "nobody asked".
template <class E, std::size_t N>
QString wordOf(const char* const (&words)[N], E value) {
    static_assert(N == enumCount(E()));
    const auto at = static_cast<std::size_t>(value);
    return at < N ? latin(words[at]) : QString();
}

constexpr const char* kSexes[] = {"", "L", "P", "3", ""};
constexpr const char* kReligions[] = {"",       "Islam",    "Kristen",   "Katolik",  "Hindu",
                                      "Buddha", "Konghucu", "Penghayat", "Lain-lain"};
constexpr const char* kMarriages[] = {"", "Belum kawin", "Kawin", "Cerai hidup", "Cerai mati"};
constexpr const char* kSchools[] = {"", "Tidak sekolah", "SD", "SMP", "SMA", "D1-D3", "D4", "S1", "S2", "S3"};
constexpr const char* kJobs[] = {"", "Tidak bekerja", "PNS", "TNI/Polri", "BUMN", "Swasta", "Lain-lain"};

QString cellOf(const ExportedPatient& row, const QString& key) {
    const Patient& patient = row.patient;
    const PatientDetails& details = row.details;
    const auto is = [&](const char* column) { return key == QLatin1String(column); };
    if (is("number")) return QString::number(patient.mrn);
    if (is("sapaan")) return sapaanText(patient.sapaan);
    if (is("sex")) return wordOf(kSexes, patient.sex);
    if (is("birth_date")) return patient.birthDate.toString(Qt::ISODate);
    if (is("birth_estimated")) return patient.birthEstimated ? latin("1") : QString();
    if (is("religion")) return wordOf(kReligions, details.religion);
    if (is("marital_status")) return wordOf(kMarriages, details.maritalStatus);
    if (is("education")) return wordOf(kSchools, details.education);
    if (is("occupation")) return wordOf(kJobs, details.occupation);
    // The others are texts, under the names of their fields.
    const QLatin1String name(key.toLatin1());
    if (const Field* field = fieldByName(fieldSpan<Patient>(), name))
        return field->ops->show(field->get(&patient));
    if (const Field* field = fieldByName(fieldSpan<PatientDetails>(), name))
        return field->ops->show(field->get(&details));
    return {};
}

}  // namespace

QStringList exportHeader() {
    QStringList keys;
    for (const ImportColumn& column : importColumns())
        if (column.key != QLatin1String("age")) keys.append(column.key);
    return keys;
}

QStringList exportCells(const ExportedPatient& row) {
    static const QStringList keys = exportHeader();
    QStringList cells;
    for (const QString& key : keys) cells.append(cellOf(row, key));
    return cells;
}

}  // namespace simrs
