// SPDX-License-Identifier: GPL-3.0-or-later
// However much was seen, all of it is noted, in commands that the server admits.
#include "app/client/read_notes.h"

#include <QTest>

#include "app/client/profile.h"
#include "common/hospital/hospital.h"
#include "tests/client/backend_rig.h"

namespace simrs {

class ReadNotesTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void allIsNotedInCommandsThatAreAdmitted_data();
    void allIsNotedInCommandsThatAreAdmitted();
    void nothingSeenIsNoCommand();
    void aRefusedNoteIsListed();
};

void ReadNotesTest::allIsNotedInCommandsThatAreAdmitted_data() {
    QTest::addColumn<int>("reads");
    QTest::addColumn<int>("patients");
    QTest::newRow("one file") << 1 << 1;
    QTest::newRow("a day's list") << 3 << 700;
    QTest::newRow("many files") << 1'000 << 1;
    QTest::newRow("a year's list") << 2 << 45'000;
}

void ReadNotesTest::allIsNotedInCommandsThatAreAdmitted() {
    QFETCH(int, reads);
    QFETCH(int, patients);
    QList<NoteReads> kept;
    ReadNotes notes([&](const NoteReads& some) { kept.append(some); });
    QList<Uuid> seen;
    for (int i = 0; i < reads; ++i) {
        SeenPatients one{QStringLiteral("list_visits"), UserId(Uuid::named("user")), Instant(i + 1), {}};
        for (int n = 0; n < patients; ++n)
            one.patients.append(Uuid::named(QByteArray::number(i) + '/' + QByteArray::number(n)));
        seen += one.patients;
        notes.add(one);
    }
    notes.flush();
    const RequestEntry* entry = hospitalRequests().find(NoteReads::info.type);
    QVERIFY(entry);
    QList<Uuid> noted;
    for (const NoteReads& some : std::as_const(kept)) {
        const QByteArray payload = encode(some);
        QVERIFY(payload.size() < limits::kFrameActiveBytes / 2);
        QVERIFY(entry->admit(payload));
        for (const SeenPatients& one : some.reads) noted += one.patients;
    }
    QCOMPARE(noted, seen);
}

void ReadNotesTest::nothingSeenIsNoCommand() {
    int kept = 0;
    ReadNotes notes([&](const NoteReads&) { ++kept; });
    notes.add({QStringLiteral("find_patients"), UserId(Uuid::named("user")), Instant(1), {}});
    notes.flush();
    QCOMPARE(kept, 0);
}

/// Who has seen whom is nobody's work, but that the audit lacks it is told.
void ReadNotesTest::aRefusedNoteIsListed() {
    test::BackendRig rig;
    rig.backend.reset();
    {
        auto profile = Profile::open(rig.folder.path());
        QVERIFY(profile);
        SystemClock clock;
        SystemRandom random;
        auto seat = Seat::open((*profile)->seatFolder((*profile)->server().pin), clock, random);
        QVERIFY(seat);
        OutboxEntry note;
        note.id = CommandId(Uuid::named("note"));
        note.type = NoteReads::info.type;
        note.version = NoteReads::info.version;
        note.payload = encode(NoteReads());
        QVERIFY((*seat)->outbox().append(note, {}, false));
        QVERIFY((*seat)->outbox().claim(1));
        CommandResult refused;
        refused.id = note.id;
        refused.seq = 1;
        refused.error = qint64(ErrorCode::FieldTooLong);
        QVERIFY((*seat)->outbox().end(refused));
    }
    rig.start();
    QTRY_COMPARE(rig.backend->pending().size(), 1);
    QCOMPARE(rig.backend->pending().first().state, PendingState::Refused);
    QCOMPARE(rig.backend->pending().first().error.code, ErrorCode::FieldTooLong);
}

}  // namespace simrs

QTEST_GUILESS_MAIN(simrs::ReadNotesTest)
#include "read_notes_test.moc"
