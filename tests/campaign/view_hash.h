// SPDX-License-Identifier: GPL-3.0-or-later
// What a view shows, as one hash: the same on client and server where they show the same rows, in whatever
// order the engine gave rows of equal rank.
#pragma once

#include <QByteArray>

namespace simrs::test {

/// `reply`: the encoded answer of ListVisits or GetPatient. Ends the test where it cannot be read.
QByteArray viewHash(qint64 type, const QByteArray& reply);

}  // namespace simrs::test
