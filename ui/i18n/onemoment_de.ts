<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Correct</name>
    <message>
        <source>WHY</source>
        <translation>WARUM</translation>
    </message>
    <message>
        <source>The reason, in your words</source>
        <translation>Der Grund, in Ihren Worten</translation>
    </message>
    <message>
        <source>The reason</source>
        <translation>Der Grund</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>What it said before stays in the journal, with your reason beside it.</source>
        <translation>Was vorher dastand, bleibt im Journal, mit Ihrem Grund daneben.</translation>
    </message>
    <message>
        <source>Say why, in a few words.</source>
        <translation>Sagen Sie in wenigen Worten, warum.</translation>
    </message>
    <message>
        <source>It was not saved yet.</source>
        <translation>Es ist noch nicht gespeichert.</translation>
    </message>
    <message>
        <source>How did it really end?</source>
        <translation>Wie ging es wirklich aus?</translation>
    </message>
    <message>
        <source>The log says: %1</source>
        <translation>Im Protokoll steht: %1</translation>
    </message>
    <message>
        <source>Told by the caller</source>
        <translation>Vom Anrufer gehört</translation>
    </message>
    <message>
        <source>Pressed by mistake</source>
        <translation>Versehentlich gedrückt</translation>
    </message>
    <message>
        <source>%1, chosen</source>
        <translation>%1, gewählt</translation>
    </message>
    <message>
        <source>Your correction is not saved yet.</source>
        <translation>Ihre Berichtigung ist noch nicht gespeichert.</translation>
    </message>
    <message>
        <source>Choose how it ended.</source>
        <translation>Wählen Sie, wie es ausging.</translation>
    </message>
    <message>
        <source>What should the note say?</source>
        <translation>Was soll in der Notiz stehen?</translation>
    </message>
    <message>
        <source>The desk sees the new text only.</source>
        <translation>Am Empfang ist nur der neue Text zu sehen.</translation>
    </message>
    <message>
        <source>A slip of the pen</source>
        <translation>Ein Schreibfehler</translation>
    </message>
    <message>
        <source>Something was missing</source>
        <translation>Etwas fehlte</translation>
    </message>
    <message>
        <source>About somebody else</source>
        <translation>Betrifft jemand anderen</translation>
    </message>
    <message>
        <source>The note</source>
        <translation>Die Notiz</translation>
    </message>
    <message>
        <source>Spoken with elsewhere</source>
        <translation>Anderswo gesprochen</translation>
    </message>
    <message>
        <source>Write what the note should say: notes are corrected, not deleted.</source>
        <translation>Schreiben Sie, was in der Notiz stehen soll: Notizen werden berichtigt, nicht gelöscht.</translation>
    </message>
    <message>
        <source>The note says that already.</source>
        <translation>Das steht schon in der Notiz.</translation>
    </message>
    <message>
        <source>The note is too long: 2,000 letters at most.</source>
        <translation>Die Notiz ist zu lang: höchstens 2000 Zeichen.</translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n Tag</numerusform>
            <numerusform>in %n Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>vor %n Tag</numerusform>
            <numerusform>vor %n Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) ringing</source>
        <translation>
            <numerusform>%n Anruf klingelt</numerusform>
            <numerusform>%n Anrufe klingeln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n caller(s) greeted</source>
        <translation>
            <numerusform>%n Anrufer begrüßt</numerusform>
            <numerusform>%n Anrufer begrüßt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n leaving a message</source>
        <translation>
            <numerusform>%n spricht eine Nachricht</numerusform>
            <numerusform>%n sprechen eine Nachricht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n holding</source>
        <translation>
            <numerusform>%n wartet</numerusform>
            <numerusform>%n warten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n being passed on</source>
        <translation>
            <numerusform>%n wird verbunden</numerusform>
            <numerusform>%n werden verbunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n told of a new time</source>
        <translation>
            <numerusform>%n hört die neue Zeit</numerusform>
            <numerusform>%n hören die neue Zeit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n put on hold</source>
        <translation>
            <numerusform>%n wird gehalten</numerusform>
            <numerusform>%n werden gehalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s) late</source>
        <translation>
            <numerusform>%n Versprechen überfällig</numerusform>
            <numerusform>%n Versprechen überfällig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s) due soon</source>
        <translation>
            <numerusform>%n Versprechen bald fällig</numerusform>
            <numerusform>%n Versprechen bald fällig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tried %n time(s), last at %1: %2</source>
        <translation>
            <numerusform>Einmal versucht, um %1: %2</numerusform>
            <numerusform>%n-mal versucht, zuletzt um %1: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>with %n other(s) on the line</source>
        <translation>
            <numerusform>mit %n weiteren Person in der Leitung</numerusform>
            <numerusform>mit %n weiteren Personen in der Leitung</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s) made, and nobody could be reached</source>
        <translation>
            <numerusform>nach %n Versuch war niemand erreicht</numerusform>
            <numerusform>nach %n Versuchen war niemand erreicht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the callback was closed after %n attempt(s)</source>
        <translation>
            <numerusform>der Rückruf wurde nach %n Versuch geschlossen</numerusform>
            <numerusform>der Rückruf wurde nach %n Versuchen geschlossen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln interruption(s)</source>
        <translation>
            <numerusform>%Ln Unterbrechung</numerusform>
            <numerusform>%Ln Unterbrechungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln neue</numerusform>
            <numerusform>%Ln neue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>thanked %n time(s)</source>
        <translation>
            <numerusform>ein Dank</numerusform>
            <numerusform>%n Mal Dank</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln callback(s) promised</source>
        <translation>
            <numerusform>%Ln Rückruf zugesagt</numerusform>
            <numerusform>%Ln Rückrufe zugesagt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s) kept</source>
        <translation>
            <numerusform>%n Zusage gehalten</numerusform>
            <numerusform>%n Zusagen gehalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n past the time</source>
        <translation>
            <numerusform>%n überfällig</numerusform>
            <numerusform>%n überfällig</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Days</name>
    <message>
        <source>From one day to another</source>
        <translation>Von einem Tag bis zu einem anderen</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Show these days</source>
        <translation>Diese Tage zeigen</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>The engine is being ended and started again.</source>
        <translation>Der Dienst wird beendet und neu gestartet.</translation>
    </message>
    <message>
        <source>One Moment&apos;s engine does not answer. Calls may go on.</source>
        <translation>Der Dienst von One Moment antwortet nicht. Gespräche laufen vielleicht weiter.</translation>
    </message>
    <message>
        <source>Starting it again cuts these calls; their callers become callbacks.</source>
        <translation>Ein Neustart trennt diese Gespräche; die Anrufer stehen danach als Rückrufe da.</translation>
    </message>
    <message>
        <source>Start it again</source>
        <translation>Neu starten</translation>
    </message>
    <message>
        <source>It may come back by itself. If not, restart this computer.</source>
        <translation>Vielleicht kommt er von selbst wieder. Wenn nicht, starten Sie diesen Computer neu.</translation>
    </message>
    <message>
        <source>The records are being brought up to date: %1 %</source>
        <translation>Die Aufzeichnungen werden auf den neuen Stand gebracht: %1 %</translation>
    </message>
    <message>
        <source>Calls are answered once this is done. It goes on by itself.</source>
        <translation>Danach werden Anrufe angenommen. Es geht von selbst weiter.</translation>
    </message>
    <message>
        <source>Calls are answered once this is done, %1.</source>
        <translation>Danach werden Anrufe angenommen, %1.</translation>
    </message>
    <message>
        <source>The engine cannot start.</source>
        <translation>Der Dienst kann nicht starten.</translation>
    </message>
    <message>
        <source>It says why in its own words:</source>
        <translation>Er sagt warum, in seinen eigenen Worten:</translation>
    </message>
    <message>
        <source>The engine was stopped.</source>
        <translation>Der Dienst wurde angehalten.</translation>
    </message>
    <message>
        <source>Calls are not answered until it runs again.</source>
        <translation>Bis er wieder läuft, werden keine Anrufe angenommen.</translation>
    </message>
    <message>
        <source>One moment. The engine is being started.</source>
        <translation>Einen Moment. Der Dienst wird gestartet.</translation>
    </message>
    <message>
        <source>The engine is not answering. It&apos;s being started again.</source>
        <translation>Der Dienst antwortet nicht. Er wird neu gestartet.</translation>
    </message>
    <message>
        <source>What stands behind this is how it was. No promise is lost: each one is written down.</source>
        <translation>Dahinter steht, wie es zuletzt war. Kein Versprechen geht verloren: Jedes ist aufgeschrieben.</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>Promises kept</source>
        <translation>Zusagen gehalten</translation>
    </message>
    <message>
        <source>Half called back within</source>
        <translation>Die Hälfte zurückgerufen in</translation>
    </message>
    <message>
        <source>9 of 10 called back within</source>
        <translation>9 von 10 zurückgerufen in</translation>
    </message>
    <message>
        <source>Callers lost</source>
        <translation>Verlorene Anrufe</translation>
    </message>
    <message>
        <source>Greeted within 5 s</source>
        <translation>In 5 s begrüßt</translation>
    </message>
    <message>
        <source>Longest hold</source>
        <translation>Längstes Warten</translation>
    </message>
    <message>
        <source>Owed now</source>
        <translation>Jetzt offen</translation>
    </message>
    <message>
        <source>Of the callbacks promised in this time: how many were kept in time, or at all where no time was said. A new time counts, told or not, if the old one had not passed. Counted once ended or past their time; without those cancelled or answered on another phone.</source>
        <translation>Von den Rückrufen, die in dieser Zeit zugesagt wurden: wie viele rechtzeitig gehalten wurden, oder überhaupt, wo keine Zeit genannt war. Eine neue Zeit gilt, mitgeteilt oder nicht, wenn die alte noch nicht vorbei war. Gezählt, sobald sie beendet sind oder ihre Zeit vorbei ist; ohne abgesagte und ohne solche, die ein anderes Telefon annahm.</translation>
    </message>
    <message>
        <source>From the promise of a callback until somebody spoke with them: half of them waited no longer than this (the median).</source>
        <translation>Von der Zusage eines Rückrufs, bis jemand mit ihnen sprach: die Hälfte wartete nicht länger (der Median).</translation>
    </message>
    <message>
        <source>From the promise of a callback until somebody spoke with them: nine of ten waited no longer than this (the 90th percentile).</source>
        <translation>Von der Zusage eines Rückrufs, bis jemand mit ihnen sprach: neun von zehn warteten nicht länger (das 90. Perzentil).</translation>
    </message>
    <message>
        <source>Callers who were gone before anybody spoke with them, and with whom nobody spoke later.</source>
        <translation>Anrufer, die weg waren, ehe jemand mit ihnen sprach, und mit denen auch später niemand sprach.</translation>
    </message>
    <message>
        <source>Of the calls that were answered, or rang for 5 seconds and more: how many were answered within 5 seconds, by the greeting or by a person. Without those blocked, turned away, or answered on another phone.</source>
        <translation>Von den Anrufen, die angenommen wurden oder 5 Sekunden und länger klingelten: wie viele innerhalb von 5 Sekunden angenommen wurden, von der Begrüßung oder einer Person. Ohne gesperrte, abgewiesene und anderswo angenommene.</translation>
    </message>
    <message>
        <source>The longest time one caller was holding, in minutes and seconds.</source>
        <translation>Die längste Zeit, die jemand in der Leitung wartete, in Minuten und Sekunden.</translation>
    </message>
    <message>
        <source>Callbacks that are owed at this moment, whenever they were promised.</source>
        <translation>Rückrufe, die in diesem Augenblick offen sind, wann auch immer zugesagt.</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>before: %1</source>
        <translation>davor: %1</translation>
    </message>
    <message>
        <source>better</source>
        <translation>besser</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>schlechter</translation>
    </message>
    <message>
        <source>as before</source>
        <translation>wie davor</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kundschaft</translation>
    </message>
    <message>
        <source>Colleagues</source>
        <translation>Kollegium</translation>
    </message>
    <message>
        <source>The same time before</source>
        <translation>Dieselbe Zeit davor</translation>
    </message>
    <message>
        <source>What went well, by person</source>
        <translation>Was gut ging, nach Person</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Gehalten</translation>
    </message>
    <message>
        <source>Thanks</source>
        <translation>Dank</translation>
    </message>
    <message>
        <source>Interruptions while serving, by hour of the week</source>
        <translation>Unterbrechungen beim Bedienen, nach Stunde der Woche</translation>
    </message>
    <message>
        <source>Calls that came while somebody was being served at the counter: how many in such an hour, on average.</source>
        <translation>Anrufe, die kamen, während jemand am Tresen bedient wurde: wie viele in einer solchen Stunde, im Mittel.</translation>
    </message>
    <message>
        <source>No hour of this time needed a second person.</source>
        <translation>In keiner Stunde dieser Zeit war eine zweite Person nötig.</translation>
    </message>
    <message>
        <source>A second person would have helped most on %1.</source>
        <translation>Eine zweite Person hätte am meisten geholfen: %1.</translation>
    </message>
    <message>
        <source>%1 (%2 an hour)</source>
        <translation>%1 (%2 je Stunde)</translation>
    </message>
    <message>
        <source>%1, %2 to %3</source>
        <translation>%1, %2 bis %3</translation>
    </message>
    <message>
        <source>%1: %2 in all</source>
        <translation>%1: %2 insgesamt</translation>
    </message>
    <message>
        <source>%1 an hour on average</source>
        <translation>%1 je Stunde im Mittel</translation>
    </message>
    <message>
        <source>under 1 min</source>
        <translation>unter 1 min</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 T %2 h</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
</context>
<context>
    <name>FiguresPanel</name>
    <message>
        <source>Press to see those that were not kept.</source>
        <translation>Drücken zeigt die nicht gehaltenen.</translation>
    </message>
    <message>
        <source>Press to see those who were called back.</source>
        <translation>Drücken zeigt die Zurückgerufenen.</translation>
    </message>
    <message>
        <source>Press to see who was lost.</source>
        <translation>Drücken zeigt, wer verloren ging.</translation>
    </message>
    <message>
        <source>Press to see who is waiting.</source>
        <translation>Drücken zeigt, wer wartet.</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Davor</translation>
    </message>
    <message>
        <source>As tables</source>
        <translation>Als Tabellen</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Drucken</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Weniger</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Fewer figures</source>
        <translation>Weniger Zahlen</translation>
    </message>
    <message>
        <source>More figures</source>
        <translation>Mehr Zahlen</translation>
    </message>
    <message>
        <source>Figures of %1</source>
        <translation>Zahlen: %1</translation>
    </message>
</context>
<context>
    <name>FiguresTable</name>
    <message>
        <source>before</source>
        <translation>davor</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>gehalten</translation>
    </message>
    <message>
        <source>thanked</source>
        <translation>bedankt</translation>
    </message>
    <message>
        <source>The figures</source>
        <translation>Die Zahlen</translation>
    </message>
