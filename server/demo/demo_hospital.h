// SPDX-License-Identifier: GPL-3.0-or-later
// The demo hospital RSUD Kota Wanasari in a database: masters, demo accounts, synthetic patients, past visits
// and a living day up to now. Everything in it is invented; the same seed and time give the same hospital.
#pragma once

#include <QList>
#include <QString>
#include <functional>

#include "common/access/permission.h"
#include "common/base/clock.h"
#include "common/base/result.h"
#include "server/demo/seed_rows.h"

namespace simrs {

class Random;
class Store;

struct DemoOptions {
    qint64 patients = 20'000;  ///< At most kMostDemoPatients.
    std::uint64_t seed = 1;
    Instant now;
    bool visits = true;
    QString seedFolder = kSeedFolder;
    std::function<void(qint64 patientsDone)> progress;  ///< Now and then, where somebody wants to see it.
};

inline constexpr qint64 kMostDemoPatients = 10'000'000;

/// An account that exists in demo data only; its password is no secret.
struct DemoAccount {
    QString login;
    QString name;
    QString password;
    Role role;
};
QList<DemoAccount> demoAccounts();

struct DemoReport {
    qint64 patients = 0;
    qint64 visits = 0;
    qint64 visitsToday = 0;
    QString hospital;
    QDate day;
};

/// The time zone of the demo hospital. Errors: FieldInvalid as of buildDemoHospital.
Result<QString> demoZone(const QString& seedFolder);
/// Whether the database has no user, patient or master yet. Demo data goes nowhere else.
Result<bool> isUnused(Store& store);
/// Fills an unused, migrated database, all or nothing. `secrets` salts the passwords. Errors: those of the
/// store, FieldInvalid (args: file, line, column) for a seed file that cannot be used.
Result<DemoReport> buildDemoHospital(Store& store, const DemoOptions& options, Random& secrets);
/// Gives a demo hospital of an earlier day its visits of today; does nothing where today has some. Errors:
/// those of the store, UserUnknown where this is no demo hospital.
Result<DemoReport> refreshDemoDay(Store& store, const DemoOptions& options);

}  // namespace simrs
