// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kit/path_field.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QKeyEvent>

#include "app/kit/icon.h"

namespace simrs {
namespace {

constexpr int kLongestPath = 4'000;

}  // namespace

PathField::PathField(Use use, const QString& filter, QWidget* parent)
    : TextField(TextInput::Free, parent), m_use(use), m_filter(filter) {
    setAtMost(kLongestPath);
    QAction* look = addAction(icon(use == Use::Open ? QStringLiteral("upload") : QStringLiteral("download")),
                              QLineEdit::TrailingPosition);
    look->setText(tr("Choose a file (F3)"));
    look->setToolTip(look->text());
    connect(look, &QAction::triggered, this, &PathField::browse);
    connect(this, &QLineEdit::editingFinished, this, &PathField::take);
}

QString PathField::path() const { return QDir::fromNativeSeparators(text().trimmed()); }

void PathField::setPath(const QString& path) {
    setText(QDir::toNativeSeparators(path));
    m_taken = this->path();
}

void PathField::browse() {
    const QString found = m_use == Use::Open
                              ? QFileDialog::getOpenFileName(this, tr("Choose a file"), path(), m_filter)
                              : QFileDialog::getSaveFileName(this, tr("Save as"), path(), m_filter, nullptr,
                                                             QFileDialog::DontConfirmOverwrite);
    if (found.isEmpty()) return;
    setText(QDir::toNativeSeparators(found));
    take();
}

void PathField::take() {
    if (path() == m_taken) return;
    m_taken = path();
    Q_EMIT chosen(m_taken);
}

void PathField::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_F3 && event->modifiers() == Qt::NoModifier) return browse();
    TextField::keyPressEvent(event);
}

}  // namespace simrs
