// SPDX-License-Identifier: GPL-3.0-or-later
// A mark of an epoch that has ended says nothing.
#include "server/exec/durable.h"

namespace simrs {

Result<FeedHead> durableHead(Store& store, Durable durable) {
    SIMRS_ASSIGN(const FeedState state, store.feedState());
    if (durable == Durable::Commit) return state.head;
    SIMRS_ASSIGN(const FeedHead mark, store.durableMark());
    return mark.epoch == state.head.epoch ? mark : FeedHead{state.head.epoch, 0};
}

}  // namespace simrs
