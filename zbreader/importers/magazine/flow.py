"""Rule: read an article's lines as paragraphs: what is a subheading, what a caption, which lines are one paragraph.

A beam search over what each line can be. A line without a sentence end is a subheading, a caption or the first half of
a cut paragraph; which of these is decided together with the lines after it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from zbreader.importers.draft import DraftArticle, ImportDraft, Piece, Role
from zbreader.importers.magazine.guesses import caption_score, heading_score, inset_score, siblings_of, source_score
from zbreader.importers.magazine.leads import introduces_person
from zbreader.importers.magazine.shapes import is_closed, is_numbered, is_parallel, is_short

_BEAM = 8
_FLAT = 0.5  # added to the evidence that a cut paragraph goes on in the next line
_DROPPED = -7.0  # a cut paragraph whose second half is not there
_UNFINISHED = -3.0  # … because the article ends
_IDLE_HEADING = -3.0  # a subheading with nothing below it
_STRONGEST = 8.0
_NUMBERED = 12.0  # a numbered subheading begins anew
_PARALLEL = 6.0  # a paragraph that begins like the cut one stands beside it
_ITEMS = 3  # labels that make a digest
_BIOGRAPHY = 5.0  # a paragraph that introduces a person is a whole one


@dataclass(frozen=True, slots=True)
class _State:
    """One reading of the lines so far."""

    score: float
    pending: int | None  # the line whose paragraph is still open
    headed: bool  # the last line was a subheading
    roles: tuple[Role, ...]
    joined: tuple[int | None, ...]  # for each line, the line whose paragraph it continues


def flow(draft: ImportDraft) -> ImportDraft:
    """Reads every article's lines as paragraphs, subheadings and captions."""
    return replace(draft, articles=tuple(with_pieces(draft, article) for article in draft.articles))


def with_pieces(draft: ImportDraft, article: DraftArticle) -> DraftArticle:
    """One article with the pieces its flow makes."""
    digest = is_digest(draft, article.flow)
    roles, joined = _read(draft, article.flow, digest)
    pieces: list[Piece] = []
    place: dict[int, int] = {}
    for index, role, before in zip(article.flow, roles, joined):
        if before is not None:
            at = place[before]
            sure = _sureness(draft.language.goes_on(draft.lines[before].text, draft.lines[index].text))
            pieces[at] = Piece(Role.TEXT, (*pieces[at].at, index), min(pieces[at].confidence, sure))
            place[index] = at
        else:
            place[index] = len(pieces)
            kind = Role.LABEL if digest and role is Role.HEADING else role  # the headline of an item
            pieces.append(Piece(kind, (index,)))
    return replace(article, pieces=tuple(pieces), digest=digest)


def is_digest(draft: ImportDraft, lines: Sequence[int]) -> bool:
    """Whether an article is made of small items, each under a label (·声音·)."""
    return sum(draft.lines[i].role is Role.LABEL for i in lines) >= _ITEMS


def _sureness(evidence: float) -> float:
    return round(max(0.2, min(0.99, 0.75 + evidence / 12)), 2)


def _read(draft: ImportDraft, lines: Sequence[int], digest: bool) -> tuple[tuple[Role, ...], tuple[int | None, ...]]:
    beam = [_State(0.0, None, False, (), ())]
    siblings = siblings_of(draft, lines)
    for index in lines:
        following = [option for state in beam for option in _options(draft, index, state, siblings, digest)]
        best: dict[tuple[int | None, bool], _State] = {}
        for state in following:
            key = (state.pending, state.headed)
            if key not in best or state.score > best[key].score:
                best[key] = state
        beam = sorted(best.values(), key=lambda s: -s.score)[:_BEAM]
    final = max(
        beam,
        key=lambda s: s.score + (_UNFINISHED if s.pending is not None else 0.0) + (_IDLE_HEADING if s.headed else 0.0),
    )
    return final.roles, final.joined


def _options(draft: ImportDraft, index: int, state: _State, siblings: Mapping[int, int], digest: bool) -> list[_State]:
    line = draft.lines[index]
    if line.role is not Role.TEXT:  # recognised by an earlier rule
        ends = line.role is Role.AUTHOR_NOTE
        return [
            _grown(
                state,
                line.role,
                None if ends else state.pending,
                state.score + (_UNFINISHED if ends and state.pending else 0.0),
            )
        ]
    closed = is_closed(line.text) or line.ended
    options = []
    pending = None if closed else index
    if state.pending is not None:
        evidence = continuing(draft, state.pending, index)
        options.append(_grown(state, Role.TEXT, pending, state.score + evidence, state.pending))
        if closed:
            options.append(_grown(state, Role.TEXT, state.pending, state.score + inset_score(draft, index)))
    dropped = _DROPPED if state.pending is not None else 0.0
    options.append(_grown(state, Role.TEXT, pending, state.score + dropped))
    if not closed or line.text.endswith(("？", "！", "?", "!", "……", "：", "——")):
        heading = heading_score(draft, index, state.headed, siblings.get(index, 0))
        options.append(_grown(state, Role.HEADING, None, state.score + heading + dropped, headed=True))
    options.append(_grown(state, Role.SOURCE, state.pending, state.score + source_score(draft, index, digest)))
    options.append(
        _grown(state, Role.CAPTION, state.pending, state.score + caption_score(draft, index), headed=state.headed)
    )
    return options


def continuing(draft: ImportDraft, before: int, index: int) -> float:
    """Evidence that a line continues the paragraph cut after another."""
    evidence = draft.language.goes_on(draft.lines[before].text, draft.lines[index].text) + _FLAT
    if introduces_person(draft.lines[index].text, draft.vocabulary):
        evidence -= _BIOGRAPHY
    if is_short(draft.lines[index].text) and is_numbered(draft.lines[index].text):
        evidence -= _NUMBERED
    if is_parallel(draft.lines[before].text, draft.lines[index].text):
        evidence -= _PARALLEL
    return max(-_STRONGEST, min(_STRONGEST, evidence))


def _grown(
    state: _State, role: Role, pending: int | None, score: float, joined: int | None = None, headed: bool = False
) -> _State:
    return _State(score, pending, headed, (*state.roles, role), (*state.joined, joined))