</context>
<context>
    <name>Headset</name>
    <message>
        <source>The computer&apos;s own</source>
        <translation>Das des Computers</translation>
    </message>
    <message>
        <source>%1 (not plugged in)</source>
        <translation>%1 (nicht angesteckt)</translation>
    </message>
    <message>
        <source>Headset and phone</source>
        <translation>Headset und Telefon</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Mikrofon</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Hörer</translation>
    </message>
    <message>
        <source>Rings on</source>
        <translation>Klingelt an</translation>
    </message>
    <message>
        <source>Headset</source>
        <translation>Headset</translation>
    </message>
    <message>
        <source>Desk phone</source>
        <translation>Tischtelefon</translation>
    </message>
    <message>
        <source>No desk phone is set up.</source>
        <translation>Kein Tischtelefon eingerichtet.</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Callers</source>
        <translation>Anrufer</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Lautstärke</translation>
    </message>
    <message>
        <source>Speak through</source>
        <translation>Sprechen über</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Mikro aus</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Mikro an</translation>
    </message>
    <message>
        <source>How loud you are</source>
        <translation>Wie laut Sie sind</translation>
    </message>
    <message>
        <source>How loud the caller is</source>
        <translation>Wie laut der Anrufer ist</translation>
    </message>
    <message>
        <source>You are muted: nobody hears you.</source>
        <translation>Ihr Mikrofon ist aus: niemand hört Sie.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Probe</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>%1, in use</source>
        <translation>%1, in Gebrauch</translation>
    </message>
    <message>
        <source>Say something: you hear it in a moment.</source>
        <translation>Sagen Sie etwas: gleich hören Sie es.</translation>
    </message>
    <message>
        <source>Say something, hear it back.</source>
        <translation>Etwas sagen und es hören.</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>The keys</source>
        <translation>Die Tasten</translation>
    </message>
    <message>
        <source>Serving on or off</source>
        <translation>Bedienen ein oder aus</translation>
    </message>
    <message>
        <source>Do the next thing</source>
        <translation>Das Nächste tun</translation>
    </message>
    <message>
        <source>Take whoever waits first</source>
        <translation>Den ersten Wartenden annehmen</translation>
    </message>
    <message>
        <source>Hold, swap, resume</source>
        <translation>Halten, wechseln, weitersprechen</translation>
    </message>
    <message>
        <source>Pass the caller on; connect them with the colleague</source>
        <translation>Weiterverbinden; mit dem Kollegen verbinden</translation>
    </message>
    <message>
        <source>Hang up</source>
        <translation>Auflegen</translation>
    </message>
    <message>
        <source>AT THE DESK</source>
        <translation>AM EMPFANG</translation>
    </message>
    <message>
        <source>WITH A CALLER</source>
        <translation>IM GESPRÄCH</translation>
    </message>
    <message>
        <source>From row to row; the story beside them follows</source>
        <translation>Von Zeile zu Zeile; der Verlauf daneben folgt</translation>
    </message>
    <message>
        <source>Open its story</source>
        <translation>Den Verlauf öffnen</translation>
    </message>
    <message>
        <source>Close the story, or empty the search</source>
        <translation>Den Verlauf schließen oder die Suche leeren</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Take what is on screen away as a file</source>
        <translation>Was zu sehen ist als Datei mitnehmen</translation>
    </message>
    <message>
        <source>Print the figures</source>
        <translation>Die Zahlen drucken</translation>
    </message>
    <message>
        <source>Lock the log</source>
        <translation>Das Protokoll sperren</translation>
    </message>
    <message>
        <source>Press a figure to see the rows that it counts, and a row to see its story: what was heard, pressed and promised, and by whom it was kept.</source>
        <translation>Ein Druck auf eine Zahl zeigt die Zeilen, die sie zählt; ein Druck auf eine Zeile ihren Verlauf: was gehört, gedrückt und zugesagt wurde und wer es hielt.</translation>
    </message>
    <message>
        <source>THE ROWS</source>
        <translation>DIE ZEILEN</translation>
    </message>
    <message>
        <source>THE WINDOW</source>
        <translation>DAS FENSTER</translation>
    </message>
    <message>
        <source>Fold the desk into the strip, and open it again</source>
        <translation>Den Platz zur Leiste falten und wieder öffnen</translation>
    </message>
    <message>
        <source>The supervisor&apos;s log; it asks for the PIN</source>
        <translation>Das Protokoll der Leitung; es fragt nach der PIN</translation>
    </message>
    <message>
        <source>Full screen, and back</source>
        <translation>Vollbild und zurück</translation>
    </message>
    <message>
        <source>The keys of a telephone: for billing press 2</source>
        <translation>Die Tasten des Telefons: für die Rechnung die 2</translation>
    </message>
    <message>
        <source>After a call back: how it went</source>
        <translation>Nach einem Rückruf: wie es war</translation>
    </message>
    <message>
        <source>On a promise: how the call went</source>
        <translation>Bei einem Versprechen: wie der Anruf ausging</translation>
    </message>
    <message>
        <source>From one to the next; Enter or Space presses</source>
        <translation>Von einem zum nächsten; Enter oder Leertaste drückt</translation>
    </message>
    <message>
        <source>Close what is open</source>
        <translation>Schließen, was offen ist</translation>
    </message>
    <message>
        <source>This sheet</source>
        <translation>Dieses Blatt</translation>
    </message>
    <message>
        <source>While you serve, callers are greeted, may hold, ask to be called back or leave a message. What they were promised stands under Promised; the next thing to do stands in the middle.</source>
        <translation>Während Sie bedienen, werden Anrufer begrüßt und können warten, um Rückruf bitten oder eine Nachricht hinterlassen. Was versprochen wurde, steht unter Versprochen; was als Nächstes zu tun ist, steht in der Mitte.</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>Special</source>
        <translation>Besonderes</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>The file %1</source>
        <translation>Die Datei %1</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Was sich ändert</translation>
    </message>
    <message>
        <source>Bring in</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Nicht übernehmen</translation>
    </message>
    <message>
        <source>The file is being read.</source>
        <translation>Die Datei wird gelesen.</translation>
    </message>
    <message>
        <source>The first %1 are shown here.</source>
        <translation>Die ersten %1 stehen hier.</translation>
    </message>
    <message>
        <source>Nothing in this file changes anything.</source>
        <translation>Diese Datei ändert nichts.</translation>
    </message>
    <message>
        <source>New: %1</source>
        <translation>Neu: %1</translation>
    </message>
    <message>
        <source>Changed: %1</source>
        <translation>Geändert: %1</translation>
    </message>
    <message>
        <source>As they are: %1</source>
        <translation>Gleich: %1</translation>
    </message>
    <message>
        <source>Problems: %1</source>
        <translation>Probleme: %1</translation>
    </message>
    <message>
        <source>They are being brought in.</source>
        <translation>Sie werden übernommen.</translation>
    </message>
    <message>
        <source>They are in the directory now.</source>
        <translation>Sie stehen jetzt im Verzeichnis.</translation>
    </message>
    <message>
        <source>The file could not be read.</source>
        <translation>Die Datei war nicht zu lesen.</translation>
    </message>
</context>
<context>
    <name>Keeper</name>
    <message>
        <source>The engine did not say why.</source>
        <translation>Der Dienst hat nicht gesagt, warum.</translation>
    </message>
</context>
<context>
    <name>Keypad</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Stern</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>Raute</translation>
    </message>
    <message>
        <source>Press a key</source>
        <translation>Taste drücken</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Enter</translation>
    </message>
    <message>
        <source>Ctrl+N</source>
        <translation>Strg+N</translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation>Strg+S</translation>
    </message>
    <message>
        <source>Ctrl+F</source>
        <translation>Strg+F</translation>
    </message>
    <message>
        <source>Ctrl+E</source>
        <translation>Strg+E</translation>
    </message>
    <message>
        <source>Ctrl+L</source>
        <translation>Strg+L</translation>
    </message>
    <message>
        <source>Ctrl+P</source>
        <translation>Strg+P</translation>
    </message>
</context>
<context>
    <name>Later</name>
    <message>
        <source>Remind me</source>
        <translation>Erinnern</translation>
    </message>
    <message>
        <source>In 10 minutes</source>
        <translation>In 10 Minuten</translation>
    </message>
    <message>
        <source>In 30 minutes</source>
        <translation>In 30 Minuten</translation>
    </message>
    <message>
        <source>In 1 hour</source>
        <translation>In 1 Stunde</translation>
    </message>
    <message>
        <source>At another time…</source>
        <translation>Zu anderer Zeit…</translation>
    </message>
    <message>
        <source>Promise a new time…</source>
        <translation>Neue Zeit versprechen…</translation>
    </message>
</context>
<context>
    <name>Levels</name>
    <message>
        <source>How loud you are</source>
        <translation>Wie laut Sie sind</translation>
    </message>
    <message>
        <source>How loud the caller is</source>
        <translation>Wie laut der Anrufer ist</translation>
    </message>
</context>
<context>
    <name>Link</name>
    <message>
        <source>The engine said something this window does not understand. Are both of one version?</source>
        <translation>Der Dienst sagte etwas, das dieses Fenster nicht versteht. Haben beide dieselbe Version?</translation>
    </message>
    <message>
        <source>The engine did not answer.</source>
        <translation>Der Dienst hat nicht geantwortet.</translation>
    </message>
    <message>
        <source>Wait a moment and do it again.</source>
        <translation>Warten Sie einen Moment und wiederholen Sie es.</translation>
    </message>
</context>
<context>
    <name>Log</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Desk was</source>
        <translation>Empfang war</translation>
    </message>
    <message>
        <source>Chose</source>
        <translation>Wählte</translation>
    </message>
    <message>
        <source>Promised by</source>
        <translation>Zugesagt bis</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>By whom</source>
        <translation>Durch wen</translation>
    </message>
    <message>
        <source>Minutes to callback</source>
        <translation>Minuten bis zum Rückruf</translation>
    </message>
    <message>
        <source>When it rang.</source>
        <translation>Wann es klingelte.</translation>
    </message>
    <message>
        <source>The name in the directory, or else the number.</source>
        <translation>Der Name im Verzeichnis, sonst die Nummer.</translation>
    </message>
    <message>
        <source>How they came to us.</source>
        <translation>Wie sie zu uns kamen.</translation>
    </message>
    <message>
        <source>What the desk was doing when it rang.</source>
        <translation>Was der Empfang tat, als es klingelte.</translation>
    </message>
    <message>
        <source>What the caller chose by key, the last choice standing.</source>
        <translation>Was per Taste gewählt wurde; die letzte Wahl gilt.</translation>
    </message>
    <message>
        <source>By when a callback was promised.</source>
        <translation>Bis wann ein Rückruf zugesagt wurde.</translation>
    </message>
    <message>
        <source>How it ended, the promise included.</source>
        <translation>Wie es ausging, die Zusage eingeschlossen.</translation>
    </message>
    <message>
        <source>Who took it, or closed its promise, or tried last.</source>
        <translation>Wer annahm, die Zusage schloss oder es zuletzt versuchte.</translation>
    </message>
    <message>
        <source>From the promise until somebody spoke with them.</source>
        <translation>Von der Zusage, bis jemand mit ihnen sprach.</translation>
    </message>
    <message>
        <source>Going on</source>
        <translation>Läuft noch</translation>
    </message>
    <message>
        <source>Spoken with</source>
        <translation>Gesprochen</translation>
    </message>
    <message>
        <source>Passed on</source>
        <translation>Weitergegeben</translation>
    </message>
    <message>
        <source>Answered elsewhere</source>
        <translation>Anderswo angenommen</translation>
    </message>
    <message>
        <source>Called back</source>
        <translation>Zurückgerufen</translation>
    </message>
    <message>
        <source>Called back late</source>
        <translation>Spät zurückgerufen</translation>
    </message>
    <message>
        <source>Still owed</source>
        <translation>Noch offen</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Nicht erreicht</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgesagt</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>Turned away</source>
        <translation>Abgewiesen</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Ended by the desk</source>
        <translation>Vom Empfang beendet</translation>
    </message>
    <message>
        <source>It still goes on.</source>
        <translation>Es läuft noch.</translation>
    </message>
    <message>
        <source>Somebody here spoke with them in that call.</source>
        <translation>Jemand hier sprach in diesem Anruf mit ihnen.</translation>
    </message>
    <message>
        <source>They were passed on to a colleague.</source>
        <translation>Sie wurden an eine Kollegin oder einen Kollegen weitergegeben.</translation>
    </message>
    <message>
        <source>Another phone answered them.</source>
        <translation>Ein anderes Telefon nahm an.</translation>
    </message>
    <message>
        <source>Somebody spoke with them by the time promised.</source>
        <translation>Jemand sprach bis zur zugesagten Zeit mit ihnen.</translation>
    </message>
    <message>
        <source>Somebody spoke with them, after the time promised.</source>
        <translation>Jemand sprach mit ihnen, nach der zugesagten Zeit.</translation>
    </message>
    <message>
        <source>They are still waiting to be called back.</source>
        <translation>Sie warten noch auf den Rückruf.</translation>
    </message>
    <message>
        <source>Every attempt was made, and nobody could be reached.</source>
        <translation>Alle Versuche wurden gemacht, niemand war zu erreichen.</translation>
    </message>
    <message>
        <source>A person closed it without speaking with them.</source>
        <translation>Jemand schloss es, ohne mit ihnen zu sprechen.</translation>
    </message>
    <message>
        <source>They were gone, and nobody spoke with them later.</source>
        <translation>Sie waren weg, und niemand sprach später mit ihnen.</translation>
    </message>
    <message>
        <source>There were more calls than there may be at once.</source>
        <translation>Es waren mehr Anrufe, als zugleich sein dürfen.</translation>
    </message>
    <message>
        <source>The number is blocked.</source>
        <translation>Die Nummer ist gesperrt.</translation>
    </message>
    <message>
        <source>The desk ended the call, with nothing promised.</source>
        <translation>Der Empfang beendete den Anruf, ohne etwas zuzusagen.</translation>
    </message>
    <message>
        <source>Erased number</source>
        <translation>Gelöschte Nummer</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Owed, and late</source>
        <translation>Offen und überfällig</translation>
    </message>
    <message>
        <source>To hold</source>
        <translation>Warten</translation>
    </message>
    <message>
        <source>A callback</source>
        <translation>Rückruf</translation>
    </message>
    <message>
        <source>A message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Dringend</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Table for a spreadsheet (CSV)</source>
        <translation>Tabelle für ein Rechenblatt (CSV)</translation>
    </message>
    <message>
        <source>Report to read and print (PDF)</source>
        <translation>Bericht zum Lesen und Drucken (PDF)</translation>
    </message>
    <message>
        <source>One object a line (JSON)</source>
        <translation>Ein Objekt je Zeile (JSON)</translation>
    </message>
    <message>
        <source>Colleague</source>
        <translation>Kollegin oder Kollege</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kundschaft</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>durch %1</translation>
    </message>
    <message>
        <source>%1 says so.</source>
        <translation>So hat es %1 festgehalten.</translation>
    </message>
    <message>
        <source>The supervisor says so.</source>
        <translation>So hat es die Leitung festgehalten.</translation>
    </message>
    <message>
        <source>The line was cut after %1</source>
        <translation>Die Leitung brach nach %1 ab</translation>
    </message>
    <message>
        <source>A callback was promised after %1</source>
        <translation>Nach %1 wurde ein Rückruf zugesagt</translation>
    </message>
    <message>
        <source>Hung up after %1, while it was still ringing</source>
        <translation>Legte nach %1 auf, während es noch klingelte</translation>
    </message>
    <message>
        <source>Hung up after %1, during the greeting</source>
        <translation>Legte nach %1 auf, während der Begrüßung</translation>
    </message>
    <message>
        <source>Hung up after %1, when asked to choose</source>
        <translation>Legte nach %1 auf, vor die Wahl gestellt</translation>
    </message>
    <message>
        <source>Hung up after %1, when asked for a number</source>
        <translation>Legte nach %1 auf, nach einer Nummer gefragt</translation>
    </message>
    <message>
        <source>Hung up after %1, while leaving a message</source>
        <translation>Legte nach %1 auf, beim Sprechen einer Nachricht</translation>
    </message>
    <message>
        <source>Hung up after %1, while holding</source>
        <translation>Legte nach %1 auf, beim Warten</translation>
    </message>
    <message>
        <source>Hung up after %1, put on hold by us</source>
        <translation>Legte nach %1 auf, von uns gehalten</translation>
    </message>
    <message>
        <source>Hung up after %1, while being passed on</source>
        <translation>Legte nach %1 auf, beim Weitergeben</translation>
    </message>
    <message>
        <source>The desk said goodbye after %1, with nothing agreed</source>
        <translation>Nach %1 verabschiedet, ohne dass etwas vereinbart war</translation>
    </message>
    <message>
        <source>while somebody was being served</source>
        <translation>während jemand bedient wurde</translation>
    </message>
    <message>
        <source>while nobody was at the desk</source>
        <translation>während niemand am Empfang war</translation>
    </message>
    <message>
        <source>outside the opening hours</source>
        <translation>außerhalb der Öffnungszeiten</translation>
    </message>
    <message>
        <source>the number was withheld, so nobody could call back</source>
        <translation>die Nummer war unterdrückt, niemand konnte zurückrufen</translation>
    </message>
    <message>
        <source>the number may not be called back</source>
        <translation>diese Nummer darf nicht angerufen werden</translation>
    </message>
    <message>
        <source>the callback was closed without an attempt</source>
        <translation>der Rückruf wurde ohne Versuch geschlossen</translation>
    </message>
    <message>
        <source>somebody else answered at the number they left</source>
        <translation>unter der genannten Nummer meldete sich jemand anderes</translation>
    </message>
    <message>
        <source>nothing could be promised any more</source>
        <translation>es konnte nichts mehr zugesagt werden</translation>
    </message>
