// SPDX-License-Identifier: GPL-3.0-or-later
// Cameras by V4L2: the kernel hands over whole JPEG frames, so that no library for films is needed.
#include <QFile>
#include <memory>
#include <mutex>
#include <thread>

#include "app/kit/camera.h"

#ifdef Q_OS_LINUX

#include <fcntl.h>
#include <linux/videodev2.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <array>
#include <cerrno>

namespace simrs {
namespace {

constexpr int kDevices = 10;
constexpr int kWidth = 640;
constexpr int kHeight = 480;
constexpr unsigned kBuffers = 3;
constexpr int kWaitMs = 200;
constexpr int kMostWaits = 25;  // five seconds without a frame: it is broken

int ask(int device, unsigned long what, void* with) {
    int done = 0;
    do done = ioctl(device, what, with);
    while (done < 0 && errno == EINTR);
    return done;
}

/// An open device; closed with its buffers unmapped.
class OpenCamera {
  public:
    explicit OpenCamera(const QString& path)
        : m_device(open(QFile::encodeName(path).constData(), O_RDWR | O_NONBLOCK | O_CLOEXEC)) {}
    ~OpenCamera() {
        if (m_device < 0) return;
        v4l2_buf_type type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
        ask(m_device, VIDIOC_STREAMOFF, &type);
        for (const Buffer& buffer : m_buffers)
            if (buffer.data) munmap(buffer.data, buffer.size);
        close(m_device);
    }
    OpenCamera(const OpenCamera&) = delete;
    OpenCamera& operator=(const OpenCamera&) = delete;

    bool givesJpeg() const {
        v4l2_capability can{};
        if (m_device < 0 || ask(m_device, VIDIOC_QUERYCAP, &can) < 0) return false;
        constexpr unsigned needed = V4L2_CAP_VIDEO_CAPTURE | V4L2_CAP_STREAMING;
        if ((can.device_caps & needed) != needed) return false;
        v4l2_fmtdesc format{};
        format.type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
        for (; ask(m_device, VIDIOC_ENUM_FMT, &format) == 0; ++format.index)
            if (format.pixelformat == V4L2_PIX_FMT_MJPEG) return true;
        return false;
    }

    bool begin() {
        v4l2_format format{};
        format.type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
        format.fmt.pix.width = kWidth;
        format.fmt.pix.height = kHeight;
        format.fmt.pix.pixelformat = V4L2_PIX_FMT_MJPEG;
        if (!givesJpeg() || ask(m_device, VIDIOC_S_FMT, &format) < 0 ||
            format.fmt.pix.pixelformat != V4L2_PIX_FMT_MJPEG)
            return false;
        v4l2_requestbuffers wanted{};
        wanted.count = kBuffers;
        wanted.type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
        wanted.memory = V4L2_MEMORY_MMAP;
        if (ask(m_device, VIDIOC_REQBUFS, &wanted) < 0 || wanted.count == 0 || wanted.count > kBuffers)
            return false;
        for (unsigned at = 0; at < wanted.count; ++at)
            if (!map(at) || !give(at)) return false;
        v4l2_buf_type type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
        return ask(m_device, VIDIOC_STREAMON, &type) == 0;
    }

    enum class Got { Frame, Nothing, Broken };
    /// Waits for a frame, but not long.
    Got next(QImage& image) {
        pollfd waiting{m_device, POLLIN, 0};
        const int ready = poll(&waiting, 1, kWaitMs);
        if (ready < 0 && errno != EINTR) return Got::Broken;
        if (ready <= 0) return Got::Nothing;
        v4l2_buffer buffer = bufferAt(0);
        if (ask(m_device, VIDIOC_DQBUF, &buffer) < 0) return errno == EAGAIN ? Got::Nothing : Got::Broken;
        const Buffer& held = m_buffers.at(buffer.index);
        const std::size_t used = std::min<std::size_t>(buffer.bytesused, held.size);
        image = QImage::fromData(static_cast<const uchar*>(held.data), static_cast<int>(used), "JPG");
        if (!give(buffer.index)) return Got::Broken;
        // The first frames of many cameras are torn.
        return image.isNull() ? Got::Nothing : Got::Frame;
    }

  private:
    struct Buffer {
        void* data = nullptr;
        std::size_t size = 0;
    };
    static v4l2_buffer bufferAt(unsigned at) {
        v4l2_buffer buffer{};
        buffer.type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
        buffer.memory = V4L2_MEMORY_MMAP;
        buffer.index = at;
        return buffer;
    }
    bool map(unsigned at) {
        v4l2_buffer buffer = bufferAt(at);
        if (ask(m_device, VIDIOC_QUERYBUF, &buffer) < 0) return false;
        void* data =
            mmap(nullptr, buffer.length, PROT_READ | PROT_WRITE, MAP_SHARED, m_device, buffer.m.offset);
        if (data == MAP_FAILED) return false;
        m_buffers.at(at) = {data, buffer.length};
        return true;
    }
    bool give(unsigned at) {
        v4l2_buffer buffer = bufferAt(at);
        return ask(m_device, VIDIOC_QBUF, &buffer) == 0;
    }

    int m_device;
    std::array<Buffer, kBuffers> m_buffers;
};

/// Nobody waits for the thread, which may be stuck in the kernel: it asks here whom to tell.
class LinuxCamera final : public Camera {
  public:
    explicit LinuxCamera(const QString& device) : m_device(device) {}
    ~LinuxCamera() override { LinuxCamera::stop(); }

    void start() override {
        stop();
        m_line = std::make_shared<Line>(this);
        std::thread([line = m_line, device = m_device] { run(*line, device); }).detach();
    }
    void stop() override {
        if (m_line) m_line->cut();
        m_line.reset();
    }

  private:
    class Line {
      public:
        explicit Line(LinuxCamera* camera) : m_camera(camera) {}
        void cut() {
            const std::lock_guard lock(m_mutex);
            m_camera = nullptr;
        }
        bool isCut() {
            const std::lock_guard lock(m_mutex);
            return m_camera == nullptr;
        }
        void tell(const QImage& image) {
            const std::lock_guard lock(m_mutex);
            if (m_camera) Q_EMIT m_camera->frame(image);
        }
        void tellFailed() {
            const std::lock_guard lock(m_mutex);
            if (m_camera) Q_EMIT m_camera->failed();
        }

      private:
        std::mutex m_mutex;
        LinuxCamera* m_camera;
    };

    static void run(Line& line, const QString& device) {
        OpenCamera camera(device);
        bool works = camera.begin();
        for (int waits = 0; works && !line.isCut();) {
            QImage image;
            const OpenCamera::Got got = camera.next(image);
            if (got == OpenCamera::Got::Frame) line.tell(image);
            waits = got == OpenCamera::Got::Frame ? 0 : waits + 1;
            works = got != OpenCamera::Got::Broken && waits < kMostWaits;
        }
        if (!works) line.tellFailed();
    }

    const QString m_device;
    std::shared_ptr<Line> m_line;
};

QString firstCamera() {
    for (int at = 0; at < kDevices; ++at) {
        QString path = QStringLiteral("/dev/video%1").arg(at);
        if (OpenCamera(path).givesJpeg()) return path;
    }
    return {};
}

}  // namespace

CameraSource cameraOfComputer() {
    return {firstCamera, [](const QString& device) -> std::unique_ptr<Camera> {
                return std::make_unique<LinuxCamera>(device);
            }};
}

}  // namespace simrs

#else

namespace simrs {

CameraSource cameraOfComputer() {
    return {[] { return QString(); }, [](const QString&) { return std::unique_ptr<Camera>(); }};
}

}  // namespace simrs

#endif
