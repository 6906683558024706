// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of the command line, one function each. They say their results at the terminal; what keeps
// them from their work they return.
#pragma once

#include "common/base/clock.h"
#include "common/base/random.h"
#include "server/cli/settings.h"

namespace simrs {

struct CliServices {
    const Clock& clock;
    Random& random;
    const Terminal& terminal;
    QProcessEnvironment environment;
};

/// One call of the program.
struct CliCall {
    const CommandLine& line;
    Settings settings;
    const CliServices& services;
};

Outcome<void> serve(const CliCall& call);
Outcome<void> showStatus(const CliCall& call);
Outcome<void> migrate(const CliCall& call);
Outcome<void> makeDemo(const CliCall& call);
Outcome<void> backUp(const CliCall& call);
Outcome<void> restore(const CliCall& call);
Outcome<void> importMasters(const CliCall& call);

Outcome<void> addUser(const CliCall& call);
Outcome<void> resetUserPassword(const CliCall& call);
Outcome<void> disableUser(const CliCall& call);
Outcome<void> enableUser(const CliCall& call);
Outcome<void> grantUserRoles(const CliCall& call);
Outcome<void> revokeUserRoles(const CliCall& call);
Outcome<void> listUsers(const CliCall& call);

Outcome<void> listDevices(const CliCall& call);
Outcome<void> changeDeviceUnits(const CliCall& call);
Outcome<void> freezeDevice(const CliCall& call);
Outcome<void> thawDevice(const CliCall& call);
Outcome<void> wipeDevice(const CliCall& call);

}  // namespace simrs
