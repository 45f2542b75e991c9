from __future__ import annotations

import pytest

from zbreader.importers.readers.transfer import BrokenAnswer, Request, answer, document_in, fault, refusal
from zbreader.model.errors import KnownError
from zbreader.model.message import message
from zbreader.model.source import SourceDocument, SourceLine


def test_a_request_and_its_answer_come_through_whole() -> None:
    request = Request("甲\ud800.pdf", b"\n{}\x00\xff", "gbk")
    assert Request.from_bytes(request.to_bytes()) == request
    lines = (SourceLine(1, "𠮷祥", 3, 2, True, 10.5), SourceLine(2, "夜话", running_head=True))
    document = SourceDocument("甲", lines, None, 0.5, (message("第 {pages} 页没有文字。", pages="2"),))
    assert document_in(answer(document)) == document


def test_a_refusal_is_raised_again() -> None:
    with pytest.raises(KnownError, match=r"^文件“甲”太大$"):
        document_in(refusal(KnownError("文件“{file}”太大", file="甲")))


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"1", b'{"document": 1}', b'{"document": {"lines": [[1]]}}', b'{"error": "x"}', fault("trace"),
     b"[" * 100_000],
)  # fmt: skip
def test_anything_else_is_broken(content: bytes) -> None:
    with pytest.raises(BrokenAnswer):
        document_in(content)
