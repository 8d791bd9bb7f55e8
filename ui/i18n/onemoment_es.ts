<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Correct</name>
    <message>
        <source>WHY</source>
        <translation>POR QUÉ</translation>
    </message>
    <message>
        <source>The reason, in your words</source>
        <translation>El motivo, en sus palabras</translation>
    </message>
    <message>
        <source>The reason</source>
        <translation>El motivo</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>What it said before stays in the journal, with your reason beside it.</source>
        <translation>Lo que decía antes queda en el diario, con su motivo al lado.</translation>
    </message>
    <message>
        <source>Say why, in a few words.</source>
        <translation>Diga por qué, en pocas palabras.</translation>
    </message>
    <message>
        <source>It was not saved yet.</source>
        <translation>Aún no está guardado.</translation>
    </message>
    <message>
        <source>How did it really end?</source>
        <translation>¿Cómo acabó de verdad?</translation>
    </message>
    <message>
        <source>The log says: %1</source>
        <translation>El registro dice: %1</translation>
    </message>
    <message>
        <source>Told by the caller</source>
        <translation>Lo dijo quien llamó</translation>
    </message>
    <message>
        <source>Pressed by mistake</source>
        <translation>Pulsado por error</translation>
    </message>
    <message>
        <source>%1, chosen</source>
        <translation>%1, elegido</translation>
    </message>
    <message>
        <source>Your correction is not saved yet.</source>
        <translation>Su corrección aún no está guardada.</translation>
    </message>
    <message>
        <source>Choose how it ended.</source>
        <translation>Elija cómo acabó.</translation>
    </message>
    <message>
        <source>What should the note say?</source>
        <translation>¿Qué debe decir la nota?</translation>
    </message>
    <message>
        <source>The desk sees the new text only.</source>
        <translation>En recepción solo se ve el texto nuevo.</translation>
    </message>
    <message>
        <source>A slip of the pen</source>
        <translation>Un error al escribir</translation>
    </message>
    <message>
        <source>Something was missing</source>
        <translation>Faltaba algo</translation>
    </message>
    <message>
        <source>About somebody else</source>
        <translation>Era de otra persona</translation>
    </message>
    <message>
        <source>The note</source>
        <translation>La nota</translation>
    </message>
    <message>
        <source>Spoken with elsewhere</source>
        <translation>Atendido en otro teléfono</translation>
    </message>
    <message>
        <source>Write what the note should say: notes are corrected, not deleted.</source>
        <translation>Escriba lo que debe decir la nota: las notas se corrigen, no se borran.</translation>
    </message>
    <message>
        <source>The note says that already.</source>
        <translation>La nota ya dice eso.</translation>
    </message>
    <message>
        <source>The note is too long: 2,000 letters at most.</source>
        <translation>La nota es demasiado larga: 2000 letras como mucho.</translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minuto</numerusform>
            <numerusform>%n minutos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n día</numerusform>
            <numerusform>%n días</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>en %n día</numerusform>
            <numerusform>en %n días</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>hace %n día</numerusform>
            <numerusform>hace %n días</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) ringing</source>
        <translation>
            <numerusform>%n llamada suena</numerusform>
            <numerusform>%n llamadas suenan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n caller(s) greeted</source>
        <translation>
            <numerusform>%n persona saludada</numerusform>
            <numerusform>%n personas saludadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n leaving a message</source>
        <translation>
            <numerusform>%n deja un mensaje</numerusform>
            <numerusform>%n dejan un mensaje</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n holding</source>
        <translation>
            <numerusform>%n en espera</numerusform>
            <numerusform>%n en espera</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n being passed on</source>
        <translation>
            <numerusform>%n se está pasando</numerusform>
            <numerusform>%n se están pasando</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n told of a new time</source>
        <translation>
            <numerusform>%n escucha la nueva hora</numerusform>
            <numerusform>%n escuchan la nueva hora</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n put on hold</source>
        <translation>
            <numerusform>%n en pausa</numerusform>
            <numerusform>%n en pausa</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s) late</source>
        <translation>
            <numerusform>%n promesa atrasada</numerusform>
            <numerusform>%n promesas atrasadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s) due soon</source>
        <translation>
            <numerusform>%n promesa a punto de vencer</numerusform>
            <numerusform>%n promesas a punto de vencer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tried %n time(s), last at %1: %2</source>
        <translation>
            <numerusform>Un intento, a las %1: %2</numerusform>
            <numerusform>%n intentos, el último a las %1: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>with %n other(s) on the line</source>
        <translation>
            <numerusform>con %n persona más en la línea</numerusform>
            <numerusform>con %n personas más en la línea</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s) made, and nobody could be reached</source>
        <translation>
            <numerusform>se hizo %n intento y no se localizó a nadie</numerusform>
            <numerusform>se hicieron %n intentos y no se localizó a nadie</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the callback was closed after %n attempt(s)</source>
        <translation>
            <numerusform>la devolución de llamada se cerró tras %n intento</numerusform>
            <numerusform>la devolución de llamada se cerró tras %n intentos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln interruption(s)</source>
        <translation>
            <numerusform>%Ln interrupción</numerusform>
            <numerusform>%Ln interrupciones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln nueva</numerusform>
            <numerusform>%Ln nuevas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>thanked %n time(s)</source>
        <translation>
            <numerusform>un agradecimiento</numerusform>
            <numerusform>%n agradecimientos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln callback(s) promised</source>
        <translation>
            <numerusform>%Ln llamada prometida</numerusform>
            <numerusform>%Ln llamadas prometidas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s) kept</source>
        <translation>
            <numerusform>%n promesa cumplida</numerusform>
            <numerusform>%n promesas cumplidas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n past the time</source>
        <translation>
            <numerusform>%n fuera de plazo</numerusform>
            <numerusform>%n fuera de plazo</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Days</name>
    <message>
        <source>From one day to another</source>
        <translation>De un día a otro</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>Show these days</source>
        <translation>Mostrar estos días</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>The engine is being ended and started again.</source>
        <translation>El servicio se cierra y se inicia otra vez.</translation>
    </message>
    <message>
        <source>One Moment&apos;s engine does not answer. Calls may go on.</source>
        <translation>El servicio de One Moment no responde. Puede que las llamadas sigan.</translation>
    </message>
    <message>
        <source>Starting it again cuts these calls; their callers become callbacks.</source>
        <translation>Al reiniciarlo se cortan; quienes llamaban quedan como llamadas por devolver.</translation>
    </message>
    <message>
        <source>Start it again</source>
        <translation>Reiniciar</translation>
    </message>
    <message>
        <source>It may come back by itself. If not, restart this computer.</source>
        <translation>Quizá vuelva solo. Si no, reinicie este equipo.</translation>
    </message>
    <message>
        <source>The records are being brought up to date: %1 %</source>
        <translation>Los registros se están poniendo al día: %1 %</translation>
    </message>
    <message>
        <source>Calls are answered once this is done. It goes on by itself.</source>
        <translation>Después se atienden las llamadas. Continúa por sí solo.</translation>
    </message>
    <message>
        <source>Calls are answered once this is done, %1.</source>
        <translation>Después se atienden las llamadas, %1.</translation>
    </message>
    <message>
        <source>The engine cannot start.</source>
        <translation>El motor no puede arrancar.</translation>
    </message>
    <message>
        <source>It says why in its own words:</source>
        <translation>Dice por qué, con sus propias palabras:</translation>
    </message>
    <message>
        <source>The engine was stopped.</source>
        <translation>El motor se ha detenido.</translation>
    </message>
    <message>
        <source>Calls are not answered until it runs again.</source>
        <translation>No se atienden llamadas hasta que vuelva a funcionar.</translation>
    </message>
    <message>
        <source>One moment. The engine is being started.</source>
        <translation>Un momento. El motor está arrancando.</translation>
    </message>
    <message>
        <source>The engine is not answering. It&apos;s being started again.</source>
        <translation>El motor no responde. Se está reiniciando.</translation>
    </message>
    <message>
        <source>What stands behind this is how it was. No promise is lost: each one is written down.</source>
        <translation>Lo que se ve detrás es lo último que se supo. No se pierde ninguna promesa: todas están anotadas.</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>Promises kept</source>
        <translation>Promesas cumplidas</translation>
    </message>
    <message>
        <source>Half called back within</source>
        <translation>La mitad, llamados en</translation>
    </message>
    <message>
        <source>9 of 10 called back within</source>
        <translation>9 de cada 10, llamados en</translation>
    </message>
    <message>
        <source>Callers lost</source>
        <translation>Llamadas perdidas</translation>
    </message>
    <message>
        <source>Greeted within 5 s</source>
        <translation>Saludados en 5 s</translation>
    </message>
    <message>
        <source>Longest hold</source>
        <translation>Espera más larga</translation>
    </message>
    <message>
        <source>Owed now</source>
        <translation>Pendientes ahora</translation>
    </message>
    <message>
        <source>Of the callbacks promised in this time: how many were kept in time, or at all where no time was said. A new time counts, told or not, if the old one had not passed. Counted once ended or past their time; without those cancelled or answered on another phone.</source>
        <translation>De las llamadas que se prometió devolver en este tiempo: cuántas se devolvieron a la hora, o sin más donde no se dijo hora. Una hora nueva cuenta, avisada o no, si la anterior no había pasado. Cuentan cuando han terminado o ha pasado su hora; sin las canceladas ni las atendidas en otro teléfono.</translation>
    </message>
    <message>
        <source>From the promise of a callback until somebody spoke with them: half of them waited no longer than this (the median).</source>
        <translation>Desde la promesa de devolver la llamada hasta que alguien habló con ellos: la mitad no esperó más que esto (la mediana).</translation>
    </message>
    <message>
        <source>From the promise of a callback until somebody spoke with them: nine of ten waited no longer than this (the 90th percentile).</source>
        <translation>Desde la promesa de devolver la llamada hasta que alguien habló con ellos: nueve de cada diez no esperaron más que esto (el percentil 90).</translation>
    </message>
    <message>
        <source>Callers who were gone before anybody spoke with them, and with whom nobody spoke later.</source>
        <translation>Quienes se fueron antes de que alguien hablara con ellos, y con quienes nadie habló después.</translation>
    </message>
    <message>
        <source>Of the calls that were answered, or rang for 5 seconds and more: how many were answered within 5 seconds, by the greeting or by a person. Without those blocked, turned away, or answered on another phone.</source>
        <translation>De las llamadas atendidas, o que sonaron 5 segundos o más: cuántas se atendieron en 5 segundos, por el saludo o por una persona. Sin las bloqueadas, rechazadas o atendidas en otro teléfono.</translation>
    </message>
    <message>
        <source>The longest time one caller was holding, in minutes and seconds.</source>
        <translation>El mayor tiempo que esperó una persona, en minutos y segundos.</translation>
    </message>
    <message>
        <source>Callbacks that are owed at this moment, whenever they were promised.</source>
        <translation>Llamadas que se deben devolver en este momento, se prometieran cuando se prometieran.</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>de %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>before: %1</source>
        <translation>antes: %1</translation>
    </message>
    <message>
        <source>better</source>
        <translation>mejor</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>peor</translation>
    </message>
    <message>
        <source>as before</source>
        <translation>como antes</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Clientes</translation>
    </message>
    <message>
        <source>Colleagues</source>
        <translation>Compañeros</translation>
    </message>
    <message>
        <source>The same time before</source>
        <translation>El mismo tiempo antes</translation>
    </message>
    <message>
        <source>What went well, by person</source>
        <translation>Lo que fue bien, por persona</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Cumplidas</translation>
    </message>
    <message>
        <source>Thanks</source>
        <translation>Gracias</translation>
    </message>
    <message>
        <source>Interruptions while serving, by hour of the week</source>
        <translation>Interrupciones mientras se atendía, por hora de la semana</translation>
    </message>
    <message>
        <source>Calls that came while somebody was being served at the counter: how many in such an hour, on average.</source>
        <translation>Llamadas que entraron mientras se atendía a alguien en el mostrador: cuántas en esa hora, de media.</translation>
    </message>
    <message>
        <source>No hour of this time needed a second person.</source>
        <translation>En ninguna hora de este tiempo hizo falta otra persona.</translation>
    </message>
    <message>
        <source>A second person would have helped most on %1.</source>
        <translation>Otra persona habría ayudado sobre todo el %1.</translation>
    </message>
    <message>
        <source>%1 (%2 an hour)</source>
        <translation>%1 (%2 por hora)</translation>
    </message>
    <message>
        <source>%1, %2 to %3</source>
        <translation>%1, %2 a %3</translation>
    </message>
    <message>
        <source>%1: %2 in all</source>
        <translation>%1: %2 en total</translation>
    </message>
    <message>
        <source>%1 an hour on average</source>
        <translation>%1 por hora de media</translation>
    </message>
    <message>
        <source>under 1 min</source>
        <translation>menos de 1 min</translation>
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
        <translation>%1 d %2 h</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 a %2</translation>
    </message>
</context>
<context>
    <name>FiguresPanel</name>
    <message>
        <source>Press to see those that were not kept.</source>
        <translation>Pulse para ver las no cumplidas.</translation>
    </message>
    <message>
        <source>Press to see those who were called back.</source>
        <translation>Pulse para ver a quiénes se devolvió la llamada.</translation>
    </message>
    <message>
        <source>Press to see who was lost.</source>
        <translation>Pulse para ver a quién se perdió.</translation>
    </message>
    <message>
        <source>Press to see who is waiting.</source>
        <translation>Pulse para ver quién espera.</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>As tables</source>
        <translation>En tablas</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimir</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Menos</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Fewer figures</source>
        <translation>Menos cifras</translation>
    </message>
    <message>
        <source>More figures</source>
        <translation>Más cifras</translation>
    </message>
    <message>
        <source>Figures of %1</source>
        <translation>Cifras: %1</translation>
    </message>
</context>
<context>
    <name>FiguresTable</name>
    <message>
        <source>before</source>
        <translation>antes</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>cumplidas</translation>
    </message>
    <message>
        <source>thanked</source>
        <translation>gracias</translation>
    </message>
    <message>
        <source>The figures</source>
        <translation>Las cifras</translation>
    </message>
