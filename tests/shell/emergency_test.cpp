// SPDX-License-Identifier: GPL-3.0-or-later
// When an unknown emergency patient came: the moment of the first key, or the minute that somebody typed, by
// the clock of when it is saved and not of when the page was opened.
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

#include "app/kit/date_text.h"
#include "app/registration/emergency_page.h"
#include "app/registration/stranger.h"
#include "tests/shell/shell_rig.h"

using namespace simrs;
using namespace simrs::test;

namespace {

constexpr std::int64_t kMinuteMs = 60'000;
const QString kZone = QStringLiteral("Asia/Jakarta");

QString s(const char* text) { return QString::fromLatin1(text); }

/// Before the page of a desk in Jakarta; the server says 15:00 at the start.
class EmergencyDesk {
  public:
    EmergencyDesk() {
        Clinic emergency;
        emergency.id = ClinicId(Uuid::named("igd"));
        emergency.name = s("IGD");
        emergency.kind = ClinicKind::Emergency;
        rig.server.addClinic(emergency);
        if (!rig.work()) qFatal("no desk");
        workbench = std::make_unique<TestWorkbench>(*rig.backend);
        page = std::make_unique<EmergencyPage>(*workbench);
        page->enter({});
    }
    QLineEdit& arrived() const { return *page->findChild<QLineEdit*>(s("arrivedField")); }
    void press(Qt::Key key, Qt::KeyboardModifiers with = {}) const { QTest::keyClick(page.get(), key, with); }
    void type(const QString& time) const {
        arrived().selectAll();
        QTest::keyClicks(&arrived(), time);
    }
    /// The arrival that the server gets.
    Instant received() {
        const auto before = rig.server.executed().size();
        page->findChild<QPushButton*>(s("receiveButton"))->click();
        if (!BackendRig::wait([&] { return rig.server.executed().size() > before; })) return {};
        const auto sent = decode<ReceiveUnknown>(rig.server.executed().last().payload);
        return sent ? sent->visit.arrivedAt : Instant();
    }
    Instant now() const { return rig.backend->serverNow(); }

    BackendRig rig;
    std::unique_ptr<TestWorkbench> workbench;
    std::unique_ptr<EmergencyPage> page;
};

int minuteOf(Instant at) { return minuteOfDayIn(kZone, at); }

}  // namespace

class EmergencyTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void theLastTimeItWasThatMinute() {
        const QDate day(2026, 5, 4);
        const auto at = [](QDate date, int hour, int minute) {
            return instantIn(kZone, date, hour * 60 + minute);
        };
        const Instant now = at(day, 0, 20);
        QCOMPARE(lastMinute(kZone, now, 20), now);
        QCOMPARE(lastMinute(kZone, now, 0), at(day, 0, 0));
        QCOMPARE(lastMinute(kZone, now, 21), at(day.addDays(-1), 0, 21));
        QCOMPARE(lastMinute(kZone, now, 23 * 60 + 50), at(day.addDays(-1), 23, 50));
        QCOMPARE(lastMinute(kZone, at(day, 23, 59), 0), at(day, 0, 0));
    }

    /// 15:00 is opened, 16:40 it is now: 16:10 was half an hour ago, not yesterday.
    void aTypedMinuteIsOfToday() {
        EmergencyDesk desk;
        desk.rig.clock.pass(100 * kMinuteMs);
        desk.press(Qt::Key_L);
        desk.press(Qt::Key_4);
        desk.type(minuteText(minuteOf(Instant(desk.now().ms - 30 * kMinuteMs))));
        const Instant arrived = desk.received();
        QVERIFY2(arrived <= desk.now() && arrived.ms > desk.now().ms - 32 * kMinuteMs,
                 qPrintable(minuteText(minuteOf(arrived))));
    }

    void aMinuteThatIsStillToComeWasYesterday() {
        EmergencyDesk desk;
        desk.press(Qt::Key_P);
        desk.press(Qt::Key_4);
        const Instant later(desk.now().ms + 60 * kMinuteMs);
        desk.type(minuteText(minuteOf(later)));
        const Instant arrived = desk.received();
        QCOMPARE(dayIn(kZone, arrived), dayIn(kZone, desk.now()).addDays(-1));
        QCOMPARE(minuteOf(arrived), minuteOf(later));
    }

    void thePageStoodOpenForHours() {
        EmergencyDesk desk;
        desk.rig.clock.pass(3 * 60 * kMinuteMs);
        const Instant came = desk.now();
        desk.press(Qt::Key_L);
        QCOMPARE(desk.arrived().text(), minuteText(minuteOf(came)));
        // From the first key on it stands still: who fills in the form is with the patient.
        desk.rig.clock.pass(10 * kMinuteMs);
        desk.press(Qt::Key_4);
        const Instant arrived = desk.received();
        QVERIFY(arrived >= came && arrived.ms < came.ms + kMinuteMs);
    }

    void twoOfOneMinuteAreToldApart() {
        QCOMPARE(nthStranger(s("X (05-05 10.24)"), 1), s("X (05-05 10.24)"));
        QCOMPARE(nthStranger(s("X (05-05 10.24)"), 2), s("X2 (05-05 10.24)"));
        QCOMPARE(nthStranger(s("X (Jl. Xylo, 05-05 10.24)"), 12), s("X12 (Jl. Xylo, 05-05 10.24)"));
    }

    void aTypedTimeIsNotRenewed() {
        EmergencyDesk desk;
        desk.type(s("14:05"));
        desk.press(Qt::Key_L);
        QCOMPARE(desk.arrived().text(), s("14:05"));
        QVERIFY(desk.page->isDirty());
    }
};

QTEST_MAIN(EmergencyTest)
#include "emergency_test.moc"
