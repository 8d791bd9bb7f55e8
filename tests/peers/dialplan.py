"""What each number does that is dialled at the tests' Asterisk: robots that call in, colleagues, outsiders.

Who is called says so: `FarEndRang` when a number is dialled, with what it is shown of us, `FarEndAnswered`
when it picks up. What both say is recorded. Each answering far end has a tone of its own: see `tone_of`.
HOME becomes the instance's folder. Commas cannot stand in a variable that comes by the manager's line.
"""

from __future__ import annotations

ANSWERS = "answers"
BUSY = "busy"
NO_ANSWER = "no_answer"
DECLINES = "declines"
HANGS_UP = "hangs_up"
CONGESTION = "congestion"
VOICEMAIL = "voicemail"
FORBIDDEN = "forbidden"
AWAY = "away"

COLLEAGUES = {
    "214": ANSWERS,
    "215": BUSY,
    "216": NO_ANSWER,
    "217": DECLINES,
    "218": HANGS_UP,
    "221": ANSWERS,
    "222": ANSWERS,
    "223": ANSWERS,
}
"""Extensions of colleagues, and what each does. 219 is the desk phone: a telephone that registers."""
DESK_PHONE = "219"
ROBOT_DESK_PHONE = "220"
"""A desk phone that Asterisk plays itself: it picks up after a second, and has a tone as its voice."""

HEADERS = {"From": "From", "Asserted": "P-Asserted-Identity", "Preferred": "P-Preferred-Identity"}

AS_TOLD = "as_told"
"""Does what `Asterisk.tell` says, and is busy until it has been told."""

OUTSIDE = {
    1: ANSWERS,
    2: BUSY,
    3: CONGESTION,
    4: VOICEMAIL,
    5: NO_ANSWER,
    6: DECLINES,
    7: FORBIDDEN,
    8: AWAY,
    9: AS_TOLD,
}
"""Outside numbers are +1 202 555 01KN: K says what the number does, N is anybody."""


def outside(does: str, one: int = 0) -> str:
    """An outside number (E.164, kept for fiction) that does this."""
    kind = next(kind for kind, each in OUTSIDE.items() if each == does)
    return f"+120255501{kind}{one}"


def between(note: int) -> int:
    """A pitch in hertz that no music has: half way from the note so many semitones above A4 to the next."""
    return round(440 * 2 ** ((note + 0.5) / 12))


def tone_of(number: str) -> int:
    """The pitch in hertz with which that number answers: apart from the others' and from our hold music."""
    return between((4 if len(number) < 5 else 14) + int(number[-1]))


VOICES = (between(0), between(2), between(-2))
"""The pitches that callers have as their voices."""
TONES = {*VOICES, *map(tone_of, (*COLLEAGUES, ROBOT_DESK_PHONE))} | {
    tone_of(outside(ANSWERS, one)) for one in range(10)
}
"""Every pitch there is a file of: prompts/tone-HERTZ.wav, as long as a whole number of its waves."""