</context>
<context>
    <name>LogChips</name>
    <message>
        <source>Take away: %1</source>
        <translation>Wegnehmen: %1</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Customer or colleague</source>
        <translation>Kundschaft oder Kollegium</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Stunde</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Alles aufheben</translation>
    </message>
    <message>
        <source>Nobody has taken or called back yet</source>
        <translation>Noch hat niemand angenommen oder zurückgerufen</translation>
    </message>
</context>
<context>
    <name>LogDoor</name>
    <message>
        <source>One Moment was started again. Type the PIN once more.</source>
        <translation>One Moment wurde neu gestartet. Geben Sie die PIN noch einmal ein.</translation>
    </message>
    <message>
        <source>The log cannot be read.</source>
        <translation>Das Protokoll kann nicht gelesen werden.</translation>
    </message>
</context>
<context>
    <name>LogExport</name>
    <message>
        <source>Written to %1</source>
        <translation>Geschrieben nach %1</translation>
    </message>
    <message>
        <source>Stopped. Nothing was written.</source>
        <translation>Abgebrochen. Es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>The log was closed, so the file was not written. Do it again.</source>
        <translation>Das Protokoll wurde geschlossen, deshalb wurde die Datei nicht geschrieben. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>How far the file is</source>
        <translation>Wie weit die Datei ist</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The file is being written.</source>
        <translation>Die Datei wird geschrieben.</translation>
    </message>
    <message>
        <source>%1 of %2 rows are written.</source>
        <translation>%1 von %2 Zeilen sind geschrieben.</translation>
    </message>
    <message>
        <source>Take it away as a file</source>
        <translation>Als Datei mitnehmen</translation>
    </message>
    <message>
        <source>What is on screen now: %1.</source>
        <translation>Was jetzt zu sehen ist: %1.</translation>
    </message>
    <message>
        <source>Names and numbers of callers stand in it: keep it where they are safe.</source>
        <translation>Darin stehen Namen und Nummern: Bewahren Sie die Datei auf, wo sie sicher sind.</translation>
    </message>
</context>
<context>
    <name>LogLink</name>
    <message>
        <source>The log said something this window does not understand. Are both of one version?</source>
        <translation>Das Protokoll sagte etwas, das dieses Fenster nicht versteht. Sind beide von derselben Version?</translation>
    </message>
    <message>
        <source>The log did not answer.</source>
        <translation>Das Protokoll hat nicht geantwortet.</translation>
    </message>
    <message>
        <source>Wait a moment; it is being opened again.</source>
        <translation>Warten Sie einen Moment; es wird wieder geöffnet.</translation>
    </message>
</context>
<context>
    <name>LogRange</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Diese Woche</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Dieser Monat</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Letzter Monat</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Dieses Jahr</translation>
    </message>
    <message>
        <source>All there is</source>
        <translation>Alles, was da ist</translation>
    </message>
    <message>
        <source>From one day to another…</source>
        <translation>Von einem Tag bis zu einem anderen…</translation>
    </message>
</context>
<context>
    <name>LogTable</name>
    <message>
        <source>VIP</source>
        <translation>VIP</translation>
    </message>
    <message>
        <source>colleague</source>
        <translation>intern</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>oldest first</source>
        <translation>Älteste zuerst</translation>
    </message>
    <message>
        <source>longest first</source>
        <translation>Längste zuerst</translation>
    </message>
    <message>
        <source>shortest first</source>
        <translation>Kürzeste zuerst</translation>
    </message>
    <message>
        <source>Z to A</source>
        <translation>Z bis A</translation>
    </message>
    <message>
        <source>A to Z</source>
        <translation>A bis Z</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Interruptions</source>
        <translation>Unterbrechungen</translation>
    </message>
</context>
<context>
    <name>LogView</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Search names, numbers, notes</source>
        <translation>Namen, Nummern, Notizen suchen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>This is a copy: nothing can be corrected here.</source>
        <translation>Dies ist eine Kopie: Hier kann nichts berichtigt werden.</translation>
    </message>
    <message>
        <source>Many new</source>
        <translation>Viele neue</translation>
    </message>
    <message>
        <source>Being counted…</source>
        <translation>Wird gezählt…</translation>
    </message>
</context>
<context>
    <name>LogWanted</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Nobody has called yet. What comes in stands here.</source>
        <translation>Noch hat niemand angerufen. Was kommt, steht hier.</translation>
    </message>
    <message>
        <source>Nothing is found by this in the range that is chosen.</source>
        <translation>Dazu findet sich im gewählten Zeitraum nichts.</translation>
    </message>
    <message>
        <source>Write less of it, or choose a longer range.</source>
        <translation>Schreiben Sie weniger davon, oder wählen Sie einen längeren Zeitraum.</translation>
    </message>
    <message>
        <source>%1: nobody was lost.</source>
        <translation>%1: Niemand ging verloren.</translation>
    </message>
    <message>
        <source>%1: nobody is owed a callback.</source>
        <translation>%1: Kein Rückruf steht aus.</translation>
    </message>
    <message>
        <source>There is none of these in the range that is chosen.</source>
        <translation>Davon gibt es im gewählten Zeitraum keine.</translation>
    </message>
    <message>
        <source>Choose a longer range, or press Clear.</source>
        <translation>Wählen Sie einen längeren Zeitraum, oder drücken Sie „Alles aufheben“.</translation>
    </message>
    <message>
        <source>Nobody interrupted in the range that is chosen.</source>
        <translation>Im gewählten Zeitraum hat niemand unterbrochen.</translation>
    </message>
</context>
<context>
    <name>LogWindow</name>
    <message>
        <source>Locked: nobody used it.</source>
        <translation>Gesperrt: Niemand hat es benutzt.</translation>
    </message>
    <message>
        <source>The log</source>
        <translation>Das Protokoll</translation>
    </message>
    <message>
        <source>One moment. The log is being opened.</source>
        <translation>Einen Moment. Das Protokoll wird geöffnet.</translation>
    </message>
    <message>
        <source>Nothing is lost: it comes back by itself.</source>
        <translation>Nichts ist verloren: Es kommt von selbst zurück.</translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Fits the window</source>
        <translation>Passend zum Fenster</translation>
    </message>
    <message>
        <source>The strip stands</source>
        <translation>Die Leiste steht</translation>
    </message>
    <message>
        <source>at the bottom</source>
        <translation>unten</translation>
    </message>
    <message>
        <source>at the top</source>
        <translation>oben</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Headset and phone</source>
        <translation>Headset und Telefon</translation>
    </message>
    <message>
        <source>The supervisor&apos;s log</source>
        <translation>Das Protokoll der Leitung</translation>
    </message>
    <message>
        <source>Practice: let one ring</source>
        <translation>Üben: einen Anruf klingeln lassen</translation>
    </message>
    <message>
        <source>Open the desk</source>
        <translation>Platz öffnen</translation>
    </message>
    <message>
        <source>Fold into the strip</source>
        <translation>Zur Leiste falten</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Keys and help</source>
        <translation>Tasten und Hilfe</translation>
    </message>
    <message>
        <source>Close the window; calls go on</source>
        <translation>Fenster schließen; Anrufe laufen weiter</translation>
    </message>
</context>
<context>
    <name>Next</name>
    <message>
        <source>NEXT</source>
        <translation>ALS NÄCHSTES</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>Zurückrufen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Call %1, as said in the message</source>
        <translation>%1 anrufen, wie in der Nachricht gesagt</translation>
    </message>
    <message>
        <source>How did it go with %1?</source>
        <translation>Wie war es mit %1?</translation>
    </message>
    <message>
        <source>%1 is ringing</source>
        <translation>%1 ruft an</translation>
    </message>
    <message>
        <source>%1 is back</source>
        <translation>%1 ist wieder da</translation>
    </message>
    <message>
        <source>%1 is on hold</source>
        <translation>%1 wird gehalten</translation>
    </message>
    <message>
        <source>%1 is waiting</source>
        <translation>%1 wartet</translation>
    </message>
    <message>
        <source>the line was lost while you were speaking</source>
        <translation>die Leitung riss im Gespräch ab</translation>
    </message>
    <message>
        <source>you are calling</source>
        <translation>Sie rufen an</translation>
    </message>
    <message>
        <source>somebody is calling</source>
        <translation>jemand ruft an</translation>
    </message>
    <message>
        <source>%1 is calling</source>
        <translation>%1 ruft an</translation>
    </message>
    <message>
        <source>You are calling now</source>
        <translation>Sie rufen gerade an</translation>
    </message>
    <message>
        <source>Somebody is calling now</source>
        <translation>Jemand ruft gerade an</translation>
    </message>
    <message>
        <source>%1 is calling now</source>
        <translation>%1 ruft gerade an</translation>
    </message>
    <message>
        <source>an earlier time was not kept</source>
        <translation>eine frühere Zeit wurde nicht gehalten</translation>
    </message>
    <message>
        <source>new time given, the caller was not told</source>
        <translation>neue Zeit gegeben, der Anrufer weiß es nicht</translation>
    </message>
    <message>
        <source>new time given, the caller is being told by a call</source>
        <translation>neue Zeit gegeben, der Anrufer erfährt es durch einen Anruf</translation>
    </message>
    <message>
        <source>new time given, the caller was told</source>
        <translation>neue Zeit gegeben, der Anrufer weiß es</translation>
    </message>
    <message>
        <source>new time given, the caller could not be told: %1</source>
        <translation>neue Zeit gegeben, der Anrufer war nicht zu erreichen: %1</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Anhören</translation>
    </message>
    <message>
        <source>AFTER THAT</source>
        <translation>DANACH</translation>
    </message>
    <message>
        <source>written down by a machine, it may be wrong</source>
        <translation>von einer Maschine aufgeschrieben, kann falsch sein</translation>
    </message>
    <message>
        <source>The callers are being looked after.</source>
        <translation>Um die Anrufer wird sich gekümmert.</translation>
    </message>
    <message>
        <source>Whoever is in front of you has all your time.</source>
        <translation>Wer vor Ihnen steht, hat alle Ihre Zeit.</translation>
    </message>
    <message>
        <source>Nobody is waiting for you.</source>
        <translation>Niemand wartet auf Sie.</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
</context>
<context>
    <name>Now</name>
    <message>
        <source>%1, longer than is kind</source>
        <translation>%1, länger als freundlich ist</translation>
    </message>
    <message>
        <source>urgent, %1</source>
        <translation>dringend, %1</translation>
    </message>
    <message>
        <source>third call in five minutes, %1</source>
        <translation>dritter Anruf in fünf Minuten, %1</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>Wechseln</translation>
    </message>
    <message>
        <source>Speak with %1, the other goes on hold</source>
        <translation>Mit %1 sprechen, das andere Gespräch wird gehalten</translation>
    </message>
    <message>
        <source>Speak with %1 again</source>
        <translation>Wieder mit %1 sprechen</translation>
    </message>
    <message>
        <source>Take %1</source>
        <translation>%1 annehmen</translation>
    </message>
    <message>
        <source>NOW</source>
        <translation>JETZT</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Üben</translation>
    </message>
    <message>
        <source>Nobody else is calling.</source>
        <translation>Sonst ruft niemand an.</translation>
    </message>
    <message>
        <source>The practice caller is dialling.</source>
        <translation>Der Übungsanruf wird gewählt.</translation>
    </message>
    <message>
        <source>No calls. Press Practice to let one ring.</source>
        <translation>Keine Anrufe. Drücken Sie Üben, um einen klingeln zu lassen.</translation>
    </message>
    <message>
        <source>No calls. The line is quiet.</source>
        <translation>Keine Anrufe. Die Leitung ist ruhig.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Annehmen</translation>
    </message>
</context>
<context>
    <name>PassOn</name>
    <message>
        <source>Name, company or number</source>
        <translation>Name, Firma oder Nummer</translation>
    </message>
    <message>
        <source>Pass on to: name, company or number</source>
        <translation>Verbinden mit: Name, Firma oder Nummer</translation>
    </message>
    <message>
        <source>Colleagues and others</source>
        <translation>Kollegen und andere</translation>
    </message>
    <message>
        <source>Ask first</source>
        <translation>Erst fragen</translation>
    </message>
    <message>
        <source>Pass on now</source>
        <translation>Gleich verbinden</translation>
    </message>
    <message>
        <source>Pass %1 on</source>
        <translation>%1 verbinden</translation>
    </message>
    <message>
        <source>Nobody is found by this. A number can be typed here too.</source>
        <translation>Niemand gefunden. Auch eine Nummer kann hier stehen.</translation>
    </message>
    <message>
        <source>The people directory is empty. A number can be typed here.</source>
        <translation>Das Verzeichnis ist leer. Eine Nummer kann hier stehen.</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>No name yet</source>
        <translation>Noch ohne Namen</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>VIP</source>
        <translation>VIP</translation>
    </message>
    <message>
        <source>colleague</source>
        <translation>Kollege</translation>
    </message>
    <message>
        <source>the number as typed</source>
        <translation>die Nummer wie getippt</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Name, company or number</source>
        <translation>Name, Firma oder Nummer</translation>
    </message>
    <message>
        <source>Find somebody by name, company or number</source>
        <translation>Jemanden finden: Name, Firma oder Nummer</translation>
    </message>
    <message>
        <source>People found</source>
        <translation>Gefundene Personen</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Choose somebody in the list, or add somebody new.</source>
        <translation>Wählen Sie jemanden in der Liste, oder legen Sie jemanden neu an.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <source>Nobody is in the directory yet. Add somebody, or import a file.</source>
        <translation>Noch steht niemand im Verzeichnis. Legen Sie jemanden an, oder holen Sie eine Datei.</translation>
    </message>
    <message>
        <source>Nobody is found by this.</source>
        <translation>Niemand gefunden.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Gesichert.</translation>
    </message>
    <message>
        <source>Remove %1 from the directory? Calls and promises stay.</source>
        <translation>%1 aus dem Verzeichnis entfernen? Anrufe und Zusagen bleiben.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>%1 is not saved yet.</source>
        <translation>%1 ist noch nicht gesichert.</translation>
    </message>
    <message>
        <source>Do not save</source>
        <translation>Nicht sichern</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>Weiterschreiben</translation>
    </message>
    <message>
        <source>The file with people has not been brought in yet.</source>
        <translation>Die Datei mit Personen ist noch nicht importiert.</translation>
    </message>
    <message>
        <source>Import people</source>
        <translation>Personen importieren</translation>
    </message>
    <message>
        <source>People (*.csv *.vcf *.vcard)</source>
        <translation>Personen (*.csv *.vcf *.vcard)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Export people</source>
        <translation>Personen exportieren</translation>
    </message>
    <message>
        <source>The file is being written.</source>
        <translation>Die Datei wird geschrieben.</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>Geschrieben nach %1</translation>
    </message>
</context>
<context>
    <name>Person</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Nummern</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>As the desk</source>
        <translation>Wie der Empfang</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Take this number away</source>
        <translation>Diese Nummer wegnehmen</translation>
    </message>
    <message>
        <source>Also the number of %1</source>
        <translation>Auch die Nummer von %1</translation>
    </message>
    <message>
        <source>Another number</source>
        <translation>Weitere Nummer</translation>
    </message>
    <message>
        <source>VIP</source>
        <translation>VIP</translation>
    </message>
    <message>
        <source>Goes ahead in line and is called back sooner.</source>
        <translation>Kommt in der Reihe früher und wird eher zurückgerufen.</translation>
    </message>
    <message>
        <source>Colleague</source>
        <translation>Kollege</translation>
    </message>
    <message>
        <source>Stands among the first when a call is passed on.</source>
        <translation>Steht beim Verbinden unter den Ersten.</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Calls are turned away, unless somebody else has the number too.</source>
        <translation>Anrufe werden abgewiesen, außer die Nummer gehört auch jemand anderem.</translation>
    </message>
