// SPDX-License-Identifier: GPL-3.0-or-later
// Reading /proc. schedstat counts nanoseconds; stat only hundredths of seconds.
#include "tests/bench/cpu_time.h"

#include <time.h>
#include <unistd.h>

#include <QDir>
#include <QFile>

namespace simrs::bench {
namespace {

QByteArray firstLine(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readLine().simplified() : QByteArray();
}

}  // namespace

double cpuSecondsOf(qint64 pid) {
    const QDir tasks(QStringLiteral("/proc/%1/task").arg(pid));
    qint64 nanoseconds = 0;
    for (const QString& task : tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QByteArray line = firstLine(tasks.filePath(task + QStringLiteral("/schedstat")));
        nanoseconds += line.left(line.indexOf(' ')).toLongLong();
    }
    return static_cast<double>(nanoseconds) / 1e9;
}

double cpuSecondsOf(const std::vector<qint64>& pids) {
    double sum = 0;
    for (const qint64 pid : pids) sum += cpuSecondsOf(pid);
    return sum;
}

double ownCpuSeconds() {
    // Unlike /proc, this clock still counts threads that have ended.
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

double machineCpuSeconds() {
    // "cpu user nice system idle iowait irq softirq …"
    const QList<QByteArray> words = firstLine(QStringLiteral("/proc/stat")).split(' ');
    qint64 busy = 0;
    for (const int field : {1, 2, 3, 6, 7}) busy += words.value(field).toLongLong();
    return static_cast<double>(busy) / static_cast<double>(sysconf(_SC_CLK_TCK));
}

}  // namespace simrs::bench
