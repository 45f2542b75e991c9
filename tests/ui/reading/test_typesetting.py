"""How an article is set: its front, its paragraphs, and where lines may break."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings, strategies
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QTextBlock, QTextDocument

from zbreader.model.issue import Article, Paragraph, ParagraphKind
from zbreader.ui.reading.positions import display_text
from zbreader.ui.reading.typesetting import PageSettings, Typesetter
from zbreader.ui.theme.choices import PageChoices
from zbreader.ui.theme.theme import load_theme
from zbreader.ui.theme.typography import load_typography

SETTINGS = PageSettings(load_theme("paper"), load_typography())
NEVER_FIRST = "，。、；：！？”’）》…"
NEVER_LAST = "“‘（《"


ALIVE: list[QTextDocument] = []  # a block without its document is a wild pointer


@pytest.fixture(autouse=True)
def let_go():
    yield
    ALIVE.clear()


def chosen(**choices: object) -> PageSettings:
    return PageSettings(SETTINGS.theme, SETTINGS.typography, PageChoices(**choices))


def set_article(article: Article, width: float | None = None, settings: PageSettings = SETTINGS) -> QTextDocument:
    document = QTextDocument()
    ALIVE.append(document)
    typesetter = Typesetter(settings)
    typesetter.set_article(document, article, "《乡间》2023年第4期")
    document.setDocumentMargin(0)
    document.setTextWidth(width or typesetter.column_width())
    document.size()
    return document


def blocks(document: QTextDocument) -> list[QTextBlock]:
    found, block = [], document.begin()
    while block.isValid():
        found.append(block)
        block = block.next()
    return found


def lines(block: QTextBlock) -> list[str]:
    layout = block.layout()
    every = [layout.lineAt(number) for number in range(layout.lineCount())]
    return [block.text()[line.textStart() : line.textStart() + line.textLength()] for line in every]


def test_the_front_tells_everything_in_the_order_of_print(qapp, article: Article) -> None:
    texts = [block.text() for block in blocks(set_article(article))][:8]
    front = ["乡间 · 水边", "三代人", "渡口", "——一只老船", "江平", "《乡间》2023年第4期 · 第3页", ""]
    assert texts == [*front, article.paragraphs[0].text]


def test_an_article_without_anything_has_a_headline_and_a_page(qapp) -> None:
    texts = [block.text() for block in blocks(set_article(Article("a", "只有题目")))]
    assert texts == ["只有题目", "《乡间》2023年第4期", "", "", ""]


@pytest.mark.parametrize("kind", list(ParagraphKind))
def test_every_kind_of_paragraph_is_set_in_its_style(qapp, kind: ParagraphKind) -> None:
    document = set_article(Article("a", "题", paragraphs=(Paragraph(kind, "字" * 50),)))
    block = blocks(document)[-2]
    style = load_typography().styles[kind.value]
    wanted = {"justify": Qt.AlignmentFlag.AlignJustify, "center": Qt.AlignmentFlag.AlignHCenter}
    wanted.update(left=Qt.AlignmentFlag.AlignLeft, right=Qt.AlignmentFlag.AlignRight)
    assert block.blockFormat().alignment() == wanted[style.align]
    assert block.blockFormat().textIndent() == pytest.approx(style.indent * SETTINGS.em * style.size)
    assert block.blockFormat().lineHeight() == round(style.line / 100 * style.size * SETTINGS.em)


def test_a_line_holds_as_many_characters_as_was_asked(qapp) -> None:
    article = Article("a", "题", paragraphs=(Paragraph(ParagraphKind.BODY, "国" * 200),))
    found = lines(blocks(set_article(article))[-2])
    indent = 2 * SETTINGS.em / QFontMetricsF(Typesetter(SETTINGS).body_font()).horizontalAdvance("国")
    assert len(found[0]) == SETTINGS.line_length - math.ceil(indent - 0.1)
    assert {len(line) for line in found[1:-1]} == {SETTINGS.line_length}


@pytest.mark.parametrize("shift", range(0, 12))
@pytest.mark.parametrize(
    "pattern", ["他说，", "“好，”他", "（一）《书》", "读《书》、写……", "为什么？！", "说：“走。”"]
)
def test_punctuation_never_begins_a_line_nor_is_an_opening_mark_left_at_its_end(qapp, shift: int, pattern: str) -> None:
    text = "字" * shift + pattern * 40
    article = Article("a", "题", paragraphs=(Paragraph(ParagraphKind.BODY, text),))
    found = lines(blocks(set_article(article))[-2])
    assert "".join(found) == text
    assert len(found) > 3
    assert not [line for line in found[1:] if line[0] in NEVER_FIRST]
    assert not [line for line in found[:-1] if line[-1] in NEVER_LAST]


@pytest.mark.parametrize("shift", range(0, 12))
@pytest.mark.parametrize("pair", ["——", "……"])
def test_dashes_and_dots_stay_together(qapp, shift: int, pair: str) -> None:
    text = "字" * shift + f"他想了又想{pair}" * 30
    article = Article("a", "题", paragraphs=(Paragraph(ParagraphKind.BODY, text),))
    found = lines(blocks(set_article(article))[-2])
    assert sum(line.count(pair) for line in found) == 30


def test_two_marks_in_a_row_give_up_the_empty_half_between_them(qapp) -> None:
    em = SETTINGS.em

    def width(text: str) -> float:
        article = Article("a", "题", paragraphs=(Paragraph(ParagraphKind.BODY, text),))
        return blocks(set_article(article))[-2].layout().lineAt(0).naturalTextWidth()

    assert width("他说。”他") == pytest.approx(width("他说。他") + width("他说”他") - width("他说他") - em / 2, abs=1)
    assert width("书》《书") == pytest.approx(width("书》书") + width("书《书") - width("书书") - em / 2, abs=1)


def test_a_text_that_begins_from_the_right_is_still_set_from_the_left(qapp) -> None:
    article = Article("a", "题", paragraphs=(Paragraph(ParagraphKind.BODY, "\u05d0\u05d1 中文"),))
    block = blocks(set_article(article))[-2]
    assert block.textDirection() == Qt.LayoutDirection.LeftToRight


# GB/T 15834 and W3C clreq, 3.1.7: what never begins a line, and what never ends one.
FORBIDDEN_FIRST = "，。、；：！？”’）》〉】〕』」…·・%"
FORBIDDEN_LAST = "“‘（《〈【〔『「"


@given(
    words=strategies.lists(
        strategies.sampled_from(
            [
                "字",
                "渡口",
                "他说：“走吧。”",
                "《书》、《报》",
                "（一）",
                "——",
                "……",
                "为什么？！",
                "3.5%",
                "“‘好’字”",
                "2023年",
                "Word",
                "、",
                "，",
                "〔2023〕7号",
                "「茶」",
                "【注】",
                "江平·林溪",
            ]
        ),
        min_size=30,
        max_size=120,
    ),
    line=strategies.integers(30, 42),
    indent=strategies.booleans(),
)
@settings(max_examples=40, deadline=None)
def test_whatever_is_written_no_line_begins_or_ends_where_it_must_not(words, line: int, indent: bool) -> None:
    text = "文" + "".join(words)
    article = Article("a", "题", paragraphs=(Paragraph(ParagraphKind.BODY, text),))
    found = lines(blocks(set_article(article, settings=chosen(line_length=line, indent=indent)))[-2])
    assert "".join(found) == display_text(text)
    # Marks that follow each other without end leave a line no choice.
    assert not [each for each in found[1:] if each[0] in FORBIDDEN_FIRST and not _no_choice(found, each)]
    assert not [each for each in found[:-1] if each[-1] in FORBIDDEN_LAST]
    assert sum(line.count("——") for line in found) == text.count("——")
    assert sum(line.count("……") for line in found) == text.count("……")


@pytest.mark.parametrize("shift", range(0, 12))
def test_a_name_s_dot_never_begins_a_line_and_is_copied_as_it_was(qapp, shift: int) -> None:
    text = "字" * shift + "卡尔·马克思" * 30
    article = Article("a", "题", paragraphs=(Paragraph(ParagraphKind.BODY, text),))
    found = lines(blocks(set_article(article))[-2])
    assert not [line for line in found if line[0] in "·・"]
    assert display_text("a·b 3·8") == "a·b 3·8"
    assert len(display_text(text)) == len(text)


def _no_choice(found: list[str], line: str) -> bool:
    before = found[found.index(line) - 1]
    return all(each in FORBIDDEN_FIRST + FORBIDDEN_LAST for each in before)


def test_a_person_s_line_height_is_taken_in_proportion_and_leaves_headlines_alone(qapp) -> None:
    article = Article(
        "a", "题", paragraphs=tuple(Paragraph(kind, "字") for kind in (ParagraphKind.BODY, ParagraphKind.SOURCE))
    )
    usual, wide = (blocks(set_article(article, settings=chosen(line_height=height))) for height in (178, 220))
    body, source = usual[-3], usual[-2]
    assert wide[-3].blockFormat().lineHeight() == round(2.2 * SETTINGS.em)
    assert wide[-2].blockFormat().lineHeight() > source.blockFormat().lineHeight()
    assert wide[0].blockFormat().lineHeight() == usual[0].blockFormat().lineHeight()
    assert body.blockFormat().lineHeight() == round(1.78 * SETTINGS.em)


def test_indent_and_gap_are_a_person_s_choice(qapp) -> None:
    article = Article("a", "题", paragraphs=(Paragraph(ParagraphKind.BODY, "字"), Paragraph(ParagraphKind.QUOTE, "字")))
    body, quote = blocks(set_article(article, settings=chosen(indent=False, paragraph_gap=0.8)))[-3:-1]
    assert (body.blockFormat().textIndent(), quote.blockFormat().textIndent()) == (0, 0)
    assert body.blockFormat().bottomMargin() == pytest.approx(0.8 * SETTINGS.em)


def test_latin_letters_take_a_family_of_their_own(qapp) -> None:
    article = Article("a", "题", paragraphs=(Paragraph(ParagraphKind.BODY, "读 Word 文件3份"),))
    block = blocks(set_article(article, settings=chosen(latin="Courier")))[-2]
    runs = {}
    iterator = block.begin()
    while not iterator.atEnd():
        fragment = iterator.fragment()
        runs[fragment.text().strip()] = fragment.charFormat().fontFamilies()
        iterator += 1
    assert runs["Word"][0] == runs["3"][0] == "Courier"
    assert (runs["文件"] or [""])[0] != "Courier"
