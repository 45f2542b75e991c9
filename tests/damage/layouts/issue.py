"""A whole issue in a random layout: its manuscript, and the file that print and conversion make of it."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from tests.damage.generators import wrapped_at
from tests.damage.layouts.articles import Editor, Sketch
from tests.damage.layouts.front import Contents, Identity, advertisement, identity_of, masthead, notice
from tests.damage.layouts.parameters import Layout, draw
from tests.damage.layouts.prose import cutting_place
from tests.damage.layouts.words import Words
from tests.damage.prediction import Truth
from tools.typesetting.press import typeset

_COLUMNS = [
    "卷首",
    "本期聚焦",
    "学习参阅",
    "理论",
    "基层来信",
    "讲述",
    "先锋探索",
    "经济观察",
    "文化",
    "党课",
    "支部园地",
    "人物",
    "调查与思考",
    "理润乡间",
    "随笔",
    "青年说",
]
_SECTIONS = ["理论学习中心组园地", "党委（党组）学习园地", "学习论坛"]


@dataclass(frozen=True)
class Printed:
    """One random issue."""

    seed: int
    layout: Layout
    text: str
    truth: Truth


def print_issue(seed: int) -> Printed:
    """The issue of a seed: always the same."""
    rng = Random(f"layout {seed}")
    layout = draw(rng)
    manuscript = "\n".join(_Composer(layout, rng).manuscript())
    text, truth = typeset(manuscript, source=f"{seed}.txt", seed=seed)
    if layout.line_ends == "wrapped":
        text, truth = wrapped_at(text, truth, rng.choice((22, 30, 38)))
    return Printed(seed, layout, text, truth)


class _Composer:
    """Puts the manuscript of one issue together."""

    def __init__(self, layout: Layout, rng: Random) -> None:
        self._layout = layout
        self._rng = rng
        self._words = Words(rng, layout.prose)
        self._editor = Editor(layout, self._words, rng)
        self._identity: Identity = identity_of(layout, rng)
        self._page = 3

    def manuscript(self) -> list[str]:
        """Its statements."""
        layout, rng = self._layout, self._rng
        sketches = self._sketches()
        listed = layout.contents != "none"
        head = masthead(layout, self._identity, self._words, rng) if layout.masthead != "none" else []
        statements = [
            f"@style gap={0 if layout.gaps == 'none' else 1} quotes={layout.quotes}",
            "@style indent=2" if layout.indent == "yes" else "@style indent=0",
        ]
        statements += self._identity.facts if head else []
        behind: list[str] = []
        if layout.kind == "essays":
            statements += ["@furniture running_head", rng.choice(_SECTIONS)]
        first: list[Sketch] = []
        if listed and layout.contents != "back" and rng.random() < 0.3:
            first, sketches = sketches[:1], sketches[1:]
            statements += self._printed(first)
        front = self._front([*first, *sketches], head)
        if layout.contents == "back":
            behind = front
        else:
            statements += front
        statements += self._printed(sketches)
        return [*statements, *behind]

    def _front(self, sketches: list[Sketch], head: list[str]) -> list[str]:
        """Contents page and masthead in their order, notice and cover credit behind them."""
        layout, rng = self._layout, self._rng
        listed = layout.contents != "none"
        marker = "# " if layout.markup in ("true", "lying") else ""
        title = f"{marker}{rng.choice(('目录', '目 录', '目录 CONTENTS', 'CONTENTS 目录', '本期目录'))}"
        contents = Contents(layout, rng)
        parts: list[str] = []
        if listed and layout.contents == "split":
            columns = list(dict.fromkeys(s.column for s in sketches))
            half = set(columns[: max(1, len(columns) // 2)])
            upper, lower = [s for s in sketches if s.column in half], [s for s in sketches if s.column not in half]
            parts = ["@furniture toc", title, *contents.lines(upper), *head, "@furniture toc", *contents.lines(lower)]
        elif listed:
            page = ["@furniture toc", title, *contents.lines(sketches)]
            parts = [*head, *page] if layout.masthead == "before" else [*page, *head]
        else:
            parts = head
        if layout.notice == "yes":
            parts += notice()
        return parts

    def _sketches(self) -> list[Sketch]:
        layout, rng = self._layout, self._rng
        if layout.kind != "magazine":
            return [
                self._editor.article()
                for _ in range(rng.randint(4, 8) if layout.kind == "newspaper" else rng.randint(3, 5))
            ]
        sketches: list[Sketch] = []
        columns = rng.sample(_COLUMNS[1:], rng.randint(3, 7))
        if rng.random() < 0.6:
            columns.insert(0, _COLUMNS[0])
        for number, column in enumerate(columns):
            named = column if layout.contents != "none" else None
            if layout.group == "yes" and number == 1:
                heading = " ".join(self._words.headline("market"))
                sketches += [self._editor.article(named, heading, small=True) for _ in range(rng.randint(3, 7))]
                continue
            count = 1 if column == "卷首" else rng.randint(1, 4)
            sketches += [self._editor.article(named) for _ in range(count)]
        if layout.digest == "yes":
            sketches.insert(1, self._digest())
        return sketches

    def _digest(self) -> Sketch:
        """A column of small items, each under a label."""
        words, rng = self._words, self._rng
        topic = words.topic()
        sketch = Sketch("digest", "开卷有益", None, ["学习笔记"], topic=topic)
        sketch.head = ["T 学习笔记", "L ·要闻·", words.sentences(topic, 3)[0] + words.sentences(topic, 2)[0]]
        for label in rng.sample(("声音", "城事", "观察", "荐书", "时评", "数字"), rng.randint(2, 4)):
            sketch.text += [f"L ·{label}·", f"I {words.heading(topic, 'pairs')}", "".join(words.sentences(topic, 3))]
        return sketch

    def _printed(self, sketches: list[Sketch]) -> list[str]:
        """Articles one after another, some of them into each other."""
        layout, rng = self._layout, self._rng
        pairs = {"no": 0, "once": 1, "twice": 2}[layout.interleaved]
        able = [
            n
            for n in range(len(sketches) - 1)
            if n % 2 == 0 and all(s.name != "digest" and not s.lead for s in sketches[n : n + 2])
        ]
        woven = set(rng.sample(able, min(pairs, len(able))))
        statements: list[str] = []
        group = None
        number = 0
        while number < len(sketches):
            sketch = sketches[number]
            statements += self._style()
            if sketch.group and sketch.group != group:
                statements += self._introduction(sketch.group)
            group = sketch.group
            if number in woven and sketches[number + 1].group == group:
                statements += self._woven(sketch, sketches[number + 1])
                number += 2
            else:
                statements += self._whole(sketch)
                number += 1
            if layout.advertisement == "yes" and number in (2, 5):
                statements += advertisement(self._words, rng)
        return statements

    def _introduction(self, group: str) -> list[str]:
        marker = "# " if self._layout.markup in ("true", "lying") else ""
        text = "".join(self._words.sentences("market", 2))
        partners = (
            [f"{self._words.place()}委党校⏎", f"{self._words.place()}委支部生活社 合办"]
            if self._rng.random() < 0.4
            else []
        )
        return [
            "@furniture group_intro",
            marker + group,
            *partners,
            "编者按：" if self._rng.random() < 0.7 or not partners else "编者的话",
            text,
        ]

    def _style(self) -> list[str]:
        """How the next page is printed."""
        layout, rng = self._layout, self._rng
        width = layout.width if layout.width != "by_page" else rng.choice(("full", "half"))
        spaced = layout.digits == "by_page" and rng.random() < 0.4
        printed = rng.choice((22, 26)) if layout.line_ends == "spaces" else 0
        return [f"@style width={width} digits={'spaced' if spaced else 'plain'} printed={printed}"]

    def _whole(self, sketch: Sketch) -> list[str]:
        labelled = self._layout.labels == "yes" and sketch.column and self._rng.random() < 0.4
        label = ["@furniture running_head", f"·{sketch.column}·"] if labelled else []
        body = [*sketch.lead, *sketch.head, *self._displaced(sketch.text), *sketch.tail]
        return [*label, *sketch.opening, *self._paged(sketch, body)]

    def _paged(self, sketch: Sketch, body: list[str]) -> list[str]:
        """The statements with running heads where a page ends."""
        statements: list[str] = []
        for line in body:
            if line != "@page-break":
                statements.append(line)
                continue
            statements += ["@furniture running_head", self._running_head(sketch), f"@article {sketch.name}"]
        return statements

    def _running_head(self, sketch: Sketch) -> str:
        self._page += 1
        one = self._identity
        if self._layout.kind == "newspaper" and self._layout.running_heads == "name":
            day = f"{one.year}年{one.month}月{one.day}日"
            return self._rng.choice((f"{day} 星期三 {one.magazine} 第{self._page}版", f"第{self._page}版 综合 {day}"))
        number = f"{one.number or one.day:02}"
        return {
            "folio": self._rng.choice((str(self._page), f"— {self._page} —", f"· {self._page} ·")),
            "name": self._rng.choice(
                (f"{one.magazine} {one.year}.{number}", f"{one.year}年第{number}期　　{one.magazine}　　{self._page}")
            ),
            "section": f"{sketch.column or '学习'} | {self._page}",
        }[self._layout.running_heads]

    def _displaced(self, text: list[str]) -> list[str]:
        """A cut paragraph's end read before its beginning, at the article's top."""
        if self._layout.scraps == "no" or self._rng.random() < 0.6:
            return text
        cuts = [
            n
            for n, line in enumerate(text)
            if n > 0 and line.count("‖") == 1 and not line.startswith(("‖", "H ")) and not line.endswith("‖")
        ]
        if not cuts:
            return text
        before, _, after = text[cuts[0]].partition("‖")
        if len(after) > 60:
            return text
        return [f"5‖{after}", *text[: cuts[0]], f"{before}‖5", *text[cuts[0] + 1 :]]

    def _woven(self, first: Sketch, second: Sketch) -> list[str]:
        """Two articles printed into each other: the first goes on at the foot of the second's page."""
        rng = self._rng
        one, two = self._split(first.text), self._split(second.text)
        if one is None:
            return [*self._whole(first), *self._whole(second)]
        statements = [*first.opening, *first.head, *self._paged(first, one[0])]
        statements += [*second.opening, *second.head]
        if two is None:
            statements += [*self._paged(second, second.text[:1]), *self._again(first, one[1], ended=True)]
            return [*statements, *self._again(second, second.text[1:], ended=True)]
        statements += self._paged(second, two[0])
        again = self._split(one[1]) if rng.random() < 0.3 else None
        if again is None:
            return [*statements, *self._again(first, one[1], ended=True), *self._again(second, two[1], ended=True)]
        statements += [*self._again(first, again[0]), *self._again(second, two[1], ended=True)]
        return [*statements, *self._again(first, again[1], ended=True)]

    def _again(self, sketch: Sketch, text: list[str], *, ended: bool = False) -> list[str]:
        """More of an article that stopped."""
        return [f"@article {sketch.name}", *self._paged(sketch, text), *(sketch.tail if ended else [])]

    def _split(self, text: list[str]) -> tuple[list[str], list[str]] | None:
        """A text parted inside a paragraph of its middle."""
        places = [
            n
            for n, line in enumerate(text)
            if n > 0 and "‖" not in line and len(line) > 60 and not line.startswith(("H ", "C ", "@", "O "))
        ]
        if not places:
            return None
        at = self._rng.choice(places)
        where = cutting_place(text[at], self._rng)
        if where is None:
            return None
        return [*text[:at], text[at][:where] + "‖"], ["‖" + text[at][where:], *text[at + 1 :]]
