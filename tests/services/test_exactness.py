"""Any piece of a text finds its article, however it was converted: against a scan that shares no code with a search."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import closing

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.services.search_library import article, issue, put
from zbreader.services.searching import Searching
from zbreader.store.database import Database

Damaged = tuple[dict[str, str], Searching]

SENTENCES = (
    *("水渠修好了，", "他说：“灯－亮着。”", "Radio 3 台", "（桌子！）", "夜校；夜校"),
    *("𠮷田·水渠？", "１９31年——", "a-b Aß", "桌 子，", "“夜”"),
)
VANISHING = ("Cc", "Cf", "Zs", "Zl", "Zp")
SAME = dict.fromkeys("“”‘’„«»'", '"') | dict.fromkeys("—–－", "-")


@pytest.fixture(scope="module")
def damaged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Damaged]:
    """Texts as converters give them, by their articles' ids, and a library that has them in its index."""
    folder, chance = tmp_path_factory.mktemp("damaged"), random.Random(31)
    made = [
        article(f"d-{number}", "题", *("".join(chance.choices(SENTENCES, k=6)) for _ in range(2)))
        for number in range(40)
    ]
    with closing(Database(folder / "library.db")) as database:
        put(database, issue("d", 2031, 1, *made))
        with closing(Searching(database, folder / "search.db")) as searching:
            searching.repair()
            assert searching.missing() == 0
            yield {one.id: one.text for one in made}, searching


def plainly(text: str) -> str:
    """TEXT without what a search does not care about."""
    text = unicodedata.normalize("NFKC", text).casefold()
    kept = (c for c in text if not c.isspace() and unicodedata.category(c) not in VANISHING)
    return "".join(kept).translate(str.maketrans(SAME))


def converted(text: str, chance: random.Random) -> str:
    """TEXT as another conversion might give it: cut, spaced, in other quotes, another width and case."""
    ways: list[Callable[[str], str]] = [
        lambda c: c + chance.choice(" \n　\u200b\r"),
        lambda c: chance.choice("“”„«»") if c in "“”" else c,
        lambda c: chr(ord(c) + 0xFEE0) if "!" < c <= "~" else c,
        lambda c: chr(ord(c) - 0xFEE0) if c in "，！？：；（）" else c,
        str.upper,
        lambda c: c,
    ]
    return "".join(chance.choice(ways)(c) for c in text)


@given(data=st.data())
def test_a_piece_of_a_text_is_found_however_it_was_converted(damaged: Damaged, data: st.DataObject) -> None:
    texts, searching = damaged
    text = texts[data.draw(st.sampled_from(sorted(texts)))]
    start = data.draw(st.integers(0, len(text) - 1))
    piece = text[start : start + data.draw(st.integers(1, 40))]
    sought = plainly(piece)
    assume(sought)
    # 「 and not “ around it: a quotation mark within would end the phrase.
    query = f"「{converted(piece, data.draw(st.randoms(use_true_random=False)))}」"
    found = {hit.article_id for hit in searching.search(query, limit=len(texts)).hits}
    assert found == {id_ for id_, whole in texts.items() if sought in plainly(whole)}
