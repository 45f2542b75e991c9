"""Rule: read an article's lines as paragraphs: what is a subheading, what a caption, which lines are one paragraph.

A beam search over what each line can be. A line without a sentence end is a subheading, a caption or the first half of
a cut paragraph; which of these is decided together with the lines after it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter

from zbreader.importers.draft import DraftArticle, ImportDraft, Piece, Role
from zbreader.importers.magazine.guesses import (
    caption_score,
    heading_score,
    inset_score,
    is_set_off,
    second_heading_score,
    siblings_of,
    source_score,
)
from zbreader.importers.magazine.leads import introduces_person
from zbreader.importers.magazine.shapes import is_closed, is_numbered, is_parallel, is_short

_BEAM = 8
_FLAT = 0.5  # added to the evidence that a cut paragraph goes on in the next line
_DROPPED = -7.0  # a cut paragraph whose second half is not there
_UNFINISHED = -3.0  # … because the article ends
_IDLE_HEADING = -9.0  # a subheading with nothing below it: a piece of a sentence that goes on elsewhere, or a caption
_STRONGEST = 8.0
_NUMBERED = 12.0  # a numbered subheading begins anew
_INDENTED = 8.0  # where paragraphs are indented, an indented line begins one
_FLUSH = 3.0  # … and a line flush left goes on
_PARALLEL = 6.0  # a paragraph that begins like the cut one stands beside it
_ITEMS = 3  # labels that make a digest
_BIOGRAPHY = 7.0  # a paragraph that introduces a person is a whole one


@dataclass(frozen=True, slots=True)
class _State:
    """One reading of the lines so far: a chain back to the first line."""

    score: float
    pending: int | None = None  # the line whose paragraph is still open
    headed: bool = False  # the last line was a subheading
    role: Role = Role.TEXT
    joined: int | None = None  # the line whose paragraph the last line continues
    before: _State | None = None


_Option = tuple[float, int | None, bool, Role, int | None, _State]
"""What a _State is made of: of six that are thought of, one or two are ever made."""

_score = itemgetter(0)


@dataclass(frozen=True, slots=True)
class _Guess:
    """What speaks for each way to take one line, whatever stands around it."""

    closed: bool
    heading: float | None  # None: it cannot be one
    caption: float
    source: float
    inset: float


def flow(draft: ImportDraft) -> ImportDraft:
    """Reads every article's lines as paragraphs, subheadings and captions."""
    return replace(draft, articles=tuple(with_pieces(draft, article) for article in draft.articles))


def with_pieces(draft: ImportDraft, article: DraftArticle) -> DraftArticle:
    """One article with the pieces its flow makes."""
    digest = is_digest(draft, article.flow)
    pieces: list[Piece] = []
    place: dict[int, int] = {}
    for index, state in zip(article.flow, _read(draft, article.flow, digest), strict=True):
        before, role = state.joined, state.role
        if before is not None:
            at = place[before]
            sure = _sureness(draft.language.goes_on(draft.lines[before].text, draft.lines[index].text))
            pieces[at] = Piece(Role.TEXT, (*pieces[at].at, index), min(pieces[at].confidence, sure))
            place[index] = at
        else:
            place[index] = len(pieces)
            kind = Role.LABEL if digest and role is Role.HEADING else role  # the headline of an item
            pieces.append(Piece(kind, (index,), _sureness_of_heading(draft, index) if role is Role.HEADING else 1.0))
    return replace(article, pieces=tuple(pieces), digest=digest)


def is_digest(draft: ImportDraft, lines: Sequence[int]) -> bool:
    """Whether an article is made of small items, each under a label (·声音·)."""
    return sum(draft.lines[i].role is Role.LABEL for i in lines) >= _ITEMS


def _sureness(evidence: float) -> float:
    return round(max(0.2, min(0.99, 0.75 + evidence / 12)), 2)


def _sureness_of_heading(draft: ImportDraft, index: int) -> float:
    """How sure a subheading is: one that shows it by itself, or one in whose middle no sentence goes on."""
    below = draft.next_text(index)
    if below is None or is_set_off(draft, index):
        return 1.0
    return _sureness(-draft.language.goes_on(draft.lines[index].text, draft.lines[below].text))


def _read(draft: ImportDraft, lines: Sequence[int], digest: bool) -> list[_State]:
    """The best reading of some lines: for each line its state."""
    beam = [_State(0.0)]
    siblings = siblings_of(draft, lines)
    for index in lines:
        guess = _guess(draft, index, siblings.get(index, 0), digest)
        best: dict[tuple[int | None, bool], _Option] = {}
        for state in beam:
            for option in _options(draft, index, state, guess):
                score, pending, headed = option[:3]
                if (pending, headed) not in best or score > best[pending, headed][0]:
                    best[pending, headed] = option
        beam = [_State(*option) for option in sorted(best.values(), key=_score, reverse=True)[:_BEAM]]
    last = max(beam, key=_at_end)
    chain: list[_State] = []
    while last.before is not None:
        chain.append(last)
        last = last.before
    return chain[::-1]


def _at_end(state: _State) -> float:
    return state.score + (0.0 if state.pending is None else _UNFINISHED) + (_IDLE_HEADING if state.headed else 0.0)


def _guess(draft: ImportDraft, index: int, siblings: int, digest: bool) -> _Guess:
    line = draft.lines[index]
    closed = is_closed(line.text) or line.ended
    can_head = not closed or line.text.endswith(("？", "！", "?", "!", "……", "：", "——"))
    return _Guess(
        closed=closed,
        heading=heading_score(draft, index, siblings) if can_head else None,
        caption=caption_score(draft, index),
        source=source_score(draft, index, digest),
        inset=inset_score(draft, index) if closed else 0.0,
    )


def _options(draft: ImportDraft, index: int, state: _State, guess: _Guess) -> Iterator[_Option]:
    line = draft.lines[index]
    score, open_at = state.score, state.pending
    if line.role is not Role.TEXT:  # recognised by an earlier rule
        ends = line.role is Role.AUTHOR_NOTE and open_at is not None
        yield (score + (_UNFINISHED if ends else 0.0), None if ends else open_at, False, line.role, None, state)
        return
    pending = None if guess.closed else index
    dropped = score
    if open_at is not None:
        dropped += _DROPPED
        yield (score + continuing(draft, open_at, index), pending, False, Role.TEXT, open_at, state)
        if guess.closed:
            yield (score + guess.inset, open_at, False, Role.TEXT, None, state)
    yield (dropped, pending, False, Role.TEXT, None, state)
    if guess.heading is not None:
        headed = dropped + guess.heading + second_heading_score(line.text, state.headed)
        yield (headed, None, True, Role.HEADING, None, state)
    yield (score + guess.source, open_at, False, Role.SOURCE, None, state)
    yield (score + guess.caption, open_at, state.headed, Role.CAPTION, None, state)


def continuing(draft: ImportDraft, before: int, index: int) -> float:
    """Evidence that a line continues the paragraph cut after another."""
    evidence = draft.language.goes_on(draft.lines[before].text, draft.lines[index].text) + _FLAT
    if introduces_person(draft.lines[index].text, draft.vocabulary):
        evidence -= _BIOGRAPHY
    if is_short(draft.lines[index].text) and is_numbered(draft.lines[index].text):
        evidence -= _NUMBERED
    if draft.indents and not is_short(draft.lines[index].text):
        evidence += -_INDENTED if draft.lines[index].indented else _FLUSH
    if is_parallel(draft.lines[before].text, draft.lines[index].text):
        evidence -= _PARALLEL
    return max(-_STRONGEST, min(_STRONGEST, evidence))
