"""Which program of the system speaks Chinese, and how it is asked."""

from __future__ import annotations

import base64
import sys
from collections.abc import Sequence

import pytest

from zbreader.services.voices import Manner, Voice, _answer, find_voice

ESPEAK = "Pty Language       Age/Gender VoiceName\n 5  af   --/M  Afrikaans\n 5  cmn  --/M  Chinese_(Mandarin)\n"
SAY = "Alex                en_US    # Hello\nEddy (中国大陆)      zh_CN    # 你好\nMeijia   zh_TW    # 您好\n"


def finder(installed: dict[str, str]):  # program -> what it says when it is asked
    def which(name: str) -> str | None:
        return f"/usr/bin/{name}" if name in installed else None

    def ask(command: Sequence[str]) -> str:
        return installed[command[0].rsplit("/", 1)[1]]

    return which, ask


@pytest.mark.parametrize(
    ("platform", "installed", "voice"),
    [
        ("linux", {}, None),
        ("linux", {"espeak-ng": ESPEAK}, Voice("espeak-ng", "/usr/bin/espeak-ng", Manner.INPUT, "cmn")),
        ("linux", {"espeak": ESPEAK.replace("cmn", "zh ")}, Voice("espeak", "/usr/bin/espeak", Manner.INPUT, "zh")),
        ("linux", {"espeak-ng": ESPEAK.replace("cmn", "fi ")}, None),
        (
            "linux",
            {"spd-say": "NAME LANGUAGE VARIANT\nMandarin zh none\n", "espeak-ng": ESPEAK},
            Voice("spd-say", "/usr/bin/spd-say", Manner.ARGUMENT, "zh"),
        ),
        ("linux", {"spd-say": "NAME LANGUAGE VARIANT\nEnglish en none\n"}, None),
        ("darwin", {"say": SAY}, Voice("say", "/usr/bin/say", Manner.INPUT, "Eddy (中国大陆)")),
        ("darwin", {"say": "Alex en_US # Hello\n"}, None),
        ("win32", {"powershell.exe": "en-US\r\nzh-CN\r\n"}, Voice("sapi", "/usr/bin/powershell.exe", Manner.LINES)),
        ("win32", {"powershell.exe": "en-US\r\n"}, None),
    ],
)
def test_a_voice_is_one_that_speaks_chinese(platform: str, installed: dict[str, str], voice: Voice | None) -> None:
    which, ask = finder(installed)
    assert find_voice(platform, which, ask) == voice


@pytest.mark.parametrize(("speed", "words"), [(1.0, "165"), (2.0, "330"), (0.5, "82"), (9.0, "330")])
def test_speed_in_words_a_minute(speed: float, words: str) -> None:
    assert words in Voice("espeak-ng", "espeak-ng", Manner.INPUT, "cmn").arguments(speed)
    assert words in Voice("say", "say", Manner.INPUT, "Eddy").arguments(speed)


@pytest.mark.parametrize(("speed", "rate"), [(1.0, "0"), (2.0, "100"), (0.5, "-100")])
def test_speed_of_the_dispatcher(speed: float, rate: str) -> None:
    arguments = Voice("spd-say", "spd-say", Manner.ARGUMENT, "zh").arguments(speed)
    assert rate in arguments
    assert arguments[-1] == "--"  # a text that begins with a dash is a text


def test_what_is_said_is_data_never_a_command() -> None:
    text = "一\n$(rm -rf /)；‘;& \U0001f600"
    lines = Voice("sapi", "powershell.exe", Manner.LINES)
    told = lines.message(text)
    assert told.endswith(b"\n")
    assert told.count(b"\n") == 1
    assert base64.b64decode(told).decode() == text.replace("\n", " ")
    script = base64.b64decode(lines.arguments(1.0)[-1]).decode("utf-16-le")
    assert "RATE" not in script
    assert "rm -rf" not in script
    assert Voice("e", "e", Manner.INPUT).message("坏\ud800") == "坏?".encode()


def test_a_program_that_is_not_there_or_does_not_answer_is_no_voice() -> None:
    assert _answer(["/nowhere/at-all"]) == ""
    assert _answer([sys.executable, "-c", "print('cmn')"]).strip() == "cmn"
