// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers a desk gives by itself: a reserved queue number that is printed, a temporary one when blocks are
// dry.
#include "common/core/ticket_range.h"
#include "tests/client/backend_rig.h"

namespace simrs {

using namespace test;

namespace {

/// The command as it lies in the outbox, or nothing.
template <CommandRequest C>
std::optional<C> keptOf(BackendRig& rig, const CommandId& id) {
    std::optional<Result<C>> kept;
    rig.backend->kept<C>(id, &rig.context, [&](const Result<C>& found) { kept = found; });
    if (!BackendRig::wait([&] { return kept.has_value(); }) || !*kept) return std::nullopt;
    return **kept;
}

}  // namespace

class BackendNumbersTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void standsInForNumbersOffline();
    void keepsAReservedTicket();
};

void BackendNumbersTest::standsInForNumbersOffline() {
    BackendRig rig;
    rig.server.set([](auto& b) { b.grantsNumbers = false; });
    QVERIFY(rig.work());
    rig.server.set([](auto& b) { b.reachable = false; });
    rig.server.cut();
    QVERIFY(rig.state(OnlineState::Offline));
    Heard heard;
    const CommandId id = rig.backend->submit(rig.visit(), &rig.context, heard.as<VisitMade>());
    QTRY_COMPARE(heard.count, 1);
    QCOMPARE(heard.code, ErrorCode::TimedOut);
    const auto kept = keptOf<RegisterVisit>(rig, id);
    QVERIFY(kept && kept->temporaryNumber.startsWith(QStringLiteral("T-")));
    QCOMPARE(kept->registrationNumber, 0);
    QCOMPARE(kept->reservedTicket, 0);
    QVERIFY(!keptOf<RegisterVisit>(rig, rig.backend->newCommandId()));
}

void BackendNumbersTest::keepsAReservedTicket() {
    BackendRig rig;
    QVERIFY(rig.work());
    // Today's and tomorrow's, under every letter.
    const int letters =
        static_cast<int>(ticketLetters(rig.server.masters().clinics, rig.server.masters().doctors).size());
    QTRY_COMPARE(rig.server.requests(TakeTicketRange::info.type), 2 * letters);
    rig.server.set([](auto& b) { b.answersCommands = false; });
    Heard heard;
    const CommandId id = rig.backend->submit(rig.visit(), &rig.context, heard.as<VisitMade>());
    QTRY_COMPARE(heard.count, 1);
    QCOMPARE(heard.code, ErrorCode::TimedOut);
    const auto visit = keptOf<RegisterVisit>(rig, id);
    QVERIFY(visit && visit->reservedTicket == kFirstReservedTicket);
    rig.server.set([](auto& b) { b.reachable = false; });
    rig.server.cut();
    QVERIFY(rig.state(OnlineState::Offline));
    const CommandId waiting = rig.backend->submit(rig.visit(), &rig.context, heard.as<VisitMade>());
    QTRY_COMPARE(heard.count, 2);
    const auto second = keptOf<RegisterVisit>(rig, waiting);
    QVERIFY(second && second->reservedTicket == kFirstReservedTicket + 1);
    const CommandId paper =
        rig.backend->submit(PrintReservedTicket{waiting, *second}, &rig.context, heard.as<VisitMade>());
    QTRY_COMPARE(heard.count, 3);
    QCOMPARE(heard.code, ErrorCode::TimedOut);
    QVERIFY(keptOf<PrintReservedTicket>(rig, paper));
    // Paper is not taken back, nor what it tells of.
    for (const CommandId& one : {waiting, paper}) {
        std::optional<Status> done;
        rig.backend->withdraw(one, &rig.context, [&](const Status& status) { done = status; });
        QTRY_VERIFY(done.has_value());
        QVERIFY(!*done);
    }
    rig.server.set([](auto& b) { b.reachable = b.answersCommands = true; });
    QTRY_COMPARE(rig.server.executed().size(), 3);
    QVERIFY(rig.server.executed().last().assured);
    QVERIFY(!rig.server.executed().first().assured);
}

}  // namespace simrs

QTEST_GUILESS_MAIN(simrs::BackendNumbersTest)
#include "backend_numbers_test.moc"
