// SPDX-License-Identifier: GPL-3.0-or-later
// The frame: it collapses when narrow, says the state of the connection in words, and keeps what toasts said.
#include <QApplication>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTest>
#include <QVBoxLayout>

#include "app/kit/action_bar.h"
#include "app/kit/message_log.h"
#include "app/kit/portrait.h"
#include "app/kit/search_field.h"
#include "app/kit/text_check.h"
#include "app/kit/theme.h"
#include "app/kit/toast.h"
#include "app/shell/page_frame.h"
#include "app/shell/side_bar.h"
#include "app/shell/side_plates.h"
#include "app/shell/top_bar.h"
#include "common/base/clock.h"

using namespace simrs;

namespace {

QString s(const char* text) { return QString::fromUtf8(text); }

class StandingClock final : public Clock {
  public:
    std::int64_t nowMs() const override { return 1'777'945'440'000; }  // 2026-05-05 08:44 in Jakarta
    std::int64_t monotonicMs() const override { return 0; }
};

struct Frame {
    StandingClock clock;
    MessageLogModel log{clock, s("Asia/Jakarta")};
    PageFrame frame{&log};

    Frame() {
        frame.sideBar()->setHospital(s("RSUD Melati"));
        frame.sideBar()->setUser(s("Dewi Lestari, A.Md.RMIK"), s("Pendaftaran"));
        frame.sideBar()->addEntry(s("home"), s("home"), s("Beranda"), QKeySequence(s("Alt+1")));
        frame.sideBar()->addEntry(s("queue"), s("ticket"), s("Antrean"), QKeySequence(s("Alt+2")));
        frame.topBar()->setTitle(s("Beranda"));
        auto* page = new QWidget;
        auto* column = new QVBoxLayout(page);
        column->setContentsMargins(0, 0, 0, 0);
        column->addStretch(1);
        auto* bar = new ActionBar;
        bar->setPrimary(s("Simpan"), s("save"));
        column->addWidget(bar);
        frame.stack()->addWidget(page);
        frame.resize(1366, 768);
        frame.show();
        frame.activateWindow();
        QCoreApplication::processEvents();
    }
};

}  // namespace

class FrameTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Theme::light()); }

    void collapsesBelow1280() {
        Frame f;
        QCOMPARE(f.frame.sideBar()->width(), 204);
        QVERIFY(f.frame.sideBar()->entry(s("queue"))->toolTip().isEmpty());
        f.frame.resize(1279, 720);
        QCoreApplication::processEvents();
        QCOMPARE(f.frame.sideBar()->width(), 52);
        QCOMPARE(f.frame.sideBar()->entry(s("queue"))->toolTip(), s("Antrean (Alt+2)"));
        f.frame.resize(1280, 720);
        QCoreApplication::processEvents();
        QCOMPARE(f.frame.sideBar()->width(), 204);
    }

    void entriesByMouseAndKey() {
        Frame f;
        QSignalSpy chosen(f.frame.sideBar(), &SideBar::chosen);
        QTest::mouseClick(f.frame.sideBar()->entry(s("queue")), Qt::LeftButton);
        QCOMPARE(chosen.last().first().toString(), s("queue"));
        QVERIFY(f.frame.sideBar()->entry(s("queue"))->isChecked());
        QVERIFY(QTest::qWaitForWindowActive(&f.frame));
        QTest::keyClick(&f.frame, Qt::Key_1, Qt::AltModifier);
        QCOMPARE(chosen.last().first().toString(), s("home"));
        QVERIFY(!f.frame.sideBar()->entry(s("queue"))->isChecked());
        f.frame.sideBar()->setCurrent(s("queue"));
        QCOMPARE(chosen.count(), 2);
    }

    void entriesCanBeReplaced() {
        Frame f;
        f.frame.sideBar()->addGroup(s("Data induk"));
        f.frame.sideBar()->removeEntries();
        QVERIFY(f.frame.sideBar()->entry(s("home")) == nullptr);
        f.frame.sideBar()->addEntry(s("home"), s("home"), s("Beranda"));
        QVERIFY(checkTexts(f.frame).isEmpty());
    }

    void theConnectionIsSaidInWords() {
        QCOMPARE(linkChip({LinkState::Connected, {}, 0}).text, s("Connected"));
        QCOMPARE(linkChip({LinkState::Connected, {}, 0}).kind, ChipKind::Ok);
        QCOMPARE(linkChip({LinkState::Connecting, {}, 0}).kind, ChipKind::Info);
        const ChipText offline = linkChip({LinkState::Offline, s("10:42"), 3});
        QCOMPARE(offline.kind, ChipKind::Warning);
        QVERIFY(offline.text.contains(s("10:42")) && offline.text.contains(s("3")));
        QVERIFY(!linkChip({LinkState::Offline, s("10:42"), 0}).text.contains(s("0 ")));
        QCOMPARE(linkChip({LinkState::PinMismatch, {}, 0}).kind, ChipKind::Danger);
    }

    void offlineHasALineAcross() {
        Frame f;
        TopBar* bar = f.frame.topBar();
        bar->setLink({LinkState::Offline, s("10:42"), 3});
        QCOMPARE(bar->grab().toImage().pixelColor(300, bar->height() - 2), theme().warningLine);
        bar->setLink({LinkState::Connected, {}, 0});
        QVERIFY(bar->grab().toImage().pixelColor(300, bar->height() - 2) != theme().warningLine);
    }

    void f2GoesToTheSearch() {
        Frame f;
        QVERIFY(QTest::qWaitForWindowActive(&f.frame));
        QTest::keyClick(&f.frame, Qt::Key_F2);
        QCOMPARE(QApplication::focusWidget(), f.frame.topBar()->search());
    }

    void toastsStandAboveTheBarAndAreKept() {
        Frame f;
        f.frame.toasts()->show(s("Kunjungan disimpan"));
        const QWidget* pill = f.frame.toasts()->current();
        QVERIFY(pill != nullptr && pill->isVisible());
        const auto* bar = f.frame.findChild<ActionBar*>();
        QVERIFY(pill->mapTo(&f.frame, QPoint(0, pill->height())).y() <
                bar->mapTo(&f.frame, QPoint(0, 0)).y());
        QCOMPARE(f.log.messages().size(), 1);
        QCOMPARE(f.log.messages().first().time, s("08:44"));
        QCOMPARE(f.log.unread(), 1);
        f.frame.toasts()->show(s("Kedua"));
        QCOMPARE(f.log.messages().first().text, s("Kedua"));
        f.log.markRead();
        QCOMPARE(f.log.unread(), 0);
    }

    void aToastStaysAboveAPageThatIsOpened() {
        Frame f;
        f.frame.toasts()->show(s("Kunjungan disimpan"));
        auto* page = new QWidget;
        f.frame.stack()->addWidget(page);
        f.frame.stack()->setCurrentWidget(page);
        QCoreApplication::processEvents();
        const QWidget* pill = f.frame.toasts()->current();
        QCOMPARE(f.frame.grab().toImage().pixelColor(pill->mapTo(&f.frame, QPoint(pill->width() - 4, 19))),
                 theme().toast);
    }

    void aToastOfBeforeGoesWithThePage() {
        Frame f;
        f.frame.toasts()->show(s("Pasien baru"));
        QTest::qWait(ToastHost::justNowMs + 50);
        auto* page = new QWidget;
        f.frame.stack()->addWidget(page);
        f.frame.stack()->setCurrentWidget(page);
        QVERIFY(f.frame.toasts()->current() == nullptr);
    }

    void manyButtonsGoWithoutTheirIcons() {
        QWidget page;  // by itself a bar never becomes smaller than its buttons
        ActionBar bar(&page);
        QList<QPushButton*> secondary;
        for (int i = 0; i < 4; ++i) secondary.append(bar.addSecondary(s("Kertas cetak (F12)"), s("printer")));
        auto* primary = bar.setPrimary(s("Daftarkan kunjungan (F6)"), s("check"));
        const auto fits = [&] {
            QCoreApplication::processEvents();
            return std::all_of(secondary.begin(), secondary.end(),
                               [](const QPushButton* button) {
                                   return button->isHidden() || button->width() >= button->sizeHint().width();
                               }) &&
                   primary->width() >= primary->sizeHint().width();
        };
        page.show();
        bar.resize(1200, bar.height());
        QVERIFY(fits() && !secondary.first()->icon().isNull());
        int wanted = primary->sizeHint().width();
        for (const QPushButton* button : secondary) wanted += button->sizeHint().width() + theme().px(6);
        bar.resize(wanted + theme().px(16 + 16), bar.height());
        QVERIFY(fits());
        QVERIFY(secondary.first()->icon().isNull());
        QVERIFY(!primary->icon().isNull());
        secondary.last()->hide();
        QVERIFY(fits() && !secondary.first()->icon().isNull());
        secondary.last()->show();
        QVERIFY(fits() && secondary.first()->icon().isNull());
    }

    void theLogIsBounded() {
        StandingClock clock;
        MessageLogModel log(clock, s("Asia/Jakarta"));
        for (int message = 0; message < MessageLogModel::longest + 20; ++message)
            log.add(ChipKind::Info, QString::number(message));
        QCOMPARE(log.rowCount(), MessageLogModel::longest);
        QCOMPARE(log.messages().first().text, QString::number(MessageLogModel::longest + 19));
    }

    void theWholeFrameIsWell() {
        for (const double scale : {1.0, 1.3}) {
            applyTheme(*qApp, Theme::night(), scale);
            Frame f;
            f.frame.resize(1366, 768);
            f.frame.topBar()->setLink({LinkState::Offline, s("10:42"), 3});
            QCoreApplication::processEvents();
            const auto found = checkTexts(f.frame);
            QVERIFY2(found.isEmpty(), found.isEmpty() ? "" : qPrintable(found.first().line()));
        }
        applyTheme(*qApp, Theme::light());
    }

    void initials() {
        QCOMPARE(initialsOf(s("dr. Rina Wulandari, Sp.PD")), s("RW"));
        QCOMPARE(initialsOf(s("Sukarno")), s("S"));
        QCOMPARE(initialsOf(QString()), QString());
    }
};

QTEST_MAIN(FrameTest)
#include "frame_test.moc"
