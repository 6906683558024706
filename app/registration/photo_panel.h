// SPDX-License-Identifier: GPL-3.0-or-later
// Where a patient's picture is chosen: from a file or a camera, looked at before it is kept. The content of a
// dialog.
#pragma once

#include <QWidget>
#include <functional>
#include <optional>

#include "app/kit/camera.h"
#include "app/registration/photo_picture.h"

class QPushButton;

namespace simrs {

class NoticeStrip;
class PathField;
class Portrait;

class PhotoPanel final : public QWidget {
    Q_OBJECT
  public:
    /// `name` is the patient's, `now` the picture there is.
    PhotoPanel(const QString& name, const QImage& now, const CameraSource& cameras,
               QWidget* parent = nullptr);
    ~PhotoPanel() override;

    /// What is to be kept: without bytes, no picture any more. Nothing while nothing was chosen.
    const std::optional<QByteArray>& chosen() const { return m_chosen; }
    /// A picture is on its way from a file or the camera.
    bool isReading() const { return m_isReading; }
    /// For the dialog: false, with words, while there is nothing to keep.
    bool accept();

  private:
    QWidget* buildWays();
    void readFile(const QString& path);
    void read(const std::function<Result<MadePhoto>()>& work);
    void take(const Result<MadePhoto>& made);
    void takeAway();
    void forget();
    void findCamera();
    void cameraPressed();
    void startCamera();
    void stopCamera();
    void complain(const QString& words);

    CameraSource m_cameras;
    QString m_device;  // empty: no camera
    std::unique_ptr<Camera> m_camera;
    QImage m_frame;  // the newest of the camera
    std::optional<QByteArray> m_chosen;
    int m_reading = 0;  // only the last picture that was chosen counts
    bool m_isReading = false;
    Portrait* m_portrait;
    NoticeStrip* m_notice;
    PathField* m_path;
    QPushButton *m_cameraButton, *m_awayButton;
};

}  // namespace simrs
