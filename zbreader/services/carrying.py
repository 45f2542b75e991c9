"""Carrying: where the marks of an issue stand after its text was replaced, with the old text at hand.

The whole issue is compared, all articles in a row, so that a mark goes with its words from article to article.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from zbreader import anchoring
from zbreader.model.annotation import Annotation, Target
from zbreader.model.issue import Article, Issue
from zbreader.model.search import Snippet
from zbreader.model.selector import (
    CONTEXT_LENGTH,
    Anchor,
    AnchorState,
    Selectors,
    TextPositionSelector,
    TextQuoteSelector,
)
from zbreader.services.following import new_targets
from zbreader.services.placing import anchors_of

_BETWEEN = "\n\n"  # articles in a row; no article holds it, as paragraphs are not empty
_PROBE = 60  # characters of an article's beginning by which the article that has them now is found
_AROUND = 20  # characters shown on either side of a passage


@dataclass(frozen=True, slots=True)
class Carried:
    """One annotation before and after: its target then and now, what it marked then and now, and how sure that is."""

    annotation: Annotation  # as it was
    target: Target  # as it is now
    before: Snippet
    after: Snippet | None  # None: it has no place now
    anchor: Anchor


def carry(annotations: Sequence[Annotation], label: str, old: Sequence[Article], new: Issue) -> list[Carried]:
    """Where ANNOTATIONS on the articles OLD go now that the issue is NEW; label: what it is called."""
    if not annotations:
        return []
    carriage = _Carriage(old, new.articles)
    targets = {annotation.id: target for annotation, target in carriage.targets(annotations, label)}
    left = [annotation for annotation in annotations if annotation.id not in targets]
    targets |= {annotation.id: target for annotation, target in new_targets(left, label, new.articles)}
    at_home = {
        annotation.id: replace(targets.get(annotation.id, annotation.target), issue_id=new.id)
        for annotation in annotations
    }
    return _placed(annotations, at_home, old, new.articles)


class _Row:
    """Articles in a row, as one text."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self.articles = articles
        self.by_id = {article.id: at for at, article in enumerate(articles)}
        self.texts = [article.text for article in articles]
        self.starts: list[int] = []
        length = 0
        for text in self.texts:
            self.starts.append(length)
            length += len(text) + len(_BETWEEN)
        self.text = _BETWEEN.join(self.texts)

    def home(self, start: int, end: int) -> tuple[int, int, int] | None:
        """The article that has most of a half-open range of the row, and the range within that article."""
        best: tuple[int, int, int] | None = None
        for at in range(max(0, bisect_right(self.starts, start) - 1), bisect_right(self.starts, max(start, end - 1))):
            first, last = max(start - self.starts[at], 0), min(end - self.starts[at], len(self.texts[at]))
            if last > first and (best is None or last - first > best[2] - best[1]):
                best = at, first, last
        return best


