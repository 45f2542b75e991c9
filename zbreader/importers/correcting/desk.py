"""The correction desk: a draft laid out so that lines can be taken up and put elsewhere, none ever lost.

A *sheet* is an article on the desk, a *strip* one paragraph. Lines are known by their index into `lines`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from zbreader.importers.correcting.parting import Parting, Spot
from zbreader.importers.draft import FURNITURE, DraftArticle, DraftLine, ImportDraft, Piece, Role
from zbreader.model.correction import Change, Correction
from zbreader.model.issue import Finding
from zbreader.model.message import Message
from zbreader.text.spacing import join_lines

HEADS = (Role.KICKER, Role.HEADLINE, Role.SUBTITLE, Role.BYLINE)


@dataclass(slots=True)
class Strip:
    """One paragraph on the desk: its role, its lines in reading order, how sure their joining is."""

    role: Role
    at: list[int]
    confidence: float = 1.0


@dataclass(slots=True)
class Sheet:
    """One article on the desk. head: lines of its headline, byline …; strips: its text."""

    base: DraftArticle
    head: dict[Role, list[int]]
    strips: list[Strip]

    def lines(self) -> Iterator[int]:
        """Every line of the article, the head first."""
        for role in HEADS:
            yield from self.head[role]
        for strip in self.strips:
            yield from strip.at


@dataclass(slots=True)
class Place:
    """Where a line lies: on which sheet; in the head's part `role`, or in which strip and at which place in it."""

    sheet: Sheet
    role: Role | None = None
    strip: int = -1
    at: int = -1


@dataclass(slots=True)
class Desk:
    """The whole draft on the desk."""

    draft: ImportDraft
    lines: list[DraftLine]
    sheets: list[Sheet]
    findings: list[Finding] = field(default_factory=list)
    begins: Mapping[Spot, int] = field(default_factory=dict)  # lines that begin inside a source line
    settled: set[int] = field(default_factory=set)  # source lines a person has looked at

    def indexes(self, numbers: Iterable[int]) -> list[int]:
        """The lines made from these source lines, in source order."""
        wanted = set(numbers)
        return [index for index, line in enumerate(self.lines) if not wanted.isdisjoint(line.numbers)]

    def meant(self, change: Change) -> list[int]:
        """The lines that a change speaks of, or the one part of a line."""
        start = getattr(change, "start", None)
        if start is None:
            return self.indexes(change.lines)
        number = change.lines[0]
        if start > 0:
            return [self.begins[number, start]] if (number, start) in self.begins else []
        return self.indexes([number])[:1]

    def place(self, index: int) -> Place | None:
        """Where a line lies; None for furniture and what lies nowhere."""
        for sheet in self.sheets:
            for role in HEADS:
                if index in sheet.head[role]:
                    return Place(sheet, role=role, at=sheet.head[role].index(index))
            for number, strip in enumerate(sheet.strips):
                if index in strip.at:
                    return Place(sheet, strip=number, at=strip.at.index(index))
        return None

    def sheet_of(self, indexes: Iterable[int]) -> Sheet | None:
        """The article that has one of these lines, the first that has."""
        wanted = list(indexes)
        for sheet in self.sheets:
            if not set(wanted).isdisjoint(sheet.lines()):
                return sheet
        return None

    def take(self, index: int) -> None:
        """Take a line from where it lies. Whoever takes it puts it somewhere; a strip left empty goes."""
        place = self.place(index)
        if place is None:
            return
        if place.role is not None:
            place.sheet.head[place.role].remove(index)
            return
        strip = place.sheet.strips[place.strip]
        strip.at.remove(index)
        if not strip.at:
            del place.sheet.strips[place.strip]

    def set_role(self, index: int, role: Role) -> None:
        """Say what a line is, without moving it."""
        if self.lines[index].role is not role:
            self.lines[index] = replace(self.lines[index], role=role)

    def cut_before(self, sheet: Sheet, strip: int, at: int) -> int:
        """Cut a strip before its line number `at`; the index of the strip that now begins there."""
        whole = sheet.strips[strip]
        if at <= 0:
            return strip
        sheet.strips[strip : strip + 1] = [
            Strip(whole.role, whole.at[:at], whole.confidence),
            Strip(whole.role, whole.at[at:], whole.confidence),
        ]
        return strip + 1

    def said(self, at: Iterable[int]) -> str:
        """The text of lines, run together."""
        text = ""
        for index in at:
            text = join_lines(text, self.lines[index].text)
        return text

    def doubt(self, correction: Correction, message: Message) -> None:
        """Tell that a correction could not be applied, or not wholly."""
        self.findings.append(Finding("corrections", tuple(correction.change.lines), message, 0.0))


def on_desk(parting: Parting) -> Desk:
    """Lay a draft out."""
    draft = parting.draft
    sheets = []
    for article in draft.articles:
        head = {
            Role.KICKER: list(article.kicker),
            Role.HEADLINE: list(article.headline),
            Role.SUBTITLE: list(article.subtitle),
            Role.BYLINE: list(article.bylines),
        }
        strips = [Strip(piece.role, list(piece.at), piece.confidence) for piece in article.pieces]
        sheets.append(Sheet(article, head, strips))
    return Desk(draft, list(draft.lines), sheets, begins=parting.begins)


def from_desk(desk: Desk) -> ImportDraft:
    """The draft that lies on the desk; findings about what a person has looked at are gone."""
    kept = tuple(finding for finding in desk.draft.findings if desk.settled.isdisjoint(finding.lines))
    return replace(
        desk.draft,
        lines=tuple(desk.lines),
        articles=tuple(_article(sheet) for sheet in desk.sheets),
        findings=kept + tuple(desk.findings),
    )


def is_furniture(line: DraftLine) -> bool:
    """Whether a line says of itself that it belongs to no article."""
    return line.role in FURNITURE


def _article(sheet: Sheet) -> DraftArticle:
    pieces = tuple(Piece(strip.role, tuple(strip.at), strip.confidence) for strip in sheet.strips)
    return replace(
        sheet.base,
        kicker=tuple(sheet.head[Role.KICKER]),
        headline=tuple(sheet.head[Role.HEADLINE]),
        subtitle=tuple(sheet.head[Role.SUBTITLE]),
        bylines=tuple(sheet.head[Role.BYLINE]),
        flow=tuple(index for strip in sheet.strips for index in strip.at),
        pieces=pieces,
    )
