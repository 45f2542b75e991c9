"""Errors that are the world's, not ours: each is one clear sentence (what, which file, what to do)."""

from __future__ import annotations

from zbreader.model.message import Message


class KnownError(Exception):
    """Something in the world is wrong (a file, a disk, an argument). Shown kindly; never with a traceback.

    The template is Simplified Chinese with named `{places}`: `KnownError("找不到文件 {file}，请检查路径", file=name)`.
    """

    def __init__(self, template: str, /, **values: object) -> None:
        self.message = Message(template, values)
        super().__init__(str(self.message))


class Cancelled(KnownError):
    """The person cancelled a long operation; nothing was changed unless the sentence says what was kept."""

    def __init__(self, template: str = "已取消，没有改动任何内容。", /, **values: object) -> None:
        super().__init__(template, **values)
