// SPDX-License-Identifier: GPL-3.0-or-later
// What stands on paper when a device without a connection has used up its blocks: "T-7KQ2MX-12". The final
// number comes with the server's rows; the temporary one finds the same person for ever.
#pragma once

#include <QString>
#include <optional>

#include "common/base/id.h"

namespace simrs {

struct TemporaryNumber {
    QString device;  ///< shortName() of the device that counted it.
    qint64 count = 0;

    bool operator==(const TemporaryNumber&) const = default;
};

/// Six letters and digits that people do not mix up: 30 bits of a hash of the device's id. Two devices of a
/// hospital of two hundred have the same one with a probability of 1 in 50,000; a number then finds two
/// people, and a person decides.
QString shortName(const DeviceId& device);
QString temporaryText(const TemporaryNumber& number);
/// As it is printed, or as somebody typed it: small letters, O for 0, I and L for 1. Nothing where it is
/// none.
std::optional<TemporaryNumber> readTemporary(const QString& text);

}  // namespace simrs
