"""Following: which article each annotation belongs to after an issue was converted anew."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace

from zbreader.model.annotation import Annotation, Target
from zbreader.model.issue import Article
from zbreader.model.selector import AnchorState, TextQuoteSelector
from zbreader.services.placing import anchors_of

_SAME_TITLE = 0.75  # similarity (0..1) above which two headlines are taken for one
_TELLING = 12  # code points; a shorter quote may stand in an article by chance


def new_targets(
    annotations: Sequence[Annotation], issue_label: str, articles: Sequence[Article]
) -> list[tuple[Annotation, Target]]:
    """Those ANNOTATIONS of one issue whose target changes now that the issue has these ARTICLES, with the new target.

    An annotation stays with its article as long as it can be placed there. One whose article is gone goes to the
    article that has its quotes or its headline; one that cannot be placed goes to the only article that has its
    words. One that fits nowhere keeps its target: it is shown as unplaced and comes back when its text does.
    """
    by_id = {article.id: article for article in articles}
    texts = {article.id: article.text for article in articles}
    groups: dict[str, list[Annotation]] = {}
    for annotation in annotations:
        groups.setdefault(annotation.target.article_id, []).append(annotation)
    changed = []
    for article_id, group in groups.items():
        home = by_id.get(article_id) or _counterpart(group, articles, texts)
        anchors = anchors_of(texts[home.id] if home else None, [a.target.selectors for a in group])
        for annotation, anchor in zip(group, anchors, strict=True):
            article = home
            if anchor.state is AnchorState.UNPLACED and annotation.target.selectors is not None:
                article = _only_one_with(annotation.target.selectors.quote, articles, texts) or home
            if article is not None:
                before, names = annotation.target, (article.id, issue_label, article.title)
                if names != (before.article_id, before.issue_label, before.article_title):
                    id_, label, title = names
                    changed.append(
                        (annotation, replace(before, article_id=id_, issue_label=label, article_title=title))
                    )
    return changed


def _counterpart(group: Sequence[Annotation], articles: Iterable[Article], texts: dict[str, str]) -> Article | None:
    """The article that most likely is the one GROUP was made on: by the quotes it still has, then by its headline."""
    title = _folded(group[0].target.article_title)
    quotes = [a.target.selectors.quote.exact for a in group if a.target.selectors is not None]
    telling = [quote for quote in quotes if len(quote) >= _TELLING]
    best, best_score = None, (0, _SAME_TITLE)
    for article in articles:
        score = (sum(quote in texts[article.id] for quote in telling), _similarity(title, _folded(article.title)))
        if score > best_score:
            best, best_score = article, score
    return best


def _only_one_with(quote: TextQuoteSelector, articles: Iterable[Article], texts: dict[str, str]) -> Article | None:
    words = quote.prefix + quote.exact + quote.suffix
    found = [article for article in articles if words in texts[article.id]]
    if not found and len(quote.exact) >= _TELLING:
        found = [article for article in articles if quote.exact in texts[article.id]]
    return found[0] if len(found) == 1 else None


def _similarity(one: str, other: str) -> float:
    if not one or not other:
        return 0.0
    return difflib.SequenceMatcher(None, one, other, autojunk=False).ratio()


def _folded(title: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKC", title).lower() if c.isalnum())