</context>
<context>
    <name>Pin</name>
    <message>
        <source>The supervisor&apos;s PIN</source>
        <translation>Die PIN der Leitung</translation>
    </message>
    <message>
        <source>Take the last digit away</source>
        <translation>Letzte Ziffer löschen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Close the log</source>
        <translation>Protokoll schließen</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Einen Moment…</translation>
    </message>
    <message>
        <source>Digits: %1</source>
        <translation>Ziffern: %1</translation>
    </message>
    <message>
        <source>Type the PIN</source>
        <translation>PIN eingeben</translation>
    </message>
</context>
<context>
    <name>Player</name>
    <message>
        <source>Message, %1 long, recorded at %2</source>
        <translation>Nachricht, %1 lang, aufgenommen um %2</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Anhören</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>The sound is not kept any more: it is deleted after a time.</source>
        <translation>Der Ton ist nicht mehr da: Aufnahmen werden nach einiger Zeit gelöscht.</translation>
    </message>
    <message>
        <source>WRITTEN DOWN BY A MACHINE</source>
        <translation>VON EINER MASCHINE MITGESCHRIEBEN</translation>
    </message>
    <message>
        <source>Speed: %1</source>
        <translation>Tempo: %1</translation>
    </message>
    <message>
        <source>Where in the recording</source>
        <translation>Stelle in der Aufnahme</translation>
    </message>
    <message>
        <source>Left and right move by 5 seconds</source>
        <translation>Links und rechts gehen um 5 Sekunden</translation>
    </message>
</context>
<context>
    <name>Promise</name>
    <message>
        <source>HOW DID IT GO?</source>
        <translation>WIE GING ES AUS?</translation>
    </message>
    <message>
        <source>A note, if there is something to remember</source>
        <translation>Eine Notiz, wenn etwas zu merken ist</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>OR WITHOUT A CALL</source>
        <translation>ODER OHNE ANRUF</translation>
    </message>
    <message>
        <source>New time…</source>
        <translation>Neue Zeit…</translation>
    </message>
    <message>
        <source>Heard, nothing to do</source>
        <translation>Gehört, nichts zu tun</translation>
    </message>
    <message>
        <source>Spoke already</source>
        <translation>Schon gesprochen</translation>
    </message>
    <message>
        <source>No longer needed</source>
        <translation>Nicht mehr nötig</translation>
    </message>
    <message>
        <source>Your note about %1 is not saved yet.</source>
        <translation>Ihre Notiz zu %1 ist noch nicht gesichert.</translation>
    </message>
    <message>
        <source>I am not calling after all</source>
        <translation>Ich rufe doch nicht an</translation>
    </message>
    <message>
        <source>I call on another phone now</source>
        <translation>Ich rufe jetzt mit anderem Telefon an</translation>
    </message>
    <message>
        <source>I HAVE CALLED ON ANOTHER PHONE</source>
        <translation>ICH HABE MIT ANDEREM TELEFON ANGERUFEN</translation>
    </message>
</context>
<context>
    <name>Promised</name>
    <message>
        <source>asap</source>
        <translation>bald</translation>
    </message>
    <message>
        <source>put off until %1</source>
        <translation>verschoben auf %1</translation>
    </message>
    <message>
        <source>calls again, %1</source>
        <translation>ruft erneut an, %1</translation>
    </message>
    <message>
        <source>how did it go?</source>
        <translation>wie war es?</translation>
    </message>
    <message>
        <source>PROMISED</source>
        <translation>VERSPROCHEN</translation>
    </message>
    <message>
        <source>Nothing is promised. Callbacks and messages stand here by their time.</source>
        <translation>Nichts versprochen. Hier stehen Rückrufe und Nachrichten nach ihrer Zeit.</translation>
    </message>
</context>
<context>
    <name>Refusal</name>
    <message>
        <source>Use the desk phone</source>
        <translation>Tischtelefon nehmen</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Before, to compare with: %1</source>
        <translation>Davor, zum Vergleich: %1</translation>
    </message>
    <message>
        <source>Customers and colleagues</source>
        <translation>Kundschaft und Kollegium</translation>
    </message>
    <message>
        <source>In brackets: the time before. A full triangle is better, a hollow one worse.</source>
        <translation>In Klammern: die Zeit davor. Volles Dreieck: besser, hohles: schlechter.</translation>
    </message>
    <message>
        <source>made on %1</source>
        <translation>erstellt am %1</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
    <message>
        <source>%1 more rows are not shown here; a CSV file has all of them.</source>
        <translation>%1 weitere Zeilen stehen nicht hier; eine CSV-Datei hat alle.</translation>
    </message>
    <message>
        <source>This computer has no printer.</source>
        <translation>Dieser Rechner hat keinen Drucker.</translation>
    </message>
    <message>
        <source>Set one up, or export a PDF and print it elsewhere.</source>
        <translation>Richten Sie einen ein, oder exportieren Sie ein PDF und drucken Sie es anderswo.</translation>
    </message>
    <message>
        <source>Print the figures</source>
        <translation>Zahlen drucken</translation>
    </message>
    <message>
        <source>The printer took nothing.</source>
        <translation>Der Drucker hat nichts angenommen.</translation>
    </message>
    <message>
        <source>See whether it is switched on, then print again.</source>
        <translation>Sehen Sie nach, ob er eingeschaltet ist, und drucken Sie noch einmal.</translation>
    </message>
    <message>
        <source>Min.</source>
        <translation>Min.</translation>
    </message>