class _Carriage:
    def __init__(self, old: Sequence[Article], new: Sequence[Article]) -> None:
        self._old, self._new = _Row(old), _Row(new)

    def targets(self, annotations: Sequence[Annotation], label: str) -> list[tuple[Annotation, Target]]:
        """New targets of those ANNOTATIONS that have a place in the old text and one in the new."""
        untouched: list[tuple[Annotation, Target]] = []
        there: list[tuple[Annotation, tuple[int, int]]] = []
        for annotation, span in zip(annotations, self._old_spans(annotations), strict=True):
            if span and self._is_untouched(annotation):
                at = self._new.by_id[annotation.target.article_id]
                untouched.append((annotation, self._named(annotation.target, label, at)))
            elif span:
                there.append((annotation, span))
        wanted = [anchoring.describe(self._old.text, start, end) for _, (start, end) in there]
        images = anchoring.resolve_all(self._new.text, wanted, before=self._old.text) if wanted else []
        moved: dict[int, list[tuple[Annotation, tuple[int, int]]]] = {}
        for (annotation, _), image in zip(there, images, strict=True):
            home = None if image.start is None or image.end is None else self._new.home(image.start, image.end)
            if home is not None:
                moved.setdefault(home[0], []).append((annotation, home[1:]))
        return untouched + [pair for at, group in moved.items() for pair in self._at_home(at, group, label)]

    def _old_spans(self, annotations: Sequence[Annotation]) -> list[tuple[int, int] | None]:
        """Where each stands in the row of old articles; a bookmark stands at its article's beginning."""
        groups: dict[int, list[int]] = {}
        for number, annotation in enumerate(annotations):
            at = self._old.by_id.get(annotation.target.article_id)
            if at is not None:
                groups.setdefault(at, []).append(number)
        spans: list[tuple[int, int] | None] = [None] * len(annotations)
        for at, numbers in groups.items():
            text, start = self._old.texts[at], self._old.starts[at]
            anchors = anchors_of(text, [annotations[number].target.selectors for number in numbers])
            for number, anchor in zip(numbers, anchors, strict=True):
                if annotations[number].target.selectors is None and text:
                    spans[number] = (start, start + min(_PROBE, len(text)))
                elif anchor.start is not None and anchor.end is not None and anchor.start < anchor.end:
                    spans[number] = (start + anchor.start, start + anchor.end)
        return spans

    def _is_untouched(self, annotation: Annotation) -> bool:
        """Whether its article still says exactly what it said; a bookmark stays wherever its article's id is."""
        id_ = annotation.target.article_id
        if id_ not in self._new.by_id:
            return False
        same = self._old.texts[self._old.by_id[id_]] == self._new.texts[self._new.by_id[id_]]
        return same or annotation.target.selectors is None

    def _named(self, target: Target, label: str, at: int) -> Target:
        article = self._new.articles[at]
        return replace(target, article_id=article.id, issue_label=label, article_title=article.title)

    def _at_home(
        self, at: int, group: Sequence[tuple[Annotation, tuple[int, int]]], label: str
    ) -> list[tuple[Annotation, Target]]:
        """Targets in one article; selectors that would not lead to the new place by themselves get its surroundings."""
        text = self._new.texts[at]
        found = anchors_of(text, [annotation.target.selectors for annotation, _ in group])
        targets = []
        for (annotation, (start, end)), anchor in zip(group, found, strict=True):
            target = self._named(annotation.target, label, at)
            if target.selectors is not None and (anchor.start, anchor.end) != (start, end):
                target = replace(target, selectors=led_to(target.selectors, text, start, end))
            targets.append((annotation, target))
        return targets


def led_to(selectors: Selectors, text: str, start: int, end: int) -> Selectors:
    """SELECTORS with the place and the surroundings START to END of TEXT has; the words stay their owner's."""
    prefix, suffix = text[max(0, start - CONTEXT_LENGTH) : start], text[end : end + CONTEXT_LENGTH]
    return Selectors(TextQuoteSelector(selectors.quote.exact, prefix, suffix), TextPositionSelector(start, end))


def _placed(
    annotations: Sequence[Annotation], targets: dict[str, Target], old: Sequence[Article], new: Sequence[Article]
) -> list[Carried]:
    was, now = _anchors(annotations, {}, old), _anchors(annotations, targets, new)
    texts = [{article.id: article.text for article in articles} for articles in (old, new)]
    carried = []
    for annotation in annotations:
        target = targets.get(annotation.id, annotation.target)
        before = _snippet(texts[0].get(annotation.target.article_id), was[annotation.id])
        selectors = annotation.target.selectors
        quote = selectors.quote.exact if selectors else annotation.target.article_title
        after = _snippet(texts[1].get(target.article_id), now[annotation.id])
        carried.append(
            Carried(annotation, target, before or Snippet(quote, ((0, len(quote)),)), after, now[annotation.id])
        )
    return carried


def _anchors(
    annotations: Sequence[Annotation], targets: dict[str, Target], articles: Sequence[Article]
) -> dict[str, Anchor]:
    texts = {article.id: article.text for article in articles}
    groups: dict[str, list[tuple[str, Target]]] = {}
    for annotation in annotations:
        target = targets.get(annotation.id, annotation.target)
        groups.setdefault(target.article_id, []).append((annotation.id, target))
    found = {}
    for article_id, group in groups.items():
        anchors = anchors_of(texts.get(article_id), [target.selectors for _, target in group])
        found.update({id_: anchor for (id_, _), anchor in zip(group, anchors, strict=True)})
    return found


def _snippet(text: str | None, anchor: Anchor) -> Snippet | None:
    if text is None or anchor.state is AnchorState.UNPLACED:
        return None
    if anchor.start is None or anchor.end is None:
        return Snippet(text[: 2 * _AROUND])
    first = max(0, anchor.start - _AROUND)
    return Snippet(text[first : anchor.end + _AROUND], ((anchor.start - first, anchor.end - first),))
