// SPDX-License-Identifier: GPL-3.0-or-later
// Standard input and output.
#include "server/cli/terminal.h"

#include <termios.h>
#include <unistd.h>

#include <QFile>
#include <QFileInfo>
#include <cstdio>

namespace simrs {
namespace {

constexpr int kLongestLine = 4096;

void write(std::FILE* to, const QString& text) {
    const QByteArray bytes = text.toLocal8Bit() + '\n';
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), to);
    std::fflush(to);
}

QString withoutLineEnd(QByteArray line) {
    while (line.endsWith('\n') || line.endsWith('\r')) line.chop(1);
    return QString::fromUtf8(line);
}

QString readLine() {
    QByteArray buffer(kLongestLine, '\0');
    if (!std::fgets(buffer.data(), kLongestLine, stdin)) return {};
    return withoutLineEnd(QByteArray(buffer.constData()));
}

/// Turns the terminal's echo off for as long as it lives.
class NoEcho {
  public:
    NoEcho() {
        m_changed = tcgetattr(STDIN_FILENO, &m_before) == 0;
        if (!m_changed) return;
        termios quiet = m_before;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
    }
    ~NoEcho() {
        if (m_changed) tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    NoEcho(const NoEcho&) = delete;
    NoEcho& operator=(const NoEcho&) = delete;

  private:
    termios m_before{};
    bool m_changed = false;
};

QString ask(const QString& prompt) {
    const NoEcho quiet;
    std::fputs(prompt.toLocal8Bit().constData(), stderr);
    std::fflush(stderr);
    QString typed = readLine();
    std::fputs("\n", stderr);
    return typed;
}

}  // namespace

void Terminal::say(const QString& text) const { write(stdout, text); }

void Terminal::complain(const QString& text) const { write(stderr, QStringLiteral("simrs-server: ") + text); }

Outcome<QString> Terminal::askPassword(const QString& login) const {
    if (isatty(STDIN_FILENO) == 0) return readLine();
    const QString first = ask(QStringLiteral("New password of %1: ").arg(login));
    if (ask(QStringLiteral("Once more: ")) != first)
        return leave(ExitCode::Failure, QStringLiteral("the two differ"));
    return first;
}

Outcome<QByteArray> Terminal::wholeFile(const QString& path) {
    QFile file(path);
    if (file.open(QIODevice::ReadOnly)) return file.readAll();
    const QFileInfo info(path);
    return leave(info.exists() && !info.isReadable() ? ExitCode::Permission : ExitCode::NoInput,
                 QStringLiteral("%1 cannot be read: %2").arg(path, file.errorString()));
}

Outcome<QString> Terminal::firstLine(const QString& path) const {
    if (path == QLatin1String("-")) return readLine();
    const Outcome<QByteArray> text = wholeFile(path);
    if (!text) return tl::unexpected(text.error());
    return withoutLineEnd(text->left(text->indexOf('\n') + 1).isEmpty() ? *text
                                                                        : text->left(text->indexOf('\n')));
}

}  // namespace simrs
