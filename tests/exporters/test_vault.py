"""A vault: one Markdown file an article, safe names, front matter that programs can read."""

from __future__ import annotations

import io
import json
import zipfile

from tests.exporters.sample_notes import document_of, group_document, placed
from zbreader.exporters import registry
from zbreader.model.study import ArticleNotes, NotesDocument


def pages(document: NotesDocument) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(registry()["zip"].write(document))) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name).decode() for name in archive.namelist()}


def properties(page: str) -> dict[str, object]:
    _, front, _ = page.split("---\n", 2)
    return {name: json.loads(value) for name, _, value in (line.partition(": ") for line in front.splitlines())}


def test_every_article_is_a_file_with_its_properties_quotations_and_tags() -> None:
    document = group_document()
    found = pages(document)
    assert len(found) == len(document.articles)
    for article, (name, page) in zip(document.articles, found.items(), strict=True):
        assert name.count("/") == 1
        assert properties(page)["title"] == article.title
        tags = {tag for one in article.notes for tag in one.annotation.tags}
        assert set(properties(page).get("tags", [])) == tags  # type: ignore[call-overload]
        assert "\n> " in page


def test_names_lead_nowhere_and_do_not_collide() -> None:
    notes = (placed(1, "一句", "---\ntags: [假的]\n---"),)
    titles = ("../../etc/passwd", "a:b", "A b", "a b", "con", "..", "长" * 300, "")
    articles = tuple(ArticleNotes("《刊》2031年", title, notes=notes) for title in titles)
    found = pages(NotesDocument("学习笔记", "2031-04-01", "", articles))
    assert len({name.lower() for name in found}) == len(titles)
    for name, page in found.items():
        folder, file = name.split("/")
        assert folder == "《刊》2031年"
        assert not set('\\:*?"<>|#^[]') & set(file) and not file.startswith(".") and len(file) < 80
        assert page.startswith("---\n") and "tags" not in properties(page)


def test_nothing_of_a_note_becomes_a_property() -> None:
    hostile = placed(1, "一句", "一句", tags=('"]\nx: 1',), creator="a\nperson: b")
    (page,) = pages(document_of(hostile)).values()
    assert "x" not in properties(page) and "person" not in properties(page)
