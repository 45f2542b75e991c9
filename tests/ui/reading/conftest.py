"""An invented article, marks on it, and a pane that shows it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from zbreader.model.annotation import Annotation, PlacedAnnotation, Target
from zbreader.model.issue import Article, Paragraph, ParagraphKind
from zbreader.model.mark import HighlightColor, MarkStyle
from zbreader.model.selector import Anchor, AnchorState, Selectors, TextPositionSelector, TextQuoteSelector
from zbreader.ui.reading.pane import ReadingPane
from zbreader.ui.theme.theme import load_theme

BODY = (
    "𠮷村的渡口有一只老船，船头刻着“慢行”两个字。摆渡的人换了三代，字却一直没有换过；每逢涨水，"
    "孩子们就坐在石阶上数浪头，数到一百，船就该回来了。有人问他为什么不修桥，他想了想说：“桥修好了，我就去桥头卖茶。”"
)
QUOTE = "路是一步一步走出来的，灯是一盏一盏点起来的。"

PlaceMark = Callable[..., PlacedAnnotation]


def make_article(paragraphs: int = 40) -> Article:
    made = []
    for number in range(paragraphs):
        if number % 9 == 4:
            made.append(Paragraph(ParagraphKind.HEADING, f"{number}、渡口的茶"))
        elif number % 9 == 6:
            made.append(Paragraph(ParagraphKind.QUOTE, QUOTE))
            made.append(Paragraph(ParagraphKind.SOURCE, "——《渡口小记》"))
        else:
            made.append(Paragraph(ParagraphKind.BODY, BODY))
    return Article(
        "article-1",
        "渡口",
        column="乡间",
        group="水边",
        kicker="三代人",
        subtitle="一只老船",
        authors=("江平",),
        page=3,
        paragraphs=tuple(made),
    )


@pytest.fixture(scope="session")
def article() -> Article:
    return make_article()


@pytest.fixture
def place_mark() -> PlaceMark:
    def place(
        identity: str,
        start: int | None,
        end: int | None,
        color: HighlightColor = HighlightColor.YELLOW,
        style: MarkStyle = MarkStyle.HIGHLIGHT,
        note: str | None = None,
    ) -> PlacedAnnotation:
        selectors = Selectors(TextQuoteSelector("渡口"), TextPositionSelector(start or 0, end or 2))
        target = Target("issue-1", "article-1", selectors=selectors)
        state = AnchorState.UNPLACED if start is None else AnchorState.EXACT
        return PlacedAnnotation(
            Annotation(identity, target, color=color, style=style, note=note), Anchor(state, start, end, 1.0)
        )

    return place


@pytest.fixture
def pane(qtbot, article: Article) -> ReadingPane:
    pane = ReadingPane(load_theme("paper"))
    qtbot.addWidget(pane)
    pane.resize(900, 700)
    pane.show()
    qtbot.waitExposed(pane)
    pane.show_article(article, "《乡间》2023年第4期")
    return pane
