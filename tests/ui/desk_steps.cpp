// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/desk_steps.h"

namespace simrs::test {
namespace {

QString s(const char* text) { return QString::fromUtf8(text); }

}  // namespace

void newPatientForm(Desk& desk, const QString& name, const QString& nik) {
    desk.type(name);
    QVERIFY(Desk::until([&] { return desk.isEnabled("newPatientButton"); }));
    desk.press(Qt::Key_F4);
    QVERIFY(desk.waitForPage(s("patient-form")));
    desk.type(nik);
}

void visitFormOf(Desk& desk, const QString& scanned) {
    desk.scan(scanned);
    QVERIFY(desk.waitForPage(s("patient")));
    QVERIFY(Desk::until([&] { return desk.isEnabled("registerVisitButton"); }));
    desk.press(Qt::Key_F6);
    QVERIFY(desk.waitForPage(s("visit-form")));
    QVERIFY(Desk::until([&] { return desk.isEnabled("registerButton"); }));
}

QString knownPatient(DeskClient& client, int number) {
    RegisterPatient patient;
    patient.patient = testPatient(number);
    if (!client.submit(patient)) qFatal("no patient");
    return patient.patient.nik;
}

}  // namespace simrs::test
