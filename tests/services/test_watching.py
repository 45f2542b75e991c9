"""What another program does to the library is noticed, and only that."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from zbreader.services.changes import Changes
from zbreader.services.library import Services


def article_of(services: Services) -> str:
    return services.reading.articles(services.reading.issues()[0].id)[0].id


def test_changes_of_another_program_are_published(
    stocked: Services, open_again: Callable[[], Services], write: Callable[..., Path]
) -> None:
    other = open_again()
    assert stocked.watching.look() == Changes()
    heard: list[Changes] = []
    stocked.events.subscribe(heard.append)
    mark = other.annotating.add_by_quote(article_of(other), "先读书", note="乙").annotation.id
    assert stocked.watching.look() == Changes(annotations=frozenset({mark}))
    assert stocked.watching.look() == Changes()
    other.annotating.set_note(mark, "改了")
    other.importing.import_files([write("《山间学习》2031年第5期\n# 春天\n花开了。\n", "第五期.txt")])
    found = stocked.watching.look()
    assert found.annotations == {mark}
    assert len(found.issues) == 1
    other.annotating.delete(mark)
    assert stocked.watching.look().annotations == {mark}
    assert len(heard) == 3


def test_ones_own_changes_are_not_told_twice(stocked: Services, open_again: Callable[[], Services]) -> None:
    other = open_again()
    stocked.watching.look()
    mine = stocked.annotating.add_by_quote(article_of(stocked), "先读书").annotation.id
    theirs = other.annotating.add_by_quote(article_of(other), "溪水").annotation.id
    assert stocked.watching.look() == Changes(annotations=frozenset({theirs}))
    stocked.annotating.set_note(mine, "我的")
    assert stocked.watching.look() == Changes()
    stocked.watching.close()
