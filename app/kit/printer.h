// SPDX-License-Identifier: GPL-3.0-or-later
// The ways a paper leaves the program, one job at a time: bytes to a printer on the network (port 9100), a
// file in a folder, a PDF to the spooler of the computer. Everything happens through the event loop or beside
// it: a printer that hangs, vanishes or answers rubbish costs nobody a moment.
#pragma once

#include <QByteArray>
#include <QObject>
#include <QPointer>
#include <QString>
#include <QTcpSocket>
#include <QTimer>

class QProcess;

namespace simrs {

struct PrinterAddress {
    QString host;
    quint16 port = 9100;
    bool operator==(const PrinterAddress&) const = default;
};

struct PrinterTimes {
    int connectMs = 4'000;
    int stallMs = 10'000;                    ///< Without the printer taking a byte.
    int spoolMs = 30'000;                    ///< Until the spooler has taken a paper.
    QString spooler = QStringLiteral("lp");  ///< The spooler's program.
};

enum class PrintProblem {
    Unreachable,  ///< Nothing was sent.
    Stalled,      ///< It stopped taking bytes: some of the paper may be out.
    Broken,       ///< The connection ended in the middle: some of the paper may be out.
    NotWritten,   ///< The file.
    Refused,      ///< By the spooler, which knows no such printer or is not there.
};
/// Whether a part of the paper may lie in the printer's tray.
constexpr bool mayBeOut(PrintProblem problem) {
    return problem == PrintProblem::Stalled || problem == PrintProblem::Broken;
}

/// Where a paper goes.
struct PrinterTarget {
    enum class Way { File, Spooler, Network };
    Way way = Way::File;
    QString name;            ///< The file's whole path, or the spooler's name of the printer.
    PrinterAddress address;  ///< Of the way over the network.
    bool operator==(const PrinterTarget&) const = default;
};

/// What all ways have in common.
class PrintWay : public QObject {
    Q_OBJECT
  public:
    using QObject::QObject;
    bool isBusy() const { return m_busy; }
    /// Not while one is under way.
    virtual void send(const PrinterTarget& target, const QByteArray& bytes) = 0;
    /// Without a word about it.
    virtual void stop() = 0;

  Q_SIGNALS:
    void sent();
    void failed(simrs::PrintProblem problem);

  protected:
    /// Told once the signal of a socket or a process is over: whoever hears it may send the next paper at
    /// once.
    void end(bool well, PrintProblem problem = PrintProblem::Unreachable);
    virtual void letGo() = 0;  ///< Of what was open.

    bool m_busy = false;
    bool m_ending = false;  ///< It is over, and nobody has been told yet.
};

class RawPrinter final : public PrintWay {
    Q_OBJECT
  public:
    explicit RawPrinter(PrinterTimes times = {}, QObject* parent = nullptr);

    void send(const PrinterTarget& target, const QByteArray& bytes) override;
    void stop() override;

  private:
    void letGo() override;
    void connected();
    void progressed(qint64 bytes);
    void hear();
    void closed();

    PrinterTimes m_times;
    QTcpSocket m_socket;
    QTimer m_patience;
    QByteArray m_bytes;
    qint64 m_left = 0;  // Bytes the operating system has not taken.
    bool m_connected = false;
};

/// Writes on another thread; a folder that is missing is made.
class FilePrinter final : public PrintWay {
    Q_OBJECT
  public:
    using PrintWay::PrintWay;
    void send(const PrinterTarget& target, const QByteArray& bytes) override;
    void stop() override;

  private:
    void letGo() override {}
    quint64 m_turn = 0;
};

/// Hands a PDF to the spooler's program, which reads it from its standard input.
class SpoolPrinter final : public PrintWay {
    Q_OBJECT
  public:
    explicit SpoolPrinter(PrinterTimes times = {}, QObject* parent = nullptr);
    ~SpoolPrinter() override;

    void send(const PrinterTarget& target, const QByteArray& bytes) override;
    void stop() override;

  private:
    void letGo() override;

    PrinterTimes m_times;
    QPointer<QProcess> m_process;  // One for each paper: one that hangs is left behind.
    QTimer m_patience;
};

}  // namespace simrs
