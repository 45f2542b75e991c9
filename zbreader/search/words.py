"""Chinese words, where they matter: keywords, the word under a click, hits that are words. jieba is loaded when needed.

Skipping: words in the index. They order hits a little better, but cost 0.3 s an issue and half a text's size more.
"""

from __future__ import annotations

import logging
import threading
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any

from zbreader.resources import resource
from zbreader.search.rarity import Rarity

_LONGEST_LOOKED_AT = 200  # code points on either side of a click
_LONGEST_ACROSS = 4  # characters of a word across a border


class Words:
    """Splits Chinese text into words. Thread-safe; the first call takes about a second.

    cache: a folder of the user's own for jieba's cache file, which by default lies in a shared temporary folder where
    anyone could put another one in its place. own: words of the person's that jieba does not know.
    """

    def __init__(self, cache: Path, own: Iterable[str] = ()) -> None:
        self._cache = cache
        self._own = frozenset(own)
        self._lock = threading.Lock()
        self._ready: Any = None

    @property
    def is_loaded(self) -> bool:
        """Whether splitting costs no loading any more."""
        return self._ready is not None

    def warm(self) -> None:
        """Load what splitting needs."""
        self._loaded()

    def set_own(self, own: Iterable[str]) -> None:
        """From now on know the words OWN, and no longer those that were given before."""
        with self._lock:
            before, self._own = self._own, frozenset(own)
            if self._ready is not None:
                for word in before - self._own:
                    self._ready.del_word(word)
                # All of them: forgetting a word forgets how others begin.
                for word in sorted(self._own | self._terms):
                    self._ready.add_word(word)

    def split(self, text: str) -> list[str]:
        """The words and marks of TEXT in order; joined they are TEXT."""
        return [str(word) for word in self._loaded().lcut(text)]

    def is_whole(self, text: str, start: int, end: int) -> bool:
        """Whether what stands at START..END of TEXT is made of whole words, or is one that begins or ends a longer.

        Looks for words across the borders first, because splitting takes twenty times as long.
        """
        known = self._loaded().FREQ
        if not (_is_crossed(known, text, start) or _is_crossed(known, text, end)):
            return True
        begins = ends = False
        at = 0
        for word in self._loaded().cut(text, HMM=False):
            at, first = at + len(word), at
            begins, ends = begins or first == start, ends or at == end
            if first <= start < end <= at and (first == start or at == end) and known.get(text[start:end]):
                return True
        return begins and ends

    def word_at(self, text: str, offset: int) -> tuple[int, int]:
        """The range (code points) of the word of TEXT that covers OFFSET; an empty range where there is none."""
        if not 0 <= offset < len(text):
            return offset, offset
        first = max(0, offset - _LONGEST_LOOKED_AT)
        start = first
        for word in self.split(text[first : offset + _LONGEST_LOOKED_AT]):
            if start + len(word) > offset:
                return start, start + len(word)
            start += len(word)
        return offset, offset

    def counts(self, text: str) -> Counter[str]:
        """How often each word of TEXT stands there that can say something: no marks, numbers, single characters."""
        stops = self._stops
        return Counter(w for w in self.split(text) if len(w) > 1 and w.isalpha() and w not in stops)

    def rarity(self, word: str) -> float:
        """How rare WORD is in the language (inverse document frequency, natural logarithm)."""
        with self._lock:
            rarity = self._rarity
        return rarity(word)

    @property
    def terms(self) -> frozenset[str]:
        """The words of the program's own list and of the person's."""
        return self._own | self._terms

    def _loaded(self) -> Any:
        if self._ready is None:
            with self._lock:
                if self._ready is None:
                    self._ready = self._load()
        return self._ready

    def _load(self) -> Any:
        import jieba

        jieba.setLogLevel(logging.WARNING)
        tokenizer = jieba.Tokenizer()
        self._cache.mkdir(parents=True, exist_ok=True)
        tokenizer.tmp_dir = str(self._cache)
        tokenizer.initialize()
        for word in sorted(self._own | self._terms):
            tokenizer.add_word(word)
        return tokenizer

    @cached_property
    def _terms(self) -> frozenset[str]:
        return _list("terms.txt")

    @cached_property
    def _stops(self) -> frozenset[str]:
        return _list("stops.txt")

    @cached_property
    def _rarity(self) -> Rarity:
        """The inverse document frequencies that come with jieba."""
        with (files("jieba") / "analyse" / "idf.txt").open(encoding="utf-8") as lines:
            return Rarity(lines)


def _list(name: str) -> frozenset[str]:
    """The lines of a file of resources/dictionary, without remarks."""
    with resource("dictionary", name).open(encoding="utf-8") as lines:
        return frozenset(line for line in map(str.strip, lines) if line and not line.startswith("#"))


def _is_crossed(known: Mapping[str, int], text: str, at: int) -> bool:
    """Whether some known word of TEXT runs across AT."""
    return any(
        known.get(text[max(0, at - before) : at + length - before])
        for length in range(2, _LONGEST_ACROSS + 1)
        for before in range(1, length)
    )
