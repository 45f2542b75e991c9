"""What lines are about: where the subject changes, and which of two subjects a line keeps to."""

from __future__ import annotations

from tests.damage.pool import read_pool
from tests.importers.pictures import vocabulary
from zbreader.importers.draft import DraftLine, ImportDraft
from zbreader.importers.magazine.learn import learn
from zbreader.importers.magazine.topics import change_of_subject, topic_of, weights

_POOL = read_pool()


def _draft(*topics: str) -> ImportDraft:
    texts = ["".join(_POOL[topic][at : at + 3]) for topic in topics for at in range(0, 18, 3)]
    lines = tuple(DraftLine((number,), text) for number, text in enumerate(texts, start=1))
    return learn(ImportDraft(name="x", lines=lines, vocabulary=vocabulary()))


def test_a_line_keeps_to_the_subject_whose_rare_words_it_shares() -> None:
    ponds = [f"老沈在第{number}口塘边记下水色和溶氧，鱼塘的账一笔不乱，增氧机整夜开着。" for number in "一二三四五六"]
    kilns = [f"窑工在第{number}间窑前看火眼，陶坯的裂纹逃不过他，釉料里掺了稻草灰。" for number in "一二三四五六"]
    lines = tuple(DraftLine((number,), text) for number, text in enumerate([*ponds, *kilns], start=1))
    draft = learn(ImportDraft(name="x", lines=lines, vocabulary=vocabulary()))
    topics = (topic_of(draft, range(5)), topic_of(draft, range(6, 11)))
    for line, nearer in ((5, 0), (11, 1)):
        evidence = weights(draft, draft.lines[line].text, topics)
        assert evidence[nearer] > evidence[1 - nearer]


def test_a_change_of_subject_is_told_from_its_going_on() -> None:
    draft = _draft("pond", "kiln", "bees")
    changes = [change_of_subject(draft, index) for index in range(1, 17)]
    assert max(changes[4:6]) > sum(changes) / len(changes)


def test_a_line_too_short_tells_nothing() -> None:
    draft = _draft("pond", "kiln")
    assert weights(draft, "鱼塘", (topic_of(draft, range(5)), topic_of(draft, range(6, 11)))) == [0.0, 0.0]
