// SPDX-License-Identifier: GPL-3.0-or-later
// A device proves who it is by signing the server's random bytes with its own P-256 key.
#pragma once

#include <QByteArray>

#include "common/base/result.h"

namespace simrs {

struct DeviceKey {
    QByteArray privatePem;
    QByteArray publicDer;  ///< SubjectPublicKeyInfo.
};

Result<DeviceKey> makeDeviceKey();
/// ECDSA over SHA-256 of the message, DER.
Result<QByteArray> signWithDeviceKey(const QByteArray& privatePem, const QByteArray& message);
bool deviceSignatureHolds(const QByteArray& publicDer, const QByteArray& message,
                          const QByteArray& signature);

}  // namespace simrs
