"""Prompts of the program and of the person."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zbreader.services.library import Services
from zbreader.services.prompting import PROMPTS, USUAL, Prompt, as_text, from_text


def test_the_usual_ones_are_offered_until_there_are_others(services: Services) -> None:
    assert services.prompting.all() == list(USUAL)
    assert USUAL[0].lines == ("是什么：", "为什么：", "怎么做：")
    mine = [Prompt("一问", ("做了没有：",))]
    services.prompting.set_all(mine)
    assert services.prompting.all() == mine
    services.undo.undo()
    assert services.prompting.all() == list(USUAL)
    services.undo.redo()
    services.prompting.set_all([])
    assert services.prompting.all() == list(USUAL), "nothing at all brings the usual ones back"


@pytest.mark.parametrize("value", ["x", 3, {}, [3, None, {"name": "甲"}, {"name": "", "lines": ["x"]}, {"lines": 3}]])
def test_settings_that_are_no_prompts_do_no_harm(services: Services, value: object) -> None:
    services.settings.set(PROMPTS, value)
    assert services.prompting.all() == ([] if isinstance(value, list) else list(USUAL))


def test_text_and_back() -> None:
    assert from_text("三问\n是什么：\n\n\n  存疑  \n") == [Prompt("三问", ("是什么：",)), Prompt("存疑", ("存疑",))]
    assert from_text(as_text(USUAL)) == list(USUAL)


@given(st.text("甲 \n\r\t\x00𠮷", max_size=40))
def test_what_was_read_is_read_again_as_it_is(text: str) -> None:
    read = from_text(text)
    assert from_text(as_text(read)) == read
