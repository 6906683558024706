// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/photo_box.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include "app/kit/button.h"
#include "app/kit/button_key.h"
#include "app/kit/dialogs.h"
#include "app/kit/error_text.h"
#include "app/kit/label.h"
#include "app/kit/portrait.h"
#include "app/kit/theme.h"
#include "app/registration/off_thread.h"
#include "app/registration/photo_panel.h"
#include "app/shell/page.h"

namespace simrs {
namespace {

constexpr int kHeight = 96;

}  // namespace

PhotoBox::PhotoBox(Workbench& workbench, CameraSource cameras, QWidget* parent)
    : QWidget(parent), m_workbench(workbench), m_cameras(std::move(cameras)), m_command(workbench, this) {
    const Theme& t = theme();
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(t.px(12));
    m_portrait = new Portrait(kHeight);
    m_portrait->setObjectName(QStringLiteral("patientPortrait"));
    row->addWidget(m_portrait, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout;
    column->setSpacing(t.px(6));
    m_button = makeButton(ButtonKind::Secondary, tr("Photo (Ctrl+K)"));
    m_button->setObjectName(QStringLiteral("photoButton"));
    bindKey(m_button, Qt::CTRL | Qt::Key_K);
    column->addWidget(m_button, 0, Qt::AlignLeft);
    m_words = makeLabel(LabelKind::Hint, {});
    m_words->setObjectName(QStringLiteral("photoWords"));
    m_words->setWordWrap(true);
    column->addWidget(m_words);
    column->addStretch(1);
    row->addLayout(column, 1);
    connect(m_button, &QPushButton::clicked, this, &PhotoBox::change);
    clear();
}

void PhotoBox::clear() {
    m_question.cancel();
    m_command.leave();
    m_id = {};
    m_addressed.clear();
    m_picture = {};
    m_portrait->setName({});
    m_portrait->setPicture({});
    m_button->setEnabled(false);
    say({});
}

void PhotoBox::setPatient(const Patient& patient, const QString& addressed) {
    if (patient.id != m_id) clear();
    m_id = patient.id;
    m_addressed = addressed;
    m_portrait->setName(patient.name);
    m_button->setEnabled(m_workbench.backend().may(Permission::CorrectPatient));
    load();
}

void PhotoBox::load() {
    m_question.cancel();
    m_question = m_workbench.backend().ask(GetPhoto{m_id}, this, [this](const Result<PhotoShown>& found) {
        if (found) return shown(*found);
        // The initials say as much as the picture that cannot be had.
        if (m_picture.isNull()) say(tr("The photo is shown when connected."));
    });
}

/// Whose picture it is was decided when it was asked for.
void PhotoBox::shown(const PhotoShown& shown) {
    say({});
    offThread(
        this, [jpeg = shown.photo.jpeg] { return pictureOf(jpeg); },
        [this, id = m_id](const QImage& picture) {
            if (id != m_id) return;
            m_picture = picture;
            m_portrait->setPicture(picture);
        });
}

void PhotoBox::change() {
    Question question;
    question.title = tr("Photo of %1").arg(m_addressed);
    question.text = tr("Look at the person and the picture before you save it.");
    question.actionVerb = tr("Save photo");
    auto* panel = new PhotoPanel(m_addressed, m_picture, m_cameras);
    QByteArray jpeg;
    // The dialog deletes the panel: what was chosen is taken while it is there.
    const bool agreed = m_workbench.dialogs().edit(this, question, panel, [panel, &jpeg] {
        if (!panel->accept()) return false;
        jpeg = *panel->chosen();
        return true;
    });
    if (agreed) keep(jpeg);
}

void PhotoBox::keep(const QByteArray& jpeg) {
    say(tr("Saving…"));
    m_button->setEnabled(false);
    const QString done = jpeg.isEmpty() ? tr("Photo of %1 taken away") : tr("Photo of %1 saved");
    const QString news = done.arg(m_addressed);
    m_command.send(
        SavePhoto{m_id, jpeg}, m_addressed,
        [this, news](const Result<Done>& ended) {
            if (!ended && ended.error().code == ErrorCode::TimedOut)
                return say(tr("No answer yet: it is kept and sent by itself."));
            m_button->setEnabled(true);
            if (!ended) return say(errorText(ended.error()));
            m_workbench.toast(news);
            load();
        },
        [news](const Done&) { return news; });
}

void PhotoBox::say(const QString& words) {
    m_words->setText(words);
    m_words->setVisible(!words.isEmpty());
}

}  // namespace simrs
