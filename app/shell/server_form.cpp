// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/server_form.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

#include "app/client/backend.h"
#include "app/kit/busy.h"
#include "app/kit/button.h"
#include "app/kit/error_text.h"
#include "app/kit/form_grid.h"
#include "app/kit/label.h"
#include "app/kit/text_field.h"
#include "app/kit/theme.h"

namespace simrs {
namespace {

const QString addressKey = QStringLiteral("address");

QLabel* wrapped(LabelKind kind, const QString& text) {
    auto* label = makeLabel(kind, text);
    label->setWordWrap(true);
    return label;
}

}  // namespace

PinnedServer readServerAddress(const QString& typed) {
    PinnedServer server;
    const QUrl url(QStringLiteral("simrs://") + typed.trimmed(), QUrl::StrictMode);
    const int port = url.port(server.port);
    const bool good =
        url.isValid() && !url.host().isEmpty() && url.path().isEmpty() && url.userInfo().isEmpty();
    if (!good || port <= 0 || typed.trimmed().endsWith(QLatin1Char(':'))) return server;
    server.host = url.host();
    server.port = static_cast<quint16>(port);
    return server;
}

QString fingerprintLines(const QString& fingerprint) {
    QString lines;
    const QStringList pairs = fingerprint.split(QLatin1Char(':'));
    for (int at = 0; at < pairs.size(); ++at) {
        if (at > 0) lines += at % 8 == 0 ? QLatin1Char('\n') : QLatin1Char(' ');
        lines += pairs.at(at);
    }
    return lines;
}

ServerForm::ServerForm(Backend& backend, QWidget* parent) : QWidget(parent), m_backend(backend) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_address = buildAddress();
    m_compare = buildFingerprint();
    column->addWidget(m_address);
    column->addWidget(m_compare);
    showStep(m_address);
}

QWidget* ServerForm::buildAddress() {
    const Theme& t = theme();
    auto* step = new QWidget;
    auto* column = new QVBoxLayout(step);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(t.px(10));
    column->addWidget(wrapped(LabelKind::Section, tr("Connect to the hospital's server")));
    column->addWidget(
        wrapped(LabelKind::Muted, tr("IT knows the address. It is asked for once on this computer.")));
    m_grid = new FormGrid;
    m_field = new TextField;
    m_field->setObjectName(QStringLiteral("serverField"));
    m_field->setLongest(260);
    m_grid->addField(addressKey, tr("Server"), m_field, FormGrid::columns, Need::Required);
    m_grid->setHint(addressKey, tr("Name or address, and the port: simrs.rsud.local:7310"));
    column->addWidget(m_grid);
    m_progress = new InlineProgress;
    column->addWidget(m_progress);
    auto* buttons = new QHBoxLayout;
    m_back = makeButton(ButtonKind::Secondary, tr("Back"));
    m_back->setObjectName(QStringLiteral("serverBackButton"));
    m_ask = makeButton(ButtonKind::Primary, tr("Connect"), QStringLiteral("arrow-right"));
    m_ask->setObjectName(QStringLiteral("connectButton"));
    buttons->addStretch(1);
    buttons->addWidget(m_back);
    buttons->addWidget(m_ask);
    column->addLayout(buttons);
    connect(m_grid, &FormGrid::finished, this, &ServerForm::fetch);
    connect(m_ask, &QPushButton::clicked, this, &ServerForm::fetch);
    connect(m_back, &QPushButton::clicked, this, &ServerForm::cancelled);
    connect(m_field, &QLineEdit::textEdited, this, [this] { m_grid->clearErrors(); });
    return step;
}

QWidget* ServerForm::buildFingerprint() {
    const Theme& t = theme();
    auto* step = new QWidget;
    auto* column = new QVBoxLayout(step);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(t.px(10));
    column->addWidget(wrapped(LabelKind::Section, tr("Is this your hospital's server?")));
    m_where = wrapped(LabelKind::Muted, {});
    column->addWidget(m_where);
    m_fingerprint = makeLabel(LabelKind::Value, {});
    m_fingerprint->setObjectName(QStringLiteral("fingerprintLabel"));
    m_fingerprint->setAlignment(Qt::AlignCenter);
    m_fingerprint->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(m_fingerprint);
    column->addWidget(
        wrapped(LabelKind::Body,
                tr("Compare it with the fingerprint that the server printed when it started, or ask IT to "
                   "read it to you. If one character differs, do not go on.")));
    auto* buttons = new QHBoxLayout;
    m_again = makeButton(ButtonKind::Secondary, tr("It differs: back"));
    m_again->setObjectName(QStringLiteral("refuseServerButton"));
    auto* same = makeButton(ButtonKind::Primary, tr("It is the same: trust this server"),
                            QStringLiteral("shield-check"));
    same->setObjectName(QStringLiteral("acceptServerButton"));
    buttons->addStretch(1);
    buttons->addWidget(m_again);
    buttons->addWidget(same);
    column->addLayout(buttons);
    connect(m_again, &QPushButton::clicked, this, [this] {
        showStep(m_address);
        m_field->setFocus(Qt::TabFocusReason);
    });
    connect(same, &QPushButton::clicked, this, &ServerForm::accept);
    return step;
}

void ServerForm::showStep(QWidget* step) {
    m_address->setVisible(step == m_address);
    m_compare->setVisible(step == m_compare);
}

void ServerForm::begin(const PinnedServer& server, bool canGoBack) {
    const QString address =
        server.host.isEmpty() ? QString() : QStringLiteral("%1:%2").arg(server.host).arg(server.port);
    m_field->setText(address);
    m_back->setVisible(canGoBack);
    m_grid->clearErrors();
    m_progress->stop();
    m_ask->setEnabled(true);
    showStep(m_address);
    m_field->setFocus(Qt::TabFocusReason);
}

void ServerForm::fetch() {
    m_server = readServerAddress(m_field->text());
    if (m_server.host.isEmpty()) {
        m_grid->showErrors({{addressKey, tr("Type it like this: simrs.rsud.local:7310")}});
        return;
    }
    m_ask->setEnabled(false);
    m_progress->start(tr("Asking %1…").arg(m_server.host), false);
    m_backend.fetchFingerprint(m_server.host, m_server.port, this, [this](const Result<QString>& found) {
        m_ask->setEnabled(true);
        m_progress->stop();
        if (found) return show(*found);
        const bool silent =
            found.error().code == ErrorCode::NotConnected || found.error().code == ErrorCode::TimedOut;
        m_grid->showErrors(
            {{addressKey, silent ? tr("No SIMRS server answers there. Check address and cable.")
                                 : errorText(found.error())}});
    });
}

void ServerForm::show(const QString& fingerprint) {
    m_server.pin = fingerprint;
    m_where->setText(
        tr("At %1, port %2, a server answers with this fingerprint:").arg(m_server.host).arg(m_server.port));
    m_fingerprint->setText(fingerprintLines(fingerprint));
    showStep(m_compare);
    m_again->setFocus(Qt::TabFocusReason);  // Enter must not trust a server that nobody looked at.
}

void ServerForm::accept() {
    m_backend.acceptServer(m_server);
    Q_EMIT accepted();
}

}  // namespace simrs
