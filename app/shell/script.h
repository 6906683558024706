// SPDX-License-Identifier: GPL-3.0-or-later
// What --tour and --shots do: the shell's own steps around those of the features.
#pragma once

#include <memory>

#include "app/shell/driver.h"

namespace simrs {

/// What a feature brings. In the tour `main` is its job from the first page on; for the shots `pages` goes
/// over its pages, with one picture each. Both begin on any page, with somebody in.
struct FeatureScript {
    TourSteps main;
    TourSteps pages;
};

/// Starts what the command line asks for and ends the program with 0 when every step succeeded, 1 when not.
/// Null where nothing is asked for.
std::unique_ptr<Driver> startScript(MainWindow& window, const ClientOptions& options,
                                    const QList<FeatureScript>& features);

/// Signs in with a demo account; without a picture where `picture` is empty.
TourSteps signInSteps(const QString& login, const QString& picture);

}  // namespace simrs
