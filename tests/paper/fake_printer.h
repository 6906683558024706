// SPDX-License-Identifier: GPL-3.0-or-later
// A printer on loopback; what it does with a connection is the test's.
#pragma once

#include <QTcpServer>
#include <QTcpSocket>

#include "app/kit/printer.h"

namespace simrs::test {

class FakePrinter : public QObject {
  public:
    enum class Manner { Prints, NeverReads, HangsUp, Talks, AnswersOnly };

    explicit FakePrinter(Manner manner, quint16 port = 0) : m_manner(manner) {
        if (!m_server.listen(QHostAddress::LocalHost, port)) qFatal("no port");
        connect(&m_server, &QTcpServer::newConnection, this, &FakePrinter::take);
    }
    PrinterTarget target() const {
        return {PrinterTarget::Way::Network, {}, {host(), m_server.serverPort()}};
    }
    QString address() const { return QStringLiteral("%1:%2").arg(host()).arg(m_server.serverPort()); }
    QByteArrayList papers;
    int calls = 0;  ///< Connections so far.

  private:
    static QString host() { return QStringLiteral("127.0.0.1"); }

    void take() {
        QTcpSocket* const socket = m_server.nextPendingConnection();
        socket->setParent(this);
        ++calls;
        if (m_manner == Manner::HangsUp) {
            connect(socket, &QTcpSocket::readyRead, socket, [socket] { socket->abort(); });
            return;
        }
        if (m_manner == Manner::NeverReads) return socket->setReadBufferSize(1);
        if (m_manner == Manner::AnswersOnly) {
            socket->setReadBufferSize(1);
            socket->write(QByteArray("HTTP/1.1 400 Bad Request\r\n\r\n\x00\xff\x1b", 31));
            return;
        }
        if (m_manner == Manner::Talks) socket->write(QByteArray(200'000, '\xff'));
        papers.append(QByteArray());
        const qsizetype at = papers.size() - 1;
        connect(socket, &QTcpSocket::readyRead, this,
                [this, socket, at] { papers[at] += socket->readAll(); });
    }
    QTcpServer m_server;
    Manner m_manner;
};

}  // namespace simrs::test
