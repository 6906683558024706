// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/import_progress.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QVBoxLayout>

#include "app/kit/error_text.h"
#include "app/kit/label.h"
#include "app/kit/theme.h"
#include "app/registration/import_words.h"

namespace simrs {
namespace {

constexpr int kSteps = 1000;

}  // namespace

ImportProgress::ImportProgress(QWidget* parent) : QWidget(parent) {
    const Theme& t = theme();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(t.px(8));
    m_state = makeLabel(LabelKind::Strong, {});
    m_state->setObjectName(QStringLiteral("importState"));
    m_state->setWordWrap(true);
    m_bar = new QProgressBar;
    m_bar->setObjectName(QStringLiteral("importBar"));
    m_bar->setAccessibleName(tr("How far it is"));
    m_bar->setRange(0, kSteps);
    column->addWidget(m_state);
    column->addWidget(m_bar);
    auto* row = new QHBoxLayout;
    row->setSpacing(t.px(24));
    for (int fate = 0; fate < enumCount(ImportFate()); ++fate)
        m_fates.at(static_cast<std::size_t>(fate)) =
            addCount(row, QStringLiteral("fate%1").arg(fate), importFateWord(static_cast<ImportFate>(fate)));
    m_leftOut = addCount(row, QStringLiteral("leftOut"), tr("Values left out"));
    row->addStretch(1);
    column->addLayout(row);
}

QLabel* ImportProgress::addCount(QHBoxLayout* row, const QString& name, const QString& title) {
    auto* cell = new QVBoxLayout;
    cell->setSpacing(0);
    auto* count = makeLabel(LabelKind::Value, QStringLiteral("0"));
    count->setObjectName(name);
    cell->addWidget(count);
    cell->addWidget(makeLabel(LabelKind::Muted, title));
    row->addLayout(cell);
    return count;
}

QString ImportProgress::stateText(const ImportRun& run) {
    constexpr qint64 kMinute = 60;
    switch (run.state()) {
        case ImportRun::State::Idle:
            return tr("Nothing has been taken in yet.");
        case ImportRun::State::Waiting:
            return tr("Waiting for the server. It goes on by itself.");
        case ImportRun::State::Done:
            return tr("Done. Running the same list again takes in nobody twice.");
        case ImportRun::State::Stopped:
            return tr("Stopped. What was taken in stays; running the list again goes on from there.");
        case ImportRun::State::Failed:
            return tr("It ended before the last row. %1 Running the list again goes on from there.")
                .arg(errorText(run.error()));
        case ImportRun::State::Running:
            break;
    }
    const int percent = static_cast<int>(run.share() * 100);
    const qint64 left = run.secondsLeft();
    if (left == 0) return tr("%1 % of the list").arg(percent);
    if (left < kMinute) return tr("%1 % of the list, less than a minute left").arg(percent);
    return tr("%1 % of the list, about %n minute(s) left", nullptr, static_cast<int>(left / kMinute) + 1)
        .arg(percent);
}

void ImportProgress::showRun(const ImportRun& run) {
    const QLocale locale;
    m_state->setText(stateText(run));
    m_bar->setValue(static_cast<int>(run.share() * kSteps));
    for (std::size_t fate = 0; fate < m_fates.size(); ++fate)
        m_fates[fate]->setText(locale.toString(run.counts().fates[fate]));
    m_leftOut->setText(locale.toString(run.counts().leftOut));
}

}  // namespace simrs
