"""The system's own voice, where it has one that speaks Chinese: which program it is, and how it is asked.

Nothing is installed and nothing goes through a shell: a voice is a program of the system, started with arguments of
ours; what it is to say goes to its standard input, or is its last argument.
"""

from __future__ import annotations

import base64
import re
import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

SLOWEST, USUAL, FASTEST = 0.5, 1.0, 2.0  # speeds: 1 is the voice's own
_WORDS_A_MINUTE = 165  # of espeak and say at their own speed
_PATIENCE = 4.0  # seconds for a question to a program

# Reads lines of base64 (UTF-8) and answers each with one line when it was spoken.
_SAPI = """
Add-Type -AssemblyName System.Speech
$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer
$found = $voice.GetInstalledVoices() |
  Where-Object { $_.Enabled -and $_.VoiceInfo.Culture.Name -like 'zh*' } | Select-Object -First 1
if ($found) { $voice.SelectVoice($found.VoiceInfo.Name) }
$voice.Rate = RATE
while (($line = [Console]::In.ReadLine()) -ne $null) {
  $voice.Speak([Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($line)))
  [Console]::Out.WriteLine('.')
}
"""

Which = Callable[[str], "str | None"]
Ask = Callable[[Sequence[str]], str]


class Manner(str, Enum):
    """How a program is told what to say."""

    INPUT = "input"  # whole text on standard input; it ends when it was spoken
    ARGUMENT = "argument"  # text as its last argument; it ends when it was spoken
    LINES = "lines"  # base64 lines on standard input, each answered by a line; it goes on


@dataclass(frozen=True, slots=True)
class Voice:
    """A program that speaks Chinese. `name` is the program's, `program` its path, `language` what it calls Chinese."""

    name: str
    program: str
    manner: Manner
    language: str = ""

    def arguments(self, speed: float) -> list[str]:
        """What the program is started with, for a speed (SLOWEST..FASTEST; 1 is its own)."""
        speed = min(max(speed, SLOWEST), FASTEST)
        words = str(round(_WORDS_A_MINUTE * speed))
        if self.name == "spd-say":  # its rate goes from -100 to 100
            rate = round((speed - 1) * (100 if speed > 1 else 200))
            return ["--wait", "--language", self.language, "--rate", str(max(-100, rate)), "--"]
        if self.name == "say":
            return ["-v", self.language, "-r", words, "-f", "-"]
        if self.manner is Manner.LINES:
            rate = round((speed - 1) * (10 if speed > 1 else 20))
            return ["-NoProfile", "-NonInteractive", "-EncodedCommand", _encoded(_SAPI.replace("RATE", str(rate)))]
        return ["-v", self.language, "-s", words, "--stdin"]

    @property
    def silencer(self) -> list[str]:
        """The command that silences what the program handed on to somebody else; empty where ending it is enough."""
        return [self.program, "--cancel"] if self.name == "spd-say" else []

    def message(self, text: str) -> bytes:
        """What goes to standard input for a text."""
        text = " ".join(text.split())
        if self.manner is Manner.LINES:
            return base64.b64encode(text.encode(errors="replace")) + b"\n"
        return text.encode(errors="replace") if self.manner is Manner.INPUT else b""


def find_voice(platform: str = sys.platform, which: Which = shutil.which, ask: Ask | None = None) -> Voice | None:
    """The voice to read with; None where no program of the system speaks Chinese. Takes up to a few seconds."""
    ask = ask or _answer
    if platform == "win32":
        return _sapi(which, ask)
    if platform == "darwin":
        program = which("say")
        language = _first(r"^(.+?)\s+zh_CN\b", ask([program, "-v", "?"])) if program else ""
        return Voice("say", program, Manner.INPUT, language) if program and language else None
    program = which("spd-say")
    if program and _first(r"^\S.*?\s(zh|cmn)", ask([program, "--list-synthesis-voices"])):
        return Voice("spd-say", program, Manner.ARGUMENT, "zh")
    for name in ("espeak-ng", "espeak"):
        program = which(name)
        if program:
            language = _first(r"^\s*\d+\s+(cmn|zh)\s", ask([program, "--voices"]))
            if language:
                return Voice(name, program, Manner.INPUT, language)
    return None


def _sapi(which: Which, ask: Ask) -> Voice | None:
    program = which("powershell.exe") or which("powershell")
    if not program:
        return None
    listing = (
        "Add-Type -AssemblyName System.Speech; (New-Object System.Speech.Synthesis.SpeechSynthesizer)"
        ".GetInstalledVoices() | ForEach-Object { $_.VoiceInfo.Culture.Name }"
    )
    told = ask([program, "-NoProfile", "-NonInteractive", "-EncodedCommand", _encoded(listing)])
    found = any(line.strip().lower().startswith("zh") for line in told.splitlines())
    return Voice("sapi", program, Manner.LINES) if found else None


def _first(pattern: str, told: str) -> str:
    """The group of the first line of what was told that fits; "" when none does."""
    found = re.search(pattern, told, re.MULTILINE)
    return found[1] if found else ""


def _encoded(script: str) -> str:
    """A script as PowerShell takes it whole: no quoting, no shell."""
    return base64.b64encode(script.encode("utf-16-le")).decode("ascii")


def _answer(command: Sequence[str]) -> str:
    """What a program says; nothing when it cannot be started or says nothing in time."""
    import subprocess  # not before a voice is looked for: no part of the start

    try:
        done = subprocess.run(
            list(command),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_PATIENCE,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.decode(errors="replace")
