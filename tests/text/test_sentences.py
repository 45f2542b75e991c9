"""Sentences end with their marks and quotes; the one around a place is one of them."""

from __future__ import annotations

from hypothesis import given, strategies

from zbreader.text.sentences import paragraph_bounds, sentence_bounds, sentences

TEXT = "渡口到了。“慢行！”他说：“不急。”\n第二段……还有吗？——没有\n完"


def test_sentences_end_with_their_marks_and_quotes() -> None:
    found = [TEXT[start:end] for start, end in sentences(TEXT)]
    assert found == ["渡口到了。", "“慢行！”", "他说：“不急。”", "第二段……", "还有吗？", "——没有", "完"]


@given(strategies.text(alphabet="字a1。！？…；”“’」』）》\n ,", min_size=1, max_size=200), strategies.data())
def test_the_sentence_around_a_place_is_one_of_them(text: str, data) -> None:
    offset = data.draw(strategies.integers(0, len(text) - 1))
    first, last = paragraph_bounds(text, offset)
    start, end = sentence_bounds(text, offset)
    assert first <= start <= end <= last
    if text[offset] != "\n" and text[start:end].strip():
        assert start <= offset < end
        assert (start, end) in sentences(text)