</context>
<context>
    <name>Said</name>
    <message>
        <source>Closed cannot be chosen.</source>
        <translation>Geschlossen kann man nicht wählen.</translation>
    </message>
    <message>
        <source>Set the opening hours in the settings instead.</source>
        <translation>Stellen Sie dafür die Öffnungszeiten in den Einstellungen ein.</translation>
    </message>
    <message>
        <source>This promise is not open any more.</source>
        <translation>Dieses Versprechen ist nicht mehr offen.</translation>
    </message>
    <message>
        <source>There is no such promise.</source>
        <translation>Ein solches Versprechen gibt es nicht.</translation>
    </message>
    <message>
        <source>Look at the list again.</source>
        <translation>Sehen Sie noch einmal in die Liste.</translation>
    </message>
    <message>
        <source>Later is 1 to 480 minutes.</source>
        <translation>Später heißt 1 bis 480 Minuten.</translation>
    </message>
    <message>
        <source>Choose a time within the working day.</source>
        <translation>Wählen Sie eine Zeit innerhalb des Arbeitstags.</translation>
    </message>
    <message>
        <source>There is no such message.</source>
        <translation>Diese Nachricht gibt es nicht.</translation>
    </message>
    <message>
        <source>The recording of this message is gone.</source>
        <translation>Die Aufnahme dieser Nachricht ist nicht mehr da.</translation>
    </message>
    <message>
        <source>Call the person back without it.</source>
        <translation>Rufen Sie ohne sie zurück.</translation>
    </message>
    <message>
        <source>There is no line to practise on yet.</source>
        <translation>Es gibt noch keine Leitung zum Üben.</translation>
    </message>
    <message>
        <source>Wait a moment; if it stays so, run: onemoment doctor</source>
        <translation>Warten Sie einen Moment; bleibt es so, starten Sie: onemoment doctor</translation>
    </message>
    <message>
        <source>There are no practice calls on a line by TLS.</source>
        <translation>Auf einer Leitung über TLS gibt es keine Übungsanrufe.</translation>
    </message>
    <message>
        <source>Call its extension from another phone instead.</source>
        <translation>Rufen Sie stattdessen ihre Nebenstelle von einem anderen Telefon an.</translation>
    </message>
    <message>
        <source>A practice call is still going on.</source>
        <translation>Ein Übungsanruf läuft noch.</translation>
    </message>
    <message>
        <source>Wait until it has ended.</source>
        <translation>Warten Sie, bis er zu Ende ist.</translation>
    </message>
    <message>
        <source>No telephone has these keys.</source>
        <translation>Diese Tasten hat kein Telefon.</translation>
    </message>
    <message>
        <source>Keys are 0 to 9, * and #; a number has digits.</source>
        <translation>Tasten sind 0 bis 9, * und #; eine Nummer hat Ziffern.</translation>
    </message>
    <message>
        <source>This could not be done: One Moment made a mistake.</source>
        <translation>Das ging nicht: One Moment hat einen Fehler gemacht.</translation>
    </message>
    <message>
        <source>Try again; if it stays so, stop One Moment and start it again.</source>
        <translation>Versuchen Sie es noch einmal; bleibt es so, beenden Sie One Moment und starten Sie es neu.</translation>
    </message>
    <message>
        <source>The disk is full, so nothing can be written down.</source>
        <translation>Die Festplatte ist voll, deshalb kann nichts notiert werden.</translation>
    </message>
    <message>
        <source>Free some space.</source>
        <translation>Schaffen Sie Platz.</translation>
    </message>
    <message>
        <source>Another program keeps the records locked, so nothing can be written down.</source>
        <translation>Ein anderes Programm sperrt die Aufzeichnungen, deshalb kann nichts notiert werden.</translation>
    </message>
    <message>
        <source>Close the program that has them open.</source>
        <translation>Schließen Sie das Programm, das sie geöffnet hat.</translation>
    </message>
    <message>
        <source>The records may not be written to.</source>
        <translation>In die Aufzeichnungen darf nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Give One Moment the right to write in its data folder.</source>
        <translation>Geben Sie One Moment das Recht, in seinen Datenordner zu schreiben.</translation>
    </message>
    <message>
        <source>The records are damaged, so nothing can be written down.</source>
        <translation>Die Aufzeichnungen sind beschädigt, deshalb kann nichts notiert werden.</translation>
    </message>
    <message>
        <source>Start One Moment again: it will say what to do.</source>
        <translation>Starten Sie One Moment neu: Es sagt, was zu tun ist.</translation>
    </message>
    <message>
        <source>The disk reported an error, so nothing can be written down.</source>
        <translation>Die Festplatte meldet einen Fehler, deshalb kann nichts notiert werden.</translation>
    </message>
    <message>
        <source>Look at the disk&apos;s health and space.</source>
        <translation>Prüfen Sie Zustand und Platz der Festplatte.</translation>
    </message>
    <message>
        <source>The records were moved away while One Moment was running.</source>
        <translation>Die Aufzeichnungen wurden verschoben, während One Moment lief.</translation>
    </message>
    <message>
        <source>Put the data folder back, or start One Moment again.</source>
        <translation>Legen Sie den Datenordner zurück, oder starten Sie One Moment neu.</translation>
    </message>
    <message>
        <source>The records cannot be read just now.</source>
        <translation>Die Aufzeichnungen können gerade nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Callers are asked to ring again until it is solved.</source>
        <translation>Bis das behoben ist, werden Anrufer gebeten, noch einmal anzurufen.</translation>
    </message>
    <message>
        <source>The voice is switched off: callers hear tones and your recordings.</source>
        <translation>Die Stimme ist ausgeschaltet: Anrufer hören Töne und Ihre Aufnahmen.</translation>
    </message>
    <message>
        <source>Set engine to auto.</source>
        <translation>Setzen Sie voice.engine auf auto.</translation>
    </message>
    <message>
        <source>Install the Pico voice (pip install py-nanotts), or record the prompts yourself.</source>
        <translation>Installieren Sie die Stimme Pico (pip install py-nanotts), oder nehmen Sie die Ansagen selbst auf.</translation>
    </message>
    <message>
        <source>There is no sound: sounddevice is not installed.</source>
        <translation>Kein Ton: sounddevice ist nicht installiert.</translation>
    </message>
    <message>
        <source>Run script/setup.</source>
        <translation>Starten Sie script/setup.</translation>
    </message>
    <message>
        <source>There is no sound: the PortAudio library is missing.</source>
        <translation>Kein Ton: Die Bibliothek PortAudio fehlt.</translation>
    </message>
    <message>
        <source>Install libportaudio2 by apt.</source>
        <translation>Installieren Sie libportaudio2 mit apt.</translation>
    </message>
    <message>
        <source>There is no sound: this computer has no sound device.</source>
        <translation>Kein Ton: Dieser Computer hat kein Audiogerät.</translation>
    </message>
    <message>
        <source>Plug one in, or use the window alone.</source>
        <translation>Schließen Sie eines an, oder arbeiten Sie nur mit dem Fenster.</translation>
    </message>
    <message>
        <source>This message cannot be played: its file is gone.</source>
        <translation>Diese Nachricht kann nicht abgespielt werden: Ihre Datei ist nicht mehr da.</translation>
    </message>
    <message>
        <source>It may be past the time recordings are kept.</source>
        <translation>Vielleicht ist die Zeit um, für die Aufnahmen behalten werden.</translation>
    </message>
    <message>
        <source>The phone system has been refusing this line since %1.</source>
        <translation>Die Telefonanlage lehnt diese Leitung seit %1 ab.</translation>
    </message>
    <message>
        <source>Check phone.user and phone.password in the settings.</source>
        <translation>Prüfen Sie phone.user und phone.password in den Einstellungen.</translation>
    </message>
    <message>
        <source>The phone system has been unreachable since %1.</source>
        <translation>Die Telefonanlage ist seit %1 nicht erreichbar.</translation>
    </message>
    <message>
        <source>Check the network; it is tried again and again by itself.</source>
        <translation>Prüfen Sie das Netzwerk; es wird von selbst immer wieder versucht.</translation>
    </message>
    <message>
        <source>The phone line has not been working since %1.</source>
        <translation>Die Telefonleitung geht seit %1 nicht.</translation>
    </message>
    <message>
        <source>Calls cannot reach this desk. What to do is said by: onemoment doctor</source>
        <translation>Anrufe erreichen diesen Platz nicht. Was zu tun ist, sagt: onemoment doctor</translation>
    </message>
    <message>
        <source>Nothing can be written down just now.</source>
        <translation>Gerade kann nichts notiert werden.</translation>
    </message>
    <message>
        <source>Callers understand the voice badly, or hear tones in place of words.</source>
        <translation>Anrufer verstehen die Stimme schlecht oder hören Töne statt Worte.</translation>
    </message>
    <message>
        <source>A recording or a prompt cannot be used; callers hear something else instead.</source>
        <translation>Eine Aufnahme oder Ansage ist nicht brauchbar; Anrufer hören etwas anderes.</translation>
    </message>
    <message>
        <source>Which one, and why, stands in the details.</source>
        <translation>Welche und warum, steht in den Einzelheiten.</translation>
    </message>
    <message>
        <source>The sound at this desk does not work as it should.</source>
        <translation>Der Ton an diesem Platz funktioniert nicht richtig.</translation>
    </message>
    <message>
        <source>Check that the loudspeaker is plugged in and switched on.</source>
        <translation>Prüfen Sie, ob der Lautsprecher angeschlossen und eingeschaltet ist.</translation>
    </message>
    <message>
        <source>No backup could be made.</source>
        <translation>Es konnte keine Sicherung angelegt werden.</translation>
    </message>
    <message>
        <source>It is tried again every hour. Why it failed stands in the details.</source>
        <translation>Es wird jede Stunde noch einmal versucht. Warum es nicht ging, steht in den Einzelheiten.</translation>
    </message>
    <message>
        <source>The weekly report could not be written or sent.</source>
        <translation>Der Wochenbericht konnte nicht geschrieben oder gesendet werden.</translation>
    </message>
    <message>
        <source>It is tried again by itself. Why it failed stands in the details.</source>
        <translation>Es wird von selbst wieder versucht. Warum es nicht ging, steht in den Einzelheiten.</translation>
    </message>
    <message>
        <source>The practice call broke off.</source>
        <translation>Der Übungsanruf ist abgebrochen.</translation>
    </message>
    <message>
        <source>The log is closed: no PIN is set.</source>
        <translation>Das Protokoll ist zu: Es ist keine PIN eingestellt.</translation>
    </message>
    <message>
        <source>Set supervisor.pin in the settings, then start One Moment again.</source>
        <translation>Stellen Sie supervisor.pin ein und starten Sie One Moment neu.</translation>
    </message>
    <message>
        <source>The log is closed.</source>
        <translation>Das Protokoll ist zu.</translation>
    </message>
    <message>
        <source>Type the PIN.</source>
        <translation>Geben Sie die PIN ein.</translation>
    </message>
    <message>
        <source>Open it with the PIN, then try again.</source>
        <translation>Öffnen Sie es mit der PIN und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>There were too many wrong PINs.</source>
        <translation>Es gab zu viele falsche PINs.</translation>
    </message>
    <message>
        <source>This is not the PIN.</source>
        <translation>Das ist nicht die PIN.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The log cannot be read just now.</source>
        <translation>Das Protokoll kann gerade nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Try again; if it stays so, run: onemoment doctor</source>
        <translation>Versuchen Sie es noch einmal; bleibt es so: onemoment doctor</translation>
    </message>
    <message>
        <source>This call is still going on.</source>
        <translation>Dieses Gespräch dauert noch an.</translation>
    </message>
    <message>
        <source>Correct it when it has ended.</source>
        <translation>Berichtigen Sie es, wenn es zu Ende ist.</translation>
    </message>
    <message>
        <source>This caller is still to be called back.</source>
        <translation>Hier steht der Rückruf noch aus.</translation>
    </message>
    <message>
        <source>End the promise at the desk first.</source>
        <translation>Beenden Sie zuerst das Versprechen am Platz.</translation>
    </message>
    <message>
        <source>The log says so already.</source>
        <translation>Das Protokoll sagt das schon.</translation>
    </message>
    <message>
        <source>This cannot be the end of this call.</source>
        <translation>So kann dieser Anruf nicht geendet haben.</translation>
    </message>
    <message>
        <source>Choose another end.</source>
        <translation>Wählen Sie einen anderen Ausgang.</translation>
    </message>
    <message>
        <source>There is no such note any more.</source>
        <translation>Diese Notiz gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Look at the log again.</source>
        <translation>Sehen Sie noch einmal ins Protokoll.</translation>
    </message>
    <message>
        <source>A note cannot be taken away.</source>
        <translation>Eine Notiz kann nicht entfernt werden.</translation>
    </message>
    <message>
        <source>Write what it should say.</source>
        <translation>Schreiben Sie, was darin stehen soll.</translation>
    </message>
    <message>
        <source>The note says so already.</source>
        <translation>Die Notiz sagt das schon.</translation>
    </message>
    <message>
        <source>Write it anew, or leave it.</source>
        <translation>Schreiben Sie sie neu oder lassen Sie sie.</translation>
    </message>
    <message>
        <source>Nobody of that name works at this desk.</source>
        <translation>Niemand dieses Namens arbeitet an diesem Platz.</translation>
    </message>
    <message>
        <source>Look at how the name is written.</source>
        <translation>Sehen Sie nach, wie der Name geschrieben wird.</translation>
    </message>
    <message>
        <source>A correction needs a reason.</source>
        <translation>Eine Berichtigung braucht einen Grund.</translation>
    </message>
    <message>
        <source>Write why, in a few words.</source>
        <translation>Schreiben Sie in wenigen Worten, warum.</translation>
    </message>
    <message>
        <source>There is no such interruption.</source>
        <translation>Diese Unterbrechung gibt es nicht.</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>The records cannot be read.</source>
        <translation>Die Aufzeichnungen können nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Look at the disk&apos;s health and at the rights of the data folder, then open the log again.</source>
        <translation>Prüfen Sie die Festplatte und die Rechte des Datenordners und öffnen Sie das Protokoll noch einmal.</translation>
    </message>
    <message>
        <source>These records were written by a newer One Moment.</source>
        <translation>Diese Aufzeichnungen schrieb ein neueres One Moment.</translation>
    </message>
    <message>
        <source>Install that version or a later one, then try again.</source>
        <translation>Installieren Sie diese oder eine spätere Version und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The records were moved away while the log was open.</source>
        <translation>Die Aufzeichnungen wurden verschoben, während das Protokoll offen war.</translation>
    </message>
    <message>
        <source>Put the data folder back, then open the log again.</source>
        <translation>Legen Sie den Datenordner zurück und öffnen Sie das Protokoll noch einmal.</translation>
    </message>
    <message>
        <source>Open a backup instead.</source>
        <translation>Öffnen Sie stattdessen eine Sicherung.</translation>
    </message>
    <message>
        <source>A file is being written already.</source>
        <translation>Es wird schon eine Datei geschrieben.</translation>
    </message>
    <message>
        <source>Wait until it is done, or stop it first.</source>
        <translation>Warten Sie, bis sie fertig ist, oder brechen Sie sie ab.</translation>
    </message>
    <message>
        <source>The file could not be begun.</source>
        <translation>Die Datei konnte nicht begonnen werden.</translation>
    </message>
    <message>
        <source>This recording is not kept any more.</source>
        <translation>Diese Aufnahme ist nicht mehr da.</translation>
    </message>
    <message>
        <source>Recordings are kept some weeks.</source>
        <translation>Aufnahmen werden einige Wochen aufbewahrt.</translation>
    </message>
    <message>
        <source>Wait 1 second, then try again.</source>
        <translation>Warten Sie 1 Sekunde und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Wait %1 seconds, then try again.</source>
        <translation>Warten Sie %1 Sekunden und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Wait %1 minutes, then try again.</source>
        <translation>Warten Sie %1 Minuten und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>There are no records in %1.</source>
        <translation>In %1 sind keine Aufzeichnungen.</translation>
    </message>
    <message>
        <source>The records are damaged: entry %1 is not what was written.</source>
        <translation>Die Aufzeichnungen sind beschädigt: Eintrag %1 ist nicht, was geschrieben wurde.</translation>
    </message>
    <message>
        <source>This could not be done.</source>
        <translation>Das ging nicht.</translation>
    </message>
    <message>
        <source>Try again. What One Moment said to it stands in the details.</source>
        <translation>Versuchen Sie es noch einmal. Was One Moment dazu sagte, steht in den Einzelheiten.</translation>
    </message>
    <message>
        <source>Something is wrong with One Moment.</source>
        <translation>Mit One Moment stimmt etwas nicht.</translation>
    </message>
    <message>
        <source>Show the details to whoever looks after it.</source>
        <translation>Zeigen Sie die Einzelheiten der Person, die es betreut.</translation>
    </message>
    <message>
        <source>Look at the desk&apos;s state.</source>
        <translation>Sehen Sie nach, was der Tisch gerade tut.</translation>
    </message>
    <message>
        <source>The desk phone is busy.</source>
        <translation>Das Tischtelefon ist besetzt.</translation>
    </message>
    <message>
        <source>Put it down and try again.</source>
        <translation>Legen Sie auf und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The desk phone refused to ring.</source>
        <translation>Das Tischtelefon hat den Anruf abgelehnt.</translation>
    </message>
    <message>
        <source>See whether it is set to do not disturb.</source>
        <translation>Sehen Sie nach, ob es auf „Nicht stören“ steht.</translation>
    </message>
    <message>
        <source>The desk phone cannot be reached.</source>
        <translation>Das Tischtelefon ist nicht zu erreichen.</translation>
    </message>
    <message>
        <source>See whether it is switched on, or speak by the headset.</source>
        <translation>Sehen Sie nach, ob es eingeschaltet ist, oder sprechen Sie mit dem Headset.</translation>
    </message>
    <message>
        <source>The desk phone was not picked up.</source>
        <translation>Das Tischtelefon wurde nicht abgenommen.</translation>
    </message>
    <message>
        <source>Try again, and pick it up when it rings.</source>
        <translation>Versuchen Sie es noch einmal und nehmen Sie ab, wenn es läutet.</translation>
    </message>
    <message>
        <source>Nobody is being served.</source>
        <translation>Niemand wird bedient.</translation>
    </message>
    <message>
        <source>Ask a colleague first, or send the caller.</source>
        <translation>Fragen Sie erst einen Kollegen, oder verbinden Sie direkt.</translation>
    </message>
    <message>
        <source>Hang up there first.</source>
        <translation>Legen Sie dort zuerst auf.</translation>
    </message>
    <message>
        <source>Keys are 0 to 9, * and #.</source>
        <translation>Tasten sind 0 bis 9, * und #.</translation>
    </message>
    <message>
        <source>Look at the log.</source>
        <translation>Sehen Sie ins Protokoll.</translation>
    </message>
    <message>
        <source>Look at the next card.</source>
        <translation>Sehen Sie auf die nächste Karte.</translation>
    </message>
    <message>
        <source>Nobody has taken this call yet.</source>
        <translation>Diesen Anruf hat noch niemand angenommen.</translation>
    </message>
    <message>
        <source>Nobody is being asked by this call.</source>
        <translation>Mit diesem Anruf wird niemand gefragt.</translation>
    </message>
    <message>
        <source>Nobody is speaking with this caller.</source>
        <translation>Niemand spricht mit diesem Anrufer.</translation>
    </message>
    <message>
        <source>Resume it instead.</source>
        <translation>Sprechen Sie stattdessen weiter.</translation>
    </message>
    <message>
        <source>Resume it when you are ready.</source>
        <translation>Sprechen Sie weiter, wenn Sie so weit sind.</translation>
    </message>
    <message>
        <source>Somebody is being asked about this caller already.</source>
        <translation>Wegen dieses Anrufers wird schon jemand gefragt.</translation>
    </message>
    <message>
        <source>Speak with the caller again.</source>
        <translation>Sprechen Sie wieder mit dem Anrufer.</translation>
    </message>
    <message>
        <source>Take it first, or let it wait.</source>
        <translation>Nehmen Sie ihn erst an, oder lassen Sie ihn warten.</translation>
    </message>
    <message>
        <source>Take the call first.</source>
        <translation>Nehmen Sie den Anruf erst an.</translation>
    </message>
    <message>
        <source>Tell your colleague, and hang up.</source>
        <translation>Sagen Sie es Ihrem Kollegen und legen Sie auf.</translation>
    </message>
    <message>
        <source>The caller has hung up.</source>
        <translation>Der Anrufer hat aufgelegt.</translation>
    </message>
    <message>
        <source>The note is empty.</source>
        <translation>Die Notiz ist leer.</translation>
    </message>
    <message>
        <source>There is no such call.</source>
        <translation>Diesen Anruf gibt es nicht.</translation>
    </message>
    <message>
        <source>This call has ended.</source>
        <translation>Dieser Anruf ist zu Ende.</translation>
    </message>
    <message>
        <source>This call is not on hold.</source>
        <translation>Dieser Anruf wird nicht gehalten.</translation>
    </message>
    <message>
        <source>This call is on hold already taken.</source>
        <translation>Dieser Anruf ist schon angenommen und wird gehalten.</translation>
    </message>
    <message>
        <source>This call is on hold already.</source>
        <translation>Dieser Anruf wird schon gehalten.</translation>
    </message>
    <message>
        <source>Write it, or leave it.</source>
        <translation>Schreiben Sie sie, oder lassen Sie es.</translation>
    </message>
    <message>
        <source>Your colleague cannot be reached.</source>
        <translation>Ihr Kollege ist nicht zu erreichen.</translation>
    </message>
    <message>
        <source>Take another one.</source>
        <translation>Nehmen Sie einen anderen an.</translation>
    </message>
    <message>
        <source>Choose somebody else.</source>
        <translation>Wählen Sie jemand anderen.</translation>
    </message>
    <message>
        <source>Somebody is being spoken with.</source>
        <translation>Es wird gerade gesprochen.</translation>
    </message>
    <message>
        <source>Test the headset after the call.</source>
        <translation>Testen Sie das Headset nach dem Gespräch.</translation>
    </message>
    <message>
        <source>Add them again.</source>
        <translation>Legen Sie sie neu an.</translation>
    </message>
    <message>
        <source>This person is not in the directory any more.</source>
        <translation>Diese Person steht nicht mehr im Verzeichnis.</translation>
    </message>
    <message>
        <source>A caller is being told of a new time just now.</source>
        <translation>Gerade wird ein Anrufer über eine neue Zeit informiert.</translation>
    </message>
    <message>
        <source>A new time is 1 minute to 7 days from now.</source>
        <translation>Eine neue Zeit liegt 1 Minute bis 7 Tage von jetzt.</translation>
    </message>
    <message>
        <source>Choose a time within the opening hours.</source>
        <translation>Wählen Sie eine Zeit innerhalb der Öffnungszeiten.</translation>
    </message>
    <message>
        <source>Choose one of them.</source>
        <translation>Wählen Sie eine davon.</translation>
    </message>
    <message>
        <source>Hang up, then say how it ended.</source>
        <translation>Legen Sie auf, dann sagen Sie, wie es war.</translation>
    </message>
    <message>
        <source>How the last call ended has not been said.</source>
        <translation>Wie der letzte Anruf war, ist noch nicht gesagt.</translation>
    </message>
    <message>
        <source>Nobody is calling just now.</source>
        <translation>Gerade ruft niemand an.</translation>
    </message>
    <message>
        <source>Say how it ended, then call again.</source>
        <translation>Sagen Sie, wie es war, dann rufen Sie wieder an.</translation>
    </message>
    <message>
        <source>The call is still going on.</source>
        <translation>Der Anruf läuft noch.</translation>
    </message>
    <message>
        <source>The desk is closed at that time.</source>
        <translation>Zu dieser Zeit ist geschlossen.</translation>
    </message>
    <message>
        <source>This person is being told of the new time just now.</source>
        <translation>Diese Person erfährt gerade die neue Zeit.</translation>
    </message>
    <message>
        <source>Wait until that has ended.</source>
        <translation>Warten Sie, bis das zu Ende ist.</translation>
    </message>
    <message>
        <source>The caller withheld the number.</source>
        <translation>Der Anrufer hat seine Nummer unterdrückt.</translation>
    </message>
    <message>
        <source>Wait until they ring again.</source>
        <translation>Warten Sie, bis er wieder anruft.</translation>
    </message>
    <message>
        <source>There is no number.</source>
        <translation>Es gibt keine Nummer.</translation>
    </message>
    <message>
        <source>Write a number with its digits.</source>
        <translation>Schreiben Sie eine Nummer mit ihren Ziffern.</translation>
    </message>
    <message>
        <source>No telephone has this number.</source>
        <translation>Diese Nummer hat kein Telefon.</translation>
    </message>
    <message>
        <source>Look at its digits again.</source>
        <translation>Sehen Sie sich die Ziffern noch einmal an.</translation>
    </message>
    <message>
        <source>Emergency numbers are never called from here.</source>
        <translation>Notrufnummern werden von hier nie angerufen.</translation>
    </message>
    <message>
        <source>Use a telephone.</source>
        <translation>Nehmen Sie ein Telefon.</translation>
    </message>
    <message>
        <source>Premium numbers are never called from here.</source>
        <translation>Teure Sondernummern werden von hier nie angerufen.</translation>
    </message>
    <message>
        <source>Ask the person for another number.</source>
        <translation>Bitten Sie um eine andere Nummer.</translation>
    </message>
    <message>
        <source>This is a number of our own.</source>
        <translation>Das ist eine unserer eigenen Nummern.</translation>
    </message>
    <message>
        <source>The settings do not allow calls to this number.</source>
        <translation>Die Einstellungen erlauben diese Nummer nicht.</translation>
    </message>
    <message>
        <source>Ask who looks after One Moment to allow it (phone.allowed_prefixes, phone.internal).</source>
        <translation>Wer One Moment betreut, kann sie erlauben (phone.allowed_prefixes, phone.internal).</translation>
    </message>
    <message>
        <source>No calls can be made from here: there is no PBX.</source>
        <translation>Von hier kann nicht angerufen werden: Es gibt keine Telefonanlage.</translation>
    </message>
    <message>
        <source>On the practice line choose Done; for real calls set phone.registrar in the settings.</source>
        <translation>Auf der Übungsleitung wählen Sie „Erledigt“; für echte Anrufe tragen Sie phone.registrar in den Einstellungen ein.</translation>
    </message>
    <message>
        <source>There is no desk phone.</source>
        <translation>Es gibt kein Tischtelefon.</translation>
    </message>
    <message>
        <source>Set phone.desk_phone in the settings, or use the headset.</source>
        <translation>Tragen Sie phone.desk_phone ein, oder nehmen Sie das Headset.</translation>
    </message>
    <message>
        <source>The headset is not ready yet.</source>
        <translation>Das Headset ist noch nicht bereit.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>Plug it in, or choose another one.</source>
        <translation>Stecken Sie es an, oder wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>Plug a headset in, or speak by the desk phone.</source>
        <translation>Stecken Sie ein Headset an, oder nehmen Sie das Tischtelefon.</translation>
    </message>
    <message>
        <source>Plug it in again: it is used at once when it is back.</source>
        <translation>Stecken Sie es wieder an: es wird sofort wieder benutzt.</translation>
    </message>
    <message>
        <source>There is no sound: the sound system does not answer.</source>
        <translation>Kein Ton: das Tonsystem antwortet nicht.</translation>
    </message>
    <message>
        <source>Start this computer again.</source>
        <translation>Starten Sie diesen Computer neu.</translation>
    </message>
    <message>
        <source>There is no sound: the sound system cannot be started.</source>
        <translation>Kein Ton: Das Tonsystem lässt sich nicht starten.</translation>
    </message>
    <message>
        <source>Look at /etc/asound.conf and ~/.asoundrc, then start One Moment again.</source>
        <translation>Prüfen Sie /etc/asound.conf und ~/.asoundrc, und starten Sie One Moment neu.</translation>
    </message>
    <message>
        <source>There is no sound: the settings of the sound system are missing.</source>
        <translation>Kein Ton: Die Einstellungen des Tonsystems fehlen.</translation>
    </message>
    <message>
        <source>Install libasound2-data by apt.</source>
        <translation>Installieren Sie libasound2-data mit apt.</translation>
    </message>
    <message>
        <source>This computer has no microphone.</source>
        <translation>Dieser Computer hat kein Mikrofon.</translation>
    </message>
    <message>
        <source>This computer has no speaker.</source>
        <translation>Dieser Computer hat keinen Lautsprecher.</translation>
    </message>
    <message>
        <source>%1 is calling now.</source>
        <translation>%1 ruft gerade an.</translation>
    </message>
    <message>
        <source>Wait for %1, or call somebody else.</source>
        <translation>Warten Sie auf %1, oder rufen Sie jemand anderen an.</translation>
    </message>
    <message>
        <source>%1 has this call already.</source>
        <translation>%1 hat diesen Anruf schon.</translation>
    </message>
    <message>
        <source>%1 calls were made within the hour, as many as are allowed.</source>
        <translation>In dieser Stunde wurde schon %1-mal angerufen, mehr ist nicht erlaubt.</translation>
    </message>
    <message>
        <source>Call again at %1, or use a telephone.</source>
        <translation>Rufen Sie um %1 wieder an, oder nehmen Sie ein Telefon.</translation>
    </message>
    <message>
        <source>The microphone %1 was not found.</source>
        <translation>Das Mikrofon %1 wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>The speaker %1 was not found.</source>
        <translation>Der Lautsprecher %1 wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>The microphone %1 does not answer any more.</source>
        <translation>Das Mikrofon %1 antwortet nicht mehr.</translation>
    </message>
    <message>
        <source>The speaker %1 does not answer any more.</source>
        <translation>Der Lautsprecher %1 antwortet nicht mehr.</translation>
    </message>
    <message>
        <source>%1 Or speak by the desk phone.</source>
        <translation>%1 Oder nehmen Sie das Tischtelefon.</translation>
    </message>
    <message>
        <source>This person has no name.</source>
        <translation>Diese Person hat keinen Namen.</translation>
    </message>
    <message>
        <source>Write a name or a company.</source>
        <translation>Schreiben Sie einen Namen oder eine Firma.</translation>
    </message>
    <message>
        <source>This is too long to be kept.</source>
        <translation>Das ist zu lang, um behalten zu werden.</translation>
    </message>
    <message>
        <source>Write up to 200 letters, and up to 5000 of notes.</source>
        <translation>Schreiben Sie bis zu 200 Zeichen, bei Notizen bis zu 5000.</translation>
    </message>
    <message>
        <source>These are too many numbers for one person.</source>
        <translation>Das sind zu viele Nummern für eine Person.</translation>
    </message>
    <message>
        <source>Keep the 20 that are used.</source>
        <translation>Behalten Sie die 20, die gebraucht werden.</translation>
    </message>
    <message>
        <source>No language is written like this.</source>
        <translation>So schreibt man keine Sprache.</translation>
    </message>
    <message>
        <source>Write two letters, such as en, es, de or fr, or none.</source>
        <translation>Schreiben Sie zwei Buchstaben wie en, es, de oder fr, oder nichts.</translation>
    </message>
    <message>
        <source>The first line of this file names no column with names or numbers.</source>
        <translation>Die erste Zeile dieser Datei nennt keine Spalte mit Namen oder Nummern.</translation>
    </message>
    <message>
        <source>Let its first line name the columns, such as name, company, number, notes.</source>
        <translation>Die erste Zeile soll die Spalten nennen, wie name, company, number, notes.</translation>
    </message>
    <message>
        <source>By its name this is neither a CSV nor a vCard file.</source>
        <translation>Dem Namen nach ist das weder eine CSV- noch eine vCard-Datei.</translation>
    </message>
    <message>
        <source>Let the name end in .csv or .vcf.</source>
        <translation>Der Name soll auf .csv oder .vcf enden.</translation>
    </message>
    <message>
        <source>This is not a whole path.</source>
        <translation>Das ist kein ganzer Pfad.</translation>
    </message>
    <message>
        <source>Name the file from / on.</source>
        <translation>Nennen Sie den Ort ab /.</translation>
    </message>
    <message>
        <source>This is no file.</source>
        <translation>Das ist keine Datei.</translation>
    </message>
    <message>
        <source>Choose a .csv or .vcf file.</source>
        <translation>Wählen Sie eine .csv- oder .vcf-Datei.</translation>
    </message>
    <message>
        <source>This is a folder.</source>
        <translation>Das ist ein Ordner.</translation>
    </message>
    <message>
        <source>Choose a .csv or .vcf file in it.</source>
        <translation>Wählen Sie darin eine .csv- oder .vcf-Datei.</translation>
    </message>
    <message>
        <source>This file is empty.</source>
        <translation>Diese Datei ist leer.</translation>
    </message>
    <message>
        <source>Choose the file with the people.</source>
        <translation>Wählen Sie die Datei mit den Personen.</translation>
    </message>
    <message>
        <source>There is a file of that name already, and One Moment did not write it.</source>
        <translation>Eine Datei dieses Namens gibt es schon, und One Moment hat sie nicht geschrieben.</translation>
    </message>
    <message>
        <source>Choose another name, or move that file away first.</source>
        <translation>Wählen Sie einen anderen Namen, oder legen Sie jene Datei erst weg.</translation>
    </message>
    <message>
        <source>Choose a folder that is there, that you may write to, and that has space.</source>
        <translation>Wählen Sie einen Ordner, den es gibt, in den Sie schreiben dürfen und der Platz hat.</translation>
    </message>
    <message>
        <source>Choose a folder that is there.</source>
        <translation>Wählen Sie einen Ordner, den es gibt.</translation>
    </message>
    <message>
        <source>Choose a folder that you may write to.</source>
        <translation>Wählen Sie einen Ordner, in den Sie schreiben dürfen.</translation>
    </message>
    <message>
        <source>Free some space, or choose another folder.</source>
        <translation>Schaffen Sie Platz, oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Choose a shorter name.</source>
        <translation>Wählen Sie einen kürzeren Namen.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>By this name there is something that is no file.</source>
        <translation>Unter diesem Namen gibt es etwas, das keine Datei ist.</translation>
    </message>
    <message>
        <source>No file can have this name.</source>
        <translation>So kann keine Datei heißen.</translation>
    </message>
    <message>
        <source>This folder holds the records themselves.</source>
        <translation>In diesem Ordner liegen die Aufzeichnungen selbst.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>Diese Datei gibt es nicht.</translation>
    </message>
    <message>
        <source>Look at its name and folder.</source>
        <translation>Sehen Sie nach Namen und Ordner.</translation>
    </message>
    <message>
        <source>Give One Moment the right to read it, or copy it elsewhere.</source>
        <translation>Erlauben Sie One Moment, sie zu lesen, oder kopieren Sie sie woandershin.</translation>
    </message>
    <message>
        <source>Leave pictures out when exporting it, or split it into several files.</source>
        <translation>Lassen Sie beim Ausgeben Bilder weg, oder teilen Sie sie auf mehrere Dateien auf.</translation>
    </message>
    <message>
        <source>This file holds no text.</source>
        <translation>Diese Datei enthält keinen Text.</translation>
    </message>
    <message>
        <source>Choose a .csv or .vcf file; a spreadsheet must be saved as CSV first.</source>
        <translation>Wählen Sie eine .csv- oder .vcf-Datei; eine Tabelle muss erst als CSV gespeichert werden.</translation>
    </message>
    <message>
        <source>No telephone has the number %1.</source>
        <translation>Kein Telefon hat die Nummer %1.</translation>
    </message>
    <message>
        <source>The file cannot be written (%1).</source>
        <translation>Die Datei kann nicht geschrieben werden (%1).</translation>
    </message>
    <message>
        <source>The file cannot be read (%1).</source>
        <translation>Die Datei kann nicht gelesen werden (%1).</translation>
    </message>
    <message>
        <source>This file is larger than %1.</source>
        <translation>Diese Datei ist größer als %1.</translation>
    </message>
    <message>
        <source>Line %1 has more cells than there are columns; those were left out.</source>
        <translation>Zeile %1 hat mehr Felder, als es Spalten gibt; sie wurden ausgelassen.</translation>
    </message>
    <message>
        <source>Line %1 is no line of a CSV file (%2).</source>
        <translation>Zeile %1 ist keine Zeile einer CSV-Datei (%2).</translation>
    </message>
    <message>
        <source>A quotation mark in line %1 is never closed; the rest was left out.</source>
        <translation>Ein Anführungszeichen in Zeile %1 wird nie geschlossen; der Rest wurde ausgelassen.</translation>
    </message>
    <message>
        <source>Several people have one id in this file; they are told apart by name and number (%1).</source>
        <translation>Mehrere Personen haben in dieser Datei dieselbe Kennung; sie werden nach Name und Nummer unterschieden (%1).</translation>
    </message>
    <message>
        <source>Line %1: this is more than is kept of one person; the end was left out.</source>
        <translation>Zeile %1: Das ist mehr, als von einer Person aufbewahrt wird; das Ende wurde ausgelassen.</translation>
    </message>
    <message>
        <source>Line %1: %2 is no number that can be called.</source>
        <translation>Zeile %1: %2 ist keine Nummer, die man anrufen kann.</translation>
    </message>
    <message>
        <source>Line %1: %2 is no language, such as en or de.</source>
        <translation>Zeile %1: %2 ist keine Sprache wie en oder de.</translation>
    </message>
    <message>
        <source>Line %1: %2 is neither yes nor no.</source>
        <translation>Zeile %1: %2 ist weder Ja noch Nein.</translation>
    </message>
    <message>
        <source>Line %1 has no name and no number; it was left out.</source>
        <translation>Zeile %1 hat weder Namen noch Nummer; sie wurde ausgelassen.</translation>
    </message>
    <message>
        <source>Line %1 is no line of a vCard; it was left out.</source>
        <translation>Zeile %1 ist keine Zeile einer vCard; sie wurde ausgelassen.</translation>
    </message>
    <message>
        <source>Line %1 stands outside of any card; it was left out.</source>
        <translation>Zeile %1 steht außerhalb jeder Karte; sie wurde ausgelassen.</translation>
    </message>
    <message>
        <source>The card that begins on line %1 has no end; it was left out.</source>
        <translation>Die Karte ab Zeile %1 hat kein Ende; sie wurde ausgelassen.</translation>
    </message>
    <message>
        <source>The card on line %1 is %2; export it as vCard 4.0 or 3.0, or as CSV.</source>
        <translation>Die Karte in Zeile %1 ist %2; geben Sie sie als vCard 4.0 oder 3.0 oder als CSV aus.</translation>
    </message>
    <message>
        <source>The card on line %1 has no name and no number; it was left out.</source>
        <translation>Die Karte in Zeile %1 hat weder Namen noch Nummer; sie wurde ausgelassen.</translation>
    </message>
    <message>
        <source>The weekly report could not be made.</source>
        <translation>Der Wochenbericht konnte nicht erstellt werden.</translation>
    </message>
    <message>
        <source>Try it by hand: onemoment report --send</source>
        <translation>Versuchen Sie es von Hand: onemoment report --send</translation>
    </message>
    <message>
        <source>It is tried again by itself.</source>
        <translation>Es wird von selbst wieder versucht.</translation>
    </message>
    <message>
        <source>The folder for the weekly report is not there.</source>
        <translation>Den Ordner für den Wochenbericht gibt es nicht.</translation>
    </message>
    <message>
        <source>Make it, or name another in report.folder of the settings.</source>
        <translation>Legen Sie ihn an, oder nennen Sie einen anderen bei report.folder in den Einstellungen.</translation>
    </message>
    <message>
        <source>The folder for the weekly report may not be written to.</source>
        <translation>In den Ordner für den Wochenbericht darf nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Give One Moment the right to write there, or name another in report.folder of the settings.</source>
        <translation>Geben Sie One Moment das Recht, dort zu schreiben, oder nennen Sie einen anderen bei report.folder in den Einstellungen.</translation>
    </message>
    <message>
        <source>The disk is full, so the weekly report was not written.</source>
        <translation>Die Festplatte ist voll, darum wurde der Wochenbericht nicht geschrieben.</translation>
    </message>
    <message>
        <source>The weekly report could not be written to its folder.</source>
        <translation>Der Wochenbericht konnte nicht in seinen Ordner geschrieben werden.</translation>
    </message>
    <message>
        <source>Look at that disk, or name another folder in report.folder of the settings.</source>
        <translation>Sehen Sie nach dieser Festplatte, oder nennen Sie einen anderen Ordner bei report.folder in den Einstellungen.</translation>
    </message>
    <message>
        <source>The mail server cannot log anybody in just now.</source>
        <translation>Der Mailserver kann gerade niemanden anmelden.</translation>
    </message>
    <message>
        <source>The mail server refused the user or the password.</source>
        <translation>Der Mailserver hat den Benutzer oder das Passwort abgelehnt.</translation>
    </message>
    <message>
        <source>Check report.smtp_user and its password in the settings.</source>
        <translation>Prüfen Sie report.smtp_user und sein Passwort in den Einstellungen.</translation>
    </message>
    <message>
        <source>The mail server has no login.</source>
        <translation>Der Mailserver kennt keine Anmeldung.</translation>
    </message>
    <message>
        <source>Leave report.smtp_user empty.</source>
        <translation>Lassen Sie report.smtp_user leer.</translation>
    </message>
    <message>
        <source>The mail server did not answer in time.</source>
        <translation>Der Mailserver hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>The mail server ended the connection.</source>
        <translation>Der Mailserver hat die Verbindung beendet.</translation>
    </message>
    <message>
        <source>The mail server&apos;s login takes no letter beyond a to z.</source>
        <translation>Die Anmeldung des Mailservers kennt keine Buchstaben außer a bis z.</translation>
    </message>
    <message>
        <source>Set another report.smtp_user, or give it another password.</source>
        <translation>Stellen Sie einen anderen report.smtp_user ein, oder geben Sie ihm ein anderes Passwort.</translation>
    </message>
    <message>
        <source>No encrypted connection to the mail server came about.</source>
        <translation>Es kam keine verschlüsselte Verbindung zum Mailserver zustande.</translation>
    </message>
    <message>
        <source>Check report.smtp_security and report.smtp_port in the settings.</source>
        <translation>Prüfen Sie report.smtp_security und report.smtp_port in den Einstellungen.</translation>
    </message>
    <message>
        <source>No mail server is known by that name.</source>
        <translation>Unter diesem Namen ist kein Mailserver bekannt.</translation>
    </message>
    <message>
        <source>Check report.smtp_host in the settings, and this machine&apos;s network.</source>
        <translation>Prüfen Sie report.smtp_host in den Einstellungen und das Netz dieses Rechners.</translation>
    </message>
    <message>
        <source>No mail server answers at that port.</source>
        <translation>An diesem Port antwortet kein Mailserver.</translation>
    </message>
    <message>
        <source>Check report.smtp_host and report.smtp_port in the settings.</source>
        <translation>Prüfen Sie report.smtp_host und report.smtp_port in den Einstellungen.</translation>
    </message>
    <message>
        <source>What answers there does not speak as a mail server does.</source>
        <translation>Was dort antwortet, spricht nicht wie ein Mailserver.</translation>
    </message>
    <message>
        <source>The mail server cannot be reached.</source>
        <translation>Der Mailserver ist nicht zu erreichen.</translation>
    </message>
    <message>
        <source>Check this machine&apos;s network and firewall.</source>
        <translation>Prüfen Sie Netz und Firewall dieses Rechners.</translation>
    </message>
    <message>
        <source>The mail server&apos;s certificate is for another name.</source>
        <translation>Das Zertifikat des Mailservers gilt für einen anderen Namen.</translation>
    </message>
    <message>
        <source>Check report.smtp_host in the settings.</source>
        <translation>Prüfen Sie report.smtp_host in den Einstellungen.</translation>
    </message>
    <message>
        <source>The mail server&apos;s certificate is out of date.</source>
        <translation>Das Zertifikat des Mailservers gilt nicht zu dieser Zeit.</translation>
    </message>
    <message>
        <source>Check this machine&apos;s clock, or ask who looks after the mail server.</source>
        <translation>Prüfen Sie die Uhr dieses Rechners, oder fragen Sie, wer den Mailserver betreut.</translation>
    </message>
    <message>
        <source>The mail server&apos;s certificate is signed by no authority this machine knows.</source>
        <translation>Das Zertifikat des Mailservers hat keine Stelle unterschrieben, die dieser Rechner kennt.</translation>
    </message>
    <message>
        <source>Install that authority&apos;s certificate on this machine.</source>
        <translation>Installieren Sie das Zertifikat dieser Stelle auf diesem Rechner.</translation>
    </message>
    <message>
        <source>The mail server offers no encryption.</source>
        <translation>Der Mailserver bietet keine Verschlüsselung an.</translation>
    </message>
    <message>
        <source>Set report.smtp_security to &quot;tls&quot;, or ask who looks after the mail server.</source>
        <translation>Setzen Sie report.smtp_security auf &quot;tls&quot;, oder fragen Sie, wer den Mailserver betreut.</translation>
    </message>
    <message>
        <source>The mail server wants a login.</source>
        <translation>Der Mailserver verlangt eine Anmeldung.</translation>
    </message>
    <message>
        <source>Set report.smtp_user and its password in the settings.</source>
        <translation>Setzen Sie report.smtp_user und sein Passwort in den Einstellungen.</translation>
    </message>
    <message>
        <source>The mail server takes no mail just now.</source>
        <translation>Der Mailserver nimmt gerade keine Post an.</translation>
    </message>
    <message>
        <source>The mail server refused the sender.</source>
        <translation>Der Mailserver hat den Absender abgelehnt.</translation>
    </message>
    <message>
        <source>Check report.mail_from in the settings.</source>
        <translation>Prüfen Sie report.mail_from in den Einstellungen.</translation>
    </message>
    <message>
        <source>The mail server refused the report.</source>
        <translation>Der Mailserver hat den Bericht abgelehnt.</translation>
    </message>
    <message>
        <source>What it said stands in the details.</source>
        <translation>Was er gesagt hat, steht in den Einzelheiten.</translation>
    </message>
    <message>
        <source>The report is larger than the mail server takes.</source>
        <translation>Der Bericht ist größer, als der Mailserver annimmt.</translation>
    </message>
    <message>
        <source>Set report.rows to off, or write it to a folder.</source>
        <translation>Setzen Sie report.rows auf off, oder schreiben Sie ihn in einen Ordner.</translation>
    </message>
    <message>
        <source>Check that address in the settings.</source>
        <translation>Prüfen Sie diese Adresse in den Einstellungen.</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Sheets</name>
    <message>
        <source>Back to it</source>
        <translation>Zurück dazu</translation>
    </message>
    <message>
        <source>To the call</source>
        <translation>Zum Gespräch</translation>
    </message>
    <message>
        <source>Resume %1</source>
        <translation>Weiter mit %1</translation>
    </message>
