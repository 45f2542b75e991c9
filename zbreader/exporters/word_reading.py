"""A filled Word template as paragraphs and tables: how one's own template becomes a web page, Markdown or text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from io import BytesIO
from typing import Any

from zbreader.exporters.characters import paragraphs
from zbreader.exporters.markdown import escaped
from zbreader.exporters.web import page_of


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph (its level as a heading: 1 title … 4, 0 for none), or one table."""

    text: str = ""
    level: int = 0
    rows: tuple[tuple[str, ...], ...] = ()


def blocks_of(data: bytes) -> list[Block]:
    """What stands in the Word document DATA, which this program wrote."""
    import docx

    word = docx.Document(BytesIO(data))
    return [block for block in map(_block, word.iter_inner_content()) if block.text or block.rows]


def to_plain_text(data: bytes) -> bytes:
    """The document as UTF-8 text."""
    return ("\n".join(line for block in blocks_of(data) for line in _plain(block)) + "\n").encode()


def to_markdown(data: bytes) -> bytes:
    """The document as CommonMark."""
    return ("\n\n".join(part for block in blocks_of(data) for part in _marked(block)) + "\n").encode()


def to_web(data: bytes, title: str) -> bytes:
    """The document as one HTML page."""
    return page_of(title, [line for block in blocks_of(data) for line in _tagged(block)])


def _block(one: Any) -> Block:
    if hasattr(one, "rows"):
        return Block(rows=tuple(tuple(_cells(row)) for row in one.rows))
    style = one.style.name if one.style is not None else ""
    level = 1 if style == "Title" else 2 if style.startswith("Heading") else 0
    return Block(one.text.replace("\t", "　").strip(), level)


def _cells(row: Any) -> Iterator[str]:
    seen = None
    for cell in row.cells:
        if cell._tc is not seen:  # merged cells come once for each column they take
            yield cell.text.strip()
        seen = cell._tc


def _plain(block: Block) -> Iterator[str]:
    if block.rows:
        yield from ("｜".join(" ".join(cell.split()) or "　　" for cell in row) for row in block.rows)
    else:
        yield from paragraphs(block.text)


def _marked(block: Block) -> Iterator[str]:
    if block.rows:
        width = max(len(row) for row in block.rows)
        lines = [
            "| " + " | ".join([escaped(" ".join(cell.split())) for cell in row] + [""] * (width - len(row))) + " |"
            for row in block.rows
        ]
        yield "\n".join([lines[0], "|" + " --- |" * width, *lines[1:]])
    else:
        for line in paragraphs(block.text):
            yield "#" * block.level + " " * bool(block.level) + escaped(line)


def _tagged(block: Block) -> Iterator[str]:
    if block.rows:
        yield '<table width="100%" border="1" cellspacing="0" cellpadding="5">'
        width = max(len(row) for row in block.rows)
        for row in block.rows:
            cells = [f"<td>{'<br>'.join(escape(line) for line in paragraphs(cell)) or '&nbsp;'}</td>" for cell in row]
            if len(row) < width:
                cells[-1] = cells[-1].replace("<td>", f'<td colspan="{width - len(row) + 1}">', 1)
            yield f"<tr>{''.join(cells)}</tr>"
        yield "</table>"
    else:
        tag = f"h{block.level}" if block.level else "p"
        yield from (f"<{tag}>{escape(line)}</{tag}>" for line in paragraphs(block.text))
