// SPDX-License-Identifier: GPL-3.0-or-later
// Making the picture that is kept of a patient out of whatever a file or a camera gives. Takes a while: for
// another thread than the screen's.
#pragma once

#include <QImage>

#include "common/base/result.h"

namespace simrs {

/// A small JPEG and what it shows.
struct MadePhoto {
    QByteArray jpeg;
    QImage picture;
};

/// Upright, at most limits::kPhotoEdge on its longer side and limits::kPhotoBytes long, without what cameras
/// note beside (place, time, owner). JPEG and PNG are read. Errors: FileUnreadable (args: the file's name),
/// PictureInvalid.
Result<MadePhoto> photoOfFile(const QString& path);
/// Error: PictureInvalid.
Result<MadePhoto> photoOfImage(const QImage& image);
/// What a kept picture shows; null where it is none, or larger than a kept one can be.
QImage pictureOf(const QByteArray& jpeg);

}  // namespace simrs
