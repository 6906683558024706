// SPDX-License-Identifier: GPL-3.0-or-later
// A patient and his visit that the server does not know yet: they are kept on this computer, which can show
// them without asking anybody.
#pragma once

#include <QMetaType>

#include "common/registration/visit_requests.h"

namespace simrs {

/// What the papers page takes while there is nobody to ask.
struct KeptPatient {
    PatientFile file;
    VisitFile visit;
    QString temporaryNumber;       ///< In place of the MRN; empty where he has one.
    QString temporaryVisitNumber;  ///< In place of the registration number.
};

}  // namespace simrs

Q_DECLARE_METATYPE(simrs::KeptPatient)
