// SPDX-License-Identifier: GPL-3.0-or-later
// The small hospital of the tests.
#include "tests/server/server_rig.h"

#include <QTest>

#include "common/access/password.h"
#include "common/hospital/hospital.h"

namespace simrs::test {
namespace {

template <class T>
T must(Result<T> result, const char* what) {
    if (!result)
        qFatal("%s: %s %s", what, qPrintable(errorName(result.error().code)),
               qPrintable(result.error().detail));
    return std::move(*result);
}

void must(const Status& status, const char* what) {
    if (!status)
        qFatal("%s: %s %s", what, qPrintable(errorName(status.error().code)),
               qPrintable(status.error().detail));
}

Masters smallHospital(int clinics) {
    Masters masters;
    masters.hospital.id = hospitalId();
    masters.hospital.name = QStringLiteral("RSUD Uji");
    for (int i = 1; i <= clinics; ++i) {
        Clinic clinic;
        clinic.id = ClinicId(Uuid::named("clinic" + QByteArray::number(i)));
        clinic.code = QStringLiteral("P%1").arg(i, 2, 10, QLatin1Char('0'));
        clinic.name = QStringLiteral("Poli %1").arg(i);
        clinic.letter = QString(QChar(u'A' + i % 26));
        masters.clinics.append(clinic);
        Doctor doctor;
        doctor.id = DoctorId(Uuid::named("doctor" + QByteArray::number(i)));
        doctor.code = QStringLiteral("D%1").arg(i, 2, 10, QLatin1Char('0'));
        doctor.name = QStringLiteral("dr. Uji %1, Sp.PD").arg(i);
        doctor.clinicId = clinic.id;
        masters.doctors.append(doctor);
    }
    Clinic emergency;
    emergency.id = ClinicId(Uuid::named("clinic-igd"));
    emergency.code = QStringLiteral("IGD");
    emergency.name = QStringLiteral("Instalasi Gawat Darurat");
    emergency.kind = ClinicKind::Emergency;
    masters.clinics.append(emergency);
    Payer general;
    general.id = PayerId(Uuid::named("payer-umum"));
    general.code = QStringLiteral("UMUM");
    general.name = QStringLiteral("Umum");
    Payer jkn;
    jkn.id = PayerId(Uuid::named("payer-jkn"));
    jkn.code = QStringLiteral("JKN");
    jkn.name = QStringLiteral("JKN");
    jkn.kind = PayerKind::Jkn;
    jkn.needsCard = true;
    masters.payers = {general, jkn};
    return masters;
}

void insertUser(WishTx& tx, Role role, std::uint32_t slot, const QString& hash) {
    User user;
    user.id = tx.newId<User>(slot);
    user.login = ServerRig::loginOf(role);
    user.name = QStringLiteral("Uji ") + user.login;
    user.passwordHash = hash;
    tx.insert(user);
    UserRole row;
    row.id = tx.newId<UserRole>(slot);
    row.userId = user.id;
    row.role = role;
    tx.insert(row);
}

}  // namespace

ServerRig::ServerRig(const QString& databaseUrl, int clinics) : m_masters(smallHospital(clinics)) {
    m_database = must(
        parseDatabaseUrl(databaseUrl.isEmpty()
                             ? QStringLiteral("sqlite:") + m_folder.filePath(QStringLiteral("hospital.db"))
                             : databaseUrl),
        "database url");
    const auto seeding = store();
    must(seeding->migrate(hospitalEntities()), "migrate");
    WriteContext context;
    context.writeId = Uuid::make(m_clock, m_random);
    context.request = QStringLiteral("seed");
    context.at = m_clock.now();
    const QString hash = hashPassword(password(), m_random);
    must(seeding
             ->write(context,
                     [&](WishTx& tx) -> Status {
                         tx.insert(m_masters.hospital);
                         for (const Clinic& clinic : m_masters.clinics) tx.insert(clinic);
                         for (const Doctor& doctor : m_masters.doctors) tx.insert(doctor);
                         for (const Payer& payer : m_masters.payers) tx.insert(payer);
                         std::uint32_t slot = 0;
                         for (const Role role : kRoles) insertUser(tx, role, slot++, hash);
                         return {};
                     })
             .map([](const CommitReport&) {}),
         "seed");
    start();
}

ServerRig::~ServerRig() { stop(); }

ServerConfig ServerRig::config() const {
    ServerConfig config;
    config.dataFolder = m_folder.path();
    config.database = m_database;
    config.durable = m_durable;
    return config;
}

void ServerRig::start() {
    m_server = std::make_unique<Server>(config());
    m_address = must(m_server->start(), "start");
}

void ServerRig::stop(int drainMs) {
    if (m_server) m_server->stop(drainMs);
    m_server.reset();
}

std::unique_ptr<Store> ServerRig::store() {
    Store::Services services{m_clock, m_random, nullptr};
    services.entities = &hospitalEntities();
    auto made = std::make_unique<Store>(m_database, StoreForm::Server, services);
    must(made->open(), "open");
    return made;
}

std::unique_ptr<DeskClient> ServerRig::client(Role role, TestDevice device) {
    auto made = std::make_unique<DeskClient>(std::move(device));
    must(made->connect(port(), pin()), "connect");
    must(made->logIn(loginOf(role), password()).map([](const SessionGrant&) {}), "log in");
    made->setMasters(m_masters);
    return made;
}

Patient testPatient(int number) {
    Patient patient;
    patient.name = QStringLiteral("Siti Uji%1").arg(number);
    patient.sapaan = Sapaan::Nyonya;
    patient.sex = Sex::Female;
    patient.birthDate = QDate(1985, 3, 12);
    patient.nik = QStringLiteral("327301520385%1").arg(number % 10000, 4, 10, QLatin1Char('0'));
    patient.phone = QStringLiteral("08001234567");
    patient.address = QStringLiteral("Jl. Melati No. %1").arg(number);
    patient.motherName = QStringLiteral("Aminah");
    return patient;
}

}  // namespace simrs::test
