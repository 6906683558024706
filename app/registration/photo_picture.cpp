// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/photo_picture.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>
#include <QImageReader>
#include <QImageWriter>
#include <QPainter>
#include <algorithm>
#include <array>

#include "common/registration/patient_photo.h"

namespace simrs {
namespace {

constexpr qint64 kMostFileBytes = 32 * 1024 * 1024;
constexpr int kMostEdge = 20'000;
constexpr int kLeastEdge = 32;
constexpr std::array kQualities = {85, 75, 65, 50, 35};

QSize fitted(const QSize& size) {
    const QSize most(limits::kPhotoEdge, limits::kPhotoEdge);
    return size.width() <= most.width() && size.height() <= most.height()
               ? size
               : size.scaled(most, Qt::KeepAspectRatio);
}

/// Nothing but the points: what is written beside them in the file stays behind.
QImage bare(const QImage& image) {
    QImage out(image.size(), QImage::Format_RGB888);
    out.fill(Qt::white);
    QPainter painter(&out);
    painter.drawImage(0, 0, image);
    return out;
}

QByteArray jpegOf(const QImage& image, int quality) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "jpeg");
    writer.setQuality(quality);
    return writer.write(image) ? bytes : QByteArray();
}

/// Only the formats that counters meet: the fewer decoders, the fewer holes.
QImage decoded(const QByteArray& bytes, int mostEdge) {
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    const QByteArray format = bytes.startsWith("\xff\xd8\xff")        ? QByteArray("jpeg")
                              : bytes.startsWith("\x89PNG\r\n\x1a\n") ? QByteArray("png")
                                                                      : QByteArray();
    if (format.isEmpty()) return {};
    QImageReader reader(&buffer, format);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (!size.isValid() || std::max(size.width(), size.height()) > mostEdge ||
        std::min(size.width(), size.height()) < kLeastEdge)
        return {};
    // A JPEG is made small while it is read; a bit larger than needed, for smooth edges.
    const QSize needed = fitted(size) * 2;
    if (format == "jpeg" && needed.width() < size.width()) reader.setScaledSize(needed);
    return reader.read();
}

}  // namespace

Result<MadePhoto> photoOfImage(const QImage& image) {
    if (std::min(image.width(), image.height()) < kLeastEdge) return fail(ErrorCode::PictureInvalid);
    const QSize size = fitted(image.size()).expandedTo({1, 1});
    const QImage small = bare(image.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    for (const int quality : kQualities) {
        const QByteArray jpeg = jpegOf(small, quality);
        if (!jpeg.isEmpty() && checkPhoto(jpeg)) return MadePhoto{jpeg, small};
    }
    return fail(ErrorCode::PictureInvalid);
}

Result<MadePhoto> photoOfFile(const QString& path) {
    QFile file(path);
    const QString name = QFileInfo(path).fileName();
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, {name});
    if (file.size() > kMostFileBytes) return fail(ErrorCode::PictureInvalid);
    return photoOfImage(decoded(file.readAll(), kMostEdge));
}

/// Few bytes can say that they are of any size: what is kept was made small here or at another desk.
QImage pictureOf(const QByteArray& jpeg) {
    return checkPhoto(jpeg) ? decoded(jpeg, limits::kPhotoEdge) : QImage();
}

}  // namespace simrs
