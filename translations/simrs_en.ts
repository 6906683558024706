<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>CounterPaper</name>
    <message numerus="yes">
        <source>%n wait(s) before you</source>
        <translation>
            <numerusform>%n wait before you</numerusform>
            <numerusform>%n waits before you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message numerus="yes">
        <source>NIK must have 16 digits (%n missing)</source>
        <translation>
            <numerusform>NIK must have 16 digits (%n missing)</numerusform>
            <numerusform>NIK must have 16 digits (%n missing)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>NIK must have 16 digits (%n too many)</source>
        <translation>
            <numerusform>NIK must have 16 digits (%n too many)</numerusform>
            <numerusform>NIK must have 16 digits (%n too many)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Card: 13 digits (%n missing)</source>
        <translation>
            <numerusform>Card: 13 digits (%n missing)</numerusform>
            <numerusform>Card: 13 digits (%n missing)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Card: 13 digits (%n too many)</source>
        <translation>
            <numerusform>Card: 13 digits (%n too many)</numerusform>
            <numerusform>Card: 13 digits (%n too many)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The file of unsent changes was damaged. %n change(s) could be read and will be sent.</source>
        <translation>
            <numerusform>The file of unsent changes was damaged. %n change could be read and will be sent.</numerusform>
            <numerusform>The file of unsent changes was damaged. %n changes could be read and will be sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n could not be read. Compare with your papers.</source>
        <translation>
            <numerusform>About %n could not be read. Compare with your papers.</numerusform>
            <numerusform>About %n could not be read. Compare with your papers.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PatientLines</name>
    <message numerus="yes">
        <source>about %n year(s) (estimated)</source>
        <translation>
            <numerusform>about %n year (estimated)</numerusform>
            <numerusform>about %n years (estimated)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>simrs::ActionBar</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) to correct:</source>
        <translation>
            <numerusform>%n field to correct:</numerusform>
            <numerusform>%n fields to correct:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) to correct</source>
        <translation>
            <numerusform>%n field to correct</numerusform>
            <numerusform>%n fields to correct</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>simrs::BellButton</name>
    <message numerus="yes">
        <source>Messages, %n new</source>
        <translation>
            <numerusform>Messages, %n new</numerusform>
            <numerusform>Messages, %n new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>simrs::CallPanel</name>
    <message numerus="yes">
        <source>%n wait(s), the longest for %1</source>
        <translation>
            <numerusform>%n wait, the longest for %1</numerusform>
            <numerusform>%n waits, the longest for %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>simrs::DeskBoardPage</name>
    <message numerus="yes">
        <source>%n at the counters now</source>
        <translation>
            <numerusform>%n at the counters now</numerusform>
            <numerusform>%n at the counters now</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>simrs::DispenserPage</name>
    <message numerus="yes">
        <source>%n wait(s) before you.</source>
        <translation>
            <numerusform>%n wait before you.</numerusform>
            <numerusform>%n waits before you.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>simrs::FormGrid</name>
    <message numerus="yes">
        <source>At most %n character(s)</source>
        <translation>
            <numerusform>At most %n character</numerusform>
            <numerusform>At most %n characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>simrs::ImportPage</name>
    <message numerus="yes">
        <source>%n column(s), %1</source>
        <translation>
            <numerusform>%n column, %1</numerusform>
            <numerusform>%n columns, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>simrs::ImportProgress</name>
    <message numerus="yes">
        <source>%1 % of the list, about %n minute(s) left</source>
        <translation>
            <numerusform>%1 % of the list, about %n minute left</numerusform>
            <numerusform>%1 % of the list, about %n minutes left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>simrs::NumbersModel</name>
    <message numerus="yes">
        <source>%n still to be given</source>
        <translation>
            <numerusform>%n still to be given</numerusform>
            <numerusform>%n still to be given</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>simrs::PairsPage</name>
    <message numerus="yes">
        <source>%n field(s) differ</source>
        <translation>
            <numerusform>%n field differs</numerusform>
            <numerusform>%n fields differ</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>simrs::PasswordForm</name>
    <message numerus="yes">
        <source>At least %n character(s)</source>
        <translation>
            <numerusform>At least %n character</numerusform>
            <numerusform>At least %n characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>simrs::PendingPage</name>
    <message numerus="yes">
        <source>Data for working offline is coming: %1 of %2 rows, and %n unit(s) after it.</source>
        <translation>
            <numerusform>Data for working offline is coming: %1 of %2 rows, and %n unit after it.</numerusform>
            <numerusform>Data for working offline is coming: %1 of %2 rows, and %n units after it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer holds the data of %n unit(s) for working offline.</source>
        <translation>
            <numerusform>This computer holds the data of %n unit for working offline.</numerusform>
            <numerusform>This computer holds the data of %n units for working offline.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>simrs::PrintersPage</name>
    <message numerus="yes">
        <source>At most %n character(s)</source>
        <translation>
            <numerusform>At most %n character</numerusform>
            <numerusform>At most %n characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>simrs::SearchPage</name>
    <message numerus="yes">
        <source>The first %n: type more to narrow it down</source>
        <translation>
            <numerusform>The first %n: type more to narrow it down</numerusform>
            <numerusform>The first %n: type more to narrow it down</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>simrs::SimilarCard</name>
    <message numerus="yes">
        <source>%n similar</source>
        <translation>
            <numerusform>%n similar</numerusform>
            <numerusform>%n similar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n probably the same</source>
        <translation>
            <numerusform>%n probably the same</numerusform>
            <numerusform>%n probably the same</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>simrs::StaysPage</name>
    <message numerus="yes">
        <source>%n patients lie here</source>
        <translation>
            <numerusform>%n patient lies here</numerusform>
            <numerusform>%n patients lie here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>simrs::TopBar</name>
    <message numerus="yes">
        <source>%n change(s) refused</source>
        <translation>
            <numerusform>%n change refused</numerusform>
            <numerusform>%n changes refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Connected · sending %n change(s)</source>
        <translation>
            <numerusform>Connected · sending %n change</numerusform>
            <numerusform>Connected · sending %n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) waiting</source>
        <translation>
            <numerusform>%n change waiting</numerusform>
            <numerusform>%n changes waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>simrs::UnfinishedModel</name>
    <message numerus="yes">
        <source>%n hours left</source>
        <translation>
            <numerusform>%n hour left</numerusform>
            <numerusform>%n hours left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>simrs::UnfinishedPage</name>
    <message numerus="yes">
        <source>Visits of the last %n days that lack a SEP, a payer or a name stand here.</source>
        <translation>
            <numerusform>Visits of the last %n day that lack a SEP, a payer or a name stand here.</numerusform>
            <numerusform>Visits of the last %n days that lack a SEP, a payer or a name stand here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visits · as of %1</source>
        <translation>
            <numerusform>%n visit · as of %1</numerusform>
            <numerusform>%n visits · as of %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>simrs::VisitsPage</name>
    <message numerus="yes">
        <source>%n new above</source>
        <translation>
            <numerusform>%n new above</numerusform>
            <numerusform>%n new above</numerusform>
        </translation>
    </message>
</context>
</TS>
