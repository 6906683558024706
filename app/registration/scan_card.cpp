// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/scan_card.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>
#include <utility>

#include "app/client/backend.h"
#include "app/kit/card.h"
#include "app/kit/label.h"
#include "app/kit/text_field.h"
#include "app/kit/theme.h"
#include "app/registration/scan_check.h"

namespace simrs {
namespace {
constexpr int kScanLongest = 80;
}

ScanCard::ScanCard(std::function<PaperContent()> content, const Backend& backend)
    : m_content(std::move(content)), m_backend(backend) {
    auto* card = new Card(tr("Test scan"));
    m_scan = new TextField;
    m_scan->setObjectName(QStringLiteral("scanField"));
    m_scan->setAccessibleName(tr("Test scan"));
    m_scan->setLongest(kScanLongest);
    m_scan->setPlaceholderText(tr("Scan the code of the print"));
    auto* row = new QHBoxLayout;
    row->setSpacing(theme().px(10));
    m_verdict = new Chip;
    m_verdict->setObjectName(QStringLiteral("scanVerdict"));
    m_text = makeLabel(LabelKind::Hint, tr("A code that cannot be read is found out here."));
    m_text->setObjectName(QStringLiteral("scanLabel"));
    m_text->setWordWrap(true);
    row->addWidget(m_verdict);
    row->addWidget(m_text, 1);
    card->body()->addWidget(m_scan);
    card->body()->addLayout(row);
    m_verdict->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(card);
    connect(m_scan, &TextField::returnPressed, this, &ScanCard::check);
}

void ScanCard::clear() {
    m_verdict->hide();
    m_scan->clear();
}

void ScanCard::begin(QKeyEvent* key) {
    m_scan->clear();
    m_scan->setFocus(Qt::OtherFocusReason);
    QCoreApplication::sendEvent(m_scan, key);
}

void ScanCard::check() {
    const MasterNames names(m_backend);
    const PaperContent content = m_content();
    const QString number = numberOf(content.of, names);
    const auto say = [this](ChipKind kind, const QString& word, const QString& text) {
        m_verdict->setChip({kind, word, {}});
        m_verdict->show();
        m_text->setText(text);
    };
    switch (scanVerdict(m_scan->text(), content, names)) {
        case ScanVerdict::ThisPatient:
            say(ChipKind::Ok, tr("Right"), tr("This patient's number: %1").arg(number));
            break;
        case ScanVerdict::ThisVisit:
            say(ChipKind::Ok, tr("Right"), tr("The number of this visit of %1").arg(number));
            break;
        case ScanVerdict::Another:
            say(ChipKind::Danger, tr("Another"),
                tr("“%1” is not this patient's number. Do not hand it out.").arg(m_scan->text().trimmed()));
            break;
        case ScanVerdict::Unreadable:
            say(ChipKind::Warning, tr("Unreadable"), tr("No number came. Print it again, larger or darker."));
            break;
    }
    m_scan->selectAll();
}

}  // namespace simrs
