// SPDX-License-Identifier: GPL-3.0-or-later
// A registration counter without a screen: the real Backend, worked by a seeded script instead of a person.
// Everything it is told and sees goes to its history before its next act.
#pragma once

#include <QTimer>
#include <map>

#include "app/client/backend.h"
#include "common/registration/requests.h"
#include "tests/campaign/history.h"

namespace simrs::test {

class Counter final : public QObject {
    Q_OBJECT
  public:
    struct Config {
        LinkConfig link;
        QString history;
        QString login;
        QString password;
        int number = 0;  ///< Which counter of the campaign; makes its names and values its own.
        std::uint64_t seed = 1;
    };
    explicit Counter(Config config);

    /// One line of orders: "work <mean gap in ms>", "settle <deadline in ms>", "view", "quit".
    void obey(const QByteArray& order);

  Q_SIGNALS:
    /// "ready", "settled", "stuck", "viewed".
    void said(const QByteArray& word);
    void quitting();

  private:
    void logIn();
    void ready();
    void act();
    void registerPatient();
    void registerVisit();
    void editPatient();
    void cancelVisit();
    void readPatient(const PatientId& id);
    void settle();
    void view();
    void viewNext();

    /// Submits, and writes down what it was told.
    template <CommandRequest C>
    void submit(const C& command, Told draft, std::function<void(const typename C::Reply&)> then = {});
    void ended(const CommandOutcome& outcome);
    void knowVisits(const VisitList& list);
    void know(const PatientId& id);
    /// Null where nothing is known.
    PatientId anyPatient();
    int waiting() const;
    bool chance(int percent) { return m_random.below(100) < static_cast<std::uint64_t>(percent); }
    Patient newPatient();
    QString ownText(const char* what);

    Config m_config;
    SeededRandom m_random;
    HistoryWriter m_history;
    Backend m_backend;
    std::unique_ptr<LiveQuery> m_live;
    QTimer m_act;
    QTimer m_settle;
    bool m_ready = false;
    int m_gapMs = 0;  // 0: no acts.
    int m_open = 0;   // Questions and commands under way.
    std::int64_t m_settleBeganMs = 0;
    std::int64_t m_settleMostMs = 0;
    SystemClock m_clock;

    std::vector<PatientId> m_patients;
    std::map<PatientId, Patient> m_files;                    // As last read, or as changed by its own edits.
    std::vector<VisitLine> m_visits;                         // The newest of the day.
    std::map<CommandId, Told> m_edits;                       // Of this life, for results that come late.
    std::vector<std::pair<qint64, QByteArray>> m_questions;  // Of the view.
    int m_viewTries = 0;
};

}  // namespace simrs::test