# A far end is a telephone like any other: Asterisk calls itself by SIP, as `loop`. (Who is passed on to a
# Local channel is not heard there any more, once on hold.) Who it is goes along in a header.
# While it rings it waits for a key: Wait() would send silence, and Asterisk takes that for the answer when
# a caller is passed on to it.
_FAR_END = r"""
exten => _X!,1,Set(all=${PJSIP_HEADER(read,X-Far)})
 same => n,Set(FAREND=${CUT(all,&,1)})
 same => n,Set(DOES=${CUT(all,&,2)})
 same => n,Set(TONE=${CUT(all,&,3)})
 same => n,Set(AFTER=${CUT(all,&,4)})
 same => n,Set(CHANNEL(hangup_handler_push)=gone,${EXTEN},1)
 same => n,GotoIf($["${DOES}"="busy"]?busy)
 same => n,GotoIf($["${DOES}"="congestion"]?congestion)
 same => n,GotoIf($["${DOES}"="no_answer"]?no_answer)
 same => n,Ringing()
 same => n,WaitDigit(${IF($["${AFTER}"=""]?1:${AFTER})})
 same => n,UserEvent(FarEndAnswered,Number: ${EXTEN},Name: ${FAREND})
 same => n,Answer()
 same => n,ExecIf($["${DOES}"="hangs_up"]?Hangup())
 same => n,MixMonitor(HOME/calls/${FAREND}.wav,RECORD)
 same => n,GotoIf($["${DOES}"="voicemail"]?voicemail)
 same => n(hum),Playback(HOME/prompts/tone-${TONE})
 same => n,Goto(hum)
 same => n(voicemail),Playback(vm-isunavail&vm-intro)
 same => n,PlayTones(!1000/400)
 same => n,Wait(300)
 same => n,Hangup()
 same => n(busy),Busy(10)
 same => n(congestion),Congestion(10)
 same => n(no_answer),Ringing()
 same => n,WaitDigit(300)
 same => n,Hangup()

[telling]
exten => who,1,Set(PJSIP_HEADER(add,X-Far)=${FAREND}&${DOES}&${TONE}&${AFTER})
 same => n,Return()

[gone]
exten => _X!,1,UserEvent(FarEndGone,Number: ${EXTEN},Name: ${FAREND})
 same => n,Return()
""".replace("RECORD", "r(HOME/calls/${FAREND}-heard.wav)t(HOME/calls/${FAREND}-said.wav)")


def _dials(number: str, does: str, tone: str, after: str = "1") -> str:
    """What the desk's call to a number meets: it is told as it was shown, then rung, busy, or refused."""
    answer = {
        DECLINES: "PJSIPHangup(603)",
        FORBIDDEN: "PJSIPHangup(403)",
        AWAY: "PJSIPHangup(480)",
        BUSY: "Busy(10)",
        CONGESTION: "Congestion(10)",
    }.get(does, "Dial(PJSIP/${FILTER(0-9,${EXTEN})}@loop,120,b(telling^who^1))")
    told_to = "${GLOBAL(DOES_${FILTER(0-9,${EXTEN})})}"
    doing = f'${{IF($["{told_to}"=""]?{BUSY}:{told_to})}}' if does == AS_TOLD else does
    told = "Number: ${FILTER(0-9,${EXTEN})},Name: ${FAREND},By: ${CHANNEL(name)},Shown: ${CALLERID(num)}"
    headers = ",".join(f"{name}: ${{PJSIP_HEADER(read,{header})}}" for name, header in HEADERS.items())
    return rf"""exten => {number},1,Set(__FAREND=far-${{FILTER(0-9,${{EXTEN}})}}-${{UNIQUEID}})
 same => n,Set(__DOES={doing})
 same => n,Set(__TONE={tone})
 same => n,Set(__AFTER=${{IF($["${{AFTER}}"=""]?{after}:${{AFTER}})}})
 same => n,GotoIf($["${{CHANNEL(channeltype)}}"="PJSIP"]?sip)
 same => n,UserEvent(FarEndRang,{told})
 same => n,Goto(rings)
 same => n(sip),UserEvent(FarEndRang,{told},{headers})
 same => n(rings),NoOp(It rings)
 same => n,{answer}
 same => n,ExecIf($["${{DIALSTATUS}}"="BUSY"]?Busy(10))
 same => n,ExecIf($["${{DIALSTATUS}}"="CONGESTION"]?Congestion(10))
 same => n,Hangup()
"""


def _phones() -> str:
    text = ""
    for number, does in COLLEAGUES.items():
        text += _dials(number, does, str(tone_of(number)))
    text += _dials(ROBOT_DESK_PHONE, ANSWERS, str(tone_of(ROBOT_DESK_PHONE)))
    for kind, does in OUTSIDE.items():
        tone = "${CUT(TONES,-,$[${EXTEN:-1} + 1])}"
        for before in ("+1", "1", "001"):
            text += _dials(f"_{before}20255501{kind}X", does, tone)
    return text