</context>
<context>
    <name>Still</name>
    <message>
        <source>Still serving?</source>
        <translation>Bedienen Sie noch?</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>Yes, still serving</source>
        <translation>Ja, ich bediene noch</translation>
    </message>
    <message>
        <source>No, free</source>
        <translation>Nein, frei</translation>
    </message>
</context>
<context>
    <name>Story</name>
    <message>
        <source>%1, corrected</source>
        <translation>%1, berichtigt</translation>
    </message>
    <message>
        <source>greeting</source>
        <translation>Begrüßung</translation>
    </message>
    <message>
        <source>choice</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>holding</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>on hold</source>
        <translation>gehalten</translation>
    </message>
    <message>
        <source>goodbye</source>
        <translation>Abschied</translation>
    </message>
    <message>
        <source>talk</source>
        <translation>Gespräch</translation>
    </message>
    <message>
        <source>passing on</source>
        <translation>Weitergabe</translation>
    </message>
    <message>
        <source>new time</source>
        <translation>neue Zeit</translation>
    </message>
    <message>
        <source>ringing</source>
        <translation>Klingeln</translation>
    </message>
    <message>
        <source>The call took %1: </source>
        <translation>Der Anruf dauerte %1: </translation>
    </message>
    <message>
        <source>VIP</source>
        <translation>VIP</translation>
    </message>
    <message>
        <source>Promised by %1</source>
        <translation>Zugesagt bis %1</translation>
    </message>
    <message>
        <source>spoken with after %1</source>
        <translation>gesprochen nach %1</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>Pressed another key</source>
        <translation>Drückte eine andere Taste</translation>
    </message>
    <message>
        <source>Pressed %1</source>
        <translation>Drückte %1</translation>
    </message>
    <message>
        <source>The promise they had stands: by %1</source>
        <translation>Die bestehende Zusage gilt: bis %1</translation>
    </message>
    <message>
        <source>The promise they had stands</source>
        <translation>Die bestehende Zusage gilt</translation>
    </message>
    <message>
        <source>Left a message, %1 long</source>
        <translation>Hinterließ eine Nachricht, %1 lang</translation>
    </message>
    <message>
        <source>%1 took the call</source>
        <translation>%1 nahm den Anruf</translation>
    </message>
    <message>
        <source>The call was taken</source>
        <translation>Der Anruf wurde genommen</translation>
    </message>
    <message>
        <source>%1 put them on hold</source>
        <translation>%1 ließ warten</translation>
    </message>
    <message>
        <source>Put on hold</source>
        <translation>Musste warten</translation>
    </message>
    <message>
        <source>%1 came back to them</source>
        <translation>%1 war wieder da</translation>
    </message>
    <message>
        <source>Spoken with again</source>
        <translation>Wieder im Gespräch</translation>
    </message>
    <message>
        <source>Rang again about it</source>
        <translation>Rief deswegen wieder an</translation>
    </message>
    <message>
        <source>%1 took it on</source>
        <translation>%1 nahm es an sich</translation>
    </message>
    <message>
        <source>Somebody took it on</source>
        <translation>Jemand nahm es an sich</translation>
    </message>
    <message>
        <source>It was anybody&apos;s again</source>
        <translation>Es war wieder für alle frei</translation>
    </message>
    <message>
        <source>%1 began to call</source>
        <translation>%1 begann anzurufen</translation>
    </message>
    <message>
        <source>A call to them began</source>
        <translation>Ein Anruf begann</translation>
    </message>
    <message>
        <source>%1 called back</source>
        <translation>%1 rief zurück</translation>
    </message>
    <message>
        <source>Called back</source>
        <translation>Zurückgerufen</translation>
    </message>
    <message>
        <source>%1 put it off until %2</source>
        <translation>%1 verschob es auf %2</translation>
    </message>
    <message>
        <source>Put off until %2</source>
        <translation>Verschoben auf %2</translation>
    </message>
    <message>
        <source>%1 gave a new time: %2</source>
        <translation>%1 gab eine neue Zeit: %2</translation>
    </message>
    <message>
        <source>A new time: %2</source>
        <translation>Eine neue Zeit: %2</translation>
    </message>
    <message>
        <source>Called with the new time: %1</source>
        <translation>Anruf mit der neuen Zeit: %1</translation>
    </message>
    <message>
        <source>%1 wrote</source>
        <translation>%1 schrieb</translation>
    </message>
    <message>
        <source>A note</source>
        <translation>Eine Notiz</translation>
    </message>
    <message>
        <source>%1 listened to it</source>
        <translation>%1 hörte sie an</translation>
    </message>
    <message>
        <source>The message was heard</source>
        <translation>Die Nachricht wurde gehört</translation>
    </message>
    <message>
        <source>%1 thanked %2</source>
        <translation>%1 dankte %2</translation>
    </message>
    <message>
        <source>%2 was thanked</source>
        <translation>Dank an %2</translation>
    </message>
    <message>
        <source>The caller is told by a call</source>
        <translation>Ein Anruf sagt es der Person</translation>
    </message>
    <message>
        <source>The caller was not told</source>
        <translation>Der Person wurde es nicht gesagt</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>Grund: %1</translation>
    </message>
    <message>
        <source>before: %1</source>
        <translation>davor: %1</translation>
    </message>
    <message>
        <source>It rang; the desk was free</source>
        <translation>Es klingelte; der Empfang war frei</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>Davor: %1</translation>
    </message>
    <message>
        <source>It rang while somebody was being served</source>
        <translation>Es klingelte, während jemand bedient wurde</translation>
    </message>
    <message>
        <source>It rang while nobody was at the desk</source>
        <translation>Es klingelte, während niemand am Empfang war</translation>
    </message>
    <message>
        <source>It rang outside the opening hours</source>
        <translation>Es klingelte außerhalb der Öffnungszeiten</translation>
    </message>
    <message>
        <source>Spoke with %1</source>
        <translation>Sprach mit %1</translation>
    </message>
    <message>
        <source>Was spoken with</source>
        <translation>War im Gespräch</translation>
    </message>
    <message>
        <source>Heard it ring</source>
        <translation>Hörte es klingeln</translation>
    </message>
    <message>
        <source>Was being answered</source>
        <translation>Wurde angenommen</translation>
    </message>
    <message>
        <source>Heard the greeting</source>
        <translation>Hörte die Begrüßung</translation>
    </message>
    <message>
        <source>Was asked to choose</source>
        <translation>Sollte wählen</translation>
    </message>
    <message>
        <source>Heard the number read back</source>
        <translation>Hörte die Nummer vorgelesen</translation>
    </message>
    <message>
        <source>Was asked to key in a number</source>
        <translation>Sollte eine Nummer eintippen</translation>
    </message>
    <message>
        <source>Was asked for another number</source>
        <translation>Wurde um eine andere Nummer gebeten</translation>
    </message>
    <message>
        <source>Was leaving a message</source>
        <translation>Sprach eine Nachricht</translation>
    </message>
    <message>
        <source>Could keep or repeat the message</source>
        <translation>Konnte die Nachricht behalten oder wiederholen</translation>
    </message>
    <message>
        <source>Was holding, with music</source>
        <translation>Wartete, mit Musik</translation>
    </message>
    <message>
        <source>Heard the goodbye</source>
        <translation>Hörte den Abschied</translation>
    </message>
    <message>
        <source>Was being connected</source>
        <translation>Wurde verbunden</translation>
    </message>
    <message>
        <source>Was put on hold, with music</source>
        <translation>Musste warten, mit Musik</translation>
    </message>
    <message>
        <source>Was being passed on</source>
        <translation>Wurde weitergegeben</translation>
    </message>
    <message>
        <source>Was being called</source>
        <translation>Wurde angerufen</translation>
    </message>
    <message>
        <source>It rang there</source>
        <translation>Dort klingelte es</translation>
    </message>
    <message>
        <source>Heard the new time</source>
        <translation>Hörte die neue Zeit</translation>
    </message>
    <message>
        <source>A callback is owed, as soon as somebody is free</source>
        <translation>Ein Rückruf ist offen, sobald jemand frei ist</translation>
    </message>
    <message>
        <source>A callback was promised by %1</source>
        <translation>Ein Rückruf wurde zugesagt bis %1</translation>
    </message>
    <message>
        <source>They asked for it</source>
        <translation>Er war erbeten</translation>
    </message>
    <message>
        <source>They hung up while waiting</source>
        <translation>Beim Warten aufgelegt</translation>
    </message>
    <message>
        <source>They had held for too long</source>
        <translation>Es wurde zu lange gewartet</translation>
    </message>
    <message>
        <source>They left a message</source>
        <translation>Eine Nachricht wurde hinterlassen</translation>
    </message>
    <message>
        <source>They were cut off by us</source>
        <translation>Das Gespräch wurde von uns getrennt</translation>
    </message>
    <message>
        <source>Answered there</source>
        <translation>Dort angenommen</translation>
    </message>
    <message>
        <source>It was busy there</source>
        <translation>Dort war besetzt</translation>
    </message>
    <message>
        <source>Nobody answered there</source>
        <translation>Dort nahm niemand ab</translation>
    </message>
    <message>
        <source>The call was refused there</source>
        <translation>Dort wurde der Anruf abgelehnt</translation>
    </message>
    <message>
        <source>Nobody could be reached there</source>
        <translation>Dort war niemand zu erreichen</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>jemanden</translation>
    </message>
    <message>
        <source>Passed on to %1</source>
        <translation>Weitergegeben an %1</translation>
    </message>
    <message>
        <source>Passed on to %1, who answered</source>
        <translation>Weitergegeben an %1, angenommen</translation>
    </message>
    <message>
        <source>Passed on to %1, who was busy</source>
        <translation>Weitergegeben an %1, besetzt</translation>
    </message>
    <message>
        <source>Passed on to %1, who did not answer</source>
        <translation>Weitergegeben an %1, keine Antwort</translation>
    </message>
    <message>
        <source>Passed on to %1, who refused the call</source>
        <translation>Weitergegeben an %1, abgelehnt</translation>
    </message>
    <message>
        <source>Passed on to %1, who could not be reached</source>
        <translation>Weitergegeben an %1, nicht erreicht</translation>
    </message>
    <message>
        <source>Another phone answered</source>
        <translation>Ein anderes Telefon nahm an</translation>
    </message>
    <message>
        <source>The line was lost</source>
        <translation>Die Leitung brach ab</translation>
    </message>
    <message>
        <source>The desk ended the call</source>
        <translation>Der Empfang beendete den Anruf</translation>
    </message>
    <message>
        <source>They hung up</source>
        <translation>Aufgelegt</translation>
    </message>
    <message>
        <source>They hung up while it was ringing</source>
        <translation>Aufgelegt, während es klingelte</translation>
    </message>
    <message>
        <source>They hung up during the greeting</source>
        <translation>Aufgelegt während der Begrüßung</translation>
    </message>
    <message>
        <source>They hung up when asked to choose</source>
        <translation>Aufgelegt, als gewählt werden sollte</translation>
    </message>
    <message>
        <source>They hung up when asked for a number</source>
        <translation>Aufgelegt, als nach einer Nummer gefragt wurde</translation>
    </message>
    <message>
        <source>They hung up while leaving a message</source>
        <translation>Aufgelegt während der Nachricht</translation>
    </message>
    <message>
        <source>They hung up while holding</source>
        <translation>Aufgelegt beim Warten</translation>
    </message>
    <message>
        <source>They hung up, put on hold by us</source>
        <translation>Aufgelegt, von uns gehalten</translation>
    </message>
    <message>
        <source>They hung up while being passed on</source>
        <translation>Aufgelegt bei der Weitergabe</translation>
    </message>
    <message>
        <source>They hung up during the goodbye</source>
        <translation>Aufgelegt während der Verabschiedung</translation>
    </message>
    <message>
        <source>%1 corrected a note</source>
        <translation>%1 berichtigte eine Notiz</translation>
    </message>
    <message>
        <source>A note was corrected</source>
        <translation>Eine Notiz wurde berichtigt</translation>
    </message>
    <message>
        <source>%1 corrected how it ended: %2</source>
        <translation>%1 berichtigte das Ende: %2</translation>
    </message>
    <message>
        <source>Corrected: %2</source>
        <translation>Berichtigt: %2</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
