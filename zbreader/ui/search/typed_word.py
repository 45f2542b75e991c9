"""The word that is being typed at the end of a query, and what a suggestion makes of it. Plain strings, without Qt."""

from __future__ import annotations

from dataclasses import dataclass

from zbreader.model.search import Suggestion, SuggestionKind

LEAST = 2  # characters of a word before anything is suggested; one is enough after 作者: and the like

_NAMES = {
    "栏目": SuggestionKind.COLUMN,
    "专栏": SuggestionKind.COLUMN,
    "作者": SuggestionKind.AUTHOR,
    "标签": SuggestionKind.TAG,
}
_PREFIXES = {SuggestionKind.COLUMN: "栏目:", SuggestionKind.AUTHOR: "作者:", SuggestionKind.TAG: "标签:"}


@dataclass(frozen=True, slots=True)
class Typed:
    """before: what stands before the word, with a minus of its own; kind: what alone it can be, None for anything."""

    before: str
    word: str
    kind: SuggestionKind | None = None


def typed_word(query: str) -> Typed | None:
    """The word at the end of QUERY; None when nothing is to be suggested for it (too short, or within a phrase)."""
    before, space, word = query.rpartition(" ")
    before += space
    if sum(query.count(mark) for mark in '"＂“”〝〞') % 2:
        return None
    if word[:1] in "-－−" and word:
        before, word = before + word[0], word[1:]
    name, colon, value = word.replace("：", ":", 1).partition(":")
    if colon and name in _NAMES:
        return Typed(before, value, _NAMES[name]) if value else None
    return Typed(before, word) if len(word) >= LEAST else None


def completed(typed: Typed, suggestion: Suggestion) -> str:
    """The query with SUGGESTION in the place of the word."""
    text = suggestion.text
    if suggestion.kind is SuggestionKind.TITLE or " " in text:
        text = f"“{text}”"
    return f"{typed.before}{_PREFIXES.get(suggestion.kind, '')}{text}"
