"""Chinese words, where they matter: keywords of an article and the word under a click. jieba is loaded when needed.

Skipping: words in the index. They order hits a little better, but cost 0.3 s an issue and half a text's size more.
"""

from __future__ import annotations

import logging
import threading
from collections import Counter
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any

from zbreader.resources import resource

_LONGEST_LOOKED_AT = 200  # code points on either side of a click


class Words:
    """Splits Chinese text into words. Thread-safe; the first call takes about a second.

    cache: a folder of the user's own for jieba's cache file, which by default lies in a shared temporary folder where
    anyone could put another one in its place.
    """

    def __init__(self, cache: Path) -> None:
        self._cache = cache
        self._lock = threading.Lock()

    def split(self, text: str) -> list[str]:
        """The words and marks of TEXT in order; joined they are TEXT."""
        return [str(word) for word in self._loaded().lcut(text)]

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

    def keywords(self, text: str, count: int = 10) -> list[str]:
        """Up to COUNT words that say what TEXT is about, the most telling first (TF-IDF)."""
        counts = Counter(word for word in self.split(text) if len(word) > 1 and word.isalpha())
        with self._lock:
            rarity, usual = self._rarity
        ordered = sorted(counts, key=lambda word: (-counts[word] * rarity.get(word, usual), word))
        return ordered[:count]

    def _loaded(self) -> Any:
        with self._lock:
            return self._tokenizer

    @cached_property
    def _tokenizer(self) -> Any:
        import jieba

        jieba.setLogLevel(logging.WARNING)
        tokenizer = jieba.Tokenizer()
        self._cache.mkdir(parents=True, exist_ok=True)
        tokenizer.tmp_dir = str(self._cache)
        tokenizer.initialize()
        with resource("dictionary", "terms.txt").open(encoding="utf-8") as terms:
            for term in map(str.strip, terms):
                if term and not term.startswith("#"):
                    tokenizer.add_word(term)
        return tokenizer

    @cached_property
    def _rarity(self) -> tuple[dict[str, float], float]:
        """Inverse document frequencies that come with jieba, and their median for words that it does not know."""
        table = (files("jieba") / "analyse" / "idf.txt").read_text(encoding="utf-8")
        pairs = (line.split(" ") for line in table.splitlines())
        rarity = {word: float(value) for word, value in pairs}
        return rarity, sorted(rarity.values())[len(rarity) // 2]
