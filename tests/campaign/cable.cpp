// SPDX-License-Identifier: GPL-3.0-or-later
// A pair of virtual interfaces, by iproute2.
#include "tests/campaign/cable.h"

#include <unistd.h>

#include <QProcess>

namespace simrs::test {
namespace {

constexpr int kNetworks = 200;

bool run(const QString& arguments) {
    QProcess ip;
    ip.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    ip.start(QStringLiteral("ip"), arguments.split(u' '));
    return ip.waitForFinished() && ip.exitStatus() == QProcess::NormalExit && ip.exitCode() == 0;
}

}  // namespace

Cable::Cable() {
    const int number = static_cast<int>(getpid()) % kNetworks;
    m_name = QStringLiteral("simrs%1").arg(number);
    m_address = QStringLiteral("10.77.%1.1").arg(number);
    const QString other = QStringLiteral("10.77.%1.2/24").arg(number);
    const bool made = run(QStringLiteral("netns add %1").arg(m_name)) &&
                      run(QStringLiteral("link add %1a type veth peer name %1b netns %1").arg(m_name)) &&
                      run(QStringLiteral("addr add %1/24 dev %2a").arg(m_address, m_name)) &&
                      run(QStringLiteral("-n %1 addr add %2 dev %1b").arg(m_name, other)) &&
                      run(QStringLiteral("-n %1 link set lo up").arg(m_name)) &&
                      run(QStringLiteral("-n %1 link set %1b up").arg(m_name)) &&
                      run(QStringLiteral("link set %1a up").arg(m_name));
    if (!made) qFatal("no network of its own: this campaign is run by root");
}

Cable::~Cable() { run(QStringLiteral("netns del %1").arg(m_name)); }

QStringList Cable::atOtherEnd(const QStringList& command) const {
    return QStringList{QStringLiteral("ip"), QStringLiteral("netns"), QStringLiteral("exec"), m_name} +
           command;
}

void Cable::pull() {
    if (!run(QStringLiteral("link set %1a down").arg(m_name))) qFatal("the cable stays in");
}

void Cable::plugIn() {
    if (!run(QStringLiteral("link set %1a up").arg(m_name))) qFatal("the cable stays out");
}

}  // namespace simrs::test
