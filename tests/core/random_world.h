// SPDX-License-Identifier: GPL-3.0-or-later
// A small random hospital, and requests about its rows: for tests that run over every request there is.
#pragma once

#include "common/hospital/hospital.h"
#include "common/inventory/requests.h"
#include "common/records/requests.h"
#include "common/registration/counter_requests.h"
#include "common/registration/stay_requests.h"

namespace simrs::test {

inline const Instant kNow(1'795'000'000'000);
inline const QDate kToday = dayIn(QStringLiteral("Asia/Jakarta"), kNow);

/// Rows of a small random hospital, parents before children.
struct World {
    QList<Clinic> clinics;
    QList<Doctor> doctors;
    QList<Payer> payers;
    QList<Patient> patients;
    QList<Visit> visits;
    QList<Ticket> tickets;
    QList<ClinicalNote> notes;
    QList<Allergy> allergies;
    QList<CommandId> registrations;  // Of the visits, in their order.
    QList<Item> items;
    QList<Depot> depots;
    QList<Lot> lots;
    QList<StockLine> lines;
    QList<StockRight> rights;
    QList<Clinic> wards;
    QList<Bed> beds;
    QList<Staff> staff;
    QList<Facility> facilities;
    QList<Holiday> holidays;
    QList<CounterService> services;
    QList<Visit> stayVisits;  // Inpatient; the first runs, the second has ended.
    QList<Stay> stays;
    QList<VisitDetails> details;
    QList<CounterTicket> counterTickets;  // One of each state, all of kCounter.
};

inline const QString kCounter = QStringLiteral("Loket 1");

DeviceId ownDevice();
World randomWorld(Random& random);
/// Random bytes rarely name rows that exist; a request about them is what matters.
QByteArray aimed(const RequestEntry& entry, const World& world, Random& random);
/// About visits after their registration, and about stays; nothing for any other request.
std::optional<QByteArray> aimedAtVisits(qint64 type, const World& world, Random& random);

/// About the hospital's lists, pictures and papers; nothing for any other request.
std::optional<QByteArray> aimedAtLists(qint64 type, const World& world, Random& random);

/// About the counter's queue; nothing for any other request.
std::optional<QByteArray> aimedAtCounter(qint64 type, const World& world, Random& random);

template <class T>
const T& pick(Random& random, const QList<T>& list) {
    return list[static_cast<qsizetype>(random.below(static_cast<std::uint64_t>(list.size())))];
}
/// A patient that the desk would take.
void makeGood(Patient& patient);
RegisterVisit aimedVisit(const World& world, Random& random);

}  // namespace simrs::test
