// SPDX-License-Identifier: GPL-3.0-or-later
// What became of commands whose form was left is told through the workbench.
#include "app/shell/form_command.h"

#include "app/kit/error_text.h"
#include "app/shell/page.h"

namespace simrs {

FormCommand::FormCommand(Workbench& workbench, QObject* parent) : QObject(parent), m_workbench(workbench) {
    connect(&workbench.backend(), &Backend::commandEnded, this, [this](const CommandOutcome& outcome) {
        if (outcome.late && m_late.contains(outcome.id)) m_late.take(outcome.id)(outcome);
    });
}

Backend& FormCommand::backend() { return m_workbench.backend(); }

CommandId FormCommand::begin() {
    m_own = backend().newCommandId();
    return m_own;
}

void FormCommand::withdraw(std::function<void(Status)> then) {
    const CommandId id = m_own;
    backend().withdraw(id, this, [this, id, then = std::move(then)](const Status& done) {
        if (done) {
            m_late.remove(id);
            if (isOwn(id)) m_own = {};
        }
        then(done);
    });
}

void FormCommand::reportDone(const QString& news) {
    if (!news.isEmpty()) m_workbench.report(news, false);
}

void FormCommand::reportRefused(const QString& about, const Error& error) {
    m_workbench.report(tr("%1: nothing was saved. %2").arg(about, errorText(error)), true);
}

}  // namespace simrs
