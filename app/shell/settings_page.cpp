// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/settings_page.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSysInfo>
#include <QVBoxLayout>

#include "app/client/backend.h"
#include "app/kit/action_bar.h"
#include "app/kit/card.h"
#include "app/kit/form_grid.h"
#include "app/kit/label.h"
#include "app/kit/page_scroll.h"
#include "app/kit/radio_row.h"
#include "app/kit/text_field.h"
#include "app/kit/theme.h"
#include "app/shell/server_form.h"
#include "app/shell/settings.h"

namespace simrs {
namespace {

constexpr int pathLongest = 400;

}  // namespace

SettingsPage::SettingsPage(Workbench& workbench, QWidget* parent) : Page(workbench, parent) {
    setObjectName(QStringLiteral("settingsPage"));
    const Theme& t = theme();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* cards = new QWidget;
    auto* content = new QHBoxLayout(cards);
    content->setContentsMargins(t.px(16), t.px(14), t.px(16), t.px(14));
    content->setSpacing(t.px(14));
    auto* left = new QVBoxLayout;
    left->setSpacing(t.px(14));
    left->addWidget(buildLook());
    left->addWidget(buildTicket());
    left->addStretch(1);
    auto* right = new QVBoxLayout;
    right->addWidget(buildComputer());
    right->addStretch(1);
    content->addLayout(left, 1);
    content->addLayout(right, 1);
    column->addWidget(new PageScroll(cards), 1);
    auto* bar = new ActionBar;
    bar->setHints(tr("Every choice takes effect at once and is kept on this computer."));
    auto* back = bar->addSecondary(tr("Back (Esc)"), {}, QKeySequence(Qt::Key_Escape));
    back->setObjectName(QStringLiteral("backButton"));
    column->addWidget(bar);
    connect(back, &QPushButton::clicked, this, [this] { this->workbench().back(); });
    connect(&workbench.backend(), &Backend::statusChanged, this, &SettingsPage::showComputer);
    showComputer();
}

RadioRow* SettingsPage::addChoices(QLatin1String key, const QVariant& fallback, const QString& name,
                                   const QList<QPair<QString, QVariant>>& choices) {
    auto* row = new RadioRow;
    row->setObjectName(name);
    for (const auto& [text, value] : choices) row->addChoice(text, value);
    row->setValue(workbench().setting(key, fallback));
    connect(row, &RadioRow::valueChosen, this,
            [this, key](const QVariant& value) { workbench().setSetting(key, value); });
    return row;
}

QWidget* SettingsPage::buildLook() {
    auto* card = new Card(tr("Language and look"));
    auto* grid = new FormGrid;
    m_language = addChoices(settings::language, QStringLiteral("id"), QStringLiteral("languageRow"),
                            {{QStringLiteral("Bahasa Indonesia"), QStringLiteral("id")},
                             {QStringLiteral("English"), QStringLiteral("en")}});
    grid->addField(QStringLiteral("language"), tr("Language"), m_language, FormGrid::columns);
    grid->addField(QStringLiteral("theme"), tr("Look"),
                   addChoices(settings::theme, QStringLiteral("light"), QStringLiteral("themeRow"),
                              {{tr("Light"), QStringLiteral("light")}, {tr("Dark"), QStringLiteral("dark")}}),
                   FormGrid::columns);
    grid->addField(
        QStringLiteral("scale"), tr("Size"),
        addChoices(
            settings::scale, 100, QStringLiteral("scaleRow"),
            {{QStringLiteral("100 %"), 100}, {QStringLiteral("115 %"), 115}, {QStringLiteral("130 %"), 130}}),
        FormGrid::columns);
    card->body()->addWidget(grid);
    return card;
}

QWidget* SettingsPage::buildTicket() {
    auto* card = new Card(tr("Queue tickets"));
    auto* grid = new FormGrid;
    grid->addField(QStringLiteral("paper"), tr("Paper"),
                   addChoices(settings::ticketWidth, 80, QStringLiteral("paperRow"),
                              {{QStringLiteral("58 mm"), 58}, {QStringLiteral("80 mm"), 80}}),
                   FormGrid::columns);
    m_folder = new TextField;
    m_folder->setObjectName(QStringLiteral("folderField"));
    m_folder->setLongest(pathLongest);
    m_folder->setText(workbench().setting(settings::ticketFolder).toString());
    m_folder->setPlaceholderText(defaultTicketFolder());
    grid->addField(QStringLiteral("folder"), tr("Folder for the PDF files"), m_folder, FormGrid::columns);
    grid->setHint(QStringLiteral("folder"),
                  tr("The printer's queue takes them from here. Empty: the folder shown."));
    connect(grid, &FormGrid::fieldLeft, this, &SettingsPage::takeFolder);
    connect(grid, &FormGrid::finished, this, &SettingsPage::takeFolder);
    card->body()->addWidget(grid);
    return card;
}

void SettingsPage::takeFolder() {
    const QString folder = m_folder->text().trimmed();
    auto* grid = qobject_cast<FormGrid*>(m_folder->parentWidget()->parentWidget());
    const bool good = folder.isEmpty() || QDir::isAbsolutePath(folder);
    if (grid != nullptr)
        grid->setError(QStringLiteral("folder"),
                       good ? QString() : tr("Type the whole path, from the root on"));
    if (good) workbench().setSetting(settings::ticketFolder, folder);
}

void SettingsPage::addFact(QVBoxLayout* column, const QString& title, QLabel*& value, const QString& name) {
    column->addWidget(makeLabel(LabelKind::Field, title));
    value = makeLabel(LabelKind::Strong, {});
    value->setObjectName(name);
    value->setWordWrap(true);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(value);
    column->addSpacing(theme().px(6));
}

QWidget* SettingsPage::buildComputer() {
    auto* card = new Card(tr("This computer"));
    card->body()->setSpacing(theme().px(2));
    addFact(card->body(), tr("Name"), m_device, QStringLiteral("deviceLabel"));
    addFact(card->body(), tr("Server"), m_server, QStringLiteral("serverLabel"));
    addFact(card->body(), tr("Fingerprint of the server"), m_fingerprint, QStringLiteral("fingerprintLabel"));
    addFact(card->body(), tr("Version"), m_version, QStringLiteral("versionLabel"));
    return card;
}

QString SettingsPage::title() const { return tr("Settings"); }

void SettingsPage::enter(const QVariant&) {
    showComputer();
    m_language->setFocus(Qt::TabFocusReason);
}

void SettingsPage::showComputer() {
    const ConnectionStatus& status = workbench().backend().status();
    m_device->setText(QSysInfo::machineHostName());
    m_server->setText(status.server.host.isEmpty()
                          ? tr("none")
                          : QStringLiteral("%1:%2").arg(status.server.host).arg(status.server.port));
    m_fingerprint->setText(status.server.pin.isEmpty() ? tr("none") : fingerprintLines(status.server.pin));
    m_version->setText(QStringLiteral("SIMRS " SIMRS_VERSION));
}

}  // namespace simrs
