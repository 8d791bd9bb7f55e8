<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>Correct</name>
    <message>
        <source>WHY</source>
        <translation>POURQUOI</translation>
    </message>
    <message>
        <source>The reason, in your words</source>
        <translation>La raison, avec vos mots</translation>
    </message>
    <message>
        <source>The reason</source>
        <translation>La raison</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>What it said before stays in the journal, with your reason beside it.</source>
        <translation>Ce qui y était reste dans le journal, avec votre raison à côté.</translation>
    </message>
    <message>
        <source>Say why, in a few words.</source>
        <translation>Dites pourquoi, en quelques mots.</translation>
    </message>
    <message>
        <source>It was not saved yet.</source>
        <translation>Ce n’est pas encore enregistré.</translation>
    </message>
    <message>
        <source>How did it really end?</source>
        <translation>Comment cela a-t-il vraiment fini ?</translation>
    </message>
    <message>
        <source>The log says: %1</source>
        <translation>Le registre dit : %1</translation>
    </message>
    <message>
        <source>Told by the caller</source>
        <translation>Dit par l’appelant</translation>
    </message>
    <message>
        <source>Pressed by mistake</source>
        <translation>Appuyé par erreur</translation>
    </message>
    <message>
        <source>%1, chosen</source>
        <translation>%1, choisi</translation>
    </message>
    <message>
        <source>Your correction is not saved yet.</source>
        <translation>Votre correction n’est pas encore enregistrée.</translation>
    </message>
    <message>
        <source>Choose how it ended.</source>
        <translation>Choisissez comment cela a fini.</translation>
    </message>
    <message>
        <source>What should the note say?</source>
        <translation>Que doit dire la note ?</translation>
    </message>
    <message>
        <source>The desk sees the new text only.</source>
        <translation>L’accueil ne voit que le nouveau texte.</translation>
    </message>
    <message>
        <source>A slip of the pen</source>
        <translation>Une faute de frappe</translation>
    </message>
    <message>
        <source>Something was missing</source>
        <translation>Il manquait quelque chose</translation>
    </message>
    <message>
        <source>About somebody else</source>
        <translation>Concerne quelqu’un d’autre</translation>
    </message>
    <message>
        <source>The note</source>
        <translation>La note</translation>
    </message>
    <message>
        <source>Spoken with elsewhere</source>
        <translation>Parlé ailleurs</translation>
    </message>
    <message>
        <source>Write what the note should say: notes are corrected, not deleted.</source>
        <translation>Écrivez ce que doit dire la note : les notes se corrigent, elles ne s’effacent pas.</translation>
    </message>
    <message>
        <source>The note says that already.</source>
        <translation>La note dit déjà cela.</translation>
    </message>
    <message>
        <source>The note is too long: 2,000 letters at most.</source>
        <translation>La note est trop longue : 2 000 caractères au plus.</translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n jour</numerusform>
            <numerusform>%n jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>dans %n jour</numerusform>
            <numerusform>dans %n jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>il y a %n jour</numerusform>
            <numerusform>il y a %n jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) ringing</source>
        <translation>
            <numerusform>%n appel sonne</numerusform>
            <numerusform>%n appels sonnent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n caller(s) greeted</source>
        <translation>
            <numerusform>%n personne accueillie</numerusform>
            <numerusform>%n personnes accueillies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n leaving a message</source>
        <translation>
            <numerusform>%n laisse un message</numerusform>
            <numerusform>%n laissent un message</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n holding</source>
        <translation>
            <numerusform>%n en attente</numerusform>
            <numerusform>%n en attente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n being passed on</source>
        <translation>
            <numerusform>%n en transfert</numerusform>
            <numerusform>%n en transfert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n told of a new time</source>
        <translation>
            <numerusform>%n entend la nouvelle heure</numerusform>
            <numerusform>%n entendent la nouvelle heure</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n put on hold</source>
        <translation>
            <numerusform>%n patiente</numerusform>
            <numerusform>%n patientent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s) late</source>
        <translation>
            <numerusform>%n promesse en retard</numerusform>
            <numerusform>%n promesses en retard</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s) due soon</source>
        <translation>
            <numerusform>%n promesse bientôt due</numerusform>
            <numerusform>%n promesses bientôt dues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tried %n time(s), last at %1: %2</source>
        <translation>
            <numerusform>Un essai, à %1 : %2</numerusform>
            <numerusform>%n essais, le dernier à %1 : %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>with %n other(s) on the line</source>
        <translation>
            <numerusform>avec %n autre personne en ligne</numerusform>
            <numerusform>avec %n autres personnes en ligne</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s) made, and nobody could be reached</source>
        <translation>
            <numerusform>%n tentative faite, sans joindre personne</numerusform>
            <numerusform>%n tentatives faites, sans joindre personne</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the callback was closed after %n attempt(s)</source>
        <translation>
            <numerusform>le rappel a été clos après %n tentative</numerusform>
            <numerusform>le rappel a été clos après %n tentatives</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln interruption(s)</source>
        <translation>
            <numerusform>%Ln interruption</numerusform>
            <numerusform>%Ln interruptions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln nouvelle</numerusform>
            <numerusform>%Ln nouvelles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>thanked %n time(s)</source>
        <translation>
            <numerusform>un merci</numerusform>
            <numerusform>%n mercis</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln callback(s) promised</source>
        <translation>
            <numerusform>%Ln rappel promis</numerusform>
            <numerusform>%Ln rappels promis</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s) kept</source>
        <translation>
            <numerusform>%n promesse tenue</numerusform>
            <numerusform>%n promesses tenues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n past the time</source>
        <translation>
            <numerusform>%n en retard</numerusform>
            <numerusform>%n en retard</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Days</name>
    <message>
        <source>From one day to another</source>
        <translation>D’un jour à un autre</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Du</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Au</translation>
    </message>
    <message>
        <source>Show these days</source>
        <translation>Montrer ces jours</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>The engine is being ended and started again.</source>
        <translation>Le service est arrêté puis relancé.</translation>
    </message>
    <message>
        <source>One Moment&apos;s engine does not answer. Calls may go on.</source>
        <translation>Le service de One Moment ne répond pas. Les appels continuent peut-être.</translation>
    </message>
    <message>
        <source>Starting it again cuts these calls; their callers become callbacks.</source>
        <translation>Le relancer les coupe ; ces appelants deviennent des rappels.</translation>
    </message>
    <message>
        <source>Start it again</source>
        <translation>Relancer</translation>
    </message>
    <message>
        <source>It may come back by itself. If not, restart this computer.</source>
        <translation>Il reviendra peut-être tout seul. Sinon, redémarrez cet ordinateur.</translation>
    </message>
    <message>
        <source>The records are being brought up to date: %1 %</source>
        <translation>Les registres sont en cours de mise à jour : %1 %</translation>
    </message>
    <message>
        <source>Calls are answered once this is done. It goes on by itself.</source>
        <translation>Les appels seront pris ensuite. Cela continue tout seul.</translation>
    </message>
    <message>
        <source>Calls are answered once this is done, %1.</source>
        <translation>Les appels seront pris ensuite, %1.</translation>
    </message>
    <message>
        <source>The engine cannot start.</source>
        <translation>Le moteur ne peut pas démarrer.</translation>
    </message>
    <message>
        <source>It says why in its own words:</source>
        <translation>Il dit pourquoi, avec ses propres mots :</translation>
    </message>
    <message>
        <source>The engine was stopped.</source>
        <translation>Le moteur a été arrêté.</translation>
    </message>
    <message>
        <source>Calls are not answered until it runs again.</source>
        <translation>Les appels ne sont pas pris tant qu&apos;il ne tourne pas à nouveau.</translation>
    </message>
    <message>
        <source>One moment. The engine is being started.</source>
        <translation>Un instant. Le moteur démarre.</translation>
    </message>
    <message>
        <source>The engine is not answering. It&apos;s being started again.</source>
        <translation>Le moteur ne répond pas. Il est en train de redémarrer.</translation>
    </message>
    <message>
        <source>What stands behind this is how it was. No promise is lost: each one is written down.</source>
        <translation>Derrière, c&apos;est le dernier état connu. Aucune promesse n&apos;est perdue : chacune est notée.</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>Promises kept</source>
        <translation>Promesses tenues</translation>
    </message>
    <message>
        <source>Half called back within</source>
        <translation>La moitié rappelée en</translation>
    </message>
    <message>
        <source>9 of 10 called back within</source>
        <translation>9 sur 10 rappelés en</translation>
    </message>
    <message>
        <source>Callers lost</source>
        <translation>Appelants perdus</translation>
    </message>
    <message>
        <source>Greeted within 5 s</source>
        <translation>Accueillis en 5 s</translation>
    </message>
    <message>
        <source>Longest hold</source>
        <translation>Plus longue attente</translation>
    </message>
    <message>
        <source>Owed now</source>
        <translation>Dus maintenant</translation>
    </message>
    <message>
        <source>Of the callbacks promised in this time: how many were kept in time, or at all where no time was said. A new time counts, told or not, if the old one had not passed. Counted once ended or past their time; without those cancelled or answered on another phone.</source>
        <translation>Parmi les rappels promis pendant cette période : combien ont été tenus à l’heure, ou tout court si aucune heure n’était dite. Une nouvelle heure compte, annoncée ou non, si l’ancienne n’était pas passée. Comptés une fois terminés ou l’heure passée ; sans ceux annulés ou pris sur un autre téléphone.</translation>
    </message>
    <message>
        <source>From the promise of a callback until somebody spoke with them: half of them waited no longer than this (the median).</source>
        <translation>De la promesse d’un rappel jusqu’à ce que quelqu’un leur parle : la moitié n’a pas attendu plus longtemps (la médiane).</translation>
    </message>
    <message>
        <source>From the promise of a callback until somebody spoke with them: nine of ten waited no longer than this (the 90th percentile).</source>
        <translation>De la promesse d’un rappel jusqu’à ce que quelqu’un leur parle : neuf sur dix n’ont pas attendu plus longtemps (le 90e centile).</translation>
    </message>
    <message>
        <source>Callers who were gone before anybody spoke with them, and with whom nobody spoke later.</source>
        <translation>Appelants partis avant que quelqu’un leur parle, et à qui personne n’a parlé ensuite.</translation>
    </message>
    <message>
        <source>Of the calls that were answered, or rang for 5 seconds and more: how many were answered within 5 seconds, by the greeting or by a person. Without those blocked, turned away, or answered on another phone.</source>
        <translation>Parmi les appels décrochés, ou qui ont sonné 5 secondes et plus : combien ont été décrochés en 5 secondes, par l’accueil vocal ou par une personne. Sans ceux bloqués, refusés ou pris sur un autre téléphone.</translation>
    </message>
    <message>
        <source>The longest time one caller was holding, in minutes and seconds.</source>
        <translation>Le temps d’attente le plus long d’un appelant, en minutes et secondes.</translation>
    </message>
    <message>
        <source>Callbacks that are owed at this moment, whenever they were promised.</source>
        <translation>Rappels dus en ce moment, quelle que soit la date de la promesse.</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>sur %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>before: %1</source>
        <translation>avant : %1</translation>
    </message>
    <message>
        <source>better</source>
        <translation>mieux</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>moins bien</translation>
    </message>
    <message>
        <source>as before</source>
        <translation>comme avant</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Tout le monde</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Colleagues</source>
        <translation>Collègues</translation>
    </message>
    <message>
        <source>The same time before</source>
        <translation>La même durée avant</translation>
    </message>
    <message>
        <source>What went well, by person</source>
        <translation>Réussites, par personne</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Tenues</translation>
    </message>
    <message>
        <source>Thanks</source>
        <translation>Mercis</translation>
    </message>
    <message>
        <source>Interruptions while serving, by hour of the week</source>
        <translation>Interruptions pendant le service, par heure de la semaine</translation>
    </message>
    <message>
        <source>Calls that came while somebody was being served at the counter: how many in such an hour, on average.</source>
        <translation>Appels arrivés pendant que quelqu’un était servi au comptoir : combien dans une telle heure, en moyenne.</translation>
    </message>
    <message>
        <source>No hour of this time needed a second person.</source>
        <translation>Aucune heure de cette période n’exigeait une deuxième personne.</translation>
    </message>
    <message>
        <source>A second person would have helped most on %1.</source>
        <translation>Une deuxième personne aurait le plus aidé : %1.</translation>
    </message>
    <message>
        <source>%1 (%2 an hour)</source>
        <translation>%1 (%2 par heure)</translation>
    </message>
    <message>
        <source>%1, %2 to %3</source>
        <translation>%1, %2 à %3</translation>
    </message>
    <message>
        <source>%1: %2 in all</source>
        <translation>%1 : %2 au total</translation>
    </message>
    <message>
        <source>%1 an hour on average</source>
        <translation>%1 par heure en moyenne</translation>
    </message>
    <message>
        <source>under 1 min</source>
        <translation>moins de 1 min</translation>
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
        <translation>%1 j %2 h</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>du %1 au %2</translation>
    </message>
</context>
<context>
    <name>FiguresPanel</name>
    <message>
        <source>Press to see those that were not kept.</source>
        <translation>Appuyez pour voir celles qui n’ont pas été tenues.</translation>
    </message>
    <message>
        <source>Press to see those who were called back.</source>
        <translation>Appuyez pour voir qui a été rappelé.</translation>
    </message>
    <message>
        <source>Press to see who was lost.</source>
        <translation>Appuyez pour voir qui a été perdu.</translation>
    </message>
    <message>
        <source>Press to see who is waiting.</source>
        <translation>Appuyez pour voir qui attend.</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <source>As tables</source>
        <translation>En tableaux</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimer</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Moins</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>Fewer figures</source>
        <translation>Moins de chiffres</translation>
    </message>
    <message>
        <source>More figures</source>
        <translation>Plus de chiffres</translation>
    </message>
    <message>
        <source>Figures of %1</source>
        <translation>Chiffres : %1</translation>
    </message>
</context>
<context>
    <name>FiguresTable</name>
    <message>
        <source>before</source>
        <translation>avant</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>tenues</translation>
    </message>
    <message>
        <source>thanked</source>
        <translation>remerciés</translation>
    </message>
    <message>
        <source>The figures</source>
        <translation>Les chiffres</translation>
    </message>
