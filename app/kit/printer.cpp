// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kit/printer.h"

#include <utility>

namespace simrs {

RawPrinter::RawPrinter(PrinterTimes times, QObject* parent) : QObject(parent), m_times(times) {
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this,
            [this] { end(false, m_connected ? PrintProblem::Stalled : PrintProblem::Unreachable); });
    connect(&m_socket, &QTcpSocket::connected, this, &RawPrinter::connected);
    connect(&m_socket, &QTcpSocket::bytesWritten, this, &RawPrinter::progressed);
    connect(&m_socket, &QTcpSocket::readyRead, this, &RawPrinter::hear);
    connect(&m_socket, &QTcpSocket::disconnected, this, &RawPrinter::closed);
    connect(&m_socket, &QTcpSocket::errorOccurred, this, &RawPrinter::closed);
}

void RawPrinter::send(const PrinterAddress& address, const QByteArray& bytes) {
    Q_ASSERT(!m_busy);
    m_busy = true;
    m_connected = false;
    m_bytes = bytes;
    m_left = bytes.size();
    m_patience.start(m_times.connectMs);
    m_socket.connectToHost(address.host, address.port);
}

void RawPrinter::stop() {
    m_busy = m_ending = false;
    m_patience.stop();
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
    if (m_connected && m_left <= 0) return end(true);
    // An error before the line is closed is followed by its closing; one of the two is enough.
    end(false, m_connected ? PrintProblem::Broken : PrintProblem::Unreachable);
}

/// Told once the socket's own signal is over: whoever hears it may send the next paper at once.
void RawPrinter::end(bool well, PrintProblem problem) {
    if (!m_busy || m_ending) return;
    m_ending = true;
    m_patience.stop();
    m_bytes.clear();
    QMetaObject::invokeMethod(
        this,
        [this, well, problem] {
            if (!std::exchange(m_ending, false)) return;
            m_socket.abort();
            m_busy = false;
            if (well)
                Q_EMIT sent();
            else
                Q_EMIT failed(problem);
        },
        Qt::QueuedConnection);
}

}  // namespace simrs
