"""An article's text: paragraphs, subheadings, captions and boxes, cut where pages and columns end."""

from __future__ import annotations

import re
from random import Random

from tests.damage.layouts.parameters import Layout
from tests.damage.layouts.words import Words

_NUMERALS = "一二三四五六七八"
_CUTTABLE = re.compile(r"[\u4e00-\u9fff]{6}")
_MARKS = ("文", "文", "■", "★", "支", "◆")


class Prose:
    """Writes the manuscript statements of one article's text."""

    def __init__(self, layout: Layout, words: Words, rng: Random, topic: str, heading_style: str) -> None:
        self._layout = layout
        self._words = words
        self._rng = rng
        self._topic = topic
        self._style = heading_style

    def text(self, sections: int) -> list[str]:
        """The statements of a text of so many sections, the first without a subheading."""
        news = self._layout.kind == "newspaper"
        led = news or self._style != "numbered" or self._rng.random() < 0.6
        statements = [self.paragraph()] if led else []
        for number in range(sections):
            if self._style != "none":
                statements += self._heading(number)
            statements += [self.paragraph() for _ in range(self._rng.randint(1, 3))]
        if self._rng.random() < 0.7:
            statements.append(self.paragraph())
        return self._with_insets(statements)

    def paragraph(self) -> str:
        """One paragraph; some are a sentence, some begin with a lead in bold type or a number."""
        shape = self._rng.random()
        count = 1 if shape < 0.15 else self._rng.randint(2, 5)
        sentences = self._words.sentences(self._topic, count)
        if shape > 0.93 and count > 1:
            first = self._words.heading(self._topic, "plain").strip("“”")
            lead = f"**{first}。**" if self._layout.markup == "bold" else f"{first}。"
            sentences.insert(0, lead)
        elif shape > 0.88:
            sentences[0] = self._rng.choice(("一是", "二是", "首先，", "其次，", "同时，")) + sentences[0]
        return "".join(sentences)

    def _heading(self, number: int) -> list[str]:
        style = self._style
        if style == "stacked":
            return [
                f"H {self._words.heading(self._topic, 'pairs').split()[0]}",
                f"H ——{self._words.heading(self._topic, 'plain')}",
            ]
        text = self._words.heading(self._topic, style)
        marker = ""
        if style == "numbered":
            text = self._rng.choice((f"{_NUMERALS[number]}、",)) + text
        elif style == "bold":
            text = f"**{self._words.heading(self._topic, 'plain')}**"
        elif style == "bracketed":
            text = f"（{_NUMERALS[number]}）{text}"
        if style == "levelled":
            marker = "## "
        elif self._layout.markup == "lying" and self._rng.random() < 0.5:
            marker = self._rng.choice(("## ", "### ", "#### ", "# "))
        return [f"H {marker}{text}"]

    def _with_insets(self, statements: list[str]) -> list[str]:
        """Captions, QR labels and cuts."""
        chance = {"few": 0.25, "many": 0.6}[self._layout.cuts]
        captions = {"none": 0.0, "few": 0.06, "many": 0.16}[self._layout.captions]
        done: list[str] = []
        for statement in statements:
            if statement.startswith("H ") or self._rng.random() > chance:
                done.append(statement)
            else:
                done += self._cut(statement, captions * 2)
            if self._rng.random() < captions and not done[-1].startswith("H "):
                done += self.caption()
        return done

    def _cut(self, text: str, captions: float) -> list[str]:
        at = cutting_place(text, self._rng)
        if at is None:
            return [text]
        if self._rng.random() < captions:
            return [text[:at] + "‖", *self.caption(), "‖" + text[at:]]
        if self._rng.random() < 0.3 and self._layout.running_heads != "none":
            return [text[:at] + "‖", "@page-break", "‖" + text[at:]]
        return [text[:at] + "‖" + text[at:]]

    def caption(self) -> list[str]:
        """A picture's caption, most after the blank lines that the picture left."""
        name, noun = self._words.name(), self._words.noun(self._topic)
        text = self._rng.choice(
            (
                f"{name}（左）和同伴在{noun}旁",
                f"图为{name}在查看{noun}。 {self._words.name()} 摄",
                f"2024年{self._rng.randint(1, 12)}月6日，{self._words.place()}党员志愿者在{noun}旁开展活动",
                f"{self._words.name()} 摄",
                f"{noun}一角（资料图片）",
                f"{name}正在整理{noun} {self._words.name()}/摄",
                f"{self._words.place()}的{noun}（{self._words.place()}文化馆供图）",
            )
        )
        if self._rng.random() < 0.12:
            text = self._rng.choice(("扫码看视频", "扫码听音频", "扫一扫 听朗读"))
        gap = ["@gap 2"] if self._layout.gaps == "pictures" else []
        return [*gap, f"C {text}", *(gap if self._rng.random() < 0.5 else [])]

    def end_mark(self) -> list[str]:
        """The ornament that ends an article, or none."""
        style = self._layout.end_mark
        if style == "mixed":
            style = self._rng.choice(("glued", "glued", "bold", "line", "none"))
        mark = self._rng.choice(_MARKS)
        return {"none": [], "glued": [f"E+ {mark}"], "bold": [f"E+ **{mark}**"], "line": [f"E {mark}"]}[style]


def cutting_place(text: str, rng: Random) -> int | None:
    """Where a paragraph can be cut: inside a sentence, mostly inside a clause."""
    first = max(8, text.find("。**") + 3)  # a lead in bold type stays whole
    places = [at for at in range(first, len(text) - 6) if _CUTTABLE.fullmatch(text[at - 3 : at + 3])]
    pauses = [at for at in range(first, len(text) - 6) if text[at - 1] in "，、"]
    if pauses and rng.random() < 0.12:
        return rng.choice(pauses)
    return rng.choice(places) if places else None
