// SPDX-License-Identifier: GPL-3.0-or-later
// Store's part of the feed: numbering in transactions, reading in single pictures.
#include <limits>

#include "common/store/dialect.h"
#include "common/store/key_rows.h"
#include "common/store/store.h"
#include "common/store/wake_signal.h"

namespace simrs {

Uuid Store::newEpoch() { return Uuid::fromBytes(m_services.random.bytes(16)); }

bool Store::numbersAtCommit() const {
    return m_config.engine == Engine::Sqlite && m_form == StoreForm::Server && m_services.numbersFeed;
}

Status Store::makeFeedHead() {
    return attempt(QStringLiteral("make_feed_head"), [&]() -> Status {
        simrs::makeFeedHead(*m_db, newEpoch());
        return {};
    });
}

Result<FeedState> Store::feedState() {
    FeedState state;
    SIMRS_TRY(attempt(QStringLiteral("feed_state"), [&]() -> Status {
        state = readFeedState(*m_db);
        return {};
    }));
    return state;
}

Result<FeedState> Store::numberFeed() {
    // Its writer has left nothing without a number, and a reader could not write.
    if (numbersAtCommit()) return feedState();
    SIMRS_TRY(attempt(QStringLiteral("number_feed"), [&]() -> Status {
        m_db->begin();
        simrs::numberFeed(*m_db);
        commit();
        return {};
    }));
    return feedState();
}

Result<FeedSlice> Store::feedSlice(qint64 from, const QStringList& scopes, int most) {
    FeedSlice slice;
    SIMRS_TRY(attempt(QStringLiteral("feed_slice"), [&]() -> Status {
        slice = readFeedSlice(*m_db, from, scopes, most);
        return {};
    }));
    return slice;
}

Result<FeedPicture> Store::feedPicture(const EntityList& entities, const QString& key, const KeyPlace& after,
                                       int most, qint64 from, const QStringList& kept) {
    FeedPicture picture;
    SIMRS_TRY(attempt(QStringLiteral("feed_picture"), [&]() -> Status {
        picture = {};
        m_db->executeText(dialect::beginStatement(m_config.engine, true));
        try {
            picture.unnumbered = readFeedState(*m_db).unnumbered;
            picture.slice = readFeedSlice(*m_db, from, kept, std::numeric_limits<int>::max() - 1);
            picture.page = pageOfKey(*m_db, entities, key, after, most);
            if (after.kind == 0) picture.rowsOfKey = countRowsOfKey(*m_db, entities, key);
            m_db->control(QStringLiteral("COMMIT"));
        } catch (const StoreFault&) {
            m_db->endRead();
            throw;
        }
        return {};
    }));
    return picture;
}

Result<QSet<QString>> Store::feedScopes(qint64 from, qint64 to) {
    QSet<QString> scopes;
    SIMRS_TRY(attempt(QStringLiteral("feed_scopes"), [&]() -> Status {
        scopes.clear();
        m_db->query(QStringLiteral("SELECT DISTINCT scope FROM feed WHERE seq > ? AND seq <= ?"), {from, to},
                    [&](const Row& row) { scopes.insert(row.value(0).toString()); });
        return {};
    }));
    return scopes;
}

Status Store::beginFeedEpoch() {
    return attempt(QStringLiteral("begin_feed_epoch"), [&]() -> Status {
        replaceFeedEpoch(*m_db, newEpoch());
        return {};
    });
}

Result<FeedHead> Store::durableMark() {
    FeedHead mark;
    SIMRS_TRY(attempt(QStringLiteral("durable_mark"), [&]() -> Status {
        mark = readDurableMark(*m_db);
        return {};
    }));
    return mark;
}

Status Store::setDurableMark(const FeedHead& mark) {
    return attempt(QStringLiteral("set_durable_mark"), [&]() -> Status {
        writeDurableMark(*m_db, mark);
        return {};
    });
}

void Store::awaitFeed(WakeSignal& wake, int ms) {
    if (!m_db || m_db->isLost()) {
        wake.wait(ms);
        return;
    }
    try {
        m_db->awaitNews(QLatin1String(dialect::kFeedChannel), wake, ms);
    } catch (const StoreFault&) {
        // The connection is gone; the next statement opens another.
    }
}

}  // namespace simrs
