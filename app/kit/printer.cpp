// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kit/printer.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QSaveFile>
#include <QThreadPool>

#include <utility>

namespace simrs {

void PrintWay::end(bool well, PrintProblem problem) {
    if (!m_busy || m_ending) return;
    m_ending = true;
    QMetaObject::invokeMethod(
        this,
        [this, well, problem] {
            if (!std::exchange(m_ending, false)) return;
            letGo();
            m_busy = false;
            if (well)
                Q_EMIT sent();
            else
                Q_EMIT failed(problem);
        },
        Qt::QueuedConnection);
}

// ---- the network
RawPrinter::RawPrinter(PrinterTimes times, QObject* parent) : PrintWay(parent), m_times(std::move(times)) {
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this,
            [this] { end(false, m_connected ? PrintProblem::Stalled : PrintProblem::Unreachable); });
    connect(&m_socket, &QTcpSocket::connected, this, &RawPrinter::connected);
    connect(&m_socket, &QTcpSocket::bytesWritten, this, &RawPrinter::progressed);
    connect(&m_socket, &QTcpSocket::readyRead, this, &RawPrinter::hear);
    connect(&m_socket, &QTcpSocket::disconnected, this, &RawPrinter::closed);
    connect(&m_socket, &QTcpSocket::errorOccurred, this, &RawPrinter::closed);
}

void RawPrinter::send(const PrinterTarget& target, const QByteArray& bytes) {
    Q_ASSERT(!m_busy);
    m_busy = true;
    m_connected = false;
    m_bytes = bytes;
    m_left = bytes.size();
    m_patience.start(m_times.connectMs);
    m_socket.connectToHost(target.address.host, target.address.port);
}

void RawPrinter::stop() {
    m_busy = m_ending = false;
    letGo();
}

void RawPrinter::letGo() {
    m_patience.stop();
    m_bytes.clear();
    m_socket.abort();
}

void RawPrinter::connected() {
    m_connected = true;
    m_patience.start(m_times.stallMs);
    m_socket.write(m_bytes);
}

void RawPrinter::progressed(qint64 bytes) {
    m_left -= bytes;
    m_patience.start(m_times.stallMs);
    // What the system has taken it delivers; the printer's own end of the line is waited for.
    if (m_left <= 0) m_socket.disconnectFromHost();
}

/// Status lines nobody asked for. Taken away, so that a printer that talks without end is not held up by us.
void RawPrinter::hear() { m_socket.skip(m_socket.bytesAvailable()); }

void RawPrinter::closed() {
    if (!m_busy) return;
    m_patience.stop();
    if (m_connected && m_left <= 0) return end(true);
    // An error before the line is closed is followed by its closing; one of the two is enough.
    end(false, m_connected ? PrintProblem::Broken : PrintProblem::Unreachable);
}

// ---- a file
void FilePrinter::send(const PrinterTarget& target, const QByteArray& bytes) {
    Q_ASSERT(!m_busy);
    m_busy = true;
    const QPointer<FilePrinter> self(this);
    QThreadPool::globalInstance()->start([self, path = target.name, bytes, turn = ++m_turn] {
        QDir().mkpath(QFileInfo(path).path());
        QSaveFile file(path);
        const bool written =
            file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [self, turn, written] {
                if (self && self->m_turn == turn) self->end(written, PrintProblem::NotWritten);
            },
            Qt::QueuedConnection);
    });
}

/// What is being written is written; nobody is told.
void FilePrinter::stop() {
    ++m_turn;
    m_busy = m_ending = false;
}

// ---- the spooler
SpoolPrinter::SpoolPrinter(PrinterTimes times, QObject* parent)
    : PrintWay(parent), m_times(std::move(times)) {
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] { end(false, PrintProblem::Stalled); });
}

SpoolPrinter::~SpoolPrinter() { stop(); }

/// The title names nobody: others see the spooler's list.
void SpoolPrinter::send(const PrinterTarget& target, const QByteArray& bytes) {
    Q_ASSERT(!m_busy);
    m_busy = true;
    m_process = new QProcess;
    connect(m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) end(false, PrintProblem::Refused);
    });
    connect(m_process, &QProcess::finished, this, [this](int code, QProcess::ExitStatus status) {
        end(status == QProcess::NormalExit && code == 0, PrintProblem::Refused);
    });
    m_process->setStandardOutputFile(QProcess::nullDevice());
    m_process->setStandardErrorFile(QProcess::nullDevice());
    m_patience.start(m_times.spoolMs);
    m_process->start(m_times.spooler, {QStringLiteral("-d"), target.name, QStringLiteral("-t"),
                                       QStringLiteral("SIMRS"), QStringLiteral("-")});
    m_process->write(bytes);
    m_process->closeWriteChannel();
}

void SpoolPrinter::stop() {
    m_busy = m_ending = false;
    letGo();
}

/// Deleting a process that runs would wait for its end.
void SpoolPrinter::letGo() {
    m_patience.stop();
    QProcess* const gone = m_process.data();
    m_process = nullptr;
    if (gone == nullptr) return;
    gone->disconnect(this);
    if (gone->state() == QProcess::NotRunning) return gone->deleteLater();
    connect(gone, &QProcess::finished, gone, &QObject::deleteLater);
    gone->kill();
}

}  // namespace simrs
