"""Rule: part articles that were printed into each other (one goes on at the foot of the other's page).

A paragraph that stops in mid-sentence right before another article's headline goes on further down. A beam search deals
the lines below that headline out to the articles that are still open: by how sentences run on, by end marks, by what
each article is about. Changing articles is only likely where a sentence was cut or an article has ended.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial

from zbreader.importers.draft import DraftArticle, ImportDraft, Role
from zbreader.importers.magazine.flow import with_pieces
from zbreader.importers.magazine.shapes import count_of, is_closed
from zbreader.importers.magazine.topics import topic_of, weights
from zbreader.model.issue import Finding
from zbreader.model.message import message

_BEAM = 16
_CHANGE = -2.0  # going over to another article where a sentence was cut or an article has ended
_LEAP = -7.0  # … anywhere else
_AFTER_END = -5.0  # text below an article's end mark
_LEFT_OPEN = -4.0  # an article that never finishes its sentence
_FLAT = 0.5
_STRONGEST = 8.0
_TOPIC = 0.8  # weight of what a line is about
_TOPIC_LIMIT = 5.0
_GAIN = 1.5  # by which another order must beat the printed one
_BACK = 1.0  # evidence that a line goes on with the article's own sentence, which the other's tail cut in two
_COUNTS_ON = 3.0  # a subheading whose number is the next one; as much against where another number was due
_PATIENCE = 4  # articles an open one is waited for


@dataclass(frozen=True, slots=True)
class _Thread:
    """One article that lines can be dealt to."""

    last: int | None  # its last line of text
    over: bool  # its end mark has been read
    counted: tuple[tuple[str, int], ...] = ()  # the last number of its subheadings, by how it is written


@dataclass(frozen=True, slots=True)
class _State:
    score: float
    current: int  # position among the threads
    threads: tuple[_Thread, ...]
    moved: bool = False  # some line went to another article
    before: _State | None = None


def reorder(draft: ImportDraft) -> ImportDraft:
    """Deals the lines of articles that run into each other out to the right ones."""
    articles = list(draft.articles)
    findings: list[Finding] = []
    waiting: list[int] = []
    for number in range(len(articles)):
        if waiting and articles[number].flow:
            candidates = [number, *waiting]
            dealt, sure = _deal(draft, articles[number], [articles[k] for k in waiting])
            if any(dealt):
                findings.append(_finding(draft, articles, candidates, dealt, sure))
                _apply(draft, articles, candidates, dealt)
        waiting = [
            k for k in [*waiting, number] if number - k < _PATIENCE and open_tail(draft, articles[k]) is not None
        ]
    return replace(draft, articles=tuple(articles)).with_findings(*findings)


def open_tail(draft: ImportDraft, article: DraftArticle) -> int | None:
    """The article's last line of text if it stops in mid-sentence, else None."""
    text = [piece.at[-1] for piece in article.pieces if piece.role is Role.TEXT]
    if not text or any(draft.lines[at].ended for at in text[-1:]):
        return None
    return text[-1] if not is_closed(draft.lines[text[-1]].text) else None


def _apply(draft: ImportDraft, articles: list[DraftArticle], candidates: Sequence[int], dealt: Sequence[int]) -> None:
    lines = articles[candidates[0]].flow
    for position, number in enumerate(candidates):
        own = tuple(at for at, to in zip(lines, dealt, strict=True) if to == position)
        if position == 0:
            articles[number] = with_pieces(draft, replace(articles[number], flow=own))
        elif own:
            articles[number] = with_pieces(draft, replace(articles[number], flow=articles[number].flow + own))


def _finding(
    draft: ImportDraft, articles: Sequence[DraftArticle], candidates: Sequence[int], dealt: Sequence[int], sure: float
) -> Finding:
    moved = [at for at, to in zip(articles[candidates[0]].flow, dealt, strict=True) if to]
    other = articles[candidates[max(dealt)]]
    said = message(
        "《{title}》和《{other}》的版面互相穿插，已按语句的衔接分开，请核对。",
        title=articles[candidates[0]].title,
        other=other.title,
    )
    return draft.finding("reorder", moved, said, sure)