</context>
<context>
    <name>Headset</name>
    <message>
        <source>The computer&apos;s own</source>
        <translation>Celui de l&apos;ordinateur</translation>
    </message>
    <message>
        <source>%1 (not plugged in)</source>
        <translation>%1 (débranché)</translation>
    </message>
    <message>
        <source>Headset and phone</source>
        <translation>Casque et poste</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Micro</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Écouteur</translation>
    </message>
    <message>
        <source>Rings on</source>
        <translation>Sonne sur</translation>
    </message>
    <message>
        <source>Headset</source>
        <translation>Casque</translation>
    </message>
    <message>
        <source>Desk phone</source>
        <translation>Poste fixe</translation>
    </message>
    <message>
        <source>No desk phone is set up.</source>
        <translation>Aucun poste fixe n&apos;est configuré.</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Vous</translation>
    </message>
    <message>
        <source>Callers</source>
        <translation>Appelants</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>Speak through</source>
        <translation>Parler par</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Muet</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Parler</translation>
    </message>
    <message>
        <source>How loud you are</source>
        <translation>Votre niveau</translation>
    </message>
    <message>
        <source>How loud the caller is</source>
        <translation>Niveau de l&apos;appelant</translation>
    </message>
    <message>
        <source>You are muted: nobody hears you.</source>
        <translation>Votre micro est coupé : personne ne vous entend.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Essai</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>%1, in use</source>
        <translation>%1, utilisé</translation>
    </message>
    <message>
        <source>Say something: you hear it in a moment.</source>
        <translation>Dites quelque chose : vous allez l&apos;entendre.</translation>
    </message>
    <message>
        <source>Say something, hear it back.</source>
        <translation>Parlez, puis écoutez-vous.</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>The keys</source>
        <translation>Les touches</translation>
    </message>
    <message>
        <source>Serving on or off</source>
        <translation>Servir : oui ou non</translation>
    </message>
    <message>
        <source>Do the next thing</source>
        <translation>Faire la suite</translation>
    </message>
    <message>
        <source>Take whoever waits first</source>
        <translation>Prendre le premier en attente</translation>
    </message>
    <message>
        <source>Hold, swap, resume</source>
        <translation>Mettre en attente, alterner, reprendre</translation>
    </message>
    <message>
        <source>Pass the caller on; connect them with the colleague</source>
        <translation>Transférer l&apos;appel ; relier au collègue</translation>
    </message>
    <message>
        <source>Hang up</source>
        <translation>Raccrocher</translation>
    </message>
    <message>
        <source>AT THE DESK</source>
        <translation>À L’ACCUEIL</translation>
    </message>
    <message>
        <source>WITH A CALLER</source>
        <translation>AVEC UN APPELANT</translation>
    </message>
    <message>
        <source>From row to row; the story beside them follows</source>
        <translation>De ligne en ligne ; l’histoire à côté suit</translation>
    </message>
    <message>
        <source>Open its story</source>
        <translation>Ouvrir son histoire</translation>
    </message>
    <message>
        <source>Close the story, or empty the search</source>
        <translation>Fermer l’histoire, ou vider la recherche</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Chercher</translation>
    </message>
    <message>
        <source>Take what is on screen away as a file</source>
        <translation>Emporter ce qui est à l’écran en fichier</translation>
    </message>
    <message>
        <source>Print the figures</source>
        <translation>Imprimer les chiffres</translation>
    </message>
    <message>
        <source>Lock the log</source>
        <translation>Verrouiller le journal</translation>
    </message>
    <message>
        <source>Press a figure to see the rows that it counts, and a row to see its story: what was heard, pressed and promised, and by whom it was kept.</source>
        <translation>Appuyez sur un chiffre pour voir les lignes qu’il compte, et sur une ligne pour voir son histoire : ce qui a été entendu, composé et promis, et qui a tenu parole.</translation>
    </message>
    <message>
        <source>THE ROWS</source>
        <translation>LES LIGNES</translation>
    </message>
    <message>
        <source>THE WINDOW</source>
        <translation>LA FENÊTRE</translation>
    </message>
    <message>
        <source>Fold the desk into the strip, and open it again</source>
        <translation>Replier le poste en bandeau, et le rouvrir</translation>
    </message>
    <message>
        <source>The supervisor&apos;s log; it asks for the PIN</source>
        <translation>Le journal de la direction ; il demande le code</translation>
    </message>
    <message>
        <source>Full screen, and back</source>
        <translation>Plein écran, et retour</translation>
    </message>
    <message>
        <source>The keys of a telephone: for billing press 2</source>
        <translation>Les touches du téléphone : pour la facturation, tapez 2</translation>
    </message>
    <message>
        <source>After a call back: how it went</source>
        <translation>Après un rappel : comment ça s&apos;est passé</translation>
    </message>
    <message>
        <source>On a promise: how the call went</source>
        <translation>Sur une promesse : comment l&apos;appel s&apos;est passé</translation>
    </message>
    <message>
        <source>From one to the next; Enter or Space presses</source>
        <translation>De l&apos;un à l&apos;autre ; Entrée ou Espace appuie</translation>
    </message>
    <message>
        <source>Close what is open</source>
        <translation>Fermer ce qui est ouvert</translation>
    </message>
    <message>
        <source>This sheet</source>
        <translation>Cette feuille</translation>
    </message>
    <message>
        <source>While you serve, callers are greeted, may hold, ask to be called back or leave a message. What they were promised stands under Promised; the next thing to do stands in the middle.</source>
        <translation>Pendant que vous servez, les appels sont accueillis : attendre, demander à être rappelé ou laisser un message. Ce qui a été promis est sous Promis ; la prochaine chose à faire est au milieu.</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>Special</source>
        <translation>Particularités</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <source>problem</source>
        <translation>problème</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nouveau</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>modifié</translation>
    </message>
    <message>
        <source>The file %1</source>
        <translation>Le fichier %1</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Ce qui change</translation>
    </message>
    <message>
        <source>Bring in</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Ne rien faire</translation>
    </message>
    <message>
        <source>The file is being read.</source>
        <translation>Lecture du fichier en cours.</translation>
    </message>
    <message>
        <source>The first %1 are shown here.</source>
        <translation>Les %1 premiers sont montrés ici.</translation>
    </message>
    <message>
        <source>Nothing in this file changes anything.</source>
        <translation>Ce fichier ne change rien.</translation>
    </message>
    <message>
        <source>New: %1</source>
        <translation>Nouveaux : %1</translation>
    </message>
    <message>
        <source>Changed: %1</source>
        <translation>Modifiés : %1</translation>
    </message>
    <message>
        <source>As they are: %1</source>
        <translation>Inchangés : %1</translation>
    </message>
    <message>
        <source>Problems: %1</source>
        <translation>Problèmes : %1</translation>
    </message>
    <message>
        <source>They are being brought in.</source>
        <translation>Reprise en cours.</translation>
    </message>
    <message>
        <source>They are in the directory now.</source>
        <translation>Ils sont maintenant dans le répertoire.</translation>
    </message>
    <message>
        <source>The file could not be read.</source>
        <translation>Le fichier n&apos;a pas pu être lu.</translation>
    </message>
</context>
<context>
    <name>Keeper</name>
    <message>
        <source>The engine did not say why.</source>
        <translation>Le moteur n&apos;a pas dit pourquoi.</translation>
    </message>
</context>
<context>
    <name>Keypad</name>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Étoile</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>Dièse</translation>
    </message>
    <message>
        <source>Press a key</source>
        <translation>Appuyez</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Enter</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Entrée</translation>
    </message>
    <message>
        <source>Ctrl+N</source>
        <translation>Ctrl+N</translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation>Ctrl+S</translation>
    </message>
    <message>
        <source>Ctrl+F</source>
        <translation>Ctrl+F</translation>
    </message>
    <message>
        <source>Ctrl+E</source>
        <translation>Ctrl+E</translation>
    </message>
    <message>
        <source>Ctrl+L</source>
        <translation>Ctrl+L</translation>
    </message>
    <message>
        <source>Ctrl+P</source>
        <translation>Ctrl+P</translation>
    </message>
</context>
<context>
    <name>Later</name>
    <message>
        <source>Remind me</source>
        <translation>Me le rappeler</translation>
    </message>
    <message>
        <source>In 10 minutes</source>
        <translation>Dans 10 minutes</translation>
    </message>
    <message>
        <source>In 30 minutes</source>
        <translation>Dans 30 minutes</translation>
    </message>
    <message>
        <source>In 1 hour</source>
        <translation>Dans 1 heure</translation>
    </message>
    <message>
        <source>At another time…</source>
        <translation>À un autre moment…</translation>
    </message>
    <message>
        <source>Promise a new time…</source>
        <translation>Promettre une autre heure…</translation>
    </message>
</context>
<context>
    <name>Levels</name>
    <message>
        <source>How loud you are</source>
        <translation>Votre niveau</translation>
    </message>
    <message>
        <source>How loud the caller is</source>
        <translation>Niveau de l&apos;appelant</translation>
    </message>
</context>
<context>
    <name>Link</name>
    <message>
        <source>The engine said something this window does not understand. Are both of one version?</source>
        <translation>Le moteur a dit quelque chose que cette fenêtre ne comprend pas. Sont-ils de la même version ?</translation>
    </message>
    <message>
        <source>The engine did not answer.</source>
        <translation>Le moteur n&apos;a pas répondu.</translation>
    </message>
    <message>
        <source>Wait a moment and do it again.</source>
        <translation>Attendez un instant et recommencez.</translation>
    </message>
</context>
<context>
    <name>Log</name>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>Desk was</source>
        <translation>L’accueil était</translation>
    </message>
    <message>
        <source>Chose</source>
        <translation>A choisi</translation>
    </message>
    <message>
        <source>Promised by</source>
        <translation>Promis pour</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Issue</translation>
    </message>
    <message>
        <source>By whom</source>
        <translation>Par qui</translation>
    </message>
    <message>
        <source>Minutes to callback</source>
        <translation>Minutes avant le rappel</translation>
    </message>
    <message>
        <source>When it rang.</source>
        <translation>Quand cela a sonné.</translation>
    </message>
    <message>
        <source>The name in the directory, or else the number.</source>
        <translation>Le nom dans l’annuaire, sinon le numéro.</translation>
    </message>
    <message>
        <source>How they came to us.</source>
        <translation>Comment ils sont venus à nous.</translation>
    </message>
    <message>
        <source>What the desk was doing when it rang.</source>
        <translation>Ce que faisait l’accueil quand cela a sonné.</translation>
    </message>
    <message>
        <source>What the caller chose by key, the last choice standing.</source>
        <translation>Ce que l’appelant a choisi au clavier ; le dernier choix compte.</translation>
    </message>
    <message>
        <source>By when a callback was promised.</source>
        <translation>Pour quand un rappel a été promis.</translation>
    </message>
    <message>
        <source>How it ended, the promise included.</source>
        <translation>Comment cela s’est terminé, promesse comprise.</translation>
    </message>
    <message>
        <source>Who took it, or closed its promise, or tried last.</source>
        <translation>Qui l’a pris, a clos la promesse ou a essayé en dernier.</translation>
    </message>
    <message>
        <source>From the promise until somebody spoke with them.</source>
        <translation>De la promesse jusqu’à ce que quelqu’un leur parle.</translation>
    </message>
    <message>
        <source>Going on</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Spoken with</source>
        <translation>Entretien</translation>
    </message>
    <message>
        <source>Passed on</source>
        <translation>Transmis</translation>
    </message>
    <message>
        <source>Answered elsewhere</source>
        <translation>Répondu ailleurs</translation>
    </message>
    <message>
        <source>Called back</source>
        <translation>Rappelé</translation>
    </message>
    <message>
        <source>Called back late</source>
        <translation>Rappelé en retard</translation>
    </message>
    <message>
        <source>Still owed</source>
        <translation>Encore dû</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Pas joint</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annulé</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Perdu</translation>
    </message>
    <message>
        <source>Turned away</source>
        <translation>Refusé</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Bloqué</translation>
    </message>
    <message>
        <source>Ended by the desk</source>
        <translation>Terminé par l’accueil</translation>
    </message>
    <message>
        <source>It still goes on.</source>
        <translation>C’est encore en cours.</translation>
    </message>
    <message>
        <source>Somebody here spoke with them in that call.</source>
        <translation>Quelqu’un d’ici leur a parlé pendant cet appel.</translation>
    </message>
    <message>
        <source>They were passed on to a colleague.</source>
        <translation>Ils ont été transmis à un collègue.</translation>
    </message>
    <message>
        <source>Another phone answered them.</source>
        <translation>Un autre téléphone leur a répondu.</translation>
    </message>
    <message>
        <source>Somebody spoke with them by the time promised.</source>
        <translation>Quelqu’un leur a parlé avant l’heure promise.</translation>
    </message>
    <message>
        <source>Somebody spoke with them, after the time promised.</source>
        <translation>Quelqu’un leur a parlé, après l’heure promise.</translation>
    </message>
    <message>
        <source>They are still waiting to be called back.</source>
        <translation>Ils attendent encore d’être rappelés.</translation>
    </message>
    <message>
        <source>Every attempt was made, and nobody could be reached.</source>
        <translation>Toutes les tentatives ont été faites, sans joindre personne.</translation>
    </message>
    <message>
        <source>A person closed it without speaking with them.</source>
        <translation>Une personne l’a clos sans leur parler.</translation>
    </message>
    <message>
        <source>They were gone, and nobody spoke with them later.</source>
        <translation>Ils sont partis, et personne ne leur a parlé ensuite.</translation>
    </message>
    <message>
        <source>There were more calls than there may be at once.</source>
        <translation>Il y avait plus d’appels qu’il ne peut y en avoir à la fois.</translation>
    </message>
    <message>
        <source>The number is blocked.</source>
        <translation>Le numéro est bloqué.</translation>
    </message>
    <message>
        <source>The desk ended the call, with nothing promised.</source>
        <translation>L’accueil a terminé l’appel, sans rien promettre.</translation>
    </message>
    <message>
        <source>Erased number</source>
        <translation>Numéro effacé</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>Owed, and late</source>
        <translation>Dû, et en retard</translation>
    </message>
    <message>
        <source>To hold</source>
        <translation>Attendre</translation>
    </message>
    <message>
        <source>A callback</source>
        <translation>Un rappel</translation>
    </message>
    <message>
        <source>A message</source>
        <translation>Un message</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Urgent</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>Table for a spreadsheet (CSV)</source>
        <translation>Tableau pour un tableur (CSV)</translation>
    </message>
    <message>
        <source>Report to read and print (PDF)</source>
        <translation>Rapport à lire et à imprimer (PDF)</translation>
    </message>
    <message>
        <source>One object a line (JSON)</source>
        <translation>Un objet par ligne (JSON)</translation>
    </message>
    <message>
        <source>Colleague</source>
        <translation>Collègue</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>par %1</translation>
    </message>
    <message>
        <source>%1 says so.</source>
        <translation>C’est ce que dit %1.</translation>
    </message>
    <message>
        <source>The supervisor says so.</source>
        <translation>C’est ce que dit la responsable.</translation>
    </message>
    <message>
        <source>The line was cut after %1</source>
        <translation>La ligne a été coupée après %1</translation>
    </message>
    <message>
        <source>A callback was promised after %1</source>
        <translation>Un rappel a été promis après %1</translation>
    </message>
    <message>
        <source>Hung up after %1, while it was still ringing</source>
        <translation>A raccroché après %1, pendant que cela sonnait encore</translation>
    </message>
    <message>
        <source>Hung up after %1, during the greeting</source>
        <translation>A raccroché après %1, pendant l’accueil</translation>
    </message>
    <message>
        <source>Hung up after %1, when asked to choose</source>
        <translation>A raccroché après %1, au moment de choisir</translation>
    </message>
    <message>
        <source>Hung up after %1, when asked for a number</source>
        <translation>A raccroché après %1, quand on lui demandait un numéro</translation>
    </message>
    <message>
        <source>Hung up after %1, while leaving a message</source>
        <translation>A raccroché après %1, en laissant un message</translation>
    </message>
    <message>
        <source>Hung up after %1, while holding</source>
        <translation>A raccroché après %1, pendant l’attente</translation>
    </message>
    <message>
        <source>Hung up after %1, put on hold by us</source>
        <translation>A raccroché après %1, mis en attente par nous</translation>
    </message>
    <message>
        <source>Hung up after %1, while being passed on</source>
        <translation>A raccroché après %1, pendant le transfert</translation>
    </message>
    <message>
        <source>The desk said goodbye after %1, with nothing agreed</source>
        <translation>Pris congé après %1, sans rien de convenu</translation>
    </message>
    <message>
        <source>while somebody was being served</source>
        <translation>pendant que quelqu’un était servi</translation>
    </message>
    <message>
        <source>while nobody was at the desk</source>
        <translation>alors que personne n’était à l’accueil</translation>
    </message>
    <message>
        <source>outside the opening hours</source>
        <translation>en dehors des heures d’ouverture</translation>
    </message>
    <message>
        <source>the number was withheld, so nobody could call back</source>
        <translation>le numéro était masqué, personne ne pouvait rappeler</translation>
    </message>
    <message>
        <source>the number may not be called back</source>
        <translation>ce numéro ne peut pas être rappelé</translation>
    </message>
    <message>
        <source>the callback was closed without an attempt</source>
        <translation>le rappel a été clos sans tentative</translation>
    </message>
    <message>
        <source>somebody else answered at the number they left</source>
        <translation>quelqu’un d’autre a répondu au numéro laissé</translation>
    </message>
    <message>
        <source>nothing could be promised any more</source>
        <translation>plus rien ne pouvait être promis</translation>
    </message>
