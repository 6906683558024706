// SPDX-License-Identifier: GPL-3.0-or-later
// The queue ticket: what stands on the slip, as a paper. Printer, PDF and preview are made from it.
#pragma once

#include <QSizeF>
#include <QString>

#include "app/kit/paper.h"
#include "common/base/result.h"

class QIODevice;
class QPainter;

namespace simrs {

enum class TicketWidth { Mm58, Mm80 };

/// Finished texts; empty ones leave no gap. `reprint` prints SALINAN across the head, so that a copy is not a
/// second place in the queue.
struct TicketText {
    QString hospital;
    QString clinic;
    QString doctor;
    QString session;
    QString number;  // "A-012"
    QString patientName;
    QString mrn;
    QString registrationNumber;  // is also the bar code
    QString dateText;
    QString payer;
    QString note;
    bool reprint = false;
};

/// A roll of the width given, as long as the texts need.
paper::Paper ticketSheet(const TicketText& ticket, TicketWidth width);
/// The paper in millimetres.
QSizeF ticketSizeMm(const TicketText& ticket, TicketWidth width);
/// Paints into (0, 0, width, height) of ticketSizeMm with one painter unit per millimetre.
void paintTicket(QPainter& painter, const TicketText& ticket, TicketWidth width);
/// Writes a PDF of one page of exactly that size. The device must be open for writing.
Status writeTicketPdf(QIODevice& device, const TicketText& ticket, TicketWidth width);

}  // namespace simrs
