"""Deals the lines below a headline out to its article and to those that were left in mid-sentence before it.

A beam search: by how sentences run on, by end marks, by the numbers of subheadings, by what each article is about.
Changing articles is only likely where a sentence was cut or an article has ended. What an article is about is first
what is surely its own, and then, for another search or two, what the last one dealt to it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial

from zbreader.importers.draft import DraftArticle, ImportDraft, Role
from zbreader.importers.magazine.shapes import count_of, is_closed
from zbreader.importers.magazine.subjects import Subject, keeping_to

_BEAM = 16
_ROUNDS = 3
_CHANGE = -2.0  # going over to another article where a sentence was cut or an article has ended
_LEAP = -7.0  # … anywhere else
_FAR = -4.0  # for each article that stands between, going on with one for the first time
_AFTER_END = -5.0  # text below an article's end mark
_LEFT_OPEN = -4.0  # an article that never finishes its sentence
_UNMARKED = -3.0  # one that finishes it without an end mark, in an issue that puts one behind every article
_UNHEALED = -3.0  # a subheading where an article's cut sentence should go on
_FLAT = 0.5
_STRONGEST = 8.0
_GAIN = 1.5  # by which another order must beat the printed one
_UNLISTED = 3.0  # … and more without a contents page, where the headlines themselves are less sure
_HALF = re.compile(r"[\u3400-\u9fff]{3,12}")
_BACK = 1.0  # evidence that a line goes on with the article's own sentence, which the other's tail cut in two
_NO_SEAM = -1.0  # going over where no sentence goes on
_COUNTS_ON = 3.0  # a subheading whose number is the next one; as much against where another number was due


@dataclass(frozen=True, slots=True)
class _Thread:
    """One article that lines can be dealt to."""

    last: int | None  # its last line of text
    over: bool  # its end mark has been read
    counted: tuple[tuple[str, int], ...] = ()  # the last number of its subheadings, by how it is written
    far: float = 0.0  # what going on with it costs because it was left long ago


@dataclass(frozen=True, slots=True)
class _State:
    score: float
    current: int  # position among the threads
    threads: tuple[_Thread, ...]
    before: _State | None = None


_Ways = Callable[[_State], list[_State]]
"""What can be done with one line in any state: one way for each thread that can have it."""


def deal(
    draft: ImportDraft, article: DraftArticle, waiting: Sequence[DraftArticle], apart: Sequence[int]
) -> tuple[tuple[int, ...], float]:
    """For each line of an article's flow whose it is, and how sure that is.

    apart: how many articles stand between it and each of those that are waited for. 0 is the article itself, 1 the
    first of those that are waited for. The printed order is kept unless another is clearly better, each measured with
    the subjects that it makes itself.
    """
    left = [replace(_left(draft, other), far=_FAR * between) for other, between in zip(waiting, apart, strict=True)]
    threads = (_Thread(None, False), *left)
    owners = [_beginning(draft, article), *(other.flow for other in waiting)]
    finished = partial(_finished, draft, _marked(draft))
    best = printed = _State(0.0, 0, threads)
    dealt: tuple[int, ...] = ()
    for _ in range(_ROUNDS):
        ways = _ways(draft, article, [Subject.of(draft, lines) for lines in owners])
        best, printed, before = _search(threads, ways, finished), _as_printed(threads, ways), dealt
        dealt = _chain(best)
        if dealt == before:
            break
        owners = _owners(article, waiting, dealt)
    kept = (0,) * len(dealt)
    if dealt == kept:
        return kept, 1.0
    ways = _ways(draft, article, [Subject.of(draft, lines) for lines in _owners(article, waiting, kept)])
    plain = max(finished(printed), finished(_as_printed(threads, ways)))
    gain = finished(best) - plain
    least = _GAIN if draft.entries else _GAIN + _UNLISTED
    return (kept, 1.0) if gain < least else (dealt, _sureness(gain, _seam(draft, article.flow, best)))


def open_tail(draft: ImportDraft, article: DraftArticle) -> int | None:
    """The article's last line of text if it stops in mid-sentence, else None.

    A short line in two halves is none: it belongs to the headline below it.
    """
    text = [piece.at[-1] for piece in article.pieces if piece.role is Role.TEXT]
    if not text:
        return None
    last = draft.lines[text[-1]]
    if last.ended or is_closed(last.text) or _is_in_halves(last.text):
        return None
    return text[-1]


def _sureness(gain: float, seam: float) -> float:
    """How sure another order is: where subjects alone speak for it, however clearly, it is often wrong."""
    return max(0.3, min(0.9, 0.5 + min(gain, 15.0) / 75 + max(-2.0, min(4.0, seam)) / 16))


def _seam(draft: ImportDraft, flow: Sequence[int], best: _State) -> float:
    """How well sentences go on where a way goes over to another article, in the mean."""
    evidence: list[float] = []
    state = best
    for at in reversed(flow):
        before = state.before
        if before is None:
            break
        thread = before.threads[state.current]
        if state.current != before.current:
            healed = _is_cut(draft, thread) and state.threads[state.current].last == at
            evidence.append(_going_on(draft, at, thread) if healed else _NO_SEAM)
        state = before
    return sum(evidence) / max(1, len(evidence))


def _is_in_halves(text: str) -> bool:
    parts = text.split()
    return len(parts) > 1 and all(_HALF.fullmatch(part) for part in parts)


def _owners(article: DraftArticle, waiting: Sequence[DraftArticle], dealt: Sequence[int]) -> list[tuple[int, ...]]:
    """The lines of every article as they were dealt."""
    given = [tuple(at for at, to in zip(article.flow, dealt, strict=True) if to == k) for k in range(len(waiting) + 1)]
    before = [article.headline, *(other.flow for other in waiting)]
    return [own + more for own, more in zip(before, given, strict=True)]


def _beginning(draft: ImportDraft, article: DraftArticle) -> tuple[int, ...]:
    """The lines that are certainly the article's own: up to the first cut."""
    own: list[int] = list(article.headline)
    text = {at for piece in article.pieces if piece.role is Role.TEXT for at in piece.at}
    for at in article.flow:
        own.append(at)
        if at in text and not is_closed(draft.lines[at].text):
            break
    return tuple(own)


