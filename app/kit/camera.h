// SPDX-License-Identifier: GPL-3.0-or-later
// A camera of this computer, behind as little as a page needs of it, so that tests bring one of their own.
#pragma once

#include <QImage>
#include <QObject>
#include <functional>
#include <memory>

namespace simrs {

/// Works on a thread of its own; its signals come on the thread of who has made it.
class Camera : public QObject {
    Q_OBJECT
  public:
    using QObject::QObject;

    virtual void start() = 0;
    virtual void stop() = 0;

  Q_SIGNALS:
    /// Some times a second, from start to stop.
    void frame(const QImage& image);
    /// It does not work, or not any more. No frame comes after it.
    void failed();
};

/// Where cameras come from.
struct CameraSource {
    /// The name of a device that can be opened; empty: there is none. May take a while: not for the thread of
    /// the screen.
    std::function<QString()> find;
    std::function<std::unique_ptr<Camera>(const QString& device)> open;
};

/// The first camera that the kernel's own interface (V4L2) offers with JPEG frames, as those on USB do. Other
/// systems than Linux have none.
CameraSource cameraOfComputer();

}  // namespace simrs
