"""Reading an article aloud, sentence by sentence."""

from __future__ import annotations

from bisect import bisect_right
from enum import Enum

from PySide6.QtCore import QElapsedTimer, QObject, Signal

from zbreader.services.voices import FASTEST, SLOWEST, USUAL
from zbreader.text.sentences import sentences
from zbreader.ui.speaking.speaker import Speaker

# Seconds a character: nobody speaks so fast. espeak without a sound card ends at once and calls it success.
QUICKEST = 0.02
LEAST = 8  # characters of a sentence by which that is judged


class State(str, Enum):
    """What the reader does."""

    SILENT = "silent"
    READING = "reading"
    PAUSED = "paused"


class ReadingAloud(QObject):
    """Knows the article's sentences and which one is being read. Offsets are code points of the article's text."""

    sentence_changed = Signal(object)  # (start, end) of what is read or was paused at; None when nothing is
    state_changed = Signal(object)  # State
    ended = Signal()  # the article was read to its end
    failed = Signal(str)

    def __init__(self, speaker: Speaker, parent: QObject | None = None, *, quickest: float = QUICKEST) -> None:
        super().__init__(parent)
        self._quickest = quickest
        self._begun = QElapsedTimer()
        self._speaker = speaker
        self._text = ""
        self._sentences: list[tuple[int, int]] = []
        self._number = 0
        self.state = State.SILENT
        self.speed = USUAL
        speaker.said.connect(self._on_said)
        speaker.failed.connect(self._on_failed)

    @property
    def is_begun(self) -> bool:
        """Whether something is read or was paused at."""
        return self.state is not State.SILENT

    def read(self, text: str, offset: int = 0) -> None:
        """Read TEXT from the sentence at an offset on."""
        self._text = text
        self._sentences = [  # marks alone are nothing to be said
            (start, end) for start, end in sentences(text) if any(character.isalnum() for character in text[start:end])
        ]
        if not self._sentences:
            self.stop()
            return
        starts = [start for start, _ in self._sentences]
        self._go_to(max(0, bisect_right(starts, offset) - 1))

    def pause(self) -> None:
        """Be silent at this sentence."""
        if self.state is State.READING:
            self._speaker.stop()
            self._set_state(State.PAUSED)

    def resume(self) -> None:
        """Read on, from the beginning of the sentence."""
        if self.state is State.PAUSED:
            self._go_to(self._number)

    def toggle(self) -> None:
        """Pause or read on."""
        self.pause() if self.state is State.READING else self.resume()

    def step(self, step: int) -> None:
        """Go to the next sentence (1) or the one before (-1); nothing happens beyond the ends."""
        wanted = self._number + step
        if self.state is not State.SILENT and 0 <= wanted < len(self._sentences):
            if self.state is State.PAUSED:
                self._number = wanted
                self.sentence_changed.emit(self._sentences[wanted])
            else:
                self._go_to(wanted)

    def set_speed(self, speed: float) -> None:
        """Read at a speed; the sentence that is being read begins anew."""
        self.speed = min(max(speed, SLOWEST), FASTEST)
        if self.state is State.READING:
            self._go_to(self._number)

    def stop(self) -> None:
        """Read no more."""
        self._speaker.stop()
        self._sentences, self._text, self._number = [], "", 0
        if self.state is not State.SILENT:
            self._set_state(State.SILENT)
            self.sentence_changed.emit(None)

    def _go_to(self, number: int) -> None:
        self._number = number
        start, end = self._sentences[number]
        self._set_state(State.READING)
        self.sentence_changed.emit((start, end))
        self._begun.start()
        self._speaker.say(self._text[start:end], self.speed)

    def _set_state(self, state: State) -> None:
        if state is not self.state:
            self.state = state
            self.state_changed.emit(state)

    def _on_said(self) -> None:
        if self.state is not State.READING:
            return
        start, end = self._sentences[self._number]
        if end - start >= LEAST and self._begun.elapsed() < (end - start) * self._quickest * 1000:
            self._on_failed(self.tr("没有声音设备"))
            return
        if self._number + 1 < len(self._sentences):
            self._go_to(self._number + 1)
        else:
            self.stop()
            self.ended.emit()

    def _on_failed(self, words: str) -> None:
        self.stop()
        self.failed.emit(words)
