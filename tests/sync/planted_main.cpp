// SPDX-License-Identifier: GPL-3.0-or-later
// simrs-sim-planted: is the simulator blind? Breaks one rule after the other and counts the seeds until a
// checker says so. A bug that is not found within the limit is a fault of the simulator.
#include <QCommandLineParser>
#include <QCoreApplication>
#include <cstdio>

#include "common/base/log.h"
#include "common/base/planted_bug.h"
#include "tests/sync/sim_world.h"

namespace {

using simrs::PlantedBug;

struct Named {
    PlantedBug bug;
    const char* name;
};
constexpr Named kBugs[] = {
    {PlantedBug::CursorBeforeData, "position saved before the rows"},
    {PlantedBug::RedoWithoutUndo, "redo without undo"},
    {PlantedBug::RedoBackwards, "redo newest first"},
    {PlantedBug::NoFifoCheck, "no order of a device's commands"},
    {PlantedBug::IdsNotDerived, "ids not derived from the command"},
    {PlantedBug::TornBatch, "batch ends inside a transaction"},
    {PlantedBug::HeadSkipsRest, "cut batch says it is whole"},
    {PlantedBug::DroppedOnAck, "command dropped on the server's word"},
    {PlantedBug::OutboxBeforeCache, "outbox ends before the cache has the rows"},
    {PlantedBug::EvictedBlindly, "row evicted while another key holds it"},
    {PlantedBug::KeptForEver, "row kept after its last key"},
    {PlantedBug::NaiveCursor, "naive cursor"},
    {PlantedBug::AnyBatch, "batch applied wherever it begins"},
    {PlantedBug::PictureOverwritten, "last picture kept instead of the first"},
    {PlantedBug::SharedRowForgotten, "visit without its patient"},
    {PlantedBug::MissingRowFails, "patch of a missing row fails"},
    {PlantedBug::UnsettledShown, "redo over an unsettled picture"},
    {PlantedBug::ResultNotInFeed, "result not in the feed"},
    {PlantedBug::NumberTwice, "number not used up"},
    {PlantedBug::SplitTransactions, "transactions mixed by the sequencer"},
    {PlantedBug::SentOnce, "sent once"},
    {PlantedBug::ForgottenAtRestore, "acknowledged and lost in a restore"},
    {PlantedBug::CloneBelieved, "two machines with one outbox believed"},
    {PlantedBug::ResetDropsOutbox, "reset drops the outbox"},
    {PlantedBug::OlderRowWins, "applied without comparing versions"},
    {PlantedBug::BaseReread, "base of an edit read again"},
    {PlantedBug::NumberAtRedo, "number drawn again at redo"},
    {PlantedBug::DurableTooEarly, "committed taken for copied"},
    {PlantedBug::BlockForgotten, "block forgotten by a restore"},
    {PlantedBug::CountersNotSkipped, "restored counters count on"},
    {PlantedBug::EndedKept, "ended in a lost epoch"},
    {PlantedBug::EpochIgnored, "epoch ignored"},
    {PlantedBug::ClosedRightUsed, "stock under a right that was given back"},
};
static_assert(std::size(kBugs) + 1 == simrs::enumCount(PlantedBug{}));

/// The first seed that shows it, counted from `start`; 0: none did.
qint64 seedsToFind(qint64 start, qint64 most, QString& words) {
    simrs::sim::FilePool pool;
    for (qint64 seed = start; seed < start + most; ++seed) {
        const simrs::sim::RunStats run = simrs::sim::World(static_cast<std::uint64_t>(seed), pool).run();
        if (run.violations.isEmpty()) continue;
        words = run.violations.first();
        return seed - start + 1;
    }
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    simrs::setLogLevel(simrs::LogLevel::Error);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOption({QStringLiteral("most"), QStringLiteral("seeds until a bug counts as not found"),
                      QStringLiteral("N"), QStringLiteral("2000")});
    parser.addOption({QStringLiteral("start"), QStringLiteral("the first seed"), QStringLiteral("S"),
                      QStringLiteral("1")});
    parser.addOption({QStringLiteral("only"), QStringLiteral("bugs by their place in the table, with commas"),
                      QStringLiteral("LIST"), QString()});
    parser.process(application);
    const QStringList only = parser.value(QStringLiteral("only")).split(QLatin1Char(','), Qt::SkipEmptyParts);
    int blind = 0;
    std::printf("%-44s %6s  %s\n", "planted", "seeds", "found by");
    for (std::size_t i = 0; i < std::size(kBugs); ++i) {
        if (!only.isEmpty() && !only.contains(QString::number(i + 1))) continue;
        simrs::plantedBug = kBugs[i].bug;
        QString words = QStringLiteral("NOT FOUND");
        const qint64 seeds = seedsToFind(parser.value(QStringLiteral("start")).toLongLong(),
                                         parser.value(QStringLiteral("most")).toLongLong(), words);
        blind += seeds == 0;
        std::printf("%-44s %6lld  %s\n", kBugs[i].name, static_cast<long long>(seeds), qPrintable(words));
        std::fflush(stdout);
    }
    return blind == 0 ? 0 : 1;
}