</context>
<context>
    <name>Headset</name>
    <message>
        <source>The computer&apos;s own</source>
        <translation>El del ordenador</translation>
    </message>
    <message>
        <source>%1 (not plugged in)</source>
        <translation>%1 (desconectado)</translation>
    </message>
    <message>
        <source>Headset and phone</source>
        <translation>Auriculares y teléfono</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Micrófono</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Altavoz</translation>
    </message>
    <message>
        <source>Rings on</source>
        <translation>Suena en</translation>
    </message>
    <message>
        <source>Headset</source>
        <translation>Auriculares</translation>
    </message>
    <message>
        <source>Desk phone</source>
        <translation>Teléfono de mesa</translation>
    </message>
    <message>
        <source>No desk phone is set up.</source>
        <translation>No hay teléfono de mesa configurado.</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Usted</translation>
    </message>
    <message>
        <source>Callers</source>
        <translation>Llamantes</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>Speak through</source>
        <translation>Hablar por</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Silenciar</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Activar</translation>
    </message>
    <message>
        <source>How loud you are</source>
        <translation>Su volumen</translation>
    </message>
    <message>
        <source>How loud the caller is</source>
        <translation>Volumen de quien llama</translation>
    </message>
    <message>
        <source>You are muted: nobody hears you.</source>
        <translation>Su micrófono está apagado: nadie le oye.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Probar</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>%1, in use</source>
        <translation>%1, en uso</translation>
    </message>
    <message>
        <source>Say something: you hear it in a moment.</source>
        <translation>Diga algo: enseguida lo oirá.</translation>
    </message>
    <message>
        <source>Say something, hear it back.</source>
        <translation>Diga algo y escúchelo.</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>The keys</source>
        <translation>Las teclas</translation>
    </message>
    <message>
        <source>Serving on or off</source>
        <translation>Empezar o dejar de atender</translation>
    </message>
    <message>
        <source>Do the next thing</source>
        <translation>Hacer lo siguiente</translation>
    </message>
    <message>
        <source>Take whoever waits first</source>
        <translation>Atender al primero en espera</translation>
    </message>
    <message>
        <source>Hold, swap, resume</source>
        <translation>Pausar, cambiar, retomar</translation>
    </message>
    <message>
        <source>Pass the caller on; connect them with the colleague</source>
        <translation>Pasar la llamada; conectarla con el colega</translation>
    </message>
    <message>
        <source>Hang up</source>
        <translation>Colgar</translation>
    </message>
    <message>
        <source>AT THE DESK</source>
        <translation>EN RECEPCIÓN</translation>
    </message>
    <message>
        <source>WITH A CALLER</source>
        <translation>CON QUIEN LLAMA</translation>
    </message>
    <message>
        <source>From row to row; the story beside them follows</source>
        <translation>De fila en fila; la historia al lado la sigue</translation>
    </message>
    <message>
        <source>Open its story</source>
        <translation>Abrir su historia</translation>
    </message>
    <message>
        <source>Close the story, or empty the search</source>
        <translation>Cerrar la historia o vaciar la búsqueda</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Take what is on screen away as a file</source>
        <translation>Llevarse lo que se ve como archivo</translation>
    </message>
    <message>
        <source>Print the figures</source>
        <translation>Imprimir las cifras</translation>
    </message>
    <message>
        <source>Lock the log</source>
        <translation>Bloquear el registro</translation>
    </message>
    <message>
        <source>Press a figure to see the rows that it counts, and a row to see its story: what was heard, pressed and promised, and by whom it was kept.</source>
        <translation>Pulse una cifra para ver las filas que cuenta, y una fila para ver su historia: qué se oyó, qué se pulsó, qué se prometió y quién lo cumplió.</translation>
    </message>
    <message>
        <source>THE ROWS</source>
        <translation>LAS FILAS</translation>
    </message>
    <message>
        <source>THE WINDOW</source>
        <translation>LA VENTANA</translation>
    </message>
    <message>
        <source>Fold the desk into the strip, and open it again</source>
        <translation>Plegar el puesto en la barra y volver a abrirlo</translation>
    </message>
    <message>
        <source>The supervisor&apos;s log; it asks for the PIN</source>
        <translation>El registro de la supervisión; pide el PIN</translation>
    </message>
    <message>
        <source>Full screen, and back</source>
        <translation>Pantalla completa, y volver</translation>
    </message>
    <message>
        <source>The keys of a telephone: for billing press 2</source>
        <translation>Las teclas del teléfono: para facturación, pulse 2</translation>
    </message>
    <message>
        <source>After a call back: how it went</source>
        <translation>Tras devolver la llamada: cómo fue</translation>
    </message>
    <message>
        <source>On a promise: how the call went</source>
        <translation>En una promesa: cómo fue la llamada</translation>
    </message>
    <message>
        <source>From one to the next; Enter or Space presses</source>
        <translation>De uno al siguiente; Intro o Espacio pulsa</translation>
    </message>
    <message>
        <source>Close what is open</source>
        <translation>Cerrar lo que está abierto</translation>
    </message>
    <message>
        <source>This sheet</source>
        <translation>Esta hoja</translation>
    </message>
    <message>
        <source>While you serve, callers are greeted, may hold, ask to be called back or leave a message. What they were promised stands under Promised; the next thing to do stands in the middle.</source>
        <translation>Mientras usted atiende, a quien llama se le saluda y puede esperar, pedir que le llamen o dejar un mensaje. Lo prometido está en Prometido; lo siguiente por hacer está en el centro.</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>Special</source>
        <translation>Especial</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>problem</source>
        <translation>problema</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nueva</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>cambiada</translation>
    </message>
    <message>
        <source>The file %1</source>
        <translation>El archivo %1</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Lo que cambia</translation>
    </message>
    <message>
        <source>Bring in</source>
        <translation>Incorporar</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Dejarlo</translation>
    </message>
    <message>
        <source>The file is being read.</source>
        <translation>Se está leyendo el archivo.</translation>
    </message>
    <message>
        <source>The first %1 are shown here.</source>
        <translation>Aquí se muestran las primeras %1.</translation>
    </message>
    <message>
        <source>Nothing in this file changes anything.</source>
        <translation>Este archivo no cambia nada.</translation>
    </message>
    <message>
        <source>New: %1</source>
        <translation>Nuevas: %1</translation>
    </message>
    <message>
        <source>Changed: %1</source>
        <translation>Cambiadas: %1</translation>
    </message>
    <message>
        <source>As they are: %1</source>
        <translation>Sin cambios: %1</translation>
    </message>
    <message>
        <source>Problems: %1</source>
        <translation>Problemas: %1</translation>
    </message>
    <message>
        <source>They are being brought in.</source>
        <translation>Se están incorporando.</translation>
    </message>
    <message>
        <source>They are in the directory now.</source>
        <translation>Ya están en el directorio.</translation>
    </message>
    <message>
        <source>The file could not be read.</source>
        <translation>No se pudo leer el archivo.</translation>
    </message>
</context>
<context>
    <name>Keeper</name>
    <message>
        <source>The engine did not say why.</source>
        <translation>El motor no dijo por qué.</translation>
    </message>
</context>
<context>
    <name>Keypad</name>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Asterisco</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>Almohadilla</translation>
    </message>
    <message>
        <source>Press a key</source>
        <translation>Pulse una tecla</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Enter</source>
        <translation>Intro</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Intro</translation>
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
        <translation>Recordármelo</translation>
    </message>
    <message>
        <source>In 10 minutes</source>
        <translation>En 10 minutos</translation>
    </message>
    <message>
        <source>In 30 minutes</source>
        <translation>En 30 minutos</translation>
    </message>
    <message>
        <source>In 1 hour</source>
        <translation>En 1 hora</translation>
    </message>
    <message>
        <source>At another time…</source>
        <translation>A otra hora…</translation>
    </message>
    <message>
        <source>Promise a new time…</source>
        <translation>Prometer otra hora…</translation>
    </message>
</context>
<context>
    <name>Levels</name>
    <message>
        <source>How loud you are</source>
        <translation>Su volumen</translation>
    </message>
    <message>
        <source>How loud the caller is</source>
        <translation>Volumen de quien llama</translation>
    </message>
</context>
<context>
    <name>Link</name>
    <message>
        <source>The engine said something this window does not understand. Are both of one version?</source>
        <translation>El motor ha dicho algo que esta ventana no entiende. ¿Son de la misma versión?</translation>
    </message>
    <message>
        <source>The engine did not answer.</source>
        <translation>El motor no ha respondido.</translation>
    </message>
    <message>
        <source>Wait a moment and do it again.</source>
        <translation>Espere un momento y repítalo.</translation>
    </message>
</context>
<context>
    <name>Log</name>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>Desk was</source>
        <translation>La recepción estaba</translation>
    </message>
    <message>
        <source>Chose</source>
        <translation>Eligió</translation>
    </message>
    <message>
        <source>Promised by</source>
        <translation>Prometido para</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Final</translation>
    </message>
    <message>
        <source>By whom</source>
        <translation>Por quién</translation>
    </message>
    <message>
        <source>Minutes to callback</source>
        <translation>Minutos hasta devolver la llamada</translation>
    </message>
    <message>
        <source>When it rang.</source>
        <translation>Cuándo sonó.</translation>
    </message>
    <message>
        <source>The name in the directory, or else the number.</source>
        <translation>El nombre en el directorio o, si no, el número.</translation>
    </message>
    <message>
        <source>How they came to us.</source>
        <translation>Cómo llegaron a nosotros.</translation>
    </message>
    <message>
        <source>What the desk was doing when it rang.</source>
        <translation>Qué hacía la recepción cuando sonó.</translation>
    </message>
    <message>
        <source>What the caller chose by key, the last choice standing.</source>
        <translation>Qué eligió quien llamaba con las teclas; vale lo último.</translation>
    </message>
    <message>
        <source>By when a callback was promised.</source>
        <translation>Para cuándo se prometió devolver la llamada.</translation>
    </message>
    <message>
        <source>How it ended, the promise included.</source>
        <translation>Cómo terminó, con la promesa incluida.</translation>
    </message>
    <message>
        <source>Who took it, or closed its promise, or tried last.</source>
        <translation>Quién la atendió, cerró la promesa o lo intentó por última vez.</translation>
    </message>
    <message>
        <source>From the promise until somebody spoke with them.</source>
        <translation>Desde la promesa hasta que alguien habló con ellos.</translation>
    </message>
    <message>
        <source>Going on</source>
        <translation>En curso</translation>
    </message>
    <message>
        <source>Spoken with</source>
        <translation>Atendida</translation>
    </message>
    <message>
        <source>Passed on</source>
        <translation>Pasada</translation>
    </message>
    <message>
        <source>Answered elsewhere</source>
        <translation>Atendida en otro sitio</translation>
    </message>
    <message>
        <source>Called back</source>
        <translation>Llamada devuelta</translation>
    </message>
    <message>
        <source>Called back late</source>
        <translation>Devuelta tarde</translation>
    </message>
    <message>
        <source>Still owed</source>
        <translation>Pendiente</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>No localizado</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelada</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Perdida</translation>
    </message>
    <message>
        <source>Turned away</source>
        <translation>Rechazada</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Bloqueado</translation>
    </message>
    <message>
        <source>Ended by the desk</source>
        <translation>Terminada por recepción</translation>
    </message>
    <message>
        <source>It still goes on.</source>
        <translation>Todavía está en curso.</translation>
    </message>
    <message>
        <source>Somebody here spoke with them in that call.</source>
        <translation>Alguien de aquí habló con ellos en esa llamada.</translation>
    </message>
    <message>
        <source>They were passed on to a colleague.</source>
        <translation>Se les pasó con un compañero.</translation>
    </message>
    <message>
        <source>Another phone answered them.</source>
        <translation>Otro teléfono les atendió.</translation>
    </message>
    <message>
        <source>Somebody spoke with them by the time promised.</source>
        <translation>Alguien habló con ellos a la hora prometida.</translation>
    </message>
    <message>
        <source>Somebody spoke with them, after the time promised.</source>
        <translation>Alguien habló con ellos, pasada la hora prometida.</translation>
    </message>
    <message>
        <source>They are still waiting to be called back.</source>
        <translation>Todavía esperan que se les llame.</translation>
    </message>
    <message>
        <source>Every attempt was made, and nobody could be reached.</source>
        <translation>Se hicieron todos los intentos y no se localizó a nadie.</translation>
    </message>
    <message>
        <source>A person closed it without speaking with them.</source>
        <translation>Una persona la cerró sin hablar con ellos.</translation>
    </message>
    <message>
        <source>They were gone, and nobody spoke with them later.</source>
        <translation>Se fueron y nadie habló con ellos después.</translation>
    </message>
    <message>
        <source>There were more calls than there may be at once.</source>
        <translation>Había más llamadas de las que puede haber a la vez.</translation>
    </message>
    <message>
        <source>The number is blocked.</source>
        <translation>El número está bloqueado.</translation>
    </message>
    <message>
        <source>The desk ended the call, with nothing promised.</source>
        <translation>La recepción terminó la llamada sin prometer nada.</translation>
    </message>
    <message>
        <source>Erased number</source>
        <translation>Número borrado</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Owed, and late</source>
        <translation>Pendiente y tarde</translation>
    </message>
    <message>
        <source>To hold</source>
        <translation>Esperar</translation>
    </message>
    <message>
        <source>A callback</source>
        <translation>Que le llamen</translation>
    </message>
    <message>
        <source>A message</source>
        <translation>Un mensaje</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Urgente</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Table for a spreadsheet (CSV)</source>
        <translation>Tabla para una hoja de cálculo (CSV)</translation>
    </message>
    <message>
        <source>Report to read and print (PDF)</source>
        <translation>Informe para leer e imprimir (PDF)</translation>
    </message>
    <message>
        <source>One object a line (JSON)</source>
        <translation>Un objeto por línea (JSON)</translation>
    </message>
    <message>
        <source>Colleague</source>
        <translation>Compañero</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>por %1</translation>
    </message>
    <message>
        <source>%1 says so.</source>
        <translation>Así lo dice %1.</translation>
    </message>
    <message>
        <source>The supervisor says so.</source>
        <translation>Así lo dice la supervisión.</translation>
    </message>
    <message>
        <source>The line was cut after %1</source>
        <translation>La línea se cortó tras %1</translation>
    </message>
    <message>
        <source>A callback was promised after %1</source>
        <translation>Se prometió devolver la llamada tras %1</translation>
    </message>
    <message>
        <source>Hung up after %1, while it was still ringing</source>
        <translation>Colgó tras %1, cuando aún sonaba</translation>
    </message>
    <message>
        <source>Hung up after %1, during the greeting</source>
        <translation>Colgó tras %1, durante el saludo</translation>
    </message>
    <message>
        <source>Hung up after %1, when asked to choose</source>
        <translation>Colgó tras %1, cuando se le pidió elegir</translation>
    </message>
    <message>
        <source>Hung up after %1, when asked for a number</source>
        <translation>Colgó tras %1, cuando se le pidió un número</translation>
    </message>
    <message>
        <source>Hung up after %1, while leaving a message</source>
        <translation>Colgó tras %1, mientras dejaba un mensaje</translation>
    </message>
    <message>
        <source>Hung up after %1, while holding</source>
        <translation>Colgó tras %1, mientras esperaba</translation>
    </message>
    <message>
        <source>Hung up after %1, put on hold by us</source>
        <translation>Colgó tras %1, puesto en espera por nosotros</translation>
    </message>
    <message>
        <source>Hung up after %1, while being passed on</source>
        <translation>Colgó tras %1, mientras se le pasaba</translation>
    </message>
    <message>
        <source>The desk said goodbye after %1, with nothing agreed</source>
        <translation>Despedida tras %1, sin nada acordado</translation>
    </message>
    <message>
        <source>while somebody was being served</source>
        <translation>mientras se atendía a alguien</translation>
    </message>
    <message>
        <source>while nobody was at the desk</source>
        <translation>cuando no había nadie en recepción</translation>
    </message>
    <message>
        <source>outside the opening hours</source>
        <translation>fuera del horario</translation>
    </message>
    <message>
        <source>the number was withheld, so nobody could call back</source>
        <translation>el número estaba oculto, así que nadie pudo devolver la llamada</translation>
    </message>
    <message>
        <source>the number may not be called back</source>
        <translation>a ese número no se puede llamar</translation>
    </message>
    <message>
        <source>the callback was closed without an attempt</source>
        <translation>la devolución de llamada se cerró sin ningún intento</translation>
    </message>
    <message>
        <source>somebody else answered at the number they left</source>
        <translation>en el número que dejaron contestó otra persona</translation>
    </message>
    <message>
        <source>nothing could be promised any more</source>
        <translation>ya no se pudo prometer nada</translation>
    </message>
