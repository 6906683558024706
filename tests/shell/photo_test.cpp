// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of pictures from files and cameras before one is kept: small, bare, refused in words; and a
// camera that is only pretended.
#include <QBuffer>
#include <QFile>
#include <QImageReader>
#include <QImageWriter>
#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include "app/kit/notice_strip.h"
#include "app/kit/path_field.h"
#include "app/kit/portrait.h"
#include "app/kit/theme.h"
#include "app/registration/photo_panel.h"
#include "common/registration/patient_photo.h"

using namespace simrs;

namespace {

QString s(const char* text) { return QString::fromUtf8(text); }

/// Noise, so that it does not compress to nothing.
QImage picture(int width, int height) {
    QImage image(width, height, QImage::Format_RGB32);
    quint32 state = 1;
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            state = state * 1664525U + 1013904223U;
            image.setPixel(x, y, state >> 8);
        }
    }
    return image;
}

QByteArray encoded(const QImage& image, const char* format) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, format);
    writer.setText(s("Comment"), s("rahasia"));
    if (!writer.write(image)) qFatal("cannot write");
    return bytes;
}

/// Gives the frames that a test tells it to.
class PretendedCamera final : public Camera {
  public:
    void start() override { ++starts; }
    void stop() override { ++stops; }
    int starts = 0;
    int stops = 0;
};

}  // namespace

class PhotoTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase() {
        applyTheme(*qApp, Theme::light());
        QVERIFY(m_folder.isValid());
    }

    void aLargePictureBecomesSmall_data() {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::addColumn<QByteArray>("format");
        QTest::addColumn<QSize>("size");
        QTest::newRow("jpeg upright") << 1500 << 2000 << QByteArray("jpeg") << QSize(360, 480);
        QTest::newRow("png lying") << 2000 << 1000 << QByteArray("png") << QSize(480, 240);
        QTest::newRow("small enough") << 200 << 300 << QByteArray("png") << QSize(200, 300);
    }
    void aLargePictureBecomesSmall() {
        QFETCH(int, width);
        QFETCH(int, height);
        QFETCH(QByteArray, format);
        QFETCH(QSize, size);
        const auto made = photoOfFile(file(encoded(picture(width, height), format.constData())));
        QVERIFY(made);
        QVERIFY(made->jpeg.size() <= limits::kPhotoBytes);
        QVERIFY(checkPhoto(made->jpeg));
        QCOMPARE(made->picture.size(), size);
        const QImage shown = pictureOf(made->jpeg);
        QCOMPARE(shown.size(), size);
    }

    void nothingIsKeptBesideThePoints() {
        const QByteArray bytes = encoded(picture(640, 480), "png");
        QVERIFY(QImage::fromData(bytes).text().contains(s("rahasia")));
        const auto made = photoOfFile(file(bytes));
        QVERIFY(made);
        QVERIFY(!made->jpeg.contains("rahasia"));
        QVERIFY(QImage::fromData(made->jpeg).text().isEmpty());
    }

    void whatIsNoPictureIsRefused_data() {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray good = encoded(picture(400, 400), "jpeg");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("a text") << QByteArray("halo, saya foto");
        QTest::newRow("only the mark") << QByteArray("\xff\xd8\xff\xd9");
        QTest::newRow("a torn head") << good.left(60);
        QTest::newRow("another format") << QByteArray("GIF89a") + QByteArray(100, 'x');
        QTest::newRow("a drawing") << QByteArray("<svg xmlns='http://www.w3.org/2000/svg'/>");
        QTest::newRow("a few points") << encoded(picture(8, 8), "png");
    }
    void whatIsNoPictureIsRefused() {
        QFETCH(QByteArray, bytes);
        const auto made = photoOfFile(file(bytes));
        QVERIFY(!made);
        QCOMPARE(made.error().code, ErrorCode::PictureInvalid);
    }

    void aFileThatIsNotThere() {
        for (const QString& path : {m_folder.filePath(s("none.jpg")), m_folder.path()}) {
            const auto made = photoOfFile(path);
            QVERIFY(!made);
            QCOMPARE(made.error().code, ErrorCode::FileUnreadable);
        }
        QVERIFY(pictureOf("nonsense").isNull());
        QVERIFY(!photoOfImage(QImage()));
    }

    /// A few bytes can say that they are of any size; what was kept by a desk was made small.
    void aKeptPictureIsNoLargerThanOurs() {
        QImage plain(limits::kPhotoEdge, limits::kPhotoEdge, QImage::Format_RGB32);
        plain.fill(Qt::gray);
        QVERIFY(!pictureOf(encoded(plain, "jpeg")).isNull());
        for (const QSize& size :
             {QSize(limits::kPhotoEdge + 1, 100), QSize(100, limits::kPhotoEdge + 1), QSize(1'200, 900)}) {
            QImage large(size, QImage::Format_RGB32);
            large.fill(Qt::gray);
            const QByteArray bytes = encoded(large, "jpeg");
            QVERIFY2(checkPhoto(bytes), "small enough to be kept");
            QVERIFY(pictureOf(bytes).isNull());
            QVERIFY2(photoOfFile(file(bytes)), "a file is made small, not refused");
        }
    }

    void initials() {
        QCOMPARE(initialsOf(s("Siti Nur Rahmawati")), s("SR"));
        QCOMPARE(initialsOf(s("sukarno")), s("S"));
        QCOMPARE(initialsOf(s("M. Budi")), s("B"));
        QVERIFY(initialsOf(s("  ")).isEmpty());
    }

    void aFileIsChosenAndLookedAt() {
        PhotoPanel panel(s("Siti"), {}, {});
        panel.show();
        QVERIFY(!panel.accept() && !words(panel).isEmpty());
        auto* field = panel.findChild<PathField*>(s("photoPathField"));
        field->setText(file("nonsense"));
        Q_EMIT field->chosen(field->path());
        QVERIFY(QTest::qWaitFor([&] { return words(panel).contains(s("no picture")); }, kWaitMs));
        QVERIFY(!panel.accept());
        field->setText(file(encoded(picture(900, 1200), "jpeg")));
        Q_EMIT field->chosen(field->path());
        QVERIFY2(!panel.accept(), "it is being read");
        QVERIFY(QTest::qWaitFor([&] { return panel.chosen().has_value(); }, kWaitMs));
        QVERIFY(panel.accept() && checkPhoto(*panel.chosen()) && !panel.chosen()->isEmpty());
        QVERIFY(portrait(panel)->hasPicture());
    }

    void thePictureThereIsCanBeTakenAway() {
        PhotoPanel empty(s("Siti"), {}, {});
        empty.show();
        QVERIFY(!button(empty, "photoAwayButton")->isVisible());
        PhotoPanel panel(s("Siti"), picture(90, 120), {});
        panel.show();
        QVERIFY(portrait(panel)->hasPicture());
        button(panel, "photoAwayButton")->click();
        QVERIFY(panel.accept() && panel.chosen()->isEmpty());
        QVERIFY(!portrait(panel)->hasPicture());
    }

    void theCameraIsLookedThroughThenPressed() {
        PretendedCamera* camera = nullptr;
        PhotoPanel panel(s("Siti"), {}, pretended(&camera));
        panel.show();
        auto* press = button(panel, "photoCameraButton");
        QVERIFY(QTest::qWaitFor([&] { return press->isVisible(); }, kWaitMs));
        press->click();
        QVERIFY(camera != nullptr && camera->starts == 1);
        QVERIFY2(!panel.accept(), "nothing was taken");
        press->click();
        QVERIFY2(!panel.chosen(), "there was no frame yet");
        Q_EMIT camera->frame(picture(640, 480));
        QVERIFY(portrait(panel)->hasPicture());
        press->click();
        QVERIFY(QTest::qWaitFor([&] { return panel.chosen().has_value(); }, kWaitMs));
        QCOMPARE(pictureOf(*panel.chosen()).size(), QSize(480, 360));
    }

    void aCameraThatFailsIsSaid() {
        PretendedCamera* camera = nullptr;
        PhotoPanel panel(s("Siti"), {}, pretended(&camera));
        panel.show();
        auto* press = button(panel, "photoCameraButton");
        QVERIFY(QTest::qWaitFor([&] { return press->isVisible(); }, kWaitMs));
        press->click();
        Q_EMIT camera->failed();
        QVERIFY(words(panel).contains(s("camera")));
        // It can be tried again.
        press->click();
        QCOMPARE(camera->starts, 1);
    }

    void withoutACameraThereIsNoKeyForIt() {
        QVERIFY(cameraOfComputer().find);
        PhotoPanel panel(s("Siti"), {}, {[] { return QString(); }, {}});
        panel.show();
        QTest::qWait(50);
        QVERIFY(!button(panel, "photoCameraButton")->isVisible());
    }

  private:
    static constexpr int kWaitMs = 10'000;

    QString file(const QByteArray& bytes) {
        const QString path = m_folder.filePath(s("picture%1").arg(++m_files));
        QFile out(path);
        if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size()) qFatal("cannot write");
        return path;
    }
    static QString words(const PhotoPanel& panel) { return panel.findChild<NoticeStrip*>()->text(); }
    static Portrait* portrait(const PhotoPanel& panel) { return panel.findChild<Portrait*>(); }
    static QPushButton* button(const PhotoPanel& panel, const char* name) {
        return panel.findChild<QPushButton*>(s(name));
    }
    static CameraSource pretended(PretendedCamera** made) {
        return {[] { return s("camera"); },
                [made](const QString&) -> std::unique_ptr<Camera> {
                    auto camera = std::make_unique<PretendedCamera>();
                    *made = camera.get();
                    return camera;
                }};
    }

    QTemporaryDir m_folder;
    int m_files = 0;
};

QTEST_MAIN(PhotoTest)
#include "photo_test.moc"