</context>
<context>
    <name>LogChips</name>
    <message>
        <source>Take away: %1</source>
        <translation>Retirer : %1</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>Customer or colleague</source>
        <translation>Client ou collègue</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Tout effacer</translation>
    </message>
    <message>
        <source>Nobody has taken or called back yet</source>
        <translation>Personne n’a encore pris ni rappelé</translation>
    </message>
</context>
<context>
    <name>LogDoor</name>
    <message>
        <source>One Moment was started again. Type the PIN once more.</source>
        <translation>One Moment a redémarré. Saisissez le code encore une fois.</translation>
    </message>
    <message>
        <source>The log cannot be read.</source>
        <translation>Le journal ne peut pas être lu.</translation>
    </message>
</context>
<context>
    <name>LogExport</name>
    <message>
        <source>Written to %1</source>
        <translation>Écrit dans %1</translation>
    </message>
    <message>
        <source>Stopped. Nothing was written.</source>
        <translation>Arrêté. Rien n’a été écrit.</translation>
    </message>
    <message>
        <source>The log was closed, so the file was not written. Do it again.</source>
        <translation>Le journal a été fermé, le fichier n’a donc pas été écrit. Recommencez.</translation>
    </message>
    <message>
        <source>How far the file is</source>
        <translation>Avancement du fichier</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>The file is being written.</source>
        <translation>Le fichier est en cours d’écriture.</translation>
    </message>
    <message>
        <source>%1 of %2 rows are written.</source>
        <translation>%1 lignes sur %2 sont écrites.</translation>
    </message>
    <message>
        <source>Take it away as a file</source>
        <translation>L’emporter en fichier</translation>
    </message>
    <message>
        <source>What is on screen now: %1.</source>
        <translation>Ce qui est à l’écran : %1.</translation>
    </message>
    <message>
        <source>Names and numbers of callers stand in it: keep it where they are safe.</source>
        <translation>Il contient des noms et des numéros : gardez-le en lieu sûr.</translation>
    </message>
</context>
<context>
    <name>LogLink</name>
    <message>
        <source>The log said something this window does not understand. Are both of one version?</source>
        <translation>Le journal a dit quelque chose que cette fenêtre ne comprend pas. Sont-ils de la même version ?</translation>
    </message>
    <message>
        <source>The log did not answer.</source>
        <translation>Le journal n’a pas répondu.</translation>
    </message>
    <message>
        <source>Wait a moment; it is being opened again.</source>
        <translation>Attendez un instant ; il est en cours de réouverture.</translation>
    </message>
</context>
<context>
    <name>LogRange</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 au %2</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>7 derniers jours</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Cette semaine</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Ce mois-ci</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Le mois dernier</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Cette année</translation>
    </message>
    <message>
        <source>All there is</source>
        <translation>Tout ce qu’il y a</translation>
    </message>
    <message>
        <source>From one day to another…</source>
        <translation>D’un jour à un autre…</translation>
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
        <translation>collègue</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <source>newest first</source>
        <translation>les plus récents d’abord</translation>
    </message>
    <message>
        <source>oldest first</source>
        <translation>les plus anciens d’abord</translation>
    </message>
    <message>
        <source>longest first</source>
        <translation>les plus longs d’abord</translation>
    </message>
    <message>
        <source>shortest first</source>
        <translation>les plus courts d’abord</translation>
    </message>
    <message>
        <source>Z to A</source>
        <translation>de Z à A</translation>
    </message>
    <message>
        <source>A to Z</source>
        <translation>de A à Z</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>Interruptions</source>
        <translation>Interruptions</translation>
    </message>
</context>
<context>
    <name>LogView</name>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>Search names, numbers, notes</source>
        <translation>Chercher noms, numéros, notes</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Verrouiller</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>This is a copy: nothing can be corrected here.</source>
        <translation>C’est une copie : rien ne peut être corrigé ici.</translation>
    </message>
    <message>
        <source>Many new</source>
        <translation>Beaucoup de nouvelles</translation>
    </message>
    <message>
        <source>Being counted…</source>
        <translation>Comptage en cours…</translation>
    </message>
</context>
<context>
    <name>LogWanted</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 à %2</translation>
    </message>
    <message>
        <source>Nobody has called yet. What comes in stands here.</source>
        <translation>Personne n’a encore appelé. Ce qui arrive s’affiche ici.</translation>
    </message>
    <message>
        <source>Nothing is found by this in the range that is chosen.</source>
        <translation>Rien ne correspond dans la période choisie.</translation>
    </message>
    <message>
        <source>Write less of it, or choose a longer range.</source>
        <translation>Écrivez-en moins, ou choisissez une période plus longue.</translation>
    </message>
    <message>
        <source>%1: nobody was lost.</source>
        <translation>%1 : personne n’a été perdu.</translation>
    </message>
    <message>
        <source>%1: nobody is owed a callback.</source>
        <translation>%1 : aucun rappel n’est dû.</translation>
    </message>
    <message>
        <source>There is none of these in the range that is chosen.</source>
        <translation>Il n’y en a aucune dans la période choisie.</translation>
    </message>
    <message>
        <source>Choose a longer range, or press Clear.</source>
        <translation>Choisissez une période plus longue, ou appuyez sur « Tout effacer ».</translation>
    </message>
    <message>
        <source>Nobody interrupted in the range that is chosen.</source>
        <translation>Personne n’a interrompu dans la période choisie.</translation>
    </message>
</context>
<context>
    <name>LogWindow</name>
    <message>
        <source>Locked: nobody used it.</source>
        <translation>Verrouillé : personne ne s’en servait.</translation>
    </message>
    <message>
        <source>The log</source>
        <translation>Le journal</translation>
    </message>
    <message>
        <source>One moment. The log is being opened.</source>
        <translation>Un instant. Le journal s’ouvre.</translation>
    </message>
    <message>
        <source>Nothing is lost: it comes back by itself.</source>
        <translation>Rien n’est perdu : il revient tout seul.</translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Contraste élevé</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Fits the window</source>
        <translation>Selon la fenêtre</translation>
    </message>
    <message>
        <source>The strip stands</source>
        <translation>Le bandeau est</translation>
    </message>
    <message>
        <source>at the bottom</source>
        <translation>en bas</translation>
    </message>
    <message>
        <source>at the top</source>
        <translation>en haut</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>Headset and phone</source>
        <translation>Casque et poste</translation>
    </message>
    <message>
        <source>The supervisor&apos;s log</source>
        <translation>Le journal de la direction</translation>
    </message>
    <message>
        <source>Practice: let one ring</source>
        <translation>S&apos;exercer : faire sonner un appel</translation>
    </message>
    <message>
        <source>Open the desk</source>
        <translation>Ouvrir le poste</translation>
    </message>
    <message>
        <source>Fold into the strip</source>
        <translation>Replier en bandeau</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Plein écran</translation>
    </message>
    <message>
        <source>Keys and help</source>
        <translation>Touches et aide</translation>
    </message>
    <message>
        <source>Close the window; calls go on</source>
        <translation>Fermer la fenêtre ; les appels continuent</translation>
    </message>
</context>
<context>
    <name>Next</name>
    <message>
        <source>NEXT</source>
        <translation>ENSUITE</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>Rappeler</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fait</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>Call %1, as said in the message</source>
        <translation>Appeler le %1, dit dans le message</translation>
    </message>
    <message>
        <source>How did it go with %1?</source>
        <translation>Et avec %1 ?</translation>
    </message>
    <message>
        <source>%1 is ringing</source>
        <translation>%1 appelle</translation>
    </message>
    <message>
        <source>%1 is back</source>
        <translation>%1 est de retour</translation>
    </message>
    <message>
        <source>%1 is on hold</source>
        <translation>%1 patiente</translation>
    </message>
    <message>
        <source>%1 is waiting</source>
        <translation>%1 attend</translation>
    </message>
    <message>
        <source>the line was lost while you were speaking</source>
        <translation>la ligne a coupé pendant l&apos;échange</translation>
    </message>
    <message>
        <source>you are calling</source>
        <translation>vous appelez</translation>
    </message>
    <message>
        <source>somebody is calling</source>
        <translation>on appelle</translation>
    </message>
    <message>
        <source>%1 is calling</source>
        <translation>%1 appelle</translation>
    </message>
    <message>
        <source>You are calling now</source>
        <translation>Vous appelez en ce moment</translation>
    </message>
    <message>
        <source>Somebody is calling now</source>
        <translation>Quelqu&apos;un appelle en ce moment</translation>
    </message>
    <message>
        <source>%1 is calling now</source>
        <translation>%1 appelle en ce moment</translation>
    </message>
    <message>
        <source>an earlier time was not kept</source>
        <translation>une heure précédente n&apos;a pas été tenue</translation>
    </message>
    <message>
        <source>new time given, the caller was not told</source>
        <translation>autre heure donnée, l&apos;appelant n&apos;est pas prévenu</translation>
    </message>
    <message>
        <source>new time given, the caller is being told by a call</source>
        <translation>autre heure donnée, l&apos;appelant est prévenu par un appel</translation>
    </message>
    <message>
        <source>new time given, the caller was told</source>
        <translation>autre heure donnée, l&apos;appelant est prévenu</translation>
    </message>
    <message>
        <source>new time given, the caller could not be told: %1</source>
        <translation>autre heure donnée, l&apos;appelant n&apos;a pas pu être prévenu : %1</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Écouter</translation>
    </message>
    <message>
        <source>AFTER THAT</source>
        <translation>ENSUITE</translation>
    </message>
    <message>
        <source>written down by a machine, it may be wrong</source>
        <translation>écrit par une machine, peut être inexact</translation>
    </message>
    <message>
        <source>The callers are being looked after.</source>
        <translation>On s&apos;occupe des personnes au téléphone.</translation>
    </message>
    <message>
        <source>Whoever is in front of you has all your time.</source>
        <translation>La personne devant vous a tout votre temps.</translation>
    </message>
    <message>
        <source>Nobody is waiting for you.</source>
        <translation>Personne ne vous attend.</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
</context>
<context>
    <name>Now</name>
    <message>
        <source>%1, longer than is kind</source>
        <translation>%1, c&apos;est trop long</translation>
    </message>
    <message>
        <source>urgent, %1</source>
        <translation>urgent, %1</translation>
    </message>
    <message>
        <source>third call in five minutes, %1</source>
        <translation>troisième appel en cinq minutes, %1</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>Alterner</translation>
    </message>
    <message>
        <source>Speak with %1, the other goes on hold</source>
        <translation>Parler avec %1, l&apos;autre patiente</translation>
    </message>
    <message>
        <source>Speak with %1 again</source>
        <translation>Reparler avec %1</translation>
    </message>
    <message>
        <source>Take %1</source>
        <translation>Prendre %1</translation>
    </message>
    <message>
        <source>NOW</source>
        <translation>MAINTENANT</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>S&apos;exercer</translation>
    </message>
    <message>
        <source>Nobody else is calling.</source>
        <translation>Personne d&apos;autre n&apos;appelle.</translation>
    </message>
    <message>
        <source>The practice caller is dialling.</source>
        <translation>L&apos;appel d&apos;exercice est en cours de numérotation.</translation>
    </message>
    <message>
        <source>No calls. Press Practice to let one ring.</source>
        <translation>Pas d&apos;appel. Appuyez sur S&apos;exercer pour en faire sonner un.</translation>
    </message>
    <message>
        <source>No calls. The line is quiet.</source>
        <translation>Pas d&apos;appel. La ligne est calme.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Prendre</translation>
    </message>
</context>
<context>
    <name>PassOn</name>
    <message>
        <source>Name, company or number</source>
        <translation>Nom, société ou numéro</translation>
    </message>
    <message>
        <source>Pass on to: name, company or number</source>
        <translation>Transférer à : nom, société ou numéro</translation>
    </message>
    <message>
        <source>Colleagues and others</source>
        <translation>Collègues et autres</translation>
    </message>
    <message>
        <source>Ask first</source>
        <translation>Demander d&apos;abord</translation>
    </message>
    <message>
        <source>Pass on now</source>
        <translation>Transférer</translation>
    </message>
    <message>
        <source>Pass %1 on</source>
        <translation>Transférer %1</translation>
    </message>
    <message>
        <source>Nobody is found by this. A number can be typed here too.</source>
        <translation>Personne n&apos;est trouvé. Un numéro peut aussi être saisi ici.</translation>
    </message>
    <message>
        <source>The people directory is empty. A number can be typed here.</source>
        <translation>Le répertoire est vide. Un numéro peut être saisi ici.</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>No name yet</source>
        <translation>Sans nom</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>bloqué</translation>
    </message>
    <message>
        <source>VIP</source>
        <translation>VIP</translation>
    </message>
    <message>
        <source>colleague</source>
        <translation>collègue</translation>
    </message>
    <message>
        <source>the number as typed</source>
        <translation>le numéro tel que saisi</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>Name, company or number</source>
        <translation>Nom, société ou numéro</translation>
    </message>
    <message>
        <source>Find somebody by name, company or number</source>
        <translation>Trouver quelqu&apos;un par nom, société ou numéro</translation>
    </message>
    <message>
        <source>People found</source>
        <translation>Personnes trouvées</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouveau</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importer</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Choose somebody in the list, or add somebody new.</source>
        <translation>Choisissez quelqu&apos;un dans la liste, ou ajoutez quelqu&apos;un.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Retour à la liste</translation>
    </message>
    <message>
        <source>Nobody is in the directory yet. Add somebody, or import a file.</source>
        <translation>Le répertoire est encore vide. Ajoutez quelqu&apos;un, ou importez un fichier.</translation>
    </message>
    <message>
        <source>Nobody is found by this.</source>
        <translation>Personne n&apos;est trouvé.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Enregistré.</translation>
    </message>
    <message>
        <source>Remove %1 from the directory? Calls and promises stay.</source>
        <translation>Supprimer %1 du répertoire ? Les appels et les promesses restent.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>%1 is not saved yet.</source>
        <translation>%1 n&apos;est pas encore enregistré.</translation>
    </message>
    <message>
        <source>Do not save</source>
        <translation>Ne pas enregistrer</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>The file with people has not been brought in yet.</source>
        <translation>Le fichier de personnes n’est pas encore importé.</translation>
    </message>
    <message>
        <source>Import people</source>
        <translation>Importer des personnes</translation>
    </message>
    <message>
        <source>People (*.csv *.vcf *.vcard)</source>
        <translation>Personnes (*.csv *.vcf *.vcard)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Export people</source>
        <translation>Exporter les personnes</translation>
    </message>
    <message>
        <source>The file is being written.</source>
        <translation>Écriture du fichier en cours.</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>Écrit dans %1</translation>
    </message>
</context>
<context>
    <name>Person</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Société</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Numéros</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>As the desk</source>
        <translation>Comme l&apos;accueil</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>Take this number away</source>
        <translation>Retirer ce numéro</translation>
    </message>
    <message>
        <source>Also the number of %1</source>
        <translation>Aussi le numéro de %1</translation>
    </message>
    <message>
        <source>Another number</source>
        <translation>Autre numéro</translation>
    </message>
    <message>
        <source>VIP</source>
        <translation>VIP</translation>
    </message>
    <message>
        <source>Goes ahead in line and is called back sooner.</source>
        <translation>Passe plus tôt et est rappelé plus vite.</translation>
    </message>
    <message>
        <source>Colleague</source>
        <translation>Collègue</translation>
    </message>
    <message>
        <source>Stands among the first when a call is passed on.</source>
        <translation>Parmi les premiers lors d&apos;un transfert.</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Bloqué</translation>
    </message>
    <message>
        <source>Calls are turned away, unless somebody else has the number too.</source>
        <translation>Ses appels sont refusés, sauf si le numéro est aussi à quelqu&apos;un d&apos;autre.</translation>
    </message>
