// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/photo_panel.h"

#include <QHBoxLayout>
#include <QPushButton>

#include "app/kit/button.h"
#include "app/kit/button_key.h"
#include "app/kit/error_text.h"
#include "app/kit/form_grid.h"
#include "app/kit/notice_strip.h"
#include "app/kit/path_field.h"
#include "app/kit/portrait.h"
#include "app/kit/theme.h"
#include "app/registration/off_thread.h"

namespace simrs {
namespace {

constexpr int kPreviewHeight = 240;

}  // namespace

PhotoPanel::PhotoPanel(const QString& name, const QImage& now, const CameraSource& cameras, QWidget* parent)
    : QWidget(parent), m_cameras(cameras) {
    const Theme& t = theme();
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(t.px(16));
    m_portrait = new Portrait(kPreviewHeight);
    m_portrait->setObjectName(QStringLiteral("photoPreview"));
    m_portrait->setName(name);
    m_portrait->setPicture(now);
    row->addWidget(m_portrait, 0, Qt::AlignTop);
    row->addWidget(buildWays(), 1);
    m_awayButton->setVisible(!now.isNull());
    setFocusProxy(m_path);
    findCamera();
}

/// A field that loses the focus by being deleted still tells what was typed.
PhotoPanel::~PhotoPanel() { disconnect(m_path, nullptr, this, nullptr); }

QWidget* PhotoPanel::buildWays() {
    auto* ways = new QWidget;
    auto* column = new QVBoxLayout(ways);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme().px(10));
    m_notice = new NoticeStrip;
    m_notice->clear();
    column->addWidget(m_notice);
    auto* form = new FormGrid;
    m_path = new PathField(PathField::Use::Open, tr("Pictures (*.jpg *.jpeg *.png)"));
    m_path->setObjectName(QStringLiteral("photoPathField"));
    form->addField(QStringLiteral("path"), tr("Picture file"), m_path, FormGrid::columns);
    form->setHint(QStringLiteral("path"), tr("F3 looks for one"));
    column->addWidget(form);
    m_cameraButton = makeButton(ButtonKind::Secondary, tr("Camera (F5)"), QStringLiteral("camera"));
    m_cameraButton->setObjectName(QStringLiteral("photoCameraButton"));
    m_cameraButton->hide();
    bindKey(m_cameraButton, Qt::Key_F5);
    column->addWidget(m_cameraButton);
    m_awayButton = makeButton(ButtonKind::Secondary, tr("No photo (F8)"), QStringLiteral("trash"));
    m_awayButton->setObjectName(QStringLiteral("photoAwayButton"));
    bindKey(m_awayButton, Qt::Key_F8);
    column->addWidget(m_awayButton);
    column->addStretch(1);
    connect(m_path, &PathField::chosen, this, &PhotoPanel::readFile);
    connect(m_cameraButton, &QPushButton::clicked, this, &PhotoPanel::cameraPressed);
    connect(m_awayButton, &QPushButton::clicked, this, &PhotoPanel::takeAway);
    return ways;
}

void PhotoPanel::read(const std::function<Result<MadePhoto>()>& work) {
    m_chosen.reset();
    m_isReading = true;
    m_notice->setNotice(ChipKind::Info, tr("Reading the picture…"));
    offThread(this, work, [this, reading = ++m_reading](const Result<MadePhoto>& made) {
        if (reading == m_reading) take(made);
    });
}

void PhotoPanel::readFile(const QString& path) {
    if (path.isEmpty()) return;
    stopCamera();
    read([path] { return photoOfFile(path); });
}

void PhotoPanel::take(const Result<MadePhoto>& made) {
    m_isReading = false;
    if (!made) return complain(errorText(made.error()));
    m_notice->clear();
    m_chosen = made->jpeg;
    m_portrait->setPicture(made->picture);
}

void PhotoPanel::takeAway() {
    stopCamera();
    forget();
    m_notice->clear();
    m_chosen = QByteArray();
    m_portrait->setPicture({});
}

/// Devices are asked beside the screen: a stuck one takes its time.
void PhotoPanel::findCamera() {
    if (!m_cameras.find) return;
    offThread(this, m_cameras.find, [this](const QString& device) {
        m_device = device;
        m_cameraButton->setVisible(!device.isEmpty());
    });
}

/// The first press shows what the camera sees, the next one takes it.
void PhotoPanel::cameraPressed() {
    if (!m_camera) return startCamera();
    if (m_frame.isNull()) return;
    const QImage frame = m_frame;
    stopCamera();
    read([frame] { return photoOfImage(frame); });
}

/// What is being read does not count any more.
void PhotoPanel::forget() {
    ++m_reading;
    m_isReading = false;
    m_chosen.reset();
}

void PhotoPanel::startCamera() {
    m_camera = m_cameras.open(m_device);
    if (!m_camera) return complain(tr("The camera cannot be opened. Choose a file instead."));
    forget();
    m_notice->setNotice(ChipKind::Info, tr("The camera starts…"));
    m_cameraButton->setText(tr("Take the picture (F5)"));
    connect(m_camera.get(), &Camera::frame, this, [this](const QImage& image) {
        if (!m_camera) return;  // one that was on its way
        m_notice->clear();
        m_frame = image;
        m_portrait->setPicture(image);
    });
    connect(m_camera.get(), &Camera::failed, this, [this] {
        stopCamera();
        complain(tr("The camera gives no picture. Is another program using it?"));
    });
    m_camera->start();
}

void PhotoPanel::stopCamera() {
    if (!m_camera) return;
    m_camera->stop();
    // It may be speaking just now.
    m_camera.release()->deleteLater();
    m_frame = {};
    m_cameraButton->setText(tr("Camera (F5)"));
}

void PhotoPanel::complain(const QString& words) { m_notice->setNotice(ChipKind::Warning, words); }

bool PhotoPanel::accept() {
    if (m_chosen) return true;
    if (m_isReading) return false;
    complain(m_camera ? tr("Take the picture first") : tr("Choose a picture first"));
    return false;
}

}  // namespace simrs