</context>
<context>
    <name>LogChips</name>
    <message>
        <source>Take away: %1</source>
        <translation>Quitar: %1</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Periodo</translation>
    </message>
    <message>
        <source>Customer or colleague</source>
        <translation>Cliente o compañero</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Borrar todo</translation>
    </message>
    <message>
        <source>Nobody has taken or called back yet</source>
        <translation>Nadie ha atendido ni devuelto llamadas todavía</translation>
    </message>
</context>
<context>
    <name>LogDoor</name>
    <message>
        <source>One Moment was started again. Type the PIN once more.</source>
        <translation>One Moment se ha reiniciado. Escriba el PIN otra vez.</translation>
    </message>
    <message>
        <source>The log cannot be read.</source>
        <translation>No se puede leer el registro.</translation>
    </message>
</context>
<context>
    <name>LogExport</name>
    <message>
        <source>Written to %1</source>
        <translation>Escrito en %1</translation>
    </message>
    <message>
        <source>Stopped. Nothing was written.</source>
        <translation>Detenido. No se ha escrito nada.</translation>
    </message>
    <message>
        <source>The log was closed, so the file was not written. Do it again.</source>
        <translation>El registro se cerró y el archivo no se escribió. Hágalo de nuevo.</translation>
    </message>
    <message>
        <source>How far the file is</source>
        <translation>Cuánto falta para el archivo</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>The file is being written.</source>
        <translation>Se está escribiendo el archivo.</translation>
    </message>
    <message>
        <source>%1 of %2 rows are written.</source>
        <translation>%1 de %2 filas escritas.</translation>
    </message>
    <message>
        <source>Take it away as a file</source>
        <translation>Llevárselo como archivo</translation>
    </message>
    <message>
        <source>What is on screen now: %1.</source>
        <translation>Lo que hay ahora en pantalla: %1.</translation>
    </message>
    <message>
        <source>Names and numbers of callers stand in it: keep it where they are safe.</source>
        <translation>Contiene nombres y números de quienes llamaron: guárdelo donde estén seguros.</translation>
    </message>
</context>
<context>
    <name>LogLink</name>
    <message>
        <source>The log said something this window does not understand. Are both of one version?</source>
        <translation>El registro dijo algo que esta ventana no entiende. ¿Son de la misma versión?</translation>
    </message>
    <message>
        <source>The log did not answer.</source>
        <translation>El registro no respondió.</translation>
    </message>
    <message>
        <source>Wait a moment; it is being opened again.</source>
        <translation>Espere un momento; se está abriendo de nuevo.</translation>
    </message>
</context>
<context>
    <name>LogRange</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 a %2</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ayer</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Últimos 7 días</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Esta semana</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Este mes</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>El mes pasado</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Este año</translation>
    </message>
    <message>
        <source>All there is</source>
        <translation>Todo lo que hay</translation>
    </message>
    <message>
        <source>From one day to another…</source>
        <translation>De un día a otro…</translation>
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
        <translation>compañero</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>newest first</source>
        <translation>lo más nuevo primero</translation>
    </message>
    <message>
        <source>oldest first</source>
        <translation>lo más antiguo primero</translation>
    </message>
    <message>
        <source>longest first</source>
        <translation>lo más largo primero</translation>
    </message>
    <message>
        <source>shortest first</source>
        <translation>lo más corto primero</translation>
    </message>
    <message>
        <source>Z to A</source>
        <translation>de la Z a la A</translation>
    </message>
    <message>
        <source>A to Z</source>
        <translation>de la A a la Z</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>Interruptions</source>
        <translation>Interrupciones</translation>
    </message>
</context>
<context>
    <name>LogView</name>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>Search names, numbers, notes</source>
        <translation>Buscar nombres, números, notas</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Bloquear</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>This is a copy: nothing can be corrected here.</source>
        <translation>Es una copia: aquí no se puede corregir nada.</translation>
    </message>
    <message>
        <source>Many new</source>
        <translation>Muchas nuevas</translation>
    </message>
    <message>
        <source>Being counted…</source>
        <translation>Se están contando…</translation>
    </message>
</context>
<context>
    <name>LogWanted</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 a %2</translation>
    </message>
    <message>
        <source>Nobody has called yet. What comes in stands here.</source>
        <translation>Nadie ha llamado todavía. Lo que llegue aparecerá aquí.</translation>
    </message>
    <message>
        <source>Nothing is found by this in the range that is chosen.</source>
        <translation>No se encuentra nada con esto en el periodo elegido.</translation>
    </message>
    <message>
        <source>Write less of it, or choose a longer range.</source>
        <translation>Escriba menos o elija un período más largo.</translation>
    </message>
    <message>
        <source>%1: nobody was lost.</source>
        <translation>%1: no se perdió a nadie.</translation>
    </message>
    <message>
        <source>%1: nobody is owed a callback.</source>
        <translation>%1: no se debe ninguna llamada.</translation>
    </message>
    <message>
        <source>There is none of these in the range that is chosen.</source>
        <translation>No hay ninguna de estas en el periodo elegido.</translation>
    </message>
    <message>
        <source>Choose a longer range, or press Clear.</source>
        <translation>Elija un período más largo o pulse «Borrar todo».</translation>
    </message>
    <message>
        <source>Nobody interrupted in the range that is chosen.</source>
        <translation>Nadie interrumpió en el periodo elegido.</translation>
    </message>
</context>
<context>
    <name>LogWindow</name>
    <message>
        <source>Locked: nobody used it.</source>
        <translation>Bloqueado: nadie lo usaba.</translation>
    </message>
    <message>
        <source>The log</source>
        <translation>El registro</translation>
    </message>
    <message>
        <source>One moment. The log is being opened.</source>
        <translation>Un momento. Se está abriendo el registro.</translation>
    </message>
    <message>
        <source>Nothing is lost: it comes back by itself.</source>
        <translation>No se pierde nada: vuelve por sí solo.</translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>Menu</source>
        <translation>Menú</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aspecto</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Fits the window</source>
        <translation>Según la ventana</translation>
    </message>
    <message>
        <source>The strip stands</source>
        <translation>La barra está</translation>
    </message>
    <message>
        <source>at the bottom</source>
        <translation>abajo</translation>
    </message>
    <message>
        <source>at the top</source>
        <translation>arriba</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Headset and phone</source>
        <translation>Auriculares y teléfono</translation>
    </message>
    <message>
        <source>The supervisor&apos;s log</source>
        <translation>El registro de la supervisión</translation>
    </message>
    <message>
        <source>Practice: let one ring</source>
        <translation>Práctica: hacer sonar una</translation>
    </message>
    <message>
        <source>Open the desk</source>
        <translation>Abrir el puesto</translation>
    </message>
    <message>
        <source>Fold into the strip</source>
        <translation>Plegar en la barra</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Pantalla completa</translation>
    </message>
    <message>
        <source>Keys and help</source>
        <translation>Teclas y ayuda</translation>
    </message>
    <message>
        <source>Close the window; calls go on</source>
        <translation>Cerrar la ventana; las llamadas siguen</translation>
    </message>
</context>
<context>
    <name>Next</name>
    <message>
        <source>NEXT</source>
        <translation>SIGUIENTE</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>Llamar</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Más tarde</translation>
    </message>
    <message>
        <source>Call %1, as said in the message</source>
        <translation>Llamar al %1, dicho en el mensaje</translation>
    </message>
    <message>
        <source>How did it go with %1?</source>
        <translation>¿Cómo fue con %1?</translation>
    </message>
    <message>
        <source>%1 is ringing</source>
        <translation>%1 está llamando</translation>
    </message>
    <message>
        <source>%1 is back</source>
        <translation>%1 ha vuelto</translation>
    </message>
    <message>
        <source>%1 is on hold</source>
        <translation>%1 está en pausa</translation>
    </message>
    <message>
        <source>%1 is waiting</source>
        <translation>%1 está esperando</translation>
    </message>
    <message>
        <source>the line was lost while you were speaking</source>
        <translation>se cortó la línea mientras hablaban</translation>
    </message>
    <message>
        <source>you are calling</source>
        <translation>llama usted</translation>
    </message>
    <message>
        <source>somebody is calling</source>
        <translation>llama alguien</translation>
    </message>
    <message>
        <source>%1 is calling</source>
        <translation>llama %1</translation>
    </message>
    <message>
        <source>You are calling now</source>
        <translation>Usted está llamando ahora</translation>
    </message>
    <message>
        <source>Somebody is calling now</source>
        <translation>Alguien está llamando ahora</translation>
    </message>
    <message>
        <source>%1 is calling now</source>
        <translation>%1 está llamando ahora</translation>
    </message>
    <message>
        <source>an earlier time was not kept</source>
        <translation>no se cumplió una hora anterior</translation>
    </message>
    <message>
        <source>new time given, the caller was not told</source>
        <translation>se dio otra hora, sin avisar</translation>
    </message>
    <message>
        <source>new time given, the caller is being told by a call</source>
        <translation>se dio otra hora, se avisa con una llamada</translation>
    </message>
    <message>
        <source>new time given, the caller was told</source>
        <translation>se dio otra hora y se avisó</translation>
    </message>
    <message>
        <source>new time given, the caller could not be told: %1</source>
        <translation>se dio otra hora, no se pudo avisar: %1</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Escuchar</translation>
    </message>
    <message>
        <source>AFTER THAT</source>
        <translation>DESPUÉS</translation>
    </message>
    <message>
        <source>written down by a machine, it may be wrong</source>
        <translation>escrito por una máquina, puede tener errores</translation>
    </message>
    <message>
        <source>The callers are being looked after.</source>
        <translation>Se está atendiendo a quienes llaman.</translation>
    </message>
    <message>
        <source>Whoever is in front of you has all your time.</source>
        <translation>Quien está delante tiene todo su tiempo.</translation>
    </message>
    <message>
        <source>Nobody is waiting for you.</source>
        <translation>Nadie le está esperando.</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
</context>
<context>
    <name>Now</name>
    <message>
        <source>%1, longer than is kind</source>
        <translation>%1, demasiado</translation>
    </message>
    <message>
        <source>urgent, %1</source>
        <translation>urgente, %1</translation>
    </message>
    <message>
        <source>third call in five minutes, %1</source>
        <translation>tercera llamada en cinco minutos, %1</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>Speak with %1, the other goes on hold</source>
        <translation>Hablar con %1, la otra llamada queda en pausa</translation>
    </message>
    <message>
        <source>Speak with %1 again</source>
        <translation>Volver a hablar con %1</translation>
    </message>
    <message>
        <source>Take %1</source>
        <translation>Atender a %1</translation>
    </message>
    <message>
        <source>NOW</source>
        <translation>AHORA</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Practicar</translation>
    </message>
    <message>
        <source>Nobody else is calling.</source>
        <translation>Nadie más llama.</translation>
    </message>
    <message>
        <source>The practice caller is dialling.</source>
        <translation>La llamada de práctica está marcando.</translation>
    </message>
    <message>
        <source>No calls. Press Practice to let one ring.</source>
        <translation>No hay llamadas. Pulse Practicar para que suene una.</translation>
    </message>
    <message>
        <source>No calls. The line is quiet.</source>
        <translation>No hay llamadas. La línea está tranquila.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Retomar</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Atender</translation>
    </message>
</context>
<context>
    <name>PassOn</name>
    <message>
        <source>Name, company or number</source>
        <translation>Nombre, empresa o número</translation>
    </message>
    <message>
        <source>Pass on to: name, company or number</source>
        <translation>Pasar a: nombre, empresa o número</translation>
    </message>
    <message>
        <source>Colleagues and others</source>
        <translation>Compañeros y otros</translation>
    </message>
    <message>
        <source>Ask first</source>
        <translation>Preguntar antes</translation>
    </message>
    <message>
        <source>Pass on now</source>
        <translation>Pasar ya</translation>
    </message>
    <message>
        <source>Pass %1 on</source>
        <translation>Pasar a %1</translation>
    </message>
    <message>
        <source>Nobody is found by this. A number can be typed here too.</source>
        <translation>No se encuentra a nadie. También se puede escribir un número.</translation>
    </message>
    <message>
        <source>The people directory is empty. A number can be typed here.</source>
        <translation>El directorio está vacío. Se puede escribir un número.</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>No name yet</source>
        <translation>Sin nombre</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>número bloqueado</translation>
    </message>
    <message>
        <source>VIP</source>
        <translation>VIP</translation>
    </message>
    <message>
        <source>colleague</source>
        <translation>de la casa</translation>
    </message>
    <message>
        <source>the number as typed</source>
        <translation>el número tal como está</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Name, company or number</source>
        <translation>Nombre, empresa o número</translation>
    </message>
    <message>
        <source>Find somebody by name, company or number</source>
        <translation>Buscar por nombre, empresa o número</translation>
    </message>
    <message>
        <source>People found</source>
        <translation>Personas encontradas</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nueva</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Choose somebody in the list, or add somebody new.</source>
        <translation>Elija a alguien en la lista, o añada a alguien.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Volver a la lista</translation>
    </message>
    <message>
        <source>Nobody is in the directory yet. Add somebody, or import a file.</source>
        <translation>Aún no hay nadie en el directorio. Añada a alguien, o importe un archivo.</translation>
    </message>
    <message>
        <source>Nobody is found by this.</source>
        <translation>No se encuentra a nadie.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Guardado.</translation>
    </message>
    <message>
        <source>Remove %1 from the directory? Calls and promises stay.</source>
        <translation>¿Quitar a %1 del directorio? Las llamadas y promesas quedan.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>%1 is not saved yet.</source>
        <translation>%1 aún no está guardado.</translation>
    </message>
    <message>
        <source>Do not save</source>
        <translation>No guardar</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>The file with people has not been brought in yet.</source>
        <translation>El archivo de personas aún no se ha importado.</translation>
    </message>
    <message>
        <source>Import people</source>
        <translation>Importar personas</translation>
    </message>
    <message>
        <source>People (*.csv *.vcf *.vcard)</source>
        <translation>Personas (*.csv *.vcf *.vcard)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Export people</source>
        <translation>Exportar personas</translation>
    </message>
    <message>
        <source>The file is being written.</source>
        <translation>Se está escribiendo el archivo.</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>Escrito en %1</translation>
    </message>
</context>
<context>
    <name>Person</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Empresa</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Números</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>As the desk</source>
        <translation>Como recepción</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Take this number away</source>
        <translation>Quitar este número</translation>
    </message>
    <message>
        <source>Also the number of %1</source>
        <translation>También el número de %1</translation>
    </message>
    <message>
        <source>Another number</source>
        <translation>Otro número</translation>
    </message>
    <message>
        <source>VIP</source>
        <translation>VIP</translation>
    </message>
    <message>
        <source>Goes ahead in line and is called back sooner.</source>
        <translation>Pasa antes y se le devuelve la llamada antes.</translation>
    </message>
    <message>
        <source>Colleague</source>
        <translation>Compañero</translation>
    </message>
    <message>
        <source>Stands among the first when a call is passed on.</source>
        <translation>Entre los primeros al pasar una llamada.</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Bloqueado</translation>
    </message>
    <message>
        <source>Calls are turned away, unless somebody else has the number too.</source>
        <translation>Se rechazan sus llamadas, salvo que el número sea también de otra persona.</translation>
    </message>
