"""Reading aloud in the window: finds the voice when there is time, follows on the page what is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from zbreader.services.voices import USUAL, Voice, find_voice
from zbreader.ui.settings import keys

if TYPE_CHECKING:
    from zbreader.ui.main_window import MainWindow
    from zbreader.ui.speaking.reading_aloud import ReadingAloud
    from zbreader.ui.speaking.speak_bar import SpeakBar

LOOK_AFTER = 6000  # milliseconds after the start: finding a voice asks programs, which a start has no time for


class SpeakingController(QObject):
    """The action is not to be seen until a voice was found."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.aloud: ReadingAloud | None = None
        self.bar: SpeakBar | None = None
        self._action = window.actions_by_name["read_aloud"]
        self._action.setVisible(False)
        window.actions_by_name.connect_all({"read_aloud": self.toggle})
        window.open.opened.connect(lambda _article, _issue: self.stop())
        window.open.closed.connect(self.stop)
        self._timer = QTimer(self, singleShot=True, interval=LOOK_AFTER)
        self._timer.timeout.connect(self.look_for_voice)
        self._timer.start()

    def look_for_voice(self) -> None:
        """Ask the system for a voice."""
        self._window.operations.ask(find_voice, on_done=self.take_voice, key="voice")

    def take_voice(self, voice: Voice | None) -> None:
        """Read with this voice from now on; without one there is nothing to be seen of reading aloud."""
        self._action.setVisible(voice is not None)
        if voice is None or self.aloud is not None:
            return
        from zbreader.ui.speaking.reading_aloud import ReadingAloud
        from zbreader.ui.speaking.speak_bar import SpeakBar
        from zbreader.ui.speaking.speaker import Speaker

        kept = self._window.services.settings.get(keys.SPEED, USUAL)
        self.aloud = ReadingAloud(Speaker(voice, self), self)
        self.aloud.speed = float(kept) if isinstance(kept, int | float) else USUAL
        self.bar = SpeakBar(self.aloud.speed, self._window)
        self.bar.set_icons(self._window.look.icons)
        self._window.look.theme_changed.connect(self._on_theme_changed)
        self._window.page.insertWidget(self._window.page.count() - 1, self.bar)
        self.bar.toggle_requested.connect(self.aloud.toggle)
        self.bar.step_requested.connect(self.aloud.step)
        self.bar.stop_requested.connect(self.stop)
        self.bar.speed_chosen.connect(self._on_speed_chosen)
        self.aloud.state_changed.connect(self.bar.show_state)
        self.aloud.sentence_changed.connect(self._window.pane.show_spoken)
        self.aloud.failed.connect(self._on_failed)

    def toggle(self) -> None:
        """Begin to read, at the selection or at the first line in view; pause; read on."""
        pane = self._window.pane
        if self.aloud is None or pane.article is None:
            return
        if not self.aloud.is_begun:
            selected = pane.selection_range()
            self.aloud.read(pane.article.text, selected[0] if selected else pane.top_offset())
        else:
            self.aloud.toggle()

    def stop(self) -> None:
        """Read no more."""
        if self.aloud is not None:
            self.aloud.stop()

    def _on_speed_chosen(self, speed: float) -> None:
        if self.aloud is not None:
            self.aloud.set_speed(speed)
        self._window.operations.run(lambda: self._window.services.settings.set(keys.SPEED, speed))

    def _on_theme_changed(self, _theme: object) -> None:
        if self.bar is not None:
            self.bar.set_icons(self._window.look.icons)

    def _on_failed(self, words: str) -> None:
        self._window.notice.warn(self.tr("朗读停了：{reason}。请检查系统的声音和语音设置后再试。").format(reason=words))
