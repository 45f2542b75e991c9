"""A reading handed from one process to another: what is asked, and what is answered, as JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from zbreader.model.errors import KnownError
from zbreader.model.message import Message
from zbreader.model.source import SourceDocument, SourceLine

ANSWER_SIZE = 256 * 1024 * 1024  # bytes; limits.CHARACTERS as JSON


class BrokenAnswer(ValueError):
    """What came back is no answer."""


@dataclass(frozen=True, slots=True)
class Request:
    """A file to be read."""

    name: str
    data: bytes
    encoding: str | None = None

    def to_bytes(self) -> bytes:
        """One line of JSON, then the file's bytes."""
        return json.dumps({"name": self.name, "encoding": self.encoding}).encode("ascii") + b"\n" + self.data

    @staticmethod
    def from_bytes(content: bytes) -> Request:
        """The request in what was sent."""
        head, _, data = content.partition(b"\n")
        said = json.loads(head)
        return Request(said["name"], data, said["encoding"])


def answer(document: SourceDocument) -> bytes:
    """A document as an answer."""
    lines = [
        [line.text, line.page, line.level, int(line.bold), line.size, int(line.running_head)] for line in document.lines
    ]
    said = {
        "name": document.name,
        "encoding": document.encoding,
        "confidence": document.encoding_confidence,
        "remarks": [[remark.template, remark.values] for remark in document.remarks],
        "lines": lines,
    }
    return json.dumps({"document": said}).encode("ascii")


def refusal(error: KnownError) -> bytes:
    """A KnownError as an answer."""
    return json.dumps({"error": [error.message.template, error.message.values]}, default=str).encode("ascii")


def fault(trace: str) -> bytes:
    """A fault of our own as an answer, for the log."""
    return json.dumps({"fault": trace}).encode("ascii")


def document_in(content: bytes) -> SourceDocument:
    """The document in an answer. Raises the KnownError that it holds, or BrokenAnswer for anything else."""
    try:
        said = json.loads(content)
        if "error" in said:
            template, values = said["error"]
            refused = KnownError(str(template), **{str(key): value for key, value in values.items()})
        elif "fault" in said:
            raise BrokenAnswer(str(said["fault"]))
        else:
            return _document(said["document"])
    except (ValueError, TypeError, KeyError, AttributeError, IndexError, RecursionError) as error:
        raise error if isinstance(error, BrokenAnswer) else BrokenAnswer(repr(error)) from error
    raise refused


def _document(said: dict[str, Any]) -> SourceDocument:
    lines = tuple(
        SourceLine(
            number,
            str(text),
            None if page is None else int(page),
            None if level is None else int(level),
            bool(bold),
            None if size is None else float(size),
            bool(running_head),
        )
        for number, (text, page, level, bold, size, running_head) in enumerate(said["lines"], 1)
    )
    remarks = tuple(Message(str(template), dict(values)) for template, values in said["remarks"])
    encoding = said["encoding"]
    return SourceDocument(
        str(said["name"]), lines, None if encoding is None else str(encoding), float(said["confidence"]), remarks
    )