</context>
<context>
    <name>Pin</name>
    <message>
        <source>The supervisor&apos;s PIN</source>
        <translation>Le code de la direction</translation>
    </message>
    <message>
        <source>Take the last digit away</source>
        <translation>Effacer le dernier chiffre</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Close the log</source>
        <translation>Fermer le journal</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Un instant…</translation>
    </message>
    <message>
        <source>Digits: %1</source>
        <translation>Chiffres : %1</translation>
    </message>
    <message>
        <source>Type the PIN</source>
        <translation>Saisissez le code</translation>
    </message>
</context>
<context>
    <name>Player</name>
    <message>
        <source>Message, %1 long, recorded at %2</source>
        <translation>Message de %1, enregistré à %2</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Écouter</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Vitesse</translation>
    </message>
    <message>
        <source>The sound is not kept any more: it is deleted after a time.</source>
        <translation>Le son n’est plus gardé : il est effacé après un temps.</translation>
    </message>
    <message>
        <source>WRITTEN DOWN BY A MACHINE</source>
        <translation>ÉCRIT PAR UNE MACHINE</translation>
    </message>
    <message>
        <source>Speed: %1</source>
        <translation>Vitesse : %1</translation>
    </message>
    <message>
        <source>Where in the recording</source>
        <translation>Endroit de l’enregistrement</translation>
    </message>
    <message>
        <source>Left and right move by 5 seconds</source>
        <translation>Gauche et droite déplacent de 5 secondes</translation>
    </message>
</context>
<context>
    <name>Promise</name>
    <message>
        <source>HOW DID IT GO?</source>
        <translation>COMMENT ÇA S&apos;EST PASSÉ ?</translation>
    </message>
    <message>
        <source>A note, if there is something to remember</source>
        <translation>Une note, s&apos;il y a quelque chose à retenir</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>OR WITHOUT A CALL</source>
        <translation>OU SANS APPELER</translation>
    </message>
    <message>
        <source>New time…</source>
        <translation>Autre heure…</translation>
    </message>
    <message>
        <source>Heard, nothing to do</source>
        <translation>Écouté, rien à faire</translation>
    </message>
    <message>
        <source>Spoke already</source>
        <translation>Déjà parlé</translation>
    </message>
    <message>
        <source>No longer needed</source>
        <translation>Plus nécessaire</translation>
    </message>
    <message>
        <source>Your note about %1 is not saved yet.</source>
        <translation>Votre note sur %1 n’est pas encore enregistrée.</translation>
    </message>
    <message>
        <source>I am not calling after all</source>
        <translation>Finalement, je n&apos;appelle pas</translation>
    </message>
    <message>
        <source>I call on another phone now</source>
        <translation>J&apos;appelle maintenant d&apos;un autre téléphone</translation>
    </message>
    <message>
        <source>I HAVE CALLED ON ANOTHER PHONE</source>
        <translation>J&apos;AI APPELÉ D&apos;UN AUTRE TÉLÉPHONE</translation>
    </message>
</context>
<context>
    <name>Promised</name>
    <message>
        <source>asap</source>
        <translation>vite</translation>
    </message>
    <message>
        <source>put off until %1</source>
        <translation>reporté à %1</translation>
    </message>
    <message>
        <source>calls again, %1</source>
        <translation>rappelle, %1</translation>
    </message>
    <message>
        <source>how did it go?</source>
        <translation>résultat ?</translation>
    </message>
    <message>
        <source>PROMISED</source>
        <translation>PROMIS</translation>
    </message>
    <message>
        <source>Nothing is promised. Callbacks and messages stand here by their time.</source>
        <translation>Rien de promis. Rappels et messages s&apos;affichent ici, par heure.</translation>
    </message>
