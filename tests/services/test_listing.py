"""All notes in one list: sorted, gathered, filtered, and fetched by the page."""

from __future__ import annotations

import pytest

from zbreader.model.annotation import AnnotationFilter
from zbreader.model.mark import HighlightColor
from zbreader.model.note_list import NoteGroup, NoteGrouping, NoteOrder
from zbreader.model.selector import AnchorState
from zbreader.services.library import Services


@pytest.fixture
def marks(stocked: Services) -> dict[str, str]:
    """Names of five notes by two people on two articles, and their ids."""
    first, second = stocked.reading.articles(stocked.reading.issues()[0].id)
    add = stocked.annotating.add_highlight
    stocked.settings.set("person", "乙")
    made = {"late": add(first.id, 5, 8, tags=["方法", "存疑"], color=HighlightColor.PINK)}
    made["second"] = add(second.id, 0, 2, tags=["方法"])
    stocked.settings.set("person", "甲")
    made["early"] = add(first.id, 0, 2, note="开头")
    made["whole"] = stocked.annotating.add_bookmark(first.id)
    made["edited"] = stocked.annotating.set_note(add(first.id, 2, 4).annotation.id, "又想")
    return {name: one.annotation.id for name, one in made.items()}


def listed(services: Services, marks: dict[str, str], wanted: AnnotationFilter, *how) -> list[tuple[str, list[str]]]:
    names = {id_: name for name, id_ in marks.items()}
    groups = services.listing.groups(wanted, *how)
    return [(group.label, [names[id_] for id_ in group.annotations]) for group in groups]


EVERYTHING = AnnotationFilter()


@pytest.mark.parametrize(
    ("order", "names"),
    [
        (NoteOrder.READING, ["whole", "early", "edited", "late", "second"]),
        (NoteOrder.NEWEST, ["edited", "whole", "early", "second", "late"]),
        (NoteOrder.OLDEST, ["late", "second", "early", "whole", "edited"]),
        (NoteOrder.ARTICLE, ["second", "whole", "early", "edited", "late"]),
        (NoteOrder.AUTHOR, ["late", "second", "whole", "early", "edited"]),
    ],
)
def test_orders(stocked: Services, marks: dict[str, str], order: NoteOrder, names: list[str]) -> None:
    assert listed(stocked, marks, EVERYTHING, order) == [("", names)]


@pytest.mark.parametrize(
    ("grouping", "groups"),
    [
        (NoteGrouping.ISSUE, [("《山间学习》2031年第4期（上半月）", ["whole", "early", "edited", "late", "second"])]),
        (
            NoteGrouping.ARTICLE,
            [("溪水的声音", ["whole", "early", "edited", "late"]), ("修桥的人", ["second"])],
        ),
        (
            NoteGrouping.TAG,
            [("存疑", ["late"]), ("方法", ["late", "second"]), ("", ["whole", "early", "edited"])],
        ),
        (NoteGrouping.AUTHOR, [("乙", ["late", "second"]), ("甲", ["whole", "early", "edited"])]),
        (NoteGrouping.COLOR, [("yellow", ["whole", "early", "edited", "second"]), ("pink", ["late"])]),
    ],
)
def test_groupings(stocked: Services, marks: dict[str, str], grouping: NoteGrouping, groups: list) -> None:
    assert listed(stocked, marks, EVERYTHING, NoteOrder.READING, grouping) == groups


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        (AnnotationFilter(author="乙"), ["late", "second"]),
        (AnnotationFilter(tags=("存疑",)), ["late"]),
        (AnnotationFilter(color=HighlightColor.PINK), ["late"]),
        (AnnotationFilter(text="又"), ["edited"]),
        (AnnotationFilter(whole_article=True), ["whole"]),
        (AnnotationFilter(whole_article=False, author="甲"), ["early", "edited"]),
        (AnnotationFilter(has_note=True), ["early", "edited"]),
        (AnnotationFilter(has_note=False, author="甲"), ["whole"]),
        (AnnotationFilter(state=AnchorState.EXACT), ["whole", "early", "edited", "late", "second"]),
        (AnnotationFilter(state=AnchorState.UNPLACED), []),
    ],
)
def test_filters(stocked: Services, marks: dict[str, str], wanted: AnnotationFilter, names: list[str]) -> None:
    assert [name for _, group in listed(stocked, marks, wanted) for name in group] == names


def test_what_lost_its_issue_is_unplaced_and_stands_last(stocked: Services, marks: dict[str, str]) -> None:
    stocked.importing.remove_issue(stocked.reading.issues()[0].id)
    unplaced = AnnotationFilter(state=AnchorState.UNPLACED)
    (lost,) = stocked.listing.groups(unplaced)
    assert sorted(lost.annotations) == sorted(marks.values())
    assert stocked.listing.groups(AnnotationFilter(state=AnchorState.REPAIRED)) == []


def test_a_given_order_and_more_ids_than_one_statement_takes(stocked: Services, marks: dict[str, str]) -> None:
    ids = (marks["second"], *(f"never there {number}" for number in range(1200)), marks["early"])
    wanted = AnnotationFilter(ids=frozenset(ids), order=ids)
    assert stocked.listing.groups(wanted, NoteOrder.GIVEN) == [NoteGroup("", "", (marks["second"], marks["early"]))]


def test_a_page_comes_in_the_order_asked_for(stocked: Services, marks: dict[str, str]) -> None:
    wanted = [marks["second"], marks["whole"], "never there", marks["early"]]
    page = stocked.listing.page(wanted)
    assert [one.annotation.id for one in page] == [marks["second"], marks["whole"], marks["early"]]
    assert page[2].anchor.start == 0
    assert stocked.listing.page([]) == []


def test_many_are_coloured_and_tagged_in_one_step_and_others_are_left_alone(
    stocked: Services, marks: dict[str, str]
) -> None:
    everything = list(marks.values())
    assert stocked.annotating.recolor(everything, HighlightColor.BLUE) == 2
    assert stocked.annotating.retag(everything, ["#领学", "存疑"], ["方法"]) == 2
    now = {name: stocked.annotating.get(id_).annotation for name, id_ in marks.items()}
    assert now["early"].tags == ("领学", "存疑")
    assert now["early"].color is HighlightColor.BLUE
    assert (now["late"].color, now["late"].tags) == (HighlightColor.PINK, ("方法", "存疑"))
    stocked.undo.undo()
    stocked.undo.undo()
    assert stocked.annotating.get(marks["early"]).annotation.tags == ()
    assert stocked.annotating.get(marks["early"]).annotation.color is HighlightColor.YELLOW


def test_a_bookmark_is_found_and_told_to_the_tree(stocked: Services, marks: dict[str, str]) -> None:
    first, second = stocked.reading.articles(stocked.reading.issues()[0].id)
    assert (first.is_bookmarked, second.is_bookmarked) == (True, False)
    found = stocked.annotating.bookmark_of(first.id)
    assert found is not None
    assert found.annotation.id == marks["whole"]
    assert stocked.annotating.bookmark_of(second.id) is None
    stocked.settings.set("person", "丙")
    assert stocked.annotating.bookmark_of(first.id) is None, "another's bookmark is not one's own"
