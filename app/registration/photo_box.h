// SPDX-License-Identifier: GPL-3.0-or-later
// A patient's picture on a page, and the key that takes another one.
#pragma once

#include <QWidget>

#include "app/client/backend.h"
#include "app/kit/camera.h"
#include "app/shell/form_command.h"
#include "common/registration/patient_photo.h"

class QLabel;
class QPushButton;

namespace simrs {

class Portrait;
class Workbench;

class PhotoBox final : public QWidget {
    Q_OBJECT
  public:
    explicit PhotoBox(Workbench& workbench, CameraSource cameras = cameraOfComputer(),
                      QWidget* parent = nullptr);

    /// Asks for the picture of another patient; shows the initials until it comes. The same one: keeps what
    /// is shown.
    void setPatient(const Patient& patient, const QString& addressed);
    /// Nobody is shown.
    void clear();

  private:
    void load();
    void shown(const PhotoShown& shown);
    void change();
    void keep(const QByteArray& jpeg);
    void say(const QString& words);

    Workbench& m_workbench;
    CameraSource m_cameras;
    FormCommand m_command;
    PatientId m_id;
    QString m_addressed;
    QImage m_picture;
    Cancel m_question;
    Portrait* m_portrait;
    QLabel* m_words;
    QPushButton* m_button;
};

}  // namespace simrs
