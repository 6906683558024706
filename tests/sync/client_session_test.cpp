// SPDX-License-Identifier: GPL-3.0-or-later
// The device's half of a connection, step by step: what it sends when, and what it sends again.
#include <QTest>

#include "common/sync/client_session.h"

using namespace simrs;

namespace {

const FollowFeed kPosition{Uuid::named("epoch"), 7, {QStringLiteral("reference")}, false, 0, {}};

QList<OutboxEntry> queueOf(int count) {
    QList<OutboxEntry> queue;
    for (int seq = 1; seq <= count; ++seq) {
        OutboxEntry entry;
        entry.id = CommandId(Uuid::named(QByteArray::number(seq)));
        entry.seq = seq;
        queue.append(entry);
    }
    return queue;
}

ResultMessage resultOf(qint64 seq) {
    ResultMessage message;
    message.result.seq = seq;
    return message;
}

/// What the server says to who stands at kPosition.
FeedBatch answer() {
    FeedBatch batch;
    batch.epoch = batch.fromEpoch = kPosition.epoch;
    batch.from = kPosition.seq;
    batch.keys = kPosition.keys;
    return batch;
}

class ClientSessionTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void init() {
        m_session = std::make_unique<ClientSession>(kPosition);
        m_follows = m_applied = m_resets = 0;
    }

