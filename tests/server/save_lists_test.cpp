// SPDX-License-Identifier: GPL-3.0-or-later
// The hospital's lists through a real server, on both engines: what a row of each may be, what is refused,
// and that a row is switched off and never gone.
#include <QTest>

#include "tests/server/server_rig.h"
#include "tests/support/test_postgres.h"

using namespace simrs;
using namespace simrs::test;

namespace {

QString s(const char* text) { return QString::fromUtf8(text); }

template <class E>
E named(const char* code, const char* name) {
    E row;
    row.code = s(code);
    row.name = s(name);
    return row;
}

}  // namespace

class SaveListsTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase_data() {
        QTest::addColumn<bool>("postgres");
        QTest::newRow("sqlite") << false;
        QTest::newRow("postgres") << true;
    }
    void init() {
        QFETCH_GLOBAL(bool, postgres);
        auto& rig = m_rigs[postgres ? 1 : 0];
        if (!rig) {
            rig =
                std::make_unique<ServerRig>(postgres ? testDatabaseUrl(QStringLiteral("lists")) : QString());
            m_desks[postgres ? 1 : 0] = rig->client(Role::HeadOfRegistration);
        }
        m_rig = rig.get();
        m_desk = m_desks[postgres ? 1 : 0].get();
    }

    void aBedStandsInAWard() {
        const Clinic ward = saved(cempaka("CM1"));
        Bed bed = named<Bed>("cm1-01", "Kamar 1, bed 1");
        refused(bed, ErrorCode::FieldRequired, s("clinic_id"));
        bed.clinicId = ClinicId(Uuid::named("nowhere"));
        refused(bed, ErrorCode::ClinicUnknown);
        bed.clinicId = m_rig->masters().clinics.first().id;
        refused(bed, ErrorCode::WardUnknown);
        bed.clinicId = ward.id;
        bed.careClass = CareClass::Kris;
        const Bed made = saved(bed);
        QCOMPARE(made.code, s("CM1-01"));
        QCOMPARE(masters().beds.last(), made);
        Bed twin = named<Bed>("CM1-01", "Kamar 9");
        twin.clinicId = ward.id;
        refused(twin, ErrorCode::CodeTaken, s("CM1-01"));
    }

    void aWardGivesNoNumbersAndIsNoClinicOfTheDispenser() {
        const Clinic ward = saved(cempaka("CM2"));
        QVERIFY(ward.letter.isEmpty());
        QCOMPARE(ward.kind, ClinicKind::Ward);
        const QStringList before = ticketLetters(m_rig->masters().clinics, m_rig->masters().doctors);
        const Masters now = masters();
        QCOMPARE(ticketLetters(now.clinics, now.doctors), before);
        // One list of codes with the clinics.
        refused(cempaka("P01"), ErrorCode::CodeTaken, s("P01"));
    }

    void aDayIsAHolidayOnce() {
        Holiday day;
        day.name = s("Proklamasi Kemerdekaan");
        refused(day, ErrorCode::FieldRequired, s("day"));
        day.day = QDate(2031, 8, 17);
        const Holiday made = saved(day);
        QCOMPARE(made.code, s("2031-08-17"));
        day.name = s("Lain");
        refused(day, ErrorCode::CodeTaken, s("2031-08-17"));
        // Its code follows it to another day.
        Holiday moved = made;
        moved.day = QDate(2031, 8, 18);
        QVERIFY(m_desk->submit(SaveMaster<Holiday>{made, moved}));
        QVERIFY(saved(day).code == s("2031-08-17"));
    }

    void aFacilityNeedsCodeAndName() {
        refused(named<Facility>("", "Puskesmas Satu"), ErrorCode::FieldRequired, s("code"));
        refused(named<Facility>("09990101", ""), ErrorCode::FieldRequired, s("name"));
        refused(named<Facility>("09990101099", "Puskesmas Satu"), ErrorCode::FieldTooLong, s("code"));
        Facility facility = named<Facility>("0999r001", "RS Mitra");
        facility.kind = FacilityKind::Hospital;
        QCOMPARE(saved(facility).code, s("0999R001"));
    }

    void staffBelongToAUnitOrToNone() {
        Staff person = named<Staff>("P001", "Rini Puspasari");
        person.phone = s("+62 812-3456-789");
        person.clinicId = ClinicId(Uuid::named("nowhere"));
        refused(person, ErrorCode::ClinicUnknown);
        person.clinicId = {};
        const Staff made = saved(person);
        QCOMPARE(made.phone, s("08123456789"));
        Staff wrong = named<Staff>("P002", "Agus");
        wrong.phone = s("12");
        refused(wrong, ErrorCode::PhoneInvalid);
    }

    void lettersOfTheCounterAreNoClinics() {
        // The clinics have B, C, D and E.
        CounterService service = named<CounterService>("JKN", "Pasien JKN");
        refused(service, ErrorCode::FieldRequired, s("letter"));
        service.letter = s("12");
        refused(service, ErrorCode::FieldInvalid, s("letter"));
        service.letter = s("B");
        refused(service, ErrorCode::LetterTaken, s("B"));
        service.letter = s("q");
        QCOMPARE(saved(service).letter, s("Q"));
        CounterService other = named<CounterService>("UMUM", "Umum");
        other.letter = s("Q");
        refused(other, ErrorCode::LetterTaken, s("Q"));
        // The other way round, and only as long as the service is offered.
        Clinic clinic = named<Clinic>("QQQ", "Poli Q");
        clinic.letter = s("Q");
        refused(clinic, ErrorCode::LetterTaken, s("Q"));
        CounterService off = masters().services.first();
        const CounterService before = off;
        off.active = false;
        QVERIFY(m_desk->submit(SaveMaster<CounterService>{before, off}));
        QVERIFY(saved(clinic).letter == s("Q"));
        refusedChange(off, before, ErrorCode::LetterTaken);
        // Switched off, not gone.
        QCOMPARE(masters().services.size(), 1);
    }

    void aDoctorsPapers() {
        Doctor doctor = named<Doctor>("D77", "dr. Uji, Sp.PD");
        doctor.nik = s("12345");
        refused(doctor, ErrorCode::NikLength);
        doctor.nik = s("3671021206699001");
        doctor.licence = s("SIP.0999/001");
        doctor.licenceUntil = QDate(2027, 1, 20);
        doctor.hfisCode = s("9990001");
        doctor.leadsStays = true;
        const Doctor made = saved(doctor);
        QCOMPARE(made.licenceUntil, doctor.licenceUntil);
        QVERIFY(!made.registerUntil.isValid() && made.leadsStays);
    }

    void whoMayNotSave() {
        auto clerk = m_rig->client(Role::RegistrationClerk);
        QCOMPARE(clerk->submit(SaveMaster<Facility>{{}, named<Facility>("X", "X")}).error().code,
                 ErrorCode::PermissionDenied);
    }

    void cleanupTestCase() {
        for (auto& desk : m_desks) desk.reset();
        for (auto& rig : m_rigs) rig.reset();
    }

  private:
    static Clinic cempaka(const char* code) {
        Clinic ward = named<Clinic>(code, "Cempaka");
        ward.kind = ClinicKind::Ward;
        ward.opensMinute = 0;
        ward.closesMinute = 1440;
        ward.careClass = CareClass::Kris;
        ward.kris = true;
        ward.reportRow = s("Penyakit Dalam");
        return ward;
    }
    template <class E>
    E saved(const E& row) {
        const auto done = m_desk->submit(SaveMaster<E>{{}, row});
        if (!done) qFatal("not saved: %s", failure(done));
        return done->row;
    }
    template <class E>
    void refused(const E& row, ErrorCode code, const QString& arg = {}) {
        refusedChange(E(), row, code, arg);
    }
    template <class E>
    void refusedChange(const E& base, const E& row, ErrorCode code, const QString& arg = {}) {
        const auto done = m_desk->submit(SaveMaster<E>{base, row});
        QVERIFY(!done);
        QVERIFY2(done.error().code == code, failure(done));
        if (!arg.isEmpty()) QCOMPARE(done.error().args.value(0), arg);
    }
    Masters masters() {
        const auto found = m_desk->ask(GetMasters{});
        if (!found) qFatal("no masters: %s", failure(found));
        return *found;
    }

    std::unique_ptr<ServerRig> m_rigs[2];
    std::unique_ptr<DeskClient> m_desks[2];
    ServerRig* m_rig = nullptr;
    DeskClient* m_desk = nullptr;
};

QTEST_GUILESS_MAIN(SaveListsTest)
#include "save_lists_test.moc"
