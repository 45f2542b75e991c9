"""A page that runs nothing, fetches nothing, and shows every character that was written."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exporters.sample_notes import document_of, group_document, placed
from zbreader.exporters import ExportOptions, registry

FRAME = {"html", "head", "meta", "title", "style", "body", "main", "section", "article"}
WORDS = {"blockquote", "h1", "h2", "h3", "p", "b", "dl", "div", "dt", "dd"}
ALLOWED = FRAME | WORDS | {"table", "thead", "tbody", "tr", "th", "td"}


class Page(HTMLParser):
    """Collects the tags, the attributes and the words of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.words += data


def page(*notes: str, template: str = "学习笔记") -> str:
    document = document_of(*(placed(n, note, note, tags=(note,)) for n, note in enumerate(notes)))
    return registry()["html"].write(document, ExportOptions(template)).decode()


@pytest.mark.parametrize(
    "attack",
    [
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "</style><script>",
        "{title}{{7*7}}",
        "&lt;b&gt;",
        "]]>",
    ],
)
def test_markup_stays_words(attack: str) -> None:
    read = Page(page(attack))
    assert read.tags <= ALLOWED
    assert read.attributes <= {"lang", "charset", "http-equiv", "content", "name", "class", "dir"}
    assert read.words.count(attack) == 3


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Z"], exclude_characters="\ufffe\uffff"), min_size=1))
def test_any_note_survives(note: str) -> None:
    read = Page(page(note))
    assert read.tags <= ALLOWED
    assert note in read.words


def test_the_policy_allows_its_own_style_alone() -> None:
    text = registry()["html"].write(group_document()).decode()
    style = re.search(r"<style>(.*?)</style>", text, re.S)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style.group(1).encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}';" in text
    assert "http://" not in text and "https://" not in text and "url(" not in text and "@import" not in text


def test_large_type_for_those_who_need_it() -> None:
    assert '<body class="large">' in page("甲", template="送学包")
    assert "<body>" in page("甲")
