// SPDX-License-Identifier: GPL-3.0-or-later
// Keeping a patient's picture.
#include "common/registration/patient_photo.h"
#include "common/registration/survivor.h"

namespace simrs {

Status checkPhoto(const QByteArray& jpeg) {
    if (jpeg.isEmpty()) return {};
    const bool good =
        jpeg.size() <= limits::kPhotoBytes && jpeg.startsWith("\xff\xd8\xff") && jpeg.endsWith("\xff\xd9");
    return good ? Status() : Status(fail(ErrorCode::PictureInvalid));
}

Status SavePhoto::prepare(Prepare& prepare, SavePhoto& command) {
    return check(prepare.reader(), prepare.context(), command);
}

Status SavePhoto::check(Reader& reader, const CommandContext&, const SavePhoto& command) {
    SIMRS_TRY(checkPhoto(command.jpeg));
    if (!reader.authority() || survivorOf(reader, command.id)) return {};
    return fail(ErrorCode::PatientUnknown);
}

Status SavePhoto::apply(WishTx& tx, const CommandContext& context, const SavePhoto& command) {
    const auto patient = survivorOf(tx, command.id);
    if (!patient) return tx.authority() ? Status(fail(ErrorCode::PatientUnknown)) : Status();
    const PatientPhoto photo{patient->id, command.jpeg, context.at, context.actor};
    if (!tx.patch<PatientPhoto>(photo.id, [&](PatientPhoto& row) { row = photo; })) tx.insert(photo);
    return {};
}

}  // namespace simrs
