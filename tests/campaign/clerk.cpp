// SPDX-License-Identifier: GPL-3.0-or-later
// One clerk as a process of its own: registers visits as fast as the server answers, and writes one line
// "COMMAND SERIES NUMBER" to standard output for each visit it was told of. Goes on over a lost connection
// with the same command, as the client's outbox does.
#include <QCoreApplication>
#include <QFile>
#include <QThread>
#include <cstdio>

#include "tests/server/server_rig.h"

using namespace simrs;
using namespace simrs::test;

namespace {

struct Orders {
    QString
        addressFile;  ///< Lines: port, pin. Read again at every connection: a killed server has a new port.
    int visits = 0;   ///< 0: until the file "stop" stands beside the address file.
    int clinic = 0;
    int number = 0;
};

bool toldToStop(const Orders& orders) { return QFile::exists(orders.addressFile + QStringLiteral(".stop")); }

bool reach(DeskClient& desk, const Orders& orders) {
    for (int tries = 0; tries < 600 && !toldToStop(orders); ++tries) {
        QFile file(orders.addressFile);
        if (file.open(QIODevice::ReadOnly)) {
            const QList<QByteArray> lines = file.readAll().split('\n');
            const qint64 nextSeq = desk.device().nextSeq;
            if (lines.size() >= 2 && desk.connect(lines[0].toUShort(), QString::fromLatin1(lines[1])) &&
                desk.logIn(roleName(Role::RegistrationClerk), ServerRig::password())) {
                // The server's word on the last number counts only for a device that has just begun.
                if (nextSeq > 1) desk.device().nextSeq = nextSeq;
                return true;
            }
        }
        QThread::msleep(50);
    }
    return false;
}

/// Sends one command until it has a result, over as many connections as it takes.
Result<CommandResult> deliver(DeskClient& desk, const CommandMessage& message, const Orders& orders) {
    for (;;) {
        const auto result = desk.command(message);
        if (result) return result;
        if (toldToStop(orders)) return result;
        if (result.error().code == ErrorCode::OutOfOrder) return result;
        if (!reach(desk, orders)) return result;
    }
}

template <class C>
Result<typename C::Reply> submit(DeskClient& desk, C intent, const Orders& orders, CommandId& id) {
    id = desk.newCommandId();
    for (;;) {
        const Status prepared = desk.prepare(id, [&](Prepare& p) { return C::prepare(p, intent); });
        if (prepared) break;
        if (prepared.error().code != ErrorCode::NotConnected && prepared.error().code != ErrorCode::TimedOut)
            return tl::unexpected<Error>(prepared.error());
        if (!reach(desk, orders)) return tl::unexpected<Error>(prepared.error());
    }
    SIMRS_ASSIGN(const CommandResult result,
                 deliver(desk, desk.message(C::info.type, encode(intent), id), orders));
    if (result.error != 0) return fail(errorFromNumber(static_cast<int>(result.error)), result.args);
    return decode<typename C::Reply>(result.reply);
}

void say(const QByteArray& line) {
    std::fputs(line.constData(), stdout);
    std::fputc('\n', stdout);
    std::fflush(stdout);
}

template <class T>
int failed(const char* what, const Result<T>& result) {
    std::fprintf(stderr, "%s: %s %s\n", what, qPrintable(errorName(result.error().code)),
                 qPrintable(result.error().args.join(QLatin1Char(','))));
    return 1;
}

}  // namespace

int main(int argc, char** argv) {
    const QCoreApplication app(argc, argv);
    const QStringList args = QCoreApplication::arguments();
    if (args.size() < 5) return 64;
    const Orders orders{args[1], args[2].toInt(), args[3].toInt(), args[4].toInt()};
    DeskClient desk;
    if (!reach(desk, orders)) return 2;
    auto masters = desk.ask(GetMasters{});
    while (!masters && !toldToStop(orders) && reach(desk, orders)) masters = desk.ask(GetMasters{});
    if (!masters) return failed("masters", masters);
    desk.setMasters(*masters);
    const Clinic clinic = masters->clinics[orders.clinic % masters->clinics.size()];
    RegisterVisit intent;
    intent.clinicId = clinic.id;
    for (const Doctor& doctor : masters->doctors) {
        if (doctor.clinicId == clinic.id) intent.doctorId = doctor.id;
    }
    for (const Payer& payer : masters->payers) {
        if (!payer.needsCard) intent.payerId = payer.id;
    }
    intent.repeat = true;

    CommandId id;
    Patient person = testPatient(orders.number);
    person.nik.clear();
    person.noNikReason = NoNikReason::NotYetIssued;
    const auto patient = submit(desk, RegisterPatient{.patient = person, .temporaryNumber = {}}, orders, id);
    if (!patient) return toldToStop(orders) ? 0 : failed("patient", patient);
    intent.patientId = patient->id;
    for (int i = 0; (orders.visits == 0 || i < orders.visits) && !toldToStop(orders); ++i) {
        const auto made = submit(desk, intent, orders, id);
        if (!made) {
            if (toldToStop(orders)) break;
            say("refused " + errorName(made.error().code).toLatin1());
            return failed("visit", made);
        }
        say(id.toString().toLatin1() + ' ' + made->ticket.series.toUtf8() + ' ' +
            QByteArray::number(made->ticket.number.value_or(0)));
    }
    return 0;
}
