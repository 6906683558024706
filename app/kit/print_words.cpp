// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kit/print_words.h"

#include <QCoreApplication>

namespace simrs {
namespace {

/// The translation context of these words.
struct PrintWords {
    Q_DECLARE_TR_FUNCTIONS(PrintWords)
};

}  // namespace

QString printProblemText(PrintProblem problem) {
    switch (problem) {
        case PrintProblem::Unreachable:
            return PrintWords::tr("The printer does not answer. Is it on, and is its cable in?");
        case PrintProblem::Stalled:
            return PrintWords::tr(
                "The printer stopped taking the paper. Is there paper in it? Look what came out.");
        case PrintProblem::Broken:
            return PrintWords::tr("The printer broke off in the middle. Look what came out.");
        case PrintProblem::NotWritten:
            return PrintWords::tr("The file was not written. Is the folder there, and is there room?");
        case PrintProblem::Refused:
            return PrintWords::tr("This computer knows no such printer.");
    }
    return {};
}

ChipText printStateChip(const PrintJob& job) {
    switch (job.state) {
        case PrintJob::State::Waiting:
            return job.tries > 0
                       ? ChipText{ChipKind::Warning, PrintWords::tr("Trying again"),
                                  QStringLiteral("hourglass")}
                       : ChipText{ChipKind::Neutral, PrintWords::tr("Waiting"), QStringLiteral("hourglass")};
        case PrintJob::State::Sending:
            return {ChipKind::Info, PrintWords::tr("Printing"), QStringLiteral("printer")};
        case PrintJob::State::Done:
            return {ChipKind::Ok, PrintWords::tr("Printed"), {}};
        case PrintJob::State::Failed:
            break;
    }
    return {ChipKind::Danger, PrintWords::tr("Not printed"), {}};
}

}  // namespace simrs
