"""Reading aloud with a voice of our own: a small program that writes down what it is told."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from zbreader.services.voices import Manner, Voice
from zbreader.ui.speaking.reading_aloud import ReadingAloud, State
from zbreader.ui.speaking.speaker import Speaker

TEXT = "渡口到了。“慢行！”他说。\n老船还在，-n 也在。"
SAID = ["渡口到了。", "“慢行！”", "他说。", "老船还在，-n 也在。"]
INPUT = "import sys; open(sys.argv[1], 'ab').write(sys.stdin.buffer.read() + b'\\n')"
ARGUMENT = "import sys; open(sys.argv[1], 'ab').write(sys.argv[-1].encode() + b'\\n')"
LINES = """
import base64, sys
for line in sys.stdin:
    open(sys.argv[1], 'ab').write(base64.b64decode(line) + b'\\n')
    print('.', flush=True)
"""
SLOW = "import sys, time; sys.stdin.read(); time.sleep(30)"
BROKEN = "raise SystemExit(3)"


class Fake(Voice):
    """A voice whose program is Python; arguments as the test wants them."""

    def arguments(self, speed: float) -> list[str]:
        return ["-c", self.language, self.name, str(speed)]


def voice(tmp_path: Path, manner: Manner, script: str) -> Voice:
    return Fake(str(tmp_path / "said.txt"), sys.executable, manner, script)


def said(tmp_path: Path) -> list[str]:
    return (tmp_path / "said.txt").read_text(encoding="utf-8").splitlines()


@pytest.fixture
def make(qtbot, tmp_path: Path):
    made: list[ReadingAloud] = []

    def make_it(manner: Manner, script: str, quickest: float = 0.0) -> ReadingAloud:
        speaker = Speaker(voice(tmp_path, manner, script))
        made.append(ReadingAloud(speaker, quickest=quickest))
        speaker.setParent(made[-1])
        return made[-1]

    yield make_it
    for aloud in made:
        aloud.stop()


@pytest.mark.parametrize(
    ("manner", "script"), [(Manner.INPUT, INPUT), (Manner.ARGUMENT, ARGUMENT), (Manner.LINES, LINES)]
)
def test_every_sentence_is_said_and_followed(make, qtbot, tmp_path: Path, manner: Manner, script: str) -> None:
    aloud = make(manner, script)
    followed: list[object] = []
    aloud.sentence_changed.connect(followed.append)
    with qtbot.waitSignal(aloud.ended, timeout=20_000):
        aloud.read(TEXT)
    assert said(tmp_path) == SAID
    assert [TEXT[span[0] : span[1]] for span in followed[:-1]] == SAID
    assert followed[-1] is None
    assert aloud.state is State.SILENT


def test_it_begins_at_the_sentence_of_an_offset(make, qtbot, tmp_path: Path) -> None:
    aloud = make(Manner.INPUT, INPUT)
    with qtbot.waitSignal(aloud.ended, timeout=20_000):
        aloud.read(TEXT, TEXT.index("说"))
    assert said(tmp_path) == SAID[2:]


def test_pause_step_resume_speed_and_stop(make, qtbot) -> None:
    aloud = make(Manner.INPUT, SLOW)
    followed: list[object] = []
    states: list[State] = []
    aloud.sentence_changed.connect(followed.append)
    aloud.state_changed.connect(states.append)
    aloud.read(TEXT)
    aloud.step(1)
    aloud.toggle()
    assert not aloud._speaker.is_speaking
    aloud.step(1)
    aloud.step(-1)
    aloud.step(-5)
    aloud.toggle()
    aloud.set_speed(99)
    assert aloud.speed == 2.0
    aloud.step(99)
    aloud.stop()
    words = [TEXT[span[0] : span[1]] if span else "" for span in followed]
    assert words == [SAID[0], SAID[1], SAID[2], SAID[1], SAID[1], SAID[1], ""]
    assert states == [State.READING, State.PAUSED, State.READING, State.SILENT]


@pytest.mark.parametrize("manner", list(Manner))
def test_a_voice_that_breaks_is_told_once(make, qtbot, manner: Manner) -> None:
    aloud = make(manner, BROKEN)
    with qtbot.waitSignal(aloud.failed, timeout=20_000):
        aloud.read(TEXT)
    assert aloud.state is State.SILENT


def test_a_program_that_cannot_be_started_is_told(qtbot) -> None:
    aloud = ReadingAloud(Speaker(Voice("none", "/nowhere/at-all", Manner.INPUT)))
    with qtbot.waitSignal(aloud.failed, timeout=20_000):
        aloud.read(TEXT)
    assert aloud.state is State.SILENT


def test_a_text_without_a_word_is_not_read(make) -> None:
    aloud = make(Manner.INPUT, SLOW)
    aloud.read("……\n")
    assert aloud.state is State.SILENT


def test_a_voice_without_a_sound_card_does_not_read_a_whole_article_in_silence(make, qtbot, tmp_path: Path) -> None:
    aloud = make(Manner.INPUT, INPUT, quickest=5.0)
    with qtbot.waitSignal(aloud.failed, timeout=20_000) as told:
        aloud.read("这一句话有十个字以上。第二句也有十个字以上。")
    assert told.args == ["没有声音设备"]
    assert said(tmp_path) == ["这一句话有十个字以上。"]
