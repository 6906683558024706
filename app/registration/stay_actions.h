// SPDX-License-Identifier: GPL-3.0-or-later
// Admitting, moving and discharging: the question, then the command. Nothing is called when the person went
// back.
#pragma once

#include <functional>

#include "app/shell/page.h"
#include "common/registration/stay_requests.h"

namespace simrs {

using StayThen = std::function<void(const Status&)>;

/// `from`: the visit he comes from; nothing for a direct admission.
void admitPatient(Workbench& workbench, QWidget* parent, const Patient& patient,
                  const std::optional<VisitFile>& from, StayThen then);
void moveStay(Workbench& workbench, QWidget* parent, const QString& who, const Stay& stay, StayThen then);
void dischargePatient(Workbench& workbench, QWidget* parent, const QString& who, const Stay& stay,
                      StayThen then);

}  // namespace simrs
