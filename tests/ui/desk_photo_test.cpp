// SPDX-License-Identifier: GPL-3.0-or-later
// A patient's picture at the counter, by keys before a real server: taken from a file, shown, seen by the
// next counter, taken away.
#include <QLabel>

#include "app/kit/path_field.h"
#include "app/kit/portrait.h"
#include "app/registration/photo_panel.h"
#include "common/registration/patient_photo.h"
#include "tests/ui/desk.h"
#include "tests/ui/desk_steps.h"

namespace simrs {

using namespace test;

namespace {

QString s(const char* text) { return QString::fromUtf8(text); }

}  // namespace

class DeskPhotoTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase() {
        m_server = std::make_unique<ServerRig>();
        const auto clerk = m_server->client(Role::RegistrationClerk);
        m_nik = knownPatient(*clerk, 1);
        m_desk = std::make_unique<Desk>(*m_server);
        QVERIFY(m_desk->signIn());
        m_picture = m_desk->folder.filePath(s("foto.png"));
        QImage image(600, 800, QImage::Format_RGB32);
        image.fill(QColor(180, 140, 110));
        QVERIFY(image.save(m_picture));
    }

    void aPictureFromAFile() {
        m_desk->scan(m_nik);
        QVERIFY(m_desk->waitForPage(s("patient")));
        QVERIFY(Desk::until([&] { return m_desk->isEnabled("photoButton"); }));
        QVERIFY(!portrait(*m_desk)->hasPicture());
        m_desk->shoot(s("photo-none"));
        choose(m_picture);
        m_desk->press(Qt::Key_K, Qt::ControlModifier);
        QVERIFY(Desk::until([&] { return portrait(*m_desk)->hasPicture(); }));
        m_desk->shoot(s("photo-taken"));
        const auto kept = rowsOf(*m_server, Where<PatientPhoto>());
        QCOMPARE(kept.size(), 1);
        QVERIFY(checkPhoto(kept.first().jpeg) && !kept.first().jpeg.isEmpty());
    }

    void theNextCounterSeesIt() {
        Desk other(*m_server, Role::Manager);
        QVERIFY(other.signIn());
        other.scan(m_nik);
        QVERIFY(other.waitForPage(s("patient")));
        QVERIFY(Desk::until([&] { return portrait(other)->hasPicture(); }));
        QVERIFY2(!other.isEnabled("photoButton"), "a manager corrects no patient");
    }

    void nonsenseIsNotKept() {
        m_desk->activate();
        QFile nonsense(m_desk->folder.filePath(s("surat.jpg")));
        QVERIFY(nonsense.open(QIODevice::WriteOnly) && nonsense.write("bukan foto") > 0);
        nonsense.close();
        choose(nonsense.fileName());
        const QByteArray before = rowsOf(*m_server, Where<PatientPhoto>()).first().jpeg;
        m_desk->press(Qt::Key_K, Qt::ControlModifier);
        QCOMPARE(m_desk->dialogs.asked().size(), 2);
        QCOMPARE(rowsOf(*m_server, Where<PatientPhoto>()).first().jpeg, before);
        QVERIFY(portrait(*m_desk)->hasPicture());
    }

    void itIsTakenAway() {
        m_desk->activate();
        m_desk->dialogs.willAnswer({true, {}});
        m_desk->dialogs.onEdit = [](QWidget* content) {
            content->findChild<QWidget*>(s("photoAwayButton"))->setFocus();
            QMetaObject::invokeMethod(content->findChild<QWidget*>(s("photoAwayButton")), "click");
        };
        m_desk->press(Qt::Key_K, Qt::ControlModifier);
        QVERIFY(Desk::until([&] { return !portrait(*m_desk)->hasPicture(); }));
        QVERIFY(Desk::until([&] { return rowsOf(*m_server, Where<PatientPhoto>()).first().jpeg.isEmpty(); }));
    }

    void cleanupTestCase() {
        m_desk.reset();
        m_server.reset();
    }

  private:
    static Portrait* portrait(const Desk& desk) { return desk.find<Portrait>("patientPortrait"); }
    /// Answers the next dialog with this file, once it has been read.
    void choose(const QString& path) {
        m_desk->dialogs.willAnswer({true, {}});
        m_desk->dialogs.onEdit = [path](QWidget* content) {
            auto* panel = qobject_cast<PhotoPanel*>(content);
            auto* field = panel->findChild<PathField*>(s("photoPathField"));
            field->setText(path);
            Q_EMIT field->chosen(path);
            Desk::until([panel] { return panel->chosen().has_value() || !panel->isReading(); });
        };
    }

    std::unique_ptr<ServerRig> m_server;
    std::unique_ptr<Desk> m_desk;
    QString m_nik;
    QString m_picture;
};

}  // namespace simrs

QTEST_MAIN(simrs::DeskPhotoTest)
#include "desk_photo_test.moc"
