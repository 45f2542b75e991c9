"""Words: what articles, issues and years are about, which articles are about the same, and the person's own words."""

from __future__ import annotations

import heapq
import json
import math
from collections import Counter
from collections.abc import Iterable, Sequence
from zlib import crc32

from zbreader.model.message import message
from zbreader.model.search import Keyword, Related
from zbreader.search.bigrams import phrase
from zbreader.search.folding import fold
from zbreader.search.words import Words
from zbreader.services.changes import Changes
from zbreader.services.jobs import Job
from zbreader.services.searching import Searching
from zbreader.services.settings import Settings
from zbreader.services.shelf import GONE
from zbreader.services.undo import Step, UndoStack
from zbreader.store import articles, searchable
from zbreader.store.database import Connection, Database
from zbreader.store.fulltext import IndexUnavailable
from zbreader.store.searchable import LiveIssue

OWN_WORDS = "words.own"  # setting: list of words that the person added
_MOST_OWN, _LONGEST_OWN = 5_000, 20  # words, code points of one
_CANDIDATES = 80  # words whose rarity in the library is looked up
_KEPT = 400  # words of one issue that are kept
_PRIOR = 300  # articles after which the library's own rarity counts as much as the language's
_TELLING = 12  # words by which articles are compared
_COMPARED = 40  # articles whose texts are looked into
_SATURATION = 1.2
_SHARED_SHOWN = 6


