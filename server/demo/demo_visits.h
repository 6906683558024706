// SPDX-License-Identifier: GPL-3.0-or-later
// Planned visits as rows: visit and ticket, numbered as the registration desk numbers them, and the counters
// that make the desk go on from there.
#pragma once

#include <QHash>
#include <QString>
#include <optional>
#include <vector>

#include "common/registration/visit.h"
#include "common/store/bulk.h"
#include "server/demo/demo_history.h"
#include "server/demo/demo_wards.h"

namespace simrs {

class Random;

/// The masters that visits refer to, by code.
struct DemoMasters {
    Hospital hospital;
    QHash<QString, Clinic> clinics;
    QHash<QString, Doctor> doctors;
    QHash<QString, Payer> payers;
    QList<CounterService> services;

    bool isInsured(const PayerId& payer) const;  ///< By JKN.
};

/// The accounts in whose names the demo's visits were registered.
std::vector<UserId> demoClerks();

struct DemoVisit {
    Visit visit;
    int patient = 0;  ///< its place, as the plan names it
};

class DemoVisits {
  public:
    struct Numbers {
        qint64 firstRegistration = 1;
        Instant now;  ///< No time lies behind it.
    };
    DemoVisits(const DemoMasters& masters, Numbers numbers, Random& random, BulkLoader& loader);

    /// Days must come in order. `patients` holds the ids of the places that the plan names. Gives what it
    /// added.
    std::vector<DemoVisit> add(const DemoDay& day, const std::vector<PatientId>& patients);
    /// Admits the patient of an emergency to a ward some time after it, or not at all where that is not over
    /// yet.
    void admit(const Visit& from, const DemoWards::Place& place);
    /// Sets the counter of registration blocks behind the last number used. Call once.
    void finish();

    qint64 count() const { return m_next - m_first; }

  private:
    struct DayState {
        QDate day;
        QHash<QString, qint64> tickets;  ///< last number by letter
        QHash<int, EpisodeId> episodes;  ///< by place of the patient
        Instant last;
    };
    std::optional<Visit> addVisit(DayState& state, const PlannedVisit& planned, const PatientId& patient);
    /// What the clerk asked: the SEP of the insured, the consent of the admitted. Now and then it lacks, and
    /// only of the last days, which lists still look at.
    void addDetails(const Visit& visit);
    /// When an emergency came and was seen first, around its registration.
    void addTimes(Visit& visit);
    void addTicket(DayState& state, const Visit& visit, const Clinic& clinic,
                   const std::optional<Doctor>& doctor);
    Instant timeOf(DayState& state, int minute);

    const DemoMasters& m_masters;
    qint64 m_first;
    qint64 m_next;
    Instant m_now;
    Random& m_random;
    BulkLoader& m_loader;
    std::vector<UserId> m_clerks;
};

/// An id whose time bits are `at`.
Uuid demoId(Instant at, Random& random);

}  // namespace simrs
