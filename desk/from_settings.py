"""From the settings to what each room takes: the rules' numbers, the phone line's, the voice's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from audio.numerals import Language
from audio.prompts import Prompts
from audio.voice import Voice, VoiceReport, find_voice
from config.settings import Settings
from desk.channels.phone.settings import LOOPBACK, PhoneSettings
from desk.core.model import Blocked, DeskPhoneWay, Policy, SideKind, Span


def policy_of(settings: Settings) -> Policy:
    """The rules' numbers, from the settings."""
    p = settings.policy
    return Policy(
        time_zone=settings.desk.time_zone,
        max_calls=settings.phone.max_calls,
        ring_free=p.ring_free,
        ring_serving=p.ring_serving,
        menu_wait=p.menu_wait,
        menu_tries=p.menu_tries,
        message_longest=p.message_longest,
        hold_first_announcement=p.hold_first_announcement,
        hold_announcement=p.hold_announcement,
        hold_alarm=p.hold_alarm,
        hold_longest=p.hold_longest,
        promise_minutes=p.promise_minutes,
        promise_rounding=p.promise_rounding,
        promises_open=p.promises_open,
        warn_before=p.warn_before,
        urgent=p.urgent,
        urgent_per_hour=p.urgent_per_hour,
        ring_desk=p.ring_desk,
        ring_there=p.ring_there,
        transfer_longest=p.transfer_longest,
        claim_expires=p.claim_expires,
        retries=p.retries,
        retry_after=p.retry_after,
        serving_longest=p.serving_longest,
        vip_minutes=p.vip_minutes,
        blocked=Blocked(p.blocked),
        calls_per_hour=p.calls_per_hour,
        desk_phone_way=DeskPhoneWay(settings.phone.desk_phone_way),
        week=tuple(tuple(Span(start=start, end=end) for start, end in day) for day in settings.week),
        holidays=settings.holidays,
    )


def phone_of(settings: Settings) -> PhoneSettings:
    """What the phone line needs, from the settings."""
    p = settings.phone
    return PhoneSettings(
        listen=p.listen,
        registrar=p.registrar,
        user=p.user,
        password=p.password,
        transport=p.transport,
        peers=p.peers or (() if p.registrar else tuple(map(str, LOOPBACK))),
        max_calls=p.max_calls,
        zone=settings.desk.time_zone,
        desk_phone=p.desk_phone,
        caller_id=p.caller_id,
        srtp=p.srtp,
        certificate=p.certificate,
    )


def side_of(settings: Settings) -> SideKind:
    """What the person speaks through unless the window chose something else."""
    said = settings.headset.side
    if said == "auto":
        return SideKind.DESK_PHONE if settings.phone.desk_phone else SideKind.HEADSET
    return SideKind(said)


@dataclass(frozen=True)
class Voices:
    """The prompts in the desk's language, what was found to speak them with, and how to have them in another
    language.
    """

    prompts: Prompts
    report: VoiceReport
    others: Callable[[Language], Prompts]


def voices_of(settings: Settings, data: Path) -> Voices:
    """Find a voice and load the prompts. Raises `audio.prompts.PromptError` when a prompt file is wrong."""
    v, d = settings.voice, settings.desk

    def prompts(language: Language, voice: Voice | None, recordings: Path | None) -> Prompts:
        zone = ZoneInfo(d.time_zone)
        return Prompts(language, d.company, d.country, zone, voice, recordings, data / "voice")

    def others(language: Language) -> Prompts:
        """Spoken by the voice that is usual for it; of the recordings only those in the language's folder."""
        voice, _ = find_voice(v.engine, "", v.rate, language)
        folder = settings.recordings / language if settings.recordings else None
        return prompts(language, voice, folder if folder and folder.is_dir() else None)

    voice, report = find_voice(v.engine, v.voice, v.rate, d.language)
    return Voices(prompts(d.language, voice, settings.recordings), report, others)