</context>
<context>
    <name>StoryDoings</name>
    <message>
        <source>Correct</source>
        <translation>Berichtigen</translation>
    </message>
    <message>
        <source>How it ended…</source>
        <translation>Wie es ausging…</translation>
    </message>
    <message>
        <source>The note %1…</source>
        <translation>Die Notiz %1…</translation>
    </message>
    <message>
        <source>This is a copy: what is wrong in it is corrected at the counter.</source>
        <translation>Das ist eine Kopie: was darin falsch ist, wird am Empfang berichtigt.</translation>
    </message>
    <message>
        <source>It is still owed: how it ended can be corrected once it is closed at the desk.</source>
        <translation>Es ist noch offen: das Ende lässt sich berichtigen, sobald es am Empfang abgeschlossen ist.</translation>
    </message>
    <message>
        <source>It still goes on.</source>
        <translation>Es läuft noch.</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>One Moment, the strip</source>
        <translation>One Moment, die Leiste</translation>
    </message>
</context>
<context>
    <name>Switch</name>
    <message>
        <source>What the desk is doing</source>
        <translation>Was der Platz gerade tut</translation>
    </message>
</context>
<context>
    <name>Talk</name>
    <message>
        <source>ASKING</source>
        <translation>NACHFRAGE</translation>
    </message>
    <message>
        <source>WITH YOU</source>
        <translation>MIT IHNEN</translation>
    </message>
    <message>
        <source>CALLING</source>
        <translation>ANRUF</translation>
    </message>
    <message>
        <source>FOR YOU</source>
        <translation>FÜR SIE</translation>
    </message>
    <message>
        <source>Your phone rings: pick it up</source>
        <translation>Ihr Telefon klingelt: nehmen Sie ab</translation>
    </message>
    <message>
        <source>Talking</source>
        <translation>Im Gespräch</translation>
    </message>
    <message>
        <source>Being connected with you</source>
        <translation>Wird mit Ihnen verbunden</translation>
    </message>
    <message>
        <source>Being called</source>
        <translation>Wird angerufen</translation>
    </message>
    <message>
        <source>It rings there</source>
        <translation>Es klingelt dort</translation>
    </message>
    <message>
        <source>Pick up the phone: %1</source>
        <translation>Hörer abnehmen: %1</translation>
    </message>
    <message>
        <source>Talking to %1</source>
        <translation>Im Gespräch mit %1</translation>
    </message>
    <message>
        <source>It rings at %1</source>
        <translation>Es klingelt bei %1</translation>
    </message>
    <message>
        <source>Calling %1</source>
        <translation>%1 wird angerufen</translation>
    </message>
    <message>
        <source>Connecting you with %1</source>
        <translation>%1 wird mit Ihnen verbunden</translation>
    </message>
    <message>
        <source>colleague</source>
        <translation>Kollege</translation>
    </message>
    <message>
        <source>VIP</source>
        <translation>VIP</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>callback promised</source>
        <translation>Rückruf versprochen</translation>
    </message>
    <message>
        <source>left a message</source>
        <translation>Nachricht hinterlassen</translation>
    </message>
    <message>
        <source>hung up</source>
        <translation>aufgelegt</translation>
    </message>
    <message>
        <source>answered elsewhere</source>
        <translation>anderswo angenommen</translation>
    </message>
    <message>
        <source>turned away, all lines busy</source>
        <translation>abgewiesen, alle Leitungen belegt</translation>
    </message>
    <message>
        <source>turned away, blocked</source>
        <translation>abgewiesen, gesperrt</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>getrennt</translation>
    </message>
    <message>
        <source>ended by us</source>
        <translation>von uns beendet</translation>
    </message>
    <message>
        <source>spoken with</source>
        <translation>gesprochen</translation>
    </message>
    <message>
        <source>passed on</source>
        <translation>weiterverbunden</translation>
    </message>
    <message>
        <source>called by us</source>
        <translation>von uns angerufen</translation>
    </message>
    <message>
        <source>rang</source>
        <translation>rief an</translation>
    </message>
    <message>
        <source>The other phone</source>
        <translation>Das andere Telefon</translation>
    </message>
    <message>
        <source>%1 is busy</source>
        <translation>Bei %1 ist besetzt</translation>
    </message>
    <message>
        <source>%1 did not answer</source>
        <translation>%1 hat nicht abgenommen</translation>
    </message>
    <message>
        <source>%1 refused the call</source>
        <translation>%1 hat den Anruf abgelehnt</translation>
    </message>
    <message>
        <source>%1 is no number that can be called</source>
        <translation>%1 ist keine Nummer, die man anrufen kann</translation>
    </message>
    <message>
        <source>%1 could not be reached</source>
        <translation>%1 war nicht zu erreichen</translation>
    </message>
    <message>
        <source>%1, on hold %2</source>
        <translation>%1, gehalten %2</translation>
    </message>
    <message>
        <source>on hold %1, longer than is kind</source>
        <translation>gehalten %1, länger als freundlich ist</translation>
    </message>
    <message>
        <source>on hold %1</source>
        <translation>gehalten %1</translation>
    </message>
    <message>
        <source>A note; Enter saves it</source>
        <translation>Notiz; Enter speichert sie</translation>
    </message>
    <message>
        <source>Note to this call</source>
        <translation>Notiz zu diesem Anruf</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Halten</translation>
    </message>
    <message>
        <source>Pass on</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Hang up</source>
        <translation>Auflegen</translation>
    </message>
    <message>
        <source>Connect them</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Mikro aus</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Talking; your microphone is off</source>
        <translation>Im Gespräch; Ihr Mikrofon ist aus</translation>
    </message>
    <message>
        <source>%1 is on hold %2</source>
        <translation>%1 wird gehalten, %2</translation>
    </message>
    <message>
        <source>Open in People</source>
        <translation>Zur Person</translation>
    </message>
    <message>
        <source>Add to People</source>
        <translation>Person anlegen</translation>
    </message>
    <message>
        <source>A callback was promised</source>
        <translation>Ein Rückruf ist versprochen</translation>
    </message>
    <message>
        <source>%1. Speaking now settles it.</source>
        <translation>%1. Mit diesem Gespräch erledigt.</translation>
    </message>
    <message>
        <source>Back to %1</source>
        <translation>Zurück zu %1</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Mikro an</translation>
    </message>
    <message>
        <source>Switch your microphone on again</source>
        <translation>Ihr Mikrofon wieder einschalten</translation>
    </message>
    <message>
        <source>Switch your microphone off</source>
        <translation>Ihr Mikrofon ausschalten</translation>
    </message>
