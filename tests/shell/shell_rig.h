// SPDX-License-Identifier: GPL-3.0-or-later
// A page's world without a window: what it asked for is kept, and the server behind it has three patients.
#pragma once

#include <QTranslator>

#include "app/kit/dialogs.h"
#include "app/kit/print_queue.h"
#include "app/shell/page.h"
#include "tests/client/backend_rig.h"

namespace simrs::test {

/// Records where a page wanted to go and what it said.
class TestWorkbench final : public Workbench {
  public:
    explicit TestWorkbench(Backend& backend) : m_backend(backend) {}

    Backend& backend() override { return m_backend; }
    Dialogs& dialogs() override { return scripted; }
    PrintQueue& prints() override { return queue; }
    void open(const QString& page, const QVariant&) override { opened.append(page); }
    void back() override { ++backs; }
    void toast(const QString& text) override { toasts.append(text); }
    void report(const QString& text, bool) override { reports.append(text); }
    QVariant setting(const QString& key, const QVariant& fallback) const override {
        return settings.value(key, fallback);
    }
    void setSetting(const QString& key, const QVariant& value) override { settings.insert(key, value); }

    ScriptedDialogs scripted;
    PrintQueue queue{{.printer = {.connectMs = 300, .stallMs = 400, .spoolMs = 600}, .againMs = {30, 60}}};
    QStringList opened, toasts, reports;
    QVariantMap settings;
    int backs = 0;

  private:
    Backend& m_backend;
};

/// All pages of the program, as main.cpp puts them together.
PageList allPages();
/// Makes the server answer searches, files and lists with a few invented people.
void giveSamples(FakeServer& server);
PatientId samplePatient();

/// Indonesian, each word 40 % longer; what no translation has is lengthened in English.
class LongTranslator final : public QTranslator {
  public:
    LongTranslator();
    QString translate(const char* context, const char* source, const char* disambiguation,
                      int n) const override;
    bool isEmpty() const override { return false; }
    static QString lengthened(const QString& text);

  private:
    QTranslator m_indonesian;
};

}  // namespace simrs::test
