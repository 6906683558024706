// SPDX-License-Identifier: GPL-3.0-or-later
// A patient's picture: a small JPEG that the client has made, so that the server never decodes what somebody
// sent. Held by the server alone: no counter carries the faces of a town about.
#pragma once

#include "common/core/request_table.h"
#include "common/registration/patient.h"

namespace simrs {

namespace limits {
inline constexpr qsizetype kPhotoBytes = 64 * 1024;
inline constexpr int kPhotoEdge = 480;  ///< Pixels of the longer side.
}  // namespace limits

/// Under the patient's id. Without bytes: there was one and it was taken away.
struct PatientPhoto {
    PatientId id;
    QByteArray jpeg;
    Instant takenAt;
    UserId takenBy;

    bool operator==(const PatientPhoto&) const = default;
};
template <>
inline constexpr std::array fieldsOf<PatientPhoto> = {
    field<&PatientPhoto::id>(1, "id"),
    // The audit says that it changed; the picture itself would swell it.
    field<&PatientPhoto::jpeg>(2, "jpeg", {.secret = true, .personal = true}),
    field<&PatientPhoto::takenAt>(3, "taken_at"),
    field<&PatientPhoto::takenBy>(4, "taken_by"),
};
static_assert(wellDescribed<PatientPhoto>());
template <>
inline constexpr EntityInfo entityInfo<PatientPhoto>{.kind = 55,
                                                     .table = "patient_photo",
                                                     .conflict = ConflictClass::ServerOnly,
                                                     .foreign = {{{"id", "patient"}}},
                                                     .scope = {ScopeRule::Form::ServerOnly},
                                                     .personColumn = "id"};

/// By the marks at both ends and the length alone: a JPEG is decoded where it is shown. Empty passes. Errors:
/// PictureInvalid.
Status checkPhoto(const QByteArray& jpeg);

/// Puts a picture in the place of the one there was; an empty one takes it away. Of a merged file: the file
/// that stays. Errors: PictureInvalid, PatientUnknown.
struct SavePhoto {
    PatientId id;
    QByteArray jpeg;
    bool operator==(const SavePhoto&) const = default;
    static constexpr RequestInfo info{271, "save_photo", Permission::CorrectPatient, RequestKind::Wish};
    using Reply = Done;
    static Status prepare(Prepare& prepare, SavePhoto& command);
    static Status check(Reader& reader, const CommandContext& context, const SavePhoto& command);
    static Status apply(WishTx& tx, const CommandContext& context, const SavePhoto& command);
    static Reply outcome(FactTx&, const SavePhoto&) { return {}; }
    static QList<NumberUse> numbers(const SavePhoto&) { return {}; }
};
template <>
inline constexpr std::array fieldsOf<SavePhoto> = {
    field<&SavePhoto::id>(1, "id"),
    field<&SavePhoto::jpeg>(2, "jpeg"),
};
static_assert(wellDescribed<SavePhoto>());

struct PhotoShown {
    PatientPhoto photo;  ///< Null id: there is none.
    bool operator==(const PhotoShown&) const = default;
};
template <>
inline constexpr std::array fieldsOf<PhotoShown> = {field<&PhotoShown::photo>(1, "photo")};
static_assert(wellDescribed<PhotoShown>());

/// The newest picture among all files of this person. Errors: PatientUnknown, NotHeldHere.
struct GetPhoto {
    PatientId id;
    bool operator==(const GetPhoto&) const = default;
    static constexpr RequestInfo info{272, "get_photo", Permission::ViewPatient, RequestKind::Query};
    using Reply = PhotoShown;
    static Result<Reply> answer(Reader& reader, const Caller& caller, const GetPhoto& request);
    static QList<Uuid> patients(const Reply& reply);
    static QStringList topics(const GetPhoto&) { return {}; }
};
template <>
inline constexpr std::array fieldsOf<GetPhoto> = {field<&GetPhoto::id>(1, "id")};
static_assert(wellDescribed<GetPhoto>());

using PhotoRequests = RequestList<SavePhoto, GetPhoto>;

}  // namespace simrs