    void nothingIsSentWithoutAConnection() {
        QVERIFY(m_session->step(client_event::Grew{}, 0, queueOf(3)).empty());
        QVERIFY(m_session->step(client_event::Ticked{}, 100'000, queueOf(3)).empty());
    }

    void aConnectionBeginsWithTheQueueAndTheFeed() {
        QCOMPARE(sent(client_event::Opened{}, 0, queueOf(3)), QList<int>({1, 2, 3}));
        QCOMPARE(m_follows, 1);
    }

    void noMoreThanTheWindowIsOnItsWay() {
        const QList<OutboxEntry> queue = queueOf(200);
        QCOMPARE(sent(client_event::Opened{}, 0, queue).size(), SessionTimes().window);
        QVERIFY(sent(client_event::Grew{}, 1, queue).isEmpty());
        QCOMPARE(sent(client_event::Answered{resultOf(1)}, 2, queue), QList<int>({65}));
    }

    void silenceIsAnsweredBySendingAgain() {
        const QList<OutboxEntry> queue = queueOf(3);
        sent(client_event::Opened{}, 0, queue);
        sent(client_event::Answered{resultOf(1)}, 1000, queue);
        QVERIFY(sent(client_event::Ticked{}, 5000, queue).isEmpty());
        QCOMPARE(sent(client_event::Ticked{}, 6000, queue), QList<int>({2, 3}));
    }

    void theServerSaysWhereToGoOn() {
        const QList<OutboxEntry> queue = queueOf(4);
        sent(client_event::Opened{}, 0, queue);
        ResultMessage gap = resultOf(4);
        gap.infrastructure = qint64(ErrorCode::OutOfOrder);
        gap.expectedSeq = 2;
        // Those behind it are answered the same; all are sent again once.
        QVERIFY(sent(client_event::Answered{gap}, 10, queue).isEmpty());
        QVERIFY(sent(client_event::Answered{gap}, 11, queue).isEmpty());
        QCOMPARE(sent(client_event::Ticked{}, 510, queue), QList<int>({2, 3, 4}));
    }

    /// It has answered them before it was restored, on this very connection: a relay has kept it.
    void whatIsAskedForAgainIsSentThoughItWasAnswered() {
        const QList<OutboxEntry> queue = queueOf(4);
        sent(client_event::Opened{}, 0, queue);
        for (int seq = 1; seq <= 3; ++seq) sent(client_event::Answered{resultOf(seq)}, 10, queue);
        ResultMessage gap = resultOf(4);
        gap.infrastructure = qint64(ErrorCode::OutOfOrder);
        gap.expectedSeq = 2;
        sent(client_event::Answered{gap}, 20, queue);
        QCOMPARE(sent(client_event::Ticked{}, 520, queue), QList<int>({2, 3, 4}));
    }

    void aServerThatCannotIsLeftInPeaceForAWhile() {
        const QList<OutboxEntry> queue = queueOf(1);
        sent(client_event::Opened{}, 0, queue);
        ResultMessage unable = resultOf(1);
        unable.infrastructure = qint64(ErrorCode::DatabaseUnavailable);
        QVERIFY(sent(client_event::Answered{unable}, 10, queue).isEmpty());
        QVERIFY(sent(client_event::Ticked{}, 500, queue).isEmpty());
        QCOMPARE(sent(client_event::Ticked{}, 510, queue), QList<int>({1}));
        QVERIFY(sent(client_event::Answered{unable}, 520, queue).isEmpty());
        QVERIFY(sent(client_event::Ticked{}, 1400, queue).isEmpty());
        QCOMPARE(sent(client_event::Ticked{}, 1520, queue), QList<int>({1}));
    }

    void aFailureOfAllThatWasOnItsWayIsOne() {
        const QList<OutboxEntry> queue = queueOf(8);
        sent(client_event::Opened{}, 0, queue);
        for (int seq = 1; seq <= 8; ++seq) {
            ResultMessage unable = resultOf(seq);
            unable.infrastructure = qint64(ErrorCode::DatabaseUnavailable);
            QVERIFY(sent(client_event::Answered{unable}, 10, queue).isEmpty());
        }
        QCOMPARE(sent(client_event::Ticked{}, 510, queue).size(), 8);
    }

    void aNewConnectionSendsAllAgain() {
        const QList<OutboxEntry> queue = queueOf(2);
        sent(client_event::Opened{}, 0, queue);
        sent(client_event::Answered{resultOf(1)}, 10, queue);
        sent(client_event::Closed{}, 20, queue);
        QCOMPARE(sent(client_event::Opened{}, 30, queue), QList<int>({1, 2}));
    }

    void heldKeysAreComparedInTurns() {
        SessionTimes times;
        times.verifyMs = 1000;
        m_session = std::make_unique<ClientSession>(kPosition, times);
        m_session->step(client_event::Opened{}, 0, {});
        const auto asked = [&](std::int64_t nowMs) {
            QString key;
            for (const ClientAction& action : m_session->step(client_event::Ticked{}, nowMs, {}))
                if (const auto* follow = std::get_if<client_action::SendFollow>(&action))
                    key = follow->position.verify;
            return key;
        };
        QVERIFY(asked(999).isEmpty());
        QCOMPARE(asked(1000), QStringLiteral("reference"));
        QVERIFY(asked(1001).isEmpty());
        QCOMPARE(asked(2000), QStringLiteral("reference"));
    }

    void oneBatchAtATime() {
        sent(client_event::Opened{}, 0, {});
        const FeedBatch batch = answer();
        sent(client_event::Came{batch}, 10, {});
        QCOMPARE(m_applied, 1);
        sent(client_event::Came{batch}, 11, {});
        QCOMPARE(m_applied, 1);
        QCOMPARE(m_follows, 1);
        FollowFeed next = kPosition;
        next.seq = 9;
        sent(client_event::Stands{next}, 12, {});
        QCOMPARE(m_follows, 2);
    }

    void aLostQuestionIsAskedAgain() {
        sent(client_event::Opened{}, 0, {});
        sent(client_event::Ticked{}, 14'000, {});
        QCOMPARE(m_follows, 1);
        sent(client_event::Ticked{}, 15'000, {});
        QCOMPARE(m_follows, 2);
    }

    void aBatchThatCouldNotBeAppliedIsAskedForLater() {
        sent(client_event::Opened{}, 0, {});
        const FeedBatch batch = answer();
        sent(client_event::Came{batch}, 10, {});
        sent(client_event::Failed{}, 20, {});
        QCOMPARE(m_follows, 1);
        sent(client_event::Ticked{}, 15'020, {});
        QCOMPARE(m_follows, 2);
    }

    void aSecondAnswerAsksNothing() {
        sent(client_event::Opened{}, 0, {});
        QCOMPARE(m_follows, 1);
        FeedBatch batch = answer();
        batch.to = 9;
        sent(client_event::Came{batch}, 10, {});
        FollowFeed next = kPosition;
        next.seq = 9;
        sent(client_event::Stands{next}, 11, {});
        QCOMPARE(m_follows, 2);
        sent(client_event::Came{batch}, 12, {});
        QCOMPARE(m_applied, 1);
        QCOMPARE(m_follows, 2);
    }

    /// And what was answered before goes once more, on the very connection.
    void anotherEpochEmptiesTheCache() {
        const QList<OutboxEntry> queue = queueOf(3);
        sent(client_event::Opened{}, 0, queue);
        for (int seq = 1; seq <= 3; ++seq) sent(client_event::Answered{resultOf(seq)}, 10, queue);
        FeedBatch batch = answer();
        batch.epoch = Uuid::named("after the restore");
        const QList<int> again = sent(client_event::Came{batch}, 20, queue);
        QCOMPARE(m_applied, 0);
        QCOMPARE(m_resets, 1);
        QCOMPARE(again, QList<int>({1, 2, 3}));
    }

    /// Said before the restore and brought by a relay long after it: the new server has not said so.
    void whatAnOldServerSaidEmptiesNothing() {
        sent(client_event::Opened{}, 0, {});
        FeedBatch late = answer();
        late.epoch = late.fromEpoch = Uuid::named("before the restore");
        sent(client_event::Came{late}, 10, {});
        late.epoch = kPosition.epoch;
        sent(client_event::Came{late}, 11, {});
        QCOMPARE(m_applied, 0);
        QCOMPARE(m_resets, 0);
    }

  private:
    QList<int> sent(const ClientEvent& event, std::int64_t nowMs, const QList<OutboxEntry>& queue) {
        QList<int> seqs;
        for (const ClientAction& action : m_session->step(event, nowMs, queue)) {
            if (const auto* send = std::get_if<client_action::SendCommand>(&action)) {
                for (const OutboxEntry& entry : queue)
                    if (entry.id == send->id) seqs.append(static_cast<int>(entry.seq));
            }
            m_follows += std::holds_alternative<client_action::SendFollow>(action);
            m_applied += std::holds_alternative<client_action::Apply>(action);
            m_resets += std::holds_alternative<client_action::Reset>(action);
        }
        return seqs;
    }

    std::unique_ptr<ClientSession> m_session;
    int m_follows = 0;
    int m_applied = 0;
    int m_resets = 0;
};

}  // namespace

QTEST_GUILESS_MAIN(ClientSessionTest)
#include "client_session_test.moc"