</context>
<context>
    <name>Pin</name>
    <message>
        <source>The supervisor&apos;s PIN</source>
        <translation>El PIN de la supervisión</translation>
    </message>
    <message>
        <source>Take the last digit away</source>
        <translation>Borrar la última cifra</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Close the log</source>
        <translation>Cerrar el registro</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Un momento…</translation>
    </message>
    <message>
        <source>Digits: %1</source>
        <translation>Cifras: %1</translation>
    </message>
    <message>
        <source>Type the PIN</source>
        <translation>Escriba el PIN</translation>
    </message>
</context>
<context>
    <name>Player</name>
    <message>
        <source>Message, %1 long, recorded at %2</source>
        <translation>Mensaje de %1, grabado a las %2</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Escuchar</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocidad</translation>
    </message>
    <message>
        <source>The sound is not kept any more: it is deleted after a time.</source>
        <translation>El sonido ya no se guarda: se borra pasado un tiempo.</translation>
    </message>
    <message>
        <source>WRITTEN DOWN BY A MACHINE</source>
        <translation>ESCRITO POR UNA MÁQUINA</translation>
    </message>
    <message>
        <source>Speed: %1</source>
        <translation>Velocidad: %1</translation>
    </message>
    <message>
        <source>Where in the recording</source>
        <translation>Punto de la grabación</translation>
    </message>
    <message>
        <source>Left and right move by 5 seconds</source>
        <translation>Izquierda y derecha mueven 5 segundos</translation>
    </message>
</context>
<context>
    <name>Promise</name>
    <message>
        <source>HOW DID IT GO?</source>
        <translation>¿CÓMO FUE?</translation>
    </message>
    <message>
        <source>A note, if there is something to remember</source>
        <translation>Una nota, si hay algo que recordar</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>OR WITHOUT A CALL</source>
        <translation>O SIN LLAMAR</translation>
    </message>
    <message>
        <source>New time…</source>
        <translation>Otra hora…</translation>
    </message>
    <message>
        <source>Heard, nothing to do</source>
        <translation>Escuchado, nada que hacer</translation>
    </message>
    <message>
        <source>Spoke already</source>
        <translation>Ya hablamos</translation>
    </message>
    <message>
        <source>No longer needed</source>
        <translation>Ya no hace falta</translation>
    </message>
    <message>
        <source>Your note about %1 is not saved yet.</source>
        <translation>Su nota sobre %1 aún no está guardada.</translation>
    </message>
    <message>
        <source>I am not calling after all</source>
        <translation>Al final no llamo</translation>
    </message>
    <message>
        <source>I call on another phone now</source>
        <translation>Llamo ahora desde otro teléfono</translation>
    </message>
    <message>
        <source>I HAVE CALLED ON ANOTHER PHONE</source>
        <translation>HE LLAMADO DESDE OTRO TELÉFONO</translation>
    </message>
</context>
<context>
    <name>Promised</name>
    <message>
        <source>asap</source>
        <translation>ya</translation>
    </message>
    <message>
        <source>put off until %1</source>
        <translation>aplazado hasta %1</translation>
    </message>
    <message>
        <source>calls again, %1</source>
        <translation>vuelve a llamar, %1</translation>
    </message>
    <message>
        <source>how did it go?</source>
        <translation>¿cómo fue?</translation>
    </message>
    <message>
        <source>PROMISED</source>
        <translation>PROMETIDO</translation>
    </message>
    <message>
        <source>Nothing is promised. Callbacks and messages stand here by their time.</source>
        <translation>Nada prometido. Aquí aparecen llamadas por devolver y mensajes, por su hora.</translation>
    </message>
