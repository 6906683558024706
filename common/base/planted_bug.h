// SPDX-License-Identifier: GPL-3.0-or-later
// Rules that the simulator's self-test breaks on purpose, one at a time, to show that its checkers would
// notice. Only the copy of common/ that is compiled for that test knows of them; in every other build
// isPlanted is false at compile time.
#pragma once

#include <cstdint>

namespace simrs {

enum class PlantedBug {
    None,
    CursorBeforeData,    ///< The position is saved in a transaction of its own, before the rows.
    RedoWithoutUndo,     ///< A batch is applied on top of provisional rows.
    RedoBackwards,       ///< Pending commands run again, newest first.
    NoFifoCheck,         ///< The server takes any seq of a device.
    IdsNotDerived,       ///< A row's id is another each time its command runs.
    TornBatch,           ///< A batch may end in the middle of a transaction.
    HeadSkipsRest,       ///< A batch that was cut says it reaches the head.
    DroppedOnAck,        ///< The server's word ends a command, before its rows are here.
    OutboxBeforeCache,   ///< A command's end reaches the outbox before its rows reach the cache.
    EvictedBlindly,      ///< A row that leaves one key goes, whoever else holds it.
    KeptForEver,         ///< A row stays when its last key is dropped.
    NaiveCursor,         ///< Rows are numbered when they are written, not when they can be seen.
    AnyBatch,            ///< A batch is applied wherever it begins.
    PictureOverwritten,  ///< The last picture of a provisional row is kept, not the first.
    SharedRowForgotten,  ///< A visit comes without its patient.
    MissingRowFails,     ///< A patch of a row that is not held fails its command.
    UnsettledShown,      ///< Provisional rows are made over a picture that may be newer than the position.
    ResultNotInFeed,     ///< A result is told, and nothing more.
    NumberTwice,         ///< A number is not used up with its command.
    SplitTransactions,   ///< Rows are numbered in the order of writing, transactions mixed.
    SentOnce,            ///< A command that was sent is never sent again.
    ForgottenAtRestore,  ///< What the server acknowledged is not sent again after a restore.
    CloneBelieved,       ///< A number that is used already is taken for a gap, and others go past it.
    ResetDropsOutbox,    ///< When the server counts anew, what it has not settled goes with the cache.
    OlderRowWins,        ///< A row is written whatever version is held.
    BaseReread,          ///< An edit is made against the row as it stands, not as its author saw it.
    NumberAtRedo,        ///< A number is drawn each time a command runs.
    DurableTooEarly,     ///< What is committed is taken to be in a copy.
    BlockForgotten,      ///< A block of numbers that a restore has forgotten is nobody's.
    CountersNotSkipped,  ///< A restored server counts on from where its copy stood.
    EndedKept,           ///< What has ended in a lost epoch counts as ended.
    EpochIgnored,        ///< A batch of another epoch is taken like any other.
    ClosedRightUsed,     ///< Stock is handed out under a right that was promised back.
};
constexpr int enumCount(PlantedBug) { return 34; }

#ifdef SIMRS_PLANTED_BUGS
inline PlantedBug plantedBug = PlantedBug::None;
inline bool isPlanted(PlantedBug bug) { return bug == plantedBug; }
inline std::uint32_t nextPlantedTurn() {
    static std::uint32_t turn = 0;
    return ++turn;
}
#else
constexpr bool isPlanted(PlantedBug) { return false; }
constexpr std::uint32_t nextPlantedTurn() { return 0; }
#endif

}  // namespace simrs