def _left(draft: ImportDraft, article: DraftArticle) -> _Thread:
    """An article as it was left: in mid-sentence, below a subheading of some number."""
    thread = _Thread(open_tail(draft, article), False)
    for piece in article.pieces:
        if piece.role is Role.HEADING:
            thread = _headed(draft, thread, piece.at[0])
    return thread


def _search(threads: tuple[_Thread, ...], ways: Iterable[_Ways], finished: Callable[[_State], float]) -> _State:
    """The best way through all lines."""
    beam = [_State(0.0, 0, threads)]
    for options in ways:
        best: dict[tuple[int, tuple[_Thread, ...]], _State] = {}
        for state in [option for before in beam for option in options(before)]:
            key = (state.current, state.threads)
            if key not in best or state.score > best[key].score:
                best[key] = state
        beam = sorted(best.values(), key=lambda state: -state.score)[:_BEAM]
    keeping = [state for state in beam if state.threads[0].last is not None] or beam  # no article loses all its text
    return max(keeping, key=finished)


def _as_printed(threads: tuple[_Thread, ...], ways: Iterable[_Ways]) -> _State:
    """The way that leaves every line where it stands."""
    state = _State(0.0, 0, threads)
    for options in ways:
        state = next(option for option in options(state) if option.current == 0)
    return state


def _chain(state: _State) -> tuple[int, ...]:
    """For each line the position of the thread it was dealt to."""
    dealt: list[int] = []
    while state.before is not None:
        dealt.append(state.current)
        state = state.before
    return tuple(dealt[::-1])


def _finished(draft: ImportDraft, marked: float, state: _State) -> float:
    """A state's score when no line is left to heal what is still open, or to end what has no end mark."""
    score = state.score
    for thread in state.threads:
        if _is_cut(draft, thread):
            score += _LEFT_OPEN
        elif thread.last is not None and not thread.over:
            score += _UNMARKED * marked
    return score


def _marked(draft: ImportDraft) -> float:
    """How usual end marks are in this issue: 0 where half of the articles have one or fewer, 1 where all have."""
    share = sum(line.ended for line in draft.lines) / len(draft.articles)
    return max(0.0, min(1.0, 2.0 * share - 1.0))


