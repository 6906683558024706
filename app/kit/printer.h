// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes to a printer on the network (port 9100), one job at a time. Everything happens through the event
// loop: a printer that hangs, vanishes or answers rubbish costs nobody a moment.
#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QTcpSocket>
#include <QTimer>

namespace simrs {

struct PrinterAddress {
    QString host;
    quint16 port = 9100;
    bool operator==(const PrinterAddress&) const = default;
};

struct PrinterTimes {
    int connectMs = 4'000;
    int stallMs = 10'000;  ///< Without the printer taking a byte.
};

enum class PrintProblem {
    Unreachable,  ///< Nothing was sent.
    Stalled,      ///< It stopped taking bytes: some of the paper may be out.
    Broken,       ///< The connection ended in the middle: some of the paper may be out.
};

class RawPrinter final : public QObject {
    Q_OBJECT
  public:
    explicit RawPrinter(PrinterTimes times = {}, QObject* parent = nullptr);

    bool isBusy() const { return m_busy; }
    /// Not while one is under way.
    void send(const PrinterAddress& address, const QByteArray& bytes);
    /// Without a word about it.
    void stop();

  Q_SIGNALS:
    void sent();
    void failed(simrs::PrintProblem problem);

  private:
    void connected();
    void progressed(qint64 bytes);
    void hear();
    void closed();
    void end(bool well, PrintProblem problem = PrintProblem::Unreachable);

    PrinterTimes m_times;
    QTcpSocket m_socket;
    QTimer m_patience;
    QByteArray m_bytes;
    qint64 m_left = 0;  // Bytes the operating system has not taken.
    bool m_busy = false;
    bool m_connected = false;
    bool m_ending = false;  // It is over, and nobody has been told yet.
};

}  // namespace simrs
