"""Sets an article into a QTextDocument: headline, byline, origin, then every paragraph in the style of its kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextOption,
)

from zbreader.model.issue import Article
from zbreader.ui.reading.geometry import EM_PROPERTY
from zbreader.ui.reading.positions import OffsetMap, display_text
from zbreader.ui.theme.choices import SERIF, PageChoices
from zbreader.ui.theme.fonts import font, latin_families
from zbreader.ui.theme.theme import Theme
from zbreader.ui.theme.typography import BlockStyle, Typography

ORNAMENT_PROPERTY = int(QTextFormat.Property.UserProperty) + 1
KEEP_PROPERTY = int(QTextFormat.Property.UserProperty) + 3  # of a block: no page ends below it
OPENING_RULE = 1
END_MARK = 2

_ALIGNMENTS = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "right": Qt.AlignmentFlag.AlignRight,
    "center": Qt.AlignmentFlag.AlignHCenter,
    "justify": Qt.AlignmentFlag.AlignJustify,
}
_CLOSING = "，。、；：！？”’》〉）】』」〕"
_OPENING = "“‘《〈（【『「〔"
# A mark before another mark gives up the empty half of its square (W3C clreq, 3.1.6.3): 。” 》《 ），
_SQUEEZED = rf"[{_CLOSING}](?=[{_CLOSING}{_OPENING}])|[{_OPENING}](?=[{_OPENING}])"
_LATIN = r"[0-9A-Za-z\u00c0-\u024f][0-9A-Za-z\u00c0-\u024f .,:;%&+/()'@_-]*"
_RUNS_SQUEEZED = re.compile(_SQUEEZED)
_RUNS_ALL = re.compile(rf"{_SQUEEZED}|(?P<latin>{_LATIN})")


@dataclass(frozen=True, slots=True)
class PageSettings:
    """How a person wants to read."""

    theme: Theme
    typography: Typography
    choices: PageChoices = field(default_factory=PageChoices)

    @property
    def zoom(self) -> float:
        """Size of type: 1 is 100 %."""
        return self.choices.zoom

    @property
    def line_length(self) -> int:
        """Characters in a full line."""
        return self.choices.line_length

    @property
    def em(self) -> float:
        """Height of a body character in (logical) pixels: whole, so that rows of characters stay sharp."""
        return float(max(1, round(self.typography.size * self.zoom)))

    @property
    def line_height(self) -> float:
        """From line to line of body text, in pixels."""
        return self.choices.line_height / 100 * self.em

    def style(self, name: str) -> BlockStyle:
        """The style of that name as this person wants it."""
        style, body = self.typography.styles[name], self.typography.styles["body"]
        if style.follows:
            style = replace(style, line=round(style.line * self.choices.line_height / body.line))
        if not self.choices.indent:
            style = replace(style, indent=0.0)
        return replace(style, after=self.choices.paragraph_gap) if name == "body" else style


@dataclass(frozen=True, slots=True)
class _Formats:
    """The formats of one style."""

    block: QTextBlockFormat
    characters: QTextCharFormat
    squeezed: QTextCharFormat  # a mark without its empty half
    latin: QTextCharFormat | None


class Typesetter:
    """Fills documents. Formats are made once per style and settings, so a paragraph costs two cursor calls."""

    def __init__(self, settings: PageSettings) -> None:
        self.settings = settings
        self._formats: dict[str, _Formats] = {}

    def body_font(self) -> QFont:
        """The font of body text."""
        return font(self.settings.choices.face, self.settings.em)

    def column_width(self) -> float:
        """Width in pixels of a full line of body text, and a hair's breadth: rounding must not cost a character."""
        metrics = QFontMetricsF(self.body_font())
        return self.settings.line_length * max(metrics.horizontalAdvance("国"), 1.0) + 1.0

    def set_article(self, document: QTextDocument, article: Article, issue_label: str) -> OffsetMap:
        """Replace the document's content by the article. Returns where the article's text lies in it."""
        document.setUndoRedoEnabled(False)
        document.clear()
        document.setDefaultFont(self.body_font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        document.setDefaultTextOption(option)
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        first, headline_start = True, 0
        for style, text in _front(article, issue_label):
            self._add(cursor, style, display_text(text), first=first)
            first = False
            if style == "headline":
                headline_start = cursor.block().position()
        body_start = cursor.position() + 1
        for paragraph in article.paragraphs or ():
            self._add(cursor, paragraph.kind.value, display_text(paragraph.text))
        if not article.paragraphs:
            self._add(cursor, "body", "")
        self._add(cursor, "end", "")
        cursor.endEditBlock()
        return OffsetMap(article.text, body_start, article.title, headline_start)

    def _add(self, cursor: QTextCursor, style: str, text: str, *, first: bool = False) -> None:
        formats = self._format(style)
        if first:
            cursor.setBlockFormat(formats.block)
            cursor.setBlockCharFormat(formats.characters)
        else:
            cursor.insertBlock(formats.block, formats.characters)
        place = 0
        for run in (_RUNS_ALL if formats.latin else _RUNS_SQUEEZED).finditer(text):
            if run.start() > place:
                cursor.insertText(text[place : run.start()], formats.characters)
            cursor.insertText(run[0], formats.latin if formats.latin and run.lastgroup else formats.squeezed)
            place = run.end()
        if place < len(text):
            cursor.insertText(text[place:], formats.characters)

    def _format(self, name: str) -> _Formats:
        if name not in self._formats:
            style, chosen = self.settings.style(name), self.settings.choices
            face = chosen.face if style.face == SERIF else style.face
            characters = self._char_format(style, face)
            squeezed = QTextCharFormat(characters)
            squeezed.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
            squeezed.setFontLetterSpacing(-style.size * self.settings.em / 2)
            latin = None
            families = latin_families(face, chosen.latin)
            if families:
                latin = QTextCharFormat(characters)
                latin.setFontFamilies(families)
            block = self._block_format(style)
            if name in ("ornament", "end"):
                block.setProperty(ORNAMENT_PROPERTY, OPENING_RULE if name == "ornament" else END_MARK)
            if name in ("heading", "label"):
                block.setProperty(KEEP_PROPERTY, True)
            self._formats[name] = _Formats(block, characters, squeezed, latin)
        return self._formats[name]

    def _char_format(self, style: BlockStyle, face: str) -> QTextCharFormat:
        result = QTextCharFormat()
        if style != BlockStyle(face=style.face) or face != self.settings.choices.face:
            size = self.settings.em * style.size
            chosen = font(face, size, style.weight)
            if style.spacing:
                chosen.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, style.spacing * size)
            result.setFont(chosen, QTextCharFormat.FontPropertiesInheritanceBehavior.FontPropertiesSpecifiedOnly)
        result.setForeground(getattr(self.settings.theme.page, style.color))
        return result

    def _block_format(self, style: BlockStyle) -> QTextBlockFormat:
        em = self.settings.em
        result = QTextBlockFormat()
        result.setAlignment(_ALIGNMENTS[style.align])
        # Fixed, not proportional: font files disagree wildly about their own height (1.17 to 1.45 em).
        height = round(style.line / 100 * style.size * em)
        result.setLineHeight(height, int(QTextBlockFormat.LineHeightTypes.FixedHeight.value))
        result.setTopMargin(style.before * em)
        result.setBottomMargin(style.after * em)
        result.setLeftMargin(style.left * em)
        result.setRightMargin(style.right * em)
        result.setProperty(EM_PROPERTY, style.size * em)
        result.setTextIndent(style.indent * em * style.size)
        return result


def _front(article: Article, issue_label: str) -> Iterator[tuple[str, str]]:
    """What stands above the text, as (style, text)."""
    above = [part for part in (article.column, article.group) if part]
    if above:
        yield "column", " · ".join(above)
    if article.kicker:
        yield "kicker", article.kicker
    yield "headline", article.title
    if article.subtitle:
        yield "subtitle", article.subtitle if article.subtitle.startswith("—") else f"——{article.subtitle}"
    if article.authors:
        yield "byline", "　".join(article.authors)
    if article.author_note:
        yield "note", article.author_note
    origin = [issue_label] if issue_label else []
    if article.page is not None:
        origin.append(f"第{article.page}页")
    if origin:
        yield "origin", " · ".join(origin)
    yield "ornament", ""
