"""The caller's ear: every prompt as it arrives at the far end of a real call, written down by Whisper."""

import json
import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from audio.numerals import LANGUAGES, Language
from tests.bench.engine import ROOT, end
from tests.bench.far_end import FarEnd
from tests.bench.report import CannotMeasure, Figure, Part
from tests.bench.sip_caller import SipCaller
from tests.bench.teller import number_for
from tests.ports import free_port

AT_ONCE = 6
_LONGEST = 40.0
_SHORT = ("read_back", "promise_already", "hold_place")


@dataclass(frozen=True)
class Said:
    """One prompt: what was said, what was written down, and how far they differ."""

    language: Language
    name: str
    text: str
    heard: str
    words: int
    wrong: int
    digits_right: bool


def run(quick: bool = False) -> Part:
    os.environ.setdefault("OMP_NUM_THREADS", "2")
    from tests.audio import ear

    part = Part(
        "ear",
        "every prompt as recorded at the far end of a real SIP call (G.711 mu-law, RTP), written down by "
        "faster-whisper offline (English tiny.en, the others base); % of words wrong, numbers "
        "written alike.",
    )
    said: list[Said] = []
    for language in LANGUAGES:
        for name, text, pcm in _recorded(language, quick):
            try:
                heard = ear.write_down(pcm, language)
            except ear.Unavailable as why:
                raise CannotMeasure(str(why)) from why
            said.append(
                Said(
                    language,
                    name,
                    text,
                    heard,
                    len(ear.words(text, language)),
                    ear.word_errors(text, heard, language),
                    ear.digits(text, language) == ear.digits(heard, language),
                )
            )
    part.figures = _figures(said)
    part.notes = [
        f"{one.language} {one.name}: {one.wrong} of {one.words} words"
        f"{'' if one.digits_right else ', DIGITS'}\n      said  {one.text}\n      heard {one.heard}"
        for one in said
        if one.wrong or not one.digits_right
    ]
    return part


def _figures(said: list[Said]) -> list[Figure]:
    english = [one for one in said if one.language == "en"]
    figures = [
        Figure(f"English, all {len(english)} prompts: words wrong", _wrong(english), "%", at_most=5),
        Figure(
            f"English: prompts with a number or time wrong, of {sum(_has_digits(one) for one in english)}",
            sum(not one.digits_right for one in english),
            at_most=0,
        ),
    ]
    for language in [each for each in LANGUAGES if each != "en"]:
        all_of = [one for one in said if one.language == language]
        greetings = [one for one in all_of if one.name.startswith("greeting")]
        figures += [
            Figure(f"{language}, greetings: words wrong", _wrong(greetings), "%", at_most=5),
            Figure(f"{language}, all {len(all_of)} prompts: words wrong", _wrong(all_of), "%"),
            Figure(
                f"{language}: prompts with a number or time wrong", sum(not x.digits_right for x in all_of)
            ),
        ]
    return figures


def _has_digits(one: Said) -> bool:
    from tests.audio import ear

    return bool(ear.digits(one.text, one.language))


def _wrong(said: list[Said]) -> float:
    words = sum(one.words for one in said)
    return 100 * sum(one.wrong for one in said) / words if words else float("nan")


def _recorded(language: Language, quick: bool) -> list[tuple[str, str, bytes]]:
    """Name, text and sound of every prompt, each from a call of its own."""
    with tempfile.TemporaryDirectory(prefix="onemoment-ear-") as folder, FarEnd() as far_end:
        port = free_port()
        with (Path(folder) / "said").open("wb") as errors:
            teller = subprocess.Popen(
                [sys.executable, "-m", "tests.bench.teller", language, str(port), f"{folder}/voice"],
                cwd=ROOT,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
            )
        try:
            assert teller.stdout is not None
            first = teller.stdout.readline()
            if not first:
                raise CannotMeasure(f"The line did not start: {(Path(folder) / 'said').read_text()[-400:]}")
            listed: list[tuple[str, str]] = [(name, text) for name, text in json.loads(first)]
            wanted = [
                place
                for place, (name, _) in enumerate(listed)
                if not quick or name.startswith("greeting") or (language == "en" and name in _SHORT)
            ]
            with ThreadPoolExecutor(AT_ONCE) as pool:
                sounds = list(pool.map(lambda place: _listen(far_end, port, place), wanted))
            return [(*listed[place], pcm) for place, pcm in zip(wanted, sounds, strict=True)]
        finally:
            end(teller)


def _listen(far_end: FarEnd, port: int, place: int) -> bytes:
    """One call to its end by the desk; what was heard."""
    caller = SipCaller(far_end, ("127.0.0.1", port), number_for(place))
    try:
        caller.invite()
        caller.wait_answered(10)
        caller.attend(_LONGEST)
        assert caller.stream is not None
        return caller.stream.pcm()
    finally:
        caller.end()