</context>
<context>
    <name>Refusal</name>
    <message>
        <source>Use the desk phone</source>
        <translation>Prendre le poste fixe</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Before, to compare with: %1</source>
        <translation>Avant, pour comparer : %1</translation>
    </message>
    <message>
        <source>Customers and colleagues</source>
        <translation>Clients et collègues</translation>
    </message>
    <message>
        <source>In brackets: the time before. A full triangle is better, a hollow one worse.</source>
        <translation>Entre parenthèses : la période d’avant. Triangle plein : mieux, creux : moins bien.</translation>
    </message>
    <message>
        <source>made on %1</source>
        <translation>établi le %1</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Page %1 sur %2</translation>
    </message>
    <message>
        <source>%1 more rows are not shown here; a CSV file has all of them.</source>
        <translation>%1 lignes de plus ne figurent pas ici ; un fichier CSV les a toutes.</translation>
    </message>
    <message>
        <source>This computer has no printer.</source>
        <translation>Cet ordinateur n’a pas d’imprimante.</translation>
    </message>
    <message>
        <source>Set one up, or export a PDF and print it elsewhere.</source>
        <translation>Installez-en une, ou exportez un PDF et imprimez-le ailleurs.</translation>
    </message>
    <message>
        <source>Print the figures</source>
        <translation>Imprimer les chiffres</translation>
    </message>
    <message>
        <source>The printer took nothing.</source>
        <translation>L’imprimante n’a rien pris.</translation>
    </message>
    <message>
        <source>See whether it is switched on, then print again.</source>
        <translation>Vérifiez qu’elle est allumée, puis imprimez de nouveau.</translation>
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
        <translation>« Fermé » ne peut pas être choisi.</translation>
    </message>
    <message>
        <source>Set the opening hours in the settings instead.</source>
        <translation>Réglez plutôt les horaires dans les réglages.</translation>
    </message>
    <message>
        <source>This promise is not open any more.</source>
        <translation>Cette promesse n&apos;est plus ouverte.</translation>
    </message>
    <message>
        <source>There is no such promise.</source>
        <translation>Il n&apos;y a pas de telle promesse.</translation>
    </message>
    <message>
        <source>Look at the list again.</source>
        <translation>Regardez de nouveau la liste.</translation>
    </message>
    <message>
        <source>Later is 1 to 480 minutes.</source>
        <translation>« Plus tard » va de 1 à 480 minutes.</translation>
    </message>
    <message>
        <source>Choose a time within the working day.</source>
        <translation>Choisissez une heure dans la journée de travail.</translation>
    </message>
    <message>
        <source>There is no such message.</source>
        <translation>Ce message n&apos;existe pas.</translation>
    </message>
    <message>
        <source>The recording of this message is gone.</source>
        <translation>L&apos;enregistrement de ce message n&apos;est plus là.</translation>
    </message>
    <message>
        <source>Call the person back without it.</source>
        <translation>Rappelez la personne sans lui.</translation>
    </message>
    <message>
        <source>There is no line to practise on yet.</source>
        <translation>Il n&apos;y a pas encore de ligne pour s&apos;exercer.</translation>
    </message>
    <message>
        <source>Wait a moment; if it stays so, run: onemoment doctor</source>
        <translation>Attendez un instant ; si cela dure, lancez : onemoment doctor</translation>
    </message>
    <message>
        <source>There are no practice calls on a line by TLS.</source>
        <translation>Il n&apos;y a pas d&apos;appels d&apos;exercice sur une ligne via TLS.</translation>
    </message>
    <message>
        <source>Call its extension from another phone instead.</source>
        <translation>Appelez plutôt son numéro interne depuis un autre téléphone.</translation>
    </message>
    <message>
        <source>A practice call is still going on.</source>
        <translation>Un appel d&apos;exercice est encore en cours.</translation>
    </message>
    <message>
        <source>Wait until it has ended.</source>
        <translation>Attendez qu&apos;il soit terminé.</translation>
    </message>
    <message>
        <source>No telephone has these keys.</source>
        <translation>Aucun téléphone n&apos;a ces touches.</translation>
    </message>
    <message>
        <source>Keys are 0 to 9, * and #; a number has digits.</source>
        <translation>Les touches sont 0 à 9, * et # ; un numéro a des chiffres.</translation>
    </message>
    <message>
        <source>This could not be done: One Moment made a mistake.</source>
        <translation>Cela n&apos;a pas pu être fait : One Moment a commis une erreur.</translation>
    </message>
    <message>
        <source>Try again; if it stays so, stop One Moment and start it again.</source>
        <translation>Réessayez ; si cela dure, arrêtez One Moment et relancez-le.</translation>
    </message>
    <message>
        <source>The disk is full, so nothing can be written down.</source>
        <translation>Le disque est plein : rien ne peut être noté.</translation>
    </message>
    <message>
        <source>Free some space.</source>
        <translation>Libérez de la place.</translation>
    </message>
    <message>
        <source>Another program keeps the records locked, so nothing can be written down.</source>
        <translation>Un autre programme bloque les registres : rien ne peut être noté.</translation>
    </message>
    <message>
        <source>Close the program that has them open.</source>
        <translation>Fermez le programme qui les tient ouverts.</translation>
    </message>
    <message>
        <source>The records may not be written to.</source>
        <translation>Il n&apos;est pas permis d&apos;écrire dans les registres.</translation>
    </message>
    <message>
        <source>Give One Moment the right to write in its data folder.</source>
        <translation>Donnez à One Moment le droit d&apos;écrire dans son dossier de données.</translation>
    </message>
    <message>
        <source>The records are damaged, so nothing can be written down.</source>
        <translation>Les registres sont endommagés : rien ne peut être noté.</translation>
    </message>
    <message>
        <source>Start One Moment again: it will say what to do.</source>
        <translation>Relancez One Moment : il dira quoi faire.</translation>
    </message>
    <message>
        <source>The disk reported an error, so nothing can be written down.</source>
        <translation>Le disque signale une erreur : rien ne peut être noté.</translation>
    </message>
    <message>
        <source>Look at the disk&apos;s health and space.</source>
        <translation>Vérifiez l&apos;état et la place du disque.</translation>
    </message>
    <message>
        <source>The records were moved away while One Moment was running.</source>
        <translation>Les registres ont été déplacés pendant que One Moment tournait.</translation>
    </message>
    <message>
        <source>Put the data folder back, or start One Moment again.</source>
        <translation>Remettez le dossier de données en place, ou relancez One Moment.</translation>
    </message>
    <message>
        <source>The records cannot be read just now.</source>
        <translation>Les registres ne peuvent pas être lus pour l&apos;instant.</translation>
    </message>
    <message>
        <source>Callers are asked to ring again until it is solved.</source>
        <translation>D&apos;ici là, les appelants sont priés de rappeler.</translation>
    </message>
    <message>
        <source>The voice is switched off: callers hear tones and your recordings.</source>
        <translation>La voix est coupée : les appelants entendent des tonalités et vos enregistrements.</translation>
    </message>
    <message>
        <source>Set engine to auto.</source>
        <translation>Mettez voice.engine sur auto.</translation>
    </message>
    <message>
        <source>Install the Pico voice (pip install py-nanotts), or record the prompts yourself.</source>
        <translation>Installez la voix Pico (pip install py-nanotts) ou enregistrez vous-même les annonces.</translation>
    </message>
    <message>
        <source>There is no sound: sounddevice is not installed.</source>
        <translation>Pas de son : sounddevice n&apos;est pas installé.</translation>
    </message>
    <message>
        <source>Run script/setup.</source>
        <translation>Lancez script/setup.</translation>
    </message>
    <message>
        <source>There is no sound: the PortAudio library is missing.</source>
        <translation>Pas de son : la bibliothèque PortAudio manque.</translation>
    </message>
    <message>
        <source>Install libportaudio2 by apt.</source>
        <translation>Installez libportaudio2 avec apt.</translation>
    </message>
    <message>
        <source>There is no sound: this computer has no sound device.</source>
        <translation>Pas de son : cet ordinateur n&apos;a pas de périphérique audio.</translation>
    </message>
    <message>
        <source>Plug one in, or use the window alone.</source>
        <translation>Branchez-en un, ou servez-vous de la fenêtre seule.</translation>
    </message>
    <message>
        <source>This message cannot be played: its file is gone.</source>
        <translation>Ce message ne peut pas être lu : son fichier n&apos;est plus là.</translation>
    </message>
    <message>
        <source>It may be past the time recordings are kept.</source>
        <translation>La durée de conservation des enregistrements est peut-être passée.</translation>
    </message>
    <message>
        <source>The phone system has been refusing this line since %1.</source>
        <translation>Le standard refuse cette ligne depuis %1.</translation>
    </message>
    <message>
        <source>Check phone.user and phone.password in the settings.</source>
        <translation>Vérifiez phone.user et phone.password dans les réglages.</translation>
    </message>
    <message>
        <source>The phone system has been unreachable since %1.</source>
        <translation>Le standard est injoignable depuis %1.</translation>
    </message>
    <message>
        <source>Check the network; it is tried again and again by itself.</source>
        <translation>Vérifiez le réseau ; de nouveaux essais se font tout seuls.</translation>
    </message>
    <message>
        <source>The phone line has not been working since %1.</source>
        <translation>La ligne téléphonique ne marche pas depuis %1.</translation>
    </message>
    <message>
        <source>Calls cannot reach this desk. What to do is said by: onemoment doctor</source>
        <translation>Les appels n&apos;arrivent pas à ce poste. Ce qu&apos;il faut faire : onemoment doctor</translation>
    </message>
    <message>
        <source>Nothing can be written down just now.</source>
        <translation>Rien ne peut être noté pour l&apos;instant.</translation>
    </message>
    <message>
        <source>Callers understand the voice badly, or hear tones in place of words.</source>
        <translation>Les appelants comprennent mal la voix ou entendent des tonalités.</translation>
    </message>
    <message>
        <source>A recording or a prompt cannot be used; callers hear something else instead.</source>
        <translation>Un enregistrement ou une annonce est inutilisable ; les appelants entendent autre chose.</translation>
    </message>
    <message>
        <source>Which one, and why, stands in the details.</source>
        <translation>Lequel et pourquoi : voir les détails.</translation>
    </message>
    <message>
        <source>The sound at this desk does not work as it should.</source>
        <translation>Le son de ce poste ne marche pas comme il faut.</translation>
    </message>
    <message>
        <source>Check that the loudspeaker is plugged in and switched on.</source>
        <translation>Vérifiez que le haut-parleur est branché et allumé.</translation>
    </message>
    <message>
        <source>No backup could be made.</source>
        <translation>Aucune sauvegarde n&apos;a pu être faite.</translation>
    </message>
    <message>
        <source>It is tried again every hour. Why it failed stands in the details.</source>
        <translation>Un nouvel essai est fait toutes les heures. La raison figure dans les détails.</translation>
    </message>
    <message>
        <source>The weekly report could not be written or sent.</source>
        <translation>Le rapport hebdomadaire n&apos;a pas pu être écrit ou envoyé.</translation>
    </message>
    <message>
        <source>It is tried again by itself. Why it failed stands in the details.</source>
        <translation>Un nouvel essai se fera tout seul. La raison est dans les détails.</translation>
    </message>
    <message>
        <source>The practice call broke off.</source>
        <translation>L&apos;appel d&apos;exercice a été interrompu.</translation>
    </message>
    <message>
        <source>The log is closed: no PIN is set.</source>
        <translation>Le journal est fermé : aucun code n’est défini.</translation>
    </message>
    <message>
        <source>Set supervisor.pin in the settings, then start One Moment again.</source>
        <translation>Définissez supervisor.pin dans les réglages, puis redémarrez One Moment.</translation>
    </message>
    <message>
        <source>The log is closed.</source>
        <translation>Le journal est fermé.</translation>
    </message>
    <message>
        <source>Type the PIN.</source>
        <translation>Saisissez le code.</translation>
    </message>
    <message>
        <source>Open it with the PIN, then try again.</source>
        <translation>Ouvrez-le avec le code, puis réessayez.</translation>
    </message>
    <message>
        <source>There were too many wrong PINs.</source>
        <translation>Il y a eu trop de codes erronés.</translation>
    </message>
    <message>
        <source>This is not the PIN.</source>
        <translation>Ce n’est pas le code.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Réessayez.</translation>
    </message>
    <message>
        <source>The log cannot be read just now.</source>
        <translation>Le journal ne peut pas être lu pour l’instant.</translation>
    </message>
    <message>
        <source>Try again; if it stays so, run: onemoment doctor</source>
        <translation>Réessayez ; si cela persiste, lancez : onemoment doctor</translation>
    </message>
    <message>
        <source>This call is still going on.</source>
        <translation>Cet appel est encore en cours.</translation>
    </message>
    <message>
        <source>Correct it when it has ended.</source>
        <translation>Corrigez-le quand il sera terminé.</translation>
    </message>
    <message>
        <source>This caller is still to be called back.</source>
        <translation>Cette personne doit encore être rappelée.</translation>
    </message>
    <message>
        <source>End the promise at the desk first.</source>
        <translation>Terminez d’abord la promesse à l’accueil.</translation>
    </message>
    <message>
        <source>The log says so already.</source>
        <translation>Le journal le dit déjà.</translation>
    </message>
    <message>
        <source>This cannot be the end of this call.</source>
        <translation>Cet appel n’a pas pu se terminer ainsi.</translation>
    </message>
    <message>
        <source>Choose another end.</source>
        <translation>Choisissez une autre issue.</translation>
    </message>
    <message>
        <source>There is no such note any more.</source>
        <translation>Cette note n’existe plus.</translation>
    </message>
    <message>
        <source>Look at the log again.</source>
        <translation>Regardez de nouveau le journal.</translation>
    </message>
    <message>
        <source>A note cannot be taken away.</source>
        <translation>Une note ne peut pas être retirée.</translation>
    </message>
    <message>
        <source>Write what it should say.</source>
        <translation>Écrivez ce qu’elle doit dire.</translation>
    </message>
    <message>
        <source>The note says so already.</source>
        <translation>La note le dit déjà.</translation>
    </message>
    <message>
        <source>Write it anew, or leave it.</source>
        <translation>Réécrivez-la ou laissez-la.</translation>
    </message>
    <message>
        <source>Nobody of that name works at this desk.</source>
        <translation>Personne de ce nom ne travaille à cet accueil.</translation>
    </message>
    <message>
        <source>Look at how the name is written.</source>
        <translation>Vérifiez l’orthographe du nom.</translation>
    </message>
    <message>
        <source>A correction needs a reason.</source>
        <translation>Une correction demande une raison.</translation>
    </message>
    <message>
        <source>Write why, in a few words.</source>
        <translation>Écrivez pourquoi, en quelques mots.</translation>
    </message>
    <message>
        <source>There is no such interruption.</source>
        <translation>Cette interruption n’existe pas.</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Choisissez-en une autre.</translation>
    </message>
    <message>
        <source>The records cannot be read.</source>
        <translation>Les données ne peuvent pas être lues.</translation>
    </message>
    <message>
        <source>Look at the disk&apos;s health and at the rights of the data folder, then open the log again.</source>
        <translation>Vérifiez l’état du disque et les droits du dossier de données, puis rouvrez le journal.</translation>
    </message>
    <message>
        <source>These records were written by a newer One Moment.</source>
        <translation>Ces données viennent d’un One Moment plus récent.</translation>
    </message>
    <message>
        <source>Install that version or a later one, then try again.</source>
        <translation>Installez cette version ou une plus récente, puis réessayez.</translation>
    </message>
    <message>
        <source>The records were moved away while the log was open.</source>
        <translation>Les données ont été déplacées pendant que le journal était ouvert.</translation>
    </message>
    <message>
        <source>Put the data folder back, then open the log again.</source>
        <translation>Remettez le dossier de données, puis rouvrez le journal.</translation>
    </message>
    <message>
        <source>Open a backup instead.</source>
        <translation>Ouvrez plutôt une sauvegarde.</translation>
    </message>
    <message>
        <source>A file is being written already.</source>
        <translation>Un fichier est déjà en cours d’écriture.</translation>
    </message>
    <message>
        <source>Wait until it is done, or stop it first.</source>
        <translation>Attendez qu’il soit terminé, ou arrêtez-le.</translation>
    </message>
    <message>
        <source>The file could not be begun.</source>
        <translation>Le fichier n’a pas pu être commencé.</translation>
    </message>
    <message>
        <source>This recording is not kept any more.</source>
        <translation>Cet enregistrement n’est plus conservé.</translation>
    </message>
    <message>
        <source>Recordings are kept some weeks.</source>
        <translation>Les enregistrements sont gardés quelques semaines.</translation>
    </message>
    <message>
        <source>Wait 1 second, then try again.</source>
        <translation>Attendez 1 seconde, puis réessayez.</translation>
    </message>
    <message>
        <source>Wait %1 seconds, then try again.</source>
        <translation>Attendez %1 secondes, puis réessayez.</translation>
    </message>
    <message>
        <source>Wait %1 minutes, then try again.</source>
        <translation>Attendez %1 minutes, puis réessayez.</translation>
    </message>
    <message>
        <source>There are no records in %1.</source>
        <translation>Il n’y a pas de données dans %1.</translation>
    </message>
    <message>
        <source>The records are damaged: entry %1 is not what was written.</source>
        <translation>Les données sont abîmées : l’entrée %1 n’est pas ce qui avait été écrit.</translation>
    </message>
    <message>
        <source>This could not be done.</source>
        <translation>Cela n&apos;a pas pu être fait.</translation>
    </message>
    <message>
        <source>Try again. What One Moment said to it stands in the details.</source>
        <translation>Réessayez. Ce qu&apos;en a dit One Moment se trouve dans les détails.</translation>
    </message>
    <message>
        <source>Something is wrong with One Moment.</source>
        <translation>Quelque chose ne va pas avec One Moment.</translation>
    </message>
    <message>
        <source>Show the details to whoever looks after it.</source>
        <translation>Montrez les détails à la personne qui s&apos;en occupe.</translation>
    </message>
    <message>
        <source>Look at the desk&apos;s state.</source>
        <translation>Regardez ce que fait le poste.</translation>
    </message>
    <message>
        <source>The desk phone is busy.</source>
        <translation>Le poste fixe est occupé.</translation>
    </message>
    <message>
        <source>Put it down and try again.</source>
        <translation>Raccrochez et réessayez.</translation>
    </message>
    <message>
        <source>The desk phone refused to ring.</source>
        <translation>Le poste fixe a refusé l’appel.</translation>
    </message>
    <message>
        <source>See whether it is set to do not disturb.</source>
        <translation>Voyez s’il est en mode « ne pas déranger ».</translation>
    </message>
    <message>
        <source>The desk phone cannot be reached.</source>
        <translation>Le poste fixe est injoignable.</translation>
    </message>
    <message>
        <source>See whether it is switched on, or speak by the headset.</source>
        <translation>Voyez s’il est allumé, ou parlez avec le casque.</translation>
    </message>
    <message>
        <source>The desk phone was not picked up.</source>
        <translation>Le poste fixe n’a pas été décroché.</translation>
    </message>
    <message>
        <source>Try again, and pick it up when it rings.</source>
        <translation>Réessayez, et décrochez quand il sonne.</translation>
    </message>
    <message>
        <source>Nobody is being served.</source>
        <translation>Personne n&apos;est servi.</translation>
    </message>
    <message>
        <source>Ask a colleague first, or send the caller.</source>
        <translation>Consultez d&apos;abord un collègue, ou transférez l&apos;appel.</translation>
    </message>
    <message>
        <source>Hang up there first.</source>
        <translation>Raccrochez d&apos;abord là-bas.</translation>
    </message>
    <message>
        <source>Keys are 0 to 9, * and #.</source>
        <translation>Les touches sont 0 à 9, * et #.</translation>
    </message>
    <message>
        <source>Look at the log.</source>
        <translation>Regardez le journal.</translation>
    </message>
    <message>
        <source>Look at the next card.</source>
        <translation>Regardez la carte suivante.</translation>
    </message>
    <message>
        <source>Nobody has taken this call yet.</source>
        <translation>Personne n&apos;a encore pris cet appel.</translation>
    </message>
    <message>
        <source>Nobody is being asked by this call.</source>
        <translation>Cet appel ne consulte personne.</translation>
    </message>
    <message>
        <source>Nobody is speaking with this caller.</source>
        <translation>Personne ne parle avec cet appelant.</translation>
    </message>
    <message>
        <source>Resume it instead.</source>
        <translation>Reprenez-le plutôt.</translation>
    </message>
    <message>
        <source>Resume it when you are ready.</source>
        <translation>Reprenez-le quand vous serez prêt.</translation>
    </message>
    <message>
        <source>Somebody is being asked about this caller already.</source>
        <translation>Quelqu&apos;un est déjà consulté pour cet appelant.</translation>
    </message>
    <message>
        <source>Speak with the caller again.</source>
        <translation>Reparlez avec l&apos;appelant.</translation>
    </message>
    <message>
        <source>Take it first, or let it wait.</source>
        <translation>Prenez-le d&apos;abord, ou laissez-le attendre.</translation>
    </message>
    <message>
        <source>Take the call first.</source>
        <translation>Prenez d&apos;abord l&apos;appel.</translation>
    </message>
    <message>
        <source>Tell your colleague, and hang up.</source>
        <translation>Dites-le à votre collègue et raccrochez.</translation>
    </message>
    <message>
        <source>The caller has hung up.</source>
        <translation>L&apos;appelant a raccroché.</translation>
    </message>
    <message>
        <source>The note is empty.</source>
        <translation>La note est vide.</translation>
    </message>
    <message>
        <source>There is no such call.</source>
        <translation>Cet appel n’existe pas.</translation>
    </message>
    <message>
        <source>This call has ended.</source>
        <translation>Cet appel est terminé.</translation>
    </message>
    <message>
        <source>This call is not on hold.</source>
        <translation>Cet appel n&apos;est pas en attente.</translation>
    </message>
    <message>
        <source>This call is on hold already taken.</source>
        <translation>Cet appel est déjà pris et patiente.</translation>
    </message>
    <message>
        <source>This call is on hold already.</source>
        <translation>Cet appel patiente déjà.</translation>
    </message>
    <message>
        <source>Write it, or leave it.</source>
        <translation>Écrivez-la, ou laissez.</translation>
    </message>
    <message>
        <source>Your colleague cannot be reached.</source>
        <translation>Votre collègue est injoignable.</translation>
    </message>
    <message>
        <source>Take another one.</source>
        <translation>Prenez-en un autre.</translation>
    </message>
    <message>
        <source>Choose somebody else.</source>
        <translation>Choisissez quelqu&apos;un d&apos;autre.</translation>
    </message>
    <message>
        <source>Somebody is being spoken with.</source>
        <translation>Une conversation est en cours.</translation>
    </message>
    <message>
        <source>Test the headset after the call.</source>
        <translation>Testez le casque après l&apos;appel.</translation>
    </message>
    <message>
        <source>Add them again.</source>
        <translation>Ajoutez-la de nouveau.</translation>
    </message>
    <message>
        <source>This person is not in the directory any more.</source>
        <translation>Cette personne n&apos;est plus dans le répertoire.</translation>
    </message>
    <message>
        <source>A caller is being told of a new time just now.</source>
        <translation>Un appelant est justement prévenu d&apos;une nouvelle heure.</translation>
    </message>
    <message>
        <source>A new time is 1 minute to 7 days from now.</source>
        <translation>Une nouvelle heure est entre 1 minute et 7 jours d&apos;ici.</translation>
    </message>
    <message>
        <source>Choose a time within the opening hours.</source>
        <translation>Choisissez une heure d&apos;ouverture.</translation>
    </message>
    <message>
        <source>Choose one of them.</source>
        <translation>Choisissez-en une.</translation>
    </message>
    <message>
        <source>Hang up, then say how it ended.</source>
        <translation>Raccrochez, puis dites comment ça s&apos;est passé.</translation>
    </message>
    <message>
        <source>How the last call ended has not been said.</source>
        <translation>L&apos;issue du dernier appel n&apos;a pas été dite.</translation>
    </message>
    <message>
        <source>Nobody is calling just now.</source>
        <translation>Personne n&apos;appelle en ce moment.</translation>
    </message>
    <message>
        <source>Say how it ended, then call again.</source>
        <translation>Dites l&apos;issue, puis rappelez.</translation>
    </message>
    <message>
        <source>The call is still going on.</source>
        <translation>L&apos;appel est encore en cours.</translation>
    </message>
    <message>
        <source>The desk is closed at that time.</source>
        <translation>C&apos;est fermé à cette heure-là.</translation>
    </message>
    <message>
        <source>This person is being told of the new time just now.</source>
        <translation>Cette personne est justement prévenue de la nouvelle heure.</translation>
    </message>
    <message>
        <source>Wait until that has ended.</source>
        <translation>Attendez que ce soit fini.</translation>
    </message>
    <message>
        <source>The caller withheld the number.</source>
        <translation>L&apos;appelant a masqué son numéro.</translation>
    </message>
    <message>
        <source>Wait until they ring again.</source>
        <translation>Attendez qu&apos;il rappelle.</translation>
    </message>
    <message>
        <source>There is no number.</source>
        <translation>Il n&apos;y a pas de numéro.</translation>
    </message>
    <message>
        <source>Write a number with its digits.</source>
        <translation>Écrivez un numéro avec ses chiffres.</translation>
    </message>
    <message>
        <source>No telephone has this number.</source>
        <translation>Aucun téléphone n&apos;a ce numéro.</translation>
    </message>
    <message>
        <source>Look at its digits again.</source>
        <translation>Revoyez ses chiffres.</translation>
    </message>
    <message>
        <source>Emergency numbers are never called from here.</source>
        <translation>Les urgences ne sont jamais appelées d&apos;ici.</translation>
    </message>
    <message>
        <source>Use a telephone.</source>
        <translation>Prenez un téléphone.</translation>
    </message>
    <message>
        <source>Premium numbers are never called from here.</source>
        <translation>Les numéros surtaxés ne sont jamais appelés d&apos;ici.</translation>
    </message>
    <message>
        <source>Ask the person for another number.</source>
        <translation>Demandez un autre numéro.</translation>
    </message>
    <message>
        <source>This is a number of our own.</source>
        <translation>C&apos;est l&apos;un de nos numéros.</translation>
    </message>
    <message>
        <source>The settings do not allow calls to this number.</source>
        <translation>Les réglages n&apos;autorisent pas ce numéro.</translation>
    </message>
    <message>
        <source>Ask who looks after One Moment to allow it (phone.allowed_prefixes, phone.internal).</source>
        <translation>Qui s&apos;occupe de One Moment peut l&apos;autoriser (phone.allowed_prefixes, phone.internal).</translation>
    </message>
    <message>
        <source>No calls can be made from here: there is no PBX.</source>
        <translation>On ne peut pas appeler d&apos;ici : il n&apos;y a pas de standard téléphonique.</translation>
    </message>
    <message>
        <source>On the practice line choose Done; for real calls set phone.registrar in the settings.</source>
        <translation>Sur la ligne d&apos;exercice, choisissez « Fait » ; pour de vrais appels, renseignez phone.registrar dans les réglages.</translation>
    </message>
    <message>
        <source>There is no desk phone.</source>
        <translation>Il n&apos;y a pas de poste fixe.</translation>
    </message>
    <message>
        <source>Set phone.desk_phone in the settings, or use the headset.</source>
        <translation>Renseignez phone.desk_phone, ou prenez le casque.</translation>
    </message>
    <message>
        <source>The headset is not ready yet.</source>
        <translation>Le casque n&apos;est pas encore prêt.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Réessayez dans un instant.</translation>
    </message>
    <message>
        <source>Plug it in, or choose another one.</source>
        <translation>Branchez-le, ou choisissez-en un autre.</translation>
    </message>
    <message>
        <source>Plug a headset in, or speak by the desk phone.</source>
        <translation>Branchez un casque, ou prenez le poste fixe.</translation>
    </message>
    <message>
        <source>Plug it in again: it is used at once when it is back.</source>
        <translation>Rebranchez-le : il resservira aussitôt.</translation>
    </message>
    <message>
        <source>There is no sound: the sound system does not answer.</source>
        <translation>Pas de son : le système audio ne répond pas.</translation>
    </message>
    <message>
        <source>Start this computer again.</source>
        <translation>Redémarrez cet ordinateur.</translation>
    </message>
    <message>
        <source>There is no sound: the sound system cannot be started.</source>
        <translation>Pas de son : le système audio ne peut pas démarrer.</translation>
    </message>
    <message>
        <source>Look at /etc/asound.conf and ~/.asoundrc, then start One Moment again.</source>
        <translation>Vérifiez /etc/asound.conf et ~/.asoundrc, puis redémarrez One Moment.</translation>
    </message>
    <message>
        <source>There is no sound: the settings of the sound system are missing.</source>
        <translation>Pas de son : les réglages du système audio manquent.</translation>
    </message>
    <message>
        <source>Install libasound2-data by apt.</source>
        <translation>Installez libasound2-data avec apt.</translation>
    </message>
    <message>
        <source>This computer has no microphone.</source>
        <translation>Cet ordinateur n&apos;a pas de microphone.</translation>
    </message>
    <message>
        <source>This computer has no speaker.</source>
        <translation>Cet ordinateur n&apos;a pas de haut-parleur.</translation>
    </message>
    <message>
        <source>%1 is calling now.</source>
        <translation>%1 appelle en ce moment.</translation>
    </message>
    <message>
        <source>Wait for %1, or call somebody else.</source>
        <translation>Attendez %1, ou appelez quelqu&apos;un d&apos;autre.</translation>
    </message>
    <message>
        <source>%1 has this call already.</source>
        <translation>%1 a déjà cet appel.</translation>
    </message>
    <message>
        <source>%1 calls were made within the hour, as many as are allowed.</source>
        <translation>%1 appels ont été faits en une heure, le maximum permis.</translation>
    </message>
    <message>
        <source>Call again at %1, or use a telephone.</source>
        <translation>Rappelez à %1, ou prenez un téléphone.</translation>
    </message>
    <message>
        <source>The microphone %1 was not found.</source>
        <translation>Le microphone %1 est introuvable.</translation>
    </message>
    <message>
        <source>The speaker %1 was not found.</source>
        <translation>Le haut-parleur %1 est introuvable.</translation>
    </message>
    <message>
        <source>The microphone %1 does not answer any more.</source>
        <translation>Le microphone %1 ne répond plus.</translation>
    </message>
    <message>
        <source>The speaker %1 does not answer any more.</source>
        <translation>Le haut-parleur %1 ne répond plus.</translation>
    </message>
    <message>
        <source>%1 Or speak by the desk phone.</source>
        <translation>%1 Ou prenez le poste fixe.</translation>
    </message>
    <message>
        <source>This person has no name.</source>
        <translation>Cette personne n&apos;a pas de nom.</translation>
    </message>
    <message>
        <source>Write a name or a company.</source>
        <translation>Écrivez un nom ou une société.</translation>
    </message>
    <message>
        <source>This is too long to be kept.</source>
        <translation>C&apos;est trop long pour être gardé.</translation>
    </message>
    <message>
        <source>Write up to 200 letters, and up to 5000 of notes.</source>
        <translation>Écrivez jusqu&apos;à 200 caractères, et 5000 pour les notes.</translation>
    </message>
    <message>
        <source>These are too many numbers for one person.</source>
        <translation>Cela fait trop de numéros pour une personne.</translation>
    </message>
    <message>
        <source>Keep the 20 that are used.</source>
        <translation>Gardez les 20 qui servent.</translation>
    </message>
    <message>
        <source>No language is written like this.</source>
        <translation>Aucune langue ne s&apos;écrit ainsi.</translation>
    </message>
    <message>
        <source>Write two letters, such as en, es, de or fr, or none.</source>
        <translation>Écrivez deux lettres, comme en, es, de ou fr, ou rien.</translation>
    </message>
    <message>
        <source>The first line of this file names no column with names or numbers.</source>
        <translation>La première ligne de ce fichier ne nomme aucune colonne de noms ou de numéros.</translation>
    </message>
    <message>
        <source>Let its first line name the columns, such as name, company, number, notes.</source>
        <translation>Que sa première ligne nomme les colonnes, comme name, company, number, notes.</translation>
    </message>
    <message>
        <source>By its name this is neither a CSV nor a vCard file.</source>
        <translation>D&apos;après son nom, ce n&apos;est ni un fichier CSV ni un vCard.</translation>
    </message>
    <message>
        <source>Let the name end in .csv or .vcf.</source>
        <translation>Que le nom finisse par .csv ou .vcf.</translation>
    </message>
    <message>
        <source>This is not a whole path.</source>
        <translation>Ce n&apos;est pas un chemin complet.</translation>
    </message>
    <message>
        <source>Name the file from / on.</source>
        <translation>Indiquez le chemin depuis /.</translation>
    </message>
    <message>
        <source>This is no file.</source>
        <translation>Ce n&apos;est pas un fichier.</translation>
    </message>
    <message>
        <source>Choose a .csv or .vcf file.</source>
        <translation>Choisissez un fichier .csv ou .vcf.</translation>
    </message>
    <message>
        <source>This is a folder.</source>
        <translation>C&apos;est un dossier.</translation>
    </message>
    <message>
        <source>Choose a .csv or .vcf file in it.</source>
        <translation>Choisissez-y un fichier .csv ou .vcf.</translation>
    </message>
    <message>
        <source>This file is empty.</source>
        <translation>Ce fichier est vide.</translation>
    </message>
    <message>
        <source>Choose the file with the people.</source>
        <translation>Choisissez le fichier avec les personnes.</translation>
    </message>
    <message>
        <source>There is a file of that name already, and One Moment did not write it.</source>
        <translation>Un fichier de ce nom existe déjà, et One Moment ne l&apos;a pas écrit.</translation>
    </message>
    <message>
        <source>Choose another name, or move that file away first.</source>
        <translation>Choisissez un autre nom, ou déplacez d&apos;abord ce fichier.</translation>
    </message>
    <message>
        <source>Choose a folder that is there, that you may write to, and that has space.</source>
        <translation>Choisissez un dossier qui existe, où vous pouvez écrire et qui a de la place.</translation>
    </message>
    <message>
        <source>Choose a folder that is there.</source>
        <translation>Choisissez un dossier qui existe.</translation>
    </message>
    <message>
        <source>Choose a folder that you may write to.</source>
        <translation>Choisissez un dossier où vous pouvez écrire.</translation>
    </message>
    <message>
        <source>Free some space, or choose another folder.</source>
        <translation>Libérez de la place, ou choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>Choose a shorter name.</source>
        <translation>Choisissez un nom plus court.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Choisissez un autre nom.</translation>
    </message>
    <message>
        <source>By this name there is something that is no file.</source>
        <translation>Sous ce nom se trouve quelque chose qui n’est pas un fichier.</translation>
    </message>
    <message>
        <source>No file can have this name.</source>
        <translation>Aucun fichier ne peut porter ce nom.</translation>
    </message>
    <message>
        <source>This folder holds the records themselves.</source>
        <translation>Ce dossier contient les données elles-mêmes.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>Ce fichier n&apos;existe pas.</translation>
    </message>
    <message>
        <source>Look at its name and folder.</source>
        <translation>Vérifiez son nom et son dossier.</translation>
    </message>
    <message>
        <source>Give One Moment the right to read it, or copy it elsewhere.</source>
        <translation>Donnez à One Moment le droit de le lire, ou copiez-le ailleurs.</translation>
    </message>
    <message>
        <source>Leave pictures out when exporting it, or split it into several files.</source>
        <translation>Exportez-le sans images, ou divisez-le en plusieurs fichiers.</translation>
    </message>
    <message>
        <source>This file holds no text.</source>
        <translation>Ce fichier ne contient pas de texte.</translation>
    </message>
    <message>
        <source>Choose a .csv or .vcf file; a spreadsheet must be saved as CSV first.</source>
        <translation>Choisissez un fichier .csv ou .vcf ; un tableur doit d&apos;abord être enregistré en CSV.</translation>
    </message>
    <message>
        <source>No telephone has the number %1.</source>
        <translation>Aucun téléphone n&apos;a le numéro %1.</translation>
    </message>
    <message>
        <source>The file cannot be written (%1).</source>
        <translation>Le fichier ne peut pas être écrit (%1).</translation>
    </message>
    <message>
        <source>The file cannot be read (%1).</source>
        <translation>Le fichier ne peut pas être lu (%1).</translation>
    </message>
    <message>
        <source>This file is larger than %1.</source>
        <translation>Ce fichier dépasse %1.</translation>
    </message>
    <message>
        <source>Line %1 has more cells than there are columns; those were left out.</source>
        <translation>La ligne %1 a plus de cellules que de colonnes ; elles ont été laissées de côté.</translation>
    </message>
    <message>
        <source>Line %1 is no line of a CSV file (%2).</source>
        <translation>La ligne %1 n&apos;est pas une ligne de CSV (%2).</translation>
    </message>
    <message>
        <source>A quotation mark in line %1 is never closed; the rest was left out.</source>
        <translation>Un guillemet de la ligne %1 n&apos;est jamais fermé ; le reste a été laissé de côté.</translation>
    </message>
    <message>
        <source>Several people have one id in this file; they are told apart by name and number (%1).</source>
        <translation>Plusieurs personnes ont le même identifiant dans ce fichier ; le nom et le numéro les distinguent (%1).</translation>
    </message>
    <message>
        <source>Line %1: this is more than is kept of one person; the end was left out.</source>
        <translation>Ligne %1 : c&apos;est plus que ce qui est gardé d&apos;une personne ; la fin a été laissée de côté.</translation>
    </message>
    <message>
        <source>Line %1: %2 is no number that can be called.</source>
        <translation>Ligne %1 : %2 n&apos;est pas un numéro que l&apos;on peut appeler.</translation>
    </message>
    <message>
        <source>Line %1: %2 is no language, such as en or de.</source>
        <translation>Ligne %1 : %2 n&apos;est pas une langue, comme en ou de.</translation>
    </message>
    <message>
        <source>Line %1: %2 is neither yes nor no.</source>
        <translation>Ligne %1 : %2 n&apos;est ni oui ni non.</translation>
    </message>
    <message>
        <source>Line %1 has no name and no number; it was left out.</source>
        <translation>La ligne %1 n&apos;a ni nom ni numéro ; elle a été laissée de côté.</translation>
    </message>
    <message>
        <source>Line %1 is no line of a vCard; it was left out.</source>
        <translation>La ligne %1 n&apos;est pas une ligne de vCard ; elle a été laissée de côté.</translation>
    </message>
    <message>
        <source>Line %1 stands outside of any card; it was left out.</source>
        <translation>La ligne %1 est hors de toute carte ; elle a été laissée de côté.</translation>
    </message>
    <message>
        <source>The card that begins on line %1 has no end; it was left out.</source>
        <translation>La carte qui commence à la ligne %1 n&apos;a pas de fin ; elle a été laissée de côté.</translation>
    </message>
    <message>
        <source>The card on line %1 is %2; export it as vCard 4.0 or 3.0, or as CSV.</source>
        <translation>La carte de la ligne %1 est %2 ; exportez-la en vCard 4.0 ou 3.0, ou en CSV.</translation>
    </message>
    <message>
        <source>The card on line %1 has no name and no number; it was left out.</source>
        <translation>La carte de la ligne %1 n&apos;a ni nom ni numéro ; elle a été laissée de côté.</translation>
    </message>
    <message>
        <source>The weekly report could not be made.</source>
        <translation>Le rapport hebdomadaire n&apos;a pas pu être fait.</translation>
    </message>
    <message>
        <source>Try it by hand: onemoment report --send</source>
        <translation>Essayez à la main : onemoment report --send</translation>
    </message>
    <message>
        <source>It is tried again by itself.</source>
        <translation>Un nouvel essai se fera tout seul.</translation>
    </message>
    <message>
        <source>The folder for the weekly report is not there.</source>
        <translation>Le dossier du rapport hebdomadaire n&apos;existe pas.</translation>
    </message>
    <message>
        <source>Make it, or name another in report.folder of the settings.</source>
        <translation>Créez-le, ou indiquez-en un autre dans report.folder des réglages.</translation>
    </message>
    <message>
        <source>The folder for the weekly report may not be written to.</source>
        <translation>On ne peut pas écrire dans le dossier du rapport hebdomadaire.</translation>
    </message>
    <message>
        <source>Give One Moment the right to write there, or name another in report.folder of the settings.</source>
        <translation>Donnez à One Moment le droit d&apos;y écrire, ou indiquez-en un autre dans report.folder des réglages.</translation>
    </message>
    <message>
        <source>The disk is full, so the weekly report was not written.</source>
        <translation>Le disque est plein, le rapport hebdomadaire n&apos;a donc pas été écrit.</translation>
    </message>
    <message>
        <source>The weekly report could not be written to its folder.</source>
        <translation>Le rapport hebdomadaire n&apos;a pas pu être écrit dans son dossier.</translation>
    </message>
    <message>
        <source>Look at that disk, or name another folder in report.folder of the settings.</source>
        <translation>Vérifiez ce disque, ou indiquez un autre dossier dans report.folder des réglages.</translation>
    </message>
    <message>
        <source>The mail server cannot log anybody in just now.</source>
        <translation>Le serveur de courrier ne peut connecter personne en ce moment.</translation>
    </message>
    <message>
        <source>The mail server refused the user or the password.</source>
        <translation>Le serveur de courrier a refusé l&apos;utilisateur ou le mot de passe.</translation>
    </message>
    <message>
        <source>Check report.smtp_user and its password in the settings.</source>
        <translation>Vérifiez report.smtp_user et son mot de passe dans les réglages.</translation>
    </message>
    <message>
        <source>The mail server has no login.</source>
        <translation>Le serveur de courrier n&apos;a pas de connexion par mot de passe.</translation>
    </message>
    <message>
        <source>Leave report.smtp_user empty.</source>
        <translation>Laissez report.smtp_user vide.</translation>
    </message>
    <message>
        <source>The mail server did not answer in time.</source>
        <translation>Le serveur de courrier n&apos;a pas répondu à temps.</translation>
    </message>
    <message>
        <source>The mail server ended the connection.</source>
        <translation>Le serveur de courrier a coupé la connexion.</translation>
    </message>
    <message>
        <source>The mail server&apos;s login takes no letter beyond a to z.</source>
        <translation>La connexion au serveur de courrier n&apos;accepte que les lettres de a à z.</translation>
    </message>
    <message>
        <source>Set another report.smtp_user, or give it another password.</source>
        <translation>Choisissez un autre report.smtp_user, ou donnez-lui un autre mot de passe.</translation>
    </message>
    <message>
        <source>No encrypted connection to the mail server came about.</source>
        <translation>Aucune connexion chiffrée avec le serveur de courrier n&apos;a été établie.</translation>
    </message>
    <message>
        <source>Check report.smtp_security and report.smtp_port in the settings.</source>
        <translation>Vérifiez report.smtp_security et report.smtp_port dans les réglages.</translation>
    </message>
    <message>
        <source>No mail server is known by that name.</source>
        <translation>Aucun serveur de courrier n&apos;est connu sous ce nom.</translation>
    </message>
    <message>
        <source>Check report.smtp_host in the settings, and this machine&apos;s network.</source>
        <translation>Vérifiez report.smtp_host dans les réglages, et le réseau de cette machine.</translation>
    </message>
    <message>
        <source>No mail server answers at that port.</source>
        <translation>Aucun serveur de courrier ne répond à ce port.</translation>
    </message>
    <message>
        <source>Check report.smtp_host and report.smtp_port in the settings.</source>
        <translation>Vérifiez report.smtp_host et report.smtp_port dans les réglages.</translation>
    </message>
    <message>
        <source>What answers there does not speak as a mail server does.</source>
        <translation>Ce qui répond là-bas ne parle pas comme un serveur de courrier.</translation>
    </message>
    <message>
        <source>The mail server cannot be reached.</source>
        <translation>Le serveur de courrier est injoignable.</translation>
    </message>
    <message>
        <source>Check this machine&apos;s network and firewall.</source>
        <translation>Vérifiez le réseau et le pare-feu de cette machine.</translation>
    </message>
    <message>
        <source>The mail server&apos;s certificate is for another name.</source>
        <translation>Le certificat du serveur de courrier est pour un autre nom.</translation>
    </message>
    <message>
        <source>Check report.smtp_host in the settings.</source>
        <translation>Vérifiez report.smtp_host dans les réglages.</translation>
    </message>
    <message>
        <source>The mail server&apos;s certificate is out of date.</source>
        <translation>Le certificat du serveur de courrier n&apos;est pas valable à cette date.</translation>
    </message>
    <message>
        <source>Check this machine&apos;s clock, or ask who looks after the mail server.</source>
        <translation>Vérifiez l&apos;horloge de cette machine, ou demandez à qui s&apos;occupe du serveur de courrier.</translation>
    </message>
    <message>
        <source>The mail server&apos;s certificate is signed by no authority this machine knows.</source>
        <translation>Le certificat du serveur de courrier n&apos;est signé par aucune autorité que cette machine connaisse.</translation>
    </message>
    <message>
        <source>Install that authority&apos;s certificate on this machine.</source>
        <translation>Installez le certificat de cette autorité sur cette machine.</translation>
    </message>
    <message>
        <source>The mail server offers no encryption.</source>
        <translation>Le serveur de courrier n&apos;offre pas de chiffrement.</translation>
    </message>
    <message>
        <source>Set report.smtp_security to &quot;tls&quot;, or ask who looks after the mail server.</source>
        <translation>Mettez report.smtp_security sur &quot;tls&quot;, ou demandez à qui s&apos;occupe du serveur de courrier.</translation>
    </message>
    <message>
        <source>The mail server wants a login.</source>
        <translation>Le serveur de courrier demande une connexion.</translation>
    </message>
    <message>
        <source>Set report.smtp_user and its password in the settings.</source>
        <translation>Indiquez report.smtp_user et son mot de passe dans les réglages.</translation>
    </message>
    <message>
        <source>The mail server takes no mail just now.</source>
        <translation>Le serveur de courrier n&apos;accepte pas de courrier en ce moment.</translation>
    </message>
    <message>
        <source>The mail server refused the sender.</source>
        <translation>Le serveur de courrier a refusé l&apos;expéditeur.</translation>
    </message>
    <message>
        <source>Check report.mail_from in the settings.</source>
        <translation>Vérifiez report.mail_from dans les réglages.</translation>
    </message>
    <message>
        <source>The mail server refused the report.</source>
        <translation>Le serveur de courrier a refusé le rapport.</translation>
    </message>
    <message>
        <source>What it said stands in the details.</source>
        <translation>Ce qu&apos;il a dit est dans les détails.</translation>
    </message>
    <message>
        <source>The report is larger than the mail server takes.</source>
        <translation>Le rapport est plus grand que ce que le serveur de courrier accepte.</translation>
    </message>
    <message>
        <source>Set report.rows to off, or write it to a folder.</source>
        <translation>Mettez report.rows sur off, ou écrivez-le dans un dossier.</translation>
    </message>
    <message>
        <source>Check that address in the settings.</source>
        <translation>Vérifiez cette adresse dans les réglages.</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>Sheets</name>
    <message>
        <source>Back to it</source>
        <translation>Y revenir</translation>
    </message>
    <message>
        <source>To the call</source>
        <translation>À l’appel</translation>
    </message>
    <message>
        <source>Resume %1</source>
        <translation>Reprendre %1</translation>
    </message>