</context>
<context>
    <name>Refusal</name>
    <message>
        <source>Use the desk phone</source>
        <translation>Usar el teléfono de mesa</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Before, to compare with: %1</source>
        <translation>Antes, para comparar: %1</translation>
    </message>
    <message>
        <source>Customers and colleagues</source>
        <translation>Clientes y compañeros</translation>
    </message>
    <message>
        <source>In brackets: the time before. A full triangle is better, a hollow one worse.</source>
        <translation>Entre paréntesis: el tiempo anterior. Triángulo lleno, mejor; hueco, peor.</translation>
    </message>
    <message>
        <source>made on %1</source>
        <translation>hecho el %1</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Página %1 de %2</translation>
    </message>
    <message>
        <source>%1 more rows are not shown here; a CSV file has all of them.</source>
        <translation>Aquí faltan %1 filas más; un archivo CSV las tiene todas.</translation>
    </message>
    <message>
        <source>This computer has no printer.</source>
        <translation>Este ordenador no tiene impresora.</translation>
    </message>
    <message>
        <source>Set one up, or export a PDF and print it elsewhere.</source>
        <translation>Configure una, o exporte un PDF e imprímalo en otro sitio.</translation>
    </message>
    <message>
        <source>Print the figures</source>
        <translation>Imprimir las cifras</translation>
    </message>
    <message>
        <source>The printer took nothing.</source>
        <translation>La impresora no aceptó nada.</translation>
    </message>
    <message>
        <source>See whether it is switched on, then print again.</source>
        <translation>Mire si está encendida e imprima otra vez.</translation>
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
        <translation>«Cerrado» no se puede elegir.</translation>
    </message>
    <message>
        <source>Set the opening hours in the settings instead.</source>
        <translation>Ponga el horario en los ajustes.</translation>
    </message>
    <message>
        <source>This promise is not open any more.</source>
        <translation>Esta promesa ya no está abierta.</translation>
    </message>
    <message>
        <source>There is no such promise.</source>
        <translation>No hay tal promesa.</translation>
    </message>
    <message>
        <source>Look at the list again.</source>
        <translation>Mire la lista otra vez.</translation>
    </message>
    <message>
        <source>Later is 1 to 480 minutes.</source>
        <translation>«Más tarde» es de 1 a 480 minutos.</translation>
    </message>
    <message>
        <source>Choose a time within the working day.</source>
        <translation>Elija una hora dentro de la jornada.</translation>
    </message>
    <message>
        <source>There is no such message.</source>
        <translation>Ese mensaje no existe.</translation>
    </message>
    <message>
        <source>The recording of this message is gone.</source>
        <translation>La grabación de este mensaje ya no está.</translation>
    </message>
    <message>
        <source>Call the person back without it.</source>
        <translation>Devuelva la llamada sin ella.</translation>
    </message>
    <message>
        <source>There is no line to practise on yet.</source>
        <translation>Todavía no hay línea para practicar.</translation>
    </message>
    <message>
        <source>Wait a moment; if it stays so, run: onemoment doctor</source>
        <translation>Espere un momento; si sigue así, ejecute: onemoment doctor</translation>
    </message>
    <message>
        <source>There are no practice calls on a line by TLS.</source>
        <translation>En una línea por TLS no hay llamadas de práctica.</translation>
    </message>
    <message>
        <source>Call its extension from another phone instead.</source>
        <translation>Llame a su extensión desde otro teléfono.</translation>
    </message>
    <message>
        <source>A practice call is still going on.</source>
        <translation>Todavía hay una llamada de práctica.</translation>
    </message>
    <message>
        <source>Wait until it has ended.</source>
        <translation>Espere a que termine.</translation>
    </message>
    <message>
        <source>No telephone has these keys.</source>
        <translation>Ningún teléfono tiene esas teclas.</translation>
    </message>
    <message>
        <source>Keys are 0 to 9, * and #; a number has digits.</source>
        <translation>Las teclas son 0 a 9, * y #; un número tiene cifras.</translation>
    </message>
    <message>
        <source>This could not be done: One Moment made a mistake.</source>
        <translation>No se pudo hacer: One Moment cometió un error.</translation>
    </message>
    <message>
        <source>Try again; if it stays so, stop One Moment and start it again.</source>
        <translation>Inténtelo otra vez; si sigue así, cierre One Moment y ábralo de nuevo.</translation>
    </message>
    <message>
        <source>The disk is full, so nothing can be written down.</source>
        <translation>El disco está lleno y no se puede anotar nada.</translation>
    </message>
    <message>
        <source>Free some space.</source>
        <translation>Libere espacio.</translation>
    </message>
    <message>
        <source>Another program keeps the records locked, so nothing can be written down.</source>
        <translation>Otro programa bloquea los registros y no se puede anotar nada.</translation>
    </message>
    <message>
        <source>Close the program that has them open.</source>
        <translation>Cierre el programa que los tiene abiertos.</translation>
    </message>
    <message>
        <source>The records may not be written to.</source>
        <translation>No hay permiso para escribir en los registros.</translation>
    </message>
    <message>
        <source>Give One Moment the right to write in its data folder.</source>
        <translation>Dé a One Moment permiso para escribir en su carpeta de datos.</translation>
    </message>
    <message>
        <source>The records are damaged, so nothing can be written down.</source>
        <translation>Los registros están dañados y no se puede anotar nada.</translation>
    </message>
    <message>
        <source>Start One Moment again: it will say what to do.</source>
        <translation>Inicie One Moment otra vez: dirá qué hacer.</translation>
    </message>
    <message>
        <source>The disk reported an error, so nothing can be written down.</source>
        <translation>El disco dio un error y no se puede anotar nada.</translation>
    </message>
    <message>
        <source>Look at the disk&apos;s health and space.</source>
        <translation>Revise el estado y el espacio del disco.</translation>
    </message>
    <message>
        <source>The records were moved away while One Moment was running.</source>
        <translation>Alguien movió los registros mientras One Moment funcionaba.</translation>
    </message>
    <message>
        <source>Put the data folder back, or start One Moment again.</source>
        <translation>Devuelva la carpeta de datos a su sitio o inicie One Moment otra vez.</translation>
    </message>
    <message>
        <source>The records cannot be read just now.</source>
        <translation>Ahora mismo no se pueden leer los registros.</translation>
    </message>
    <message>
        <source>Callers are asked to ring again until it is solved.</source>
        <translation>Hasta que se arregle, se pide a quien llama que vuelva a llamar.</translation>
    </message>
    <message>
        <source>The voice is switched off: callers hear tones and your recordings.</source>
        <translation>La voz está apagada: quien llama oye tonos y sus grabaciones.</translation>
    </message>
    <message>
        <source>Set engine to auto.</source>
        <translation>Ponga voice.engine en auto.</translation>
    </message>
    <message>
        <source>Install the Pico voice (pip install py-nanotts), or record the prompts yourself.</source>
        <translation>Instale la voz Pico (pip install py-nanotts) o grabe usted los mensajes.</translation>
    </message>
    <message>
        <source>There is no sound: sounddevice is not installed.</source>
        <translation>No hay sonido: falta sounddevice.</translation>
    </message>
    <message>
        <source>Run script/setup.</source>
        <translation>Ejecute script/setup.</translation>
    </message>
    <message>
        <source>There is no sound: the PortAudio library is missing.</source>
        <translation>No hay sonido: falta la biblioteca PortAudio.</translation>
    </message>
    <message>
        <source>Install libportaudio2 by apt.</source>
        <translation>Instale libportaudio2 con apt.</translation>
    </message>
    <message>
        <source>There is no sound: this computer has no sound device.</source>
        <translation>No hay sonido: este equipo no tiene dispositivo de audio.</translation>
    </message>
    <message>
        <source>Plug one in, or use the window alone.</source>
        <translation>Conecte uno o use solo la ventana.</translation>
    </message>
    <message>
        <source>This message cannot be played: its file is gone.</source>
        <translation>Este mensaje no se puede oír: su archivo ya no está.</translation>
    </message>
    <message>
        <source>It may be past the time recordings are kept.</source>
        <translation>Quizá pasó el tiempo durante el que se guardan las grabaciones.</translation>
    </message>
    <message>
        <source>The phone system has been refusing this line since %1.</source>
        <translation>La centralita rechaza esta línea (desde: %1).</translation>
    </message>
    <message>
        <source>Check phone.user and phone.password in the settings.</source>
        <translation>Revise phone.user y phone.password en los ajustes.</translation>
    </message>
    <message>
        <source>The phone system has been unreachable since %1.</source>
        <translation>No se puede contactar con la centralita (desde: %1).</translation>
    </message>
    <message>
        <source>Check the network; it is tried again and again by itself.</source>
        <translation>Revise la red; se sigue intentando solo.</translation>
    </message>
    <message>
        <source>The phone line has not been working since %1.</source>
        <translation>La línea telefónica no funciona (desde: %1).</translation>
    </message>
    <message>
        <source>Calls cannot reach this desk. What to do is said by: onemoment doctor</source>
        <translation>Las llamadas no llegan a este puesto. Qué hacer lo dice: onemoment doctor</translation>
    </message>
    <message>
        <source>Nothing can be written down just now.</source>
        <translation>Ahora mismo no se puede anotar nada.</translation>
    </message>
    <message>
        <source>Callers understand the voice badly, or hear tones in place of words.</source>
        <translation>Quien llama entiende mal la voz u oye tonos en lugar de palabras.</translation>
    </message>
    <message>
        <source>A recording or a prompt cannot be used; callers hear something else instead.</source>
        <translation>Una grabación o un mensaje no sirve; quien llama oye otra cosa.</translation>
    </message>
    <message>
        <source>Which one, and why, stands in the details.</source>
        <translation>Cuál y por qué, está en los detalles.</translation>
    </message>
    <message>
        <source>The sound at this desk does not work as it should.</source>
        <translation>El sonido de este puesto no va como debe.</translation>
    </message>
    <message>
        <source>Check that the loudspeaker is plugged in and switched on.</source>
        <translation>Compruebe que el altavoz está conectado y encendido.</translation>
    </message>
    <message>
        <source>No backup could be made.</source>
        <translation>No se pudo hacer ninguna copia de seguridad.</translation>
    </message>
    <message>
        <source>It is tried again every hour. Why it failed stands in the details.</source>
        <translation>Se intenta de nuevo cada hora. El motivo está en los detalles.</translation>
    </message>
    <message>
        <source>The weekly report could not be written or sent.</source>
        <translation>El informe semanal no se pudo escribir ni enviar.</translation>
    </message>
    <message>
        <source>It is tried again by itself. Why it failed stands in the details.</source>
        <translation>Se volverá a intentar por sí solo. El motivo está en los detalles.</translation>
    </message>
    <message>
        <source>The practice call broke off.</source>
        <translation>La llamada de práctica se cortó.</translation>
    </message>
    <message>
        <source>The log is closed: no PIN is set.</source>
        <translation>El registro está cerrado: no hay PIN.</translation>
    </message>
    <message>
        <source>Set supervisor.pin in the settings, then start One Moment again.</source>
        <translation>Ponga supervisor.pin en los ajustes y reinicie One Moment.</translation>
    </message>
    <message>
        <source>The log is closed.</source>
        <translation>El registro está cerrado.</translation>
    </message>
    <message>
        <source>Type the PIN.</source>
        <translation>Escriba el PIN.</translation>
    </message>
    <message>
        <source>Open it with the PIN, then try again.</source>
        <translation>Ábralo con el PIN e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>There were too many wrong PINs.</source>
        <translation>Hubo demasiados PIN equivocados.</translation>
    </message>
    <message>
        <source>This is not the PIN.</source>
        <translation>Este no es el PIN.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The log cannot be read just now.</source>
        <translation>El registro no se puede leer ahora.</translation>
    </message>
    <message>
        <source>Try again; if it stays so, run: onemoment doctor</source>
        <translation>Inténtelo de nuevo; si sigue así, ejecute: onemoment doctor</translation>
    </message>
    <message>
        <source>This call is still going on.</source>
        <translation>Esta llamada sigue en curso.</translation>
    </message>
    <message>
        <source>Correct it when it has ended.</source>
        <translation>Corríjala cuando haya terminado.</translation>
    </message>
    <message>
        <source>This caller is still to be called back.</source>
        <translation>A esta persona aún hay que devolverle la llamada.</translation>
    </message>
    <message>
        <source>End the promise at the desk first.</source>
        <translation>Termine antes la promesa en el mostrador.</translation>
    </message>
    <message>
        <source>The log says so already.</source>
        <translation>El registro ya lo dice.</translation>
    </message>
    <message>
        <source>This cannot be the end of this call.</source>
        <translation>Este no puede ser el final de esta llamada.</translation>
    </message>
    <message>
        <source>Choose another end.</source>
        <translation>Elija otro final.</translation>
    </message>
    <message>
        <source>There is no such note any more.</source>
        <translation>Esa nota ya no existe.</translation>
    </message>
    <message>
        <source>Look at the log again.</source>
        <translation>Mire el registro otra vez.</translation>
    </message>
    <message>
        <source>A note cannot be taken away.</source>
        <translation>Una nota no se puede quitar.</translation>
    </message>
    <message>
        <source>Write what it should say.</source>
        <translation>Escriba lo que debe decir.</translation>
    </message>
    <message>
        <source>The note says so already.</source>
        <translation>La nota ya lo dice.</translation>
    </message>
    <message>
        <source>Write it anew, or leave it.</source>
        <translation>Escríbala de nuevo o déjela.</translation>
    </message>
    <message>
        <source>Nobody of that name works at this desk.</source>
        <translation>Nadie con ese nombre trabaja en este mostrador.</translation>
    </message>
    <message>
        <source>Look at how the name is written.</source>
        <translation>Mire cómo se escribe el nombre.</translation>
    </message>
    <message>
        <source>A correction needs a reason.</source>
        <translation>Una corrección necesita un motivo.</translation>
    </message>
    <message>
        <source>Write why, in a few words.</source>
        <translation>Escriba por qué, en pocas palabras.</translation>
    </message>
    <message>
        <source>There is no such interruption.</source>
        <translation>No existe esa interrupción.</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Elija otra.</translation>
    </message>
    <message>
        <source>The records cannot be read.</source>
        <translation>No se pueden leer los datos.</translation>
    </message>
    <message>
        <source>Look at the disk&apos;s health and at the rights of the data folder, then open the log again.</source>
        <translation>Mire el estado del disco y los permisos de la carpeta de datos y abra el registro otra vez.</translation>
    </message>
    <message>
        <source>These records were written by a newer One Moment.</source>
        <translation>Estos datos los escribió un One Moment más nuevo.</translation>
    </message>
    <message>
        <source>Install that version or a later one, then try again.</source>
        <translation>Instale esa versión o una posterior e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The records were moved away while the log was open.</source>
        <translation>Los datos se movieron mientras el registro estaba abierto.</translation>
    </message>
    <message>
        <source>Put the data folder back, then open the log again.</source>
        <translation>Vuelva a poner la carpeta de datos y abra el registro otra vez.</translation>
    </message>
    <message>
        <source>Open a backup instead.</source>
        <translation>Abra una copia de seguridad.</translation>
    </message>
    <message>
        <source>A file is being written already.</source>
        <translation>Ya se está escribiendo un archivo.</translation>
    </message>
    <message>
        <source>Wait until it is done, or stop it first.</source>
        <translation>Espere a que termine o deténgalo antes.</translation>
    </message>
    <message>
        <source>The file could not be begun.</source>
        <translation>No se pudo empezar el archivo.</translation>
    </message>
    <message>
        <source>This recording is not kept any more.</source>
        <translation>Esta grabación ya no se guarda.</translation>
    </message>
    <message>
        <source>Recordings are kept some weeks.</source>
        <translation>Las grabaciones se guardan unas semanas.</translation>
    </message>
    <message>
        <source>Wait 1 second, then try again.</source>
        <translation>Espere 1 segundo e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Wait %1 seconds, then try again.</source>
        <translation>Espere %1 segundos e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Wait %1 minutes, then try again.</source>
        <translation>Espere %1 minutos e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>There are no records in %1.</source>
        <translation>No hay datos en %1.</translation>
    </message>
    <message>
        <source>The records are damaged: entry %1 is not what was written.</source>
        <translation>Los datos están dañados: la entrada %1 no es la que se escribió.</translation>
    </message>
    <message>
        <source>This could not be done.</source>
        <translation>No se pudo hacer.</translation>
    </message>
    <message>
        <source>Try again. What One Moment said to it stands in the details.</source>
        <translation>Inténtelo otra vez. Lo que dijo One Moment está en los detalles.</translation>
    </message>
    <message>
        <source>Something is wrong with One Moment.</source>
        <translation>Algo va mal en One Moment.</translation>
    </message>
    <message>
        <source>Show the details to whoever looks after it.</source>
        <translation>Enseñe los detalles a quien lo mantiene.</translation>
    </message>
    <message>
        <source>Look at the desk&apos;s state.</source>
        <translation>Mire qué está haciendo el puesto.</translation>
    </message>
    <message>
        <source>The desk phone is busy.</source>
        <translation>El teléfono de mesa está ocupado.</translation>
    </message>
    <message>
        <source>Put it down and try again.</source>
        <translation>Cuelgue e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The desk phone refused to ring.</source>
        <translation>El teléfono de mesa ha rechazado la llamada.</translation>
    </message>
    <message>
        <source>See whether it is set to do not disturb.</source>
        <translation>Mire si tiene activado «no molestar».</translation>
    </message>
    <message>
        <source>The desk phone cannot be reached.</source>
        <translation>No se puede llamar al teléfono de mesa.</translation>
    </message>
    <message>
        <source>See whether it is switched on, or speak by the headset.</source>
        <translation>Mire si está encendido, o hable con los auriculares.</translation>
    </message>
    <message>
        <source>The desk phone was not picked up.</source>
        <translation>Nadie ha descolgado el teléfono de mesa.</translation>
    </message>
    <message>
        <source>Try again, and pick it up when it rings.</source>
        <translation>Inténtelo de nuevo y descuelgue cuando suene.</translation>
    </message>
    <message>
        <source>Nobody is being served.</source>
        <translation>No se está atendiendo a nadie.</translation>
    </message>
    <message>
        <source>Ask a colleague first, or send the caller.</source>
        <translation>Pregunte primero a un colega, o pase la llamada.</translation>
    </message>
    <message>
        <source>Hang up there first.</source>
        <translation>Cuelgue allí primero.</translation>
    </message>
    <message>
        <source>Keys are 0 to 9, * and #.</source>
        <translation>Las teclas son 0 a 9, * y #.</translation>
    </message>
    <message>
        <source>Look at the log.</source>
        <translation>Mire el registro.</translation>
    </message>
    <message>
        <source>Look at the next card.</source>
        <translation>Mire la tarjeta siguiente.</translation>
    </message>
    <message>
        <source>Nobody has taken this call yet.</source>
        <translation>Nadie ha atendido aún esta llamada.</translation>
    </message>
    <message>
        <source>Nobody is being asked by this call.</source>
        <translation>Con esta llamada no se consulta a nadie.</translation>
    </message>
    <message>
        <source>Nobody is speaking with this caller.</source>
        <translation>Nadie está hablando con esta persona.</translation>
    </message>
    <message>
        <source>Resume it instead.</source>
        <translation>Retómela en su lugar.</translation>
    </message>
    <message>
        <source>Resume it when you are ready.</source>
        <translation>Retómela cuando pueda.</translation>
    </message>
    <message>
        <source>Somebody is being asked about this caller already.</source>
        <translation>Ya se está consultando por esta persona.</translation>
    </message>
    <message>
        <source>Speak with the caller again.</source>
        <translation>Vuelva a hablar con la persona.</translation>
    </message>
    <message>
        <source>Take it first, or let it wait.</source>
        <translation>Atiéndala primero o déjela esperar.</translation>
    </message>
    <message>
        <source>Take the call first.</source>
        <translation>Atienda primero la llamada.</translation>
    </message>
    <message>
        <source>Tell your colleague, and hang up.</source>
        <translation>Dígaselo a su colega y cuelgue.</translation>
    </message>
    <message>
        <source>The caller has hung up.</source>
        <translation>La persona ha colgado.</translation>
    </message>
    <message>
        <source>The note is empty.</source>
        <translation>La nota está vacía.</translation>
    </message>
    <message>
        <source>There is no such call.</source>
        <translation>No existe esa llamada.</translation>
    </message>
    <message>
        <source>This call has ended.</source>
        <translation>Esta llamada ha terminado.</translation>
    </message>
    <message>
        <source>This call is not on hold.</source>
        <translation>Esta llamada no está en pausa.</translation>
    </message>
    <message>
        <source>This call is on hold already taken.</source>
        <translation>Esta llamada ya está atendida y en pausa.</translation>
    </message>
    <message>
        <source>This call is on hold already.</source>
        <translation>Esta llamada ya está en pausa.</translation>
    </message>
    <message>
        <source>Write it, or leave it.</source>
        <translation>Escríbala o déjelo.</translation>
    </message>
    <message>
        <source>Your colleague cannot be reached.</source>
        <translation>No se puede localizar a su colega.</translation>
    </message>
    <message>
        <source>Take another one.</source>
        <translation>Atienda otra.</translation>
    </message>
    <message>
        <source>Choose somebody else.</source>
        <translation>Elija a otra persona.</translation>
    </message>
    <message>
        <source>Somebody is being spoken with.</source>
        <translation>Se está hablando con alguien.</translation>
    </message>
    <message>
        <source>Test the headset after the call.</source>
        <translation>Pruebe los auriculares después de la llamada.</translation>
    </message>
    <message>
        <source>Add them again.</source>
        <translation>Añádala de nuevo.</translation>
    </message>
    <message>
        <source>This person is not in the directory any more.</source>
        <translation>Esta persona ya no está en el directorio.</translation>
    </message>
    <message>
        <source>A caller is being told of a new time just now.</source>
        <translation>Ahora mismo se avisa a alguien de una nueva hora.</translation>
    </message>
    <message>
        <source>A new time is 1 minute to 7 days from now.</source>
        <translation>Una nueva hora está entre 1 minuto y 7 días desde ahora.</translation>
    </message>
    <message>
        <source>Choose a time within the opening hours.</source>
        <translation>Elija una hora dentro del horario.</translation>
    </message>
    <message>
        <source>Choose one of them.</source>
        <translation>Elija una de ellas.</translation>
    </message>
    <message>
        <source>Hang up, then say how it ended.</source>
        <translation>Cuelgue y diga luego cómo fue.</translation>
    </message>
    <message>
        <source>How the last call ended has not been said.</source>
        <translation>Aún no se ha dicho cómo fue la última llamada.</translation>
    </message>
    <message>
        <source>Nobody is calling just now.</source>
        <translation>Nadie está llamando ahora.</translation>
    </message>
    <message>
        <source>Say how it ended, then call again.</source>
        <translation>Diga cómo fue y llame otra vez.</translation>
    </message>
    <message>
        <source>The call is still going on.</source>
        <translation>La llamada aún continúa.</translation>
    </message>
    <message>
        <source>The desk is closed at that time.</source>
        <translation>A esa hora está cerrado.</translation>
    </message>
    <message>
        <source>This person is being told of the new time just now.</source>
        <translation>Ahora mismo se avisa a esta persona de la nueva hora.</translation>
    </message>
    <message>
        <source>Wait until that has ended.</source>
        <translation>Espere a que termine.</translation>
    </message>
    <message>
        <source>The caller withheld the number.</source>
        <translation>La persona ocultó su número.</translation>
    </message>
    <message>
        <source>Wait until they ring again.</source>
        <translation>Espere a que vuelva a llamar.</translation>
    </message>
    <message>
        <source>There is no number.</source>
        <translation>No hay número.</translation>
    </message>
    <message>
        <source>Write a number with its digits.</source>
        <translation>Escriba un número con sus cifras.</translation>
    </message>
    <message>
        <source>No telephone has this number.</source>
        <translation>Ningún teléfono tiene este número.</translation>
    </message>
    <message>
        <source>Look at its digits again.</source>
        <translation>Revise sus cifras.</translation>
    </message>
    <message>
        <source>Emergency numbers are never called from here.</source>
        <translation>Desde aquí nunca se llama a números de emergencia.</translation>
    </message>
    <message>
        <source>Use a telephone.</source>
        <translation>Use un teléfono.</translation>
    </message>
    <message>
        <source>Premium numbers are never called from here.</source>
        <translation>Desde aquí nunca se llama a números de tarificación especial.</translation>
    </message>
    <message>
        <source>Ask the person for another number.</source>
        <translation>Pida otro número.</translation>
    </message>
    <message>
        <source>This is a number of our own.</source>
        <translation>Es un número nuestro.</translation>
    </message>
    <message>
        <source>The settings do not allow calls to this number.</source>
        <translation>La configuración no permite llamar a este número.</translation>
    </message>
    <message>
        <source>Ask who looks after One Moment to allow it (phone.allowed_prefixes, phone.internal).</source>
        <translation>Quien cuida de One Moment puede permitirlo (phone.allowed_prefixes, phone.internal).</translation>
    </message>
    <message>
        <source>No calls can be made from here: there is no PBX.</source>
        <translation>Desde aquí no se puede llamar: no hay centralita.</translation>
    </message>
    <message>
        <source>On the practice line choose Done; for real calls set phone.registrar in the settings.</source>
        <translation>En la línea de práctica elija «Hecho»; para llamadas reales ponga phone.registrar en los ajustes.</translation>
    </message>
    <message>
        <source>There is no desk phone.</source>
        <translation>No hay teléfono de mesa.</translation>
    </message>
    <message>
        <source>Set phone.desk_phone in the settings, or use the headset.</source>
        <translation>Ponga phone.desk_phone en la configuración, o use los auriculares.</translation>
    </message>
    <message>
        <source>The headset is not ready yet.</source>
        <translation>Los auriculares aún no están listos.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Inténtelo de nuevo en un momento.</translation>
    </message>
    <message>
        <source>Plug it in, or choose another one.</source>
        <translation>Conéctelo o elija otro.</translation>
    </message>
    <message>
        <source>Plug a headset in, or speak by the desk phone.</source>
        <translation>Conecte unos auriculares o use el teléfono de mesa.</translation>
    </message>
    <message>
        <source>Plug it in again: it is used at once when it is back.</source>
        <translation>Conéctelo de nuevo: se usa en cuanto vuelve.</translation>
    </message>
    <message>
        <source>There is no sound: the sound system does not answer.</source>
        <translation>No hay sonido: el sistema de sonido no responde.</translation>
    </message>
    <message>
        <source>Start this computer again.</source>
        <translation>Reinicie este ordenador.</translation>
    </message>
    <message>
        <source>There is no sound: the sound system cannot be started.</source>
        <translation>No hay sonido: el sistema de sonido no se puede iniciar.</translation>
    </message>
    <message>
        <source>Look at /etc/asound.conf and ~/.asoundrc, then start One Moment again.</source>
        <translation>Revise /etc/asound.conf y ~/.asoundrc, y vuelva a iniciar One Moment.</translation>
    </message>
    <message>
        <source>There is no sound: the settings of the sound system are missing.</source>
        <translation>No hay sonido: falta la configuración del sistema de sonido.</translation>
    </message>
    <message>
        <source>Install libasound2-data by apt.</source>
        <translation>Instale libasound2-data con apt.</translation>
    </message>
    <message>
        <source>This computer has no microphone.</source>
        <translation>Este ordenador no tiene micrófono.</translation>
    </message>
    <message>
        <source>This computer has no speaker.</source>
        <translation>Este ordenador no tiene altavoz.</translation>
    </message>
    <message>
        <source>%1 is calling now.</source>
        <translation>%1 está llamando ahora.</translation>
    </message>
    <message>
        <source>Wait for %1, or call somebody else.</source>
        <translation>Espere a %1 o llame a otra persona.</translation>
    </message>
    <message>
        <source>%1 has this call already.</source>
        <translation>%1 ya tiene esta llamada.</translation>
    </message>
    <message>
        <source>%1 calls were made within the hour, as many as are allowed.</source>
        <translation>En esta hora ya se hicieron %1 llamadas, el máximo permitido.</translation>
    </message>
    <message>
        <source>Call again at %1, or use a telephone.</source>
        <translation>Llame de nuevo a las %1, o use un teléfono.</translation>
    </message>
    <message>
        <source>The microphone %1 was not found.</source>
        <translation>No se encontró el micrófono %1.</translation>
    </message>
    <message>
        <source>The speaker %1 was not found.</source>
        <translation>No se encontró el altavoz %1.</translation>
    </message>
    <message>
        <source>The microphone %1 does not answer any more.</source>
        <translation>El micrófono %1 ya no responde.</translation>
    </message>
    <message>
        <source>The speaker %1 does not answer any more.</source>
        <translation>El altavoz %1 ya no responde.</translation>
    </message>
    <message>
        <source>%1 Or speak by the desk phone.</source>
        <translation>%1 O use el teléfono de mesa.</translation>
    </message>
    <message>
        <source>This person has no name.</source>
        <translation>Esta persona no tiene nombre.</translation>
    </message>
    <message>
        <source>Write a name or a company.</source>
        <translation>Escriba un nombre o una empresa.</translation>
    </message>
    <message>
        <source>This is too long to be kept.</source>
        <translation>Es demasiado largo para guardarlo.</translation>
    </message>
    <message>
        <source>Write up to 200 letters, and up to 5000 of notes.</source>
        <translation>Escriba hasta 200 letras, y hasta 5000 de notas.</translation>
    </message>
    <message>
        <source>These are too many numbers for one person.</source>
        <translation>Son demasiados números para una persona.</translation>
    </message>
    <message>
        <source>Keep the 20 that are used.</source>
        <translation>Conserve los 20 que se usan.</translation>
    </message>
    <message>
        <source>No language is written like this.</source>
        <translation>Ningún idioma se escribe así.</translation>
    </message>
    <message>
        <source>Write two letters, such as en, es, de or fr, or none.</source>
        <translation>Escriba dos letras, como en, es, de o fr, o nada.</translation>
    </message>
    <message>
        <source>The first line of this file names no column with names or numbers.</source>
        <translation>La primera línea de este archivo no nombra ninguna columna de nombres o números.</translation>
    </message>
    <message>
        <source>Let its first line name the columns, such as name, company, number, notes.</source>
        <translation>Que su primera línea nombre las columnas, como name, company, number, notes.</translation>
    </message>
    <message>
        <source>By its name this is neither a CSV nor a vCard file.</source>
        <translation>Por su nombre, no es un archivo CSV ni vCard.</translation>
    </message>
    <message>
        <source>Let the name end in .csv or .vcf.</source>
        <translation>Que el nombre acabe en .csv o .vcf.</translation>
    </message>
    <message>
        <source>This is not a whole path.</source>
        <translation>No es una ruta completa.</translation>
    </message>
    <message>
        <source>Name the file from / on.</source>
        <translation>Indique la ruta desde /.</translation>
    </message>
    <message>
        <source>This is no file.</source>
        <translation>No es un archivo.</translation>
    </message>
    <message>
        <source>Choose a .csv or .vcf file.</source>
        <translation>Elija un archivo .csv o .vcf.</translation>
    </message>
    <message>
        <source>This is a folder.</source>
        <translation>Es una carpeta.</translation>
    </message>
    <message>
        <source>Choose a .csv or .vcf file in it.</source>
        <translation>Elija en ella un archivo .csv o .vcf.</translation>
    </message>
    <message>
        <source>This file is empty.</source>
        <translation>Este archivo está vacío.</translation>
    </message>
    <message>
        <source>Choose the file with the people.</source>
        <translation>Elija el archivo con las personas.</translation>
    </message>
    <message>
        <source>There is a file of that name already, and One Moment did not write it.</source>
        <translation>Ya hay un archivo con ese nombre, y One Moment no lo escribió.</translation>
    </message>
    <message>
        <source>Choose another name, or move that file away first.</source>
        <translation>Elija otro nombre, o mueva antes ese archivo.</translation>
    </message>
    <message>
        <source>Choose a folder that is there, that you may write to, and that has space.</source>
        <translation>Elija una carpeta que exista, en la que pueda escribir y con espacio.</translation>
    </message>
    <message>
        <source>Choose a folder that is there.</source>
        <translation>Elija una carpeta que exista.</translation>
    </message>
    <message>
        <source>Choose a folder that you may write to.</source>
        <translation>Elija una carpeta en la que pueda escribir.</translation>
    </message>
    <message>
        <source>Free some space, or choose another folder.</source>
        <translation>Libere espacio o elija otra carpeta.</translation>
    </message>
    <message>
        <source>Choose a shorter name.</source>
        <translation>Elija un nombre más corto.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Elija otro nombre.</translation>
    </message>
    <message>
        <source>By this name there is something that is no file.</source>
        <translation>Con ese nombre hay algo que no es un archivo.</translation>
    </message>
    <message>
        <source>No file can have this name.</source>
        <translation>Ningún archivo puede llamarse así.</translation>
    </message>
    <message>
        <source>This folder holds the records themselves.</source>
        <translation>Esta carpeta contiene los propios datos.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Elija otra carpeta.</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>No existe ese archivo.</translation>
    </message>
    <message>
        <source>Look at its name and folder.</source>
        <translation>Revise su nombre y su carpeta.</translation>
    </message>
    <message>
        <source>Give One Moment the right to read it, or copy it elsewhere.</source>
        <translation>Dé a One Moment permiso para leerlo, o cópielo en otro lugar.</translation>
    </message>
    <message>
        <source>Leave pictures out when exporting it, or split it into several files.</source>
        <translation>Expórtelo sin imágenes, o divídalo en varios archivos.</translation>
    </message>
    <message>
        <source>This file holds no text.</source>
        <translation>Este archivo no contiene texto.</translation>
    </message>
    <message>
        <source>Choose a .csv or .vcf file; a spreadsheet must be saved as CSV first.</source>
        <translation>Elija un archivo .csv o .vcf; una hoja de cálculo debe guardarse antes como CSV.</translation>
    </message>
    <message>
        <source>No telephone has the number %1.</source>
        <translation>Ningún teléfono tiene el número %1.</translation>
    </message>
    <message>
        <source>The file cannot be written (%1).</source>
        <translation>No se puede escribir el archivo (%1).</translation>
    </message>
    <message>
        <source>The file cannot be read (%1).</source>
        <translation>No se puede leer el archivo (%1).</translation>
    </message>
    <message>
        <source>This file is larger than %1.</source>
        <translation>Este archivo supera %1.</translation>
    </message>
    <message>
        <source>Line %1 has more cells than there are columns; those were left out.</source>
        <translation>La línea %1 tiene más celdas que columnas; se omitieron.</translation>
    </message>
    <message>
        <source>Line %1 is no line of a CSV file (%2).</source>
        <translation>La línea %1 no es de un archivo CSV (%2).</translation>
    </message>
    <message>
        <source>A quotation mark in line %1 is never closed; the rest was left out.</source>
        <translation>Unas comillas de la línea %1 nunca se cierran; el resto se omitió.</translation>
    </message>
    <message>
        <source>Several people have one id in this file; they are told apart by name and number (%1).</source>
        <translation>Varias personas tienen el mismo identificador en este archivo; se distinguen por nombre y número (%1).</translation>
    </message>
    <message>
        <source>Line %1: this is more than is kept of one person; the end was left out.</source>
        <translation>Línea %1: esto es más de lo que se guarda de una persona; se omitió el final.</translation>
    </message>
    <message>
        <source>Line %1: %2 is no number that can be called.</source>
        <translation>Línea %1: %2 no es un número al que se pueda llamar.</translation>
    </message>
    <message>
        <source>Line %1: %2 is no language, such as en or de.</source>
        <translation>Línea %1: %2 no es un idioma, como en o de.</translation>
    </message>
    <message>
        <source>Line %1: %2 is neither yes nor no.</source>
        <translation>Línea %1: %2 no es ni sí ni no.</translation>
    </message>
    <message>
        <source>Line %1 has no name and no number; it was left out.</source>
        <translation>La línea %1 no tiene nombre ni número; se omitió.</translation>
    </message>
    <message>
        <source>Line %1 is no line of a vCard; it was left out.</source>
        <translation>La línea %1 no es de una vCard; se omitió.</translation>
    </message>
    <message>
        <source>Line %1 stands outside of any card; it was left out.</source>
        <translation>La línea %1 está fuera de toda tarjeta; se omitió.</translation>
    </message>
    <message>
        <source>The card that begins on line %1 has no end; it was left out.</source>
        <translation>La tarjeta que empieza en la línea %1 no tiene final; se omitió.</translation>
    </message>
    <message>
        <source>The card on line %1 is %2; export it as vCard 4.0 or 3.0, or as CSV.</source>
        <translation>La tarjeta de la línea %1 es %2; expórtela como vCard 4.0 o 3.0, o como CSV.</translation>
    </message>
    <message>
        <source>The card on line %1 has no name and no number; it was left out.</source>
        <translation>La tarjeta de la línea %1 no tiene nombre ni número; se omitió.</translation>
    </message>
    <message>
        <source>The weekly report could not be made.</source>
        <translation>El informe semanal no se pudo hacer.</translation>
    </message>
    <message>
        <source>Try it by hand: onemoment report --send</source>
        <translation>Inténtelo a mano: onemoment report --send</translation>
    </message>
    <message>
        <source>It is tried again by itself.</source>
        <translation>Se volverá a intentar por sí solo.</translation>
    </message>
    <message>
        <source>The folder for the weekly report is not there.</source>
        <translation>La carpeta del informe semanal no existe.</translation>
    </message>
    <message>
        <source>Make it, or name another in report.folder of the settings.</source>
        <translation>Créela, o indique otra en report.folder de los ajustes.</translation>
    </message>
    <message>
        <source>The folder for the weekly report may not be written to.</source>
        <translation>No se puede escribir en la carpeta del informe semanal.</translation>
    </message>
    <message>
        <source>Give One Moment the right to write there, or name another in report.folder of the settings.</source>
        <translation>Dé a One Moment permiso para escribir allí, o indique otra en report.folder de los ajustes.</translation>
    </message>
    <message>
        <source>The disk is full, so the weekly report was not written.</source>
        <translation>El disco está lleno, así que no se escribió el informe semanal.</translation>
    </message>
    <message>
        <source>The weekly report could not be written to its folder.</source>
        <translation>El informe semanal no se pudo escribir en su carpeta.</translation>
    </message>
    <message>
        <source>Look at that disk, or name another folder in report.folder of the settings.</source>
        <translation>Revise ese disco, o indique otra carpeta en report.folder de los ajustes.</translation>
    </message>
    <message>
        <source>The mail server cannot log anybody in just now.</source>
        <translation>El servidor de correo no puede admitir a nadie en este momento.</translation>
    </message>
    <message>
        <source>The mail server refused the user or the password.</source>
        <translation>El servidor de correo rechazó el usuario o la contraseña.</translation>
    </message>
    <message>
        <source>Check report.smtp_user and its password in the settings.</source>
        <translation>Compruebe report.smtp_user y su contraseña en los ajustes.</translation>
    </message>
    <message>
        <source>The mail server has no login.</source>
        <translation>El servidor de correo no tiene inicio de sesión.</translation>
    </message>
    <message>
        <source>Leave report.smtp_user empty.</source>
        <translation>Deje report.smtp_user vacío.</translation>
    </message>
    <message>
        <source>The mail server did not answer in time.</source>
        <translation>El servidor de correo no respondió a tiempo.</translation>
    </message>
    <message>
        <source>The mail server ended the connection.</source>
        <translation>El servidor de correo cortó la conexión.</translation>
    </message>
    <message>
        <source>The mail server&apos;s login takes no letter beyond a to z.</source>
        <translation>El inicio de sesión del servidor de correo no admite más letras que de la a a la z.</translation>
    </message>
    <message>
        <source>Set another report.smtp_user, or give it another password.</source>
        <translation>Ponga otro report.smtp_user, o dele otra contraseña.</translation>
    </message>
    <message>
        <source>No encrypted connection to the mail server came about.</source>
        <translation>No se logró una conexión cifrada con el servidor de correo.</translation>
    </message>
    <message>
        <source>Check report.smtp_security and report.smtp_port in the settings.</source>
        <translation>Compruebe report.smtp_security y report.smtp_port en los ajustes.</translation>
    </message>
    <message>
        <source>No mail server is known by that name.</source>
        <translation>No se conoce ningún servidor de correo con ese nombre.</translation>
    </message>
    <message>
        <source>Check report.smtp_host in the settings, and this machine&apos;s network.</source>
        <translation>Compruebe report.smtp_host en los ajustes y la red de este equipo.</translation>
    </message>
    <message>
        <source>No mail server answers at that port.</source>
        <translation>Ningún servidor de correo responde en ese puerto.</translation>
    </message>
    <message>
        <source>Check report.smtp_host and report.smtp_port in the settings.</source>
        <translation>Compruebe report.smtp_host y report.smtp_port en los ajustes.</translation>
    </message>
    <message>
        <source>What answers there does not speak as a mail server does.</source>
        <translation>Lo que responde allí no habla como un servidor de correo.</translation>
    </message>
    <message>
        <source>The mail server cannot be reached.</source>
        <translation>No se puede llegar al servidor de correo.</translation>
    </message>
    <message>
        <source>Check this machine&apos;s network and firewall.</source>
        <translation>Compruebe la red y el cortafuegos de este equipo.</translation>
    </message>
    <message>
        <source>The mail server&apos;s certificate is for another name.</source>
        <translation>El certificado del servidor de correo es de otro nombre.</translation>
    </message>
    <message>
        <source>Check report.smtp_host in the settings.</source>
        <translation>Compruebe report.smtp_host en los ajustes.</translation>
    </message>
    <message>
        <source>The mail server&apos;s certificate is out of date.</source>
        <translation>El certificado del servidor de correo no está vigente.</translation>
    </message>
    <message>
        <source>Check this machine&apos;s clock, or ask who looks after the mail server.</source>
        <translation>Compruebe el reloj de este equipo, o pregunte a quien cuida del servidor de correo.</translation>
    </message>
    <message>
        <source>The mail server&apos;s certificate is signed by no authority this machine knows.</source>
        <translation>El certificado del servidor de correo no está firmado por ninguna autoridad que este equipo conozca.</translation>
    </message>
    <message>
        <source>Install that authority&apos;s certificate on this machine.</source>
        <translation>Instale el certificado de esa autoridad en este equipo.</translation>
    </message>
    <message>
        <source>The mail server offers no encryption.</source>
        <translation>El servidor de correo no ofrece cifrado.</translation>
    </message>
    <message>
        <source>Set report.smtp_security to &quot;tls&quot;, or ask who looks after the mail server.</source>
        <translation>Ponga report.smtp_security en &quot;tls&quot;, o pregunte a quien cuida del servidor de correo.</translation>
    </message>
    <message>
        <source>The mail server wants a login.</source>
        <translation>El servidor de correo pide iniciar sesión.</translation>
    </message>
    <message>
        <source>Set report.smtp_user and its password in the settings.</source>
        <translation>Ponga report.smtp_user y su contraseña en los ajustes.</translation>
    </message>
    <message>
        <source>The mail server takes no mail just now.</source>
        <translation>El servidor de correo no acepta correo en este momento.</translation>
    </message>
    <message>
        <source>The mail server refused the sender.</source>
        <translation>El servidor de correo rechazó al remitente.</translation>
    </message>
    <message>
        <source>Check report.mail_from in the settings.</source>
        <translation>Compruebe report.mail_from en los ajustes.</translation>
    </message>
    <message>
        <source>The mail server refused the report.</source>
        <translation>El servidor de correo rechazó el informe.</translation>
    </message>
    <message>
        <source>What it said stands in the details.</source>
        <translation>Lo que dijo está en los detalles.</translation>
    </message>
    <message>
        <source>The report is larger than the mail server takes.</source>
        <translation>El informe es más grande de lo que acepta el servidor de correo.</translation>
    </message>
    <message>
        <source>Set report.rows to off, or write it to a folder.</source>
        <translation>Ponga report.rows en off, o escríbalo en una carpeta.</translation>
    </message>
    <message>
        <source>Check that address in the settings.</source>
        <translation>Compruebe esa dirección en los ajustes.</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>Sheets</name>
    <message>
        <source>Back to it</source>
        <translation>Volver a ello</translation>
    </message>
    <message>
        <source>To the call</source>
        <translation>A la llamada</translation>
    </message>
    <message>
        <source>Resume %1</source>
        <translation>Retomar a %1</translation>
    </message>
