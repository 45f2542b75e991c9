"""What the list of results shows, as plain data, without Qt: notes, then articles, by issue or one by one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from zbreader.model.search import Hit, NoteHit

_MAGAZINE = re.compile(r"^《[^》]*》(?=\d)")
_HALF = re.compile(r"（(.)半月）$")

FEW_NOTES = 3  # that are listed before one asks for all of them


@dataclass(frozen=True, slots=True)
class IssueRow:
    """The heading over the hits of one issue."""

    issue_id: str
    title: str
    count: int  # hits listed below it


@dataclass(frozen=True, slots=True)
class NotesRow:
    """The heading over the notes that match."""

    count: int


@dataclass(frozen=True, slots=True)
class NoteRow:
    """One note that matches."""

    note: NoteHit


@dataclass(frozen=True, slots=True)
class MoreNotesRow:
    """There are more notes than are listed."""

    hidden: int


@dataclass(frozen=True, slots=True)
class HitRow:
    """One article that matches; `place` names its issue where no heading does."""

    hit: Hit
    place: str = ""


@dataclass(frozen=True, slots=True)
class MoreRow:
    """There are more hits than are listed."""

    hidden: int


Row = IssueRow | NotesRow | NoteRow | MoreNotesRow | HitRow | MoreRow
HEADINGS = (IssueRow, NotesRow)


def result_rows(hits: Sequence[Hit], total: int, titles: Mapping[str, str], *, grouped: bool = True) -> list[Row]:
    """Rows for HITS (best first) of TOTAL articles that match; TITLES names issues by their id."""
    rows: list[Row]
    if grouped:
        rows = _by_issue(hits, titles)
    else:
        short = short_titles(titles)
        rows = [HitRow(hit, short.get(hit.issue_id, "")) for hit in hits]
    if total > len(hits) > 0:
        rows.append(MoreRow(total - len(hits)))
    return rows


def short_titles(titles: Mapping[str, str]) -> dict[str, str]:
    """TITLES for a narrow place: 2031年第5期下 of 《刊名》2031年第5期（下半月）; with names where they differ."""
    names = {title.partition("》")[0] for title in titles.values()}
    return {id_: short_title(title) if len(names) == 1 else _HALF.sub(r"\1", title) for id_, title in titles.items()}


def short_title(title: str) -> str:
    """TITLE without the magazine's name, its half in one character."""
    return _HALF.sub(r"\1", _MAGAZINE.sub("", title))


def note_rows(notes: Sequence[NoteHit], total: int, *, every: bool = False) -> list[Row]:
    """Rows for NOTES of TOTAL that match: the first few, or EVERY one that is known."""
    if not notes:
        return []
    rows: list[Row] = [NotesRow(total), *(NoteRow(note) for note in (notes if every else notes[:FEW_NOTES]))]
    hidden = len(notes) - FEW_NOTES
    if hidden > 0 and not every:
        rows.append(MoreNotesRow(hidden))
    return rows


def _by_issue(hits: Sequence[Hit], titles: Mapping[str, str]) -> list[Row]:
    issues: dict[str, list[Hit]] = {}
    for hit in hits:
        issues.setdefault(hit.issue_id, []).append(hit)
    rows: list[Row] = []
    for issue_id, found in issues.items():
        rows.append(IssueRow(issue_id, titles.get(issue_id, ""), len(found)))
        rows.extend(HitRow(hit) for hit in found)
    return rows