</context>
<context>
    <name>Still</name>
    <message>
        <source>Still serving?</source>
        <translation>Vous servez toujours ?</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>Yes, still serving</source>
        <translation>Oui, je sers encore</translation>
    </message>
    <message>
        <source>No, free</source>
        <translation>Non, libre</translation>
    </message>
</context>
<context>
    <name>Story</name>
    <message>
        <source>%1, corrected</source>
        <translation>%1, corrigé</translation>
    </message>
    <message>
        <source>greeting</source>
        <translation>accueil</translation>
    </message>
    <message>
        <source>choice</source>
        <translation>choix</translation>
    </message>
    <message>
        <source>number</source>
        <translation>numéro</translation>
    </message>
    <message>
        <source>message</source>
        <translation>message</translation>
    </message>
    <message>
        <source>holding</source>
        <translation>attente</translation>
    </message>
    <message>
        <source>on hold</source>
        <translation>en garde</translation>
    </message>
    <message>
        <source>goodbye</source>
        <translation>au revoir</translation>
    </message>
    <message>
        <source>talk</source>
        <translation>conversation</translation>
    </message>
    <message>
        <source>passing on</source>
        <translation>transfert</translation>
    </message>
    <message>
        <source>new time</source>
        <translation>nouvelle heure</translation>
    </message>
    <message>
        <source>ringing</source>
        <translation>sonnerie</translation>
    </message>
    <message>
        <source>The call took %1: </source>
        <translation>L’appel a duré %1 : </translation>
    </message>
    <message>
        <source>VIP</source>
        <translation>VIP</translation>
    </message>
    <message>
        <source>Promised by %1</source>
        <translation>Promis pour %1</translation>
    </message>
    <message>
        <source>spoken with after %1</source>
        <translation>parlé après %1</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>par %1</translation>
    </message>
    <message>
        <source>Pressed another key</source>
        <translation>A appuyé sur une autre touche</translation>
    </message>
    <message>
        <source>Pressed %1</source>
        <translation>A appuyé sur %1</translation>
    </message>
    <message>
        <source>The promise they had stands: by %1</source>
        <translation>La promesse faite tient : pour %1</translation>
    </message>
    <message>
        <source>The promise they had stands</source>
        <translation>La promesse faite tient</translation>
    </message>
    <message>
        <source>Left a message, %1 long</source>
        <translation>A laissé un message de %1</translation>
    </message>
    <message>
        <source>%1 took the call</source>
        <translation>%1 a pris l’appel</translation>
    </message>
    <message>
        <source>The call was taken</source>
        <translation>L’appel a été pris</translation>
    </message>
    <message>
        <source>%1 put them on hold</source>
        <translation>%1 a mis en attente</translation>
    </message>
    <message>
        <source>Put on hold</source>
        <translation>Mis en attente</translation>
    </message>
    <message>
        <source>%1 came back to them</source>
        <translation>%1 est revenu</translation>
    </message>
    <message>
        <source>Spoken with again</source>
        <translation>De nouveau en conversation</translation>
    </message>
    <message>
        <source>Rang again about it</source>
        <translation>A rappelé à ce sujet</translation>
    </message>
    <message>
        <source>%1 took it on</source>
        <translation>%1 s’en est chargé</translation>
    </message>
    <message>
        <source>Somebody took it on</source>
        <translation>Quelqu’un s’en est chargé</translation>
    </message>
    <message>
        <source>It was anybody&apos;s again</source>
        <translation>C’était de nouveau à tous</translation>
    </message>
    <message>
        <source>%1 began to call</source>
        <translation>%1 a commencé à appeler</translation>
    </message>
    <message>
        <source>A call to them began</source>
        <translation>Un appel a commencé</translation>
    </message>
    <message>
        <source>%1 called back</source>
        <translation>%1 a rappelé</translation>
    </message>
    <message>
        <source>Called back</source>
        <translation>Rappelé</translation>
    </message>
    <message>
        <source>%1 put it off until %2</source>
        <translation>%1 l’a remis à %2</translation>
    </message>
    <message>
        <source>Put off until %2</source>
        <translation>Remis à %2</translation>
    </message>
    <message>
        <source>%1 gave a new time: %2</source>
        <translation>%1 a donné une nouvelle heure : %2</translation>
    </message>
    <message>
        <source>A new time: %2</source>
        <translation>Une nouvelle heure : %2</translation>
    </message>
    <message>
        <source>Called with the new time: %1</source>
        <translation>Appel avec la nouvelle heure : %1</translation>
    </message>
    <message>
        <source>%1 wrote</source>
        <translation>%1 a écrit</translation>
    </message>
    <message>
        <source>A note</source>
        <translation>Une note</translation>
    </message>
    <message>
        <source>%1 listened to it</source>
        <translation>%1 l’a écouté</translation>
    </message>
    <message>
        <source>The message was heard</source>
        <translation>Le message a été écouté</translation>
    </message>
    <message>
        <source>%1 thanked %2</source>
        <translation>%1 a remercié %2</translation>
    </message>
    <message>
        <source>%2 was thanked</source>
        <translation>Merci à %2</translation>
    </message>
    <message>
        <source>The caller is told by a call</source>
        <translation>Un appel le lui dit</translation>
    </message>
    <message>
        <source>The caller was not told</source>
        <translation>L’appelant n’a pas été prévenu</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>Raison : %1</translation>
    </message>
    <message>
        <source>before: %1</source>
        <translation>avant : %1</translation>
    </message>
    <message>
        <source>It rang; the desk was free</source>
        <translation>Cela a sonné ; l’accueil était libre</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>Avant : %1</translation>
    </message>
    <message>
        <source>It rang while somebody was being served</source>
        <translation>Cela a sonné pendant qu’on servait quelqu’un</translation>
    </message>
    <message>
        <source>It rang while nobody was at the desk</source>
        <translation>Cela a sonné sans personne à l’accueil</translation>
    </message>
    <message>
        <source>It rang outside the opening hours</source>
        <translation>Cela a sonné hors des heures d’ouverture</translation>
    </message>
    <message>
        <source>Spoke with %1</source>
        <translation>A parlé avec %1</translation>
    </message>
    <message>
        <source>Was spoken with</source>
        <translation>En conversation</translation>
    </message>
    <message>
        <source>Heard it ring</source>
        <translation>A entendu sonner</translation>
    </message>
    <message>
        <source>Was being answered</source>
        <translation>On répondait</translation>
    </message>
    <message>
        <source>Heard the greeting</source>
        <translation>A entendu l’accueil</translation>
    </message>
    <message>
        <source>Was asked to choose</source>
        <translation>Devait choisir</translation>
    </message>
    <message>
        <source>Heard the number read back</source>
        <translation>A entendu relire le numéro</translation>
    </message>
    <message>
        <source>Was asked to key in a number</source>
        <translation>Devait taper un numéro</translation>
    </message>
    <message>
        <source>Was asked for another number</source>
        <translation>Un autre numéro lui a été demandé</translation>
    </message>
    <message>
        <source>Was leaving a message</source>
        <translation>Laissait un message</translation>
    </message>
    <message>
        <source>Could keep or repeat the message</source>
        <translation>Pouvait garder ou refaire le message</translation>
    </message>
    <message>
        <source>Was holding, with music</source>
        <translation>Attendait, avec musique</translation>
    </message>
    <message>
        <source>Heard the goodbye</source>
        <translation>A entendu l’au revoir</translation>
    </message>
    <message>
        <source>Was being connected</source>
        <translation>Était mis en relation</translation>
    </message>
    <message>
        <source>Was put on hold, with music</source>
        <translation>Mis en attente, avec musique</translation>
    </message>
    <message>
        <source>Was being passed on</source>
        <translation>Était transféré</translation>
    </message>
    <message>
        <source>Was being called</source>
        <translation>Était appelé</translation>
    </message>
    <message>
        <source>It rang there</source>
        <translation>Cela sonnait là-bas</translation>
    </message>
    <message>
        <source>Heard the new time</source>
        <translation>A entendu la nouvelle heure</translation>
    </message>
    <message>
        <source>A callback is owed, as soon as somebody is free</source>
        <translation>Un rappel est dû, dès que quelqu’un est libre</translation>
    </message>
    <message>
        <source>A callback was promised by %1</source>
        <translation>Un rappel a été promis pour %1</translation>
    </message>
    <message>
        <source>They asked for it</source>
        <translation>Il était demandé</translation>
    </message>
    <message>
        <source>They hung up while waiting</source>
        <translation>Raccroché en attendant</translation>
    </message>
    <message>
        <source>They had held for too long</source>
        <translation>L’attente avait trop duré</translation>
    </message>
    <message>
        <source>They left a message</source>
        <translation>Un message a été laissé</translation>
    </message>
    <message>
        <source>They were cut off by us</source>
        <translation>Coupé par nous</translation>
    </message>
    <message>
        <source>Answered there</source>
        <translation>Répondu là-bas</translation>
    </message>
    <message>
        <source>It was busy there</source>
        <translation>C’était occupé là-bas</translation>
    </message>
    <message>
        <source>Nobody answered there</source>
        <translation>Personne n’a répondu là-bas</translation>
    </message>
    <message>
        <source>The call was refused there</source>
        <translation>L’appel a été refusé là-bas</translation>
    </message>
    <message>
        <source>Nobody could be reached there</source>
        <translation>Personne n’était joignable là-bas</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>quelqu’un</translation>
    </message>
    <message>
        <source>Passed on to %1</source>
        <translation>Transféré à %1</translation>
    </message>
    <message>
        <source>Passed on to %1, who answered</source>
        <translation>Transféré à %1, qui a répondu</translation>
    </message>
    <message>
        <source>Passed on to %1, who was busy</source>
        <translation>Transféré à %1, occupé</translation>
    </message>
    <message>
        <source>Passed on to %1, who did not answer</source>
        <translation>Transféré à %1, sans réponse</translation>
    </message>
    <message>
        <source>Passed on to %1, who refused the call</source>
        <translation>Transféré à %1, qui a refusé</translation>
    </message>
    <message>
        <source>Passed on to %1, who could not be reached</source>
        <translation>Transféré à %1, injoignable</translation>
    </message>
    <message>
        <source>Another phone answered</source>
        <translation>Un autre téléphone a répondu</translation>
    </message>
    <message>
        <source>The line was lost</source>
        <translation>La ligne a été perdue</translation>
    </message>
    <message>
        <source>The desk ended the call</source>
        <translation>L’accueil a mis fin à l’appel</translation>
    </message>
    <message>
        <source>They hung up</source>
        <translation>Raccroché</translation>
    </message>
    <message>
        <source>They hung up while it was ringing</source>
        <translation>Raccroché pendant la sonnerie</translation>
    </message>
    <message>
        <source>They hung up during the greeting</source>
        <translation>Raccroché pendant l’accueil</translation>
    </message>
    <message>
        <source>They hung up when asked to choose</source>
        <translation>Raccroché au moment de choisir</translation>
    </message>
    <message>
        <source>They hung up when asked for a number</source>
        <translation>Raccroché à la demande d’un numéro</translation>
    </message>
    <message>
        <source>They hung up while leaving a message</source>
        <translation>Raccroché en laissant un message</translation>
    </message>
    <message>
        <source>They hung up while holding</source>
        <translation>Raccroché pendant l’attente</translation>
    </message>
    <message>
        <source>They hung up, put on hold by us</source>
        <translation>Raccroché, mis en attente par nous</translation>
    </message>
    <message>
        <source>They hung up while being passed on</source>
        <translation>Raccroché pendant le transfert</translation>
    </message>
    <message>
        <source>They hung up during the goodbye</source>
        <translation>Raccroché pendant la prise de congé</translation>
    </message>
    <message>
        <source>%1 corrected a note</source>
        <translation>%1 a corrigé une note</translation>
    </message>
    <message>
        <source>A note was corrected</source>
        <translation>Une note a été corrigée</translation>
    </message>
    <message>
        <source>%1 corrected how it ended: %2</source>
        <translation>%1 a corrigé la fin : %2</translation>
    </message>
    <message>
        <source>Corrected: %2</source>
        <translation>Corrigé : %2</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Ce qui s’est passé</translation>
    </message>
