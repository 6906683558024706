// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/master_names.h"

#include <algorithm>

#include "app/client/backend.h"
#include "app/kit/date_text.h"

namespace simrs {
namespace {

template <class Row, class Id>
const Row* findRow(const QList<Row>& rows, const Id& id) {
    const auto at = std::find_if(rows.cbegin(), rows.cend(), [&id](const Row& row) { return row.id == id; });
    return at == rows.cend() ? nullptr : &*at;
}

template <class Row, class Id>
QString nameOf(const Row* row, const Id& id) {
    if (id.isNull()) return QStringLiteral("–");
    return row == nullptr ? QStringLiteral("…") : row->name;
}

}  // namespace

const Clinic* findClinic(const Masters& masters, const ClinicId& id) { return findRow(masters.clinics, id); }
const Doctor* findDoctor(const Masters& masters, const DoctorId& id) { return findRow(masters.doctors, id); }
const Payer* findPayer(const Masters& masters, const PayerId& id) { return findRow(masters.payers, id); }

MasterNames::MasterNames(const Masters* masters) {
    if (masters != nullptr) m_masters = *masters;
}

MasterNames::MasterNames(const Backend& backend) : MasterNames(backend.masters()) {}

QString MasterNames::clinic(const ClinicId& id) const { return nameOf(findClinic(m_masters, id), id); }
QString MasterNames::doctor(const DoctorId& id) const { return nameOf(findDoctor(m_masters, id), id); }
QString MasterNames::payer(const PayerId& id) const { return nameOf(findPayer(m_masters, id), id); }

QString MasterNames::mrn(qint64 number) const {
    return number <= 0 ? QString() : mrnDisplay(number, static_cast<int>(m_masters.hospital.mrnDigits));
}

QString MasterNames::time(Instant at) const {
    if (at.isNull()) return {};
    return minuteText(minuteOfDayIn(m_masters.hospital.zone, at));
}

QString MasterNames::day(Instant at) const {
    return at.isNull() ? QString() : dateWords(dayIn(m_masters.hospital.zone, at));
}

}  // namespace simrs
