// SPDX-License-Identifier: GPL-3.0-or-later
// The command of a form on its way. A person may go on with something else before it has ended; what became
// of it then stands in the message log, never on the page of the next patient.
#pragma once

#include <QHash>
#include <QObject>
#include <functional>

#include "app/client/backend.h"

namespace simrs {

class Workbench;

class FormCommand final : public QObject {
    Q_OBJECT
  public:
    /// The good news of a reply, for the message log; empty where there is nothing new in it.
    template <class Reply>
    using News = std::function<QString(const Reply&)>;

    explicit FormCommand(Workbench& workbench, QObject* parent);

    /// Sends a command and keeps it as the form's. `ended` is called while it is: with TimedOut when there is
    /// no answer yet, then once more with its end; after leave() not any more. `about` names whom it
    /// concerns.
    template <CommandRequest C>
    void send(C command, const QString& about, Backend::Then<typename C::Reply> ended,
              News<typename C::Reply> news) {
        const CommandId id = begin();
        const auto tell = [this, id, about, ended, news](const Result<typename C::Reply>& result,
                                                         bool isLogged) {
            if (isOwn(id)) {
                leave();
                return ended(result);
            }
            if (result)
                reportDone(news(*result));
            else if (!isLogged)
                reportRefused(about, result.error());
        };
        m_late.insert(id, [tell](const CommandOutcome& outcome) { tell(outcome.as<C>(), true); });
        const auto answered = [this, id, tell, ended](const Result<typename C::Reply>& result) {
            const bool isOpen = !result && result.error().code == ErrorCode::TimedOut;
            if (!isOpen) {
                m_late.remove(id);
                tell(result, false);
            } else if (isOwn(id)) {
                ended(result);
            }
        };
        backend().submit(std::move(command), this, answered, id);
    }

    /// The command on its way; null where there is none.
    const CommandId& own() const { return m_own; }
    /// The form goes on with something else; what is under way goes on without it.
    void leave() { m_own = {}; }
    /// Takes back what was not sent yet. Errors: as Backend::withdraw.
    void withdraw(std::function<void(Status)> then);

  private:
    CommandId begin();
    bool isOwn(const CommandId& id) const { return id == m_own; }
    Backend& backend();
    void reportDone(const QString& news);
    void reportRefused(const QString& about, const Error& error);

    Workbench& m_workbench;
    CommandId m_own;  // null: none is under way, or it was left
    QHash<CommandId, std::function<void(const CommandOutcome&)>> m_late;
};

}  // namespace simrs