</context>
<context>
    <name>StoryDoings</name>
    <message>
        <source>Correct</source>
        <translation>Corriger</translation>
    </message>
    <message>
        <source>How it ended…</source>
        <translation>Comment cela a fini…</translation>
    </message>
    <message>
        <source>The note %1…</source>
        <translation>La note %1…</translation>
    </message>
    <message>
        <source>This is a copy: what is wrong in it is corrected at the counter.</source>
        <translation>C’est une copie : ce qui y est faux se corrige à l’accueil.</translation>
    </message>
    <message>
        <source>It is still owed: how it ended can be corrected once it is closed at the desk.</source>
        <translation>C’est encore dû : la fin pourra être corrigée une fois close à l’accueil.</translation>
    </message>
    <message>
        <source>It still goes on.</source>
        <translation>C’est encore en cours.</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>One Moment, the strip</source>
        <translation>One Moment, le bandeau</translation>
    </message>
</context>
<context>
    <name>Switch</name>
    <message>
        <source>What the desk is doing</source>
        <translation>Ce que fait le poste</translation>
    </message>
</context>
<context>
    <name>Talk</name>
    <message>
        <source>ASKING</source>
        <translation>CONSULTATION</translation>
    </message>
    <message>
        <source>WITH YOU</source>
        <translation>AVEC VOUS</translation>
    </message>
    <message>
        <source>CALLING</source>
        <translation>APPEL</translation>
    </message>
    <message>
        <source>FOR YOU</source>
        <translation>POUR VOUS</translation>
    </message>
    <message>
        <source>Your phone rings: pick it up</source>
        <translation>Votre poste sonne : décrochez</translation>
    </message>
    <message>
        <source>Talking</source>
        <translation>En conversation</translation>
    </message>
    <message>
        <source>Being connected with you</source>
        <translation>Mise en relation avec vous</translation>
    </message>
    <message>
        <source>Being called</source>
        <translation>Appel en cours</translation>
    </message>
    <message>
        <source>It rings there</source>
        <translation>Ça sonne là-bas</translation>
    </message>
    <message>
        <source>Pick up the phone: %1</source>
        <translation>Décrochez : %1</translation>
    </message>
    <message>
        <source>Talking to %1</source>
        <translation>En conversation avec %1</translation>
    </message>
    <message>
        <source>It rings at %1</source>
        <translation>Ça sonne chez %1</translation>
    </message>
    <message>
        <source>Calling %1</source>
        <translation>Appel de %1</translation>
    </message>
    <message>
        <source>Connecting you with %1</source>
        <translation>Mise en relation avec %1</translation>
    </message>
    <message>
        <source>colleague</source>
        <translation>collègue</translation>
    </message>
    <message>
        <source>VIP</source>
        <translation>VIP</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>bloqué</translation>
    </message>
    <message>
        <source>callback promised</source>
        <translation>rappel promis</translation>
    </message>
    <message>
        <source>left a message</source>
        <translation>a laissé un message</translation>
    </message>
    <message>
        <source>hung up</source>
        <translation>a raccroché</translation>
    </message>
    <message>
        <source>answered elsewhere</source>
        <translation>pris ailleurs</translation>
    </message>
    <message>
        <source>turned away, all lines busy</source>
        <translation>refusé, lignes occupées</translation>
    </message>
    <message>
        <source>turned away, blocked</source>
        <translation>refusé, bloqué</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>coupé</translation>
    </message>
    <message>
        <source>ended by us</source>
        <translation>terminé par nous</translation>
    </message>
    <message>
        <source>spoken with</source>
        <translation>on s&apos;est parlé</translation>
    </message>
    <message>
        <source>passed on</source>
        <translation>transféré</translation>
    </message>
    <message>
        <source>called by us</source>
        <translation>appelé par nous</translation>
    </message>
    <message>
        <source>rang</source>
        <translation>a appelé</translation>
    </message>
    <message>
        <source>The other phone</source>
        <translation>L&apos;autre poste</translation>
    </message>
    <message>
        <source>%1 is busy</source>
        <translation>%1 est en ligne</translation>
    </message>
    <message>
        <source>%1 did not answer</source>
        <translation>%1 n&apos;a pas répondu</translation>
    </message>
    <message>
        <source>%1 refused the call</source>
        <translation>%1 a refusé l&apos;appel</translation>
    </message>
    <message>
        <source>%1 is no number that can be called</source>
        <translation>%1 n&apos;est pas un numéro joignable</translation>
    </message>
    <message>
        <source>%1 could not be reached</source>
        <translation>%1 est injoignable</translation>
    </message>
    <message>
        <source>%1, on hold %2</source>
        <translation>%1, patiente %2</translation>
    </message>
    <message>
        <source>on hold %1, longer than is kind</source>
        <translation>patiente %1, c&apos;est trop long</translation>
    </message>
    <message>
        <source>on hold %1</source>
        <translation>patiente %1</translation>
    </message>
    <message>
        <source>A note; Enter saves it</source>
        <translation>Une note ; Entrée l&apos;enregistre</translation>
    </message>
    <message>
        <source>Note to this call</source>
        <translation>Note sur cet appel</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Patienter</translation>
    </message>
    <message>
        <source>Pass on</source>
        <translation>Transférer</translation>
    </message>
    <message>
        <source>Hang up</source>
        <translation>Raccrocher</translation>
    </message>
    <message>
        <source>Connect them</source>
        <translation>Les relier</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Muet</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Talking; your microphone is off</source>
        <translation>En conversation ; votre micro est coupé</translation>
    </message>
    <message>
        <source>%1 is on hold %2</source>
        <translation>%1 patiente, %2</translation>
    </message>
    <message>
        <source>Open in People</source>
        <translation>Voir la fiche</translation>
    </message>
    <message>
        <source>Add to People</source>
        <translation>Créer une fiche</translation>
    </message>
    <message>
        <source>A callback was promised</source>
        <translation>Un rappel a été promis</translation>
    </message>
    <message>
        <source>%1. Speaking now settles it.</source>
        <translation>%1. Cet échange suffit à l&apos;honorer.</translation>
    </message>
    <message>
        <source>Back to %1</source>
        <translation>Revenir à %1</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Parler</translation>
    </message>
    <message>
        <source>Switch your microphone on again</source>
        <translation>Rouvrir votre micro</translation>
    </message>
    <message>
        <source>Switch your microphone off</source>
        <translation>Couper votre micro</translation>
    </message>
