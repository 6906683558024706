// SPDX-License-Identifier: GPL-3.0-or-later
// The same block of a file that has its full size already, as a database writes its log.
#include "tests/bench/floors/disk_floor.h"

#include <fcntl.h>
#include <unistd.h>

#include <QByteArray>
#include <QFile>
#include <chrono>

#include "tests/bench/bench_options.h"

namespace simrs::bench {
namespace {
constexpr std::size_t kBlockBytes = 8192;
constexpr int kBlocks = 2048;  // 16 MB, a segment of the log
}  // namespace

double fdatasyncRate(const QString& folder, double seconds) {
    using Clock = std::chrono::steady_clock;
    const QByteArray path = QFile::encodeName(folder + QStringLiteral("/fdatasync.tmp"));
    const int file = ::open(path.constData(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file < 0) giveUp(QString::fromUtf8(path));
    const QByteArray block(static_cast<qsizetype>(kBlockBytes), 'x');
    const auto write = [&](int at) {
        const auto offset = static_cast<off_t>(static_cast<std::size_t>(at) * kBlockBytes);
        if (::pwrite(file, block.constData(), kBlockBytes, offset) != static_cast<ssize_t>(kBlockBytes))
            giveUp(QString::fromUtf8(path));
    };
    for (int at = 0; at < kBlocks; ++at) write(at);
    ::fsync(file);
    qint64 syncs = 0;
    const Clock::time_point began = Clock::now();
    double took = 0;
    while (took < seconds) {
        write(static_cast<int>(syncs % kBlocks));
        if (::fdatasync(file) != 0) giveUp(QString::fromUtf8(path));
        ++syncs;
        took = std::chrono::duration<double>(Clock::now() - began).count();
    }
    ::close(file);
    ::unlink(path.constData());
    return static_cast<double>(syncs) / took;
}

}  // namespace simrs::bench
