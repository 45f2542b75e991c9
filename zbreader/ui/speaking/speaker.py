"""Says one text after another through a program of the system, and tells when each was said."""

from __future__ import annotations

from PySide6.QtCore import QObject, QProcess, Signal

from zbreader.services.voices import USUAL, Manner, Voice

_PATIENCE = 500  # milliseconds for a program that was told to end


class Speaker(QObject):
    """One voice. Saying something new, or stopping, silences what was being said; that is then not told as said."""

    said = Signal()
    failed = Signal(str)  # what the system says about it

    def __init__(self, voice: Voice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.voice = voice
        self._process: QProcess | None = None
        self._speed = USUAL
        self._waits = False  # for something that was not said yet

    @property
    def is_speaking(self) -> bool:
        """Whether something is being said."""
        return self._waits

    def say(self, text: str, speed: float) -> None:
        """Say TEXT at a speed."""
        if self._waits or speed != self._speed or not self._goes_on():
            self.stop()
        self._speed = speed
        self._waits = True
        if self._process is None:
            arguments = self.voice.arguments(speed)
            if self.voice.manner is Manner.ARGUMENT:
                arguments.append(text)
            self._start(arguments)
        if self._process is not None and self.voice.manner is not Manner.ARGUMENT:
            self._process.write(self.voice.message(text))
            if self.voice.manner is Manner.INPUT:
                self._process.closeWriteChannel()

    def stop(self) -> None:
        """Say nothing more."""
        was_speaking, self._waits = self._waits, False
        process, self._process = self._process, None
        if process is None:
            return
        process.blockSignals(True)  # what it says of its end is no news
        if process.state() is not QProcess.ProcessState.NotRunning:
            process.kill()
            process.waitForFinished(_PATIENCE)
        process.deleteLater()
        if was_speaking and self.voice.silencer:
            program, *arguments = self.voice.silencer
            QProcess.startDetached(program, arguments)

    def _goes_on(self) -> bool:
        """Whether the program that is there can be told more."""
        return self._process is None or self.voice.manner is Manner.LINES

    def _start(self, arguments: list[str]) -> None:
        process = self._process = QProcess(self)
        process.setProgram(self.voice.program)
        process.setArguments(arguments)
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(self._on_output)
        process.finished.connect(self._on_finished)
        process.errorOccurred.connect(self._on_error)
        process.start()

    def _on_output(self) -> None:
        if self._process is not None:
            told = bytes(self._process.readAllStandardOutput().data())
            if self.voice.manner is Manner.LINES and b"\n" in told and self._waits:
                self._waits = False
                self.said.emit()

    def _on_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.deleteLater()
        if not self._waits:
            return
        self._waits = False
        if status is QProcess.ExitStatus.NormalExit and code == 0 and self.voice.manner is not Manner.LINES:
            self.said.emit()
        else:
            self.failed.emit(f"{self.voice.name} ({code})")

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart and self._process is not None:
            words = self._process.errorString()
            self._process.deleteLater()
            self._process, self._waits = None, False
            self.failed.emit(words)
