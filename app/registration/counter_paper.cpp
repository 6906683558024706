// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/counter_paper.h"

#include <QCoreApplication>

#include "app/kit/date_text.h"
#include "app/registration/counter_words.h"

namespace simrs {
namespace {

using namespace paper;

/// The translation context of this slip.
struct CounterPaper {
    Q_DECLARE_TR_FUNCTIONS(CounterPaper)
};

}  // namespace

Paper counterTicketPaper(const CounterTicket& ticket, qint64 ahead, const MasterNames& names,
                         TicketWidth width) {
    const bool narrow = width == TicketWidth::Mm58;
    const QString number = counterNumber(ticket);
    Paper slip;
    slip.kind = QStringLiteral("ticket");
    slip.title = CounterPaper::tr("Counter number %1").arg(number);
    slip.mm = {narrow ? 58.0 : 80.0, 0};
    slip.marginMm = narrow ? 5 : 4;
    const QString waits = ahead == 0
                              ? CounterPaper::tr("You are the next")
                              : CounterPaper::tr("%n wait(s) before you", nullptr, static_cast<int>(ahead));
    slip.columns = {
        {1,
         {Text{names.masters().hospital.name, Size::Large, true, Align::Centre, 2}, Gap{6},
          Banner{CounterPaper::tr("COUNTER QUEUE")}, Text{number, Size::Huge, true, Align::Centre},
          Text{serviceName(&names.masters(), ticket.serviceId), Size::Large, true, Align::Centre, 2},
          Text{waits, Size::Normal, false, Align::Centre}, Rule{},
          Text{names.day(ticket.takenAt) + QStringLiteral(" · ") + names.time(ticket.takenAt), Size::Normal,
               false, Align::Centre},
          Text{CounterPaper::tr("Wait until the number is called to a counter. The clinic's number is given "
                                "there."),
               Size::Small, false, Align::Centre, 3}}}};
    return slip;
}

}  // namespace simrs