ROBOTS = r"""
[callers]
; the leg that rings the desk: by whom, with which name, for how long, and who else is rung
exten => dial,1,Set(CALLERID(all)=${CALLER})
 same => n,ExecIf($["${WITHHELD}"="1"]?Set(CALLERID(pres)=prohib_not_screened))
 same => n,Dial(${RING},${RINGTIME},g)
 same => n,Hangup()
exten => h,1,Set(legs=${HANGUPCAUSE_KEYS()})
 same => n,Set(said=${HANGUPCAUSE(${CUT(legs,\,,1)},tech)})
 same => n,UserEvent(RobotEnded,Robot: ${ROBOT},Dialled: ${DIALSTATUS},Said: ${said})

[colleagues]
; another phone of the ring group, which answers after a while
exten => _colleague-X.,1,Wait(${EXTEN:10})
 same => n,Answer()
 same => n,Wait(${COLLEAGUETALKS})
 same => n,Hangup()

[robots]
; a robot is a caller that does what STEPS says, one after the other, once it was answered: wait:2&keys:2
exten => robot,1,UserEvent(RobotAnswered,Robot: ${ROBOT})
 same => n,MixMonitor(HOME/calls/${ROBOT}.wav,r(HOME/calls/${ROBOT}-heard.wav)t(HOME/calls/${ROBOT}-said.wav))
 same => n,Set(i=1)
 same => n(next),Set(step=${CUT(STEPS,&,${i})})
 same => n,GotoIf($["${step}"=""]?done)
 same => n,Set(i=$[${i}+1])
 same => n,Set(value=${CUT(step,:,2)})
 same => n,UserEvent(RobotStep,Robot: ${ROBOT},Step: ${step})
 same => n,Goto(${CUT(step,:,1)})
 same => n(wait),Wait(${value})
 same => n,Goto(next)
 same => n(keys),SendDTMF(${value},300,120)
 same => n,Goto(next)
; until the test has said this number
 same => n(told),GotoIf($["${GLOBAL(TOLD-${ROBOT})}"="${value}"]?next)
 same => n,Wait(0.05)
 same => n,Goto(told)
; two tones in the sound itself, for 0.12 s
 same => n(tones),PlayTones(!${value}/120,!0/1000)
 same => n,Wait(0.4)
 same => n,StopPlayTones()
 same => n,Goto(next)
 same => n(play),Playback(HOME/prompts/${value})
 same => n,Goto(next)
; one steady pitch to the end. Not by PlayTones(): that makes a sound only while one comes in, and two of
; its kind that are connected wait for each other
 same => n(hum),Playback(HOME/prompts/tone-${value})
 same => n,Goto(hum)
 same => n(done),Hangup()
"""

_HEAD = r"""[phones]
exten => _60XX,1,Dial(PJSIP/${EXTEN},60)
 same => n,Hangup()
exten => 219,1,Dial(PJSIP/219,60)
 same => n,ExecIf($["${DIALSTATUS}"="BUSY"]?Busy(10))
 same => n,Hangup()
; prompt-NAME answers and plays HOME/prompts/NAME.wav: what a benchmark compares with; it first waits
; for the caller's own sound, for half a second at most
exten => _prompt-.,1,Answer()
 same => n,Playback(HOME/prompts/${EXTEN:7})
 same => n,Hangup()
exten => echo,1,Answer()
 same => n,Echo()
"""

_GLOBALS = f"[globals]\nTONES={'-'.join(str(tone_of(outside(ANSWERS, one))) for one in range(10))}\n"

EXTENSIONS = _GLOBALS + _HEAD + _phones() + "\n[farends]" + _FAR_END + ROBOTS
