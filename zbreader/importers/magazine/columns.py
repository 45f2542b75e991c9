"""Rule: give articles the columns (栏目) of the contents page, and mend columns that were read in the wrong order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from zbreader.importers.draft import DraftArticle, Entry, ImportDraft, Role
from zbreader.importers.magazine.authorship import is_bare_byline, is_byline
from zbreader.importers.magazine.contents_lines import Line, has_own_level, lines_of_contents, people_of
from zbreader.importers.magazine.shapes import folded_title, is_closed, label_of, pairs_of, size
from zbreader.model.issue import Finding
from zbreader.model.message import Message, message

_ALIKE = 0.5  # share of a word's character pairs from which the headline has it
_SURE = 0.85  # how sure it is that entries were printed under the wrong column: one in twenty is wrong
_SHORT, _LONGEST = 12, 24  # characters of a column without a mark; the latter where entries have bullets


def columns(draft: ImportDraft) -> ImportDraft:
    """Reads columns, authors and missing entries off the contents page and hands them to the articles."""
    if not draft.entries:
        return _from_labels(draft)
    page = lines_of_contents(draft)
    heads = _column_lines(draft, page)
    listed = _with_authors(draft, page, heads, _with_columns(draft, page, heads))
    articles = tuple(_informed(article, listed) for article in draft.articles)
    draft = replace(draft, entries=tuple(listed), articles=articles)
    return _mended(_inherited(draft), _named_again(page, heads))


def _column_lines(draft: ImportDraft, page: Sequence[Line]) -> dict[int, str]:
    """Contents lines that name a column: index into ImportDraft.lines -> column."""
    used = {at for entry in draft.entries for at in entry.at}
    marked = [line for line in page if line.mark]
    matched = Counter(line.mark for line in marked if line.at in used)
    free = Counter(line.mark for line in marked if line.at not in used)
    column_marks = {mark for mark in free if free[mark] >= matched[mark]}
    heads = {line.at: line.core for line in marked if line.mark in column_marks and line.at not in used and line.core}
    leading = sum(line.at in heads and below.at in used for line, below in pairwise(page))
    if leading > 1:
        return heads
    others = _unmarked(draft, page, used)
    if len(heads) > 1 and len(heads) >= len(others):
        return heads
    top = min((draft.lines[at].level or 0 for at in heads), default=0)
    return heads | {at: core for at, core in others.items() if not top or (draft.lines[at].level or 0) <= top}


def _unmarked(draft: ImportDraft, page: Sequence[Line], used: set[int]) -> dict[int, str]:
    """Columns without a mark: short, no author, directly above an entry."""
    words = draft.vocabulary
    heads = {}
    running = {line.text.split()[-1] for line in draft.lines if line.role is Role.RUNNING_HEAD and line.text.split()}
    bulleted = sum(bool(line.mark) for line in page if line.at in used) > len(used) / 2
    longest = _LONGEST if bulleted else _SHORT
    levels = {draft.lines[line.at].level for line in page if line.at in used}
    for position, line in enumerate(page):
        limit = _LONGEST if has_own_level(draft, page, line) else longest
        if line.at in used or not 2 <= size(line.core) <= limit or line.page is not None or is_closed(line.core):
            continue
        following = page[position + 1] if position + 1 < len(page) else None
        if following is None or following.at not in used:
            continue
        level = draft.lines[line.at].level
        named = (
            has_own_level(draft, page, line)
            or _is_elsewhere(draft, page, position, used)
            or line.core in running
            or line.core.endswith(words.contents_column_endings)
            or (level is not None and level not in levels)
        )
        if named or not (is_bare_byline(line.core, words) or is_byline(line.core, words)):
            heads[line.at] = line.core
    leveled = {at: core for at, core in heads.items() if draft.lines[at].level is not None}
    heads = leveled if len(leveled) * 2 > len(heads) else heads
    lower = _under_another(draft, page, heads)
    return {at: core for at, core in heads.items() if core not in lower}


def _under_another(draft: ImportDraft, page: Sequence[Line], heads: dict[int, str]) -> set[str]:
    """Words marked up as lower headings right below a column's name: they gather some of its articles."""
    pairs = [(above, line) for above, line in pairwise(page) if above.at in heads and line.at in heads]
    return {line.core for above, line in pairs if _level(draft, line) > _level(draft, above) > 0}


def _level(draft: ImportDraft, line: Line) -> int:
    return draft.lines[line.at].level or 0