</context>
<context>
    <name>Thank</name>
    <message>
        <source>Thank %1</source>
        <translation>%1 danken</translation>
    </message>
    <message>
        <source>It is shown at the desk, and counted in the log.</source>
        <translation>Es erscheint am Empfang und zählt im Protokoll.</translation>
    </message>
    <message>
        <source>A word to go with it, if you like</source>
        <translation>Ein Wort dazu, wenn Sie mögen</translation>
    </message>
    <message>
        <source>A word to go with it</source>
        <translation>Ein Wort dazu</translation>
    </message>
    <message>
        <source>Your thank-you is not sent yet.</source>
        <translation>Ihr Dank ist noch nicht gesendet.</translation>
    </message>
</context>
<context>
    <name>Thanks</name>
    <message>
        <source>Thank you, %1!</source>
        <translation>Danke, %1!</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Weglegen</translation>
    </message>
</context>
<context>
    <name>Time</name>
    <message>
        <source>A new time for %1</source>
        <translation>Eine neue Zeit für %1</translation>
    </message>
    <message>
        <source>Remind me about %1</source>
        <translation>An %1 erinnern</translation>
    </message>
    <message>
        <source>BY WHEN?</source>
        <translation>BIS WANN?</translation>
    </message>
    <message>
        <source>FROM WHEN ON?</source>
        <translation>AB WANN?</translation>
    </message>
    <message>
        <source>Another time, such as 14:30</source>
        <translation>Eine andere Zeit, etwa 14:30</translation>
    </message>
    <message>
        <source>Another time</source>
        <translation>Andere Zeit</translation>
    </message>
    <message>
        <source>Set this time</source>
        <translation>Diese Zeit nehmen</translation>
    </message>
    <message>
        <source>IS THE CALLER TOLD?</source>
        <translation>ERFÄHRT ES DER ANRUFER?</translation>
    </message>
    <message>
        <source>Do not tell them</source>
        <translation>Nicht mitteilen</translation>
    </message>
    <message>
        <source>Tell them by a call</source>
        <translation>Durch einen Anruf mitteilen</translation>
    </message>
    <message>
        <source>One Moment calls by itself and says the new time.</source>
        <translation>One Moment ruft selbst an und sagt die neue Zeit.</translation>
    </message>
    <message>
        <source>The new time stands here only; that nobody was told is written down.</source>
        <translation>Die neue Zeit steht nur hier; dass niemand es erfuhr, wird festgehalten.</translation>
    </message>
    <message>
        <source>This is not a time of the day.</source>
        <translation>Das ist keine Uhrzeit.</translation>
    </message>
    <message>
        <source>Write it as 14:30.</source>
        <translation>Schreiben Sie sie als 14:30.</translation>
    </message>
</context>
<context>
    <name>Top</name>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Who is there?</source>
        <translation>Wer ist da?</translation>
    </message>
    <message>
        <source>At the desk: %1</source>
        <translation>Am Platz: %1</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>Copy details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>Next trouble, %1</source>
        <translation>Nächste Störung, %1</translation>
    </message>
    <message>
        <source>Calls cannot reach this desk until it is put right.</source>
        <translation>Bis das behoben ist, erreichen Anrufe diesen Platz nicht.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>tomorrow %1</source>
        <translation>morgen %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>gestern %1</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 Std. %2 Min.</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 Std.</translation>
    </message>
    <message>
        <source>due now</source>
        <translation>jetzt fällig</translation>
    </message>
    <message>
        <source>%1 late</source>
        <translation>%1 zu spät</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>keine Minute mehr</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>in less than a minute</source>
        <translation>in weniger als einer Minute</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>Extension %1</source>
        <translation>Nebenstelle %1</translation>
    </message>
    <message>
        <source>Withheld number</source>
        <translation>Nummer unterdrückt</translation>
    </message>
    <message>
        <source>Unknown number</source>
        <translation>Nummer unbekannt</translation>
    </message>
    <message>
        <source>1st in line</source>
        <translation>Platz 1</translation>
    </message>
    <message>
        <source>2nd in line</source>
        <translation>Platz 2</translation>
    </message>
    <message>
        <source>3rd in line</source>
        <translation>Platz 3</translation>
    </message>
    <message>
        <source>%1th in line</source>
        <translation>Platz %1</translation>
    </message>
    <message>
        <source>holding</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>being passed on to %1</source>
        <translation>wird mit %1 verbunden</translation>
    </message>
    <message>
        <source>being passed on</source>
        <translation>wird verbunden</translation>
    </message>
    <message>
        <source>hears it ringing</source>
        <translation>hört es klingeln</translation>
    </message>
    <message>
        <source>is being answered</source>
        <translation>wird angenommen</translation>
    </message>
    <message>
        <source>hears the greeting</source>
        <translation>hört die Begrüßung</translation>
    </message>
    <message>
        <source>is choosing</source>
        <translation>wählt aus</translation>
    </message>
    <message>
        <source>hears the number read back</source>
        <translation>hört die Nummer zur Bestätigung</translation>
    </message>
    <message>
        <source>is keying in a number</source>
        <translation>gibt eine Nummer ein</translation>
    </message>
    <message>
        <source>is asked for another number</source>
        <translation>wird um eine andere Nummer gebeten</translation>
    </message>
    <message>
        <source>leaving a message</source>
        <translation>spricht eine Nachricht</translation>
    </message>
    <message>
        <source>may keep or repeat the message</source>
        <translation>kann die Nachricht behalten oder neu sprechen</translation>
    </message>
    <message>
        <source>hears the goodbye</source>
        <translation>hört die Verabschiedung</translation>
    </message>
    <message>
        <source>is being connected with you</source>
        <translation>wird mit Ihnen verbunden</translation>
    </message>
    <message>
        <source>is with you</source>
        <translation>spricht mit Ihnen</translation>
    </message>
    <message>
        <source>on hold</source>
        <translation>wird gehalten</translation>
    </message>
    <message>
        <source>is being called</source>
        <translation>wird angerufen</translation>
    </message>
    <message>
        <source>it rings there</source>
        <translation>es klingelt dort</translation>
    </message>
    <message>
        <source>hears of the new time</source>
        <translation>hört die neue Zeit</translation>
    </message>
    <message>
        <source>No calls</source>
        <translation>Keine Anrufe</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Frei</translation>
    </message>
    <message>
        <source>Serving</source>
        <translation>Bediene</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Abwesend</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>Closed, opens %1</source>
        <translation>Geschlossen, öffnet: %1</translation>
    </message>
    <message>
        <source>Practice line</source>
        <translation>Übungsleitung</translation>
    </message>
    <message>
        <source>Line starting</source>
        <translation>Leitung startet</translation>
    </message>
    <message>
        <source>Line connecting</source>
        <translation>Leitung verbindet</translation>
    </message>
    <message>
        <source>Line ready</source>
        <translation>Leitung bereit</translation>
    </message>
    <message>
        <source>Line refused</source>
        <translation>Leitung abgelehnt</translation>
    </message>
    <message>
        <source>Line unreachable</source>
        <translation>Leitung nicht erreichbar</translation>
    </message>
    <message>
        <source>Line down</source>
        <translation>Leitung gestört</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>Erreicht</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Besetzt</translation>
    </message>
    <message>
        <source>Voicemail</source>
        <translation>Mailbox</translation>
    </message>
    <message>
        <source>Wrong number</source>
        <translation>Falsche Nummer</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>promised by %1, %2</source>
        <translation>versprochen bis %1, %2</translation>
    </message>
    <message>
        <source>asked to be called back, %1</source>
        <translation>bat um Rückruf, %1</translation>
    </message>
    <message>
        <source>hung up while waiting, %1</source>
        <translation>legte beim Warten auf, %1</translation>
    </message>
    <message>
        <source>held for too long, %1</source>
        <translation>wartete zu lange, %1</translation>
    </message>
    <message>
        <source>left a message, %1</source>
        <translation>hinterließ eine Nachricht, %1</translation>
    </message>
    <message>
        <source>was cut off by us, %1</source>
        <translation>wurde von uns getrennt, %1</translation>
    </message>
    <message>
        <source>asked for it</source>
        <translation>gewünscht</translation>
    </message>
    <message>
        <source>hung up</source>
        <translation>aufgelegt</translation>
    </message>
    <message>
        <source>held too long</source>
        <translation>lange gewartet</translation>
    </message>
    <message>
        <source>message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>getrennt</translation>
    </message>
    <message>
        <source>ringing for %1</source>
        <translation>klingelt seit %1</translation>
    </message>
    <message>
        <source>says it is urgent, holding %1</source>
        <translation>sagt, es ist dringend, wartet %1</translation>
    </message>
    <message>
        <source>holding %1, longer than is kind</source>
        <translation>wartet %1, länger als freundlich ist</translation>
    </message>
    <message>
        <source>holding %1</source>
        <translation>wartet %1</translation>
    </message>
    <message>
        <source>third call in five minutes</source>
        <translation>dritter Anruf in fünf Minuten</translation>
    </message>
    <message>
        <source>as soon as you are free</source>
        <translation>sobald Sie frei sind</translation>
    </message>
    <message>
        <source>Message from %1</source>
        <translation>Nachricht von %1</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>Nichts wartet</translation>
    </message>
    <message>
        <source>Call %1 back</source>
        <translation>%1 zurückrufen</translation>
    </message>
    <message>
        <source>%1 long, left at %2</source>
        <translation>%1 lang, hinterlassen: %2</translation>
    </message>
</context>
</TS>
