// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/paper_words.h"

#include <QCoreApplication>

namespace simrs {
namespace {

/// The translation context of these words.
struct PaperWords {
    Q_DECLARE_TR_FUNCTIONS(PaperWords)
};

}  // namespace

QString paperName(PaperKind kind) {
    switch (kind) {
        case PaperKind::Ticket:
            return PaperWords::tr("Queue ticket");
        case PaperKind::Label:
            return PaperWords::tr("Patient label");
        case PaperKind::Wristband:
            return PaperWords::tr("Wristband");
        case PaperKind::Card:
            return PaperWords::tr("Patient card");
        case PaperKind::VisitForm:
            return PaperWords::tr("Visit form");
        case PaperKind::Tracer:
            return PaperWords::tr("Tracer");
        case PaperKind::Consent:
            return PaperWords::tr("General consent");
        case PaperKind::Identity:
            return PaperWords::tr("Identity summary (RM 1)");
        case PaperKind::AdmissionLetter:
            break;
    }
    return PaperWords::tr("Admission letter");
}

QString paperKey(PaperKind kind) {
    switch (kind) {
        case PaperKind::Ticket:
            return QStringLiteral("ticket");
        case PaperKind::Label:
            return QStringLiteral("label");
        case PaperKind::Wristband:
            return QStringLiteral("wristband");
        case PaperKind::Card:
            return QStringLiteral("card");
        case PaperKind::VisitForm:
            return QStringLiteral("form");
        case PaperKind::Tracer:
            return QStringLiteral("tracer");
        case PaperKind::Consent:
            return QStringLiteral("consent");
        case PaperKind::Identity:
            return QStringLiteral("identity");
        case PaperKind::AdmissionLetter:
            break;
    }
    return QStringLiteral("admission");
}

}  // namespace simrs
