// SPDX-License-Identifier: GPL-3.0-or-later
// Two files that a person wants to see side by side, whether or not anything was raised about them.
#pragma once

#include <QMetaType>
#include <functional>

#include "common/registration/patient.h"

class QWidget;

namespace simrs {

class Workbench;

/// What the page of duplicate files takes.
struct PairChoice {
    PatientId one;
    PatientId other;
};

/// Asks for another file than `mine`, found like at the search page; calls `then` when one was chosen.
void chooseOtherFile(Workbench& workbench, QWidget* parent, const Patient& mine,
                     const std::function<void(const PatientId&)>& then);

}  // namespace simrs

Q_DECLARE_METATYPE(simrs::PairChoice)