</context>
<context>
    <name>Thank</name>
    <message>
        <source>Thank %1</source>
        <translation>Remercier %1</translation>
    </message>
    <message>
        <source>It is shown at the desk, and counted in the log.</source>
        <translation>C’est montré à l’accueil et compté dans le registre.</translation>
    </message>
    <message>
        <source>A word to go with it, if you like</source>
        <translation>Un mot avec, si vous voulez</translation>
    </message>
    <message>
        <source>A word to go with it</source>
        <translation>Un mot avec</translation>
    </message>
    <message>
        <source>Your thank-you is not sent yet.</source>
        <translation>Votre merci n’est pas encore envoyé.</translation>
    </message>
</context>
<context>
    <name>Thanks</name>
    <message>
        <source>Thank you, %1!</source>
        <translation>Merci, %1 !</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Ranger</translation>
    </message>
</context>
<context>
    <name>Time</name>
    <message>
        <source>A new time for %1</source>
        <translation>Une autre heure pour %1</translation>
    </message>
    <message>
        <source>Remind me about %1</source>
        <translation>Me rappeler %1</translation>
    </message>
    <message>
        <source>BY WHEN?</source>
        <translation>AVANT QUAND ?</translation>
    </message>
    <message>
        <source>FROM WHEN ON?</source>
        <translation>À PARTIR DE QUAND ?</translation>
    </message>
    <message>
        <source>Another time, such as 14:30</source>
        <translation>Une autre heure, par exemple 14:30</translation>
    </message>
    <message>
        <source>Another time</source>
        <translation>Autre heure</translation>
    </message>
    <message>
        <source>Set this time</source>
        <translation>Retenir cette heure</translation>
    </message>
    <message>
        <source>IS THE CALLER TOLD?</source>
        <translation>L&apos;APPELANT EST-IL PRÉVENU ?</translation>
    </message>
    <message>
        <source>Do not tell them</source>
        <translation>Ne pas prévenir</translation>
    </message>
    <message>
        <source>Tell them by a call</source>
        <translation>Prévenir par un appel</translation>
    </message>
    <message>
        <source>One Moment calls by itself and says the new time.</source>
        <translation>One Moment appelle tout seul et dit la nouvelle heure.</translation>
    </message>
    <message>
        <source>The new time stands here only; that nobody was told is written down.</source>
        <translation>La nouvelle heure n&apos;est notée qu&apos;ici ; il est noté que personne n&apos;a été prévenu.</translation>
    </message>
    <message>
        <source>This is not a time of the day.</source>
        <translation>Ce n&apos;est pas une heure.</translation>
    </message>
    <message>
        <source>Write it as 14:30.</source>
        <translation>Écrivez-la comme 14:30.</translation>
    </message>
</context>
<context>
    <name>Top</name>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Who is there?</source>
        <translation>Qui est là ?</translation>
    </message>
    <message>
        <source>At the desk: %1</source>
        <translation>Au poste : %1</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>Copy details</source>
        <translation>Copier les détails</translation>
    </message>
    <message>
        <source>Next trouble, %1</source>
        <translation>Problème suivant, %1</translation>
    </message>
    <message>
        <source>Calls cannot reach this desk until it is put right.</source>
        <translation>Les appels n&apos;arrivent pas à ce poste tant que ce n&apos;est pas réparé.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>tomorrow %1</source>
        <translation>demain %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>hier %1</translation>
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
        <source>due now</source>
        <translation>à faire maintenant</translation>
    </message>
    <message>
        <source>%1 late</source>
        <translation>%1 de retard</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>moins d&apos;une minute</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>encore %1</translation>
    </message>
    <message>
        <source>in less than a minute</source>
        <translation>dans moins d&apos;une minute</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>dans %1</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>à l&apos;instant</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>il y a %1</translation>
    </message>
    <message>
        <source>Extension %1</source>
        <translation>Poste %1</translation>
    </message>
    <message>
        <source>Withheld number</source>
        <translation>Numéro masqué</translation>
    </message>
    <message>
        <source>Unknown number</source>
        <translation>Numéro inconnu</translation>
    </message>
    <message>
        <source>1st in line</source>
        <translation>1er dans la file</translation>
    </message>
    <message>
        <source>2nd in line</source>
        <translation>2e dans la file</translation>
    </message>
    <message>
        <source>3rd in line</source>
        <translation>3e dans la file</translation>
    </message>
    <message>
        <source>%1th in line</source>
        <translation>%1e dans la file</translation>
    </message>
    <message>
        <source>holding</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>being passed on to %1</source>
        <translation>en transfert vers %1</translation>
    </message>
    <message>
        <source>being passed on</source>
        <translation>en transfert</translation>
    </message>
    <message>
        <source>hears it ringing</source>
        <translation>entend sonner</translation>
    </message>
    <message>
        <source>is being answered</source>
        <translation>on décroche</translation>
    </message>
    <message>
        <source>hears the greeting</source>
        <translation>entend l&apos;accueil</translation>
    </message>
    <message>
        <source>is choosing</source>
        <translation>choisit</translation>
    </message>
    <message>
        <source>hears the number read back</source>
        <translation>entend son numéro répété</translation>
    </message>
    <message>
        <source>is keying in a number</source>
        <translation>compose un numéro</translation>
    </message>
    <message>
        <source>is asked for another number</source>
        <translation>on lui demande un autre numéro</translation>
    </message>
    <message>
        <source>leaving a message</source>
        <translation>laisse un message</translation>
    </message>
    <message>
        <source>may keep or repeat the message</source>
        <translation>peut garder ou refaire le message</translation>
    </message>
    <message>
        <source>hears the goodbye</source>
        <translation>entend l&apos;au revoir</translation>
    </message>
    <message>
        <source>is being connected with you</source>
        <translation>est mis en relation avec vous</translation>
    </message>
    <message>
        <source>is with you</source>
        <translation>est avec vous</translation>
    </message>
    <message>
        <source>on hold</source>
        <translation>patiente</translation>
    </message>
    <message>
        <source>is being called</source>
        <translation>est en cours d&apos;appel</translation>
    </message>
    <message>
        <source>it rings there</source>
        <translation>ça sonne là-bas</translation>
    </message>
    <message>
        <source>hears of the new time</source>
        <translation>entend la nouvelle heure</translation>
    </message>
    <message>
        <source>No calls</source>
        <translation>Pas d&apos;appel</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Libre</translation>
    </message>
    <message>
        <source>Serving</source>
        <translation>Occupé</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Absent</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Fermé</translation>
    </message>
    <message>
        <source>Closed, opens %1</source>
        <translation>Fermé, ouvre : %1</translation>
    </message>
    <message>
        <source>Practice line</source>
        <translation>Ligne d&apos;exercice</translation>
    </message>
    <message>
        <source>Line starting</source>
        <translation>Ligne au démarrage</translation>
    </message>
    <message>
        <source>Line connecting</source>
        <translation>Ligne en connexion</translation>
    </message>
    <message>
        <source>Line ready</source>
        <translation>Ligne prête</translation>
    </message>
    <message>
        <source>Line refused</source>
        <translation>Ligne refusée</translation>
    </message>
    <message>
        <source>Line unreachable</source>
        <translation>Ligne injoignable</translation>
    </message>
    <message>
        <source>Line down</source>
        <translation>Ligne en panne</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>Joint</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Pas de réponse</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Occupé</translation>
    </message>
    <message>
        <source>Voicemail</source>
        <translation>Messagerie</translation>
    </message>
    <message>
        <source>Wrong number</source>
        <translation>Mauvais numéro</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échec</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusé</translation>
    </message>
    <message>
        <source>promised by %1, %2</source>
        <translation>promis avant %1, %2</translation>
    </message>
    <message>
        <source>asked to be called back, %1</source>
        <translation>a demandé à être rappelé, %1</translation>
    </message>
    <message>
        <source>hung up while waiting, %1</source>
        <translation>a raccroché en attendant, %1</translation>
    </message>
    <message>
        <source>held for too long, %1</source>
        <translation>a attendu trop longtemps, %1</translation>
    </message>
    <message>
        <source>left a message, %1</source>
        <translation>a laissé un message, %1</translation>
    </message>
    <message>
        <source>was cut off by us, %1</source>
        <translation>a été coupé de notre fait, %1</translation>
    </message>
    <message>
        <source>asked for it</source>
        <translation>demandé</translation>
    </message>
    <message>
        <source>hung up</source>
        <translation>a raccroché</translation>
    </message>
    <message>
        <source>held too long</source>
        <translation>longue attente</translation>
    </message>
    <message>
        <source>message</source>
        <translation>message</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>coupé</translation>
    </message>
    <message>
        <source>ringing for %1</source>
        <translation>sonne depuis %1</translation>
    </message>
    <message>
        <source>says it is urgent, holding %1</source>
        <translation>dit que c&apos;est urgent, en attente %1</translation>
    </message>
    <message>
        <source>holding %1, longer than is kind</source>
        <translation>en attente %1, c&apos;est trop long</translation>
    </message>
    <message>
        <source>holding %1</source>
        <translation>en attente %1</translation>
    </message>
    <message>
        <source>third call in five minutes</source>
        <translation>troisième appel en cinq minutes</translation>
    </message>
    <message>
        <source>as soon as you are free</source>
        <translation>dès que vous êtes libre</translation>
    </message>
    <message>
        <source>Message from %1</source>
        <translation>Message de %1</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>Rien n&apos;attend</translation>
    </message>
    <message>
        <source>Call %1 back</source>
        <translation>Rappeler %1</translation>
    </message>
    <message>
        <source>%1 long, left at %2</source>
        <translation>durée %1, laissé : %2</translation>
    </message>
</context>
</TS>