def _is_elsewhere(draft: ImportDraft, page: Sequence[Line], position: int, used: set[int]) -> bool:
    """Whether a name-like word is not the author of the entry above: that article is signed by others."""
    core = page[position].core
    above = page[position - 1] if position else None
    if above is None or above.at not in used:
        return False
    article = next((a for a in draft.articles if a.entry is not None and above.at in draft.entries[a.entry].at), None)
    signed = "".join(draft.lines[at].text for at in article.bylines) if article else ""
    return bool(signed) and not set(core) & set(signed)


def _with_columns(draft: ImportDraft, page: Sequence[Line], heads: dict[int, str]) -> list[Entry]:
    """Entries with the column and the group printed above them; unmatched titles become entries of their own."""
    listed = list(draft.entries)
    entry_at = {entry.at[0]: number for number, entry in enumerate(listed)}
    column: str | None = None
    group: str | None = None
    for line in page:
        if line.at in heads:
            column, group = heads[line.at], None
        number = entry_at.get(line.at)
        if number is None:
            continue
        if listed[number].is_group:
            group = listed[number].title
            listed[number] = replace(listed[number], column=column)
        else:
            listed[number] = replace(listed[number], column=column, group=group)
    return listed


def _with_authors(draft: ImportDraft, page: Sequence[Line], heads: dict[int, str], listed: list[Entry]) -> list[Entry]:
    """Authors printed beside an entry's title or on the lines between two entries."""
    words = draft.vocabulary
    owner = {at: number for number, entry in enumerate(listed) for at in entry.at}
    titles = {article.entry: folded_title(article.title) for article in draft.articles if article.entry is not None}
    last: int | None = None
    waiting: tuple[str, ...] = ()
    for line in page:
        if line.at in heads:
            last, waiting = None, ()
            continue
        number = owner.get(line.at)
        if number is not None:
            rest = _beyond(line.core, titles.get(number, ""))
            people = people_of(rest, words) if rest else waiting if last is None else ()
            if people and not listed[number].authors:
                listed[number] = replace(listed[number], authors=people)
            last, waiting = number, ()
            continue
        people = people_of(line.core, words)
        if not people:
            continue
        if last is not None and not listed[last].authors:
            listed[last] = replace(listed[last], authors=people)
        elif last is None:
            waiting = people
    return listed


def _beyond(core: str, title: str) -> str:
    """The words at the end (or the beginning) of a contents line that the headline does not have."""
    folded = folded_title(core)
    if title and len(folded) > len(title):
        if folded.startswith(title):
            return _last_characters(core, len(folded) - len(title))
        if folded.endswith(title):
            return _first_characters(core, len(folded) - len(title))
    words = core.split()
    behind: list[str] = []
    while words and not _is_of_title(words[-1], title):
        behind.insert(0, words.pop())
    if behind or not title:
        return " ".join(behind)
    ahead: list[str] = []
    while words and not _is_of_title(words[0], title):
        ahead.append(words.pop(0))
    return " ".join(ahead)


def _is_of_title(word: str, title: str) -> bool:
    """Whether a headline has a word of its contents line, perhaps with a misread character."""
    pairs = pairs_of(folded_title(word))
    return folded_title(word) in title or len(pairs & pairs_of(title)) >= _ALIKE * len(pairs)


def _first_characters(text: str, count: int) -> str:
    """The beginning of a text that holds so many letters and digits."""
    for end in range(len(text) + 1):
        if len(folded_title(text[:end])) >= count:
            return text[:end].strip(" \u3000:：/／|｜（）()")
    return text


def _last_characters(text: str, count: int) -> str:
    """The end of a text that holds so many letters and digits."""
    for start in range(len(text), -1, -1):
        if len(folded_title(text[start:])) >= count:
            return text[start:].strip(" \u3000:：/／|｜（）()")
    return text


def _informed(article: DraftArticle, listed: Sequence[Entry]) -> DraftArticle:
    if article.entry is None:
        return article
    entry = listed[article.entry]
    return replace(
        article, column=entry.column, group=entry.group, page=entry.page, authors=article.authors or entry.authors
    )


def _runs(articles: Sequence[DraftArticle]) -> list[list[int]]:
    """Stretches of listed articles, in the order of their bodies, that have one column."""
    runs: list[list[int]] = []
    for number, article in enumerate(articles):
        if article.entry is None:
            continue  # what the contents page does not list parts no column
        if runs and articles[runs[-1][-1]].column == article.column:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def _named_again(page: Sequence[Line], heads: dict[int, str]) -> set[int]:
    """Contents lines right below a column's name that is printed more than once."""
    often = Counter(heads.values())
    return {line.at for above, line in pairwise(page) if above.at in heads and often[heads[above.at]] > 1}


