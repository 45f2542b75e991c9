"""How well a passage (a quote between its contexts) is found at a place, and when that is well enough.

A Chinese quote of two or four characters stands in many places of any article, so the words alone prove little: what
stands beside them decides. A place is believed only when enough characters agree in all, and when no other place comes
near (`is_ahead`). What is not believed becomes an orphan, which a person sees; a wrong mark nobody sees.
"""

from __future__ import annotations

from dataclasses import dataclass

from zbreader.anchoring.alignment import Alignment

_QUOTE = 0.7  # share of the quote that must be there
_LONG = 64  # so many characters of a quote are the quote, even when most of it is gone
_QUOTE_LONG = 0.3
_SIDE = 0.6  # share of one side's context from which on it counts as found; chance gives 0.1 to 0.3
_EVIDENCE = 14  # characters that must agree in all, counted only where they count as found
_SPEAKS_ALONE = 24  # characters of a quote that is believed without its context
_LEAD = 0.06  # share of the whole passage by which the best place must lead


@dataclass(frozen=True, slots=True)
class Passage:
    """Folded prefix, quote and suffix. `opens` and `closes`: the context ends where the text began or ended."""

    prefix: str
    quote: str
    suffix: str
    opens: bool = False
    closes: bool = False

    @property
    def whole(self) -> str:
        """The three in a row."""
        return self.prefix + self.quote + self.suffix

    @property
    def has_context(self) -> bool:
        """Whether anything beside the quote was stored; selectors made elsewhere may have none."""
        return bool(self.prefix or self.suffix)


@dataclass(frozen=True, slots=True)
class Match:
    """A half-open range of the folded text, and what agrees there: shares 0..1, `equal` characters in all."""

    start: int
    end: int
    quote: float
    before: float
    after: float
    equal: int

    @property
    def score(self) -> float:
        """0..1; the better side of the context weighs more, because a moved paragraph keeps only one."""
        better, worse = max(self.before, self.after), min(self.before, self.after)
        return 0.6 * self.quote + 0.28 * better + 0.12 * worse

    @property
    def has_context(self) -> bool:
        """Whether at least one side's context is there."""
        return max(self.before, self.after) >= _SIDE

    @property
    def is_framed(self) -> bool:
        """Whether both sides' context is there."""
        return min(self.before, self.after) >= _SIDE


def measure(passage: Passage, alignment: Alignment, offset: int, length: int) -> Match | None:
    """What an alignment of the whole passage with a window of the text says; None when nothing of the quote is there.

    `offset`: where the window begins in the text; `length`: of the text.
    """
    before, quote, after = len(passage.prefix), len(passage.quote), len(passage.suffix)
    found = alignment.image(before, before + quote)
    if found is None:
        return None
    start, end = offset + found.start, offset + found.end
    left = alignment.image(0, before) if before else None
    right = alignment.image(before + quote, before + quote + after) if after else None
    equal_left, equal_right = left.equal if left else 0, right.equal if right else 0
    return Match(
        start=start,
        end=end,
        quote=found.equal / max(quote, end - start),
        before=equal_left / before if before else float(passage.opens and start == 0),
        after=equal_right / after if after else float(passage.closes and end == length),
        equal=found.equal + equal_left + equal_right,
    )


def is_believable(passage: Passage, match: Match) -> bool:
    """Whether this much agreement is no accident."""
    agreeing = match.quote * len(passage.quote)
    if match.quote < (_QUOTE_LONG if agreeing >= _LONG else _QUOTE):
        return False
    if agreeing >= _SPEAKS_ALONE:
        return True
    if not match.has_context:
        return False
    agreeing += len(passage.prefix) * match.before if match.before >= _SIDE else 0
    agreeing += len(passage.suffix) * match.after if match.after >= _SIDE else 0
    return agreeing >= _EVIDENCE or match.equal == len(passage.whole)


def is_ahead(passage: Passage, best: Match, other: Match) -> bool:
    """Whether the best place leads the other one clearly enough not to be confused with it."""
    return best.equal - other.equal >= max(2, _LEAD * len(passage.whole))