</context>
<context>
    <name>Still</name>
    <message>
        <source>Still serving?</source>
        <translation>¿Sigue atendiendo?</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>Yes, still serving</source>
        <translation>Sí, sigo atendiendo</translation>
    </message>
    <message>
        <source>No, free</source>
        <translation>No, libre</translation>
    </message>
</context>
<context>
    <name>Story</name>
    <message>
        <source>%1, corrected</source>
        <translation>%1, corregido</translation>
    </message>
    <message>
        <source>greeting</source>
        <translation>saludo</translation>
    </message>
    <message>
        <source>choice</source>
        <translation>elección</translation>
    </message>
    <message>
        <source>number</source>
        <translation>número</translation>
    </message>
    <message>
        <source>message</source>
        <translation>mensaje</translation>
    </message>
    <message>
        <source>holding</source>
        <translation>en espera</translation>
    </message>
    <message>
        <source>on hold</source>
        <translation>retenida</translation>
    </message>
    <message>
        <source>goodbye</source>
        <translation>despedida</translation>
    </message>
    <message>
        <source>talk</source>
        <translation>conversación</translation>
    </message>
    <message>
        <source>passing on</source>
        <translation>traspaso</translation>
    </message>
    <message>
        <source>new time</source>
        <translation>hora nueva</translation>
    </message>
    <message>
        <source>ringing</source>
        <translation>timbre</translation>
    </message>
    <message>
        <source>The call took %1: </source>
        <translation>La llamada duró %1: </translation>
    </message>
    <message>
        <source>VIP</source>
        <translation>VIP</translation>
    </message>
    <message>
        <source>Promised by %1</source>
        <translation>Prometido para las %1</translation>
    </message>
    <message>
        <source>spoken with after %1</source>
        <translation>se habló tras %1</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>por %1</translation>
    </message>
    <message>
        <source>Pressed another key</source>
        <translation>Pulsó otra tecla</translation>
    </message>
    <message>
        <source>Pressed %1</source>
        <translation>Pulsó %1</translation>
    </message>
    <message>
        <source>The promise they had stands: by %1</source>
        <translation>Sigue en pie la promesa: para las %1</translation>
    </message>
    <message>
        <source>The promise they had stands</source>
        <translation>Sigue en pie la promesa</translation>
    </message>
    <message>
        <source>Left a message, %1 long</source>
        <translation>Dejó un mensaje de %1</translation>
    </message>
    <message>
        <source>%1 took the call</source>
        <translation>%1 tomó la llamada</translation>
    </message>
    <message>
        <source>The call was taken</source>
        <translation>Se tomó la llamada</translation>
    </message>
    <message>
        <source>%1 put them on hold</source>
        <translation>%1 dejó en espera</translation>
    </message>
    <message>
        <source>Put on hold</source>
        <translation>Se dejó en espera</translation>
    </message>
    <message>
        <source>%1 came back to them</source>
        <translation>%1 volvió</translation>
    </message>
    <message>
        <source>Spoken with again</source>
        <translation>Se volvió a hablar</translation>
    </message>
    <message>
        <source>Rang again about it</source>
        <translation>Volvió a llamar por ello</translation>
    </message>
    <message>
        <source>%1 took it on</source>
        <translation>%1 se encargó</translation>
    </message>
    <message>
        <source>Somebody took it on</source>
        <translation>Alguien se encargó</translation>
    </message>
    <message>
        <source>It was anybody&apos;s again</source>
        <translation>Volvió a ser de cualquiera</translation>
    </message>
    <message>
        <source>%1 began to call</source>
        <translation>%1 empezó a llamar</translation>
    </message>
    <message>
        <source>A call to them began</source>
        <translation>Empezó una llamada</translation>
    </message>
    <message>
        <source>%1 called back</source>
        <translation>%1 devolvió la llamada</translation>
    </message>
    <message>
        <source>Called back</source>
        <translation>Se devolvió la llamada</translation>
    </message>
    <message>
        <source>%1 put it off until %2</source>
        <translation>%1 lo dejó para las %2</translation>
    </message>
    <message>
        <source>Put off until %2</source>
        <translation>Se dejó para las %2</translation>
    </message>
    <message>
        <source>%1 gave a new time: %2</source>
        <translation>%1 dio otra hora: %2</translation>
    </message>
    <message>
        <source>A new time: %2</source>
        <translation>Otra hora: %2</translation>
    </message>
    <message>
        <source>Called with the new time: %1</source>
        <translation>Llamada con la hora nueva: %1</translation>
    </message>
    <message>
        <source>%1 wrote</source>
        <translation>%1 escribió</translation>
    </message>
    <message>
        <source>A note</source>
        <translation>Una nota</translation>
    </message>
    <message>
        <source>%1 listened to it</source>
        <translation>%1 lo escuchó</translation>
    </message>
    <message>
        <source>The message was heard</source>
        <translation>Se escuchó el mensaje</translation>
    </message>
    <message>
        <source>%1 thanked %2</source>
        <translation>%1 dio las gracias a %2</translation>
    </message>
    <message>
        <source>%2 was thanked</source>
        <translation>Se dieron las gracias a %2</translation>
    </message>
    <message>
        <source>The caller is told by a call</source>
        <translation>Se avisa con una llamada</translation>
    </message>
    <message>
        <source>The caller was not told</source>
        <translation>No se avisó a quien llamó</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>Motivo: %1</translation>
    </message>
    <message>
        <source>before: %1</source>
        <translation>antes: %1</translation>
    </message>
    <message>
        <source>It rang; the desk was free</source>
        <translation>Sonó; la recepción estaba libre</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>Antes: %1</translation>
    </message>
    <message>
        <source>It rang while somebody was being served</source>
        <translation>Sonó mientras se atendía a alguien</translation>
    </message>
    <message>
        <source>It rang while nobody was at the desk</source>
        <translation>Sonó sin nadie en recepción</translation>
    </message>
    <message>
        <source>It rang outside the opening hours</source>
        <translation>Sonó fuera del horario</translation>
    </message>
    <message>
        <source>Spoke with %1</source>
        <translation>Habló con %1</translation>
    </message>
    <message>
        <source>Was spoken with</source>
        <translation>Se habló con la persona</translation>
    </message>
    <message>
        <source>Heard it ring</source>
        <translation>Oyó el timbre</translation>
    </message>
    <message>
        <source>Was being answered</source>
        <translation>Se le contestaba</translation>
    </message>
    <message>
        <source>Heard the greeting</source>
        <translation>Escuchó el saludo</translation>
    </message>
    <message>
        <source>Was asked to choose</source>
        <translation>Se le pidió elegir</translation>
    </message>
    <message>
        <source>Heard the number read back</source>
        <translation>Escuchó el número repetido</translation>
    </message>
    <message>
        <source>Was asked to key in a number</source>
        <translation>Se le pidió teclear un número</translation>
    </message>
    <message>
        <source>Was asked for another number</source>
        <translation>Se le pidió otro número</translation>
    </message>
    <message>
        <source>Was leaving a message</source>
        <translation>Dejaba un mensaje</translation>
    </message>
    <message>
        <source>Could keep or repeat the message</source>
        <translation>Podía guardar o repetir el mensaje</translation>
    </message>
    <message>
        <source>Was holding, with music</source>
        <translation>Esperaba, con música</translation>
    </message>
    <message>
        <source>Heard the goodbye</source>
        <translation>Escuchó la despedida</translation>
    </message>
    <message>
        <source>Was being connected</source>
        <translation>Se le conectaba</translation>
    </message>
    <message>
        <source>Was put on hold, with music</source>
        <translation>Quedó en espera, con música</translation>
    </message>
    <message>
        <source>Was being passed on</source>
        <translation>Se le pasaba</translation>
    </message>
    <message>
        <source>Was being called</source>
        <translation>Se le llamaba</translation>
    </message>
    <message>
        <source>It rang there</source>
        <translation>Allí sonaba</translation>
    </message>
    <message>
        <source>Heard the new time</source>
        <translation>Escuchó la hora nueva</translation>
    </message>
    <message>
        <source>A callback is owed, as soon as somebody is free</source>
        <translation>Se debe una llamada, en cuanto alguien esté libre</translation>
    </message>
    <message>
        <source>A callback was promised by %1</source>
        <translation>Se prometió llamar para las %1</translation>
    </message>
    <message>
        <source>They asked for it</source>
        <translation>Lo pidió la persona</translation>
    </message>
    <message>
        <source>They hung up while waiting</source>
        <translation>Colgó mientras esperaba</translation>
    </message>
    <message>
        <source>They had held for too long</source>
        <translation>Había esperado demasiado</translation>
    </message>
    <message>
        <source>They left a message</source>
        <translation>Dejó un mensaje</translation>
    </message>
    <message>
        <source>They were cut off by us</source>
        <translation>Se cortó por nuestra parte</translation>
    </message>
    <message>
        <source>Answered there</source>
        <translation>Contestaron allí</translation>
    </message>
    <message>
        <source>It was busy there</source>
        <translation>Allí comunicaba</translation>
    </message>
    <message>
        <source>Nobody answered there</source>
        <translation>Allí no contestó nadie</translation>
    </message>
    <message>
        <source>The call was refused there</source>
        <translation>Allí rechazaron la llamada</translation>
    </message>
    <message>
        <source>Nobody could be reached there</source>
        <translation>Allí no se pudo contactar con nadie</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>alguien</translation>
    </message>
    <message>
        <source>Passed on to %1</source>
        <translation>Pasado a %1</translation>
    </message>
    <message>
        <source>Passed on to %1, who answered</source>
        <translation>Pasado a %1, que contestó</translation>
    </message>
    <message>
        <source>Passed on to %1, who was busy</source>
        <translation>Pasado a %1, que comunicaba</translation>
    </message>
    <message>
        <source>Passed on to %1, who did not answer</source>
        <translation>Pasado a %1, que no contestó</translation>
    </message>
    <message>
        <source>Passed on to %1, who refused the call</source>
        <translation>Pasado a %1, que lo rechazó</translation>
    </message>
    <message>
        <source>Passed on to %1, who could not be reached</source>
        <translation>Pasado a %1, sin poder conectar</translation>
    </message>
    <message>
        <source>Another phone answered</source>
        <translation>Contestó otro teléfono</translation>
    </message>
    <message>
        <source>The line was lost</source>
        <translation>Se perdió la línea</translation>
    </message>
    <message>
        <source>The desk ended the call</source>
        <translation>La recepción terminó la llamada</translation>
    </message>
    <message>
        <source>They hung up</source>
        <translation>Colgó</translation>
    </message>
    <message>
        <source>They hung up while it was ringing</source>
        <translation>Colgó mientras sonaba</translation>
    </message>
    <message>
        <source>They hung up during the greeting</source>
        <translation>Colgó durante el saludo</translation>
    </message>
    <message>
        <source>They hung up when asked to choose</source>
        <translation>Colgó al tener que elegir</translation>
    </message>
    <message>
        <source>They hung up when asked for a number</source>
        <translation>Colgó al pedirle un número</translation>
    </message>
    <message>
        <source>They hung up while leaving a message</source>
        <translation>Colgó al dejar un mensaje</translation>
    </message>
    <message>
        <source>They hung up while holding</source>
        <translation>Colgó durante la espera</translation>
    </message>
    <message>
        <source>They hung up, put on hold by us</source>
        <translation>Colgó, en espera por nosotros</translation>
    </message>
    <message>
        <source>They hung up while being passed on</source>
        <translation>Colgó al pasar la llamada</translation>
    </message>
    <message>
        <source>They hung up during the goodbye</source>
        <translation>Colgó durante la despedida</translation>
    </message>
    <message>
        <source>%1 corrected a note</source>
        <translation>%1 corrigió una nota</translation>
    </message>
    <message>
        <source>A note was corrected</source>
        <translation>Se corrigió una nota</translation>
    </message>
    <message>
        <source>%1 corrected how it ended: %2</source>
        <translation>%1 corrigió el final: %2</translation>
    </message>
    <message>
        <source>Corrected: %2</source>
        <translation>Corregido: %2</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Qué pasó</translation>
    </message>