def _mended(draft: ImportDraft, named: set[int]) -> ImportDraft:
    """Articles of one column stand together; a stretch far from its column's head belongs to its neighbours' column.

    named: contents lines above which the column's name is printed again.
    """
    articles = list(draft.articles)
    runs = _runs(articles)
    findings: list[Finding] = []
    home = _homes(draft, runs)
    for position, run in enumerate(runs):
        column = articles[run[0]].column
        if (column is None and not position) or (column is not None and home.get(column) == position):
            continue
        if not named.isdisjoint(at for number in run for at in draft.entries[articles[number].entry or 0].at):
            continue
        before = articles[runs[position - 1][-1]] if position else None
        after = articles[runs[position + 1][0]] if position + 1 < len(runs) else None
        chosen = _neighbour(draft, before, after, column) if column is not None else before
        if chosen is None or chosen.column is None:
            continue
        for number in run:
            articles[number] = replace(articles[number], column=chosen.column, group=chosen.group)
        at = [at for number in run for at in draft.entries[articles[number].entry or 0].at]
        findings.append(draft.finding("columns", at, _said(len(run), column, chosen.column), _SURE))
    return replace(draft, articles=tuple(articles)).with_findings(*findings)


def _said(count: int, wrong: str | None, right: str) -> Message:
    if wrong is None:
        return message(
            "目录里这 {count} 条上面没有栏目名，但正文与“{right}”的文章相连，已归入“{right}”，请核对。",
            count=count,
            right=right,
        )
    return message(
        "目录里这 {count} 条印在“{wrong}”下，但正文与“{right}”的文章相连，已归入“{right}”，请核对。",
        count=count,
        wrong=wrong,
        right=right,
    )


def _homes(draft: ImportDraft, runs: Sequence[Sequence[int]]) -> dict[str, int]:
    """For each column the stretch that holds the entry printed first under the column's name."""
    home: dict[str, tuple[int, int]] = {}
    for position, run in enumerate(runs):
        for number in run:
            article = draft.articles[number]
            if article.column is None or article.entry is None:
                continue
            rank = draft.entries[article.entry].at[0]
            if article.column in draft.vocabulary.contents_first_columns and number == 0:
                rank = -1
            if article.column not in home or rank < home[article.column][0]:
                home[article.column] = (rank, position)
    return {column: position for column, (_, position) in home.items()}


def _neighbour(
    draft: ImportDraft, before: DraftArticle | None, after: DraftArticle | None, column: str
) -> DraftArticle | None:
    """The neighbouring article whose column a stray stretch continues."""
    options = [a for a in (before, after) if a is not None and a.column and a.column != column]
    if not options:
        return None
    if before in options and (
        len(options) == 1 or (after is not None and before is not None and before.column == after.column)
    ):
        return before
    if before in options and before is not None and before.entry is not None and _is_last_of_column(draft, before):
        return before
    return options[0]


def _is_last_of_column(draft: ImportDraft, article: DraftArticle) -> bool:
    same = [e.at[0] for e in draft.entries if e.column == article.column]
    return article.entry is not None and draft.entries[article.entry].at[0] == max(same, default=-1)


def _inherited(draft: ImportDraft) -> ImportDraft:
    """Articles that the contents page does not list take the column of their neighbours where these agree."""
    articles = list(draft.articles)
    listed = [number for number, article in enumerate(articles) if article.entry is not None]
    for first, last in pairwise(listed):
        before, after = articles[first], articles[last]
        if before.column is None or before.column != after.column:
            continue
        for number in range(first + 1, last):
            articles[number] = replace(articles[number], column=before.column, group=before.group)
    return replace(draft, articles=tuple(articles))


def _from_labels(draft: ImportDraft) -> ImportDraft:
    """Without a contents page: a label or a section head printed above a headline names the column from there on."""
    articles = []
    column: str | None = None
    end = 0
    for article in draft.articles:
        for index in range(end, article.headline[0]):
            line = draft.lines[index]
            label = label_of(line.text) if line.role is Role.RUNNING_HEAD else None
            if label and not label.isdecimal():
                column = label
        end = article.headline[-1] + 1
        articles.append(replace(article, column=column))
    return replace(draft, articles=tuple(articles))
