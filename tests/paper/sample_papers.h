// SPDX-License-Identifier: GPL-3.0-or-later
// Every paper of the desk, about invented people: what the tests of papers look at.
#pragma once

#include "app/registration/papers.h"

namespace simrs::test {

struct SamplePaper {
    QString name;  ///< Of its golden files.
    paper::Paper paper;
};

/// A hospital with one clinic, a ward, a doctor and a payer.
MasterNames sampleNames();
/// A woman with a visit today, all fields filled.
PaperContent sampleContent();
/// A boy of a few hours, the second of twins, whose mother has a file.
PaperContent sampleNewborn();
/// All kinds in all their forms, copies among them.
QList<SamplePaper> samplePapers();

}  // namespace simrs::test
