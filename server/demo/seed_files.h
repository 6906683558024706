// SPDX-License-Identifier: GPL-3.0-or-later
// The master files of a hospital (clinics, doctors, payers, wards, beds and the other lists, the hospital
// itself) as rows of its tables. The demo hospital and a hospital's own first import read the same format;
// resources/seed/README.md describes it.
#pragma once

#include <QList>
#include <QString>
#include <QStringList>
#include <optional>

#include "common/base/result.h"
#include "common/registration/hospital_lists.h"

namespace simrs {

/// Paths; an empty one is not read.
struct MasterFiles {
    QString hospital;
    QString clinics;
    QString doctors;
    QString payers;
    QString wards{};
    QString beds{};
    QString staff{};
    QString facilities{};
    QString holidays{};
    QString services{};

    /// The files of a seed folder.
    static MasterFiles inFolder(const QString& folder);
    /// All that are read.
    QStringList named() const;
};

/// A row with the code of its clinic or ward, which may stand in another file or in the database.
template <class E>
struct SeedInUnit {
    E row;
    QString clinicCode;  ///< Empty: it belongs to none.
    int line = 0;
};
using SeedDoctor = SeedInUnit<Doctor>;
using SeedBed = SeedInUnit<Bed>;
using SeedStaff = SeedInUnit<Staff>;

struct SeedMasters {
    std::optional<Hospital> hospital;
    qint64 registrationStart = 1;
    QList<Clinic> clinics;
    QList<int> clinicLines;  ///< Where each of `clinics` stands in its file.
    QList<SeedDoctor> doctors;
    /// False: the file has none of the columns that may be missing, and what stands there stays.
    bool clinicsMapped = false;
    bool doctorsLicensed = false;
    QList<Payer> payers;
    QList<Clinic> wards;
    QList<SeedBed> beds;
    QList<SeedStaff> staff;
    QList<Facility> facilities;
    QList<Holiday> holidays;
    QList<CounterService> services;
    QList<int> serviceLines;  ///< Where each of `services` stands in its file.
};

/// Something in a file that a person must correct. `line` is counted from 1; 0 means the file as a whole.
struct SeedProblem {
    QString file;
    int line = 0;
    QString column;
    ErrorCode code = ErrorCode::FieldInvalid;
};

/// All problems of all files, not only the first one. Rows get the ids of masterId().
SeedMasters readMasters(const MasterFiles& files, QList<SeedProblem>& problems);

/// The id of a master row that comes from a file: the same code always gives the same id.
template <Entity E>
IdOf<E> masterId(const QString& code) {
    return IdOf<E>(Uuid::named(QByteArray(entityInfo<E>.table) + ':' + code.toUtf8()));
}

}  // namespace simrs
