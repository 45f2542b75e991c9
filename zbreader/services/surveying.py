"""Looking at everything that matches: how often each issue has it, and what comes before and after a place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from zbreader.model.message import message
from zbreader.model.search import IssueHits, Neighbours, Place
from zbreader.search.snippets import Range, merged
from zbreader.services.asking import Asked
from zbreader.services.finding import ArticleText, article_texts
from zbreader.services.jobs import Job
from zbreader.services.matches import Found
from zbreader.services.shelf import Shelf
from zbreader.store.database import Connection

_AT_ONCE = 200  # articles between two looks at whether to stop


def timeline(connection: Connection, shelf: Shelf, asked: Asked, found: Sequence[Found], job: Job) -> list[IssueHits]:
    """Articles of FOUND and occurrences in them by issue, the oldest issue first. Raises Cancelled."""
    articles, occurrences = Counter[int](), Counter[int]()
    for at in range(0, len(found), _AT_ONCE):
        job.report(at, len(found), message("正在统计各期"))
        part = found[at : at + _AT_ONCE]
        texts = article_texts(connection, shelf, [one[4] for one in part], asked.options.variants)
        for _, _, age, _, article_id in part:
            if article_id in texts:
                articles[age] += 1
                occurrences[age] += _count(texts[article_id], asked)
    job.report(len(found), len(found), message("正在统计各期"))
    return [
        IssueHits(issue.id, issue.title, issue.year, issue.number, articles[age], occurrences[age])
        for age, issue in reversed(list(enumerate(shelf.issues)))
        if all(wanted.holds(issue.year, issue.number) for wanted in asked.query.issues)
    ]


def neighbours(
    shelf: Shelf, found: Sequence[Found], places: Callable[[str], Sequence[Range]], article_id: str, offset: int
) -> Neighbours:
    """The occurrences before and after OFFSET of an article; beyond it those of the articles around it in FOUND.

    An article that is not among FOUND stands before the first. places: where the words stand in an article's text; one
    empty range for an article that has them in its headline alone.
    """
    order = [one[4] for one in found]
    here = order.index(article_id) if article_id in order else -1
    issue_ids = {one[4]: shelf.issues[one[2]].id for one in found}

    def place(id_: str, range_: Range) -> Place:
        return Place(issue_ids[id_], id_, *range_)

    own = [one for one in places(article_id) if one[0] < one[1]] if here >= 0 else []
    before = [place(article_id, one) for one in own if one[0] < offset]
    after = [place(article_id, one) for one in own if one[0] > offset]
    earlier = (place(id_, there[-1]) for id_ in reversed(order[: max(here, 0)]) if (there := places(id_)))
    later = (place(id_, there[0]) for id_ in order[here + 1 :] if (there := places(id_)))
    return Neighbours(before[-1] if before else next(earlier, None), after[0] if after else next(later, None))


def _count(article: ArticleText, asked: Asked) -> int:
    """Occurrences in headline and text: what `Hit.count` says."""
    words = asked.query.words
    in_text = merged(article.ranges(words))
    return len(in_text) + len(article.titled(words))
