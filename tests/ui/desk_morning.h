// SPDX-License-Identifier: GPL-3.0-or-later
// A morning at one counter: the hospital it happens in and the ways a clerk goes, for tests of many patients.
#pragma once

#include "common/registration/stay_requests.h"
#include "tests/ui/desk_steps.h"

namespace simrs::test {

class DeskMorning {
  public:
    /// A server with wards and a payer "not determined yet", and a signed-in desk.
    DeskMorning();

    ServerRig& server() { return *m_server; }
    DeskClient& client() { return *m_client; }
    Desk& desk() { return *m_desk; }

    /// A patient of the hospital, as another counter made him.
    PatientId known(const Patient& patient, const PatientDetails& details = {});
    VisitId visited(const PatientId& patient, int clinic, int payer = 0, const VisitDetails& details = {});
    VisitFile file(const VisitId& visit);
    PatientFile file(const PatientId& patient);

    // ---- what a clerk does
    void toSearch();
    /// A scanner reads a number; the patient's file comes.
    void openFile(const QString& scanned);
    /// From a file: the form of a visit, a clinic's number, a payer's first letters.
    void toVisitForm();
    void chooseClinic(int number, const QString& payer);
    /// Saves and waits for the ticket; its text.
    QString registerIt();
    void openVisit(const VisitId& visit);
    /// From the search page: nobody of this name, the empty form.
    void newForm(const QString& name);
    void fill(const char* field, const QString& text);
    void choose(const char* field, const QString& letters);
    void tick(const char* field);
    /// Ctrl+S; the file of who was made.
    PatientId saveNew(const QString& name);
    /// Answers the next form that opens over the page.
    void answerForm(const QList<std::pair<const char*, QString>>& answers);

    const Clinic& clinic(int at) const { return m_server->masters().clinics[at]; }
    const Bed& bed() const { return m_bed; }
    int people = 0;  ///< Patients dealt with so far.

  private:
    std::unique_ptr<ServerRig> m_server;
    std::unique_ptr<DeskClient> m_client;
    std::unique_ptr<Desk> m_desk;
    Clinic m_ward, m_other;
    Bed m_bed;
};

}  // namespace simrs::test
