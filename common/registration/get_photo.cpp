// SPDX-License-Identifier: GPL-3.0-or-later
// Showing a patient's picture.
#include <algorithm>

#include "common/registration/patient_photo.h"
#include "common/registration/survivor.h"

namespace simrs {

Result<PhotoShown> GetPhoto::answer(Reader& reader, const Caller&, const GetPhoto& request) {
    if (!reader.authority()) return fail(ErrorCode::NotHeldHere);
    const auto family = familyOf(reader, request.id);
    if (!family) return fail(ErrorCode::PatientUnknown);
    const QList<PatientPhoto> photos = reader.getMany<PatientPhoto>(family->ids());
    const auto newest =
        std::max_element(photos.begin(), photos.end(),
                         [](const PatientPhoto& a, const PatientPhoto& b) { return a.takenAt < b.takenAt; });
    if (newest == photos.end() || newest->jpeg.isEmpty()) return PhotoShown{};
    return PhotoShown{*newest};
}

QList<Uuid> GetPhoto::patients(const Reply& reply) {
    return reply.photo.id.isNull() ? QList<Uuid>() : QList<Uuid>{reply.photo.id.uuid()};
}

}  // namespace simrs