</context>
<context>
    <name>StoryDoings</name>
    <message>
        <source>Correct</source>
        <translation>Corregir</translation>
    </message>
    <message>
        <source>How it ended…</source>
        <translation>Cómo acabó…</translation>
    </message>
    <message>
        <source>The note %1…</source>
        <translation>La nota %1…</translation>
    </message>
    <message>
        <source>This is a copy: what is wrong in it is corrected at the counter.</source>
        <translation>Esto es una copia: lo que esté mal se corrige en recepción.</translation>
    </message>
    <message>
        <source>It is still owed: how it ended can be corrected once it is closed at the desk.</source>
        <translation>Aún se debe: el final podrá corregirse cuando se cierre en recepción.</translation>
    </message>
    <message>
        <source>It still goes on.</source>
        <translation>Aún sigue.</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>One Moment, the strip</source>
        <translation>One Moment, la barra</translation>
    </message>
</context>
<context>
    <name>Switch</name>
    <message>
        <source>What the desk is doing</source>
        <translation>Qué hace el puesto</translation>
    </message>
</context>
<context>
    <name>Talk</name>
    <message>
        <source>ASKING</source>
        <translation>CONSULTA</translation>
    </message>
    <message>
        <source>WITH YOU</source>
        <translation>CON USTED</translation>
    </message>
    <message>
        <source>CALLING</source>
        <translation>LLAMADA</translation>
    </message>
    <message>
        <source>FOR YOU</source>
        <translation>PARA USTED</translation>
    </message>
    <message>
        <source>Your phone rings: pick it up</source>
        <translation>Su teléfono suena: descuelgue</translation>
    </message>
    <message>
        <source>Talking</source>
        <translation>Hablando</translation>
    </message>
    <message>
        <source>Being connected with you</source>
        <translation>Se le está pasando</translation>
    </message>
    <message>
        <source>Being called</source>
        <translation>Llamando</translation>
    </message>
    <message>
        <source>It rings there</source>
        <translation>Está sonando</translation>
    </message>
    <message>
        <source>Pick up the phone: %1</source>
        <translation>Descuelgue: %1</translation>
    </message>
    <message>
        <source>Talking to %1</source>
        <translation>Hablando con %1</translation>
    </message>
    <message>
        <source>It rings at %1</source>
        <translation>Suena en %1</translation>
    </message>
    <message>
        <source>Calling %1</source>
        <translation>Llamando a %1</translation>
    </message>
    <message>
        <source>Connecting you with %1</source>
        <translation>Conectándole con %1</translation>
    </message>
    <message>
        <source>colleague</source>
        <translation>de la casa</translation>
    </message>
    <message>
        <source>VIP</source>
        <translation>VIP</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>número bloqueado</translation>
    </message>
    <message>
        <source>callback promised</source>
        <translation>devolución prometida</translation>
    </message>
    <message>
        <source>left a message</source>
        <translation>dejó un mensaje</translation>
    </message>
    <message>
        <source>hung up</source>
        <translation>colgó</translation>
    </message>
    <message>
        <source>answered elsewhere</source>
        <translation>atendida en otro sitio</translation>
    </message>
    <message>
        <source>turned away, all lines busy</source>
        <translation>rechazada, líneas ocupadas</translation>
    </message>
    <message>
        <source>turned away, blocked</source>
        <translation>rechazada, bloqueada</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>se cortó</translation>
    </message>
    <message>
        <source>ended by us</source>
        <translation>terminada por nosotros</translation>
    </message>
    <message>
        <source>spoken with</source>
        <translation>se habló</translation>
    </message>
    <message>
        <source>passed on</source>
        <translation>pasada</translation>
    </message>
    <message>
        <source>called by us</source>
        <translation>llamada nuestra</translation>
    </message>
    <message>
        <source>rang</source>
        <translation>llamó</translation>
    </message>
    <message>
        <source>The other phone</source>
        <translation>El otro teléfono</translation>
    </message>
    <message>
        <source>%1 is busy</source>
        <translation>%1 comunica</translation>
    </message>
    <message>
        <source>%1 did not answer</source>
        <translation>%1 no contestó</translation>
    </message>
    <message>
        <source>%1 refused the call</source>
        <translation>%1 rechazó la llamada</translation>
    </message>
    <message>
        <source>%1 is no number that can be called</source>
        <translation>%1 no es un número al que se pueda llamar</translation>
    </message>
    <message>
        <source>%1 could not be reached</source>
        <translation>No se pudo localizar a %1</translation>
    </message>
    <message>
        <source>%1, on hold %2</source>
        <translation>%1, en pausa %2</translation>
    </message>
    <message>
        <source>on hold %1, longer than is kind</source>
        <translation>en pausa %1, demasiado</translation>
    </message>
    <message>
        <source>on hold %1</source>
        <translation>en pausa %1</translation>
    </message>
    <message>
        <source>A note; Enter saves it</source>
        <translation>Una nota; Intro la guarda</translation>
    </message>
    <message>
        <source>Note to this call</source>
        <translation>Nota de esta llamada</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Pass on</source>
        <translation>Pasar</translation>
    </message>
    <message>
        <source>Hang up</source>
        <translation>Colgar</translation>
    </message>
    <message>
        <source>Connect them</source>
        <translation>Conectarlos</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Silenciar</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Talking; your microphone is off</source>
        <translation>Hablando; su micrófono está apagado</translation>
    </message>
    <message>
        <source>%1 is on hold %2</source>
        <translation>%1 está en pausa, %2</translation>
    </message>
    <message>
        <source>Open in People</source>
        <translation>Ver la ficha</translation>
    </message>
    <message>
        <source>Add to People</source>
        <translation>Crear una ficha</translation>
    </message>
    <message>
        <source>A callback was promised</source>
        <translation>Se prometió devolver la llamada</translation>
    </message>
    <message>
        <source>%1. Speaking now settles it.</source>
        <translation>%1. Con esta conversación queda resuelto.</translation>
    </message>
    <message>
        <source>Back to %1</source>
        <translation>Volver con %1</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Activar</translation>
    </message>
    <message>
        <source>Switch your microphone on again</source>
        <translation>Volver a encender su micrófono</translation>
    </message>
    <message>
        <source>Switch your microphone off</source>
        <translation>Apagar su micrófono</translation>
    </message>
