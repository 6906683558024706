// SPDX-License-Identifier: GPL-3.0-or-later
// First contact with a server: where it listens, what fingerprint answers there, and the person's word that
// it is the one the server printed. Nothing is sent to a server before that word.
#pragma once

#include <QWidget>

#include "app/client/connection_status.h"

class QLabel;
class QPushButton;

namespace simrs {

class Backend;
class FormGrid;
class InlineProgress;
class TextField;

class ServerForm final : public QWidget {
    Q_OBJECT
  public:
    explicit ServerForm(Backend& backend, QWidget* parent = nullptr);

    /// Shows the address step with this server; `canGoBack` where one is known already.
    void begin(const PinnedServer& server, bool canGoBack);

  Q_SIGNALS:
    void accepted();
    void cancelled();

  private:
    QWidget* buildAddress();
    QWidget* buildFingerprint();
    void fetch();
    void show(const QString& fingerprint);
    void showStep(QWidget* step);
    void accept();

    Backend& m_backend;
    QWidget *m_address, *m_compare;  // one of them is shown
    FormGrid* m_grid = nullptr;
    TextField* m_field = nullptr;
    QPushButton *m_ask = nullptr, *m_back = nullptr, *m_again = nullptr;
    InlineProgress* m_progress = nullptr;
    QLabel *m_where = nullptr, *m_fingerprint = nullptr;
    PinnedServer m_server;
};

/// "host", "host:port" and "[::1]:port"; an empty host where it cannot be read.
PinnedServer readServerAddress(const QString& typed);
/// The 32 pairs in four lines of eight, to be compared by eye.
QString fingerprintLines(const QString& fingerprint);

}  // namespace simrs