class Wording:
    """Keywords and related articles. The first call loads jieba (about a second); none of it happens by itself.

    A word's weight is how often it stands there, times how rare it is in the library (in a small library mixed with how
    rare it is in the language): TF-IDF.
    """

    def __init__(
        self, database: Database, searching: Searching, words: Words, settings: Settings, undo: UndoStack
    ) -> None:
        self._database = database
        self._searching = searching
        self._words = words
        self._settings = settings
        self._undo = undo

    def warm(self) -> None:
        """Load what takes long, so that nothing waits for it later."""
        self._words.warm()

    def word_at(self, text: str, offset: int) -> tuple[int, int]:
        """The range (code points) of the word of TEXT that covers OFFSET; an empty range where there is none."""
        return self._words.word_at(text, offset)

    def dictionary(self) -> list[str]:
        """The words that the person added."""
        return own_words(self._settings)

    def set_dictionary(self, words: Iterable[str]) -> None:
        """Know these words from now on, as one undo step; what is no word (marks, one character) is left out."""
        before, after = self.dictionary(), _clean(words)
        if before != after:
            self._write(after)
            self._undo.push(Step(message("修改自定义词"), lambda: self._write(before), lambda: self._write(after)))

    def keywords(
        self,
        *,
        article_id: str | None = None,
        issue_id: str | None = None,
        year: int | None = None,
        count: int = 30,
        job: Job | None = None,
    ) -> list[Keyword]:
        """What an article, an issue, or all issues of a year are about, the heaviest word first.

        Empty for what the library does not have. Counts of issues and years leave out each issue's rarest words.
        Raises Cancelled.
        """
        job = job or Job()
        with self._database.read() as connection:
            if article_id is not None:
                counts = self._of_article(connection, article_id)
            else:
                live = searchable.live_issues(connection)
                wanted = [i for i in live if (i.id == issue_id if issue_id is not None else i.year == year)]
                counts = Counter()
                for done, issue in enumerate(wanted if issue_id is not None or year is not None else ()):
                    job.report(done, len(wanted), message("正在统计用词"))
                    counts.update(self._of_issue(connection, issue))
        return self._weighed(counts, count)

    def related(self, article_id: str, count: int = 8, job: Job | None = None) -> list[Related]:
        """The articles that have the most of an article's heavy words, the closest first. Raises Cancelled.

        Empty when the library does not have the article, and without an index.
        """
        job = job or Job()
        telling = self.keywords(article_id=article_id, count=_TELLING)
        with self._database.read() as connection:
            candidates = self._candidates(connection, article_id, telling)
            job.report(0, 1, message("正在查找相关文章"))
            own = searchable.heads(connection, [article_id], with_texts=True)
            if not candidates or article_id not in own:
                return []
            near = searchable.heads(connection, candidates, with_texts=True)
            best = _likeness(own[article_id].text, telling)[0] or 1.0
            found = []
            for id_, head in near.items():
                score, shared = _likeness(f"{head.title}\n{head.text}", telling)
                found.append((min(1.0, score / best), id_, head.issue_id, shared))
            job.report(1, 1)
            nearest = heapq.nsmallest(count, found, key=lambda one: (-one[0], one[1]))
            issue_ids = {issue_id for _, _, issue_id, _ in nearest}
            summaries = {s.id: s for issue_id in issue_ids for s in articles.summaries(connection, issue_id)}
        return [
            Related(summaries[id_], score, shared) for score, id_, _, shared in nearest if shared and id_ in summaries
        ]

    def _write(self, words: Sequence[str]) -> Changes:
        self._settings.set(OWN_WORDS, list(words) or None)
        self._words.set_own(words)
        return Changes(settings=frozenset({OWN_WORDS}))

    def _of_article(self, connection: Connection, article_id: str) -> Counter[str]:
        article = articles.get(connection, article_id)
        return Counter() if article is None else self._words.counts(f"{article.title}\n{article.text}")

    def _of_issue(self, connection: Connection, issue: LiveIssue) -> Counter[str]:
        """The words of an issue with their counts: its heaviest are kept in the index's file."""
        index, form = self._searching.index, crc32("\n".join(sorted(self._words.terms)).encode())
        try:
            known = json.loads(index.kept(issue.stamp) or "{}") if index is not None else {}
            if known.get("form") == form:
                return Counter(known["counts"])
        except (IndexUnavailable, ValueError, TypeError, AttributeError):
            index = None
        counts = Counter[str]()
        for article in articles.of_issue(connection, issue.key):
            counts.update(self._words.counts(f"{article.title}\n{article.text}"))
        kept = Counter({k: counts[k] for k in heapq.nlargest(_KEPT, counts, key=lambda w: self._telling(counts, w))})
        if index is not None:
            try:
                index.keep(issue.stamp, json.dumps({"form": form, "counts": kept}, ensure_ascii=False))
            except IndexUnavailable:
                return kept
        return kept

    def _telling(self, counts: Counter[str], word: str) -> tuple[float, str]:
        return counts[word] * self._words.rarity(word), word

    def _weighed(self, counts: Counter[str], count: int) -> list[Keyword]:
        candidates = heapq.nlargest(max(_CANDIDATES, count), counts, key=lambda word: self._telling(counts, word))
        rarities = self._rarities(candidates)
        weights = {word: counts[word] * rarity for word, rarity in zip(candidates, rarities, strict=True)}
        best = heapq.nsmallest(count, candidates, key=lambda word: (-weights[word], word))
        most = max((weights[word] for word in best), default=0.0) or 1.0
        return [Keyword(word, weights[word] / most, counts[word]) for word in best]

    def _rarities(self, words: Sequence[str]) -> list[float]:
        """How rare each word is in the library, mixed with how rare it is in the language."""
        usual, index = [self._words.rarity(word) for word in words], self._searching.index
        if index is None:
            return usual
        try:
            many, counts = index.how_many([phrase(fold(word)) for word in words])
        except IndexUnavailable:
            return usual
        here = [math.log((many + 1) / (count + 1)) for count in counts]
        return [(many * own + _PRIOR * other) / (many + _PRIOR) for own, other in zip(here, usual, strict=True)]

    def _candidates(self, connection: Connection, article_id: str, telling: Sequence[Keyword]) -> list[str]:
        """Ids of the articles that have the most of the words TELLING."""
        index = self._searching.index
        if index is None:
            return []
        try:
            catalogue, rows = index.rows_of([phrase(fold(keyword.word)) for keyword in telling])
        except IndexUnavailable:
            return []
        stamps = {issue.stamp for issue in searchable.live_issues(connection)}
        live = [stamp in stamps for stamp in catalogue.stamps]
        sums: dict[int, float] = {}
        for keyword, found in zip(telling, rows, strict=True):
            for row in found:
                sums[row] = sums.get(row, 0.0) + keyword.weight
        there = (row for row in sums if catalogue.issues[row] != GONE and live[catalogue.issues[row]])
        best = heapq.nsmallest(_COMPARED + 1, there, key=lambda row: (-sums[row], row))
        return [id_ for row in best if (id_ := catalogue.article_ids[row]) != article_id]


def own_words(settings: Settings) -> list[str]:
    """The words that the person added, as the settings have them."""
    given = settings.get(OWN_WORDS, [])
    return _clean(word for word in given if isinstance(word, str)) if isinstance(given, list) else []


def _clean(words: Iterable[str]) -> list[str]:
    cleaned = ("".join(word.split()) for word in words)
    return list(dict.fromkeys(w for w in cleaned if 1 < len(w) <= _LONGEST_OWN and w.isalnum()))[:_MOST_OWN]


def _likeness(text: str, telling: Sequence[Keyword]) -> tuple[float, tuple[str, ...]]:
    """How much TEXT has of the words TELLING, and which it has, the heaviest first."""
    folded = fold(text)
    counts = [(keyword, folded.count(fold(keyword.word))) for keyword in telling]
    score = sum(keyword.weight * count / (count + _SATURATION) for keyword, count in counts)
    return score, tuple(keyword.word for keyword, count in counts if count)[:_SHARED_SHOWN]