def _deal(draft: ImportDraft, article: DraftArticle, waiting: Sequence[DraftArticle]) -> tuple[tuple[int, ...], float]:
    """For each line of the article the thread it belongs to (0: the article itself), and how sure that is."""
    roles = {at: piece.role for piece in article.pieces for at in piece.at}
    threads = [_Thread(None, False), *(_left(draft, other) for other in waiting)]
    topics = [topic_of(draft, _beginning(draft, article)), *(topic_of(draft, other.flow) for other in waiting)]
    beam = [_State(0.0, 0, tuple(threads))]
    for at in article.flow:
        options = _ways(draft, at, roles.get(at, Role.TEXT), topics)
        following = [option for state in beam for option in options(state)]
        best: dict[tuple[int, tuple[_Thread, ...]], _State] = {}
        for state in following:
            key = (state.current, state.threads)
            if key not in best or state.score > best[key].score:
                best[key] = state
        beam = sorted(best.values(), key=lambda s: -s.score)[:_BEAM]
        plain = next((s for s in following if not s.moved), None)
        if plain is not None and plain not in beam:
            beam.append(plain)  # the printed order stays to be compared with
    keeping = [state for state in beam if state.threads[0].last is not None] or beam  # no article loses all its text
    final = max(keeping, key=lambda s: s.score + _rest(draft, s))
    score = final.score + _rest(draft, final)
    left = max((s.score + _rest(draft, s) for s in beam if not s.moved), default=score - 6.0)
    if score - left < _GAIN:
        return (0,) * len(article.flow), 1.0
    return _chain(final), max(0.3, min(0.9, 0.4 + (score - left) / 30))


def _left(draft: ImportDraft, article: DraftArticle) -> _Thread:
    """An article as it was left: in mid-sentence, below a subheading of some number."""
    thread = _Thread(open_tail(draft, article), False)
    for piece in article.pieces:
        if piece.role is Role.HEADING:
            thread = _headed(draft, thread, piece.at[0])
    return thread


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


def _chain(state: _State) -> tuple[int, ...]:
    """For each line the position of the thread it was dealt to."""
    dealt: list[int] = []
    while state.before is not None:
        dealt.append(state.current)
        state = state.before
    return tuple(dealt[::-1])


def _rest(draft: ImportDraft, state: _State) -> float:
    """What is left open at the end."""
    left = [t for t in state.threads if t.last is not None and not t.over and not is_closed(draft.lines[t.last].text)]
    return _LEFT_OPEN * len(left)


def _ways(draft: ImportDraft, at: int, role: Role, topics: Sequence[Counter[str]]) -> Callable[[_State], list[_State]]:
    """What can be done with one line in any state; what does not depend on the state is asked once."""
    if role is Role.HEADING:
        return partial(_headings, draft, at)
    if role is not Role.TEXT:  # captions and notes stay with the lines around them
        return lambda state: [_dealt(state, state.current, state.score, over=role is Role.AUTHOR_NOTE)]
    about = weights(draft, draft.lines[at].text, topics)
    belonging = [_TOPIC * (own - max(about[:to] + about[to + 1 :])) for to, own in enumerate(about)]
    limited = [max(-_TOPIC_LIMIT, min(_TOPIC_LIMIT, evidence)) for evidence in belonging]
    return partial(_texts, draft, at, limited, cache(partial(_going_on, draft, at)))


def _texts(
    draft: ImportDraft, at: int, belonging: Sequence[float], going_on: Callable[[_Thread], float], state: _State
) -> list[_State]:
    """A line of text dealt to each thread."""
    options = []
    for to, thread in enumerate(state.threads):
        score = state.score + belonging[to] + going_on(thread)
        if to != state.current:
            here = state.threads[state.current]
            back = not to and _is_cut(draft, thread) and going_on(thread) > _BACK
            score += _CHANGE if here.over or _is_cut(draft, here) or back else _LEAP
        options.append(_dealt(state, to, score, last=at, over=draft.lines[at].ended))
    return options


def _headings(draft: ImportDraft, at: int, state: _State) -> list[_State]:
    """A subheading stays with the lines above it, unless their article has ended."""
    over = state.threads[state.current].over
    options = []
    for to, thread in enumerate(state.threads):
        if to != state.current and thread.over:
            continue
        score = state.score + _counting_on(draft, thread, at)
        if to == state.current:
            score += _AFTER_END if over else 0.0
        else:
            score += _CHANGE if over else _LEAP
        options.append(_dealt(state, to, score, thread=_headed(draft, thread, at)))
    return options


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
    return _State(score, to, tuple(threads), state.moved or to > 0, state)


def _beginning(draft: ImportDraft, article: DraftArticle) -> list[int]:
    """The lines that are certainly the article's own: up to the first cut."""
    own: list[int] = list(article.headline)
    text = {at for piece in article.pieces if piece.role is Role.TEXT for at in piece.at}
    for at in article.flow:
        own.append(at)
        if at in text and not is_closed(draft.lines[at].text):
            break
    return own