</context>
<context>
    <name>Thank</name>
    <message>
        <source>Thank %1</source>
        <translation>Dar las gracias a %1</translation>
    </message>
    <message>
        <source>It is shown at the desk, and counted in the log.</source>
        <translation>Se ve en recepción y cuenta en el registro.</translation>
    </message>
    <message>
        <source>A word to go with it, if you like</source>
        <translation>Unas palabras, si quiere</translation>
    </message>
    <message>
        <source>A word to go with it</source>
        <translation>Unas palabras</translation>
    </message>
    <message>
        <source>Your thank-you is not sent yet.</source>
        <translation>Su agradecimiento aún no se ha enviado.</translation>
    </message>
</context>
<context>
    <name>Thanks</name>
    <message>
        <source>Thank you, %1!</source>
        <translation>¡Gracias, %1!</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Quitar</translation>
    </message>
</context>
<context>
    <name>Time</name>
    <message>
        <source>A new time for %1</source>
        <translation>Otra hora para %1</translation>
    </message>
    <message>
        <source>Remind me about %1</source>
        <translation>Recordarme a %1</translation>
    </message>
    <message>
        <source>BY WHEN?</source>
        <translation>¿PARA CUÁNDO?</translation>
    </message>
    <message>
        <source>FROM WHEN ON?</source>
        <translation>¿DESDE CUÁNDO?</translation>
    </message>
    <message>
        <source>Another time, such as 14:30</source>
        <translation>Otra hora, por ejemplo 14:30</translation>
    </message>
    <message>
        <source>Another time</source>
        <translation>Otra hora</translation>
    </message>
    <message>
        <source>Set this time</source>
        <translation>Fijar esta hora</translation>
    </message>
    <message>
        <source>IS THE CALLER TOLD?</source>
        <translation>¿SE LE AVISA?</translation>
    </message>
    <message>
        <source>Do not tell them</source>
        <translation>No avisar</translation>
    </message>
    <message>
        <source>Tell them by a call</source>
        <translation>Avisar con una llamada</translation>
    </message>
    <message>
        <source>One Moment calls by itself and says the new time.</source>
        <translation>One Moment llama por sí mismo y dice la nueva hora.</translation>
    </message>
    <message>
        <source>The new time stands here only; that nobody was told is written down.</source>
        <translation>La nueva hora consta solo aquí; queda anotado que no se avisó.</translation>
    </message>
    <message>
        <source>This is not a time of the day.</source>
        <translation>Eso no es una hora.</translation>
    </message>
    <message>
        <source>Write it as 14:30.</source>
        <translation>Escríbala como 14:30.</translation>
    </message>
</context>
<context>
    <name>Top</name>
    <message>
        <source>Menu</source>
        <translation>Menú</translation>
    </message>
    <message>
        <source>Who is there?</source>
        <translation>¿Quién está?</translation>
    </message>
    <message>
        <source>At the desk: %1</source>
        <translation>En el puesto: %1</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>Copy details</source>
        <translation>Copiar detalles</translation>
    </message>
    <message>
        <source>Next trouble, %1</source>
        <translation>Siguiente problema, %1</translation>
    </message>
    <message>
        <source>Calls cannot reach this desk until it is put right.</source>
        <translation>Las llamadas no llegan a este puesto hasta que se arregle.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>tomorrow %1</source>
        <translation>mañana %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>ayer %1</translation>
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
        <translation>vence ahora</translation>
    </message>
    <message>
        <source>%1 late</source>
        <translation>%1 tarde</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>menos de un minuto</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>quedan %1</translation>
    </message>
    <message>
        <source>in less than a minute</source>
        <translation>en menos de un minuto</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>en %1</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>ahora mismo</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>hace %1</translation>
    </message>
    <message>
        <source>Extension %1</source>
        <translation>Extensión %1</translation>
    </message>
    <message>
        <source>Withheld number</source>
        <translation>Número oculto</translation>
    </message>
    <message>
        <source>Unknown number</source>
        <translation>Número desconocido</translation>
    </message>
    <message>
        <source>1st in line</source>
        <translation>1.º en la cola</translation>
    </message>
    <message>
        <source>2nd in line</source>
        <translation>2.º en la cola</translation>
    </message>
    <message>
        <source>3rd in line</source>
        <translation>3.º en la cola</translation>
    </message>
    <message>
        <source>%1th in line</source>
        <translation>%1.º en la cola</translation>
    </message>
    <message>
        <source>holding</source>
        <translation>en espera</translation>
    </message>
    <message>
        <source>being passed on to %1</source>
        <translation>se está pasando a %1</translation>
    </message>
    <message>
        <source>being passed on</source>
        <translation>se está pasando</translation>
    </message>
    <message>
        <source>hears it ringing</source>
        <translation>oye el tono de llamada</translation>
    </message>
    <message>
        <source>is being answered</source>
        <translation>se está contestando</translation>
    </message>
    <message>
        <source>hears the greeting</source>
        <translation>escucha el saludo</translation>
    </message>
    <message>
        <source>is choosing</source>
        <translation>está eligiendo</translation>
    </message>
    <message>
        <source>hears the number read back</source>
        <translation>escucha su número repetido</translation>
    </message>
    <message>
        <source>is keying in a number</source>
        <translation>está marcando un número</translation>
    </message>
    <message>
        <source>is asked for another number</source>
        <translation>se le pide otro número</translation>
    </message>
    <message>
        <source>leaving a message</source>
        <translation>está dejando un mensaje</translation>
    </message>
    <message>
        <source>may keep or repeat the message</source>
        <translation>puede guardar o repetir el mensaje</translation>
    </message>
    <message>
        <source>hears the goodbye</source>
        <translation>escucha la despedida</translation>
    </message>
    <message>
        <source>is being connected with you</source>
        <translation>se le está pasando a usted</translation>
    </message>
    <message>
        <source>is with you</source>
        <translation>está con usted</translation>
    </message>
    <message>
        <source>on hold</source>
        <translation>en pausa</translation>
    </message>
    <message>
        <source>is being called</source>
        <translation>se le está llamando</translation>
    </message>
    <message>
        <source>it rings there</source>
        <translation>está sonando</translation>
    </message>
    <message>
        <source>hears of the new time</source>
        <translation>escucha la nueva hora</translation>
    </message>
    <message>
        <source>No calls</source>
        <translation>Sin llamadas</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Libre</translation>
    </message>
    <message>
        <source>Serving</source>
        <translation>Atendiendo</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Ausente</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Cerrado</translation>
    </message>
    <message>
        <source>Closed, opens %1</source>
        <translation>Cerrado, abre: %1</translation>
    </message>
    <message>
        <source>Practice line</source>
        <translation>Línea de práctica</translation>
    </message>
    <message>
        <source>Line starting</source>
        <translation>Línea arrancando</translation>
    </message>
    <message>
        <source>Line connecting</source>
        <translation>Línea conectando</translation>
    </message>
    <message>
        <source>Line ready</source>
        <translation>Línea lista</translation>
    </message>
    <message>
        <source>Line refused</source>
        <translation>Línea rechazada</translation>
    </message>
    <message>
        <source>Line unreachable</source>
        <translation>Línea inaccesible</translation>
    </message>
    <message>
        <source>Line down</source>
        <translation>Línea caída</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>Contactado</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Sin respuesta</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Ocupado</translation>
    </message>
    <message>
        <source>Voicemail</source>
        <translation>Buzón de voz</translation>
    </message>
    <message>
        <source>Wrong number</source>
        <translation>Número equivocado</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Falló</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Rechazada</translation>
    </message>
    <message>
        <source>promised by %1, %2</source>
        <translation>prometido para: %1, %2</translation>
    </message>
    <message>
        <source>asked to be called back, %1</source>
        <translation>pidió que le llamaran, %1</translation>
    </message>
    <message>
        <source>hung up while waiting, %1</source>
        <translation>colgó mientras esperaba, %1</translation>
    </message>
    <message>
        <source>held for too long, %1</source>
        <translation>esperó demasiado, %1</translation>
    </message>
    <message>
        <source>left a message, %1</source>
        <translation>dejó un mensaje, %1</translation>
    </message>
    <message>
        <source>was cut off by us, %1</source>
        <translation>se cortó por nuestra parte, %1</translation>
    </message>
    <message>
        <source>asked for it</source>
        <translation>lo pidió</translation>
    </message>
    <message>
        <source>hung up</source>
        <translation>colgó</translation>
    </message>
    <message>
        <source>held too long</source>
        <translation>esperó mucho</translation>
    </message>
    <message>
        <source>message</source>
        <translation>mensaje</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>cortada</translation>
    </message>
    <message>
        <source>ringing for %1</source>
        <translation>sonando desde hace %1</translation>
    </message>
    <message>
        <source>says it is urgent, holding %1</source>
        <translation>dice que es urgente, en espera %1</translation>
    </message>
    <message>
        <source>holding %1, longer than is kind</source>
        <translation>en espera %1, demasiado</translation>
    </message>
    <message>
        <source>holding %1</source>
        <translation>en espera %1</translation>
    </message>
    <message>
        <source>third call in five minutes</source>
        <translation>tercera llamada en cinco minutos</translation>
    </message>
    <message>
        <source>as soon as you are free</source>
        <translation>en cuanto esté libre</translation>
    </message>
    <message>
        <source>Message from %1</source>
        <translation>Mensaje de %1</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>Nada pendiente</translation>
    </message>
    <message>
        <source>Call %1 back</source>
        <translation>Llamar a %1</translation>
    </message>
    <message>
        <source>%1 long, left at %2</source>
        <translation>%1 de duración, dejado: %2</translation>
    </message>
</context>
</TS>