def _ways(draft: ImportDraft, article: DraftArticle, subjects: Sequence[Subject]) -> list[_Ways]:
    """What can be done with each line; what does not depend on the state is asked once."""
    roles = {at: piece.role for piece in article.pieces for at in piece.at}
    ways: list[_Ways] = []
    for at in article.flow:
        role, keeping = roles.get(at, Role.TEXT), keeping_to(draft, at, subjects)
        if role is Role.HEADING:
            ways.append(partial(_headings, draft, at, keeping))
        elif role is Role.TEXT:
            ways.append(partial(_texts, draft, at, keeping, cache(partial(_going_on, draft, at))))
        elif role is Role.AUTHOR_NOTE:  # tells who wrote, not what about
            ways.append(partial(_others, True, [0.0] * len(subjects)))
        else:
            ways.append(partial(_others, False, keeping))
    return ways


def _others(over: bool, keeping: Sequence[float], state: _State) -> list[_State]:
    """A caption or a note stays with the lines around it."""
    return [_dealt(state, state.current, state.score + keeping[state.current], over=over)]


def _texts(
    draft: ImportDraft, at: int, keeping: Sequence[float], going_on: Callable[[_Thread], float], state: _State
) -> list[_State]:
    """A line of text dealt to each thread."""
    options = []
    for to, thread in enumerate(state.threads):
        score = state.score + keeping[to] + going_on(thread)
        if to != state.current:
            here = state.threads[state.current]
            back = not to and _is_cut(draft, thread) and going_on(thread) > _BACK
            likely = here.over or _is_cut(draft, here) or back
            score += (_CHANGE if likely else _LEAP) + thread.far
        options.append(_dealt(state, to, score, last=at, over=draft.lines[at].ended))
    return options


def _headings(draft: ImportDraft, at: int, keeping: Sequence[float], state: _State) -> list[_State]:
    """A subheading stays with the lines above it, unless their article has ended."""
    over = state.threads[state.current].over
    options = []
    for to, thread in enumerate(state.threads):
        if to != state.current and thread.over:
            continue
        score = state.score + keeping[to] + _counting_on(draft, thread, at)
        score += _UNHEALED if to and _is_cut(draft, thread) else 0.0
        if to == state.current:
            score += _AFTER_END if over else 0.0
        else:
            score += _CHANGE if over else _LEAP
        options.append(_dealt(state, to, score, thread=_headed(draft, thread, at)))
    return options


def _headed(draft: ImportDraft, thread: _Thread, at: int) -> _Thread:
    """The thread after a subheading; those of lower rank count anew below it."""
    count = count_of(draft.lines[at].text)
    if count is None:
        return thread
    forms = [form for form, _ in thread.counted]
    above = thread.counted[: forms.index(count[0])] if count[0] in forms else thread.counted
    return replace(thread, counted=(*above, count))


def _counting_on(draft: ImportDraft, thread: _Thread, at: int) -> float:
    """Whether a subheading's number is the one that is due in a thread."""
    count = count_of(draft.lines[at].text)
    if count is None:
        return 0.0
    before = dict(thread.counted).get(count[0], 0)
    return _COUNTS_ON if count[1] == before + 1 else -_COUNTS_ON


def _is_cut(draft: ImportDraft, thread: _Thread) -> bool:
    return thread.last is not None and not thread.over and not is_closed(draft.lines[thread.last].text)


def _going_on(draft: ImportDraft, at: int, thread: _Thread) -> float:
    if thread.over:
        return _AFTER_END
    if thread.last is None or is_closed(draft.lines[thread.last].text):
        return 0.0
    evidence = draft.language.goes_on(draft.lines[thread.last].text, draft.lines[at].text) + _FLAT
    return max(-_STRONGEST, min(_STRONGEST, evidence))


def _dealt(
    state: _State, to: int, score: float, last: int | None = None, over: bool = False, thread: _Thread | None = None
) -> _State:
    threads = list(state.threads)
    thread = thread or threads[to]
    ended = over or (thread.over and last is None)
    threads[to] = _Thread(thread.last if last is None else last, ended, thread.counted)
    return _State(score, to, tuple(threads), state)
